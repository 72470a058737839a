//! Expectations printed by CPython 3.11: an error is shown as `Type: message`.

use std::cmp::Ordering;

use num_bigint::BigInt;

use super::*;
use crate::python::text::{ErrorKind, TextError};

/// A result as the tables show it.
fn shown(result: Result<String, TextError>) -> String {
    result.unwrap_or_else(|error| match error.kind {
        ErrorKind::Limit => "MemoryError: ".into(),
        kind => format!("{kind:?}Error: {}", error.message),
    })
}

fn int(text: &str) -> BigInt {
    text.parse().expect("an int")
}

#[test]
fn floats_are_shown_by_their_shortest_text() {
    let check = |x, expected: &str| assert_eq!(float_repr(x), expected);
    check(0.0, "0.0");
    check(-0.0, "-0.0");
    check(1.0, "1.0");
    check(5.0, "5.0");
    check(0.1, "0.1");
    check(0.30000000000000004, "0.30000000000000004");
    check(1000000000000000.0, "1000000000000000.0");
    check(1e+16, "1e+16");
    check(9999999999999998.0, "9999999999999998.0");
    check(1.2345678901234568e+17, "1.2345678901234568e+17");
    check(0.0001, "0.0001");
    check(1e-05, "1e-05");
    check(1.5e-07, "1.5e-07");
    check(1e+22, "1e+22");
    check(1e+100, "1e+100");
    check(5e-324, "5e-324");
    check(1.7976931348623157e+308, "1.7976931348623157e+308");
    check(999999999999986.2, "999999999999986.2");
    check(-952591569150664.2, "-952591569150664.2");
    check(100.0, "100.0");
    check(2.75, "2.75");
    check(f64::INFINITY, "inf");
    check(f64::NEG_INFINITY, "-inf");
    check(f64::NAN, "nan");
    check(2.000034046173096, "2.000034046173096");
    check(5.000123, "5.000123");
}

#[test]
fn ints_are_read_as_cpython_reads_them() {
    let check = |text, base, expected: &str| {
        assert_eq!(
            shown(parse_int(text, base).and_then(|n| int_text(&n))),
            expected
        )
    };
    check("12", 10, "12");
    check(" -1_000\n", 10, "-1000");
    check("+7", 10, "7");
    check("0x1f", 16, "31");
    check("1F", 16, "31");
    check("0x1f", 0, "31");
    check("0b101", 0, "5");
    check("0o17", 0, "15");
    check("0_0", 0, "0");
    check(
        "010",
        0,
        "ValueError: invalid literal for int() with base 0: '010'",
    );
    check("010", 10, "10");
    check("z", 36, "35");
    check(
        "x",
        10,
        "ValueError: invalid literal for int() with base 10: 'x'",
    );
    check(
        "",
        10,
        "ValueError: invalid literal for int() with base 10: ''",
    );
    check(
        "1__0",
        10,
        "ValueError: invalid literal for int() with base 10: '1__0'",
    );
    check(
        "_1",
        10,
        "ValueError: invalid literal for int() with base 10: '_1'",
    );
    check(
        "1_",
        10,
        "ValueError: invalid literal for int() with base 10: '1_'",
    );
    check(
        "0x",
        16,
        "ValueError: invalid literal for int() with base 16: '0x'",
    );
    check("0x_1f", 16, "31");
    check(
        "1.5",
        10,
        "ValueError: invalid literal for int() with base 10: '1.5'",
    );
    check("٣٤", 10, "34");
    check(
        "- 1",
        10,
        "ValueError: invalid literal for int() with base 10: '- 1'",
    );
    check(
        "--1",
        10,
        "ValueError: invalid literal for int() with base 10: '--1'",
    );
    check(
        "1",
        1,
        "ValueError: int() base must be >= 2 and <= 36, or 0",
    );
    check(
        "1",
        37,
        "ValueError: int() base must be >= 2 and <= 36, or 0",
    );
    check(
        "999999999999999999999999999999",
        10,
        "999999999999999999999999999999",
    );
    check(
        "it's",
        10,
        "ValueError: invalid literal for int() with base 10: \"it's\"",
    );
    check(
        "2",
        2,
        "ValueError: invalid literal for int() with base 2: '2'",
    );
}

#[test]
fn ints_and_texts_of_over_4300_digits_do_not_meet() {
    let long = "7".repeat(4301);
    let exceeds = "ValueError: Exceeds the limit (4300 digits) for integer string conversion";
    let refused = shown(parse_int(&long, 10).and_then(|n| int_text(&n)));
    assert_eq!(
        refused,
        format!(
            "{exceeds}: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit"
        )
    );
    assert_eq!(
        shown(parse_int(&long[1..], 10).and_then(|n| int_text(&n))),
        long[1..]
    );
    let refused = shown(int_text(&BigInt::from(10).pow(4300)));
    assert_eq!(
        refused,
        format!("{exceeds}; use sys.set_int_max_str_digits() to increase the limit")
    );
    assert_eq!(
        shown(int_text(&(BigInt::from(10).pow(4300) - 1))),
        "9".repeat(4300)
    );
    assert_eq!(
        shown(int_text_radix(&BigInt::from(16).pow(5000), 16)).len(),
        5001
    );
}

#[test]
fn floats_are_read_as_cpython_reads_them() {
    let check =
        |text, expected: &str| assert_eq!(shown(parse_float(text).map(float_repr)), expected);
    check("1.5", "1.5");
    check(" 1e3 ", "1000.0");
    check(".5", "0.5");
    check("5.", "5.0");
    check("-inf", "-inf");
    check("Infinity", "inf");
    check("nan", "nan");
    check("+NaN", "nan");
    check("1_000.5", "1000.5");
    check(
        "1_.5",
        "ValueError: could not convert string to float: '1_.5'",
    );
    check("1e", "ValueError: could not convert string to float: '1e'");
    check("", "ValueError: could not convert string to float: ''");
    check("x", "ValueError: could not convert string to float: 'x'");
    check("1e400", "inf");
    check("-1e-400", "-0.0");
    check(
        "0x1p3",
        "ValueError: could not convert string to float: '0x1p3'",
    );
    check("٣.٥", "3.5");
    check(
        "1.5.2",
        "ValueError: could not convert string to float: '1.5.2'",
    );
    check(
        "infi",
        "ValueError: could not convert string to float: 'infi'",
    );
    check(
        "1,5",
        "ValueError: could not convert string to float: '1,5'",
    );
}

#[test]
fn floats_are_rounded_half_to_even() {
    let check = |x, digits, expected: &str| {
        assert_eq!(
            shown(round_float(x, digits).map(float_repr)),
            expected,
            "{x} {digits}"
        )
    };
    check(2.675, 2, "2.67");
    check(0.5, 0, "0.0");
    check(1.5, 0, "2.0");
    check(2.5, 0, "2.0");
    check(0.125, 2, "0.12");
    check(0.375, 2, "0.38");
    check(-0.5, 0, "-0.0");
    check(1234.5678, -2, "1200.0");
    check(50.0, -2, "0.0");
    check(150.0, -2, "200.0");
    check(1e+300, -300, "1e+300");
    check(
        1.7e+308,
        -308,
        "OverflowError: rounded value too large to represent",
    );
    check(5.015, 2, "5.01");
    check(1.005, 2, "1.0");
    check(2.0, 400, "2.0");
    check(2.0, -400, "0.0");
    check(f64::INFINITY, 2, "inf");
    check(9.999, 2, "10.0");
    check(1e+22, 3, "1e+22");
    check(0.30000000000000004, 16, "0.3");
    check(123.456, 1, "123.5");
    let check = |x, expected: &str| {
        assert_eq!(
            shown(round_float_to_int(x).map(|n| n.to_string())),
            expected
        )
    };
    check(0.5, "0");
    check(1.5, "2");
    check(2.5, "2");
    check(-0.5, "0");
    check(-1.5, "-2");
    check(1e+20, "100000000000000000000");
    check(2.4999999, "2");
    check(f64::NAN, "ValueError: cannot convert float NaN to integer");
    check(
        f64::INFINITY,
        "OverflowError: cannot convert float infinity to integer",
    );
}

#[test]
fn ints_are_rounded_half_to_even() {
    let check = |n, digits, expected: i64| {
        assert_eq!(round_int(&BigInt::from(n), digits), BigInt::from(expected))
    };
    check(15, -1, 20);
    check(25, -1, 20);
    check(-25, -1, -20);
    check(149, -2, 100);
    check(151, -2, 200);
    check(150, -2, 200);
    check(250, -2, 200);
    check(5, -1, 0);
    check(5, -5, 0);
    check(7, 3, 7);
    check(-15, -1, -20);
    check(7, -1_000_000_000_000, 0);
}

#[test]
fn floats_are_divided_downwards() {
    let check = |x, y, expected: &str| {
        let found = float_divmod(x, y).map(|(q, r)| format!("{} {}", float_repr(q), float_repr(r)));
        assert_eq!(shown(found), expected);
    };
    check(7.0, 2.0, "3.0 1.0");
    check(-7.0, 2.0, "-4.0 1.0");
    check(7.0, -2.0, "-4.0 -1.0");
    check(-7.0, -2.0, "3.0 -1.0");
    check(0.0, -3.0, "-0.0 -0.0");
    check(1.0, 0.1, "9.0 0.09999999999999995");
    check(-1e-20, 3.0, "-1.0 3.0");
    check(5.5, f64::INFINITY, "0.0 5.5");
    check(-5.5, f64::INFINITY, "-1.0 inf");
    check(1.0, 0.0, "ZeroDivisionError: float divmod()");
    check(6.0, 3.0, "2.0 0.0");
}

#[test]
fn ints_are_divided_into_the_nearest_float() {
    let check = |n: &str, d: &str, expected: &str| {
        assert_eq!(
            shown(int_true_divide(&int(n), &int(d)).map(float_repr)),
            expected
        );
    };
    check("1", "3", "0.3333333333333333");
    check(
        &format!("1{}", "0".repeat(400)),
        &format!("1{}", "0".repeat(399)),
        "10.0",
    );
    check(
        &format!("1{}", "0".repeat(400)),
        "1",
        "OverflowError: integer division result too large for a float",
    );
    check("-7", "2", "-3.5");
    check("1", "0", "ZeroDivisionError: division by zero");
    check("9007199254740993", "1", "9007199254740992.0");
    check("1", &format!("1{}", "0".repeat(310)), "1e-310");
    check(
        "2222222222222222222222222222222222222222",
        "77777777777777777777",
        "2.8571428571428573e+19",
    );
}

#[test]
fn ints_and_floats_are_compared_exactly() {
    let check = |n, x, expected| assert_eq!(compare_int_float(&int(n), x), expected, "{n} {x}");
    check(
        "9007199254740993",
        9007199254740992.0,
        Some(Ordering::Greater),
    );
    check(
        "9007199254740992",
        9007199254740992.0,
        Some(Ordering::Equal),
    );
    check("1", 1.5, Some(Ordering::Less));
    check("-1", -1.5, Some(Ordering::Greater));
    check("0", -0.0, Some(Ordering::Equal));
    check("0", 5e-324, Some(Ordering::Less));
    check("1", f64::INFINITY, Some(Ordering::Less));
    check("1", f64::NEG_INFINITY, Some(Ordering::Greater));
    check("1", f64::NAN, None);
}
