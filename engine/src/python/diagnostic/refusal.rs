//! What the compiler refuses although it parses.

use super::{Sentences, fixed, say};

/// Why a program that parses is refused before it starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// `await` in no function at all.
    AwaitOutsideFunction,
    /// `await` in a function that is no `async def`.
    AwaitOutsideAsync,
    /// `async for`, `async with` or an asynchronous comprehension.
    AsyncOutsideAsync(&'static str),
    ReturnOutsideFunction,
    YieldOutsideFunction,
    YieldFromInAsync,
    ReturnValueInAsyncGenerator,
    BreakOutsideLoop,
    ContinueOutsideLoop,
    DuplicateArgument(String),
    RepeatedKeyword(String),
    ParameterAndGlobal(String),
    ParameterAndNonlocal(String),
    NonlocalAndGlobal(String),
    UsedBeforeGlobal(String),
    UsedBeforeNonlocal(String),
    AssignedBeforeGlobal(String),
    AssignedBeforeNonlocal(String),
    AnnotatedGlobal(String),
    AnnotatedNonlocal(String),
    NonlocalAtModule,
    NoNonlocal(String),
    AssignedToDebug,
    DefaultExceptNotLast,
    TwoStarredTargets,
    StarredNotInList,
    StarredAlone,
    ImportStarInFunction,
    LateFutureImport,
    UnknownFuture(String),
    WalrusRebindsLoopVariable(String),
    NameBoundTwiceInPattern(String),
    AlternativesBindDifferently,
    PatternMakesRestUnreachable,
    /// Something of Python that the engine does not know.
    Unsupported(&'static str),
    /// More constants, names or instructions than the bytecode can number.
    TooLarge,
    /// More bytes of text than the engine reads.
    SourceTooLong {
        most: usize,
    },
    /// Brackets, blocks or operators nested deeper than the engine follows.
    NestedTooDeep,
}

impl Refusal {
    pub(super) fn sentences(&self) -> Sentences {
        fixed(match self {
            Refusal::AwaitOutsideFunction => (
                "`await` solo funciona dentro de una función `async def`.",
                "Pon esta línea dentro de `async def main():` y arráncala con `asyncio.run(main())`. Solo una celda de cuaderno espera por su cuenta.",
            ),
            Refusal::AwaitOutsideAsync => (
                "Esta función usa `await`, pero no es una corrutina.",
                "Escribe `async def` en lugar de `def`, y espera su resultado con `await` donde la llames.",
            ),
            Refusal::AsyncOutsideAsync(what) => {
                return say(
                    format!("`{what}` solo funciona dentro de una función `async def`."),
                    "Ponlo dentro de una función `async def`; si la función ya está, cambia su `def` por `async def`.",
                );
            }
            Refusal::ReturnOutsideFunction => (
                "`return` está fuera de toda función.",
                "Revisa la sangría: quizá esta línea pertenece a la función de arriba.",
            ),
            Refusal::YieldOutsideFunction => (
                "`yield` está fuera de toda función.",
                "Revisa la sangría: quizá esta línea pertenece a la función de arriba.",
            ),
            Refusal::YieldFromInAsync => (
                "`yield from` no puede estar dentro de `async def`.",
                "Recorre lo otro con `async for` y entrega cada valor con `yield`.",
            ),
            Refusal::ReturnValueInAsyncGenerator => (
                "Un generador asíncrono no puede devolver un valor con `return`.",
                "Entrega el valor con `yield`, y deja `return` solo.",
            ),
            Refusal::BreakOutsideLoop => (
                "`break` está fuera de todo bucle.",
                "`break` termina un `for` o un `while`: revisa la sangría.",
            ),
            Refusal::ContinueOutsideLoop => (
                "`continue` está fuera de todo bucle.",
                "`continue` pasa a la siguiente vuelta de un `for` o un `while`: revisa la sangría.",
            ),
            Refusal::DuplicateArgument(name) => {
                return say(
                    format!("El parámetro `{name}` aparece dos veces."),
                    "Da un nombre distinto a cada parámetro.",
                );
            }
            Refusal::RepeatedKeyword(name) => {
                return say(
                    format!("El argumento `{name}` aparece dos veces en la llamada."),
                    "Deja solo uno de los dos.",
                );
            }
            Refusal::ParameterAndGlobal(name) => {
                return say(
                    format!("`{name}` es un parámetro y no puede ser `global` a la vez."),
                    "Cambia el nombre del parámetro.",
                );
            }
            Refusal::ParameterAndNonlocal(name) => {
                return say(
                    format!("`{name}` es un parámetro y no puede ser `nonlocal` a la vez."),
                    "Cambia el nombre del parámetro.",
                );
            }
            Refusal::NonlocalAndGlobal(name) => {
                return say(
                    format!("`{name}` no puede ser `nonlocal` y `global` a la vez."),
                    "Deja solo una de las dos líneas.",
                );
            }
            Refusal::UsedBeforeGlobal(name) | Refusal::AssignedBeforeGlobal(name) => {
                return say(
                    format!("La función usa `{name}` antes de declararlo `global`."),
                    format!("Pon `global {name}` en la primera línea de la función."),
                );
            }
            Refusal::UsedBeforeNonlocal(name) | Refusal::AssignedBeforeNonlocal(name) => {
                return say(
                    format!("La función usa `{name}` antes de declararlo `nonlocal`."),
                    format!("Pon `nonlocal {name}` en la primera línea de la función."),
                );
            }
            Refusal::AnnotatedGlobal(name) => {
                return say(
                    format!("`{name}` tiene anotación de tipo y no puede ser `global`."),
                    "Quita la anotación, o escríbela fuera de la función.",
                );
            }
            Refusal::AnnotatedNonlocal(name) => {
                return say(
                    format!("`{name}` tiene anotación de tipo y no puede ser `nonlocal`."),
                    "Quita la anotación, o escríbela en la función de fuera.",
                );
            }
            Refusal::NonlocalAtModule => (
                "`nonlocal` solo tiene sentido dentro de una función.",
                "Aquí, fuera de las funciones, los nombres ya son globales: borra la línea.",
            ),
            Refusal::NoNonlocal(name) => {
                return say(
                    format!("Ninguna función de fuera tiene una variable `{name}`."),
                    format!("Si `{name}` está fuera de todas las funciones, usa `global {name}`."),
                );
            }
            Refusal::AssignedToDebug => (
                "`__debug__` es de Python y no admite otro valor.",
                "Usa otro nombre.",
            ),
            Refusal::DefaultExceptNotLast => (
                "Un `except:` que atrapa todo debe ser el último.",
                "Ponlo debajo de los demás `except`.",
            ),
            Refusal::TwoStarredTargets => (
                "Hay dos nombres con `*` en la misma asignación.",
                "Solo uno puede recoger «todo lo demás»: deja un solo `*`.",
            ),
            Refusal::StarredNotInList => (
                "Un nombre con `*` debe estar en una lista o una tupla.",
                "Escribe una coma detrás: `*nombres, = valores`.",
            ),
            Refusal::StarredAlone => (
                "Aquí no se puede usar `*`.",
                "El `*` reparte valores dentro de una llamada, una lista o una tupla.",
            ),
            Refusal::ImportStarInFunction => (
                "`import *` solo puede estar fuera de las funciones.",
                "Importa los nombres que necesitas, uno por uno.",
            ),
            Refusal::LateFutureImport => (
                "`from __future__ import ...` debe estar al principio del archivo.",
                "Ponlo en la primera línea.",
            ),
            Refusal::UnknownFuture(name) => {
                return say(
                    format!("`__future__` no conoce `{name}`."),
                    "Borra la línea: no hace falta.",
                );
            }
            Refusal::WalrusRebindsLoopVariable(name) => {
                return say(
                    format!(
                        "`:=` no puede cambiar `{name}`, que es la variable de esta comprensión."
                    ),
                    "Usa otro nombre a la izquierda de `:=`.",
                );
            }
            Refusal::NameBoundTwiceInPattern(name) => {
                return say(
                    format!("El patrón da dos veces valor a `{name}`."),
                    "Usa dos nombres distintos, y compáralos con `if` detrás del patrón.",
                );
            }
            Refusal::AlternativesBindDifferently => (
                "Las alternativas separadas por `|` no dan valor a los mismos nombres.",
                "Usa los mismos nombres en todas las alternativas.",
            ),
            Refusal::PatternMakesRestUnreachable => (
                "Este patrón acepta todo, y los de abajo nunca se prueban.",
                "Ponlo el último.",
            ),
            Refusal::Unsupported(what) => {
                return say(
                    format!("El Python de esta página todavía no conoce `{what}`."),
                    "Escríbelo de otra manera; en tu ordenador sí funcionaría.",
                );
            }
            Refusal::TooLarge => (
                "El programa es demasiado grande para esta página.",
                "Repártelo en funciones más cortas, o quita datos escritos a mano.",
            ),
            Refusal::SourceTooLong { most } => {
                return say(
                    format!("El programa es demasiado largo: aquí caben {most} bytes."),
                    "Quita lo que no necesites para este experimento.",
                );
            }
            Refusal::NestedTooDeep => (
                "Hay demasiadas cosas unas dentro de otras.",
                "Da nombre a las partes: guarda un trozo en una variable o en una función.",
            ),
        })
    }
}

/// Why a module is not there, and how to do without.
pub(super) fn instead_of(name: &str) -> &'static str {
    match name.split('.').next().unwrap_or(name) {
        "aiohttp" | "httpx" => {
            "Aquí no hay red: una petición es sobre todo espera. \
             Ponle un doble con `await asyncio.sleep(1)` y devuelve el texto que daría el servidor."
        }
        "requests" | "urllib" | "urllib3" => {
            "Aquí no hay red y, además, este módulo bloquea: mientras espera, el bucle de eventos no atiende a nadie. \
             Ponle un doble con `await asyncio.sleep(1)`; fuera de aquí usa `aiohttp` o `httpx`."
        }
        "asyncpg" | "psycopg" | "psycopg2" | "aiosqlite" | "sqlite3" | "sqlalchemy" | "motor"
        | "redis" => {
            "Aquí no hay base de datos: una consulta es sobre todo espera. \
             Ponle un doble con `await asyncio.sleep(0.5)` y devuelve filas de ejemplo."
        }
        "fastapi" | "starlette" | "flask" | "django" | "uvicorn" => {
            "Aquí no hay servidor web. Haz que cada petición sea una tarea: \
             `async def` que atiende, `await asyncio.sleep(1)` donde trabajaría el modelo, y `asyncio.gather` para varios usuarios."
        }
        "numpy" | "pandas" | "sklearn" | "scipy" | "torch" | "tensorflow" | "matplotlib" => {
            "Aquí no hay bibliotecas de cálculo. Usa listas y `sum`, `min`, `max`; \
             para un cálculo que tarda, pon un doble con `time.sleep(1)`: también bloquea el bucle de eventos."
        }
        "multiprocessing" | "subprocess" | "joblib" | "celery" => {
            "Aquí no hay otros procesos. Prueba lo mismo con tareas, \
             o con `asyncio.to_thread` para lo que bloquea."
        }
        "trio" | "anyio" | "curio" | "uvloop" => {
            "Aquí el bucle de eventos es el de `asyncio`: usa `import asyncio`."
        }
        "os" | "pathlib" | "aiofiles" | "shutil" | "tempfile" | "socket" | "ssl" => {
            "Aquí no hay archivos ni red. Ponle un doble: una función `async def` con `await asyncio.sleep(1)`."
        }
        _ => {
            "Revisa que esté bien escrito. Aquí están `asyncio`, `time`, `random`, `math`, `datetime`, `json`, \
             `logging`, `functools`, `itertools`, `collections`, `contextlib`, `dataclasses`, `enum`, `typing`, \
             `abc`, `statistics`, `threading`, `concurrent.futures` y otros pequeños; \
             para lo demás, escribe una función que haga de doble."
        }
    }
}
