//! The one door to everything that is done with this project:
//! `cargo xtask COMMAND`.
//!
//! - [`build`], [`assets`], [`bindgen`], [`prerender`]: the page in `dist/`
//! - [`serve`], [`watch`]: the page on this machine, built anew as it changes
//! - [`check`], [`testing`], [`chromium`], [`trunk`]: what must hold
//! - [`bench`]: what it costs
//! - [`shell`]: running other programs, and saying how long they took

mod assets;
mod bench;
mod bindgen;
mod build;
mod check;
mod chromium;
mod prerender;
mod python;
mod serve;
mod shell;
mod testing;
mod trunk;
mod watch;

use std::env;
use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask COMMAND

  serve [--port N] [--open] [--release]
                      build the page, serve it on this machine, rebuild when a source changes
  build               build the page into dist/: put that folder on any static host
  test                everything that must hold: check, native tests, build, browser tests
  check               formatting, and clippy for this machine and for the browser
  python FILE [--trace] [--longest]
                      run a Python program on the engine, on a clock that jumps instead of waiting
  bench               sizes and times, beside Pyodide and CPython
  trunk               prove that `trunk build` gives the same page (installs trunk where missing)
  prerender [DIR]     write the page's text into DIR/index.html (trunk calls this)
";

fn main() -> ExitCode {
    match dispatch() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> Result<ExitCode> {
    let mut arguments: Vec<String> = env::args().collect();
    let called_as = arguments.remove(0);
    if bindgen::is_my_name(&called_as) {
        return bindgen::stand_in(&arguments).map(|()| ExitCode::SUCCESS);
    }
    let command = (!arguments.is_empty()).then(|| arguments.remove(0));
    match command.as_deref() {
        Some("build") => build::build(build::Profile::Release)?,
        Some("serve") => serve::serve(&arguments)?,
        Some("check") => check::check()?,
        Some("test") => testing::test()?,
        Some("trunk") => trunk::trunk()?,
        Some("python") => return python::python(&arguments),
        Some("bench") => bench::bench()?,
        Some("prerender") => prerender::command(&arguments)?,
        None | Some("help" | "--help" | "-h") => print!("{USAGE}"),
        Some(other) => bail!("there is no command `{other}`\n\n{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}
