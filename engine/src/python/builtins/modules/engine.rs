//! `_engine`: what the library's Python asks of the machine, and programs
//! have no business with.

use crate::python::builtins::function;
use crate::python::code::CodeKind;
use crate::python::fault::{Fault, Try};
use crate::python::object::{Args, Flow, GeneratorState, Native, Value};
use crate::python::text::strftime::{CivilTime, strftime};
use crate::python::vm::{Activation, Vm};

pub(super) const NATIVES: &[Native] = &[
    function("_engine", "exception_text", exception_text),
    function("_engine", "line_of_program", line_of_program),
    function("_engine", "code_kind", code_kind),
    function("_engine", "import_module", import_module),
    function("_engine", "civil_time", civil_time),
    function("_engine", "civil_text", civil_text),
];

/// `exception_text(exception, whole)`: its traceback, or the last line of it.
fn exception_text(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let exception = match args.values.as_slice() {
        [Value::Instance(exception), ..] if exception.exception().is_some() => exception.clone(),
        _ => return Err(Fault::type_error("Exception expected")),
    };
    let text = match args.values.get(1) {
        Some(Value::Bool(true)) => vm.traceback(&exception),
        _ => vm.exception_line(&exception) + "\n",
    };
    Ok(vm.text(text).into())
}

/// `line_of_program(level=1)`: file, line, its text and the function's name, of
/// the program's innermost frame, or so many further out.
fn line_of_program(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let further = match args.values.first() {
        Some(Value::Int(level)) => (level - 1).max(0) as usize,
        _ => 0,
    };
    let place = vm
        .stack
        .iter()
        .rev()
        .filter_map(|activation| match activation {
            Activation::Frame(frame) if !frame.code.source.library => {
                let source = &frame.code.source;
                let line = frame.line.max(1);
                Some((
                    source.file_name.to_string(),
                    line,
                    source.line_text(line).trim().to_owned(),
                    frame.code.name.clone(),
                ))
            }
            _ => None,
        })
        .nth(further);
    let Some((file, line, text, name)) = place else {
        let parts = vec![vm.text("<sys>"), Value::Int(1), vm.text(""), vm.text("")];
        return Ok(vm.tuple(parts).into());
    };
    let parts = vec![
        vm.text(file),
        Value::Int(line.into()),
        vm.text(text),
        name.into(),
    ];
    Ok(vm.tuple(parts).into())
}

/// `import_module(name)`
fn import_module(vm: &mut Vm, args: &Args) -> Try<Flow> {
    match args.values.first() {
        Some(Value::Str(name)) => vm.import(name),
        _ => Err(Fault::type_error("the 'name' argument must be a string")),
    }
}

/// `__import__(name)`: the package, of a module in one.
pub(in crate::python::builtins) fn import_package(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let Some(Value::Str(name)) = args.values.first() else {
        return Err(Fault::type_error("__import__() argument 1 must be str"));
    };
    let package = name.text().split('.').next().unwrap_or_default();
    let package = vm.names.intern(package);
    vm.import(&package)
}

/// `code_kind(function)`: what calling it makes. Of a generator or coroutine:
/// `"started"` once it has begun.
fn code_kind(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let kind = match args.values.first() {
        Some(Value::Function(function)) => match function.code.kind {
            CodeKind::Coroutine => "coroutine",
            CodeKind::Generator => "generator",
            CodeKind::AsyncGenerator => "async_generator",
            _ => "",
        },
        Some(Value::Generator(generator)) if generator.state.get() != GeneratorState::Created => {
            "started"
        }
        _ => "",
    };
    Ok(vm.text(kind).into())
}

/// `civil_time(seconds)`: a moment since 1970 as the nine parts of a
/// `struct_time`.
fn civil_time(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let seconds = match args.values.first() {
        Some(Value::Int(seconds)) => *seconds,
        Some(Value::Float(seconds)) => seconds.floor() as i64,
        _ => return Err(Fault::type_error("an integer is required")),
    };
    let time = CivilTime::from_epoch(seconds);
    let small = [
        time.month,
        time.day,
        time.hour,
        time.minute,
        time.second,
        time.weekday,
        time.year_day,
        0,
    ];
    let parts = std::iter::once(time.year)
        .chain(small.into_iter().map(i64::from))
        .map(Value::Int)
        .collect();
    Ok(vm.tuple(parts).into())
}

/// `civil_text(format, parts)`: `strftime` of the parts that `civil_time`
/// gives.
fn civil_text(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let [Value::Str(format), Value::Tuple(parts)] = args.values.as_slice() else {
        return Err(Fault::type_error("Tuple or struct_time argument required"));
    };
    let parts: Vec<i64> = parts.items.iter().filter_map(Value::as_small_int).collect();
    let [year, month, day, hour, minute, second, weekday, year_day, _] = parts[..] else {
        return Err(Fault::type_error("time tuple must have exactly 9 elements"));
    };
    let within =
        |value: i64, least: i64, most: i64, name: &str| match (least..=most).contains(&value) {
            true => Ok(value as u32),
            false => Err(Fault::value_error(format_args!("{name} out of range"))),
        };
    let time = CivilTime {
        year,
        month: within(month.max(1), 1, 12, "month")?,
        day: within(day.max(1), 1, 31, "day of month")?,
        hour: within(hour, 0, 23, "hour")?,
        minute: within(minute, 0, 59, "minute")?,
        second: within(second, 0, 61, "seconds")?,
        weekday: within(weekday.rem_euclid(7), 0, 6, "day of week")?,
        year_day: within(year_day.max(1), 1, 366, "day of year")?,
    };
    let text = strftime(format.text(), time);
    Ok(vm.text(text).into())
}
