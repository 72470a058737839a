//! `str.format` and `str.format_map`.

use super::receiver;
use crate::python::builtins::arguments::Call;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Args, Flow, Str, Value};
use crate::python::text::repr::escape_non_ascii;
use crate::python::text::template::{self, Access, Argument, Field, Piece};
use crate::python::vm::Vm;

/// Where a template's fields find their values.
enum Source<'a> {
    Call(Call<'a>),
    Mapping(&'a Value),
}

pub(super) fn format(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (text, call) = receiver(vm, "format", args)?;
    let pieces = parse(vm, text)?;
    let written = write(vm, &pieces, &Source::Call(call))?;
    Ok(vm.text(written).into())
}

pub(super) fn format_map(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (text, call) = receiver(vm, "format_map", args)?;
    let pieces = parse(vm, text)?;
    let written = write(vm, &pieces, &Source::Mapping(call.one()?))?;
    Ok(vm.text(written).into())
}

/// A template's pieces: each letter of it may be half a field.
fn parse(vm: &Vm, template: &Str) -> Try<Vec<Piece>> {
    vm.heap.work(64 * template.text().len());
    Ok(template::parse(template.text())?)
}

/// A step that gives its value at once, or is the twin's business.
fn at_once(flow: Try<Flow>) -> Try<Value> {
    match flow? {
        Flow::Value(value) => Ok(value),
        _ => Err(Fault::NeedsPython),
    }
}

fn write(vm: &mut Vm, pieces: &[Piece], source: &Source) -> Try<String> {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Literal(text) => out.push_str(text),
            Piece::Field(field) => out.push_str(&write_field(vm, field, source)?),
        }
        vm.heap.reserve_text(out.len())?;
    }
    Ok(out)
}

fn write_field(vm: &mut Vm, field: &Field, source: &Source) -> Try<String> {
    let mut value = source.get(vm, &field.argument)?;
    for step in &field.path {
        let next = match step {
            Access::Attribute(name) => {
                let name = vm.names.intern(name);
                vm.get_attribute(&value, &name)
            }
            Access::Index(index) => vm.get_item(&value, &Value::Int(*index as i64)),
            Access::Key(key) => {
                let key = vm.text(key.as_str());
                vm.get_item(&value, &key)
            }
        };
        value = at_once(next)?;
    }
    if let Some(conversion) = field.conversion {
        template::conversion_known(conversion)?;
        let text = match conversion {
            's' => vm.str_of(&value)?,
            'r' => vm.repr(&value)?,
            _ => escape_non_ascii(&vm.repr(&value)?),
        };
        value = vm.text(text);
    }
    let spec = write(vm, &field.spec, source)?;
    let text = at_once(vm.format(&value, &spec))?;
    Ok(text
        .as_str()
        .map_or_else(String::new, |text| text.text().to_owned()))
}

impl Source<'_> {
    fn get(&self, vm: &mut Vm, argument: &Argument) -> Try<Value> {
        match (self, argument) {
            (Source::Call(call), Argument::Position(at)) => match call.all().0.get(*at) {
                Some(value) => Ok(value.clone()),
                None => Err(template::no_such_position(*at).into()),
            },
            (Source::Call(call), Argument::Name(name)) => {
                match call.all().1.find(|(key, _)| key.text() == name) {
                    Some((_, value)) => Ok(value.clone()),
                    None => Err(Fault::new(Kind::KeyError, name.as_str())),
                }
            }
            (Source::Mapping(_), Argument::Position(_)) => Err(Fault::value_error(
                "Format string contains positional fields",
            )),
            (Source::Mapping(mapping), Argument::Name(name)) => {
                let key = vm.text(name.as_str());
                at_once(vm.get_item(mapping, &key))
            }
        }
    }
}

/// For the twin in the prelude: a template's pieces, each a text or a tuple of
/// argument, steps (whether an attribute, and which), conversion and
/// specification.
pub(crate) fn format_pieces(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let call = Call::function("format_pieces", args);
    let template = call.text(vm, 1, call.one()?)?;
    let pieces = parse(vm, template)?;
    Ok(pieces_value(vm, &pieces).into())
}

fn pieces_value(vm: &Vm, pieces: &[Piece]) -> Value {
    let piece = |piece: &Piece| match piece {
        Piece::Literal(text) => vm.text(text.as_str()),
        Piece::Field(field) => {
            let argument = match &field.argument {
                Argument::Position(at) => Value::Int(*at as i64),
                Argument::Name(name) => vm.text(name.as_str()),
            };
            let step = |step: &Access| match step {
                Access::Attribute(name) => (true, vm.text(name.as_str())),
                Access::Index(index) => (false, Value::Int(*index as i64)),
                Access::Key(key) => (false, vm.text(key.as_str())),
            };
            let steps = field.path.iter().map(|access| {
                let (attribute, key) = step(access);
                vm.tuple(vec![Value::Bool(attribute), key])
            });
            vm.tuple(vec![
                argument,
                vm.list(steps.collect()),
                field
                    .conversion
                    .map_or(Value::None, |letter| vm.text(letter.to_string())),
                pieces_value(vm, &field.spec),
            ])
        }
    };
    vm.list(pieces.iter().map(piece).collect())
}
