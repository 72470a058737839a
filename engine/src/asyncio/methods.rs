//! What programs call on futures and tasks, and what `library` stands on.

use std::cell::Cell;
use std::rc::Rc;

use super::Future;
use super::event_loop::Handle;
use super::future::{Callback, Purpose, State};
use crate::python::builtins::{function, method};
use crate::python::code::CodeKind;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Args, Class, Flow, IterKind, Layout, Native, Value, Wish};
use crate::python::vm::Vm;
use crate::trace::TimerId;

pub(crate) const FUTURE_METHODS: &[Native] = &[
    method("Future", "__await__", iterate),
    method("Future", "__iter__", iterate),
    method("Future", "done", done),
    method("Future", "result", result),
    method("Future", "exception", exception),
    method("Future", "cancel", cancel),
    method("Future", "cancelled", cancelled),
    method("Future", "set_result", set_result),
    method("Future", "set_exception", set_exception),
    method("Future", "add_done_callback", add_done_callback),
    method("Future", "remove_done_callback", remove_done_callback),
    method("Future", "get_loop", get_loop),
];

pub(crate) const TASK_METHODS: &[Native] = &[
    method("Task", "get_name", get_name),
    method("Task", "set_name", set_name),
    method("Task", "get_coro", get_coro),
    method("Task", "cancelling", cancelling),
    method("Task", "uncancel", uncancel),
    method("Task", "set_result", not_for_tasks),
    method("Task", "set_exception", not_for_tasks),
];

/// Seen by the module's Python alone.
pub(crate) const NATIVES: &[Native] = &[
    function("_asyncio", "_run", run),
    function("_asyncio", "_is_running", is_running),
    function("_asyncio", "_time", time),
    function("_asyncio", "_new_future", new_future),
    function("_asyncio", "_gather_future", gather_future),
    function("_asyncio", "_wait_future", wait_future),
    function("_asyncio", "_cancel_requested", cancel_requested),
    function("_asyncio", "_timer_future", timer_future),
    function("_asyncio", "_cancel_timer", cancel_timer),
    function("_asyncio", "_turn", turn),
    function("_asyncio", "_call_soon", call_soon),
    function("_asyncio", "_call_at", call_at),
    function("_asyncio", "_create_task", create_task),
    function("_asyncio", "_current_task", current_task),
    function("_asyncio", "_all_tasks", all_tasks),
    function("_asyncio", "_is_future", is_future),
    function("_asyncio", "_is_coroutine", is_coroutine),
    function("_asyncio", "_is_coroutine_function", is_coroutine_function),
    function("_asyncio", "_cancelled_error", make_cancelled_error),
    function("_asyncio", "_cancel_message", cancel_message),
];

fn receiver(args: &Args) -> Try<Rc<Future>> {
    match args.values.first() {
        Some(Value::Future(future)) => Ok(future.clone()),
        _ => Err(Fault::type_error("descriptor requires a 'Future' object")),
    }
}

fn option(args: &Args, name: &str, position: usize) -> Option<Value> {
    let positional = args.positional();
    args.names
        .iter()
        .position(|other| other.text() == name)
        .map(|at| args.values[positional + at].clone())
        .or_else(|| args.values[..positional].get(position).cloned())
}

/// `asyncio.Future()`
pub(crate) fn construct_future(vm: &mut Vm, _: &Rc<Class>, _: &Args) -> Try<Flow> {
    if vm.event_loop.is_none() {
        return Err(Fault::new(
            Kind::RuntimeError,
            "There is no current event loop in thread 'MainThread'.",
        ));
    }
    Ok(Value::Future(vm.new_future(Purpose::Plain)).into())
}

/// `asyncio.Task(coroutine)`
pub(crate) fn construct_task(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let name = option(args, "name", usize::MAX);
    match args.values.first() {
        Some(coroutine) if vm.event_loop.is_some() => {
            let coroutine = coroutine.clone();
            let name = name.as_ref().and_then(|name| name.as_str().cloned());
            let task = vm.create_task(&coroutine, name.as_ref().map(|name| name.text()), false)?;
            Ok(Value::Future(task).into())
        }
        Some(_) => Err(Fault::new(Kind::RuntimeError, "no running event loop")),
        None => Err(Fault::type_error(
            "Task() missing required argument 'coro' (pos 1)",
        )),
    }
}

fn iterate(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let future = receiver(args)?;
    Ok(vm.iter(IterKind::Future(future)).into())
}

fn done(_: &mut Vm, args: &Args) -> Try<Flow> {
    Ok(Value::Bool(receiver(args)?.is_done()).into())
}

fn result(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let future = receiver(args)?;
    Ok(vm.future_result(&future)?.into())
}

fn exception(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let future = receiver(args)?;
    let found = match &*future.state.borrow() {
        State::Pending => {
            return Err(Fault::new(Kind::InvalidStateError, "Exception is not set."));
        }
        State::Result(_) => Value::None,
        State::Failed(exception) => {
            future.unseen.set(false);
            Value::Instance(exception.clone())
        }
        State::Cancelled => Value::Unbound,
    };
    match found {
        Value::Unbound => Err(Fault::Raised(vm.cancelled_error(&future))),
        found => Ok(found.into()),
    }
}

fn cancel(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let future = receiver(args)?;
    let message = option(args, "msg", 1).unwrap_or(Value::None);
    Ok(Value::Bool(vm.cancel_future(&future, message)).into())
}

fn cancelled(_: &mut Vm, args: &Args) -> Try<Flow> {
    Ok(Value::Bool(receiver(args)?.is_cancelled()).into())
}

fn set_result(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let future = receiver(args)?;
    let value = args.values.get(1).cloned().unwrap_or(Value::None);
    vm.settle(&future, State::Result(value))?;
    Ok(Value::None.into())
}

fn set_exception(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let future = receiver(args)?;
    let exception = match args.values.get(1) {
        Some(Value::Instance(instance)) if instance.exception().is_some() => instance.clone(),
        Some(Value::Class(class)) if class.layout == Layout::Exception => {
            vm.exception_of(class.clone(), Vec::new())
        }
        _ => return Err(Fault::type_error("invalid exception object")),
    };
    if exception.class().is_exception(Kind::StopIteration) {
        return Err(Fault::type_error(
            "StopIteration interacts badly with generators and cannot be raised into a Future",
        ));
    }
    vm.settle(&future, State::Failed(exception))?;
    Ok(Value::None.into())
}

fn add_done_callback(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let future = receiver(args)?;
    let function = args.values.get(1).cloned().unwrap_or(Value::None);
    vm.add_callback(&future, Callback::Call(function));
    Ok(Value::None.into())
}

fn remove_done_callback(_: &mut Vm, args: &Args) -> Try<Flow> {
    let future = receiver(args)?;
    let function = args.values.get(1).cloned().unwrap_or(Value::None);
    let before = future.callbacks.borrow().len();
    let kept: Vec<Callback> = future
        .callbacks
        .borrow()
        .iter()
        .filter(|callback| !matches!(callback, Callback::Call(other) if other.same_key(&function)))
        .cloned()
        .collect();
    let removed = before - kept.len();
    drop(future.callbacks.replace(kept));
    Ok(removed.into())
}

fn get_loop(vm: &mut Vm, _: &Args) -> Try<Flow> {
    let name = vm.names.intern("asyncio");
    match vm.modules.get(name.text()) {
        Some(Value::Module(module)) => {
            let loop_object = module.namespace.get_name(&vm.names.intern("_loop"));
            Ok(loop_object.unwrap_or(Value::None).into())
        }
        _ => Ok(Value::None.into()),
    }
}

fn get_name(_: &mut Vm, args: &Args) -> Try<Flow> {
    let task = receiver(args)?;
    match &task.task {
        Some(body) => Ok(body.name.borrow().clone().into()),
        None => Ok(Value::None.into()),
    }
}

fn set_name(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let task = receiver(args)?;
    let name = match args.values.get(1) {
        Some(value) => vm.str_of(value)?,
        None => String::new(),
    };
    if let Some(body) = &task.task {
        *body.name.borrow_mut() = vm.names.intern(&name);
    }
    Ok(Value::None.into())
}

fn get_coro(_: &mut Vm, args: &Args) -> Try<Flow> {
    let task = receiver(args)?;
    let coroutine = task
        .task
        .as_ref()
        .and_then(|body| body.coroutine.borrow().clone());
    Ok(coroutine.map_or(Value::None, Value::Generator).into())
}

fn cancelling(_: &mut Vm, args: &Args) -> Try<Flow> {
    let task = receiver(args)?;
    let count = task
        .task
        .as_ref()
        .map_or(0, |body| body.cancel_requests.get());
    Ok(Value::Int(count.into()).into())
}

fn uncancel(_: &mut Vm, args: &Args) -> Try<Flow> {
    let task = receiver(args)?;
    let Some(body) = &task.task else {
        return Ok(Value::Int(0).into());
    };
    let count = body.cancel_requests.get().saturating_sub(1);
    body.cancel_requests.set(count);
    Ok(Value::Int(count.into()).into())
}

fn not_for_tasks(_: &mut Vm, _: &Args) -> Try<Flow> {
    Err(Fault::new(
        Kind::RuntimeError,
        "Task does not support set_result operation",
    ))
}

fn run(_: &mut Vm, args: &Args) -> Try<Flow> {
    Ok(Wish::RunLoop(args.values[0].clone()).into())
}

fn is_running(vm: &mut Vm, _: &Args) -> Try<Flow> {
    Ok(Value::Bool(vm.event_loop.is_some()).into())
}

fn time(vm: &mut Vm, _: &Args) -> Try<Flow> {
    Ok(Value::Float(vm.now).into())
}

/// `_new_future(resource=None)`
fn new_future(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let purpose = match args.values.first() {
        Some(Value::Str(kind)) => Purpose::Resource(kind.text().into()),
        _ => Purpose::Plain,
    };
    Ok(Value::Future(vm.new_future(purpose)).into())
}

fn gather_future(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let children = vm
        .items_of(&args.values[0])?
        .into_iter()
        .filter_map(|child| match child {
            Value::Future(child) => Some(child),
            _ => None,
        })
        .collect();
    let purpose = Purpose::Gather {
        children,
        cancel_requested: Cell::new(false),
    };
    Ok(Value::Future(vm.new_future(purpose)).into())
}

/// `_wait_future(tasks)`: a future that stands for waiting for them.
fn wait_future(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let tasks = vm
        .items_of(&args.values[0])?
        .iter()
        .filter_map(|task| match task {
            Value::Future(task) => task.task.as_ref().map(|body| body.id),
            _ => None,
        })
        .collect();
    Ok(Value::Future(vm.new_future(Purpose::Tasks(tasks))).into())
}

fn cancel_requested(_: &mut Vm, args: &Args) -> Try<Flow> {
    let future = receiver(args)?;
    let asked = match &*future.purpose.borrow() {
        Purpose::Gather {
            cancel_requested, ..
        } => cancel_requested.get(),
        _ => false,
    };
    Ok(Value::Bool(asked).into())
}

/// `_timer_future(delay, result)`: a future that a timer ends, and the timer.
fn timer_future(vm: &mut Vm, args: &Args) -> Try<Flow> {
    if vm.event_loop.is_none() {
        return Err(Fault::new(Kind::RuntimeError, "no running event loop"));
    }
    let delay = crate::python::builtins::numbers_to_float(vm, &args.values[0])?;
    let result = args.values.get(1).cloned().unwrap_or(Value::None);
    let deadline = vm.now + delay;
    let timer = vm.next_timer();
    let future = vm.new_future(Purpose::Timer { timer, deadline });
    vm.set_timer(timer, deadline, Handle::SetResult(future.clone(), result));
    let timer = Value::Int(timer.0.into());
    Ok(vm.tuple(vec![Value::Future(future), timer]).into())
}

fn cancel_timer(vm: &mut Vm, args: &Args) -> Try<Flow> {
    if let Some(Value::Int(timer)) = args.values.first() {
        vm.cancel_timer(TimerId(*timer as u32));
    }
    Ok(Value::None.into())
}

fn turn(vm: &mut Vm, _: &Args) -> Try<Flow> {
    Ok(vm.iter(IterKind::Turn).into())
}

fn call_soon(vm: &mut Vm, args: &Args) -> Try<Flow> {
    vm.call_soon(Handle::Call(args.values[0].clone(), Vec::new()));
    Ok(Value::None.into())
}

/// `_call_at(when, function)`
fn call_at(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let when = crate::python::builtins::numbers_to_float(vm, &args.values[0])?;
    let timer = vm.call_at(when, Handle::Call(args.values[1].clone(), Vec::new()));
    Ok(Value::Int(timer.0.into()).into())
}

/// `_create_task(coroutine, name)`
fn create_task(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let name = match args.values.get(1) {
        None | Some(Value::None) => None,
        Some(name) => Some(vm.str_of(name)?),
    };
    let task = vm.create_task(&args.values[0], name.as_deref(), false)?;
    Ok(Value::Future(task).into())
}

fn current_task(vm: &mut Vm, _: &Args) -> Try<Flow> {
    Ok(vm.current_task().map_or(Value::None, Value::Future).into())
}

fn all_tasks(vm: &mut Vm, _: &Args) -> Try<Flow> {
    let tasks = vm.pending_tasks().into_iter().map(Value::Future).collect();
    Ok(vm.list(tasks).into())
}

fn is_future(_: &mut Vm, args: &Args) -> Try<Flow> {
    Ok(Value::Bool(matches!(args.values[0], Value::Future(_))).into())
}

fn is_coroutine(_: &mut Vm, args: &Args) -> Try<Flow> {
    let found = matches!(&args.values[0], Value::Generator(g) if g.kind == CodeKind::Coroutine);
    Ok(Value::Bool(found).into())
}

fn is_coroutine_function(_: &mut Vm, args: &Args) -> Try<Flow> {
    let function = match &args.values[0] {
        Value::BoundMethod(method) => &method.function,
        other => other,
    };
    let found = matches!(function, Value::Function(f) if f.code.kind == CodeKind::Coroutine);
    Ok(Value::Bool(found).into())
}

fn cancel_message(_: &mut Vm, args: &Args) -> Try<Flow> {
    let message = receiver(args)?.cancel_message.borrow().clone();
    Ok(message.into())
}

/// The `CancelledError` of a cancelled future.
fn make_cancelled_error(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let future = receiver(args)?;
    Ok(Value::Instance(vm.cancelled_error(&future)).into())
}
