//! The templates of `str.format`: `'{0} {nombre.largo[0]!r:>{ancho}}'`.

use super::{ErrorKind, TextError};

/// A stretch of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Literal(String),
    Field(Field),
}

/// What stands between braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub argument: Argument,
    /// What is looked up in the argument, step by step.
    pub path: Vec<Access>,
    /// `!r`, `!s` or `!a`; see [`conversion_known`].
    pub conversion: Option<char>,
    /// The format specification, itself a template.
    pub spec: Vec<Piece>,
}

/// Which argument a field shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Also `{}`: its number is counted here.
    Position(usize),
    Name(String),
}

/// A step from a value to a value in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// `.name`
    Attribute(String),
    /// `[3]`
    Index(usize),
    /// `[name]`
    Key(String),
}

/// Parses a template, and the templates in its specifications.
///
/// # Errors
/// `ValueError`, in CPython's words; `Limit` for a template of too many fields.
pub fn parse(template: &str) -> Result<Vec<Piece>, TextError> {
    super::check_template(template, b'{')?;
    let chars: Vec<char> = template.chars().collect();
    let mut parser = Parser {
        numbering: Numbering::Unknown,
        next: 0,
    };
    parser.pieces(&chars, DEPTH)
}

/// Refuses a conversion other than `!r`, `!s` and `!a`.
///
/// # Errors
/// `ValueError`; CPython looks only once it has the field's value.
pub fn conversion_known(conversion: char) -> Result<(), TextError> {
    if "rsa".contains(conversion) {
        return Ok(());
    }
    let shown = if ('!'..'\u{7f}').contains(&conversion) {
        conversion.to_string()
    } else {
        format!("\\x{:x}", conversion as u32)
    };
    Err(TextError::value(format!(
        "Unknown conversion specifier {shown}"
    )))
}

/// A position for which there is no argument.
pub fn no_such_position(position: usize) -> TextError {
    TextError::new(
        ErrorKind::Index,
        format!("Replacement index {position} out of range for positional args tuple"),
    )
}

/// A template and the specifications in it: no deeper.
const DEPTH: usize = 2;

enum Numbering {
    Unknown,
    Automatic,
    Manual,
}

struct Parser {
    numbering: Numbering,
    next: usize,
}

/// What [`split_field`] finds: the name, the conversion, the specification,
/// and how many characters all of it took.
type FieldParts<'a> = (&'a [char], Option<char>, &'a [char], usize);

impl Parser {
    fn pieces(&mut self, mut rest: &[char], depth: usize) -> Result<Vec<Piece>, TextError> {
        if depth == 0 {
            return Err(TextError::value("Max string recursion exceeded"));
        }
        let mut pieces = Vec::new();
        let mut literal = String::new();
        while let [c, after @ ..] = rest {
            rest = after;
            match (c, after.first()) {
                ('{', Some('{')) | ('}', Some('}')) => {
                    literal.push(*c);
                    rest = &after[1..];
                }
                ('}', _) => {
                    return Err(TextError::value("Single '}' encountered in format string"));
                }
                ('{', None) => {
                    return Err(TextError::value("Single '{' encountered in format string"));
                }
                ('{', _) => {
                    if !literal.is_empty() {
                        pieces.push(Piece::Literal(std::mem::take(&mut literal)));
                    }
                    let (name, conversion, spec, length) = split_field(after)?;
                    rest = &after[length..];
                    pieces.push(Piece::Field(self.field(name, conversion, spec, depth)?));
                }
                _ => literal.push(*c),
            }
        }
        if !literal.is_empty() {
            pieces.push(Piece::Literal(literal));
        }
        Ok(pieces)
    }

    fn field(
        &mut self,
        name: &[char],
        conversion: Option<char>,
        spec: &[char],
        depth: usize,
    ) -> Result<Field, TextError> {
        let end = name
            .iter()
            .position(|c| ".[".contains(*c))
            .unwrap_or(name.len());
        let (first, path) = name.split_at(end);
        let argument = self.argument(first)?;
        let path = parse_path(path)?;
        // Without a field in it, a specification is taken as it stands.
        let spec = if spec.contains(&'{') {
            self.pieces(spec, depth - 1)?
        } else if spec.is_empty() {
            Vec::new()
        } else {
            vec![Piece::Literal(spec.iter().collect())]
        };
        Ok(Field {
            argument,
            path,
            conversion,
            spec,
        })
    }

    fn argument(&mut self, first: &[char]) -> Result<Argument, TextError> {
        let position = parse_position(first)?;
        let automatic = first.is_empty();
        if !automatic && position.is_none() {
            return Ok(Argument::Name(first.iter().collect()));
        }
        match (&self.numbering, automatic) {
            (Numbering::Manual, true) => {
                return Err(TextError::value(
                    "cannot switch from manual field specification to automatic field numbering",
                ));
            }
            (Numbering::Automatic, false) => {
                return Err(TextError::value(
                    "cannot switch from automatic field numbering to manual field specification",
                ));
            }
            (_, true) => self.numbering = Numbering::Automatic,
            (_, false) => self.numbering = Numbering::Manual,
        }
        let counted = self.next;
        self.next += usize::from(automatic);
        Ok(Argument::Position(position.unwrap_or(counted)))
    }
}

/// Takes apart what follows a `{`, up to and with its `}`.
fn split_field(text: &[char]) -> Result<FieldParts<'_>, TextError> {
    let unfinished = || TextError::value("expected '}' before end of string");
    let mut at = 0;
    let stop = loop {
        match text.get(at) {
            None => return Err(unfinished()),
            Some('{') => return Err(TextError::value("unexpected '{' in field name")),
            Some('[') => {
                at += text[at..]
                    .iter()
                    .position(|c| *c == ']')
                    .unwrap_or(text.len() - at);
            }
            Some(c @ ('}' | ':' | '!')) => break *c,
            Some(_) => at += 1,
        }
    };
    let name = &text[..at];
    at += 1;
    if stop == '}' {
        return Ok((name, None, &[], at));
    }
    let mut conversion = None;
    if stop == '!' {
        conversion = Some(*text.get(at).ok_or_else(|| {
            TextError::value("end of string while looking for conversion specifier")
        })?);
        at += 1;
        match text.get(at) {
            Some('}') => return Ok((name, conversion, &[], at + 1)),
            Some(':') => at += 1,
            Some(_) => {
                return Err(TextError::value("expected ':' after conversion specifier"));
            }
            None => {}
        }
    }
    let begin = at;
    let mut open = 1;
    for (offset, c) in text[begin..].iter().enumerate() {
        open += i32::from(*c == '{') - i32::from(*c == '}');
        if open == 0 {
            let end = begin + offset;
            return Ok((name, conversion, &text[begin..end], end + 1));
        }
    }
    Err(TextError::value("unmatched '{' in format spec"))
}

/// `.name[0][key]`
fn parse_path(mut rest: &[char]) -> Result<Vec<Access>, TextError> {
    let mut path = Vec::new();
    while let [c, after @ ..] = rest {
        let (name, access): (&[char], fn(String) -> Access);
        match c {
            '.' => {
                let end = after
                    .iter()
                    .position(|c| ".[".contains(*c))
                    .unwrap_or(after.len());
                (name, rest) = after.split_at(end);
                access = Access::Attribute;
            }
            '[' => {
                let end = after
                    .iter()
                    .position(|c| *c == ']')
                    .ok_or_else(|| TextError::value("Missing ']' in format string"))?;
                name = &after[..end];
                rest = &after[end + 1..];
                access = Access::Key;
            }
            _ => {
                return Err(TextError::value(
                    "Only '.' or '[' may follow ']' in format field specifier",
                ));
            }
        }
        if name.is_empty() {
            return Err(TextError::value("Empty attribute in format string"));
        }
        path.push(match parse_position(name)? {
            Some(index) if *c == '[' => Access::Index(index),
            _ => access(name.iter().collect()),
        });
    }
    Ok(path)
}

/// A text of digits alone, as a number.
fn parse_position(text: &[char]) -> Result<Option<usize>, TextError> {
    let mut position: i64 = 0;
    for c in text {
        let Some(digit) = c.to_digit(10) else {
            return Ok(None);
        };
        position = position
            .checked_mul(10)
            .and_then(|tens| tens.checked_add(i64::from(digit)))
            .ok_or_else(|| TextError::value("Too many decimal digits in format string"))?;
    }
    if text.is_empty() {
        return Ok(None);
    }
    Ok(Some(usize::try_from(position).unwrap_or(usize::MAX)))
}

#[cfg(test)]
#[path = "template_tests.rs"]
mod tests;
