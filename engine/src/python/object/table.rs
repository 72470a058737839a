//! The hash table in insertion order behind dicts, sets and namespaces.
//! A set of numbers gives its elements in the order of its [`Slots`].

use hashbrown::HashTable;

use super::key::hash_int;
use super::slots::Slots;
use super::{Str, Value};
use crate::python::fault::{Fault, Try};
use crate::sort::sort_by_key;
use std::ops::Range;
use std::rc::Rc;

/// Small tables are searched in a line.
const LINEAR: usize = 8;

/// An index of more keys grows bit by bit.
const LARGE: usize = 1 << 15;

/// So many keys move to the larger index with every key that comes.
const MOVES: usize = 8;

/// A table holds no more entries: to make room for twice as many would take
/// too long at once.
const MOST: usize = 1 << 20;

/// A key with its value, and the key's hash.
#[derive(Clone)]
pub struct Entry {
    pub hash: u64,
    /// `Unbound` where the entry was removed.
    pub key: Value,
    pub value: Value,
}

/// Keys and values in order of insertion.
#[derive(Clone, Default)]
pub struct Table {
    entries: Vec<Entry>,
    index: HashTable<u32>,
    growth: Option<Box<Growth>>,
    live: usize,
    /// Nothing stands before it: what takes the oldest out, again and again,
    /// need not look for it from the very beginning.
    front: usize,
    /// Changes whenever a key comes or goes.
    shape: u32,
    /// The order of a set's elements, where it is not that of insertion.
    slots: Option<Box<Slots>>,
}

/// What a large index was before it grew, while its keys move over: to write
/// the whole of it anew would take too long at once.
#[derive(Clone)]
struct Growth {
    older: HashTable<u32>,
    /// The entries that have still to move.
    rest: Range<usize>,
}

/// A hash for the index, which tells keys apart by the seven upper bits of a
/// word first: those of small numbers would all be the same.
#[inline]
fn marked(hash: u64) -> u64 {
    const MARK: u64 = 0xfe00_0000_fe00_0000;
    hash ^ hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) & MARK
}

impl Table {
    /// The table of a set without elements.
    pub fn for_set() -> Table {
        Table {
            slots: Some(Box::default()),
            ..Table::default()
        }
    }

    pub fn len(&self) -> usize {
        self.live
    }

    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// A number that changes whenever a key comes or goes; never 0.
    #[inline]
    pub fn shape(&self) -> u32 {
        self.shape + 1
    }

    /// Bytes that it takes, roughly.
    pub fn bytes(&self) -> usize {
        let older = self.growth.as_ref().map_or(0, |it| it.older.capacity());
        let slots = self.slots.as_ref().map_or(0, |slots| slots.len() * 4);
        self.entries.capacity() * size_of::<Entry>() + (self.index.capacity() + older) * 5 + slots
    }

    /// The position of a key, stable until the shape changes.
    pub fn position(&self, hash: u64, key: &Value) -> Option<usize> {
        self.find(hash, |own| own.same_key(key))
    }

    /// Whether it has the key of `other`, as far as `same` says.
    pub fn holds(&self, other: &Entry, same: impl Fn(&Value) -> bool) -> bool {
        self.find(other.hash, same).is_some()
    }

    /// The entries of that hash, in order.
    pub fn with_hash(&self, hash: u64) -> Vec<&Entry> {
        let mut places: Vec<u32> = match self.entries.len() <= LINEAR {
            true => (0..self.entries.len() as u32).collect(),
            false => self
                .indexes()
                .flat_map(|index| index.iter_hash(marked(hash)).copied())
                .collect(),
        };
        sort_by_key(&mut places, |&at| at);
        places.dedup();
        let entries = places.iter().filter_map(|&at| self.at(at as usize));
        entries.filter(|entry| entry.hash == hash).collect()
    }

    #[inline]
    fn find(&self, hash: u64, same: impl Fn(&Value) -> bool) -> Option<usize> {
        let is_it = |entry: &Entry| entry.hash == hash && same(&entry.key);
        if self.entries.len() <= LINEAR {
            return self.entries.iter().position(is_it);
        }
        let in_index = |index: &HashTable<u32>| {
            index
                .find(marked(hash), |&at| is_it(&self.entries[at as usize]))
                .copied()
        };
        let found = in_index(&self.index).or_else(|| in_index(&self.growth.as_ref()?.older));
        found.map(|at| at as usize)
    }

    /// The index, and what it was where it is still growing.
    fn indexes(&self) -> impl Iterator<Item = &HashTable<u32>> {
        let older = self.growth.as_ref().map(|growth| &growth.older);
        [Some(&self.index), older].into_iter().flatten()
    }

    pub fn get(&self, hash: u64, key: &Value) -> Option<&Value> {
        self.position(hash, key).map(|at| &self.entries[at].value)
    }

    /// What stands at a position that [`Table::position`] gave.
    #[inline]
    pub fn at(&self, position: usize) -> Option<&Entry> {
        self.entries
            .get(position)
            .filter(|entry| !matches!(entry.key, Value::Unbound))
    }

    /// Replaces the value at a position.
    #[inline]
    pub fn set_at(&mut self, position: usize, value: Value) -> Value {
        std::mem::replace(&mut self.entries[position].value, value)
    }

    /// Sets a key; gives the value that it had.
    pub fn insert(&mut self, hash: u64, key: Value, value: Value) -> Option<Value> {
        if let Some(at) = self.position(hash, &key) {
            return Some(self.set_at(at, value));
        }
        self.append(hash, key, value);
        None
    }

    /// Sets a key that is not there yet.
    pub fn append(&mut self, hash: u64, key: Value, value: Value) {
        self.shape = self.shape.wrapping_add(1);
        self.live += 1;
        let at = self.entries.len();
        self.entries.push(Entry { hash, key, value });
        if at == LINEAR || at > LINEAR && self.index.len() == self.index.capacity() {
            self.grow();
        } else if at > LINEAR {
            self.note(at);
            self.move_over();
        }
        let (entries, live) = (&self.entries, self.live);
        self.slots.take_if(|slots| !slots.add(entries, live));
    }

    /// As [`Table::insert`], for a program that may go on for ever.
    ///
    /// # Errors
    /// `MemoryError` where it has as many keys as a table may have.
    pub fn put(&mut self, hash: u64, key: Value, value: Value) -> Try<Option<Value>> {
        if let Some(at) = self.position(hash, &key) {
            return Ok(Some(self.set_at(at, value)));
        }
        if self.entries.len() >= MOST {
            // What was taken out counts until the table is made anew.
            if self.live > MOST / 4 * 3 {
                return Err(Fault::memory());
            }
            self.compact();
        }
        self.append(hash, key, value);
        Ok(None)
    }

    /// Takes a key out.
    pub fn remove(&mut self, hash: u64, key: &Value) -> Option<Entry> {
        let at = self.position(hash, key)?;
        Some(self.remove_at(at))
    }

    /// Takes the last key out.
    pub fn pop(&mut self) -> Option<Entry> {
        let at = self
            .entries
            .iter()
            .rposition(|entry| !matches!(entry.key, Value::Unbound))?;
        Some(self.remove_at(at))
    }

    fn remove_at(&mut self, at: usize) -> Entry {
        self.shape = self.shape.wrapping_add(1);
        self.live -= 1;
        let hash = self.entries[at].hash;
        if let Some(slots) = &mut self.slots {
            slots.free(at, hash);
        }
        let older = self.growth.as_mut().map(|growth| &mut growth.older);
        for index in [Some(&mut self.index), older].into_iter().flatten() {
            if let Ok(slot) = index.find_entry(marked(hash), |&found| found as usize == at) {
                slot.remove();
            }
        }
        let removed = Entry {
            hash,
            key: std::mem::replace(&mut self.entries[at].key, Value::Unbound),
            value: std::mem::replace(&mut self.entries[at].value, Value::None),
        };
        if at == self.front {
            let gone = |entry: &&Entry| matches!(entry.key, Value::Unbound);
            self.front += self.entries[at..].iter().take_while(gone).count();
        }
        if self.entries.len() > LINEAR && self.live < self.entries.len() / 2 {
            self.compact();
        } else {
            while matches!(
                self.entries.last(),
                Some(Entry {
                    key: Value::Unbound,
                    ..
                })
            ) {
                self.entries.pop();
            }
            let length = self.entries.len();
            self.front = self.front.min(length);
            if let Some(growth) = &mut self.growth {
                growth.rest.end = growth.rest.end.min(length);
            }
            if length == LINEAR {
                self.index.clear();
                self.growth = None;
            }
        }
        removed
    }

    pub fn clear(&mut self) -> Vec<Entry> {
        self.shape = self.shape.wrapping_add(1);
        self.live = 0;
        self.front = 0;
        self.index.clear();
        self.growth = None;
        if let Some(slots) = &mut self.slots {
            slots.clear();
        }
        std::mem::take(&mut self.entries)
    }

    /// Lets go of the places of what was taken out.
    fn compact(&mut self) {
        if let Some(slots) = &mut self.slots {
            let now = self.entries.iter().scan(0, |live, entry| {
                let now = *live;
                *live += u32::from(!matches!(entry.key, Value::Unbound));
                Some(now)
            });
            slots.renumber(&now.collect::<Vec<u32>>());
        }
        self.entries
            .retain(|entry| !matches!(entry.key, Value::Unbound));
        self.front = 0;
        self.rebuild();
    }

    /// Writes the entry at that place into the index.
    #[inline]
    fn note(&mut self, at: usize) {
        let entries = &self.entries;
        if !matches!(entries[at].key, Value::Unbound) {
            let hash_of = |&at: &u32| marked(entries[at as usize].hash);
            let at = at as u32;
            self.index.insert_unique(hash_of(&at), at, hash_of);
        }
    }

    /// Gives the index room for more, of which the last entry is the first.
    fn grow(&mut self) {
        if self.live < LARGE || self.growth.is_some() {
            return self.rebuild();
        }
        let last = self.entries.len() - 1;
        let larger = HashTable::with_capacity(2 * self.live);
        self.growth = Some(Box::new(Growth {
            older: std::mem::replace(&mut self.index, larger),
            rest: self.front..last,
        }));
        self.note(last);
    }

    /// Moves some keys to the index that grew.
    #[inline]
    fn move_over(&mut self) {
        if let Some(mut growth) = self.growth.take() {
            growth
                .rest
                .by_ref()
                .take(MOVES)
                .for_each(|at| self.note(at));
            if !growth.rest.is_empty() {
                self.growth = Some(growth);
            }
        }
    }

    /// Writes the index anew, in the order of the entries, and with room for
    /// more: left to itself it would move from place to place in the order of
    /// the hashes, which takes several times as long where it is large.
    fn rebuild(&mut self) {
        self.index.clear();
        self.growth = None;
        if self.entries.len() <= LINEAR {
            return;
        }
        if self.index.capacity() < self.live {
            self.index = HashTable::with_capacity(2 * self.live);
        }
        for at in self.front..self.entries.len() {
            self.note(at);
        }
    }

    /// The places of the order.
    fn places(&self) -> Range<usize> {
        match &self.slots {
            Some(slots) => 0..slots.len(),
            None => self.front..self.entries.len(),
        }
    }

    /// The position of the entry at a place of the order.
    #[inline]
    fn position_at(&self, place: usize) -> Option<usize> {
        match &self.slots {
            Some(slots) => slots.get(place),
            None => Some(place),
        }
    }

    /// The first entry at or after a place of the order, and the place after
    /// it.
    pub fn next(&self, place: usize) -> Option<(&Entry, usize)> {
        let Range { start, end } = self.places();
        (place.max(start)..end)
            .find_map(|place| Some((self.at(self.position_at(place)?)?, place + 1)))
    }

    /// All entries in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> + Clone {
        self.places()
            .filter_map(|place| self.at(self.position_at(place)?))
    }

    /// Takes out what a set's `pop` gives.
    pub fn pop_any(&mut self) -> Option<Entry> {
        let slots = self.slots.as_ref();
        let finger = slots.map_or(0, |slots| slots.finger() & (slots.len() - 1));
        let (_, after) = self.next(finger).or_else(|| self.next(0))?;
        if let Some(slots) = &mut self.slots {
            slots.set_finger(after);
        }
        let at = self.position_at(after - 1)?;
        Some(self.remove_at(at))
    }

    /// Gives a set other elements, and gives back those that it had; its `pop`
    /// goes on where it stood.
    pub fn renew(&mut self, mut table: Table) -> Table {
        if let (Some(slots), Some(new)) = (&self.slots, &mut table.slots) {
            new.set_finger(slots.finger());
        }
        std::mem::replace(self, table)
    }

    /// What a clone must become to be a copy as CPython makes it of a set:
    /// its slots are as many as it needs.
    pub fn copied(mut self) -> Table {
        if let Some(slots) = &mut self.slots {
            **slots = slots.copied(self.live, &self.entries);
        }
        self
    }

    /// Makes room for as many more elements of a set.
    pub fn reserve(&mut self, more: usize) {
        if let Some(slots) = &mut self.slots {
            slots.reserve(more, self.live, &self.entries);
        }
    }

    /// Whether a set's elements have an order of their own, and none has ever
    /// stood in it.
    pub fn is_unused(&self) -> bool {
        self.slots.as_ref().is_some_and(|slots| slots.is_unused())
    }

    /// Tidies up after many elements of a set were taken out.
    pub fn sweep(&mut self) {
        if let Some(slots) = &mut self.slots {
            slots.sweep(self.live, &self.entries);
        }
    }

    /// The value of a name.
    #[inline]
    pub fn get_name(&self, name: &Rc<Str>) -> Option<&Value> {
        self.position_of(name).map(|at| &self.entries[at].value)
    }

    /// The position of a name.
    #[inline]
    pub fn position_of(&self, name: &Rc<Str>) -> Option<usize> {
        // Names are interned: nearly always the very same text.
        self.find(name.hash(), |key| match key {
            Value::Str(key) => Rc::ptr_eq(key, name) || key.text() == name.text(),
            _ => false,
        })
    }

    /// The position of a number, where the key is that number itself and not
    /// one that equals it.
    #[inline]
    pub fn position_of_int(&self, number: i64) -> Option<usize> {
        let same = |key: &Value| matches!(key, Value::Int(key) if *key == number);
        self.find(hash_int(number), same)
    }

    /// Sets a name; gives the value that it had.
    pub fn set_name(&mut self, name: &Rc<Str>, value: Value) -> Option<Value> {
        self.insert(name.hash(), Value::Str(name.clone()), value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_that_was_cleared_has_its_order_and_no_element_twice() {
        let mut table = Table::for_set();
        for _ in 0..2 {
            drop(table.clear());
            for number in [40, 3, 17, 1, 9, 8] {
                table.append(hash_int(number), Value::Int(number), Value::None);
            }
            let order: Vec<Option<i64>> =
                table.iter().map(|entry| entry.key.as_small_int()).collect();
            assert_eq!(order, [1, 3, 40, 9, 8, 17].map(Some));
        }
    }
}
