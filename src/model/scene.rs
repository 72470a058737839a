//! What a run shows at one moment.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use engine::machine::{Failure, Machine};
use engine::trace::{Bar, CoroutineId, History, Moment, Recording, Seconds};

use super::{Place, Spot};

use crate::lesson::Program;

/// A run at one moment: a cheap handle that views take as a property. It is
/// equal to another one where both show the same.
#[derive(Clone)]
pub struct Scene {
    machine: Rc<RefCell<Machine>>,
    moment: Rc<Moment>,
    cursor: usize,
    told: u64,
    now: Seconds,
    present: Seconds,
}

impl Scene {
    /// `machine` as it stands at `place`; the present is at `now`, in seconds
    /// of program time.
    pub fn of(machine: &Rc<RefCell<Machine>>, place: Place, now: Seconds) -> Scene {
        let (moment, cursor, told, at) = {
            let machine = machine.borrow();
            let recording = machine.recording();
            let (cursor, at) = place.find(recording, now);
            (recording.at(cursor), cursor, recording.told(), at)
        };
        Scene {
            machine: Rc::clone(machine),
            moment: Rc::new(moment),
            cursor,
            told,
            now: at,
            present: now,
        }
    }

    /// The same run at `place`, the present being at `now`. Nothing is copied
    /// where nothing happened.
    pub fn refresh(&self, place: Place, now: Seconds) -> Scene {
        let (cursor, at) = place.find(&self.recording(), now);
        let all = self.recording().len();
        let same = cursor == self.cursor && (cursor < all || self.recording().told() == self.told);
        match same {
            true => Scene {
                now: at,
                present: now,
                ..self.clone()
            },
            false => Scene::of(&self.machine, place, now),
        }
    }

    /// Whether it is a scene of that very run.
    pub fn is_of(&self, machine: &Rc<RefCell<Machine>>) -> bool {
        Rc::ptr_eq(&self.machine, machine)
    }

    /// Whether both show the same run.
    pub fn is_of_run(&self, other: &Scene) -> bool {
        self.is_of(&other.machine)
    }

    /// Program time, in seconds: the figure of the run's clock.
    pub fn now(&self) -> Seconds {
        self.now
    }

    /// Program time of the present, in seconds.
    pub fn present(&self) -> Seconds {
        self.present
    }

    /// Whether more has happened since than is shown.
    pub fn is_past(&self) -> bool {
        self.now < self.present || self.cursor < self.recording().len()
    }

    /// How many events have happened.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The moment shown, told in a way that can be shared.
    pub fn spot(&self) -> Spot {
        // A run that stands after all that was due stands there by its clock.
        match self.recording().events_until(self.now) == self.cursor {
            true => Spot::Time(self.now),
            false => Spot::Events(self.cursor),
        }
    }

    /// A number that differs where [`Scene::moment`] does, of one run.
    pub fn version(&self) -> (u64, usize) {
        (self.told, self.cursor)
    }

    /// Cards, tasks, queues, lines.
    pub fn moment(&self) -> &Moment {
        &self.moment
    }

    /// The whole record; ask it for what stood at [`Scene::cursor`]. Give it
    /// back before the view returns: the machine needs it to go on.
    pub fn recording(&self) -> Ref<'_, Recording> {
        Ref::map(self.machine.borrow(), Machine::recording)
    }

    /// The past, of which only what began before [`Scene::cursor`] counts.
    pub fn history(&self) -> Ref<'_, History> {
        Ref::map(self.recording(), Recording::history)
    }

    /// The bars of a card, for the timeline. The last may be open: it reaches
    /// to [`Scene::now`].
    pub fn bars(&self, coroutine: CoroutineId) -> Vec<Bar> {
        self.history().card_bars(coroutine, self.cursor).collect()
    }

    /// What the program died of, if that has happened there.
    pub fn failure(&self) -> Option<Failure> {
        self.end().filter(|_| self.cursor == self.recording().len())
    }

    /// What the program died of, whatever moment is shown.
    pub fn end(&self) -> Option<Failure> {
        self.machine.borrow().failure().cloned()
    }
}

/// A scene for each program that has run since its last reset.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenes([Option<Scene>; Program::ALL.len()]);

impl Scenes {
    /// What `program`'s run shows; `None` before its first line.
    pub fn of(&self, program: Program) -> Option<&Scene> {
        self.0[program as usize].as_ref()
    }

    /// The same with another scene for `program`.
    #[must_use]
    pub fn with(mut self, program: Program, scene: Option<Scene>) -> Scenes {
        self.0[program as usize] = scene;
        self
    }
}

impl PartialEq for Scene {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.machine, &other.machine)
            && self.version() == other.version()
            && self.now == other.now
            && self.present == other.present
    }
}

impl std::fmt::Debug for Scene {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(formatter, "Scene({} events, {} s)", self.cursor, self.now)
    }
}

#[cfg(test)]
mod tests {
    use engine::machine::{Library, Status};
    use engine::trace::{CardState, Doing};

    use super::*;
    use crate::model::Run;

    /// Runs what is due, until `end`, on a clock that jumps from one deadline
    /// to the next; gives the time at which it came to rest.
    fn run_until(machine: &RefCell<Machine>, end: Seconds) -> Seconds {
        let mut now = 0.0;
        loop {
            match machine.borrow_mut().advance(now, 1_000_000) {
                Status::IdleUntil(deadline) if deadline <= end => now = deadline,
                Status::OutOfBudget => {}
                _ => return now,
            }
        }
    }

    fn started(program: Program) -> Rc<RefCell<Machine>> {
        let machine = Run::of_lesson(program).machine(0.0, &Library::default());
        Rc::new(RefCell::new(machine.expect("the lesson's programs run")))
    }

    fn states(scene: &Scene) -> Vec<(String, CardState)> {
        let cards = scene.moment().cards();
        cards
            .map(|card| (card.info.key.to_string(), card.state))
            .collect()
    }

    #[test]
    fn in_the_middle_both_wait_or_only_one_was_called() {
        let (sequential, concurrent) = (started(Program::Sequential), started(Program::Concurrent));
        for machine in [&sequential, &concurrent] {
            assert_eq!(run_until(machine, 1.0), 0.0);
        }
        let keys = |machine| {
            let states = states(&Scene::of(machine, Place::Present, 1.0));
            let waiting = states
                .iter()
                .all(|(_, state)| state.deadline() >= Some(2.0));
            assert!(waiting, "{states:?}");
            states.into_iter().map(|(key, _)| key).collect::<Vec<_>>()
        };
        assert_eq!(keys(&sequential), ["A"]);
        assert_eq!(keys(&concurrent), ["A", "B"]);
    }

    #[test]
    fn at_the_end_the_bars_tell_five_seconds_from_three() {
        for (program, end, waits) in [
            (Program::Sequential, 5.0, [(0.0, 2.0), (2.0, 5.0)]),
            (Program::Concurrent, 3.0, [(0.0, 2.0), (0.0, 3.0)]),
        ] {
            let machine = started(program);
            assert_eq!(run_until(&machine, 100.0), end);
            let scene = Scene::of(&machine, Place::Present, end);
            for (card, (from, to)) in scene.moment().cards().zip(waits) {
                let bars = scene.bars(card.coroutine);
                let mut waiting = bars.iter().filter(|bar| bar.doing == Doing::Waiting);
                let bar = waiting.next().expect("it slept");
                assert_eq!((bar.from, bar.to), (from, Some(to)), "{}", card.info.label);
                assert!(waiting.next().is_none());
            }
            let results = [("A", "'AAAAAAAAAA'"), ("B", "'BBBBBBBBBB'")];
            let results = results.map(|(key, result)| {
                let result = result.into();
                (key.to_owned(), CardState::Done { result })
            });
            assert_eq!(states(&scene), results);
        }
    }

    #[test]
    fn scenes_are_equal_where_they_show_the_same() {
        let machine = started(Program::Concurrent);
        let now = Place::Present;
        let before = Scene::of(&machine, now, 0.0);
        assert_eq!(before.refresh(now, 0.0), before);
        assert_ne!(before.refresh(now, 0.5), before);
        run_until(&machine, 1.0);
        assert_ne!(before.refresh(now, 0.0), before);
        let another = started(Program::Concurrent);
        assert_ne!(before.refresh(now, 0.0), Scene::of(&another, now, 0.0));
        assert!(before.refresh(Place::After(3), 1.0).is_past());
        assert_eq!(before.refresh(Place::Time(0.5), 1.0).now(), 0.5);
    }
}
