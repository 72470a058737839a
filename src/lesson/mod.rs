//! The lesson: its Spanish prose, its programs, its questions, and the words
//! of the interface. Nothing here knows of a browser or of how it is drawn.
//!
//! The prose stands in `es/*.md`, in the small markup of [`markup`]; the
//! programs stand in `programs/*.py` and are what the page shows and runs.

pub mod advice;
pub mod markup;
mod program;
mod question;
pub mod story;
pub mod words;

pub use markup::{Block, Inline, MarkupError};
pub use program::Program;
pub use question::{Choice, Question};

/// One section of the lesson, in reading order.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its anchor on the page: `#sintaxis`.
    pub id: &'static str,
    pub blocks: Vec<Block>,
}

const SOURCES: [(&str, &str); 6] = [
    ("introduccion", include_str!("es/0-introduccion.md")),
    ("analogia", include_str!("es/0-analogia.md")),
    ("sintaxis", include_str!("es/1-sintaxis.md")),
    ("magia", include_str!("es/2-magia.md")),
    ("archivo", include_str!("es/2-archivo.md")),
    ("aplicaciones", include_str!("es/3-aplicaciones.md")),
];

/// The lesson's sections in reading order.
///
/// # Errors
/// Where a text of `es/` uses markup that does not exist. `tests/lesson.rs`
/// proves that none does.
pub fn sections() -> Result<Vec<Section>, MarkupError> {
    SOURCES
        .iter()
        .map(|&(id, text)| {
            Ok(Section {
                id,
                blocks: markup::parse(text)?,
            })
        })
        .collect()
}
