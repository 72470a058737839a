//! A run's log as a file: to be kept and read again ([`json`]), or to be opened
//! by tools that draw traces ([`chrome`]).

mod check;
pub mod chrome;
pub mod json;

#[cfg(test)]
mod tests;

/// Writes a text as JSON does, in quotes.
fn quoted(text: &str, out: &mut String) {
    use std::fmt::Write;
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            control if control < ' ' => {
                // Writing to a `String` cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}
