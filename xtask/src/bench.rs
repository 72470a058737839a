//! What the page costs, beside what is used for the same elsewhere: Pyodide
//! in the same Chromium, CPython on the same machine. It measures and prints;
//! it judges nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::build::{Profile, build};
use crate::chromium::chromium;
use crate::shell::{cargo, command, output, root, run, step, target_dir};
use crate::testing::bring_node_packages;

/// Each figure is the least of so many runs: what disturbs only ever adds.
const RUNS: usize = 5;

/// One line of the table.
struct Row {
    what: String,
    ours: String,
    theirs: String,
}

impl Row {
    fn new(what: impl Into<String>, ours: impl Into<String>, theirs: impl Into<String>) -> Row {
        Row {
            what: what.into(),
            ours: ours.into(),
            theirs: theirs.into(),
        }
    }
}

/// `cargo xtask bench`.
pub(crate) fn bench() -> Result<()> {
    let chromium = chromium()?;
    bring_node_packages()?;
    build(Profile::Release)?;
    step("Compiling the engine for this machine", || {
        run(cargo().args(["build", "--release", "--package", "python"]))
    })?;
    let mut rows = step("Weighing and timing the page", || in_chromium(&chromium))?;
    rows.extend(step("Timing the engine", natively)?);
    print(&rows);
    Ok(())
}

/// What `tests/browser/bench/main.js` measures: a row a line, three columns.
fn in_chromium(chromium: &Path) -> Result<Vec<Row>> {
    let told = output(
        command("node")
            .arg("tests/browser/bench/main.js")
            .env("CHROMIUM", chromium),
    )?;
    told.lines()
        .map(|line| {
            let mut columns = line.split('\t');
            let mut next = || {
                columns
                    .next()
                    .with_context(|| format!("a column is missing: {line}"))
            };
            Ok(Row::new(next()?, next()?, next()?))
        })
        .collect()
}

/// Programs on the engine, natively, and on CPython: seconds of CPU.
fn natively() -> Result<Vec<Row>> {
    let mut rows = waiting()?;
    rows.extend(computing()?);
    rows.extend(log_memory()?);
    Ok(rows)
}

/// What a full log takes in memory: `what: 500000 events, 140 bytes each`.
fn log_memory() -> Result<Vec<Row>> {
    let told = output(cargo().args([
        "test",
        "--release",
        "--test",
        "log_memory",
        "--",
        "--nocapture",
    ]))?;
    let rows = told.lines().filter_map(|line| {
        let (what, figures) = line.split_once(": ")?;
        let (events, bytes) = figures
            .strip_suffix(" bytes each")?
            .split_once(" events, ")?;
        Some(Row::new(
            format!("log of {events} events, {what}"),
            format!("{bytes} bytes an event"),
            "",
        ))
    });
    Ok(rows.collect())
}

/// Programs whose tasks wait.
fn waiting() -> Result<Vec<Row>> {
    let mut both = Both::new("import asyncio\nimport time\n")?;
    let mut rows = Vec::new();
    let mut growth = Vec::new();
    for count in [1_000, 10_000] {
        let (ours, theirs) = both.cpu(&sleeps(count))?;
        growth.push((ours, theirs));
        rows.push(Row::new(
            format!("{count} sleeps in one gather, CPU, native beside CPython"),
            seconds(ours),
            theirs.map_or("no python3 here".to_owned(), seconds),
        ));
    }
    let grown = |small: f64, large: f64| format!("x {:.1}", large / small);
    if let [(small, their_small), (large, their_large)] = growth[..] {
        rows.push(Row::new(
            "growth from 1000 to 10000 sleeps (x 10 is linear)",
            grown(small, large),
            their_small
                .zip(their_large)
                .map_or_else(String::new, |(small, large)| grown(small, large)),
        ));
    }
    Ok(rows)
}

/// Programs that only compute: the same as in the browser. Each tells in its
/// first line what it does.
fn computing() -> Result<Vec<Row>> {
    let folder = root().join("tests/browser/bench/programs");
    let mut files: Vec<_> = fs::read_dir(&folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.sort();
    let mut both = Both::new("import time\n")?;
    let mut rows = Vec::new();
    for file in files {
        let program = fs::read_to_string(file)?;
        let first = program.lines().next().unwrap_or_default();
        let what = first.trim_matches('"').trim_end_matches('.');
        let (ours, theirs) = both.cpu(&program)?;
        rows.push(Row::new(
            format!("{what}, CPU, native beside CPython"),
            seconds(ours),
            theirs.map_or("no python3 here".to_owned(), |theirs| {
                format!("{} (x {:.2})", seconds(theirs), theirs / ours)
            }),
        ));
    }
    Ok(rows)
}

/// Many tasks that all wait one second, and nothing else.
fn sleeps(count: u32) -> String {
    format!(
        "import asyncio\n\
         async def main():\n    \
             await asyncio.gather(*[asyncio.sleep(1) for _ in range({count})])\n\
         asyncio.run(main())\n"
    )
}

/// The engine, and CPython where there is one.
struct Both {
    engine: Interpreter,
    cpython: Option<Interpreter>,
}

impl Both {
    fn new(start_up: &str) -> Result<Both> {
        // Its own path: what stands on PATH may be a script that starts it.
        let cpython = ["python3.11", "python3"].into_iter().find_map(|name| {
            output(command(name).args(["-c", "import sys; print(sys.executable)"])).ok()
        });
        Ok(Both {
            engine: Interpreter::new(target_dir().join("release/python"), start_up)?,
            cpython: cpython
                .map(|path| Interpreter::new(path.trim().into(), start_up))
                .transpose()?,
        })
    }

    /// Seconds of CPU that the program takes on each.
    fn cpu(&mut self, program: &str) -> Result<(f64, Option<f64>)> {
        let cpython = self.cpython.as_mut();
        Ok((
            self.engine.cpu(program)?,
            cpython.map(|cpython| cpython.cpu(program)).transpose()?,
        ))
    }
}

/// Something that runs Python programs, and what its start alone costs.
struct Interpreter {
    path: PathBuf,
    folder: PathBuf,
    start_up: f64,
}

impl Interpreter {
    fn new(path: PathBuf, start_up: &str) -> Result<Self> {
        let folder = target_dir().join("xtask/bench");
        fs::create_dir_all(&folder)?;
        let mut new = Interpreter {
            path,
            folder,
            start_up: 0.0,
        };
        new.start_up = new.cpu(start_up)?;
        Ok(new)
    }

    /// Seconds of CPU that the program takes, less those of starting.
    fn cpu(&mut self, program: &str) -> Result<f64> {
        let file = self.folder.join("program.py");
        fs::write(&file, program)?;
        let mut least = f64::INFINITY;
        for _ in 0..RUNS {
            least = least.min(cpu_of(Command::new(&self.path).arg(&file))?);
        }
        Ok((least - self.start_up).max(0.0))
    }
}

/// Seconds of CPU, its own and the system's, that a command takes: the shell
/// counts them.
fn cpu_of(timed: &mut Command) -> Result<f64> {
    let output = command("bash")
        .arg("-c")
        .arg("TIMEFORMAT='cpu %U %S'; time \"$@\" >/dev/null")
        .arg("bash")
        .arg(timed.get_program())
        .args(timed.get_args())
        .output()?;
    let told = String::from_utf8_lossy(&output.stderr);
    anyhow::ensure!(output.status.success(), "{timed:?} failed: {told}");
    let figures = told
        .lines()
        .find_map(|line| line.strip_prefix("cpu "))
        .context("the shell told no time")?;
    figures
        .split(' ')
        .map(|figure| Ok(figure.parse::<f64>()?))
        .sum()
}

fn seconds(value: f64) -> String {
    format!("{value:.3} s")
}

fn print(rows: &[Row]) {
    let width = |column: fn(&Row) -> &str| {
        rows.iter()
            .map(|row| column(row).chars().count())
            .max()
            .unwrap_or(0)
    };
    let (what, ours) = (width(|row| &row.what), width(|row| &row.ours));
    println!("\nMeasured in {}\n", root().display());
    for row in rows {
        println!("{:<what$}  {:>ours$}  {}", row.what, row.ours, row.theirs);
    }
}
