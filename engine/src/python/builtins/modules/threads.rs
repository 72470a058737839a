//! Threads, as far as the library's Python does not say them itself.

use crate::python::builtins::{function, numbers_to_float};
use crate::python::fault::{Fault, Try};
use crate::python::object::{Args, Flow, Native, Value, Wish};
use crate::python::vm::{Vm, Waiting};

pub(super) const NATIVES: &[Native] = &[
    function("_engine", "start_thread", start_thread),
    function("_engine", "thread_id", thread_id),
    function("_engine", "wait_empty", wait_empty),
    function("_engine", "loaded", loaded),
];

/// `start_thread(function, args, name)`: its number. One without a name is the
/// library's own, and not told of.
fn start_thread(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let [function, Value::Tuple(given), Value::Str(name)] = args.values.as_slice() else {
        return Err(Fault::type_error("2nd arg must be a tuple"));
    };
    let given = Args::new(given.items.to_vec());
    let id = vm.start_thread(function, given, name.text())?;
    Ok(Value::Int(id.into()).into())
}

/// `thread_id()`: the running thread's number; 0 is the program's own.
fn thread_id(vm: &mut Vm, _: &Args) -> Try<Flow> {
    Ok(Value::Int(vm.threads.current().into()).into())
}

/// `wait_empty(list, seconds)`: lets other threads run until the list is
/// empty, or so many seconds are over (`None`: however long it takes).
fn wait_empty(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let [Value::List(list), seconds] = args.values.as_slice() else {
        return Err(Fault::type_error("a list is required"));
    };
    let until = match seconds {
        Value::None => None,
        seconds => Some(vm.now + numbers_to_float(vm, seconds)?),
    };
    Ok(Wish::Wait(Waiting::empty(list.clone(), until)).into())
}

/// `loaded(name)`: the module, if it has been imported.
fn loaded(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let module = match args.values.first() {
        Some(Value::Str(name)) => vm.modules.get(name.text()).cloned(),
        _ => None,
    };
    Ok(module.unwrap_or_default().into())
}
