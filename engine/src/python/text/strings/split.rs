//! Taking a text apart. A negative `most` means no limit.

use super::super::unicode::is_space;
use super::super::{TextError, check_size};
use super::MAX_PARTS;

/// `text.split(separator, most)`; without a separator, at runs of whitespace.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn split<'a>(
    text: &'a str,
    separator: Option<&str>,
    most: i64,
) -> Result<Vec<&'a str>, TextError> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let Some(separator) = separator else {
        return few(split_spaces(text, most.min(MAX_PARTS)));
    };
    refuse_empty(separator)?;
    let most = most.min(MAX_PARTS);
    few(text.splitn(most + 1, separator).collect())
}

/// `text.rsplit(separator, most)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn rsplit<'a>(
    text: &'a str,
    separator: Option<&str>,
    most: i64,
) -> Result<Vec<&'a str>, TextError> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let mut parts: Vec<&str> = match separator {
        None => rsplit_spaces(text, most.min(MAX_PARTS)),
        Some(separator) => {
            refuse_empty(separator)?;
            text.rsplitn(most.min(MAX_PARTS) + 1, separator).collect()
        }
    };
    parts.reverse();
    few(parts)
}

fn few(parts: Vec<&str>) -> Result<Vec<&str>, TextError> {
    check_size(parts.len(), MAX_PARTS).map(|()| parts)
}

fn refuse_empty(separator: &str) -> Result<(), TextError> {
    if separator.is_empty() {
        return Err(TextError::value("empty separator"));
    }
    Ok(())
}

fn split_spaces(text: &str, most: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        let end = rest.find(is_space).filter(|_| parts.len() < most);
        let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
        parts.push(part);
        rest = after.trim_start_matches(is_space);
    }
    parts
}

/// From the end: the last part first.
fn rsplit_spaces(text: &str, most: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        // One past the last space before the part.
        let begin = rest
            .char_indices()
            .rev()
            .find(|(_, c)| is_space(*c))
            .map(|(at, c)| at + c.len_utf8())
            .filter(|_| parts.len() < most);
        let (before, part) = rest.split_at(begin.unwrap_or(0));
        parts.push(part);
        rest = before.trim_end_matches(is_space);
    }
    parts
}

/// `text.splitlines(keep_ends)`.
///
/// # Errors
/// `Limit` for more than [`MAX_PARTS`] lines.
pub fn split_lines(text: &str, keep_ends: bool) -> Result<Vec<&str>, TextError> {
    let mut lines = Vec::new();
    let mut rest = text;
    while lines.len() <= MAX_PARTS
        && let Some(at) = rest.find(is_line_end)
    {
        let end = rest[at..].chars().next().map_or(0, char::len_utf8);
        let end = if rest[at..].starts_with("\r\n") {
            2
        } else {
            end
        };
        lines.push(&rest[..if keep_ends { at + end } else { at }]);
        rest = &rest[at + end..];
    }
    if !rest.is_empty() {
        lines.push(rest);
    }
    few(lines)
}

fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n'..='\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// `text.partition(separator)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn partition<'a>(text: &'a str, separator: &'a str) -> Result<[&'a str; 3], TextError> {
    refuse_empty(separator)?;
    Ok(match text.split_once(separator) {
        Some((before, after)) => [before, separator, after],
        None => [text, "", ""],
    })
}

/// `text.rpartition(separator)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn rpartition<'a>(text: &'a str, separator: &'a str) -> Result<[&'a str; 3], TextError> {
    refuse_empty(separator)?;
    Ok(match text.rsplit_once(separator) {
        Some((before, after)) => [before, separator, after],
        None => ["", "", text],
    })
}

/// `text.strip(chars)`; without `chars`, whitespace.
pub fn strip<'a>(text: &'a str, chars: Option<&str>) -> &'a str {
    lstrip(rstrip(text, chars), chars)
}

/// `text.lstrip(chars)`.
pub fn lstrip<'a>(text: &'a str, chars: Option<&str>) -> &'a str {
    match chars {
        None => text.trim_start_matches(is_space),
        Some(chars) => text.trim_start_matches(|c| chars.contains(c)),
    }
}

/// `text.rstrip(chars)`.
pub fn rstrip<'a>(text: &'a str, chars: Option<&str>) -> &'a str {
    match chars {
        None => text.trim_end_matches(is_space),
        Some(chars) => text.trim_end_matches(|c| chars.contains(c)),
    }
}
