//! Floats under the mini-language, and under `%`.

use super::super::number::{
    Digits, around_point, exact_digits, fixed_digits, float_repr, scientific,
};
use super::super::{MAX_WIDTH, TextError};
use super::layout::{Align, Number};
use super::parse::Spec;

/// `format(x, spec)` of a float.
///
/// # Errors
/// As [`super::format_str`].
pub fn format_float(x: f64, spec: &str) -> Result<String, TextError> {
    if spec.is_empty() {
        return Ok(float_repr(x));
    }
    let spec = Spec::parse(spec, "float", Align::Right, 'r')?;
    if spec.kind_given {
        spec.expect_kind("eEfFgGn%", "float")?;
    }
    format_parsed(x, &spec)
}

pub(super) fn format_parsed(x: f64, spec: &Spec) -> Result<String, TextError> {
    let percent = spec.kind == '%';
    let x = if percent { x * 100.0 } else { x };
    let precision = check_precision(spec.precision)?;
    let body = match (spec.kind, precision) {
        ('r', None) => with_point(float_repr(x.abs()), spec.alternate),
        ('r', Some(precision)) => float_body(x, 'g', precision, spec.alternate, true),
        ('n', _) => float_body(x, 'g', precision.unwrap_or(6), spec.alternate, false),
        ('%', _) => float_body(x, 'f', precision.unwrap_or(6), spec.alternate, false),
        (kind, _) => float_body(x, kind, precision.unwrap_or(6), spec.alternate, false),
    };
    let zero = || !body.bytes().any(|b| matches!(b, b'1'..=b'9'));
    let negative =
        x.is_sign_negative() && !x.is_nan() && !(spec.no_negative_zero && x.is_finite() && zero());
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = body.split_at(digits);
    let rest = if percent {
        format!("{rest}%")
    } else {
        rest.into()
    };
    Number {
        negative,
        prefix: "",
        digits,
        rest: &rest,
    }
    .lay_out(spec)
}

/// Refuses a precision that no field holds.
pub(in super::super) fn check_precision(
    precision: Option<usize>,
) -> Result<Option<usize>, TextError> {
    match precision {
        Some(digits) if digits > i32::MAX as usize => Err(TextError::value("precision too big")),
        Some(digits) if digits > MAX_WIDTH => Err(TextError::limit()),
        _ => Ok(precision),
    }
}

/// `|x|` as one of `e E f F g G`. `alternate` (`#`) keeps the point and the
/// zeros behind it; `point_zero` ends a whole number with `.0`.
pub(in super::super) fn float_body(
    x: f64,
    kind: char,
    precision: usize,
    alternate: bool,
    point_zero: bool,
) -> String {
    let magnitude = x.abs();
    let body = if !x.is_finite() {
        if x.is_nan() {
            "nan".into()
        } else {
            "inf".into()
        }
    } else {
        match kind.to_ascii_lowercase() {
            'e' => scientific_body(&exact_digits(magnitude, precision + 1), alternate),
            'f' => fixed_body(&fixed_digits(magnitude, precision), alternate),
            _ => general_body(magnitude, precision.max(1), alternate, point_zero),
        }
    };
    if kind.is_ascii_uppercase() {
        body.to_ascii_uppercase()
    } else {
        body
    }
}

fn general_body(magnitude: f64, precision: usize, alternate: bool, point_zero: bool) -> String {
    let mut found = exact_digits(magnitude, precision);
    let most = precision as i32 - i32::from(point_zero);
    let exponent = found.point <= -4 || found.point > most;
    if !alternate {
        let kept = found.digits.trim_end_matches('0').len().max(1);
        found.digits.truncate(kept);
    }
    if exponent {
        return scientific_body(&found, alternate);
    }
    let body = fixed_body(&found, alternate);
    if point_zero && !body.contains('.') {
        body + ".0"
    } else {
        body
    }
}

fn fixed_body(found: &Digits, alternate: bool) -> String {
    let (before, after) = around_point(found);
    let point = if after.is_empty() && !alternate {
        ""
    } else {
        "."
    };
    format!("{before}{point}{after}")
}

fn scientific_body(found: &Digits, alternate: bool) -> String {
    with_point(scientific(found, 'e'), alternate)
}

/// `1e+20` as `1.e+20`, where the alternate form asks for a point.
fn with_point(body: String, alternate: bool) -> String {
    if alternate && !body.contains(['.', 'n']) {
        body.replacen('e', ".e", 1)
    } else {
        body
    }
}
