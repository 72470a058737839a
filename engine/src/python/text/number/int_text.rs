//! Ints to text and back.

use num_bigint::BigInt;

use super::super::repr::str_repr;
use super::super::{TextError, check_size, unicode};
use super::float_text::without_underscores;

/// The most decimal digits between ints and text (`sys.get_int_max_str_digits`).
pub const MAX_DIGITS: usize = 4300;

/// The longest text, in bytes, that is read as a number.
const LONGEST_NUMBER: usize = 1 << 17;

/// Fails with `Limit` where a text is longer than that.
pub(super) fn check_number(text: &str) -> Result<(), TextError> {
    check_size(text.len(), LONGEST_NUMBER)
}

/// Bits of the largest integer that a program may make: what can be done to it
/// must not take long.
pub const MAX_BITS: usize = 1 << 20;

/// `str(n)`.
///
/// # Errors
/// `ValueError` beyond [`MAX_DIGITS`].
pub fn int_text(n: &BigInt) -> Result<String, TextError> {
    let refuse = || {
        TextError::value(format!(
            "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion; \
             use sys.set_int_max_str_digits() to increase the limit"
        ))
    };
    // A digit is worth over 3.32 bits: look before the long division.
    if n.bits() > (MAX_DIGITS as u64 + 1) * 3322 / 1000 + 1 {
        return Err(refuse());
    }
    let text = n.to_str_radix(10);
    if text.trim_start_matches('-').len() > MAX_DIGITS {
        return Err(refuse());
    }
    Ok(text)
}

/// The digits of `|n|` in base 2, 8, 10 or 16, in small letters.
///
/// # Errors
/// As [`int_text`], for base 10 only.
pub(crate) fn int_text_radix(n: &BigInt, radix: u32) -> Result<String, TextError> {
    if radix == 10 {
        return Ok(int_text(n)?.trim_start_matches('-').into());
    }
    Ok(n.magnitude().to_str_radix(radix))
}

/// `int(text, base)`; a base of 0 reads the prefix, as Python source does.
///
/// # Errors
/// `ValueError` for a text that is no such int, a base out of range, or more
/// than [`MAX_DIGITS`] digits; `Limit` for a text that is too long.
pub fn parse_int(text: &str, base: u32) -> Result<BigInt, TextError> {
    check_number(text)?;
    if base == 1 || base > 36 {
        return Err(TextError::value("int() base must be >= 2 and <= 36, or 0"));
    }
    let refuse = || {
        let shown: String = str_repr(text).chars().take(200).collect();
        TextError::value(format!(
            "invalid literal for int() with base {base}: {shown}"
        ))
    };
    let ascii: String = unicode::trim(text)
        .chars()
        .map(unicode::to_ascii_digit)
        .collect();
    let (negative, unsigned) = match ascii.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, ascii.strip_prefix('+').unwrap_or(&ascii)),
    };
    let (radix, digits) = split_prefix(unsigned, base);
    // `0x_ff` is fine where the prefix was read.
    let digits = match digits.strip_prefix('_') {
        Some(rest) if digits.len() < unsigned.len() => rest,
        _ => digits,
    };
    let digits =
        without_underscores(digits, |byte| byte.is_ascii_alphanumeric()).ok_or_else(refuse)?;
    let well_formed = !digits.is_empty() && digits.chars().all(|c| c.is_digit(radix));
    let old_octal = base == 0
        && digits.len() == unsigned.replace('_', "").len()
        && digits.starts_with('0')
        && digits.bytes().any(|digit| digit != b'0');
    if !well_formed || old_octal {
        return Err(refuse());
    }
    if !radix.is_power_of_two() && digits.len() > MAX_DIGITS {
        return Err(TextError::value(format!(
            "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: \
             value has {} digits; use sys.set_int_max_str_digits() to increase the limit",
            digits.len()
        )));
    }
    // As many bits as the largest integer has.
    if digits.len() * radix.ilog2() as usize > MAX_BITS {
        return Err(TextError::limit());
    }
    let magnitude = BigInt::parse_bytes(digits.as_bytes(), radix).ok_or_else(refuse)?;
    Ok(if negative { -magnitude } else { magnitude })
}

/// The base that a prefix names (where the asked base lets it), and the rest.
fn split_prefix(text: &str, base: u32) -> (u32, &str) {
    let named = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    if named != 0 && (base == 0 || base == named) {
        (named, &text[2..])
    } else if base == 0 {
        (10, text)
    } else {
        (base, text)
    }
}
