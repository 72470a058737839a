//! Makes run what the model says, and shows it once a frame.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use engine::machine::{Library, Machine, Options};
use engine::trace::Seconds;

use super::clock::{real_time, unix_time};
use super::driver::Driver;
use super::timer::{Task, next_frame, sleep};
use crate::lesson::Program;
use crate::model::{Action, Goal, Model, Place, Run, Scenes};

/// How often it is shown, in real seconds, while some program computes: a
/// drawing takes a good part of a frame, and so of the program's time.
const WHILE_BUSY: Seconds = 0.05;

/// The runs that the page has. Dropping it stops them all.
///
/// ```ignore
/// let stage = Stage::new(
///     move |action| dispatcher.dispatch(action), // a run has ended
///     move |scenes| state.set(scenes),           // at most once a frame
/// );
/// stage.follow(&model); // after each change of the model
/// ```
pub struct Stage {
    troupe: Rc<RefCell<Troupe>>,
    report: Rc<dyn Fn(Action)>,
    show: Rc<dyn Fn(Scenes)>,
    /// Asks for frames while some clock runs.
    frames: Option<Task>,
    /// Compiled once, for all runs.
    library: Library,
    /// Compiles it while nobody waits for it.
    _warming: Task,
}

/// The runs, and what they showed last.
#[derive(Default)]
struct Troupe {
    actors: [Option<Actor>; Program::ALL.len()],
    scenes: Scenes,
}

struct Actor {
    /// Which start of the program it is: see [`Run::start`].
    start: u32,
    /// The moment of it that is shown.
    place: Place,
    /// The last errand it was sent on: see [`Run::errand`].
    errand: u32,
    driver: Driver,
}

impl Stage {
    /// An empty stage. `report` takes what the runs have to tell; `show` takes
    /// what is to be drawn, at once after a change and then once a frame.
    pub fn new(report: impl Fn(Action) + 'static, show: impl Fn(Scenes) + 'static) -> Stage {
        let library = Library::default();
        Stage {
            _warming: Task::spawn(warm(library.clone())),
            troupe: Rc::default(),
            report: Rc::new(report),
            show: Rc::new(show),
            frames: None,
            library,
        }
    }

    /// Makes it so: begins, stops, holds and speeds up the runs as `model`
    /// says. All that begins in one call begins at the same instant.
    pub fn follow(&mut self, model: &Model) {
        let mut troupe = self.troupe.borrow_mut();
        for run in model.runs() {
            let actor = &mut troupe.actors[run.program() as usize];
            if let Some(old) = actor.take_if(|actor| actor.start != run.start()) {
                old.driver.retire();
            }
            if actor.is_none() && run.has_begun() {
                *actor = self.cast(run);
            }
        }
        // Only now: what it takes to get ready is none of the programs' time.
        let now = real_time();
        for (run, actor) in model.runs().iter().zip(&mut troupe.actors) {
            let Some(actor) = actor else { continue };
            let driver = &mut actor.driver;
            driver.set(run.is_playing(), model.speed().factor(), now);
            driver.set_breakpoints(run.breakpoints());
            actor.place = run.place();
            if let (number, Some(goal)) = run.errand()
                && number != actor.errand
            {
                actor.errand = number;
                let companion = model.companion(run.program());
                let companion = companion.filter(|_| !run.is_alone());
                driver.send(goal, self.when_back(companion));
            }
        }
        let scenes = troupe.draw();
        drop(troupe);
        (self.show)(scenes);

        let playing = model.runs().iter().any(Run::is_playing);
        if playing != self.frames.is_some() {
            self.frames = playing.then(|| self.ask_for_frames());
        }
    }

    fn cast(&self, run: &Run) -> Option<Actor> {
        let (program, start) = (run.program(), run.start());
        let report = Rc::clone(&self.report);
        // A text with an error does not come to run: the model sees to that.
        let machine = run.machine(unix_time(), &self.library).ok()?;
        let mut driver = Driver::new(machine, move |what| {
            report(Action::Report {
                program,
                start,
                report: what,
            });
        });
        if let Some(end) = run.saved_end() {
            driver.stand_at(end);
        }
        // Its first errand is yet to come.
        let (number, goal) = run.errand();
        Some(Actor {
            start,
            place: Place::Present,
            errand: number - u32::from(goal.is_some()),
            driver,
        })
    }

    /// What is done when a run is back from an errand, at some program time:
    /// its companion catches up, and what came of it is shown.
    fn when_back(&self, companion: Option<Program>) -> impl Fn(Seconds) + 'static {
        let (troupe, show) = (Rc::downgrade(&self.troupe), Rc::clone(&self.show));
        move |time| {
            let Some(troupe) = troupe.upgrade() else {
                return;
            };
            let again = {
                let (troupe, show) = (Rc::downgrade(&troupe), Rc::clone(&show));
                move |_| redraw(&troupe, &show)
            };
            if let Some(companion) = companion
                && let Some(other) = &mut troupe.borrow_mut().actors[companion as usize]
            {
                other.driver.send(Goal::Time(time), again.clone());
            }
            again(time);
        }
    }

    fn ask_for_frames(&self) -> Task {
        let (troupe, show) = (Rc::clone(&self.troupe), Rc::clone(&self.show));
        Task::spawn(async move {
            let mut shown = real_time();
            loop {
                next_frame().await;
                let now = real_time();
                if troupe.borrow().is_busy() && now - shown < WHILE_BUSY {
                    continue;
                }
                shown = now;
                let scenes = troupe.borrow_mut().draw();
                show(scenes);
            }
        })
    }
}

/// Compiles what nearly every program asks for, a piece at a time, so that the
/// first press of "Ejecutar" need not wait for it.
async fn warm(library: Library) {
    for program in ["pass", "import time", "import asyncio"] {
        sleep(0.0).await;
        let options = Options {
            library: library.clone(),
            ..Options::with(quick::quick)
        };
        // What was compiled stays with the library; the machine itself goes.
        drop(Machine::new(program, options));
    }
}

fn redraw(troupe: &Weak<RefCell<Troupe>>, show: &Rc<dyn Fn(Scenes)>) {
    if let Some(troupe) = troupe.upgrade() {
        let scenes = troupe.borrow_mut().draw();
        show(scenes);
    }
}

impl Troupe {
    fn is_busy(&self) -> bool {
        let mut actors = self.actors.iter().flatten();
        actors.any(|actor| actor.driver.is_busy())
    }

    fn draw(&mut self) -> Scenes {
        let now = real_time();
        let mut scenes = Scenes::default();
        for (program, actor) in Program::ALL.into_iter().zip(&self.actors) {
            let before = self.scenes.of(program);
            let scene = actor.as_ref();
            let scene = scene.map(|actor| actor.driver.scene(before, actor.place, now));
            scenes = scenes.with(program, scene);
        }
        self.scenes = scenes.clone();
        scenes
    }
}
