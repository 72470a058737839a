//! What a run shows at one moment.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use engine::machine::{Failure, Machine};
use engine::trace::{Bar, CoroutineId, History, Moment, Recording, Seconds};

use crate::lesson::Program;

/// A run at one moment: a cheap handle that views take as a property. It is
/// equal to another one where both show the same.
#[derive(Clone)]
pub struct Scene {
    machine: Rc<RefCell<Machine>>,
    moment: Rc<Moment>,
    cursor: usize,
    now: Seconds,
}

impl Scene {
    /// `machine` as it stands now.
    pub fn live(machine: &Rc<RefCell<Machine>>, now: Seconds) -> Scene {
        let (moment, cursor) = {
            let machine = machine.borrow();
            let recording = machine.recording();
            (recording.live().clone(), recording.len())
        };
        Scene {
            machine: Rc::clone(machine),
            moment: Rc::new(moment),
            cursor,
            now,
        }
    }

    /// The same run as it stands now. Nothing is copied where nothing happened.
    pub fn refresh(&self, now: Seconds) -> Scene {
        if self.machine.borrow().recording().len() == self.cursor {
            Scene {
                now,
                ..self.clone()
            }
        } else {
            Scene::live(&self.machine, now)
        }
    }

    /// Whether it is a scene of that very run.
    pub fn is_of(&self, machine: &Rc<RefCell<Machine>>) -> bool {
        Rc::ptr_eq(&self.machine, machine)
    }

    /// Program time, in seconds: the figure of the run's clock.
    pub fn now(&self) -> Seconds {
        self.now
    }

    /// How many events have happened.
    pub fn cursor(&self) -> usize {
        self.cursor
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

    /// What the program died of.
    pub fn failure(&self) -> Option<Failure> {
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
            && self.cursor == other.cursor
            && self.now == other.now
    }
}

impl std::fmt::Debug for Scene {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(formatter, "Scene({} events, {} s)", self.cursor, self.now)
    }
}
