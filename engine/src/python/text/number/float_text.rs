//! Floats to text and back.

use super::super::repr::str_repr;
use super::super::{TextError, unicode};
use super::int_text::check_number;
use super::{Digits, shortest_digits};

/// `repr(x)`, which is also `str(x)`: the shortest text that reads back the
/// same, with an exponent below `1e-4` and from `1e16`.
pub fn float_repr(x: f64) -> String {
    if x.is_nan() {
        return "nan".into();
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x.is_infinite() {
        return format!("{sign}inf");
    }
    let found = shortest_digits(x.abs());
    if found.point > 16 || found.point <= -4 {
        return format!("{sign}{}", scientific(&found, 'e'));
    }
    let (before, after) = around_point(&found);
    let after = if after.is_empty() { "0" } else { &after };
    format!("{sign}{before}.{after}")
}

/// `d.ddde+xx`, the exponent with two digits at least.
pub(crate) fn scientific(found: &Digits, letter: char) -> String {
    let (first, rest) = found.digits.split_at(1);
    let dot = if rest.is_empty() { "" } else { "." };
    let exponent = if is_zero(found) { 0 } else { found.point - 1 };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!(
        "{first}{dot}{rest}{letter}{sign}{:02}",
        exponent.unsigned_abs()
    )
}

/// The digits before and after the point; before it stands `0` at least.
pub(crate) fn around_point(found: &Digits) -> (String, String) {
    let digits = &found.digits;
    let length = digits.len() as i32;
    if found.point <= 0 {
        let zeros = "0".repeat(found.point.unsigned_abs() as usize);
        ("0".into(), format!("{zeros}{digits}"))
    } else if found.point >= length {
        let zeros = "0".repeat((found.point - length) as usize);
        (format!("{digits}{zeros}"), String::new())
    } else {
        let (before, after) = digits.split_at(found.point as usize);
        (before.into(), after.into())
    }
}

fn is_zero(found: &Digits) -> bool {
    found.digits.bytes().all(|digit| digit == b'0')
}

/// `float(text)`.
///
/// # Errors
/// `ValueError` where the text is no float; `Limit` where it is too long.
pub fn parse_float(text: &str) -> Result<f64, TextError> {
    check_number(text)?;
    let refuse = || {
        TextError::value(format!(
            "could not convert string to float: {}",
            str_repr(text)
        ))
    };
    let ascii: String = unicode::trim(text)
        .chars()
        .map(unicode::to_ascii_digit)
        .collect();
    let plain = without_underscores(&ascii, |byte| byte.is_ascii_digit()).ok_or_else(refuse)?;
    // Rust's words for floats are Python's: `inf`, `infinity`, `nan`, `.5`, `5.`.
    plain.parse().map_err(|_| refuse())
}

/// Drops the underscores, each of which must stand between two digits.
pub(super) fn without_underscores(text: &str, is_digit: fn(u8) -> bool) -> Option<String> {
    let bytes = text.as_bytes();
    let digit_at = |at: usize| bytes.get(at).is_some_and(|byte| is_digit(*byte));
    for (at, _) in text.match_indices('_') {
        let between = at > 0 && digit_at(at - 1) && digit_at(at + 1);
        if !between {
            return None;
        }
    }
    Some(text.replace('_', ""))
}
