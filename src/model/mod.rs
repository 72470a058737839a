//! What the reader has done so far, and what follows from it: `Model + Action
//! -> Model`, pure.
//!
//! Data flows one way. A gesture becomes an [`Action`]; [`Model::after`] says
//! what the reader wants now; the browser's `Stage` compares that with what
//! really runs and makes it so (a run with a new [`Run::start`] begins anew,
//! one that no longer [plays](Run::is_playing) stands still); once a frame it
//! hands back [`Scenes`], one of each run, to be drawn; and where a run comes to
//! its end by itself it sends [`Action::Report`].
//!
//! - [`Run`]: one program: its text, what is wrong with it, how far it is.
//! - [`Place`]: the moment of a run that the reader looks at.
//! - [`Clock`]: program time out of real time, with a number for a clock.
//! - [`Scene`]: what a run shows at one moment, for the views.

mod clock;
mod place;
mod run;
mod scene;
mod speed;

#[cfg(test)]
mod tests;

use std::rc::Rc;

pub use clock::Clock;
pub use place::{Place, Spot};
pub use run::{Goal, Opened, Phase, Report, Run};
pub use scene::{Scene, Scenes};
pub use speed::Speed;

pub use engine::machine::Mode;
use engine::trace::{Seconds, Stop};

use crate::lesson::Program;

/// What the reader has done so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    runs: [Run; Program::ALL.len()],
    speed: Speed,
    stop: Stop,
    joined: bool,
}

/// What a button acts upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    One(Program),
    /// The two runs that stand side by side: they start at the same instant.
    Pair,
}

impl Target {
    /// The programs meant.
    pub fn programs(self) -> impl Iterator<Item = Program> {
        let (first, second) = match self {
            Target::One(program) => (program, None),
            Target::Pair => (Program::Sequential, Some(Program::Concurrent)),
        };
        std::iter::once(first).chain(second)
    }
}

/// What the reader does, and what the runs report.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The reader changed the text, in the editor or by the parameters. Its
    /// run goes back to its start: the text shown is the text that runs.
    Edit { program: Program, source: Rc<str> },
    /// Whether it runs as a file or as a notebook's cell. Its run goes back to
    /// its start.
    SetMode { program: Program, mode: Mode },
    /// A run from a file is shown in the place of this one.
    Open { program: Program, opened: Opened },
    /// Back to the last text that had no error.
    RestoreLastGood(Program),
    /// Back to the text of the lesson.
    RestoreLesson(Program),
    /// "Ejecutar", "Ejecutar ambas": from the start. A program with an error
    /// does not run.
    Run(Target),
    /// "Pausar".
    Pause(Target),
    /// "Seguir".
    Resume(Target),
    /// "Reiniciar": back to before the first line.
    Reset(Target),
    /// The reader looks at another moment; `time` is its program time, in
    /// seconds, for the run that shares its clock.
    Look {
        target: Target,
        place: Place,
        time: Seconds,
    },
    /// "Paso" where the log ends: the program itself goes on, and stands still
    /// again.
    Step { target: Target, goal: Goal },
    /// "Ir a ese momento": the program runs anew, unseen, as far as that, and
    /// stands still there.
    Visit { program: Program, spot: Spot },
    /// What "Paso" goes to.
    SetStop(Stop),
    /// A click on a line's number, counted from 1.
    ToggleBreakpoint { program: Program, line: u32 },
    /// Whether the two runs side by side show the same moment.
    Join(bool),
    /// How fast program time goes by, for all runs.
    SetSpeed(Speed),
    /// A run tells what became of it. `start` says which one: what an older
    /// one still has to tell is left aside.
    Report {
        program: Program,
        start: u32,
        report: Report,
    },
}

impl Default for Model {
    fn default() -> Self {
        Model {
            runs: Program::ALL.map(Run::of_lesson),
            speed: Speed::default(),
            stop: Stop::default(),
            joined: true,
        }
    }
}

impl Model {
    /// The run of `program`.
    pub fn run(&self, program: Program) -> &Run {
        &self.runs[program as usize]
    }

    /// All runs, in the lesson's order.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    pub fn speed(&self) -> Speed {
        self.speed
    }

    /// What "Paso" goes to.
    pub fn stop(&self) -> Stop {
        self.stop
    }

    /// Whether the two runs side by side show the same moment.
    pub fn is_joined(&self) -> bool {
        self.joined
    }

    /// The run that shows the same moment as `program`'s, if there is one.
    pub fn companion(&self, program: Program) -> Option<Program> {
        let other = match program {
            Program::Sequential => Program::Concurrent,
            Program::Concurrent => Program::Sequential,
            Program::WholeFile => return None,
        };
        (self.joined && self.run(other).has_begun()).then_some(other)
    }

    /// Whether "Ejecutar" can be pressed.
    pub fn can_run(&self, target: Target) -> bool {
        target.programs().all(|program| self.run(program).can_run())
    }

    /// What the reader wants after `action`.
    #[must_use]
    pub fn after(&self, action: Action) -> Model {
        let mut next = self.clone();
        match action {
            Action::Edit { program, source } => next.run_mut(program).edit(source),
            Action::SetMode { program, mode } => next.run_mut(program).set_mode(mode),
            Action::Open { program, opened } => next.run_mut(program).open(opened),
            Action::RestoreLastGood(program) => next.run_mut(program).restore_last_good(),
            Action::RestoreLesson(program) => next.run_mut(program).edit(program.source().into()),
            Action::Run(target) => {
                if self.can_run(target) {
                    next.each(target, Run::run);
                }
            }
            Action::Pause(target) => next.each(target, Run::pause),
            Action::Resume(target) => next.each(target, Run::resume),
            Action::Reset(target) => next.each(target, Run::reset),
            Action::Look {
                target,
                place,
                time,
            } => {
                if let Target::One(program) = target
                    && let Some(other) = next.companion(program)
                {
                    next.run_mut(other).look(Place::Time(time));
                }
                next.each(target, |run| run.look(place));
            }
            Action::Step { target, goal } => {
                for program in target.programs() {
                    // Its companion catches up when it is known how far that was.
                    if let Some(other) = next.companion(program) {
                        next.run_mut(other).look(Place::Present);
                    }
                    next.run_mut(program).step(goal);
                }
            }
            Action::Visit { program, spot } => next.run_mut(program).visit(spot),
            Action::ToggleBreakpoint { program, line } => {
                next.run_mut(program).toggle_breakpoint(line);
            }
            Action::SetStop(stop) => next.stop = stop,
            Action::Join(joined) => next.joined = joined,
            Action::SetSpeed(speed) => next.speed = speed,
            Action::Report {
                program,
                start,
                report,
            } => {
                next.run_mut(program).report(start, report);
                let other = next.companion(program);
                if let (Report::Break, Some(other)) = (report, other) {
                    next.run_mut(other).pause();
                }
            }
        }
        next
    }

    fn run_mut(&mut self, program: Program) -> &mut Run {
        &mut self.runs[program as usize]
    }

    fn each(&mut self, target: Target, change: impl Fn(&mut Run)) {
        for program in target.programs() {
            change(self.run_mut(program));
        }
    }
}
