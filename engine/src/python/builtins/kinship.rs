//! `isinstance` and `issubclass`.

use std::rc::Rc;

use super::functions::count;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Args, Class, Flow, Value};
use crate::python::vm::Vm;

pub(super) fn isinstance(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "isinstance", 2, 2)?;
    let class = vm.types.of(&args.values[0]);
    let found = is_of(
        vm,
        &class,
        Some(&args.values[0]),
        &args.values[1],
        "isinstance() arg 2 must be a type, a tuple of types, or a union",
    );
    told(vm, found, "__instancecheck__", args)
}

/// `type.__instancecheck__(class, value)`
pub(super) fn instance_check(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "__instancecheck__", 2, 2)?;
    let class = vm.types.of(&args.values[1]);
    check(vm, &class, Some(&args.values[1]), &args.values[0])
}

/// `type.__subclasscheck__(class, other)`
pub(super) fn subclass_check(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "__subclasscheck__", 2, 2)?;
    match &args.values[1] {
        Value::Class(class) => check(vm, &class.clone(), None, &args.values[0]),
        _ => Err(Fault::type_error("issubclass() arg 1 must be a class")),
    }
}

/// What a metaclass would say that says nothing of its own.
fn check(vm: &mut Vm, class: &Rc<Class>, value: Option<&Value>, other: &Value) -> Try<Flow> {
    let found = match other {
        Value::Class(other) => is_of_class(vm, class, value, other, &mut Vec::new())?,
        _ => false,
    };
    Ok(Value::Bool(found).into())
}

pub(super) fn issubclass(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "issubclass", 2, 2)?;
    let Value::Class(class) = &args.values[0] else {
        return Err(Fault::type_error("issubclass() arg 1 must be a class"));
    };
    let found = is_of(
        vm,
        &class.clone(),
        None,
        &args.values[1],
        "issubclass() arg 2 must be a class, a tuple of classes, or a union",
    );
    told(vm, found, "__subclasscheck__", args)
}

/// What was found; a metaclass of the program's has its own mind.
fn told(vm: &mut Vm, found: Try<bool>, hook: &str, args: &Args) -> Try<Flow> {
    match found {
        Err(Fault::NeedsPython) => {
            let mut values = vec![vm.text(hook)];
            values.extend(args.values.iter().cloned());
            vm.prelude_call("ask_metaclass", values)
        }
        found => Ok(Value::Bool(found?).into()),
    }
}

fn hook_name(value: Option<&Value>) -> &'static str {
    match value {
        Some(_) => "__instancecheck__",
        None => "__subclasscheck__",
    }
}

/// Whether a class is that other, or counts as such. What was registered with
/// that goes to the `rest` that is still to be asked.
fn is_of_class(
    vm: &Vm,
    class: &Rc<Class>,
    value: Option<&Value>,
    other: &Rc<Class>,
    rest: &mut Vec<Value>,
) -> Try<bool> {
    if other.builtin || class.is_subclass(other) {
        return Ok(class.is_subclass(other));
    }
    let own = |name: &str| other.namespace.get_name(&vm.names.intern(name));
    rest.extend(own("__registered__"));
    match own("__protocol__") {
        None => Ok(false),
        Some(Value::Tuple(members)) => Ok(members.items.iter().all(|member| {
            member.as_str().is_some_and(|name| {
                class.lookup(name).is_some()
                    || matches!(value, Some(Value::Instance(object))
                        if object.attribute(name).is_some())
            })
        })),
        Some(_) => Err(Fault::type_error(
            "Instance and class checks can only be used with @runtime_checkable protocols",
        )),
    }
}

/// Whether a class (that of `value`, where one is asked about) is one of those.
fn is_of(
    vm: &mut Vm,
    class: &Rc<Class>,
    value: Option<&Value>,
    classes: &Value,
    error: &str,
) -> Try<bool> {
    let mut rest = vec![classes.clone()];
    let mut seen = 0;
    while let Some(one) = rest.pop() {
        seen += 1;
        let found = match &one {
            Value::Class(other) => {
                let hook = other.meta.as_ref().and_then(|meta| {
                    let hook = vm.names.intern(hook_name(value));
                    meta.lookup(&hook)
                });
                if let Some(Value::Function(_)) = hook {
                    return Err(Fault::NeedsPython);
                }
                is_of_class(vm, class, value, other, &mut rest)?
            }
            Value::None => Rc::ptr_eq(class, &vm.types.none),
            Value::Tuple(classes) if seen < 100_000 => {
                vm.heap.work(classes.items.len() * 64);
                rest.extend(classes.items.iter().rev().cloned());
                false
            }
            Value::Tuple(_) => {
                return Err(Fault::new(
                    Kind::RecursionError,
                    "maximum recursion depth exceeded in __instancecheck__",
                ));
            }
            Value::Instance(instance) => {
                let own = |name: &str| instance.attribute(&vm.names.intern(name));
                // `int | str`; an abstract class of the library's, for which
                // any of some methods will do.
                match (own("__instance_of__"), own("__instance_test__")) {
                    (Some(members), _) => {
                        rest.push(members);
                        false
                    }
                    (None, Some(names)) => vm.items_of(&names)?.iter().any(|name| {
                        name.as_str()
                            .is_some_and(|name| class.lookup(name).is_some())
                    }),
                    (None, None) => return Err(Fault::type_error(error)),
                }
            }
            _ => return Err(Fault::type_error(error)),
        };
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}
