//! Random asyncio programs: ours against CPython 3.11's, live.
//!
//! `tests/reference/random_programs.py` writes them from a seed. 300 run
//! here; `RANDOM_PROGRAMS=10000` (and `RANDOM_SEED=7`) for a long run. What
//! they find is mended and kept as a program of `tests/programs`.
//!
//! Exit, stdout and stderr are compared whole, but for what stderr gets when
//! the program is over (failed tasks that nobody asked): CPython's collector
//! finds these in an order that follows from how many objects were made
//! before, which is no one's to define. There the reports count, not their
//! order.

use std::env;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::thread;

use libtest_mimic::{Arguments, Failed, Trial};

#[path = "support/mod.rs"]
mod support;

use support::{Expected, Played, differ};

/// Of so many programs that differ it is said in what; of the rest, which.
const SHOWN: usize = 5;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let number = |name, default| {
        env::var(name)
            .ok()
            .and_then(|text| text.parse().ok())
            .unwrap_or(default)
    };
    let (seed, count) = (number("RANDOM_SEED", 1), number("RANDOM_PROGRAMS", 300));
    let python = Command::new("python3.11").arg("--version").output();
    let trial = Trial::test("random programs print what CPython prints", move || {
        compare(seed, count)
    })
    .with_ignored_flag(python.is_err());
    libtest_mimic::run(&arguments, vec![trial]).exit_code()
}

/// Writes the programs, runs each, and says which differ; two halves at once.
fn compare(seed: u64, count: u64) -> Result<(), Failed> {
    let half = count / 2;
    let halves = [seed..seed + half, seed + half..seed + count];
    let found: Vec<_> = thread::scope(|scope| {
        let halves = halves.map(|numbers| scope.spawn(|| differing(numbers)));
        halves.map(|half| half.join().expect("no panic")).into()
    });
    let mut wrong = Vec::new();
    for half in found {
        wrong.extend(half?);
    }
    if wrong.is_empty() {
        return Ok(());
    }
    let mut report = format!("{} of {count} programs differ; the first:\n", wrong.len());
    for (at, (path, why)) in wrong.iter().enumerate() {
        let why = if at < SHOWN { why } else { "" };
        report += &format!("{}\n{why}\n", path.display());
    }
    Err(report.into())
}

/// The programs of these numbers that differ, and in what.
fn differing(numbers: Range<u64>) -> Result<Vec<(PathBuf, String)>, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("random_programs");
    let status = Command::new("python3.11")
        .args(["-I", "tests/reference/random_programs.py"])
        .arg(&folder)
        .args([numbers.start, numbers.end - numbers.start].map(|number| number.to_string()))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status();
    if !status.is_ok_and(|status| status.success()) {
        return Err("the programs could not be written".into());
    }
    let mut wrong = Vec::new();
    for number in numbers {
        let path = folder.join(format!("{number:06}.py"));
        let expected = Expected::read(&path.with_extension("expected"));
        let outcome = Played::run(&path).and_then(|played| {
            differ("exit", &expected.exit, &played.exit)?;
            differ("stdout", &expected.stdout, &played.stdout)?;
            let (told, at_exit) = split(&played.stderr, expected.stderr.len());
            differ("stderr", &expected.stderr, told)?;
            differ(
                "stderr at exit",
                &in_order(&expected.at_exit),
                &in_order(at_exit),
            )
        });
        if let Err(failed) = outcome {
            wrong.push((path, failed.message().unwrap_or_default().to_owned()));
        }
    }
    Ok(wrong)
}

/// A text's first bytes, and the rest.
fn split(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// The reports of an exit, in the order of the alphabet.
fn in_order(reports: &str) -> String {
    const START: &str = "Task exception was never retrieved\n";
    let mut reports: Vec<&str> = reports.split(START).collect();
    reports.sort_unstable();
    reports.join(START)
}
