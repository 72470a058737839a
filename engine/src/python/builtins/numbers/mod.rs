//! `int`, `bool` and `float`, and their methods.

mod float;
mod int;

pub(crate) use float::{METHODS as FLOAT_METHODS, construct as construct_float};
pub(crate) use int::{METHODS as INT_METHODS, construct as construct_int};

use std::rc::Rc;

use super::arguments::Call;
use crate::python::fault::{Fault, Try};
use crate::python::object::{Args, Class, Flow, Then, Value};
use crate::python::vm::{Vm, truth};

/// `bool(value)`
pub(crate) fn construct_bool(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let values = Call::function("bool", args).between(0, 1)?;
    let Some(value) = values.first() else {
        return Ok(false.into());
    };
    if has_method(vm, value, &["__bool__"])
        && let Some(method) = vm.special_method(value, "__bool__")
    {
        return Ok(vm.call(&method, Args::default())?.then(Then::Truth));
    }
    if has_method(vm, value, &["__len__"])
        && let Some(method) = vm.special_method(value, "__len__")
    {
        return Ok(vm.call(&method, Args::default())?.then(Then::LengthTruth));
    }
    Ok(truth(value.native()).unwrap_or(true).into())
}

/// A flag among the arguments: whether the value counts as true.
fn flag(vm: &Vm, value: Option<&Value>) -> Try<bool> {
    match value {
        None => Ok(false),
        Some(value) if has_method(vm, value, &["__bool__", "__len__"]) => Err(Fault::NeedsPython),
        Some(value) => Ok(truth(value.native()).unwrap_or(true)),
    }
}

/// Whether the value's class has one of those methods, written in Python.
fn has_method(vm: &Vm, value: &Value, names: &[&str]) -> bool {
    let Value::Instance(instance) = value else {
        return false;
    };
    let class = instance.class();
    names.iter().any(|name| {
        matches!(
            class.lookup(&vm.names.intern(name)),
            Some(Value::Function(_))
        )
    })
}

/// The bytes of a `bytes`, or of an iterable of small integers.
fn bytes_of(vm: &mut Vm, value: &Value) -> Try<Vec<u8>> {
    match value.native() {
        Value::Bytes(bytes) => Ok(bytes.bytes.to_vec()),
        Value::Str(_) | Value::Int(_) | Value::Float(_) | Value::None | Value::Bool(_) => {
            Err(Fault::type_error(format_args!(
                "cannot convert '{}' object to bytes",
                vm.type_name(value)
            )))
        }
        _ => super::bytes::from_items(vm, value),
    }
}
