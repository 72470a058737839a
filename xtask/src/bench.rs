//! What the page costs, beside what is used for the same elsewhere: Pyodide
//! in the same Chromium, CPython on the same machine. It measures and prints;
//! it judges nothing.

use std::fs;
use std::path::Path;
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
    let ours = target_dir().join("release/python");
    let theirs = ["python3.11", "python3"]
        .into_iter()
        .find(|name| command(name).arg("--version").output().is_ok())
        .map(Path::new);
    let folder = target_dir().join("xtask/bench");
    fs::create_dir_all(&folder)?;
    let start_up = "import asyncio\nimport time\n";
    let mut engine = Interpreter::new(&ours, &folder, start_up)?;
    let mut cpython = theirs
        .map(|path| Interpreter::new(path, &folder, start_up))
        .transpose()?;
    let mut rows = Vec::new();
    let mut growth = Vec::new();
    for count in [1_000, 10_000] {
        let program = sleeps(count);
        let ours = engine.cpu(&program)?;
        let theirs = cpython
            .as_mut()
            .map(|cpython| cpython.cpu(&program))
            .transpose()?;
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

/// Many tasks that all wait one second, and nothing else.
fn sleeps(count: u32) -> String {
    format!(
        "import asyncio\n\
         async def main():\n    \
             await asyncio.gather(*[asyncio.sleep(1) for _ in range({count})])\n\
         asyncio.run(main())\n"
    )
}

/// Something that runs Python programs, and what its start alone costs.
struct Interpreter<'a> {
    path: &'a Path,
    folder: &'a Path,
    start_up: f64,
}

impl<'a> Interpreter<'a> {
    fn new(path: &'a Path, folder: &'a Path, start_up: &str) -> Result<Self> {
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
            least = least.min(cpu_of(Command::new(self.path).arg(&file))?);
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
