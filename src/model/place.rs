//! The moment of a run that the reader looks at.

use engine::trace::{Recording, Seconds, Stop};

/// A moment of a run, found in its log.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Place {
    /// As it stands now.
    #[default]
    Present,
    /// At that program time, in seconds.
    Time(Seconds),
    /// After the first so many events.
    After(usize),
    /// At the first such stop behind the first `from` events; the present,
    /// until there is one.
    Next { stop: Stop, from: usize },
}

/// A moment that is told without the run's log: the same program, run anew,
/// comes to it again. So it can travel with an address.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spot {
    /// After the first so many events.
    Events(usize),
    /// At that program time, in seconds, when all has been done that was due.
    Time(Seconds),
}

impl Place {
    /// How many events have happened there, and its program time. `now` is the
    /// present's.
    pub fn find(self, recording: &Recording, now: Seconds) -> (usize, Seconds) {
        let all = recording.len();
        let after = |events: usize| match events {
            0 if all > 0 => (0, 0.0),
            events if events < all => {
                let last = recording.event(events - 1);
                (events, last.map_or(0.0, |event| event.at))
            }
            _ => (all, now),
        };
        match self {
            Place::Time(time) if time < now => (recording.events_until(time), time.max(0.0)),
            Place::Present | Place::Time(_) => (all, now),
            Place::After(events) => after(events),
            Place::Next { stop, from } => after(recording.next_stop(stop, from).unwrap_or(all)),
        }
    }
}
