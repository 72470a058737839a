//! The list of events itself, with a bound on what it may hold.

use super::{Chunks, Event, EventKind, Seconds};

/// How much one run may tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Events in all. Past it the log [is full](Log::is_full), and the machine
    /// stops the program with a message.
    pub events: usize,
    /// `Line` events kept one by one. Past it only the last line before each
    /// other event is kept: a long loop tells where it stands, not each step.
    pub lines: usize,
    /// `Line` events up to which variables are told as well.
    pub watched_lines: usize,
    /// Bytes of printed text.
    pub printed: usize,
}

impl Default for Limits {
    /// Under 80 MB, with all that is folded from it, when it is used up:
    /// `tests/log_memory.rs`.
    fn default() -> Self {
        Limits {
            events: 500_000,
            lines: 200_000,
            watched_lines: 20_000,
            printed: 8 << 20,
        }
    }
}

/// The events of one run, in order.
#[derive(Clone, Debug, Default)]
pub struct Log {
    limits: Limits,
    events: Chunks<Event>,
    lines: usize,
    printed: usize,
    /// Past the limit of lines: the latest line, kept only if it is still the
    /// latest when something else happens.
    pending_line: Option<(Seconds, u32)>,
    dropped_lines: u64,
}

impl Log {
    /// An empty log.
    pub fn new(limits: Limits) -> Self {
        Log {
            limits,
            ..Log::default()
        }
    }

    /// Adds `event` behind the others, and before it the line that was held
    /// back. What has come to stand in the log is the tail from the former
    /// length on; it may be empty.
    pub fn push(&mut self, event: Event) {
        match &event.kind {
            EventKind::Line { line } => {
                match self.keeps_lines() {
                    true => self.keep_line(event.at, *line),
                    false => self.hold_back(1, (event.at, *line)),
                }
                return;
            }
            EventKind::Printed { text, .. } => self.printed += text.len(),
            _ => {}
        }
        let held = self.pending_line.take().map(line_reached);
        for event in held.into_iter().chain([event]) {
            self.events.push(event);
        }
    }

    /// Lets go of the last events, about `most` of them; false when there are
    /// none.
    pub(super) fn forget(&mut self, most: usize) -> bool {
        self.events.forget(most)
    }

    /// Whether there is room for another line.
    #[inline]
    pub(super) fn keeps_lines(&self) -> bool {
        self.lines < self.limits.lines
    }

    /// How many more lines there is room for.
    pub(super) fn room_for_lines(&self) -> usize {
        self.limits.lines.saturating_sub(self.lines)
    }

    /// Adds a line, where there is room for it.
    #[inline]
    pub(super) fn keep_line(&mut self, at: Seconds, line: u32) {
        self.lines += 1;
        self.events.push(line_reached((at, line)));
    }

    /// Holds back the last of so many lines that there was no room for.
    pub(super) fn hold_back(&mut self, lines: u32, last: (Seconds, u32)) {
        if lines > 0 {
            let earlier = self.pending_line.replace(last);
            self.dropped_lines += u64::from(lines) - u64::from(earlier.is_none());
        }
    }

    /// The events, oldest first.
    pub fn events(&self) -> &Chunks<Event> {
        &self.events
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether nothing has happened yet.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// Whether the program has told all that there is room for. The log goes
    /// on taking events, so that the end of the program can still be told.
    pub fn is_full(&self) -> bool {
        self.events.len() >= self.limits.events || self.printed >= self.limits.printed
    }

    /// Whether variables are still to be told.
    #[inline]
    pub fn watches(&self) -> bool {
        self.lines < self.limits.watched_lines
    }

    /// How many lines were reached and not kept.
    pub fn dropped_lines(&self) -> u64 {
        self.dropped_lines
    }
}

/// That a line was reached, and when.
pub(super) fn line_reached((at, line): (Seconds, u32)) -> Event {
    Event {
        at,
        kind: EventKind::Line { line },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::EventKind::{Line, Turn};

    fn log_of(lines: usize, kinds: &[EventKind]) -> Log {
        let mut log = Log::new(Limits {
            lines,
            watched_lines: lines,
            events: 5,
            printed: 10,
        });
        for kind in kinds {
            log.push(Event {
                at: 0.0,
                kind: kind.clone(),
            });
        }
        log
    }

    fn kinds(log: &Log) -> Vec<EventKind> {
        log.events()
            .iter()
            .map(|event| event.kind.clone())
            .collect()
    }

    #[test]
    fn past_the_limit_only_the_last_line_before_another_event_is_kept() {
        let lines = [1, 2, 3, 4].map(|line| Line { line });
        let mut log = log_of(2, &lines);
        assert_eq!(kinds(&log), [Line { line: 1 }, Line { line: 2 }]);
        log.push(Event {
            at: 0.0,
            kind: Turn,
        });
        let expected = [Line { line: 1 }, Line { line: 2 }, Line { line: 4 }, Turn];
        assert_eq!(kinds(&log), expected);
        assert_eq!(log.dropped_lines(), 1);
    }

    #[test]
    fn it_is_full_by_events_or_by_printed_text() {
        assert!(!log_of(9, &[Turn, Turn, Turn, Turn]).is_full());
        assert!(log_of(9, &[Turn, Turn, Turn, Turn, Turn]).is_full());
        let text = EventKind::Printed {
            stream: crate::trace::Stream::Output,
            text: "0123456789".into(),
        };
        assert!(log_of(9, &[text]).is_full());
    }

    #[test]
    fn an_event_stays_small() {
        assert!(size_of::<Event>() <= 48, "{} bytes", size_of::<Event>());
    }
}
