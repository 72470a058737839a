//! Every program of `tests/programs`, on the engine and under CPython 3.11.
//!
//! Beside `NAME.py` stands `NAME.expected`: how CPython ends, what it writes
//! on stdout and on stderr, under lines `=== exit`, `=== stdout`, `=== stderr`;
//! and for some `NAME.trace`: `seconds task line` of every line reached.
//! `python3.11 -I tests/reference/run.py --bless` writes them (programs of
//! `limits`, which CPython has none of, are written by hand).
//!
//! One test a program compares stdout and the exception; `NAME: stderr` the
//! whole stderr, tracebacks and warnings; `NAME: trace` the lines, task by
//! task. `tests/programs/pending.txt` names what the engine does not do yet:
//! such tests run with `--ignored` only.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use libtest_mimic::{Arguments, Failed, Trial};

#[path = "support/mod.rs"]
mod support;

use support::{Expected, Played, differ};

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let pending = pending();
    let mut trials = Vec::new();
    for path in programs() {
        let name = name_of(&path);
        let expected = Expected::read(&path.with_extension("expected"));
        let mut add = |name: String, check: Box<dyn FnOnce() -> Result<(), Failed> + Send>| {
            let ignored = pending.iter().any(|entry| holds(entry, &name));
            trials.push(Trial::test(name, check).with_ignored_flag(ignored));
        };
        if !expected.stderr.is_empty() {
            let (path, expected) = (path.clone(), expected.clone());
            let check = move || differ("stderr", &expected.stderr, &Played::run(&path)?.stderr);
            add(format!("{name}: stderr"), Box::new(check));
        }
        if let Ok(trace) = fs::read_to_string(path.with_extension("trace")) {
            let path = path.clone();
            let check = move || {
                differ(
                    "trace",
                    &by_task(&trace),
                    &by_task(&Played::run(&path)?.trace),
                )
            };
            add(format!("{name}: trace"), Box::new(check));
        }
        add(name, Box::new(move || check_output(&path, &expected)));
    }
    trials.push(
        Trial::test("committed output is CPython's", check_committed)
            .with_ignored_flag(python().arg("--version").output().is_err()),
    );
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// stdout, how the program ended, and the exception it died of.
fn check_output(path: &Path, expected: &Expected) -> Result<(), Failed> {
    let played = Played::run(path)?;
    differ("stdout", &expected.stdout, &played.stdout)
        .and_then(|()| differ("exit", &expected.exit, &played.exit))
        .and_then(|()| {
            differ(
                "error",
                error_in(&expected.stderr),
                error_in(&played.stderr),
            )
        })
        .map_err(|failed| {
            let stderr = played.stderr.trim_end();
            format!(
                "{}\n--- stderr\n{stderr}",
                failed.message().unwrap_or_default()
            )
            .into()
        })
}

/// Runs all programs under CPython again.
fn check_committed() -> Result<(), Failed> {
    let output = python()
        .args(["-I", "tests/reference/run.py", "--check"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()?;
    if output.status.success() {
        return Ok(());
    }
    let text = [output.stdout, output.stderr].concat();
    Err(String::from_utf8_lossy(&text).into_owned().into())
}

fn python() -> Command {
    Command::new("python3.11")
}

/// The exception's own line in the last traceback of a stderr, without a
/// suggestion of another name; empty where there is none.
fn error_in(stderr: &str) -> &str {
    let header = "Traceback (most recent call last):";
    let lines: Vec<&str> = stderr.lines().collect();
    let Some(start) = lines
        .iter()
        .rposition(|line| line.ends_with(header) && !line.starts_with("    "))
    else {
        return "";
    };
    let own = |line: &&str| !line.strip_prefix("  | ").unwrap_or(line).starts_with(' ');
    let line = lines[start + 1..].iter().copied().find(own).unwrap_or("");
    line.split(". Did you mean: ").next().unwrap_or(line)
}

/// A trace with the lines of each task together, in the order of the tasks'
/// names, and runs of the same line taken as one.
fn by_task(trace: &str) -> String {
    let mut tasks: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for entry in trace.lines() {
        let (seconds, rest) = entry.split_once(' ').expect("seconds");
        let (task, line) = rest.rsplit_once(' ').expect("a line");
        let lines = tasks.entry(task).or_default();
        if lines.last().is_none_or(|(_, last)| *last != line) {
            lines.push((seconds, line));
        }
    }
    let mut text = String::new();
    for (task, lines) in tasks {
        for (seconds, line) in lines {
            let _ = writeln!(text, "{seconds} {task} {line}");
        }
    }
    text
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs")
}

/// All `.py` below the folder, in order of their names.
fn programs() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder that can be read") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "py") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// `asyncio/gather_orden`.
fn name_of(path: &Path) -> String {
    let path = path.with_extension("");
    path.strip_prefix(folder())
        .unwrap_or(&path)
        .display()
        .to_string()
}

/// The entries of `pending.txt`: a folder (`clases/`), a program, or one test.
fn pending() -> Vec<String> {
    let text = fs::read_to_string(folder().join("pending.txt")).unwrap_or_default();
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(String::from)
        .collect()
}

fn holds(entry: &str, test: &str) -> bool {
    let program = test.split(": ").next().unwrap_or(test);
    entry == test
        || entry == program
        || entry.ends_with('/') && test.starts_with(entry)
        || entry.starts_with("*: ") && test.ends_with(&entry[1..])
}
