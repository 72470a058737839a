//! The event loops: each its ready queue, its timers, its tasks.

use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashSet, VecDeque};
use std::rc::{Rc, Weak};

use super::Future;
use super::future::Callback;
use crate::python::fault::Exception;
use crate::python::object::{Generator, GeneratorState, Value};
use crate::python::vm::Vm;
use crate::trace::{EventKind, ReadyReason, Seconds, TaskId, TimerId};

/// Timers due within this are due: the resolution of CPython's clock.
const RESOLUTION: Seconds = 1e-9;

/// An event loop, numbered from 0 in order of creation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoopId(pub u32);

/// The event loops of a run.
#[derive(Default)]
pub struct Loops {
    /// By their numbers. Of a closed one nothing is left here.
    open: Vec<Option<Box<EventLoop>>>,
    /// What the program sees of each. A closed one is still that of its
    /// futures, and hears what becomes of them.
    objects: Vec<Value>,
    /// Timers that have neither fired nor been cancelled.
    pending: HashSet<TimerId>,
    /// Tasks of loops that were closed.
    left: Vec<Weak<Future>>,
}

impl Loops {
    /// A new loop; `object` is what the program sees of it.
    pub(crate) fn open(&mut self, object: Value) -> LoopId {
        let id = LoopId(self.open.len() as u32);
        self.open.push(Some(Box::default()));
        self.objects.push(object);
        id
    }

    pub(crate) fn close(&mut self, id: LoopId) -> Option<Box<EventLoop>> {
        let closed = self.open.get_mut(id.0 as usize)?.take()?;
        let matters = |task: &&Weak<Future>| {
            let task = task.upgrade();
            task.is_some_and(|task| !task.is_done() || task.unseen.get())
        };
        self.left
            .extend(closed.tasks.iter().filter(matters).cloned());
        Some(closed)
    }

    /// The tasks that no loop will ever run to their end.
    pub(crate) fn take_abandoned(&mut self) -> Vec<Rc<Future>> {
        let open = self.open.iter_mut().flatten();
        self.left
            .extend(open.flat_map(|event_loop| event_loop.tasks.drain(..)));
        let all = self.left.iter().filter_map(Weak::upgrade);
        let pending = |task: &Rc<Future>| !task.is_done() && task.complains.replace(false);
        all.filter(pending).collect()
    }

    /// The tasks whose failure nobody looked at, and which only a circle holds.
    pub(crate) fn take_unseen(&mut self) -> Vec<Rc<Future>> {
        let all = self.left.iter().filter_map(Weak::upgrade);
        all.filter(|task| task.unseen.replace(false)).collect()
    }

    /// What all the loops hold, to be dropped.
    pub(crate) fn into_values(self) -> Vec<Value> {
        let mut values = self.objects;
        let alive = |task: &Weak<Future>| task.upgrade().map(Value::Future);
        values.extend(self.left.iter().filter_map(alive));
        for event_loop in self.open.into_iter().flatten() {
            values.extend(event_loop.tasks.iter().filter_map(alive));
            values.extend(event_loop.into_values());
        }
        values
    }

    /// What the program sees of a loop.
    pub(crate) fn object(&self, id: LoopId) -> Value {
        self.objects.get(id.0 as usize).cloned().unwrap_or_default()
    }

    pub(crate) fn get(&self, id: LoopId) -> Option<&EventLoop> {
        self.open.get(id.0 as usize)?.as_deref()
    }

    pub(crate) fn get_mut(&mut self, id: LoopId) -> Option<&mut EventLoop> {
        self.open.get_mut(id.0 as usize)?.as_deref_mut()
    }
}

/// One loop's state.
#[derive(Default)]
pub(crate) struct EventLoop {
    pub(super) ready: VecDeque<Handle>,
    timers: BinaryHeap<Reverse<Timer>>,
    sequence: u64,
    /// The task that has the thread.
    pub(crate) current: Option<Rc<Future>>,
    tasks: Vec<Weak<Future>>,
    /// Asynchronous generators that have begun: closed at the end.
    generators: Vec<Weak<Generator>>,
    /// Somebody runs it.
    pub(super) running: bool,
    /// It is to stop at the end of its turn.
    pub(crate) stopping: bool,
    /// In debug mode: where things are created is remembered, and what runs for
    /// too long is reported.
    pub(super) debug: bool,
    /// How long that is.
    pub(super) slow: Seconds,
    /// The function of the program's that runs as a handle, as a report of
    /// its failure would show it.
    pub(super) called: Option<(Value, Vec<Value>)>,
}

/// What runs when its turn comes.
pub(crate) enum Handle {
    /// A step of a task; an exception is thrown into it.
    Step(Rc<Future>, Option<Exception>),
    /// A task goes on: the future that it waited for has ended.
    Wake(Rc<Future>, Rc<Future>),
    /// A function is called.
    Call(Value, Vec<Value>),
    /// An asynchronous generator that was dropped half-way is closed.
    Close(Rc<Generator>),
    /// A sleep is over.
    SetResult(Rc<Future>, Value),
}

impl Handle {
    fn into_values(self) -> Vec<Value> {
        match self {
            Handle::Step(task, _) => vec![Value::Future(task)],
            Handle::Close(generator) => vec![Value::Generator(generator)],
            Handle::Wake(task, future) => vec![Value::Future(task), Value::Future(future)],
            Handle::Call(function, mut args) => {
                args.push(function);
                args
            }
            Handle::SetResult(future, value) => vec![Value::Future(future), value],
        }
    }
}

struct Timer {
    deadline: Seconds,
    sequence: u64,
    id: TimerId,
    handle: Handle,
}

impl PartialEq for Timer {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}
impl Eq for Timer {}
impl PartialOrd for Timer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Timer {
    fn cmp(&self, other: &Self) -> Ordering {
        self.deadline
            .total_cmp(&other.deadline)
            .then(self.sequence.cmp(&other.sequence))
    }
}

impl EventLoop {
    /// Whether there is something to run without waiting.
    pub(crate) fn is_ready(&self) -> bool {
        self.stopping || !self.ready.is_empty()
    }

    /// What it still was to do, to be dropped.
    pub(super) fn into_values(self) -> impl Iterator<Item = Value> {
        let timers = self.timers.into_vec().into_iter();
        let due = timers.map(|Reverse(timer)| timer.handle);
        let handles = self.ready.into_iter().chain(due);
        handles.flat_map(Handle::into_values)
    }
}

impl Vm {
    /// The loop that runs in this thread.
    pub(crate) fn running_loop(&mut self) -> Option<&mut EventLoop> {
        let id = self.running_loop?;
        self.loops.get_mut(id)
    }

    /// The earliest deadline of a loop's timers.
    pub(super) fn earliest_timer(&mut self, id: LoopId) -> Option<Seconds> {
        let Loops { open, pending, .. } = &mut self.loops;
        let event_loop = open.get_mut(id.0 as usize)?.as_mut()?;
        while let Some(Reverse(timer)) = event_loop.timers.peek()
            && !pending.contains(&timer.id)
        {
            event_loop.timers.pop();
        }
        let Reverse(timer) = event_loop.timers.peek()?;
        Some(timer.deadline)
    }

    /// Whether that moment is now, for a timer.
    pub(super) fn is_due(&self, deadline: Seconds) -> bool {
        deadline < self.now + RESOLUTION
    }

    /// Moves the timers that are due to the ready queue; false where the budget
    /// is spent before that is done.
    pub(super) fn fire_timers(&mut self, id: LoopId) -> bool {
        while let Some(event_loop) = self.loops.get(id)
            && let Some(Reverse(next)) = event_loop.timers.peek()
        {
            let cancelled = !self.loops.pending.contains(&next.id);
            if !cancelled && !self.is_due(next.deadline) {
                break;
            }
            if self.budget == 0 {
                return false;
            }
            self.count_step();
            let event_loop = self.loops.get_mut(id);
            let Some(Reverse(timer)) = event_loop.and_then(|own| own.timers.pop()) else {
                break;
            };
            if cancelled {
                continue;
            }
            let Some(event_loop) = self.loops.get_mut(id) else {
                break;
            };
            event_loop.ready.push_back(timer.handle);
            self.loops.pending.remove(&timer.id);
            self.log(EventKind::TimerFired { timer: timer.id });
        }
        true
    }

    /// Remembers an asynchronous generator that begins.
    pub(crate) fn register_generator(&mut self, generator: &Rc<Generator>) {
        generator.home.set(self.running_loop);
        if let Some(event_loop) = self.running_loop() {
            let known = &mut event_loop.generators;
            if known.len() == known.capacity() {
                known.retain(|generator| generator.strong_count() > 0);
            }
            known.push(Rc::downgrade(generator));
        }
    }

    /// Takes out the loop's asynchronous generators that stand half-way.
    pub(super) fn open_generators(&mut self, id: LoopId) -> Vec<Rc<Generator>> {
        let known = match self.loops.get_mut(id) {
            Some(event_loop) => std::mem::take(&mut event_loop.generators),
            None => Vec::new(),
        };
        known
            .iter()
            .filter_map(Weak::upgrade)
            .filter(|generator| generator.state.get() == GeneratorState::Suspended)
            .collect()
    }

    /// Puts a handle at the end of a loop's ready queue. One that is closed
    /// takes no more.
    pub(crate) fn call_soon(&mut self, id: LoopId, handle: Handle) {
        if let Some(event_loop) = self.loops.get_mut(id) {
            event_loop.ready.push_back(handle);
        }
    }

    /// Puts a task at the end of the ready queue.
    pub(crate) fn make_ready(
        &mut self,
        home: LoopId,
        handle: Handle,
        task: TaskId,
        reason: ReadyReason,
    ) {
        if self.loops.get(home).is_some() {
            self.log(EventKind::TaskReady { task, reason });
            self.call_soon(home, handle);
        }
    }

    pub(crate) fn schedule_callback(&mut self, future: &Rc<Future>, callback: Callback) {
        match callback {
            Callback::Wake(task) => {
                let id = task.task.as_ref().map(|body| body.id);
                let reason = match future.is_cancelled() {
                    true => ReadyReason::Cancelled,
                    false => ReadyReason::Woken,
                };
                let home = task.home;
                let handle = Handle::Wake(task, future.clone());
                match id {
                    Some(id) => self.make_ready(home, handle, id, reason),
                    None => self.call_soon(home, handle),
                }
            }
            Callback::Call(function) => {
                let args = vec![Value::Future(future.clone())];
                self.call_soon(future.home, Handle::Call(function, args));
            }
        }
    }

    pub(crate) fn next_timer(&mut self) -> TimerId {
        let id = TimerId(self.counters.timers);
        self.counters.timers += 1;
        id
    }

    /// Sets a timer of a loop.
    pub(crate) fn set_timer(
        &mut self,
        home: LoopId,
        id: TimerId,
        deadline: Seconds,
        handle: Handle,
    ) {
        let task = self
            .current_task()
            .and_then(|task| task.task.as_ref().map(|body| body.id));
        self.log(EventKind::TimerSet {
            timer: id,
            deadline,
            task,
        });
        if let Some(event_loop) = self.loops.get_mut(home) {
            event_loop.sequence += 1;
            event_loop.timers.push(Reverse(Timer {
                deadline,
                sequence: event_loop.sequence,
                id,
                handle,
            }));
            self.loops.pending.insert(id);
        }
    }

    /// Cancels a timer that has not fired.
    pub(crate) fn cancel_timer(&mut self, id: TimerId) {
        if self.loops.pending.remove(&id) {
            self.log(EventKind::TimerCancelled { timer: id });
        }
    }

    pub(crate) fn current_task(&self) -> Option<Rc<Future>> {
        self.loops.get(self.running_loop?)?.current.clone()
    }

    pub(crate) fn register_task(&mut self, task: &Rc<Future>) {
        if let Some(event_loop) = self.loops.get_mut(task.home) {
            if event_loop.tasks.len() == event_loop.tasks.capacity() {
                event_loop.tasks.retain(|task| task.strong_count() > 0);
            }
            event_loop.tasks.push(Rc::downgrade(task));
        }
    }

    /// `asyncio.all_tasks()`, in order of creation.
    pub(crate) fn pending_tasks(&self, id: LoopId) -> Vec<Rc<Future>> {
        match self.loops.get(id) {
            Some(event_loop) => event_loop
                .tasks
                .iter()
                .filter_map(Weak::upgrade)
                .filter(|task| !task.is_done())
                .collect(),
            None => Vec::new(),
        }
    }
}
