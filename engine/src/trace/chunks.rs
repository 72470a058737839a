//! A long list that grows at its end, without a pause: its entries lie in
//! chunks and never move, where a `Vec` would copy all of them to a larger
//! place.

use std::ops::{Index, IndexMut, Range};

/// Entries in a chunk. Few enough that the last one wastes little.
const CHUNK: usize = 512;

/// A list that is only ever added to at its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Chunks<T> {
    /// All full but the last.
    chunks: Vec<Vec<T>>,
}

impl<T> Default for Chunks<T> {
    fn default() -> Self {
        Chunks { chunks: Vec::new() }
    }
}

impl<T> Chunks<T> {
    #[inline]
    pub fn len(&self) -> usize {
        match self.chunks.last() {
            Some(last) => (self.chunks.len() - 1) * CHUNK + last.len(),
            None => 0,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    pub fn get(&self, index: usize) -> Option<&T> {
        self.chunks.get(index / CHUNK)?.get(index % CHUNK)
    }

    pub(crate) fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        self.chunks.get_mut(index / CHUNK)?.get_mut(index % CHUNK)
    }

    pub fn last(&self) -> Option<&T> {
        self.chunks.last()?.last()
    }

    pub(super) fn last_mut(&mut self) -> Option<&mut T> {
        self.chunks.last_mut()?.last_mut()
    }

    /// The entries at those places; what lies beyond the end is left out.
    pub fn range(&self, range: Range<usize>) -> Entries<'_, T> {
        let end = range.end.min(self.len());
        Entries {
            list: self,
            left: range.start.min(end)..end,
        }
    }

    /// All entries, in the order in which they were added.
    pub fn iter(&self) -> Entries<'_, T> {
        self.range(0..self.len())
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.chunks.iter_mut().flatten()
    }

    /// How many entries at the start `holds` is true of; of all others it must
    /// be false.
    pub fn partition_point(&self, mut holds: impl FnMut(&T) -> bool) -> usize {
        let whole = |chunk: &Vec<T>| chunk.last().is_some_and(&mut holds);
        let before = self.chunks.partition_point(whole);
        match self.chunks.get(before) {
            Some(chunk) => before * CHUNK + chunk.partition_point(holds),
            None => self.len(),
        }
    }

    #[inline]
    pub(crate) fn push(&mut self, entry: T) {
        if let Some(last) = self.chunks.last_mut()
            && last.len() < CHUNK
        {
            return last.push(entry);
        }
        let mut chunk = Vec::with_capacity(CHUNK);
        chunk.push(entry);
        self.chunks.push(chunk);
    }

    /// Lets go of the last entries, about `most` of them; false when there are
    /// none left.
    pub(super) fn forget(&mut self, most: usize) -> bool {
        let chunks = self.chunks.len().saturating_sub(most.div_ceil(CHUNK));
        self.chunks.truncate(chunks);
        chunks > 0
    }
}

impl<T> Index<usize> for Chunks<T> {
    type Output = T;

    fn index(&self, index: usize) -> &T {
        &self.chunks[index / CHUNK][index % CHUNK]
    }
}

impl<T> IndexMut<usize> for Chunks<T> {
    fn index_mut(&mut self, index: usize) -> &mut T {
        &mut self.chunks[index / CHUNK][index % CHUNK]
    }
}

impl<'a, T> IntoIterator for &'a Chunks<T> {
    type Item = &'a T;
    type IntoIter = Entries<'a, T>;

    fn into_iter(self) -> Entries<'a, T> {
        self.iter()
    }
}

/// Some of the entries of [`Chunks`], one after another.
#[derive(Debug)]
pub struct Entries<'a, T> {
    list: &'a Chunks<T>,
    left: Range<usize>,
}

impl<T> Clone for Entries<'_, T> {
    fn clone(&self) -> Self {
        Entries {
            list: self.list,
            left: self.left.clone(),
        }
    }
}

impl<'a, T> Iterator for Entries<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        self.list.get(self.left.next()?)
    }

    fn nth(&mut self, places: usize) -> Option<&'a T> {
        self.list.get(self.left.nth(places)?)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.left.size_hint()
    }
}

impl<'a, T> DoubleEndedIterator for Entries<'a, T> {
    fn next_back(&mut self) -> Option<&'a T> {
        self.list.get(self.left.next_back()?)
    }
}

impl<T> ExactSizeIterator for Entries<'_, T> {}

#[cfg(test)]
mod tests {
    use super::*;

    fn up_to(len: usize) -> Chunks<usize> {
        let mut list = Chunks::default();
        for entry in 0..len {
            assert_eq!(list.len(), entry);
            list.push(entry);
        }
        list
    }

    #[test]
    fn it_holds_what_was_added_in_order() {
        for len in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 7] {
            let list = up_to(len);
            assert_eq!((list.len(), list.is_empty()), (len, len == 0));
            assert!(list.iter().copied().eq(0..len));
            assert!(list.iter().rev().copied().eq((0..len).rev()));
            assert_eq!(list.get(len), None);
            assert_eq!(list.last().copied(), len.checked_sub(1));
        }
    }

    #[test]
    fn a_range_is_cut_at_the_end() {
        let list = up_to(CHUNK + 9);
        assert!(
            list.range(CHUNK - 2..CHUNK + 3)
                .copied()
                .eq(CHUNK - 2..CHUNK + 3)
        );
        assert!(list.range(CHUNK..2 * CHUNK).copied().eq(CHUNK..CHUNK + 9));
        assert_eq!(list.range(3 * CHUNK..4 * CHUNK).len(), 0);
        assert_eq!(list.iter().nth(CHUNK), Some(&CHUNK));
    }

    #[test]
    fn a_place_is_found_in_every_chunk() {
        let list = up_to(2 * CHUNK + 9);
        for place in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 9] {
            assert_eq!(list.partition_point(|&entry| entry < place), place);
        }
        assert_eq!(up_to(0).partition_point(|_| true), 0);
    }

    #[test]
    fn entries_do_not_move() {
        let mut list = up_to(CHUNK + 1);
        let place: *const usize = &list[CHUNK];
        (0..5 * CHUNK).for_each(|entry| list.push(entry));
        assert_eq!(place, &raw const list[CHUNK]);
    }

    #[test]
    fn it_lets_go_from_the_end() {
        let mut list = up_to(2 * CHUNK);
        assert!(list.forget(1));
        assert!(list.iter().copied().eq(0..CHUNK));
        assert!(!list.forget(CHUNK));
        assert!(list.is_empty());
    }
}
