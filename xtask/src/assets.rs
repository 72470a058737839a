//! `index.html` names what belongs to the page in `<link data-trunk>`s, so
//! that trunk can build it too. Here the few kinds that the page uses are
//! followed: each file is copied, and the link becomes what a browser reads.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// The two files that start the page, under names that change with their
/// content: a browser never pairs an old one with a new one.
pub(crate) struct Start {
    javascript: String,
    module: String,
}

impl Start {
    /// Copies what wasm-bindgen made (`name.js`, `name_bg.wasm`, and its
    /// `snippets/`, where there are any) from `from` to `to`.
    pub(crate) fn copy(from: &Path, name: &str, to: &Path) -> Result<Start> {
        let javascript = fs::read(from.join(format!("{name}.js")))?;
        let module = fs::read(from.join(format!("{name}_bg.wasm")))?;
        let mut hasher = DefaultHasher::new();
        hasher.write(&javascript);
        hasher.write(&module);
        let hash = hasher.finish();
        let start = Start {
            javascript: format!("{name}-{hash:016x}.js"),
            module: format!("{name}-{hash:016x}_bg.wasm"),
        };
        fs::write(to.join(&start.javascript), javascript)?;
        fs::write(to.join(&start.module), module)?;
        let snippets = from.join("snippets");
        if snippets.is_dir() {
            copy_folder(&snippets, &to.join("snippets"))?;
        }
        Ok(start)
    }

    /// What trunk writes in place of its `rel="rust"` link.
    fn script(&self) -> String {
        let Start { javascript, module } = self;
        format!(
            r#"<script type="module">
import init, * as bindings from './{javascript}';
const wasm = await init({{ module_or_path: './{module}' }});
window.wasmBindings = bindings;
dispatchEvent(new CustomEvent("TrunkApplicationStarted", {{detail: {{wasm}}}}));
</script>"#
        )
    }

    /// Lets the browser fetch both files at once, as soon as it sees the head.
    fn preloads(&self) -> String {
        let Start { javascript, module } = self;
        format!(
            r#"<link rel="modulepreload" href="./{javascript}" crossorigin="anonymous">
<link rel="preload" href="./{module}" crossorigin="anonymous" as="fetch" type="application/wasm">
"#
        )
    }
}

/// Copies what the links of `html` name from `root` to `out`; returns the
/// HTML for the browser.
pub(crate) fn follow_links(html: &str, root: &Path, out: &Path, start: &Start) -> Result<String> {
    let mut done = String::new();
    let mut rest = 0;
    for link in links(html) {
        done.push_str(&html[rest..link.place.start]);
        rest = link.place.end;
        let replacement = link
            .follow(root, out, start)
            .with_context(|| format!("in index.html: {}", &html[link.place.clone()]))?;
        done.push_str(&replacement);
    }
    done.push_str(&html[rest..]);
    let head_ends = done.find("</head>").context("index.html has no </head>")?;
    done.insert_str(head_ends, &start.preloads());
    Ok(done)
}

/// A `<link data-trunk ...>`.
struct Link<'a> {
    place: Range<usize>,
    attributes: Vec<(&'a str, &'a str)>,
}

impl Link<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find_map(|&(key, value)| (key == name).then_some(value))
    }

    fn follow(&self, root: &Path, out: &Path, start: &Start) -> Result<String> {
        let kind = self.get("rel").context("it has no `rel`")?;
        if kind == "rust" {
            return Ok(start.script());
        }
        let source = root.join(self.get("href").context("it has no `href`")?);
        let name = source.file_name().context("its `href` names no file")?;
        match kind {
            "css" => Ok(format!(
                r#"<link rel="stylesheet" href="./{}"{}>"#,
                copy_hashed(&source, out)?,
                self.others()
            )),
            // trunk keeps no other attribute of an icon, so neither do we.
            "icon" => Ok(format!(
                r#"<link rel="icon" href="./{}">"#,
                copy_hashed(&source, out)?
            )),
            "inline" => {
                let text = read(&source)?;
                Ok(format!("<style>{}</style>", String::from_utf8(text)?))
            }
            "copy-dir" => copy_folder(&source, &out.join(name)).map(|()| String::new()),
            "copy-file" => {
                fs::write(out.join(name), read(&source)?)?;
                Ok(String::new())
            }
            other => bail!("xtask does not know `rel=\"{other}\"`: teach it in assets.rs"),
        }
    }

    /// The attributes that the browser reads, as they stood.
    fn others(&self) -> String {
        self.attributes
            .iter()
            .filter(|(key, _)| !matches!(*key, "rel" | "href" | "data-trunk" | "/"))
            .map(|(key, value)| match *value {
                "" => format!(" {key}"),
                value => format!(" {key}=\"{value}\""),
            })
            .collect()
    }
}

/// The links for trunk, in order. Those in comments do not count.
fn links(html: &str) -> Vec<Link<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = html[at..].find('<').map(|offset| at + offset) {
        let tag = &html[next..];
        let length = if tag.starts_with("<!--") {
            tag.find("-->").map(|end| end + 3)
        } else {
            tag.find('>').map(|end| end + 1)
        };
        at = next + length.unwrap_or(tag.len());
        if let Some(inside) = tag[..at - next].strip_prefix("<link") {
            let attributes = attributes(inside.trim_end_matches(['>', '/']));
            if attributes.iter().any(|&(key, _)| key == "data-trunk") {
                let place = next..at;
                found.push(Link { place, attributes });
            }
        }
    }
    found
}

/// `a="1" b` as pairs of a name and a value, "" where there is none.
fn attributes(mut text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    loop {
        text = text.trim_start();
        if text.is_empty() {
            return found;
        }
        let name_ends = text
            .find(|c: char| c == '=' || c.is_whitespace())
            .unwrap_or(text.len());
        let (name, rest) = text.split_at(name_ends);
        let (value, rest) = match rest.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => ("", rest.trim_start_matches('=')),
        };
        found.push((name, value));
        text = rest;
    }
}

/// Copies `source` into `out` under a name that changes with its content.
fn copy_hashed(source: &Path, out: &Path) -> Result<String> {
    let content = read(source)?;
    let mut hasher = DefaultHasher::new();
    hasher.write(&content);
    let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().display().to_string();
    let name = format!(
        "{}-{:016x}.{}",
        part(source.file_stem()),
        hasher.finish(),
        part(source.extension())
    );
    fs::write(out.join(&name), content)?;
    Ok(name)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::write(target, read(&entry.path())?)?;
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

#[cfg(test)]
mod tests {
    use super::links;

    fn check(html: &str, expected: &[&[(&str, &str)]]) {
        let found: Vec<_> = links(html)
            .into_iter()
            .map(|link| link.attributes)
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn links_for_trunk_are_found_and_others_are_left() {
        check(
            r#"<link rel="canonical" href="x"><link data-trunk rel="css" href="a.css" />
               <p><link
                 data-trunk rel="icon" href="b.svg" type="image/svg+xml">"#,
            &[
                &[("data-trunk", ""), ("rel", "css"), ("href", "a.css")],
                &[
                    ("data-trunk", ""),
                    ("rel", "icon"),
                    ("href", "b.svg"),
                    ("type", "image/svg+xml"),
                ],
            ],
        );
    }

    #[test]
    fn links_in_comments_do_not_count() {
        check(r#"<!-- <link data-trunk rel="css" href="a.css"> -->"#, &[]);
    }
}
