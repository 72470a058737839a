//! What becomes of a task, and of a coroutine: the two tables of transitions
//! from which the state of every card is derived.

use std::rc::Rc;

use super::{CoroutineId, CoroutineInfo, Outcome, ReadyReason, Seconds, TaskId, Variables, Wait};

/// A task at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    pub id: TaskId,
    /// Its name: `Task-2`, or what the program calls it.
    pub name: Rc<str>,
    /// The coroutine it wraps; `None` where that is the library's own.
    pub coroutine: Option<CoroutineId>,
    /// It runs what was handed to `asyncio.run`.
    pub main: bool,
    /// The task whose code created it.
    pub creator: Option<TaskId>,
    pub state: TaskState,
    /// The innermost coroutine of its chain of awaits.
    pub innermost: Option<CoroutineId>,
    /// The line it stands on, counted from 1.
    pub line: Option<u32>,
    pub created_at: Seconds,
}

/// Where a task stands.
#[derive(Clone, Debug, PartialEq)]
pub enum TaskState {
    /// It exists and is about to be queued.
    Created,
    /// It is in the ready queue.
    Ready { reason: ReadyReason, since: Seconds },
    /// It has the thread.
    Running { since: Seconds },
    /// It gave the thread back.
    Waiting { on: Wait, since: Seconds },
    /// It is over.
    Ended { outcome: Outcome, at: Seconds },
}

/// What can befall a task.
#[derive(Clone, Debug)]
pub enum TaskSignal<'event> {
    Queued(ReadyReason),
    Resumed,
    Suspended(&'event Wait),
    Ended(&'event Outcome),
}

impl TaskState {
    /// Where a task stands after `signal`; `None` where such a thing cannot
    /// befall it there.
    pub fn after(&self, signal: &TaskSignal, at: Seconds) -> Option<TaskState> {
        use TaskSignal as Signal;
        use TaskState::{Created, Ended, Ready, Running, Waiting};
        match (self, signal) {
            (Created | Waiting { .. }, Signal::Queued(reason)) => Some(Ready {
                reason: *reason,
                since: at,
            }),
            (Ready { .. }, Signal::Resumed) => Some(Running { since: at }),
            (Running { .. }, Signal::Suspended(wait)) => Some(Waiting {
                on: (*wait).clone(),
                since: at,
            }),
            // A program that dies takes along tasks that do not run.
            (Created | Ready { .. } | Running { .. } | Waiting { .. }, Signal::Ended(outcome)) => {
                Some(Ended {
                    outcome: (*outcome).clone(),
                    at,
                })
            }
            (Created, Signal::Resumed | Signal::Suspended(_))
            | (Ready { .. }, Signal::Queued(_) | Signal::Suspended(_))
            | (Running { .. }, Signal::Queued(_) | Signal::Resumed)
            | (Waiting { .. }, Signal::Resumed | Signal::Suspended(_))
            | (Ended { .. }, _) => None,
        }
    }
}

/// A coroutine at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Coroutine {
    pub info: Rc<CoroutineInfo>,
    pub life: Life,
    /// The task in which it runs or will run.
    pub task: Option<TaskId>,
    /// The coroutine that awaits it, in the same task.
    pub awaited_by: Option<CoroutineId>,
    /// It was handed to `asyncio.run`: the stage, not an actor.
    pub main: bool,
    /// How many actors there were before it.
    pub place: usize,
    /// The line it stands on, counted from 1.
    pub line: Option<u32>,
    /// Its local variables.
    pub variables: Variables,
    pub created_at: Seconds,
    pub started_at: Option<Seconds>,
    pub ended_at: Option<Seconds>,
}

/// How far a coroutine has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Life {
    /// It was called, and nothing has taken it up.
    Created,
    /// A task wraps it; nothing of its body has run.
    Scheduled,
    /// Its body runs, or waits in the middle.
    Started,
    /// It is over.
    Ended(Outcome),
    /// It was thrown away, never awaited.
    NeverAwaited,
}

/// What can befall a coroutine.
#[derive(Clone, Debug)]
pub enum LifeSignal<'event> {
    Scheduled,
    Started,
    Ended(&'event Outcome),
    ThrownAway,
}

impl Life {
    /// How far it has come after `signal`; `None` where that cannot be.
    pub fn after(&self, signal: &LifeSignal) -> Option<Life> {
        use LifeSignal as Signal;
        match (self, signal) {
            (Life::Created, Signal::Scheduled) => Some(Life::Scheduled),
            (Life::Created | Life::Scheduled, Signal::Started) => Some(Life::Started),
            // One cancelled before its first step ends without having begun.
            (Life::Created | Life::Scheduled | Life::Started, Signal::Ended(outcome)) => {
                Some(Life::Ended((*outcome).clone()))
            }
            // Also one whose task was never given its first turn.
            (Life::Created | Life::Scheduled, Signal::ThrownAway) => Some(Life::NeverAwaited),
            (Life::Scheduled, Signal::Scheduled)
            | (Life::Started, Signal::Scheduled | Signal::Started | Signal::ThrownAway)
            | (Life::Ended(_) | Life::NeverAwaited, _) => None,
        }
    }
}
