//! Waking generators and coroutines, and awaiting.

use std::rc::Rc;

use super::{Next, Vm};
use crate::asyncio::Future;
use crate::python::code::CodeKind;
use crate::python::fault::{Exception, Fault, Kind, Try};
use crate::python::object::{
    Args, AsyncStep, Flow, Frame, Generator, GeneratorState, IterKind, Then, Value, awaits,
};
use crate::trace::EventKind;

impl Vm {
    /// Takes the sleeping body out of a generator. `None`: it is closed, and
    /// waking it gives its end. Errors: it runs already, or cannot take the
    /// value.
    pub(crate) fn wake(
        &mut self,
        generator: &Rc<Generator>,
        input: &Result<Value, Exception>,
    ) -> Try<Option<Box<Frame>>> {
        let name = match generator.kind {
            CodeKind::Coroutine => "coroutine",
            CodeKind::AsyncGenerator => "async generator",
            _ => "generator",
        };
        match generator.state.get() {
            GeneratorState::Running => {
                return Err(Fault::value_error(format_args!("{name} already executing")));
            }
            GeneratorState::Closed => {
                return match generator.kind {
                    CodeKind::Coroutine => Err(Fault::new(
                        Kind::RuntimeError,
                        "cannot reuse already awaited coroutine",
                    )),
                    _ => Ok(None),
                };
            }
            GeneratorState::Created => {
                if let Ok(value) = input
                    && !value.is_none()
                {
                    return Err(Fault::type_error(format_args!(
                        "can't send non-None value to a just-started {name}"
                    )));
                }
            }
            GeneratorState::Suspended => {}
        }
        let Some(frame) = generator.frame.take() else {
            return Ok(None);
        };
        Ok(Some(frame))
    }

    /// Gives the woken body, now the current frame, what it was woken with.
    pub(crate) fn feed(&mut self, frame: &mut Box<Frame>, input: Result<Value, Exception>) -> Next {
        let Some(generator) = frame.generator.clone() else {
            return Next::Continue;
        };
        let before = generator.state.replace(GeneratorState::Running);
        let first = before == GeneratorState::Created;
        if first && let Some(coroutine) = generator.id {
            self.log(EventKind::CoroutineStarted { coroutine });
        }
        match input {
            Ok(value) => {
                if !first {
                    frame.push(value);
                }
                Next::Continue
            }
            // It is thrown into what the body awaits, if that can take it.
            Err(exception) if !first && awaits(frame) => {
                let awaited = frame.peek(1).clone();
                let end = match frame.code.ops[frame.pc - 2] {
                    crate::python::code::Op::Send(end) => end,
                    _ => 0,
                };
                match &awaited {
                    Value::Generator(inner) if inner.state.get() != GeneratorState::Closed => {
                        // What the inner one yields is yielded on.
                        frame.pc -= 1;
                        self.resume(frame, inner.clone(), Err(exception), Then::Send(end))
                    }
                    Value::Iter(iter) => {
                        let step = match &*iter.kind.borrow() {
                            IterKind::AsyncStep(step) => {
                                Some((step.generator.clone(), step_end(step.closing, end)))
                            }
                            IterKind::Coroutine(inner) => Some((inner.clone(), Then::Send(end))),
                            _ => None,
                        };
                        let Some((inner, then)) = step else {
                            return self.thrown(frame, exception);
                        };
                        frame.pc -= 1;
                        self.resume(frame, inner, Err(exception), then)
                    }
                    Value::Instance(instance)
                        if instance
                            .class()
                            .lookup(&self.names.intern("throw"))
                            .is_some() =>
                    {
                        frame.pc -= 1;
                        let throw = self.names.intern("throw");
                        let method = instance.class().lookup(&throw).unwrap_or(Value::None);
                        let args = Args::new(vec![awaited.clone(), Value::Instance(exception)]);
                        let flow = self.call(&method, args);
                        self.follow(frame, flow, Then::Send(end))
                    }
                    _ => self.thrown(frame, exception),
                }
            }
            Err(exception) => self.thrown(frame, exception),
        }
    }

    /// `next()` of any iterator that is no native one.
    pub(crate) fn next_of(&mut self, iterator: &Value, then: Then) -> Try<Flow> {
        match iterator {
            Value::Iter(iter) if let IterKind::Coroutine(coroutine) = &*iter.kind.borrow() => {
                Ok(Flow::resume(coroutine.clone(), Ok(Value::None), then))
            }
            Value::Iter(iter) => match iter.advance()? {
                Some(value) => Ok(Flow::Value(value)),
                None => Err(Fault::Raised(self.new_exception(Kind::StopIteration, ""))),
            },
            Value::Generator(generator) if generator.kind == CodeKind::Generator => {
                Ok(Flow::resume(generator.clone(), Ok(Value::None), then))
            }
            Value::Instance(instance) => match instance.class().lookup(&self.known.next) {
                Some(method) => self.call(&method, Args::new(vec![iterator.clone()])),
                None => Err(self.not_an_iterator(iterator)),
            },
            _ => Err(self.not_an_iterator(iterator)),
        }
    }

    fn not_an_iterator(&self, value: &Value) -> Fault {
        Fault::type_error(format_args!(
            "'{}' object is not an iterator",
            self.type_name(value)
        ))
    }

    /// `await`: the iterator behind an awaitable.
    pub(crate) fn get_awaitable(&mut self, value: &Value) -> Try<Flow> {
        match value {
            Value::Generator(generator) if generator.kind == CodeKind::Coroutine => {
                if generator.awaited().is_some()
                    && generator.state.get() == GeneratorState::Suspended
                {
                    return Err(Fault::new(
                        Kind::RuntimeError,
                        "coroutine is being awaited already",
                    ));
                }
                Ok(value.clone().into())
            }
            Value::Future(future) => Ok(self.iter(IterKind::Future(future.clone())).into()),
            Value::Iter(iter)
                if matches!(
                    &*iter.kind.borrow(),
                    IterKind::Turn | IterKind::Future(_) | IterKind::AsyncStep(_) | IterKind::Done
                ) =>
            {
                Ok(value.clone().into())
            }
            Value::Instance(instance) => {
                let await_ = self.names.intern("__await__");
                match instance.class().lookup(&await_) {
                    // What it gives must be an iterator.
                    Some(method @ Value::Function(_)) => {
                        self.prelude_call("await_iterator", vec![method, value.clone()])
                    }
                    Some(method) => self.call(&method, Args::new(vec![value.clone()])),
                    None => Err(self.not_awaitable(value)),
                }
            }
            _ => Err(self.not_awaitable(value)),
        }
    }

    fn not_awaitable(&self, value: &Value) -> Fault {
        Fault::type_error(format_args!(
            "object {} can't be used in 'await' expression",
            self.type_name(value)
        ))
    }

    /// `yield from`: the iterator of an iterable.
    pub(super) fn get_yield_from(&mut self, value: &Value) -> Try<Flow> {
        match value {
            Value::Generator(generator) if generator.kind == CodeKind::Generator => {
                Ok(value.clone().into())
            }
            Value::Generator(generator) if generator.kind == CodeKind::Coroutine => {
                Err(Fault::type_error(
                    "cannot 'yield from' a coroutine object in a non-coroutine generator",
                ))
            }
            _ => self.get_iter(value),
        }
    }

    /// One step of what is awaited. A value given back is to be yielded; the
    /// end arrives as `StopIteration`.
    pub(super) fn send_to(&mut self, iterator: &Value, value: Value, end: u32) -> Try<Flow> {
        match iterator {
            Value::Generator(generator) => {
                Ok(Flow::resume(generator.clone(), Ok(value), Then::Send(end)))
            }
            Value::Iter(iter) => {
                enum Awaited {
                    Future(Rc<Future>),
                    Turn,
                    Step(Flow),
                    Busy(&'static str),
                    Other,
                }
                let awaited = match &mut *iter.kind.borrow_mut() {
                    IterKind::Future(future) => Awaited::Future(future.clone()),
                    IterKind::Turn => Awaited::Turn,
                    IterKind::Coroutine(coroutine) => {
                        Awaited::Step(Flow::resume(coroutine.clone(), Ok(value), Then::Send(end)))
                    }
                    IterKind::AsyncStep(step) => match step.input.take() {
                        Some(input) if step.generator.is_in_step() => {
                            Awaited::Busy(match (step.closing, input) {
                                (true, _) => "aclose",
                                (false, Err(_)) => "athrow",
                                (false, Ok(_)) => "anext",
                            })
                        }
                        input => Awaited::Step(Flow::resume(
                            step.generator.clone(),
                            input.unwrap_or(Ok(value)),
                            step_end(step.closing, end),
                        )),
                    },
                    _ => Awaited::Other,
                };
                match awaited {
                    Awaited::Future(future) if future.is_done() => {
                        let result = self.future_result(&future)?;
                        let class = self.types.exception(Kind::StopIteration).clone();
                        Err(Fault::Raised(self.exception_of(class, vec![result])))
                    }
                    Awaited::Future(future) => {
                        future.asked.set(true);
                        Ok(Flow::Value(Value::Future(future)))
                    }
                    Awaited::Turn => {
                        *iter.kind.borrow_mut() = IterKind::Done;
                        Ok(Flow::Value(Value::None))
                    }
                    Awaited::Step(flow) => Ok(flow),
                    Awaited::Busy(method) => {
                        *iter.kind.borrow_mut() = IterKind::Done;
                        let message =
                            format!("{method}(): asynchronous generator is already running");
                        Err(Fault::new(Kind::RuntimeError, message))
                    }
                    Awaited::Other => self.next_of(iterator, Then::Send(end)),
                }
            }
            _ if value.is_none() => self.next_of(iterator, Then::Send(end)),
            Value::Instance(instance) => {
                let send = self.names.intern("send");
                match instance.class().lookup(&send) {
                    Some(method) => self.call(&method, Args::new(vec![iterator.clone(), value])),
                    None => self.next_of(iterator, Then::Send(end)),
                }
            }
            _ => self.next_of(iterator, Then::Send(end)),
        }
    }

    pub(crate) fn get_async_iter(&mut self, value: &Value) -> Try<Flow> {
        match value {
            Value::Generator(generator) if generator.kind == CodeKind::AsyncGenerator => {
                Ok(value.clone().into())
            }
            Value::Instance(instance) => {
                let aiter = self.names.intern("__aiter__");
                match instance.class().lookup(&aiter) {
                    Some(method) => self.call(&method, Args::new(vec![value.clone()])),
                    None => Err(self.not_async_iterable(value)),
                }
            }
            _ => Err(self.not_async_iterable(value)),
        }
    }

    fn not_async_iterable(&self, value: &Value) -> Fault {
        Fault::type_error(format_args!(
            "'async for' requires an object with __aiter__ method, got {}",
            self.type_name(value)
        ))
    }

    /// `asend`, `athrow`, `aclose`: an awaitable step.
    pub(crate) fn async_step(
        &mut self,
        generator: &Rc<Generator>,
        input: Result<Value, Exception>,
        closing: bool,
    ) -> Value {
        if generator.state.get() == GeneratorState::Created {
            self.register_generator(generator);
        }
        self.iter(IterKind::AsyncStep(AsyncStep {
            generator: generator.clone(),
            input: Some(input),
            closing,
        }))
    }

    pub(crate) fn get_async_next(&mut self, iterator: &Value) -> Try<Flow> {
        match iterator {
            Value::Generator(generator) if generator.kind == CodeKind::AsyncGenerator => {
                let step = self.async_step(generator, Ok(Value::None), false);
                Ok(step.into())
            }
            Value::Instance(instance) => {
                let anext = self.names.intern("__anext__");
                match instance.class().lookup(&anext) {
                    Some(method) => self.call(&method, Args::new(vec![iterator.clone()])),
                    None => Err(Fault::type_error(format_args!(
                        "'async for' requires an iterator with __anext__ method, got {}",
                        self.type_name(iterator)
                    ))),
                }
            }
            _ => Err(Fault::type_error(format_args!(
                "'async for' requires an iterator with __anext__ method, got {}",
                self.type_name(iterator)
            ))),
        }
    }
}

/// What the end of an asynchronous generator's step does.
fn step_end(closing: bool, end: u32) -> Then {
    match closing {
        true => Then::AsyncClose(end),
        false => Then::AsyncStep(end),
    }
}
