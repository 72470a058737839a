//! Code points by position.

use super::super::TextError;

/// `len(text)`.
pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// `text[index]`, `index` counted from the end where negative.
pub fn char_at(text: &str, index: i64) -> Option<char> {
    if index < 0 {
        let back = usize::try_from(index.unsigned_abs() - 1).ok()?;
        return text.chars().nth_back(back);
    }
    let index = usize::try_from(index).ok()?;
    if text.is_ascii() {
        return text.as_bytes().get(index).map(|byte| char::from(*byte));
    }
    text.chars().nth(index)
}

/// A slice applied to a sequence of a known length: the positions `start`,
/// `start + step`, .., `count` of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    pub start: i64,
    /// Where the walk ends, not included; may be -1 walking backwards.
    pub stop: i64,
    pub step: i64,
    pub count: usize,
}

impl Slice {
    /// `slice(start, stop, step).indices(length)`.
    ///
    /// # Errors
    /// `ValueError` for a step of zero.
    pub fn new(
        length: usize,
        start: Option<i64>,
        stop: Option<i64>,
        step: Option<i64>,
    ) -> Result<Slice, TextError> {
        let step = step.unwrap_or(1);
        if step == 0 {
            return Err(TextError::value("slice step cannot be zero"));
        }
        let length = length as i64;
        let (lowest, highest) = if step < 0 {
            (-1, length - 1)
        } else {
            (0, length)
        };
        let clamp = |at: i64| {
            let at = if at < 0 {
                at.saturating_add(length)
            } else {
                at
            };
            at.clamp(lowest, highest)
        };
        let (first, last) = if step < 0 {
            (highest, lowest)
        } else {
            (lowest, highest)
        };
        let start = start.map_or(first, clamp);
        let stop = stop.map_or(last, clamp);
        let distance = if step < 0 { start - stop } else { stop - start };
        let count = if distance > 0 {
            (distance as u64 - 1) / step.unsigned_abs() + 1
        } else {
            0
        };
        Ok(Slice {
            start,
            stop,
            step,
            count: count as usize,
        })
    }

    /// The positions, in the order of the slice.
    pub fn positions(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |nth| (self.start + nth * self.step) as usize)
    }
}

/// `text[start:stop:step]`.
///
/// # Errors
/// `ValueError` for a step of zero.
pub fn slice(
    text: &str,
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
) -> Result<String, TextError> {
    if text.is_ascii() {
        let bytes = text.as_bytes();
        let found = Slice::new(bytes.len(), start, stop, step)?;
        if found.step == 1 {
            let start = found.start as usize;
            return Ok(text[start..start + found.count].into());
        }
        return Ok(found.positions().map(|at| char::from(bytes[at])).collect());
    }
    let found = Slice::new(length(text), start, stop, step)?;
    if found.step == 1 {
        return Ok(text
            .chars()
            .skip(found.start as usize)
            .take(found.count)
            .collect());
    }
    let chars: Vec<char> = text.chars().collect();
    Ok(found.positions().map(|at| chars[at]).collect())
}
