//! What the parser only says in English, told by the tokens around: which
//! clause it was reading.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_text_size::Ranged;

use super::{Sentences, fixed, say};

/// A clause that is not as Python writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clause {
    /// `class = 1`
    KeywordAsName(TokenKind),
    /// `else:` without what it belongs to.
    Lonely(TokenKind),
    /// `from import x`
    Import,
    /// `raise from error`
    RaiseFrom,
    /// `except E as:`, `except` beside `except*`.
    Except,
    /// `@nombre` above something that is neither function nor class.
    Decorator,
    /// `def f(*, *):`
    Parameters,
    /// `match` without `case`.
    Match,
    /// A pattern that is none.
    Case,
    /// `with :`
    With,
    /// `%timeit x`, `!ls`
    NotebookCommand,
}

impl Clause {
    /// The clause of a mistake at `at`, a place in the text; `None` where it is
    /// not known.
    pub(super) fn around(at: u32, tokens: &[Token]) -> Option<Clause> {
        let mut here = tokens
            .partition_point(|token| token.start().to_u32() < at && token.end().to_u32() <= at);
        let steps = |token: &Token| matches!(token.kind(), TokenKind::Indent | TokenKind::Dedent);
        here += tokens[here..]
            .iter()
            .take_while(|token| steps(token))
            .count();
        let found = tokens.get(here).map_or(TokenKind::EndOfFile, Token::kind);
        let line = start_of_line(&tokens[..here]);
        let starts = match line < here {
            true => tokens[line].kind(),
            false => found,
        };
        let word = |kind: TokenKind| kind.is_non_soft_keyword();
        Some(match starts {
            TokenKind::From | TokenKind::Import => Clause::Import,
            TokenKind::Raise => Clause::RaiseFrom,
            TokenKind::Except => Clause::Except,
            TokenKind::With => Clause::With,
            TokenKind::Case => Clause::Case,
            TokenKind::Else | TokenKind::Elif | TokenKind::Finally if line == here => {
                Clause::Lonely(found)
            }
            TokenKind::Exclamation | TokenKind::Percent | TokenKind::Question if line == here => {
                Clause::NotebookCommand
            }
            _ if line == here => match tokens.get(start_of_line_above(tokens, line))?.kind() {
                TokenKind::At => Clause::Decorator,
                TokenKind::Match => Clause::Match,
                _ => return None,
            },
            _ if word(found) => Clause::KeywordAsName(found),
            // `class = 1`, `for = 2`
            starts if word(starts) && line + 1 == here => Clause::KeywordAsName(starts),
            TokenKind::Def | TokenKind::Async | TokenKind::Lambda => Clause::Parameters,
            _ => return None,
        })
    }

    pub(super) fn sentences(self) -> Sentences {
        fixed(match self {
            Clause::KeywordAsName(word) => {
                return say(
                    format!(
                        "{} es una palabra de Python y aquí no puede ser un nombre.",
                        super::parse_error::token(word)
                    ),
                    "Elige otro nombre: por ejemplo, con un `_` al final.",
                );
            }
            Clause::Lonely(word) => {
                return say(
                    format!("Este {} no continúa nada.", super::parse_error::token(word)),
                    "Alinéalo con el `if`, el `for` o el `try` al que pertenece, y mira que entre los dos no haya otra línea con esa sangría.",
                );
            }
            Clause::Import => (
                "Esta línea de `import` está incompleta.",
                "Escribe `import modulo`, o `from modulo import nombre`.",
            ),
            Clause::RaiseFrom => (
                "A este `raise` le falta la excepción.",
                "Escribe `raise ValueError(\"qué pasó\") from error`.",
            ),
            Clause::Except => (
                "Este `except` no está bien escrito.",
                "Escribe `except ValueError:` o `except ValueError as error:`, y no mezcles `except` con `except*`.",
            ),
            Clause::Decorator => (
                "Debajo de un decorador va una función o una clase.",
                "Pon el `def` o el `class` justo debajo de la línea con `@`, o borra esa línea.",
            ),
            Clause::Parameters => (
                "Los parámetros de esta función no están bien escritos.",
                "Puede haber un solo `*`, y detrás un solo `**`: `def f(a, *resto, **opciones):`.",
            ),
            Clause::Match => (
                "A este `match` le falta su `case`.",
                "Escribe debajo, con sangría, `case valor:` y su bloque.",
            ),
            Clause::Case => (
                "Este `case` no es un patrón.",
                "Un patrón es un valor, un nombre, `_`, o una forma: `[a, b]`, `{\"clave\": v}`, `Punto(x=0)`.",
            ),
            Clause::With => (
                "A este `with` le falta lo que abre.",
                "Escribe `with algo as nombre:`.",
            ),
            Clause::NotebookCommand => (
                "Las órdenes de cuaderno (`%`, `!`, `?`) no son Python.",
                "Borra esta línea.",
            ),
        })
    }
}

/// The number of the first token of the logical line in which the last one
/// stands; their number, where a line ends with it.
fn start_of_line(tokens: &[Token]) -> usize {
    tokens.iter().rposition(is_blank).map_or(0, |end| end + 1)
}

/// The same for the line above the one that begins with token `line`.
fn start_of_line_above(tokens: &[Token], line: usize) -> usize {
    let end = tokens[..line].iter().rposition(|token| !is_blank(token));
    end.map_or(0, |end| start_of_line(&tokens[..=end]))
}

/// Whether a token stands between logical lines.
fn is_blank(token: &Token) -> bool {
    matches!(
        token.kind(),
        TokenKind::Newline
            | TokenKind::NonLogicalNewline
            | TokenKind::Indent
            | TokenKind::Dedent
            | TokenKind::Comment
    )
}
