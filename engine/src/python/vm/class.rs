//! Making classes and their instances.

use std::rc::Rc;

use super::{Activation, Vm};
use crate::python::builtins;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{
    Args, Body, Class, DescriptorKind, Dict, Flow, Frame, Instance, Layout, Str, Then, Value, Wish,
};

/// A class whose body is running.
pub struct ClassPlan {
    name: Rc<Str>,
    qualified_name: Rc<Str>,
    /// As the class statement gives them.
    bases: Vec<Value>,
    /// Keywords of the class statement, for `__init_subclass__`.
    keywords: Args,
    namespace: Rc<Dict>,
    /// `metaclass=`
    meta: Option<Rc<Class>>,
}

impl Vm {
    /// `class name(bases): body`: runs the body in a namespace of its own.
    pub(super) fn build_class(&mut self, body: &Value, name: &Value, args: Args) -> Try<Flow> {
        let (Value::Function(body), Value::Str(name)) = (body, name) else {
            return Err(Fault::type_error("__build_class__: bad arguments"));
        };
        let mut args = args;
        let meta = match args.take("metaclass") {
            Some(Value::Class(meta)) => Some(meta),
            _ => None,
        };
        let positional = args.positional();
        let namespace = Rc::new(Dict::new(&self.heap, Default::default()));
        let set = |key: &str, value: Value| namespace.set_name(&self.names.intern(key), value);
        let module = body.globals.get_name(&self.known.name);
        set(
            "__module__",
            module.unwrap_or_else(|| self.text("__main__")),
        );
        set("__qualname__", Value::Str(body.code.qualified_name.clone()));
        if let Some(doc) = &body.code.doc {
            set("__doc__", Value::Str(doc.clone()));
        }
        let plan = ClassPlan {
            name: name.clone(),
            qualified_name: body.code.qualified_name.clone(),
            bases: args.values[..positional].to_vec(),
            keywords: Args {
                values: args.values[positional..].to_vec(),
                names: args.names,
            },
            namespace: namespace.clone(),
            meta,
        };
        Ok(Wish::Body {
            function: body.clone(),
            namespace,
            then: Then::Class(Box::new(plan)),
        }
        .into())
    }

    /// The class body has run: makes the class. `result` is the cell in which
    /// its methods look for it, if they do.
    pub(super) fn finish_class(&mut self, plan: ClassPlan, result: Value) -> Try<Flow> {
        let mut bases = Vec::new();
        let mut origins = Vec::new();
        for base in &plan.bases {
            match base {
                Value::Class(class) => bases.push(class.clone()),
                // `Generic[T]` stands for `Generic`; some of its like for nothing.
                Value::Instance(instance)
                    if instance
                        .class()
                        .lookup(&self.names.intern("__mro_entries__"))
                        .is_some() =>
                {
                    if let Some(Value::Class(origin)) =
                        instance.attribute(&self.names.intern("__origin__"))
                    {
                        origins.push(origin.clone());
                        bases.push(origin);
                    }
                }
                other => {
                    let bases = self.tuple(plan.bases.clone());
                    let args = vec![plan.name.into(), bases, Value::Dict(plan.namespace)];
                    return self.call(&Value::Class(self.types.of(other)), Args::new(args));
                }
            }
        }
        // Of `A[T], Generic[T]` the first stands for both.
        let every = bases.clone();
        bases.retain(|base| {
            let named = |origin: &Rc<Class>| Rc::ptr_eq(origin, base);
            let heir = |other: &Rc<Class>| !Rc::ptr_eq(other, base) && other.is_subclass(base);
            !(origins.iter().any(named) && every.iter().any(heir))
        });
        let meta = inherited_meta(plan.meta, &bases);
        if let Some(meta) = &meta
            && [&self.known.new, &self.known.init]
                .iter()
                .any(|name| matches!(meta.lookup(name), Some(Value::Function(_))))
        {
            let bases = bases.iter().cloned().map(Value::Class).collect();
            let mut args = plan.keywords;
            let first = [
                Value::Class(meta.clone()),
                plan.name.into(),
                self.tuple(bases),
                Value::Dict(plan.namespace.clone()),
            ];
            if let Value::Cell(_) = &result {
                // `type.__new__` fills it, as soon as the class exists.
                let name = self.names.intern("__classcell__");
                plan.namespace.set_name(&name, result);
            }
            args.values.splice(0..0, first);
            return self.prelude_with("make_class", args);
        }
        let class = self.new_class(
            plan.name,
            plan.qualified_name,
            bases,
            plan.namespace.clone(),
            meta,
        )?;
        let value = Value::Class(class.clone());
        if let Value::Cell(cell) = &result {
            cell.replace(value.clone());
        }
        let needs_more = plan
            .namespace
            .table()
            .iter()
            .any(|entry| matches!(&entry.value, Value::Instance(_)));
        let init_subclass = self.names.intern("__init_subclass__");
        let hooked = class
            .lookup_after(&class, &init_subclass)
            .filter(|hook| !matches!(hook, Value::Native(_)));
        let hook = class.lookup_after(&class, &self.names.intern("__class_created__"));
        if needs_more || hooked.is_some() || hook.is_some() || !plan.keywords.values.is_empty() {
            let mut args = plan.keywords;
            args.values.insert(0, value);
            let name = self.names.intern("finish_class");
            let callee = self.prelude.get_name(&name).unwrap_or(Value::None);
            return Ok(Flow::call(callee, args));
        }
        Ok(value.into())
    }

    /// A class of the program's. Errors: bases that do not go together.
    pub(crate) fn new_class(
        &mut self,
        name: Rc<Str>,
        qualified_name: Rc<Str>,
        mut bases: Vec<Rc<Class>>,
        namespace: Rc<Dict>,
        meta: Option<Rc<Class>>,
    ) -> Try<Rc<Class>> {
        let meta = inherited_meta(meta, &bases);
        if bases.is_empty() {
            bases.push(self.types.object.clone());
        }
        for base in &bases {
            let sealed = [
                "bool",
                "NoneType",
                "function",
                "generator",
                "coroutine",
                "range",
            ];
            if base.builtin && sealed.contains(&base.name().text()) {
                return Err(Fault::type_error(format_args!(
                    "type '{}' is not an acceptable base type",
                    base.name().text()
                )));
            }
        }
        for (at, base) in bases.iter().enumerate() {
            if bases[..at].iter().any(|other| Rc::ptr_eq(other, base)) {
                return Err(Fault::type_error(format_args!(
                    "duplicate base class {}",
                    base.name().text()
                )));
            }
        }
        let natives = bases.iter().filter(|base| base.layout != Layout::Object);
        let natives: Vec<Option<&Rc<Class>>> = natives.map(native_ancestor).collect();
        // Two exceptions go together, but for a few that nobody joins.
        let related = |a: &Rc<Class>, b: &Rc<Class>| {
            a.is_subclass(b)
                || b.is_subclass(a)
                || (a.layout == b.layout && a.layout == Layout::Exception)
        };
        if let [Some(first), others @ ..] = &natives[..]
            && others.iter().flatten().any(|other| !related(first, other))
        {
            return Err(Fault::type_error(
                "multiple bases have instance lay-out conflict",
            ));
        }
        let Some(ancestors) = Class::linearise(&bases) else {
            let names: Vec<String> = bases
                .iter()
                .map(|base| base.name().text().to_owned())
                .collect();
            return Err(Fault::type_error(format_args!(
                "Cannot create a consistent method resolution\norder (MRO) for bases {}",
                names.join(", ")
            )));
        };
        for name in ["__init_subclass__", "__class_getitem__"] {
            let name = self.names.intern(name);
            if let Some(function @ Value::Function(_)) = namespace.get_name(&name) {
                let method = crate::python::object::Descriptor {
                    kind: DescriptorKind::Class,
                    function,
                    setter: Value::None,
                    deleter: Value::None,
                };
                namespace.set_name(&name, Value::Descriptor(Rc::new(method)));
            }
        }
        // The class has it itself.
        let own = Value::Str(self.names.intern("__qualname__"));
        namespace.change(|table| table.remove(own.hash().unwrap_or(0), &own));
        // A class that compares its instances says itself how to hash them.
        let eq = namespace.get_name(&self.known.eq).is_some();
        if eq && namespace.get_name(&self.known.hash).is_none() {
            namespace.set_name(&self.known.hash, Value::None);
        }
        let native = ancestors
            .iter()
            .find(|class| class.builtin && class.layout != Layout::Object);
        let (layout, construct) = match native {
            Some(class) => (class.layout, class.construct),
            None => (Layout::Object, self.types.object.construct),
        };
        let module = match namespace.get_name(&self.names.intern("__module__")) {
            Some(Value::Str(module)) => module,
            _ => self.names.intern("__main__"),
        };
        let getattribute = namespace.get_name(&self.known.getattribute);
        let intercepts = matches!(getattribute, Some(Value::Function(_)))
            || bases.iter().any(|base| base.intercepts);
        let finalizer = namespace.get_name(&self.names.intern("__del__"));
        let finalizes = matches!(finalizer, Some(Value::Function(_)))
            || bases.iter().any(|base| base.finalizes);
        let class = Rc::new(Class {
            intercepts,
            finalizes,
            name: name.into(),
            qualified_name: qualified_name.into(),
            module,
            bases,
            ancestors,
            namespace,
            layout,
            builtin: false,
            construct,
            exception: None,
            derived: Default::default(),
            meta,
        });
        for base in &class.bases {
            base.derived.borrow_mut().push(Rc::downgrade(&class));
        }
        Ok(class)
    }

    /// `Class(..)`
    pub(super) fn call_class(&mut self, class: &Rc<Class>, args: Args) -> Try<Flow> {
        if let Some(meta) = &class.meta
            && let Some(call @ Value::Function(_)) = meta.lookup(&self.known.call)
        {
            let mut args = args;
            args.values.insert(0, Value::Class(class.clone()));
            return self.call(&call, args);
        }
        self.make_instance(class, args)
    }

    /// `type.__call__(Class, ..)`
    pub(crate) fn make_instance(&mut self, class: &Rc<Class>, args: Args) -> Try<Flow> {
        if class.builtin {
            return match (class.construct)(self, class, &args) {
                Err(Fault::NeedsIndex) => self.call_with_indexes(Value::Class(class.clone()), args),
                Err(Fault::NeedsPython) => {
                    let name = self.names.intern(&format!("new_{}", class.name().text()));
                    match self.prelude.get_name(&name) {
                        Some(callee) => Ok(Flow::call(callee, args)),
                        None => Err(Fault::new(
                            Kind::NotImplementedError,
                            format_args!("{} of this kind of value", class.name().text()),
                        )),
                    }
                }
                other => other,
            };
        }
        if let Some(new @ (Value::Function(_) | Value::Descriptor(_))) =
            class.lookup(&self.known.new)
        {
            // `__new__` of the program's own.
            let mut args = args;
            args.values.insert(0, Value::Class(class.clone()));
            args.values.insert(1, new);
            return self.prelude_with("construct", args);
        }
        if let Some(call) = class.lookup(&self.names.intern("__class_call__")) {
            let mut args = args;
            args.values.insert(0, Value::Class(class.clone()));
            return self.call(&call, args);
        }
        let abstract_methods = class
            .namespace
            .get_name(&self.names.intern("__abstractmethods__"));
        if let Some(Value::Tuple(names)) = &abstract_methods
            && !names.items.is_empty()
        {
            let listed: Vec<&str> = names
                .items
                .iter()
                .filter_map(|name| name.as_str().map(|text| text.text()))
                .collect();
            return Err(Fault::type_error(format_args!(
                "Can't instantiate abstract class {} with abstract method{} {}",
                class.name().text(),
                if listed.len() == 1 { "" } else { "s" },
                listed.join(", ")
            )));
        }
        let init = match class.lookup(&self.known.init) {
            Some(init @ (Value::Function(_) | Value::BoundMethod(_))) => Some(init),
            _ => None,
        };
        let instance = match class.layout {
            Layout::Object => {
                if init.is_none() && !args.values.is_empty() {
                    return Err(Fault::type_error(format_args!(
                        "{}() takes no arguments",
                        class.name().text()
                    )));
                }
                self.plain_instance(class)
            }
            Layout::Exception => {
                let given = args.values[..args.positional()].to_vec();
                self.exception_instance(class, given)
            }
            Layout::Type => {
                let mut args = args;
                args.values.insert(0, Value::Class(class.clone()));
                return self.prelude_with("make_class", args);
            }
            Layout::Native => {
                // With an `__init__` of its own, a mutable base begins empty.
                let mutable = [&self.types.list, &self.types.dict, &self.types.set]
                    .iter()
                    .any(|base| class.is_subclass(base));
                let empty = Args::default();
                let base_args = if init.is_some() && mutable {
                    &empty
                } else {
                    &args
                };
                match (class.construct)(self, class, base_args) {
                    Ok(Flow::Value(value)) => self.wrapped(class, value),
                    Ok(_) => return Err(Fault::new(Kind::SystemError, "construct")),
                    Err(Fault::NeedsPython) => {
                        let mut args = args;
                        args.values.insert(0, Value::Class(class.clone()));
                        return self.prelude_with("construct_from_python", args);
                    }
                    Err(fault) => return Err(fault),
                }
            }
        };
        match init {
            None => Ok(instance.into()),
            Some(init) => {
                let mut args = args;
                args.values.insert(0, instance.clone());
                Ok(Flow::call(init, args).then(Then::Instance(instance)))
            }
        }
    }

    fn prelude_with(&mut self, name: &str, args: Args) -> Try<Flow> {
        self.prelude_call_with(name, args)
    }

    /// An instance with attributes alone.
    pub(crate) fn plain_instance(&self, class: &Rc<Class>) -> Value {
        Value::Instance(Rc::new(Instance::new(
            &self.heap,
            class.clone(),
            Body::Plain,
        )))
    }

    /// An instance of a class derived from a built-in one.
    pub(crate) fn wrapped(&self, class: &Rc<Class>, value: Value) -> Value {
        Value::Instance(Rc::new(Instance::new(
            &self.heap,
            class.clone(),
            Body::Native(value),
        )))
    }

    pub(crate) fn exception_instance(&self, class: &Rc<Class>, args: Vec<Value>) -> Value {
        let exception = self.exception_of(class.clone(), args);
        builtins::complete_exception(self, &exception);
        Value::Instance(exception)
    }

    /// The frame of a class body.
    pub(super) fn class_frame(
        &mut self,
        function: &crate::python::object::Function,
        namespace: Rc<Dict>,
    ) -> Box<Frame> {
        let code = &function.code;
        let mut cells = Vec::with_capacity(code.cells.len());
        for _ in 0..code.own_cells {
            cells.push(Rc::new(std::cell::RefCell::new(Value::Unbound)));
        }
        cells.extend(function.cells.iter().cloned());
        let mut frame = Frame::new(code.clone(), function.globals.clone());
        frame.cells = cells;
        frame.namespace = Some(namespace);
        frame
    }

    /// The line of the program being run, counted from 1.
    pub(crate) fn current_line(&self, frame: &Frame) -> Option<u32> {
        self.frames(frame)
            .find(|frame| !frame.code.source.library && frame.line > 0)
            .map(|frame| frame.line)
    }

    /// The innermost coroutine of the program being run.
    pub(crate) fn current_coroutine(&self, frame: &Frame) -> Option<crate::trace::CoroutineId> {
        self.frames(frame)
            .find_map(|frame| frame.generator.as_ref().and_then(|body| body.id))
    }

    /// The current frame and those that wait for it, up to the event loop.
    pub(crate) fn frames<'a>(&'a self, frame: &'a Frame) -> impl Iterator<Item = &'a Frame> {
        let outer = self
            .stack
            .iter()
            .rev()
            .map_while(|activation| match activation {
                Activation::Frame(frame) => Some(&**frame),
                Activation::Loop(_) => None,
            });
        std::iter::once(frame).chain(outer)
    }

    /// The name of a value's class, for messages.
    pub fn type_name(&self, value: &Value) -> String {
        let class = self.types.of(value);
        let name = class.name();
        match (class.module.text(), name.text()) {
            // CPython's own classes in C carry their module in the name.
            ("datetime", name) => format!("datetime.{name}"),
            ("collections", name @ ("deque" | "defaultdict" | "OrderedDict")) => {
                format!("collections.{name}")
            }
            (_, name) => name.to_owned(),
        }
    }
}

/// The built-in class that decides what an instance is made of.
fn native_ancestor(class: &Rc<Class>) -> Option<&Rc<Class>> {
    std::iter::once(class)
        .chain(&class.ancestors)
        .find(|class| class.builtin && class.layout != Layout::Object)
}

/// The class of a class: the one that was named, or that of its first base
/// that has one.
fn inherited_meta(named: Option<Rc<Class>>, bases: &[Rc<Class>]) -> Option<Rc<Class>> {
    let inherited = bases.iter().find_map(|base| base.meta.clone());
    match (named, inherited) {
        (Some(named), Some(inherited)) if inherited.is_subclass(&named) => Some(inherited),
        (Some(named), _) if named.builtin => None,
        (Some(named), _) => Some(named),
        (None, inherited) => inherited,
    }
}
