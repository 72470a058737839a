//! `enumerate`, `zip`, `reversed`, and iterators' own methods.

use std::rc::Rc;

use super::method;
use crate::python::fault::{Fault, Try};
use crate::python::object::{
    Args, Class, Flow, Iter, IterKind, Native, Range, Then, Value, ViewKind,
};
use crate::python::vm::Vm;

pub(crate) const ITERATOR_METHODS: &[Native] = &[
    method("iterator", "__iter__", itself),
    method("iterator", "__await__", itself),
    method("iterator", "__next__", next),
    method("iterator", "__length_hint__", length_hint),
];

fn itself(_: &mut Vm, args: &Args) -> Try<Flow> {
    Ok(args.values[0].clone().into())
}

fn next(vm: &mut Vm, args: &Args) -> Try<Flow> {
    vm.next_of(&args.values[0], Then::Next(None))
}

fn length_hint(_: &mut Vm, args: &Args) -> Try<Flow> {
    let left = match &args.values[0] {
        Value::Iter(iter) => iter.remaining().unwrap_or(0),
        _ => 0,
    };
    Ok(left.into())
}

/// The native iterator of a value; Python ones go to the twin.
/// Iterators in an iterator.
const HEAVIEST: usize = 64;

fn native_iter(vm: &mut Vm, value: &Value) -> Try<Rc<Iter>> {
    match value {
        Value::Iter(iter)
            if !matches!(&*iter.kind.borrow(), IterKind::Future(_) | IterKind::Turn) =>
        {
            // Deeper is Python's work: here it would be the native stack's.
            match iter.weight() > HEAVIEST {
                true => Err(Fault::NeedsPython),
                false => Ok(iter.clone()),
            }
        }
        _ => {
            // Refuses what is no iterable, and what only Python iterates.
            match vm.get_iter(value)? {
                Flow::Value(Value::Iter(iter)) => Ok(iter),
                _ => Err(Fault::NeedsPython),
            }
        }
    }
}

/// `enumerate(iterable, start)`
pub(crate) fn construct_enumerate(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let mut given = Args {
        values: args.values.clone(),
        names: args.names.clone(),
    };
    let start = given.take("start").or_else(|| given.values.get(1).cloned());
    let start = match &start {
        Some(start) => vm.index_of(start)?,
        None => 0,
    };
    let Some(iterable) = given.values.first() else {
        return Err(Fault::type_error(
            "enumerate() missing required argument 'iterable' (pos 1)",
        ));
    };
    let inner = native_iter(vm, iterable)?;
    Ok(vm.iter(IterKind::Enumerate(inner, start)).into())
}

/// `zip(*iterables, strict)`
pub(crate) fn construct_zip(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let mut given = Args {
        values: args.values.clone(),
        names: args.names.clone(),
    };
    let strict = matches!(given.take("strict"), Some(Value::Bool(true)));
    let mut inner = Vec::new();
    for value in &given.values {
        inner.push(native_iter(vm, value)?);
    }
    Ok(vm.iter(IterKind::Zip(inner, strict)).into())
}

/// `reversed(sequence)`
pub(crate) fn construct_reversed(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let [value] = args.values.as_slice() else {
        return Err(Fault::type_error(format_args!(
            "reversed expected 1 argument, got {}",
            args.values.len()
        )));
    };
    if let Some(method) = super::functions::own_method(vm, value, "__reversed__") {
        return vm.call(&method, Args::default());
    }
    let kind = match value.native() {
        Value::List(list) => IterKind::ReversedList(list.clone()),
        Value::Range(range) => {
            let length = range.len() as i64;
            let last = range.start + (length - 1) * range.step;
            let reversed = Range {
                start: last,
                stop: last - length * range.step,
                step: -range.step,
            };
            reversed.into()
        }
        Value::Dict(dict) => IterKind::ReversedDict(dict.clone(), ViewKind::Keys),
        Value::View(view) => IterKind::ReversedDict(view.dict.clone(), view.kind),
        Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) => {
            let mut items = vm.items_of(value)?;
            items.reverse();
            IterKind::Values(items.into_iter())
        }
        Value::Instance(_) => return Err(Fault::NeedsPython),
        _ => {
            return Err(Fault::type_error(format_args!(
                "'{}' object is not reversible",
                vm.type_name(value)
            )));
        }
    };
    Ok(vm.iter(kind).into())
}
