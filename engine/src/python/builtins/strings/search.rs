//! Methods that look for a text in a text.

use super::receiver;
use crate::python::builtins::arguments::bound;
use crate::python::fault::{Fault, Try};
use crate::python::object::{Args, Flow, Value};
use crate::python::text::strings;
use crate::python::vm::Vm;

/// Where to look for what.
struct Search<'a> {
    text: &'a str,
    needle: &'a str,
    start: Option<i64>,
    end: Option<i64>,
}

impl<'a> Search<'a> {
    fn read(vm: &Vm, name: &'static str, args: &'a Args) -> Try<Self> {
        let (text, call) = receiver(vm, name, args)?;
        let values = call.parsed(1, 3)?;
        let (start, end) = (bound(values.get(1))?, bound(values.get(2))?);
        match values[0].as_str() {
            Some(needle) => {
                if !needle.text().is_empty() {
                    vm.heap.read(text.text().len())?;
                }
                Ok(Search {
                    text: text.text(),
                    needle: needle.text(),
                    start,
                    end,
                })
            }
            None => Err(Fault::type_error(format_args!(
                "must be str, not {}",
                vm.type_name(&values[0])
            ))),
        }
    }
}

fn position(found: Option<usize>) -> Flow {
    Value::Int(found.map_or(-1, |at| at as i64)).into()
}

pub(super) fn find(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let at = Search::read(vm, "find", args)?;
    Ok(position(strings::find(
        at.text, at.needle, at.start, at.end,
    )))
}

pub(super) fn rfind(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let at = Search::read(vm, "rfind", args)?;
    Ok(position(strings::rfind(
        at.text, at.needle, at.start, at.end,
    )))
}

pub(super) fn index(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let at = Search::read(vm, "index", args)?;
    Ok(strings::index(at.text, at.needle, at.start, at.end)?.into())
}

pub(super) fn rindex(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let at = Search::read(vm, "rindex", args)?;
    Ok(strings::rindex(at.text, at.needle, at.start, at.end)?.into())
}

pub(super) fn count(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let at = Search::read(vm, "count", args)?;
    Ok(strings::count(at.text, at.needle, at.start, at.end).into())
}

pub(super) fn starts_with(vm: &mut Vm, args: &Args) -> Try<Flow> {
    matches_end(vm, "startswith", strings::starts_with, args)
}

pub(super) fn ends_with(vm: &mut Vm, args: &Args) -> Try<Flow> {
    matches_end(vm, "endswith", strings::ends_with, args)
}

/// Whether the text begins (or ends) with a text, or one of a tuple of texts.
fn matches_end(
    vm: &Vm,
    name: &'static str,
    matches: fn(&str, &str, Option<i64>, Option<i64>) -> bool,
    args: &Args,
) -> Try<Flow> {
    let (text, call) = receiver(vm, name, args)?;
    let values = call.parsed(1, 3)?;
    let (start, end) = (bound(values.get(1))?, bound(values.get(2))?);
    let affix = &values[0];
    let Value::Tuple(several) = affix.native() else {
        return match affix.as_str() {
            Some(affix) => Ok(matches(text.text(), affix.text(), start, end).into()),
            None => Err(Fault::type_error(format_args!(
                "{name} first arg must be str or a tuple of str, not {}",
                vm.type_name(affix)
            ))),
        };
    };
    for affix in &several.items {
        match affix.as_str() {
            Some(affix) if matches(text.text(), affix.text(), start, end) => {
                return Ok(true.into());
            }
            Some(_) => {}
            None => {
                return Err(Fault::type_error(format_args!(
                    "tuple for {name} must only contain str, not {}",
                    vm.type_name(affix)
                )));
            }
        }
    }
    Ok(false.into())
}
