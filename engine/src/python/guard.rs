//! Refuses texts nested so deep that the parser, which calls itself, would run
//! out of stack. One walk over the tokens, before the parser sees them.
//!
//! Measured with a stack of 1 MB and a debug build, which parses, clones and
//! drops the tree: it overflows at 540 brackets, dots or signs in a row and as
//! many blocks, and at 800 operators of mixed precedence. Release builds go
//! five times as deep. The limits leave room for whoever walks over the tree.

use std::ops::Range;

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer};

/// The longest text that is read, in bytes.
pub const MOST_BYTES: usize = 200_000;

/// The deepest nesting of one expression: brackets, and operators, dots and
/// calls in a row, which nest in the tree although they do not look it.
pub const MOST_DEPTH: usize = 200;

/// The deepest nesting of blocks; CPython stops at 100.
pub const MOST_BLOCKS: usize = 60;

/// Where a text becomes too deep to be parsed: one character. Call it before
/// every parse of a text that is not ours.
pub fn too_deep(source: &str) -> Option<Range<u32>> {
    if !overflows(source) {
        return None;
    }
    // The lexer does not tell places. It reads from left to right, so the
    // shortest beginning that overflows ends where the whole does.
    let ends: Vec<usize> = source
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .collect();
    let nth = ends.partition_point(|end| !overflows(&source[..*end]));
    let end = ends.get(nth).copied().unwrap_or(source.len());
    let start = nth.checked_sub(1).map_or(0, |before| ends[before]);
    Some(start as u32..end as u32)
}

fn overflows(source: &str) -> bool {
    let mut lexer = lexer::lex(source, Mode::Module);
    let mut nesting = Nesting::default();
    let mut broken = false;
    loop {
        match lexer.next_token() {
            TokenKind::EndOfFile => return broken && crowded(source),
            kind => {
                broken |= kind == TokenKind::Unknown;
                nesting.push(kind);
            }
        }
        if nesting.blocks > MOST_BLOCKS || nesting.depth() > MOST_DEPTH {
            return true;
        }
    }
}

/// The same question without tokens. Where a text's quotes are broken the
/// parser reads what follows in a way of its own, so nothing counts here but
/// the signs, strings and comments included: no line may have too many of
/// them, nor too many brackets or blocks be open.
fn crowded(source: &str) -> bool {
    const MOST_SIGNS: usize = 2 * MOST_DEPTH;
    let mut open = 0_usize;
    let mut blocks: Vec<usize> = Vec::new();
    for line in source.split(['\n', '\r', '\x0c']) {
        let mut signs = 0;
        for byte in line.bytes().filter(u8::is_ascii_punctuation) {
            match byte {
                b'(' | b'[' | b'{' => open += 1,
                b')' | b']' | b'}' => open = open.saturating_sub(1),
                _ => {}
            }
            signs += usize::from(!b"_,:='\"#".contains(&byte));
            if open > MOST_DEPTH {
                return true;
            }
        }
        let words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
        let operators = [
            "lambda", "not", "await", "yield", "if", "else", "for", "in", "is",
        ];
        signs += words.filter(|word| operators.contains(word)).count();
        let indent = line.len() - line.trim_start().len();
        while blocks.last().is_some_and(|outer| *outer >= indent) {
            blocks.pop();
        }
        blocks.push(indent);
        if signs > MOST_SIGNS || blocks.len() > MOST_BLOCKS + 1 {
            return true;
        }
    }
    false
}

/// How deep the tree may be at the token last seen: never less than it is.
#[derive(Default)]
struct Nesting {
    blocks: usize,
    /// The open brackets, and around them the line itself.
    outer: Vec<Group>,
    here: Group,
    /// The sum of the groups in `outer`.
    outer_depth: usize,
    after_operand: bool,
}

/// A bracket, an f-string or the parameters of a `lambda`, while it is open.
#[derive(Clone, Copy, Default)]
struct Group {
    /// Operators since the last comma: each may stand above all the others.
    operators: usize,
    /// The deepest bracket closed since then: the operators may stand above it.
    closed: usize,
    /// The deepest element before the last comma.
    deepest: usize,
    lambda: bool,
}

impl Group {
    fn depth(self) -> usize {
        (self.operators + self.closed).max(self.deepest)
    }

    /// What follows stands beside what was, not below it.
    fn next_element(&mut self) {
        self.deepest = self.depth();
        self.operators = 0;
        self.closed = 0;
    }
}

impl Nesting {
    fn depth(&self) -> usize {
        self.outer_depth + self.here.depth()
    }

    fn push(&mut self, kind: TokenKind) {
        let operand = matches!(
            kind,
            TokenKind::Name
                | TokenKind::Int
                | TokenKind::Float
                | TokenKind::Complex
                | TokenKind::None
                | TokenKind::True
                | TokenKind::False
                | TokenKind::Ellipsis
        );
        let begins = operand
            || matches!(
                kind,
                TokenKind::Await | TokenKind::Lambda | TokenKind::Yield
            );
        // Two operands in a row are no expression: the parser begins anew.
        // So a bracket that is never closed does not add up all that follows.
        if begins && self.after_operand {
            self.here.next_element();
        }
        match kind {
            TokenKind::Indent => self.blocks += 1,
            TokenKind::Dedent => self.blocks = self.blocks.saturating_sub(1),
            TokenKind::Newline => {
                let blocks = self.blocks;
                *self = Nesting {
                    blocks,
                    ..Nesting::default()
                };
            }
            TokenKind::Lpar
            | TokenKind::Lsqb
            | TokenKind::Lbrace
            | TokenKind::FStringStart
            | TokenKind::TStringStart => {
                self.open(false);
            }
            TokenKind::Lambda => self.open(true),
            TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace
            | TokenKind::FStringEnd
            | TokenKind::TStringEnd => {
                while self.here.lambda {
                    self.close();
                }
                self.close();
            }
            TokenKind::Colon if self.here.lambda => self.close(),
            TokenKind::Comma | TokenKind::Semi | TokenKind::Colon | TokenKind::Equal => {
                self.here.next_element();
            }
            TokenKind::Comment | TokenKind::NonLogicalNewline | TokenKind::Unknown => return,
            TokenKind::String | TokenKind::FStringMiddle | TokenKind::TStringMiddle => {}
            _ if operand => {}
            _ => self.here.operators += 1,
        }
        self.after_operand = operand
            || matches!(
                kind,
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace | TokenKind::String
            );
    }

    fn open(&mut self, lambda: bool) {
        self.here.operators += 1;
        self.outer_depth += self.here.depth();
        self.outer.push(self.here);
        self.here = Group {
            lambda,
            ..Group::default()
        };
    }

    fn close(&mut self) {
        if let Some(mut outer) = self.outer.pop() {
            self.outer_depth -= outer.depth();
            outer.closed = outer.closed.max(self.here.depth());
            self.here = outer;
        } else {
            self.here.lambda = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parses, clones and drops with the stack of a page.
    fn survives(source: String) {
        let run = move || {
            let parsed = ruff_python_parser::parse_unchecked(&source, Mode::Module.into());
            drop(parsed.syntax().clone());
        };
        let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(run);
        thread.expect("a thread").join().expect("no panic");
    }

    fn nested(open: &str, inside: &str, close: &str, times: usize) -> String {
        [&open.repeat(times), inside, &close.repeat(times), "\n"].concat()
    }

    fn blocks(head: &str, times: usize) -> String {
        let line = |depth: usize| format!("{}{head}\n", " ".repeat(depth));
        let lines: String = (0..times).map(line).collect();
        format!("{lines}{}pass\n", " ".repeat(times))
    }

    #[test]
    fn whatever_nests_is_refused_before_it_is_parsed() {
        let shapes = [
            ("(", "1", ")"),
            ("[", "1", "]"),
            ("{1:", "1", "}"),
            ("f(", "1", ")"),
            ("a[", "1", "]"),
            ("(", "", ""),
            ("[", "", ""),
            ("{", "", ""),
            ("-", "1", ""),
            ("not ", "1", ""),
            ("await ", "1", ""),
            ("lambda: ", "1", ""),
            ("lambda a, b: ", "1", ""),
            ("lambda a=", "1", ": 1"),
            ("", "a", ".b"),
            ("", "a", "()"),
            ("", "a", "[0]"),
            ("", "a", "+1"),
            ("", "a", "**1"),
            ("", "a", " if 1 else 1"),
            ("(", "a", ")+1"),
            ("[", "x", " for x in y]"),
            ("*", "a", ""),
            ("(yield ", "1", ")"),
            ("(a:=", "1", ")"),
            ("f(a=", "1", ")"),
            ("f'{", "1", "}'"),
            ("1+(2,", "1", ")"),
            ("(", "1", "]"),
            ("([", "1", ")"),
            ("lambda (", "1", ")"),
            ("lambda x[:", "1", ""),
        ];
        for (open, inside, close) in shapes {
            let deep = nested(open, inside, close, 5_000);
            assert!(too_deep(&deep).is_some(), "{open}{inside}{close}");
            // As deep as is let through.
            let most = (1..300)
                .rev()
                .map(|times| nested(open, inside, close, times))
                .find(|source| too_deep(source).is_none());
            survives(most.expect("some depth is fine"));
        }
        for head in [
            "if x:",
            "def f():",
            "async def f():",
            "class A:",
            "while 1:",
            "with a:",
            "for a in b:",
            "try:",
        ] {
            assert!(too_deep(&blocks(head, MOST_BLOCKS + 1)).is_some());
            assert_eq!(too_deep(&blocks(head, MOST_BLOCKS)), None);
            survives(blocks(head, MOST_BLOCKS));
        }
    }

    #[test]
    fn whatever_is_only_long_is_fine() {
        let long = [
            "x = f(1) + g(2)\n".repeat(2_000),
            format!("x = [{}]\n", "f(a.b.c, lambda x: x + 1), ".repeat(1_000)),
            format!("x = {{{}}}\n", "'a': [1, 2, -3],\n".repeat(1_000)),
            format!("if a:\n    pass\n{}", "elif b:\n    pass\n".repeat(1_000)),
            format!("x = ({})\n", "'a'\n".repeat(1_000)),
            // A bracket that is never closed is another mistake.
            format!(
                "print((1\n{}",
                "print('hola', a.b)\nx = f(1)\nawait g(x)\nfor a in b:\n    pass\n".repeat(300)
            ),
        ];
        for source in long {
            assert_eq!(too_deep(&source), None, "{}", &source[..60]);
            survives(source);
        }
    }

    #[test]
    fn the_span_is_where_it_becomes_too_deep() {
        let source = format!("ñ = 1\n{}", "(".repeat(500));
        let begin = "ñ = 1\n".len() as u32 + MOST_DEPTH as u32;
        assert_eq!(too_deep(&source), Some(begin..begin + 1));
        assert_eq!(too_deep(""), None);
    }
}
