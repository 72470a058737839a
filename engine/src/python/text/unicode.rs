//! What Python knows of characters and Rust's standard library does not say.
//! The tables are of Unicode 14, that of CPython 3.11.

use super::case_map::{push_lower, push_upper};

/// Where each run of ten decimal digits beyond ASCII begins (category Nd).
#[rustfmt::skip]
const DECIMAL_ZEROS: [u32; 65] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
    0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650,
    0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0, 0x16b50,
    0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

/// Characters such as `²` or `①`: digits, yet not decimal ones.
#[rustfmt::skip]
const OTHER_DIGITS: [(u32, u32); 20] = [
    (0xb2, 0xb3), (0xb9, 0xb9), (0x1369, 0x1371), (0x19da, 0x19da), (0x2070, 0x2070),
    (0x2074, 0x2079), (0x2080, 0x2089), (0x2460, 0x2468), (0x2474, 0x247c), (0x2488, 0x2490),
    (0x24ea, 0x24ea), (0x24f5, 0x24fd), (0x24ff, 0x24ff), (0x2776, 0x277e), (0x2780, 0x2788),
    (0x278a, 0x2792), (0x10a40, 0x10a43), (0x10e60, 0x10e68), (0x11052, 0x1105a),
    (0x1f100, 0x1f10a),
];

/// The value of a decimal digit of any script.
pub(super) fn decimal_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let code = c as u32;
    let next = DECIMAL_ZEROS.partition_point(|zero| *zero <= code);
    let zero = DECIMAL_ZEROS.get(next.checked_sub(1)?)?;
    (code - zero < 10).then_some(code - zero)
}

/// `'٣'` as `'3'`; other characters as they are.
pub(super) fn to_ascii_digit(c: char) -> char {
    decimal_value(c)
        .and_then(|value| char::from_digit(value, 10))
        .unwrap_or(c)
}

pub(super) fn is_digit(c: char) -> bool {
    let code = c as u32;
    decimal_value(c).is_some()
        || OTHER_DIGITS
            .iter()
            .any(|(from, to)| (*from..=*to).contains(&code))
}

/// Whitespace as `str.isspace`, `split` and `strip` see it: also the four
/// separators of ASCII, U+001C to U+001F.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// Whether `repr` shows the character as it is.
pub(super) fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return (' '..='~').contains(&c);
    }
    // Rust's own `Debug` follows the same rule by category, and its table is
    // in the binary anyway. Behind a letter, so that marks are not escaped.
    let mut bytes = [b'a'; 5];
    let length = 1 + c.encode_utf8(&mut bytes[1..]).len();
    std::str::from_utf8(&bytes[..length]).is_ok_and(|pair| pair.escape_debug().nth(1) == Some(c))
}

/// What `str.title` and `str.capitalize` make of a word's first letter.
pub(super) fn push_title(out: &mut String, c: char) {
    match c {
        'Ǆ'..='ǆ' => out.push('ǅ'),
        'Ǉ'..='ǉ' => out.push('ǈ'),
        'Ǌ'..='ǌ' => out.push('ǋ'),
        'Ǳ'..='ǳ' => out.push('ǲ'),
        // Georgian has capitals, but no title case.
        '\u{10d0}'..='\u{10ff}' => out.push(c),
        _ => {
            let mut upper = String::new();
            push_upper(&mut upper, c);
            let mut upper = upper.chars();
            out.extend(upper.next());
            // `ß` becomes `Ss`.
            upper.for_each(|c| push_lower(out, c));
        }
    }
}

/// `str.casefold` of one character.
pub(super) fn push_casefold(out: &mut String, c: char) {
    match c {
        'ı' => out.push(c),
        'ẞ' => out.push_str("ss"),
        // Cherokee folds to its capitals.
        '\u{13a0}'..='\u{13f5}' => out.push(c),
        '\u{13f8}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => push_upper(out, c),
        _ => {
            let mut upper = String::new();
            push_upper(&mut upper, c);
            upper.chars().for_each(|c| push_lower(out, c));
        }
    }
}

/// Letters that are a capital and a small one in one (category Lt).
pub(super) fn is_titlecase(c: char) -> bool {
    matches!(
        c,
        'ǅ' | 'ǈ' | 'ǋ' | 'ǲ' | 'ᾈ'..='ᾏ' | 'ᾘ'..='ᾟ' | 'ᾨ'..='ᾯ' | 'ᾼ' | 'ῌ' | 'ῼ'
    )
}
