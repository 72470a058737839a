//! The log of a run together with what is folded from it.

use std::ops::Range;

use super::{Event, EventKind, History, Limits, Log, Moment, Seconds};

/// Events between two snapshots, at least. A snapshot of a large state stands
/// further from the next: at worst, where it shares no page with its
/// neighbours, it should hold no more than the events between.
const SPACING: usize = 1024;

/// A run as it was told: every event, the moment reached, the history so far,
/// and any earlier moment at the cost of a bounded replay.
#[derive(Clone, Debug, Default)]
pub struct Recording {
    log: Log,
    live: Moment,
    history: History,
    /// How many events were told, also those that the log did not keep, without
    /// those of `passed`.
    told: u64,
    /// Lines reached last that `live` and `history` do not know of yet.
    passed: Passed,
    /// Moments along the way, each with the number of events behind it.
    snapshots: Vec<(usize, Moment)>,
    /// No snapshot is due before the log has so many events.
    next_snapshot: usize,
}

/// Lines that followed one another, with no other event between.
#[derive(Clone, Debug, Default)]
struct Passed {
    /// Those that the log has kept, and after them those that it has no room
    /// for and does not know of yet.
    kept: u32,
    held: u32,
    last: (Seconds, u32),
}

impl Passed {
    fn lines(&self) -> u32 {
        self.kept + self.held
    }
}

impl Recording {
    /// Nothing has happened yet.
    pub fn new(limits: Limits) -> Self {
        Recording {
            log: Log::new(limits),
            ..Recording::default()
        }
    }

    /// Tells the next event. Only the machine does so (and who reads a
    /// recording from a file).
    pub fn push(&mut self, event: Event) {
        self.settle();
        self.told += 1;
        let fresh = self.log.len();
        let is_line = matches!(event.kind, EventKind::Line { .. });
        if is_line {
            // It may stay out of the log, yet it is where the program stands.
            self.live.apply(&event);
        }
        self.log.push(event);
        for index in fresh..self.log.len() {
            let event = &self.log.events()[index];
            self.history.apply(index, event, &self.live);
            if !matches!(event.kind, EventKind::Line { .. }) {
                self.live.apply(event);
            }
        }
        self.take_snapshot_when_due();
    }

    /// Tells that a line was reached, at little cost: [`Recording::live`] and
    /// [`Recording::history`] learn of it by [`Recording::settle`] or with the
    /// next event.
    #[inline]
    pub fn reach(&mut self, at: Seconds, line: u32) {
        self.passed.last = (at, line);
        if !self.log.keeps_lines() {
            self.passed.held += 1;
            return;
        }
        self.log.keep_line(at, line);
        self.passed.kept += 1;
        if self.log.len() >= self.next_snapshot {
            self.settle();
            self.take_snapshot_when_due();
        }
    }

    /// Brings the present and the history up to what was told.
    pub fn settle(&mut self) {
        let passed = std::mem::take(&mut self.passed);
        let (lines, last) = (passed.lines(), passed.last);
        if lines == 0 {
            return;
        }
        self.told += u64::from(lines);
        let event = Event {
            at: last.0,
            kind: EventKind::Line { line: last.1 },
        };
        self.live.pass_lines(lines - 1);
        self.live.apply(&event);
        if passed.kept > 0 {
            self.history.apply(self.log.len() - 1, &event, &self.live);
        }
        self.log.hold_back(passed.held, last);
    }

    /// The number of events: the cursor's last place.
    pub fn len(&self) -> usize {
        self.log.len()
    }

    /// Grows with each event, also with a line that the log does not keep: the
    /// present has changed where this has.
    pub fn told(&self) -> u64 {
        self.told + u64::from(self.passed.lines())
    }

    pub fn is_empty(&self) -> bool {
        self.log.is_empty()
    }

    /// The event at `index`.
    pub fn event(&self, index: usize) -> Option<&Event> {
        self.log.events().get(index)
    }

    /// A stretch of events; what lies beyond the end is left out.
    pub fn events(&self, range: Range<usize>) -> &[Event] {
        let end = range.end.min(self.len());
        &self.log.events()[range.start.min(end)..end]
    }

    /// The present.
    pub fn live(&self) -> &Moment {
        &self.live
    }

    /// What went on from when to when.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// How everything stood after the first `cursor` events.
    pub fn at(&self, cursor: usize) -> Moment {
        if cursor >= self.len() {
            return self.live.clone();
        }
        let after = self
            .snapshots
            .partition_point(|(events, _)| *events <= cursor);
        let (from, mut moment) = match after.checked_sub(1) {
            Some(index) => self.snapshots[index].clone(),
            None => (0, Moment::default()),
        };
        for event in self.events(from..cursor) {
            moment.apply(event);
        }
        moment
    }

    /// The line that whoever runs reached last; 0 before the first.
    pub(crate) fn line(&self) -> u32 {
        match self.passed.lines() {
            0 => self.live.line().unwrap_or(0),
            _ => self.passed.last.1,
        }
    }

    /// Whether the program has told more than there is room for; see
    /// [`Log::is_full`].
    pub fn is_full(&self) -> bool {
        self.log.is_full()
    }

    /// Whether what variables hold is still to be told; see
    /// [`Limits::watched_lines`].
    #[inline]
    pub fn watches(&self) -> bool {
        self.log.watches()
    }

    /// Lets go of some of it, about `most` things; false when there is little
    /// left. Nothing can be asked of it any more.
    pub(crate) fn forget(&mut self, most: usize) -> bool {
        if let Some((_, snapshot)) = self.snapshots.last_mut() {
            if !snapshot.forget(most) {
                self.snapshots.pop();
            }
            return true;
        }
        self.live.forget(most) || self.history.forget(most) || self.log.forget(most)
    }

    fn take_snapshot_when_due(&mut self) {
        let latest = self.snapshots.last().map_or(0, |(events, _)| *events);
        let spacing = SPACING.max(2 * self.live.weight());
        self.next_snapshot = latest + spacing;
        if self.len() >= self.next_snapshot {
            self.snapshots.push((self.len(), self.live.clone()));
            self.next_snapshot = self.len() + SPACING;
        }
    }
}

#[cfg(test)]
impl Recording {
    pub(super) fn snapshots_held(&self) -> usize {
        self.snapshots.len()
    }
}
