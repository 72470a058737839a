//! What of a run its advice needs to know: one pass over the log.
//!
//! It keeps less than a [`Moment`](crate::trace::Moment) does, so that a long
//! log is soon read; lists that have an entry a line of the program are searched
//! from end to end.

use std::rc::Rc;

use crate::trace::{
    Chunks, CoroutineId, CoroutineInfo, Event, EventKind, Outcome, ResourceId, Seconds, TaskId,
    ThreadId, TimerId, Wait,
};

/// A delay or a stretch from which on it is worth a word, in seconds.
pub(super) const WORTH: Seconds = 0.05;

/// A stretch of computing that is worth a word, in seconds, and the lines that
/// it takes at least: a browser that slept has no lines.
const LONG_WORK: Seconds = 0.5;
const MANY_LINES: u32 = 100;

/// How something ended: when, and by which event.
#[derive(Clone, Copy)]
pub(super) struct End {
    pub(super) at: Seconds,
    pub(super) event: usize,
    pub(super) how: How,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    Returned,
    Raised,
    Cancelled,
}

pub(super) struct Coroutine {
    pub(super) info: Rc<CoroutineInfo>,
    /// As the `info` says, which lies elsewhere in memory.
    pub(super) line: u32,
    pub(super) created: usize,
    pub(super) started: Option<Seconds>,
    pub(super) end: Option<End>,
    /// Its task gave the thread back while it was in the chain of awaits.
    pub(super) suspended: bool,
    /// Somebody else had something to do meanwhile.
    pub(super) in_company: bool,
    pub(super) never_awaited: bool,
    awaited_by: Option<CoroutineId>,
}

impl Coroutine {
    /// It waited, and nobody else had anything to do meanwhile.
    pub(super) fn is_alone(&self) -> bool {
        self.suspended && !self.in_company
    }
}

pub(super) struct Task {
    pub(super) coroutine: Option<CoroutineId>,
    /// The line that created it; 0 where none had been reached.
    pub(super) line: u32,
    /// A line of the program was reached in it: one that is cancelled before
    /// its first turn begins, and reaches none.
    pub(super) reached: bool,
    pub(super) suspensions: u32,
    /// `time.sleep` ran in it.
    pub(super) blocked: bool,
    pub(super) end: Option<End>,
    /// It ended after the coroutine handed to `asyncio.run` had returned.
    pub(super) outlived_main: bool,
    main: bool,
    innermost: Option<CoroutineId>,
    /// The line on which it stands.
    at_line: u32,
    queued: bool,
    /// It waits for other tasks.
    tied: bool,
    /// The lock for which it waits, and since when.
    locked_out: Option<(ResourceId, Seconds)>,
}

/// Some of the tasks.
#[derive(Default)]
pub(super) struct Members {
    pub(super) count: usize,
    /// By number.
    are: Vec<bool>,
}

impl Members {
    fn add(&mut self, TaskId(id): TaskId) {
        let place = id as usize;
        if self.are.len() <= place {
            self.are.resize(place + 1, false);
        }
        self.count += usize::from(!std::mem::replace(&mut self.are[place], true));
    }
}

/// Where `time.sleep` held the thread, and in which tasks.
#[derive(Default)]
pub(super) struct Block {
    pub(super) line: u32,
    pub(super) seconds: Seconds,
    pub(super) tasks: Members,
}

/// A task that woke late because another one had the thread.
pub(super) struct Late {
    pub(super) task: TaskId,
    pub(super) line: u32,
    pub(super) due: Seconds,
    pub(super) woke: Seconds,
}

/// A deadline that came while somebody had the thread.
pub(super) struct Missed {
    pub(super) line: u32,
    pub(super) due: Seconds,
    /// When the thread was free again.
    pub(super) until: Seconds,
}

/// Work that gave nobody else a turn.
pub(super) struct Work {
    pub(super) task: TaskId,
    pub(super) line: u32,
    pub(super) seconds: Seconds,
}

/// Tasks that waited for one lock, and where the first did.
pub(super) struct Queue {
    lock: ResourceId,
    pub(super) line: u32,
    pub(super) tasks: Members,
    /// The longest wait.
    pub(super) longest: Seconds,
}

struct Timer {
    deadline: Seconds,
    line: u32,
    task: Option<TaskId>,
    /// A task sleeps for it; else it is a time limit or a call.
    sleeps: bool,
}

/// The stretch during which a task has the thread.
#[derive(Clone, Copy, Default)]
struct Stretch {
    from: Seconds,
    to: Seconds,
    blocked: Seconds,
    lines: u32,
}

#[derive(Default)]
pub(super) struct Facts {
    pub(super) coroutines: Chunks<Coroutine>,
    pub(super) tasks: Chunks<Task>,
    /// Tasks waited for together, and the line that does.
    pub(super) together: Vec<(u32, Rc<[TaskId]>)>,
    /// One a line.
    pub(super) blocks: Vec<Block>,
    /// Coroutines awaited to their end without a pause while a task was in the
    /// queue: by function, the line of the call.
    pub(super) straight: Vec<(Rc<str>, u32)>,
    /// The longest delay.
    pub(super) late: Option<Late>,
    /// The first one of each line.
    pub(super) missed: Vec<Missed>,
    /// The longest.
    pub(super) work: Option<Work>,
    /// One a lock.
    pub(super) queues: Vec<Queue>,
    pub(super) failed: bool,
    /// All that there were, by number.
    timers: Chunks<Timer>,
    running: Option<TaskId>,
    other_thread: bool,
    line: u32,
    /// Tasks in the ready queue.
    ready: usize,
    /// Tasks alive that do not wait for other tasks.
    busy: usize,
    main_returned: bool,
    stretch: Stretch,
    /// The last stretch that was worth a word.
    taken: Stretch,
    blocked_since: Option<Seconds>,
}

impl Facts {
    pub(super) fn coroutine(&self, id: CoroutineId) -> Option<&Coroutine> {
        self.coroutines.get(id.0 as usize)
    }

    pub(super) fn task(&self, id: TaskId) -> Option<&Task> {
        self.tasks.get(id.0 as usize)
    }

    /// The program's coroutine of a task.
    pub(super) fn coroutine_of(&self, task: TaskId) -> Option<&Coroutine> {
        self.coroutine(self.task(task)?.coroutine?)
    }

    fn running(&mut self) -> Option<&mut Task> {
        self.tasks.get_mut(self.running?.0 as usize)
    }

    /// Goes on by the event that stands at `index` of the log.
    pub(super) fn apply(&mut self, index: usize, event: &Event) {
        let at = event.at;
        let end = |outcome: &Outcome| End {
            at,
            event: index,
            how: match outcome {
                Outcome::Returned(_) => How::Returned,
                Outcome::Raised(_) => How::Raised,
                Outcome::Cancelled => How::Cancelled,
            },
        };
        match &event.kind {
            EventKind::Line { line } if !self.other_thread => {
                self.line = *line;
                self.stretch.lines += 1;
                if let Some(task) = self.running() {
                    task.at_line = *line;
                    task.reached = true;
                }
            }
            EventKind::CoroutineCreated { info, .. } => self.coroutines.push(Coroutine {
                info: Rc::clone(info),
                line: info.line,
                created: index,
                started: None,
                end: None,
                suspended: false,
                in_company: false,
                never_awaited: false,
                awaited_by: None,
            }),
            EventKind::CoroutineStarted { coroutine } => self.start(*coroutine, at),
            EventKind::CoroutineEnded { coroutine, outcome } => {
                self.leave(*coroutine, end(outcome));
            }
            EventKind::CoroutineNeverAwaited { coroutine } => {
                if let Some(coroutine) = self.coroutines.get_mut(coroutine.0 as usize) {
                    coroutine.never_awaited = true;
                }
            }
            EventKind::TaskCreated {
                coroutine, main, ..
            } => {
                self.main_returned &= !*main;
                self.busy += 1;
                let line = self.here();
                self.tasks.push(Task {
                    coroutine: *coroutine,
                    line,
                    reached: false,
                    suspensions: 0,
                    blocked: false,
                    end: None,
                    outlived_main: false,
                    main: *main,
                    innermost: None,
                    at_line: line,
                    queued: false,
                    tied: false,
                    locked_out: None,
                });
            }
            EventKind::TaskReady { task, .. } => self.queue(*task, at),
            EventKind::TaskResumed { task } => {
                self.unqueue(*task);
                self.running = Some(*task);
                self.stretch = Stretch {
                    from: at,
                    ..Stretch::default()
                };
            }
            EventKind::TaskSuspended { task, until } => self.suspend(*task, until, at),
            EventKind::TaskEnded { task, outcome } => self.end_task(*task, end(outcome)),
            EventKind::TimerSet { deadline, task, .. } => {
                let line = self.here();
                self.timers.push(Timer {
                    deadline: *deadline,
                    line,
                    task: *task,
                    sleeps: false,
                });
            }
            EventKind::TimerFired { timer } | EventKind::TimerCancelled { timer } => {
                self.settle(*timer, at);
            }
            EventKind::Blocked { .. } if !self.other_thread => self.blocked_since = Some(at),
            EventKind::Unblocked if !self.other_thread => self.unblock(at),
            EventKind::ThreadResumed { thread } => self.other_thread = *thread != ThreadId::MAIN,
            EventKind::ProgramFailed => self.failed = true,
            _ => {}
        }
    }

    /// The line on which the running task, or the program, stands.
    fn here(&self) -> u32 {
        match self.running.and_then(|task| self.task(task)) {
            Some(task) => task.at_line,
            None => self.line,
        }
    }

    fn start(&mut self, id: CoroutineId, at: Seconds) {
        let outer = self.running().and_then(|task| task.innermost.replace(id));
        if let Some(coroutine) = self.coroutines.get_mut(id.0 as usize) {
            coroutine.started = Some(at);
            coroutine.awaited_by = outer;
        }
    }

    fn leave(&mut self, id: CoroutineId, end: End) {
        let someone_waits = self.ready > 0;
        let Some(coroutine) = self.coroutines.get_mut(id.0 as usize) else {
            return;
        };
        coroutine.end = Some(end);
        let outer = coroutine.awaited_by;
        let straight = !coroutine.suspended && outer.is_some() && end.how == How::Returned;
        if straight && someone_waits {
            let info = &coroutine.info;
            if self.straight.iter().all(|(name, _)| *name != info.name) {
                self.straight.push((Rc::clone(&info.name), info.line));
            }
        }
        if let Some(task) = self.running()
            && task.innermost == Some(id)
        {
            task.innermost = outer;
        }
    }

    fn queue(&mut self, id: TaskId, at: Seconds) {
        let Some(task) = self.tasks.get_mut(id.0 as usize) else {
            return;
        };
        if !std::mem::replace(&mut task.queued, true) {
            self.ready += 1;
        }
        if std::mem::take(&mut task.tied) {
            self.busy += 1;
        }
        let line = task.at_line;
        if let Some((lock, since)) = task.locked_out.take()
            && at - since >= WORTH
        {
            let place = self.queues.iter().position(|queue| queue.lock == lock);
            let place = place.unwrap_or_else(|| {
                self.queues.push(Queue {
                    lock,
                    line,
                    tasks: Members::default(),
                    longest: 0.0,
                });
                self.queues.len() - 1
            });
            let queue = &mut self.queues[place];
            queue.tasks.add(id);
            queue.longest = queue.longest.max(at - since);
        }
    }

    fn unqueue(&mut self, id: TaskId) {
        if let Some(task) = self.tasks.get_mut(id.0 as usize)
            && std::mem::take(&mut task.queued)
        {
            self.ready = self.ready.saturating_sub(1);
        }
    }

    fn suspend(&mut self, id: TaskId, until: &Wait, at: Seconds) {
        let others = self.busy > 1;
        self.give_back(at);
        let Some(task) = self.tasks.get_mut(id.0 as usize) else {
            return;
        };
        task.suspensions += 1;
        let line = task.at_line;
        match until {
            Wait::Timer { timer, .. } => {
                if let Some(timer) = self.timers.get_mut(timer.0 as usize) {
                    timer.sleeps = true;
                }
            }
            Wait::Task(_) | Wait::Tasks(_) => {
                task.tied = true;
                self.busy = self.busy.saturating_sub(1);
                if let Wait::Tasks(tasks) = until {
                    self.together.push((line, Rc::clone(tasks)));
                }
            }
            Wait::Resource {
                kind,
                held: Some(lock),
            } if &**kind == "Lock" => {
                task.locked_out = Some((*lock, at));
            }
            Wait::Resource { .. } | Wait::NextTurn | Wait::Future => {}
        }
        let mut next = task.innermost;
        while let Some(coroutine) = next.and_then(|id| self.coroutines.get_mut(id.0 as usize)) {
            // Those who await it have been told before.
            if coroutine.suspended && (coroutine.in_company || !others) {
                break;
            }
            coroutine.suspended = true;
            coroutine.in_company |= others;
            next = coroutine.awaited_by;
        }
    }

    fn end_task(&mut self, id: TaskId, end: End) {
        if self.running == Some(id) {
            self.give_back(end.at);
        }
        self.unqueue(id);
        let main_returned = self.main_returned;
        let Some(task) = self.tasks.get_mut(id.0 as usize) else {
            return;
        };
        if !task.tied {
            self.busy = self.busy.saturating_sub(1);
        }
        task.end = Some(end);
        task.outlived_main = main_returned;
        if task.main {
            self.main_returned = end.how == How::Returned;
        }
    }

    /// The running task gives the thread back.
    fn give_back(&mut self, at: Seconds) {
        let Some(task) = self.running.take() else {
            return;
        };
        self.stretch.to = at;
        let stretch = self.stretch;
        if at - stretch.from < WORTH {
            return;
        }
        self.taken = stretch;
        let seconds = at - stretch.from - stretch.blocked;
        let longest = self.work.as_ref().map_or(0.0, |work| work.seconds);
        let has_others = self.busy > 1;
        if has_others && seconds >= LONG_WORK.max(longest) && stretch.lines >= MANY_LINES {
            let line = self.task(task).map_or(0, |task| task.at_line);
            self.work = Some(Work {
                task,
                line,
                seconds,
            });
        }
    }

    fn unblock(&mut self, at: Seconds) {
        let Some(since) = self.blocked_since.take() else {
            return;
        };
        self.stretch.blocked += at - since;
        let (line, running) = (self.here(), self.running);
        if let Some(id) = running
            && at > since
        {
            if let Some(task) = self.running() {
                task.blocked = true;
            }
            let place = self.blocks.iter().position(|block| block.line == line);
            let place = place.unwrap_or_else(|| {
                self.blocks.push(Block::default());
                self.blocks.len() - 1
            });
            let block = &mut self.blocks[place];
            block.line = line;
            block.seconds += at - since;
            block.tasks.add(id);
        }
    }

    /// A timer is over: was it late because somebody had the thread?
    fn settle(&mut self, id: TimerId, at: Seconds) {
        let Some(timer) = self.timers.get(id.0 as usize) else {
            return;
        };
        let due = timer.deadline;
        let mut taken = self.taken;
        if self.running.is_some() {
            taken = Stretch {
                to: at,
                ..self.stretch
            };
        }
        if taken.from >= due || taken.to < due + WORTH {
            return;
        }
        if !timer.sleeps {
            if self.missed.iter().all(|missed| missed.line != timer.line) {
                self.missed.push(Missed {
                    line: timer.line,
                    due,
                    until: taken.to,
                });
            }
            return;
        }
        let worst = self.late.as_ref().map_or(0.0, |late| late.woke - late.due);
        if let Some(task) = timer.task
            && at - due > worst
        {
            self.late = Some(Late {
                task,
                line: timer.line,
                due,
                woke: at,
            });
        }
    }
}
