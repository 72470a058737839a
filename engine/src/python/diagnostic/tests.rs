//! Broken programs, and what is said of them.

use ruff_python_ast::PythonVersion;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};

use super::*;

/// Every mistake of a program as `Type: CPython's words`.
fn found(source: &str) -> Vec<String> {
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY311);
    let parsed = parse_unchecked(source, options)
        .try_into_module()
        .expect("a module");
    let diagnostics = diagnose(&parsed, source);
    for diagnostic in &diagnostics {
        assert!(diagnostic.message_es().ends_with('.'), "{diagnostic:?}");
        assert!(
            !diagnostic.message_es().contains("Expected"),
            "{diagnostic:?}"
        );
    }
    let shown = |diagnostic: &Diagnostic| {
        let span = diagnostic.span.start as usize..diagnostic.span.end as usize;
        source.get(span).expect("a span of the text");
        format!(
            "{}: {}",
            diagnostic.python_type(),
            diagnostic.python_message()
        )
    };
    diagnostics.iter().map(shown).collect()
}

/// CPython 3.11 says the same of each of these.
#[test]
fn the_first_mistake_is_told_in_cpythons_words() {
    let check = |source: &str, expected: &str| {
        let all = found(source);
        assert_eq!(
            all.first().map(String::as_str),
            Some(expected),
            "{source}\n{all:?}"
        );
    };
    check("if x\n  pass", "SyntaxError: expected ':'");
    check("print(1", "SyntaxError: '(' was never closed");
    check(
        "print(1]",
        "SyntaxError: closing parenthesis ']' does not match opening parenthesis '('",
    );
    check(
        "print 1",
        "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?",
    );
    check(
        "print \"hola\"",
        "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?",
    );
    check(")", "SyntaxError: unmatched ')'");
    check("x = \"a", "SyntaxError: unterminated string literal");
    check(
        "if x:\npass",
        "IndentationError: expected an indented block",
    );
    check("x=1\n  y=2", "IndentationError: unexpected indent");
    check(
        "if x:\n    a\n  b",
        "IndentationError: unindent does not match any outer indentation level",
    );
    check("x = = 2", "SyntaxError: invalid syntax");
    check("else: pass", "SyntaxError: invalid syntax");
    check(
        "f(a=1, 2)",
        "SyntaxError: positional argument follows keyword argument",
    );
    check(
        "f(**a, *b)",
        "SyntaxError: iterable argument unpacking follows keyword argument unpacking",
    );
    check(
        "def f(a=1, b): pass",
        "SyntaxError: non-default argument follows default argument",
    );
    check(
        "x + 1 = 2",
        "SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?",
    );
    check(
        "f(a=1, *b, **c, d)",
        "SyntaxError: positional argument follows keyword argument unpacking",
    );
    check(
        "b\"ñ\"",
        "SyntaxError: bytes can only contain ASCII literal characters",
    );
    check("f'}'", "SyntaxError: f-string: single '}' is not allowed");
    check(
        "\\ a",
        "SyntaxError: unexpected character after line continuation character",
    );
    check("async x", "SyntaxError: invalid syntax");
    check("def f: pass", "SyntaxError: expected '('");
    check(
        "try: pass",
        "SyntaxError: expected 'except' or 'finally' block",
    );
    check(
        "try:\n    x\nprint(2)",
        "SyntaxError: expected 'except' or 'finally' block",
    );
    check(
        "f(x for x in y, 1)",
        "SyntaxError: Generator expression must be parenthesized",
    );
    check(
        "def f(*): pass",
        "SyntaxError: named arguments must follow bare *",
    );
    check(
        "def f(**a, b): pass",
        "SyntaxError: arguments cannot follow var-keyword argument",
    );
    check(
        "def f(*a=1): pass",
        "SyntaxError: var-positional argument cannot have default value",
    );
    check(
        "(x+1 := 2)",
        "SyntaxError: cannot use assignment expressions with expression",
    );
    check("a = “x”", "SyntaxError: invalid character '“' (U+201C)");
    check("x = (1,\ny = 2", "SyntaxError: '(' was never closed");
    check("class A\n  pass", "SyntaxError: expected ':'");
    check("while True\n pass", "SyntaxError: expected ':'");
    check("print('it's')", "SyntaxError: unterminated string literal");
    check(
        "def f():\nx=1",
        "IndentationError: expected an indented block",
    );
    check(
        "async def f():\n# nada\nx=1",
        "IndentationError: expected an indented block",
    );
    check(
        "x = 1 if y",
        "SyntaxError: expected 'else' after 'if' expression",
    );
    check("a = [1, 2\nb = 3\n", "SyntaxError: '[' was never closed");
    check(
        "[*x for x in y]",
        "SyntaxError: iterable unpacking cannot be used in comprehension",
    );
    check("12abc", "SyntaxError: invalid decimal literal");
    check(
        "for x in y:\n",
        "IndentationError: expected an indented block",
    );
    check(
        "async def main()\n    await x\n",
        "SyntaxError: expected ':'",
    );
    check("await asyncio.sleep(1", "SyntaxError: '(' was never closed");
    check("x = {1: 2\nprint(x)\n", "SyntaxError: '{' was never closed");
    check(
        "def f(x:\n    return 1\n",
        "SyntaxError: '(' was never closed",
    );
    check(
        "with open(\"a\") as f\n    pass",
        "SyntaxError: expected ':'",
    );
}

#[test]
fn a_sound_program_has_no_mistakes() {
    assert_eq!(
        found("import asyncio\n\nasync def f():\n    await asyncio.sleep(1)\n"),
        [""; 0]
    );
}

#[test]
fn one_mistake_makes_one_sentence() {
    assert_eq!(found("a = [1, 2\nb = 3\nc = 4\n").len(), 1);
    assert_eq!(found("x = = 2\ny = = 3\n").len(), 2);
    assert_eq!(found(&"x = = 2\n".repeat(50)).len(), 10);
}

#[test]
fn refusals_speak_as_cpython_and_in_spanish() {
    let check = |refusal: Refusal, python: &str, spanish: &str| {
        let diagnostic = Diagnostic::new(DiagnosticKind::Refused(refusal), 0..0);
        assert_eq!(diagnostic.python_message(), python);
        assert_eq!(diagnostic.message_es(), spanish);
        assert!(diagnostic.hint_es().is_some());
    };
    check(
        Refusal::AwaitOutsideAsync,
        "'await' outside async function",
        "Esta función usa `await`, pero no es una corrutina.",
    );
    check(
        Refusal::AsyncOutsideAsync("async with"),
        "'async with' outside async function",
        "`async with` solo funciona dentro de una función `async def`.",
    );
}

#[test]
fn modules_that_wait_are_given_a_double() {
    for module in ["aiohttp", "httpx", "requests", "asyncpg", "fastapi"] {
        let message = format!("No module named '{module}'");
        let explanation = explain("ModuleNotFoundError", &message).expect("an explanation");
        let hint = explanation.hint;
        assert!(hint.contains("asyncio.sleep"), "{module}: {hint}");
    }
}

#[test]
fn exceptions_are_explained() {
    let check = |exception, message, expected: &str| {
        let explanation = explain(exception, message).expect("an explanation");
        assert_eq!(explanation.message, expected);
    };
    check(
        "NameError",
        "name 'asincio' is not defined",
        "Python no conoce el nombre `asincio`.",
    );
    check(
        "TypeError",
        "unsupported operand type(s) for +: 'coroutine' and 'int'",
        "Aquí hay una corrutina donde debería estar su resultado: falta `await`.",
    );
    check(
        "TypeError",
        "'coroutine' object is not iterable",
        "Aquí hay una corrutina donde debería estar su resultado: falta `await`.",
    );
    check(
        "TypeError",
        "object NoneType can't be used in 'await' expression",
        "`await` no sabe esperar un valor de tipo `NoneType`.",
    );
    check(
        "TypeError",
        "object function can't be used in 'await' expression",
        "`await` recibió la función misma, y no lo que da al llamarla.",
    );
    check(
        "NameError",
        "name 'asyncio' is not defined",
        "`asyncio` es un módulo, y el programa no lo importa.",
    );
    check(
        "AttributeError",
        "'NoneType' object has no attribute 'append'",
        "El valor es `None`, y `None` no tiene `append`.",
    );
    check(
        "RuntimeWarning",
        "coroutine 'f' was never awaited",
        "Llamaste a `f`, pero nadie la esperó: su código no corrió.",
    );
    check(
        "RuntimeError",
        "asyncio.run() cannot be called from a running event loop",
        "Ya hay un bucle de eventos en marcha, y `asyncio.run()` quiere arrancar otro.",
    );
    assert_eq!(explain("MiError", "nada"), None);
}

/// CPython 3.11's own choices.
#[test]
fn the_nearest_name_is_suggested() {
    let check = |name, candidates: &[&str], expected| {
        assert_eq!(
            suggest(name, candidates.iter().copied()),
            expected,
            "{name}"
        );
    };
    check("asincio", &["asyncio", "async", "time"], Some("asyncio"));
    check("pritn", &["print", "property", "pow"], Some("print"));
    check("Print", &["print", "repr"], Some("print"));
    check("gather_", &["gather", "wait"], Some("gather"));
    check("resultdo", &["resultado", "resultados"], Some("resultado"));
    check("x", &["y", "xx"], Some("xx"));
    check("tarea", &["tareas", "tarde"], Some("tareas"));
    check("procesar", &["main", "sleep"], None);
    check(
        "creat_task",
        &["create_task", "current_task"],
        Some("create_task"),
    );
    check("len", &["lem", "let", "sum"], Some("lem"));
}
