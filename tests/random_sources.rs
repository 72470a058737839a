//! Random and mutated source texts: whatever stands in the editor, the engine
//! neither panics nor takes long.
//!
//! 2,000 texts run here; `RANDOM_SOURCES=100000` (and `RANDOM_SEED=7`) for a
//! long run. The text being tried stands in the tests' temporary folder as
//! `random_source.py`, for a failure that takes the whole process with it.

use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use engine::machine::{Library, Limits, Machine, Options, Status};

/// A debug build on a busy machine: generous, and far below a hang.
const LONGEST: Duration = Duration::from_secs(5);

/// How far those run that compile.
const SLICES: usize = 10;
const SLICE: u64 = 1_000;

#[test]
fn no_text_makes_the_engine_panic_or_hang() {
    let number = |name, default| {
        env::var(name)
            .ok()
            .and_then(|text| text.parse().ok())
            .unwrap_or(default)
    };
    let (seed, count) = (
        number("RANDOM_SEED", 1),
        number("RANDOM_SOURCES", 2_000_u64),
    );
    let programs = programs();
    let library = Library::default();
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("random_source.py");
    for number in seed..seed + count {
        let source = Writer(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1).source(&programs);
        fs::write(&kept, &source).expect("a folder that can be written");
        let began = now();
        let library = library.clone();
        let outcome = catch_unwind(AssertUnwindSafe(|| run(&source, library)));
        let took = now() - began;
        assert!(outcome.is_ok(), "text {number} makes it panic:\n{source}");
        assert!(took < LONGEST, "text {number} takes {took:?}:\n{source}");
    }
}

#[expect(clippy::disallowed_methods, reason = "only a clock tells a hang")]
fn now() -> Instant {
    Instant::now()
}

/// Compiles a text and, where it is a program, runs its beginning.
fn run(source: &str, library: Library) {
    let limits = Limits {
        memory: 16 << 20,
        printed_bytes: 1 << 16,
        ..Limits::default()
    };
    let options = Options {
        limits,
        library,
        ..Options::default()
    };
    let mut machine = match Machine::new(source, options) {
        Ok(machine) => machine,
        Err(mistakes) => {
            assert!(!mistakes.is_empty());
            for mistake in mistakes {
                assert!(!mistake.message_es().is_empty());
                let _ = mistake.hint_es();
                // Its place is one: the editor marks it.
                let _ = &source[..(mistake.span.start as usize).min(source.len())];
                let _ = &source[..(mistake.span.end as usize).min(source.len())];
            }
            return;
        }
    };
    let mut time = 0.0;
    for _ in 0..SLICES {
        match machine.advance(time, SLICE) {
            Status::OutOfBudget | Status::AtLine(_) => {}
            Status::IdleUntil(then) | Status::BlockedUntil(then) => time = then,
            Status::Done | Status::Failed | Status::Stuck => break,
        }
    }
}

/// The texts that mutations begin with.
fn programs() -> Vec<String> {
    let mut found: Vec<PathBuf> = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.extension() {
                None => folders.push(path),
                Some(extension) if extension == "py" => found.push(path),
                Some(_) => {}
            }
        }
    }
    found.sort();
    let read = |path: &PathBuf| fs::read_to_string(path).expect("a text");
    found.iter().map(read).collect()
}

const WORDS: &[&str] = &[
    "if",
    "else",
    "elif",
    "for",
    "in",
    "while",
    "def",
    "class",
    "return",
    "yield",
    "await",
    "async",
    "with",
    "as",
    "try",
    "except",
    "finally",
    "raise",
    "from",
    "import",
    "lambda",
    "not",
    "and",
    "or",
    "is",
    "None",
    "True",
    "match",
    "case",
    "global",
    "nonlocal",
    "del",
    "pass",
    "break",
    "continue",
    "assert",
    "x",
    "y",
    "f",
    "self",
    "print",
    "len",
    "range",
    "asyncio",
    "1",
    "0",
    "2.5",
    "10**9",
    "'a'",
    "\"b\"",
    "f'{x}'",
    "f'{x!r:>{y}}'",
    "b'c'",
    "r'\\d'",
    "'''",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ";",
    ".",
    "=",
    "==",
    "!=",
    ":=",
    "->",
    "+",
    "-",
    "*",
    "**",
    "/",
    "//",
    "%",
    "@",
    "&",
    "|",
    "^",
    "~",
    "<<",
    ">>",
    "<",
    ">",
    "<=",
    ">=",
    "+=",
    "*=",
    "\n",
    "\n    ",
    "\n        ",
    "\t",
    " ",
    "\\",
    "#",
    "ñ",
    "…",
    "\u{0}",
    "\u{feff}",
    "\r",
    "$",
    "?",
    "0x",
    "1e999",
    "1_000",
    "...",
    "*args",
    "**kw",
    "/,",
    "__name__",
    "super()",
    "except*",
    "async for",
    "async with",
    "yield from",
    "lambda *a, **k: a",
    "{**x}",
    "[*x]",
    "print(x)",
    "x = [x]",
    "while True: x = x + x",
    "x[1:2, ::3]",
    "type(x)",
    "x.__class__",
];

/// Writes texts from a number (xorshift).
struct Writer(u64);

impl Writer {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit.max(1)
    }

    fn word(&mut self) -> &'static str {
        WORDS[self.below(WORDS.len())]
    }

    fn source(&mut self, programs: &[String]) -> String {
        if self.below(4) == 0 {
            return self.soup();
        }
        let program = self.below(programs.len());
        let mut source = programs[program].clone();
        for _ in 0..=self.below(4) {
            source = self.mutated(source, programs);
        }
        source
    }

    /// Words in any order.
    fn soup(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.below(60) {
            text += self.word();
            if self.below(3) > 0 {
                text.push(' ');
            }
        }
        // Now and then very deep.
        if self.below(20) == 0 {
            let word = self.word();
            text += &word.repeat(self.below(3_000));
        }
        text
    }

    fn mutated(&mut self, source: String, programs: &[String]) -> String {
        let mut lines: Vec<&str> = source.split_inclusive('\n').collect();
        let (at, other) = (self.below(lines.len()), self.below(lines.len()));
        if lines.is_empty() {
            return source;
        }
        match self.below(9) {
            0 => drop(lines.remove(at)),
            1 => lines.swap(at, other),
            2 => lines.insert(other, lines[at]),
            3 => lines.truncate(at + 1),
            4 => {
                let program = self.below(programs.len());
                let more = programs[program].split_inclusive('\n');
                let wanted = self.below(20);
                let more: Vec<&str> = more.skip(other).take(wanted).collect();
                lines.splice(at..at, more);
            }
            // The same within a line: a word in, a stretch out, a stretch again.
            kind => {
                let mut places = source.char_indices().map(|(place, _)| place);
                let count = source.chars().count();
                let start = places.nth(self.below(count)).unwrap_or(0);
                let length = self.below(12);
                let end = places.nth(length).unwrap_or(source.len());
                let (before, rest) = source.split_at(start);
                let (cut, after) = rest.split_at(end - start);
                return match kind {
                    5 => format!("{before}{after}"),
                    6 => format!("{before}{cut}{cut}{after}"),
                    7 => format!("{before}{}{cut}{after}", self.word()),
                    _ => format!("{before} {} {after}", self.word()),
                };
            }
        }
        lines.concat()
    }
}
