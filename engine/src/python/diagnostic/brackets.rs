//! Brackets that do not pair: found by walking over the tokens, because the
//! parser only notices much further down.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_text_size::Ranged;

use super::{Diagnostic, DiagnosticKind};

/// The first bracket that does not pair, if any.
pub(super) fn unpaired(tokens: &[Token]) -> Option<Diagnostic> {
    let mut open: Vec<(char, &Token)> = Vec::new();
    for token in tokens {
        let close = match token.kind() {
            TokenKind::Lpar => {
                open.push(('(', token));
                continue;
            }
            TokenKind::Lsqb => {
                open.push(('[', token));
                continue;
            }
            TokenKind::Lbrace => {
                open.push(('{', token));
                continue;
            }
            TokenKind::Rpar => ')',
            TokenKind::Rsqb => ']',
            TokenKind::Rbrace => '}',
            _ => continue,
        };
        match open.pop() {
            None => return Some(at(token, DiagnosticKind::NeverOpened(close))),
            Some((open, _)) if super::closing(open) == close => {}
            Some((open, _)) => return Some(at(token, DiagnosticKind::Mismatched { open, close })),
        }
    }
    let (bracket, token) = open.pop()?;
    Some(at(token, DiagnosticKind::NeverClosed(bracket)))
}

fn at(token: &Token, kind: DiagnosticKind) -> Diagnostic {
    Diagnostic::new(kind, token.start().to_u32()..token.end().to_u32())
}
