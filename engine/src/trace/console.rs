//! What the program printed, as lines.

use super::{Chunks, CoroutineId, Entries, Seconds, Stream, TaskId, ThreadId};

/// Who printed: the running task, and the innermost coroutine of its chain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Author {
    pub task: Option<TaskId>,
    pub coroutine: Option<CoroutineId>,
    pub thread: ThreadId,
}

/// One line of the console.
#[derive(Clone, Debug, PartialEq)]
pub struct ConsoleLine {
    pub stream: Stream,
    /// Who wrote its first piece.
    pub author: Author,
    /// When its first piece was written.
    pub at: Seconds,
    /// Index of the event that wrote its first piece.
    pub event: usize,
    text: String,
    /// Where later pieces begin: the event that wrote one, and the length of
    /// the text before it.
    joints: Vec<(usize, usize)>,
    /// The event that wrote its line feed.
    closed_by: Option<usize>,
}

impl ConsoleLine {
    /// Its text without the line feed, with every other byte as printed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its text after the first `cursor` events.
    pub fn text_at(&self, cursor: usize) -> &str {
        let shown = self.joints.partition_point(|(event, _)| *event < cursor);
        let end = self
            .joints
            .get(shown)
            .map_or(self.text.len(), |joint| joint.1);
        &self.text[..end]
    }

    /// Whether its line feed had come after the first `cursor` events.
    pub fn is_closed_at(&self, cursor: usize) -> bool {
        self.closed_by.is_some_and(|event| event < cursor)
    }
}

/// All that was printed so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Console {
    lines: Chunks<ConsoleLine>,
    /// The line that each stream has not ended yet: output, error.
    open: [Option<usize>; 2],
}

impl Console {
    /// All lines, by the time of their first piece.
    pub fn lines(&self) -> &Chunks<ConsoleLine> {
        &self.lines
    }

    /// The lines begun within the first `cursor` events; of the last ones,
    /// only [`ConsoleLine::text_at`] stood there then.
    pub fn lines_at(&self, cursor: usize) -> Entries<'_, ConsoleLine> {
        let shown = self.lines.partition_point(|line| line.event < cursor);
        self.lines.range(0..shown)
    }

    /// Exactly what was written to `stream`.
    pub fn text(&self, stream: Stream) -> String {
        let mut text = String::new();
        for line in self.lines.iter().filter(|line| line.stream == stream) {
            text.push_str(&line.text);
            if line.closed_by.is_some() {
                text.push('\n');
            }
        }
        text
    }

    pub(super) fn print(
        &mut self,
        stream: Stream,
        text: &str,
        author: Author,
        event: usize,
        at: Seconds,
    ) {
        for piece in text.split_inclusive('\n') {
            let (body, closes) = match piece.strip_suffix('\n') {
                Some(body) => (body, true),
                None => (piece, false),
            };
            let index = match self.open[stream as usize] {
                Some(index) => {
                    let line = &mut self.lines[index];
                    line.joints.push((event, line.text.len()));
                    line.text.push_str(body);
                    index
                }
                None => {
                    self.lines.push(ConsoleLine {
                        stream,
                        author,
                        at,
                        event,
                        text: body.to_owned(),
                        joints: Vec::new(),
                        closed_by: None,
                    });
                    self.lines.len() - 1
                }
            };
            self.lines[index].closed_by = closes.then_some(event);
            self.open[stream as usize] = (!closes).then_some(index);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::Stream::{Error, Output};

    fn printed(pieces: &[(Stream, &str)]) -> Console {
        let mut console = Console::default();
        for (event, (stream, text)) in pieces.iter().enumerate() {
            console.print(*stream, text, Author::default(), event, 0.0);
        }
        console
    }

    fn lines_at(console: &Console, cursor: usize) -> Vec<&str> {
        let lines = console.lines_at(cursor);
        lines.map(|line| line.text_at(cursor)).collect()
    }

    #[test]
    fn pieces_join_to_lines_and_a_piece_may_hold_several() {
        let console = printed(&[
            (Output, "a"),
            (Output, "b\n\nc"),
            (Output, "\n"),
            (Output, "d"),
        ]);
        assert_eq!(lines_at(&console, 4), ["ab", "", "c", "d"]);
        assert_eq!(console.text(Output), "ab\n\nc\nd");
    }

    #[test]
    fn the_streams_do_not_break_each_others_lines() {
        let console = printed(&[(Output, "a"), (Error, "x\n"), (Output, "b\n")]);
        assert_eq!(lines_at(&console, 3), ["ab", "x"]);
        assert_eq!(console.text(Error), "x\n");
    }

    #[test]
    fn a_cursor_in_the_middle_of_a_line_shows_what_stood_there_then() {
        let console = printed(&[(Output, "uno "), (Output, "dos "), (Output, "tres\n")]);
        let shown: Vec<_> = (0..4).map(|cursor| lines_at(&console, cursor)).collect();
        let expected: [&[&str]; 4] = [&[], &["uno "], &["uno dos "], &["uno dos tres"]];
        assert_eq!(shown, expected);
        assert!(!console.lines()[0].is_closed_at(2));
        assert!(console.lines()[0].is_closed_at(3));
    }
}
