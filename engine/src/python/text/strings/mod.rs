//! The methods of `str`, on `&str`. Positions are code points, as in Python;
//! `start` and `end` are optional and may be negative, as in a slice.

mod case;
mod change;
mod predicates;
mod search;
mod slice;
mod split;
#[cfg(test)]
mod tests;

pub use case::{capitalize, casefold, lower, swapcase, title, upper};
pub use change::{
    Translated, center, expand_tabs, ljust, remove_prefix, remove_suffix, replace, rjust,
    translate, zfill,
};
pub use predicates::{
    is_alnum, is_alpha, is_ascii, is_decimal, is_digit, is_identifier, is_lower, is_numeric,
    is_printable, is_space, is_title, is_upper,
};
pub use search::{count, ends_with, find, index, rfind, rindex, starts_with};
pub use slice::{Slice, char_at, length, slice};
pub use split::{lstrip, partition, rpartition, rsplit, rstrip, split, split_lines, strip};

/// The longest text, in bytes: beyond it, `Limit`.
pub const MAX_BYTES: usize = 2 << 20;

/// The most parts that a text is taken apart into: beyond it, `Limit`.
pub const MAX_PARTS: usize = 150_000;
