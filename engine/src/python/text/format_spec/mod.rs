//! The format mini-language: `[[fill]align][sign][z][#][0][width][grouping]
//! [.precision][type]`, applied to texts, ints, bools and floats.
//! <https://docs.python.org/3.11/library/string.html#formatspec>

mod float;
mod layout;
mod parse;
#[cfg(test)]
mod tests;

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::number::{int_text, int_text_radix, int_to_float};
use super::{TextError, check_width};
use layout::Number;
use parse::Spec;

pub use float::format_float;
pub(super) use float::{check_precision, float_body};
pub use layout::Align;

/// `format(text, spec)`.
///
/// # Errors
/// `ValueError` for what the mini-language does not allow, `Limit` for a width
/// beyond [`super::MAX_WIDTH`].
pub fn format_str(text: &str, spec: &str) -> Result<String, TextError> {
    if spec.is_empty() {
        return Ok(text.into());
    }
    let spec = Spec::parse(spec, "str", Align::Left, 's')?;
    spec.expect_kind("s", "str")?;
    let refusal = match spec {
        Spec {
            sign: Some(' '), ..
        } => "Space not allowed in string format specifier",
        Spec { sign: Some(_), .. } => "Sign not allowed in string format specifier",
        Spec {
            no_negative_zero: true,
            ..
        } => "Negative zero coercion (z) not allowed in string format specifier",
        Spec {
            alternate: true, ..
        } => "Alternate form (#) not allowed in string format specifier",
        Spec {
            align: Align::AfterSign,
            ..
        } => "'=' alignment not allowed in string format specifier",
        _ => "",
    };
    if !refusal.is_empty() {
        return Err(TextError::value(refusal));
    }
    let shown = match spec.precision {
        Some(most) => text
            .char_indices()
            .nth(most)
            .map_or(text, |(end, _)| &text[..end]),
        None => text,
    };
    let width = check_width(spec.width.unwrap_or(0))?;
    Ok(layout::pad(shown, width, spec.fill, spec.align))
}

/// `format(n, spec)` of an int. `type_name` ("int") stands in the errors.
///
/// # Errors
/// As [`format_str`]; `OverflowError` where `c` or a float's type does not
/// hold so large an int.
pub fn format_int(n: &BigInt, spec: &str, type_name: &str) -> Result<String, TextError> {
    if spec.is_empty() {
        return int_text(n);
    }
    let parsed = Spec::parse(spec, type_name, Align::Right, 'd')?;
    if "eEfFgG%".contains(parsed.kind) {
        return float::format_parsed(int_to_float(n)?, &parsed);
    }
    parsed.expect_kind("bcdoxXn", type_name)?;
    if parsed.precision.is_some() {
        return Err(TextError::value(
            "Precision not allowed in integer format specifier",
        ));
    }
    if parsed.no_negative_zero {
        return Err(TextError::value(
            "Negative zero coercion (z) not allowed in integer format specifier",
        ));
    }
    if parsed.kind == 'c' {
        return format_character(n, &parsed);
    }
    let (radix, prefix) = match parsed.kind {
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let mut digits = int_text_radix(n, radix)?;
    if parsed.kind == 'X' {
        digits.make_ascii_uppercase();
    }
    Number {
        negative: n.is_negative(),
        prefix: if parsed.alternate { prefix } else { "" },
        digits: &digits,
        rest: "",
    }
    .lay_out(&parsed)
}

/// `format(flag, spec)` of a bool: its name, or the int that it is.
///
/// # Errors
/// As [`format_int`].
pub fn format_bool(flag: bool, spec: &str) -> Result<String, TextError> {
    if spec.is_empty() {
        return Ok(if flag { "True" } else { "False" }.into());
    }
    format_int(&BigInt::from(u8::from(flag)), spec, "bool")
}

fn format_character(n: &BigInt, spec: &Spec) -> Result<String, TextError> {
    let refusal = match spec {
        Spec { sign: Some(_), .. } => "Sign not allowed with integer format specifier 'c'",
        Spec {
            alternate: true, ..
        } => "Alternate form (#) not allowed with integer format specifier 'c'",
        _ => "",
    };
    if !refusal.is_empty() {
        return Err(TextError::value(refusal));
    }
    let code = n
        .to_i64()
        .ok_or_else(|| TextError::overflow("Python int too large to convert to C long"))?;
    let c = u32::try_from(code)
        .ok()
        .and_then(char::from_u32)
        .ok_or_else(|| TextError::overflow("%c arg not in range(0x110000)"))?;
    Number {
        negative: false,
        prefix: "",
        digits: "",
        rest: c.encode_utf8(&mut [0; 4]),
    }
    .lay_out(spec)
}
