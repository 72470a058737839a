//! What the console shows of what a program printed: its newest lines.

use std::rc::Rc;

use engine::trace::{History, Moment, Seconds, Stream};

use super::palette::Who;

/// What is drawn: a program may print more than a browser can lay out.
pub const READ: Most = Most {
    lines: 200,
    text: 12_000,
};

/// And while it comes faster than anybody could read it: a little more than
/// is in sight.
const POURED: Most = Most {
    lines: 16,
    text: 1_000,
};

/// It comes so fast where so many lines come in so many seconds.
const POUR: usize = 40;
const AT_ONCE: Seconds = 0.1;

/// Characters of a line that are drawn, half of them from its end.
const MOST_CHARACTERS: usize = 8_000;

/// How much is drawn.
#[derive(Clone, Copy)]
pub struct Most {
    pub lines: usize,
    /// Bytes in all, but for those of the newest line.
    text: usize,
}

/// The newest lines, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Printout {
    pub lines: Rc<[Printed]>,
    /// How many more there are above.
    pub above: usize,
}

/// A line of the console.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// Counted from 1.
    pub number: usize,
    pub text: Rc<str>,
    /// The coroutine that wrote it.
    pub author: Option<Who>,
    pub error: bool,
    /// How many events had happened when its first piece was printed.
    pub cursor: usize,
    /// And at which program time that was, in seconds.
    pub at: Seconds,
}

impl Printout {
    /// What was printed within the first `cursor` events; `runs` where more may
    /// come at any time.
    pub fn of(moment: &Moment, history: &History, cursor: usize, runs: bool) -> Printout {
        let all = history.console().lines_at(cursor);
        let pours = runs
            && is_pour(all.clone().rev().map(|line| line.at), moment.at())
            && !moment.is_idle();
        let most = if pours { POURED } else { READ };
        let lengths = all.clone().rev().map(|line| line.text_at(cursor).len());
        let above = all.len() - drawn(lengths, most);
        let lines = (above + 1..).zip(all.skip(above));
        Printout {
            lines: lines
                .map(|(number, line)| Printed {
                    number,
                    text: shortened(line.text_at(cursor)),
                    author: line.author.coroutine.and_then(|id| Who::of(moment, id)),
                    error: line.stream == Stream::Error,
                    cursor: line.event + 1,
                    at: line.at,
                })
                .collect(),
            above,
        }
    }
}

/// Whether lines of those times, the newest first, come too fast to be read.
fn is_pour(mut times: impl Iterator<Item = Seconds>, now: Seconds) -> bool {
    times.nth(POUR).is_some_and(|at| at > now - AT_ONCE)
}

/// How many lines of those lengths, the newest first, are drawn.
fn drawn(lengths: impl Iterator<Item = usize>, most: Most) -> usize {
    let mut text = 0;
    let fitting = lengths.take(most.lines).take_while(|length| {
        let fits = text < most.text;
        text += (*length).min(MOST_CHARACTERS);
        fits
    });
    fitting.count()
}

/// All that was printed within the first `cursor` events, to be copied.
pub fn whole(history: &History, cursor: usize) -> String {
    let lines = history.console().lines_at(cursor);
    lines.fold(String::new(), |text, line| {
        text + line.text_at(cursor) + "\n"
    })
}

/// A line as it is, unless no reader could want all of it.
fn shortened(text: &str) -> Rc<str> {
    // Bytes bound characters, and are not counted one by one.
    if text.len() <= MOST_CHARACTERS {
        return text.into();
    }
    let mut places = text.char_indices().map(|(place, _)| place);
    let mut from_end = text.char_indices().rev().map(|(place, _)| place);
    let (head, tail) = (
        places.nth(MOST_CHARACTERS / 2).unwrap_or(0),
        from_end.nth(MOST_CHARACTERS / 2 - 1).unwrap_or(text.len()),
    );
    if head >= tail {
        return text.into();
    }
    format!("{} […] {}", &text[..head], &text[tail..]).into()
}

#[cfg(test)]
mod tests {
    use super::{MOST_CHARACTERS, POUR, POURED, READ, drawn, is_pour, shortened};

    #[test]
    fn short_lines_are_many_and_long_ones_few() {
        let of = |lengths: &[usize], most| drawn(lengths.iter().copied(), most);
        let drawn = |lengths: &[usize]| of(lengths, READ);
        assert_eq!(drawn(&[]), 0);
        assert_eq!(drawn(&[3; 10]), 10);
        assert_eq!(drawn(&[60; 1000]), READ.lines);
        assert_eq!(of(&[10; 1000], POURED), POURED.lines);
        assert_eq!(of(&[200; 1000], POURED), 5);
        assert_eq!(drawn(&[100_000; 80]), 2);
        assert_eq!(drawn(&[1 << 20]), 1);
    }

    #[test]
    fn many_lines_at_once_pour_and_many_in_a_second_do_not() {
        let each = |gap: f64| (0..1000).map(move |line| 100.0 - gap * f64::from(line));
        assert!(is_pour(each(0.0), 100.0));
        assert!(is_pour(each(0.002), 100.0));
        assert!(!is_pour(each(0.01), 100.0));
        assert!(!is_pour(each(0.0), 100.2), "it has stopped");
        assert!(!is_pour(each(0.0).take(POUR), 100.0), "so many can be read");
    }

    #[test]
    fn a_line_that_can_be_read_stays_whole() {
        for text in ["".to_owned(), "ñ".repeat(MOST_CHARACTERS)] {
            assert_eq!(*shortened(&text), *text);
        }
    }

    #[test]
    fn of_a_line_without_end_both_ends_are_shown() {
        let text = format!("á{}é", "ñ".repeat(MOST_CHARACTERS));
        let shown = shortened(&text);
        assert!(shown.starts_with('á') && shown.ends_with('é') && shown.contains(" […] "));
        assert_eq!(shown.chars().count(), MOST_CHARACTERS + 5);
    }
}
