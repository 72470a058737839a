//! Texts and bytes as Python source: `repr`.

use super::unicode::is_printable;

/// `repr(text)`: single quotes unless the text holds those and no double ones.
pub fn str_repr(text: &str) -> String {
    let quote = quote_for(text.contains('\''), text.contains('"'));
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    let mut plain = 0;
    for (at, c) in text.char_indices() {
        if matches!(c, ' '..='~') && c != quote && c != '\\' || c > '~' && is_printable(c) {
            continue;
        }
        out.push_str(&text[plain..at]);
        plain = at + c.len_utf8();
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote || c == '\\' => out.extend(['\\', c]),
            c => push_escape(&mut out, c as u32),
        }
    }
    out.push_str(&text[plain..]);
    out.push(quote);
    out
}

/// What `ascii(value)` makes of a `repr`: whatever is not ASCII is escaped.
pub fn escape_non_ascii(repr: &str) -> String {
    let mut out = String::with_capacity(repr.len());
    let mut plain = 0;
    for (at, c) in repr.char_indices().filter(|(_, c)| !c.is_ascii()) {
        out.push_str(&repr[plain..at]);
        plain = at + c.len_utf8();
        push_escape(&mut out, c as u32);
    }
    out.push_str(&repr[plain..]);
    out
}

/// `repr(bytes)`.
pub fn bytes_repr(bytes: &[u8]) -> String {
    let quote = quote_for(bytes.contains(&b'\''), bytes.contains(&b'"'));
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    out.push(quote);
    for &byte in bytes {
        match byte {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            byte if byte == quote as u8 => {
                out.push('\\');
                out.push(quote);
            }
            b' '..=b'~' => out.push(byte as char),
            byte => push_escape(&mut out, u32::from(byte)),
        }
    }
    out.push(quote);
    out
}

fn quote_for(has_single: bool, has_double: bool) -> char {
    if has_single && !has_double { '"' } else { '\'' }
}

/// The last `width` digits of a number in base 16, to the end of `out`.
pub fn push_hex(out: &mut String, number: u32, width: u32) {
    for place in (0..width).rev() {
        let digit = number >> (4 * place) & 0xf;
        out.push(char::from(b"0123456789abcdef"[digit as usize]));
    }
}

/// The shortest of `\x12`, `\u1234`, `\U00012345`.
fn push_escape(out: &mut String, code: u32) {
    let (letter, width) = match code {
        0..=0xff => ('x', 2),
        0x100..=0xffff => ('u', 4),
        _ => ('U', 8),
    };
    out.push('\\');
    out.push(letter);
    push_hex(out, code, width);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expectations printed by CPython 3.11's `repr` and `ascii`.
    #[test]
    fn texts_are_shown_as_cpython_shows_them() {
        let check = |text: &str, repr: &str, ascii: &str| {
            assert_eq!(str_repr(text), repr);
            assert_eq!(escape_non_ascii(&str_repr(text)), ascii);
        };
        check("", "''", "''");
        check("it's", "\"it's\"", "\"it's\"");
        check("\"", "'\"'", "'\"'");
        check("'\"", "'\\'\"'", "'\\'\"'");
        check(
            "a\\b\n\r\t\0\x1f\x7f",
            r"'a\\b\n\r\t\x00\x1f\x7f'",
            r"'a\\b\n\r\t\x00\x1f\x7f'",
        );
        check("ñ€→", "'ñ€→'", r"'\xf1\u20ac\u2192'");
        check(
            "\u{a0}\u{ad}\u{2028}\u{200b}",
            r"'\xa0\xad\u2028\u200b'",
            r"'\xa0\xad\u2028\u200b'",
        );
        check(
            "😀\u{e000}\u{e0001}",
            "'😀\\ue000\\U000e0001'",
            r"'\U0001f600\ue000\U000e0001'",
        );
        check("\u{301}e\u{301}", "'\u{301}e\u{301}'", r"'\u0301e\u0301'");
    }

    #[test]
    fn bytes_are_shown_as_cpython_shows_them() {
        assert_eq!(bytes_repr(b"a'b\"\x00\xff\n"), r#"b'a\'b"\x00\xff\n'"#);
        assert_eq!(bytes_repr(b"it's"), r#"b"it's""#);
        assert_eq!(bytes_repr(b""), "b''");
    }
}
