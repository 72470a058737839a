//! Threads beside the program's own: how each stands, and its lane.

use std::rc::Rc;

use super::history::close;
use super::{Bar, Doing, Event, EventKind, Seconds, TaskId, ThreadId};

/// A further thread at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Thread {
    pub id: ThreadId,
    /// Its name: `Thread-1 (descargar)`, `ThreadPoolExecutor-0_0`.
    pub name: Rc<str>,
    pub state: ThreadState,
    /// The line it stands on, counted from 1.
    pub line: Option<u32>,
    pub started_at: Seconds,
}

/// Where a thread stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ThreadState {
    Running {
        since: Seconds,
    },
    /// It waits for a lock, a queue, another thread, or its turn.
    Waiting {
        since: Seconds,
    },
    /// It is inside `time.sleep`; the event loop goes on.
    Sleeping {
        until: Seconds,
        since: Seconds,
    },
    Ended {
        at: Seconds,
    },
}

/// The further threads, and which thread runs.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Threads {
    current: ThreadId,
    further: Vec<Thread>,
    /// By thread, the task that had it when another took over.
    aside: Vec<Option<TaskId>>,
}

impl Threads {
    pub(super) fn current(&self) -> ThreadId {
        self.current
    }

    pub(super) fn further(&self) -> &[Thread] {
        &self.further
    }

    /// Goes on by one event; `running` is the task that runs in the thread
    /// that runs.
    pub(super) fn apply(&mut self, event: &Event, running: &mut Option<TaskId>) {
        let at = event.at;
        match &event.kind {
            EventKind::ThreadStarted { thread, name } => {
                debug_assert_eq!(thread.0 as usize, self.further.len() + 1);
                self.further.push(Thread {
                    id: *thread,
                    name: name.clone(),
                    state: ThreadState::Waiting { since: at },
                    line: None,
                    started_at: at,
                });
            }
            EventKind::ThreadResumed { thread } => {
                if let Some(old) = self.running()
                    && let ThreadState::Running { .. } = old.state
                {
                    old.state = ThreadState::Waiting { since: at };
                }
                let most = self.current.max(*thread).0 as usize;
                self.aside.resize(self.aside.len().max(most + 1), None);
                self.aside[self.current.0 as usize] = running.take();
                *running = self.aside[thread.0 as usize].take();
                self.current = *thread;
                self.enter(ThreadState::Running { since: at });
            }
            EventKind::ThreadEnded { .. } => self.enter(ThreadState::Ended { at }),
            EventKind::Blocked { until } => self.enter(ThreadState::Sleeping {
                until: *until,
                since: at,
            }),
            EventKind::Unblocked => self.enter(ThreadState::Running { since: at }),
            EventKind::Line { line } => {
                if let Some(thread) = self.running() {
                    thread.line = Some(*line);
                }
            }
            _ => {}
        }
    }

    /// The thread that runs, unless it is the program's own.
    fn running(&mut self) -> Option<&mut Thread> {
        let index = (self.current.0 as usize).checked_sub(1)?;
        self.further.get_mut(index)
    }

    fn enter(&mut self, state: ThreadState) {
        if let Some(thread) = self.running() {
            thread.state = state;
        }
    }
}

/// What each further thread did from when to when.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Lanes(Vec<Vec<Bar>>);

impl Lanes {
    /// What a thread did, in order.
    pub(super) fn of(&self, thread: ThreadId) -> &[Bar] {
        let index = (thread.0 as usize).checked_sub(1);
        let lane = index.and_then(|index| self.0.get(index));
        lane.map_or(&[], Vec::as_slice)
    }

    /// Goes on by the event at `index` of the log; `current` is the thread
    /// that it finds running.
    pub(super) fn apply(&mut self, index: usize, event: &Event, current: ThreadId) {
        match &event.kind {
            EventKind::ThreadStarted { .. } => {
                let bar = Bar::begin(Doing::Waiting, event.at, index);
                self.0.push(vec![bar]);
            }
            EventKind::ThreadResumed { thread } => {
                let waits = self
                    .of(current)
                    .last()
                    .is_some_and(|bar| bar.doing == Doing::Running && bar.last.is_none());
                if waits {
                    self.turn(current, Some(Doing::Waiting), event.at, index);
                }
                self.turn(*thread, Some(Doing::Running), event.at, index);
            }
            EventKind::ThreadEnded { thread } => self.turn(*thread, None, event.at, index),
            EventKind::Blocked { .. } => {
                self.turn(current, Some(Doing::Blocked), event.at, index);
            }
            EventKind::Unblocked => {
                self.turn(current, Some(Doing::Running), event.at, index);
            }
            EventKind::ProgramEnded | EventKind::ProgramFailed => {
                for lane in &mut self.0 {
                    close(lane.last_mut(), event.at, index);
                }
            }
            _ => {}
        }
    }

    /// Ends a thread's bar and begins the next.
    fn turn(&mut self, thread: ThreadId, doing: Option<Doing>, at: Seconds, index: usize) {
        let lane = (thread.0 as usize).checked_sub(1);
        if let Some(lane) = lane.and_then(|lane| self.0.get_mut(lane)) {
            close(lane.last_mut(), at, index);
            lane.extend(doing.map(|doing| Bar::begin(doing, at, index)));
        }
    }
}
