//! `range` and `slice`.

use std::rc::Rc;

use crate::python::builtins::arguments::Call;
use crate::python::builtins::method;
use crate::python::fault::{Fault, Try};
use crate::python::object::{Args, Class, Flow, Native, Range, Slice, Value};
use crate::python::vm::Vm;

pub(crate) const RANGE_METHODS: &[Native] = &[
    method("range", "count", count),
    method("range", "index", index),
];

pub(crate) const SLICE_METHODS: &[Native] = &[method("slice", "indices", indices)];

/// `range(stop)`, `range(start, stop, step)`
pub(crate) fn construct_range(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let values = Call::function("range", args).between(1, 3)?;
    let mut numbers = Vec::with_capacity(values.len());
    for value in values {
        if matches!(value.native(), Value::BigInt(_)) {
            return Err(Fault::NeedsPython);
        }
        numbers.push(vm.index_of(value)?);
    }
    let (start, stop, step) = match numbers[..] {
        [stop] => (0, stop, 1),
        [start, stop] => (start, stop, 1),
        _ => (numbers[0], numbers[1], numbers[2]),
    };
    if step == 0 {
        return Err(Fault::value_error("range() arg 3 must not be zero"));
    }
    Ok(Value::Range(Rc::new(Range { start, stop, step })).into())
}

/// Where the one argument of a method stands in the range.
///
/// # Errors
/// [`Fault::NeedsPython`] where the program's classes compare.
fn find(vm: &mut Vm, name: &'static str, args: &Args) -> Try<(Option<usize>, Value)> {
    let (value, call) = Call::method("range", name, args)?;
    let Value::Range(range) = value else {
        return Err(call.wrong_receiver(vm, value));
    };
    let wanted = call.one()?;
    let at = match wanted.native() {
        Value::Float(float) if float.fract() == 0.0 && float.abs() < 9.0e18 => {
            range.position(*float as i64)
        }
        Value::Instance(_) => {
            // Only a class of the program's could be equal to an integer.
            vm.equal(&Value::Int(range.start), wanted)?;
            None
        }
        native => native
            .as_small_int()
            .and_then(|number| range.position(number)),
    };
    Ok((at, wanted.clone()))
}

fn count(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (at, _) = find(vm, "count", args)?;
    Ok(usize::from(at.is_some()).into())
}

fn index(vm: &mut Vm, args: &Args) -> Try<Flow> {
    match find(vm, "index", args)? {
        (Some(at), _) => Ok(at.into()),
        (None, wanted) => Err(Fault::value_error(match wanted {
            Value::Int(_) | Value::BigInt(_) | Value::Bool(_) => {
                format!("{} is not in range", vm.repr(&wanted)?)
            }
            _ => "sequence.index(x): x not in sequence".to_owned(),
        })),
    }
}

/// `slice(stop)`, `slice(start, stop, step)`
pub(crate) fn construct_slice(_: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let values = Call::function("slice", args).between(1, 3)?;
    let at = |place: usize| values.get(place).cloned().unwrap_or(Value::None);
    let slice = match values {
        [stop] => Slice {
            start: Value::None,
            stop: stop.clone(),
            step: Value::None,
        },
        _ => Slice {
            start: at(0),
            stop: at(1),
            step: at(2),
        },
    };
    Ok(Value::Slice(Rc::new(slice)).into())
}

/// `slice.indices(length)`: start, stop and step in a sequence that long.
fn indices(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (value, call) = Call::method("slice", "indices", args)?;
    let Value::Slice(slice) = value else {
        return Err(call.wrong_receiver(vm, value));
    };
    let Ok(length) = usize::try_from(vm.index_of(call.one()?)?) else {
        return Err(Fault::value_error("length should not be negative"));
    };
    let part = |value: &Value| crate::python::builtins::arguments::bound(Some(value));
    let step = part(&slice.step)?;
    let found = crate::python::text::strings::Slice::new(
        length,
        part(&slice.start)?,
        part(&slice.stop)?,
        step,
    )?;
    let numbers = [found.start, found.stop, found.step];
    Ok(vm.tuple(numbers.map(Value::Int).to_vec()).into())
}
