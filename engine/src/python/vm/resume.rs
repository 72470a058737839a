//! What becomes of a frame's result.

use std::rc::Rc;

use super::{Activation, Entered, Next, Vm};
use crate::asyncio::Future;
use crate::machine::Status;
use crate::python::code::CodeKind;
use crate::python::fault::{Exception, Fault, Kind, Try};
use crate::python::object::{Args, Flow, Frame, Generator, GeneratorState, Str, Then, Value};
use crate::trace::{EventKind, Outcome};

/// Steps that what is dropped at a program's end may take.
const LAST_WORDS: u64 = 10_000;

impl Vm {
    /// The current frame's body is over: hands its result to the caller, which
    /// becomes the current frame, and so on out while nobody handles an
    /// exception.
    pub(crate) fn complete(
        &mut self,
        frame: &mut Box<Frame>,
        result: Result<Value, Exception>,
    ) -> Next {
        let mut result = result;
        loop {
            let mut then = std::mem::replace(&mut frame.then, Then::Discard);
            if matches!(then, Then::LastWord) {
                self.heap.hush(false);
                then = Then::Discard;
            }
            let generator = frame.generator.take();
            if let Some(generator) = &generator {
                generator.state.set(GeneratorState::Closed);
                generator.charge.set(0);
                result = self.generator_ended(generator, result);
            }
            if let Err(exception) = &result {
                self.leave_locals(frame, exception);
            }
            match then {
                Then::Task(task) => {
                    // Its locals go first, as in CPython.
                    drop(std::mem::replace(frame, self.idle_frame()));
                    while let Some(generator) = self.heap.take_async_generator() {
                        self.close_later(Rc::new(generator));
                    }
                    self.task_finished(&task, result);
                    return Next::Leave(None);
                }
                Then::Handle => {
                    drop(std::mem::replace(frame, self.idle_frame()));
                    self.handle_finished(result);
                    return Next::Leave(None);
                }
                _ => {}
            }
            let Some(Activation::Frame(caller)) = self.stack.pop() else {
                if self.aside.is_some() {
                    return Next::Leave(None);
                }
                if self.threads.current() != 0 {
                    return self.end_thread(frame);
                }
                if frame.code.source.library && result.is_ok() && self.ended.is_none() {
                    return Next::Leave(Some(Status::Done));
                }
                return self.program_ended(frame, result);
            };
            drop(std::mem::replace(frame, caller));
            let delivered = match generator {
                Some(_) => self.deliver_ending(frame, then, result),
                None => self.deliver(frame, then, result),
            };
            match delivered {
                Ok(Delivered::Here) => {
                    // What the frame held has its last word before the caller goes on.
                    return match self.heap.has_orphans() {
                        true => self.adopt_orphan(frame).unwrap_or(Next::Continue),
                        false => Next::Continue,
                    };
                }
                Ok(Delivered::Flow(flow, then)) => return self.follow(frame, flow, then),
                Err(exception) => {
                    self.note_place(frame, &exception);
                    if self.handle_exception(frame, &exception) {
                        return Next::Continue;
                    }
                    result = Err(exception);
                }
            }
        }
    }

    /// A call's result arrives in the current frame.
    pub(super) fn deliver_or_raise(
        &mut self,
        frame: &mut Box<Frame>,
        then: Then,
        result: Result<Value, Exception>,
    ) -> Next {
        match self.deliver(frame, then, result) {
            Ok(Delivered::Here) => Next::Continue,
            Ok(Delivered::Flow(flow, then)) => self.follow(frame, flow, then),
            Err(exception) => self.raise(frame, Fault::Raised(exception)),
        }
    }

    /// A generator's end arrives in the current frame.
    pub(super) fn deliver_end(
        &mut self,
        frame: &mut Box<Frame>,
        then: Then,
        result: Result<Value, Exception>,
    ) -> Next {
        match self.deliver_ending(frame, then, result) {
            Ok(Delivered::Here) => Next::Continue,
            Ok(Delivered::Flow(flow, then)) => self.follow(frame, flow, then),
            Err(exception) => self.raise(frame, Fault::Raised(exception)),
        }
    }

    /// What a plain call's result does in its caller.
    fn deliver(
        &mut self,
        frame: &mut Box<Frame>,
        then: Then,
        result: Result<Value, Exception>,
    ) -> Result<Delivered, Exception> {
        let value = match (then_on_error(&then), result) {
            (_, Ok(value)) => value,
            (OnError::EndsLoop(end), Err(exception)) if is_stop(&exception) => {
                drop(frame.pop());
                frame.pc = end as usize;
                return Ok(Delivered::Here);
            }
            (OnError::EndsSend(end), Err(exception)) if is_stop(&exception) => {
                drop(frame.pop());
                frame.push(stop_value(&exception));
                frame.pc = end as usize;
                return Ok(Delivered::Here);
            }
            (OnError::Default(default), Err(exception)) if is_stop(&exception) => {
                frame.push(default);
                return Ok(Delivered::Here);
            }
            (OnError::MissingAttribute, Err(exception))
                if exception.class().is_exception(Kind::AttributeError) =>
            {
                if let Then::Attribute { object, name } = then
                    && let Some(flow) = self.ask_getattr(&object, &name)
                {
                    return Ok(Delivered::Flow(flow, Then::Push));
                }
                return Err(exception);
            }
            (_, Err(exception)) => return Err(exception),
        };
        match then {
            Then::Discard | Then::LastWord => drop(value),
            Then::Instance(_) | Then::InstanceUnder(..) => {
                if !value.is_none() {
                    let message = format!(
                        "__init__() should return None, not '{}'",
                        self.type_name(&value)
                    );
                    return Err(self.new_exception(Kind::TypeError, &message));
                }
                if let Then::Instance(instance) = then {
                    frame.push(instance);
                } else if let Then::InstanceUnder(instance, above) = then {
                    frame.push(instance);
                    frame.push(above);
                }
            }
            Then::Truth => match value {
                Value::Bool(_) => frame.push(value),
                other => {
                    let message = format!(
                        "__bool__ should return bool, returned {}",
                        self.type_name(&other)
                    );
                    return Err(self.new_exception(Kind::TypeError, &message));
                }
            },
            Then::Found | Then::Not => {
                let truth = super::execute::truth(&value).unwrap_or(true);
                frame.push(Value::Bool(truth == matches!(then, Then::Found)));
            }
            Then::Iterator => {
                let iterates = match &value {
                    Value::Iter(_) | Value::Generator(_) => true,
                    other => self.types.of(other).lookup(&self.known.next).is_some(),
                };
                if !iterates {
                    let message = format!(
                        "iter() returned non-iterator of type '{}'",
                        self.type_name(&value)
                    );
                    return Err(self.new_exception(Kind::TypeError, &message));
                }
                frame.push(value);
            }
            Then::Hash => match value.native() {
                Value::Int(_) | Value::BigInt(_) | Value::Bool(_) => {
                    let hash = value.hash().unwrap_or_default();
                    frame.push(Value::Int(hash as i64));
                }
                _ => {
                    let message = "__hash__ method should return an integer";
                    return Err(self.new_exception(Kind::TypeError, message));
                }
            },
            Then::Length | Then::LengthTruth => match value.as_small_int() {
                Some(length) if length >= 0 => frame.push(match then {
                    Then::Length => value,
                    _ => Value::Bool(length != 0),
                }),
                Some(_) => {
                    return Err(
                        self.new_exception(Kind::ValueError, "__len__() should return >= 0")
                    );
                }
                None => {
                    let message = format!(
                        "'{}' object cannot be interpreted as an integer",
                        self.type_name(&value)
                    );
                    return Err(self.new_exception(Kind::TypeError, &message));
                }
            },
            Then::Text(method) => {
                if value.as_str().is_none() {
                    let message = format!(
                        "{method} returned non-string (type {})",
                        self.type_name(&value)
                    );
                    return Err(self.new_exception(Kind::TypeError, &message));
                }
                frame.push(value);
            }
            Then::Class(plan) => {
                let flow = self.finish_class(*plan, value);
                return Ok(Delivered::Flow(flow, Then::Push));
            }
            Then::AsyncStep(_)
            | Then::AsyncClose(_)
            | Then::Push
            | Then::For(_)
            | Then::Send(_)
            | Then::Next(_)
            | Then::Close
            | Then::Attribute { .. }
            | Then::Task(_)
            | Then::Handle => frame.push(value),
        }
        Ok(Delivered::Here)
    }

    /// What a generator's end does in the frame that woke it: returning is
    /// `StopIteration`.
    fn deliver_ending(
        &mut self,
        frame: &mut Box<Frame>,
        then: Then,
        result: Result<Value, Exception>,
    ) -> Result<Delivered, Exception> {
        match (then, result) {
            (Then::Close, Ok(_)) => frame.push(Value::None),
            (Then::Close, Err(exception)) => {
                let class = exception.class();
                if !class.is_exception(Kind::GeneratorExit)
                    && !class.is_exception(Kind::StopIteration)
                    && !class.is_exception(Kind::StopAsyncIteration)
                {
                    return Err(exception);
                }
                frame.push(Value::None);
            }
            (Then::For(end), Ok(_)) => {
                drop(frame.pop());
                frame.pc = end as usize;
            }
            (Then::Send(end), Ok(value)) => {
                drop(frame.pop());
                frame.push(value);
                frame.pc = end as usize;
            }
            (Then::Next(Some(default)), Ok(_)) => frame.push(default),
            (Then::Discard, Ok(_)) => {}
            (Then::AsyncStep(_), Ok(_)) => {
                return Err(self.new_exception(Kind::StopAsyncIteration, ""));
            }
            (Then::AsyncClose(end), result) => {
                if let Err(exception) = result {
                    let class = exception.class();
                    if !class.is_exception(Kind::GeneratorExit)
                        && !class.is_exception(Kind::StopAsyncIteration)
                    {
                        return Err(exception);
                    }
                }
                drop(frame.pop());
                frame.push(Value::None);
                frame.pc = end as usize;
            }
            (_, Ok(value)) => {
                let args = match value {
                    Value::None => Vec::new(),
                    value => vec![value],
                };
                let class = self.types.exception(Kind::StopIteration).clone();
                return Err(self.exception_of(class, args));
            }
            // The task's own orphans are closed quietly.
            (Then::Discard, Err(_)) => {}
            (_, Err(exception)) => return Err(exception),
        }
        Ok(Delivered::Here)
    }

    /// Tells the log, and turns a stray `StopIteration` into an error (PEP 479).
    fn generator_ended(
        &mut self,
        generator: &Rc<Generator>,
        result: Result<Value, Exception>,
    ) -> Result<Value, Exception> {
        let result = match result {
            Err(exception) => Err(self.no_stop_out_of(generator.kind, exception)),
            other => other,
        };
        if let Some(coroutine) = generator.id {
            let outcome = self.outcome_of(&result);
            self.watched.forget(coroutine);
            self.log(EventKind::CoroutineEnded { coroutine, outcome });
        }
        result
    }

    /// How something ended, in words for the log.
    pub(crate) fn outcome_of(&mut self, result: &Result<Value, Exception>) -> Outcome {
        match result {
            Ok(value) => Outcome::Returned(self.short_repr(value).into()),
            Err(exception) if exception.class().is_exception(Kind::CancelledError) => {
                Outcome::Cancelled
            }
            Err(exception) => Outcome::Raised(self.exception_label(exception).into()),
        }
    }

    fn no_stop_out_of(&mut self, kind: CodeKind, exception: Exception) -> Exception {
        let class = exception.class();
        let (what, name) = match kind {
            CodeKind::AsyncGenerator if class.is_exception(Kind::StopAsyncIteration) => {
                ("async generator", "StopAsyncIteration")
            }
            _ if !class.is_exception(Kind::StopIteration) => return exception,
            CodeKind::Generator => ("generator", "StopIteration"),
            CodeKind::Coroutine => ("coroutine", "StopIteration"),
            CodeKind::AsyncGenerator => ("async generator", "StopIteration"),
            CodeKind::Plain => return exception,
        };
        let error = self.new_exception(Kind::RuntimeError, &format!("{what} raised {name}"));
        if let (Some(body), Some(old)) = (error.exception(), exception.exception()) {
            *body.trace.borrow_mut() = old.trace.borrow().clone();
            *body.cause.borrow_mut() = Some(exception.clone());
            *body.context.borrow_mut() = Some(exception.clone());
            body.suppress_context.set(true);
        }
        error
    }

    /// A body went to sleep at a `yield`; `frame` is the one that woke it.
    pub(super) fn yielded(
        &mut self,
        frame: &mut Box<Frame>,
        mut asleep: Box<Frame>,
        value: Value,
    ) -> Next {
        let then = std::mem::replace(&mut asleep.then, Then::Discard);
        self.put_to_sleep(asleep);
        match then {
            Then::Close => {
                let fault = Fault::new(Kind::RuntimeError, "generator ignored GeneratorExit");
                self.raise(frame, fault)
            }
            Then::Discard => Next::Continue,
            _ => {
                frame.push(value);
                Next::Continue
            }
        }
    }

    /// An asynchronous generator gave a value: the awaited step is over.
    pub(super) fn yielded_async(
        &mut self,
        frame: &mut Box<Frame>,
        mut asleep: Box<Frame>,
        value: Value,
    ) -> Next {
        let then = std::mem::replace(&mut asleep.then, Then::Discard);
        self.put_to_sleep(asleep);
        match then {
            Then::AsyncStep(end) => {
                drop(frame.pop());
                frame.push(value);
                frame.pc = end as usize;
                Next::Continue
            }
            Then::AsyncClose(_) => self.raise(
                frame,
                Fault::new(Kind::RuntimeError, "async generator ignored GeneratorExit"),
            ),
            _ => Next::Continue,
        }
    }

    /// Stores a frame in its generator.
    pub(crate) fn put_to_sleep(&mut self, mut asleep: Box<Frame>) {
        if let Some(generator) = asleep.generator.take() {
            generator.state.set(GeneratorState::Suspended);
            *generator.frame.borrow_mut() = Some(asleep);
        }
    }

    /// The program's names go away, in the order they came; what that sets
    /// free has its last word.
    fn finish_program(&mut self, died_of: Option<Exception>) {
        // Last words are said in one go, whatever is left of the slice, and no
        // reader steps through them.
        self.budget = self.budget.max(LAST_WORDS);
        self.stepping = false;
        self.breakpoints = Rc::default();
        self.parting = true;
        self.heap.grant_last_words();
        drop(died_of);
        self.let_orphans_speak();
        // Those with a `__del__` go first: it still finds the other names.
        let finalizing: Vec<Rc<Str>> = {
            let table = self.globals.table();
            let found = table.iter().filter(|entry| has_finalizer(&entry.value));
            found
                .filter_map(|entry| entry.key.as_str().cloned())
                .collect()
        };
        for name in finalizing {
            self.globals.set_name(&name, Value::None);
            self.let_orphans_speak();
        }
        let entries = self.globals.change(crate::python::object::Table::clear);
        for entry in entries {
            drop(entry);
            self.let_orphans_speak();
        }
        // A task and what it waits for hold each other.
        let abandoned = self.loops.take_abandoned();
        self.bury_all(&abandoned);
        let mut abandoned = abandoned.into_iter();
        while self.budget > 0
            && let Some(task) = abandoned.next()
        {
            self.count_step();
            let waiter = task.task.as_ref().and_then(|body| body.waiter.take());
            if let Some(waiter) = waiter {
                drop(waiter.callbacks.take());
            }
            drop(task);
            self.let_orphans_speak();
        }
        // More than can be told of: they go with the machine.
        self.left = abandoned.map(Value::Future).collect();
        // So do an exception and a variable of a frame that it left.
        self.free_locals(0);
        self.let_orphans_speak();
        let unseen = self.loops.take_unseen();
        self.bury_all(&unseen);
    }

    fn bury_all(&mut self, tasks: &[Rc<Future>]) {
        for task in tasks {
            if self.budget == 0 {
                break;
            }
            if let Some(flow) = self.bury_future(task.clone()) {
                let mut idle = self.idle_frame();
                if let Next::Continue = self.follow(&mut idle, Ok(flow), Then::Discard) {
                    let _ = self.execute(idle);
                }
            }
        }
    }

    /// What was dropped has its last word.
    fn let_orphans_speak(&mut self) {
        let mut idle = self.idle_frame();
        // One that leaves another behind, and so on, is left without a word.
        while self.budget > 0 && (self.fill_pits() && self.heap.has_orphans()) {
            match self.adopt_orphan(&mut idle) {
                Some(Next::Continue) => {
                    let _ = self.execute(std::mem::replace(&mut idle, self.idle_frame()));
                }
                Some(_) => idle = self.idle_frame(),
                None => {}
            }
        }
    }

    /// The module itself is over, or died. Its threads come to their ends
    /// first, then its names go away.
    fn program_ended(&mut self, frame: &mut Box<Frame>, result: Result<Value, Exception>) -> Next {
        if self.parting {
            // A last word that failed: nobody hears of it.
            return Next::Leave(None);
        }
        let (status, died_of) = match (self.ended.take(), result) {
            (Some(ended), _) => ended,
            (None, result) => {
                let ended = match result {
                    Err(exception) if !leaves_quietly(&exception) => {
                        self.report_failure(&exception);
                        (Status::Failed, Some(exception))
                    }
                    _ => (Status::Done, None),
                };
                if self.has_had_threads()
                    && let Some(Value::Function(shutdown)) =
                        self.module_name("threading", "_shutdown")
                    && let Ok(Entered::Frame(entered)) =
                        self.enter(&self.idle_frame(), &shutdown, Args::default())
                {
                    self.ended = Some(ended);
                    *frame = entered;
                    return Next::Continue;
                }
                ended
            }
        };
        self.finish_program(died_of);
        self.log(match status {
            Status::Failed => EventKind::ProgramFailed,
            _ => EventKind::ProgramEnded,
        });
        Next::Leave(Some(status))
    }
}

/// Whether it has a `__del__`, or something in it has.
fn has_finalizer(value: &Value) -> bool {
    match value {
        Value::Instance(instance) => instance.class().finalizes,
        Value::List(list) => list.items().iter().any(has_own_finalizer),
        Value::Tuple(tuple) => tuple.items.iter().any(has_own_finalizer),
        Value::Dict(dict) => {
            let table = dict.table();
            table.iter().any(|entry| has_own_finalizer(&entry.value))
        }
        _ => false,
    }
}

fn has_own_finalizer(value: &Value) -> bool {
    matches!(value, Value::Instance(instance) if instance.class().finalizes)
}

/// `sys.exit()`, `sys.exit(0)`
fn leaves_quietly(exception: &Exception) -> bool {
    exception.class().is_exception(Kind::SystemExit)
        && matches!(
            exception.exception_args().first(),
            None | Some(Value::None | Value::Int(0) | Value::Bool(false))
        )
}

/// Where a result went.
pub(super) enum Delivered {
    Here,
    /// There is more to do before there is a value.
    Flow(Try<Flow>, Then),
}

enum OnError {
    Passes,
    EndsLoop(u32),
    EndsSend(u32),
    Default(Value),
    MissingAttribute,
}

fn then_on_error(then: &Then) -> OnError {
    match then {
        Then::For(end) => OnError::EndsLoop(*end),
        Then::Send(end) => OnError::EndsSend(*end),
        Then::Next(Some(default)) => OnError::Default(default.clone()),
        Then::Attribute { .. } => OnError::MissingAttribute,
        _ => OnError::Passes,
    }
}

fn is_stop(exception: &Exception) -> bool {
    exception.class().is_exception(Kind::StopIteration)
}

/// The value that a `StopIteration` carries.
pub(crate) fn stop_value(exception: &Exception) -> Value {
    exception
        .exception_args()
        .into_iter()
        .next()
        .unwrap_or(Value::None)
}
