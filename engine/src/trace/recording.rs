//! The log of a run together with what is folded from it.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::mem;
use std::ops::Range;

use super::log::line_reached;
use super::{Entries, Event, EventKind, History, Limits, Log, Moment, Seconds};

/// Events between two snapshots, at least. A snapshot of a large state stands
/// further from the next: at worst, where it shares no page with its
/// neighbours, it should hold no more than the events between.
const SPACING: usize = 1024;

/// How many look at a run at once: a view's moment, and the one before the
/// first event of its story, or before the latest event.
const RECENT: usize = 3;

/// A run as it was told: every event, the moment reached, the history so far,
/// and any earlier moment at the cost of a bounded replay.
#[derive(Clone, Debug, Default)]
pub struct Recording {
    log: Log,
    live: Moment,
    history: History,
    /// How many events of the log `live` and `history` know of. What follows
    /// are lines.
    folded: usize,
    /// Lines after those, of which the log does not know either: it has no room
    /// for them. And the last of them.
    held: u32,
    last_held: (Seconds, u32),
    /// How many events were told, also those that the log did not keep, without
    /// the lines of which `live` does not know.
    told: u64,
    /// Moments along the way, each with the number of events behind it.
    snapshots: Vec<(usize, Moment)>,
    /// The moments that were asked for last, at most [`RECENT`]: whoever looks
    /// at a run that goes on asks again for one that is a little later.
    recent: RefCell<Vec<(usize, Moment)>>,
    /// So many more lines need nothing but to be added to the log: there is room
    /// for them, and no snapshot is due.
    plain: usize,
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
        self.folded = self.log.len();
        self.take_snapshot_when_due();
    }

    /// Tells that a line was reached, at little cost: [`Recording::live`] and
    /// [`Recording::history`] learn of it by [`Recording::settle`] or with the
    /// next event.
    #[inline(always)]
    pub fn reach(&mut self, at: Seconds, line: u32) {
        if self.plain > 0 {
            self.plain -= 1;
            self.log.keep_line(at, line);
        } else if !self.log.keeps_lines() {
            self.held += 1;
            self.last_held = (at, line);
        } else {
            self.log.keep_line(at, line);
            self.settle();
            self.take_snapshot_when_due();
        }
    }

    /// Brings the present and the history up to what was told.
    pub fn settle(&mut self) {
        let lines = self.lines_ahead();
        if lines == 0 {
            return;
        }
        self.told += u64::from(lines);
        let len = self.log.len();
        let event = match (self.held, self.log.events().last()) {
            (0, Some(last)) => last.clone(),
            _ => line_reached(self.last_held),
        };
        self.live.pass_lines(lines - 1);
        self.live.apply(&event);
        if len > self.folded {
            self.history.apply(len - 1, &event, &self.live);
        }
        self.folded = len;
        self.log
            .hold_back(mem::take(&mut self.held), self.last_held);
    }

    /// How many lines were reached of which `live` does not know.
    fn lines_ahead(&self) -> u32 {
        (self.log.len() - self.folded) as u32 + self.held
    }

    /// The number of events: the cursor's last place.
    pub fn len(&self) -> usize {
        self.log.len()
    }

    /// Grows with each event, also with a line that the log does not keep: the
    /// present has changed where this has.
    pub fn told(&self) -> u64 {
        self.told + u64::from(self.lines_ahead())
    }

    pub fn is_empty(&self) -> bool {
        self.log.is_empty()
    }

    /// The event at `index`.
    pub fn event(&self, index: usize) -> Option<&Event> {
        self.log.events().get(index)
    }

    /// A stretch of events; what lies beyond the end is left out.
    pub fn events(&self, range: Range<usize>) -> Entries<'_, Event> {
        self.log.events().range(range)
    }

    /// How many events at the start `holds` is true of, by their times: of all
    /// others it must be false.
    pub(super) fn count_while(&self, holds: impl Fn(Seconds) -> bool) -> usize {
        self.log.events().partition_point(|event| holds(event.at))
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
        let recent = &mut *self.recent.borrow_mut();
        let (from, moment) = self.nearest(recent, cursor);
        for event in self.events(*from..cursor) {
            moment.apply(event);
        }
        *from = cursor;
        moment.clone()
    }

    /// The moment before the cursor that lies nearest: one of those asked for
    /// last, or in the place of one of them the latest snapshot.
    fn nearest<'a>(
        &self,
        recent: &'a mut Vec<(usize, Moment)>,
        cursor: usize,
    ) -> &'a mut (usize, Moment) {
        let is_before = |(events, _): &(usize, Moment)| *events <= cursor;
        let after = self.snapshots.partition_point(is_before);
        let snapshot = after.checked_sub(1).map(|index| &self.snapshots[index]);
        let saved = snapshot.map_or(0, |(events, _)| *events);
        let is_near = |moment: &(usize, Moment)| is_before(moment) && moment.0 >= saved;
        let nearest = (0..recent.len())
            .filter(|&place| is_near(&recent[place]))
            .max_by_key(|&place| recent[place].0);
        let place = nearest.unwrap_or_else(|| {
            if recent.len() == RECENT {
                // One behind the snapshot is of no use on the way forward, and
                // the last one of none on the way back.
                let order = |&place: &usize| (recent[place].0 >= saved, Reverse(recent[place].0));
                let worst = (0..RECENT).min_by_key(order).unwrap_or(0);
                recent.swap_remove(worst);
            }
            recent.push(snapshot.cloned().unwrap_or_default());
            recent.len() - 1
        });
        &mut recent[place]
    }

    /// The line that whoever runs reached last; 0 before the first.
    pub(crate) fn line(&self) -> u32 {
        match self.log.events().last() {
            _ if self.held > 0 => self.last_held.1,
            Some(Event {
                kind: EventKind::Line { line },
                ..
            }) if self.lines_ahead() > 0 => *line,
            _ => self.live.line().unwrap_or(0),
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
        self.snapshots.append(self.recent.get_mut());
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
        let mut next = latest + SPACING.max(2 * self.live.weight());
        if self.len() >= next {
            self.snapshots.push((self.len(), self.live.clone()));
            next = self.len() + SPACING;
        }
        self.plain = (next - self.len()).min(self.log.room_for_lines());
    }
}

#[cfg(test)]
impl Recording {
    pub(super) fn snapshots_held(&self) -> usize {
        self.snapshots.len()
    }
}
