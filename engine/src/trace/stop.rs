//! Where the cursor comes to rest when it goes through a log step by step.

use super::{EventKind, Recording, Seconds, TaskId};

/// What a step goes to. A place is a number of events; 0, before everything,
/// is one for all kinds of steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stop {
    /// After each event. A variable's change goes with the line that follows.
    Event,
    /// A line has been reached.
    #[default]
    Line,
    /// A task has given the thread back.
    Suspension,
    /// Another task than before has got the thread.
    Switch,
}

impl Stop {
    /// From the finest step to the coarsest.
    pub const ALL: [Stop; 4] = [Stop::Event, Stop::Line, Stop::Suspension, Stop::Switch];
}

impl Recording {
    /// The next place behind the first `cursor` events; `None` where the log
    /// has not come so far.
    pub fn next_stop(&self, stop: Stop, cursor: usize) -> Option<usize> {
        (cursor + 1..=self.len()).find(|&place| self.is_stop(stop, place))
    }

    /// The place before; 0 is the last one.
    pub fn previous_stop(&self, stop: Stop, cursor: usize) -> usize {
        let cursor = cursor.min(self.len() + 1);
        let before = (1..cursor).rev();
        let mut stops = before.filter(|&place| self.is_stop(stop, place));
        stops.next().unwrap_or(0)
    }

    /// How many events happened up to the program time `time`, that instant
    /// included.
    pub fn events_until(&self, time: Seconds) -> usize {
        self.count_while(|at| at <= time)
    }

    /// How many events happened before the program time `time`.
    pub fn events_before(&self, time: Seconds) -> usize {
        self.count_while(|at| at < time)
    }

    fn is_stop(&self, stop: Stop, place: usize) -> bool {
        let Some(event) = self.event(place - 1) else {
            return false;
        };
        match (stop, &event.kind) {
            (Stop::Event, kind) => !matches!(kind, EventKind::Bound(_)),
            (Stop::Line, EventKind::Line { .. }) => true,
            (Stop::Suspension, EventKind::TaskSuspended { .. }) => true,
            (Stop::Switch, EventKind::TaskResumed { task }) => {
                self.resumed_before(place - 1) != Some(*task)
            }
            _ => false,
        }
    }

    /// The task that had the thread before the event at `index`.
    fn resumed_before(&self, index: usize) -> Option<TaskId> {
        let events = self.events(0..index).rev();
        let mut resumed = events.filter_map(|event| match event.kind {
            EventKind::TaskResumed { task } => Some(task),
            _ => None,
        });
        resumed.next()
    }
}
