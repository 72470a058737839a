//! One run: a machine, its clock, and the task that drives it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use engine::machine::{Machine, Status};
use engine::trace::Seconds;
use wasm_bindgen_futures::spawn_local;

use super::clock::real_time;
use super::timer::{Breath, Task, sleep};
use crate::model::{Clock, Goal, Place, Report, Scene};

/// Work without a break, in real seconds: the reader must be heard, and the
/// page painted, many times a second.
const SLICE: Seconds = 0.01;

/// Until what a run held is let go of, in real seconds: a few frames.
const RETIREMENT: Seconds = 0.1;

/// Things that a run lets go of between two looks at the clock.
const AT_ONCE: usize = 1_000;

/// Steps between two looks at the clock: about a millisecond.
const STEPS: u64 = 1_000;

/// A run on the page. Dropping it stops it and leaves no timer behind.
pub(super) struct Driver {
    machine: Rc<RefCell<Machine>>,
    clock: Rc<Cell<Clock>>,
    /// Whether it has more to do at once, when a slice is used up.
    busy: Rc<Cell<bool>>,
    report: Rc<dyn Fn(Report)>,
    /// It lives while the clock runs, and at one speed; or for an errand.
    task: Option<Task>,
}

impl Driver {
    /// A run that stands before its first line. `report` is called once, when
    /// it has come to its end.
    pub(super) fn new(machine: Machine, report: impl Fn(Report) + 'static) -> Driver {
        Driver {
            machine: Rc::new(RefCell::new(machine)),
            clock: Rc::new(Cell::new(Clock::new(1.0))),
            busy: Rc::default(),
            report: Rc::new(report),
            task: None,
        }
    }

    /// A clock that stands at that program time.
    pub(super) fn stand_at(&mut self, time: Seconds) {
        self.clock.set(self.clock.get().stopped_at(time));
    }

    /// From the real time `now` on: whether it runs, and how fast.
    pub(super) fn set(&mut self, playing: bool, speed: f64, now: Seconds) {
        let mut clock = self.clock.get();
        if clock.is_running() == playing && clock.speed() == speed {
            return;
        }
        clock.set(playing, speed, now);
        self.clock.set(clock);
        self.busy.set(false);
        // The old task waits by the old speed: it goes, and its timer with it.
        self.task = playing.then(|| {
            Task::spawn(drive(
                Rc::clone(&self.machine),
                Rc::clone(&self.clock),
                Rc::clone(&self.busy),
                Rc::clone(&self.report),
            ))
        });
    }

    /// Whether its program computes: it would make use of all the time there is.
    pub(super) fn is_busy(&self) -> bool {
        self.busy.get()
    }

    /// Stops at once, and lets go of what the run holds a little later: that
    /// may be much, and the reader should not wait for it.
    pub(super) fn retire(mut self) {
        self.task = None;
        spawn_local(async move {
            sleep(RETIREMENT).await;
            // A view may still show it, and will drop it then.
            let Ok(machine) = Rc::try_unwrap(self.machine) else {
                return;
            };
            let mut machine = machine.into_inner();
            let breath = Breath::start();
            let mut slice = real_time();
            while machine.dismantle(AT_ONCE) {
                if real_time() - slice >= SLICE {
                    breath.take().await;
                    slice = real_time();
                }
            }
        });
    }

    /// Lets it go on while its clock stands still, as far as `goal`, and calls
    /// `back` with the program time it came to. Where everything waits, the
    /// clock is put forward to the earliest deadline.
    pub(super) fn send(&mut self, goal: Goal, back: impl Fn(Seconds) + 'static) {
        if self.clock.get().is_running() {
            return;
        }
        let (machine, clock) = (Rc::clone(&self.machine), Rc::clone(&self.clock));
        let report = Rc::clone(&self.report);
        self.task = Some(Task::spawn(async move {
            let outcome = run_errand(&machine, &clock, goal).await;
            machine.borrow_mut().set_stepping(false);
            if let Some(outcome) = outcome {
                report(outcome);
            }
            back(clock.get().at(0.0));
        }));
    }

    /// The lines at which the program is to stop.
    pub(super) fn set_breakpoints(&self, lines: &Rc<[u32]>) {
        self.machine.borrow_mut().set_breakpoints(Rc::clone(lines));
    }

    /// What it shows at the real time `now`, of the moment `place`; `before` is
    /// what it showed last.
    pub(super) fn scene(&self, before: Option<&Scene>, place: Place, now: Seconds) -> Scene {
        let time = self.clock.get().at(now);
        match before {
            Some(scene) if scene.is_of(&self.machine) => scene.refresh(place, time),
            _ => Scene::of(&self.machine, place, time),
        }
    }
}

/// Runs what is due, waits for what comes next, until the program's end.
async fn drive(
    machine: Rc<RefCell<Machine>>,
    clock: Rc<Cell<Clock>>,
    busy: Rc<Cell<bool>>,
    report: Rc<dyn Fn(Report)>,
) {
    let breath = Breath::start();
    // The page draws that it runs: that is none of the program's time, nor a
    // part of the program's first slice.
    breath.take().await;
    let mut start = real_time();
    clock.set(clock.get().begun_at(start));
    // Of two runs both clocks begin before either has its first slice.
    breath.take().await;
    let outcome = loop {
        // The first slice begins at the very moment at which the clock does.
        let status = run_slice(&machine, clock.get(), start);
        busy.set(status == Status::OutOfBudget);
        if machine.borrow().recording().is_full()
            && !matches!(status, Status::Done | Status::Failed)
        {
            break Report::Full;
        }
        match status {
            Status::OutOfBudget => breath.take().await,
            Status::IdleUntil(deadline) | Status::BlockedUntil(deadline) => {
                match clock.get().real_time_until(deadline, real_time()) {
                    Some(delay) => sleep(delay).await,
                    // The clock stands still: this task is about to be dropped.
                    None => return,
                }
            }
            Status::AtLine(_) => break Report::Break,
            Status::Stuck => break Report::Stuck,
            Status::Done => break Report::Ended,
            Status::Failed => break Report::Failed,
        }
        start = real_time();
    };
    // The clock's last figure is the program's own end, not a frame later.
    let end = machine.borrow().recording().live().at();
    clock.set(clock.get().stopped_at(end));
    report(outcome);
}

/// Runs what there is on the way to `goal`; tells what became of the program,
/// where that is the end of it.
async fn run_errand(machine: &RefCell<Machine>, clock: &Cell<Clock>, goal: Goal) -> Option<Report> {
    let breath = Breath::start();
    let mut slice = real_time();
    let mut now = clock.get().at(0.0);
    loop {
        let status = {
            let mut machine = machine.borrow_mut();
            machine.set_stepping(matches!(goal, Goal::Stop { .. }));
            machine.advance(now, STEPS)
        };
        if let Goal::Stop { stop, from } = goal
            && !matches!(status, Status::Stuck | Status::Done | Status::Failed)
            && machine.borrow().recording().next_stop(stop, from).is_some()
        {
            return None;
        }
        match status {
            Status::IdleUntil(deadline) | Status::BlockedUntil(deadline) => {
                let arrived = matches!(goal, Goal::Time(time) if time < deadline);
                now = match goal {
                    Goal::Time(time) => now.max(time.min(deadline)),
                    Goal::Stop { .. } => now.max(deadline),
                };
                clock.set(clock.get().stopped_at(now));
                if arrived {
                    return None;
                }
            }
            Status::AtLine(_) if matches!(goal, Goal::Time(_)) => return None,
            Status::AtLine(_) | Status::OutOfBudget => {
                if machine.borrow().recording().is_full() {
                    return Some(Report::Full);
                }
            }
            Status::Stuck => return Some(Report::Stuck),
            Status::Done => return Some(Report::Ended),
            Status::Failed => return Some(Report::Failed),
        }
        if real_time() - slice >= SLICE {
            breath.take().await;
            slice = real_time();
        }
    }
}

/// Runs from the real time `start` on until there is nothing to do at once, or
/// the slice is used up.
fn run_slice(machine: &RefCell<Machine>, clock: Clock, start: Seconds) -> Status {
    let mut now = start;
    loop {
        let status = machine.borrow_mut().advance(clock.at(now), STEPS);
        now = real_time();
        if status != Status::OutOfBudget || now - start >= SLICE {
            return status;
        }
    }
}
