//! What is wrong with a program before it starts: each mistake is a value with
//! a place, a sentence in Spanish and a hint. Afterwards, when a program
//! fails, [`explain`] says in Spanish what its exception means.
//!
//! Texts for readers hold code words between backticks.

mod brackets;
mod clause;
mod explain;
mod from_parser;
#[cfg(test)]
mod kinds_tests;
mod misconception;
mod newer;
mod parse_error;
mod python_words;
mod refusal;
mod suggest;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use ruff_python_parser::{ParseErrorType, UnsupportedSyntaxErrorKind};

pub use clause::Clause;
pub use explain::{Explanation, explain};
pub use from_parser::diagnose;
pub use misconception::Misconception;
pub use refusal::Refusal;
pub use suggest::suggest;

/// A mistake, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub kind: DiagnosticKind,
    /// Bytes of the program's text.
    pub span: Range<u32>,
}

/// What kind of mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiagnosticKind {
    /// `(`, `[` or `{` without its partner.
    NeverClosed(char),
    /// `)`, `]` or `}` that closes nothing.
    NeverOpened(char),
    /// `(]`
    Mismatched { open: char, close: char },
    /// A `:` at the end of a line, and nothing indented below it.
    MissingBlock,
    /// `try` without `except` or `finally`.
    LonelyTry,
    /// `print x`
    PrintStatement,
    /// `“` or another character that looks like one of Python's.
    LookAlike { found: char, meant: char },
    /// A clause that is not as Python writes it.
    Clause(Clause),
    /// A line begins with tabs and one above it with spaces.
    MixedIndentation,
    /// Whatever else the parser does not understand.
    Parse(ParseErrorType),
    /// Syntax of a Python later than 3.11.
    Newer(UnsupportedSyntaxErrorKind),
    /// It parses, and the compiler refuses it.
    Refused(Refusal),
}

/// A sentence and a hint, in Spanish.
type Sentences = (Cow<'static, str>, Option<Cow<'static, str>>);

impl Diagnostic {
    pub fn new(kind: DiagnosticKind, span: Range<u32>) -> Self {
        Diagnostic { kind, span }
    }

    /// What happened, in one sentence.
    pub fn message_es(&self) -> String {
        self.kind.sentences().0.into_owned()
    }

    /// What to try.
    pub fn hint_es(&self) -> Option<String> {
        self.kind.sentences().1.map(Cow::into_owned)
    }

    /// The exception that CPython would raise: `SyntaxError` or its child
    /// `IndentationError`.
    pub fn python_type(&self) -> &'static str {
        self.kind.python_type()
    }

    /// What CPython's exception would say, where that is known, and `invalid
    /// syntax` elsewhere.
    pub fn python_message(&self) -> String {
        self.kind.python_message().into_owned()
    }
}

impl DiagnosticKind {
    fn sentences(&self) -> Sentences {
        match self {
            DiagnosticKind::NeverClosed(open) => say(
                format!("Este `{open}` nunca se cierra."),
                format!(
                    "Busca dónde debería terminar y escribe allí `{}`.",
                    closing(*open)
                ),
            ),
            DiagnosticKind::NeverOpened(close) => say(
                format!("Este `{close}` no cierra nada."),
                "Bórralo, o abre antes lo que debe cerrar.",
            ),
            DiagnosticKind::Mismatched { open, close } => say(
                format!("Este `{close}` no corresponde al `{open}` que está abierto."),
                format!("Un `{open}` se cierra con `{}`.", closing(*open)),
            ),
            DiagnosticKind::MissingBlock => say(
                "Después de los dos puntos falta un bloque con sangría.",
                "Escribe debajo al menos una línea, con cuatro espacios más al principio; \
                 si aún no sabes qué poner, escribe `pass`.",
            ),
            DiagnosticKind::LonelyTry => say(
                "A este `try` le falta su `except` o su `finally`.",
                "Añade debajo `except Exception as error:` con un bloque que diga qué hacer.",
            ),
            DiagnosticKind::PrintStatement => say(
                "A `print` le faltan los paréntesis.",
                "Escribe `print(...)`, con lo que quieres mostrar entre paréntesis.",
            ),
            DiagnosticKind::LookAlike { meant: ' ', .. } => say(
                "Aquí hay un carácter invisible que Python no admite.",
                "Bórralo y escribe un espacio con el teclado.",
            ),
            DiagnosticKind::LookAlike { found, meant } => say(
                format!("Python no conoce el carácter `{found}`."),
                format!("Se parece a `{meant}`, pero es otro: escríbelo tú con el teclado."),
            ),
            DiagnosticKind::Clause(clause) => clause.sentences(),
            DiagnosticKind::MixedIndentation => say(
                "La sangría de esta línea mezcla tabuladores con los espacios de otras.",
                "Bórrala y escríbela con espacios: cuatro por nivel.",
            ),
            DiagnosticKind::Parse(error) => parse_error::sentences(error),
            DiagnosticKind::Newer(kind) => newer::sentences(*kind),
            DiagnosticKind::Refused(refusal) => refusal.sentences(),
        }
    }
}

/// The same of texts that nothing is put into.
fn fixed((message, hint): (&'static str, &'static str)) -> Sentences {
    say(message, hint)
}

/// A sentence with a hint.
fn say(message: impl Into<Cow<'static, str>>, hint: impl Into<Cow<'static, str>>) -> Sentences {
    (message.into(), Some(hint.into()))
}

fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}
