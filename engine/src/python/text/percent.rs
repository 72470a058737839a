//! The `%` operator of texts: `'%5.1f de %(nombre)s'`.
//!
//! The machine walks over the [`pieces`] of a template, takes the argument
//! that each [`Conversion`] [`wants`](Conversion::wants), and has it written.
//! The order of errors is CPython's, because nothing is read ahead.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::format_spec::{check_precision, float_body};
use super::number::int_text_radix;
use super::{TextError, check_width};

/// A stretch of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Literal(&'a str),
    Conversion(Conversion<'a>),
}

/// One `%...` of a template.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conversion<'a> {
    /// `%(key)s`: the argument is looked up in a mapping.
    pub key: Option<&'a str>,
    /// `*`: an int argument comes first; hand it to [`Conversion::set_width`].
    pub star_width: bool,
    /// `.*`: likewise, after the width; [`Conversion::set_precision`].
    pub star_precision: bool,
    /// The letter at the end.
    pub kind: char,
    left: bool,
    plus: bool,
    space: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
    /// What stands before the letter.
    before: &'a str,
}

/// What a conversion does to its argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wants {
    /// `%s`: `str(argument)`, then [`Conversion::write_text`].
    Str,
    /// `%r`: `repr(argument)`, then [`Conversion::write_text`].
    Repr,
    /// `%a`: `ascii(argument)`, then [`Conversion::write_text`].
    Ascii,
    /// `%c`: a text of one character or an int, then [`Conversion::write_text`].
    Char,
    /// `%d`: a number, cut to an int, then [`Conversion::write_int`].
    Number,
    /// `%x`: an int, then [`Conversion::write_int`].
    Int,
    /// `%f`: a number as a float, then [`Conversion::write_float`].
    Float,
}

/// The pieces of a template, in order; the first error ends them.
///
/// # Errors
/// `Limit` for a template of too many fields.
pub fn pieces(template: &str) -> Result<Pieces<'_>, TextError> {
    super::check_template(template, b'%')?;
    Ok(Pieces { template, at: 0 })
}

/// See [`pieces`].
pub struct Pieces<'a> {
    template: &'a str,
    at: usize,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Result<Piece<'a>, TextError>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self
            .template
            .get(self.at..)
            .filter(|rest| !rest.is_empty())?;
        match rest.find('%') {
            Some(0) if rest.starts_with("%%") => {
                self.at += 2;
                Some(Ok(Piece::Literal("%")))
            }
            Some(0) => {
                self.at += 1;
                let conversion = self.conversion();
                if conversion.is_err() {
                    self.at = self.template.len();
                }
                Some(conversion.map(Piece::Conversion))
            }
            found => {
                let end = found.unwrap_or(rest.len());
                self.at += end;
                Some(Ok(Piece::Literal(&rest[..end])))
            }
        }
    }
}

impl<'a> Pieces<'a> {
    fn peek(&self) -> Option<char> {
        self.template[self.at..].chars().next()
    }

    fn take(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        if found {
            self.at += c.len_utf8();
        }
        found
    }

    /// What stands behind a `%`.
    fn conversion(&mut self) -> Result<Conversion<'a>, TextError> {
        let mut found = Conversion {
            key: self.key()?,
            ..Conversion::default()
        };
        loop {
            match self.peek() {
                Some('-') => found.left = true,
                Some('+') => found.plus = true,
                Some(' ') => found.space = true,
                Some('#') => found.alternate = true,
                Some('0') => found.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        if self.take('*') {
            found.star_width = true;
        } else {
            found.width = self.number(i64::MAX as u64, "width too big")?.unwrap_or(0);
        }
        if self.take('.') {
            if self.take('*') {
                found.star_precision = true;
            } else {
                let digits = self.number(i32::MAX as u64, "precision too big")?;
                found.precision = Some(digits.unwrap_or(0));
            }
        }
        // C's lengths mean nothing here; CPython passes over one of them.
        let _ = self.take('h') || self.take('l') || self.take('L');
        found.kind = self
            .peek()
            .ok_or_else(|| TextError::value("incomplete format"))?;
        found.before = &self.template[..self.at];
        self.at += found.kind.len_utf8();
        Ok(found)
    }

    /// `(key)`, where parentheses may nest.
    fn key(&mut self) -> Result<Option<&'a str>, TextError> {
        if !self.take('(') {
            return Ok(None);
        }
        let begin = self.at;
        let mut depth = 1;
        for (offset, c) in self.template[begin..].char_indices() {
            depth += i32::from(c == '(') - i32::from(c == ')');
            if depth == 0 {
                self.at = begin + offset + 1;
                return Ok(Some(&self.template[begin..begin + offset]));
            }
        }
        Err(TextError::value("incomplete format key"))
    }

    fn number(&mut self, most: u64, refusal: &str) -> Result<Option<usize>, TextError> {
        let mut number: Option<u64> = None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            let next = number
                .unwrap_or(0)
                .saturating_mul(10)
                .saturating_add(u64::from(digit));
            if next > most {
                return Err(TextError::value(refusal));
            }
            number = Some(next);
            self.at += 1;
        }
        Ok(number.map(|number| usize::try_from(number).unwrap_or(usize::MAX)))
    }
}

impl Conversion<'_> {
    /// Sets the width that a `*` took from the arguments: aligned to the left
    /// where it is negative.
    pub fn set_width(&mut self, width: i64) {
        self.left |= width < 0;
        self.width = usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX);
    }

    /// Sets the precision that a `.*` took from the arguments.
    pub fn set_precision(&mut self, precision: i64) {
        self.precision = Some(usize::try_from(precision.max(0)).unwrap_or(usize::MAX));
    }

    /// What to do with the argument, once it is there.
    ///
    /// # Errors
    /// `ValueError` for a letter that means nothing.
    pub fn wants(&self) -> Result<Wants, TextError> {
        Ok(match self.kind {
            's' => Wants::Str,
            'r' => Wants::Repr,
            'a' => Wants::Ascii,
            'c' => Wants::Char,
            'd' | 'i' | 'u' => Wants::Number,
            'o' | 'x' | 'X' => Wants::Int,
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => Wants::Float,
            kind => {
                let shown = if (' '..'\u{7f}').contains(&kind) {
                    kind
                } else {
                    '?'
                };
                return Err(TextError::value(format!(
                    "unsupported format character '{shown}' (0x{:x}) at index {}",
                    kind as u32,
                    self.before.chars().count()
                )));
            }
        })
    }

    /// The error for an argument of a type that the conversion does not take.
    pub fn wrong_type(&self, type_name: &str) -> TextError {
        let kind = self.kind;
        TextError::type_error(match self.wants() {
            Ok(Wants::Char) => "%c requires int or char".into(),
            Ok(Wants::Number) => {
                format!("%{kind} format: a real number is required, not {type_name}")
            }
            Ok(Wants::Int) => format!("%{kind} format: an integer is required, not {type_name}"),
            _ => format!("must be real number, not {type_name}"),
        })
    }

    /// Writes `%s`, `%r`, `%a` or `%c` of a text.
    ///
    /// # Errors
    /// `Limit` for a width beyond [`super::MAX_WIDTH`].
    pub fn write_text(&self, text: &str) -> Result<String, TextError> {
        let most = if self.kind == 'c' {
            None
        } else {
            self.precision
        };
        let end = most
            .and_then(|most| text.char_indices().nth(most))
            .map_or(text.len(), |(end, _)| end);
        self.fill("", &text[..end], ' ')
    }

    /// Writes `%d` or `%x` and their like.
    ///
    /// # Errors
    /// `ValueError` beyond 4300 decimal digits, `Limit` for a width beyond
    /// [`super::MAX_WIDTH`].
    pub fn write_int(&self, n: &BigInt) -> Result<String, TextError> {
        let (radix, prefix) = match self.kind {
            'o' => (8, "0o"),
            'x' => (16, "0x"),
            'X' => (16, "0X"),
            _ => (10, ""),
        };
        let mut digits = int_text_radix(n, radix)?;
        if self.kind == 'X' {
            digits.make_ascii_uppercase();
        }
        let least = check_width(self.precision.unwrap_or(0))?;
        let zeros = "0".repeat(least.saturating_sub(digits.len()));
        let prefix = if self.alternate { prefix } else { "" };
        let head = format!("{}{prefix}", self.sign(n.is_negative()));
        self.fill(&head, &(zeros + &digits), self.zero_or_space())
    }

    /// Writes `%f` and its like.
    ///
    /// # Errors
    /// `Limit` for a width or precision beyond [`super::MAX_WIDTH`].
    pub fn write_float(&self, x: f64) -> Result<String, TextError> {
        let precision = check_precision(self.precision)?.unwrap_or(6);
        let body = float_body(x, self.kind, precision, self.alternate, false);
        let negative = x.is_sign_negative() && !x.is_nan();
        self.fill(self.sign(negative), &body, self.zero_or_space())
    }

    fn sign(&self, negative: bool) -> &'static str {
        match self {
            _ if negative => "-",
            Conversion { plus: true, .. } => "+",
            Conversion { space: true, .. } => " ",
            _ => "",
        }
    }

    fn zero_or_space(&self) -> char {
        if self.zero && !self.left { '0' } else { ' ' }
    }

    /// `head` and `body` in the field; zeros go between the two.
    fn fill(&self, head: &str, body: &str, fill: char) -> Result<String, TextError> {
        let width = check_width(self.width)?;
        let missing = width.saturating_sub(head.len() + body.chars().count());
        let padding: String = std::iter::repeat_n(fill, missing).collect();
        Ok(match (self.left, fill) {
            (true, _) => format!("{head}{body}{padding}"),
            (false, '0') => format!("{head}{padding}{body}"),
            (false, _) => format!("{padding}{head}{body}"),
        })
    }
}

/// The character that `%c` makes of an int.
///
/// # Errors
/// `OverflowError` where there is no such character.
pub fn character(n: &BigInt) -> Result<char, TextError> {
    n.to_u32()
        .and_then(char::from_u32)
        .ok_or_else(|| TextError::overflow("%c arg not in range(0x110000)"))
}

/// Fewer arguments than conversions.
pub fn not_enough_arguments() -> TextError {
    TextError::type_error("not enough arguments for format string")
}

/// More arguments than conversions.
pub fn not_all_converted() -> TextError {
    TextError::type_error("not all arguments converted during string formatting")
}

/// A `%(key)s` without a mapping.
pub fn requires_mapping() -> TextError {
    TextError::type_error("format requires a mapping")
}

/// A `*` whose argument is no int.
pub fn star_wants_int() -> TextError {
    TextError::type_error("* wants int")
}

#[cfg(test)]
#[path = "percent_tests.rs"]
mod tests;
