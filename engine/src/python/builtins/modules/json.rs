//! The texts of JSON, which Python would walk through letter by letter.

use super::super::function;
use crate::python::fault::{Fault, Try};
use crate::python::object::{Args, Flow, Native, Str, Value};
use crate::python::text::repr::push_hex;
use crate::python::vm::Vm;

pub(super) const NATIVES: &[Native] = &[
    function("_engine", "json_quote", quote),
    function("_engine", "json_string", string),
    function("_engine", "json_number", number),
];

fn text_and_place(args: &Args) -> Try<(&Str, usize)> {
    match args.values.as_slice() {
        [text, Value::Int(at), ..] if text.as_str().is_some() => {
            let text = text
                .as_str()
                .ok_or_else(|| Fault::type_error("str expected"))?;
            Ok((text, *at as usize))
        }
        _ => Err(Fault::type_error("first argument must be a string")),
    }
}

/// `json_quote(text, ensure_ascii)`
fn quote(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let Some(text) = args.values[0].as_str() else {
        return Err(Fault::type_error("first argument must be a string"));
    };
    let ascii = !matches!(args.values.get(1), Some(Value::Bool(false)));
    vm.heap.reserve_text(2 * text.text().len())?;
    let mut out = String::with_capacity(text.text().len() + 2);
    out.push('"');
    for character in text.text().chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            ' '..='~' => out.push(character),
            _ if ascii || character < ' ' => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    out.push_str("\\u");
                    push_hex(&mut out, u32::from(*unit), 4);
                }
            }
            _ => out.push(character),
        }
    }
    out.push('"');
    Ok(vm.text(out).into())
}

/// `json_string(text, begin, strict)`: what stands between quotes, the place
/// after them, and `None`; or an empty text, the place of an error and what it
/// says. `begin` is the place after the first quote.
fn string(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (text, begin) = text_and_place(args)?;
    let strict = !matches!(args.values.get(2), Some(Value::Bool(false)));
    let rest = &text.text()[text.offset(begin)..];
    let mut escaped = false;
    let closes = |byte: u8| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    };
    let end = rest
        .bytes()
        .position(closes)
        .map_or(rest.len(), |at| at + 1);
    let characters: Vec<char> = rest[..end].chars().collect();
    let (found, at, error) = match read_string(&characters, strict) {
        Ok((found, length)) => (found, begin + length, Value::None),
        Err((0, message)) => (String::new(), begin - 1, vm.text(message)),
        Err((at, message)) => (String::new(), begin + at - 1, vm.text(message)),
    };
    let found = vm.text(found);
    Ok(vm.tuple(vec![found, Value::from(at), error]).into())
}

/// Errors: the place after the one that is wrong (0: the whole), and why.
fn read_string(text: &[char], strict: bool) -> Result<(String, usize), (usize, String)> {
    const UNTERMINATED: &str = "Unterminated string starting at";
    let mut out = String::new();
    let mut at = 0;
    loop {
        let character = *text.get(at).ok_or((0, UNTERMINATED.to_owned()))?;
        at += 1;
        match character {
            '"' => return Ok((out, at)),
            '\\' => {
                let escaped = *text.get(at).ok_or((0, UNTERMINATED.to_owned()))?;
                at += 1;
                out.push(match escaped {
                    '"' | '\\' | '/' => escaped,
                    'b' => '\u{8}',
                    'f' => '\u{c}',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'u' => {
                        let unit = read_unit(text, at)?;
                        at += 4;
                        let mut units = vec![unit];
                        if (0xd800..0xdc00).contains(&unit)
                            && text.get(at..at + 2) == Some(&['\\', 'u'])
                        {
                            units.push(read_unit(text, at + 2)?);
                        }
                        let first = char::decode_utf16(units.iter().copied()).next();
                        match first {
                            Some(Ok(character)) => {
                                at += if units.len() == 2 { 6 } else { 0 };
                                character
                            }
                            // Half a pair: no text here can hold it.
                            _ => char::REPLACEMENT_CHARACTER,
                        }
                    }
                    _ => {
                        let message = "Invalid \\escape".to_owned();
                        return Err((at - 1, message));
                    }
                });
            }
            control if strict && control < ' ' => {
                return Err((at, "Invalid control character at".to_owned()));
            }
            other => out.push(other),
        }
    }
}

fn read_unit(text: &[char], at: usize) -> Result<u16, (usize, String)> {
    let digits: String = text.iter().skip(at).take(4).collect();
    match u16::from_str_radix(&digits, 16) {
        Ok(unit) if digits.len() == 4 && !digits.starts_with('+') => Ok(unit),
        _ => Err((at, "Invalid \\uXXXX escape".to_owned())),
    }
}

/// `json_number(text, begin)`: the place after a number (`begin` where there is
/// none), and whether it is an integer.
fn number(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (text, begin) = text_and_place(args)?;
    let characters: Vec<char> = text.text()[text.offset(begin)..]
        .chars()
        .take_while(|character| matches!(character, '0'..='9' | '-' | '+' | '.' | 'e' | 'E'))
        .collect();
    let digits_from = |at: usize| {
        characters[at.min(characters.len())..]
            .iter()
            .take_while(|character| character.is_ascii_digit())
            .count()
    };
    let sign = usize::from(characters.first() == Some(&'-'));
    let mut end = match characters.get(sign) {
        Some('0') => sign + 1,
        _ => match digits_from(sign) {
            0 => 0,
            digits => sign + digits,
        },
    };
    let whole = end;
    if end > 0 {
        if characters.get(end) == Some(&'.') && digits_from(end + 1) > 0 {
            end += 1 + digits_from(end + 1);
        }
        if matches!(characters.get(end), Some('e' | 'E')) {
            let sign = usize::from(matches!(characters.get(end + 1), Some('+' | '-')));
            let digits = digits_from(end + 1 + sign);
            if digits > 0 {
                end += 1 + sign + digits;
            }
        }
    }
    let answer = vec![Value::from(begin + end), Value::Bool(end == whole)];
    Ok(vm.tuple(answer).into())
}
