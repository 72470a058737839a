//! The colours of a program's text, also of one that does not parse.

use std::ops::Range;

use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::Ranged;

use super::guard;

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenClass {
    Keyword,
    /// `async` and `await`: what the lesson is about.
    Async,
    /// Also the quotes and the text of an f-string, without what its braces hold.
    String,
    Number,
    Comment,
    /// A name that Python brings along, such as `print`.
    Builtin,
    /// The name of a function or a class where it is defined.
    Function,
    /// `@` and the name behind it.
    Decorator,
    Operator,
}

/// The coloured stretches (bytes of the text), in order and apart from each
/// other; the rest is plain. Nothing for a text that is too deep or too long
/// to be parsed.
pub fn highlight(source: &str) -> Vec<(Range<usize>, TokenClass)> {
    if source.len() > guard::MOST_BYTES || guard::too_deep(source).is_some() {
        return Vec::new();
    }
    let parsed = parse_unchecked(source, ParseOptions::from(Mode::Module));
    let mut found = Vec::new();
    let mut before = Before::default();
    for token in parsed.tokens().iter() {
        let range = token.start().to_usize()..token.end().to_usize();
        let Some(text) = source.get(range.clone()).filter(|text| !text.is_empty()) else {
            continue;
        };
        if let Some(class) = before.class_of(token, text) {
            found.push((range, class));
        }
        before.push(token.kind());
    }
    found
}

/// What stands before a token, as far as its colour needs it.
#[derive(Default)]
struct Before {
    kind: Option<TokenKind>,
    /// Inside `@name.name`, before its call.
    decorator: bool,
}

impl Before {
    fn class_of(&mut self, token: &Token, text: &str) -> Option<TokenClass> {
        Some(match token.kind() {
            TokenKind::At if self.starts_line() => {
                self.decorator = true;
                TokenClass::Decorator
            }
            TokenKind::Name | TokenKind::Dot if self.decorator => TokenClass::Decorator,
            TokenKind::Async | TokenKind::Await => TokenClass::Async,
            TokenKind::Int | TokenKind::Float | TokenKind::Complex => TokenClass::Number,
            TokenKind::Comment => TokenClass::Comment,
            TokenKind::String
            | TokenKind::FStringStart
            | TokenKind::FStringMiddle
            | TokenKind::FStringEnd
            | TokenKind::TStringStart
            | TokenKind::TStringMiddle
            | TokenKind::TStringEnd => TokenClass::String,
            TokenKind::Name => return self.class_of_name(text),
            // `match`, `case` and `type` only where the parser took them so.
            kind if kind.is_keyword() => TokenClass::Keyword,
            TokenKind::Lpar
            | TokenKind::Rpar
            | TokenKind::Lsqb
            | TokenKind::Rsqb
            | TokenKind::Lbrace
            | TokenKind::Rbrace
            | TokenKind::Comma
            | TokenKind::Colon
            | TokenKind::Semi
            | TokenKind::Dot => return None,
            kind if kind.is_operator() => TokenClass::Operator,
            _ => return None,
        })
    }

    fn class_of_name(&self, text: &str) -> Option<TokenClass> {
        match self.kind {
            Some(TokenKind::Def | TokenKind::Class) => Some(TokenClass::Function),
            Some(TokenKind::Dot) => None,
            _ if is_builtin(text) => Some(TokenClass::Builtin),
            _ => None,
        }
    }

    fn starts_line(&self) -> bool {
        matches!(
            self.kind,
            None | Some(TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent)
        )
    }

    fn push(&mut self, kind: TokenKind) {
        if matches!(kind, TokenKind::Comment | TokenKind::NonLogicalNewline) {
            return;
        }
        self.decorator &= matches!(kind, TokenKind::At | TokenKind::Name | TokenKind::Dot);
        self.kind = Some(kind);
    }
}

fn is_builtin(name: &str) -> bool {
    #[rustfmt::skip]
    const BUILTINS: [&str; 71] = [
        "ArithmeticError", "AssertionError", "AttributeError", "BaseException", "Exception",
        "ExceptionGroup", "GeneratorExit", "ImportError", "IndexError", "KeyError",
        "KeyboardInterrupt", "LookupError", "MemoryError", "NameError", "NotImplementedError",
        "OSError", "OverflowError", "RecursionError", "RuntimeError", "StopAsyncIteration",
        "StopIteration", "TimeoutError", "TypeError", "ValueError", "ZeroDivisionError", "abs",
        "aiter", "all", "anext", "any", "bin", "bool", "bytes", "callable", "chr", "dict", "dir",
        "divmod", "enumerate", "filter", "float", "format", "frozenset", "getattr", "hasattr",
        "hash", "hex", "id", "input", "int", "isinstance", "issubclass", "iter", "len", "list",
        "map", "max", "min", "next", "object", "ord", "pow", "print", "range", "repr", "reversed",
        "round", "set", "sorted", "str", "sum",
    ];
    BUILTINS.binary_search(&name).is_ok() || matches!(name, "super" | "tuple" | "type" | "zip")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The coloured stretches as `text:Class`, one after the other.
    fn check(source: &str, expected: &[&str]) {
        let shown: Vec<String> = highlight(source)
            .into_iter()
            .map(|(range, class)| format!("{}:{class:?}", &source[range]))
            .collect();
        assert_eq!(shown, expected, "{source}");
    }

    #[test]
    fn every_class_has_its_colour() {
        check(
            "@a.b\nasync def f(n=2):  # ya\n",
            &[
                "@:Decorator",
                "a:Decorator",
                ".:Decorator",
                "b:Decorator",
                "async:Async",
                "def:Keyword",
                "f:Function",
                "=:Operator",
                "2:Number",
                "# ya:Comment",
            ],
        );
        check("await print(x.print)", &["await:Async", "print:Builtin"]);
        check(
            "f\"ñ {x:.2f}\"",
            &["f\":String", "ñ :String", ".2f:String", "\":String"],
        );
        check("match = 1", &["=:Operator", "1:Number"]);
        check("x @ y", &["@:Operator"]);
    }

    #[test]
    fn a_broken_text_keeps_its_colours() {
        check(
            "def f(:\n    return \"a\n",
            &["def:Keyword", "f:Function", "return:Keyword", "\"a:String"],
        );
        check(&"(".repeat(9_000), &[]);
        check("", &[]);
    }

    #[test]
    fn stretches_are_in_order_and_apart_whatever_the_text() {
        let pieces = [
            "async ",
            "def f",
            "(",
            ")",
            ":\n",
            "    ",
            "\"",
            "'''",
            "f'{",
            "}",
            "ñ",
            "\\",
            "\t",
            "@a\n",
            "1.",
            "#",
            "\r\n",
            "0x",
            "\u{feff}",
            "lambda x:",
            "\n",
            "!",
            "💥",
        ];
        // A small generator of numbers that are always the same.
        let mut seed = 7_u32;
        for _ in 0..3_000 {
            let mut source = String::new();
            for _ in 0..12 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                source.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
            }
            let mut end = 0;
            for (range, _) in highlight(&source) {
                assert!(end <= range.start && range.start < range.end, "{source:?}");
                assert!(source.get(range.clone()).is_some(), "{source:?}");
                end = range.end;
            }
        }
    }
}
