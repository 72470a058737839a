//! Taking apart what a program that is gone has left. Reference counts alone
//! would keep for ever whatever holds itself: a task and the future it waits
//! for, a function and its own cell.

use super::containers::values_of;
use super::{Body, Table, Value};

/// What a value holds, taken out of it: whoever shares it sees it empty. What
/// cannot change, and may be shared with other machines, stays as it is.
pub(crate) fn disband(value: &Value) -> Vec<Value> {
    match value {
        Value::List(list) => list.change(std::mem::take),
        Value::Dict(dict) => values_of(dict.change(Table::clear)),
        Value::Set(set) if !set.frozen => values_of(set.change(Table::clear)),
        Value::Cell(cell) => vec![cell.take()],
        Value::Module(module) => values_of(module.namespace.change(Table::clear)),
        Value::Class(class) => values_of(class.namespace.change(Table::clear)),
        Value::BoundMethod(method) => vec![method.object.clone(), method.function.clone()],
        Value::Function(function) => {
            let mut values = function.defaults.take();
            values.extend(function.cells.iter().cloned().map(Value::Cell));
            values.extend(function.attributes.get().cloned().map(Value::Dict));
            values
        }
        Value::Instance(instance) => {
            let mut values: Vec<Value> = Vec::new();
            values.extend(instance.attributes.get().cloned().map(Value::Dict));
            match &instance.body {
                Body::Plain => {}
                Body::Native(value) => values.push(value.clone()),
                Body::Exception(body) => values.extend(body.let_go()),
            }
            values
        }
        Value::Generator(generator) => {
            let frame = generator.frame.take();
            frame.map_or_else(Vec::new, |frame| frame.into_values())
        }
        Value::Future(future) => future.disband(),
        _ => Vec::new(),
    }
}
