//! What a misspelt name was probably meant to be: for the reader, who is told
//! more than CPython 3.11's traceback says.

use engine::machine::{Failure, Machine, Options, Status};

fn failure(source: &str) -> Failure {
    let mut machine = Machine::new(source, Options::default()).expect("it compiles");
    while matches!(machine.advance(0.0, 10_000), Status::OutOfBudget) {}
    machine.failure().expect("it fails").clone()
}

fn check(source: &str, meant: Option<&str>) {
    let failure = failure(source);
    assert_eq!(
        failure.suggestion.as_deref(),
        meant,
        "{source}\n{failure:?}"
    );
}

#[test]
fn names_of_modules_functions_and_values() {
    check("resultado = 1\nprint(resutlado)\n", Some("resultado"));
    check(
        "def f():\n    contador = 1\n    return contadro\nf()\n",
        Some("contador"),
    );
    check("pritn(1)\n", Some("print"));
    check("import asyncio\nasyncio.gahter()\n", Some("gather"));
    check("import time\ntime.slep(1)\n", Some("sleep"));
    check("[1].apend(2)\n", Some("append"));
    check(
        "import asyncio\nasyncio.creat_task(1)\n",
        Some("create_task"),
    );
}

#[test]
fn names_to_import() {
    check("from asyncio import slep\n", Some("sleep"));
    check("from asyncio import gather, Taskgroup\n", Some("TaskGroup"));
    check("from collections import dequeue\n", Some("deque"));
    check("from asyncio import aparcamiento\n", None);
}

#[test]
fn keyword_arguments() {
    let program = |call: &str| {
        format!(
            "async def tarea(nombre, /, espera=1, *, repite=0):\n    local = 1\n\
             class Caja:\n    def __init__(self, valor):\n        pass\n    def pon(self, cosa=0):\n        pass\n{call}\n"
        )
    };
    check(&program("tarea(1, esperra=2)"), Some("espera"));
    check(&program("tarea(1, repit=2)"), Some("repite"));
    check(&program("Caja(valro=1)"), Some("valor"));
    check(&program("Caja(1).pon(cossa=1)"), Some("cosa"));
    // Neither a variable of its own nor what has no name for callers.
    check(&program("tarea(1, locl=2)"), None);
    check(&program("tarea(1, nombr=2)"), None);
    check(&program("tarea(1, zzz=2)"), None);
}

#[test]
fn nothing_silly() {
    for source in [
        "print(x)\n",
        "a = 1\nprint(b)\n",
        "print(procesar)\n",
        "raise ValueError('x')\n",
    ] {
        check(source, None);
    }
    // A module that was not imported is no misspelt builtin.
    for module in ["math", "time", "asyncio", "random"] {
        check(&format!("print({module}.x)\n"), None);
    }
}
