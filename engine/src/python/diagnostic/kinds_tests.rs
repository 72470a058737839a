//! Every kind of mistake that the parser knows is caused by some text, and has
//! a sentence of its own, in Spanish. The lists below are also the matches: a
//! kind that a later parser brings fails to compile until it stands here.

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::PythonVersion;
use ruff_python_parser::{
    InterpolatedStringErrorType, LexicalErrorType, Mode, ParseOptions, UnsupportedSyntaxErrorKind,
    parse_unchecked,
};

use super::*;

/// A name for each kind of an enum, and the list of all names.
macro_rules! kinds {
    ($all:ident, $name:ident, $kind:ident: $($variant:ident $fields:tt)*) => {
        const $all: &[&str] = &[$(stringify!($variant)),*];
        fn $name(kind: &$kind) -> &'static str {
            match kind {
                $(kinds!(@ $kind $variant $fields) => stringify!($variant),)*
            }
        }
    };
    (@ $kind:ident $variant:ident ()) => { $kind::$variant };
    (@ $kind:ident $variant:ident (_)) => { $kind::$variant(_) };
    (@ $kind:ident $variant:ident {}) => { $kind::$variant { .. } };
}

kinds! { PARSE, parse_name, ParseErrorType:
    OtherError(_) StringAnnotationError(_) EmptySlice() EmptyGlobalNames() EmptyNonlocalNames()
    EmptyDeleteTargets() EmptyImportNames() EmptyTypeParams() UnparenthesizedNamedExpression()
    UnparenthesizedTupleExpression() UnparenthesizedGeneratorExpression()
    InvalidLambdaExpressionUsage() InvalidYieldExpressionUsage() InvalidStarredExpressionUsage()
    InvalidStarPatternUsage() InvalidMatchPatternTarget() ParamAfterVarKeywordParam()
    NonDefaultParamAfterDefaultParam() VarParameterWithDefault() InvalidAssignmentTarget()
    InvalidNamedAssignmentTarget() InvalidAnnotatedAssignmentTarget()
    InvalidAugmentedAssignmentTarget() InvalidDeleteTarget() PositionalAfterKeywordArgument()
    PositionalAfterKeywordUnpacking() InvalidArgumentUnpackingOrder()
    IterableUnpackingInComprehension() SimpleStatementsOnSameLine()
    SimpleAndCompoundStatementOnSameLine() ExpectedKeywordParam() ExpectedRealNumber()
    ExpectedImaginaryNumber() ExpectedExpression() ExpectedToken{} UnexpectedIndentation()
    UnexpectedTokenAfterAsync(_) UnexpectedIpythonEscapeCommand() UnexpectedExpressionToken()
    FStringError(_) TStringError(_) Lexical(_)
}

kinds! { LEXICAL, lexical_name, LexicalErrorType:
    StringError() UnclosedStringError() UnicodeError() MissingUnicodeLbrace()
    MissingUnicodeRbrace() IndentationError() UnrecognizedToken{} FStringError(_) TStringError(_)
    InvalidByteLiteral() LineContinuationError() Eof() OtherError(_)
}

kinds! { INTERPOLATED, interpolated_name, InterpolatedStringErrorType:
    UnclosedLbrace() InvalidConversionFlag() SingleRbrace() UnterminatedString()
    UnterminatedTripleQuotedString() LambdaWithoutParentheses()
    ConversionFlagNotImmediatelyAfterExclamation() NewlineInFormatSpec()
}

kinds! { NEWER, newer_name, UnsupportedSyntaxErrorKind:
    Match() Walrus() ExceptStar() UnparenthesizedNamedExpr(_) ParenthesizedKeywordArgumentName()
    StarTuple(_) RelaxedDecorator(_) PositionalOnlyParameter() TypeParameterList()
    LazyImportStatement() TypeAliasStatement() TypeParamDefault() Pep701FString(_)
    ParenthesizedContextManager() StarExpressionInIndex() StarAnnotation()
    UnpackingInComprehension(_) UnparenthesizedUnpackInFor() UnparenthesizedExceptionTypes()
    TemplateStrings()
}

/// Kinds that no text of a program causes: those of other modes, and those
/// that the parser names without using them.
const NEVER: &[&str] = &[
    "StringAnnotationError",
    "UnexpectedIpythonEscapeCommand",
    "UnexpectedExpressionToken",
    "IterableUnpackingInComprehension",
    "lexical StringError",
    // Older than 3.11.
    "newer Match",
    "newer Walrus",
    "newer ExceptStar",
    "newer UnparenthesizedNamedExpr",
    "newer StarTuple",
    "newer RelaxedDecorator",
    "newer PositionalOnlyParameter",
    "newer ParenthesizedContextManager",
    "newer StarExpressionInIndex",
    "newer StarAnnotation",
    "newer UnparenthesizedUnpackInFor",
];

/// Broken texts, which cause all other kinds.
const TEXTS: &[&str] = &[
    "from import x",
    "x[]",
    "global",
    "nonlocal",
    "del",
    "import",
    "def f[]():\n    pass",
    "with a := b, c:\n    pass",
    "x[a := 1:2]",
    "raise a, b",
    "f(x for x in y, 1)",
    "x = 1 + lambda: 2",
    "x = 1 + yield 2",
    "x = (*a)",
    "del *a",
    "match x:\n    case *a:\n        pass",
    "match x:\n    case 1 as _:\n        pass",
    "def f(**k, a):\n    pass",
    "def f(a=1, b):\n    pass",
    "def f(*a=1):\n    pass",
    "1 = x",
    "(a + b := 1)",
    "f(): int = 1",
    "a + b += 1",
    "del f()",
    "f(a=1, 2)",
    "f(**a, 1)",
    "f(**a, *b)",
    "{**x for x in y}",
    "a b",
    "x = 1; if y: pass",
    "def f(*):\n    pass",
    "match x:\n    case 1j + 2j:\n        pass",
    "match x:\n    case 1 + 2:\n        pass",
    "x =",
    "if x\n    y",
    "x\n    y",
    "async x",
    "f'{x'",
    "f'{x!z}'",
    "f'}'",
    "f'hola",
    "f\"\"\"hola",
    "f'{lambda x: 1}'",
    "f'{x! r}'",
    "f'{x:a\nb}'",
    "t'{x'",
    "t'{x!z}'",
    "t'}'",
    "t'hola",
    "'hola",
    "'\\x1'",
    "'\\N'",
    "'\\N{'",
    "if a:\n        b\n    c",
    "x ? y",
    "b'ñ'",
    "x = \\ 1",
    "(1",
    "0777",
    "type X = int",
    "def f[T = int]():\n    pass",
    "def f[T]():\n    pass",
    "f'{d['a']}'",
    "[*x for x in y]",
    "try:\n    x\nexcept A, B:\n    y",
    "t'hola'",
    "lazy import x",
    "f((a)=1)",
];

fn parsed(text: &str) -> ruff_python_parser::Parsed<ruff_python_ast::ModModule> {
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY311);
    let parsed = parse_unchecked(text, options).try_into_module();
    parsed.expect("a module")
}

/// The names of what the parser finds wrong in a text, each with its value.
fn causes(text: &str) -> Vec<(String, DiagnosticKind)> {
    let parsed = parsed(text);
    let mut found = Vec::new();
    for error in parsed.errors() {
        let kind = DiagnosticKind::Parse(error.error.clone());
        let mut names = vec![parse_name(&error.error).to_owned()];
        let mut interpolated =
            |kind| names.push(format!("interpolated {}", interpolated_name(kind)));
        match &error.error {
            ParseErrorType::FStringError(error) | ParseErrorType::TStringError(error) => {
                interpolated(error);
            }
            ParseErrorType::Lexical(error) => {
                match error {
                    LexicalErrorType::FStringError(error)
                    | LexicalErrorType::TStringError(error) => {
                        interpolated(error);
                    }
                    _ => {}
                }
                names.push(format!("lexical {}", lexical_name(error)));
            }
            _ => {}
        }
        found.extend(names.into_iter().map(|name| (name, kind.clone())));
    }
    for error in parsed.unsupported_syntax_errors() {
        let name = format!("newer {}", newer_name(&error.kind));
        found.push((name, DiagnosticKind::Newer(error.kind)));
    }
    found
}

#[test]
fn every_kind_is_caused_by_some_text_or_can_never_be() {
    let named = |room: &str, names: &[&str]| {
        let names = names.iter().map(|name| format!("{room}{name}"));
        names.collect::<Vec<_>>()
    };
    let all = [
        named("", PARSE),
        named("lexical ", LEXICAL),
        named("interpolated ", INTERPOLATED),
        named("newer ", NEWER),
    ]
    .concat();
    let caused = TEXTS.iter().flat_map(|text| causes(text));
    let caused: BTreeSet<String> = caused.map(|(name, _)| name).collect();
    let missing: Vec<&String> = all
        .iter()
        .filter(|name| !caused.contains(*name) && !NEVER.contains(&name.as_str()))
        .collect();
    assert!(missing.is_empty(), "no text causes {missing:?}");
    let wrong: Vec<&&str> = NEVER
        .iter()
        .filter(|name| caused.contains(**name))
        .collect();
    assert!(wrong.is_empty(), "some text does cause {wrong:?}");
}

#[test]
fn every_kind_has_a_spanish_sentence_of_its_own() {
    let mut spoken: BTreeMap<String, String> = BTreeMap::new();
    for (name, kind) in TEXTS.iter().flat_map(|text| causes(text)) {
        // Told by what stands inside of them.
        if ["Lexical", "FStringError", "TStringError"]
            .contains(&name.split(' ').next_back().unwrap_or(""))
        {
            continue;
        }
        let sentence = Diagnostic::new(kind, 0..0).message_es();
        assert!(sentence.ends_with('.'), "{name}: {sentence}");
        let english = [
            " the ", "Expected", "expected", "invalid", "Invalid", "must ", "cannot",
        ];
        assert!(
            english.iter().all(|word| !sentence.contains(word)),
            "{name}: {sentence}"
        );
        if let Some(other) = spoken.insert(sentence.clone(), name.clone()) {
            assert!(other == name, "{other} and {name} both say: {sentence}");
        }
    }
}

#[test]
fn every_text_has_its_mistakes_at_places_within_it() {
    for text in TEXTS {
        let found = diagnose(&parsed(text), text);
        assert!(!found.is_empty(), "{text}");
        for diagnostic in found {
            let Range { start, end } = diagnostic.span;
            let within = start <= end && end as usize <= text.len();
            assert!(
                within && text.is_char_boundary(start as usize),
                "{text}: {diagnostic:?}"
            );
            assert!(diagnostic.hint_es().is_some(), "{text}: {diagnostic:?}");
        }
    }
}

/// What a beginner writes, where it is marked, and what is said of it.
#[test]
fn what_beginners_write_is_told_precisely() {
    let check = |text: &str, marked: &str, message: &str, hint: &str| {
        let Err(found) = crate::machine::Machine::check(text) else {
            panic!("{text} is fine");
        };
        let [first] = &found[..] else {
            panic!("{text}: {found:?}");
        };
        let span = first.span.start as usize..first.span.end as usize;
        assert_eq!(text.get(span), Some(marked), "{text}");
        assert_eq!(first.message_es(), message, "{text}");
        let said = first.hint_es().unwrap_or_default();
        assert!(said.contains(hint), "{text}: {said}");
    };
    let block = |head: &str| format!("{head}\n    pass");
    check(
        &block("if x == 1"),
        "\n",
        "La línea termina antes de tiempo: le falta `:`.",
        "terminan en `:`",
    );
    check("print(1", "(", "Este `(` nunca se cierra.", "`)`");
    check("x = [1, 2\ny = 3", "[", "Este `[` nunca se cierra.", "`]`");
    check(
        "print(\"hola)",
        "\"hola)",
        "A este texto le falta la comilla del final.",
        "misma comilla",
    );
    check(&block("if x = 1:"), "=", "Aquí va `:`, y hay `=`.", "`==`");
    check(
        &block("x == 1:"),
        "x == 1",
        "Delante de estos dos puntos debe haber un nombre.",
        "le falta `if`",
    );
    check(
        "print x",
        "x",
        "A `print` le faltan los paréntesis.",
        "`print(...)`",
    );
    let mixed = "La sangría de esta línea mezcla tabuladores con los espacios de otras.";
    check(
        "def f():\n    x = 1\n\ty = 2",
        "\t",
        mixed,
        "cuatro por nivel",
    );
    check(
        "def f():\n\tx = 1\n        y = 2",
        "        ",
        mixed,
        "cuatro por nivel",
    );
    check(
        "if a:\n        b\n    c",
        "    ",
        "La sangría de esta línea no coincide con ninguna de las de arriba.",
        "cuatro espacios",
    );
    check(
        "x = 1\n    y = 2",
        "    ",
        "Esta línea tiene más sangría que la anterior, y nada la pide.",
        "Quita los espacios",
    );
    check(
        "def f():\nreturn 1",
        "return",
        "Después de los dos puntos falta un bloque con sangría.",
        "cuatro espacios",
    );
    check(
        "if a:\n    b\nelse if c:\n    d",
        "if",
        "Aquí va `:`, y hay `if`.",
        "`elif`",
    );
    check(
        &block("else:"),
        "else",
        "Este `else` no continúa nada.",
        "Alinéalo",
    );
    check(
        &block("async main():"),
        "main",
        "Detrás de `async` no puede ir un nombre.",
        "`async def nombre():`",
    );
    check(
        "x = “hola”",
        "“",
        "Python no conoce el carácter `“`.",
        "Se parece a `\"`",
    );
    check(
        "x =\u{a0}1",
        "\u{a0}",
        "Aquí hay un carácter invisible que Python no admite.",
        "escribe un espacio",
    );
    check(
        "await f()",
        "await f()",
        "`await` solo funciona dentro de una función `async def`.",
        "async def main():",
    );
    check(
        "def f():\n    await g()",
        "await g()",
        "Esta función usa `await`, pero no es una corrutina.",
        "`async def` en lugar de `def`",
    );
    check(
        "return 1",
        "return 1",
        "`return` está fuera de toda función.",
        "sangría",
    );
    for (text, word) in [("class = 1", "="), ("def class():\n    pass", "class")] {
        check(
            text,
            word,
            "`class` es una palabra de Python y aquí no puede ser un nombre.",
            "otro nombre",
        );
    }
    check(
        "x = {1: 2, 3}",
        "}",
        "Aquí va `:`, y hay `}`.",
        "`{clave: valor}`",
    );
    check(
        "from import x",
        "import",
        "Esta línea de `import` está incompleta.",
        "from modulo",
    );
    check(
        "@deco\nx = 1",
        "x",
        "Debajo de un decorador va una función o una clase.",
        "`@`",
    );
    check(
        "%timeit x",
        "%",
        "Las órdenes de cuaderno (`%`, `!`, `?`) no son Python.",
        "Borra",
    );
    check(
        "await asyncio.sleep 1",
        "1",
        "Hay dos instrucciones en la misma línea, o falta algo entre estas dos palabras.",
        "¿Falta",
    );
}

#[test]
fn what_the_parser_calls_otherwise_is_told_by_its_clause() {
    for (text, clause) in [
        ("from a import *, b", Clause::Import),
        ("import a as", Clause::Import),
        ("raise from e", Clause::RaiseFrom),
        ("try:\n    x\nexcept E as:\n    pass", Clause::Except),
        ("def f(*a, *b):\n    pass", Clause::Parameters),
        ("match x:\n    pass", Clause::Match),
        ("match x:\n    case +1:\n        pass", Clause::Case),
        ("with :\n    pass", Clause::With),
    ] {
        let found = diagnose(&parsed(text), text);
        let kinds: Vec<&DiagnosticKind> = found.iter().map(|one| &one.kind).collect();
        assert_eq!(kinds, [&DiagnosticKind::Clause(clause)], "{text}");
    }
}
