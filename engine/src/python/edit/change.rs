//! The splices that repeat or remove a task.

use std::ops::Range;

use super::find::{Item, Key};
use crate::sort::sort_by_key;

/// A stretch of the text, and what comes in its place.
pub(super) struct Splice {
    span: Range<usize>,
    text: String,
}

impl Splice {
    pub(super) fn replace(span: &Range<usize>, text: impl Into<String>) -> Splice {
        Splice {
            span: span.clone(),
            text: text.into(),
        }
    }

    fn insert(at: usize, text: impl Into<String>) -> Splice {
        Splice::replace(&(at..at), text)
    }

    fn delete(span: Range<usize>) -> Splice {
        Splice::replace(&span, "")
    }
}

/// The text after the splices, which must not overlap.
pub(super) fn apply(source: &str, mut splices: Vec<Splice>) -> String {
    sort_by_key(&mut splices, |splice| splice.span.start);
    let mut out = String::with_capacity(source.len() + 64);
    let mut at = 0;
    for splice in splices {
        out.push_str(source.get(at..splice.span.start).unwrap_or_default());
        out.push_str(&splice.text);
        at = splice.span.end;
    }
    out.push_str(source.get(at..).unwrap_or_default());
    out
}

/// Puts a copy of `item` behind it, under a key of its own.
pub(super) fn repeat(source: &str, item: &Item, all: &[Item]) -> Vec<Splice> {
    let copy = copy_of(source, item, all);
    let lines = Lines::around(source, &item.whole);
    let rest = &source[item.whole.end..lines.end];
    let newline = if source[..lines.end].ends_with('\r') {
        "\r\n"
    } else {
        "\n"
    };
    let indent = &source[lines.start..item.whole.start];
    if item.statement {
        if lines.alone(rest) {
            return vec![Splice::insert(
                lines.text_end,
                format!("{newline}{indent}{copy}"),
            )];
        }
        return vec![Splice::insert(item.whole.end, format!("; {copy}"))];
    }
    let (comma, after) = match rest.trim_start().strip_prefix(',') {
        Some(after) => (",", after),
        None => ("", rest),
    };
    if !lines.first {
        return vec![Splice::insert(item.whole.end, format!(", {copy}"))];
    }
    if lines.alone(after) {
        // A comment stays with the element before which it stands.
        let line = format!("{newline}{indent}{copy}{comma}");
        let mut splices = vec![Splice::insert(lines.text_end, line)];
        if comma.is_empty() {
            splices.insert(0, Splice::insert(item.whole.end, ","));
        }
        return splices;
    }
    vec![Splice::insert(
        item.whole.end,
        format!(",{newline}{indent}{copy}"),
    )]
}

/// Takes `item` away, as if [`repeat`] had never put it there.
pub(super) fn remove(source: &str, item: &Item) -> Option<Vec<Splice>> {
    if let Some(target) = &item.target
        && words(source)
            .filter(|word| *word == &source[target.clone()])
            .count()
            > 1
    {
        return None;
    }
    let previous_end = item.previous_end?;
    let lines = Lines::around(source, &item.whole);
    let rest = &source[item.whole.end..lines.end];
    let comma = rest.trim_start().starts_with(',');
    let after = rest
        .trim_start()
        .strip_prefix(',')
        .filter(|_| !item.statement)
        .unwrap_or(rest);
    let between = &source[previous_end..item.whole.start];
    if lines.first && lines.alone(after) {
        // The whole line, with the newline before it.
        let from = lines.start.saturating_sub(1).max(previous_end);
        let from = if source[..from].ends_with('\r') {
            from - 1
        } else {
            from
        };
        let mut splices = vec![Splice::delete(from..lines.text_end)];
        if !item.statement && !comma && between.trim_start().starts_with(',') {
            let at = previous_end + between.len() - between.trim_start().len();
            splices.push(Splice::delete(at..at + 1));
        }
        return Some(splices);
    }
    if between.contains('#') {
        return (!item.statement).then(|| vec![Splice::delete(item.whole.clone())]);
    }
    if item.statement && between.contains('\n') {
        // `await f("A", 1); otra()`: the line goes on without it.
        return None;
    }
    Some(vec![Splice::delete(previous_end..item.whole.end)])
}

/// The lines on which a stretch of text begins and ends.
struct Lines {
    /// Where the line begins on which it begins.
    start: usize,
    /// The end of the line on which it ends, before `\n`.
    end: usize,
    /// The same before `\r\n`.
    text_end: usize,
    /// Nothing stands before it on its line.
    first: bool,
}

impl Lines {
    fn around(source: &str, whole: &Range<usize>) -> Lines {
        let start = source[..whole.start].rfind('\n').map_or(0, |at| at + 1);
        let end = source[whole.end..]
            .find('\n')
            .map_or(source.len(), |at| whole.end + at);
        let text_end = if source[whole.end..end].ends_with('\r') {
            end - 1
        } else {
            end
        };
        Lines {
            start,
            end,
            text_end,
            first: source[start..whole.start].trim().is_empty(),
        }
    }

    /// Whether it has its line to itself, a comment aside.
    fn alone(&self, after: &str) -> bool {
        let after = after.trim();
        self.first && (after.is_empty() || after.starts_with('#'))
    }
}

/// The text of `item` with the next key, and the next name for its result.
fn copy_of(source: &str, item: &Item, all: &[Item]) -> String {
    let mut splices = Vec::new();
    let moved = |span: &Range<usize>| span.start - item.whole.start..span.end - item.whole.start;
    if let Some(key) = &item.key {
        let taken = |text: &str| {
            let same = all.iter().filter(|other| other.group == item.group);
            let mut keys = same.filter_map(|other| other.key.as_ref());
            keys.any(|other| other.text == text)
        };
        let next = next_free(&key.text, key.quoted, taken);
        splices.push(Splice::replace(
            &moved(&key.span),
            written(source, key, &next),
        ));
    }
    if let Some(target) = &item.target {
        let taken = |name: &str| words(source).any(|word| word == name);
        let next = next_free(&source[target.clone()], true, taken);
        splices.push(Splice::replace(&moved(target), next));
    }
    apply(&source[item.whole.clone()], splices)
}

/// The key between the quotes of the one that it follows.
fn written(source: &str, key: &Key, next: &str) -> String {
    let literal = &source[key.span.clone()];
    match literal.find(&key.text) {
        Some(at) if key.quoted && !key.text.is_empty() => {
            let (before, after) = literal.split_at(at);
            format!("{before}{next}{}", &after[key.text.len()..])
        }
        _ if key.quoted => super::super::text::repr::str_repr(next),
        _ => next.into(),
    }
}

/// What follows a key or a name, and is not taken: `A`, `B`; `tarea1`,
/// `tarea2`; `uno`, `uno2`.
fn next_free(text: &str, letters: bool, taken: impl Fn(&str) -> bool) -> String {
    let mut next = text.to_string();
    loop {
        next = following(&next, letters);
        if !taken(&next) {
            return next;
        }
    }
}

fn following(text: &str, letters: bool) -> String {
    if let [letter @ (b'A'..=b'Y' | b'a'..=b'y')] = text.as_bytes()
        && letters
    {
        return char::from(letter + 1).into();
    }
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (stem, number) = text.split_at(text.len() - digits);
    match number.parse::<u64>() {
        Ok(number) => format!("{stem}{}", number.saturating_add(1)),
        Err(_) => format!("{stem}2"),
    }
}

/// The words of a text, strings and comments included.
fn words(source: &str) -> impl Iterator<Item = &str> {
    source.split(|c: char| !(c.is_alphanumeric() || c == '_'))
}
