//! `dict`, its methods, and those of its views.

use std::rc::Rc;

use super::arguments::Call;
use super::{function, method};
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Args, Class, Dict, Entry, Flow, Native, Table, Value, View, ViewKind};
use crate::python::vm::Vm;

pub(crate) const METHODS: &[Native] = &[
    method("dict", "__init__", initialise),
    method("dict", "clear", clear),
    method("dict", "copy", copy),
    function("dict", "fromkeys", from_keys),
    method("dict", "get", get),
    method("dict", "items", items),
    method("dict", "keys", keys),
    method("dict", "pop", pop),
    method("dict", "popitem", pop_item),
    method("dict", "setdefault", set_default),
    method("dict", "update", update),
    method("dict", "values", values),
];

pub(crate) const KEYS_METHODS: &[Native] = &[method("dict_keys", "isdisjoint", is_disjoint)];

/// `dict(mapping_or_pairs, **named)`
pub(crate) fn construct_dict(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let (pairs, fault) = new_entries(vm, &Call::function("dict", args))?;
    if let Some(fault) = fault {
        return Err(fault);
    }
    let mut table = Table::default();
    for entry in pairs {
        table.insert(entry.hash, entry.key, entry.value);
    }
    Ok(vm.dict(table).into())
}

/// The dict of a method's `self`, and the rest of its call.
fn receiver<'a>(vm: &Vm, name: &'static str, args: &'a Args) -> Try<(&'a Rc<Dict>, Call<'a>)> {
    let (value, call) = Call::method("dict", name, args)?;
    match value {
        Value::Dict(dict) => Ok((dict, call)),
        other => Err(call.wrong_receiver(vm, other)),
    }
}

fn clear(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (dict, call) = receiver(vm, "clear", args)?;
    call.none()?;
    let gone = dict.change(Table::clear);
    vm.heap.bury_entries(gone);
    Ok(Value::None.into())
}

fn copy(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (dict, call) = receiver(vm, "copy", args)?;
    call.none()?;
    vm.heap.reserve_copy(dict.table().bytes())?;
    let table = dict.table().clone();
    Ok(vm.dict(table).into())
}

/// `dict.fromkeys(keys, value)`
fn from_keys(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let values = Call::of("dict", "fromkeys", args).between(1, 2)?;
    let value = values.get(1).cloned().unwrap_or(Value::None);
    let keys = vm.items_of(&values[0])?;
    vm.heap
        .reserve(keys.len().saturating_mul(size_of::<Entry>()))?;
    let mut table = Table::default();
    for key in keys {
        table.insert(vm.hash(&key)?, key, value.clone());
    }
    Ok(vm.dict(table).into())
}

fn get(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (dict, call) = receiver(vm, "get", args)?;
    let values = call.between(1, 2)?;
    let hash = vm.hash(&values[0])?;
    let found = dict.table().get(hash, &values[0]).cloned();
    Ok(found
        .or_else(|| values.get(1).cloned())
        .unwrap_or(Value::None)
        .into())
}

fn view(vm: &Vm, name: &'static str, kind: ViewKind, args: &Args) -> Try<Flow> {
    let (dict, call) = receiver(vm, name, args)?;
    call.none()?;
    let dict = dict.clone();
    Ok(Value::View(Rc::new(View { dict, kind })).into())
}

fn items(vm: &mut Vm, args: &Args) -> Try<Flow> {
    view(vm, "items", ViewKind::Items, args)
}

fn keys(vm: &mut Vm, args: &Args) -> Try<Flow> {
    view(vm, "keys", ViewKind::Keys, args)
}

fn values(vm: &mut Vm, args: &Args) -> Try<Flow> {
    view(vm, "values", ViewKind::Values, args)
}

fn pop(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (dict, call) = receiver(vm, "pop", args)?;
    let values = call.between(1, 2)?;
    let key = &values[0];
    // An empty dict does not even ask for the hash.
    let empty = dict.table().is_empty();
    let removed = match empty {
        true => None,
        false => {
            let hash = vm.hash(key)?;
            dict.change(|table| table.remove(hash, key))
        }
    };
    match (removed, values.get(1)) {
        (Some(entry), _) => Ok(entry.value.into()),
        (None, Some(default)) => Ok(default.clone().into()),
        (None, None) => Err(vm.key_error(key)),
    }
}

fn pop_item(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (dict, call) = receiver(vm, "popitem", args)?;
    call.none()?;
    match dict.change(Table::pop) {
        Some(entry) => Ok(vm.tuple(vec![entry.key, entry.value]).into()),
        None => Err(Fault::new(Kind::KeyError, "popitem(): dictionary is empty")),
    }
}

fn set_default(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (dict, call) = receiver(vm, "setdefault", args)?;
    let values = call.between(1, 2)?;
    let key = &values[0];
    let hash = vm.hash(key)?;
    let found = dict.table().get(hash, key).cloned();
    if let Some(found) = found {
        return Ok(found.into());
    }
    let value = values.get(1).cloned().unwrap_or(Value::None);
    dict.change(|table| table.put(hash, key.clone(), value.clone()))?;
    Ok(value.into())
}

/// `dict.__init__(mapping_or_pairs, **named)`, for classes derived from it.
fn initialise(vm: &mut Vm, args: &Args) -> Try<Flow> {
    add_entries(vm, "dict", args)
}

/// `dict.update(mapping_or_pairs, **named)`
fn update(vm: &mut Vm, args: &Args) -> Try<Flow> {
    add_entries(vm, "update", args)
}

fn add_entries(vm: &mut Vm, name: &'static str, args: &Args) -> Try<Flow> {
    let (dict, call) = receiver(vm, name, args)?;
    let (entries, fault) = new_entries(vm, &call)?;
    let old: Vec<Value> = dict.change(|table| {
        let insert = |entry: Entry| table.insert(entry.hash, entry.key, entry.value);
        entries.into_iter().filter_map(insert).collect()
    });
    vm.heap.bury(old);
    // What came before a bad pair stays.
    fault.map_or(Ok(Value::None.into()), Err)
}

/// The entries that `dict(..)` and `update(..)` are given, and the error that
/// ends them.
///
/// # Errors
/// What comes before any entry, and [`Fault::NeedsPython`].
fn new_entries(vm: &mut Vm, call: &Call) -> Try<(Vec<Entry>, Option<Fault>)> {
    let source = call.count(0, 1)?.first();
    let mut entries = Vec::new();
    if let Some(source) = source {
        match pairs_of(vm, source, &mut entries) {
            Ok(()) => {}
            Err(Fault::NeedsPython) => return Err(Fault::NeedsPython),
            Err(fault) => return Ok((entries, Some(fault))),
        }
    }
    for (name, value) in call.all().1 {
        entries.push(Entry {
            hash: name.hash(),
            key: Value::Str(name.clone()),
            value: value.clone(),
        });
    }
    vm.heap
        .reserve(entries.len().saturating_mul(size_of::<Entry>()))?;
    Ok((entries, None))
}

fn pairs_of(vm: &mut Vm, source: &Value, entries: &mut Vec<Entry>) -> Try<()> {
    if let Value::Instance(instance) = source {
        let class = instance.class();
        let maps = |name: &str| {
            matches!(
                class.lookup(&vm.names.intern(name)),
                Some(Value::Function(_))
            )
        };
        if maps("keys") || maps("__getitem__") {
            return Err(Fault::NeedsPython);
        }
    }
    if let Value::Dict(dict) = source.native() {
        vm.heap.reserve_copy(dict.table().bytes())?;
        entries.extend(dict.table().iter().cloned());
        for entry in entries {
            if matches!(entry.key, Value::Instance(_) | Value::Tuple(_)) {
                vm.hash(&entry.key)?;
            }
        }
        return Ok(());
    }
    vm.heap.walk(4 * vm.length_of(source))?;
    for (index, pair) in vm.items_of(source)?.iter().enumerate() {
        let pair = match vm.items_of(pair) {
            Err(Fault::New(Kind::TypeError, _)) => {
                return Err(Fault::type_error(format_args!(
                    "cannot convert dictionary update sequence element #{index} to a sequence"
                )));
            }
            pair => pair?,
        };
        let [key, value] = &pair[..] else {
            return Err(Fault::value_error(format_args!(
                "dictionary update sequence element #{index} has length {}; 2 is required",
                pair.len()
            )));
        };
        entries.push(Entry {
            hash: vm.hash(key)?,
            key: key.clone(),
            value: value.clone(),
        });
    }
    Ok(())
}

/// `dict.keys().isdisjoint(others)`
fn is_disjoint(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (value, call) = Call::method("dict_keys", "isdisjoint", args)?;
    let Value::View(view) = value else {
        return Err(call.wrong_receiver(vm, value));
    };
    let others = vm.items_of(call.one()?)?;
    for other in &others {
        let found = match (view.kind, other.native()) {
            (ViewKind::Items, Value::Tuple(pair)) if pair.items.len() == 2 => {
                let hash = vm.hash(&pair.items[0])?;
                let found = view.dict.table().get(hash, &pair.items[0]).cloned();
                match found {
                    Some(value) => vm.equal(&value, &pair.items[1])?,
                    None => false,
                }
            }
            (ViewKind::Items, _) => false,
            _ => {
                let hash = vm.hash(other)?;
                view.dict.table().position(hash, other).is_some()
            }
        };
        if found {
            return Ok(false.into());
        }
    }
    Ok(true.into())
}
