//! Futures.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::LoopId;
use crate::python::fault::{Exception, Fault, Kind, Try};
use crate::python::object::{
    Args, Charge, Flow, Generator, GeneratorState, Heap, Origin, Orphan, Str, Value,
};
use crate::python::vm::Vm;
use crate::trace::{ResourceId, Seconds, TaskId, TimerId, Wait};

/// Something that will have a result: awaited, it suspends the task until
/// then.
pub struct Future {
    pub(crate) home: LoopId,
    pub(crate) state: RefCell<State>,
    pub(crate) callbacks: RefCell<Vec<Callback>>,
    /// An `await` has just asked for it.
    pub(crate) asked: Cell<bool>,
    /// What waiting for it means, for the log.
    pub(crate) purpose: RefCell<Purpose>,
    pub(crate) cancel_message: RefCell<Value>,
    /// What ended a cancelled task: raised once where it is awaited.
    pub(crate) cancelled_by: RefCell<Option<Exception>>,
    /// It failed, and nobody has looked at the exception yet.
    pub(crate) unseen: Cell<bool>,
    /// It is a task that says so where it is thrown away pending.
    pub(crate) complains: Cell<bool>,
    pub(crate) task: Option<TaskBody>,
    /// Where it was created, if its loop is in debug mode.
    pub(crate) origin: Option<Origin>,
    pub(crate) charge: Charge,
}

pub(crate) enum State {
    Pending,
    Result(Value),
    Failed(Exception),
    Cancelled,
}

/// What a future's end sets off, a turn later.
#[derive(Clone)]
pub(crate) enum Callback {
    /// A task that awaits it goes on.
    Wake(Rc<Future>),
    /// A function of the program's is called with it.
    Call(Value),
}

/// What a future stands for.
pub(crate) enum Purpose {
    Plain,
    Timer {
        timer: TimerId,
        deadline: Seconds,
    },
    /// All these, as `gather` waits for them; cancelling it cancels them.
    Gather {
        children: Vec<Rc<Future>>,
        cancel_requested: Cell<bool>,
    },
    /// Some of these tasks, as `wait` waits for them.
    Tasks(Rc<[crate::trace::TaskId]>),
    /// A lock, a queue ...
    Resource {
        kind: Rc<str>,
        held: Option<ResourceId>,
    },
}

/// What makes a future a task.
pub(crate) struct TaskBody {
    pub(crate) id: TaskId,
    pub(crate) name: RefCell<Rc<Str>>,
    pub(crate) coroutine: RefCell<Option<Rc<Generator>>>,
    /// What it waits for.
    pub(crate) waiter: RefCell<Option<Rc<Future>>>,
    /// The next step is to throw `CancelledError`.
    pub(crate) must_cancel: Cell<bool>,
    /// How often cancelling was asked for, less `uncancel()`.
    pub(crate) cancel_requests: Cell<u32>,
}

impl Future {
    pub(crate) fn new(heap: &Heap, home: LoopId, purpose: Purpose, task: Option<TaskBody>) -> Self {
        Future {
            home,
            state: RefCell::new(State::Pending),
            callbacks: RefCell::default(),
            asked: Cell::new(false),
            purpose: RefCell::new(purpose),
            cancel_message: RefCell::new(Value::None),
            cancelled_by: RefCell::default(),
            unseen: Cell::new(false),
            complains: Cell::new(true),
            task,
            origin: None,
            charge: heap.charge(size_of::<Future>()),
        }
    }

    pub fn is_done(&self) -> bool {
        !matches!(&*self.state.borrow(), State::Pending)
    }

    /// The exception that it ended with; nobody has looked at it by this.
    pub(super) fn failure(&self) -> Option<Exception> {
        match &*self.state.borrow() {
            State::Failed(exception) => Some(exception.clone()),
            _ => None,
        }
    }

    /// Of a task: its coroutine.
    pub(super) fn coroutine(&self) -> Option<Rc<Generator>> {
        self.task.as_ref()?.coroutine.borrow().clone()
    }

    pub fn is_task(&self) -> bool {
        self.task.is_some()
    }

    pub(crate) fn is_cancelled(&self) -> bool {
        matches!(&*self.state.borrow(), State::Cancelled)
    }

    /// What a task that suspends on it waits for.
    pub(crate) fn wait(&self) -> Wait {
        if let Some(task) = &self.task {
            return Wait::Task(task.id);
        }
        match &*self.purpose.borrow() {
            Purpose::Plain => Wait::Future,
            Purpose::Timer { timer, deadline } => Wait::Timer {
                timer: *timer,
                deadline: *deadline,
            },
            Purpose::Gather { children, .. } => Wait::Tasks(
                children
                    .iter()
                    .filter_map(|child| child.task.as_ref().map(|task| task.id))
                    .collect(),
            ),
            Purpose::Tasks(tasks) => Wait::Tasks(tasks.clone()),
            Purpose::Resource { kind, held } => Wait::Resource {
                kind: kind.clone(),
                held: *held,
            },
        }
    }
}

impl Future {
    /// What it holds, taken out of it: for a program that is gone.
    pub(crate) fn disband(&self) -> Vec<Value> {
        let mut values = vec![self.cancel_message.take()];
        match self.state.replace(State::Cancelled) {
            State::Result(value) => values.push(value),
            State::Failed(exception) => values.push(Value::Instance(exception)),
            State::Pending | State::Cancelled => {}
        }
        for callback in self.callbacks.take() {
            match callback {
                Callback::Wake(task) => values.push(Value::Future(task)),
                Callback::Call(function) => values.push(function),
            }
        }
        if let Purpose::Gather { children, .. } = self.purpose.replace(Purpose::Plain) {
            values.extend(children.into_iter().map(Value::Future));
        }
        if let Some(task) = &self.task {
            values.extend(task.coroutine.take().map(Value::Generator));
            values.extend(task.waiter.take().map(Value::Future));
        }
        values
    }
}

impl Drop for Future {
    fn drop(&mut self) {
        let heap = self.charge.heap().clone();
        let pending = self.task.is_some() && self.complains.get() && !self.is_done();
        if (self.unseen.get() || pending) && !heap.is_closing() {
            let mut orphan = Future::new(&heap, self.home, Purpose::Plain, self.task.take());
            *orphan.state.get_mut() = self.state.replace(State::Cancelled);
            orphan.origin = self.origin.take();
            // Said once.
            orphan.complains.set(false);
            heap.orphan(Orphan::Future(orphan));
            return;
        }
        heap.bury(self.disband());
    }
}

impl Vm {
    pub(crate) fn new_future(&self, home: LoopId, purpose: Purpose) -> Rc<Future> {
        let mut future = Future::new(&self.heap, home, purpose, None);
        future.origin = self.origin_for(home, None);
        Rc::new(future)
    }

    /// `future.result()`. Errors: its exception, `CancelledError`,
    /// `InvalidStateError`.
    pub(crate) fn future_result(&mut self, future: &Rc<Future>) -> Try<Value> {
        let state = match &*future.state.borrow() {
            State::Pending => Err(Fault::new(Kind::InvalidStateError, "Result is not set.")),
            State::Result(value) => Ok(value.clone()),
            State::Failed(exception) => {
                future.unseen.set(false);
                Err(Fault::Raised(exception.clone()))
            }
            State::Cancelled => Err(Fault::NeedsPython),
        };
        match state {
            Err(Fault::NeedsPython) => Err(Fault::Raised(self.cancelled_error(future))),
            state => state,
        }
    }

    /// The `CancelledError` of a cancelled future, with its message.
    pub(crate) fn cancelled_error(&mut self, future: &Rc<Future>) -> Exception {
        if let Some(exception) = future.cancelled_by.take() {
            return exception;
        }
        let class = self.types.exception(Kind::CancelledError).clone();
        let args = match &*future.cancel_message.borrow() {
            Value::None => Vec::new(),
            message => vec![message.clone()],
        };
        self.exception_of(class, args)
    }

    /// Ends a future. Errors: `InvalidStateError` where it has ended already.
    pub(crate) fn settle(&mut self, future: &Rc<Future>, state: State) -> Try<()> {
        if future.is_done() {
            return Err(Fault::new(Kind::InvalidStateError, "invalid state"));
        }
        future.unseen.set(matches!(state, State::Failed(_)));
        *future.state.borrow_mut() = state;
        let callbacks = future.callbacks.take();
        for callback in callbacks {
            self.schedule_callback(future, callback);
        }
        Ok(())
    }

    /// `future.cancel(msg)`: whether there was anything to cancel. Errors:
    /// `RecursionError`, where tasks wait for each other in a circle.
    pub(crate) fn cancel_future(&mut self, future: &Rc<Future>, message: Value) -> Try<bool> {
        self.cancel_within(future, message, self.limits.depth)
    }

    fn cancel_within(
        &mut self,
        future: &Rc<Future>,
        message: Value,
        mut depth: usize,
    ) -> Try<bool> {
        // From task to task, down to what the last of them waits for.
        let mut innermost: Option<Rc<Future>> = None;
        let mut future = future.clone();
        loop {
            let Some(left) = depth.checked_sub(1) else {
                return Err(Fault::new(
                    Kind::RecursionError,
                    "maximum recursion depth exceeded while calling a Python object",
                ));
            };
            depth = left;
            // Whoever cancels a failed one is taken to know of its failure.
            future.unseen.set(false);
            if future.is_done() {
                break;
            }
            let Some(task) = &future.task else {
                if self.cancel_plain(&future, message.clone(), depth)? {
                    return Ok(true);
                }
                break;
            };
            task.cancel_requests.set(task.cancel_requests.get() + 1);
            let waiter = task.waiter.borrow().clone();
            innermost = Some(future.clone());
            match waiter {
                Some(waiter) => future = waiter,
                None => break,
            }
        }
        // Nothing that it waits for can be cancelled: it is, at its next step.
        let Some(task) = innermost else {
            return Ok(false);
        };
        if let Some(body) = &task.task {
            body.must_cancel.set(true);
        }
        drop(task.cancel_message.replace(message));
        Ok(true)
    }

    fn cancel_plain(&mut self, future: &Rc<Future>, message: Value, depth: usize) -> Try<bool> {
        let children = match &*future.purpose.borrow() {
            Purpose::Gather { children, .. } => Some(children.clone()),
            _ => None,
        };
        let Some(children) = children else {
            drop(future.cancel_message.replace(message));
            let _ = self.settle(future, State::Cancelled);
            return Ok(true);
        };
        let mut any = false;
        for child in &children {
            // Deep nests of gathers count as much as the native stack they take.
            any |= self.cancel_within(child, message.clone(), depth - depth.min(4))?;
        }
        if any
            && let Purpose::Gather {
                cancel_requested, ..
            } = &*future.purpose.borrow()
        {
            cancel_requested.set(true);
        }
        Ok(any)
    }

    /// Something that ended, or never will, was thrown away unseen: its loop
    /// is told.
    pub(crate) fn bury_future(&mut self, future: Rc<Future>) -> Option<Flow> {
        let kind = if future.task.is_some() {
            "Task"
        } else {
            "Future"
        };
        let exception = match &*future.state.borrow() {
            State::Failed(exception) => Value::Instance(exception.clone()),
            State::Pending => Value::None,
            _ => return None,
        };
        let (message, key) = match exception {
            Value::None => ("Task was destroyed but it is pending!".to_owned(), "task"),
            _ => (format!("{kind} exception was never retrieved"), "future"),
        };
        let args = vec![
            self.loops.object(future.home),
            self.text(message),
            exception,
            self.text(key),
            Value::Future(future),
        ];
        Some(Flow::call(self.asyncio_name("_report")?, Args::new(args)))
    }

    /// `repr(future)`
    pub(crate) fn future_repr(&mut self, future: &Rc<Future>) -> String {
        self.future_text(future)
    }

    fn future_text(&mut self, future: &Future) -> String {
        let place = std::ptr::from_ref(future).cast::<()>();
        // Tasks that wait for each other.
        if self.repr_stack.contains(&place) {
            return "...".to_owned();
        }
        self.repr_stack.push(place);
        let text = self.future_text_once(future);
        self.repr_stack.pop();
        text
    }

    fn future_text_once(&mut self, future: &Future) -> String {
        let mut parts = Vec::new();
        let ending = match &*future.state.borrow() {
            State::Pending => None,
            State::Cancelled => None,
            State::Result(value) => Some(("result", value.clone())),
            State::Failed(exception) => Some(("exception", Value::Instance(exception.clone()))),
        };
        let state = match &*future.state.borrow() {
            State::Pending => match &future.task {
                Some(task) if task.cancel_requests.get() > 0 => "cancelling",
                _ => "pending",
            },
            State::Cancelled => "cancelled",
            _ => "finished",
        };
        parts.push(state.to_owned());
        if let Some(task) = &future.task {
            parts.push(format!("name='{}'", task.name.borrow().text()));
            if let Some(coroutine) = &*task.coroutine.borrow() {
                parts.push(format!("coro={}", self.coroutine_text(coroutine)));
            }
            if let Some(waiter) = &*task.waiter.borrow() {
                let shown = self.future_text(waiter);
                parts.push(format!("wait_for={shown}"));
            }
        }
        if let Some((name, value)) = ending {
            let shown = match self.repr(&value) {
                Ok(text) => text,
                Err(_) => self.short_repr(&value),
            };
            parts.push(format!("{name}={shown}"));
        }
        let callbacks = future.callbacks.borrow().clone();
        if !callbacks.is_empty() {
            let mut text = |callback: &Callback| match callback {
                Callback::Wake(_) => "Task.task_wakeup()".to_owned(),
                Callback::Call(function) => self.call_text(function, &[]),
            };
            // Of more than two, the first and the last.
            let shown: Vec<String> = match &callbacks[..] {
                [first, middle @ .., last] if !middle.is_empty() => {
                    vec![text(first), format!("<{} more>", middle.len()), text(last)]
                }
                few => few.iter().map(text).collect(),
            };
            parts.push(format!("cb=[{}]", shown.join(", ")));
        }
        if let Some(origin) = &future.origin {
            parts.push(format!("created at {}", origin.place()));
        }
        let kind = match (&future.task, &*future.purpose.borrow()) {
            (Some(_), _) => "Task",
            (None, Purpose::Gather { .. }) => "_GatheringFuture",
            _ => "Future",
        };
        format!("<{kind} {}>", parts.join(" "))
    }

    /// `f(1) at programa.py:3`, as in the loop's own messages; functions of the
    /// library have no place.
    pub(crate) fn call_text(&mut self, function: &Value, args: &[Value]) -> String {
        let function = match function {
            // A handle of the library's shows what it calls.
            Value::BoundMethod(method) if is_library(&method.function) => {
                let part = |name| match &method.object {
                    Value::Instance(handle) => handle.attribute(&self.names.intern(name)),
                    _ => None,
                };
                match (part("_callback"), part("_args")) {
                    (Some(function), Some(Value::Tuple(args))) => {
                        return self.call_text(&function, &args.items);
                    }
                    _ => &method.function,
                }
            }
            function => function,
        };
        let shown = self.args_text(args);
        match function {
            Value::Function(function) => {
                let mut text = format!("{}({shown})", function.qualified_name.borrow().text());
                if !function.code.source.library {
                    let place = (&function.code.source.file_name, function.code.first_line);
                    text += &format!(" at {}:{}", place.0, place.1);
                }
                text
            }
            function => format!("{}({shown})", self.callee_text(function)),
        }
    }

    /// What is called, where it is no plain function: those alone have a place.
    fn callee_text(&mut self, callee: &Value) -> String {
        match callee {
            Value::BoundMethod(method) => match &method.function {
                Value::Function(function) => function.qualified_name.borrow().text().to_owned(),
                Value::Native(native) if native.method => {
                    format!("{}.{}", native.owner, native.name)
                }
                function => self.callee_text(function),
            },
            Value::Native(native) => native.name.to_owned(),
            Value::Class(class) => class.qualified_name.borrow().text().to_owned(),
            callee => match self.repr(callee) {
                Ok(text) => text,
                Err(_) => self.short_repr(callee),
            },
        }
    }

    /// A coroutine as a task's `repr` shows it.
    fn coroutine_text(&self, coroutine: &Generator) -> String {
        let name = coroutine.qualified_name.borrow();
        let file = &coroutine.code.source.file_name;
        let line = self.line_of(coroutine);
        let how = match coroutine.state.get() {
            GeneratorState::Closed => "done, defined",
            _ => "running",
        };
        format!("<{}() {how} at {file}:{line}>", name.text())
    }

    fn args_text(&mut self, args: &[Value]) -> String {
        let shown = args
            .iter()
            .map(|value| limited(self.repr(value).unwrap_or_default()));
        shown.collect::<Vec<_>>().join(", ")
    }
}

fn is_library(function: &Value) -> bool {
    matches!(function, Value::Function(function) if function.code.source.library)
}

/// At most thirty characters, as `reprlib` shortens.
fn limited(text: String) -> String {
    let count = text.chars().count();
    if count <= 30 {
        return text;
    }
    let start: String = text.chars().take(13).collect();
    let end: String = text.chars().skip(count - 14).collect();
    format!("{start}...{end}")
}
