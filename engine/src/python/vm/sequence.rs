//! Items, slices, iterators.

use std::rc::Rc;

use super::Vm;
use crate::python::code::CodeKind;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{
    Args, Class, Flow, IterKind, Range, Set, Slice, Then, Value, ViewKind,
};

impl Vm {
    /// `object[key]`
    pub fn get_item(&mut self, object: &Value, key: &Value) -> Try<Flow> {
        match self.get_native_item(object, key) {
            Err(Fault::NeedsIndex) => {
                self.prelude_call("get_item", vec![object.native().clone(), key.clone()])
            }
            other => other,
        }
    }

    fn get_native_item(&mut self, object: &Value, key: &Value) -> Try<Flow> {
        match (object, key) {
            (Value::List(list), Value::Int(index)) => {
                let items = list.items();
                let at = position(*index, items.len());
                return match at.and_then(|at| items.get(at)) {
                    Some(value) => Ok(value.clone().into()),
                    None => Err(out_of_range("list")),
                };
            }
            (Value::Dict(dict), Value::Str(text)) => {
                return match dict.table().get(text.hash(), key) {
                    Some(value) => Ok(value.clone().into()),
                    None => Err(self.key_error(key)),
                };
            }
            (Value::Instance(_), _) => {
                if let Some(method) = self.special_method(object, "__getitem__")
                    && !matches!(&method, Value::BoundMethod(m) if matches!(m.function, Value::Native(_)))
                {
                    return self.call(&method, Args::new(vec![key.clone()]));
                }
            }
            (Value::Class(class), _) => {
                if let Some(method) = self.meta_method(object, "__getitem__") {
                    return self.call(&method, Args::new(vec![key.clone()]));
                }
                let name = self.names.intern("__class_getitem__");
                return match class.lookup(&name) {
                    Some(_) => {
                        let flow = self.get_attribute(object, &name)?;
                        match flow {
                            Flow::Value(method) => self.call(&method, Args::new(vec![key.clone()])),
                            other => Ok(other),
                        }
                    }
                    // `list[int]`
                    None if is_generic(class) => {
                        self.prelude_call("GenericAlias", vec![object.clone(), key.clone()])
                    }
                    None => Err(Fault::type_error(format_args!(
                        "type '{}' is not subscriptable",
                        class.name().text()
                    ))),
                };
            }
            _ => {}
        }
        let native = object.native().clone();
        if let Value::Slice(slice) = key {
            return self.get_slice(&native, slice).map(Into::into);
        }
        Ok(match &native {
            Value::List(list) => {
                let index = self.sequence_index(key, "list")?;
                let items = list.items();
                match position(index, items.len()) {
                    Some(at) => items[at].clone().into(),
                    None => return Err(out_of_range("list")),
                }
            }
            Value::Tuple(tuple) => {
                let index = self.sequence_index(key, "tuple")?;
                match position(index, tuple.items.len()) {
                    Some(at) => tuple.items[at].clone().into(),
                    None => return Err(out_of_range("tuple")),
                }
            }
            Value::Str(text) => {
                let index = self.sequence_index(key, "string")?;
                match position(index, text.length()).and_then(|at| text.char_at(at)) {
                    Some(character) => self.text(character.to_string()).into(),
                    None => return Err(out_of_range("string")),
                }
            }
            Value::Bytes(bytes) => {
                let index = self.sequence_index(key, "byte")?;
                match position(index, bytes.bytes.len()) {
                    Some(at) => Value::Int(bytes.bytes[at].into()).into(),
                    None => return Err(Fault::new(Kind::IndexError, "index out of range")),
                }
            }
            Value::Range(range) => {
                let index = self.sequence_index(key, "range")?;
                match position(index, range.len()) {
                    Some(at) => Value::Int(range.get(at)).into(),
                    None => return Err(out_of_range("range object")),
                }
            }
            Value::Dict(dict) => {
                let hash = match self.hash(key) {
                    Err(Fault::NeedsPython) => {
                        return self
                            .prelude_call("dict_getitem", vec![native.clone(), key.clone()]);
                    }
                    hash => hash?,
                };
                let found = dict.table().get(hash, key).cloned();
                match found {
                    Some(value) => value.into(),
                    None => {
                        if let Some(method) = self.special_method(object, "__missing__") {
                            return self.call(&method, Args::new(vec![key.clone()]));
                        }
                        return Err(self.key_error(key));
                    }
                }
            }
            _ => {
                return Err(Fault::type_error(format_args!(
                    "'{}' object is not subscriptable",
                    self.type_name(object)
                )));
            }
        })
    }

    /// `KeyError(key)`
    pub fn key_error(&self, key: &Value) -> Fault {
        let class = self.types.exception(Kind::KeyError).clone();
        Fault::Raised(self.exception_of(class, vec![key.clone()]))
    }

    fn sequence_index(&mut self, key: &Value, kind: &str) -> Try<i64> {
        match key.as_small_int() {
            Some(index) => Ok(index),
            None if matches!(key.native(), Value::BigInt(_)) => Err(Fault::new(
                Kind::IndexError,
                "cannot fit 'int' into an index-sized integer",
            )),
            None => Err(self.no_index(key, || {
                let name = self.type_name(key);
                match kind {
                    "string" => format!("string indices must be integers, not '{name}'"),
                    _ => format!("{kind} indices must be integers or slices, not {name}"),
                }
            })),
        }
    }

    /// The hash of a key. Errors: as [`Value::hash`].
    pub fn hash(&mut self, key: &Value) -> Try<u64> {
        self.check_key(key, 0)?;
        match key.hash() {
            Err(Fault::New(Kind::TypeError, message)) if message.ends_with("'dict_view'") => Err(
                Fault::type_error(format_args!("unhashable type: '{}'", self.type_name(key))),
            ),
            hash => hash,
        }
    }

    /// Whether the engine itself may hash that.
    fn check_key(&mut self, key: &Value, depth: usize) -> Try<()> {
        if depth > self.limits.depth {
            // Found there to be too deep.
            return Ok(());
        }
        if let Value::Instance(instance) = key {
            let class = instance.class();
            match class.lookup(&self.known.hash) {
                Some(Value::Function(_)) => return Err(Fault::NeedsPython),
                Some(Value::None) => {
                    return Err(Fault::type_error(format_args!(
                        "unhashable type: '{}'",
                        class.name().text()
                    )));
                }
                _ => {}
            }
        }
        if let Value::Tuple(tuple) = key {
            for item in &tuple.items {
                if self.heap.is_tired() {
                    return Err(Fault::NeedsPython);
                }
                self.heap.work(16);
                if matches!(item, Value::Instance(_) | Value::Tuple(_)) {
                    self.check_key(item, depth + 1)?;
                }
            }
        }
        Ok(())
    }

    fn get_slice(&mut self, object: &Value, slice: &Slice) -> Try<Value> {
        match object {
            Value::List(list) => {
                let picked = self.slice_indices(slice, list.len())?;
                let items = list.items();
                let items = picked.iter().map(|at| items[at].clone()).collect();
                Ok(self.list(items))
            }
            Value::Tuple(tuple) => {
                let picked = self.slice_indices(slice, tuple.items.len())?;
                let items = picked.iter().map(|at| tuple.items[at].clone()).collect();
                Ok(self.tuple(items))
            }
            Value::Str(text) => {
                let picked = self.slice_indices(slice, text.length())?;
                let range = picked.range();
                let stretch = &text.text()[text.offset(range.start)..text.offset(range.end)];
                self.heap.work(4 * stretch.len());
                let by = picked.step.unsigned_abs() as usize;
                Ok(match picked.step {
                    1 => self.text(stretch),
                    -1 if text.is_ascii() => {
                        let bytes = stretch.bytes().rev().collect();
                        self.text(String::from_utf8(bytes).unwrap_or_default())
                    }
                    step => {
                        let mut cut = String::with_capacity(stretch.len().min(4 * picked.count));
                        match step > 0 {
                            true => stretch.chars().step_by(by).for_each(|c| cut.push(c)),
                            false => stretch.chars().rev().step_by(by).for_each(|c| cut.push(c)),
                        }
                        self.text(cut)
                    }
                })
            }
            Value::Bytes(bytes) => {
                let picked = self.slice_indices(slice, bytes.bytes.len())?;
                let cut: Vec<u8> = picked.iter().map(|at| bytes.bytes[at]).collect();
                let cut = crate::python::object::Bytes::new(&self.heap, cut);
                Ok(Value::Bytes(Rc::new(cut)))
            }
            Value::Range(range) => {
                let picked = self.slice_indices(slice, range.len())?;
                let start = range.start + picked.start * range.step;
                let step = range.step * picked.step;
                let stop = start + step * picked.count as i64;
                Ok(Value::Range(Rc::new(Range { start, stop, step })))
            }
            Value::Dict(_) => Err(Fault::type_error("unhashable type: 'slice'")),
            other => Err(Fault::type_error(format_args!(
                "'{}' object is not subscriptable",
                self.type_name(other)
            ))),
        }
    }

    /// Which items a slice picks out of `length` ones (Python reference,
    /// "Slicings").
    pub(crate) fn slice_indices(&mut self, slice: &Slice, length: usize) -> Try<Picked> {
        let length = length as i64;
        let part = |value: &Value| -> Try<Option<i64>> {
            match value {
                Value::None => Ok(None),
                _ => match value.as_small_int() {
                    Some(index) => Ok(Some(index)),
                    None => match value.as_big_int() {
                        Some(big) if big.sign() == num_bigint::Sign::Minus => Ok(Some(i64::MIN)),
                        Some(_) => Ok(Some(i64::MAX)),
                        None => Err(self.no_index(value, || {
                            "slice indices must be integers or None or have an __index__ method"
                                .to_owned()
                        })),
                    },
                },
            }
        };
        let step = part(&slice.step)?.unwrap_or(1).max(-i64::MAX);
        if step == 0 {
            return Err(Fault::value_error("slice step cannot be zero"));
        }
        let (low, high) = if step > 0 {
            (0, length)
        } else {
            (-1, length - 1)
        };
        let clamp = |index: i64| {
            let index = if index < 0 {
                index.saturating_add(length)
            } else {
                index
            };
            index.clamp(low, high)
        };
        let start = match part(&slice.start)? {
            Some(index) => clamp(index),
            None if step > 0 => low,
            None => high,
        };
        let stop = match part(&slice.stop)? {
            Some(index) => clamp(index),
            None if step > 0 => high,
            None => low,
        };
        let distance = if step > 0 { stop - start } else { start - stop };
        let count = match distance > 0 {
            true => ((distance - 1) / step.abs() + 1) as usize,
            false => 0,
        };
        Ok(Picked { start, step, count })
    }

    /// `object[key] = value`
    pub fn set_item(&mut self, object: &Value, key: &Value, value: Value) -> Try<Flow> {
        match self.set_native_item(object, key, value.clone()) {
            Err(Fault::NeedsIndex) => {
                let args = vec![object.native().clone(), key.clone(), value];
                self.prelude_call("set_item", args)
            }
            other => other,
        }
    }

    fn set_native_item(&mut self, object: &Value, key: &Value, value: Value) -> Try<Flow> {
        if let Value::Instance(_) = object
            && let Some(method) = self.special_method(object, "__setitem__")
            && !matches!(&method, Value::BoundMethod(m) if matches!(m.function, Value::Native(_)))
        {
            return self.call(&method, Args::new(vec![key.clone(), value]));
        }
        match object.native() {
            Value::List(list) => {
                if let Value::Slice(slice) = key {
                    return self.set_slice(list, slice, value);
                }
                let index = self.sequence_index(key, "list")?;
                let old = list.change(|items| {
                    position(index, items.len()).map(|at| std::mem::replace(&mut items[at], value))
                });
                match old {
                    Some(_) => Ok(Value::None.into()),
                    None => Err(Fault::new(
                        Kind::IndexError,
                        "list assignment index out of range",
                    )),
                }
            }
            Value::Dict(dict) => {
                let hash = match self.hash(key) {
                    Err(Fault::NeedsPython) => {
                        let args = vec![Value::Dict(dict.clone()), key.clone(), value];
                        return self.prelude_call("dict_setitem", args);
                    }
                    hash => hash?,
                };
                let old = dict.change(|table| table.put(hash, key.clone(), value))?;
                drop(old);
                Ok(Value::None.into())
            }
            _ => Err(Fault::type_error(format_args!(
                "'{}' object does not support item assignment",
                self.type_name(object)
            ))),
        }
    }

    fn set_slice(
        &mut self,
        list: &crate::python::object::List,
        slice: &Slice,
        value: Value,
    ) -> Try<Flow> {
        let new = match self.items_of(&value) {
            Err(Fault::New(Kind::TypeError, _)) => {
                return Err(Fault::type_error("can only assign an iterable"));
            }
            items => items?,
        };
        self.heap.reserve(new.len() * size_of::<Value>())?;
        let picked = self.slice_indices(slice, list.len())?;
        if picked.step == 1 {
            let old: Vec<Value> = list.change(|items| {
                let range = picked.range();
                items.splice(range, new).collect()
            });
            self.heap.bury(old);
            return Ok(Value::None.into());
        }
        if new.len() != picked.count {
            return Err(Fault::value_error(format_args!(
                "attempt to assign sequence of size {} to extended slice of size {}",
                new.len(),
                picked.count
            )));
        }
        let old: Vec<Value> = list.change(|items| {
            picked
                .iter()
                .zip(new)
                .map(|(at, value)| std::mem::replace(&mut items[at], value))
                .collect()
        });
        self.heap.bury(old);
        Ok(Value::None.into())
    }

    /// `del object[key]`
    pub fn delete_item(&mut self, object: &Value, key: &Value) -> Try<Flow> {
        match self.delete_native_item(object, key) {
            Err(Fault::NeedsIndex) => {
                self.prelude_call("delete_item", vec![object.native().clone(), key.clone()])
            }
            other => other,
        }
    }

    fn delete_native_item(&mut self, object: &Value, key: &Value) -> Try<Flow> {
        if let Value::Instance(_) = object
            && let Some(method) = self.special_method(object, "__delitem__")
            && !matches!(&method, Value::BoundMethod(m) if matches!(m.function, Value::Native(_)))
        {
            return self.call(&method, Args::new(vec![key.clone()]));
        }
        match object.native() {
            Value::List(list) => {
                let (range, by) = match key {
                    Value::Slice(slice) => {
                        let picked = self.slice_indices(slice, list.len())?;
                        (picked.range(), picked.step.unsigned_abs() as usize)
                    }
                    _ => {
                        let index = self.sequence_index(key, "list")?;
                        let Some(at) = position(index, list.len()) else {
                            return Err(Fault::new(
                                Kind::IndexError,
                                "list assignment index out of range",
                            ));
                        };
                        (at..at + 1, 1)
                    }
                };
                self.heap
                    .work((list.len() - range.start) * size_of::<Value>());
                let old = list.change(|items| {
                    let stretch = items.drain(range.clone()).enumerate();
                    let (old, kept): (Vec<_>, Vec<_>) = stretch.partition(|(at, _)| at % by == 0);
                    let kept = kept.into_iter().map(|(_, item)| item);
                    drop(items.splice(range.start..range.start, kept));
                    old.into_iter().map(|(_, item)| item).collect()
                });
                self.heap.bury(old);
                Ok(Value::None.into())
            }
            Value::Dict(dict) => {
                let hash = match self.hash(key) {
                    Err(Fault::NeedsPython) => {
                        let args = vec![Value::Dict(dict.clone()), key.clone()];
                        return self.prelude_call("dict_delitem", args);
                    }
                    hash => hash?,
                };
                let removed = dict.change(|table| table.remove(hash, key));
                match removed {
                    Some(_) => Ok(Value::None.into()),
                    None => Err(self.key_error(key)),
                }
            }
            _ => Err(Fault::type_error(format_args!(
                "'{}' object doesn't support item deletion",
                self.type_name(object)
            ))),
        }
    }

    /// Asked before a native looks at every item of a container.
    ///
    /// # Errors
    /// [`Fault::NeedsPython`] where there are so many that the prelude had
    /// better do it, step by step.
    pub(crate) fn walk(&self, container: &Value) -> Try<()> {
        self.heap.walk(self.length_of(container))
    }

    /// How many items a built-in container has; 0 for all else.
    pub(crate) fn length_of(&self, container: &Value) -> usize {
        match container.native() {
            Value::Str(text) => text.length(),
            Value::List(list) => list.len(),
            Value::Tuple(tuple) => tuple.items.len(),
            Value::Range(range) => range.len(),
            Value::Dict(dict) => dict.table().len(),
            Value::View(view) => view.dict.table().len(),
            Value::Set(set) => set.table().len(),
            _ => 0,
        }
    }

    /// Whether one of the items is that one, or equals it.
    fn is_among(&mut self, item: &Value, items: &[Value]) -> Try<bool> {
        for other in items {
            if other.is(item) || self.equal(other, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// `item in container`
    pub(crate) fn contains(&mut self, container: &Value, item: &Value) -> Try<Flow> {
        if let Value::Instance(_) = container
            && let Some(method) = self.special_method(container, "__contains__")
            && !matches!(&method, Value::BoundMethod(m) if matches!(m.function, Value::Native(_)))
        {
            return self.call(&method, Args::new(vec![item.clone()]));
        }
        if let Some(method) = self.meta_method(container, "__contains__") {
            return self.call(&method, Args::new(vec![item.clone()]));
        }
        let found = match container.native() {
            Value::Str(text) => match item.as_str() {
                Some(part) => {
                    if !part.text().is_empty() && self.heap.read(text.text().len()).is_err() {
                        let args = vec![container.clone(), item.clone()];
                        return self.prelude_call("contains_part", args);
                    }
                    text.text().contains(part.text())
                }
                None => {
                    return Err(Fault::type_error(format_args!(
                        "'in <string>' requires string as left operand, not {}",
                        self.type_name(item)
                    )));
                }
            },
            Value::Dict(_) | Value::Set(_) => {
                // A set stands for its frozen twin here.
                let frozen = match (container.native(), item) {
                    (Value::Set(_), Value::Set(set)) if !set.frozen => Some(Value::Set(Rc::new(
                        Set::new(&self.heap, set.table().clone(), true),
                    ))),
                    _ => None,
                };
                let item = frozen.as_ref().unwrap_or(item);
                let hash = match self.hash(item) {
                    Err(Fault::NeedsPython) => {
                        let args = vec![container.clone(), item.clone()];
                        return self.prelude_call("table_contains", args);
                    }
                    hash => hash?,
                };
                match container.native() {
                    Value::Dict(dict) => dict.table().get(hash, item).is_some(),
                    Value::Set(set) => set.table().get(hash, item).is_some(),
                    _ => false,
                }
            }
            Value::Range(range) => match item.as_small_int() {
                Some(value) => range.position(value).is_some(),
                None => match item {
                    Value::Float(value) if value.fract() == 0.0 => {
                        range.position(*value as i64).is_some()
                    }
                    _ => false,
                },
            },
            Value::View(view) if view.kind == ViewKind::Keys => {
                let dict = Value::Dict(view.dict.clone());
                return self.contains(&dict, item);
            }
            Value::Bytes(bytes) => match item {
                Value::Int(byte) => bytes.bytes.iter().any(|b| i64::from(*b) == *byte),
                Value::Bytes(part) => {
                    if !part.bytes.is_empty() && self.heap.read(bytes.bytes.len()).is_err() {
                        let args = vec![container.clone(), item.clone()];
                        return self.prelude_call("contains_part", args);
                    }
                    part.bytes.is_empty()
                        || bytes
                            .bytes
                            .windows(part.bytes.len())
                            .any(|window| *window == *part.bytes)
                }
                _ => false,
            },
            Value::List(_) | Value::Tuple(_) | Value::View(_) => {
                let found = self
                    .walk(container)
                    .and_then(|()| match container.native() {
                        Value::List(list) => self.is_among(item, &list.items()),
                        Value::Tuple(tuple) => self.is_among(item, &tuple.items),
                        view => {
                            let items = self.items_of(view)?;
                            self.is_among(item, &items)
                        }
                    });
                match found {
                    Err(Fault::NeedsPython) => {
                        let args = vec![container.clone(), item.clone()];
                        return self.prelude_call("contains", args);
                    }
                    found => found?,
                }
            }
            Value::Instance(_)
                if [&self.known.iter, &self.known.getitem]
                    .iter()
                    .all(|name| self.types.of(container).lookup(name).is_none()) =>
            {
                return Err(Fault::type_error(format_args!(
                    "argument of type '{}' is not iterable",
                    self.type_name(container)
                )));
            }
            Value::Iter(_) | Value::Generator(_) | Value::Instance(_) => {
                let args = vec![container.clone(), item.clone()];
                return self.prelude_call("contains", args);
            }
            _ => {
                return Err(Fault::type_error(format_args!(
                    "argument of type '{}' is not iterable",
                    self.type_name(container)
                )));
            }
        };
        Ok(Value::Bool(found).into())
    }

    /// `iter(value)`
    pub(crate) fn get_iter(&mut self, value: &Value) -> Try<Flow> {
        match value {
            Value::Instance(_) => {
                let method = self.special_method(value, "__iter__");
                match method {
                    Some(Value::None) => return Err(self.not_iterable(value)),
                    Some(method) if !matches!(&method, Value::BoundMethod(m) if matches!(m.function, Value::Native(_))) =>
                    {
                        return Ok(self.call(&method, Args::default())?.then(Then::Iterator));
                    }
                    _ => {}
                }
                if matches!(value.native(), Value::Instance(_)) {
                    return match self.special_method(value, "__getitem__") {
                        Some(_) => self.prelude_call("iterate_items", vec![value.clone()]),
                        None => Err(self.not_iterable(value)),
                    };
                }
            }
            Value::Iter(_) => return Ok(value.clone().into()),
            Value::Generator(generator) if generator.kind == CodeKind::Generator => {
                return Ok(value.clone().into());
            }
            Value::Class(_) => {
                if let Some(method) = self.meta_method(value, "__iter__") {
                    return self.call(&method, Args::default());
                }
            }
            _ => {}
        }
        match self.native_iter(value) {
            Some(kind) => Ok(self.iter(kind).into()),
            None => Err(self.not_iterable(value)),
        }
    }

    /// As [`Vm::get_iter`], for `*value` in a call or a display.
    pub(super) fn get_iter_star(&mut self, value: &Value) -> Try<Flow> {
        // CPython asks first how many there may be.
        if let Value::Instance(instance) = value
            && let Some(Value::Function(_)) = instance.class().lookup(&self.names.intern("__len__"))
        {
            return self.prelude_call("iterate_hinted", vec![value.clone()]);
        }
        match self.get_iter(value) {
            Err(Fault::New(Kind::TypeError, message)) if message.ends_with("is not iterable") => {
                Err(Fault::type_error(format_args!(
                    "Value after * must be an iterable, not {}",
                    self.type_name(value)
                )))
            }
            other => other,
        }
    }

    pub(crate) fn not_iterable(&self, value: &Value) -> Fault {
        Fault::type_error(format_args!(
            "'{}' object is not iterable",
            self.type_name(value)
        ))
    }

    /// The iterator of a built-in iterable.
    pub(crate) fn native_iter(&self, value: &Value) -> Option<IterKind> {
        Some(match value.native() {
            Value::List(list) => IterKind::List(list.clone()),
            Value::Tuple(tuple) => IterKind::Tuple(tuple.clone()),
            Value::Str(text) => IterKind::Str(text.clone(), 0),
            Value::Bytes(bytes) => IterKind::Bytes(bytes.clone()),
            Value::Range(range) => (**range).into(),
            Value::Dict(dict) => {
                let length = dict.table().len();
                IterKind::Dict(dict.clone(), ViewKind::Keys, length, length)
            }
            Value::View(view) => {
                let length = view.dict.table().len();
                IterKind::Dict(view.dict.clone(), view.kind, length, length)
            }
            Value::Set(set) => {
                let length = set.table().len();
                IterKind::Set(set.clone(), length)
            }
            _ => return None,
        })
    }

    /// All items of a built-in iterable. Errors: `TypeError` where it is none;
    /// [`Fault::NeedsPython`] where only running Python gives them.
    pub fn items_of(&mut self, value: &Value) -> Try<Vec<Value>> {
        match value {
            Value::Instance(instance) => {
                let class = instance.class();
                let iterates = |name| matches!(class.lookup(name), Some(Value::Function(_)));
                let plain = matches!(value.native(), Value::Instance(_));
                if iterates(&self.known.iter) || plain && iterates(&self.known.getitem) {
                    return Err(Fault::NeedsPython);
                }
            }
            Value::Generator(generator) if generator.kind == CodeKind::Generator => {
                return Err(Fault::NeedsPython);
            }
            Value::Class(_) if self.meta_method(value, "__iter__").is_some() => {
                return Err(Fault::NeedsPython);
            }
            _ => {}
        }
        match value.native() {
            Value::List(list) => {
                self.heap.work(list.len() * size_of::<Value>());
                Ok(list.items().clone())
            }
            Value::Tuple(tuple) => {
                self.heap.work(tuple.items.len() * size_of::<Value>());
                Ok(tuple.items.clone())
            }
            Value::Iter(iter) => {
                self.heap.walk(iter.work_left())?;
                let mut items = Vec::new();
                while let Some(item) = iter.advance()? {
                    items.push(item);
                    if items.len() % 1024 == 0 {
                        self.heap.reserve(items.len() * size_of::<Value>())?;
                    }
                }
                self.heap.work(items.len() * size_of::<Value>());
                Ok(items)
            }
            Value::Range(range) => {
                self.heap
                    .reserve_plain(range.len().saturating_mul(size_of::<Value>()))?;
                self.heap.work(range.len() * size_of::<Value>());
                Ok((0..range.len()).map(|at| range.get(at).into()).collect())
            }
            native => match self.native_iter(native) {
                Some(kind) => {
                    let iter = self.iter(kind);
                    self.items_of(&iter)
                }
                None => Err(self.not_iterable(value)),
            },
        }
    }

    /// An integer for a count or an index.
    pub fn index_of(&mut self, value: &Value) -> Try<i64> {
        match value.as_small_int() {
            Some(index) => Ok(index),
            None if matches!(value.native(), Value::BigInt(_)) => Err(Fault::new(
                Kind::OverflowError,
                "Python int too large to convert to C ssize_t",
            )),
            None => Err(self.no_index(value, || {
                let name = self.type_name(value);
                format!("'{name}' object cannot be interpreted as an integer")
            })),
        }
    }

    /// Why a value is no integer: its `__index__` must be asked, or it has
    /// none and is an error.
    pub(crate) fn no_index(&self, value: &Value, message: impl FnOnce() -> String) -> Fault {
        match value {
            Value::Instance(instance)
                if matches!(
                    instance.class().lookup(&self.known.index),
                    Some(Value::Function(_))
                ) =>
            {
                Fault::NeedsIndex
            }
            _ => Fault::type_error(message()),
        }
    }

    /// `len(value)`
    pub(crate) fn length(&mut self, value: &Value) -> Try<Flow> {
        if let Value::Instance(_) = value
            && let Some(method) = self.special_method(value, "__len__")
            && !matches!(&method, Value::BoundMethod(m) if matches!(m.function, Value::Native(_)))
        {
            return Ok(self.call(&method, Args::default())?.then(Then::Length));
        }
        if let Some(method) = self.meta_method(value, "__len__") {
            return self.call(&method, Args::default());
        }
        Ok(match value.native() {
            Value::Str(text) => text.length(),
            Value::Bytes(bytes) => bytes.bytes.len(),
            Value::List(list) => list.len(),
            Value::Tuple(tuple) => tuple.items.len(),
            Value::Dict(dict) => dict.table().len(),
            Value::Set(set) => set.table().len(),
            Value::Range(range) => range.len(),
            Value::View(view) => view.dict.table().len(),
            _ => {
                return Err(Fault::type_error(format_args!(
                    "object of type '{}' has no len()",
                    self.type_name(value)
                )));
            }
        }
        .into())
    }
}

/// Whether `class[int]` means something by itself.
fn is_generic(class: &Class) -> bool {
    let generic = [
        "list",
        "tuple",
        "dict",
        "set",
        "frozenset",
        "type",
        "enumerate",
        "filter",
        "map",
        "zip",
        "BaseExceptionGroup",
        "Future",
        "Task",
        // Of the library's Python.
        "Queue",
        "SimpleQueue",
        "deque",
        "OrderedDict",
        "Counter",
        "defaultdict",
        "ChainMap",
        "partial",
        "cached_property",
        "ContextVar",
        "Token",
        "AbstractContextManager",
        "AbstractAsyncContextManager",
    ];
    let is_listed =
        |class: &Class| class.module.text() != "__main__" && generic.contains(&class.name().text());
    is_listed(class) || class.ancestors.iter().any(|class| is_listed(class))
}

/// The items that a slice picks.
#[derive(Clone, Copy)]
pub(crate) struct Picked {
    pub(crate) start: i64,
    pub(crate) step: i64,
    pub(crate) count: usize,
}

impl Picked {
    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |n| (self.start + n * self.step) as usize)
    }

    /// From the first to the last of them, whatever the step.
    pub(crate) fn range(self) -> std::ops::Range<usize> {
        if self.count == 0 {
            return self.start.max(0) as usize..self.start.max(0) as usize;
        }
        let last = self.start + (self.count as i64 - 1) * self.step;
        self.start.min(last) as usize..self.start.max(last) as usize + 1
    }
}

/// An index from the start, where it is within the length.
#[inline]
pub(crate) fn position(index: i64, length: usize) -> Option<usize> {
    let at = if index < 0 {
        index + length as i64
    } else {
        index
    };
    usize::try_from(at).ok().filter(|&at| at < length)
}

fn out_of_range(kind: &str) -> Fault {
    Fault::new(Kind::IndexError, format_args!("{kind} index out of range"))
}
