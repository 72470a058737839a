//! The machine that runs bytecode.
//!
//! Python calls never recurse on the native stack: frames live in a vector, so
//! the machine can stop between any two lines, and depth is a limit it sets. A
//! native function that meets something only Python can do (a `__eq__` of the
//! program's, a generator) gives up with [`Fault::NeedsPython`], and its twin
//! in `prelude.py` takes over.

mod arithmetic;
mod attribute;
mod call;
mod class;
mod comparison;
mod display;
mod execute;
mod failure;
mod generator;
mod glance;
mod import;
mod operators;
mod quick;
mod resume;
mod sequence;
mod text;
mod thread;
mod traceback;
mod watch;

use std::collections::{HashMap, HashSet};
use std::rc::{Rc, Weak};

use super::fault::{Exception, Fault, Kind, Try};
use super::library::Library;
use super::names::{Known, Names};
use super::object::{
    Args, Body, Dict, ExceptionBody, Flow, Frame, Heap, Instance, Iter, IterKind, List, Str, Table,
    Tuple, Value,
};
use super::types::Types;
use crate::asyncio::{LoopId, LoopRun, Loops};
use crate::machine::{Limits, Quick, Status};
use crate::trace::{EventKind, Recording, Seconds, Stream};

pub(crate) use arithmetic::number_of;
pub(crate) use call::Entered;
pub use class::ClassPlan;
pub(crate) use execute::truth;
pub use failure::Failure;
pub use thread::{Threads, Waiting};
pub(crate) use watch::Watched;

/// What is being done, the innermost last.
pub enum Activation {
    Frame(Box<Frame>),
    /// `asyncio.run`: the event loop picks what runs next.
    Loop(Box<LoopRun>),
}

/// Where the machine goes after an instruction that may leave its frame.
pub(crate) enum Next {
    /// On with the current frame.
    Continue,
    /// The current frame is over or asleep.
    Leave(Option<Status>),
    /// The current frame stays, but the machine stops here.
    Stop(Status),
}

/// The state of a run.
pub struct Vm {
    pub(crate) quick: Quick,
    pub heap: Heap,
    pub names: Rc<Names>,
    pub known: Known,
    pub types: Types,
    pub builtins: Rc<Dict>,
    /// The library's Python that natives fall back on.
    pub prelude: Rc<Dict>,
    /// The program's own names.
    pub globals: Rc<Dict>,
    pub modules: HashMap<Rc<str>, Value>,
    pub library: Library,
    pub stack: Vec<Activation>,
    /// Frames that are over, for the next calls.
    pub spare: Vec<Box<Frame>>,
    pub loops: Loops,
    /// The loop that runs in this thread.
    pub running_loop: Option<LoopId>,
    /// What ends the running loop: it asked the program to end.
    pub fatal: Option<Exception>,
    pub threads: Threads,
    /// What the running thread waits for.
    pub waiting: Option<Waiting>,
    pub counters: Counters,
    pub recording: Recording,
    pub limits: Limits,
    /// Program time, in seconds.
    pub now: Seconds,
    /// Unix time at program time 0.
    pub epoch: f64,
    /// Steps left of the present slice.
    pub budget: u64,
    /// Stop at every line of the program.
    pub stepping: bool,
    /// Lines of the program at which to stop, from 1.
    pub breakpoints: Rc<[u32]>,
    pub(crate) watched: Watched,
    pub failure: Option<Failure>,
    /// How the program ended, and the exception it died of, while its threads
    /// come to their ends.
    pub ended: Option<(Status, Option<Exception>)>,
    /// It has ended; what it leaves behind has its last words.
    pub parting: bool,
    /// The program is being asked for a text, in the middle of something else.
    pub(crate) aside: Option<traceback::Aside>,
    /// What it left behind and could not be told of.
    pub left: Vec<Value>,
    /// Warnings that were shown, by line (0: after the end).
    pub warned: HashSet<(u32, Box<str>)>,
    /// The exceptions that hold variables of frames they left.
    pub holders: Vec<Weak<Instance>>,
    /// Containers whose `repr` is being written.
    pub repr_stack: Vec<*const ()>,
    /// How deep the text being written stands.
    pub repr_depth: usize,
    /// How long a `repr` may become: labels need but its beginning.
    pub repr_room: usize,
    pub printed: u64,
}

/// Numbers given out in order.
#[derive(Default)]
pub struct Counters {
    pub coroutines: u32,
    pub tasks: u32,
    pub timers: u32,
    pub resources: u32,
    /// asyncio's own count, for `Task-3`.
    pub task_names: u64,
    /// How often a card's key was given out, by its hash: two keys with the same
    /// hash only get a number more than they need.
    pub keys: hashbrown::HashMap<u64, u32, foldhash::fast::FixedState>,
}

impl Vm {
    /// Adds an event to the log.
    pub fn log(&mut self, kind: EventKind) {
        self.recording
            .push(crate::trace::Event { at: self.now, kind });
    }

    /// Counts a step, and the natives' work since the last one.
    pub(crate) fn count_step(&mut self) {
        let worked = self.heap.steps_worked();
        self.budget = self.budget.saturating_sub(1 + worked);
    }

    /// Drops what large containers held; false where the budget is spent before
    /// that is done.
    #[inline]
    pub(crate) fn fill_pits(&mut self) -> bool {
        while self.heap.fill_pits() {
            if self.budget == 0 {
                return false;
            }
            self.count_step();
        }
        true
    }

    /// Runs until the status changes or the budget is spent.
    pub fn run(&mut self) -> Status {
        // The last slice may have ended in the middle of what asked for much:
        // the first step looks whether there is room.
        self.heap.work_step();
        let status = self.run_on();
        self.recording.settle();
        status
    }

    fn run_on(&mut self) -> Status {
        loop {
            if let Err(status) = self.switch() {
                return status;
            }
            let status = match self.stack.pop() {
                None => return Status::Done,
                Some(Activation::Frame(frame)) => self.execute(frame),
                Some(Activation::Loop(run)) => self.turn_loop(run),
            };
            match status {
                Some(status @ (Status::Done | Status::Failed)) => return status,
                Some(status) if self.waiting.is_none() => return status,
                _ => {}
            }
        }
    }

    pub fn text(&self, text: impl Into<String>) -> Value {
        Value::Str(Rc::new(Str::new(&self.heap, text)))
    }

    pub fn tuple(&self, items: Vec<Value>) -> Value {
        Value::Tuple(Rc::new(Tuple::new(&self.heap, items)))
    }

    pub fn list(&self, items: Vec<Value>) -> Value {
        Value::List(Rc::new(List::new(&self.heap, items)))
    }

    pub fn dict(&self, table: Table) -> Value {
        Value::Dict(Rc::new(Dict::new(&self.heap, table)))
    }

    pub fn iter(&self, kind: IterKind) -> Value {
        Value::Iter(Rc::new(Iter::new(&self.heap, kind)))
    }

    /// An exception of a built-in kind with one argument, or none where the
    /// message is empty.
    pub fn new_exception(&self, kind: Kind, message: &str) -> Exception {
        let args = match message {
            "" => Vec::new(),
            text => vec![self.text(text)],
        };
        self.exception_of(self.types.exception(kind).clone(), args)
    }

    /// An exception of that class.
    pub fn exception_of(&self, class: Rc<super::object::Class>, args: Vec<Value>) -> Exception {
        let body = ExceptionBody {
            args: self.tuple(args).into(),
            cause: Default::default(),
            context: Default::default(),
            suppress_context: Default::default(),
            trace: Default::default(),
            members: Default::default(),
            lacking: Default::default(),
            locals: Default::default(),
        };
        Rc::new(Instance::new(
            &self.heap,
            class,
            Body::Exception(Box::new(body)),
        ))
    }

    /// The exception of a fault.
    pub fn exception_from(&self, fault: Fault) -> Exception {
        match fault {
            Fault::Raised(exception) => exception,
            Fault::NoAttribute(missing) => {
                let (object, name) = *missing;
                let shown = match &object {
                    Value::Module(module) => format!("module '{}'", module.name.text()),
                    object => format!("'{}' object", self.type_name(object)),
                };
                let message = format!("{shown} has no attribute '{}'", name.text());
                let exception = self.new_exception(Kind::AttributeError, &message);
                if let Some(body) = exception.exception() {
                    drop(body.lacking.replace(Some(object)));
                }
                exception
            }
            Fault::New(Kind::KeyError, message) => self.exception_of(
                self.types.exception(Kind::KeyError).clone(),
                vec![self.text(&*message)],
            ),
            Fault::New(kind, message) => {
                if kind == Kind::MemoryError {
                    self.heap.grant_slack();
                }
                self.new_exception(kind, &message)
            }
            Fault::NeedsPython | Fault::NeedsIndex | Fault::NeedsFrame(_) => self.new_exception(
                Kind::SystemError,
                "the engine cannot call Python code from here",
            ),
        }
    }

    /// Calls a function of the prelude.
    pub fn prelude_call(&self, name: &str, args: Vec<Value>) -> Try<Flow> {
        self.prelude_call_with(name, Args::new(args))
    }

    /// The same, with arguments that have a name.
    pub(crate) fn prelude_call_with(&self, name: &str, args: Args) -> Try<Flow> {
        let name = self.names.intern(name);
        match self.prelude.get_name(&name) {
            Some(callee) => Ok(Flow::call(callee, args)),
            None => Err(Fault::new(
                Kind::SystemError,
                format_args!("prelude.py has no {}", name.text()),
            )),
        }
    }

    /// Writes to the program's console. Errors: too much was written.
    pub fn print(&mut self, stream: Stream, text: &str) -> Try<()> {
        self.printed += text.len() as u64;
        if self.printed > self.limits.printed_bytes {
            // Once: what the program says about it is let through.
            self.printed = 0;
            self.limits.printed_bytes = u64::MAX;
            return Err(Fault::new(
                Kind::MemoryError,
                "the program printed too much",
            ));
        }
        self.log(EventKind::Printed {
            stream,
            text: text.into(),
        });
        Ok(())
    }
}
