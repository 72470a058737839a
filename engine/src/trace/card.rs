//! A card: one coroutine of the program as the reader sees it.

use std::rc::Rc;

use super::{Coroutine, CoroutineId, CoroutineInfo, Life, Moment, Outcome, Seconds, TaskId};
use super::{TaskState, Wait};

/// A coroutine at one moment, with all that its card shows. It owns what it
/// holds, and is cheap to clone.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub coroutine: CoroutineId,
    /// Its name, the call with its values, its key (`data-tarea`), the line of
    /// the call.
    pub info: Rc<CoroutineInfo>,
    pub state: CardState,
    pub badge: Badge,
    /// The task in which it runs.
    pub task: Option<TaskId>,
    /// The line it stands on, counted from 1; its last once it is over.
    pub line: Option<u32>,
    pub created_at: Seconds,
    /// When its body began to run.
    pub started_at: Option<Seconds>,
    pub ended_at: Option<Seconds>,
}

/// In which task a coroutine runs.
#[derive(Clone, Debug, PartialEq)]
pub enum Badge {
    /// In none yet.
    Free,
    /// It is what the task of that name wraps: `Task-2`.
    Task(Rc<str>),
    /// Another coroutine of that task awaits it: inside `Task-1`.
    Inside(Rc<str>),
}

/// What a card says its coroutine is doing. It owns what it tells, or borrows it
/// from the moment.
#[derive(Clone, Debug, PartialEq)]
pub enum CardState<W = Wait, T = Rc<str>> {
    /// It was called; nothing awaits it, nothing has scheduled it.
    Created,
    /// Its task is in the ready queue.
    Ready {
        since: Seconds,
    },
    /// Its task has the thread.
    Running {
        since: Seconds,
    },
    /// Its task gave the thread back.
    Waiting {
        on: W,
        since: Seconds,
    },
    /// `time.sleep` inside its task holds the thread, and with it everybody.
    Blocked {
        until: Seconds,
    },
    /// It returned; the value's `repr`.
    Done {
        result: T,
    },
    /// It raised: `ValueError: no`.
    Failed {
        error: T,
    },
    Cancelled,
    /// It was thrown away: shown as created, with a note.
    NeverAwaited,
}

/// A state as it lies in the moment: what many coroutines do is looked through
/// without a copy.
pub(super) type SeenState<'a> = CardState<&'a Wait, &'a Rc<str>>;

/// A [`CardState`] without its figures: in which state a coroutine is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardKind {
    Created,
    NeverAwaited,
    Ready,
    Running,
    Waiting,
    Blocked,
    Done,
    Failed,
    Cancelled,
}

impl CardKind {
    /// Whether nothing more can happen to it.
    pub fn is_over(self) -> bool {
        match self {
            CardKind::Done | CardKind::Failed | CardKind::Cancelled | CardKind::NeverAwaited => {
                true
            }
            CardKind::Created
            | CardKind::Ready
            | CardKind::Running
            | CardKind::Waiting
            | CardKind::Blocked => false,
        }
    }
}

impl<W, T> CardState<W, T> {
    pub fn kind(&self) -> CardKind {
        match self {
            CardState::Created => CardKind::Created,
            CardState::NeverAwaited => CardKind::NeverAwaited,
            CardState::Ready { .. } => CardKind::Ready,
            CardState::Running { .. } => CardKind::Running,
            CardState::Waiting { .. } => CardKind::Waiting,
            CardState::Blocked { .. } => CardKind::Blocked,
            CardState::Done { .. } => CardKind::Done,
            CardState::Failed { .. } => CardKind::Failed,
            CardState::Cancelled => CardKind::Cancelled,
        }
    }
}

impl CardState {
    /// The deadline of the timer it waits for, if it waits for one.
    pub fn deadline(&self) -> Option<Seconds> {
        match self {
            CardState::Waiting {
                on: Wait::Timer { deadline, .. },
                ..
            } => Some(*deadline),
            _ => None,
        }
    }

    /// Whether its moment has come and the thread is not free: ready, and
    /// waiting for its turn.
    pub fn is_overdue(&self, now: Seconds) -> bool {
        self.deadline().is_some_and(|deadline| deadline <= now)
    }
}

impl From<SeenState<'_>> for CardState {
    fn from(seen: SeenState) -> Self {
        match seen {
            CardState::Created => CardState::Created,
            CardState::Ready { since } => CardState::Ready { since },
            CardState::Running { since } => CardState::Running { since },
            CardState::Waiting { on, since } => CardState::Waiting {
                on: on.clone(),
                since,
            },
            CardState::Blocked { until } => CardState::Blocked { until },
            CardState::Done { result } => CardState::Done {
                result: Rc::clone(result),
            },
            CardState::Failed { error } => CardState::Failed {
                error: Rc::clone(error),
            },
            CardState::Cancelled => CardState::Cancelled,
            CardState::NeverAwaited => CardState::NeverAwaited,
        }
    }
}

impl<'a> From<&'a Outcome> for SeenState<'a> {
    fn from(outcome: &'a Outcome) -> Self {
        match outcome {
            Outcome::Returned(result) => CardState::Done { result },
            Outcome::Raised(error) => CardState::Failed { error },
            Outcome::Cancelled => CardState::Cancelled,
        }
    }
}

impl Card {
    /// The card of `coroutine` as it stands in `moment`.
    pub(super) fn of(id: CoroutineId, coroutine: &Coroutine, moment: &Moment) -> Card {
        Card {
            coroutine: id,
            info: Rc::clone(&coroutine.info),
            state: SeenState::of(coroutine, moment).into(),
            badge: badge(id, coroutine, moment),
            task: coroutine.task,
            line: coroutine.line,
            created_at: coroutine.created_at,
            started_at: coroutine.started_at,
            ended_at: coroutine.ended_at,
        }
    }
}

impl<'a> SeenState<'a> {
    /// All coroutines of a task's chain share what the task does.
    pub(super) fn of(coroutine: &'a Coroutine, moment: &'a Moment) -> SeenState<'a> {
        match &coroutine.life {
            Life::Created => CardState::Created,
            Life::NeverAwaited => CardState::NeverAwaited,
            Life::Ended(outcome) => outcome.into(),
            Life::Scheduled | Life::Started => {
                let task = coroutine.task.and_then(|id| moment.task(id));
                match task.map(|task| &task.state) {
                    Some(TaskState::Ready { since, .. }) => CardState::Ready { since: *since },
                    Some(TaskState::Waiting { on, since }) => {
                        CardState::Waiting { on, since: *since }
                    }
                    Some(TaskState::Running { since }) => running(*since, moment),
                    Some(TaskState::Ended { outcome, .. }) => outcome.into(),
                    Some(TaskState::Created) => CardState::Created,
                    // Driven by hand, with `send`, outside of any task.
                    None => running(coroutine.created_at, moment),
                }
            }
        }
    }
}

fn running(since: Seconds, moment: &Moment) -> SeenState<'_> {
    match moment.blocked_until() {
        Some(until) => CardState::Blocked { until },
        None => CardState::Running { since },
    }
}

fn badge(id: CoroutineId, coroutine: &Coroutine, moment: &Moment) -> Badge {
    match coroutine.task.and_then(|task| moment.task(task)) {
        None => Badge::Free,
        Some(task) if task.coroutine == Some(id) => Badge::Task(Rc::clone(&task.name)),
        Some(task) => Badge::Inside(Rc::clone(&task.name)),
    }
}
