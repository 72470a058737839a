//! One run: a machine, its clock, and the task that drives it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use engine::machine::{Machine, Status};
use engine::trace::Seconds;
use wasm_bindgen_futures::spawn_local;

use super::clock::real_time;
use super::timer::{Breath, Task, sleep};
use crate::model::{Clock, Report, Scene};

/// Work without a break, in real seconds: the reader must be heard, and the
/// page painted, many times a second.
const SLICE: Seconds = 0.008;

/// Until what a run held is let go of, in real seconds: a few frames.
const RETIREMENT: Seconds = 0.1;

/// Steps between two looks at the clock: about a millisecond.
const STEPS: u64 = 1_000;

/// A run on the page. Dropping it stops it and leaves no timer behind.
pub(super) struct Driver {
    machine: Rc<RefCell<Machine>>,
    clock: Rc<Cell<Clock>>,
    report: Rc<dyn Fn(Report)>,
    /// It lives while the clock runs, and at one speed.
    task: Option<Task>,
}

impl Driver {
    /// A run that stands before its first line. `report` is called once, when
    /// it has come to its end.
    pub(super) fn new(machine: Machine, report: impl Fn(Report) + 'static) -> Driver {
        Driver {
            machine: Rc::new(RefCell::new(machine)),
            clock: Rc::new(Cell::new(Clock::new(1.0))),
            report: Rc::new(report),
            task: None,
        }
    }

    /// From the real time `now` on: whether it runs, and how fast.
    pub(super) fn set(&mut self, playing: bool, speed: f64, now: Seconds) {
        let mut clock = self.clock.get();
        if clock.is_running() == playing && clock.speed() == speed {
            return;
        }
        clock.set(playing, speed, now);
        self.clock.set(clock);
        // The old task waits by the old speed: it goes, and its timer with it.
        self.task = playing.then(|| {
            Task::spawn(drive(
                Rc::clone(&self.machine),
                Rc::clone(&self.clock),
                Rc::clone(&self.report),
            ))
        });
    }

    /// Stops at once, and lets go of what the run holds a little later: that
    /// may be much, and the reader should not wait for it.
    pub(super) fn retire(mut self) {
        self.task = None;
        spawn_local(async move {
            sleep(RETIREMENT).await;
            drop(self);
        });
    }

    /// What it shows at the real time `now`; `before` is what it showed last.
    pub(super) fn scene(&self, before: Option<&Scene>, now: Seconds) -> Scene {
        let time = self.clock.get().at(now);
        match before {
            Some(scene) if scene.is_of(&self.machine) => scene.refresh(time),
            _ => Scene::live(&self.machine, time),
        }
    }
}

/// Runs what is due, waits for what comes next, until the program's end.
async fn drive(machine: Rc<RefCell<Machine>>, clock: Rc<Cell<Clock>>, report: Rc<dyn Fn(Report)>) {
    let breath = Breath::new();
    // The page has drawn that it runs: that was none of the program's time.
    clock.set(clock.get().begun_at(real_time()));
    let outcome = loop {
        let status = run_slice(&machine, clock.get());
        if machine.borrow().recording().is_full()
            && !matches!(status, Status::Done | Status::Failed)
        {
            break Report::Full;
        }
        match status {
            Status::OutOfBudget => match &breath {
                Some(breath) => breath.take().await,
                None => sleep(0.0).await,
            },
            Status::IdleUntil(deadline) | Status::BlockedUntil(deadline) => {
                match clock.get().real_time_until(deadline, real_time()) {
                    Some(delay) => sleep(delay).await,
                    // The clock stands still: this task is about to be dropped.
                    None => return,
                }
            }
            // Nobody has asked it to stop at a line.
            Status::AtLine(_) => {}
            Status::Stuck => break Report::Stuck,
            Status::Done => break Report::Ended,
            Status::Failed => break Report::Failed,
        }
    };
    // The clock's last figure is the program's own end, not a frame later.
    let end = machine.borrow().recording().live().at();
    clock.set(clock.get().stopped_at(end));
    report(outcome);
}

/// Runs until there is nothing to do at once, or the slice is used up.
fn run_slice(machine: &RefCell<Machine>, clock: Clock) -> Status {
    let start = real_time();
    let mut now = start;
    loop {
        let status = machine.borrow_mut().advance(clock.at(now), STEPS);
        now = real_time();
        if status != Status::OutOfBudget || now - start >= SLICE {
            return status;
        }
    }
}
