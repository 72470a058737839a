//! Runs a program on the engine with a virtual clock, and compares texts.
//! Shared by the tests that compare the engine with CPython.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use engine::machine::{Machine, Options, Status};
use engine::trace::{EventKind, Stream, TaskId, ThreadId};
use libtest_mimic::Failed;

/// Bytecode steps of one `advance`, and how many such a program may take: a
/// guard against endless programs that needs no clock.
const SLICE: u64 = 100_000;
const SLICES: usize = 1000;

/// Bytes that a program of `limits` may print.
const PAGE: u64 = 4096;

/// What the engine does with a program on a virtual clock.
pub struct Played {
    pub stdout: String,
    pub stderr: String,
    /// `0`, `1`, `stuck`, `endless`.
    pub exit: String,
    /// `seconds task line`, a line each.
    pub trace: String,
}

impl Played {
    pub fn run(path: &Path) -> Result<Self, Failed> {
        let source = fs::read_to_string(path)?;
        let mut options = Options {
            file_name: "programa.py".into(),
            ..Options::default()
        };
        // Of an endless output a page is as good as four megabytes.
        if path
            .parent()
            .is_some_and(|folder| folder.ends_with("limits"))
        {
            options.limits.printed_bytes = PAGE;
        }
        let mut machine = Machine::new(&source, options).map_err(|diagnostics| {
            let mut text = String::from("refused before it started:");
            for diagnostic in diagnostics {
                let line = source[..diagnostic.span.start as usize]
                    .matches('\n')
                    .count()
                    + 1;
                let _ = write!(text, "\n  line {line}: {}", diagnostic.message_es());
            }
            text
        })?;
        let mut exit = "endless";
        let mut now = 0.0;
        for _ in 0..SLICES {
            match machine.advance(now, SLICE) {
                Status::OutOfBudget | Status::AtLine(_) => continue,
                Status::IdleUntil(then) | Status::BlockedUntil(then) => {
                    now = then;
                    continue;
                }
                Status::Stuck => exit = "stuck",
                Status::Done => exit = "0",
                Status::Failed => exit = "1",
            }
            break;
        }
        let mut played = Self {
            stdout: String::new(),
            stderr: String::new(),
            exit: exit.into(),
            trace: String::new(),
        };
        played.read(&machine);
        Ok(played)
    }

    /// Takes texts and lines from the recording.
    fn read(&mut self, machine: &Machine) {
        let mut names: BTreeMap<TaskId, String> = BTreeMap::new();
        let mut running = None;
        let mut is_main = true;
        let recording = machine.recording();
        for event in recording.events(0..recording.len()) {
            match &event.kind {
                EventKind::Printed { stream, text } => match stream {
                    Stream::Output => self.stdout.push_str(text),
                    Stream::Error => self.stderr.push_str(text),
                },
                EventKind::TaskCreated { task, name, .. }
                | EventKind::TaskRenamed { task, name } => {
                    names.insert(*task, name.to_string());
                }
                EventKind::TaskResumed { task } => running = names.get(task).cloned(),
                EventKind::TaskSuspended { .. } | EventKind::TaskEnded { .. } => running = None,
                // Only the program's own thread is traced in CPython.
                EventKind::ThreadResumed { thread } => is_main = *thread == ThreadId::MAIN,
                EventKind::Line { .. } if !is_main => {}
                EventKind::Line { line } => {
                    let task = running.as_deref().unwrap_or("-");
                    let _ = writeln!(self.trace, "{:.6} {task} {line}", event.at);
                }
                _ => {}
            }
        }
    }
}

/// A `.expected` file.
#[derive(Clone, Default)]
pub struct Expected {
    pub exit: String,
    pub stdout: String,
    pub stderr: String,
    /// What came on stderr after the program's end, where it stands apart.
    pub at_exit: String,
}

impl Expected {
    pub fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path)
            .unwrap_or_else(|_| panic!("{} is missing: bless it", path.display()));
        let mut expected = Self::default();
        let mut section = &mut expected.stdout;
        for line in text.split_inclusive('\n') {
            match line.strip_prefix("=== ").map(str::trim_end) {
                Some("stdout") => section = &mut expected.stdout,
                Some("stderr") => section = &mut expected.stderr,
                Some("at exit") => section = &mut expected.at_exit,
                Some("no newline") => drop(section.pop()),
                Some(other) => {
                    expected.exit = other.strip_prefix("exit ").expect("a known section").into();
                }
                None => section.push_str(line),
            }
        }
        expected
    }
}

/// Fails where two texts differ, and shows where.
pub fn differ(what: &str, expected: &str, actual: &str) -> Result<(), Failed> {
    if expected == actual {
        return Ok(());
    }
    let (old, new): (Vec<_>, Vec<_>) = (
        expected.split_inclusive('\n').collect(),
        actual.split_inclusive('\n').collect(),
    );
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let room = old.len().min(new.len()) - same;
    let tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(room)
        .take_while(|(a, b)| a == b)
        .count();
    let mut text = format!("{what} differs from CPython's (-) at line {}:\n", same + 1);
    let shown = |text: &mut String, mark: char, lines: &[&str]| {
        for line in lines.iter().take(20) {
            let _ = writeln!(text, "{mark} {}", line.trim_end_matches('\n'));
        }
    };
    shown(&mut text, ' ', &old[same.saturating_sub(2)..same]);
    shown(&mut text, '-', &old[same..old.len() - tail]);
    shown(&mut text, '+', &new[same..new.len() - tail]);
    Err(text.into())
}
