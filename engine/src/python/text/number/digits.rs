//! A float as decimal digits and the place of its point: the only file that
//! asks Rust to print a float.

/// Digits `d1 d2 d3 ..` standing for `0.d1d2d3.. * 10^point`. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Digits {
    pub(crate) digits: String,
    pub(crate) point: i32,
}

/// No double has more significant digits than this (767), nor more digits
/// after its point (1074): what lies beyond is zeros.
const MOST_DIGITS: usize = 1074;

/// The fewest digits that read back as the same float.
pub(crate) fn shortest_digits(magnitude: f64) -> Digits {
    let found = from_scientific(&format!("{magnitude:e}"));
    // Where two are equally near Rust takes the upper and CPython the even
    // one: 999999999999986.25. Only the longest texts have such ties.
    let count = found.digits.len();
    if count == 16 {
        let even = format!("{magnitude:.*e}", count - 1);
        if even.parse() == Ok(magnitude) {
            return from_scientific(&even);
        }
    }
    found
}

/// Exactly `count` (at least 1) significant digits, ties to even.
pub(crate) fn exact_digits(magnitude: f64, count: usize) -> Digits {
    let asked = count.clamp(1, MOST_DIGITS) - 1;
    let mut found = from_scientific(&format!("{magnitude:.asked$e}"));
    pad(&mut found.digits, count);
    found
}

/// The digits down to `decimals` places after the point, ties to even. With
/// nothing before the point the digits begin with its zeros, `point` being 1.
pub(crate) fn fixed_digits(magnitude: f64, decimals: usize) -> Digits {
    let asked = decimals.min(MOST_DIGITS);
    let text = format!("{magnitude:.asked$}");
    let before = text.find('.').unwrap_or(text.len());
    let mut digits = text.replace('.', "");
    pad(&mut digits, before + decimals);
    Digits {
        digits,
        point: before as i32,
    }
}

fn pad(digits: &mut String, count: usize) {
    while digits.len() < count {
        digits.push('0');
    }
}

/// Reads `d.ddde-x`.
fn from_scientific(text: &str) -> Digits {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    Digits {
        digits: mantissa.replace('.', ""),
        point: exponent + 1,
    }
}
