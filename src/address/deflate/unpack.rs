//! Deflate to bytes. It takes anything and never goes on for long.

use super::{DISTANCES, END_OF_BLOCK, FIRST_LENGTH, LENGTHS, fixed_code_lengths};

/// Why bytes cannot be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum UnpackError {
    /// They are no Deflate, or not the whole of it.
    Damaged,
    /// They unfold to more than was asked for.
    TooLong,
}

/// Unpacks `packed` to at most `limit` bytes.
pub(in super::super) fn unpack(packed: &[u8], limit: usize) -> Result<Vec<u8>, UnpackError> {
    let mut bits = Bits::of(packed);
    let mut out = Output {
        bytes: Vec::new(),
        limit,
    };
    loop {
        let is_last = bits.number(1)? == 1;
        match bits.number(2)? {
            0 => stored_block(&mut bits, &mut out)?,
            1 => {
                let literals = Code::of(&fixed_code_lengths())?;
                let distances = Code::of(&[5; 32])?;
                coded_block(&mut bits, &mut out, &literals, &distances)?;
            }
            2 => {
                let (literals, distances) = read_codes(&mut bits)?;
                coded_block(&mut bits, &mut out, &literals, &distances)?;
            }
            _ => return Err(UnpackError::Damaged),
        }
        if is_last {
            // What stands behind the end was not packed with the rest.
            let is_whole = bits.bytes.len() == 0;
            return is_whole.then_some(out.bytes).ok_or(UnpackError::Damaged);
        }
    }
}

struct Output {
    bytes: Vec<u8>,
    limit: usize,
}

impl Output {
    fn push(&mut self, byte: u8) -> Result<(), UnpackError> {
        if self.bytes.len() >= self.limit {
            return Err(UnpackError::TooLong);
        }
        self.bytes.push(byte);
        Ok(())
    }

    /// Byte by byte, for a match may reach into what it writes.
    fn repeat(&mut self, length: u16, distance: u16) -> Result<(), UnpackError> {
        let from = self.bytes.len().checked_sub(usize::from(distance));
        let from = from.ok_or(UnpackError::Damaged)?;
        (from..from + usize::from(length)).try_for_each(|place| self.push(self.bytes[place]))
    }
}

fn stored_block(bits: &mut Bits, out: &mut Output) -> Result<(), UnpackError> {
    bits.skip_to_byte();
    let length = bits.number(16)?;
    if bits.number(16)? != !length {
        return Err(UnpackError::Damaged);
    }
    (0..length).try_for_each(|_| out.push(bits.number(8)? as u8))
}

fn coded_block(
    bits: &mut Bits,
    out: &mut Output,
    literals: &Code,
    distances: &Code,
) -> Result<(), UnpackError> {
    loop {
        match literals.read(bits)? {
            END_OF_BLOCK => return Ok(()),
            symbol if symbol < END_OF_BLOCK => out.push(symbol as u8)?,
            symbol => {
                let length = value(bits, &LENGTHS, symbol - FIRST_LENGTH)?;
                let symbol = distances.read(bits)?;
                let distance = value(bits, &DISTANCES, symbol)?;
                out.repeat(length, distance)?;
            }
        }
    }
}

fn value(bits: &mut Bits, table: &[(u16, u8)], symbol: u16) -> Result<u16, UnpackError> {
    let entry = table.get(usize::from(symbol));
    let (least, width) = *entry.ok_or(UnpackError::Damaged)?;
    Ok(least + bits.number(width)?)
}

/// The codes that stand before a dynamic block: the lengths of both, run
/// together, written in a third code.
fn read_codes(bits: &mut Bits) -> Result<(Code, Code), UnpackError> {
    const ORDER: [usize; 19] = [
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
    ];
    let literals = usize::from(bits.number(5)?) + 257;
    let distances = usize::from(bits.number(5)?) + 1;
    let count = usize::from(bits.number(4)?) + 4;
    let mut lengths = [0; 19];
    for &symbol in &ORDER[..count] {
        lengths[symbol] = bits.number(3)? as u8;
    }
    let code = Code::of(&lengths)?;
    let mut lengths = Vec::with_capacity(literals + distances);
    while lengths.len() < literals + distances {
        let (length, times) = match code.read(bits)? {
            16 => {
                let last = *lengths.last().ok_or(UnpackError::Damaged)?;
                (last, 3 + bits.number(2)?)
            }
            17 => (0, 3 + bits.number(3)?),
            18 => (0, 11 + bits.number(7)?),
            length => (length as u8, 1),
        };
        lengths.extend((0..times).map(|_| length));
    }
    if lengths.len() > literals + distances {
        return Err(UnpackError::Damaged);
    }
    let (literals, distances) = lengths.split_at(literals);
    Ok((Code::of(literals)?, Code::of(distances)?))
}

/// The longest code of a symbol, in bits.
const LONGEST_CODE: usize = 15;

/// A canonical Huffman code: shorter codes first, and among equally long ones
/// in the order of their symbols.
struct Code {
    /// How many symbols have a code of so many bits.
    counts: [u16; LONGEST_CODE + 1],
    /// The symbols in the order of their codes.
    symbols: Vec<u16>,
}

impl Code {
    /// From the length of each symbol's code; 0 where it has none.
    fn of(lengths: &[u8]) -> Result<Code, UnpackError> {
        let mut counts = [0; LONGEST_CODE + 1];
        for &length in lengths {
            counts[usize::from(length)] += 1;
        }
        counts[0] = 0;
        // More codes than so many bits can tell apart.
        let room = counts[1..].iter().try_fold(1_i32, |room, &count| {
            Some(room * 2 - i32::from(count)).filter(|room| *room >= 0)
        });
        room.ok_or(UnpackError::Damaged)?;
        let symbols = (1..=LONGEST_CODE as u8).flat_map(|wanted| {
            let numbered = (0..).zip(lengths);
            numbered.filter_map(move |(symbol, &length)| (length == wanted).then_some(symbol))
        });
        let symbols = symbols.collect();
        Ok(Code { counts, symbols })
    }

    /// Reads bit by bit until a symbol is found.
    fn read(&self, bits: &mut Bits) -> Result<u16, UnpackError> {
        let (mut code, mut first, mut index) = (0_u16, 0_u16, 0_u16);
        for &count in &self.counts[1..] {
            code |= bits.number(1)?;
            if code - first < count {
                let symbol = self.symbols.get(usize::from(index + code - first));
                return symbol.copied().ok_or(UnpackError::Damaged);
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        Err(UnpackError::Damaged)
    }
}

/// Bytes read as bits, the lowest first.
struct Bits<'packed> {
    bytes: std::slice::Iter<'packed, u8>,
    pending: u32,
    count: u8,
}

impl Bits<'_> {
    fn of(bytes: &[u8]) -> Bits<'_> {
        Bits {
            bytes: bytes.iter(),
            pending: 0,
            count: 0,
        }
    }

    /// A number of at most 16 bits.
    fn number(&mut self, width: u8) -> Result<u16, UnpackError> {
        while self.count < width {
            let byte = *self.bytes.next().ok_or(UnpackError::Damaged)?;
            self.pending |= u32::from(byte) << self.count;
            self.count += 8;
        }
        let value = self.pending & ((1 << width) - 1);
        self.pending >>= width;
        self.count -= width;
        Ok(value as u16)
    }

    /// Leaves out what is left of the byte that was begun.
    fn skip_to_byte(&mut self) {
        self.pending = 0;
        self.count = 0;
    }
}
