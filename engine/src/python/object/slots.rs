//! The order in which a set of numbers gives its elements: that of CPython's
//! slots (`Objects/setobject.c`), in which 3 comes after 1 and 2 although it
//! was there first.
//!
//! It is only the order: an element is found by the table's own index. A text
//! or an object has another hash in every run of CPython, and its set another
//! order, so a set that holds one goes by insertion here; so does a large one,
//! whose slots would take too long to write anew at once.

use super::{Entry, Value};

/// Larger sets go by insertion.
const MOST: usize = 1 << 15;

const SMALLEST: usize = 8;

/// So many slots after the first are looked at before the search goes on
/// elsewhere.
const NEIGHBOURS: usize = 9;

const PERTURB_SHIFT: u32 = 5;

const FREE: u32 = u32::MAX;

/// An element stood there: who looks for another must go on past it.
const GONE: u32 = u32::MAX - 1;

#[derive(Clone)]
pub(super) struct Slots {
    /// The position of each slot's entry in the table.
    slots: Vec<u32>,
    /// Slots that are not free.
    fill: usize,
    /// Where `pop` goes on looking.
    finger: usize,
}

impl Default for Slots {
    fn default() -> Self {
        Slots {
            slots: vec![FREE; SMALLEST],
            fill: 0,
            finger: 0,
        }
    }
}

impl Slots {
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// The position in the table; none where nothing stands in the slot.
    pub fn get(&self, slot: usize) -> Option<usize> {
        self.slots
            .get(slot)
            .filter(|at| **at < GONE)
            .map(|at| *at as usize)
    }

    pub fn finger(&self) -> usize {
        self.finger
    }

    pub fn set_finger(&mut self, slot: usize) {
        self.finger = slot;
    }

    pub fn is_unused(&self) -> bool {
        self.fill == 0
    }

    /// Lets go of all entries.
    pub fn clear(&mut self) {
        self.slots.truncate(SMALLEST);
        self.slots.fill(FREE);
        self.fill = 0;
    }

    /// Gives the last of the entries its slot, unless the order is not
    /// CPython's any more with it.
    #[must_use]
    pub fn add(&mut self, entries: &[Entry], used: usize) -> bool {
        let Some((at, entry)) = entries.iter().enumerate().next_back() else {
            return true;
        };
        if used > MOST || !is_steady(&entry.key) {
            return false;
        }
        // The last slot that was left, of those passed, is used again.
        let mut left = None;
        let free = self.search(entry.hash, |slot, place| {
            if place == GONE {
                left = Some(slot);
            }
            place == FREE
        });
        self.slots[left.unwrap_or(free)] = at as u32;
        if left.is_none() {
            self.fill += 1;
            if self.is_crowded(0) {
                self.resize(4 * used, used, entries);
            }
        }
        true
    }

    /// Makes room for more elements at once, as CPython does where it knows
    /// how many they are.
    pub fn reserve(&mut self, more: usize, used: usize, entries: &[Entry]) {
        if self.is_crowded(more) {
            self.resize(2 * (used + more), used, entries);
        }
    }

    fn is_crowded(&self, more: usize) -> bool {
        (self.fill + more) * 5 >= (self.len() - 1) * 3
    }

    /// Takes an entry's slot away.
    pub fn free(&mut self, at: usize, hash: u64) {
        let slot = self.search(hash, |_, place| place as usize == at);
        self.slots[slot] = GONE;
    }

    /// Writes them anew where what was taken out of many at once left more
    /// than a quarter of the slots behind.
    pub fn sweep(&mut self, used: usize, entries: &[Entry]) {
        if self.fill - used > (self.len() - 1) / 4 {
            self.resize(4 * used, used, entries);
        }
    }

    /// Slots for a copy of the set.
    pub fn copied(&self, used: usize, entries: &[Entry]) -> Slots {
        let mut copy = Slots::default();
        copy.reserve(used, 0, &[]);
        if copy.len() == self.len() && self.fill == used {
            copy.slots.clone_from(&self.slots);
        } else {
            copy.place_all(&self.slots, entries);
        }
        copy.fill = used;
        copy
    }

    /// The entries stand where `now` says, by their old positions.
    pub fn renumber(&mut self, now: &[u32]) {
        for slot in self.slots.iter_mut().filter(|slot| **slot < GONE) {
            *slot = now[*slot as usize];
        }
    }

    fn resize(&mut self, least: usize, used: usize, entries: &[Entry]) {
        let size = (least + 1).next_power_of_two().max(SMALLEST);
        if size == SMALLEST && self.len() == SMALLEST && self.fill == used {
            return;
        }
        let old = std::mem::replace(&mut self.slots, vec![FREE; size]);
        self.place_all(&old, entries);
        self.fill = used;
    }

    fn place_all(&mut self, old: &[u32], entries: &[Entry]) {
        for &at in old.iter().filter(|at| **at < GONE) {
            self.place(at, entries[at as usize].hash);
        }
    }

    fn place(&mut self, at: u32, hash: u64) {
        let slot = self.search(hash, |_, place| place == FREE);
        self.slots[slot] = at;
    }

    /// The first slot with what is looked for, of those where an element with
    /// that hash may stand. One must have it.
    fn search(&self, hash: u64, mut is_it: impl FnMut(usize, u32) -> bool) -> usize {
        let mask = self.len() - 1;
        let (mut start, mut perturb) = (hash as usize & mask, hash);
        loop {
            // Neighbours count where all of them are there.
            let last = match start + NEIGHBOURS {
                last if last <= mask => last,
                _ => start,
            };
            for slot in start..=last {
                if is_it(slot, self.slots[slot]) {
                    return slot;
                }
            }
            perturb >>= PERTURB_SHIFT;
            start = (5 * start + 1).wrapping_add(perturb as usize) & mask;
        }
    }
}

/// Whether CPython gives it the same hash in every run.
fn is_steady(key: &Value) -> bool {
    match key {
        Value::Int(_) | Value::Bool(_) | Value::Float(_) | Value::BigInt(_) => true,
        Value::Tuple(tuple) => tuple.items.iter().all(is_steady),
        _ => false,
    }
}
