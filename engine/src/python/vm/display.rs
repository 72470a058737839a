//! Putting together and taking apart: displays, arguments of calls, patterns.

use std::rc::Rc;

use super::Vm;
use super::text::class_path;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Dict, Entry, Flow, Table, Value};

impl Vm {
    pub(super) fn build_map(&mut self, parts: Vec<Value>) -> Try<Flow> {
        let mut table = Table::default();
        let mut rest = parts.into_iter();
        let mut late = Vec::new();
        while let (Some(key), Some(value)) = (rest.next(), rest.next()) {
            match self.hash(&key) {
                Ok(hash) if late.is_empty() => {
                    table.insert(hash, key, value);
                }
                Ok(_) | Err(Fault::NeedsPython) => late.extend([key, value]),
                Err(fault) => return Err(fault),
            }
        }
        let dict = self.dict(table);
        if late.is_empty() {
            return Ok(dict.into());
        }
        let late = self.tuple(late);
        self.prelude_call("build_map", vec![dict, late])
    }

    pub(super) fn set_add(&mut self, set: &Value, item: Value) -> Try<Flow> {
        let Value::Set(own) = set else {
            return Ok(Value::None.into());
        };
        match self.hash(&item) {
            Ok(hash) => {
                own.change(|table| table.put(hash, item, Value::None))?;
                Ok(Value::None.into())
            }
            Err(Fault::NeedsPython) => self.prelude_call("set_add", vec![set.clone(), item]),
            Err(fault) => Err(fault),
        }
    }

    /// `{**mapping}`
    pub(crate) fn dict_update(&mut self, dict: &Value, mapping: &Value) -> Try<Flow> {
        match (dict, mapping.native()) {
            (Value::Dict(dict), Value::Dict(other)) if self.may_copy(other) => {
                copy_into(dict, &other.table().iter().cloned().collect::<Vec<_>>());
                Ok(Value::None.into())
            }
            (_, Value::Dict(_) | Value::Instance(_)) => {
                self.prelude_call("dict_update_mapping", vec![dict.clone(), mapping.clone()])
            }
            _ => Err(Fault::type_error(format_args!(
                "'{}' object is not a mapping",
                self.type_name(mapping)
            ))),
        }
    }

    /// Whether a dict is small enough to be copied at once.
    pub(super) fn may_copy(&self, dict: &Dict) -> bool {
        self.heap.reserve_copy(dict.table().bytes()).is_ok()
    }

    /// `f(**mapping)`: a key may come only once.
    pub(super) fn dict_merge(
        &mut self,
        callee: &Value,
        dict: &Value,
        mapping: &Value,
    ) -> Try<Flow> {
        let name = self.callee_name(callee);
        let Value::Dict(other) = mapping.native() else {
            return Err(Fault::type_error(format_args!(
                "{name}() argument after ** must be a mapping, not {}",
                self.type_name(mapping)
            )));
        };
        let Value::Dict(dict) = dict else {
            return Ok(Value::None.into());
        };
        self.heap.reserve(other.table().bytes())?;
        let entries: Vec<Entry> = other.table().iter().cloned().collect();
        for entry in &entries {
            if dict.table().get(entry.hash, &entry.key).is_some() {
                let key = self.str_of(&entry.key)?;
                return Err(Fault::type_error(format_args!(
                    "{name}() got multiple values for keyword argument '{key}'"
                )));
            }
        }
        copy_into(dict, &entries);
        Ok(Value::None.into())
    }

    /// A callable as errors about its arguments name it.
    fn callee_name(&self, callee: &Value) -> String {
        match callee {
            Value::Function(function) => {
                format!("__main__.{}", function.qualified_name.borrow().text())
            }
            Value::BoundMethod(method) => self.callee_name(&method.function),
            Value::Class(class) => class_path(class),
            Value::Native(native) if native.method => format!("{}.{}", native.owner, native.name),
            Value::Native(native) => native.name.to_owned(),
            other => format!("{} object", self.type_name(other)),
        }
    }

    /// As [`Vm::get_iter`], for `callee(*value)`.
    pub(super) fn get_iter_call(&mut self, callee: &Value, value: &Value) -> Try<Flow> {
        match self.get_iter(value) {
            Err(Fault::New(Kind::TypeError, message)) if message.ends_with("is not iterable") => {
                Err(Fault::type_error(format_args!(
                    "{}() argument after * must be an iterable, not {}",
                    self.callee_name(callee),
                    self.type_name(value)
                )))
            }
            other => other,
        }
    }

    /// The `n` items of `a, b = value`.
    pub(super) fn unpack(&mut self, value: &Value, n: usize) -> Try<Vec<Value>> {
        let items = match self.items_of(value) {
            Err(Fault::New(Kind::TypeError, message)) if message.ends_with("not iterable") => {
                return Err(Fault::type_error(format_args!(
                    "cannot unpack non-iterable {} object",
                    self.type_name(value)
                )));
            }
            items => items?,
        };
        match items.len() {
            got if got > n => Err(Fault::value_error(format_args!(
                "too many values to unpack (expected {n})"
            ))),
            got if got < n => Err(Fault::value_error(format_args!(
                "not enough values to unpack (expected {n}, got {got})"
            ))),
            _ => Ok(items),
        }
    }

    /// The items of `a, *b, c = value`, the middle as a list.
    pub(super) fn unpack_star(
        &mut self,
        value: &Value,
        before: usize,
        after: usize,
    ) -> Try<Vec<Value>> {
        let mut items = match self.items_of(value) {
            Err(Fault::New(Kind::TypeError, message)) if message.ends_with("not iterable") => {
                return Err(Fault::type_error(format_args!(
                    "cannot unpack non-iterable {} object",
                    self.type_name(value)
                )));
            }
            items => items?,
        };
        if items.len() < before + after {
            return Err(Fault::value_error(format_args!(
                "not enough values to unpack (expected at least {}, got {})",
                before + after,
                items.len()
            )));
        }
        let last = items.split_off(items.len() - after);
        let middle = items.split_off(before);
        items.push(self.list(middle));
        items.extend(last);
        Ok(items)
    }

    /// The values of a mapping pattern's keys, or `None`.
    pub(super) fn match_keys(&mut self, subject: &Value, keys: &Value) -> Try<Value> {
        let (Value::Dict(dict), Value::Tuple(keys)) = (subject.native(), keys) else {
            return Ok(Value::None);
        };
        let mut values = Vec::with_capacity(keys.items.len());
        for key in &keys.items {
            let hash = self.hash(key)?;
            match dict.table().get(hash, key) {
                Some(value) => values.push(value.clone()),
                None => return Ok(Value::None),
            }
        }
        Ok(self.tuple(values))
    }

    /// A copy of a dict without those keys.
    pub(super) fn match_rest(&mut self, subject: &Value, keys: &Value) -> Try<Value> {
        let (Value::Dict(dict), Value::Tuple(keys)) = (subject.native(), keys) else {
            return Ok(Value::None);
        };
        let mut table = dict.table().clone();
        for key in &keys.items {
            let hash = self.hash(key)?;
            table.remove(hash, key);
        }
        Ok(self.dict(table))
    }

    /// The values that a class pattern looks at, or `None` where the subject
    /// is of another class.
    pub(super) fn match_class(
        &mut self,
        subject: &Value,
        class: &Value,
        names: &Value,
        count: usize,
    ) -> Try<Flow> {
        let args = vec![
            subject.clone(),
            class.clone(),
            names.clone(),
            Value::Int(count as i64),
        ];
        if !matches!(class, Value::Class(_)) {
            return Err(Fault::type_error("called match pattern must be a class"));
        }
        self.prelude_call("match_class", args)
    }
}

fn copy_into(dict: &Rc<Dict>, entries: &[Entry]) {
    let old: Vec<Option<Value>> = dict.change(|table| {
        entries
            .iter()
            .map(|entry| table.insert(entry.hash, entry.key.clone(), entry.value.clone()))
            .collect()
    });
    drop(old);
}
