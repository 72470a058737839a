//! Attributes of plain instances, items of lists, tuples and dicts.

use std::mem;
use std::rc::Rc;

use super::copied;
use crate::python::object::{Body, Class, Dict, Instance, Str, Value};
use crate::python::vm::Vm;
use crate::python::vm::sequence::position;

/// The attribute of an instance, where its class has nothing to say to it.
#[inline(always)]
pub(super) fn attribute(object: &Value, name: &Rc<Str>) -> Option<Value> {
    let Value::Instance(instance) = object else {
        return None;
    };
    let class = instance.class.borrow();
    if class.intercepts {
        return None;
    }
    let of_class = class.lookup(name);
    if !of_class.as_ref().is_none_or(gives_way) {
        return None;
    }
    match own(instance, name) {
        Some(value) => Some(value),
        None => of_class.filter(is_itself),
    }
}

/// The function that is called as `object.name(...)`.
#[inline(always)]
pub(super) fn method(object: &Value, name: &Rc<Str>) -> Option<Value> {
    let Value::Instance(instance) = object else {
        return None;
    };
    let class = instance.class.borrow();
    match class.lookup(name)? {
        found @ Value::Function(_) if !class.intercepts && own(instance, name).is_none() => {
            Some(found)
        }
        _ => None,
    }
}

/// `object[key]`
#[inline(always)]
pub(super) fn item(object: &Value, key: &Value) -> Option<Value> {
    match (object, key) {
        (Value::List(list), Value::Int(index)) => {
            let items = list.items();
            position(*index, items.len()).map(|at| copied(&items[at]))
        }
        (Value::Tuple(tuple), Value::Int(index)) => {
            position(*index, tuple.items.len()).map(|at| copied(&tuple.items[at]))
        }
        (Value::Dict(dict), key) => {
            let table = dict.table();
            place(dict, key)
                .and_then(|at| table.at(at))
                .map(|entry| copied(&entry.value))
        }
        _ => None,
    }
}

/// `object[key] = value`, where there is one already: then `value` is the old
/// one.
#[inline(always)]
pub(super) fn set_item(object: &Value, key: &Value, value: &mut Value) -> bool {
    match (object, key) {
        (Value::List(list), Value::Int(index)) => list.with(|items| {
            let Some(at) = position(*index, items.len()) else {
                return false;
            };
            mem::swap(&mut items[at], value);
            true
        }),
        (Value::Dict(dict), key) => match place(dict, key) {
            Some(at) => {
                *value = dict.set_at(at, mem::take(value));
                true
            }
            None => false,
        },
        _ => false,
    }
}

impl Vm {
    /// `object.name = value`, where it has one already and nothing of the
    /// class's takes part: then `value` is the old one.
    #[inline(always)]
    pub(super) fn set_quickly(&self, object: &Value, name: &Rc<Str>, value: &mut Value) -> bool {
        let Value::Instance(instance) = object else {
            return false;
        };
        if !matches!(instance.body, Body::Plain) || name.text().starts_with("__") {
            return false;
        }
        let class = instance.class.borrow();
        if !class.lookup(name).as_ref().is_none_or(gives_way) || self.sets_itself(&class) {
            return false;
        }
        let Some(attributes) = instance.attributes.get() else {
            return false;
        };
        let place = attributes.table().position_of(name);
        match place {
            Some(at) => {
                *value = attributes.set_at(at, mem::take(value));
                true
            }
            None => false,
        }
    }

    /// Whether a `__setattr__` of the program's answers for its instances.
    #[inline(always)]
    fn sets_itself(&self, class: &Class) -> bool {
        matches!(class.lookup(&self.known.setattr), Some(Value::Function(_)))
    }
}

#[inline(always)]
fn own(instance: &Instance, name: &Rc<Str>) -> Option<Value> {
    let table = instance.attributes.get()?.table();
    table.get_name(name).map(copied)
}

/// Whether an instance's own attribute goes before that of its class.
#[inline(always)]
fn gives_way(of_class: &Value) -> bool {
    is_itself(of_class) || matches!(of_class, Value::Function(_) | Value::Native(_))
}

/// Whether an attribute of a class is that of its instances as it stands.
#[inline(always)]
fn is_itself(of_class: &Value) -> bool {
    matches!(
        of_class,
        Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Str(_)
    )
}

/// Where a text or a number stands in a dict.
#[inline(always)]
fn place(dict: &Dict, key: &Value) -> Option<usize> {
    match key {
        Value::Str(text) => dict.table().position_of(text),
        Value::Int(number) => dict.table().position_of_int(*number),
        _ => None,
    }
}
