//! Values as text: `str`, `repr`, `format`.

use std::rc::Rc;

use super::Vm;
use super::call::shortened;
use crate::python::code::Conversion;
use crate::python::fault::{Exception, Fault, Kind, Try};
use crate::python::object::{Args, Body, Flow, Then, Value, ViewKind};
use crate::python::text;

/// Containers nested deeper than this have no `repr`.
const DEPTH: usize = 200;

impl Vm {
    /// `{value!conversion:spec}` of an f-string.
    pub(super) fn format_value(
        &mut self,
        value: &Value,
        conversion: Conversion,
        spec: Option<Value>,
    ) -> Try<Flow> {
        let value = match conversion {
            Conversion::None => value.clone(),
            Conversion::Str | Conversion::Repr | Conversion::Ascii => {
                let converted = match conversion {
                    Conversion::Str => self.str_of(value),
                    _ => self.repr(value),
                };
                match converted {
                    Ok(converted) if conversion == Conversion::Ascii => {
                        self.text(text::repr::escape_non_ascii(&converted))
                    }
                    Ok(converted) => self.text(converted),
                    Err(Fault::NeedsPython) => {
                        let letter = match conversion {
                            Conversion::Str => "s",
                            Conversion::Repr => "r",
                            _ => "a",
                        };
                        let spec = spec.unwrap_or_else(|| self.text(""));
                        let args = vec![value.clone(), self.text(letter), spec];
                        return self.prelude_call("format_converted", args);
                    }
                    Err(fault) => return Err(fault),
                }
            }
        };
        let spec = match &spec {
            Some(Value::Str(spec)) => spec.text().to_owned(),
            _ => String::new(),
        };
        self.format(&value, &spec)
    }

    /// `format(value, spec)`
    pub(crate) fn format(&mut self, value: &Value, spec: &str) -> Try<Flow> {
        if let Value::Instance(instance) = value
            && let Some(method @ Value::Function(_)) = instance.class().lookup(&self.known.format)
        {
            let args = Args::new(vec![value.clone(), self.text(spec)]);
            return Ok(self.call(&method, args)?.then(Then::Text("__format__")));
        }
        self.format_native(value, spec)
    }

    /// The same as the builtin types do it: their `__format__`.
    pub(crate) fn format_native(&mut self, value: &Value, spec: &str) -> Try<Flow> {
        if spec.is_empty() {
            return self.text_of(value);
        }
        let formatted = match value.native() {
            Value::Str(text) => text::format_spec::format_str(text.text(), spec)?,
            Value::Bool(flag) => text::format_spec::format_bool(*flag, spec)?,
            Value::Int(_) | Value::BigInt(_) => {
                let number = value.as_big_int().unwrap_or_default();
                text::format_spec::format_int(&number, spec, &self.type_name(value))?
            }
            Value::Float(number) => text::format_spec::format_float(*number, spec)?,
            _ => {
                return Err(Fault::type_error(format_args!(
                    "unsupported format string passed to {}.__format__",
                    self.type_name(value)
                )));
            }
        };
        Ok(self.text(formatted).into())
    }

    /// `str(value)`
    pub(crate) fn text_of(&mut self, value: &Value) -> Try<Flow> {
        match value {
            Value::Str(_) => return Ok(value.clone().into()),
            Value::Instance(instance) => {
                let class = instance.class();
                if let Some(method @ Value::Function(_)) = class.lookup(&self.known.str) {
                    return self.call_for_text(&method, value, "__str__");
                }
                if !matches!(value.native(), Value::Str(_))
                    && instance.exception().is_none()
                    && let Some(method @ Value::Function(_)) = class.lookup(&self.known.repr)
                {
                    return self.call_for_text(&method, value, "__repr__");
                }
            }
            Value::Class(_) => return self.repr_of(value),
            _ => {}
        }
        match self.str_of(value) {
            Ok(text) => Ok(self.text(text).into()),
            Err(Fault::NeedsPython) => self.prelude_call("str_of_container", vec![value.clone()]),
            Err(fault) => Err(fault),
        }
    }

    /// `repr(value)`
    pub(crate) fn repr_of(&mut self, value: &Value) -> Try<Flow> {
        if let Value::Instance(instance) = value
            && let Some(method @ Value::Function(_)) = instance.class().lookup(&self.known.repr)
        {
            return self.call_for_text(&method, value, "__repr__");
        }
        if let Value::Class(class) = value
            && let Some(meta) = &class.meta
            && let Some(method @ Value::Function(_)) = meta.lookup(&self.known.repr)
        {
            return self.call_for_text(&method, value, "__repr__");
        }
        match self.repr(value) {
            Ok(text) => Ok(self.text(text).into()),
            Err(Fault::NeedsPython) => self.prelude_call("repr_container", vec![value.clone()]),
            Err(fault) => Err(fault),
        }
    }

    fn call_for_text(&mut self, method: &Value, value: &Value, name: &'static str) -> Try<Flow> {
        let flow = self.call(method, Args::new(vec![value.clone()]))?;
        Ok(flow.then(Then::Text(name)))
    }

    /// `str(value)`, as far as that needs no Python code.
    pub fn str_of(&mut self, value: &Value) -> Try<String> {
        match value {
            Value::Str(text) => Ok(text.text().to_owned()),
            Value::Instance(instance) => {
                let class = instance.class();
                if matches!(class.lookup(&self.known.str), Some(Value::Function(_))) {
                    return Err(Fault::NeedsPython);
                }
                match (&instance.body, instance.exception()) {
                    (_, Some(_)) => self.exception_text(instance),
                    (Body::Native(Value::Str(text)), _) => Ok(text.text().to_owned()),
                    _ => self.repr(value),
                }
            }
            _ => self.repr(value),
        }
    }

    /// `str(exception)`
    pub(crate) fn exception_text(&mut self, exception: &Exception) -> Try<String> {
        self.nested(|vm| vm.text_of_exception(exception))
    }

    /// One level deeper in a text that is being written. Errors:
    /// `RecursionError` where that is too deep.
    fn nested<T>(&mut self, write: impl FnOnce(&mut Self) -> Try<T>) -> Try<T> {
        if self.repr_depth >= DEPTH {
            return Err(Fault::new(
                Kind::RecursionError,
                "maximum recursion depth exceeded while getting the repr of an object",
            ));
        }
        self.repr_depth += 1;
        let written = write(self);
        self.repr_depth -= 1;
        written
    }

    fn text_of_exception(&mut self, exception: &Exception) -> Try<String> {
        let args = exception.exception_args();
        let class = exception.class();
        if class.is_exception(Kind::BaseExceptionGroup)
            && let [Value::Str(message), _] = args.as_slice()
        {
            let count = exception
                .exception()
                .map_or(0, |body| body.members.borrow().len());
            return Ok(format!(
                "{} ({count} sub-exception{})",
                message.text(),
                if count == 1 { "" } else { "s" }
            ));
        }
        match args.as_slice() {
            [] => Ok(String::new()),
            [only] if class.is_exception(Kind::KeyError) => self.repr(only),
            [only] => self.str_of(only),
            [number, text] if class.is_exception(Kind::OSError) => {
                let (number, text) = (self.str_of(number)?, self.str_of(text)?);
                let file = exception.attribute(&self.names.intern("filename"));
                let file = match file {
                    Some(file) => format!(": {}", self.repr(&file)?),
                    None => String::new(),
                };
                Ok(format!("[Errno {number}] {text}{file}"))
            }
            _ => {
                let tuple = self.tuple(args);
                self.repr(&tuple)
            }
        }
    }

    /// `repr(value)`, as far as that needs no Python code.
    pub fn repr(&mut self, value: &Value) -> Try<String> {
        let mut out = String::new();
        let depth = self.repr_stack.len();
        let result = self.write_repr(value, &mut out);
        self.repr_stack.truncate(depth);
        result.map(|()| out)
    }

    /// A short `repr` for labels and the log; never fails.
    pub(crate) fn short_repr(&mut self, value: &Value) -> String {
        match value {
            Value::Str(text) if text.length() > 200 => {
                let start: String = text.text().chars().take(100).collect();
                shortened(&text::repr::str_repr(&start), 60)
            }
            Value::List(list) if list.len() > 200 => format!("[… {}]", list.len()),
            Value::Tuple(tuple) if tuple.items.len() > 200 => {
                format!("(… {})", tuple.items.len())
            }
            Value::BigInt(_) => "int…".to_owned(),
            _ => {
                self.repr_room = 1 << 10;
                let text = self.repr(value);
                self.repr_room = usize::MAX;
                match text {
                    Ok(text) => shortened(&text, 60),
                    Err(_) => format!("<{}>", self.type_name(value)),
                }
            }
        }
    }

    fn write_repr(&mut self, value: &Value, out: &mut String) -> Try<()> {
        self.nested(|vm| vm.write_repr_here(value, out))
    }

    fn write_repr_here(&mut self, value: &Value, out: &mut String) -> Try<()> {
        if out.len() > self.repr_room {
            return Err(Fault::memory());
        }
        if out.len() > 1 << 16 {
            self.heap.reserve_text(out.len())?;
        }
        match value {
            Value::Unbound => out.push_str("<NULL>"),
            Value::None => out.push_str("None"),
            Value::NotImplemented => out.push_str("NotImplemented"),
            Value::Ellipsis => out.push_str("Ellipsis"),
            Value::Bool(flag) => out.push_str(if *flag { "True" } else { "False" }),
            Value::Int(number) => out.push_str(&number.to_string()),
            Value::BigInt(number) => {
                // Digit by digit, each by a division of what is left.
                let bits = number.bits();
                self.heap.work(4 * text::number::product_work(bits, bits));
                out.push_str(&text::number::int_text(number)?);
            }
            Value::Float(number) => out.push_str(&text::number::float_repr(*number)),
            Value::Str(string) => {
                // A letter may take four, and each is looked at.
                self.heap.reserve_text(4 * string.length())?;
                out.push_str(&text::repr::str_repr(string.text()));
            }
            Value::Bytes(bytes) => {
                let shown = bytes.bytes.len().min(self.repr_room);
                out.push_str(&text::repr::bytes_repr(&bytes.bytes[..shown]));
            }
            Value::List(list) => {
                if !self.enter_repr(Rc::as_ptr(list).cast(), "[...]", out)? {
                    return Ok(());
                }
                let items = list.items().clone();
                self.write_items(&items, "[", "]", out)?;
                self.repr_stack.pop();
            }
            Value::Tuple(tuple) => {
                if !self.enter_repr(Rc::as_ptr(tuple).cast(), "(...)", out)? {
                    return Ok(());
                }
                let close = if tuple.items.len() == 1 { ",)" } else { ")" };
                self.write_items(&tuple.items, "(", close, out)?;
                self.repr_stack.pop();
            }
            Value::Set(set) => {
                let items: Vec<Value> = set.table().iter().map(|entry| entry.key.clone()).collect();
                match (items.is_empty(), set.frozen) {
                    (true, false) => out.push_str("set()"),
                    (true, true) => out.push_str("frozenset()"),
                    (false, false) => self.write_items(&items, "{", "}", out)?,
                    (false, true) => self.write_items(&items, "frozenset({", "})", out)?,
                }
            }
            Value::Dict(dict) => {
                if !self.enter_repr(Rc::as_ptr(dict).cast(), "{...}", out)? {
                    return Ok(());
                }
                self.heap.walk(8 * dict.table().len())?;
                let entries: Vec<_> = dict.table().iter().cloned().collect();
                out.push('{');
                for (index, entry) in entries.iter().enumerate() {
                    if index > 0 {
                        out.push_str(", ");
                    }
                    self.write_repr(&entry.key, out)?;
                    out.push_str(": ");
                    self.write_repr(&entry.value, out)?;
                }
                out.push('}');
                self.repr_stack.pop();
            }
            Value::View(view) => {
                let mut items = Vec::new();
                for entry in view.dict.table().iter() {
                    items.push(match view.kind {
                        ViewKind::Keys => entry.key.clone(),
                        ViewKind::Values => entry.value.clone(),
                        ViewKind::Items => self.tuple(vec![entry.key.clone(), entry.value.clone()]),
                    });
                }
                out.push_str(&self.type_name(value));
                self.write_items(&items, "([", "])", out)?;
            }
            Value::Range(range) => {
                out.push_str(&format!("range({}, {}", range.start, range.stop));
                if range.step != 1 {
                    out.push_str(&format!(", {}", range.step));
                }
                out.push(')');
            }
            Value::Slice(slice) => {
                out.push_str("slice(");
                for (index, part) in [&slice.start, &slice.stop, &slice.step].iter().enumerate() {
                    if index > 0 {
                        out.push_str(", ");
                    }
                    self.write_repr(part, out)?;
                }
                out.push(')');
            }
            Value::Function(function) => {
                let name = function.qualified_name.borrow().clone();
                out.push_str(&format!(
                    "<function {} at {}>",
                    name.text(),
                    at(Rc::as_ptr(function))
                ));
            }
            Value::Native(native) => match native.method {
                true => out.push_str(&format!(
                    "<method '{}' of '{}' objects>",
                    native.name, native.owner
                )),
                false => out.push_str(&format!("<built-in function {}>", native.name)),
            },
            Value::BoundMethod(method) => self.write_method(method, out)?,
            Value::Descriptor(descriptor) => {
                let name = self.type_name(value);
                out.push_str(&format!(
                    "<{name} object at {}>",
                    at(Rc::as_ptr(descriptor))
                ));
            }
            Value::Super(parent) => out.push_str(&format!(
                "<super: <class '{}'>, <{} object>>",
                parent.class.shown_name(),
                parent.object_class.name().text()
            )),
            Value::Class(class) => {
                if class.meta.as_ref().is_some_and(|meta| {
                    matches!(meta.lookup(&self.known.repr), Some(Value::Function(_)))
                }) {
                    return Err(Fault::NeedsPython);
                }
                out.push_str(&format!("<class '{}'>", class_path(class)));
            }
            Value::Instance(instance) => {
                let class = instance.class();
                if matches!(class.lookup(&self.known.repr), Some(Value::Function(_))) {
                    return Err(Fault::NeedsPython);
                }
                match &instance.body {
                    Body::Native(native) => {
                        let native = native.clone();
                        self.write_repr(&native, out)?;
                    }
                    Body::Exception(_) => {
                        out.push_str(class.name().text());
                        let args = instance.exception_args();
                        self.write_items(&args, "(", ")", out)?;
                    }
                    Body::Plain => out.push_str(&self.plain_repr(instance)),
                }
            }
            Value::Generator(generator) => {
                let kind = self.type_name(value);
                let name = generator.qualified_name.borrow().clone();
                out.push_str(&format!(
                    "<{kind} object {} at {}>",
                    name.text(),
                    at(Rc::as_ptr(generator))
                ));
            }
            Value::Iter(iter) => {
                let name = self.type_name(value);
                out.push_str(&format!("<{name} object at {}>", at(Rc::as_ptr(iter))));
            }
            Value::Module(module) => {
                out.push_str(&format!("<module '{}' (built-in)>", module.name.text()));
            }
            Value::Future(future) => {
                let text = self.future_repr(&future.clone());
                out.push_str(&text);
            }
            Value::Cell(cell) => out.push_str(&format!("<cell at {}>", at(Rc::as_ptr(cell)))),
            Value::Code(code) => out.push_str(&format!(
                "<code object {} at {}, file \"{}\", line {}>",
                code.name.text(),
                at(Rc::as_ptr(code)),
                code.source.file_name,
                code.first_line
            )),
        }
        Ok(())
    }

    /// `<__main__.Punto object at 0x..>`
    pub(crate) fn plain_repr(&self, instance: &Rc<crate::python::object::Instance>) -> String {
        let class = instance.class();
        format!(
            "<{} object at {}>",
            class_path(&class),
            at(Rc::as_ptr(instance))
        )
    }

    fn write_method(
        &mut self,
        method: &crate::python::object::BoundMethod,
        out: &mut String,
    ) -> Try<()> {
        match &method.function {
            Value::Native(native) => {
                out.push_str(&format!(
                    "<built-in method {} of {} object at 0x7f0000000000>",
                    native.name,
                    self.type_name(&method.object)
                ));
            }
            Value::Function(function) => {
                let name = function.qualified_name.borrow().clone();
                out.push_str(&format!("<bound method {} of ", name.text()));
                self.write_repr(&method.object, out)?;
                out.push('>');
            }
            other => self.write_repr(other, out)?,
        }
        Ok(())
    }

    /// Begins a container; `false` where it is being written already.
    pub(crate) fn enter_repr(
        &mut self,
        pointer: *const (),
        again: &str,
        out: &mut String,
    ) -> Try<bool> {
        if self.repr_stack.contains(&pointer) {
            out.push_str(again);
            return Ok(false);
        }
        self.repr_stack.push(pointer);
        Ok(true)
    }

    fn write_items(
        &mut self,
        items: &[Value],
        open: &str,
        close: &str,
        out: &mut String,
    ) -> Try<()> {
        self.heap.walk(4 * items.len())?;
        out.push_str(open);
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                out.push_str(", ");
            }
            self.write_repr(item, out)?;
        }
        out.push_str(close);
        Ok(())
    }

    /// The parts of an f-string, one after another.
    pub(super) fn join_parts(&mut self, parts: &[Value]) -> Try<Value> {
        let mut length = 0;
        for part in parts {
            length += part.as_str().map_or(0, |text| text.text().len());
        }
        self.heap.reserve_text(length)?;
        let mut out = String::with_capacity(length);
        for part in parts {
            if let Some(text) = part.as_str() {
                out.push_str(text.text());
            }
        }
        Ok(self.text(out))
    }
}

/// An address as CPython shows it.
fn at<T: ?Sized>(pointer: *const T) -> String {
    format!("0x7f{:010x}", pointer.cast::<u8>() as u64 & 0xff_ffff_ffff)
}

/// A class's name with its module, unless that is `builtins`.
pub(super) fn class_path(class: &crate::python::object::Class) -> String {
    let name = class.qualified_name.borrow();
    match class.module.text() {
        "builtins" => name.text().to_owned(),
        module => format!("{module}.{}", name.text()),
    }
}
