//! What must hold before anything runs: formatting, and no warnings from
//! clippy, for this machine and for the browser.

use anyhow::Result;

use crate::build::bring_target;
use crate::shell::{cargo, run, step};

/// `cargo xtask check`.
pub(crate) fn check() -> Result<()> {
    bring_target()?;
    step("Formatting", || {
        run(cargo().args(["fmt", "--all", "--check"]))
    })?;
    step("Clippy, for this machine", || {
        clippy(&["--workspace", "--all-targets"])
    })?;
    step("Clippy, for the browser", || {
        clippy(&["--target", "wasm32-unknown-unknown", "--lib", "--bins"])
    })
}

fn clippy(what: &[&str]) -> Result<()> {
    run(cargo()
        .arg("clippy")
        .args(what)
        .args(["--", "--deny", "warnings"]))
}
