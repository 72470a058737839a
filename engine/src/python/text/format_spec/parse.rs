//! The mini-language's grammar: a text to a [`Spec`].

use super::super::TextError;
use super::layout::Align;

/// A format specification, its defaults filled in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spec {
    pub(super) fill: char,
    pub(super) align: Align,
    pub(super) sign: Option<char>,
    pub(super) no_negative_zero: bool,
    pub(super) alternate: bool,
    pub(super) width: Option<usize>,
    /// `,` or `_` between groups of digits.
    pub(super) grouping: Option<char>,
    pub(super) precision: Option<usize>,
    /// The type letter; the default where none stands.
    pub(super) kind: char,
    /// Whether the type letter was written.
    pub(super) kind_given: bool,
}

impl Spec {
    /// Reads a specification, in the order in which CPython reads and refuses.
    pub(super) fn parse(
        text: &str,
        type_name: &str,
        default_align: Align,
        default_kind: char,
    ) -> Result<Spec, TextError> {
        let mut rest = Cursor(text);
        let mut spec = Spec {
            fill: ' ',
            align: default_align,
            sign: None,
            no_negative_zero: false,
            alternate: false,
            width: None,
            grouping: None,
            precision: None,
            kind: default_kind,
            kind_given: false,
        };
        let mut chars = text.chars();
        let first = chars.next();
        let (mut fill_given, mut align_given) = (false, false);
        if let (Some(fill), Some(align)) = (first, chars.next().and_then(Align::from_char)) {
            (spec.fill, spec.align) = (fill, align);
            (fill_given, align_given) = (true, true);
            rest.0 = chars.as_str();
        } else if let Some(align) = first.and_then(Align::from_char) {
            spec.align = align;
            align_given = true;
            rest.take_any("<>=^");
        }
        spec.sign = rest.take_any("+- ");
        spec.no_negative_zero = rest.take_any("z").is_some();
        spec.alternate = rest.take_any("#").is_some();
        if !fill_given && rest.take_any("0").is_some() {
            spec.fill = '0';
            if !align_given && default_align == Align::Right {
                spec.align = Align::AfterSign;
            }
        }
        spec.width = rest.take_number()?;
        spec.grouping = rest.take_any(",");
        if rest.0.starts_with('_') && spec.grouping.is_some() || rest.0.starts_with("_,") {
            return Err(TextError::value("Cannot specify both ',' and '_'."));
        }
        spec.grouping = spec.grouping.or_else(|| rest.take_any("_"));
        if rest.take_any(".").is_some() {
            spec.precision = rest.take_number()?;
            if spec.precision.is_none() {
                return Err(TextError::value("Format specifier missing precision"));
            }
        }
        let mut last = rest.0.chars();
        if let Some(kind) = last.next() {
            spec.kind = kind;
            spec.kind_given = true;
        }
        if last.next().is_some() {
            return Err(TextError::value(format!(
                "Invalid format specifier '{text}' for object of type '{type_name}'"
            )));
        }
        spec.check_grouping()?;
        Ok(spec)
    }

    fn check_grouping(&self) -> Result<(), TextError> {
        let Some(grouping) = self.grouping else {
            return Ok(());
        };
        let allowed = "deEfFgG%".contains(self.kind)
            || grouping == '_' && "boxX".contains(self.kind)
            || !self.kind_given && self.kind != 's';
        if allowed {
            return Ok(());
        }
        Err(TextError::value(format!(
            "Cannot specify '{grouping}' with '{}'.",
            shown(self.kind)
        )))
    }

    /// Refuses every type letter but the `known` ones.
    pub(super) fn expect_kind(&self, known: &str, type_name: &str) -> Result<(), TextError> {
        if known.contains(self.kind) {
            return Ok(());
        }
        Err(TextError::value(format!(
            "Unknown format code '{}' for object of type '{type_name}'",
            shown(self.kind)
        )))
    }

    /// How many digits stand between two separators.
    pub(super) fn group_size(&self) -> usize {
        if "boxX".contains(self.kind) { 4 } else { 3 }
    }
}

/// A type letter as the errors show it.
fn shown(kind: char) -> String {
    if (' '..'\u{80}').contains(&kind) && kind != ' ' {
        kind.into()
    } else {
        format!("\\x{:x}", kind as u32)
    }
}

/// What is left to read.
struct Cursor<'a>(&'a str);

impl Cursor<'_> {
    /// Takes one character if it is one of `set`.
    fn take_any(&mut self, set: &str) -> Option<char> {
        let mut chars = self.0.chars();
        let c = chars.next().filter(|c| set.contains(*c))?;
        self.0 = chars.as_str();
        Some(c)
    }

    fn take_number(&mut self) -> Result<Option<usize>, TextError> {
        let end = self
            .0
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(self.0.len());
        let (digits, rest) = self.0.split_at(end);
        self.0 = rest;
        if digits.is_empty() {
            return Ok(None);
        }
        // On the 64 bits of the CPython we follow, whatever this one has.
        let number: i64 = digits
            .parse()
            .map_err(|_| TextError::value("Too many decimal digits in format string"))?;
        Ok(Some(usize::try_from(number).unwrap_or(usize::MAX)))
    }
}
