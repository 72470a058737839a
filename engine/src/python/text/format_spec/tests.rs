//! Expectations printed by CPython 3.11: an error is shown as `Type: message`.

use super::*;
use crate::python::text::{ErrorKind, MAX_WIDTH};

/// A result as the tables show it.
fn shown(result: Result<String, TextError>) -> String {
    result.unwrap_or_else(|error| match error.kind {
        ErrorKind::Limit => "MemoryError: ".into(),
        kind => format!("{kind:?}Error: {}", error.message),
    })
}

#[test]
fn texts_are_formatted_as_cpython_formats_them() {
    let check = |text, spec, expected: &str| {
        assert_eq!(shown(format_str(text, spec)), expected, "{text:?} {spec:?}")
    };
    check("abc", "", "abc");
    check("abc", "5", "abc  ");
    check("abc", ">5", "  abc");
    check("abc", "^6", " abc  ");
    check("abc", "*^7", "**abc**");
    check("ñandú", ".2", "ña");
    check("ñandú", "<8.3", "ñan     ");
    check("abc", "05", "abc00");
    check("abc", "<05", "abc00");
    check(
        "abc",
        "=5",
        "ValueError: '=' alignment not allowed in string format specifier",
    );
    check(
        "abc",
        "+",
        "ValueError: Sign not allowed in string format specifier",
    );
    check(
        "abc",
        " ",
        "ValueError: Space not allowed in string format specifier",
    );
    check(
        "abc",
        "z",
        "ValueError: Negative zero coercion (z) not allowed in string format specifier",
    );
    check(
        "abc",
        "#",
        "ValueError: Alternate form (#) not allowed in string format specifier",
    );
    check("abc", ",", "ValueError: Cannot specify ',' with 's'.");
    check(
        "abc",
        "d",
        "ValueError: Unknown format code 'd' for object of type 'str'",
    );
    check(
        "abc",
        "x5",
        "ValueError: Invalid format specifier 'x5' for object of type 'str'",
    );
    check("abc", "5s", "abc  ");
    check("abc", "→>6s", "→→→abc");
    check("abc", ".", "ValueError: Format specifier missing precision");
    check(
        "abc",
        "99999999999999999999",
        "ValueError: Too many decimal digits in format string",
    );
}

#[test]
fn ints_are_formatted_as_cpython_formats_them() {
    let check = |n: &str, spec, expected: &str| {
        let n: BigInt = n.parse().expect("an int");
        assert_eq!(shown(format_int(&n, spec, "int")), expected, "{spec:?}");
    };
    check("0", "", "0");
    check("5", "d", "5");
    check("5", "3", "  5");
    check("-5", "05", "-0005");
    check("5", "+d", "+5");
    check("5", " d", " 5");
    check("5", "<4", "5   ");
    check("5", "^5", "  5  ");
    check("-5", "=6", "-    5");
    check("1234567", ",", "1,234,567");
    check("1234567", "_", "1_234_567");
    check("1234567", "015,", "000,001,234,567");
    check("1234567", "012,", "0,001,234,567");
    check("1234567", "013_d", "0_001_234_567");
    check("255", "x", "ff");
    check("255", "#x", "0xff");
    check("255", "#X", "0XFF");
    check("255", "08b", "11111111");
    check("255", "#010b", "0b11111111");
    check("65535", "_x", "ffff");
    check("65535", "#_b", "0b1111_1111_1111_1111");
    check("8", "o", "10");
    check("8", "#o", "0o10");
    check("-255", "#x", "-0xff");
    check("65", "c", "A");
    check("65", "5c", "    A");
    check("8364", "c", "€");
    check("-1", "c", "OverflowError: %c arg not in range(0x110000)");
    check(
        "1000000000000000000000000000000",
        "c",
        "OverflowError: Python int too large to convert to C long",
    );
    check(
        "65",
        "+c",
        "ValueError: Sign not allowed with integer format specifier 'c'",
    );
    check(
        "65",
        "#c",
        "ValueError: Alternate form (#) not allowed with integer format specifier 'c'",
    );
    check("65", ",c", "ValueError: Cannot specify ',' with 'c'.");
    check("3", ".2f", "3.00");
    check("3", "e", "3.000000e+00");
    check("3", "%", "300.000000%");
    check(
        "1",
        ".3",
        "ValueError: Precision not allowed in integer format specifier",
    );
    check(
        "1",
        "z",
        "ValueError: Negative zero coercion (z) not allowed in integer format specifier",
    );
    check("1", "z.1f", "1.0");
    check(
        "1",
        "s",
        "ValueError: Unknown format code 's' for object of type 'int'",
    );
    check(
        "1",
        "k",
        "ValueError: Unknown format code 'k' for object of type 'int'",
    );
    check(
        "1",
        "ñ",
        "ValueError: Unknown format code '\\xf1' for object of type 'int'",
    );
    check("1", ",x", "ValueError: Cannot specify ',' with 'x'.");
    check("1", ",_d", "ValueError: Cannot specify both ',' and '_'.");
    check("1", "_,d", "ValueError: Cannot specify both ',' and '_'.");
    check(
        "1",
        ",,d",
        "ValueError: Invalid format specifier ',,d' for object of type 'int'",
    );
    check(
        "1",
        "d5",
        "ValueError: Invalid format specifier 'd5' for object of type 'int'",
    );
    check("100000000000000000000", ",", "100,000,000,000,000,000,000");
    check(
        &format!("1{}", "0".repeat(400)),
        "f",
        "OverflowError: int too large to convert to float",
    );
    check("1", "n", "1");
    check("1234567", "n", "1234567");
    check("1", ",n", "ValueError: Cannot specify ',' with 'n'.");
    check("1", "x<05", "1xxxx");
    check("1", "<05", "10000");
    check("1", "1.", "ValueError: Format specifier missing precision");
}

#[test]
fn floats_are_formatted_as_cpython_formats_them() {
    let check = |x, spec, expected: &str| {
        assert_eq!(shown(format_float(x, spec)), expected, "{x:?} {spec:?}")
    };
    check(0.0, "", "0.0");
    check(1.5, "", "1.5");
    check(5.0, ".2f", "5.00");
    check(2.675, ".2f", "2.67");
    check(0.5, ".0f", "0");
    check(1.5, ".0f", "2");
    check(2.5, ".0f", "2");
    check(-0.001, ".2f", "-0.00");
    check(-0.001, "z.2f", "0.00");
    check(3.14259, "8.3f", "   3.143");
    check(3.14259, "<8.3f", "3.143   ");
    check(3.14259, "^+9.2f", "  +3.14  ");
    check(-3.14259, "08.2f", "-0003.14");
    check(-3.14259, "=8.2f", "-   3.14");
    check(1234567.891, ",.2f", "1,234,567.89");
    check(1234567.891, "_.1f", "1_234_567.9");
    check(1234567.891, "016,.2f", "0,001,234,567.89");
    check(1e+16, "", "1e+16");
    check(1e+16, ",", "1e+16");
    check(1000000000000000.0, ",", "1,000,000,000,000,000.0");
    check(123456.0, "e", "1.234560e+05");
    check(123456.0, ".0e", "1e+05");
    check(123456.0, "#.0e", "1.e+05");
    check(123456.0, "E", "1.234560E+05");
    check(0.0, "e", "0.000000e+00");
    check(123456789.0, "g", "1.23457e+08");
    check(123456.0, "g", "123456");
    check(0.0001, "g", "0.0001");
    check(1e-05, "g", "1e-05");
    check(1.0, "#g", "1.00000");
    check(1e-10, "G", "1E-10");
    check(100.0, ".3", "1e+02");
    check(100.0, ".4", "100.0");
    check(1.0, ".1", "1e+00");
    check(12345.678, ".3", "1.23e+04");
    check(0.1, ".20f", "0.10000000000000000555");
    check(0.1, ".1%", "10.0%");
    check(0.125, "%", "12.500000%");
    check(0.5, "+.0%", "+50%");
    check(f64::INFINITY, "08.2f", "00000inf");
    check(f64::NEG_INFINITY, "", "-inf");
    check(f64::NAN, "F", "NAN");
    check(f64::INFINITY, "E", "INF");
    check(f64::NAN, "+", "+nan");
    check(
        1.0,
        "d",
        "ValueError: Unknown format code 'd' for object of type 'float'",
    );
    check(
        1.0,
        "s",
        "ValueError: Unknown format code 's' for object of type 'float'",
    );
    check(
        1.0,
        "x",
        "ValueError: Unknown format code 'x' for object of type 'float'",
    );
    check(1.0, "08,", "00,001.0");
    check(3.0, "n", "3");
    check(
        1e+100,
        ".2f",
        "10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469985856815104.00",
    );
    check(1.0, ".99999999999", "ValueError: precision too big");
    check(1.0, "#", "1.0");
    check(5.0, "#.0f", "5.");
    check(
        1.0,
        "10.2k",
        "ValueError: Unknown format code 'k' for object of type 'float'",
    );
    check(2.5e-07, "", "2.5e-07");
    check(2.5e-07, "#", "2.5e-07");
    check(1.0, ".", "ValueError: Format specifier missing precision");
}

#[test]
fn bools_are_formatted_as_cpython_formats_them() {
    let check = |flag, spec, expected: &str| {
        assert_eq!(shown(format_bool(flag, spec)), expected, "{spec:?}")
    };
    check(true, "", "True");
    check(false, "5", "    0");
    check(true, "d", "1");
    check(
        true,
        "s",
        "ValueError: Unknown format code 's' for object of type 'bool'",
    );
    check(true, ".1f", "1.0");
}

#[test]
fn a_width_that_would_fill_the_memory_fails_at_once() {
    let wide = (MAX_WIDTH + 1).to_string();
    for spec in [wide.clone(), format!("0{wide},"), "1000000000".into()] {
        assert_eq!(
            shown(format_str("a", &format!("<{spec}").replace(',', ""))),
            "MemoryError: "
        );
        assert_eq!(
            shown(format_int(&BigInt::from(1), &spec, "int")),
            "MemoryError: "
        );
        assert_eq!(shown(format_float(1.0, &spec)), "MemoryError: ");
    }
    assert_eq!(
        shown(format_float(1.0, &format!(".{wide}f"))),
        "MemoryError: "
    );
    let widest = format_float(1.0, &format!(".{MAX_WIDTH}f")).map(|text| text.len());
    assert_eq!(widest, Ok(MAX_WIDTH + 2));
}
