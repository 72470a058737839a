//! Makes run what the model says, and shows it once a frame.

use std::cell::RefCell;
use std::rc::Rc;

use engine::machine::Library;

use super::clock::{real_time, unix_time};
use super::driver::Driver;
use super::timer::{Task, next_frame};
use crate::lesson::Program;
use crate::model::{Action, Model, Run, Scenes};

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
    driver: Driver,
}

impl Stage {
    /// An empty stage. `report` takes what the runs have to tell; `show` takes
    /// what is to be drawn, at once after a change and then once a frame.
    pub fn new(report: impl Fn(Action) + 'static, show: impl Fn(Scenes) + 'static) -> Stage {
        Stage {
            troupe: Rc::default(),
            report: Rc::new(report),
            show: Rc::new(show),
            frames: None,
            library: Library::default(),
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
            if actor.is_none() && run.is_playing() {
                *actor = self.cast(run);
            }
        }
        // Only now: what it takes to get ready is none of the programs' time.
        let now = real_time();
        for (run, actor) in model.runs().iter().zip(&mut troupe.actors) {
            if let Some(actor) = actor {
                actor
                    .driver
                    .set(run.is_playing(), model.speed().factor(), now);
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
        let driver = Driver::new(machine, move |what| {
            report(Action::Report {
                program,
                start,
                report: what,
            });
        });
        Some(Actor { start, driver })
    }

    fn ask_for_frames(&self) -> Task {
        let (troupe, show) = (Rc::clone(&self.troupe), Rc::clone(&self.show));
        Task::spawn(async move {
            loop {
                next_frame().await;
                let scenes = troupe.borrow_mut().draw();
                show(scenes);
            }
        })
    }
}

impl Troupe {
    fn draw(&mut self) -> Scenes {
        let now = real_time();
        let mut scenes = Scenes::default();
        for (program, actor) in Program::ALL.into_iter().zip(&self.actors) {
            let before = self.scenes.of(program);
            let scene = actor.as_ref().map(|actor| actor.driver.scene(before, now));
            scenes = scenes.with(program, scene);
        }
        self.scenes = scenes.clone();
        scenes
    }
}
