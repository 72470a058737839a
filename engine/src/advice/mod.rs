//! What a run says about what its author may have misunderstood: a pure
//! function of the program's text and of its log.
//!
//! A finding is a fact of that very run, with its figures, and never a guess
//! by the text alone: a loop of awaits is told of where its rounds waited one
//! after another and nobody else had anything to do; `time.sleep` where it
//! held the event loop. Its words, and the place in the lesson that settles
//! it, are the lesson's.

mod facts;
mod judge;
#[cfg(test)]
mod tests;
mod tree;

use std::rc::Rc;

pub use crate::python::diagnostic::Misconception;
use crate::trace::{Entries, Event, Seconds};

use facts::Facts;
use tree::Tree;

/// More than these would not be read.
const MOST: usize = 3;

/// What happened in a run, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// The line of the program, counted from 1.
    pub line: u32,
    pub finding: Finding,
}

/// A fact of a run. Coroutines and tasks are named by their keys.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// A call made a coroutine that nobody awaited.
    NeverAwaited { function: Rc<str> },
    /// `time.sleep` held the event loop.
    Blocked { seconds: Seconds },
    /// The same from a plain function, in several tasks one after another.
    BlockedInTurn {
        function: Rc<str>,
        tasks: usize,
        seconds: Seconds,
    },
    /// A time limit passed while the thread was taken.
    LimitPassed { due: Seconds, until: Seconds },
    /// The program keeps no reference to a task.
    NotKept,
    /// The same, and the task was cancelled when the main coroutine returned.
    NotKeptAndCut { task: Rc<str> },
    /// A task had begun when the main coroutine returned, and was cancelled.
    CutShort { task: Rc<str> },
    /// The rounds of a loop waited one after another.
    OneAfterAnother {
        rounds: usize,
        total: Seconds,
        longest: Seconds,
    },
    /// A task was cancelled before its first turn.
    NeverBegun { task: Rc<str> },
    /// A task of a `gather` failed, and another one went on to its end.
    OthersWentOn {
        failed: Rc<str>,
        other: Rc<str>,
        failed_at: Seconds,
        ended_at: Seconds,
    },
    /// A task woke late: the thread was taken.
    WokeLate {
        task: Rc<str>,
        due: Seconds,
        woke: Seconds,
    },
    /// A task computed, and the others had to wait.
    Computed { task: Rc<str>, seconds: Seconds },
    /// Tasks that were to run together never gave way to each other.
    NoneGaveWay { tasks: usize },
    /// A coroutine was awaited and could not give way: it awaits nothing.
    NothingToAwait { function: Rc<str> },
    /// Tasks had a lock one at a time.
    OneAtATime { tasks: usize, longest: Seconds },
    /// Tasks ended in another order than their results came in.
    ResultsInOrderOfCalls {
        ended: Vec<Rc<str>>,
        results: Vec<Rc<str>>,
    },
}

impl Finding {
    /// What it speaks against.
    pub fn misconception(&self) -> Misconception {
        match self {
            Finding::NeverAwaited { .. } => Misconception::CallingRuns,
            Finding::Blocked { .. } => Misconception::BlockingIsFine,
            Finding::BlockedInTurn { .. } | Finding::Computed { .. } => {
                Misconception::AsyncIsFaster
            }
            Finding::LimitPassed { .. } => Misconception::TimeoutRescuesBlocked,
            Finding::NotKept | Finding::NotKeptAndCut { .. } | Finding::CutShort { .. } => {
                Misconception::FireAndForget
            }
            Finding::OneAfterAnother { .. } => Misconception::AwaitInLoop,
            Finding::NeverBegun { .. } => Misconception::TaskStartsAtOnce,
            Finding::OthersWentOn { .. } => Misconception::OneFailureStopsAll,
            Finding::WokeLate { .. } => Misconception::SleepIsExact,
            Finding::NoneGaveWay { .. } => Misconception::TasksAreParallel,
            Finding::NothingToAwait { .. } => Misconception::EveryAwaitYields,
            Finding::OneAtATime { .. } => Misconception::OneConnectionForAll,
            Finding::ResultsInOrderOfCalls { .. } => Misconception::ResultsAsCompleted,
        }
    }
}

/// Reads the log of a run, as much at a time as its caller has time for.
#[derive(Default)]
pub struct Reader {
    facts: Facts,
    /// How many events it has read.
    read: usize,
}

impl Reader {
    /// The next events of the log.
    pub fn read(&mut self, events: Entries<Event>) {
        for event in events {
            self.facts.apply(self.read, event);
            self.read += 1;
        }
    }

    /// What to tell about a run of `source` that is over and was read to its
    /// end, at most three findings and one of a kind. `known` is what its
    /// failure already speaks of.
    pub fn advise(&self, source: &str, known: Option<Misconception>) -> Vec<Advice> {
        let found = judge::judge(&self.facts, &Tree::of(source));
        // `asyncio.run` refused the coroutine, and says so.
        let refused = known == Some(Misconception::RunInNotebook);
        let mut told: Vec<Advice> = Vec::new();
        while told.len() < MOST {
            let is_new = |one: &&Advice| {
                let kind = one.finding.misconception();
                let consequence = refused && kind == Misconception::CallingRuns;
                let is_told = |other: &Advice| other.finding.misconception() == kind;
                Some(kind) != known && !consequence && !told.iter().any(is_told)
            };
            let next = found.iter().filter(is_new);
            let Some(next) = next.min_by_key(|one| (one.finding.misconception(), one.line)) else {
                break;
            };
            told.push(next.clone());
        }
        told
    }
}
