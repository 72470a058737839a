//! Bytes to Deflate, in one block of the fixed code.

use super::{DISTANCES, END_OF_BLOCK, FIRST_LENGTH, LENGTHS};

const SHORTEST_MATCH: usize = 3;
const LONGEST_MATCH: usize = 258;
const FARTHEST_MATCH: usize = 32_768;

/// How many earlier places are tried for each match: it bounds the time.
const TRIES: usize = 64;

/// Packs `bytes`.
pub(in super::super) fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut bits = Bits::default();
    // The last block, of the fixed code.
    bits.number(0b011, 3);
    let mut places = Places::new();
    let mut at = 0;
    while at < bytes.len() {
        let step = match places.longest_match(bytes, at) {
            Some((length, distance)) => {
                bits.length(length);
                bits.distance(distance);
                length
            }
            None => {
                bits.symbol(u16::from(bytes[at]));
                1
            }
        };
        for place in at..at + step {
            places.note(bytes, place);
        }
        at += step;
    }
    bits.symbol(END_OF_BLOCK);
    bits.finish()
}

/// Where texts that begin alike stood before.
struct Places {
    /// The latest place for each hash of three bytes.
    latest: Vec<Option<usize>>,
    /// For each place, the one before it with the same hash.
    before: Vec<Option<usize>>,
}

impl Places {
    fn new() -> Places {
        Places {
            latest: vec![None; 1 << 12],
            before: Vec::new(),
        }
    }

    /// Notes every place, from the first on, in order.
    fn note(&mut self, bytes: &[u8], at: usize) {
        let latest = hash(bytes, at).map(|hash| &mut self.latest[hash]);
        self.before
            .push(latest.and_then(|latest| latest.replace(at)));
    }

    /// Length and distance of the longest earlier text that goes on as `at`.
    fn longest_match(&self, bytes: &[u8], at: usize) -> Option<(usize, usize)> {
        let latest = self.latest[hash(bytes, at)?];
        std::iter::successors(latest, |&place| self.before[place])
            .take(TRIES)
            .map(|place| at - place)
            .take_while(|&distance| distance <= FARTHEST_MATCH)
            .map(|distance| {
                let pairs = bytes[at..].iter().zip(&bytes[at - distance..]);
                let same = pairs
                    .take(LONGEST_MATCH)
                    .take_while(|(one, other)| one == other);
                (same.count(), distance)
            })
            .filter(|(length, _)| *length >= SHORTEST_MATCH)
            // The nearest among the longest: its distance takes fewer bits.
            .reduce(|best, other| if other.0 > best.0 { other } else { best })
    }
}

/// A number of 12 bits for the three bytes at a place.
fn hash(bytes: &[u8], at: usize) -> Option<usize> {
    let [a, b, c] = bytes[at..]
        .first_chunk::<SHORTEST_MATCH>()?
        .map(usize::from);
    Some((a << 8 ^ b << 4 ^ c) & 0xfff)
}

/// Bits on their way into bytes, the lowest first.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    pending: u32,
    count: u8,
}

impl Bits {
    fn number(&mut self, value: u16, width: u8) {
        self.pending |= u32::from(value) << self.count;
        self.count += width;
        while self.count >= 8 {
            self.bytes.push(self.pending as u8);
            self.pending >>= 8;
            self.count -= 8;
        }
    }

    /// A code goes in with its highest bit first.
    fn code(&mut self, code: u16, width: u8) {
        self.number(code.reverse_bits() >> (16 - width), width);
    }

    /// A literal, a length's symbol or the block's end.
    fn symbol(&mut self, symbol: u16) {
        match symbol {
            0..144 => self.code(0b0011_0000 + symbol, 8),
            144..256 => self.code(0b1_1001_0000 + symbol - 144, 9),
            256..280 => self.code(symbol - 256, 7),
            _ => self.code(0b1100_0000 + symbol - 280, 8),
        }
    }

    fn length(&mut self, length: usize) {
        let (index, rest, width) = split(&LENGTHS, length);
        self.symbol(FIRST_LENGTH + index);
        self.number(rest, width);
    }

    fn distance(&mut self, distance: usize) {
        let (index, rest, width) = split(&DISTANCES, distance);
        self.code(index, 5);
        self.number(rest, width);
    }

    fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.bytes.push(self.pending as u8);
        }
        self.bytes
    }
}

/// The symbol of `value`, and its further bits with their number.
fn split(table: &[(u16, u8)], value: usize) -> (u16, u16, u8) {
    let value = value as u16;
    let index = table.partition_point(|(least, _)| *least <= value) - 1;
    let (least, width) = table[index];
    (index as u16, value - least, width)
}
