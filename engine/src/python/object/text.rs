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
    /// A place that was asked for: its code point and its byte. From there to
    /// the next one asked for is seldom far.
    known: Cell<(usize, usize)>,
    charge: Charge,
}

impl Str {
    pub fn new(heap: &Heap, text: impl Into<String>) -> Self {
        let text = text.into();
        Str {
            length: text.chars().count(),
            hash: Cell::new(0),
            known: Cell::default(),
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
            known: Cell::default(),
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
        self.text[self.offset(index)..].chars().next()
    }

    /// The byte at which a code point begins; past the last, the end.
    pub fn offset(&self, index: usize) -> usize {
        if self.is_ascii() {
            return index.min(self.text.len());
        }
        let (at, byte) = self.known.get();
        let found = if index < at / 2 {
            self.text.char_indices().nth(index).map(|(byte, _)| byte)
        } else if index < at {
            let before = self.text[..byte].char_indices();
            before.rev().nth(at - index - 1).map(|(byte, _)| byte)
        } else {
            let after = self.text[byte..].char_indices().nth(index - at);
            after.map(|(further, _)| byte + further)
        };
        if let Some(found) = found {
            self.known.set((index, found));
        }
        found.unwrap_or(self.text.len())
    }

    #[inline]
    pub fn hash(&self) -> u64 {
        match self.hash.get() {
            0 => self.hash_now(),
            hash => hash,
        }
    }

    fn hash_now(&self) -> u64 {
        let hash = hash_bytes(self.text.as_bytes()).max(1);
        self.hash.set(hash);
        hash
    }
}

/// The hash of some bytes: the same in every run.
pub fn hash_bytes(bytes: &[u8]) -> u64 {
    let mut hasher = foldhash::fast::FixedState::with_seed(17).build_hasher();
    hasher.write(bytes);
    hasher.finish()
}
