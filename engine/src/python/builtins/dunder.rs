//! The built-in types' special methods as attributes: `super().__getitem__(k)`,
//! `(3).__add__(4)`. Each does what its operator does to the native value.

use super::method;
use crate::python::code::{BinaryOp, CompareOp, UnaryOp};
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Args, Flow, Native, Value};
use crate::python::vm::Vm;

/// The special methods of the type of that name.
pub(crate) fn of(name: &str) -> &'static [&'static [Native]] {
    match name {
        "int" => &[COMPARISONS, NUMBERS, INTEGERS],
        "float" => &[COMPARISONS, NUMBERS],
        "str" | "bytes" | "tuple" => &[COMPARISONS, SIZED, ITEMS, CONCATENATION],
        "list" => &[COMPARISONS, SIZED, ITEMS, CHANGEABLE, CONCATENATION],
        "range" => &[COMPARISONS, SIZED, ITEMS],
        "dict" => &[COMPARISONS, SIZED, ITEMS, CHANGEABLE, UNION],
        "set" | "frozenset" => &[COMPARISONS, SIZED, UNION, SETS],
        "dict_keys" | "dict_values" | "dict_items" => &[SIZED],
        _ => &[],
    }
}

macro_rules! binary {
    ($($function:ident $op:ident)*) => {
        $(fn $function(vm: &mut Vm, args: &Args) -> Try<Flow> {
            binary(vm, BinaryOp::$op, args)
        })*
    };
}

macro_rules! compare {
    ($($function:ident $op:ident)*) => {
        $(fn $function(vm: &mut Vm, args: &Args) -> Try<Flow> {
            compare(vm, CompareOp::$op, args)
        })*
    };
}

binary! {
    add Add sub Subtract mul Multiply truediv Divide floordiv FloorDivide
    modulo Modulo pow Power and And or Or xor Xor lshift LeftShift rshift RightShift
}
compare! { eq Equal ne NotEqual lt Less le LessEqual gt Greater ge GreaterEqual }

const COMPARISONS: &[Native] = &[
    method("object", "__eq__", eq),
    method("object", "__ne__", ne),
    method("object", "__lt__", lt),
    method("object", "__le__", le),
    method("object", "__gt__", gt),
    method("object", "__ge__", ge),
];

const SIZED: &[Native] = &[
    method("object", "__len__", len),
    method("object", "__iter__", iter),
    method("object", "__contains__", contains),
];

const ITEMS: &[Native] = &[method("object", "__getitem__", get_item)];

const CHANGEABLE: &[Native] = &[
    method("object", "__setitem__", set_item),
    method("object", "__delitem__", delete_item),
];

const CONCATENATION: &[Native] = &[
    method("object", "__add__", add),
    method("object", "__mul__", mul),
];

const UNION: &[Native] = &[method("object", "__or__", or)];

const SETS: &[Native] = &[
    method("object", "__and__", and),
    method("object", "__sub__", sub),
    method("object", "__xor__", xor),
];

const NUMBERS: &[Native] = &[
    method("object", "__add__", add),
    method("object", "__sub__", sub),
    method("object", "__mul__", mul),
    method("object", "__truediv__", truediv),
    method("object", "__floordiv__", floordiv),
    method("object", "__mod__", modulo),
    method("object", "__pow__", pow),
    method("object", "__neg__", neg),
    method("object", "__abs__", abs),
    method("object", "__bool__", truth),
];

const INTEGERS: &[Native] = &[
    method("object", "__and__", and),
    method("object", "__or__", or),
    method("object", "__xor__", xor),
    method("object", "__lshift__", lshift),
    method("object", "__rshift__", rshift),
    method("object", "__index__", index),
];

fn operand(args: &Args, at: usize) -> Try<&Value> {
    match args.values.get(at) {
        Some(value) => Ok(value),
        None => Err(Fault::type_error(format_args!(
            "expected {at} argument{}, got {}",
            if at == 1 { "" } else { "s" },
            args.values.len().saturating_sub(1)
        ))),
    }
}

/// `NotImplemented` where the operands do not go together.
fn binary(vm: &mut Vm, op: BinaryOp, args: &Args) -> Try<Flow> {
    let left = operand(args, 0)?.native().clone();
    let right = operand(args, 1)?.native().clone();
    match vm.binary(op, &left, &right) {
        Err(Fault::New(Kind::TypeError, _)) => Ok(Value::NotImplemented.into()),
        other => other,
    }
}

fn compare(vm: &mut Vm, op: CompareOp, args: &Args) -> Try<Flow> {
    let left = operand(args, 0)?.native().clone();
    let right = operand(args, 1)?.native().clone();
    let kin = vm.types.of(&left).is_subclass(&vm.types.of(&right))
        || vm.types.of(&right).is_subclass(&vm.types.of(&left))
        || vm.numbers_both(&left, &right);
    if !kin {
        return Ok(Value::NotImplemented.into());
    }
    match vm.compare(op, &left, &right) {
        Err(Fault::New(Kind::TypeError, _)) => Ok(Value::NotImplemented.into()),
        other => other,
    }
}

fn len(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let value = operand(args, 0)?.native().clone();
    vm.length(&value)
}

fn iter(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let value = operand(args, 0)?.native().clone();
    vm.get_iter(&value)
}

fn contains(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let value = operand(args, 0)?.native().clone();
    vm.contains(&value, operand(args, 1)?)
}

fn get_item(vm: &mut Vm, args: &Args) -> Try<Flow> {
    // `__missing__` of a class derived from dict has a say.
    let object = operand(args, 0)?;
    let key = operand(args, 1)?;
    match (object, object.native()) {
        (Value::Instance(_), Value::Dict(dict)) => {
            let hash = vm.hash(key)?;
            let found = dict.table().get(hash, key).cloned();
            match (found, vm.special_method(object, "__missing__")) {
                (Some(value), _) => Ok(value.into()),
                (None, Some(missing)) => vm.call(&missing, Args::new(vec![key.clone()])),
                (None, None) => Err(vm.key_error(key)),
            }
        }
        (_, native) => {
            let native = native.clone();
            vm.get_item(&native, key)
        }
    }
}

fn set_item(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let native = operand(args, 0)?.native().clone();
    vm.set_item(&native, operand(args, 1)?, operand(args, 2)?.clone())
}

fn delete_item(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let native = operand(args, 0)?.native().clone();
    vm.delete_item(&native, operand(args, 1)?)
}

fn neg(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let native = operand(args, 0)?.native().clone();
    vm.unary(UnaryOp::Negative, &native)
}

fn abs(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let native = operand(args, 0)?.native().clone();
    super::functions::abs(vm, &Args::new(vec![native]))
}

fn truth(_: &mut Vm, args: &Args) -> Try<Flow> {
    let truth = crate::python::vm::truth(operand(args, 0)?.native()).unwrap_or(true);
    Ok(Value::Bool(truth).into())
}

fn index(_: &mut Vm, args: &Args) -> Try<Flow> {
    let number = operand(args, 0)?.as_big_int().unwrap_or_default();
    Ok(Value::int(number).into())
}
