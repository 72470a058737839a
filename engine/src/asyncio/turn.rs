//! The loop's turns: what is ready when a turn begins runs in it.

use std::rc::Rc;

use super::debug::Stretch;
use super::event_loop::{Handle, LoopId};
use super::future::State;
use crate::machine::Status;
use crate::python::code::Code;
use crate::python::fault::{Exception, Fault, Kind, Try};
use crate::python::object::{Args, Flow, Frame, Function, Generator, GeneratorState, Then, Value};
use crate::python::vm::{Activation, Entered, Next, Vm, Waiting};
use crate::trace::EventKind;

/// A call of `run_forever` in progress.
pub struct LoopRun {
    id: LoopId,
    /// Handles of this turn that are still to run.
    left: usize,
    /// A turn has been.
    begun: bool,
    /// The other threads had their chance before the next turn.
    polled: bool,
    /// In debug mode: what ran last, and is to be looked at.
    stretch: Option<Stretch>,
}

impl Vm {
    /// Begins `loop.run_forever()`. Errors: a loop runs already.
    pub(crate) fn begin_loop(&mut self, id: LoopId) -> Try<Box<LoopRun>> {
        let busy = self.running_loop.is_some();
        let closed = || Fault::new(Kind::RuntimeError, "Event loop is closed");
        let event_loop = self.loops.get_mut(id).ok_or_else(closed)?;
        if event_loop.running {
            return Err(Fault::new(
                Kind::RuntimeError,
                "This event loop is already running",
            ));
        }
        if busy {
            return Err(Fault::new(
                Kind::RuntimeError,
                "Cannot run the event loop while another loop is running",
            ));
        }
        event_loop.running = true;
        self.running_loop = Some(id);
        Ok(Box::new(LoopRun {
            id,
            left: 0,
            begun: false,
            polled: false,
            stretch: None,
        }))
    }

    /// Runs what is ready, until a frame is to be run (`None`) or nothing is.
    pub(crate) fn turn_loop(&mut self, mut run: Box<LoopRun>) -> Option<Status> {
        loop {
            if let Some(exception) = self.fatal.take() {
                return self.leave_loop(run.id, Err(exception));
            }
            if self.budget == 0 || !self.fill_pits() {
                self.stack.push(Activation::Loop(run));
                return Some(Status::OutOfBudget);
            }
            if self.heap.has_orphans() {
                // What the last handle dropped.
                if let Some(event_loop) = self.running_loop() {
                    event_loop.called = None;
                }
                self.stack.push(Activation::Loop(run));
                let mut frame = self.idle_frame();
                frame.then = Then::Handle;
                match self.adopt_orphan(&mut frame) {
                    None => {}
                    Some(Next::Leave(status)) => return status,
                    Some(_) => {
                        self.stack.push(Activation::Frame(frame));
                        return None;
                    }
                }
                match self.stack.pop() {
                    Some(Activation::Loop(same)) => run = same,
                    _ => return Some(Status::Done),
                }
                continue;
            }
            if run.left > 0 || run.stretch.is_some() {
                let report = match run.stretch.take() {
                    Some(stretch) => self.end_stretch(run.id, stretch),
                    None => None,
                };
                let handle = match report {
                    Some(report) => report,
                    None if run.left == 0 => continue,
                    None => {
                        // Not every handle runs lines that would count.
                        self.count_step();
                        run.left -= 1;
                        let event_loop = self.loops.get_mut(run.id);
                        let handle = event_loop.and_then(|event_loop| event_loop.ready.pop_front());
                        let Some(handle) = handle else { continue };
                        run.stretch = self.begin_stretch(run.id, &handle);
                        handle
                    }
                };
                // What the handle runs, it runs on top of the loop.
                self.stack.push(Activation::Loop(run));
                if let Some(activation) = self.begin_handle(handle) {
                    self.stack.push(activation);
                    return None;
                }
                match self.stack.pop() {
                    Some(Activation::Loop(same)) => run = same,
                    _ => return Some(Status::Done),
                }
                continue;
            }
            let Some(event_loop) = self.loops.get_mut(run.id) else {
                return self.leave_loop(run.id, Ok(()));
            };
            if event_loop.stopping && run.begun {
                event_loop.stopping = false;
                return self.leave_loop(run.id, Ok(()));
            }
            if !run.polled && self.has_other_threads() {
                run.polled = true;
                let until = self.earliest_timer(run.id);
                let waiting = match self.loops.get(run.id) {
                    Some(event_loop) if event_loop.is_ready() => Waiting::turn(),
                    _ if until.is_some_and(|until| self.is_due(until)) => Waiting::turn(),
                    _ => Waiting::event_loop(run.id, until),
                };
                self.stack.push(Activation::Loop(run));
                self.wait(waiting);
                return None;
            }
            run.polled = false;
            self.count_step();
            match self.begin_turn(run.id) {
                Ok(left) => {
                    run.left = left;
                    run.begun = true;
                }
                Err(status) => {
                    self.stack.push(Activation::Loop(run));
                    return status;
                }
            }
        }
    }

    /// Moves what is due to the ready queue; answers how many handles the turn
    /// has, or why there is none (`None`: another thread may have more to do).
    fn begin_turn(&mut self, id: LoopId) -> Result<usize, Option<Status>> {
        let idle = |until: Option<_>| until.map_or(Status::Stuck, Status::IdleUntil);
        if !self.fire_timers(id) {
            return Err(Some(Status::OutOfBudget));
        }
        let until = self.earliest_timer(id);
        let Some(event_loop) = self.loops.get(id) else {
            return Err(None);
        };
        if !event_loop.is_ready() {
            return Err((!self.has_other_threads()).then(|| idle(until)));
        }
        let left = event_loop.ready.len();
        self.log(EventKind::Turn);
        Ok(left)
    }

    /// Does what a handle says; a frame to run first is given back.
    fn begin_handle(&mut self, handle: Handle) -> Option<Activation> {
        match handle {
            Handle::Step(task, exception) => self.begin_step(task, exception),
            Handle::Wake(task, future) => {
                let failed = match &*future.state.borrow() {
                    State::Failed(exception) => {
                        future.unseen.set(false);
                        Some(exception.clone())
                    }
                    _ => None,
                };
                let exception = match failed {
                    None if future.is_cancelled() => Some(self.cancelled_error(&future)),
                    failed => failed,
                };
                self.begin_step(task, exception)
            }
            Handle::Close(generator) => {
                let home = self.running_loop?;
                let coroutine = self.closing_coroutine(vec![generator])?;
                let _ = self.create_task(&coroutine, None, false, home);
                None
            }
            Handle::SetResult(future, value) => {
                if !future.is_cancelled() {
                    let _ = self.settle(&future, State::Result(value));
                }
                None
            }
            Handle::Call(function, args) => {
                let mut frame = self.idle_frame();
                frame.then = Then::Handle;
                if let Some(event_loop) = self.running_loop() {
                    event_loop.called = Some((function.clone(), args.clone()));
                }
                let flow = self.call(&function, Args::new(args));
                match flow {
                    Ok(Flow::Value(_)) => None,
                    Err(fault) => {
                        let exception = self.exception_from(fault);
                        self.handle_finished(Err(exception));
                        None
                    }
                    // The idle frame stays under it and ends the handle.
                    flow => match self.follow(&mut frame, flow, Then::Push) {
                        Next::Continue | Next::Stop(_) => Some(Activation::Frame(frame)),
                        Next::Leave(_) => None,
                    },
                }
            }
        }
    }

    /// A handle of the program's has run. What asks the program to end goes
    /// through the loop; any other failure is reported before anything else.
    pub(crate) fn handle_finished(&mut self, result: Result<Value, Exception>) {
        let called = self.running_loop().and_then(|lp| lp.called.take());
        let (Err(exception), Some((function, args))) = (result, called) else {
            return;
        };
        if asks_to_end(&exception) {
            self.fatal = Some(exception);
            return;
        }
        let Some(report) = self.asyncio_name("_report_callback") else {
            return;
        };
        let args = self.tuple(args);
        let report = Handle::Call(report, vec![function, args, Value::Instance(exception)]);
        if let Some(event_loop) = self.running_loop() {
            event_loop.ready.push_front(report);
            if let Some(Activation::Loop(run)) = self.stack.last_mut() {
                run.left += 1;
            }
        }
    }

    /// A name of the module `asyncio`.
    pub(crate) fn asyncio_name(&self, name: &str) -> Option<Value> {
        self.module_name("asyncio", name)
    }

    /// A name of a module that has been imported.
    pub(crate) fn module_name(&self, module: &str, name: &str) -> Option<Value> {
        match self.modules.get(module)? {
            Value::Module(module) => module.namespace.get_name(&self.names.intern(name)),
            _ => None,
        }
    }

    /// The frame that runs a notebook's cell in a loop of its own.
    pub(crate) fn notebook_frame(&mut self, code: Rc<Code>) -> Box<Frame> {
        self.preload("asyncio");
        let cell = Function {
            name: code.name.clone().into(),
            qualified_name: code.qualified_name.clone().into(),
            globals: self.globals.clone(),
            defaults: Default::default(),
            keyword_defaults: Vec::new(),
            annotations: Default::default(),
            cells: Vec::new(),
            attributes: Default::default(),
            charge: self.heap.charge(size_of::<Function>()),
            code,
        };
        let args = Args::new(vec![Value::Function(Rc::new(cell))]);
        let idle = self.idle_frame();
        match self.asyncio_name("_run_cell") {
            Some(Value::Function(run)) => match self.enter(&idle, &run, args) {
                Ok(Entered::Frame(frame)) => frame,
                _ => idle,
            },
            _ => idle,
        }
    }

    /// An asynchronous generator was dropped half-way: its loop closes it, in
    /// a task of its own. Where that is closed itself, nobody can.
    pub(crate) fn close_later(&mut self, generator: Rc<Generator>) {
        match generator.home.get() {
            Some(home) if self.loops.get(home).is_some() => {
                self.call_soon(home, Handle::Close(generator));
            }
            _ => generator.state.set(GeneratorState::Closed),
        }
    }

    /// A coroutine that closes them; `None` where there are none.
    pub(super) fn closing_coroutine(&mut self, generators: Vec<Rc<Generator>>) -> Option<Value> {
        if generators.is_empty() {
            return None;
        }
        let mut steps = Vec::new();
        for generator in generators {
            let exit = self.new_exception(Kind::GeneratorExit, "");
            steps.push(self.async_step(&generator, Err(exit), true));
        }
        let steps = self.list(steps);
        let name = self.names.intern("close_generators");
        let Some(Value::Function(function)) = self.prelude.get_name(&name) else {
            return None;
        };
        let idle = self.idle_frame();
        match self.enter(&idle, &function, Args::new(vec![steps])) {
            Ok(Entered::Value(coroutine)) => Some(coroutine),
            _ => None,
        }
    }

    /// The loop has stopped: whoever called `run_forever` goes on.
    fn leave_loop(&mut self, id: LoopId, result: Result<(), Exception>) -> Option<Status> {
        if let Some(event_loop) = self.loops.get_mut(id) {
            event_loop.running = false;
            event_loop.stopping = false;
            event_loop.current = None;
        }
        self.running_loop = None;
        let Some(Activation::Frame(mut frame)) = self.stack.pop() else {
            return Some(Status::Done);
        };
        let next = match result {
            Ok(()) => {
                frame.push(Value::None);
                Next::Continue
            }
            Err(exception) => self.raise(&mut frame, Fault::Raised(exception)),
        };
        match next {
            Next::Continue => {
                self.stack.push(Activation::Frame(frame));
                None
            }
            Next::Leave(status) => status,
            Next::Stop(status) => {
                self.stack.push(Activation::Frame(frame));
                Some(status)
            }
        }
    }
}

/// `SystemExit` and `KeyboardInterrupt` end the loop, and are no report.
pub(super) fn asks_to_end(exception: &Exception) -> bool {
    let class = exception.class();
    class.is_exception(Kind::SystemExit) || class.is_exception(Kind::KeyboardInterrupt)
}
