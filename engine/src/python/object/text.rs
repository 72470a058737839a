//! Python's `str`.

use std::cell::Cell;
use std::hash::{BuildHasher, Hasher};

use super::heap::{Charge, Heap};

/// A text that knows its length in code points.
pub struct Str {
    text: String,
    /// Code points.
    length: usize,
    hash: Cell<u64>,
    charge: Charge,
}

impl Str {
    pub fn new(heap: &Heap, text: impl Into<String>) -> Self {
        let text = text.into();
        Str {
            length: text.chars().count(),
            hash: Cell::new(0),
            charge: heap.charge(text.capacity() + size_of::<Str>()),
            text,
        }
    }

    /// Both, one after the other.
    pub fn joined(heap: &Heap, left: &Str, right: &Str) -> Self {
        let text = [left.text(), right.text()].concat();
        Str {
            length: left.length + right.length,
            hash: Cell::new(0),
            charge: heap.charge(text.len() + size_of::<Str>()),
            text,
        }
    }

    /// Grows by another: only for who alone holds it.
    pub fn append(&mut self, other: &Str) {
        self.text.push_str(&other.text);
        self.length += other.length;
        self.hash.set(0);
        self.charge.heap().work(other.text.len());
        self.charge.set(self.text.capacity() + size_of::<Str>());
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Length in code points.
    pub fn length(&self) -> usize {
        self.length
    }

    pub fn is_ascii(&self) -> bool {
        self.length == self.text.len()
    }

    /// The code point at an index within the length.
    pub fn char_at(&self, index: usize) -> Option<char> {
        if self.is_ascii() {
            return self.text.as_bytes().get(index).map(|&byte| byte as char);
        }
        self.text.chars().nth(index)
    }

    pub fn hash(&self) -> u64 {
        match self.hash.get() {
            0 => {
                let hash = hash_bytes(self.text.as_bytes()).max(1);
                self.hash.set(hash);
                hash
            }
            hash => hash,
        }
    }
}

/// The hash of some bytes: the same in every run.
pub fn hash_bytes(bytes: &[u8]) -> u64 {
    let mut hasher = foldhash::fast::FixedState::with_seed(17).build_hasher();
    hasher.write(bytes);
    hasher.finish()
}
