//! Finding a text in a text.

use super::super::TextError;
use super::slice::length;

/// The part of a text between two code points.
struct Window<'a> {
    text: &'a str,
    /// How many code points stand before it.
    before: usize,
}

/// `None` where `start` lies beyond the end: nothing is found there, not even
/// the empty text.
fn window(text: &str, start: Option<i64>, end: Option<i64>) -> Option<Window<'_>> {
    if start.is_none() && end.is_none() {
        return Some(Window { text, before: 0 });
    }
    let all = length(text) as i64;
    let place = |at: i64| {
        let at = if at < 0 { at.saturating_add(all) } else { at };
        at.max(0)
    };
    let start = place(start.unwrap_or(0));
    let end = place(end.unwrap_or(all)).min(all);
    if start > end {
        return None;
    }
    let from = byte_of(text, start as usize);
    let to = from + byte_of(&text[from..], (end - start) as usize);
    Some(Window {
        text: &text[from..to],
        before: start as usize,
    })
}

fn byte_of(text: &str, code_point: usize) -> usize {
    if text.is_ascii() {
        return code_point.min(text.len());
    }
    text.char_indices()
        .nth(code_point)
        .map_or(text.len(), |(at, _)| at)
}

/// `text.find(needle, start, end)`; `None` for -1.
pub fn find(text: &str, needle: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let window = window(text, start, end)?;
    let at = window.text.find(needle)?;
    Some(window.before + length(&window.text[..at]))
}

/// `text.rfind(needle, start, end)`; `None` for -1.
pub fn rfind(text: &str, needle: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let window = window(text, start, end)?;
    let at = window.text.rfind(needle)?;
    Some(window.before + length(&window.text[..at]))
}

/// `text.index(needle, start, end)`.
///
/// # Errors
/// `ValueError` where it is not found.
pub fn index(
    text: &str,
    needle: &str,
    start: Option<i64>,
    end: Option<i64>,
) -> Result<usize, TextError> {
    find(text, needle, start, end).ok_or_else(not_found)
}

/// `text.rindex(needle, start, end)`.
///
/// # Errors
/// `ValueError` where it is not found.
pub fn rindex(
    text: &str,
    needle: &str,
    start: Option<i64>,
    end: Option<i64>,
) -> Result<usize, TextError> {
    rfind(text, needle, start, end).ok_or_else(not_found)
}

fn not_found() -> TextError {
    TextError::value("substring not found")
}

/// `text.count(needle, start, end)`, without overlaps.
pub fn count(text: &str, needle: &str, start: Option<i64>, end: Option<i64>) -> usize {
    window(text, start, end).map_or(0, |window| window.text.matches(needle).count())
}

/// `text.startswith(prefix, start, end)`.
pub fn starts_with(text: &str, prefix: &str, start: Option<i64>, end: Option<i64>) -> bool {
    window(text, start, end).is_some_and(|window| window.text.starts_with(prefix))
}

/// `text.endswith(suffix, start, end)`.
pub fn ends_with(text: &str, suffix: &str, start: Option<i64>, end: Option<i64>) -> bool {
    window(text, start, end).is_some_and(|window| window.text.ends_with(suffix))
}
