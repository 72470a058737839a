//! `object`, `type`, `property`, `super` and their like.

use std::rc::Rc;

use super::{function, method};
use crate::python::fault::{Fault, Try, Wanted};
use crate::python::object::{
    Args, Class, Descriptor, DescriptorKind, Dict, Flow, Native, Super, Value,
};
use crate::python::vm::Vm;

pub(crate) const OBJECT_METHODS: &[Native] = &[
    method("object", "__init__", object_init),
    method("object", "__repr__", object_repr),
    method("object", "__str__", object_str),
    method("object", "__eq__", object_eq),
    method("object", "__ne__", object_ne),
    method("object", "__hash__", object_hash),
    method("object", "__setattr__", object_setattr),
    method("object", "__getattribute__", object_getattribute),
    method("object", "__delattr__", object_delattr),
    method("object", "__format__", object_format),
    function("object", "__new__", object_new),
    function("object", "__init_subclass__", object_init_subclass),
];

pub(crate) const PROPERTY_METHODS: &[Native] = &[
    method("property", "getter", property_getter),
    method("property", "setter", property_setter),
    method("property", "deleter", property_deleter),
];

pub(super) static MRO: Native = method("type", "mro", mro);
pub(super) static SUBCLASSES: Native = method("type", "__subclasses__", subclasses);

fn mro(vm: &mut Vm, args: &Args) -> Try<Flow> {
    match &args.values[0] {
        Value::Class(class) => {
            let order = std::iter::once(class.clone())
                .chain(class.ancestors.iter().cloned())
                .map(Value::Class)
                .collect();
            Ok(vm.list(order).into())
        }
        _ => Ok(Value::None.into()),
    }
}

fn subclasses(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let classes = match &args.values[0] {
        Value::Class(class) => class
            .derived
            .borrow()
            .iter()
            .filter_map(std::rc::Weak::upgrade)
            .map(Value::Class)
            .collect(),
        _ => Vec::new(),
    };
    Ok(vm.list(classes).into())
}

/// `object()`
pub(crate) fn construct_object(vm: &mut Vm, class: &Rc<Class>, args: &Args) -> Try<Flow> {
    if !args.values.is_empty() {
        return Err(Fault::type_error(format_args!(
            "{}() takes no arguments",
            class.name().text()
        )));
    }
    Ok(vm.plain_instance(class).into())
}

/// `type(value)`, and `type(name, bases, namespace)`.
pub(crate) fn construct_type(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    match args.values.as_slice() {
        [value] => Ok(Value::Class(vm.types.of(value)).into()),
        [
            Value::Str(name),
            Value::Tuple(bases),
            Value::Dict(namespace),
        ] => {
            let mut classes = Vec::new();
            for base in &bases.items {
                match base {
                    Value::Class(class) => classes.push(class.clone()),
                    _ => return Err(Fault::type_error("bases must be types")),
                }
            }
            if let Some(meta) = classes.iter().find_map(|base| base.meta.clone()) {
                return vm.call(&Value::Class(meta), Args::new(args.values.clone()));
            }
            let copy = Rc::new(Dict::new(&vm.heap, namespace.table().clone()));
            let module = vm.names.intern("__module__");
            if copy.get_name(&module).is_none() {
                let main = vm.text("__main__");
                copy.set_name(&module, main);
            }
            let class = vm.new_class(name.clone(), name.clone(), classes, copy, None)?;
            vm.prelude_call("finish_class", vec![Value::Class(class)])
        }
        _ => Err(Fault::type_error("type() takes 1 or 3 arguments")),
    }
}

/// What a metaclass of the program's hands on to `type`.
pub(crate) const TYPE_METHODS: &[Native] = &[
    function("type", "__new__", type_new),
    method("type", "__init__", type_init),
    method("type", "__call__", type_call),
    method("type", "__instancecheck__", super::kinship::instance_check),
    method("type", "__subclasscheck__", super::kinship::subclass_check),
];

/// `type.__new__(metaclass, name, bases, namespace)`
fn type_new(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let [
        Value::Class(meta),
        Value::Str(name),
        Value::Tuple(bases),
        Value::Dict(namespace),
        ..,
    ] = args.values.as_slice()
    else {
        return Err(Fault::type_error(
            "type.__new__() takes exactly 3 arguments",
        ));
    };
    let bases = bases
        .items
        .iter()
        .filter_map(|base| match base {
            Value::Class(base) => Some(base.clone()),
            _ => None,
        })
        .collect();
    let copy = Rc::new(Dict::new(&vm.heap, namespace.table().clone()));
    let cell = Value::Str(vm.names.intern("__classcell__"));
    let cell = copy.change(|table| table.remove(cell.hash().unwrap_or(0), &cell));
    let qualified_name = match copy.get_name(&vm.names.intern("__qualname__")) {
        Some(Value::Str(name)) => name,
        _ => name.clone(),
    };
    let class = vm.new_class(
        name.clone(),
        qualified_name,
        bases,
        copy,
        Some(meta.clone()),
    )?;
    let class = Value::Class(class);
    if let Some(Value::Cell(cell)) = cell.map(|entry| entry.value) {
        cell.replace(class.clone());
    }
    let mut rest = Args {
        values: args.values[4..].to_vec(),
        names: args.names.clone(),
    };
    rest.values.insert(0, class);
    vm.prelude_call_with("finish_class", rest)
}

fn type_init(_: &mut Vm, _: &Args) -> Try<Flow> {
    Ok(Value::None.into())
}

/// `type.__call__(class, ..)`
fn type_call(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let Some(Value::Class(class)) = args.values.first() else {
        return Err(Fault::type_error("type.__call__() needs a class"));
    };
    let rest = Args {
        values: args.values[1..].to_vec(),
        names: args.names.clone(),
    };
    vm.make_instance(class, rest)
}

fn object_init_subclass(_: &mut Vm, args: &Args) -> Try<Flow> {
    match args.names.is_empty() {
        true => Ok(Value::None.into()),
        false => Err(Fault::type_error(
            "object.__init_subclass__() takes no keyword arguments",
        )),
    }
}

fn object_init(vm: &mut Vm, args: &Args) -> Try<Flow> {
    if args.values.len() > 1
        && let Value::Instance(instance) = &args.values[0]
        && matches!(instance.body, crate::python::object::Body::Plain)
    {
        let class = instance.class();
        return Err(match class.lookup(&vm.known.init) {
            Some(Value::Function(_)) => Fault::type_error(
                "object.__init__() takes exactly one argument (the instance to initialize)",
            ),
            _ => Fault::type_error(format_args!("{}() takes no arguments", class.name().text())),
        });
    }
    Ok(Value::None.into())
}

fn object_new(vm: &mut Vm, args: &Args) -> Try<Flow> {
    match args.values.first() {
        Some(Value::Class(class)) => match class.layout {
            crate::python::object::Layout::Object => Ok(vm.plain_instance(class).into()),
            crate::python::object::Layout::Exception => Ok(vm
                .exception_instance(class, args.values[1..].to_vec())
                .into()),
            _ => {
                let rest = Args {
                    values: args.values[1..].to_vec(),
                    names: args.names.clone(),
                };
                match (class.construct)(vm, class, &rest)? {
                    Flow::Value(value) if class.builtin => Ok(value.into()),
                    Flow::Value(value) => Ok(vm.wrapped(class, value).into()),
                    other => Ok(other),
                }
            }
        },
        _ => Err(Fault::type_error(
            "object.__new__(X): X is not a type object",
        )),
    }
}

fn object_repr(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let value = &args.values[0];
    match value {
        Value::Instance(instance) => match &instance.body {
            crate::python::object::Body::Native(native) => {
                let native = native.clone();
                vm.repr_of(&native)
            }
            _ => {
                let text = vm.plain_repr(instance);
                Ok(vm.text(text).into())
            }
        },
        _ => vm.repr_of(value),
    }
}

fn object_str(vm: &mut Vm, args: &Args) -> Try<Flow> {
    vm.repr_of(&args.values[0])
}

fn object_eq(_: &mut Vm, args: &Args) -> Try<Flow> {
    Ok(match args.values[0].is(&args.values[1]) {
        true => Value::Bool(true),
        false => match args.values[0].native().equal_atoms(args.values[1].native()) {
            Some(answer) => Value::Bool(answer),
            None => Value::NotImplemented,
        },
    }
    .into())
}

fn object_ne(vm: &mut Vm, args: &Args) -> Try<Flow> {
    match object_eq(vm, args)? {
        Flow::Value(Value::Bool(answer)) => Ok(Value::Bool(!answer).into()),
        other => Ok(other),
    }
}

fn object_hash(_: &mut Vm, args: &Args) -> Try<Flow> {
    Ok(Value::Int(args.values[0].hash()? as i64).into())
}

fn named(vm: &Vm, value: &Value) -> Try<Rc<crate::python::object::Str>> {
    match value.as_str() {
        Some(text) => Ok(vm.names.intern(text.text())),
        None => Err(Fault::type_error(format_args!(
            "attribute name must be string, not '{}'",
            vm.type_name(value)
        ))),
    }
}

fn object_setattr(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let [object, name, value] = args.values.as_slice() else {
        return Err(Fault::type_error("__setattr__ expected 2 arguments"));
    };
    let name = named(vm, name)?;
    vm.set_own_attribute(object, &name, value.clone())
}

fn object_getattribute(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let name = named(vm, &args.values[1])?;
    vm.own_attribute(&args.values[0], &name)
}

fn object_delattr(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let name = named(vm, &args.values[1])?;
    if let Value::Instance(instance) = &args.values[0] {
        let removed = instance
            .dict()
            .change(|table| table.remove(name.hash(), &Value::Str(name.clone())));
        return match removed {
            Some(_) => Ok(Value::None.into()),
            None => Err(vm.no_attribute(&args.values[0], &name)),
        };
    }
    vm.delete_attribute(&args.values[0], &name)
}

fn object_format(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let spec = args.values.get(1).and_then(|spec| spec.as_str()).cloned();
    vm.format_native(
        &args.values[0],
        spec.as_ref().map_or("", |spec| spec.text()),
    )
}

fn descriptor(kind: DescriptorKind, parts: [Value; 3]) -> Value {
    let [function, setter, deleter] = parts;
    Value::Descriptor(Rc::new(Descriptor {
        kind,
        function,
        setter,
        deleter,
    }))
}

/// `property(fget, fset, fdel, doc)`
pub(crate) fn construct_property(_: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let mut args = Args {
        values: args.values.clone(),
        names: args.names.clone(),
    };
    let named: Vec<Option<Value>> = ["fget", "fset", "fdel", "doc"]
        .iter()
        .map(|name| args.take(name))
        .collect();
    let part = |at: usize| {
        named[at]
            .clone()
            .or_else(|| args.values.get(at).cloned())
            .unwrap_or(Value::None)
    };
    Ok(descriptor(DescriptorKind::Property, [part(0), part(1), part(2)]).into())
}

pub(crate) fn construct_static(_: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    wrap(DescriptorKind::Static, "staticmethod", args)
}

pub(crate) fn construct_class_method(_: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    wrap(DescriptorKind::Class, "classmethod", args)
}

fn wrap(kind: DescriptorKind, name: &str, args: &Args) -> Try<Flow> {
    match args.values.as_slice() {
        [function] => Ok(descriptor(kind, [function.clone(), Value::None, Value::None]).into()),
        other => Err(Fault::type_error(format_args!(
            "{name} expected 1 argument, got {}",
            other.len()
        ))),
    }
}

fn property_of(args: &Args) -> Try<(Rc<Descriptor>, Value)> {
    match args.values.as_slice() {
        [Value::Descriptor(property), function] => Ok((property.clone(), function.clone())),
        _ => Err(Fault::type_error("property expected a function")),
    }
}

fn property_getter(_: &mut Vm, args: &Args) -> Try<Flow> {
    let (old, new) = property_of(args)?;
    let parts = [new, old.setter.clone(), old.deleter.clone()];
    Ok(descriptor(DescriptorKind::Property, parts).into())
}

fn property_setter(_: &mut Vm, args: &Args) -> Try<Flow> {
    let (old, new) = property_of(args)?;
    let parts = [old.function.clone(), new, old.deleter.clone()];
    Ok(descriptor(DescriptorKind::Property, parts).into())
}

fn property_deleter(_: &mut Vm, args: &Args) -> Try<Flow> {
    let (old, new) = property_of(args)?;
    let parts = [old.function.clone(), old.setter.clone(), new];
    Ok(descriptor(DescriptorKind::Property, parts).into())
}

/// `super(Class, object)`, and `super()` in a method.
pub(crate) fn construct_super(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let (class, object) = match args.values.as_slice() {
        [Value::Class(class), object] => (class.clone(), object.clone()),
        // The frame knows its class and its first argument.
        [] => return Err(Fault::NeedsFrame(Wanted::Super)),
        _ => return Err(Fault::type_error("super() argument 1 must be a type")),
    };
    new_super(vm, class, object)
}

/// `super(class, object)`
pub(crate) fn new_super(vm: &mut Vm, class: Rc<Class>, object: Value) -> Try<Flow> {
    let object_class = match &object {
        Value::Class(own) if own.is_subclass(&class) => own.clone(),
        other => vm.types.of(other),
    };
    if !object_class.is_subclass(&class) {
        return Err(Fault::type_error(
            "super(type, obj): obj must be an instance or subtype of type",
        ));
    }
    Ok(Value::Super(Rc::new(Super {
        class,
        object,
        object_class,
    }))
    .into())
}
