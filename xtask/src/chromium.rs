//! Finding a Chromium for the browser tests.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::shell::{command, run, step};

/// What Chromium is called on a PATH.
const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Where it lies where it is on no PATH.
const USUAL_PLACES: [&str; 5] = [
    "/usr/lib/chromium/chromium",
    "/snap/bin/chromium",
    "/opt/google/chrome/chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// The Chromium of this machine: the one that the variable `CHROMIUM` names,
/// else one found, else (on Debian, as root) one installed.
pub(crate) fn chromium() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        let named = PathBuf::from(named);
        if named.is_file() {
            return Ok(named);
        }
        bail!("CHROMIUM names {}, which is no file", named.display());
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    if !(Path::new("/etc/debian_version").exists() && is_root()) {
        bail!(
            "the browser tests need Chromium: install your system's package `chromium`, or set \
             CHROMIUM to the path of one"
        );
    }
    step("Installing Debian's chromium", || {
        run(command("apt-get").args(["update", "--quiet"]))?;
        run(command("apt-get")
            .args(["install", "--yes", "--quiet", "--no-install-recommends"])
            .arg("chromium")
            .env("DEBIAN_FRONTEND", "noninteractive"))
    })?;
    find().context("chromium was installed, but is not to be found")
}

fn find() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|file| file.is_file());
    on_path.or_else(|| {
        USUAL_PLACES
            .map(PathBuf::from)
            .into_iter()
            .find(|file| file.is_file())
    })
}

fn is_root() -> bool {
    command("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
