//! `list`, `tuple`, `range` and `slice`, and their methods.

mod list;
mod range;
mod sort;

pub(crate) use list::{METHODS as LIST_METHODS, construct as construct_list};
pub(crate) use range::{RANGE_METHODS, SLICE_METHODS, construct_range, construct_slice};
pub(crate) use sort::{list_sort, sorted_order};

use std::rc::Rc;

use super::arguments::Call;
use super::method;
use crate::python::fault::{Fault, Try};
use crate::python::object::{Args, Class, Flow, Native, Tuple, Value};
use crate::python::vm::Vm;

pub(crate) const TUPLE_METHODS: &[Native] = &[
    method("tuple", "count", count),
    method("tuple", "index", index),
];

/// `tuple(iterable)`
pub(crate) fn construct_tuple(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let values = Call::function("tuple", args).between(0, 1)?;
    let items = match values.first() {
        None => Vec::new(),
        Some(tuple @ Value::Tuple(_)) => return Ok(tuple.clone().into()),
        Some(iterable) => vm.items_of(iterable)?,
    };
    Ok(vm.tuple(items).into())
}

fn receiver<'a>(vm: &Vm, name: &'static str, args: &'a Args) -> Try<(&'a Tuple, Call<'a>)> {
    let (value, call) = Call::method("tuple", name, args)?;
    match value {
        Value::Tuple(tuple) => Ok((tuple, call)),
        other => Err(call.wrong_receiver(vm, other)),
    }
}

fn count(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (tuple, call) = receiver(vm, "count", args)?;
    Ok(count_in(vm, &tuple.items, call.one()?)?.into())
}

fn index(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (tuple, call) = receiver(vm, "index", args)?;
    let values = call.between(1, 3)?;
    match index_in(vm, &tuple.items, values)? {
        Some(at) => Ok(at.into()),
        None => Err(Fault::value_error("tuple.index(x): x not in tuple")),
    }
}

/// Whether both are one value or equal.
fn same(vm: &mut Vm, item: &Value, wanted: &Value) -> Try<bool> {
    Ok(item.is(wanted) || vm.equal(item, wanted)?)
}

/// How many items equal a value.
fn count_in(vm: &mut Vm, items: &[Value], wanted: &Value) -> Try<usize> {
    vm.heap.walk(items.len())?;
    let mut count = 0;
    for item in items {
        count += usize::from(same(vm, item, wanted)?);
    }
    Ok(count)
}

/// `index(wanted, start, stop)` among some items.
fn index_in(vm: &mut Vm, items: &[Value], values: &[Value]) -> Try<Option<usize>> {
    vm.heap.walk(items.len())?;
    let start = edge(values.get(1), items.len(), 0)?;
    let stop = edge(values.get(2), items.len(), items.len())?;
    for (at, item) in items.iter().enumerate().take(stop).skip(start) {
        if same(vm, item, &values[0])? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

/// A position counted from the end where negative, and brought within the
/// length.
fn edge(value: Option<&Value>, length: usize, default: usize) -> Try<usize> {
    let Some(value) = value else {
        return Ok(default);
    };
    let at = match super::arguments::bound(Some(value)) {
        Ok(Some(at)) => at,
        _ => {
            return Err(Fault::type_error(
                "slice indices must be integers or have an __index__ method",
            ));
        }
    };
    let at = if at < 0 {
        at.saturating_add(length as i64)
    } else {
        at
    };
    Ok(at.clamp(0, length as i64) as usize)
}
