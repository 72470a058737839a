//! A text made from a text: replacing, padding, expanding.

use super::super::{TextError, check_size, check_width};
use super::slice::length;
use super::{MAX_BYTES, MAX_PARTS};

/// `text.replace(old, new, most)`; a negative `most` means all.
///
/// # Errors
/// `Limit` where the result would go beyond [`MAX_BYTES`].
pub fn replace(text: &str, old: &str, new: &str, most: i64) -> Result<String, TextError> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    if new.len() > old.len() {
        let times = text.matches(old).count().min(most);
        let size = times
            .saturating_mul(new.len() - old.len())
            .saturating_add(text.len());
        check_size(size, MAX_BYTES)?;
    }
    Ok(text.replacen(old, new, most))
}

/// `text.removeprefix(prefix)`.
pub fn remove_prefix<'a>(text: &'a str, prefix: &str) -> &'a str {
    text.strip_prefix(prefix).unwrap_or(text)
}

/// `text.removesuffix(suffix)`.
pub fn remove_suffix<'a>(text: &'a str, suffix: &str) -> &'a str {
    text.strip_suffix(suffix).unwrap_or(text)
}

/// `text.ljust(width, fill)`.
///
/// # Errors
/// `Limit` for a width beyond [`super::super::MAX_WIDTH`].
pub fn ljust(text: &str, width: i64, fill: char) -> Result<String, TextError> {
    let missing = missing(text, width)?;
    Ok(pad(text, 0, missing, fill))
}

/// `text.rjust(width, fill)`.
///
/// # Errors
/// As [`ljust`].
pub fn rjust(text: &str, width: i64, fill: char) -> Result<String, TextError> {
    let missing = missing(text, width)?;
    Ok(pad(text, missing, 0, fill))
}

/// `text.center(width, fill)`. Where it cannot be even, CPython puts the odd
/// one on the left if the width is odd, and on the right otherwise.
///
/// # Errors
/// As [`ljust`].
pub fn center(text: &str, width: i64, fill: char) -> Result<String, TextError> {
    let missing = missing(text, width)?;
    let left = missing / 2 + (missing & width as usize & 1);
    Ok(pad(text, left, missing - left, fill))
}

/// `text.zfill(width)`: zeros after the sign, if there is one.
///
/// # Errors
/// As [`ljust`].
pub fn zfill(text: &str, width: i64) -> Result<String, TextError> {
    let missing = missing(text, width)?;
    let sign = usize::from(text.starts_with(['+', '-']));
    let (sign, digits) = text.split_at(sign);
    Ok(format!("{sign}{}", pad(digits, missing, 0, '0')))
}

fn missing(text: &str, width: i64) -> Result<usize, TextError> {
    let width = usize::try_from(width.max(0)).unwrap_or(usize::MAX);
    let missing = width.saturating_sub(length(text));
    if missing > 0 {
        check_width(width)?;
    }
    Ok(missing)
}

fn pad(text: &str, left: usize, right: usize, fill: char) -> String {
    let mut out = String::with_capacity(text.len() + (left + right) * fill.len_utf8());
    out.extend(std::iter::repeat_n(fill, left));
    out.push_str(text);
    out.extend(std::iter::repeat_n(fill, right));
    out
}

/// What spaces are taken from.
const BLANK: &str = "                                ";

/// `text.expandtabs(size)`: each tab up to the next multiple of `size`.
///
/// # Errors
/// `Limit` for a size beyond [`super::super::MAX_WIDTH`], a result beyond
/// [`MAX_BYTES`], or more tabs than [`MAX_PARTS`].
pub fn expand_tabs(text: &str, size: i64) -> Result<String, TextError> {
    let size = usize::try_from(size.max(0)).unwrap_or(usize::MAX);
    match text.bytes().filter(|byte| *byte == b'\t').count() {
        0 => {}
        1..MAX_PARTS => {
            check_width(size)?;
        }
        _ => return Err(TextError::limit()),
    }
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    let mut pieces = text.split('\t').peekable();
    while let Some(piece) = pieces.next() {
        out.push_str(piece);
        column = match piece.rfind(['\n', '\r']) {
            Some(at) => length(&piece[at + 1..]),
            None => column + length(piece),
        };
        if pieces.peek().is_some() && size > 0 {
            let mut spaces = size - column % size;
            check_size(out.len() + spaces, MAX_BYTES)?;
            column += spaces;
            while spaces > 0 {
                let some = &BLANK[..spaces.min(BLANK.len())];
                out.push_str(some);
                spaces -= some.len();
            }
        }
    }
    Ok(out)
}

/// What `str.translate` makes of one character.
pub enum Translated {
    Keep,
    Delete,
    Char(char),
    Text(String),
}

/// `text.translate(table)`.
///
/// # Errors
/// Those of `table`, and `Limit` beyond [`MAX_BYTES`].
pub fn translate(
    text: &str,
    table: &mut dyn FnMut(char) -> Result<Translated, TextError>,
) -> Result<String, TextError> {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match table(c)? {
            Translated::Keep => out.push(c),
            Translated::Delete => {}
            Translated::Char(other) => out.push(other),
            Translated::Text(other) => {
                check_size(out.len() + other.len(), MAX_BYTES)?;
                out.push_str(&other);
            }
        }
    }
    Ok(out)
}
