//! What is wrong with a program, and where: before it runs or after it died.

use std::ops::Range;
use std::rc::Rc;

use engine::machine::Failure;
use engine::python::diagnostic::explain;

use crate::lesson::words;

/// An error at its place in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// Counted from 1.
    pub line: u32,
    pub message: Rc<str>,
    pub hint: Option<Rc<str>>,
}

impl Fault {
    /// What a program died of, where its text did it. What to try stands under
    /// the console.
    pub fn of_failure(source: &str, failure: &Failure) -> Option<Fault> {
        let span = failure.span?;
        let span = span.start as usize..span.end as usize;
        let explained = explain(&failure.exception, &failure.message);
        let message = explained.map_or_else(
            || words::uncaught(&failure.exception, &failure.message),
            |explained| explained.message,
        );
        let meant = failure.suggestion.as_deref().map(words::did_you_mean);
        Some(Fault::at(source, span, message, meant))
    }

    /// The fault of `source` at `span`, which may lie outside of it: a text
    /// that ends too early has its error past the end.
    pub fn at(
        source: &str,
        span: Range<usize>,
        message: impl Into<Rc<str>>,
        hint: Option<String>,
    ) -> Fault {
        let end = source.trim_end_matches('\n').len();
        let start = floor(source, span.start.min(end));
        let line = source[..start]
            .bytes()
            .filter(|&byte| byte == b'\n')
            .count()
            + 1;
        Fault {
            span: start..floor(source, span.end.clamp(start, end.max(start))),
            line: u32::try_from(line).unwrap_or(u32::MAX),
            message: message.into(),
            hint: hint.map(Into::into),
        }
    }
}

/// The start of the character in which a byte lies.
fn floor(source: &str, byte: usize) -> usize {
    (0..=byte.min(source.len()))
        .rev()
        .find(|&at| source.is_char_boundary(at))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Fault;

    #[test]
    fn a_fault_past_the_end_stands_on_the_last_line() {
        let fault = Fault::at("a\nñ(\n\n", 99..120, "falta", None);
        assert_eq!((fault.line, fault.span), (2, 5..5));
    }

    #[test]
    fn a_fault_in_the_middle_of_a_character_begins_with_it() {
        let fault = Fault::at("ñ", 1..2, "", None);
        assert_eq!(fault.span, 0..2);
    }
}
