//! What programs call on futures and tasks, and what `library` stands on.

use std::cell::Cell;
use std::rc::Rc;

use super::Future;
use super::event_loop::{Handle, LoopId};
use super::future::{Callback, Purpose, State};
use crate::python::builtins::arguments::Call;
use crate::python::builtins::{function, method};
use crate::python::code::CodeKind;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Args, Class, Flow, IterKind, Layout, Native, Str, Value, Wish};
use crate::python::vm::Vm;
use crate::trace::{EventKind, ResourceId, TaskId, TimerId};

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
    method("Task", "get_stack", get_stack),
    method("Task", "print_stack", print_stack),
    method("Task", "cancelling", cancelling),
    method("Task", "uncancel", uncancel),
    method("Task", "set_result", set_task_result),
    method("Task", "set_exception", set_task_exception),
];

/// Seen by the module's Python alone.
pub(crate) const NATIVES: &[Native] = &[
    function("_asyncio", "_open_loop", open_loop),
    function("_asyncio", "_close_loop", close_loop),
    function("_asyncio", "_run_loop", run_loop),
    function("_asyncio", "_set_debug", set_debug),
    function("_asyncio", "_origin", origin),
    function("_asyncio", "_stop_loop", stop_loop),
    function("_asyncio", "_running_loop", running_loop),
    function("_asyncio", "_is_loop_running", is_loop_running),
    function("_asyncio", "_close_generators", close_generators),
    function("_asyncio", "_is_running", is_running),
    function("_asyncio", "_time", time),
    function("_asyncio", "_new_future", new_future),
    function("_asyncio", "_new_resource", new_resource),
    function("_asyncio", "_acquired", acquired),
    function("_asyncio", "_released", released),
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
    function("_asyncio", "_call_text", call_text),
    function("_asyncio", "_skip_task_name", skip_task_name),
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

/// A loop given as its number, else the one that runs. Errors: there is none.
fn home_of(vm: &Vm, given: Option<&Value>) -> Try<LoopId> {
    match given {
        Some(Value::Int(id)) => Ok(LoopId(*id as u32)),
        _ => vm
            .running_loop
            .ok_or_else(|| Fault::new(Kind::RuntimeError, "no running event loop")),
    }
}

/// The loop that `Future(loop=...)` and `Task(..., loop=...)` ask for. `None`:
/// Python must find it.
fn asked_home(vm: &Vm, args: &Args) -> Option<LoopId> {
    match option(args, "loop", usize::MAX) {
        None | Some(Value::None) => vm.running_loop,
        Some(Value::Instance(object)) => match object.attribute(&vm.names.intern("_id")) {
            Some(Value::Int(id)) => Some(LoopId(id as u32)),
            _ => None,
        },
        Some(_) => None,
    }
}

/// `asyncio.Future(*, loop=None)`
pub(crate) fn construct_future(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    if args.positional() > 0 {
        return Err(Fault::type_error("Future() takes no positional arguments"));
    }
    match asked_home(vm, args) {
        Some(home) => Ok(Value::Future(vm.new_future(home, Purpose::Plain)).into()),
        None => outside(vm, "_future_outside", args),
    }
}

/// `asyncio.Task(coro, *, loop=None, name=None, context=None)`
pub(crate) fn construct_task(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let name = option(args, "name", usize::MAX);
    let coroutine = option(args, "coro", 0)
        .ok_or_else(|| Fault::type_error("Task() missing required argument 'coro' (pos 1)"))?;
    let Some(home) = asked_home(vm, args) else {
        return outside(vm, "_task_outside", args);
    };
    let name = match name {
        None | Some(Value::None) => None,
        Some(name) => Some(vm.str_of(&name)?),
    };
    let task = vm.create_task(&coroutine, name.as_deref(), false, home)?;
    Ok(Value::Future(task).into())
}

/// No loop runs: Python looks for one that could.
fn outside(vm: &Vm, function: &str, args: &Args) -> Try<Flow> {
    let missing = || Fault::new(Kind::RuntimeError, "no running event loop");
    let function = vm.asyncio_name(function).ok_or_else(missing)?;
    let args = Args {
        values: args.values.clone(),
        names: args.names.clone(),
    };
    Ok(Flow::call(function, args))
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
    Ok(Value::Bool(vm.cancel_future(&future, message)?).into())
}

fn cancelled(_: &mut Vm, args: &Args) -> Try<Flow> {
    Ok(Value::Bool(receiver(args)?.is_cancelled()).into())
}

fn set_result(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let future = receiver(args)?;
    let value = args.values.get(1).cloned().unwrap_or(Value::None);
    vm.settle_checked(&future, State::Result(value))?;
    Ok(Value::None.into())
}

fn set_exception(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let future = receiver(args)?;
    if future.is_done() {
        // This is what it fails of, whatever the exception is.
        vm.settle_checked(&future, State::Cancelled)?;
    }
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
    vm.settle_checked(&future, State::Failed(exception))?;
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

fn get_loop(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let home = receiver(args)?.home;
    Ok(vm.loops.object(home).into())
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
        *body.name.borrow_mut() = Rc::new(Str::new(&vm.heap, name.as_str()));
        let task = body.id;
        vm.log(EventKind::TaskRenamed {
            task,
            name: name.into(),
        });
    }
    Ok(Value::None.into())
}

fn get_coro(_: &mut Vm, args: &Args) -> Try<Flow> {
    let coroutine = receiver(args)?.coroutine();
    Ok(coroutine.map_or(Value::None, Value::Generator).into())
}

/// `task.get_stack(*, limit=None)`
fn get_stack(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (_, call) = Call::method("Task", "get_stack", args)?;
    let [limit] = call.named(["limit"], 0, 0)?;
    let task = receiver(args)?;
    let mut frames = vm.stack_of(&task);
    if let Some(limit) = limit.filter(|limit| !limit.is_none()) {
        frames.truncate(vm.index_of(limit)?.max(0) as usize);
    }
    Ok(vm.list(frames).into())
}

/// `task.print_stack(*, limit=None, file=None)`
fn print_stack(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (_, call) = Call::method("Task", "print_stack", args)?;
    let [limit, file] = call.named(["limit", "file"], 0, 0)?;
    let failure = receiver(args)?.failure().map(Value::Instance);
    let given = |value: Option<&Value>| value.cloned().unwrap_or(Value::None);
    let args = vec![
        args.values[0].clone(),
        failure.unwrap_or(Value::None),
        given(limit),
        given(file),
    ];
    vm.prelude_call("print_stack", args)
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

fn set_task_result(_: &mut Vm, _: &Args) -> Try<Flow> {
    not_for_tasks("set_result")
}

fn set_task_exception(_: &mut Vm, _: &Args) -> Try<Flow> {
    not_for_tasks("set_exception")
}

fn not_for_tasks(name: &str) -> Try<Flow> {
    let message = format!("Task does not support {name} operation");
    Err(Fault::new(Kind::RuntimeError, message))
}

/// `_open_loop(object)`: a new loop's number.
fn open_loop(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let id = vm.loops.open(args.values[0].clone());
    Ok(Value::Int(id.0.into()).into())
}

/// `_close_loop(loop)`: what it still held is dropped.
fn close_loop(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let id = home_of(vm, args.values.first())?;
    if let Some(closed) = vm.loops.close(id) {
        vm.heap.bury(closed.into_values().collect());
    }
    Ok(Value::None.into())
}

/// `_run_loop(loop)`: until it is stopped.
fn run_loop(vm: &mut Vm, args: &Args) -> Try<Flow> {
    Ok(Wish::RunLoop(home_of(vm, args.values.first())?).into())
}

/// `_set_debug(loop, debug, slow)`: in debug mode what runs `slow` seconds is
/// reported.
fn set_debug(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let id = home_of(vm, args.values.first())?;
    let slow = crate::python::builtins::numbers_to_float(vm, &args.values[2])?;
    if let Some(event_loop) = vm.loops.get_mut(id) {
        event_loop.debug = matches!(args.values[1], Value::Bool(true));
        event_loop.slow = slow;
    }
    Ok(Value::None.into())
}

/// `_origin(thing=None)`: where it was created, in debug mode.
fn origin(vm: &mut Vm, args: &Args) -> Try<Flow> {
    Ok(vm.origin_value(args.values.first()).into())
}

/// `_stop_loop(loop)`
fn stop_loop(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let id = home_of(vm, args.values.first())?;
    if let Some(event_loop) = vm.loops.get_mut(id) {
        event_loop.stopping = true;
    }
    Ok(Value::None.into())
}

/// `_running_loop()`: the loop that runs in this thread, or `None`.
fn running_loop(vm: &mut Vm, _: &Args) -> Try<Flow> {
    let running = vm.running_loop;
    Ok(running.map_or(Value::None, |id| vm.loops.object(id)).into())
}

/// `_is_loop_running(loop)`: in whichever thread.
fn is_loop_running(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let id = home_of(vm, args.values.first())?;
    let running = vm
        .loops
        .get(id)
        .is_some_and(|event_loop| event_loop.running);
    Ok(Value::Bool(running).into())
}

/// `_close_generators(loop)`: a coroutine that closes the asynchronous
/// generators left half-way. Where there are none it only counts the task.
fn close_generators(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let id = home_of(vm, args.values.first())?;
    let open = vm.open_generators(id);
    let coroutine = vm.closing_coroutine(open);
    if coroutine.is_none() {
        vm.counters.task_names += 1;
    }
    Ok(coroutine.unwrap_or_default().into())
}

fn is_running(vm: &mut Vm, _: &Args) -> Try<Flow> {
    Ok(Value::Bool(vm.running_loop.is_some()).into())
}

fn time(vm: &mut Vm, _: &Args) -> Try<Flow> {
    Ok(Value::Float(vm.now).into())
}

/// `_new_future(resource=None, loop=None, held=None)`
fn new_future(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let home = home_of(vm, args.values.get(1))?;
    let purpose = match args.values.first() {
        Some(Value::Str(kind)) => Purpose::Resource {
            kind: kind.text().into(),
            held: args.values.get(2).and_then(resource_of),
        },
        _ => Purpose::Plain,
    };
    Ok(Value::Future(vm.new_future(home, purpose)).into())
}

fn resource_of(number: &Value) -> Option<ResourceId> {
    match number {
        Value::Int(number) => u32::try_from(*number).ok().map(ResourceId),
        _ => None,
    }
}

fn running_task(vm: &Vm) -> Option<TaskId> {
    Some(vm.current_task()?.task.as_ref()?.id)
}

/// `_new_resource()`: the number of a lock or semaphore.
fn new_resource(vm: &mut Vm, _: &Args) -> Try<Flow> {
    let number = vm.counters.resources;
    vm.counters.resources += 1;
    Ok(Value::Int(number.into()).into())
}

/// `_acquired(resource, kind)`: the running task holds it from now on.
fn acquired(vm: &mut Vm, args: &Args) -> Try<Flow> {
    if let [number, Value::Str(kind)] = &args.values[..]
        && let (Some(resource), Some(task)) = (resource_of(number), running_task(vm))
    {
        let kind = kind.text().into();
        vm.log(EventKind::Acquired {
            resource,
            task,
            kind,
        });
    }
    Ok(Value::None.into())
}

/// `_released(resource)`
fn released(vm: &mut Vm, args: &Args) -> Try<Flow> {
    if let Some(resource) = resource_of(&args.values[0]) {
        let task = running_task(vm);
        vm.log(EventKind::Released { resource, task });
    }
    Ok(Value::None.into())
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
    let home = home_of(vm, args.values.get(1))?;
    Ok(Value::Future(vm.new_future(home, purpose)).into())
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
    let home = home_of(vm, args.values.get(1))?;
    Ok(Value::Future(vm.new_future(home, Purpose::Tasks(tasks))).into())
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
    let home = home_of(vm, None)?;
    let delay = crate::python::builtins::numbers_to_float(vm, &args.values[0])?;
    let result = args.values.get(1).cloned().unwrap_or(Value::None);
    let deadline = vm.now + delay;
    let timer = vm.next_timer();
    let future = vm.new_future(home, Purpose::Timer { timer, deadline });
    vm.set_timer(
        home,
        timer,
        deadline,
        Handle::SetResult(future.clone(), result),
    );
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

/// `_call_soon(loop, function)`
fn call_soon(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let home = home_of(vm, args.values.first())?;
    vm.call_soon(home, Handle::Call(args.values[1].clone(), Vec::new()));
    Ok(Value::None.into())
}

/// `_call_at(loop, when, function)`
fn call_at(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let home = home_of(vm, args.values.first())?;
    let when = crate::python::builtins::numbers_to_float(vm, &args.values[1])?;
    let timer = vm.next_timer();
    let handle = Handle::Call(args.values[2].clone(), Vec::new());
    vm.set_timer(home, timer, when, handle);
    Ok(Value::Int(timer.0.into()).into())
}

/// `_create_task(coroutine, name, loop, main)`
fn create_task(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let name = match args.values.get(1) {
        None | Some(Value::None) => None,
        Some(name) => Some(vm.str_of(name)?),
    };
    let home = home_of(vm, args.values.get(2))?;
    let main = matches!(args.values.get(3), Some(Value::Bool(true)));
    let task = vm.create_task(&args.values[0], name.as_deref(), main, home)?;
    // Whoever runs it to its end looks after it.
    task.complains.set(!main);
    Ok(Value::Future(task).into())
}

/// `_current_task(loop)`
fn current_task(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let current = match args.values.first() {
        Some(Value::Int(id)) => vm
            .loops
            .get(LoopId(*id as u32))
            .and_then(|event_loop| event_loop.current.clone()),
        _ => vm.current_task(),
    };
    Ok(current.map_or(Value::None, Value::Future).into())
}

/// `_all_tasks(loop)`: those that are not done.
fn all_tasks(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let home = home_of(vm, args.values.first())?;
    let tasks = vm.pending_tasks(home);
    Ok(vm
        .list(tasks.into_iter().map(Value::Future).collect())
        .into())
}

/// `_skip_task_name()`: CPython runs a task here, and so uses up a number.
fn skip_task_name(vm: &mut Vm, _: &Args) -> Try<Flow> {
    vm.counters.task_names += 1;
    Ok(Value::None.into())
}

/// `_call_text(function, args)`: as reports show a callback.
fn call_text(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let Value::Tuple(given) = &args.values[1] else {
        return Ok(Value::None.into());
    };
    let text = vm.call_text(&args.values[0], &given.items);
    Ok(vm.text(text).into())
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
