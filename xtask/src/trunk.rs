//! Proof that trunk, for those who like it, gives the same page as
//! `cargo xtask build`: a real trunk builds it, and the two are compared.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::build::{Profile, build_into, empty};
use crate::shell::{command, run, step, target_dir};

/// The newest trunk that our Rust builds.
const VERSION: &str = "0.22.0-beta.1";

/// `cargo xtask trunk`.
pub(crate) fn trunk() -> Result<()> {
    let trunk = find_or_install()?;
    let ours = target_dir().join("xtask/compared/xtask");
    let theirs = target_dir().join("xtask/compared/trunk");
    build_into(&ours, Profile::Release)?;
    empty(&theirs)?;
    // trunk asks for every platform's packages; a fresh machine has its own.
    run(command("cargo").args(["fetch", "--locked"]))?;
    step("trunk build", || {
        run(command(&trunk)
            .args(["build", "--offline", "--dist"])
            .arg(&theirs)
            .env("PATH", path_with_our_bindgen()?)
            // Its own colours and ours would quarrel with a CI's NO_COLOR=1.
            .env_remove("NO_COLOR"))
    })?;
    let ours = Page::read(&ours)?;
    let theirs = Page::read(&theirs)?;
    ours.must_equal(&theirs)?;
    let files = ours.files.len();
    println!("trunk build and cargo xtask build give the same page, of {files} files.");
    Ok(())
}

/// The trunk on PATH, or one that we build: without the optimisation that its
/// own settings ask for, which takes an hour of CPU and serves nobody here.
fn find_or_install() -> Result<PathBuf> {
    let installed = target_dir().join("xtask/trunk");
    for trunk in [PathBuf::from("trunk"), installed.join("bin/trunk")] {
        if command(&trunk)
            .arg("--version")
            .output()
            .is_ok_and(|output| output.status.success())
        {
            return Ok(trunk);
        }
    }
    step("Installing trunk (some minutes)", || {
        run(command("cargo")
            .args(["install", "--quiet", "--locked", "trunk"])
            .args(["--version", VERSION, "--root"])
            .arg(&installed)
            .env("CARGO_PROFILE_RELEASE_LTO", "false")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_TARGET_DIR", installed.join("target")))
    })?;
    fs::remove_dir_all(installed.join("target")).context("what trunk was built from")?;
    Ok(installed.join("bin/trunk"))
}

/// PATH, and before it a folder in which we stand under the name
/// `wasm-bindgen`: trunk uses the one it finds, if its version is right.
fn path_with_our_bindgen() -> Result<OsString> {
    let folder = target_dir().join("xtask/bin");
    empty(&folder)?;
    let name = format!("wasm-bindgen{}", std::env::consts::EXE_SUFFIX);
    fs::copy(std::env::current_exe()?, folder.join(name))?;
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder).chain(std::env::split_paths(&path));
    Ok(std::env::join_paths(folders)?)
}

/// A built page, by names that no longer tell of the content.
struct Page {
    files: BTreeMap<String, Vec<u8>>,
}

impl Page {
    fn read(folder: &Path) -> Result<Page> {
        let mut files = BTreeMap::new();
        collect(folder, folder, &mut files)?;
        let names: Vec<String> = files.keys().cloned().collect();
        let html = files
            .get_mut("index.html")
            .context("there is no index.html")?;
        let text = String::from_utf8(std::mem::take(html))?;
        *html = plain_html(text, &names).into_bytes();
        let files = files
            .into_iter()
            .map(|(name, content)| (plain_name(&name), content))
            .collect();
        Ok(Page { files })
    }

    fn must_equal(&self, other: &Page) -> Result<()> {
        let names = |page: &Page| page.files.keys().cloned().collect::<Vec<_>>();
        ensure!(
            names(self) == names(other),
            "they hold different files: {:?} and {:?}",
            names(self),
            names(other)
        );
        for (name, content) in &self.files {
            let others = &other.files[name];
            if content != others {
                let at = content
                    .iter()
                    .zip(others)
                    .position(|(a, b)| a != b)
                    .unwrap_or(0);
                ensure!(
                    false,
                    "{name} differs: {:?} and {:?}",
                    around(content, at),
                    around(others, at)
                );
            }
        }
        Ok(())
    }
}

fn around(content: &[u8], at: usize) -> String {
    let end = content.len().min(at + 80);
    String::from_utf8_lossy(&content[at.saturating_sub(20).min(end)..end]).into_owned()
}

fn collect(top: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(top, &path, files)?;
        } else {
            let name = path.strip_prefix(top)?.display().to_string();
            files.insert(name, fs::read(&path)?);
        }
    }
    Ok(())
}

/// `pagina-0123456789abcdef_bg.wasm` without its sixteen digits.
fn plain_name(name: &str) -> String {
    let is_hash = |part: &str| part.len() == 16 && part.chars().all(|c| c.is_ascii_hexdigit());
    match name.split_once('-') {
        Some((before, after)) if after.is_char_boundary(16) && after.len() >= 16 => {
            let (hash, rest) = after.split_at(16);
            match is_hash(hash) {
                true => format!("{before}{rest}"),
                false => format!("{before}-{}", plain_name(after)),
            }
        }
        _ => name.to_owned(),
    }
}

/// The HTML by plain names, in pieces, one a line: trunk orders attributes and
/// sets blanks its own way, and neither reaches the reader.
fn plain_html(mut html: String, names: &[String]) -> String {
    for name in names {
        html = html.replace(name.as_str(), &plain_name(name));
    }
    let mut pieces = Vec::new();
    for tag in html.split('<') {
        let (inside, text) = tag.split_once('>').unwrap_or(("", tag));
        let mut words: Vec<&str> = inside
            .trim_end_matches('/')
            .split_ascii_whitespace()
            .collect();
        words.sort_unstable();
        pieces.push(words.join(" "));
        pieces.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{plain_html, plain_name};

    #[test]
    fn names_lose_their_hash_and_nothing_else() {
        assert_eq!(
            plain_name("pagina-0123456789abcdef_bg.wasm"),
            "pagina_bg.wasm"
        );
        assert_eq!(
            plain_name("hoja-de-estilo-0123456789abcdef.css"),
            "hoja-de-estilo.css"
        );
        assert_eq!(plain_name("hoja-de-estilo.css"), "hoja-de-estilo.css");
    }

    #[test]
    fn only_what_the_reader_cannot_see_is_overlooked() {
        let plain =
            |html: &str| plain_html(html.to_owned(), &["a-0123456789abcdef.css".to_owned()]);
        assert_eq!(
            plain("<link rel=x href=a-0123456789abcdef.css/>\n<p>a  b</p>"),
            plain("<link href=a.css rel=x><p>a b</p>")
        );
        assert_ne!(plain("<p>a b</p>"), plain("<p>ab</p>"));
    }
}
