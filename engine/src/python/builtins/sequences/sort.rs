//! Sorting, stable, by `<` alone.

use super::list::receiver;
use crate::python::fault::{Fault, Try};
use crate::python::object::{Args, Flow, Value};
use crate::python::vm::Vm;
use crate::sort::merge_sort;

/// `list.sort(key, reverse)`
pub(crate) fn list_sort(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (list, call) = receiver(vm, "sort", args)?;
    let [key, reverse] = call.named(["key", "reverse"], 0, 0)?;
    let reverse = reverse.map_or(Ok(0), |reverse| vm.index_of(reverse))? != 0;
    if list.len() > MOST {
        return Err(Fault::NeedsPython);
    }
    let items = list.items().clone();
    let keys = match key {
        None | Some(Value::None) => None,
        Some(key) => Some(keys_of(vm, key, &items)?),
    };
    let order = sorted_order(vm, keys.as_ref().unwrap_or(&items), reverse)?;
    let sorted = order.into_iter().map(|at| items[at].clone()).collect();
    let old = list.change(|items| std::mem::replace(items, sorted));
    drop(old);
    Ok(Value::None.into())
}

/// What the key function makes of each item, where that runs no Python code.
fn keys_of(vm: &mut Vm, key: &Value, items: &[Value]) -> Try<Vec<Value>> {
    let native = match key {
        Value::Function(_) | Value::Instance(_) => false,
        Value::BoundMethod(method) => matches!(method.function, Value::Native(_)),
        Value::Class(class) => class.builtin,
        _ => true,
    };
    if !native {
        return Err(Fault::NeedsPython);
    }
    let mut keys = Vec::with_capacity(items.len());
    for item in items {
        match vm.call(key, Args::new(vec![item.clone()]))? {
            Flow::Value(value) => keys.push(value),
            _ => return Err(Fault::NeedsPython),
        }
    }
    Ok(keys)
}

/// The positions of the keys in their order.
///
/// # Errors
/// Where two keys cannot be compared; the very comparison that CPython would
/// fail on, at least in short lists.
pub(crate) fn sorted_order(vm: &mut Vm, keys: &[Value], reverse: bool) -> Try<Vec<usize>> {
    if keys.len() > MOST {
        return Err(Fault::NeedsPython);
    }
    vm.heap
        .work(keys.len() * keys.len().max(1).ilog2() as usize * 32);
    let mut order: Vec<usize> = (0..keys.len()).collect();
    // Equal keys stay in their order, forwards and backwards.
    if reverse {
        order.reverse();
    }
    if keys.iter().all(|key| matches!(key, Value::Int(_))) {
        let key = |at: usize| keys[at].as_small_int();
        merge_sort(&mut order, &mut |a, b| Ok(key(a) < key(b)))?;
    } else if keys.iter().all(|key| matches!(key, Value::Str(_))) {
        let key = |at: usize| keys[at].as_str().map(|text| text.text());
        merge_sort(&mut order, &mut |a, b| Ok(key(a) < key(b)))?;
    } else {
        merge_sort(&mut order, &mut |a, b| vm.less(&keys[a], &keys[b]))?;
    }
    if reverse {
        order.reverse();
    }
    Ok(order)
}

/// The most keys that are sorted without a break; the prelude sorts more, part
/// by part.
const MOST: usize = 20_000;
