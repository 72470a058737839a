//! From what the parser found to what the reader is told.

use ruff_python_ast::ModModule;
use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::{LexicalErrorType, ParseError, ParseErrorType, Parsed};
use ruff_text_size::Ranged;

use super::{Clause, Diagnostic, DiagnosticKind, brackets};
use crate::sort::sort_by_key;

/// More than this many at once would help nobody.
const MOST: usize = 10;

/// The mistakes of a text that does not parse, in the order of the text, the
/// first of each line; none where it parses.
pub fn diagnose(parsed: &Parsed<ModModule>, source: &str) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    let errors = parsed.errors();
    if !errors.is_empty() {
        let tokens: &[Token] = parsed.tokens();
        let first = errors.iter().take(10 * MOST);
        found.extend(first.map(|error| translate(error, tokens, source)));
        if let Some(bracket) = brackets::unpaired(tokens) {
            // An open bracket swallows all that follows: what the parser says
            // about the rest is noise. A text's missing quote comes first.
            if !found.iter().any(is_broken_text) {
                found.retain(|other| other.span.start < bracket.span.start);
                found.push(bracket);
            }
        }
    }
    let newer = parsed.unsupported_syntax_errors().iter().take(10 * MOST);
    found.extend(newer.map(|error| {
        let range = error.range;
        let span = range.start().to_u32()..range.end().to_u32();
        Diagnostic::new(DiagnosticKind::Newer(error.kind), span)
    }));
    let line = |diagnostic: &Diagnostic| {
        let start = diagnostic.span.start as usize;
        let before = source.as_bytes().get(..start).unwrap_or_default();
        before.iter().filter(|byte| **byte == b'\n').count()
    };
    sort_by_key(&mut found, |diagnostic| diagnostic.span.start);
    let found = found.into_iter();
    let mut found: Vec<_> = found.map(|found| (line(&found), found)).collect();
    // Of a line the first mistake, unless a quote is missing in it.
    sort_by_key(&mut found, |(line, found)| (*line, !is_broken_text(found)));
    found.dedup_by_key(|(line, _)| *line);
    // A header that is wrong makes its block seem wrong.
    found.dedup_by(|next, before| next.0 == before.0 + 1 && depends_on_header(&next.1.kind));
    let found = found.into_iter().map(|(_, found)| found);
    found.take(MOST).collect()
}

/// What is said of a block whose header was not understood.
fn depends_on_header(kind: &DiagnosticKind) -> bool {
    matches!(
        kind,
        DiagnosticKind::Parse(ParseErrorType::UnexpectedIndentation) | DiagnosticKind::MissingBlock
    )
}

/// Whether a text without its last quote, or an f-string's braces, are wrong:
/// then what follows in the line is not what it seems.
fn is_broken_text(diagnostic: &Diagnostic) -> bool {
    matches!(
        &diagnostic.kind,
        DiagnosticKind::Parse(
            ParseErrorType::FStringError(_)
                | ParseErrorType::Lexical(
                    LexicalErrorType::UnclosedStringError | LexicalErrorType::FStringError(_)
                )
        )
    )
}

fn translate(error: &ParseError, tokens: &[Token], source: &str) -> Diagnostic {
    let span = error.location.start().to_u32()..error.location.end().to_u32();
    let kind = match &error.error {
        ParseErrorType::Lexical(LexicalErrorType::UnrecognizedToken { tok }) => look_alike(*tok),
        ParseErrorType::SimpleStatementsOnSameLine => two_in_a_row(span.start, tokens, source),
        ParseErrorType::OtherError(_) => missing_part(span.start, tokens),
        ParseErrorType::UnexpectedIndentation
        | ParseErrorType::Lexical(LexicalErrorType::IndentationError) => {
            mixed_indentation(span.start as usize, source)
        }
        _ => None,
    };
    let kind = kind.unwrap_or_else(|| DiagnosticKind::Parse(error.error.clone()));
    Diagnostic::new(kind, span)
}

/// Characters that word processors put in the place of Python's.
fn look_alike(found: char) -> Option<DiagnosticKind> {
    let meant = match found {
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '´' | '′' => '\'',
        '–' | '—' | '−' | '‐' | '‑' => '-',
        '×' => '*',
        '÷' => '/',
        '，' => ',',
        '：' => ':',
        '（' => '(',
        '）' => ')',
        '…' => '.',
        '\u{a0}' | '\u{200b}' | '\u{feff}' => ' ',
        _ => return None,
    };
    Some(DiagnosticKind::LookAlike { found, meant })
}

/// `print "hola"` and `12abc`: told by the token before the second word.
fn two_in_a_row(at: u32, tokens: &[Token], source: &str) -> Option<DiagnosticKind> {
    let before = tokens
        .iter()
        .take_while(|token| token.start().to_u32() < at)
        .last()?;
    let number = matches!(before.kind(), TokenKind::Int | TokenKind::Float);
    if number && before.end().to_u32() == at {
        let error = LexicalErrorType::OtherError("".into());
        return Some(DiagnosticKind::Parse(ParseErrorType::Lexical(error)));
    }
    let text = source.get(before.start().to_usize()..before.end().to_usize())?;
    (text == "print").then_some(DiagnosticKind::PrintStatement)
}

/// What the parser only says in English can be told by the tokens before it.
fn missing_part(at: u32, tokens: &[Token]) -> Option<DiagnosticKind> {
    let meaningful = |token: &&Token| {
        !matches!(
            token.kind(),
            TokenKind::Newline
                | TokenKind::NonLogicalNewline
                | TokenKind::Comment
                | TokenKind::Dedent
        )
    };
    let before: Vec<&Token> = tokens
        .iter()
        .take_while(|token| token.end().to_u32() <= at)
        .collect();
    let last = before.iter().rev().copied().find(meaningful);
    if last.is_some_and(|token| token.kind() == TokenKind::Colon) {
        return Some(DiagnosticKind::MissingBlock);
    }
    if lonely_try(&before) {
        return Some(DiagnosticKind::LonelyTry);
    }
    Clause::around(at, tokens).map(DiagnosticKind::Clause)
}

/// Whether the line at `at` and the last one above it are indented, one with
/// tabs and the other with spaces.
fn mixed_indentation(at: usize, source: &str) -> Option<DiagnosticKind> {
    let start = source.get(..at)?.rfind('\n')? + 1;
    let indentation = |line: &'_ str| {
        let spaces = line.len() - line.trim_start_matches([' ', '\t']).len();
        (line[..spaces].contains('\t'), line[..spaces].contains(' '))
    };
    let above = source[..start]
        .lines()
        .rfind(|line| !line.trim().is_empty())?;
    let ((tab, space), (tab_above, space_above)) =
        (indentation(&source[start..]), indentation(above));
    ((tab && space_above) || (space && tab_above)).then_some(DiagnosticKind::MixedIndentation)
}

/// Whether the last block closed before the mistake is that of a `try`.
fn lonely_try(before: &[&Token]) -> bool {
    let mut depth = 0_i32;
    let mut starts_line = None;
    for token in before.iter().rev() {
        match token.kind() {
            TokenKind::Dedent => depth += 1,
            TokenKind::Indent => depth -= 1,
            TokenKind::Newline if depth == 0 && starts_line.is_some() => break,
            TokenKind::Newline | TokenKind::NonLogicalNewline | TokenKind::Comment => {}
            kind if depth == 0 => starts_line = Some(kind),
            _ => {}
        }
    }
    starts_line == Some(TokenKind::Try)
}
