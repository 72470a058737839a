//! Padding and grouping.

use super::super::{TextError, check_width};
use super::parse::Spec;

/// On which side of a field the text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
    Center,
    /// `=`: padding between the sign and the digits.
    AfterSign,
}

impl Align {
    pub(super) fn from_char(c: char) -> Option<Align> {
        match c {
            '<' => Some(Align::Left),
            '>' => Some(Align::Right),
            '^' => Some(Align::Center),
            '=' => Some(Align::AfterSign),
            _ => None,
        }
    }
}

/// `text` in a field of `width` code points.
pub(super) fn pad(text: &str, width: usize, fill: char, align: Align) -> String {
    let missing = width.saturating_sub(text.chars().count());
    let left = match align {
        Align::Left => 0,
        Align::Right | Align::AfterSign => missing,
        Align::Center => missing / 2,
    };
    let mut out = String::with_capacity(text.len() + missing * fill.len_utf8());
    push_fill(&mut out, fill, left);
    out.push_str(text);
    push_fill(&mut out, fill, missing - left);
    out
}

fn push_fill(out: &mut String, fill: char, count: usize) {
    out.extend(std::iter::repeat_n(fill, count));
}

/// A number in its parts: `-`, `0x`, the digits before the point, and the rest.
pub(super) struct Number<'a> {
    pub(super) negative: bool,
    pub(super) prefix: &'a str,
    pub(super) digits: &'a str,
    pub(super) rest: &'a str,
}

impl Number<'_> {
    pub(super) fn lay_out(&self, spec: &Spec) -> Result<String, TextError> {
        let width = check_width(spec.width.unwrap_or(0))?;
        let sign = match spec.sign {
            _ if self.negative => "-",
            Some('+') => "+",
            Some(' ') => " ",
            _ => "",
        };
        let around = sign.len() + self.prefix.len() + self.rest.chars().count();
        // Zeros that fill behind the sign are digits: they are grouped too.
        let least = if spec.fill == '0' && spec.align == Align::AfterSign {
            width.saturating_sub(around)
        } else {
            0
        };
        let grouped = group(self.digits, spec.grouping, spec.group_size(), least);
        let head = format!("{sign}{}", self.prefix);
        let body = format!("{grouped}{}", self.rest);
        if spec.align == Align::AfterSign {
            let width = width.saturating_sub(head.len());
            return Ok(head + &pad(&body, width, spec.fill, Align::Right));
        }
        Ok(pad(&(head + &body), width, spec.fill, spec.align))
    }
}

/// Puts a separator between groups of digits, and zeros before them until
/// they are `least` wide: one wider rather than begin with a separator.
fn group(digits: &str, separator: Option<char>, size: usize, least: usize) -> String {
    if digits.is_empty() {
        return String::new();
    }
    let mut reversed = Vec::with_capacity(least.max(digits.len() * 4 / 3));
    let mut digits = digits.bytes().rev();
    let mut in_group = 0;
    loop {
        let next = digits.next();
        if next.is_none() && reversed.len() >= least {
            break;
        }
        if let (Some(separator), true) = (separator, in_group == size) {
            reversed.push(separator as u8);
            in_group = 0;
        }
        reversed.push(next.unwrap_or(b'0'));
        in_group += 1;
    }
    reversed
        .iter()
        .rev()
        .map(|byte| char::from(*byte))
        .collect()
}
