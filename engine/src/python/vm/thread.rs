//! Threads: further stacks of frames, of which one runs at a time.
//!
//! A thread goes on until it waits (`time.sleep`, a lock, its event loop with
//! nothing to do), as a short piece of CPython code would; then whoever became
//! ready first goes on, else whoever has the earliest deadline. So a program
//! with threads always runs alike.

use std::rc::Rc;

use super::{Activation, Entered, Next, Vm};
use crate::asyncio::LoopId;
use crate::machine::Status;
use crate::python::fault::{Fault, Try};
use crate::python::object::{Args, Frame, List, Value};
use crate::trace::{EventKind, Seconds, ThreadId};

/// What a thread waits for.
pub struct Waiting {
    what: What,
    /// It goes on then in any case.
    until: Option<Seconds>,
    /// Since which wait of the run, counted from 1.
    since: u64,
}

enum What {
    /// Time alone: `time.sleep`.
    Time,
    /// Only that others may go first.
    Turn,
    /// That this list is empty: a lock that is free, a thread that has ended.
    Empty(Rc<List>),
    /// That this loop has something to run.
    Loop(LoopId),
    /// Nothing: it has come to its end.
    Over,
}

impl Waiting {
    fn new(what: What, until: Option<Seconds>) -> Self {
        Waiting {
            what,
            until,
            since: 0,
        }
    }

    pub(super) fn sleep(until: Seconds) -> Self {
        Waiting::new(What::Time, Some(until))
    }

    pub(crate) fn turn() -> Self {
        Waiting::new(What::Turn, None)
    }

    /// Until a list is empty, or that moment has come.
    pub(crate) fn empty(list: Rc<List>, until: Option<Seconds>) -> Self {
        Waiting::new(What::Empty(list), until)
    }

    /// Until a loop has something to run, or that moment has come.
    pub(crate) fn event_loop(id: LoopId, until: Option<Seconds>) -> Self {
        Waiting::new(What::Loop(id), until)
    }
}

/// Who a thread is.
#[derive(Clone, Copy, Default)]
struct Identity {
    /// Its number, from 0 in order of creation.
    id: u32,
    /// Its number in the log. The library's own threads have none.
    told: Option<ThreadId>,
}

/// A thread that another runs instead of.
struct Parked {
    who: Identity,
    stack: Vec<Activation>,
    running_loop: Option<LoopId>,
    waiting: Waiting,
}

/// The threads of a run but for what the [`Vm`] holds of the one that runs.
#[derive(Default)]
pub struct Threads {
    parked: Vec<Parked>,
    current: Identity,
    /// How many were ever started, and how many of them the log knows.
    started: u32,
    told: u32,
    waits: u64,
}

impl Threads {
    /// The number of the thread that runs; the program's own is 0.
    pub(crate) fn current(&self) -> u32 {
        self.current.id
    }

    /// Takes out what the threads that do not run are doing.
    pub(crate) fn take_stacks(&mut self) -> impl Iterator<Item = Activation> {
        let parked = std::mem::take(&mut self.parked).into_iter();
        parked.flat_map(|thread| thread.stack)
    }
}

impl Vm {
    pub(crate) fn has_other_threads(&self) -> bool {
        !self.threads.parked.is_empty()
    }

    /// Whether the program ever started a thread.
    pub(super) fn has_had_threads(&self) -> bool {
        self.threads.started > 0
    }

    /// The running thread waits, once its frame stands on the stack.
    pub(crate) fn wait(&mut self, mut waiting: Waiting) {
        self.threads.waits += 1;
        waiting.since = self.threads.waits;
        self.waiting = Some(waiting);
    }

    /// Begins a thread that runs `function(*args)`; it has its first turn when
    /// the running one waits. One without a name the log is not told of.
    /// Errors: it is no function of Python's.
    pub(crate) fn start_thread(&mut self, function: &Value, args: Args, name: &str) -> Try<u32> {
        let Value::Function(function) = function else {
            return Err(Fault::type_error("first arg must be callable"));
        };
        let idle = self.idle_frame();
        let Entered::Frame(frame) = self.enter(&idle, function, args)? else {
            return Err(Fault::type_error("first arg must be callable"));
        };
        self.threads.started += 1;
        let id = self.threads.started;
        let told = (!name.is_empty()).then(|| {
            self.threads.told += 1;
            ThreadId(self.threads.told)
        });
        if let Some(thread) = told {
            let name = name.into();
            self.log(EventKind::ThreadStarted { thread, name });
        }
        let mut waiting = Waiting::turn();
        waiting.since = self.threads.waits;
        self.threads.parked.push(Parked {
            who: Identity { id, told },
            stack: vec![Activation::Frame(frame)],
            running_loop: None,
            waiting,
        });
        Ok(id)
    }

    /// The running thread's bottom frame is over, which is not the program's.
    pub(super) fn end_thread(&mut self, frame: &mut Box<Frame>) -> Next {
        drop(std::mem::replace(frame, self.idle_frame()));
        if let Some(thread) = self.threads.current.told {
            self.log(EventKind::ThreadEnded { thread });
        }
        self.wait(Waiting::new(What::Over, None));
        Next::Leave(None)
    }

    /// The running thread waits: chooses which thread goes on. `Err`: none
    /// can now.
    pub(super) fn switch(&mut self) -> Result<(), Status> {
        let Some(mine) = self.waiting.take() else {
            return Ok(());
        };
        let chosen = match self.choose(&mine) {
            Ok(chosen) => chosen,
            Err(status) => {
                // While all wait, it is seen which of them sleep.
                let main = self.threads.parked.iter().position(|one| one.who.id == 0);
                self.waiting = Some(match main {
                    Some(main) if !matches!(mine.what, What::Time) => self.swap(mine, main),
                    _ => mine,
                });
                return Err(status);
            }
        };
        let going_on = match chosen {
            None => mine,
            Some(at) => self.swap(mine, at),
        };
        if matches!(going_on.what, What::Time) {
            self.log(EventKind::Unblocked);
        }
        Ok(())
    }

    /// The running thread, which waits as `mine` says, gives way to a parked
    /// one; tells what that one waits for.
    fn swap(&mut self, mine: Waiting, at: usize) -> Waiting {
        let next = self.threads.parked.remove(at);
        let stack = std::mem::replace(&mut self.stack, next.stack);
        let running_loop = std::mem::replace(&mut self.running_loop, next.running_loop);
        let who = std::mem::replace(&mut self.threads.current, next.who);
        if !matches!(mine.what, What::Over) {
            self.threads.parked.push(Parked {
                who,
                stack,
                running_loop,
                waiting: mine,
            });
        }
        let told = match next.who.id {
            0 => Some(ThreadId::MAIN),
            _ => next.who.told,
        };
        if let Some(thread) = told {
            self.log(EventKind::ThreadResumed { thread });
        }
        next.waiting
    }

    /// Which thread goes on: `None` for the one that ran, else its place.
    fn choose(&self, mine: &Waiting) -> Result<Option<usize>, Status> {
        let parked = &self.threads.parked;
        let mine = (None, self.threads.current.id, mine);
        let all = || {
            let others = parked.iter().enumerate();
            std::iter::once(mine)
                .chain(others.map(|(at, thread)| (Some(at), thread.who.id, &thread.waiting)))
        };
        let ready = all()
            .filter(|(.., waiting)| self.is_over(waiting))
            .min_by_key(|(_, id, waiting)| (waiting.since, *id));
        if let Some((chosen, ..)) = ready {
            return Ok(chosen);
        }
        let earliest = all()
            .filter_map(|(at, _, waiting)| Some((at, waiting.until?, waiting.since)))
            .min_by(|a, b| a.1.total_cmp(&b.1).then(a.2.cmp(&b.2)));
        let Some((chosen, until, _)) = earliest else {
            return Err(Status::Stuck);
        };
        if until <= self.now {
            return Ok(chosen);
        }
        let main_sleeps =
            all().any(|(_, id, waiting)| id == 0 && matches!(waiting.what, What::Time));
        Err(match main_sleeps {
            true => Status::BlockedUntil(until),
            false => Status::IdleUntil(until),
        })
    }

    /// Whether a wait is over, apart from a deadline that is just now. One
    /// that is past counts, lest others that are always ready starve it.
    fn is_over(&self, waiting: &Waiting) -> bool {
        let overdue = waiting.until.is_some_and(|until| until < self.now);
        overdue
            || match &waiting.what {
                What::Turn => true,
                What::Empty(list) => list.is_empty(),
                What::Loop(id) => self.loops.get(*id).is_some_and(|lp| lp.is_ready()),
                What::Time | What::Over => false,
            }
    }
}
