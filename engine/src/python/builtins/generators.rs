//! `send`, `throw`, `close` of generators and coroutines.

use std::rc::Rc;

use super::method;
use crate::python::fault::{Exception, Fault, Kind, Try};
use crate::python::object::{
    Args, Flow, Generator, GeneratorState, IterKind, Layout, Native, Then, Value,
};
use crate::python::vm::Vm;

pub(crate) const METHODS: &[Native] = &[
    method("generator", "__iter__", itself),
    method("generator", "__next__", next),
    method("generator", "send", send),
    method("generator", "throw", throw),
    method("generator", "close", close),
];

pub(crate) const COROUTINE_METHODS: &[Native] = &[
    method("coroutine", "__await__", awaited),
    method("coroutine", "send", send),
    method("coroutine", "throw", throw),
    method("coroutine", "close", close),
];

pub(crate) const ASYNC_METHODS: &[Native] = &[
    method("async_generator", "__aiter__", itself),
    method("async_generator", "__anext__", anext),
    method("async_generator", "asend", asend),
    method("async_generator", "athrow", athrow),
    method("async_generator", "aclose", aclose),
];

fn receiver(args: &Args) -> Try<Rc<Generator>> {
    match args.values.first() {
        Some(Value::Generator(generator)) => Ok(generator.clone()),
        _ => Err(Fault::type_error("descriptor requires a generator")),
    }
}

fn itself(_: &mut Vm, args: &Args) -> Try<Flow> {
    Ok(args.values[0].clone().into())
}

fn awaited(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let coroutine = receiver(args)?;
    Ok(vm.iter(IterKind::Coroutine(coroutine)).into())
}

fn next(_: &mut Vm, args: &Args) -> Try<Flow> {
    resume(receiver(args)?, Ok(Value::None))
}

fn send(_: &mut Vm, args: &Args) -> Try<Flow> {
    let value = args.values.get(1).cloned().unwrap_or(Value::None);
    resume(receiver(args)?, Ok(value))
}

fn resume(generator: Rc<Generator>, input: Result<Value, Exception>) -> Try<Flow> {
    Ok(Flow::resume(generator, input, Then::Next(None)))
}

/// The exception that `throw(type, value)` or `throw(value)` means.
pub(crate) fn thrown(vm: &mut Vm, args: &Args) -> Try<Exception> {
    match &args.values[1..] {
        [Value::Instance(instance), ..] if instance.exception().is_some() => Ok(instance.clone()),
        [Value::Class(class)] if class.layout == Layout::Exception => {
            Ok(vm.exception_of(class.clone(), Vec::new()))
        }
        [Value::Class(class), value, ..] if class.layout == Layout::Exception => match value {
            Value::Instance(instance) if instance.exception().is_some() => Ok(instance.clone()),
            Value::None => Ok(vm.exception_of(class.clone(), Vec::new())),
            value => Ok(vm.exception_of(class.clone(), vec![value.clone()])),
        },
        _ => Err(Fault::type_error(
            "exceptions must be classes or instances deriving from BaseException, not str",
        )),
    }
}

fn throw(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let exception = thrown(vm, args)?;
    resume(receiver(args)?, Err(exception))
}

fn close(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let generator = receiver(args)?;
    match generator.state.get() {
        GeneratorState::Created => {
            generator.state.set(GeneratorState::Closed);
            drop(generator.frame.take());
            Ok(Value::None.into())
        }
        GeneratorState::Closed => Ok(Value::None.into()),
        _ => {
            let exit = vm.new_exception(Kind::GeneratorExit, "");
            Ok(Flow::resume(generator, Err(exit), Then::Close))
        }
    }
}

fn anext(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let generator = receiver(args)?;
    Ok(vm.async_step(&generator, Ok(Value::None), false).into())
}

fn asend(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let generator = receiver(args)?;
    let value = args.values.get(1).cloned().unwrap_or(Value::None);
    Ok(vm.async_step(&generator, Ok(value), false).into())
}

fn athrow(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let exception = thrown(vm, args)?;
    let generator = receiver(args)?;
    Ok(vm.async_step(&generator, Err(exception), false).into())
}

fn aclose(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let generator = receiver(args)?;
    let exit = vm.new_exception(Kind::GeneratorExit, "");
    Ok(vm.async_step(&generator, Err(exit), true).into())
}
