//! The engine's front door: a program goes in, `advance` runs it.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use ruff_python_ast::{PythonVersion, Stmt, Suite};
use ruff_python_parser::ParseOptions;

use crate::asyncio::Loops;
use crate::python::builtins;
use crate::python::code::Code;
use crate::python::compile::compile;
use crate::python::diagnostic::{self, Diagnostic, DiagnosticKind, Refusal};
use crate::python::guard;
use crate::python::names::{Known, Names};
use crate::python::object::{Dict, Heap, Table, Then, Value};
use crate::python::source::{Source, Span};
use crate::python::types::Types;
use crate::python::vm::{Activation, Counters, Threads, Watched};
use crate::trace::{self, Event, EventKind, Recording, Seconds, Stream};

pub use crate::python::code::Op;
pub use crate::python::compile::Mode;
pub use crate::python::library::Library;
pub use crate::python::object::Frame;
pub use crate::python::vm::{Failure, Vm};

/// The machine's quick half: runs plain instructions up to one that needs
/// more, and gives that.
pub type Quick = fn(&mut Vm, &mut Box<Frame>) -> Op;

/// Where a run stands after [`Machine::advance`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Status {
    /// The budget is spent; there is more to run at once.
    OutOfBudget,
    /// Nothing to run before that moment (program time).
    IdleUntil(Seconds),
    /// `time.sleep` holds the thread until that moment (program time).
    BlockedUntil(Seconds),
    /// Everything waits and nothing is due: it would wait for ever.
    Stuck,
    /// It stands before a line, as asked by [`Machine::set_stepping`] or
    /// [`Machine::set_breakpoints`].
    AtLine(u32),
    /// The program has ended.
    Done,
    /// The program died of an exception; [`Machine::failure`] tells of it.
    Failed,
}

/// What a program may use.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes that its values may take, roughly.
    pub memory: usize,
    /// Calls inside one another.
    pub depth: usize,
    /// Tasks in one run.
    pub tasks: usize,
    /// Bytes that it may print.
    pub printed_bytes: u64,
    /// What the log keeps.
    pub log: trace::Limits,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            memory: 128 << 20,
            depth: 1000,
            tasks: 200_000,
            printed_bytes: 4 << 20,
            log: trace::Limits::default(),
        }
    }
}

/// How a program is run.
#[derive(Clone, Debug)]
pub struct Options {
    /// Shown in tracebacks.
    pub file_name: String,
    /// `time.time()` at program time 0, in seconds since 1970.
    pub epoch: f64,
    pub limits: Limits,
    /// What it shares with other machines.
    pub library: Library,
    /// A program of its own, or a notebook's cell: it runs inside an event
    /// loop that is there already, so that it may `await` at its top level
    /// and must not call `asyncio.run`.
    pub mode: Mode,
    /// [`Vm::quick`], as this crate or another compiles it: the one way to run
    /// a program faster that changes nothing of what it does.
    pub quick: Quick,
}

impl Options {
    /// The default ones, but for the machine's quick half, which is built in
    /// only once.
    pub fn with(quick: Quick) -> Self {
        Options {
            file_name: "programa.py".to_owned(),
            epoch: 1_700_000_000.0,
            limits: Limits::default(),
            library: Library::default(),
            mode: Mode::Module,
            quick,
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Options::with(|vm, frame| vm.quick(frame))
    }
}

/// A program being run. It never reads a clock: it is told the time.
pub struct Machine {
    vm: Vm,
    over: Option<Status>,
}

impl Machine {
    /// Parses and compiles a program; nothing of it runs.
    ///
    /// # Errors
    /// What is wrong with it: at least one diagnostic, each with its place.
    pub fn new(source: &str, options: Options) -> Result<Machine, Vec<Diagnostic>> {
        let body = parse(source)?;
        let mut vm = new_vm(&options);
        let names = vm.names.clone();
        let file_name = &options.file_name;
        let code = compile_program(&body, source, file_name, options.mode, &vm.heap, &names)?;
        let warnings = code.source.warnings_text();
        if !warnings.is_empty() {
            let _ = vm.print(Stream::Error, &warnings);
        }
        for name in imported(&body) {
            vm.preload(name);
        }
        let name = vm.text("__main__");
        vm.globals.set_name(&names.intern("__name__"), name);
        let doc = docstring(&body).map_or(Value::None, |doc| vm.text(doc));
        vm.globals.set_name(&names.intern("__doc__"), doc);
        let frame = match options.mode {
            Mode::Module => {
                let mut frame = Frame::new(code, vm.globals.clone());
                frame.then = Then::Discard;
                frame
            }
            Mode::Notebook => vm.notebook_frame(code),
        };
        vm.stack.push(Activation::Frame(frame));
        Ok(Machine { vm, over: None })
    }

    /// A machine that has run already, as its events tell; nothing of it runs
    /// any more.
    pub fn of_events(events: Vec<Event>, options: &Options) -> Machine {
        let mut vm = new_vm(options);
        let mut end = Status::Done;
        for event in events {
            if event.kind == EventKind::ProgramFailed {
                end = Status::Failed;
            }
            vm.recording.push(event);
        }
        Machine {
            vm,
            over: Some(end),
        }
    }

    /// Whether [`Machine::new`] would take this text: without the library,
    /// which is most of what a machine begins with.
    ///
    /// # Errors
    /// As [`Machine::new`].
    pub fn check(source: &str) -> Result<(), Vec<Diagnostic>> {
        Machine::check_as(source, Mode::Module)
    }

    /// The same, of a program or of a notebook's cell.
    ///
    /// # Errors
    /// As [`Machine::new`].
    pub fn check_as(source: &str, mode: Mode) -> Result<(), Vec<Diagnostic>> {
        let heap = Heap::new(usize::MAX);
        compile_program(&parse(source)?, source, "", mode, &heap, &Names::new(&heap)).map(drop)
    }

    /// Runs what is due at `now` (program time, never decreasing), at most
    /// `budget` steps: a step is a line, a call back to a loop's start, a turn
    /// of the event loop, or a timer or a call that it comes to.
    pub fn advance(&mut self, now: Seconds, budget: u64) -> Status {
        if let Some(status) = self.over {
            return status;
        }
        self.vm.now = self.vm.now.max(now);
        self.vm.budget = budget;
        let status = self.vm.run();
        if matches!(status, Status::Done | Status::Failed) {
            self.over = Some(status);
        }
        status
    }

    /// Whether to stop at every line of the program: `advance` then answers
    /// [`Status::AtLine`] once the line has been told and before it runs.
    pub fn set_stepping(&mut self, stepping: bool) {
        self.vm.stepping = stepping;
    }

    /// Stops at each of these lines, counted from 1, as if stepping.
    pub fn set_breakpoints(&mut self, lines: Rc<[u32]>) {
        self.vm.breakpoints = lines;
    }

    /// What has happened.
    pub fn recording(&self) -> &Recording {
        &self.vm.recording
    }

    /// Why the program died.
    pub fn failure(&self) -> Option<&Failure> {
        self.vm.failure.as_ref()
    }

    /// Bytes that the program's values take, roughly.
    pub fn memory(&self) -> usize {
        self.vm.heap.used()
    }
}

fn refused(refusal: Refusal, span: Span) -> Vec<Diagnostic> {
    let kind = DiagnosticKind::Refused(refusal);
    vec![Diagnostic::new(kind, span.start..span.end)]
}

/// A program's tree. Errors: what the parser refuses, and what would be too
/// much for it.
fn parse(source: &str) -> Result<Suite, Vec<Diagnostic>> {
    let start = Span::default();
    if source.len() > guard::MOST_BYTES {
        let most = guard::MOST_BYTES;
        return Err(refused(Refusal::SourceTooLong { most }, start));
    }
    if let Some(span) = guard::too_deep(source) {
        let refusal = DiagnosticKind::Refused(Refusal::NestedTooDeep);
        return Err(vec![Diagnostic::new(refusal, span)]);
    }
    let options = ParseOptions::from(ruff_python_parser::Mode::Module)
        .with_target_version(PythonVersion::PY311);
    let parsed = ruff_python_parser::parse_unchecked(source, options)
        .try_into_module()
        .ok_or_else(|| refused(Refusal::TooLarge, start))?;
    let mistakes = diagnostic::diagnose(&parsed, source);
    match mistakes.is_empty() {
        true => Ok(parsed.into_suite()),
        false => Err(mistakes),
    }
}

fn compile_program(
    body: &[Stmt],
    source: &str,
    file_name: &str,
    mode: Mode,
    heap: &Heap,
    names: &Names,
) -> Result<Rc<Code>, Vec<Diagnostic>> {
    let source = Rc::new(Source::new(file_name, source, false));
    compile(body, &source, mode, heap, names).map_err(|(refusal, span)| refused(refusal, span))
}

/// The text at the program's head.
fn docstring(body: &[Stmt]) -> Option<&str> {
    let Stmt::Expr(first) = body.first()? else {
        return None;
    };
    let text = first.value.as_string_literal_expr()?;
    Some(text.value.to_str())
}

/// The modules that the program imports at its top level.
fn imported(body: &[Stmt]) -> Vec<&str> {
    let mut names = Vec::new();
    for stmt in body {
        match stmt {
            Stmt::Import(import) => {
                names.extend(import.names.iter().map(|alias| alias.name.as_str()));
            }
            Stmt::ImportFrom(import) => {
                names.extend(import.module.as_ref().map(|module| module.as_str()));
            }
            _ => {}
        }
    }
    names
}

fn new_vm(options: &Options) -> Vm {
    let heap = Heap::new(options.limits.memory);
    let names = Rc::new(Names::on(options.library.names(), &heap));
    let namespace = || Rc::new(Dict::new(&heap, Table::default()));
    let mut vm = Vm {
        known: Known::new(&names),
        types: Types::new(&heap, &names),
        builtins: namespace(),
        prelude: namespace(),
        globals: namespace(),
        modules: HashMap::new(),
        stack: Vec::new(),
        spare: Vec::new(),
        loops: Loops::default(),
        running_loop: None,
        fatal: None,
        threads: Threads::default(),
        waiting: None,
        counters: Counters::default(),
        recording: Recording::new(options.limits.log),
        limits: options.limits.clone(),
        library: options.library.clone(),
        now: 0.0,
        epoch: options.epoch,
        budget: u64::MAX,
        stepping: false,
        breakpoints: Rc::default(),
        watched: Watched::default(),
        failure: None,
        ended: None,
        parting: false,
        left: Vec::new(),
        holders: Vec::new(),
        warned: HashSet::new(),
        aside: None,
        repr_stack: Vec::new(),
        repr_depth: 0,
        repr_room: usize::MAX,
        printed: 0,
        names,
        heap,
        quick: options.quick,
    };
    builtins::install(&mut vm);
    vm
}

impl Machine {
    /// Lets go of some of what the run holds, about `most` things; false when
    /// there is little left. Nothing else may be asked of it any more. Dropping
    /// a machine does all of this at once, which may take long.
    pub fn dismantle(&mut self, most: usize) -> bool {
        if !self.vm.heap.is_closing() {
            unravel(&mut self.vm);
        }
        self.vm.heap.dig(most) || self.vm.recording.forget(most)
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        if !self.vm.heap.is_closing() {
            unravel(&mut self.vm);
        }
        self.vm.heap.clear_away();
    }
}

/// Ends what runs and empties the namespaces: functions and the names they see
/// hold each other, and would stay for ever.
fn unravel(vm: &mut Vm) {
    vm.heap.close();
    vm.spare.clear();
    let mut held = std::mem::take(&mut vm.loops).into_values();
    held.append(&mut vm.left);
    for activation in vm.stack.drain(..).chain(vm.threads.take_stacks()) {
        if let Activation::Frame(frame) = activation {
            held.extend(frame.into_values());
        }
    }
    held.extend([&vm.globals, &vm.prelude, &vm.builtins].map(|names| Value::Dict(names.clone())));
    held.extend(vm.modules.values().cloned());
    let types = vm.types.all().into_iter().chain(vm.types.exceptions());
    held.extend(types.cloned().map(Value::Class));
    vm.heap.bury(held);
    vm.free_locals(0);
    while vm.heap.take_orphan().is_some() {}
}
