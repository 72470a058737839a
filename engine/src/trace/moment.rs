//! The present tense: how everything stands after the first so many events.

use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

use super::pages::Pages;
use super::thread::Threads;
use super::{
    Card, CardKind, Coroutine, CoroutineId, Event, EventKind, Life, LifeSignal, ReadyReason,
    SeenState,
};
use super::{
    ResourceId, Seconds, Task, TaskId, TaskSignal, TaskState, Thread, ThreadId, TimerId, Variables,
};
use crate::sort::sort_by_key;

/// Whether the program is still going.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    #[default]
    Going,
    Ended,
    Failed,
}

/// An entry of the ready queue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ready {
    pub task: TaskId,
    pub reason: ReadyReason,
    pub since: Seconds,
}

/// A timer that has not fired.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Timer {
    pub id: TimerId,
    pub deadline: Seconds,
    /// The task that waits for it, where there is one.
    pub task: Option<TaskId>,
}

/// A lock or a semaphore.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resource {
    /// What the program calls it; nothing where nobody has held it.
    pub kind: Rc<str>,
    /// The tasks that hold it, the longest first.
    pub holders: Vec<TaskId>,
}

/// How everything stands after the first so many events of a run: a pure
/// function of them, made by [`Moment::apply`] and nothing else. Cheap to
/// clone: a copy shares what neither of the two changes afterwards.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    at: Seconds,
    progress: Progress,
    coroutines: Pages<Coroutine>,
    /// Those of them that were handed to `asyncio.run`.
    mains: usize,
    tasks: Pages<Task>,
    ready: Rc<VecDeque<Ready>>,
    timers: Rc<HashMap<TimerId, Timer>>,
    resources: Pages<Resource>,
    running: Option<TaskId>,
    blocked_until: Option<Seconds>,
    turns: u64,
    line: Option<u32>,
    /// Of the program itself, outside of any function.
    variables: Variables,
    threads: Threads,
}

impl Moment {
    /// Program time of the latest event.
    pub fn at(&self) -> Seconds {
        self.at
    }

    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// A card for each coroutine but the one handed to `asyncio.run`, in order
    /// of creation.
    pub fn cards(&self) -> impl Iterator<Item = Card> {
        self.coroutines()
            .filter(|(_, coroutine)| !coroutine.main)
            .map(|(id, coroutine)| Card::of(id, coroutine, self))
    }

    /// In which state each of [`Moment::cards`] is. Best gone through in one
    /// go, with `for_each`: there may be very many.
    pub fn card_kinds(&self) -> impl Iterator<Item = CardKind> {
        self.coroutines
            .iter()
            .filter(|coroutine| !coroutine.main)
            .map(|coroutine| SeenState::of(coroutine, self).kind())
    }

    /// How many [`Moment::cards`] there are.
    pub fn card_count(&self) -> usize {
        self.coroutines.len() - self.mains
    }

    /// Every coroutine, also the one handed to `asyncio.run`.
    pub fn coroutines(&self) -> impl Iterator<Item = (CoroutineId, &Coroutine)> {
        (0..).map(CoroutineId).zip(self.coroutines.iter())
    }

    pub fn coroutine(&self, id: CoroutineId) -> Option<&Coroutine> {
        self.coroutines.get(id.0 as usize)
    }

    /// Every task, in order of creation.
    pub fn tasks(&self) -> &Pages<Task> {
        &self.tasks
    }

    pub fn task(&self, id: TaskId) -> Option<&Task> {
        self.tasks.get(id.0 as usize)
    }

    /// Who awaits whom inside a task, innermost first.
    pub fn chain(&self, task: TaskId) -> impl Iterator<Item = CoroutineId> {
        let innermost = self.task(task).and_then(|task| task.innermost);
        std::iter::successors(innermost, |id| self.coroutine(*id)?.awaited_by)
    }

    /// The loop's ready queue, next to run first.
    pub fn ready(&self) -> impl Iterator<Item = &Ready> {
        self.ready.iter()
    }

    /// The timers that have not fired, by (deadline, order of creation).
    pub fn timers(&self) -> Vec<Timer> {
        let mut timers: Vec<Timer> = self.timers.values().copied().collect();
        sort_by_key(&mut timers, |timer| (timer.deadline, timer.id));
        timers
    }

    pub fn timer(&self, id: TimerId) -> Option<&Timer> {
        self.timers.get(&id)
    }

    /// Every lock and semaphore that anybody has held, among others.
    pub fn resources(&self) -> &Pages<Resource> {
        &self.resources
    }

    /// The tasks that hold a lock or semaphore, the longest first.
    pub fn holders(&self, resource: ResourceId) -> &[TaskId] {
        let resource = self.resources.get(resource.0 as usize);
        resource.map_or(&[], |resource| &resource.holders)
    }

    /// The task that has the thread.
    pub fn running(&self) -> Option<TaskId> {
        self.running
    }

    /// The innermost coroutine of the running task.
    pub fn running_coroutine(&self) -> Option<CoroutineId> {
        self.task(self.running?)?.innermost
    }

    /// Until when `time.sleep` holds the program's own thread, if it does.
    pub fn blocked_until(&self) -> Option<Seconds> {
        self.blocked_until
    }

    /// The thread that runs.
    pub fn thread(&self) -> ThreadId {
        self.threads.current()
    }

    /// The threads beside the program's own, in order of creation.
    pub fn threads(&self) -> &[Thread] {
        self.threads.further()
    }

    /// Whether the program's own thread has nothing to do: it sleeps, or the
    /// event loop waits for a timer or for another thread.
    pub fn is_idle(&self) -> bool {
        let runs = |task: &Task| task.main && !matches!(task.state, TaskState::Ended { .. });
        self.blocked_until.is_some()
            || self.running.is_none() && self.ready.is_empty() && self.tasks.iter().any(runs)
    }

    /// How many turns the event loop has begun.
    pub fn turns(&self) -> u64 {
        self.turns
    }

    /// The line last reached by whoever runs, counted from 1.
    pub fn line(&self) -> Option<u32> {
        self.line
    }

    /// The program's own variables, outside of any function.
    pub fn variables(&self) -> &Variables {
        &self.variables
    }

    /// Lets go of some of it: see [`Recording::forget`](super::Recording::forget).
    pub(super) fn forget(&mut self, most: usize) -> bool {
        self.coroutines.forget(most) || self.tasks.forget(most) || self.resources.forget(most)
    }

    /// How much there is to copy: the cost of a snapshot.
    pub(super) fn weight(&self) -> usize {
        self.coroutines.len() + self.tasks.len() + self.ready.len() + self.timers.len()
    }

    /// Goes on by one event. An event that cannot follow what came before
    /// changes nothing but the time: a fold cannot fail.
    pub fn apply(&mut self, event: &Event) {
        let at = event.at;
        self.at = at;
        let is_main = self.thread() == ThreadId::MAIN;
        self.threads.apply(event, &mut self.running);
        match &event.kind {
            EventKind::CoroutineCreated { coroutine, info } => {
                debug_assert_eq!(coroutine.0 as usize, self.coroutines.len());
                self.coroutines.push(Coroutine {
                    info: info.clone(),
                    life: Life::Created,
                    task: None,
                    awaited_by: None,
                    main: false,
                    place: self.card_count(),
                    line: None,
                    variables: Variables::default(),
                    created_at: at,
                    started_at: None,
                    ended_at: None,
                });
            }
            EventKind::CoroutineStarted { coroutine } => self.start(*coroutine),
            EventKind::CoroutineEnded { coroutine, outcome } => {
                self.live_on(*coroutine, &LifeSignal::Ended(outcome));
                self.leave_chain(*coroutine);
            }
            EventKind::CoroutineNeverAwaited { coroutine } => {
                self.live_on(*coroutine, &LifeSignal::ThrownAway);
            }
            EventKind::TaskCreated {
                task,
                name,
                coroutine,
                main,
            } => {
                debug_assert_eq!(task.0 as usize, self.tasks.len());
                // A task of a coroutine that has begun already fails at its
                // first step: the coroutine's own life is not its.
                let coroutine = coroutine.filter(|id| {
                    let coroutine = self.coroutines.get(id.0 as usize);
                    coroutine.is_some_and(|coroutine| matches!(coroutine.life, Life::Created))
                });
                self.tasks.push(Task {
                    id: *task,
                    name: name.clone(),
                    coroutine,
                    main: *main,
                    creator: self.running,
                    state: TaskState::Created,
                    innermost: None,
                    line: None,
                    created_at: at,
                });
                if let Some(id) = coroutine {
                    self.live_on(id, &LifeSignal::Scheduled);
                    if let Some(coroutine) = self.coroutines.get_mut(id.0 as usize) {
                        coroutine.task = Some(*task);
                        coroutine.main = *main;
                        self.mains += usize::from(*main);
                    }
                }
            }
            EventKind::TaskRenamed { task, name } => {
                if let Some(task) = self.tasks.get_mut(task.0 as usize) {
                    task.name = name.clone();
                }
            }
            EventKind::TaskReady { task, reason } => {
                if self.befall(*task, &TaskSignal::Queued(*reason)) {
                    Rc::make_mut(&mut self.ready).push_back(Ready {
                        task: *task,
                        reason: *reason,
                        since: at,
                    });
                }
            }
            EventKind::TaskResumed { task } => {
                self.unqueue(*task);
                self.befall(*task, &TaskSignal::Resumed);
                self.running = Some(*task);
            }
            EventKind::TaskSuspended { task, until } => {
                self.befall(*task, &TaskSignal::Suspended(until));
                self.running = None;
            }
            EventKind::TaskEnded { task, outcome } => {
                // Nearly all run when they end; a long queue is not looked
                // through for them.
                let state = self.task(*task).map(|task| &task.state);
                if matches!(state, Some(TaskState::Ready { .. })) {
                    self.unqueue(*task);
                }
                self.befall(*task, &TaskSignal::Ended(outcome));
                if self.running == Some(*task) {
                    self.running = None;
                }
            }
            EventKind::TimerSet {
                timer,
                deadline,
                task,
            } => {
                let entry = Timer {
                    id: *timer,
                    deadline: *deadline,
                    task: *task,
                };
                Rc::make_mut(&mut self.timers).insert(*timer, entry);
            }
            EventKind::TimerFired { timer } | EventKind::TimerCancelled { timer } => {
                Rc::make_mut(&mut self.timers).remove(timer);
            }
            EventKind::Acquired {
                resource,
                task,
                kind,
            } => {
                let index = resource.0 as usize;
                while self.resources.len() <= index {
                    self.resources.push(Resource::default());
                }
                if let Some(resource) = self.resources.get_mut(index) {
                    resource.kind = Rc::clone(kind);
                    resource.holders.push(*task);
                }
            }
            EventKind::Released { resource, task } => {
                let resource = self.resources.get_mut(resource.0 as usize);
                if let Some(holders) = resource.map(|resource| &mut resource.holders)
                    && !holders.is_empty()
                {
                    // Whoever gives back what another took stands in for it.
                    let held = holders.iter().position(|holder| Some(*holder) == *task);
                    holders.remove(held.unwrap_or(0));
                }
            }
            EventKind::Turn => self.turns += 1,
            EventKind::Blocked { until } if is_main => self.blocked_until = Some(*until),
            EventKind::Unblocked if is_main => self.blocked_until = None,
            EventKind::Line { line } => self.reach(*line),
            EventKind::Bound(binding) => {
                let variables = match binding.coroutine {
                    None => Some(&mut self.variables),
                    Some(id) => {
                        let coroutine = self.coroutines.get_mut(id.0 as usize);
                        coroutine.map(|coroutine| &mut coroutine.variables)
                    }
                };
                if let Some(variables) = variables {
                    variables.bind(binding);
                }
            }
            EventKind::Printed { .. }
            | EventKind::Blocked { .. }
            | EventKind::Unblocked
            | EventKind::ThreadStarted { .. }
            | EventKind::ThreadResumed { .. }
            | EventKind::ThreadEnded { .. } => {}
            EventKind::ProgramEnded => self.progress = Progress::Ended,
            EventKind::ProgramFailed => self.progress = Progress::Failed,
        }
    }

    /// Moves a task along its table of transitions; tells whether it moved.
    fn befall(&mut self, id: TaskId, signal: &TaskSignal) -> bool {
        let Some(task) = self.tasks.get_mut(id.0 as usize) else {
            debug_assert!(false, "{id:?} was never created");
            return false;
        };
        let next = task.state.after(signal, self.at);
        debug_assert!(next.is_some(), "{id:?}: {:?} in {:?}", signal, task.state);
        let moved = next.is_some();
        task.state = next.unwrap_or_else(|| task.state.clone());
        moved
    }

    /// Moves a coroutine along its table of transitions.
    fn live_on(&mut self, id: CoroutineId, signal: &LifeSignal) {
        let Some(coroutine) = self.coroutines.get_mut(id.0 as usize) else {
            debug_assert!(false, "{id:?} was never created");
            return;
        };
        let Some(next) = coroutine.life.after(signal) else {
            debug_assert!(false, "{id:?}: {:?} in {:?}", signal, coroutine.life);
            return;
        };
        match next {
            Life::Started => coroutine.started_at = Some(self.at),
            Life::Ended(_) | Life::NeverAwaited => coroutine.ended_at = Some(self.at),
            Life::Created | Life::Scheduled => {}
        }
        coroutine.life = next;
    }

    /// `id` begins to run inside the running task, awaited by what was its
    /// innermost coroutine.
    fn start(&mut self, id: CoroutineId) {
        self.live_on(id, &LifeSignal::Started);
        let Some(task) = self
            .running
            .and_then(|id| self.tasks.get_mut(id.0 as usize))
        else {
            return;
        };
        if let Some(coroutine) = self.coroutines.get_mut(id.0 as usize) {
            coroutine.task = Some(task.id);
            coroutine.awaited_by = task.innermost.replace(id);
        }
    }

    fn leave_chain(&mut self, id: CoroutineId) {
        let Some(coroutine) = self.coroutines.get(id.0 as usize) else {
            return;
        };
        let task = coroutine
            .task
            .and_then(|id| self.tasks.get_mut(id.0 as usize));
        if let Some(task) = task
            && task.innermost == Some(id)
        {
            task.innermost = coroutine.awaited_by;
        }
    }

    fn unqueue(&mut self, id: TaskId) {
        // Nearly always the first.
        if let Some(place) = self.ready.iter().position(|ready| ready.task == id) {
            Rc::make_mut(&mut self.ready).remove(place);
        }
    }

    /// So many lines of whoever runs are behind it.
    pub(super) fn pass_lines(&mut self, lines: u32) {
        if let Some(variables) = self.running_variables() {
            variables.pass_lines(lines);
        }
    }

    /// The variables of whoever runs.
    fn running_variables(&mut self) -> Option<&mut Variables> {
        if self.running.and_then(|id| self.task(id)).is_none() {
            return Some(&mut self.variables);
        }
        let innermost = self.running_coroutine()?.0 as usize;
        let coroutine = self.coroutines.get_mut(innermost)?;
        Some(&mut coroutine.variables)
    }

    fn reach(&mut self, line: u32) {
        self.line = Some(line);
        let Some(task) = self
            .running
            .and_then(|id| self.tasks.get_mut(id.0 as usize))
        else {
            self.variables.pass_lines(1);
            return;
        };
        task.line = Some(line);
        let innermost = task.innermost.map(|id| id.0 as usize);
        if let Some(coroutine) = innermost.and_then(|index| self.coroutines.get_mut(index)) {
            coroutine.line = Some(line);
            coroutine.variables.pass_lines(1);
        }
    }
}
