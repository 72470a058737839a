//! The page: cargo builds it for the browser, wasm-bindgen binds it, its text
//! is written into the HTML, and all of it lands in one folder of plain files
//! whose paths are relative, so that it works wherever it is put.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::shell::{cargo, command, output, root, run, step, target_dir};
use crate::{assets, bindgen, prerender};

/// The binary in the page's Cargo.toml.
const BINARY: &str = "pagina";
const TARGET: &str = "wasm32-unknown-unknown";

/// How much cargo takes pains.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Small and fast; for readers.
    Release,
    /// Quick to build; for whoever is changing the page.
    Dev,
}

/// Builds the page into `dist/`.
pub(crate) fn build(profile: Profile) -> Result<()> {
    let dist = root().join("dist");
    build_into(&dist, profile)?;
    eprintln!("The page is in {}", dist.display());
    Ok(())
}

/// Builds the page into `out`, which is emptied first. What can fail because
/// of the sources comes before `out` is touched.
pub(crate) fn build_into(out: &Path, profile: Profile) -> Result<()> {
    bring_target()?;
    let module = step("Compiling the page for the browser", || compile(profile))?;
    let text = step("Writing the page's text", prerender::text)?;
    step("Putting the page together", || {
        empty(out)?;
        let scratch = target_dir().join("xtask/bindgen");
        empty(&scratch)?;
        bindgen::bind(&module, &scratch, BINARY)?;
        let start = assets::Start::copy(&scratch, BINARY, out)?;
        let source = fs::read_to_string(root().join("index.html"))?;
        let html = assets::follow_links(&source, root(), out, &start)?;
        fs::write(out.join("index.html"), prerender::insert(&html, &text)?)?;
        Ok(())
    })
}

fn compile(profile: Profile) -> Result<PathBuf> {
    let mut cargo = cargo();
    cargo.args(["build", "--target", TARGET, "--bin", BINARY]);
    let folder = match profile {
        Profile::Release => {
            cargo.arg("--release");
            "release"
        }
        Profile::Dev => "debug",
    };
    run(&mut cargo)?;
    Ok(target_dir()
        .join(TARGET)
        .join(folder)
        .join(BINARY)
        .with_extension("wasm"))
}

/// Brings the standard library for the browser, if it is missing.
pub(crate) fn bring_target() -> Result<()> {
    let library = output(command("rustc").args(["--print", "target-libdir", "--target", TARGET]))?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    step("Bringing Rust's standard library for the browser", || {
        run(command("rustup").args(["target", "add", TARGET])).context(
            "the page needs the target wasm32-unknown-unknown: install rustup, or your \
             distribution's package of Rust's standard library for wasm32",
        )
    })
}

/// Makes `folder` an empty folder.
pub(crate) fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("could not empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))
}
