//! The built-in functions and the methods of the built-in types.

pub(crate) mod arguments;
pub(crate) mod bytes;
pub(crate) mod classes;
mod codec;
pub(crate) mod dunder;
mod exceptions;
mod figures;
mod functions;
pub(crate) mod generators;
pub(crate) mod iteration;
mod kinship;
pub(crate) mod mappings;
mod modules;
pub(crate) mod numbers;
pub(crate) mod sequences;
pub(crate) mod sets;
mod special;
pub(crate) mod strings;

use std::rc::Rc;

use super::fault::{Fault, Try};
use super::object::{Args, Class, Dict, Flow, Native, NativeFn, Value};
use super::vm::Vm;

pub(crate) use classes::{OBJECT_METHODS, construct_object, construct_type};
pub(crate) use exceptions::{complete_exception, construct_exception, exception_methods};
pub(crate) use modules::{fill_module, module_source};
pub(crate) use special::{set_special_attribute, special_attribute};

/// A method of a built-in type.
pub(crate) const fn method(owner: &'static str, name: &'static str, call: NativeFn) -> Native {
    Native {
        name,
        call,
        method: true,
        owner,
    }
}

/// A function of a module.
pub(crate) const fn function(owner: &'static str, name: &'static str, call: NativeFn) -> Native {
    Native {
        name,
        call,
        method: false,
        owner,
    }
}

/// Python's own part of the builtins.
const PRELUDE: &[(&str, &str)] = &[
    ("prelude", shipped!("python/prelude", "prelude.py")),
    ("containers", shipped!("python/prelude", "containers.py")),
    ("bytes", shipped!("python/prelude", "bytes.py")),
];

/// Fills the builtins' namespace and the prelude.
pub(crate) fn install(vm: &mut Vm) {
    let set = |vm: &Vm, namespace: &Dict, name: &str, value: Value| {
        namespace.set_name(&vm.names.intern(name), value);
    };
    let builtins = vm.builtins.clone();
    let prelude = vm.prelude.clone();
    for native in functions::BUILTINS {
        set(vm, &builtins, native.name, Value::Native(native));
    }
    for native in functions::HIDDEN {
        set(vm, &prelude, native.name, Value::Native(native));
    }
    let public = [
        "object",
        "type",
        "int",
        "bool",
        "float",
        "str",
        "bytes",
        "tuple",
        "list",
        "dict",
        "set",
        "frozenset",
        "range",
        "slice",
        "property",
        "staticmethod",
        "classmethod",
        "super",
        "enumerate",
        "zip",
        "reversed",
    ];
    for class in vm.types.all() {
        let name = class.name();
        if public.contains(&name.text()) {
            builtins.set_name(&name, Value::Class(class.clone()));
        }
    }
    for class in vm.types.exceptions() {
        if class
            .exception
            .and_then(super::fault::Kind::module)
            .is_none()
        {
            builtins.set_name(&class.name(), Value::Class(class.clone()));
        }
    }
    let os_error = vm.types.exception(super::fault::Kind::OSError).clone();
    for name in ["IOError", "EnvironmentError"] {
        set(vm, &builtins, name, Value::Class(os_error.clone()));
    }
    set(vm, &builtins, "NotImplemented", Value::NotImplemented);
    set(vm, &builtins, "Ellipsis", Value::Ellipsis);
    set(vm, &builtins, "__debug__", Value::Bool(true));
    for (name, text) in PRELUDE {
        vm.run_library(name, text, prelude.clone());
    }
    // Builtins that are written in Python.
    for name in ["map", "filter", "dir"] {
        if let Some(value) = prelude.get_name(&vm.names.intern(name)) {
            set(vm, &builtins, name, value);
        }
    }
}

/// A number as a float. Errors: `TypeError` where it is none.
pub(crate) fn numbers_to_float(vm: &mut Vm, value: &Value) -> Try<f64> {
    match super::vm::number_of(value.native()) {
        Some(number) => number.to_float(),
        None => Err(Fault::type_error(format_args!(
            "'{}' object cannot be interpreted as an integer",
            vm.type_name(value)
        ))),
    }
}

/// A type that a program cannot make instances of.
pub(crate) fn no_construct(_: &mut Vm, class: &Rc<Class>, _: &Args) -> Try<Flow> {
    Err(Fault::type_error(format_args!(
        "cannot create '{}' instances",
        class.name().text()
    )))
}
