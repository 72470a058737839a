//! Attributes that the machine keeps for values: `__class__`, `__name__`,
//! `args` ...

use std::rc::Rc;

use crate::python::fault::{Exception, Fault, Kind, Try};
use crate::python::object::{GeneratorState, Str, Value};
use crate::python::vm::Vm;

/// The value of such an attribute, where there is one.
pub(crate) fn special_attribute(vm: &mut Vm, object: &Value, name: &Rc<Str>) -> Try<Option<Value>> {
    if let Value::Function(function) = object
        && let Some(value) = function.attributes.get().and_then(|own| own.get_name(name))
    {
        return Ok(Some(value));
    }
    let common = match name.text() {
        "__class__" => Some(Value::Class(vm.types.of(object))),
        "__doc__" => Some(doc(object)),
        _ => None,
    };
    if common.is_some() {
        return Ok(common);
    }
    Ok(match object {
        Value::Function(function) => match name.text() {
            "__name__" => Some(function.name.borrow().clone().into()),
            "__qualname__" => Some(function.qualified_name.borrow().clone().into()),
            "__module__" => Some(vm.text("__main__")),
            "__defaults__" => {
                let defaults = function.defaults.borrow().clone();
                Some(match defaults.is_empty() {
                    true => Value::None,
                    false => vm.tuple(defaults),
                })
            }
            "__kwdefaults__" => {
                let code = &function.code;
                let first = code.parameters.positional as usize;
                let mut table = crate::python::object::Table::default();
                for (name, value) in code.locals[first..].iter().zip(&function.keyword_defaults) {
                    if !matches!(value, Value::Unbound) {
                        table.set_name(name, value.clone());
                    }
                }
                Some(match table.is_empty() {
                    true => Value::None,
                    false => vm.dict(table),
                })
            }
            "__closure__" if function.cells.is_empty() => Some(Value::None),
            "__closure__" => {
                let cells = function.cells.iter().cloned().map(Value::Cell);
                Some(vm.tuple(cells.collect()))
            }
            "__code__" => Some(Value::Code(function.code.clone())),
            "__dict__" => {
                let dict = function.attributes.get_or_init(|| new_dict(vm));
                Some(Value::Dict(dict.clone()))
            }
            "__annotations__" => {
                let mut own = function.annotations.borrow_mut();
                Some(Value::Dict(own.get_or_insert_with(|| new_dict(vm)).clone()))
            }
            _ => function
                .attributes
                .get()
                .and_then(|attributes| attributes.get_name(name)),
        },
        Value::Code(code) => match name.text() {
            "co_name" => Some(code.name.clone().into()),
            "co_filename" => Some(vm.text(&*code.source.file_name)),
            "co_firstlineno" => Some(Value::Int(code.first_line.into())),
            "co_argcount" => Some(Value::Int(code.parameters.positional.into())),
            "co_varnames" => {
                let names = code.locals.iter().cloned().map(Value::Str).collect();
                Some(vm.tuple(names))
            }
            "co_freevars" => {
                let free = &code.cells[code.own_cells as usize..];
                Some(vm.tuple(free.iter().cloned().map(Value::Str).collect()))
            }
            _ => None,
        },
        Value::Cell(cell) => match (name.text(), &*cell.borrow()) {
            ("cell_contents", Value::Unbound) => {
                return Err(Fault::value_error("Cell is empty"));
            }
            ("cell_contents", value) => Some(value.clone()),
            _ => None,
        },
        Value::Native(native) => match name.text() {
            "__name__" | "__qualname__" => Some(vm.text(native.name)),
            "__module__" => Some(vm.text(native.owner)),
            _ => None,
        },
        Value::BoundMethod(method) => match name.text() {
            "__self__" => Some(method.object.clone()),
            "__func__" => Some(method.function.clone()),
            _ => return special_attribute(vm, &method.function.clone(), name),
        },
        Value::Class(class) => match name.text() {
            "__name__" => Some(class.name().into()),
            "__qualname__" => Some(class.qualified_name.borrow().clone().into()),
            "__module__" => Some(class.module.clone().into()),
            "__bases__" => {
                let bases = class.bases.iter().cloned().map(Value::Class).collect();
                Some(vm.tuple(bases))
            }
            "__base__" => Some(match class.bases.first() {
                Some(base) => Value::Class(base.clone()),
                None => Value::None,
            }),
            "__mro__" => {
                let order = std::iter::once(class.clone())
                    .chain(class.ancestors.iter().cloned())
                    .map(Value::Class)
                    .collect();
                Some(vm.tuple(order))
            }
            "__dict__" => Some(Value::Dict(class.namespace.clone())),
            "__annotations__" => Some(Value::Dict(new_dict(vm))),
            "mro" | "__subclasses__" => {
                let native = match name.text() {
                    "mro" => &super::classes::MRO,
                    _ => &super::classes::SUBCLASSES,
                };
                Some(vm.method(object.clone(), Value::Native(native)))
            }
            _ => None,
        },
        Value::Instance(instance) => match (name.text(), instance.exception()) {
            ("__dict__", _) => Some(Value::Dict(instance.dict().clone())),
            ("args", Some(body)) => Some(body.args.borrow().clone()),
            ("__cause__", Some(body)) => Some(optional(&body.cause.borrow())),
            ("__context__", Some(body)) => Some(optional(&body.context.borrow())),
            ("__suppress_context__", Some(body)) => Some(Value::Bool(body.suppress_context.get())),
            ("__traceback__", Some(_)) => Some(vm.whole_traceback(instance)),
            (name, Some(body)) => match name {
                "message" | "exceptions" => group_part(vm, instance, name),
                "name" => named_part(vm, instance),
                "__notes__" => None,
                _ if body.args.borrow().is_none() => None,
                _ => exception_part(instance, name),
            },
            _ => None,
        },
        Value::Descriptor(descriptor) => match name.text() {
            "fget" | "__func__" => Some(descriptor.function.clone()),
            "fset" => Some(descriptor.setter.clone()),
            "fdel" => Some(descriptor.deleter.clone()),
            _ => None,
        },
        Value::Generator(generator) => match name.text() {
            "__name__" => Some(generator.name.borrow().clone().into()),
            "__qualname__" => Some(generator.qualified_name.borrow().clone().into()),
            "cr_running" | "gi_running" | "ag_running" => Some(Value::Bool(
                generator.state.get() == GeneratorState::Running,
            )),
            "cr_await" | "gi_yieldfrom" => Some(generator.awaited().unwrap_or(Value::None)),
            "cr_frame" | "gi_frame" | "ag_frame" => Some(match generator.state.get() {
                GeneratorState::Closed => Value::None,
                _ => vm.frame_object(&generator.code, vm.line_of(generator)),
            }),
            _ => None,
        },
        Value::Range(range) => match name.text() {
            "start" => Some(Value::Int(range.start)),
            "stop" => Some(Value::Int(range.stop)),
            "step" => Some(Value::Int(range.step)),
            _ => None,
        },
        Value::Slice(slice) => match name.text() {
            "start" => Some(slice.start.clone()),
            "stop" => Some(slice.stop.clone()),
            "step" => Some(slice.step.clone()),
            _ => None,
        },
        Value::Int(_) | Value::BigInt(_) | Value::Bool(_) => match name.text() {
            "real" | "numerator" => Some(object.clone()),
            "imag" => Some(Value::Int(0)),
            "denominator" => Some(Value::Int(1)),
            _ => None,
        },
        Value::Float(_) => match name.text() {
            "real" => Some(object.clone()),
            "imag" => Some(Value::Float(0.0)),
            _ => None,
        },
        _ => None,
    })
}

/// A group's message, and its members.
fn group_part(vm: &Vm, group: &Exception, name: &str) -> Option<Value> {
    if !group.class().is_exception(Kind::BaseExceptionGroup) {
        return None;
    }
    if name == "message" {
        return group.exception_args().into_iter().next();
    }
    let members = group.exception()?.members.borrow().clone();
    Some(vm.tuple(members.into_iter().map(Value::Instance).collect()))
}

/// The name that was not found, read off the message of the machine's own
/// exceptions.
fn named_part(vm: &Vm, exception: &Exception) -> Option<Value> {
    let class = exception.class();
    let named = [Kind::NameError, Kind::AttributeError, Kind::ImportError];
    if !named.iter().any(|kind| class.is_exception(*kind)) {
        return None;
    }
    let args = exception.exception_args();
    let message = match args.first() {
        Some(Value::Str(text)) => text.text().to_owned(),
        _ => return Some(Value::None),
    };
    let quoted: Vec<&str> = message.split('\'').collect();
    let name = if message.starts_with("name '") || message.starts_with("cannot ") {
        quoted.get(1)
    } else if message.contains(" has no attribute '") {
        quoted.get(quoted.len().saturating_sub(2))
    } else if message.starts_with("No module named '") {
        quoted.get(1)
    } else {
        None
    };
    Some(name.map_or(Value::None, |name| vm.text(*name)))
}

/// What some exceptions call their arguments.
fn exception_part(exception: &Exception, name: &str) -> Option<Value> {
    let (kind, at) = match name {
        "value" => (Kind::StopIteration, 0),
        "code" => (Kind::SystemExit, 0),
        "errno" => (Kind::OSError, 0),
        "strerror" => (Kind::OSError, 1),
        "filename" => (Kind::OSError, usize::MAX),
        _ => return None,
    };
    exception.class().is_exception(kind).then(|| {
        let args = exception.exception_args();
        match kind {
            // One argument is a message and nothing else.
            Kind::OSError if args.len() < 2 => Value::None,
            _ => args.get(at).cloned().unwrap_or(Value::None),
        }
    })
}

fn new_dict(vm: &Vm) -> Rc<crate::python::object::Dict> {
    Rc::new(crate::python::object::Dict::new(
        &vm.heap,
        Default::default(),
    ))
}

fn optional(exception: &Option<Exception>) -> Value {
    exception.clone().map_or(Value::None, Value::Instance)
}

fn doc(object: &Value) -> Value {
    match object {
        Value::Function(function) => match &function.code.doc {
            Some(doc) => Value::Str(doc.clone()),
            None => Value::None,
        },
        Value::Descriptor(descriptor) => doc(&descriptor.function),
        _ => Value::None,
    }
}

/// Sets such an attribute; `false` where it is none of them.
pub(crate) fn set_special_attribute(
    vm: &mut Vm,
    object: &Value,
    name: &Rc<Str>,
    value: &Value,
) -> Try<bool> {
    match object {
        Value::Function(function) => {
            match (name.text(), value) {
                ("__name__", Value::Str(text)) => *function.name.borrow_mut() = text.clone(),
                ("__qualname__", Value::Str(text)) => {
                    *function.qualified_name.borrow_mut() = text.clone();
                }
                ("__defaults__", Value::Tuple(defaults)) => {
                    drop(function.defaults.replace(defaults.items.clone()));
                }
                ("__annotations__", Value::Dict(annotations)) => {
                    drop(function.annotations.replace(Some(annotations.clone())));
                }
                _ => function
                    .attributes
                    .get_or_init(|| new_dict(vm))
                    .set_name(name, value.clone()),
            }
            Ok(true)
        }
        Value::Generator(generator) => match (name.text(), value) {
            ("__name__", Value::Str(text)) => {
                *generator.name.borrow_mut() = text.clone();
                Ok(true)
            }
            ("__qualname__", Value::Str(text)) => {
                *generator.qualified_name.borrow_mut() = text.clone();
                Ok(true)
            }
            _ => Ok(false),
        },
        Value::Instance(instance) => {
            if name.text() == "__class__"
                && let Value::Class(class) = value
            {
                *instance.class.borrow_mut() = class.clone();
                return Ok(true);
            }
            let Some(body) = instance.exception() else {
                return Ok(false);
            };
            match (name.text(), value) {
                ("args", _) => {
                    let items = vm.items_of(value)?;
                    drop(body.args.replace(vm.tuple(items)));
                }
                ("__cause__", _) => {
                    let cause = exception_or_none(value, "cause")?;
                    drop(body.cause.replace(cause));
                    body.suppress_context.set(true);
                }
                ("__context__", _) => {
                    let context = exception_or_none(value, "context")?;
                    drop(body.context.replace(context));
                }
                ("__suppress_context__", Value::Bool(flag)) => body.suppress_context.set(*flag),
                ("__traceback__", _) => {
                    let length = match value {
                        Value::Instance(trace) => trace.attribute(&vm.names.intern("_length")),
                        _ => Some(Value::Int(0)),
                    };
                    if let Some(Value::Int(length)) = length {
                        body.trace.borrow_mut().truncate(length as usize);
                    }
                }
                _ => return Ok(false),
            }
            Ok(true)
        }
        _ => Ok(false),
    }
}

fn exception_or_none(value: &Value, what: &str) -> Try<Option<Exception>> {
    match value {
        Value::None => Ok(None),
        Value::Instance(instance) if instance.exception().is_some() => Ok(Some(instance.clone())),
        _ => Err(Fault::type_error(format_args!(
            "exception {what} must be None or derive from BaseException"
        ))),
    }
}
