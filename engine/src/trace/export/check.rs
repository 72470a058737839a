//! Whether an event can follow a moment: what the machine tells always can,
//! what stands in a file need not. The folds rely on it.

use crate::trace::{
    CoroutineId, Event, EventKind, LifeSignal, Moment, ResourceId, Seconds, TaskId, TaskSignal,
    ThreadId, Wait,
};

/// The latest moment that a log may speak of, in seconds: ten years.
const LATEST: Seconds = 3.2e8;

/// Locks and semaphores in a row that nobody came to hold.
const MOST_UNHELD: usize = 10_000;

pub(super) fn can_follow(event: &Event, before: &Moment) -> bool {
    let at = event.at;
    let in_time = (before.at()..=LATEST).contains(&at);
    let task = |id: TaskId, signal: TaskSignal| {
        let task = before.task(id);
        task.is_some_and(|task| task.state.after(&signal, at).is_some())
    };
    let coroutine = |id: CoroutineId, signal: LifeSignal| {
        let coroutine = before.coroutine(id);
        coroutine.is_some_and(|coroutine| coroutine.life.after(&signal).is_some())
    };
    let knows_task = |id: TaskId| before.task(id).is_some();
    let knows = |id: CoroutineId| before.coroutine(id).is_some();
    let is_next = |id: CoroutineId| {
        let previous = id.0.checked_sub(1).map(CoroutineId);
        !knows(id) && previous.is_none_or(knows)
    };
    // Numbered in order, but for those that were only waited for.
    let numbered = |id: ResourceId| (id.0 as usize) < before.resources().len() + MOST_UNHELD;
    let threads = before.threads().len();
    let further = |id: ThreadId| id != ThreadId::MAIN && id.0 as usize <= threads;
    let follows = match &event.kind {
        EventKind::CoroutineCreated { coroutine, info } => {
            is_next(*coroutine) && info.creator.is_none_or(knows)
        }
        EventKind::CoroutineStarted { coroutine: id } => coroutine(*id, LifeSignal::Started),
        EventKind::CoroutineEnded {
            coroutine: id,
            outcome,
        } => coroutine(*id, LifeSignal::Ended(outcome)),
        EventKind::CoroutineNeverAwaited { coroutine: id } => {
            coroutine(*id, LifeSignal::ThrownAway)
        }
        EventKind::TaskCreated {
            task,
            coroutine: wrapped,
            ..
        } => task.0 as usize == before.tasks().len() && wrapped.is_none_or(knows),
        EventKind::TaskRenamed { task, .. } => knows_task(*task),
        EventKind::TaskReady { task: id, reason } => task(*id, TaskSignal::Queued(*reason)),
        EventKind::TaskResumed { task: id } => task(*id, TaskSignal::Resumed),
        EventKind::TaskSuspended { task: id, until } => {
            let known = match until {
                Wait::Task(other) => knows_task(*other),
                Wait::Tasks(others) => others.iter().all(|other| knows_task(*other)),
                Wait::Timer { deadline, .. } => !deadline.is_nan(),
                Wait::Resource { held, .. } => held.is_none_or(numbered),
                Wait::NextTurn | Wait::Future => true,
            };
            known && task(*id, TaskSignal::Suspended(until))
        }
        EventKind::TaskEnded { task: id, outcome } => task(*id, TaskSignal::Ended(outcome)),
        EventKind::TimerSet { deadline, task, .. } => {
            !deadline.is_nan() && task.is_none_or(knows_task)
        }
        EventKind::Acquired { resource, task, .. } => numbered(*resource) && knows_task(*task),
        EventKind::Released { resource, task } => {
            numbered(*resource) && task.is_none_or(knows_task)
        }
        EventKind::ThreadStarted { thread, .. } => thread.0 as usize == threads + 1,
        EventKind::ThreadResumed { thread } => *thread == ThreadId::MAIN || further(*thread),
        EventKind::ThreadEnded { thread } => further(*thread),
        EventKind::Blocked { until } => !until.is_nan(),
        EventKind::Bound(binding) => binding.coroutine.is_none_or(knows),
        EventKind::TimerFired { .. }
        | EventKind::TimerCancelled { .. }
        | EventKind::Turn
        | EventKind::Unblocked
        | EventKind::Line { .. }
        | EventKind::Printed { .. }
        | EventKind::ProgramEnded
        | EventKind::ProgramFailed => true,
    };
    in_time && follows
}
