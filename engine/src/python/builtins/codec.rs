//! Texts to bytes and back: `str.encode`, `bytes.decode`.

use std::rc::Rc;

use super::arguments::Call;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Bytes, Value};
use crate::python::vm::Vm;

/// An encoding, and what to do with what does not fit it.
pub(crate) struct Options {
    encoding: Encoding,
    /// As the program calls it, for messages.
    errors: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Ascii,
    Latin1,
    /// With a byte order mark in front or not, big end first or not.
    Utf16 {
        mark: bool,
        big: bool,
    },
}

/// Reads `encoding` and `errors` as `encode`, `decode`, `str` and `bytes` take
/// them.
pub(crate) fn options(
    vm: &Vm,
    call: &Call,
    encoding: Option<&Value>,
    errors: Option<&Value>,
) -> Try<Options> {
    let encoding = match encoding {
        None => Encoding::Utf8,
        Some(name) => {
            let name = call.text_called(vm, "argument 'encoding'", name)?;
            named(name.text()).ok_or_else(|| {
                Fault::new(
                    Kind::LookupError,
                    format_args!("unknown encoding: {}", name.text()),
                )
            })?
        }
    };
    let errors = match errors {
        None => "strict".to_owned(),
        Some(errors) => call
            .text_called(vm, "argument 'errors'", errors)?
            .text()
            .to_owned(),
    };
    Ok(Options { encoding, errors })
}

fn named(name: &str) -> Option<Encoding> {
    let name = name.to_ascii_lowercase().replace(['_', ' '], "-");
    let mark = |mark, big| Some(Encoding::Utf16 { mark, big });
    match name.as_str() {
        "utf-8" | "utf8" | "u8" | "cp65001" => Some(Encoding::Utf8),
        "ascii" | "us-ascii" | "646" => Some(Encoding::Ascii),
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "8859" | "cp819" | "l1" => {
            Some(Encoding::Latin1)
        }
        "utf-16" | "utf16" | "u16" => mark(true, false),
        "utf-16-le" | "utf-16le" => mark(false, false),
        "utf-16-be" | "utf-16be" => mark(false, true),
        _ => None,
    }
}

impl Options {
    /// What the text becomes.
    pub(crate) fn encode(&self, vm: &Vm, text: &str) -> Try<Value> {
        let (name, limit) = match self.encoding {
            Encoding::Utf8 => return Ok(bytes(vm, text.as_bytes().to_vec())),
            Encoding::Utf16 { mark, big } => {
                vm.heap.reserve_text(2 * text.len())?;
                return Ok(bytes(vm, utf16(text, mark, big)));
            }
            Encoding::Ascii => ("ascii", 128),
            Encoding::Latin1 => ("latin-1", 256),
        };
        let mut out = Vec::with_capacity(text.len());
        for (at, character) in text.chars().enumerate() {
            let code = u32::from(character);
            match u8::try_from(code) {
                Ok(byte) if code < limit => out.push(byte),
                _ => match self.errors.as_str() {
                    "strict" => return Err(cannot_encode(name, limit, text, at)),
                    "ignore" => {}
                    "replace" => out.push(b'?'),
                    "backslashreplace" => out.extend(escaped(code).bytes()),
                    "xmlcharrefreplace" => out.extend(format!("&#{code};").bytes()),
                    other => return Err(unknown_handler(other)),
                },
            }
        }
        Ok(bytes(vm, out))
    }

    /// What the bytes mean.
    pub(crate) fn decode(&self, vm: &Vm, bytes: &[u8]) -> Try<Value> {
        vm.heap.reserve_text(bytes.len())?;
        let text = match self.encoding {
            Encoding::Latin1 => bytes.iter().map(|&byte| char::from(byte)).collect(),
            Encoding::Ascii => self.decode_with(bytes, "ascii", |bytes| {
                let end = bytes.iter().position(|byte| !byte.is_ascii())?;
                Some((end, 1, "ordinal not in range(128)"))
            })?,
            Encoding::Utf8 => self.decode_with(bytes, "utf-8", bad_utf8)?,
            Encoding::Utf16 { mark, big } => {
                let (big, bytes) = match bytes {
                    [0xff, 0xfe, rest @ ..] if mark => (false, rest),
                    [0xfe, 0xff, rest @ ..] if mark => (true, rest),
                    _ => (big, bytes),
                };
                let units = bytes.chunks_exact(2).map(|pair| match big {
                    true => u16::from_be_bytes([pair[0], pair[1]]),
                    false => u16::from_le_bytes([pair[0], pair[1]]),
                });
                char::decode_utf16(units)
                    .map(|unit| unit.unwrap_or('\u{fffd}'))
                    .collect()
            }
        };
        Ok(vm.text(text))
    }

    /// Decodes what is good; `bad` finds the first place that is not, how many
    /// bytes it takes and why.
    fn decode_with(
        &self,
        bytes: &[u8],
        name: &str,
        bad: impl Fn(&[u8]) -> Option<(usize, usize, &'static str)>,
    ) -> Try<String> {
        let mut out = String::with_capacity(bytes.len());
        let mut done = 0;
        while let Some((good, length, why)) = bad(&bytes[done..]) {
            let at = done + good;
            out.push_str(&String::from_utf8_lossy(&bytes[done..at]));
            let unfit = &bytes[at..at + length];
            match self.errors.as_str() {
                "strict" => return Err(cannot_decode(name, unfit, at, why)),
                "ignore" => {}
                "replace" => out.push('\u{fffd}'),
                "backslashreplace" => {
                    out.extend(unfit.iter().map(|byte| format!("\\x{byte:02x}")));
                }
                other => return Err(unknown_handler(other)),
            }
            done = at + length;
        }
        out.push_str(&String::from_utf8_lossy(&bytes[done..]));
        Ok(out)
    }
}

fn bad_utf8(bytes: &[u8]) -> Option<(usize, usize, &'static str)> {
    let error = std::str::from_utf8(bytes).err()?;
    let at = error.valid_up_to();
    Some(match error.error_len() {
        None => (at, bytes.len() - at, "unexpected end of data"),
        Some(length) => {
            let begins = matches!(bytes[at], 0xc2..=0xf4);
            let why = if begins {
                "invalid continuation byte"
            } else {
                "invalid start byte"
            };
            (at, length, why)
        }
    })
}

fn bytes(vm: &Vm, bytes: Vec<u8>) -> Value {
    Value::Bytes(Rc::new(Bytes::new(&vm.heap, bytes)))
}

fn utf16(text: &str, mark: bool, big: bool) -> Vec<u8> {
    let mark = mark.then_some(0xfeff);
    mark.into_iter()
        .chain(text.encode_utf16())
        .flat_map(|unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        })
        .collect()
}

/// The shortest of `\xf1`, `\u20ac`, `\U0001f600`.
fn escaped(code: u32) -> String {
    match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    }
}

fn unknown_handler(name: &str) -> Fault {
    Fault::new(
        Kind::LookupError,
        format_args!("unknown error handler name '{name}'"),
    )
}

fn cannot_encode(name: &str, limit: u32, text: &str, at: usize) -> Fault {
    let unfit: Vec<u32> = text
        .chars()
        .skip(at)
        .map(u32::from)
        .take_while(|code| *code >= limit)
        .collect();
    let what = match unfit[..] {
        [one] => format!("character '{}' in position {at}", escaped(one)),
        _ => format!("characters in position {at}-{}", at + unfit.len() - 1),
    };
    Fault::new(
        Kind::UnicodeEncodeError,
        format_args!("'{name}' codec can't encode {what}: ordinal not in range({limit})"),
    )
}

fn cannot_decode(name: &str, unfit: &[u8], at: usize, why: &str) -> Fault {
    let what = match unfit {
        [byte] => format!("byte 0x{byte:02x} in position {at}"),
        _ => format!("bytes in position {at}-{}", at + unfit.len() - 1),
    };
    Fault::new(
        Kind::UnicodeDecodeError,
        format_args!("'{name}' codec can't decode {what}: {why}"),
    )
}
