//! Everything that must hold, in one command, with its own set-up.

use std::io::{BufRead, BufReader};
use std::ops::AddAssign;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

use crate::build::{Profile, build};
use crate::check::check;
use crate::chromium::chromium;
use crate::shell::{cargo, command, output, root, run, step};

/// How many tests there were.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
struct Count {
    passed: u64,
    failed: u64,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Count) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// What cargo's tests say of those that failed, to be said again at the end:
/// who reads only the last page of a long output sees why.
#[derive(Default)]
struct Failures {
    lines: Vec<String>,
    telling: bool,
}

impl Failures {
    fn read(&mut self, line: &str) {
        self.telling |= line == "failures:";
        if self.telling {
            self.lines.push(line.to_owned());
        }
        self.telling &= !line.starts_with("test result: ");
    }
}

/// `cargo xtask test`: all kinds of tests, even where one of them fails; ends
/// with what failed long before, and a line that counts them all.
pub(crate) fn test() -> Result<()> {
    let chromium = chromium()?;
    bring_node_packages()?;
    check()?;
    let mut count = Count::default();
    let mut failures = Failures::default();
    step("Native tests", || {
        // This program is compiled already, as a tool.
        let page = ["--workspace", "--exclude", "xtask"].as_slice();
        let tools = ["--package", "xtask", "--profile", "tools"].as_slice();
        for what in [page, tools] {
            count += run_counting(
                cargo().args(["test", "--no-fail-fast"]).args(what),
                |line| {
                    failures.read(line);
                    count_of_cargo(line)
                },
            )?;
        }
        Ok(())
    })?;
    build(Profile::Release)?;
    step("Browser tests", || {
        count += run_counting(
            npm(&["run", "--silent", "test"]).env("CHROMIUM", &chromium),
            count_of_node,
        )?;
        Ok(())
    })?;
    for line in failures.lines {
        println!("{line}");
    }
    println!("\n{} passed, {} failed", count.passed, count.failed);
    ensure!(count.failed == 0, "some tests failed");
    Ok(())
}

/// Installs what the browser tests need, unless it stands already.
pub(crate) fn bring_node_packages() -> Result<()> {
    let version = output(command("node").arg("--version"))
        .context("the browser tests need Node 20 or newer: install it")?;
    let major = version.trim().trim_start_matches('v').split('.').next();
    let major: u32 = major.unwrap_or_default().parse().unwrap_or_default();
    if major < 20 {
        bail!(
            "the browser tests need Node 20 or newer, and this is {}",
            version.trim()
        );
    }
    let folder = root().join("tests/browser");
    let wanted = std::fs::read(folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.installed-from");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    step("Bringing what the browser tests need", || {
        run(&mut npm(&["ci", "--no-audit", "--no-fund"]))?;
        Ok(std::fs::write(&stamp, &wanted)?)
    })
}

/// npm, in the browser tests' folder.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    let mut npm = command("npm");
    npm.arg("--prefix").arg(root().join("tests/browser"));
    npm.args(arguments);
    npm
}

/// Runs it, lets its output through, and adds up what its lines say.
fn run_counting(
    command: &mut Command,
    mut count_of: impl FnMut(&str) -> Option<Count>,
) -> Result<Count> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let mut count = Count::default();
    let output = child.stdout.take().context("its output is not ours")?;
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        if let Some(more) = count_of(&line) {
            count += more;
        }
    }
    let status = child.wait()?;
    ensure!(
        status.success() || count.failed > 0,
        "the tests could not be run: {status}"
    );
    ensure!(count.passed + count.failed > 0, "no test ran");
    Ok(count)
}

/// `test result: ok. 5 passed; 0 failed; ...`
fn count_of_cargo(line: &str) -> Option<Count> {
    let (_, result) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let mut parts = result.split("; ");
    Some(Count {
        passed: parts.next()?.strip_suffix(" passed")?.parse().ok()?,
        failed: parts.next()?.strip_suffix(" failed")?.parse().ok()?,
    })
}

/// `ℹ pass 5`, `ℹ fail 0`, `ℹ cancelled 0`: the end of Node's report.
fn count_of_node(line: &str) -> Option<Count> {
    let (word, number) = line.strip_prefix("ℹ ")?.split_once(' ')?;
    let number = number.parse().ok()?;
    match word {
        "pass" => Some(Count {
            passed: number,
            failed: 0,
        }),
        "fail" | "cancelled" => Some(Count {
            passed: 0,
            failed: number,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, Failures, count_of_cargo, count_of_node};

    #[test]
    fn what_failed_is_kept_for_the_end() {
        let output = "test one ... FAILED\n\nfailures:\n\n---- one ----\nwhy\n\n\
                      failures:\n    one\n\ntest result: FAILED. 0 passed\nrunning 1 test";
        let mut failures = Failures::default();
        output.lines().for_each(|line| failures.read(line));
        let told = failures.lines.join("\n");
        assert!(told.starts_with("failures:\n\n---- one ----\nwhy\n"));
        assert!(told.ends_with("\ntest result: FAILED. 0 passed"));
    }

    #[test]
    fn the_closing_lines_are_read() {
        let line = "test result: FAILED. 5 passed; 2 failed; 0 ignored; 0 measured";
        assert_eq!(
            count_of_cargo(line),
            Some(Count {
                passed: 5,
                failed: 2
            })
        );
        assert_eq!(
            count_of_node("ℹ cancelled 3"),
            Some(Count {
                passed: 0,
                failed: 3
            })
        );
        assert_eq!(count_of_node("ℹ tests 3"), None);
        assert_eq!(count_of_cargo("test one ... ok"), None);
    }
}
