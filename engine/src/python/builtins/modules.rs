//! The modules: what is in Rust, and which Python text the rest comes from.

mod engine;
mod json;
mod math;
mod random;
mod threads;

pub(super) use engine::import_package;

use super::function;
use crate::asyncio;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::library;
use crate::python::object::{Args, Dict, Flow, Native, Value};
use crate::python::vm::Vm;

/// A module's Python text, empty where all of it is in Rust; `None` where
/// there is no such module.
pub(crate) fn module_source(name: &str) -> Option<&'static str> {
    Some(match name {
        "asyncio" => asyncio::SOURCE,
        "_engine" | "builtins" => "",
        _ => return library::source(name),
    })
}

/// Puts the part that is in Rust into a module's namespace.
pub(crate) fn fill_module(vm: &mut Vm, name: &str, namespace: &Dict) {
    let natives: &[&'static [Native]] = match name {
        "asyncio" => &[asyncio::NATIVES],
        "math" => &[math::NATIVES],
        "time" => &[TIME],
        "_engine" => &[
            engine::NATIVES,
            json::NATIVES,
            random::NATIVES,
            threads::NATIVES,
            super::functions::HIDDEN,
        ],
        _ => &[],
    };
    for native in natives.iter().copied().flatten() {
        namespace.set_name(&vm.names.intern(native.name), Value::Native(native));
    }
    match name {
        "asyncio" => {
            let classes = [
                Kind::CancelledError,
                Kind::InvalidStateError,
                Kind::TimeoutError,
                Kind::QueueEmpty,
                Kind::QueueFull,
                Kind::BrokenBarrierError,
            ];
            for kind in classes {
                let class = vm.types.exception(kind).clone();
                namespace.set_name(&class.name(), Value::Class(class.clone()));
            }
            for class in [&vm.types.future, &vm.types.task] {
                namespace.set_name(&class.name(), Value::Class(class.clone()));
            }
        }
        "_engine" => {
            let name = vm.names.intern("show_type");
            if let Some(function) = vm.prelude.get_name(&name) {
                namespace.set_name(&name, function);
            }
        }
        "builtins" => {
            for entry in vm.builtins.table().iter() {
                if let Value::Str(name) = &entry.key {
                    namespace.set_name(name, entry.value.clone());
                }
            }
        }
        "sys" => {
            let set = |key: &str, value: Value| namespace.set_name(&vm.names.intern(key), value);
            set("version", vm.text("3.11 (en esta página)"));
            set("maxsize", Value::Int(i64::MAX));
            set("platform", vm.text("linux"));
        }
        _ => {}
    }
}

const TIME: &[Native] = &[
    function("time", "time", time_time),
    function("time", "monotonic", monotonic),
    function("time", "perf_counter", monotonic),
    function("time", "process_time", monotonic),
    function("time", "time_ns", time_ns),
    function("time", "perf_counter_ns", monotonic_ns),
    function("time", "monotonic_ns", monotonic_ns),
    function("time", "sleep", sleep),
];

/// Seconds since 1970.
fn time_time(vm: &mut Vm, _: &Args) -> Try<Flow> {
    Ok(Value::Float(vm.epoch + vm.now).into())
}

fn monotonic(vm: &mut Vm, _: &Args) -> Try<Flow> {
    Ok(Value::Float(vm.now).into())
}

fn time_ns(vm: &mut Vm, _: &Args) -> Try<Flow> {
    Ok(Value::Int(((vm.epoch + vm.now) * 1e9) as i64).into())
}

fn monotonic_ns(vm: &mut Vm, _: &Args) -> Try<Flow> {
    Ok(Value::Int((vm.now * 1e9) as i64).into())
}

fn sleep(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let [delay] = args.values.as_slice() else {
        return Err(Fault::type_error(format_args!(
            "sleep() takes exactly one argument ({} given)",
            args.values.len()
        )));
    };
    let delay = super::numbers_to_float(vm, delay)?;
    if delay.is_nan() {
        return Err(Fault::value_error("Invalid value NaN (not a number)"));
    }
    if delay < 0.0 {
        return Err(Fault::value_error("sleep length must be non-negative"));
    }
    Ok(Flow::Sleep(delay))
}
