//! `cargo xtask python FILE [--trace]`: hands over to the package `python`
//! beside this one, so that an engine that does not compile for the moment
//! keeps nobody from the other commands.

use std::process::ExitCode;

use anyhow::Result;

use crate::shell::cargo;

/// Runs the program; its exit code is ours.
pub(crate) fn python(arguments: &[String]) -> Result<ExitCode> {
    let status = cargo()
        .args(["run", "--quiet", "--package", "python", "--"])
        // A file is named as seen from where the reader stands.
        .current_dir(std::env::current_dir()?)
        .args(arguments)
        .status()?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
