//! The ready queue, the timers, and the loop's turns.

use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashSet, VecDeque};
use std::rc::{Rc, Weak};

use super::Future;
use super::future::{Callback, State};
use crate::machine::Status;
use crate::python::fault::{Exception, Fault, Kind, Try};
use crate::python::object::{Args, Flow, Generator, GeneratorState, Then, Value};
use crate::python::vm::{Activation, Entered, Next, Vm};
use crate::trace::{EventKind, ReadyReason, Seconds, Stream, TaskId, TimerId};

/// Timers due within this are due: the resolution of CPython's clock.
const RESOLUTION: Seconds = 1e-9;

/// The loop's state.
#[derive(Default)]
pub struct EventLoop {
    ready: VecDeque<Handle>,
    timers: BinaryHeap<Reverse<Timer>>,
    /// Timers that have neither fired nor been cancelled.
    pending: HashSet<TimerId>,
    sequence: u64,
    /// The task that has the thread.
    pub(crate) current: Option<Rc<Future>>,
    tasks: Vec<Weak<Future>>,
    /// Asynchronous generators that have begun: closed at the end.
    generators: Vec<Weak<Generator>>,
    stopping: bool,
    /// The function of the program's that runs as a handle, as a report of
    /// its failure would show it.
    running: Option<(Value, Vec<Value>)>,
}

/// What runs when its turn comes.
pub(crate) enum Handle {
    /// A step of a task; an exception is thrown into it.
    Step(Rc<Future>, Option<Exception>),
    /// A task goes on: the future that it waited for has ended.
    Wake(Rc<Future>, Rc<Future>),
    /// A function is called.
    Call(Value, Vec<Value>),
    /// A sleep is over.
    SetResult(Rc<Future>, Value),
    StopLoop,
}

struct Timer {
    deadline: Seconds,
    sequence: u64,
    id: TimerId,
    handle: Handle,
}

impl PartialEq for Timer {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}
impl Eq for Timer {}
impl PartialOrd for Timer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Timer {
    fn cmp(&self, other: &Self) -> Ordering {
        self.deadline
            .total_cmp(&other.deadline)
            .then(self.sequence.cmp(&other.sequence))
    }
}

/// A call of `asyncio.run` in progress.
pub struct LoopRun {
    main: Rc<Future>,
    /// Handles of this turn that are still to run.
    left: usize,
    phase: Phase,
}

enum Phase {
    Main,
    /// The main task is over; the others were cancelled.
    Cancelling(Vec<Rc<Future>>),
    /// Asynchronous generators left half-way are being closed.
    Closing,
}

impl Vm {
    /// Begins `asyncio.run(coroutine)`.
    pub(crate) fn begin_loop(&mut self, coroutine: Value) -> Try<LoopRun> {
        if self.event_loop.is_some() {
            return Err(Fault::new(
                Kind::RuntimeError,
                "asyncio.run() cannot be called from a running event loop",
            ));
        }
        self.event_loop = Some(EventLoop::default());
        let main = match &coroutine {
            Value::Future(future) => future.clone(),
            _ => self.create_task(&coroutine, None, true)?,
        };
        main.callbacks.borrow_mut().push(Callback::StopLoop);
        Ok(LoopRun {
            main,
            left: 0,
            phase: Phase::Main,
        })
    }

    /// Runs what is ready, until a frame is to be run (`None`) or nothing is.
    pub(crate) fn turn_loop(&mut self, mut run: LoopRun) -> Option<Status> {
        loop {
            while run.left > 0 {
                run.left -= 1;
                let handle = self.event_loop.as_mut().and_then(|lp| lp.ready.pop_front());
                let Some(handle) = handle else { continue };
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
            }
            let Some(event_loop) = &mut self.event_loop else {
                return Some(Status::Done);
            };
            if event_loop.stopping {
                event_loop.stopping = false;
                match self.next_phase(run) {
                    Ok(next) => run = next,
                    Err(status) => return status,
                }
                continue;
            }
            if self.budget == 0 {
                self.stack.push(Activation::Loop(run));
                return Some(Status::OutOfBudget);
            }
            self.budget -= 1;
            match self.begin_turn() {
                Ok(left) => run.left = left,
                Err(status) => {
                    self.stack.push(Activation::Loop(run));
                    return Some(status);
                }
            }
        }
    }

    /// Moves what is due to the ready queue; answers how many handles the turn
    /// has, or why there is none.
    fn begin_turn(&mut self) -> Result<usize, Status> {
        let Some(event_loop) = &mut self.event_loop else {
            return Err(Status::Done);
        };
        while let Some(Reverse(timer)) = event_loop.timers.peek()
            && !event_loop.pending.contains(&timer.id)
        {
            event_loop.timers.pop();
        }
        let mut fired = Vec::new();
        while let Some(Reverse(timer)) = event_loop.timers.peek()
            && timer.deadline < self.now + RESOLUTION
        {
            if let Some(Reverse(timer)) = event_loop.timers.pop()
                && event_loop.pending.remove(&timer.id)
            {
                fired.push(timer.id);
                event_loop.ready.push_back(timer.handle);
            }
        }
        if event_loop.ready.is_empty() {
            return Err(match event_loop.timers.peek() {
                Some(Reverse(timer)) => Status::IdleUntil(timer.deadline),
                None => Status::Stuck,
            });
        }
        let left = event_loop.ready.len();
        for timer in fired {
            self.log(EventKind::TimerFired { timer });
        }
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
            Handle::SetResult(future, value) => {
                if !future.is_cancelled() {
                    let _ = self.settle(&future, State::Result(value));
                }
                None
            }
            Handle::StopLoop => {
                if let Some(event_loop) = &mut self.event_loop {
                    event_loop.stopping = true;
                }
                None
            }
            Handle::Call(function, args) => {
                let mut frame = self.idle_frame();
                frame.then = Then::Handle;
                if let Some(event_loop) = &mut self.event_loop {
                    event_loop.running = Some((function.clone(), args.clone()));
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
                        Next::Continue => Some(Activation::Frame(frame)),
                        Next::Leave(_) | Next::Stop(_) => None,
                    },
                }
            }
        }
    }

    /// A handle of the program's has run.
    pub(crate) fn handle_finished(&mut self, result: Result<Value, Exception>) {
        let running = self
            .event_loop
            .as_mut()
            .and_then(|event_loop| event_loop.running.take());
        if let (Err(exception), Some((function, args))) = (result, running) {
            let trace = self.traceback(&exception);
            let call = self.call_text(&function, &args);
            let text = format!("Exception in callback {call}\nhandle: <Handle {call}>\n{trace}");
            let _ = self.print(Stream::Error, &text);
        }
    }

    /// The loop was told to stop: what comes next. `Err`: it is over, and
    /// where that leaves the machine.
    fn next_phase(&mut self, run: LoopRun) -> Result<LoopRun, Option<Status>> {
        if let Phase::Main = run.phase {
            let others = self.pending_tasks();
            if !others.is_empty() {
                for task in &others {
                    self.cancel_future(task, Value::None);
                }
                if let Some(event_loop) = &mut self.event_loop {
                    event_loop.stopping = others.iter().all(|task| task.is_done());
                }
                return Ok(LoopRun {
                    main: run.main,
                    left: 0,
                    phase: Phase::Cancelling(others),
                });
            }
        }
        if let Phase::Cancelling(others) = &run.phase {
            for task in others {
                let failed = match &*task.state.borrow() {
                    State::Failed(exception) => Some(exception.clone()),
                    _ => None,
                };
                if let Some(exception) = failed {
                    task.unseen.set(false);
                    let shown = self.future_repr(task);
                    let trace = self.traceback(&exception);
                    let text = format!(
                        "unhandled exception during asyncio.run() shutdown\ntask: {shown}\n{trace}"
                    );
                    let _ = self.print(Stream::Error, &text);
                }
            }
        }
        if !matches!(run.phase, Phase::Closing)
            && let Some(closer) = self.close_generators()
        {
            closer.callbacks.borrow_mut().push(Callback::StopLoop);
            return Ok(LoopRun {
                main: run.main,
                left: 0,
                phase: Phase::Closing,
            });
        }
        Err(self.end_loop(run))
    }

    /// A task that closes the asynchronous generators left half-way, if there
    /// are any.
    fn close_generators(&mut self) -> Option<Rc<Future>> {
        let event_loop = self.event_loop.as_mut()?;
        let open: Vec<Rc<Generator>> = std::mem::take(&mut event_loop.generators)
            .iter()
            .filter_map(Weak::upgrade)
            .filter(|generator| generator.state.get() == GeneratorState::Suspended)
            .collect();
        let coroutine = self.closing_coroutine(open)?;
        self.create_task(&coroutine, None, false).ok()
    }

    /// Closes asynchronous generators that were dropped half-way, in a task
    /// of their own.
    pub(crate) fn close_later(&mut self, generators: Vec<Rc<Generator>>) {
        if self.event_loop.is_some()
            && let Some(coroutine) = self.closing_coroutine(generators)
        {
            let _ = self.create_task(&coroutine, None, false);
        }
    }

    fn closing_coroutine(&mut self, generators: Vec<Rc<Generator>>) -> Option<Value> {
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

    /// Remembers an asynchronous generator that begins.
    pub(crate) fn register_generator(&mut self, generator: &Rc<Generator>) {
        if let Some(event_loop) = &mut self.event_loop {
            let known = &mut event_loop.generators;
            if known.len() == known.capacity() {
                known.retain(|generator| generator.strong_count() > 0);
            }
            known.push(Rc::downgrade(generator));
        }
    }

    /// Whether the tasks cancelled at the end are all over: then stop.
    pub(crate) fn note_task_end(&mut self) {
        let over = self
            .stack
            .iter()
            .rev()
            .find_map(|activation| match activation {
                Activation::Loop(run) => Some(match &run.phase {
                    Phase::Cancelling(others) => others.iter().all(|task| task.is_done()),
                    Phase::Main | Phase::Closing => false,
                }),
                Activation::Frame(_) => None,
            });
        if over == Some(true)
            && let Some(event_loop) = &mut self.event_loop
        {
            event_loop.stopping = true;
        }
    }

    /// Hands the main task's result to whoever called `asyncio.run`.
    fn end_loop(&mut self, run: LoopRun) -> Option<Status> {
        self.event_loop = None;
        // CPython runs two more tasks to close generators and threads.
        self.counters.task_names += 2;
        let result = match self.future_result(&run.main) {
            Ok(value) => Ok(value),
            Err(fault) => Err(self.exception_from(fault)),
        };
        drop(run);
        let Some(Activation::Frame(mut frame)) = self.stack.pop() else {
            return Some(Status::Done);
        };
        let next = match result {
            Ok(value) => {
                frame.push(value);
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

    /// Puts a handle at the end of the ready queue.
    pub(crate) fn call_soon(&mut self, handle: Handle) {
        if let Some(event_loop) = &mut self.event_loop {
            event_loop.ready.push_back(handle);
        }
    }

    /// Puts a task at the end of the ready queue.
    pub(crate) fn make_ready(&mut self, handle: Handle, task: TaskId, reason: ReadyReason) {
        self.log(EventKind::TaskReady { task, reason });
        self.call_soon(handle);
    }

    pub(crate) fn schedule_callback(&mut self, future: &Rc<Future>, callback: Callback) {
        match callback {
            Callback::Wake(task) => {
                let id = task.task.as_ref().map(|body| body.id);
                let reason = match future.is_cancelled() {
                    true => ReadyReason::Cancelled,
                    false => ReadyReason::Woken,
                };
                let handle = Handle::Wake(task, future.clone());
                match id {
                    Some(id) => self.make_ready(handle, id, reason),
                    None => self.call_soon(handle),
                }
            }
            Callback::Call(function) => {
                let args = vec![Value::Future(future.clone())];
                self.call_soon(Handle::Call(function, args));
            }
            Callback::StopLoop => self.call_soon(Handle::StopLoop),
        }
    }

    /// Sets a timer.
    pub(crate) fn call_at(&mut self, deadline: Seconds, handle: Handle) -> TimerId {
        let id = self.next_timer();
        self.set_timer(id, deadline, handle);
        id
    }

    pub(crate) fn next_timer(&mut self) -> TimerId {
        let id = TimerId(self.counters.timers);
        self.counters.timers += 1;
        id
    }

    pub(crate) fn set_timer(&mut self, id: TimerId, deadline: Seconds, handle: Handle) {
        let task = self
            .current_task()
            .and_then(|task| task.task.as_ref().map(|body| body.id));
        self.log(EventKind::TimerSet {
            timer: id,
            deadline,
            task,
        });
        if let Some(event_loop) = &mut self.event_loop {
            event_loop.sequence += 1;
            event_loop.pending.insert(id);
            event_loop.timers.push(Reverse(Timer {
                deadline,
                sequence: event_loop.sequence,
                id,
                handle,
            }));
        }
    }

    /// Cancels a timer that has not fired.
    pub(crate) fn cancel_timer(&mut self, id: TimerId) {
        let Some(event_loop) = &mut self.event_loop else {
            return;
        };
        if event_loop.pending.remove(&id) {
            self.log(EventKind::TimerCancelled { timer: id });
        }
    }

    pub(crate) fn current_task(&self) -> Option<Rc<Future>> {
        self.event_loop.as_ref()?.current.clone()
    }

    pub(crate) fn register_task(&mut self, task: &Rc<Future>) {
        if let Some(event_loop) = &mut self.event_loop {
            if event_loop.tasks.len() == event_loop.tasks.capacity() {
                event_loop.tasks.retain(|task| task.strong_count() > 0);
            }
            event_loop.tasks.push(Rc::downgrade(task));
        }
    }

    /// `asyncio.all_tasks()`, in order of creation.
    pub(crate) fn pending_tasks(&self) -> Vec<Rc<Future>> {
        match &self.event_loop {
            Some(event_loop) => event_loop
                .tasks
                .iter()
                .filter_map(Weak::upgrade)
                .filter(|task| !task.is_done())
                .collect(),
            None => Vec::new(),
        }
    }
}
