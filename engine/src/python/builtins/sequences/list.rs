//! `list`.

use std::rc::Rc;

use super::{count_in, index_in, same, sort};
use crate::python::builtins::arguments::Call;
use crate::python::builtins::method;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Args, Class, Flow, List, Native, Value};
use crate::python::vm::Vm;

pub(crate) const METHODS: &[Native] = &[
    method("list", "__init__", initialise),
    method("list", "append", append),
    method("list", "clear", clear),
    method("list", "copy", copy),
    method("list", "count", count),
    method("list", "extend", extend),
    method("list", "index", index),
    method("list", "insert", insert),
    method("list", "pop", pop),
    method("list", "remove", remove),
    method("list", "reverse", reverse),
    method("list", "sort", sort::list_sort),
];

/// `list(iterable)`
pub(crate) fn construct(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let values = Call::function("list", args).between(0, 1)?;
    let items = match values.first() {
        None => Vec::new(),
        Some(iterable) => {
            if let Value::Str(text) = iterable {
                vm.heap.reserve(text.length() * size_of::<Value>())?;
            }
            vm.items_of(iterable)?
        }
    };
    Ok(vm.list(items).into())
}

/// The list of a method's `self`, and the rest of its call.
pub(super) fn receiver<'a>(
    vm: &Vm,
    name: &'static str,
    args: &'a Args,
) -> Try<(&'a Rc<List>, Call<'a>)> {
    let (value, call) = Call::method("list", name, args)?;
    match value {
        Value::List(list) => Ok((list, call)),
        other => Err(call.wrong_receiver(vm, other)),
    }
}

/// `list.__init__(iterable)`, for classes derived from it.
fn initialise(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (list, call) = receiver(vm, "__init__", args)?;
    let values = call.between(0, 1)?;
    let items = values
        .first()
        .map_or(Ok(Vec::new()), |iterable| vm.items_of(iterable))?;
    let old = list.change(|own| std::mem::replace(own, items));
    vm.heap.bury(old);
    Ok(Value::None.into())
}

fn append(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (list, call) = receiver(vm, "append", args)?;
    list.push(call.one()?.clone());
    Ok(Value::None.into())
}

fn clear(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (list, call) = receiver(vm, "clear", args)?;
    call.none()?;
    let gone = list.change(std::mem::take);
    vm.heap.bury(gone);
    Ok(Value::None.into())
}

fn copy(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (list, call) = receiver(vm, "copy", args)?;
    call.none()?;
    vm.heap.reserve_plain(list.len() * size_of::<Value>())?;
    let items = list.items().clone();
    Ok(vm.list(items).into())
}

fn count(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (list, call) = receiver(vm, "count", args)?;
    let wanted = call.one()?;
    let count = count_in(vm, &list.items(), wanted)?;
    Ok(count.into())
}

fn extend(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (list, call) = receiver(vm, "extend", args)?;
    let items = vm.items_of(call.one()?)?;
    vm.heap
        .reserve_plain((list.len() + items.len()) * size_of::<Value>())?;
    list.change(|own| own.extend(items));
    Ok(Value::None.into())
}

fn index(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (list, call) = receiver(vm, "index", args)?;
    let values = call.between(1, 3)?;
    let found = index_in(vm, &list.items(), values)?;
    match found {
        Some(at) => Ok(at.into()),
        None => {
            let shown = vm.repr(&values[0])?;
            Err(Fault::value_error(format_args!("{shown} is not in list")))
        }
    }
}

fn insert(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (list, call) = receiver(vm, "insert", args)?;
    let values = call.between(2, 2)?;
    let at = vm.index_of(&values[0])?;
    vm.heap.work(list.len() * size_of::<Value>());
    list.change(|items| {
        let length = items.len() as i64;
        let at = if at < 0 {
            at.saturating_add(length)
        } else {
            at
        };
        items.insert(at.clamp(0, length) as usize, values[1].clone());
    });
    Ok(Value::None.into())
}

fn pop(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (list, call) = receiver(vm, "pop", args)?;
    let at = match call.between(0, 1)?.first() {
        None => -1,
        Some(at) => vm.index_of(at)?,
    };
    let length = list.len();
    if length == 0 {
        return Err(Fault::new(Kind::IndexError, "pop from empty list"));
    }
    let at = if at < 0 {
        at.saturating_add(length as i64)
    } else {
        at
    };
    match usize::try_from(at) {
        Ok(at) if at < length => {
            vm.heap.work((length - at) * size_of::<Value>());
            Ok(list.change(|items| items.remove(at)).into())
        }
        _ => Err(Fault::new(Kind::IndexError, "pop index out of range")),
    }
}

fn remove(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (list, call) = receiver(vm, "remove", args)?;
    let wanted = call.one()?;
    vm.heap.walk(list.len())?;
    let mut found = None;
    for (at, item) in list.items().iter().enumerate() {
        if same(vm, item, wanted)? {
            found = Some(at);
            break;
        }
    }
    let Some(at) = found else {
        return Err(Fault::value_error("list.remove(x): x not in list"));
    };
    drop(list.change(|items| items.remove(at)));
    Ok(Value::None.into())
}

fn reverse(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (list, call) = receiver(vm, "reverse", args)?;
    call.none()?;
    vm.heap.work(list.len() * size_of::<Value>());
    list.change(|items| items.reverse());
    Ok(Value::None.into())
}
