//! The built-in classes of one machine.

use std::rc::Rc;

use super::code::{Code, CodeKind, Op, Told};
use super::fault::Kind;
use super::names::Names;
use super::object::{Class, Dict, Heap, IterKind, Layout, Native, Str, Value, ViewKind};
use super::source::Source;
use super::{builtins, object};

macro_rules! types {
    ($($field:ident: $name:literal, $layout:ident, $construct:path, $methods:expr;)*) => {
        /// The built-in classes.
        pub struct Types {
            pub object: Rc<Class>,
            $(pub $field: Rc<Class>,)*
            /// Derived from `int`.
            pub bool_: Rc<Class>,
            /// Derived from `Future`.
            pub task: Rc<Class>,
            exceptions: Vec<Rc<Class>>,
            /// The code of a frame that stands for nothing: it returns.
            pub idle_code: Rc<Code>,
        }

        impl Types {
            /// All but those derived from another of them.
            fn bases(heap: &Heap, names: &Names) -> Self {
                let object = class(
                    heap, names, "object", Layout::Object, &[],
                    builtins::construct_object, builtins::OBJECT_METHODS, None,
                );
                $(let $field = class(
                    heap, names, $name, Layout::$layout, std::slice::from_ref(&object),
                    $construct, $methods, None,
                );)*
                let mut exceptions: Vec<Rc<Class>> = Vec::new();
                for &(kind, parent) in Kind::ALL {
                    let mut bases = match parent {
                        Some(parent) => vec![exceptions[parent as usize].clone()],
                        None => vec![object.clone()],
                    };
                    if kind == Kind::ExceptionGroup {
                        bases.push(exceptions[Kind::Exception as usize].clone());
                    }
                    exceptions.push(class(
                        heap, names, kind.name(), Layout::Exception, &bases,
                        builtins::construct_exception, builtins::exception_methods(kind),
                        Some(kind),
                    ));
                }
                Types {
                    bool_: object.clone(), task: object.clone(),
                    object, $($field,)* exceptions, idle_code: idle_code(names) }
            }

            /// All that a program may meet by name, exceptions apart.
            pub fn all(&self) -> Vec<&Rc<Class>> {
                vec![&self.object, &self.bool_, &self.task, $(&self.$field),*]
            }
        }
    };
}

types! {
    type_: "type", Type, builtins::construct_type, builtins::classes::TYPE_METHODS;
    none: "NoneType", Native, builtins::no_construct, &[];
    not_implemented: "NotImplementedType", Native, builtins::no_construct, &[];
    ellipsis: "ellipsis", Native, builtins::no_construct, &[];
    int: "int", Native, builtins::numbers::construct_int, builtins::numbers::INT_METHODS;
    float: "float", Native, builtins::numbers::construct_float, builtins::numbers::FLOAT_METHODS;
    str: "str", Native, builtins::strings::construct_str, builtins::strings::METHODS;
    bytes: "bytes", Native, builtins::bytes::construct_bytes, builtins::bytes::METHODS;
    tuple: "tuple", Native, builtins::sequences::construct_tuple, builtins::sequences::TUPLE_METHODS;
    list: "list", Native, builtins::sequences::construct_list, builtins::sequences::LIST_METHODS;
    dict: "dict", Native, builtins::mappings::construct_dict, builtins::mappings::METHODS;
    set: "set", Native, builtins::sets::construct_set, builtins::sets::METHODS;
    frozenset: "frozenset", Native, builtins::sets::construct_frozenset, builtins::sets::FROZEN_METHODS;
    range: "range", Native, builtins::sequences::construct_range, builtins::sequences::RANGE_METHODS;
    slice: "slice", Native, builtins::sequences::construct_slice, builtins::sequences::SLICE_METHODS;
    dict_keys: "dict_keys", Native, builtins::no_construct, builtins::mappings::KEYS_METHODS;
    dict_values: "dict_values", Native, builtins::no_construct, &[];
    dict_items: "dict_items", Native, builtins::no_construct, builtins::mappings::KEYS_METHODS;
    function: "function", Native, builtins::no_construct, &[];
    native: "builtin_function_or_method", Native, builtins::no_construct, &[];
    method: "method", Native, builtins::no_construct, &[];
    method_wrapper: "method-wrapper", Native, builtins::no_construct, &[];
    traceback: "traceback", Object, builtins::no_construct, &[];
    frame: "frame", Object, builtins::no_construct, &[];
    property: "property", Native, builtins::classes::construct_property, builtins::classes::PROPERTY_METHODS;
    static_method: "staticmethod", Native, builtins::classes::construct_static, &[];
    class_method: "classmethod", Native, builtins::classes::construct_class_method, &[];
    super_: "super", Native, builtins::classes::construct_super, &[];
    generator: "generator", Native, builtins::no_construct, builtins::generators::METHODS;
    coroutine: "coroutine", Native, builtins::no_construct, builtins::generators::COROUTINE_METHODS;
    async_generator: "async_generator", Native, builtins::no_construct, builtins::generators::ASYNC_METHODS;
    iterator: "iterator", Native, builtins::no_construct, builtins::iteration::ITERATOR_METHODS;
    list_iterator: "list_iterator", Native, builtins::no_construct, builtins::iteration::ITERATOR_METHODS;
    tuple_iterator: "tuple_iterator", Native, builtins::no_construct, builtins::iteration::ITERATOR_METHODS;
    str_iterator: "str_ascii_iterator", Native, builtins::no_construct, builtins::iteration::ITERATOR_METHODS;
    range_iterator: "range_iterator", Native, builtins::no_construct, builtins::iteration::ITERATOR_METHODS;
    set_iterator: "set_iterator", Native, builtins::no_construct, builtins::iteration::ITERATOR_METHODS;
    dict_iterator: "dict_keyiterator", Native, builtins::no_construct, builtins::iteration::ITERATOR_METHODS;
    enumerate: "enumerate", Native, builtins::iteration::construct_enumerate, builtins::iteration::ITERATOR_METHODS;
    zip: "zip", Native, builtins::iteration::construct_zip, builtins::iteration::ITERATOR_METHODS;
    reversed: "reversed", Native, builtins::iteration::construct_reversed, builtins::iteration::ITERATOR_METHODS;
    future_iterator: "FutureIter", Native, builtins::no_construct, builtins::iteration::ITERATOR_METHODS;
    module: "module", Native, builtins::no_construct, &[];
    future: "Future", Native, crate::asyncio::construct_future, crate::asyncio::FUTURE_METHODS;
    code: "code", Native, builtins::no_construct, &[];
    cell: "cell", Native, builtins::no_construct, &[];
}

impl Types {
    /// Makes all of them.
    pub fn new(heap: &Heap, names: &Names) -> Self {
        let mut types = Types::bases(heap, names);
        types.bool_ = class(
            heap,
            names,
            "bool",
            Layout::Native,
            std::slice::from_ref(&types.int),
            builtins::numbers::construct_bool,
            &[],
            None,
        );
        types.task = class(
            heap,
            names,
            "Task",
            Layout::Native,
            std::slice::from_ref(&types.future),
            crate::asyncio::construct_task,
            crate::asyncio::TASK_METHODS,
            None,
        );
        types
    }

    pub fn exception(&self, kind: Kind) -> &Rc<Class> {
        &self.exceptions[kind as usize]
    }

    pub fn exceptions(&self) -> &[Rc<Class>] {
        &self.exceptions
    }

    /// `type(value)`
    pub fn of(&self, value: &Value) -> Rc<Class> {
        match value {
            Value::Instance(instance) => return instance.class(),
            Value::Class(class) => {
                if let Some(meta) = &class.meta {
                    return meta.clone();
                }
            }
            _ => {}
        }
        self.of_native(value).clone()
    }

    fn of_native(&self, value: &Value) -> &Rc<Class> {
        match value {
            Value::Instance(_) => &self.object,
            Value::Unbound | Value::None => &self.none,
            Value::NotImplemented => &self.not_implemented,
            Value::Ellipsis => &self.ellipsis,
            Value::Bool(_) => &self.bool_,
            Value::Int(_) | Value::BigInt(_) => &self.int,
            Value::Float(_) => &self.float,
            Value::Str(_) => &self.str,
            Value::Bytes(_) => &self.bytes,
            Value::Tuple(_) => &self.tuple,
            Value::List(_) => &self.list,
            Value::Dict(_) => &self.dict,
            Value::Set(set) if set.frozen => &self.frozenset,
            Value::Set(_) => &self.set,
            Value::Range(_) => &self.range,
            Value::Slice(_) => &self.slice,
            Value::View(view) => match view.kind {
                ViewKind::Keys => &self.dict_keys,
                ViewKind::Values => &self.dict_values,
                ViewKind::Items => &self.dict_items,
            },
            Value::Function(_) => &self.function,
            Value::Native(_) => &self.native,
            Value::BoundMethod(method) => match &method.function {
                Value::Native(native) if native.name.starts_with("__") => &self.method_wrapper,
                Value::Native(_) => &self.native,
                _ => &self.method,
            },
            Value::Descriptor(descriptor) => match descriptor.kind {
                object::DescriptorKind::Property => &self.property,
                object::DescriptorKind::Static => &self.static_method,
                object::DescriptorKind::Class => &self.class_method,
            },
            Value::Super(_) => &self.super_,
            Value::Class(_) => &self.type_,
            Value::Generator(generator) => match generator.kind {
                CodeKind::Coroutine => &self.coroutine,
                CodeKind::AsyncGenerator => &self.async_generator,
                _ => &self.generator,
            },
            Value::Iter(iter) => match &*iter.kind.borrow() {
                IterKind::List(_) => &self.list_iterator,
                IterKind::Tuple(_) => &self.tuple_iterator,
                IterKind::Str(..) => &self.str_iterator,
                IterKind::Range(..) => &self.range_iterator,
                IterKind::Dict(..) => &self.dict_iterator,
                IterKind::Set(..) => &self.set_iterator,
                IterKind::Enumerate(..) => &self.enumerate,
                IterKind::Zip(..) => &self.zip,
                IterKind::Future(_) => &self.future_iterator,
                _ => &self.iterator,
            },
            Value::Module(_) => &self.module,
            Value::Future(future) if future.is_task() => &self.task,
            Value::Future(_) => &self.future,
            Value::Cell(_) => &self.cell,
            Value::Code(_) => &self.code,
        }
    }
}

/// A built-in class with its methods.
#[expect(
    clippy::too_many_arguments,
    reason = "one call site, in a macro's table"
)]
fn class(
    heap: &Heap,
    names: &Names,
    name: &str,
    layout: Layout,
    bases: &[Rc<Class>],
    construct: object::Construct,
    methods: &'static [Native],
    exception: Option<Kind>,
) -> Rc<Class> {
    let namespace = Dict::new(heap, Default::default());
    for native in methods {
        namespace.set_name(&names.intern(native.name), Value::Native(native));
    }
    let special = if exception.is_none() {
        builtins::dunder::of(name)
    } else {
        &[]
    };
    for native in special.iter().copied().flatten() {
        namespace.set_name(&names.intern(native.name), Value::Native(native));
    }
    let module = match (exception.and_then(Kind::module), name) {
        (Some(module), _) => module,
        (None, "Future" | "Task") => "_asyncio",
        _ => "builtins",
    };
    Rc::new(Class {
        name: names.intern(name).into(),
        qualified_name: names.intern(name).into(),
        module: names.intern(module),
        bases: bases.to_vec(),
        ancestors: Class::linearise(bases).unwrap_or_default(),
        namespace: Rc::new(namespace),
        layout,
        builtin: true,
        construct,
        exception,
        derived: Default::default(),
        meta: None,
        intercepts: false,
        finalizes: false,
    })
}

fn idle_code(names: &Names) -> Rc<Code> {
    let nameless: Rc<Str> = names.intern("");
    Rc::new(Code {
        told: Told::Nothing,
        bare: false,
        simple: None,
        name: nameless.clone(),
        qualified_name: nameless,
        kind: CodeKind::Plain,
        source: Rc::new(Source::new("", "", true)),
        first_line: 0,
        parameters: Default::default(),
        locals: Vec::new(),
        cells: Vec::new(),
        own_cells: 0,
        cell_parameters: Vec::new(),
        names: Vec::new(),
        constants: vec![Value::None],
        ops: vec![Op::Constant(0), Op::Return],
        spans: Vec::new(),
        caches: Vec::new(),
        doc: None,
    })
}
