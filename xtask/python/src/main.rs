//! `cargo xtask python FILE [--trace | --longest]`: a program on the engine, natively, on
//! a clock that jumps to the next deadline instead of waiting for it.
//!
//! It is also the shortest example of how the engine is driven.

mod trace;

use std::fs;
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use engine::machine::{Machine, Options, Status};
use engine::python::diagnostic::Diagnostic;
use engine::trace::{Entries, Event, EventKind, Stream};

use trace::Tracer;

const USAGE: &str = "Uso: cargo xtask python ARCHIVO.py [--trace | --longest]";

/// Bytecode steps between two looks at what the program has done: few enough
/// that an endless program shows its output as it goes.
const BUDGET: u64 = 100_000;

/// The same where one asks how long the machine goes on without a break: a
/// quarter of what the page lets it do.
const SHORT_BUDGET: u64 = 1_000;

fn main() -> ExitCode {
    let mut file_name = None;
    let mut tracer = None;
    let mut stopwatch = None;
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--trace" => tracer = Some(Tracer::default()),
            "--longest" => stopwatch = Some(Stopwatch::default()),
            _ if file_name.is_none() && !argument.starts_with("--") => file_name = Some(argument),
            _ => return refuse(USAGE),
        }
    }
    let Some(file_name) = file_name else {
        return refuse(USAGE);
    };
    let source = match fs::read_to_string(&file_name) {
        Ok(source) => source,
        Err(error) => return refuse(&format!("No se puede leer {file_name}: {error}")),
    };
    let options = Options {
        file_name: file_name.clone(),
        ..Options::with(quick::quick)
    };
    match Machine::new(&source, options) {
        Ok(machine) => run(machine, tracer, stopwatch).unwrap_or(ExitCode::FAILURE),
        Err(diagnostics) => {
            for diagnostic in &diagnostics {
                eprint!("{}", located(diagnostic, &file_name, &source));
            }
            ExitCode::FAILURE
        }
    }
}

/// Runs the program to its end. `Err` where nobody reads what it prints.
#[allow(
    clippy::disallowed_methods,
    reason = "this is a native program, and a stopwatch reads the clock"
)]
fn run(
    mut machine: Machine,
    mut tracer: Option<Tracer>,
    mut stopwatch: Option<Stopwatch>,
) -> io::Result<ExitCode> {
    let mut now = 0.0;
    let mut told = 0;
    let budget = if stopwatch.is_some() {
        SHORT_BUDGET
    } else {
        BUDGET
    };
    loop {
        let start = Instant::now();
        let status = machine.advance(now, budget);
        let taken = start.elapsed();
        let recording = machine.recording();
        if let Some(stopwatch) = &mut stopwatch {
            stopwatch.add(taken, recording.live().line().unwrap_or(0));
        }
        tell(recording.events(told..recording.len()), tracer.as_mut())?;
        told = recording.len();
        match status {
            Status::OutOfBudget | Status::AtLine(_) => {}
            Status::IdleUntil(deadline) | Status::BlockedUntil(deadline) => now = deadline,
            Status::Done => return Ok(ExitCode::SUCCESS),
            Status::Failed => return Ok(ExitCode::FAILURE),
            Status::Stuck => {
                return Ok(refuse(
                    "El programa no termina: todas sus tareas esperan y nada puede despertarlas.",
                ));
            }
        }
    }
}

/// The longest that the machine went on without a break, and the line at which
/// that ended.
#[derive(Default)]
struct Stopwatch {
    longest: (Duration, u32),
}

impl Stopwatch {
    fn add(&mut self, taken: Duration, line: u32) {
        self.longest = self.longest.max((taken, line));
    }
}

impl Drop for Stopwatch {
    fn drop(&mut self) {
        let (taken, line) = self.longest;
        let milliseconds = taken.as_secs_f64() * 1e3;
        eprintln!("{milliseconds:.1} ms without a break, up to line {line}");
    }
}

/// Prints what the program printed; with a tracer, where it went instead.
fn tell(events: Entries<Event>, mut tracer: Option<&mut Tracer>) -> io::Result<()> {
    let mut output = io::stdout().lock();
    for event in events {
        match (&event.kind, &mut tracer) {
            (_, Some(tracer)) => {
                if let Some(line) = tracer.follow(event) {
                    writeln!(output, "{line}")?;
                }
            }
            (EventKind::Printed { stream, text }, None) => match stream {
                Stream::Output => output.write_all(text.as_bytes())?,
                Stream::Error => {
                    output.flush()?;
                    io::stderr().write_all(text.as_bytes())?;
                }
            },
            _ => {}
        }
    }
    output.flush()
}

/// What is wrong with a program that does not start, with its place.
fn located(diagnostic: &Diagnostic, file_name: &str, source: &str) -> String {
    let start = diagnostic.span.start as usize;
    let before = &source[..start.min(source.len())];
    let number = before.matches('\n').count() + 1;
    let line_starts = before.rfind('\n').map_or(0, |at| at + 1);
    let line = source[line_starts..].lines().next().unwrap_or_default();
    let column = source[line_starts..before.len()].chars().count();
    let width = (diagnostic.span.end as usize)
        .saturating_sub(start)
        .clamp(1, line.len().saturating_sub(column).max(1));
    let hint = diagnostic.hint_es().map(|hint| hint + "\n");
    format!(
        "  File \"{file_name}\", line {number}\n    {line}\n    {}{}\n{}\n{}",
        " ".repeat(column),
        "^".repeat(width),
        diagnostic.message_es(),
        hint.unwrap_or_default(),
    )
}

fn refuse(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}
