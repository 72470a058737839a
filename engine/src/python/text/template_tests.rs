//! Expectations printed by CPython 3.11: an error is shown as `Type: message`.

use super::*;

/// Writes a template's pieces with arguments that only tell their names.
fn written(pieces: &[Piece]) -> Result<String, TextError> {
    let mut out = String::new();
    for piece in pieces {
        let field = match piece {
            Piece::Literal(text) => {
                out.push_str(text);
                continue;
            }
            Piece::Field(field) => field,
        };
        let mut name = match &field.argument {
            Argument::Position(at) if *at < 3 => format!("p{at}"),
            Argument::Position(at) => return Err(no_such_position(*at)),
            Argument::Name(name) => name.clone(),
        };
        for step in &field.path {
            match step {
                Access::Attribute(attribute) => name += &format!(".{attribute}"),
                Access::Index(index) => name += &format!("[{index}]"),
                Access::Key(key) => name += &format!("['{key}']"),
            }
        }
        let spec = written(&field.spec)?;
        match field.conversion {
            None => out += &format!("<{name}|{spec}>"),
            Some(conversion) => {
                conversion_known(conversion)?;
                let kind = if conversion == 's' { "str" } else { "repr" };
                out += &crate::python::text::format_spec::format_str(
                    &format!("<{kind} {name}>"),
                    &spec,
                )?;
            }
        }
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
fn templates_are_read_as_cpython_reads_them() {
    let check = |template, expected: &str| {
        assert_eq!(
            shown(parse(template).and_then(|pieces| written(&pieces))),
            expected,
            "{template}"
        );
    };
    check("", "");
    check("hola", "hola");
    check("{}", "<p0|>");
    check("{} {}", "<p0|> <p1|>");
    check("{1} {0}", "<p1|> <p0|>");
    check("{a}", "<a|>");
    check("{a.b[0][k].c}", "<a.b[0]['k'].c|>");
    check("{0!r}", "<repr p0>");
    check("{0!s:>5}", "<str p0>");
    check("{:>8.2f}", "<p0|>8.2f>");
    check("{:{}}", "<p0|<p1|>>");
    check("{:{}.{}}", "<p0|<p1|>.<p2|>>");
    check("{a:{b}}", "<a|<b|>>");
    check("{0:{1}}", "<p0|<p1|>>");
    check("{{}}", "{}");
    check("{{{}}}", "{<p0|>}");
    check("}", "ValueError: Single '}' encountered in format string");
    check("{", "ValueError: Single '{' encountered in format string");
    check("a}b", "ValueError: Single '}' encountered in format string");
    check("{a", "ValueError: expected '}' before end of string");
    check(
        "{a!",
        "ValueError: end of string while looking for conversion specifier",
    );
    check("{a!r", "ValueError: unmatched '{' in format spec");
    check(
        "{a!rx}",
        "ValueError: expected ':' after conversion specifier",
    );
    check("{a:", "ValueError: unmatched '{' in format spec");
    check(
        "{0}{}",
        "ValueError: cannot switch from manual field specification to automatic field numbering",
    );
    check(
        "{}{0}",
        "ValueError: cannot switch from automatic field numbering to manual field specification",
    );
    check("{a.}", "ValueError: Empty attribute in format string");
    check("{a[}", "ValueError: expected '}' before end of string");
    check("{a[]}", "ValueError: Empty attribute in format string");
    check(
        "{a[0]b}",
        "ValueError: Only '.' or '[' may follow ']' in format field specifier",
    );
    check("{ }", "< |>");
    check("{a b}", "<a b|>");
    check("{:{:{}}}", "ValueError: Max string recursion exceeded");
    check("{:{{}}", "ValueError: unmatched '{' in format spec");
    check("{a!x}", "ValueError: Unknown conversion specifier x");
    check(
        "{99999999999999999999}",
        "ValueError: Too many decimal digits in format string",
    );
    check("{0[99]}", "<p0[99]|>");
    check("{0[-1]}", "<p0['-1']|>");
    check(
        "{a[b]c}",
        "ValueError: Only '.' or '[' may follow ']' in format field specifier",
    );
    check("{.x}", "<p0.x|>");
    check("{[0]}", "<p0[0]|>");
    check("{a{b}}", "ValueError: unexpected '{' in field name");
    check("{!r}", "<repr p0>");
    check(
        "{0:}}",
        "ValueError: Single '}' encountered in format string",
    );
    check("{0[}]}", "<p0['}']|>");
    check(
        "{3}",
        "IndexError: Replacement index 3 out of range for positional args tuple",
    );
}
