//! Methods that give a changed text.

use super::receiver;
use crate::python::builtins::arguments::Call;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Args, Flow, Table, Value};
use crate::python::text::TextError;
use crate::python::text::strings::{self, Translated};
use crate::python::vm::Vm;

pub(super) fn replace(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (text, call) = receiver(vm, "replace", args)?;
    let values = call.between(2, 3)?;
    let old = call.text(vm, 1, &values[0])?;
    let new = call.text(vm, 2, &values[1])?;
    let most = values.get(2).map_or(Ok(-1), |most| vm.index_of(most))?;
    if most < 0 && !old.text().is_empty() {
        vm.heap.walk(text.text().len())?;
    }
    let changed = strings::replace(text.text(), old.text(), new.text(), most)?;
    Ok(vm.text(changed).into())
}

pub(super) fn remove_prefix(vm: &mut Vm, args: &Args) -> Try<Flow> {
    remove(vm, "removeprefix", strings::remove_prefix, args)
}

pub(super) fn remove_suffix(vm: &mut Vm, args: &Args) -> Try<Flow> {
    remove(vm, "removesuffix", strings::remove_suffix, args)
}

fn remove(
    vm: &Vm,
    name: &'static str,
    remove: for<'t> fn(&'t str, &str) -> &'t str,
    args: &Args,
) -> Try<Flow> {
    let (text, call) = receiver(vm, name, args)?;
    let affix = call.text_called(vm, "argument", call.one()?)?;
    Ok(vm.text(remove(text.text(), affix.text())).into())
}

pub(super) fn center(vm: &mut Vm, args: &Args) -> Try<Flow> {
    pad(vm, "center", strings::center, args)
}

pub(super) fn ljust(vm: &mut Vm, args: &Args) -> Try<Flow> {
    pad(vm, "ljust", strings::ljust, args)
}

pub(super) fn rjust(vm: &mut Vm, args: &Args) -> Try<Flow> {
    pad(vm, "rjust", strings::rjust, args)
}

fn pad(
    vm: &mut Vm,
    name: &'static str,
    pad: fn(&str, i64, char) -> Result<String, TextError>,
    args: &Args,
) -> Try<Flow> {
    let (text, call) = receiver(vm, name, args)?;
    let values = call.between(1, 2)?;
    let width = vm.index_of(&values[0])?;
    let fill = match values.get(1) {
        None => ' ',
        Some(fill) => fill_character(vm, fill)?,
    };
    Ok(vm.text(pad(text.text(), width, fill)?).into())
}

fn fill_character(vm: &Vm, fill: &Value) -> Try<char> {
    let Some(text) = fill.as_str() else {
        return Err(Fault::type_error(format_args!(
            "The fill character must be a unicode character, not {}",
            vm.type_name(fill)
        )));
    };
    match text.length() {
        1 => Ok(text.char_at(0).unwrap_or(' ')),
        _ => Err(Fault::type_error(
            "The fill character must be exactly one character long",
        )),
    }
}

pub(super) fn zfill(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (text, call) = receiver(vm, "zfill", args)?;
    let width = vm.index_of(call.one()?)?;
    Ok(vm.text(strings::zfill(text.text(), width)?).into())
}

pub(super) fn expand_tabs(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (text, call) = receiver(vm, "expandtabs", args)?;
    let [size] = call.named(["tabsize"], 0, 1)?;
    let size = size.map_or(Ok(8), |size| vm.index_of(size))?;
    Ok(vm.text(strings::expand_tabs(text.text(), size)?).into())
}

/// `text.translate(table)`: what the table has at each character's number.
pub(super) fn translate(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (text, call) = receiver(vm, "translate", args)?;
    let table = call.one()?;
    vm.heap.walk(10 * text.length())?;
    // The algorithm knows no faults: the first is kept here, and stops it.
    let mut fault = None;
    let changed = strings::translate(text.text(), &mut |character| {
        translated(vm, table, character).map_err(|found| {
            fault = Some(found);
            TextError::limit()
        })
    });
    match fault {
        Some(fault) => Err(fault),
        None => Ok(vm.text(changed?).into()),
    }
}

fn translated(vm: &mut Vm, table: &Value, character: char) -> Try<Translated> {
    let found = match vm.get_item(table, &Value::Int(i64::from(u32::from(character)))) {
        Ok(Flow::Value(found)) => found,
        Ok(_) => return Err(Fault::NeedsPython),
        Err(Fault::New(Kind::IndexError | Kind::KeyError, _)) => return Ok(Translated::Keep),
        Err(Fault::Raised(exception)) if exception.class().is_exception(Kind::LookupError) => {
            return Ok(Translated::Keep);
        }
        Err(fault) => return Err(fault),
    };
    match found.native() {
        Value::None => Ok(Translated::Delete),
        Value::Str(text) => Ok(Translated::Text(text.text().to_owned())),
        Value::Int(code) => match u32::try_from(*code).ok().and_then(char::from_u32) {
            Some(character) => Ok(Translated::Char(character)),
            None => Err(Fault::value_error(
                "character mapping must be in range(0x110000)",
            )),
        },
        _ => Err(Fault::type_error(
            "character mapping must return integer, None or str",
        )),
    }
}

/// `str.maketrans(..)`: a table for [`translate`].
pub(super) fn make_translation(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let call = Call::of("str", "maketrans", args);
    let values = call.between(1, 3)?;
    let mut table = Table::default();
    let mut add = |vm: &mut Vm, key: Value, value: Value| -> Try<()> {
        table.insert(vm.hash(&key)?, key, value);
        Ok(())
    };
    let Some(to) = values.get(1) else {
        let Value::Dict(dict) = values[0].native() else {
            return Err(Fault::type_error(
                "if you give only one argument to maketrans it must be a dict",
            ));
        };
        let entries: Vec<_> = dict.table().iter().cloned().collect();
        for entry in entries {
            add(vm, translation_key(&entry.key)?, entry.value)?;
        }
        return Ok(vm.dict(table).into());
    };
    let to = call.text(vm, 2, to)?;
    let Some(from) = values[0].as_str() else {
        return Err(Fault::type_error(
            "first maketrans argument must be a string if there is a second argument",
        ));
    };
    let gone = values
        .get(2)
        .map(|gone| call.text(vm, 3, gone))
        .transpose()?;
    if from.length() != to.length() {
        return Err(Fault::value_error(
            "the first two maketrans arguments must have equal length",
        ));
    }
    for (from, to) in from.text().chars().zip(to.text().chars()) {
        add(vm, number_of(from), number_of(to))?;
    }
    for gone in gone.iter().flat_map(|gone| gone.text().chars()) {
        add(vm, number_of(gone), Value::None)?;
    }
    Ok(vm.dict(table).into())
}

fn number_of(character: char) -> Value {
    Value::Int(i64::from(u32::from(character)))
}

fn translation_key(key: &Value) -> Try<Value> {
    match key.native() {
        Value::Str(text) => match (text.length(), text.char_at(0)) {
            (1, Some(character)) => Ok(number_of(character)),
            _ => Err(Fault::value_error(
                "string keys in translate table must be of length 1",
            )),
        },
        Value::Int(_) | Value::Bool(_) | Value::BigInt(_) => Ok(key.clone()),
        _ => Err(Fault::type_error(
            "keys in translate table must be strings or integers",
        )),
    }
}
