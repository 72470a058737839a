//! Special methods of the containers, for `super().__setitem__(key, value)` in
//! a class of the program's: they work on the native value inside.

use crate::python::fault::{Fault, Try};
use crate::python::object::{Args, Flow, Value};
use crate::python::vm::Vm;

/// The native value of `self`, and so many more arguments.
fn arguments<const N: usize>(args: &Args) -> Try<(Value, &[Value; N])> {
    let given = args.values.len().saturating_sub(1);
    match args.values.split_first() {
        Some((receiver, rest)) if args.names.is_empty() && rest.len() == N => {
            match rest.try_into() {
                Ok(rest) => Ok((receiver.native().clone(), rest)),
                Err(_) => Err(Fault::type_error("bad arguments")),
            }
        }
        _ => Err(Fault::type_error(format!(
            "expected {N} argument{}, got {given}",
            if N == 1 { "" } else { "s" }
        ))),
    }
}

pub(super) fn contains(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (container, [item]) = arguments(args)?;
    vm.contains(&container, item)
}

pub(super) fn delete_item(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (container, [key]) = arguments(args)?;
    vm.delete_item(&container, key)
}

pub(super) fn get_item(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (container, [key]) = arguments(args)?;
    vm.get_item(&container, key)
}

pub(super) fn iter(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (container, []) = arguments(args)?;
    vm.get_iter(&container)
}

pub(super) fn length(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (container, []) = arguments(args)?;
    vm.length(&container)
}

pub(super) fn set_item(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (container, [key, value]) = arguments(args)?;
    vm.set_item(&container, key, value.clone())
}
