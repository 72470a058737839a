//! Expectations printed by CPython 3.11: an error is shown as `Type: message`.

use super::*;
use crate::python::text::{ErrorKind, MAX_WIDTH, number, repr};

#[derive(Clone, Copy)]
enum Argument<'a> {
    Str(&'a str),
    Int(&'a str),
    Float(f64),
}

/// The `%` operator with one argument, as the machine will have it.
fn percent(template: &str, argument: Argument) -> Result<String, TextError> {
    let int = |n: &str| -> BigInt { n.parse().expect("an int") };
    let mut out = String::new();
    let mut left = Some(argument);
    for piece in pieces(template)? {
        let conversion = match piece? {
            Piece::Literal(text) => {
                out.push_str(text);
                continue;
            }
            Piece::Conversion(conversion) => conversion,
        };
        if conversion.key.is_some() {
            return Err(requires_mapping());
        }
        let argument = left.take().ok_or_else(not_enough_arguments)?;
        let (type_name, text) = match argument {
            Argument::Str(text) => ("str", text.into()),
            Argument::Int(n) => ("int", n.into()),
            Argument::Float(x) => ("float", number::float_repr(x)),
        };
        out += &match (conversion.wants()?, argument) {
            (Wants::Str, _) => conversion.write_text(&text)?,
            (Wants::Repr, _) => conversion.write_text(&repr::str_repr(&text))?,
            (Wants::Ascii, _) => {
                conversion.write_text(&repr::escape_non_ascii(&repr::str_repr(&text)))?
            }
            (Wants::Char, Argument::Int(n)) => {
                conversion.write_text(&character(&int(n))?.to_string())?
            }
            (Wants::Number | Wants::Int, Argument::Int(n)) => conversion.write_int(&int(n))?,
            (Wants::Number, Argument::Float(x)) => {
                conversion.write_int(&number::float_to_int(x)?)?
            }
            (Wants::Float, Argument::Float(x)) => conversion.write_float(x)?,
            _ => return Err(conversion.wrong_type(type_name)),
        };
    }
    if left.is_some() {
        return Err(not_all_converted());
    }
    Ok(out)
}

/// A result as the tables show it.
fn shown(result: Result<String, TextError>) -> String {
    result.unwrap_or_else(|error| match error.kind {
        ErrorKind::Limit => "MemoryError: ".into(),
        kind => format!("{kind:?}Error: {}", error.message),
    })
}

#[test]
fn templates_are_filled_as_cpython_fills_them() {
    let check = |template, argument, expected: &str| {
        assert_eq!(shown(percent(template, argument)), expected, "{template}")
    };
    check(
        "%d",
        Argument::Str("x"),
        "TypeError: %d format: a real number is required, not str",
    );
    check("%d", Argument::Float(1.9), "1");
    check("%i", Argument::Int("3"), "3");
    check(
        "%x",
        Argument::Float(1.5),
        "TypeError: %x format: an integer is required, not float",
    );
    check(
        "%x",
        Argument::Str("a"),
        "TypeError: %x format: an integer is required, not str",
    );
    check(
        "%f",
        Argument::Str("a"),
        "TypeError: must be real number, not str",
    );
    check(
        "%c",
        Argument::Str("ab"),
        "TypeError: %c requires int or char",
    );
    check(
        "%c",
        Argument::Float(1.5),
        "TypeError: %c requires int or char",
    );
    check("%c", Argument::Int("65"), "A");
    check(
        "%c",
        Argument::Int("-1"),
        "OverflowError: %c arg not in range(0x110000)",
    );
    check(
        "%y",
        Argument::Int("1"),
        "ValueError: unsupported format character 'y' (0x79) at index 1",
    );
    check("%", Argument::Int("1"), "ValueError: incomplete format");
    check("%5", Argument::Int("1"), "ValueError: incomplete format");
    check(
        "%ñ",
        Argument::Int("1"),
        "ValueError: unsupported format character '?' (0xf1) at index 1",
    );
    check(
        "a",
        Argument::Int("1"),
        "TypeError: not all arguments converted during string formatting",
    );
    check(
        "%s %s",
        Argument::Int("1"),
        "TypeError: not enough arguments for format string",
    );
    check("%5.1f seg", Argument::Float(2.25), "  2.2 seg");
    check("%.2f%%", Argument::Float(99.5), "99.50%");
    check("%05d", Argument::Int("-3"), "-0003");
    check("%+d", Argument::Int("3"), "+3");
    check("% d", Argument::Int("3"), " 3");
    check("%-5d|", Argument::Int("3"), "3    |");
    check("%-05d|", Argument::Int("3"), "3    |");
    check("%#x", Argument::Int("255"), "0xff");
    check("%#X", Argument::Int("255"), "0XFF");
    check("%#o", Argument::Int("8"), "0o10");
    check("%08x", Argument::Int("-255"), "-00000ff");
    check("%#08x", Argument::Int("255"), "0x0000ff");
    check("%.5d", Argument::Int("3"), "00003");
    check("%8.5d", Argument::Int("-3"), "  -00003");
    check("%08.5d", Argument::Int("-3"), "-0000003");
    check("%#.3x", Argument::Int("10"), "0x00a");
    check("%r", Argument::Str("it"), "'it'");
    check("%a", Argument::Str("ñ"), "'\\xf1'");
    check("%.1s", Argument::Str("ñandú"), "ñ");
    check("%5.1s|", Argument::Str("abc"), "    a|");
    check("%-6s|", Argument::Str("abc"), "abc   |");
    check("%05s|", Argument::Str("abc"), "  abc|");
    check("%e", Argument::Float(12345.678), "1.234568e+04");
    check("%G", Argument::Float(1e-10), "1E-10");
    check("%g", Argument::Float(1e+20), "1e+20");
    check("%#g", Argument::Float(1.0), "1.00000");
    check("%010.3f", Argument::Float(-3.14259), "-00003.143");
    check("%010f", Argument::Float(f64::INFINITY), "0000000inf");
    check("%f", Argument::Float(f64::NAN), "nan");
    check(
        "%d",
        Argument::Float(f64::NAN),
        "ValueError: cannot convert float NaN to integer",
    );
    check("%ld", Argument::Int("3"), "3");
    check(
        "%lld",
        Argument::Int("3"),
        "ValueError: unsupported format character 'l' (0x6c) at index 2",
    );
    check(
        "%(a)s",
        Argument::Int("1"),
        "TypeError: format requires a mapping",
    );
    check(
        "%99999999999999999999d",
        Argument::Int("1"),
        "ValueError: width too big",
    );
    check(
        "%.99999999999f",
        Argument::Float(1.0),
        "ValueError: precision too big",
    );
    check("%u", Argument::Int("5"), "5");
    check("%.0f", Argument::Float(0.5), "0");
    check("%.f", Argument::Float(3.7), "4");
    check(
        "%5%",
        Argument::Int("1"),
        "ValueError: unsupported format character '%' (0x25) at index 2",
    );
    check(
        "%s",
        Argument::Int("100000000000000000000"),
        "100000000000000000000",
    );
    check(
        "%x",
        Argument::Int("100000000000000000000"),
        "56bc75e2d63100000",
    );
}

#[test]
fn an_unfinished_key_is_an_error() {
    let refused = TextError::value("incomplete format key");
    assert_eq!(pieces("%(a").unwrap().collect::<Vec<_>>(), [Err(refused)]);
}

#[test]
fn a_star_takes_its_number_from_the_arguments() {
    let mut found: Vec<_> = pieces("%(a(b))s%-*.*f").unwrap().collect();
    let Some(Ok(Piece::Conversion(mut conversion))) = found.pop() else {
        panic!("a conversion");
    };
    assert!(conversion.star_width && conversion.star_precision);
    conversion.set_width(-7);
    conversion.set_precision(-2);
    assert_eq!(shown(conversion.write_float(2.5)), "2      ");
    conversion.set_precision(2);
    assert_eq!(shown(conversion.write_float(2.5)), "2.50   ");
    let Some(Ok(Piece::Conversion(keyed))) = found.pop() else {
        panic!("a conversion");
    };
    assert_eq!(keyed.key, Some("a(b)"));
}

#[test]
fn a_width_that_would_fill_the_memory_fails_at_once() {
    for template in [
        format!("%{}d", MAX_WIDTH + 1),
        format!("%.{}d", MAX_WIDTH + 1),
    ] {
        assert_eq!(
            shown(percent(&template, Argument::Int("1"))),
            "MemoryError: "
        );
    }
    let template = format!("%.{}f", MAX_WIDTH + 1);
    assert_eq!(
        shown(percent(&template, Argument::Float(1.0))),
        "MemoryError: "
    );
}
