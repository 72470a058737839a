//! Capitals and small letters.

use super::super::case_map::{push_lower, push_upper};
use super::super::unicode::{is_titlecase, push_casefold, push_title};

/// `text.upper()`.
pub fn upper(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_upper(&mut out, c);
    }
    out
}

/// `text.lower()`.
pub fn lower(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        push_lower_at(&mut out, text, at, c);
    }
    out
}

/// The small letter of `c`, which stands at `at` in `text`.
fn push_lower_at(out: &mut String, text: &str, at: usize, c: char) {
    match c {
        'Σ' if ends_a_word(text, at) => out.push('ς'),
        _ => push_lower(out, c),
    }
}

/// Whether the letter at `at` is a word's last, and not its only one: then a
/// small sigma is another.
fn ends_a_word(text: &str, at: usize) -> bool {
    let within = |c: &char| {
        matches!(
            c,
            '\'' | '.' | ':' | '·' | '\u{ad}' | '’' | '\u{300}'..='\u{36f}'
        )
    };
    let (before, rest) = text.split_at(at);
    let is_letter = |c: char| c.is_lowercase() || c.is_uppercase() || is_titlecase(c);
    let before = before.chars().rev().find(|c| !within(c));
    let after = rest.chars().skip(1).find(|c| !within(c));
    before.is_some_and(is_letter) && !after.is_some_and(is_letter)
}

/// `text.casefold()`.
pub fn casefold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_casefold(&mut out, c);
    }
    out
}

/// `text.capitalize()`.
pub fn capitalize(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match at {
            0 => push_title(&mut out, c),
            _ => push_lower_at(&mut out, text, at, c),
        }
    }
    out
}

/// `text.title()`: a word begins after whatever is no letter, so `they're`
/// becomes `They'Re`.
pub fn title(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for (at, c) in text.char_indices() {
        if inside {
            push_lower_at(&mut out, text, at, c);
        } else {
            push_title(&mut out, c);
        }
        inside = c.is_lowercase() || c.is_uppercase() || is_titlecase(c);
    }
    out
}

/// `text.swapcase()`.
pub fn swapcase(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if c.is_uppercase() {
            push_lower_at(&mut out, text, at, c);
        } else if c.is_lowercase() {
            push_upper(&mut out, c);
        } else {
            out.push(c);
        }
    }
    out
}
