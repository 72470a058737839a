//! Attributes and global names.

use std::rc::Rc;

use super::Vm;
use crate::python::builtins;
use crate::python::code::GlobalCache;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{
    Args, BoundMethod, Class, DescriptorKind, Dict, Flow, Frame, Layout, Str, Then, Value,
};

impl Vm {
    pub(super) fn load_global(&mut self, frame: &Frame, name: u32) -> Try<Value> {
        let cache = &frame.code.caches[name as usize];
        let text = &frame.code.names[name as usize];
        let known = cache.get();
        let globals = frame.globals.table();
        if known.shape == globals.shape() {
            let table;
            let entry = if known.builtin {
                table = self.builtins.table();
                table.at(known.position as usize)
            } else {
                globals.at(known.position as usize)
            };
            if let Some(entry) = entry {
                return Ok(entry.value.clone());
            }
        }
        let key = Value::Str(text.clone());
        let shape = globals.shape();
        if let Some(at) = globals.position(text.hash(), &key) {
            cache.set(GlobalCache {
                shape,
                position: at as u32,
                builtin: false,
            });
            return globals
                .at(at)
                .map(|entry| entry.value.clone())
                .ok_or_else(|| no_name(text.text()));
        }
        let builtins = self.builtins.table();
        match builtins.position(text.hash(), &key) {
            Some(at) => {
                cache.set(GlobalCache {
                    shape,
                    position: at as u32,
                    builtin: true,
                });
                builtins
                    .at(at)
                    .map(|entry| entry.value.clone())
                    .ok_or_else(|| no_name(text.text()))
            }
            None => Err(no_name(text.text())),
        }
    }

    pub(super) fn store_global(&mut self, frame: &Frame, name: u32, value: Value) {
        let cache = &frame.code.caches[name as usize];
        let known = cache.get();
        if !known.builtin && known.shape == frame.globals.table().shape() {
            drop(frame.globals.set_at(known.position as usize, value));
            return;
        }
        frame
            .globals
            .set_name(&frame.code.names[name as usize], value);
    }

    pub(super) fn delete_name(&mut self, frame: &Frame, namespace: &Dict, name: u32) -> Try<()> {
        let text = &frame.code.names[name as usize];
        let removed =
            namespace.change(|table| table.remove(text.hash(), &Value::Str(text.clone())));
        match removed {
            Some(_) => Ok(()),
            None => Err(no_name(text.text())),
        }
    }

    pub(super) fn store_annotation(&mut self, frame: &Frame, name: u32, value: Value) {
        let namespace = frame.namespace.as_ref().unwrap_or(&frame.globals);
        let key = self.names.intern("__annotations__");
        let annotations = match namespace.get_name(&key) {
            Some(Value::Dict(dict)) => dict,
            _ => {
                let dict = Rc::new(Dict::new(&self.heap, Default::default()));
                namespace.set_name(&key, Value::Dict(dict.clone()));
                dict
            }
        };
        annotations.set_name(&frame.code.names[name as usize], value);
    }

    /// `object.name`
    pub fn get_attribute(&mut self, object: &Value, name: &Rc<Str>) -> Try<Flow> {
        if let Value::Instance(instance) = object
            && instance.class.borrow().intercepts
            && let Some(method) = instance.class().lookup(&self.known.getattribute)
        {
            return self.ask_for_attribute(&method, object, name);
        }
        self.own_attribute(object, name)
    }

    /// As [`Vm::get_attribute`], past any `__getattribute__` of the program's.
    pub(crate) fn own_attribute(&mut self, object: &Value, name: &Rc<Str>) -> Try<Flow> {
        match object {
            Value::Instance(instance) => {
                let class = instance.class();
                let found = class.lookup(name);
                if let Some(Value::Descriptor(descriptor)) = &found
                    && descriptor.kind == DescriptorKind::Property
                {
                    let getter = descriptor.function.clone();
                    let flow = self.call(&getter, Args::new(vec![object.clone()]))?;
                    return Ok(flow.then(missing(object, name)));
                }
                if let Some(Value::Instance(descriptor)) = &found
                    && let Some(Value::Function(_)) = descriptor.class().lookup(&self.known.set)
                {
                    // It says itself what the instance has, as a property does.
                    return self.bind_attribute(
                        Value::Instance(descriptor.clone()),
                        object,
                        &class,
                    );
                }
                if let Some(value) = instance.attribute(name) {
                    return Ok(value.into());
                }
                match found {
                    Some(value) => self.bind_attribute(value, object, &class),
                    None => match builtins::special_attribute(self, object, name)? {
                        Some(value) => Ok(value.into()),
                        None => match self.ask_getattr(object, name) {
                            Some(flow) => flow,
                            None => Err(self.no_attribute(object, name)),
                        },
                    },
                }
            }
            Value::Class(class) => self.class_attribute(class, name),
            Value::Module(module) => match module.namespace.get_name(name) {
                Some(value) => Ok(value.into()),
                None => match name.text() {
                    "__name__" => Ok(module.name.clone().into()),
                    "__dict__" => Ok(Value::Dict(module.namespace.clone()).into()),
                    _ => Err(self.no_attribute(object, name)),
                },
            },
            Value::Super(parent) => match parent.object_class.lookup_after(&parent.class, name) {
                Some(value) => {
                    let class = parent.object_class.clone();
                    match (&parent.object, &value) {
                        (Value::Class(own), Value::Function(_) | Value::Native(_))
                            if Rc::ptr_eq(own, &class) =>
                        {
                            Ok(value.into())
                        }
                        (object, _) => self.bind_attribute(value, &object.clone(), &class),
                    }
                }
                None => Err(Fault::new(
                    Kind::AttributeError,
                    format_args!("'super' object has no attribute '{}'", name.text()),
                )),
            },
            _ => {
                if let Some(value) = builtins::special_attribute(self, object, name)? {
                    return Ok(value.into());
                }
                let class = self.types.of(object).clone();
                match class.lookup(name) {
                    Some(value) => self.bind_attribute(value, object, &class),
                    None => Err(self.no_attribute(object, name)),
                }
            }
        }
    }

    /// The answer of a `__getattribute__`; where it has none, `__getattr__`'s.
    fn ask_for_attribute(&mut self, method: &Value, object: &Value, name: &Rc<Str>) -> Try<Flow> {
        let args = Args::new(vec![object.clone(), Value::Str(name.clone())]);
        let flow = self.call(method, args)?;
        Ok(flow.then(missing(object, name)))
    }

    /// The program's `__getattr__`, where the class has one.
    pub(super) fn ask_getattr(&mut self, object: &Value, name: &Rc<Str>) -> Option<Try<Flow>> {
        let Value::Instance(instance) = object else {
            return None;
        };
        let method = instance.class().lookup(&self.known.getattr)?;
        let args = Args::new(vec![object.clone(), Value::Str(name.clone())]);
        Some(self.call(&method, args))
    }

    /// What a class's attribute is when asked of an instance: functions become
    /// methods.
    fn bind_attribute(&mut self, value: Value, object: &Value, class: &Rc<Class>) -> Try<Flow> {
        match &value {
            Value::Function(_) => Ok(self.method(object.clone(), value).into()),
            Value::Native(native) if native.method => Ok(self.method(object.clone(), value).into()),
            Value::Descriptor(descriptor) => match descriptor.kind {
                DescriptorKind::Static => Ok(descriptor.function.clone().into()),
                DescriptorKind::Class => {
                    let class = Value::Class(class.clone());
                    Ok(self.method(class, descriptor.function.clone()).into())
                }
                DescriptorKind::Property => {
                    let getter = descriptor.function.clone();
                    self.call(&getter, Args::new(vec![object.clone()]))
                }
            },
            // A descriptor of the program's own.
            Value::Instance(descriptor) => match descriptor.class().lookup(&self.known.get) {
                Some(method) => self.call(
                    &method,
                    Args::new(vec![
                        value.clone(),
                        object.clone(),
                        Value::Class(class.clone()),
                    ]),
                ),
                None => Ok(value.into()),
            },
            _ => Ok(value.into()),
        }
    }

    pub fn method(&self, object: Value, function: Value) -> Value {
        Value::BoundMethod(Rc::new(BoundMethod { object, function }))
    }

    fn class_attribute(&mut self, class: &Rc<Class>, name: &Rc<Str>) -> Try<Flow> {
        let found = match name.text() {
            // Each class has its own.
            "__annotations__" => class.namespace.get_name(name),
            _ => class.lookup(name),
        };
        match found {
            Some(Value::Instance(descriptor))
                if let Some(get @ Value::Function(_)) =
                    descriptor.class().lookup(&self.known.get) =>
            {
                let args = vec![
                    Value::Instance(descriptor),
                    Value::None,
                    Value::Class(class.clone()),
                ];
                self.call(&get, Args::new(args))
            }
            Some(Value::Descriptor(descriptor)) => match descriptor.kind {
                DescriptorKind::Static => Ok(descriptor.function.clone().into()),
                DescriptorKind::Class => {
                    let object = Value::Class(class.clone());
                    Ok(self.method(object, descriptor.function.clone()).into())
                }
                DescriptorKind::Property => Ok(Value::Descriptor(descriptor).into()),
            },
            Some(value) => Ok(value.into()),
            None => {
                let object = Value::Class(class.clone());
                match builtins::special_attribute(self, &object, name)? {
                    Some(value) => Ok(value.into()),
                    None => match self.meta_attribute(class, name) {
                        Some(flow) => flow,
                        None => Err(Fault::new(
                            Kind::AttributeError,
                            format_args!(
                                "type object '{}' has no attribute '{}'",
                                class.name().text(),
                                name.text()
                            ),
                        )),
                    },
                }
            }
        }
    }

    /// What a metaclass of the program's says of a class's attribute.
    fn meta_attribute(&mut self, class: &Rc<Class>, name: &Rc<Str>) -> Option<Try<Flow>> {
        let meta = class.meta.clone()?;
        let object = Value::Class(class.clone());
        if let Some(found) = meta.lookup(name) {
            return Some(self.bind_attribute(found, &object, &meta));
        }
        let method = meta.lookup(&self.known.getattr)?;
        let args = Args::new(vec![object, Value::Str(name.clone())]);
        Some(self.call(&method, args))
    }

    /// A special method that a metaclass of the program's gives a class.
    pub(crate) fn meta_method(&mut self, value: &Value, name: &str) -> Option<Value> {
        match value {
            Value::Class(class) if class.meta.is_some() => self
                .special_method(value, name)
                .filter(|method| matches!(method, Value::BoundMethod(m) if matches!(m.function, Value::Function(_)))),
            _ => None,
        }
    }

    pub(crate) fn no_attribute(&self, object: &Value, name: &Rc<Str>) -> Fault {
        Fault::NoAttribute(Box::new((object.clone(), name.clone())))
    }

    /// The function behind `object.name(..)`, where calling it with the object
    /// in front is all that the call needs.
    pub(super) fn find_method(&mut self, object: &Value, name: &Rc<Str>) -> Option<Value> {
        let found = match object {
            Value::Instance(instance) => {
                let class = instance.class.borrow();
                let found = class.lookup(name)?;
                if class.intercepts || instance.attribute(name).is_some() {
                    return None;
                }
                found
            }
            Value::Class(_) | Value::Module(_) | Value::Super(_) => return None,
            _ => self.types.of(object).lookup(name)?,
        };
        match &found {
            Value::Function(_) => Some(found),
            Value::Native(native) if native.method => Some(found),
            _ => None,
        }
    }

    /// `object.name = value`
    pub fn set_attribute(&mut self, object: &Value, name: &Rc<Str>, value: Value) -> Try<Flow> {
        match object {
            Value::Instance(instance) => {
                let class = instance.class();
                match class.lookup(name) {
                    Some(Value::Descriptor(descriptor))
                        if descriptor.kind == DescriptorKind::Property =>
                    {
                        if descriptor.setter.is_none() {
                            return Err(Fault::new(
                                Kind::AttributeError,
                                format_args!(
                                    "property '{}' of '{}' object has no setter",
                                    name.text(),
                                    class.name().text()
                                ),
                            ));
                        }
                        let args = Args::new(vec![object.clone(), value]);
                        return self.call(&descriptor.setter.clone(), args);
                    }
                    Some(Value::Instance(descriptor)) => {
                        if let Some(method) = descriptor.class().lookup(&self.known.set) {
                            let args = vec![Value::Instance(descriptor), object.clone(), value];
                            return self.call(&method, Args::new(args));
                        }
                    }
                    _ => {}
                }
                if let Some(method) = class.lookup(&self.known.setattr)
                    && matches!(method, Value::Function(_))
                {
                    let args = vec![object.clone(), Value::Str(name.clone()), value];
                    return self.call(&method, Args::new(args));
                }
                if builtins::set_special_attribute(self, object, name, &value)? {
                    return Ok(Value::None.into());
                }
                self.set_own_attribute(object, name, value)
            }
            Value::Class(class) if class.builtin => Err(Fault::type_error(format_args!(
                "cannot set '{}' attribute of immutable type '{}'",
                name.text(),
                class.name().text()
            ))),
            Value::Class(_) => match self.meta_method(object, "__setattr__") {
                Some(method) => self.call(&method, Args::new(vec![name.clone().into(), value])),
                None => self.set_own_attribute(object, name, value),
            },
            Value::Module(module) => {
                module.namespace.set_name(name, value);
                Ok(Value::None.into())
            }
            _ => match builtins::set_special_attribute(self, object, name, &value)? {
                true => Ok(Value::None.into()),
                false => Err(self.no_attribute(object, name)),
            },
        }
    }

    /// Sets an attribute of the instance or class itself, past any
    /// `__setattr__`.
    pub(crate) fn set_own_attribute(
        &mut self,
        object: &Value,
        name: &Rc<Str>,
        value: Value,
    ) -> Try<Flow> {
        let instance = match object {
            Value::Instance(instance) => instance,
            Value::Class(class) if !class.builtin => {
                match (name.text(), &value) {
                    ("__name__", Value::Str(text)) => *class.name.borrow_mut() = text.clone(),
                    ("__qualname__", Value::Str(text)) => {
                        *class.qualified_name.borrow_mut() = text.clone();
                    }
                    _ => class.namespace.set_name(name, value),
                }
                return Ok(Value::None.into());
            }
            _ => return self.set_attribute(object, name, value),
        };
        let class = instance.class();
        if class.builtin && class.layout == Layout::Object {
            return Err(self.no_attribute(object, name));
        }
        if !self.has_slot(&class, name) {
            return Err(self.no_attribute(object, name));
        }
        instance.dict().set_name(name, value);
        Ok(Value::None.into())
    }

    /// Whether instances of the class may have that attribute: `__slots__` in
    /// all its classes limits them.
    fn has_slot(&mut self, class: &Rc<Class>, name: &Rc<Str>) -> bool {
        let slots = self.names.intern("__slots__");
        if class.namespace.get_name(&slots).is_none() {
            return true;
        }
        let own = std::iter::once(class).chain(class.ancestors.iter().filter(|c| !c.builtin));
        for class in own {
            let names = match class.namespace.get_name(&slots) {
                None => return true,
                Some(Value::Str(one)) => vec![Value::Str(one)],
                Some(names) => self.items_of(&names).unwrap_or_default(),
            };
            let listed = |text: &str| {
                names
                    .iter()
                    .any(|slot| slot.as_str().is_some_and(|slot| slot.text() == text))
            };
            if listed(name.text()) || listed("__dict__") {
                return true;
            }
        }
        false
    }

    /// `del object.name`
    pub fn delete_attribute(&mut self, object: &Value, name: &Rc<Str>) -> Try<Flow> {
        let namespace = match object {
            Value::Instance(instance) => {
                let class = instance.class();
                if let Some(Value::Descriptor(descriptor)) = class.lookup(name)
                    && descriptor.kind == DescriptorKind::Property
                {
                    if descriptor.deleter.is_none() {
                        return Err(Fault::new(
                            Kind::AttributeError,
                            format_args!(
                                "property '{}' of '{}' object has no deleter",
                                name.text(),
                                class.name().text()
                            ),
                        ));
                    }
                    let args = Args::new(vec![object.clone()]);
                    return self.call(&descriptor.deleter.clone(), args);
                }
                if let Some(Value::Instance(descriptor)) = class.lookup(name) {
                    let delete = self.names.intern("__delete__");
                    if let Some(method) = descriptor.class().lookup(&delete) {
                        let args = vec![Value::Instance(descriptor), object.clone()];
                        return self.call(&method, Args::new(args));
                    }
                }
                let delattr = self.names.intern("__delattr__");
                if let Some(method @ Value::Function(_)) = class.lookup(&delattr) {
                    let args = vec![object.clone(), Value::Str(name.clone())];
                    return self.call(&method, Args::new(args));
                }
                instance.dict().clone()
            }
            Value::Class(class) if !class.builtin => {
                if let Some(method) = self.meta_method(object, "__delattr__") {
                    return self.call(&method, Args::new(vec![name.clone().into()]));
                }
                class.namespace.clone()
            }
            Value::Module(module) => module.namespace.clone(),
            _ => return Err(self.no_attribute(object, name)),
        };
        let removed =
            namespace.change(|table| table.remove(name.hash(), &Value::Str(name.clone())));
        match removed {
            Some(_) => Ok(Value::None.into()),
            None => Err(self.no_attribute(object, name)),
        }
    }

    /// The two ends of a context manager: bound `__enter__` and `__exit__`.
    pub(super) fn manager_methods(
        &mut self,
        manager: &Value,
        asynchronous: bool,
    ) -> Try<(Value, Value)> {
        let (enter, exit) = match asynchronous {
            true => ("__aenter__", "__aexit__"),
            false => ("__enter__", "__exit__"),
        };
        let enter_method = self.special_method(manager, enter);
        let exit_method = self.special_method(manager, exit);
        match (enter_method, exit_method) {
            (Some(enter), Some(exit)) => Ok((enter, exit)),
            (enter_found, _) => {
                let kind = match asynchronous {
                    true => "asynchronous context manager",
                    false => "context manager",
                };
                let missed = match enter_found {
                    Some(_) => format!(" (missed {exit} method)"),
                    None => String::new(),
                };
                Err(Fault::type_error(format_args!(
                    "'{}' object does not support the {kind} protocol{missed}",
                    self.type_name(manager)
                )))
            }
        }
    }

    /// A special method, bound, looked up in the class.
    pub(crate) fn special_method(&mut self, object: &Value, name: &str) -> Option<Value> {
        let name = self.names.intern(name);
        let class = self.types.of(object).clone();
        let found = class.lookup(&name)?;
        match self.bind_attribute(found, object, &class) {
            Ok(Flow::Value(value)) => Some(value),
            _ => None,
        }
    }
}

/// An `AttributeError` on the way means that the object lacks it.
fn missing(object: &Value, name: &Rc<Str>) -> Then {
    Then::Attribute {
        object: object.clone(),
        name: name.clone(),
    }
}

fn no_name(name: &str) -> Fault {
    Fault::new(
        Kind::NameError,
        format_args!("name '{name}' is not defined"),
    )
}
