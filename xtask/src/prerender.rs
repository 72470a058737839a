//! The page's text, written into the HTML as it is served: it reads before the
//! wasm arrives, and without JavaScript.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::shell::{cargo, output, root};

/// Where in `index.html` the text goes.
const MARKER: &str = "<!-- pagina -->";

/// The page as its own components draw it, natively.
pub(crate) fn text() -> Result<String> {
    output(cargo().args(["run", "--profile", "tools", "--package", "prerender"]))
}

/// `html` with `text` at its place.
pub(crate) fn insert(html: &str, text: &str) -> Result<String> {
    ensure!(
        html.matches(MARKER).count() == 1,
        "index.html must hold {MARKER} exactly once: the page's text goes there"
    );
    ensure!(!text.trim().is_empty(), "the page drew no text");
    Ok(html.replace(MARKER, text.trim()))
}

/// `cargo xtask prerender [DIR]`: trunk calls it with its staging folder in
/// the environment, before it publishes `dist/`.
pub(crate) fn command(arguments: &[String]) -> Result<()> {
    let folder = match arguments.first() {
        Some(folder) => PathBuf::from(folder),
        None => {
            std::env::var_os("TRUNK_STAGING_DIR").map_or_else(|| root().join("dist"), PathBuf::from)
        }
    };
    let path = folder.join("index.html");
    let html =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    fs::write(&path, insert(&html, &text()?)?)
        .with_context(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::insert;

    #[test]
    fn the_text_takes_the_markers_place() {
        let html = insert("<main><!-- pagina --></main>", "<p>Hola</p>\n").unwrap();
        assert_eq!(html, "<main><p>Hola</p></main>");
    }

    #[test]
    fn a_page_without_a_marker_or_without_text_is_refused() {
        assert!(insert("<main></main>", "<p>Hola</p>").is_err());
        assert!(insert("<main><!-- pagina --></main>", "\n").is_err());
    }
}
