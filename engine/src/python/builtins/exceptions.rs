//! Exceptions: made, asked and changed by programs.

use std::rc::Rc;

use super::method;
use crate::python::fault::{Exception, Fault, Kind, Try};
use crate::python::object::{Args, Class, Flow, Native, Value};
use crate::python::vm::Vm;

pub(crate) const fn exception_methods(kind: Kind) -> &'static [Native] {
    match kind {
        Kind::BaseException => METHODS,
        Kind::BaseExceptionGroup => GROUP_METHODS,
        _ => &[],
    }
}

const METHODS: &[Native] = &[
    method("BaseException", "__init__", init),
    method("BaseException", "__str__", to_text),
    method("BaseException", "__repr__", to_repr),
    method("BaseException", "with_traceback", with_traceback),
    method("BaseException", "add_note", add_note),
];

const GROUP_METHODS: &[Native] = &[
    method("BaseExceptionGroup", "split", split),
    method("BaseExceptionGroup", "subgroup", subgroup),
    method("BaseExceptionGroup", "derive", derive),
];

/// `ValueError("no")`
pub(crate) fn construct_exception(vm: &mut Vm, class: &Rc<Class>, args: &Args) -> Try<Flow> {
    let named = class.is_exception(Kind::ImportError)
        || class.is_exception(Kind::NameError)
        || class.is_exception(Kind::AttributeError);
    if !args.names.is_empty() && !named {
        return Err(Fault::type_error(format_args!(
            "{}() takes no keyword arguments",
            class.name().text()
        )));
    }
    let given = args.values[..args.positional()].to_vec();
    if class.is_exception(Kind::BaseExceptionGroup) {
        return group(vm, class, &given);
    }
    let class = match (class.exception, given.as_slice()) {
        (Some(Kind::OSError), [Value::Int(number), _, ..]) if class.builtin => {
            vm.types.exception(of_errno(*number)).clone()
        }
        _ => class.clone(),
    };
    let exception = vm.exception_instance(&class, given);
    for (name, value) in args.names.iter().zip(&args.values[args.positional()..]) {
        if let Value::Instance(exception) = &exception {
            exception.dict().set_name(name, value.clone());
        }
    }
    Ok(exception.into())
}

/// What `OSError(number, text)` makes (Python library, "OS exceptions"; the
/// numbers are Linux's).
fn of_errno(number: i64) -> Kind {
    match number {
        1 | 13 => Kind::PermissionError,
        2 => Kind::FileNotFoundError,
        3 => Kind::ProcessLookupError,
        4 => Kind::InterruptedError,
        10 => Kind::ChildProcessError,
        11 | 114 | 115 => Kind::BlockingIOError,
        17 => Kind::FileExistsError,
        20 => Kind::NotADirectoryError,
        21 => Kind::IsADirectoryError,
        32 | 108 => Kind::BrokenPipeError,
        103 => Kind::ConnectionAbortedError,
        104 => Kind::ConnectionResetError,
        110 => Kind::TimeoutError,
        111 => Kind::ConnectionRefusedError,
        _ => Kind::OSError,
    }
}

fn group(vm: &mut Vm, class: &Rc<Class>, given: &[Value]) -> Try<Flow> {
    let [message, members] = given else {
        return Err(Fault::type_error(format_args!(
            "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
            given.len()
        )));
    };
    if message.as_str().is_none() {
        return Err(Fault::type_error(format_args!(
            "argument 1 must be str, not {}",
            vm.type_name(message)
        )));
    }
    let members = match members {
        Value::List(_) | Value::Tuple(_) => vm.items_of(members)?,
        _ => {
            return Err(Fault::type_error(
                "second argument (exceptions) must be a sequence",
            ));
        }
    };
    if members.is_empty() {
        return Err(Fault::value_error(
            "second argument (exceptions) must be a non-empty sequence",
        ));
    }
    let mut plain = true;
    for (index, member) in members.iter().enumerate() {
        match member {
            Value::Instance(member) if member.exception().is_some() => {
                plain &= member.class().is_exception(Kind::Exception);
            }
            _ => {
                return Err(Fault::value_error(format_args!(
                    "Item {index} of second argument (exceptions) is not an exception"
                )));
            }
        }
    }
    let mut class = class.clone();
    if plain && class.exception == Some(Kind::BaseExceptionGroup) {
        class = vm.types.exception(Kind::ExceptionGroup).clone();
    }
    if !plain && class.is_exception(Kind::ExceptionGroup) {
        return Err(Fault::type_error(
            "Cannot nest BaseExceptions in an ExceptionGroup",
        ));
    }
    Ok(vm.exception_instance(&class, given.to_vec()).into())
}

/// What an exception keeps of its arguments besides `args`.
pub(crate) fn complete_exception(vm: &Vm, exception: &Exception) {
    let class = exception.class();
    let args = exception.exception_args();
    let set = |name: &str, value: Value| {
        exception.dict().set_name(&vm.names.intern(name), value);
    };
    if class.is_exception(Kind::OSError) {
        // The file's name is kept apart from the arguments.
        if let [number, text, file, ..] = args.as_slice()
            && let Some(body) = exception.exception()
        {
            set("filename", file.clone());
            let args = vm.tuple(vec![number.clone(), text.clone()]);
            drop(body.args.replace(args));
        }
    } else if class.is_exception(Kind::BaseExceptionGroup)
        && let [_, members] = args.as_slice()
        && let Some(body) = exception.exception()
    {
        let items = match members {
            Value::List(list) => list.items().clone(),
            Value::Tuple(tuple) => tuple.items.clone(),
            _ => Vec::new(),
        };
        *body.members.borrow_mut() = items
            .into_iter()
            .filter_map(|item| match item {
                Value::Instance(member) => Some(member),
                _ => None,
            })
            .collect();
    }
}

fn receiver(args: &Args) -> Try<Exception> {
    match args.values.first() {
        Some(Value::Instance(instance)) if instance.exception().is_some() => Ok(instance.clone()),
        _ => Err(Fault::type_error(
            "descriptor requires a 'BaseException' object",
        )),
    }
}

/// `super().__init__(..)` of a program's exception.
fn init(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let exception = receiver(args)?;
    if let Some(body) = exception.exception() {
        let given = vm.tuple(args.values[1..args.positional()].to_vec());
        drop(body.args.replace(given));
        complete_exception(vm, &exception);
    }
    Ok(Value::None.into())
}

fn to_text(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let exception = receiver(args)?;
    let text = vm.exception_text(&exception)?;
    Ok(vm.text(text).into())
}

fn to_repr(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let exception = receiver(args)?;
    let given = exception.exception_args();
    let mut parts = Vec::new();
    for value in &given {
        parts.push(vm.repr(value)?);
    }
    let text = format!("{}({})", exception.class().name().text(), parts.join(", "));
    Ok(vm.text(text).into())
}

fn with_traceback(_: &mut Vm, args: &Args) -> Try<Flow> {
    Ok(args.values[0].clone().into())
}

fn add_note(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let exception = receiver(args)?;
    let note = match args.values.get(1) {
        Some(note) if note.as_str().is_some() => note.clone(),
        other => {
            let name = other.map_or_else(String::new, |value| vm.type_name(value));
            return Err(Fault::type_error(format_args!(
                "note must be a str, not '{name}'"
            )));
        }
    };
    let name = vm.names.intern("__notes__");
    match exception.attribute(&name) {
        Some(Value::List(notes)) => notes.push(note),
        _ => {
            let notes = vm.list(vec![note]);
            exception.dict().set_name(&name, notes);
        }
    }
    Ok(Value::None.into())
}

fn parts(vm: &mut Vm, args: &Args) -> Try<(Value, Value)> {
    let group = receiver(args)?;
    let class = match args.values.get(1) {
        Some(class @ (Value::Class(_) | Value::Tuple(_))) => class.clone(),
        _ => return Err(Fault::NeedsPython),
    };
    let (matched, rest) = vm.split_group(&group, &|vm, one| vm.matches(one, &class))?;
    let value = |part: Option<Exception>| part.map_or(Value::None, Value::Instance);
    Ok((value(matched), value(rest)))
}

/// A group of the same message with other members.
fn derive(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let group = receiver(args)?;
    let message = group.exception_args().into_iter().next();
    let class = vm.types.exception(Kind::BaseExceptionGroup).clone();
    let members = args.values.get(1).cloned().unwrap_or(Value::None);
    let given = vec![message.unwrap_or(Value::None), members];
    construct_exception(vm, &class, &Args::new(given))
}

fn split(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (matched, rest) = parts(vm, args)?;
    Ok(vm.tuple(vec![matched, rest]).into())
}

fn subgroup(vm: &mut Vm, args: &Args) -> Try<Flow> {
    Ok(parts(vm, args)?.0.into())
}
