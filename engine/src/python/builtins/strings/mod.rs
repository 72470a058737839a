//! `str` and its methods. The algorithms are in [`crate::python::text`].

mod change;
mod format;
mod percent;
mod search;
mod split;

use super::arguments::Call;
use super::{codec, function, method};
use crate::python::fault::{Fault, Try};
use crate::python::object::{Args, Class, Flow, Native, Str, Value};
use crate::python::text::strings;
use crate::python::vm::Vm;
use std::rc::Rc;

pub(crate) use format::format_pieces;
pub(crate) use percent::percent;

pub(crate) const METHODS: &[Native] = &[
    method("str", "capitalize", capitalize),
    method("str", "casefold", casefold),
    method("str", "center", change::center),
    method("str", "count", search::count),
    method("str", "encode", encode),
    method("str", "endswith", search::ends_with),
    method("str", "expandtabs", change::expand_tabs),
    method("str", "find", search::find),
    method("str", "format", format::format),
    method("str", "format_map", format::format_map),
    method("str", "index", search::index),
    method("str", "isalnum", is_alnum),
    method("str", "isalpha", is_alpha),
    method("str", "isascii", is_ascii),
    method("str", "isdecimal", is_decimal),
    method("str", "isdigit", is_digit),
    method("str", "isidentifier", is_identifier),
    method("str", "islower", is_lower),
    method("str", "isnumeric", is_numeric),
    method("str", "isprintable", is_printable),
    method("str", "isspace", is_space),
    method("str", "istitle", is_title),
    method("str", "isupper", is_upper),
    method("str", "join", split::join),
    method("str", "ljust", change::ljust),
    method("str", "lower", lower),
    method("str", "lstrip", split::lstrip),
    function("str", "maketrans", change::make_translation),
    method("str", "partition", split::partition),
    method("str", "removeprefix", change::remove_prefix),
    method("str", "removesuffix", change::remove_suffix),
    method("str", "replace", change::replace),
    method("str", "rfind", search::rfind),
    method("str", "rindex", search::rindex),
    method("str", "rjust", change::rjust),
    method("str", "rpartition", split::rpartition),
    method("str", "rsplit", split::rsplit),
    method("str", "rstrip", split::rstrip),
    method("str", "split", split::split),
    method("str", "splitlines", split::split_lines),
    method("str", "startswith", search::starts_with),
    method("str", "strip", split::strip),
    method("str", "swapcase", swapcase),
    method("str", "title", title),
    method("str", "translate", change::translate),
    method("str", "upper", upper),
    method("str", "zfill", change::zfill),
];

/// `str(object, encoding, errors)`
pub(crate) fn construct_str(vm: &mut Vm, class: &Rc<Class>, args: &Args) -> Try<Flow> {
    let call = Call::function("str", args);
    let [object, encoding, errors] = call.named(["object", "encoding", "errors"], 0, 3)?;
    if encoding.is_some() || errors.is_some() {
        let options = codec::options(vm, &call, encoding, errors)?;
        return match object.map(Value::native) {
            None => Ok(vm.text("").into()),
            Some(Value::Bytes(bytes)) => options.decode(vm, &bytes.bytes).map(Into::into),
            Some(Value::Str(_)) => Err(Fault::type_error("decoding str is not supported")),
            Some(other) => Err(Fault::type_error(format_args!(
                "decoding to str: need a bytes-like object, {} found",
                vm.type_name(other)
            ))),
        };
    }
    let Some(object) = object else {
        return Ok(vm.text("").into());
    };
    match vm.text_of(object)? {
        // A class derived from `str` wants the text itself.
        Flow::Wish(_) if !class.builtin => Err(Fault::NeedsPython),
        flow => Ok(flow),
    }
}

/// The text of a method's `self`, and the rest of its call.
fn receiver<'a>(vm: &Vm, name: &'static str, args: &'a Args) -> Try<(&'a Rc<Str>, Call<'a>)> {
    let (value, call) = Call::method("str", name, args)?;
    match value {
        Value::Str(text) => Ok((text, call)),
        other => Err(call.wrong_receiver(vm, other)),
    }
}

macro_rules! without_arguments {
    ($($name:literal: $function:ident = $algorithm:path as $made:ident;)*) => {$(
        fn $function(vm: &mut Vm, args: &Args) -> Try<Flow> {
            let (text, call) = receiver(vm, $name, args)?;
            call.none()?;
            if !$name.starts_with("is") && !text.is_ascii() {
                // Each letter is looked for in a table.
                vm.heap.walk(80 * text.length())?;
            } else if !matches!($name, "isidentifier" | "istitle") {
                vm.heap.read(text.text().len())?;
            }
            Ok($made(vm, $algorithm(text.text())).into())
        }
    )*};
}

fn changed(vm: &Vm, text: String) -> Value {
    vm.text(text)
}

fn answer(_: &Vm, answer: bool) -> Value {
    Value::Bool(answer)
}

without_arguments! {
    "capitalize": capitalize = strings::capitalize as changed;
    "casefold": casefold = strings::casefold as changed;
    "lower": lower = strings::lower as changed;
    "swapcase": swapcase = strings::swapcase as changed;
    "title": title = strings::title as changed;
    "upper": upper = strings::upper as changed;
    "isalnum": is_alnum = strings::is_alnum as answer;
    "isalpha": is_alpha = strings::is_alpha as answer;
    "isascii": is_ascii = strings::is_ascii as answer;
    "isdecimal": is_decimal = strings::is_decimal as answer;
    "isdigit": is_digit = strings::is_digit as answer;
    "isidentifier": is_identifier = strings::is_identifier as answer;
    "islower": is_lower = strings::is_lower as answer;
    "isnumeric": is_numeric = strings::is_numeric as answer;
    "isprintable": is_printable = strings::is_printable as answer;
    "isspace": is_space = strings::is_space as answer;
    "istitle": is_title = strings::is_title as answer;
    "isupper": is_upper = strings::is_upper as answer;
}

/// `text.encode(encoding, errors)`
fn encode(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (text, call) = receiver(vm, "encode", args)?;
    let [encoding, errors] = call.named(["encoding", "errors"], 0, 2)?;
    let options = codec::options(vm, &call, encoding, errors)?;
    Ok(options.encode(vm, text.text())?.into())
}
