//! Questions about every character of a text.

use super::super::unicode;

fn every(text: &str, holds: fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(holds)
}

/// `text.isalpha()`; by Unicode's property Alphabetic, which knows some marks
/// and circled letters that Python does not count.
pub fn is_alpha(text: &str) -> bool {
    every(text, |c| c.is_alphabetic() && !c.is_numeric())
}

/// `text.isalnum()`.
pub fn is_alnum(text: &str) -> bool {
    every(text, char::is_alphanumeric)
}

/// `text.isascii()`; true of the empty text.
pub fn is_ascii(text: &str) -> bool {
    text.is_ascii()
}

/// `text.isdecimal()`.
pub fn is_decimal(text: &str) -> bool {
    every(text, |c| unicode::decimal_value(c).is_some())
}

/// `text.isdigit()`.
pub fn is_digit(text: &str) -> bool {
    every(text, unicode::is_digit)
}

/// `text.isnumeric()`; without the ideographs that stand for numbers.
pub fn is_numeric(text: &str) -> bool {
    every(text, char::is_numeric)
}

/// `text.isspace()`.
pub fn is_space(text: &str) -> bool {
    every(text, unicode::is_space)
}

/// `text.isprintable()`; true of the empty text.
pub fn is_printable(text: &str) -> bool {
    text.chars().all(unicode::is_printable)
}

/// `text.isidentifier()`.
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c == '_' || c.is_alphabetic())
        && chars.all(|c| c == '_' || c.is_alphabetic() || unicode::decimal_value(c).is_some())
}

/// `text.isupper()`: a capital at least, and nothing else that has a case.
pub fn is_upper(text: &str) -> bool {
    text.chars().any(char::is_uppercase)
        && !text
            .chars()
            .any(|c| c.is_lowercase() || unicode::is_titlecase(c))
}

/// `text.islower()`.
pub fn is_lower(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
        && !text
            .chars()
            .any(|c| c.is_uppercase() || unicode::is_titlecase(c))
}

/// `text.istitle()`: every word begins with a capital and goes on without.
pub fn is_title(text: &str) -> bool {
    let (mut inside, mut seen) = (false, false);
    for c in text.chars() {
        let capital = c.is_uppercase() || unicode::is_titlecase(c);
        if capital == inside && (capital || c.is_lowercase()) {
            return false;
        }
        inside = capital || c.is_lowercase();
        seen |= inside;
    }
    seen
}
