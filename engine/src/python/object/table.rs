//! The hash table in insertion order behind dicts, sets and namespaces.

use hashbrown::HashTable;

use super::key::hash_int;
use super::{Str, Value};
use std::rc::Rc;

/// Small tables are searched in a line.
const LINEAR: usize = 8;

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
    live: usize,
    /// Nothing stands before it: what takes the oldest out, again and again,
    /// need not look for it from the very beginning.
    front: usize,
    /// Changes whenever a key comes or goes.
    shape: u32,
}

impl Table {
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
        self.entries.capacity() * size_of::<Entry>() + self.index.capacity() * 5
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
            false => self.index.iter_hash(hash).copied().collect(),
        };
        places.sort_unstable();
        let entries = places.iter().filter_map(|&at| self.at(at as usize));
        entries.filter(|entry| entry.hash == hash).collect()
    }

    #[inline]
    fn find(&self, hash: u64, same: impl Fn(&Value) -> bool) -> Option<usize> {
        let is_it = |entry: &Entry| entry.hash == hash && same(&entry.key);
        if self.entries.len() <= LINEAR {
            return self.entries.iter().position(is_it);
        }
        self.index
            .find(hash, |&at| is_it(&self.entries[at as usize]))
            .map(|&at| at as usize)
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
        self.shape = self.shape.wrapping_add(1);
        self.live += 1;
        let at = self.entries.len();
        self.entries.push(Entry { hash, key, value });
        if at == LINEAR || at > LINEAR && self.index.len() == self.index.capacity() {
            self.rebuild();
        } else if at > LINEAR {
            let entries = &self.entries;
            self.index
                .insert_unique(hash, at as u32, |&at| entries[at as usize].hash);
        }
        None
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
        if self.entries.len() > LINEAR
            && let Ok(slot) = self.index.find_entry(hash, |&found| found as usize == at)
        {
            slot.remove();
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
            self.entries
                .retain(|entry| !matches!(entry.key, Value::Unbound));
            self.front = 0;
            self.rebuild();
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
            self.front = self.front.min(self.entries.len());
            if self.entries.len() == LINEAR {
                self.index.clear();
            }
        }
        removed
    }

    pub fn clear(&mut self) -> Vec<Entry> {
        self.shape = self.shape.wrapping_add(1);
        self.live = 0;
        self.front = 0;
        self.index.clear();
        std::mem::take(&mut self.entries)
    }

    /// Writes the index anew, in the order of the entries, and with room for
    /// more: left to itself it would move from place to place in the order of
    /// the hashes, which takes several times as long where it is large.
    fn rebuild(&mut self) {
        self.index.clear();
        if self.entries.len() <= LINEAR {
            return;
        }
        if self.index.capacity() < self.live {
            self.index = HashTable::with_capacity(2 * self.live);
        }
        let entries = &self.entries;
        for (at, entry) in entries.iter().enumerate() {
            if !matches!(entry.key, Value::Unbound) {
                self.index
                    .insert_unique(entry.hash, at as u32, |&at| entries[at as usize].hash);
            }
        }
    }

    /// The first entry at or after a position, and the position after it.
    pub fn next(&self, position: usize) -> Option<(&Entry, usize)> {
        let position = position.max(self.front).min(self.entries.len());
        self.entries[position..]
            .iter()
            .position(|entry| !matches!(entry.key, Value::Unbound))
            .map(|skip| (&self.entries[position + skip], position + skip + 1))
    }

    /// All entries in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> + Clone {
        self.entries[self.front..]
            .iter()
            .filter(|entry| !matches!(entry.key, Value::Unbound))
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
