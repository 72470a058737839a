//! wasm-bindgen, as a library: nothing to install, and always at the version
//! of the page's own `wasm-bindgen`, for both are named once in Cargo.toml.

use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// Turns the module that cargo built into `{name}.js` and `{name}_bg.wasm`.
pub(crate) fn bind(module: &Path, out: &Path, name: &str) -> Result<()> {
    Bindgen::new()
        .input_path(module)
        .out_name(name)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(out)
        .with_context(|| format!("wasm-bindgen could not read {}", module.display()))
}

/// Whether this program was called under the name `wasm-bindgen`: trunk looks
/// for that program, and [`crate::trunk`] shows it ours.
pub(crate) fn is_my_name(called_as: &str) -> bool {
    Path::new(called_as)
        .file_name()
        .is_some_and(|name| name == "wasm-bindgen")
}

/// Answers the little of wasm-bindgen's command line that trunk uses.
pub(crate) fn stand_in(arguments: &[String]) -> Result<()> {
    if arguments.iter().any(|argument| argument == "--version") {
        println!("wasm-bindgen {}", wasm_bindgen_shared::version());
        return Ok(());
    }
    let value = |flag: &str| {
        arguments
            .iter()
            .find_map(|argument| argument.strip_prefix(flag))
            .with_context(|| format!("{flag}... is missing"))
    };
    let module = arguments
        .iter()
        .find(|argument| !argument.starts_with("--"))
        .context("no module to bind")?;
    bind(
        Path::new(module),
        Path::new(value("--out-dir=")?),
        value("--out-name=")?,
    )
}
