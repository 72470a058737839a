//! The markup of the lesson's prose: the few forms of Markdown that it uses.
//!
//! Paragraphs, `#` headings, `*` lists (an indented line under an item is a
//! paragraph of that item), `**strong**`, `*emphasis*`, `` `code` ``, and three
//! fences closed by `:::`: `::: precision ID`, `::: pregunta ID`, `::: escena ID`.

use std::fmt;

/// A piece of the page, from top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Heading {
        level: u8,
        text: Vec<Inline>,
    },
    Paragraph(Vec<Inline>),
    /// Each item is its paragraphs.
    List(Vec<Vec<Vec<Inline>>>),
    /// A note headed "Precisión", apart from the lesson's own words.
    Precision {
        /// `precision-ID` is its anchor.
        id: String,
        text: Vec<Block>,
    },
    Question(&'static super::Question),
    Scene(Scene),
}

/// A place in the prose where programs run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// Sequential and concurrent, side by side.
    Comparison,
    /// The whole file.
    WholeFile,
}

/// A stretch of text within a block.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    Text(String),
    Code(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
}

/// Markup that does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkupError {
    /// The line of the text, counted from 1.
    pub line: usize,
    pub what: String,
}

impl fmt::Display for MarkupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

/// Reads a text into its blocks.
///
/// # Errors
/// On an unknown fence, question or scene, and on a fence left open.
pub fn parse(text: &str) -> Result<Vec<Block>, MarkupError> {
    let mut blocks = Vec::new();
    let mut lines = text.lines().enumerate().peekable();
    while let Some((index, line)) = lines.next() {
        if line.trim().is_empty() {
            continue;
        }
        if let Some(fence) = line.strip_prefix("::: ") {
            let mut inside = String::new();
            let mut closed = false;
            for (_, line) in lines.by_ref() {
                if line == ":::" {
                    closed = true;
                    break;
                }
                inside.push_str(line);
                inside.push('\n');
            }
            let error = |what: String| MarkupError {
                line: index + 1,
                what,
            };
            if !closed {
                return Err(error(format!("`{line}` is left open")));
            }
            let block =
                fenced(fence, &inside)?.ok_or_else(|| error(format!("`{fence}` names nothing")))?;
            blocks.push(block);
        } else if line.starts_with('#') {
            let level = line.bytes().take_while(|&byte| byte == b'#').count();
            blocks.push(Block::Heading {
                level: u8::try_from(level).unwrap_or(6),
                text: inlines(line[level..].trim()),
            });
        } else if let Some(first) = line.strip_prefix("* ") {
            let mut items = vec![vec![inlines(first.trim())]];
            while let Some((_, next)) = lines.peek() {
                if let Some(first) = next.strip_prefix("* ") {
                    items.push(vec![inlines(first.trim())]);
                } else if next.starts_with("    ")
                    && let Some(item) = items.last_mut()
                {
                    item.push(inlines(next.trim()));
                } else {
                    break;
                }
                lines.next();
            }
            blocks.push(Block::List(items));
        } else {
            blocks.push(Block::Paragraph(inlines(line.trim())));
        }
    }
    Ok(blocks)
}

fn fenced(fence: &str, inside: &str) -> Result<Option<Block>, MarkupError> {
    Ok(match fence.split_once(' ').unwrap_or((fence, "")) {
        ("precision", id) if !id.is_empty() => Some(Block::Precision {
            id: id.to_owned(),
            text: parse(inside)?,
        }),
        ("pregunta", id) => super::Question::find(id).map(Block::Question),
        ("escena", "comparacion") => Some(Block::Scene(Scene::Comparison)),
        ("escena", "archivo") => Some(Block::Scene(Scene::WholeFile)),
        _ => None,
    })
}

/// Reads one line's inline markup. A mark that nothing closes is plain text.
pub fn inlines(text: &str) -> Vec<Inline> {
    let mut found = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let marked = ["**", "*", "`"].into_iter().find_map(|mark| {
            let inside = rest.strip_prefix(mark)?;
            let end = inside.find(mark).filter(|&end| end > 0)?;
            Some((mark, &inside[..end], &inside[end + mark.len()..]))
        });
        if let Some((mark, inside, after)) = marked {
            if !plain.is_empty() {
                found.push(Inline::Text(std::mem::take(&mut plain)));
            }
            found.push(match mark {
                "**" => Inline::Strong(inlines(inside)),
                "*" => Inline::Emphasis(inlines(inside)),
                _ => Inline::Code(inside.to_owned()),
            });
            rest = after;
        } else {
            plain.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    if !plain.is_empty() {
        found.push(Inline::Text(plain));
    }
    found
}

/// The text of a line without its marks.
pub fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) => text.clone(),
            Inline::Strong(inside) | Inline::Emphasis(inside) => plain(inside),
        })
        .collect()
}
