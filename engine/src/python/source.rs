//! A program's text, and where its lines begin.

use std::cell::RefCell;
use std::ops::Range;

/// A stretch of a program's text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// The span as indexes into the text.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<ruff_text_size::TextRange> for Span {
    fn from(range: ruff_text_size::TextRange) -> Self {
        Span {
            start: range.start().to_u32(),
            end: range.end().to_u32(),
        }
    }
}

/// A text with its file name and the offsets of its lines.
#[derive(Debug)]
pub struct Source {
    pub file_name: Box<str>,
    pub text: Box<str>,
    /// The library's own code: invisible in tracebacks and in the log.
    pub library: bool,
    line_starts: Vec<u32>,
    /// Lines, counted from 1, of which the compiler had something to say.
    warnings: RefCell<Vec<(u32, String)>>,
}

impl Source {
    pub fn new(file_name: &str, text: &str, library: bool) -> Self {
        let mut line_starts = vec![0];
        line_starts.extend(
            text.bytes()
                .enumerate()
                .filter(|&(_, byte)| byte == b'\n')
                .map(|(at, _)| at as u32 + 1),
        );
        Source {
            file_name: file_name.into(),
            text: text.into(),
            library,
            line_starts,
            warnings: RefCell::default(),
        }
    }

    /// Keeps a `SyntaxWarning` about a line: once, where it is compiled twice.
    pub(crate) fn warn(&self, line: u32, message: String) {
        let warning = (line, message);
        let mut warnings = self.warnings.borrow_mut();
        if !warnings.contains(&warning) {
            warnings.push(warning);
        }
    }

    /// The `SyntaxWarning`s as CPython shows them.
    pub(crate) fn warnings_text(&self) -> String {
        let mut text = String::new();
        for (line, message) in self.warnings.borrow().iter() {
            let (file, code) = (&self.file_name, self.line_text(*line).trim());
            text += &format!("{file}:{line}: SyntaxWarning: {message}\n  {code}\n");
        }
        text
    }

    /// The line, counted from 1, that holds the byte at `offset`.
    pub fn line(&self, offset: u32) -> u32 {
        self.line_starts.partition_point(|&start| start <= offset) as u32
    }

    /// The byte at which a line (counted from 1) begins.
    pub fn line_start(&self, line: u32) -> u32 {
        let index = (line.max(1) as usize - 1).min(self.line_starts.len() - 1);
        self.line_starts[index]
    }

    /// The text of a line (counted from 1), without its end.
    pub fn line_text(&self, line: u32) -> &str {
        let rest = &self.text[self.line_start(line) as usize..];
        rest.split('\n').next().unwrap_or_default()
    }
}
