//! `set` and `frozenset`, and their methods.

use std::rc::Rc;

use super::arguments::Call;
use super::method;
use crate::python::code::BinaryOp;
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
    UPDATE,
];

pub(crate) const UPDATE: Native = method("set", "update", update);

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
    let table = new_table(vm, values.first())?;
    Ok(made(vm, table, false))
}

/// `frozenset(iterable)`
pub(crate) fn construct_frozenset(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let values = Call::function("frozenset", args).between(0, 1)?;
    match values.first() {
        Some(same @ Value::Set(set)) if set.frozen => Ok(same.clone().into()),
        items => {
            let table = new_table(vm, items)?;
            Ok(made(vm, table, true))
        }
    }
}

/// `set_take(set, into)`: `into` gets the elements of a set that nobody else
/// has, or a new `frozenset` where it is `None`.
pub(crate) fn set_take(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let [Value::Set(set), into] = args.values.as_slice() else {
        return Ok(Value::None.into());
    };
    let table = set.change(std::mem::take);
    match into.native() {
        Value::Set(into) => {
            replace(vm, into, table);
            Ok(Value::None.into())
        }
        _ => Ok(made(vm, table, true)),
    }
}

/// `set_merge(set, other)`: adds the elements of another set or of a dict, if
/// that needs no Python code; gives whether it did.
pub(crate) fn set_merge(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let merged = match args.values.as_slice() {
        [Value::Set(_), Value::Set(_) | Value::Dict(_)] => update(vm, args),
        _ => Err(Fault::NeedsPython),
    };
    match merged {
        Err(Fault::NeedsPython) => Ok(false.into()),
        merged => merged.map(|_| true.into()),
    }
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

/// What gives a set its elements, in its order.
pub(crate) struct Elements {
    pub table: Table,
    pub source: Source,
}

/// CPython makes room at once where it knows how many elements come.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Source {
    Set,
    /// The very set that is worked on.
    Itself,
    Dict,
    /// The keys of a dict.
    View,
    Other,
}

/// The elements of any iterable.
pub(crate) fn elements(vm: &mut Vm, items: &Value) -> Try<Elements> {
    if let Value::Set(set) = items {
        vm.heap.reserve_copy(set.table().bytes())?;
        return Ok(Elements {
            table: set.table().clone(),
            source: Source::Set,
        });
    }
    if must_come_singly(vm, items) {
        return Err(Fault::NeedsPython);
    }
    let mut table = Table::default();
    fill(vm, &mut table, items)?;
    let source = match items {
        Value::Dict(_) => Source::Dict,
        _ => Source::Other,
    };
    Ok(Elements { table, source })
}

fn fill(vm: &mut Vm, table: &mut Table, items: &Value) -> Try<()> {
    for item in vm.items_of(items)? {
        table.put(vm.hash(&item)?, item, Value::None)?;
    }
    vm.heap.reserve(table.bytes())
}

/// Whether the prelude takes the items one by one: they are many, or come from
/// an iterator and would be lost to it.
fn must_come_singly(vm: &Vm, items: &Value) -> bool {
    matches!(items, Value::Iter(_)) || vm.length_of(items) > AT_ONCE
}

/// A new set's table.
fn new_table(vm: &mut Vm, items: Option<&Value>) -> Try<Table> {
    let mut table = Table::for_set();
    match items {
        None => {}
        Some(items @ Value::Set(_)) => table = elements(vm, items)?.table.copied(),
        Some(items) if must_come_singly(vm, items) => return Err(Fault::NeedsPython),
        Some(items) => {
            if let Value::Dict(dict) = items {
                table.reserve(dict.table().len());
            }
            fill(vm, &mut table, items)?;
        }
    }
    Ok(table)
}

fn has(table: &Table, entry: &Entry) -> bool {
    table.position(entry.hash, &entry.key).is_some()
}

/// Those of the elements that are (or are not) in the other table.
fn chosen(table: &Table, other: &Table, wanted: bool) -> Table {
    let mut chosen = Table::for_set();
    for entry in table.iter().filter(|entry| has(other, entry) == wanted) {
        chosen.append(entry.hash, entry.key.clone(), Value::None);
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
    let mut old = set.change(|own| own.renew(table));
    vm.heap.bury_entries(old.clear());
}

/// `set.__init__(iterable)`, for classes derived from it.
fn initialise(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "__init__", args)?;
    let values = call.between(0, 1)?;
    let table = new_table(vm, values.first())?;
    replace(vm, set, table);
    Ok(Value::None.into())
}

fn add(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "add", args)?;
    let item = call.one()?;
    let hash = vm.hash(item)?;
    set.change(|table| table.put(hash, item.clone(), Value::None))?;
    Ok(Value::None.into())
}

fn clear(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "clear", args)?;
    call.none()?;
    replace(vm, set, Table::for_set());
    Ok(Value::None.into())
}

fn copy(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "copy", args)?;
    call.none()?;
    if set.frozen {
        return Ok(Value::Set(set.clone()).into());
    }
    vm.heap.reserve_copy(set.table().bytes())?;
    let table = set.table().clone().copied();
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
    match set.change(Table::pop_any) {
        Some(entry) => Ok(entry.key.into()),
        None => Err(Fault::new(Kind::KeyError, "pop from an empty set")),
    }
}

type Combine = fn(&mut Table, &Elements);

/// The elements of a method's `self` after all its arguments had their part:
/// the first, and the others.
fn combined(
    vm: &mut Vm,
    name: &'static str,
    args: &Args,
    first: Combine,
    next: Combine,
) -> Try<(Rc<Set>, Table)> {
    let (set, call) = receiver(vm, name, args)?;
    let mut others = Vec::new();
    for items in call.any()? {
        let mut other = elements(vm, items)?;
        if items.is(&args.values[0]) {
            other.source = Source::Itself;
        }
        others.push(other);
    }
    let count: usize = others.iter().map(|other| other.table.len()).sum();
    if count + set.table().len() > 2 * AT_ONCE {
        return Err(Fault::NeedsPython);
    }
    let mut table = set.table().clone();
    check_keys(vm, &table)?;
    let mut combine = first;
    for other in others {
        check_keys(vm, &other.table)?;
        combine(&mut table, &other);
        combine = next;
    }
    vm.heap.reserve(table.bytes())?;
    Ok((set.clone(), table))
}

/// Adds the elements of `other` (CPython's `set_update_internal`).
fn unite(table: &mut Table, other: &Elements) {
    match other.source {
        Source::Itself => {}
        Source::Set if table.is_unused() => *table = other.table.clone().copied(),
        _ => {
            let is_counted = matches!(other.source, Source::Set | Source::Dict);
            if is_counted && !other.table.is_empty() {
                table.reserve(other.table.len());
            }
            for entry in other.table.iter() {
                table.insert(entry.hash, entry.key.clone(), Value::None);
            }
        }
    }
}

/// A set of both (`set_or`).
fn union_of(table: &mut Table, other: &Elements) {
    *table = std::mem::take(table).copied();
    unite(table, other);
}

/// What is in both (`set_intersection`): the smaller one is gone through.
fn intersect(table: &mut Table, other: &Elements) {
    *table = match other.source {
        Source::Itself => std::mem::take(table).copied(),
        Source::Set if other.table.len() > table.len() => chosen(table, &other.table, true),
        _ => chosen(&other.table, table, true),
    };
}

/// Takes out the elements of `other` (`set_difference_update_internal`).
fn take_out(table: &mut Table, other: &Elements) {
    if other.source == Source::Itself {
        *table = Table::for_set();
    }
    for entry in other.table.iter() {
        drop(table.remove(entry.hash, &entry.key));
    }
    table.sweep();
}

/// What is not in `other` (`set_difference`).
fn subtract(table: &mut Table, other: &Elements) {
    if other.source == Source::Other || table.len() / 4 > other.table.len() {
        *table = std::mem::take(table).copied();
        take_out(table, other);
    } else {
        *table = chosen(table, &other.table, false);
    }
}

/// Takes out what is in both, and adds the rest of `other`
/// (`set_symmetric_difference_update`).
fn toggle(table: &mut Table, other: &Elements) {
    let own;
    let other = match other.source {
        Source::Itself => return *table = Table::for_set(),
        Source::Set => &other.table,
        _ => {
            own = as_set(other);
            &own
        }
    };
    for entry in other.iter() {
        if table.remove(entry.hash, &entry.key).is_none() {
            table.append(entry.hash, entry.key.clone(), Value::None);
        }
    }
}

/// What is in one of both (`set_symmetric_difference`).
fn differ(table: &mut Table, other: &Elements) {
    let own = Elements {
        table: std::mem::replace(table, as_set(other)),
        source: Source::Set,
    };
    toggle(table, &own);
}

fn as_set(other: &Elements) -> Table {
    let mut table = Table::for_set();
    match other.source {
        Source::Itself => table = other.table.clone().copied(),
        _ => unite(&mut table, other),
    }
    table
}

/// `left op right` of sets and views of a dict's keys.
pub(crate) fn operate(op: BinaryOp, mut left: Elements, mut right: Elements) -> Table {
    let has_view = [left.source, right.source].contains(&Source::View);
    let combine = match op {
        BinaryOp::Or if has_view => unite,
        BinaryOp::Or => union_of,
        BinaryOp::And => intersect,
        BinaryOp::Subtract if has_view => take_out,
        BinaryOp::Subtract => subtract,
        _ if has_view => toggle,
        _ => differ,
    };
    if op == BinaryOp::And {
        // A set is asked what a view has, whichever stands first.
        if left.source == Source::View && right.source == Source::Set {
            std::mem::swap(&mut left, &mut right);
        }
        if right.source == Source::View {
            right.source = Source::Set;
        }
    } else if has_view {
        if left.source == Source::View {
            left.source = Source::Dict;
        }
        left.table = as_set(&left);
    }
    combine(&mut left.table, &right);
    left.table
}

/// `left op= right` of two sets.
pub(crate) fn operate_in_place(op: BinaryOp, mut left: Elements, right: Elements) -> Table {
    let combine = match op {
        BinaryOp::Or => unite,
        BinaryOp::And => intersect,
        BinaryOp::Subtract => take_out,
        _ => toggle,
    };
    combine(&mut left.table, &right);
    left.table
}

/// The elements of a display of constants, of which CPython's compiler makes a
/// frozen set, and another of that, which is then copied.
pub(crate) fn of_constant(display: &Table) -> Table {
    let mut constant = Table::for_set();
    for entry in display.iter() {
        constant.append(entry.hash, entry.key.clone(), Value::None);
    }
    constant.copied()
}

macro_rules! combinations {
    ($($name:literal: $new:ident = $first:ident, $update_name:literal: $update:ident = $next:ident;)*) => {$(
        fn $new(vm: &mut Vm, args: &Args) -> Try<Flow> {
            let (set, mut table) = combined(vm, $name, args, $first, $next)?;
            if args.values.len() == 1 {
                table = table.copied();
            }
            Ok(made(vm, table, set.frozen))
        }

        fn $update(vm: &mut Vm, args: &Args) -> Try<Flow> {
            let (set, table) = combined(vm, $update_name, args, $next, $next)?;
            replace(vm, &set, table);
            Ok(Value::None.into())
        }
    )*};
}

combinations! {
    "union": union = union_of, "update": update = unite;
    "intersection": intersection = intersect, "intersection_update": intersection_update = intersect;
    "difference": difference = subtract, "difference_update": difference_update = take_out;
}

fn symmetric_difference(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let name = "symmetric_difference";
    receiver(vm, name, args)?.1.one()?;
    let (set, table) = combined(vm, name, args, differ, differ)?;
    Ok(made(vm, table, set.frozen))
}

fn symmetric_difference_update(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let name = "symmetric_difference_update";
    receiver(vm, name, args)?.1.one()?;
    let (set, table) = combined(vm, name, args, toggle, toggle)?;
    replace(vm, &set, table);
    Ok(Value::None.into())
}

fn is_disjoint(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "isdisjoint", args)?;
    let other = elements(vm, call.one()?)?.table;
    check_keys(vm, &other)?;
    let disjoint = !other.iter().any(|entry| has(&set.table(), entry));
    Ok(disjoint.into())
}

fn is_subset(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "issubset", args)?;
    let other = elements(vm, call.one()?)?.table;
    check_keys(vm, &other)?;
    let within = set.table().iter().all(|entry| has(&other, entry));
    Ok(within.into())
}

fn is_superset(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (set, call) = receiver(vm, "issuperset", args)?;
    let other = elements(vm, call.one()?)?.table;
    check_keys(vm, &other)?;
    let within = other.iter().all(|entry| has(&set.table(), entry));
    Ok(within.into())
}
