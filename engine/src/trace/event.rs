//! What the machine tells while it runs: one flat list of events, from which
//! every view is folded. Events carry names and texts already written out, so
//! that a fold needs neither the machine nor its values.
//!
//! The order of events for one `await asyncio.sleep(2)` inside a task:
//! `Line`, `TimerSet`, `TaskSuspended`, (other tasks ...), `Turn`,
//! `TimerFired`, `Turn`, `TaskReady`, `Turn`, `TaskResumed`, `Line` ...

use std::rc::Rc;

/// Program time in seconds since the run began: it stands still in a pause.
pub type Seconds = f64;

/// A coroutine object: one for each call of an `async def` of the program.
/// Numbered from 0 in order of creation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CoroutineId(pub u32);

/// An `asyncio.Task`, numbered from 0 in order of creation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(pub u32);

/// A timer of the event loop (`call_later`, `call_at`), numbered from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimerId(pub u32);

/// A lock or a semaphore, numbered from 0 in the order in which somebody first
/// had to do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceId(pub u32);

/// A thread, numbered in order of creation; the program's own is 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThreadId(pub u32);

impl ThreadId {
    /// The one in which the program began.
    pub const MAIN: ThreadId = ThreadId(0);
}

/// One thing that happened, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Program time at which it happened.
    pub at: Seconds,
    pub kind: EventKind,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum EventKind {
    /// An `async def` was called. Nothing of its body has run.
    CoroutineCreated {
        coroutine: CoroutineId,
        info: Rc<CoroutineInfo>,
    },
    /// A coroutine began to run inside the running task: it is now the
    /// innermost of that task's chain of awaits.
    CoroutineStarted { coroutine: CoroutineId },
    /// The innermost coroutine of the running task came to its end.
    CoroutineEnded {
        coroutine: CoroutineId,
        outcome: Outcome,
    },
    /// A coroutine was thrown away before anything awaited it.
    CoroutineNeverAwaited { coroutine: CoroutineId },

    /// A task wraps a coroutine; `TaskReady` follows at once.
    /// `coroutine` is `None` where the coroutine is the library's own.
    TaskCreated {
        task: TaskId,
        name: Rc<str>,
        coroutine: Option<CoroutineId>,
        /// It was handed to `asyncio.run`: its coroutine is the stage, not an
        /// actor, and gets no card.
        main: bool,
    },
    /// The program calls the task by another name from now on.
    TaskRenamed { task: TaskId, name: Rc<str> },
    /// A task went to the end of the ready queue.
    TaskReady { task: TaskId, reason: ReadyReason },
    /// The loop took the task from the ready queue: it has the thread now.
    TaskResumed { task: TaskId },
    /// The running task gave the thread back to the loop.
    TaskSuspended { task: TaskId, until: Wait },
    /// The running task is over.
    TaskEnded { task: TaskId, outcome: Outcome },

    /// The loop was asked to do something at `deadline`.
    TimerSet {
        timer: TimerId,
        deadline: Seconds,
        /// The task that will wait for it, where there is one.
        task: Option<TaskId>,
    },
    /// The timer's moment has come (`Event::at` less the deadline: how late).
    TimerFired { timer: TimerId },
    /// Nobody wants that timer any more.
    TimerCancelled { timer: TimerId },
    /// A task holds a lock, or one of a semaphore's places, from now on. `kind`
    /// is what the program calls it: `Lock`.
    Acquired {
        resource: ResourceId,
        task: TaskId,
        kind: Rc<str>,
    },
    /// It was given back, by that task where it was one.
    Released {
        resource: ResourceId,
        task: Option<TaskId>,
    },
    /// The loop began another turn: it runs the handles ready at this moment.
    Turn,

    /// Another thread exists; it runs when the running one waits.
    ThreadStarted { thread: ThreadId, name: Rc<str> },
    /// That thread runs from now on, the other waits: lines, texts, and what
    /// blocks are its own.
    ThreadResumed { thread: ThreadId },
    /// The running thread is over.
    ThreadEnded { thread: ThreadId },

    /// `time.sleep` has taken the running thread: nothing else can run in it
    /// until then.
    Blocked { until: Seconds },
    /// `time.sleep` is over.
    Unblocked,

    /// The innermost frame of the running task (or of the program, where no
    /// task runs) reached a line, counted from 1.
    Line { line: u32 },
    /// A variable holds something else than at the line before; `Line` follows.
    Bound(Rc<Binding>),
    /// The program wrote text; a line may come in several pieces.
    Printed { stream: Stream, text: Rc<str> },

    /// The program came to its end.
    ProgramEnded,
    /// The program died of an exception (its traceback was `Printed`).
    ProgramFailed,
}

/// What is known of a coroutine when it is created.
#[derive(Clone, Debug, PartialEq)]
pub struct CoroutineInfo {
    /// The function's name: `procesar_data`.
    pub name: Rc<str>,
    /// The call with its values: `procesar_data("A", 2)`.
    pub label: Rc<str>,
    /// Short and unique in the run: the first argument where it is a text or
    /// a number, else the function's name; a repeated one gets `-2`, `-3`.
    pub key: Rc<str>,
    /// The line of the call, counted from 1.
    pub line: u32,
    /// The coroutine whose code made the call.
    pub creator: Option<CoroutineId>,
}

/// A variable that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Binding {
    /// Whose variable; `None` for the program's own, outside of any function.
    pub coroutine: Option<CoroutineId>,
    pub name: Rc<str>,
    /// The value's `repr`, shortened; `None` where it has none any more.
    pub value: Option<Rc<str>>,
}

/// How a coroutine or a task ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It returned; the value's `repr`, shortened.
    Returned(Rc<str>),
    /// It raised; `ValueError: no`.
    Raised(Rc<str>),
    /// It was cancelled.
    Cancelled,
}

/// Why a task is in the ready queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadyReason {
    /// It is new.
    Created,
    /// It only let others pass: `await asyncio.sleep(0)`.
    Yielded,
    /// What it waited for is there.
    Woken,
    /// It is to be cancelled.
    Cancelled,
}

/// What a suspended task waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum Wait {
    /// A timer: `await asyncio.sleep(2)`.
    Timer { timer: TimerId, deadline: Seconds },
    /// The end of another task.
    Task(TaskId),
    /// All the tasks of an `asyncio.gather` (or of a `wait`, a `TaskGroup`).
    Tasks(Rc<[TaskId]>),
    /// Its next turn: `await asyncio.sleep(0)`. `TaskReady` follows at once.
    NextTurn,
    /// A lock, queue, event, semaphore ...: its kind as the program names it,
    /// and which one, where it is of those that tasks hold.
    Resource {
        kind: Rc<str>,
        held: Option<ResourceId>,
    },
    /// A bare future.
    Future,
}

/// Where a text was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Output,
    Error,
}
