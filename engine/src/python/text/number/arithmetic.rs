//! Arithmetic where Python and Rust differ: floor division, rounding half to
//! even at any digit, ints compared with floats exactly.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{FromPrimitive, One, Signed, ToPrimitive, Zero};

use super::super::TextError;

/// `divmod(x, y)`: the quotient rounded down, and a remainder of `y`'s sign.
///
/// # Errors
/// `ZeroDivisionError`.
pub fn float_divmod(x: f64, y: f64) -> Result<(f64, f64), TextError> {
    if y == 0.0 {
        return Err(TextError::zero_division("float divmod()"));
    }
    Ok(divmod(x, y))
}

/// `x // y`.
///
/// # Errors
/// `ZeroDivisionError`.
pub fn float_floor_div(x: f64, y: f64) -> Result<f64, TextError> {
    if y == 0.0 {
        return Err(TextError::zero_division("float floor division by zero"));
    }
    Ok(divmod(x, y).0)
}

/// `x % y`.
///
/// # Errors
/// `ZeroDivisionError`.
pub fn float_mod(x: f64, y: f64) -> Result<f64, TextError> {
    if y == 0.0 {
        return Err(TextError::zero_division("float modulo"));
    }
    Ok(divmod(x, y).1)
}

/// CPython's `_float_div_mod`, step by step.
fn divmod(x: f64, y: f64) -> (f64, f64) {
    let mut remainder = x % y;
    let mut quotient = (x - remainder) / y;
    if remainder == 0.0 {
        remainder = 0.0_f64.copysign(y);
    } else if (y < 0.0) != (remainder < 0.0) {
        remainder += y;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0_f64.copysign(x / y), remainder);
    }
    let floor = quotient.floor();
    let floor = if quotient - floor > 0.5 {
        floor + 1.0
    } else {
        floor
    };
    (floor, remainder)
}

/// `n / d`, correctly rounded at any size.
///
/// # Errors
/// `ZeroDivisionError`; `OverflowError` where no float is that large.
pub fn int_true_divide(n: &BigInt, d: &BigInt) -> Result<f64, TextError> {
    if d.is_zero() {
        return Err(TextError::zero_division("division by zero"));
    }
    // A quotient of 66 bits, whose lowest bit also stands for all that was cut
    // off: rounding it to 53 bits is then correct (but for subnormal results,
    // which round twice).
    let shift = 66 + d.bits() as i64 - n.bits() as i64;
    let (left, right) = (shift.max(0) as u64, (-shift).max(0) as u64);
    let (quotient, remainder) = (n.magnitude() << left).div_rem(&(d.magnitude() << right));
    let sticky = (quotient << 1u8) + u8::from(!remainder.is_zero());
    let magnitude = scale(sticky.to_f64().unwrap_or(0.0), -shift - 1);
    if magnitude.is_infinite() {
        return Err(TextError::overflow(
            "integer division result too large for a float",
        ));
    }
    Ok(if n.is_negative() == d.is_negative() {
        magnitude
    } else {
        -magnitude
    })
}

/// `x * 2**exponent`, in two steps lest the power alone overflow.
fn scale(x: f64, exponent: i64) -> f64 {
    let exponent = exponent.clamp(-2200, 2200) as i32;
    let half = exponent / 2;
    x * 2.0_f64.powi(half) * 2.0_f64.powi(exponent - half)
}

/// `float(n)`.
///
/// # Errors
/// `OverflowError` where no float is that large.
pub fn int_to_float(n: &BigInt) -> Result<f64, TextError> {
    match n.to_f64() {
        Some(x) if x.is_finite() => Ok(x),
        _ => Err(TextError::overflow("int too large to convert to float")),
    }
}

/// `int(x)`: towards zero.
///
/// # Errors
/// `ValueError` for `nan`, `OverflowError` for an infinity.
pub fn float_to_int(x: f64) -> Result<BigInt, TextError> {
    if x.is_nan() {
        return Err(TextError::value("cannot convert float NaN to integer"));
    }
    BigInt::from_f64(x.trunc())
        .ok_or_else(|| TextError::overflow("cannot convert float infinity to integer"))
}

/// `round(x)`: the nearest int, ties to the even one.
///
/// # Errors
/// As [`float_to_int`].
pub fn round_float_to_int(x: f64) -> Result<BigInt, TextError> {
    float_to_int(x.round_ties_even())
}

/// `round(x, digits)`: the nearest decimal, ties (of the float's exact value)
/// to the even digit.
///
/// # Errors
/// `OverflowError` where the result is beyond every float.
pub fn round_float(x: f64, digits: i64) -> Result<f64, TextError> {
    if !x.is_finite() || x == 0.0 || digits > 323 {
        return Ok(x);
    }
    if digits < -308 {
        return Ok(0.0 * x);
    }
    let text = if digits >= 0 {
        format!("{:.*}", digits as usize, x.abs())
    } else {
        let whole = float_to_int(x.abs())?;
        let fraction = x.abs().fract() != 0.0;
        let places = digits.unsigned_abs() as u32;
        let rounded = round_half_even(&whole, &pow10(places), fraction);
        rounded.to_str_radix(10)
    };
    let magnitude: f64 = text.parse().unwrap_or(f64::INFINITY);
    if magnitude.is_infinite() {
        return Err(TextError::overflow("rounded value too large to represent"));
    }
    Ok(magnitude.copysign(x))
}

/// `round(n, digits)` of an int: itself, unless `digits` is negative.
pub fn round_int(n: &BigInt, digits: i64) -> BigInt {
    if digits >= 0 {
        return n.clone();
    }
    // A power of ten beyond twice the number rounds it to zero.
    let places = digits.unsigned_abs();
    if places > n.bits() / 3 + 2 {
        return BigInt::zero();
    }
    let rounded = round_half_even(&n.abs(), &pow10(places as u32), false);
    if n.is_negative() { -rounded } else { rounded }
}

fn pow10(places: u32) -> BigInt {
    BigInt::from(10u8).pow(places)
}

/// The multiple of `unit` nearest to `n` (plus something below one, where
/// `more` says so), ties to the even multiple.
fn round_half_even(n: &BigInt, unit: &BigInt, more: bool) -> BigInt {
    let (mut quotient, remainder) = n.div_mod_floor(unit);
    let up = match (remainder * 2u8).cmp(unit) {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => more || quotient.is_odd(),
    };
    if up {
        quotient += BigInt::one();
    }
    quotient * unit
}

/// `n` against `x`, exactly; `None` where `x` is `nan`.
pub fn compare_int_float(n: &BigInt, x: f64) -> Option<Ordering> {
    if x.is_nan() {
        return None;
    }
    let Some(whole) = BigInt::from_f64(x.trunc()) else {
        return Some(if x > 0.0 {
            Ordering::Less
        } else {
            Ordering::Greater
        });
    };
    let fraction = 0.0.partial_cmp(&x.fract())?;
    Some(n.cmp(&whole).then(fraction))
}

/// What multiplying integers of so many bits costs, in bytes copied.
pub fn product_work(a: u64, b: u64) -> usize {
    (a / 64 + 1).saturating_mul(b / 64 + 1) as usize
}
