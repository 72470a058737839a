//! Methods that take a text apart, and `join`.

use super::receiver;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Args, Flow, Str, Value};
use crate::python::text::{TextError, strings};
use crate::python::vm::Vm;

/// A list of texts.
fn list_of(vm: &Vm, parts: Vec<&str>) -> Try<Flow> {
    let each = size_of::<Value>() + size_of::<Str>();
    vm.heap.reserve(parts.len() * each)?;
    Ok(vm
        .list(parts.into_iter().map(|part| vm.text(part)).collect())
        .into())
}

type Splitter = for<'t> fn(&'t str, Option<&str>, i64) -> Result<Vec<&'t str>, TextError>;

pub(super) fn split(vm: &mut Vm, args: &Args) -> Try<Flow> {
    split_with(vm, "split", strings::split, args)
}

pub(super) fn rsplit(vm: &mut Vm, args: &Args) -> Try<Flow> {
    split_with(vm, "rsplit", strings::rsplit, args)
}

fn split_with(vm: &mut Vm, name: &'static str, splitter: Splitter, args: &Args) -> Try<Flow> {
    let (text, call) = receiver(vm, name, args)?;
    let [separator, most] = call.named(["sep", "maxsplit"], 0, 2)?;
    let most = most.map_or(Ok(-1), |most| vm.index_of(most))?;
    let separator = match separator {
        None | Some(Value::None) => None,
        Some(separator) => match separator.as_str() {
            Some(separator) => Some(separator.text()),
            None => {
                return Err(Fault::type_error(format_args!(
                    "must be str or None, not {}",
                    vm.type_name(separator)
                )));
            }
        },
    };
    list_of(vm, splitter(text.text(), separator, most)?)
}

pub(super) fn split_lines(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (text, call) = receiver(vm, "splitlines", args)?;
    let [keep_ends] = call.named(["keepends"], 0, 1)?;
    let keep_ends = keep_ends.map_or(Ok(0), |keep| vm.index_of(keep))? != 0;
    list_of(vm, strings::split_lines(text.text(), keep_ends)?)
}

pub(super) fn partition(vm: &mut Vm, args: &Args) -> Try<Flow> {
    partition_with(vm, "partition", strings::partition, args)
}

pub(super) fn rpartition(vm: &mut Vm, args: &Args) -> Try<Flow> {
    partition_with(vm, "rpartition", strings::rpartition, args)
}

fn partition_with(
    vm: &mut Vm,
    name: &'static str,
    partition: for<'t> fn(&'t str, &'t str) -> Result<[&'t str; 3], TextError>,
    args: &Args,
) -> Try<Flow> {
    let (text, call) = receiver(vm, name, args)?;
    let separator = call.one()?;
    let Some(separator) = separator.as_str() else {
        return Err(Fault::type_error(format_args!(
            "must be str, not {}",
            vm.type_name(separator)
        )));
    };
    let parts = partition(text.text(), separator.text())?;
    Ok(vm
        .tuple(parts.iter().map(|part| vm.text(*part)).collect())
        .into())
}

pub(super) fn strip(vm: &mut Vm, args: &Args) -> Try<Flow> {
    strip_with(vm, "strip", strings::strip, args)
}

pub(super) fn lstrip(vm: &mut Vm, args: &Args) -> Try<Flow> {
    strip_with(vm, "lstrip", strings::lstrip, args)
}

pub(super) fn rstrip(vm: &mut Vm, args: &Args) -> Try<Flow> {
    strip_with(vm, "rstrip", strings::rstrip, args)
}

fn strip_with(
    vm: &mut Vm,
    name: &'static str,
    strip: for<'t> fn(&'t str, Option<&str>) -> &'t str,
    args: &Args,
) -> Try<Flow> {
    let (text, call) = receiver(vm, name, args)?;
    vm.heap.read(text.text().len())?;
    let characters = match call.between(0, 1)?.first() {
        None | Some(Value::None) => None,
        Some(characters) => match characters.as_str() {
            Some(characters) => Some(characters.text()),
            None => {
                return Err(Fault::type_error(format_args!(
                    "{name} arg must be None or str"
                )));
            }
        },
    };
    Ok(vm.text(strip(text.text(), characters)).into())
}

/// `separator.join(texts)`
pub(super) fn join(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (separator, call) = receiver(vm, "join", args)?;
    let items = match vm.items_of(call.one()?) {
        Err(Fault::New(Kind::TypeError, _)) => {
            return Err(Fault::type_error("can only join an iterable"));
        }
        items => items?,
    };
    // One text alone is given back as it is.
    if let [text @ Value::Str(_)] = &items[..] {
        return Ok(text.clone().into());
    }
    vm.heap.walk(items.len())?;
    let mut texts = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        match item.as_str() {
            Some(text) => texts.push(text.text()),
            None => {
                return Err(Fault::type_error(format_args!(
                    "sequence item {at}: expected str instance, {} found",
                    vm.type_name(item)
                )));
            }
        }
    }
    let between = separator.text().len().saturating_mul(texts.len());
    let bytes = texts.iter().map(|text| text.len()).sum::<usize>();
    vm.heap.reserve_text(between.saturating_add(bytes))?;
    Ok(vm.text(texts.join(separator.text())).into())
}
