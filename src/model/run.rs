//! One program: its text, what is wrong with it, and how far its run is.

use std::rc::Rc;

use engine::machine::{Library, Machine, Mode, Options};
use engine::python::diagnostic::Diagnostic;
use engine::python::edit::{self, TaskCall};
use engine::trace::export::json::Saved;
use engine::trace::{EventKind, Seconds, Stop};

use super::{Place, Spot};

use crate::lesson::Program;

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nothing has run.
    Ready,
    Running,
    Paused,
    /// It came to its end.
    Ended,
    /// It died of an exception, or of a limit.
    Failed,
    /// It waits for something that cannot come any more.
    Stuck,
    /// It was stopped: it did more than the page can remember.
    Full,
}

/// How far a run that stands still is to go by itself, and stand still again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// Until its log has such a stop behind the first `from` events.
    Stop { stop: Stop, from: usize },
    /// Until all has been done that is due at that program time.
    Time(Seconds),
}

/// What a run tells of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Report {
    /// It stands before a line at which it was to stop.
    Break,
    Ended,
    Failed,
    Stuck,
    Full,
}

/// What befalls a run.
#[derive(Clone, Copy, Debug)]
enum Signal {
    Run,
    Pause,
    Resume,
    Reset,
    Step,
    Report(Report),
}

impl Phase {
    /// Whether the program itself does not go on any more.
    pub fn is_over(self) -> bool {
        !matches!(self, Phase::Ready | Phase::Running | Phase::Paused)
    }

    /// The one table of how a run goes on. What cannot be leaves it as it is:
    /// a button pressed twice does no harm.
    fn after(self, signal: Signal) -> Phase {
        match (signal, self) {
            (Signal::Run, _) => Phase::Running,
            (Signal::Reset, _) => Phase::Ready,
            (Signal::Pause, Phase::Running) => Phase::Paused,
            (Signal::Step, Phase::Ready | Phase::Running) => Phase::Paused,
            (Signal::Resume, Phase::Paused) => Phase::Running,
            (Signal::Report(report), Phase::Running | Phase::Paused) => match report {
                Report::Break => Phase::Paused,
                Report::Ended => Phase::Ended,
                Report::Failed => Phase::Failed,
                Report::Stuck => Phase::Stuck,
                Report::Full => Phase::Full,
            },
            (Signal::Pause | Signal::Resume | Signal::Step | Signal::Report(_), phase) => phase,
        }
    }
}

/// One program, as the reader has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    program: Program,
    source: Rc<str>,
    /// The tasks that stand in the text.
    calls: Rc<[TaskCall]>,
    mode: Mode,
    last_good: (Rc<str>, Mode),
    diagnostics: Rc<[Diagnostic]>,
    phase: Phase,
    start: u32,
    place: Place,
    errands: u32,
    goal: Option<Goal>,
    alone: bool,
    breakpoints: Rc<[u32]>,
    /// What was opened from a file, in the place of a run of its own.
    saved: Option<Opened>,
}

/// A run opened from a file; it equals itself only.
#[derive(Clone, Debug)]
pub struct Opened(pub Rc<Saved>);

impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Run {
    /// The lesson's program, untouched.
    pub fn of_lesson(program: Program) -> Run {
        let source: Rc<str> = program.source().into();
        Run {
            program,
            last_good: (Rc::clone(&source), Mode::Module),
            calls: edit::task_calls(&source).into(),
            source,
            mode: Mode::Module,
            diagnostics: Rc::default(),
            phase: Phase::Ready,
            start: 0,
            place: Place::Present,
            errands: 0,
            goal: None,
            alone: false,
            breakpoints: Rc::default(),
            saved: None,
        }
    }

    /// Which program of the lesson it began as.
    pub fn program(&self) -> Program {
        self.program
    }

    /// The text in the editor.
    pub fn source(&self) -> &Rc<str> {
        &self.source
    }

    /// The tasks that stand in the text, in its order.
    pub fn calls(&self) -> &[TaskCall] {
        &self.calls
    }

    /// How long the program waits if it waits for one thing after the other:
    /// what its axis of time should hold from the start.
    pub fn forecast(&self) -> Seconds {
        self.calls.iter().map(|call| call.delay).sum()
    }

    /// Whether it runs as a file or as a notebook's cell.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// What is wrong with the text; empty where it can run.
    pub fn diagnostics(&self) -> &Rc<[Diagnostic]> {
        &self.diagnostics
    }

    /// Whether the text has an error, so that an earlier text can be restored.
    pub fn is_broken(&self) -> bool {
        !self.diagnostics.is_empty()
    }

    /// Whether the text differs from the lesson's.
    pub fn is_edited(&self) -> bool {
        &*self.source != self.program.source()
    }

    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// The number of the run: each start, and each reset, gets a new one.
    pub fn start(&self) -> u32 {
        self.start
    }

    /// The moment that the reader looks at.
    pub fn place(&self) -> Place {
        self.place
    }

    /// How often it was sent on while it stood still, and how far the last
    /// time.
    pub fn errand(&self) -> (u32, Option<Goal>) {
        (self.errands, self.goal)
    }

    /// Whether no other run goes with it on its errand.
    pub fn is_alone(&self) -> bool {
        self.alone
    }

    /// Lines at which it is to stop, counted from 1, in their order.
    pub fn breakpoints(&self) -> &Rc<[u32]> {
        &self.breakpoints
    }

    /// Whether anything of it has run.
    pub fn has_begun(&self) -> bool {
        self.phase != Phase::Ready
    }

    /// Whether its program time goes by.
    pub fn is_playing(&self) -> bool {
        self.phase == Phase::Running
    }

    pub fn can_run(&self) -> bool {
        !self.is_broken()
    }

    /// A machine that stands before the first line.
    ///
    /// `epoch` is what `time.time()` gives then, in Unix seconds; `library` is
    /// what it shares with the machines before it.
    ///
    /// # Errors
    /// The text's diagnostics, where it is broken.
    pub fn machine(&self, epoch: f64, library: &Library) -> Result<Machine, Vec<Diagnostic>> {
        let options = Options {
            file_name: self.program.file_name().to_owned(),
            epoch,
            library: library.clone(),
            mode: self.mode,
            ..Options::with(quick::quick)
        };
        if let Some(Opened(saved)) = &self.saved {
            return Ok(Machine::of_events(saved.events.clone(), &options));
        }
        Machine::new(&self.source, options)
    }

    pub(super) fn edit(&mut self, source: Rc<str>) {
        self.change(source, self.mode);
    }

    pub(super) fn set_mode(&mut self, mode: Mode) {
        self.change(Rc::clone(&self.source), mode);
    }

    fn change(&mut self, source: Rc<str>, mode: Mode) {
        if source == self.source && mode == self.mode {
            return;
        }
        self.calls = edit::task_calls(&source).into();
        self.source = source;
        self.mode = mode;
        let lines = self.source.lines().count();
        let within = |line: &&u32| **line as usize <= lines;
        self.breakpoints = self.breakpoints.iter().filter(within).copied().collect();
        self.diagnostics = match Machine::check_as(&self.source, mode) {
            Ok(()) => {
                self.last_good = (Rc::clone(&self.source), mode);
                Rc::default()
            }
            Err(diagnostics) => diagnostics.into(),
        };
        self.reset();
    }

    /// Shows a run from a file, with its own text, as it stood at its end.
    pub(super) fn open(&mut self, opened: Opened) {
        let Opened(saved) = &opened;
        // A file does not say so: only a cell can have run what no file may be.
        let mode = match Machine::check(&saved.source) {
            Err(_) if Machine::check_as(&saved.source, Mode::Notebook).is_ok() => Mode::Notebook,
            _ => self.mode,
        };
        self.change(saved.source.as_str().into(), mode);
        self.begin_anew();
        let failed = saved
            .events
            .iter()
            .any(|event| event.kind == EventKind::ProgramFailed);
        self.phase = match failed {
            true => Phase::Failed,
            false => Phase::Ended,
        };
        self.saved = Some(opened);
    }

    /// When the run that was opened from a file came to its end, in seconds.
    pub fn saved_end(&self) -> Option<Seconds> {
        let Opened(saved) = self.saved.as_ref()?;
        Some(saved.events.last().map_or(0.0, |event| event.at))
    }

    pub(super) fn restore_last_good(&mut self) {
        let (source, mode) = self.last_good.clone();
        self.change(source, mode);
    }

    pub(super) fn run(&mut self) {
        self.begin_anew();
        self.phase = self.phase.after(Signal::Run);
    }

    /// Shows another moment of what has happened; the present stands still
    /// meanwhile.
    pub(super) fn look(&mut self, place: Place) {
        if self.has_begun() {
            self.pause();
            self.place = place;
        }
    }

    /// Sends it on; from its start, where nothing has run.
    pub(super) fn step(&mut self, goal: Goal) {
        if self.is_broken() {
            return;
        }
        if !self.has_begun() {
            self.begin_anew();
        }
        self.phase = self.phase.after(Signal::Step);
        self.place = match goal {
            Goal::Stop { stop, from } => Place::Next { stop, from },
            Goal::Time(_) => Place::Present,
        };
        if self.phase == Phase::Paused {
            self.alone = false;
            self.errands += 1;
            self.goal = Some(goal);
        }
    }

    /// Runs anew as far as `spot`, and stands still there.
    pub(super) fn visit(&mut self, spot: Spot) {
        self.reset();
        self.step(match spot {
            Spot::Time(time) => Goal::Time(time),
            Spot::Events(events) => Goal::Stop {
                stop: Stop::Event,
                from: events.saturating_sub(1),
            },
        });
        self.alone = true;
        if let (Spot::Events(events), true) = (spot, self.has_begun()) {
            self.place = Place::After(events);
        }
    }

    pub(super) fn toggle_breakpoint(&mut self, line: u32) {
        let mut lines = self.breakpoints.to_vec();
        match lines.binary_search(&line) {
            Ok(place) => drop(lines.remove(place)),
            Err(place) => lines.insert(place, line),
        }
        self.breakpoints = lines.into();
    }

    fn begin_anew(&mut self) {
        self.start += 1;
        self.place = Place::Present;
        self.goal = None;
        self.saved = None;
    }

    pub(super) fn pause(&mut self) {
        self.phase = self.phase.after(Signal::Pause);
    }

    pub(super) fn resume(&mut self) {
        self.phase = self.phase.after(Signal::Resume);
        if self.is_playing() {
            self.place = Place::Present;
        }
    }

    pub(super) fn reset(&mut self) {
        self.begin_anew();
        self.phase = self.phase.after(Signal::Reset);
    }

    pub(super) fn report(&mut self, start: u32, report: Report) {
        if start == self.start {
            self.phase = self.phase.after(Signal::Report(report));
        }
    }
}
