//! Where each task stands in the event loop: a pure function of the moment.

use engine::trace::{Moment, Seconds, TaskId, TaskState, Wait};

use crate::lesson::{story, words};
use crate::view::palette::Who;
use crate::view::time;
use engine::sort::sort_by_key;

/// Where a task can stand, in the order in which it goes through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// In the ready queue.
    Ready,
    /// It has the thread.
    Running,
    /// It waits for a timer.
    Timer,
    /// It waits for a task, a future, a lock ...
    Waiting,
    Over,
}

impl Zone {
    pub const ALL: [Zone; 5] = [
        Zone::Ready,
        Zone::Running,
        Zone::Timer,
        Zone::Waiting,
        Zone::Over,
    ];
}

/// A task in its zone.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    pub task: TaskId,
    pub label: String,
    /// `None` for the task handed to `asyncio.run`.
    pub who: Option<Who>,
    pub zone: Zone,
    /// Its place in the zone, from 0: the first is the next to leave it.
    pub place: usize,
    /// Why it is in the queue, what is left, or whom it waits for.
    pub note: String,
}

/// Places of a zone that are drawn.
pub const MOST_PLACES: usize = 6;

/// The tasks in their zones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Circuit {
    /// Those that are drawn, in order of creation.
    pub chips: Vec<Chip>,
    /// How many tasks stand in each zone of [`Zone::ALL`].
    pub counts: [usize; Zone::ALL.len()],
}

/// By what tasks stand in line: a time, and among those of the same time a
/// number.
type Key = (Seconds, i64);

/// Who stands in a zone: the first are known, the others counted.
#[derive(Default)]
struct Line {
    /// At most [`MOST_PLACES`], each with what it stands in line by.
    first: Vec<(Key, TaskId)>,
    count: usize,
}

impl Line {
    /// One more, behind all that have the same `key`.
    fn join(&mut self, key: Key, task: TaskId) {
        self.count += 1;
        let place = self.first.iter().rposition(|(other, _)| *other <= key);
        let place = place.map_or(0, |before| before + 1);
        if place < MOST_PLACES {
            self.first.truncate(MOST_PLACES - 1);
            self.first.insert(place, (key, task));
        }
    }
}

impl Circuit {
    /// How the tasks stand at `now`, in seconds of program time.
    pub fn of(moment: &Moment, now: Seconds) -> Circuit {
        let mut zones: [Line; Zone::ALL.len()] = Default::default();
        for ready in moment.ready() {
            zones[Zone::Ready as usize].join((0.0, 0), ready.task);
        }
        if let Some(task) = moment.running() {
            zones[Zone::Running as usize].join((0.0, 0), task);
        }
        moment.tasks().iter().for_each(|task| match &task.state {
            TaskState::Waiting {
                on: Wait::Timer { timer, deadline },
                ..
            } => zones[Zone::Timer as usize].join((*deadline, i64::from(timer.0)), task.id),
            TaskState::Waiting { .. } => zones[Zone::Waiting as usize].join((0.0, 0), task.id),
            // The newest of those that are over come first.
            TaskState::Ended { at, .. } => {
                zones[Zone::Over as usize].join((-*at, -i64::from(task.id.0)), task.id);
            }
            TaskState::Created | TaskState::Ready { .. } | TaskState::Running { .. } => {}
        });
        let mut chips = Vec::new();
        for zone in Zone::ALL {
            let tasks = zones[zone as usize].first.iter();
            chips.extend(tasks.enumerate().map(|(place, &(_, task))| Chip {
                task,
                label: story::task_label(moment, task),
                who: Who::of_task(moment, task),
                zone,
                place,
                note: note(moment, task, now),
            }));
        }
        sort_by_key(&mut chips, |chip| chip.task);
        Circuit {
            chips,
            counts: zones.map(|line| line.count),
        }
    }
}

fn note(moment: &Moment, task: TaskId, now: Seconds) -> String {
    let Some(task) = moment.task(task) else {
        return String::new();
    };
    match &task.state {
        TaskState::Waiting { on, .. } => match on {
            Wait::Timer { deadline, .. } => time::tenths(time::tenths_left(*deadline, now)) + " s",
            Wait::Task(other) => story::task_label(moment, *other),
            Wait::Tasks(tasks) => match &tasks[..] {
                [one] => story::task_label(moment, *one),
                [one, other] => format!(
                    "{}, {}",
                    story::task_label(moment, *one),
                    story::task_label(moment, *other)
                ),
                many => format!("{} tareas", many.len()),
            },
            Wait::Resource { kind, held } => match held.map(|held| moment.holders(held)) {
                Some([holder]) => format!("{kind}: {}", story::task_label(moment, *holder)),
                _ => kind.to_string(),
            },
            Wait::NextTurn | Wait::Future => String::new(),
        },
        TaskState::Ready { reason, .. } => words::reason(*reason).to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use engine::machine::{Machine, Options, Status};

    use super::*;

    fn at(source: &str, end: Seconds) -> Circuit {
        let mut machine = Machine::new(source, Options::default()).expect("it compiles");
        let mut now = 0.0;
        loop {
            match machine.advance(now, 10_000) {
                Status::IdleUntil(next) if next <= end => now = next,
                Status::OutOfBudget => {}
                _ => break,
            }
        }
        Circuit::of(machine.recording().live(), end)
    }

    const PROGRAM: &str = "import asyncio
async def siesta(nombre, espera):
    await asyncio.sleep(espera)
async def main():
    await asyncio.gather(siesta('B', 3), siesta('A', 2))
asyncio.run(main())
";

    fn zone(circuit: &Circuit, zone: Zone) -> Vec<(String, String)> {
        let mut chips: Vec<&Chip> = circuit
            .chips
            .iter()
            .filter(|chip| chip.zone == zone)
            .collect();
        sort_by_key(&mut chips, |chip| chip.place);
        let texts = chips
            .iter()
            .map(|chip| (chip.label.clone(), chip.note.clone()));
        texts.collect()
    }

    #[test]
    fn who_waits_for_a_timer_stands_in_the_order_of_the_deadlines() {
        let circuit = at(PROGRAM, 0.5);
        let text = |label: &str, note: &str| (label.to_owned(), note.to_owned());
        assert_eq!(
            zone(&circuit, Zone::Timer),
            [text("A", "1.5 s"), text("B", "2.5 s")]
        );
        assert_eq!(zone(&circuit, Zone::Waiting), [text("main", "B, A")]);
        assert_eq!(circuit.counts, [0, 0, 2, 1, 0]);
    }

    #[test]
    fn who_waits_for_a_lock_stands_beside_its_holder() {
        let program = "import asyncio
async def turno(nombre, candado):
    async with candado:
        await asyncio.sleep(1)
async def main():
    candado = asyncio.Lock()
    await asyncio.gather(turno('A', candado), turno('B', candado), turno('C', candado))
asyncio.run(main())
";
        let notes = |end: Seconds| -> Vec<String> {
            let waiting = zone(&at(program, end), Zone::Waiting).into_iter();
            waiting
                .map(|(label, note)| format!("{label} {note}"))
                .collect()
        };
        assert_eq!(notes(0.5), ["main 3 tareas", "B Lock: A", "C Lock: A"]);
        assert_eq!(notes(1.5), ["main 3 tareas", "C Lock: B"]);
    }

    #[test]
    fn who_is_in_the_queue_says_why() {
        let program = "import asyncio
async def siesta(nombre, espera):
    await asyncio.sleep(espera)
async def main():
    asyncio.create_task(siesta('A', 0))
    asyncio.create_task(siesta('B', 1)).cancel()
    await asyncio.sleep(1)
asyncio.run(main())
";
        let mut machine = Machine::new(program, Options::default()).expect("it compiles");
        machine.advance(0.0, 10_000);
        let recording = machine.recording();
        let moments = (0..recording.len()).map(|cursor| recording.at(cursor));
        let queues: Vec<_> = moments
            .map(|moment| zone(&Circuit::of(&moment, 0.0), Zone::Ready))
            .collect();
        let text = |label: &str, note: &str| (label.to_owned(), note.to_owned());
        let waits = [text("A", "nueva"), text("B", "nueva")];
        assert!(queues.iter().any(|queue| *queue == waits), "{queues:?}");
        assert!(queues.contains(&vec![text("A", "cedió")]), "{queues:?}");
    }

    #[test]
    fn at_the_end_all_are_over() {
        assert_eq!(at(PROGRAM, 9.0).counts, [0, 0, 0, 0, 3]);
    }
}
