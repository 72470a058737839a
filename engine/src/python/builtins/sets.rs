//! `set` and `frozenset`, and their methods.

use std::rc::Rc;

use super::arguments::Call;
use super::method;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Args, Class, Entry, Flow, Native, Set, Table, Value};
use crate::python::vm::Vm;

pub(crate) const METHODS: &[Native] = &[
    method("set", "__init__", initialise),
    method("set", "add", add),
    method("set", "clear", clear),
    method("set", "copy", copy),
    method("set", "difference", difference),
    method("set", "difference_update", difference_update),
    method("set", "discard", discard),
    method("set", "intersection", intersection),
    method("set", "intersection_update", intersection_update),
    method("set", "isdisjoint", is_disjoint),
    method("set", "issubset", is_subset),
    method("set", "issuperset", is_superset),
    method("set", "pop", pop),
    method("set", "remove", remove),
    method("set", "symmetric_difference", symmetric_difference),
    method(
        "set",
        "symmetric_difference_update",
        symmetric_difference_update,
    ),
    method("set", "union", union),
    method("set", "update", update),
];

pub(crate) const FROZEN_METHODS: &[Native] = &[
    method("frozenset", "copy", copy),
    method("frozenset", "difference", difference),
    method("frozenset", "intersection", intersection),
    method("frozenset", "isdisjoint", is_disjoint),
    method("frozenset", "issubset", is_subset),
    method("frozenset", "issuperset", is_superset),
    method("frozenset", "symmetric_difference", symmetric_difference),
    method("frozenset", "union", union),
];

/// `set(iterable)`
pub(crate) fn construct_set(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let values = Call::function("set", args).between(0, 1)?;
    let table = values
        .first()
        .map_or(Ok(Table::default()), |items| table_of(vm, items))?;
    Ok(made(vm, table, false))
}

/// `frozenset(iterable)`
pub(crate) fn construct_frozenset(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let values = Call::function("frozenset", args).between(0, 1)?;
    let table = match values.first() {
        None => Table::default(),
        Some(same @ Value::Set(set)) if set.frozen => return Ok(same.clone().into()),
        // Nobody else has it: the prelude's twin ends so.
        Some(Value::Set(set)) if Rc::strong_count(set) == 1 => set.change(std::mem::take),
        Some(items) => table_of(vm, items)?,
    };
    Ok(made(vm, table, true))
}

fn made(vm: &Vm, table: Table, frozen: bool) -> Flow {
    Value::Set(Rc::new(Set::new(&vm.heap, table, frozen))).into()
}

/// The set of a method's `self`, and the rest of its call.
fn receiver<'a>(vm: &Vm, name: &'static str, args: &'a Args) -> Try<(&'a Rc<Set>, Call<'a>)> {
    let frozen = |value: Option<&Value>| matches!(value.map(Value::native), Some(Value::Set(set)) if set.frozen);
    let shared = FROZEN_METHODS.iter().any(|method| method.name == name);
    let owner = if shared && frozen(args.values.first()) {
        "frozenset"
    } else {
        "set"
    };
    let (value, call) = Call::method(owner, name, args)?;
    match value {
        Value::Set(set) if shared || !set.frozen => Ok((set, call)),
        other => Err(call.wrong_receiver(vm, other)),
    }
}

/// As many elements as are hashed at once: the prelude takes more one by one.
const AT_ONCE: usize = 50_000;

/// The elements of any iterable.
fn table_of(vm: &mut Vm, items: &Value) -> Try<Table> {
    if let Value::Set(set) = items {
        vm.heap.reserve_copy(set.table().bytes())?;
        return Ok(set.table().clone());
    }
    // What an iterator gave would be lost to the twin.
    if matches!(items, Value::Iter(_)) || vm.length_of(items) > AT_ONCE {
        return Err(Fault::NeedsPython);
    }
    let items = vm.items_of(items)?;
    let mut table = Table::default();
    for item in items {
        insert(&mut table, vm.hash(&item)?, item);
    }
    vm.heap.reserve(table.bytes())?;
    Ok(table)
}

/// Adds an element; one that is there already stays.
fn insert(table: &mut Table, hash: u64, item: Value) {
    if table.position(hash, &item).is_none() {
        table.insert(hash, item, Value::None);
    }
}

fn has(table: &Table, entry: &Entry) -> bool {
    table.position(entry.hash, &entry.key).is_some()
}

/// Those of the elements that are (or are not) in the other table.
fn chosen(table: &Table, other: &Table, wanted: bool) -> Table {
    let mut chosen = Table::default();
    for entry in table.iter().filter(|entry| has(other, entry) == wanted) {
        chosen.insert(entry.hash, entry.key.clone(), Value::None);
    }
    chosen
}

/// Fails with [`Fault::NeedsPython`] where an element's class says itself what
/// equals it.
pub(crate) fn check_keys(vm: &mut Vm, table: &Table) -> Try<()> {
    for entry in table.iter() {
        if matches!(entry.key, Value::Instance(_) | Value::Tuple(_)) {
            vm.hash(&entry.key)?;
        }
    }
    Ok(())
}

/// Puts other elements into a set.
fn replace(vm: &Vm, set: &Set, table: Table) {
    let mut old = set.change(|own| std::mem::replace(own, table));
    vm.heap.bury_entries(old.clear());
}

/// `set.__init__(iterable)`, for classes derived from it.
fn initialise(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "__init__", args)?;
    let values = call.between(0, 1)?;
    let table = values
        .first()
        .map_or(Ok(Table::default()), |items| table_of(vm, items))?;
    replace(vm, set, table);
    Ok(Value::None.into())
}

fn add(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "add", args)?;
    let item = call.one()?;
    let hash = vm.hash(item)?;
    set.change(|table| match table.position(hash, item) {
        None => table.put(hash, item.clone(), Value::None),
        Some(_) => Ok(None),
    })?;
    Ok(Value::None.into())
}

fn clear(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "clear", args)?;
    call.none()?;
    replace(vm, set, Table::default());
    Ok(Value::None.into())
}

fn copy(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "copy", args)?;
    call.none()?;
    if set.frozen {
        return Ok(Value::Set(set.clone()).into());
    }
    vm.heap.reserve_copy(set.table().bytes())?;
    let table = set.table().clone();
    Ok(made(vm, table, false))
}

/// The hash of an element that is looked for: a set among sets is looked for
/// as the frozen set that equals it.
fn key_of(vm: &mut Vm, item: &Value) -> Try<(u64, Value)> {
    let key = match item.native() {
        Value::Set(set) if !set.frozen => {
            let table = set.table().clone();
            Value::Set(Rc::new(Set::new(&vm.heap, table, true)))
        }
        _ => item.clone(),
    };
    Ok((vm.hash(&key)?, key))
}

fn discard(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "discard", args)?;
    let (hash, key) = key_of(vm, call.one()?)?;
    drop(set.change(|table| table.remove(hash, &key)));
    Ok(Value::None.into())
}

fn remove(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "remove", args)?;
    let item = call.one()?;
    let (hash, key) = key_of(vm, item)?;
    match set.change(|table| table.remove(hash, &key)) {
        Some(_) => Ok(Value::None.into()),
        None => Err(vm.key_error(item)),
    }
}

fn pop(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "pop", args)?;
    call.none()?;
    let first = set
        .table()
        .iter()
        .next()
        .map(|entry| (entry.hash, entry.key.clone()));
    match first.and_then(|(hash, key)| set.change(|table| table.remove(hash, &key))) {
        Some(entry) => Ok(entry.key.into()),
        None => Err(Fault::new(Kind::KeyError, "pop from an empty set")),
    }
}

/// The elements of a method's `self` after all its arguments had their part.
fn combined(
    vm: &mut Vm,
    name: &'static str,
    args: &Args,
    combine: fn(&mut Table, Table),
) -> Try<(Rc<Set>, Table)> {
    let (set, call) = receiver(vm, name, args)?;
    let mut others = Vec::new();
    for items in call.any()? {
        others.push(table_of(vm, items)?);
    }
    let elements: usize = others.iter().map(Table::len).sum();
    if elements + set.table().len() > 2 * AT_ONCE {
        return Err(Fault::NeedsPython);
    }
    let mut table = set.table().clone();
    check_keys(vm, &table)?;
    for other in others {
        check_keys(vm, &other)?;
        combine(&mut table, other);
    }
    vm.heap.reserve(table.bytes())?;
    Ok((set.clone(), table))
}

fn unite(table: &mut Table, other: Table) {
    for entry in other.iter() {
        insert(table, entry.hash, entry.key.clone());
    }
}

fn intersect(table: &mut Table, other: Table) {
    *table = chosen(table, &other, true);
}

fn subtract(table: &mut Table, other: Table) {
    *table = chosen(table, &other, false);
}

fn differ(table: &mut Table, other: Table) {
    let mut either = chosen(table, &other, false);
    unite(&mut either, chosen(&other, table, false));
    *table = either;
}

macro_rules! combinations {
    ($($name:literal: $new:ident, $update_name:literal: $update:ident = $combine:ident;)*) => {$(
        fn $new(vm: &mut Vm, args: &Args) -> Try<Flow> {
            let (set, table) = combined(vm, $name, args, $combine)?;
            Ok(made(vm, table, set.frozen))
        }

        fn $update(vm: &mut Vm, args: &Args) -> Try<Flow> {
            let (set, table) = combined(vm, $update_name, args, $combine)?;
            replace(vm, &set, table);
            Ok(Value::None.into())
        }
    )*};
}

combinations! {
    "union": union, "update": update = unite;
    "intersection": intersection, "intersection_update": intersection_update = intersect;
    "difference": difference, "difference_update": difference_update = subtract;
}

/// The one argument of `symmetric_difference` and its update.
fn either(vm: &mut Vm, name: &'static str, args: &Args) -> Try<(Rc<Set>, Table)> {
    receiver(vm, name, args)?.1.one()?;
    combined(vm, name, args, differ)
}

fn symmetric_difference(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, table) = either(vm, "symmetric_difference", args)?;
    Ok(made(vm, table, set.frozen))
}

fn symmetric_difference_update(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, table) = either(vm, "symmetric_difference_update", args)?;
    replace(vm, &set, table);
    Ok(Value::None.into())
}

fn is_disjoint(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "isdisjoint", args)?;
    let other = table_of(vm, call.one()?)?;
    check_keys(vm, &other)?;
    let disjoint = !other.iter().any(|entry| has(&set.table(), entry));
    Ok(disjoint.into())
}

fn is_subset(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "issubset", args)?;
    let other = table_of(vm, call.one()?)?;
    check_keys(vm, &other)?;
    let within = set.table().iter().all(|entry| has(&other, entry));
    Ok(within.into())
}

fn is_superset(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "issuperset", args)?;
    let other = table_of(vm, call.one()?)?;
    check_keys(vm, &other)?;
    let within = other.iter().all(|entry| has(&set.table(), entry));
    Ok(within.into())
}
