//! From facts to findings, a function for each kind.

use std::rc::Rc;

use super::facts::{Block, Coroutine, End, Facts, How, Missed, Task};
use super::tree::{Call, Tree};
use super::{Advice, Finding};
use crate::trace::TaskId;

/// Tasks that wait for a lock before it is worth a word.
const MANY_IN_LINE: usize = 3;

/// Calls in loops that are looked at.
const MOST_LOOPS: usize = 50;

/// Names in a list of tasks; of longer lists nothing is told.
const MOST_NAMES: usize = 5;

struct Judge<'a> {
    facts: &'a Facts,
    tree: &'a Tree,
    found: Vec<Advice>,
}

/// All findings, in no order.
pub(super) fn judge(facts: &Facts, tree: &Tree) -> Vec<Advice> {
    let mut judge = Judge {
        facts,
        tree,
        found: Vec::new(),
    };
    judge.coroutines();
    judge.blocks();
    judge.limits();
    judge.tasks();
    judge.loops();
    judge.together();
    judge.found
}

impl Judge<'_> {
    fn tell(&mut self, line: u32, finding: Finding) {
        self.found.push(Advice { line, finding });
    }

    fn key(&self, task: TaskId) -> Option<Rc<str>> {
        let coroutine = self.facts.coroutine_of(task)?;
        Some(Rc::clone(&coroutine.info.key))
    }

    /// Coroutines that nobody awaited, and such as had nothing to await.
    fn coroutines(&mut self) {
        let mut coroutines = self.facts.coroutines.iter();
        while let Some(coroutine) = coroutines.find(|one| one.never_awaited) {
            let info = &coroutine.info;
            // A call that failed drops its arguments unawaited.
            let is_argument = |call: &Call| call.is_argument;
            let mut calls = self.tree.calls_on(info.line, &info.name);
            if !(self.facts.failed && calls.any(is_argument)) {
                let function = Rc::clone(&info.name);
                self.tell(info.line, Finding::NeverAwaited { function });
            }
        }
        for (function, line) in &self.facts.straight {
            let is_hook = function.starts_with("__");
            if !is_hook && self.tree.all_named(function, |one| !one.gives_way) {
                let function = Rc::clone(function);
                self.tell(*line, Finding::NothingToAwait { function });
            }
        }
    }

    fn blocks(&mut self) {
        let facts = self.facts;
        for Block {
            line,
            seconds,
            tasks,
        } in &facts.blocks
        {
            let (seconds, tasks) = (*seconds, tasks.count);
            let within = self.tree.function_at(*line).filter(|one| !one.is_async);
            let finding = match within {
                Some(function) if tasks > 1 => Finding::BlockedInTurn {
                    function: function.name.as_str().into(),
                    tasks,
                    seconds,
                },
                _ => Finding::Blocked { seconds },
            };
            self.tell(*line, finding);
        }
        if let Some(work) = &facts.work
            && let Some(task) = self.key(work.task)
        {
            let seconds = work.seconds;
            self.tell(work.line, Finding::Computed { task, seconds });
        }
        if let Some(late) = &facts.late
            && let Some(task) = self.key(late.task)
        {
            let (due, woke) = (late.due, late.woke);
            self.tell(late.line, Finding::WokeLate { task, due, woke });
        }
        for queue in &facts.queues {
            let (tasks, longest) = (queue.tasks.count, queue.longest);
            if tasks >= MANY_IN_LINE {
                self.tell(queue.line, Finding::OneAtATime { tasks, longest });
            }
        }
    }

    /// Time limits that passed unheard.
    fn limits(&mut self) {
        for Missed { line, due, until } in &self.facts.missed {
            let (due, until) = (*due, *until);
            let names = ["wait_for", "timeout", "timeout_at", "wait"];
            let mut calls = names
                .iter()
                .flat_map(|name| self.tree.calls_on(*line, name));
            if calls.next().is_some() {
                self.tell(*line, Finding::LimitPassed { due, until });
            }
        }
    }

    /// Tasks that nobody keeps, that were cut short, or that never began.
    fn tasks(&mut self) {
        let facts = self.facts;
        // A `TaskGroup` keeps its tasks itself.
        let drops = |call: &&Call| {
            let own = matches!(call.owner.as_deref(), None | Some("asyncio"));
            own && !call.is_used && matches!(&*call.name, "create_task" | "ensure_future")
        };
        let drops: Vec<&Call> = self.tree.calls.iter().filter(drops).collect();
        let is_dropped = |task: &Task| drops.iter().any(|call| call.lines.contains(&task.line));
        for task in &facts.tasks {
            let cancelled = task.end.is_some_and(|end| end.how == How::Cancelled);
            if drops.is_empty() && !cancelled {
                continue;
            }
            let Some(coroutine) = task.coroutine.and_then(|id| facts.coroutine(id)) else {
                continue;
            };
            let key = || Rc::clone(&coroutine.info.key);
            let cut = cancelled && task.outlived_main && !facts.failed;
            // A watchman is meant to be cut short.
            let endless = |name: &str| self.tree.all_named(name, |one| one.endless);
            let finding = match (is_dropped(task), cut) {
                (true, true) => Finding::NotKeptAndCut { task: key() },
                (true, false) => Finding::NotKept,
                (false, true) if endless(&coroutine.info.name) => continue,
                (false, true) => Finding::CutShort { task: key() },
                (false, false) if cancelled && !task.reached && !facts.failed => {
                    Finding::NeverBegun { task: key() }
                }
                (false, false) => continue,
            };
            self.tell(task.line, finding);
        }
    }

    /// Rounds of a `for` that waited one after another, while nobody else had
    /// anything to do.
    fn loops(&mut self) {
        let (facts, tree) = (self.facts, self.tree);
        let calls = tree.calls.iter().filter(|call| is_independent(call, tree));
        for call in calls.take(MOST_LOOPS) {
            let may_tell = |one: &Coroutine| one.is_alone() && call.lines.contains(&one.line);
            if !facts.coroutines.iter().any(may_tell) {
                continue;
            }
            let rounds = facts.coroutines.iter().filter(|coroutine| {
                call.lines.contains(&coroutine.line) && *coroutine.info.name == *call.name
            });
            let rounds: Vec<&Coroutine> = rounds.collect();
            // Each time that the loop ran is the work of one coroutine.
            for rounds in rounds.chunk_by(|one, next| one.info.creator == next.info.creator) {
                if let Some(finding) = one_after_another(rounds) {
                    self.tell(rounds[0].info.line, finding);
                    break;
                }
            }
        }
    }

    /// Tasks of a `gather`.
    fn together(&mut self) {
        let facts = self.facts;
        for (line, tasks) in &facts.together {
            let Some(gather) = self.tree.calls_on(*line, "gather").next() else {
                continue;
            };
            let members = tasks.iter().map(|id| Some((*id, facts.task(*id)?)));
            let Some(members) = members.collect::<Option<Vec<_>>>() else {
                continue;
            };
            if !gather.keywords.iter().any(|one| one == "return_exceptions") {
                self.others_went_on(*line, &members);
            }
            let ends = members.iter().map(|(_, task)| task.end);
            let ends = ends.map(|end| end.filter(|end| end.how == How::Returned));
            let Some(ends) = ends.collect::<Option<Vec<End>>>() else {
                continue;
            };
            if gather.is_used {
                self.order_of_results(*line, tasks, &ends);
            }
            let straight = |(_, task): &(TaskId, &Task)| task.suspensions == 0 && !task.blocked;
            let own = members
                .iter()
                .all(|(id, _)| facts.coroutine_of(*id).is_some());
            if members.len() > 1 && own && members.iter().all(straight) {
                let tasks = members.len();
                self.tell(*line, Finding::NoneGaveWay { tasks });
            }
        }
    }

    fn others_went_on(&mut self, line: u32, members: &[(TaskId, &Task)]) {
        let ended = |how: How| {
            let ends = members
                .iter()
                .filter_map(|(id, task)| Some((*id, task.end?)));
            ends.filter(move |(_, end)| end.how == how)
        };
        let failed = ended(How::Raised).min_by_key(|(_, end)| end.event);
        let other = ended(How::Returned).max_by_key(|(_, end)| end.event);
        let (Some((failed, failure)), Some((other, end))) = (failed, other) else {
            return;
        };
        if let (true, Some(failed), Some(other)) =
            (end.at > failure.at, self.key(failed), self.key(other))
        {
            let finding = Finding::OthersWentOn {
                failed,
                other,
                failed_at: failure.at,
                ended_at: end.at,
            };
            self.tell(line, finding);
        }
    }

    fn order_of_results(&mut self, line: u32, tasks: &[TaskId], ends: &[End]) {
        let is_sorted = ends.windows(2).all(|pair| pair[0].at <= pair[1].at);
        if is_sorted || tasks.len() > MOST_NAMES {
            return;
        }
        let keys = tasks.iter().map(|task| self.key(*task));
        let Some(results) = keys.collect::<Option<Vec<_>>>() else {
            return;
        };
        // The place of each is how many ended before it.
        let place = |end: &End| ends.iter().filter(|one| one.event < end.event).count();
        let mut ended = results.clone();
        for (end, key) in ends.iter().zip(&results) {
            ended[place(end)] = Rc::clone(key);
        }
        self.tell(line, Finding::ResultsInOrderOfCalls { ended, results });
    }
}

/// Rounds that waited, each after the one before, while nobody else had
/// anything to do.
fn one_after_another(rounds: &[&Coroutine]) -> Option<Finding> {
    let (mut total, mut longest, mut last) = (0.0, 0.0, 0);
    for round in rounds {
        let (from, end) = (round.started?, round.end?);
        let waited = end.at - from;
        if !round.is_alone() || waited <= 0.0 || round.created < last {
            return None;
        }
        total += waited;
        longest = waited.max(longest);
        last = end.event;
    }
    (rounds.len() > 1).then_some(Finding::OneAfterAnother {
        rounds: rounds.len(),
        total,
        longest,
    })
}

/// Whether a call of one of the program's coroutines stands in a `for`, takes
/// nothing from the round before, and is alone of its name on its line.
fn is_independent(call: &Call, tree: &Tree) -> bool {
    let around = call.in_loop.and_then(|number| tree.loops.get(number));
    around.is_some_and(|around| {
        let taken = |name| around.binds.contains(name);
        !around.tries
            && !call.reads.iter().any(taken)
            && tree.all_named(&call.name, |_| true)
            && tree.calls_on(*call.lines.start(), &call.name).count() == 1
    })
}
