//! Tuples, lists, dicts, sets, ranges, slices.

use std::cell::RefCell;
use std::rc::Rc;

use super::heap::{Charge, Heap};
use super::{Entry, Table, Value};

/// Python's `bytes`.
pub struct Bytes {
    pub bytes: Box<[u8]>,
    _charge: Charge,
}

impl Bytes {
    pub fn new(heap: &Heap, bytes: impl Into<Box<[u8]>>) -> Self {
        let bytes = bytes.into();
        Bytes {
            _charge: heap.charge(bytes.len() + size_of::<Bytes>()),
            bytes,
        }
    }
}

pub struct Tuple {
    pub items: Vec<Value>,
    charge: Charge,
}

impl Tuple {
    pub fn new(heap: &Heap, items: Vec<Value>) -> Self {
        Tuple {
            charge: heap.charge(items.len() * size_of::<Value>() + size_of::<Tuple>()),
            items,
        }
    }
}

impl Tuple {
    pub fn heap(&self) -> &Heap {
        self.charge.heap()
    }
}

impl Drop for Tuple {
    fn drop(&mut self) {
        if !self.items.is_empty() {
            self.charge.heap().bury(std::mem::take(&mut self.items));
        }
    }
}

pub struct List {
    items: RefCell<Vec<Value>>,
    charge: Charge,
}

impl List {
    pub fn new(heap: &Heap, items: Vec<Value>) -> Self {
        List {
            charge: heap.charge(items.capacity() * size_of::<Value>() + size_of::<List>()),
            items: RefCell::new(items),
        }
    }

    #[inline]
    pub fn items(&self) -> std::cell::Ref<'_, Vec<Value>> {
        self.items.borrow()
    }

    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn get(&self, index: usize) -> Option<Value> {
        self.items.borrow().get(index).cloned()
    }

    /// Works on the items, whose number stays.
    #[inline]
    pub fn with<R>(&self, work: impl FnOnce(&mut [Value]) -> R) -> R {
        work(&mut self.items.borrow_mut())
    }

    pub fn push(&self, value: Value) {
        let mut items = self.items.borrow_mut();
        if items.len() == items.capacity() {
            items.push(value);
            self.charge
                .set(items.capacity() * size_of::<Value>() + size_of::<List>());
        } else {
            items.push(value);
        }
    }

    /// Changes the items; what the change takes out must be given back, so
    /// that nothing is dropped while the list is borrowed.
    pub fn change<R>(&self, change: impl FnOnce(&mut Vec<Value>) -> R) -> R {
        let mut items = self.items.borrow_mut();
        let result = change(&mut items);
        self.charge
            .set(items.capacity() * size_of::<Value>() + size_of::<List>());
        result
    }
}

impl Drop for List {
    fn drop(&mut self) {
        let mut items = self.items.take();
        if !items.is_empty() {
            // From the last to the first, as in CPython.
            items.reverse();
            self.charge.heap().bury(items);
        }
    }
}

pub struct Dict {
    table: RefCell<Table>,
    charge: Charge,
}

impl Dict {
    pub fn new(heap: &Heap, table: Table) -> Self {
        Dict {
            charge: heap.charge(table.bytes() + size_of::<Dict>()),
            table: RefCell::new(table),
        }
    }

    #[inline]
    pub fn table(&self) -> std::cell::Ref<'_, Table> {
        self.table.borrow()
    }

    /// Changes the table; what the change takes out must be given back, so
    /// that nothing is dropped while the table is borrowed.
    pub fn change<R>(&self, change: impl FnOnce(&mut Table) -> R) -> R {
        let mut table = self.table.borrow_mut();
        let result = change(&mut table);
        self.charge.set(table.bytes() + size_of::<Dict>());
        result
    }

    /// Replaces the value at a position of the table; gives the one before.
    #[inline]
    pub fn set_at(&self, position: usize, value: Value) -> Value {
        self.table.borrow_mut().set_at(position, value)
    }

    #[inline]
    pub fn get_name(&self, name: &Rc<super::Str>) -> Option<Value> {
        self.table.borrow().get_name(name).cloned()
    }

    pub fn set_name(&self, name: &Rc<super::Str>, value: Value) {
        drop(self.change(|table| table.set_name(name, value)));
    }
}

impl Drop for Dict {
    fn drop(&mut self) {
        bury_table(self.charge.heap(), &mut self.table.borrow_mut());
    }
}

fn bury_table(heap: &Heap, table: &mut Table) {
    if !table.is_empty() {
        heap.bury_entries(table.clear());
    }
}

/// The keys and values of entries, each key before its value.
pub(super) fn values_of(entries: Vec<Entry>) -> Vec<Value> {
    entries
        .into_iter()
        .flat_map(|entry| [entry.key, entry.value])
        .collect()
}

/// Python's `set` and `frozenset`.
pub struct Set {
    pub frozen: bool,
    table: RefCell<Table>,
    charge: Charge,
}

impl Set {
    pub fn new(heap: &Heap, table: Table, frozen: bool) -> Self {
        Set {
            frozen,
            charge: heap.charge(table.bytes() + size_of::<Set>()),
            table: RefCell::new(table),
        }
    }

    #[inline]
    pub fn table(&self) -> std::cell::Ref<'_, Table> {
        self.table.borrow()
    }

    /// As [`Dict::change`].
    pub fn change<R>(&self, change: impl FnOnce(&mut Table) -> R) -> R {
        let mut table = self.table.borrow_mut();
        let result = change(&mut table);
        self.charge.set(table.bytes() + size_of::<Set>());
        result
    }
}

impl Drop for Set {
    fn drop(&mut self) {
        bury_table(self.charge.heap(), &mut self.table.borrow_mut());
    }
}

/// Python's `range`, of integers that fit in 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub start: i64,
    pub stop: i64,
    /// Never 0.
    pub step: i64,
}

impl Range {
    pub fn len(&self) -> usize {
        let (low, high) = match self.step > 0 {
            true => (self.start, self.stop),
            false => (self.stop, self.start),
        };
        if low >= high {
            return 0;
        }
        let distance = (high as i128) - (low as i128) - 1;
        (distance / (self.step as i128).abs() + 1).min(i64::MAX as i128) as usize
    }

    /// The element at an index within the length.
    pub fn get(&self, index: usize) -> i64 {
        self.start + index as i64 * self.step
    }

    /// Where `value` stands in it.
    pub fn position(&self, value: i64) -> Option<usize> {
        let offset = (value as i128) - (self.start as i128);
        let step = self.step as i128;
        let index = offset / step;
        (offset % step == 0 && index >= 0 && index < self.len() as i128).then_some(index as usize)
    }
}

/// `start:stop:step`, any of them `None`.
pub struct Slice {
    pub start: Value,
    pub stop: Value,
    pub step: Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewKind {
    Keys,
    Values,
    Items,
}

/// `dict.keys()` and its sisters.
pub struct View {
    pub dict: Rc<Dict>,
    pub kind: ViewKind,
}
