//! A loop's debug mode: where things were created, and what ran for too long.

use std::rc::Rc;

use super::Future;
use super::event_loop::{Handle, LoopId};
use super::future::State;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Frame, Generator, GeneratorState, Origin, TraceEntry, Value};
use crate::python::vm::{Activation, Vm};
use crate::trace::Seconds;

/// Of where something was created so many frames are told, the innermost.
const DEPTH: usize = 10;

/// What a handle runs, and since when.
pub(super) struct Stretch {
    since: Seconds,
    /// A task, or what stands for a call: see `_report_slow`.
    subject: Value,
}

impl Vm {
    /// Where the program stands, for something that belongs to that loop, in
    /// that current frame. `None`: it is not in debug mode.
    pub(crate) fn origin_for(&self, home: LoopId, current: Option<&Frame>) -> Option<Origin> {
        self.loops.get(home).filter(|home| home.debug)?;
        let outer = self
            .stack
            .iter()
            .rev()
            .filter_map(|activation| match activation {
                Activation::Frame(frame) => Some(&**frame),
                Activation::Loop(_) => None,
            });
        let entries = current.into_iter().chain(outer).filter_map(|frame| {
            let own = !frame.code.source.library && frame.line > 0;
            own.then(|| TraceEntry {
                code: frame.code.clone(),
                pc: frame.pc.saturating_sub(1),
            })
        });
        let entries: Vec<TraceEntry> = entries.take(DEPTH).collect();
        (!entries.is_empty()).then(|| Origin(Rc::new(entries)))
    }

    /// The line that a coroutine or a generator stands on: that of its `def`
    /// before it has begun, and when it is over.
    pub(crate) fn line_of(&self, coroutine: &Generator) -> u32 {
        match (coroutine.state.get(), &*coroutine.frame.borrow()) {
            (GeneratorState::Running, _) => self.line_within(coroutine),
            (_, Some(frame)) if frame.line > 0 => frame.line,
            _ => coroutine.code.first_line,
        }
    }

    /// The frames of a task, the outermost first: where its coroutine stands,
    /// or what its exception passed through (asyncio, "Task.get_stack").
    pub(super) fn stack_of(&self, task: &Future) -> Vec<Value> {
        let alive = |own: &Rc<Generator>| own.state.get() != GeneratorState::Closed;
        match (task.coroutine().filter(alive), task.failure()) {
            (Some(own), _) => vec![self.frame_object(&own.code, self.line_of(&own))],
            (None, Some(failure)) => {
                let trace = failure.exception().map(|body| body.trace.borrow().clone());
                let passed = trace.into_iter().flatten().rev();
                passed
                    .filter(|entry| !entry.code.source.library)
                    .map(|entry| self.frame_object(&entry.code, entry.code.line(entry.pc)))
                    .collect()
            }
            (None, None) => Vec::new(),
        }
    }

    /// The line on which a coroutine runs.
    fn line_within(&self, coroutine: &Generator) -> u32 {
        let is_its = |activation: &&Activation| {
            matches!(activation, Activation::Frame(frame)
                if frame.generator.as_ref().is_some_and(|own| std::ptr::eq(&**own, coroutine)))
        };
        match self.stack.iter().rev().find(is_its) {
            Some(Activation::Frame(frame)) => frame.line,
            // It is the current frame: the line reached last is its own.
            _ => self.recording.line(),
        }
    }

    /// Ends a future for the program. In debug mode nothing that waits for it
    /// may be woken from another thread.
    ///
    /// # Errors
    /// `RuntimeError` for that, `InvalidStateError` where it has ended already.
    pub(super) fn settle_checked(&mut self, future: &Rc<Future>, state: State) -> Try<()> {
        let elsewhere = self.running_loop != Some(future.home)
            && self
                .loops
                .get(future.home)
                .is_some_and(|home| home.running && home.debug);
        let waiting = match elsewhere && !future.is_done() {
            true => future.callbacks.take(),
            false => Vec::new(),
        };
        self.settle(future, state)?;
        match waiting.is_empty() {
            true => Ok(()),
            false => Err(Fault::new(
                Kind::RuntimeError,
                "Non-thread-safe operation invoked on an event loop other than the current one",
            )),
        }
    }

    /// Remembers what begins to run, where its loop is in debug mode.
    pub(super) fn begin_stretch(&self, id: LoopId, handle: &Handle) -> Option<Stretch> {
        self.loops.get(id).filter(|home| home.debug)?;
        let subject = match handle {
            Handle::Step(task, _) | Handle::Wake(task, _) => Value::Future(task.clone()),
            Handle::Call(function, args) => {
                let args = self.tuple(args.clone());
                self.tuple(vec![function.clone(), args])
            }
            Handle::Close(_) | Handle::SetResult(..) => return None,
        };
        Some(Stretch {
            since: self.now,
            subject,
        })
    }

    /// The handle that reports a stretch which took too long.
    pub(super) fn end_stretch(&mut self, id: LoopId, stretch: Stretch) -> Option<Handle> {
        let took = self.now - stretch.since;
        if took < self.loops.get(id)?.slow {
            return None;
        }
        let report = self.asyncio_name("_report_slow")?;
        let args = vec![stretch.subject, Value::Float(took)];
        Some(Handle::Call(report, args))
    }

    /// `_origin(thing)`: where a future was created, or, of anything else, what
    /// is created now in the running loop: the place, and the frames as text.
    pub(super) fn origin_value(&self, thing: Option<&Value>) -> Value {
        let origin = match thing {
            Some(Value::Future(future)) => future.origin.clone(),
            _ => self
                .running_loop
                .and_then(|home| self.origin_for(home, None)),
        };
        match origin {
            Some(origin) => self.tuple(vec![self.text(origin.place()), self.text(origin.text())]),
            None => Value::None,
        }
    }
}
