//! Python's text algorithms, exactly as CPython 3.11 has them, as pure
//! functions over Rust's own types. Nothing here knows a Python value: the
//! machine unwraps its values, calls these, and wraps what they answer.
//!
//! - [`number`]: numbers to text and back, rounding, exact comparison.
//! - [`format_spec`]: what stands behind the `:` of `f"{x:>8.2f}"`.
//! - [`percent`] and [`template`]: `'%s' % x` and `'{}'.format(x)`.
//! - [`repr`]: texts and bytes as Python source.
//! - [`strings`]: the methods of `str`.
//! - [`strftime`]: dates as text.

mod case_map;
mod error;
pub mod format_spec;
pub mod number;
pub mod percent;
pub mod repr;
pub mod strftime;
pub mod strings;
pub mod template;
mod unicode;

pub use error::{ErrorKind, TextError};

/// The longest text, in code points, that one width, precision or repetition
/// may ask for. Beyond it the answer is [`ErrorKind::Limit`] at once.
pub const MAX_WIDTH: usize = 1_000_000;

/// The most fields that a template is filled in at.
const MOST_FIELDS: usize = 8_000;

/// Fails with [`ErrorKind::Limit`] where a template has more, each of which
/// begins with `mark`.
fn check_template(template: &str, mark: u8) -> Result<(), TextError> {
    let fields = template.bytes().filter(|byte| *byte == mark).count();
    check_size(fields, MOST_FIELDS)
}

/// Fails with [`ErrorKind::Limit`] where there is more than that.
fn check_size(size: usize, most: usize) -> Result<(), TextError> {
    match size > most {
        true => Err(TextError::limit()),
        false => Ok(()),
    }
}

/// Fails with [`ErrorKind::Limit`] where a width goes beyond [`MAX_WIDTH`].
pub fn check_width(width: usize) -> Result<usize, TextError> {
    check_size(width, MAX_WIDTH).map(|()| width)
}
