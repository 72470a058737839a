//! `bytes` and its methods.
//!
//! Many work as those of `str` do on a text of the same bytes, a character for
//! each; what differs is what counts as a space or a letter: ASCII alone.

use std::rc::Rc;

use super::arguments::{Call, bound};
use super::{codec, function, method};
use crate::python::fault::{Fault, Try};
use crate::python::object::{Args, Bytes, Class, Flow, Native, Value};
use crate::python::text::repr::push_hex;
use crate::python::text::{TextError, strings};
use crate::python::vm::Vm;

pub(crate) const METHODS: &[Native] = &[
    method("bytes", "capitalize", capitalize),
    method("bytes", "count", count),
    method("bytes", "decode", decode),
    method("bytes", "endswith", ends_with),
    method("bytes", "find", find),
    function("bytes", "fromhex", from_hex),
    method("bytes", "hex", hex),
    method("bytes", "index", index),
    method("bytes", "isalnum", is_alnum),
    method("bytes", "isalpha", is_alpha),
    method("bytes", "isascii", is_ascii),
    method("bytes", "isdigit", is_digit),
    method("bytes", "islower", is_lower),
    method("bytes", "isspace", is_space),
    method("bytes", "isupper", is_upper),
    method("bytes", "join", join),
    method("bytes", "lower", lower),
    method("bytes", "lstrip", lstrip),
    method("bytes", "replace", replace),
    method("bytes", "rfind", rfind),
    method("bytes", "rindex", rindex),
    method("bytes", "rstrip", rstrip),
    method("bytes", "split", split),
    method("bytes", "startswith", starts_with),
    method("bytes", "strip", strip),
    method("bytes", "upper", upper),
    method("bytes", "center", in_python),
    method("bytes", "expandtabs", in_python),
    method("bytes", "istitle", in_python),
    method("bytes", "ljust", in_python),
    function("bytes", "maketrans", in_python),
    method("bytes", "partition", in_python),
    method("bytes", "removeprefix", in_python),
    method("bytes", "removesuffix", in_python),
    method("bytes", "rjust", in_python),
    method("bytes", "rpartition", in_python),
    method("bytes", "rsplit", in_python),
    method("bytes", "splitlines", in_python),
    method("bytes", "swapcase", in_python),
    method("bytes", "title", in_python),
    method("bytes", "translate", in_python),
    method("bytes", "zfill", in_python),
];

/// What the prelude alone knows how to do.
fn in_python(_: &mut Vm, _: &Args) -> Try<Flow> {
    Err(Fault::NeedsPython)
}

/// `bytes(source, encoding, errors)`
pub(crate) fn construct_bytes(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let call = Call::function("bytes", args);
    let [source, encoding, errors] = call.named(["source", "encoding", "errors"], 0, 3)?;
    let encoded = encoding.is_some() || errors.is_some();
    if encoded {
        let options = codec::options(vm, &call, encoding, errors)?;
        return match (source.and_then(Value::as_str), encoding) {
            (Some(text), Some(_)) => options.encode(vm, text.text()).map(Into::into),
            (Some(_), None) => Err(Fault::type_error("string argument without an encoding")),
            (None, Some(_)) => Err(Fault::type_error("encoding without a string argument")),
            (None, None) => Err(Fault::type_error("errors without a string argument")),
        };
    }
    let Some(source) = source else {
        return Ok(made(vm, Vec::new()));
    };
    if let Value::Instance(instance) = source
        && instance
            .class()
            .lookup(&vm.names.intern("__bytes__"))
            .is_some()
    {
        return Err(Fault::NeedsPython);
    }
    let bytes = match source.native() {
        Value::Bytes(bytes) => return Ok(Value::Bytes(bytes.clone()).into()),
        Value::Str(_) => return Err(Fault::type_error("string argument without an encoding")),
        Value::BigInt(_) => {
            return Err(Fault::new(
                crate::python::fault::Kind::OverflowError,
                "cannot fit 'int' into an index-sized integer",
            ));
        }
        Value::Int(_) | Value::Bool(_) => {
            let Ok(length) = usize::try_from(vm.index_of(source)?) else {
                return Err(Fault::value_error("negative count"));
            };
            vm.heap.reserve_text(length)?;
            vec![0; length]
        }
        _ => from_items(vm, source)?,
    };
    Ok(made(vm, bytes))
}

/// The bytes that an iterable of small integers gives.
pub(super) fn from_items(vm: &mut Vm, source: &Value) -> Try<Vec<u8>> {
    let items = match vm.items_of(source) {
        Err(Fault::New(crate::python::fault::Kind::TypeError, _)) => {
            return Err(Fault::type_error(format_args!(
                "cannot convert '{}' object to bytes",
                vm.type_name(source)
            )));
        }
        items => items?,
    };
    let mut bytes = Vec::with_capacity(items.len());
    for item in &items {
        match u8::try_from(vm.index_of(item)?) {
            Ok(byte) => bytes.push(byte),
            Err(_) => return Err(Fault::value_error("bytes must be in range(0, 256)")),
        }
    }
    Ok(bytes)
}

fn made(vm: &Vm, bytes: Vec<u8>) -> Flow {
    Value::Bytes(Rc::new(Bytes::new(&vm.heap, bytes))).into()
}

/// The bytes of a method's `self`, and the rest of its call.
fn receiver<'a>(vm: &Vm, name: &'static str, args: &'a Args) -> Try<(&'a [u8], Call<'a>)> {
    let (value, call) = Call::method("bytes", name, args)?;
    match value {
        Value::Bytes(bytes) => Ok((&bytes.bytes, call)),
        other => Err(call.wrong_receiver(vm, other)),
    }
}

/// A text with a character for each byte.
fn as_text(bytes: &[u8]) -> String {
    if bytes.is_ascii() {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let mut text = String::with_capacity(2 * bytes.len());
    text.extend(bytes.iter().map(|&byte| char::from(byte)));
    text
}

/// The other way round.
fn as_bytes(text: &str) -> Vec<u8> {
    if text.is_ascii() {
        return text.as_bytes().to_vec();
    }
    text.chars().map(|character| character as u8).collect()
}

fn bytes_like<'a>(vm: &Vm, value: &'a Value) -> Try<&'a [u8]> {
    match value.native() {
        Value::Bytes(bytes) => Ok(&bytes.bytes),
        other => Err(Fault::type_error(format_args!(
            "a bytes-like object is required, not '{}'",
            vm.type_name(other)
        ))),
    }
}

macro_rules! without_arguments {
    ($($name:literal: $function:ident = $algorithm:expr;)*) => {$(
        fn $function(vm: &mut Vm, args: &Args) -> Try<Flow> {
            let (bytes, call) = receiver(vm, $name, args)?;
            call.none()?;
            let algorithm: fn(&Vm, &[u8]) -> Flow = $algorithm;
            Ok(algorithm(vm, bytes))
        }
    )*};
}

/// Whether there are bytes, and all are such.
fn all(bytes: &[u8], such: fn(&u8) -> bool) -> Flow {
    (!bytes.is_empty() && bytes.iter().all(such)).into()
}

without_arguments! {
    "capitalize": capitalize = |vm, bytes| {
        let mut bytes = bytes.to_ascii_lowercase();
        if let Some(first) = bytes.first_mut() {
            first.make_ascii_uppercase();
        }
        made(vm, bytes)
    };
    "lower": lower = |vm, bytes| made(vm, bytes.to_ascii_lowercase());
    "upper": upper = |vm, bytes| made(vm, bytes.to_ascii_uppercase());
    "isalnum": is_alnum = |_, bytes| all(bytes, u8::is_ascii_alphanumeric);
    "isalpha": is_alpha = |_, bytes| all(bytes, u8::is_ascii_alphabetic);
    "isascii": is_ascii = |_, bytes| bytes.is_ascii().into();
    "isdigit": is_digit = |_, bytes| all(bytes, u8::is_ascii_digit);
    "isspace": is_space = |_, bytes| all(bytes, is_space_byte);
    "islower": is_lower = |_, bytes| {
        let cased = bytes.iter().any(u8::is_ascii_lowercase);
        (cased && !bytes.iter().any(u8::is_ascii_uppercase)).into()
    };
    "isupper": is_upper = |_, bytes| {
        let cased = bytes.iter().any(u8::is_ascii_uppercase);
        (cased && !bytes.iter().any(u8::is_ascii_lowercase)).into()
    };
}

fn is_space_byte(byte: &u8) -> bool {
    byte.is_ascii_whitespace() || *byte == 0x0b
}

fn decode(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (bytes, call) = receiver(vm, "decode", args)?;
    let [encoding, errors] = call.named(["encoding", "errors"], 0, 2)?;
    let options = codec::options(vm, &call, encoding, errors)?;
    Ok(options.decode(vm, bytes)?.into())
}

/// `bytes.hex(sep, bytes_per_sep)`: groups are counted from the end, or from
/// the beginning where negative.
fn hex(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (bytes, call) = receiver(vm, "hex", args)?;
    let [separator, size] = call.named(["sep", "bytes_per_sep"], 0, 2)?;
    let size = size.map_or(Ok(1), |size| vm.index_of(size))?;
    vm.heap.reserve_text(bytes.len().saturating_mul(2))?;
    let separator = match separator.map(Value::native) {
        None => String::new(),
        Some(Value::Str(text)) if text.length() == 1 => text.text().to_owned(),
        Some(Value::Bytes(text)) if text.bytes.len() == 1 => as_text(&text.bytes),
        Some(Value::Str(_) | Value::Bytes(_)) => {
            return Err(Fault::value_error("sep must be length 1."));
        }
        Some(other) => {
            return Err(Fault::type_error(format_args!(
                "object of type '{}' has no len()",
                vm.type_name(other)
            )));
        }
    };
    let group = size.unsigned_abs() as usize;
    let mut out = String::with_capacity(bytes.len() * 2);
    for (at, byte) in bytes.iter().enumerate() {
        let from_edge = if size < 0 { at } else { bytes.len() - at };
        if at > 0 && group > 0 && from_edge % group == 0 {
            out.push_str(&separator);
        }
        push_hex(&mut out, u32::from(*byte), 2);
    }
    Ok(vm.text(out).into())
}

/// `bytes.fromhex(text)`
fn from_hex(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let call = Call::of("bytes", "fromhex", args);
    let text = call.text_called(vm, "argument", call.one()?)?;
    let unfit = |at: usize| {
        Fault::value_error(format_args!(
            "non-hexadecimal number found in fromhex() arg at position {at}"
        ))
    };
    let characters: Vec<char> = text.text().chars().collect();
    let digit = |at: usize| characters.get(at).and_then(|digit| digit.to_digit(16));
    let mut bytes = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        if characters[at].is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let high = digit(at).ok_or_else(|| unfit(at))?;
        let low = digit(at + 1).ok_or_else(|| unfit(at + 1))?;
        bytes.push((high * 16 + low) as u8);
        at += 2;
    }
    Ok(made(vm, bytes))
}

/// `separator.join(parts)`
fn join(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (separator, call) = receiver(vm, "join", args)?;
    let items = match vm.items_of(call.one()?) {
        Err(Fault::New(crate::python::fault::Kind::TypeError, _)) => {
            return Err(Fault::type_error("can only join an iterable"));
        }
        items => items?,
    };
    let mut out = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let Value::Bytes(part) = item.native() else {
            return Err(Fault::type_error(format_args!(
                "sequence item {at}: expected a bytes-like object, {} found",
                vm.type_name(item)
            )));
        };
        vm.heap
            .reserve_text(out.len() + separator.len() + part.bytes.len())?;
        if at > 0 {
            out.extend_from_slice(separator);
        }
        out.extend_from_slice(&part.bytes);
    }
    Ok(made(vm, out))
}

fn replace(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (bytes, call) = receiver(vm, "replace", args)?;
    let values = call.between(2, 3)?;
    let (old, new) = (bytes_like(vm, &values[0])?, bytes_like(vm, &values[1])?);
    let most = values.get(2).map_or(Ok(-1), |most| vm.index_of(most))?;
    if old.is_empty() {
        let changed = strings::replace(&as_text(bytes), "", &as_text(new), most)?;
        return Ok(made(vm, as_bytes(&changed)));
    }
    if most < 0 {
        vm.heap.walk(bytes.len())?;
    }
    let mut left = usize::try_from(most).unwrap_or(usize::MAX);
    let mut rest = bytes;
    let mut out = Vec::new();
    while left > 0
        && let Some(at) = rest.windows(old.len()).position(|part| part == old)
    {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(new);
        vm.heap.reserve_text(out.len() + new.len())?;
        rest = &rest[at + old.len()..];
        left -= 1;
    }
    out.extend_from_slice(rest);
    Ok(made(vm, out))
}

fn split(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (bytes, call) = receiver(vm, "split", args)?;
    let [separator, most] = call.named(["sep", "maxsplit"], 0, 2)?;
    let most = most.map_or(Ok(-1), |most| vm.index_of(most))?;
    let separator = match separator {
        None | Some(Value::None) => None,
        Some(separator) => Some(as_text(bytes_like(vm, separator)?)),
    };
    let text = as_text(bytes);
    let parts = strings::split(&text, separator.as_deref(), most)?;
    vm.heap
        .reserve(parts.len().saturating_mul(size_of::<Bytes>()))?;
    let parts = parts
        .into_iter()
        .map(|part| Value::Bytes(Rc::new(Bytes::new(&vm.heap, as_bytes(part)))));
    Ok(vm.list(parts.collect()).into())
}

fn strip(vm: &mut Vm, args: &Args) -> Try<Flow> {
    strip_ends(vm, "strip", true, true, args)
}

fn lstrip(vm: &mut Vm, args: &Args) -> Try<Flow> {
    strip_ends(vm, "lstrip", true, false, args)
}

fn rstrip(vm: &mut Vm, args: &Args) -> Try<Flow> {
    strip_ends(vm, "rstrip", false, true, args)
}

fn strip_ends(vm: &Vm, name: &'static str, left: bool, right: bool, args: &Args) -> Try<Flow> {
    let (bytes, call) = receiver(vm, name, args)?;
    vm.heap.read(bytes.len())?;
    let wanted = match call.between(0, 1)?.first() {
        None | Some(Value::None) => None,
        Some(wanted) => Some(bytes_like(vm, wanted)?),
    };
    let goes = |byte: &u8| match wanted {
        None => is_space_byte(byte),
        Some(wanted) => wanted.contains(byte),
    };
    let start = if left {
        bytes.iter().take_while(|byte| goes(byte)).count()
    } else {
        0
    };
    let rest = &bytes[start..];
    let end = if right {
        rest.iter().rev().take_while(|byte| goes(byte)).count()
    } else {
        0
    };
    Ok(made(vm, rest[..rest.len() - end].to_vec()))
}

/// Where to look for what, as texts.
struct Search {
    text: String,
    needle: String,
    start: Option<i64>,
    end: Option<i64>,
}

impl Search {
    fn read(vm: &Vm, name: &'static str, args: &Args) -> Try<Self> {
        let (bytes, call) = receiver(vm, name, args)?;
        let values = call.parsed(1, 3)?;
        let needle = match values[0].native() {
            Value::Bytes(needle) => as_text(&needle.bytes),
            number @ (Value::Int(_) | Value::Bool(_) | Value::BigInt(_)) => {
                match number
                    .as_small_int()
                    .and_then(|number| u8::try_from(number).ok())
                {
                    Some(byte) => char::from(byte).to_string(),
                    None => return Err(Fault::value_error("byte must be in range(0, 256)")),
                }
            }
            other => {
                return Err(Fault::type_error(format_args!(
                    "argument should be integer or bytes-like object, not '{}'",
                    vm.type_name(other)
                )));
            }
        };
        if !needle.is_empty() {
            vm.heap.read(bytes.len())?;
        }
        Ok(Search {
            text: as_text(bytes),
            needle,
            start: bound(values.get(1))?,
            end: bound(values.get(2))?,
        })
    }
}

fn position(found: Option<usize>) -> Flow {
    Value::Int(found.map_or(-1, |at| at as i64)).into()
}

fn found(found: Result<usize, TextError>) -> Try<Flow> {
    match found {
        Ok(at) => Ok(at.into()),
        Err(_) => Err(Fault::value_error("subsection not found")),
    }
}

fn find(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let at = Search::read(vm, "find", args)?;
    Ok(position(strings::find(
        &at.text, &at.needle, at.start, at.end,
    )))
}

fn rfind(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let at = Search::read(vm, "rfind", args)?;
    Ok(position(strings::rfind(
        &at.text, &at.needle, at.start, at.end,
    )))
}

fn index(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let at = Search::read(vm, "index", args)?;
    found(strings::index(&at.text, &at.needle, at.start, at.end))
}

fn rindex(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let at = Search::read(vm, "rindex", args)?;
    found(strings::rindex(&at.text, &at.needle, at.start, at.end))
}

fn count(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let at = Search::read(vm, "count", args)?;
    Ok(strings::count(&at.text, &at.needle, at.start, at.end).into())
}

fn starts_with(vm: &mut Vm, args: &Args) -> Try<Flow> {
    matches_end(vm, "startswith", strings::starts_with, args)
}

fn ends_with(vm: &mut Vm, args: &Args) -> Try<Flow> {
    matches_end(vm, "endswith", strings::ends_with, args)
}

fn matches_end(
    vm: &Vm,
    name: &'static str,
    matches: fn(&str, &str, Option<i64>, Option<i64>) -> bool,
    args: &Args,
) -> Try<Flow> {
    let (bytes, call) = receiver(vm, name, args)?;
    let values = call.parsed(1, 3)?;
    let (start, end) = (bound(values.get(1))?, bound(values.get(2))?);
    let text = as_text(bytes);
    let affixes = match values[0].native() {
        Value::Tuple(several) => &several.items[..],
        Value::Bytes(_) => &values[..1],
        other => {
            return Err(Fault::type_error(format_args!(
                "{name} first arg must be bytes or a tuple of bytes, not {}",
                vm.type_name(other)
            )));
        }
    };
    for affix in affixes {
        if matches(&text, &as_text(bytes_like(vm, affix)?), start, end) {
            return Ok(true.into());
        }
    }
    Ok(false.into())
}
