//! Tasks: the steps of a coroutine.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::event_loop::{Handle, LoopId};
use super::future::{Purpose, State, TaskBody};
use super::turn::asks_to_end;
use super::{Future, future::Callback};
use crate::python::code::CodeKind;
use crate::python::fault::{Exception, Fault, Kind, Try};
use crate::python::object::{Frame, Generator, GeneratorState, Str, Then, Value};
use crate::python::vm::{Activation, Next, Vm};
use crate::trace::{EventKind, Outcome, ReadyReason, TaskId, Wait};

impl Vm {
    /// `create_task(coroutine)`: queues the first step.
    pub(crate) fn create_task(
        &mut self,
        coroutine: &Value,
        name: Option<&str>,
        main: bool,
        home: LoopId,
    ) -> Try<Rc<Future>> {
        let Value::Generator(generator) = coroutine else {
            let shown = self.short_repr(coroutine);
            return Err(Fault::type_error(format_args!(
                "a coroutine was expected, got {shown}"
            )));
        };
        if generator.kind != CodeKind::Coroutine {
            let shown = self.short_repr(coroutine);
            return Err(Fault::type_error(format_args!(
                "a coroutine was expected, got {shown}"
            )));
        }
        if self.counters.tasks as usize >= self.limits.tasks {
            return Err(Fault::memory());
        }
        let id = TaskId(self.counters.tasks);
        self.counters.tasks += 1;
        // A name of the program's own uses up a number too, as in CPython.
        self.counters.task_names += 1;
        let name = match name {
            Some(name) => name.to_owned(),
            None => format!("Task-{}", self.counters.task_names),
        };
        let body = TaskBody {
            id,
            name: RefCell::new(Rc::new(Str::new(&self.heap, name.as_str()))),
            coroutine: RefCell::new(Some(generator.clone())),
            waiter: RefCell::default(),
            must_cancel: Cell::new(false),
            cancel_requests: Cell::new(0),
        };
        let mut task = Future::new(&self.heap, home, Purpose::Plain, Some(body));
        task.origin = self.origin_for(home, None);
        let task = Rc::new(task);
        self.register_task(&task);
        self.log(EventKind::TaskCreated {
            task: id,
            name: name.as_str().into(),
            coroutine: generator.id,
            main,
        });
        let handle = Handle::Step(task.clone(), None);
        self.make_ready(home, handle, id, ReadyReason::Created);
        Ok(task)
    }

    /// Wakes a task's coroutine; the frame to run is given back.
    pub(super) fn begin_step(
        &mut self,
        task: Rc<Future>,
        exception: Option<Exception>,
    ) -> Option<Activation> {
        let body = task.task.as_ref()?;
        if task.is_done() {
            return None;
        }
        let mut exception = exception;
        // What closes a generator reaches it before it can be cancelled.
        let closes = |coroutine: &Generator| {
            coroutine.state.get() == GeneratorState::Created
                && coroutine.code.source.library
                && coroutine.code.name.text() == "close_generators"
        };
        let closing = body.coroutine.borrow().as_deref().is_some_and(closes);
        if body.must_cancel.get() && !closing {
            let cancelling = exception
                .as_ref()
                .is_some_and(|exception| exception.class().is_exception(Kind::CancelledError));
            if !cancelling {
                exception = Some(self.cancelled_error(&task));
            }
            body.must_cancel.set(false);
        }
        drop(body.waiter.take());
        let coroutine = body.coroutine.borrow().clone()?;
        let id = body.id;
        if let Some(event_loop) = self.running_loop() {
            event_loop.current = Some(task.clone());
        }
        self.log(EventKind::TaskResumed { task: id });
        let input = match exception {
            Some(exception) => Err(exception),
            None => Ok(Value::None),
        };
        match self.wake(&coroutine, &input) {
            Ok(Some(mut frame)) => {
                frame.then = Then::Task(task.clone());
                frame.generator = Some(coroutine);
                match self.feed(&mut frame, input) {
                    Next::Continue => Some(Activation::Frame(frame)),
                    Next::Leave(_) => None,
                    Next::Stop(_) => Some(Activation::Frame(frame)),
                }
            }
            Ok(None) => {
                self.task_finished(&task, Ok(Value::None));
                None
            }
            Err(fault) => {
                let exception = self.exception_from(fault);
                self.task_finished(&task, Err(exception));
                None
            }
        }
    }

    /// The task's coroutine went to sleep, giving `value` to the loop.
    pub(crate) fn task_yielded(&mut self, mut frame: Box<Frame>, value: Value) {
        let then = std::mem::replace(&mut frame.then, Then::Discard);
        self.put_to_sleep(frame);
        let Then::Task(task) = then else { return };
        let Some(body) = &task.task else { return };
        let id = body.id;
        if let Some(event_loop) = self.running_loop() {
            event_loop.current = None;
        }
        match value {
            Value::Future(future) if future.asked.replace(false) => {
                if Rc::ptr_eq(&future, &task) {
                    let shown = self.future_repr(&task);
                    self.throw_soon(&task, &format!("Task cannot await on itself: {shown}"));
                    return;
                }
                self.log(EventKind::TaskSuspended {
                    task: id,
                    until: future.wait(),
                });
                *body.waiter.borrow_mut() = Some(future.clone());
                self.add_callback(&future, Callback::Wake(task.clone()));
                if body.must_cancel.get() {
                    let message = task.cancel_message.borrow().clone();
                    if self.cancel_future(&future, message).unwrap_or(false) {
                        body.must_cancel.set(false);
                        // Asked for once, not again by this.
                    }
                }
            }
            Value::None => {
                self.log(EventKind::TaskSuspended {
                    task: id,
                    until: Wait::NextTurn,
                });
                let handle = Handle::Step(task.clone(), None);
                self.make_ready(task.home, handle, id, ReadyReason::Yielded);
            }
            other => {
                let shown = self.short_repr(&other);
                self.throw_soon(&task, &format!("Task got bad yield: {shown}"));
            }
        }
    }

    fn throw_soon(&mut self, task: &Rc<Future>, message: &str) {
        let Some(body) = &task.task else { return };
        let id = body.id;
        let error = self.new_exception(Kind::RuntimeError, message);
        self.log(EventKind::TaskSuspended {
            task: id,
            until: Wait::NextTurn,
        });
        let handle = Handle::Step(task.clone(), Some(error));
        self.make_ready(task.home, handle, id, ReadyReason::Yielded);
    }

    /// Calls back when a future ends; at the next turn where it has.
    pub(crate) fn add_callback(&mut self, future: &Rc<Future>, callback: Callback) {
        match future.is_done() {
            true => self.schedule_callback(future, callback),
            false => future.callbacks.borrow_mut().push(callback),
        }
    }

    /// The task's coroutine is over.
    pub(crate) fn task_finished(&mut self, task: &Rc<Future>, result: Result<Value, Exception>) {
        let Some(body) = &task.task else { return };
        let id = body.id;
        if let Some(event_loop) = self.running_loop() {
            event_loop.current = None;
        }
        let outcome = self.outcome_of(&result);
        let state = match result {
            Ok(_) if body.must_cancel.get() => {
                body.must_cancel.set(false);
                State::Cancelled
            }
            Ok(value) => State::Result(value),
            Err(exception) if exception.class().is_exception(Kind::CancelledError) => {
                // Whoever asks first gets the exception itself; its message is
                // not kept for those who ask again.
                drop(task.cancel_message.take());
                drop(task.cancelled_by.replace(Some(exception)));
                State::Cancelled
            }
            Err(exception) => State::Failed(exception),
        };
        let outcome = match state {
            State::Cancelled => Outcome::Cancelled,
            _ => outcome,
        };
        self.log(EventKind::TaskEnded { task: id, outcome });
        if let State::Failed(exception) = &state
            && asks_to_end(exception)
        {
            self.fatal = Some(exception.clone());
        }
        let _ = self.settle(task, state);
    }
}
