//! What a program's exception means, in Spanish: by its type and CPython's
//! message, which is ours to the letter.

use super::Misconception;

/// A failure told to a beginner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What happened, in one sentence.
    pub message: String,
    /// What to try.
    pub hint: &'static str,
    /// The misunderstanding that is often behind it.
    pub misconception: Option<Misconception>,
}

/// How to do without one of Python's functions that this page lacks.
fn instead_of_builtin(name: &str) -> Option<&'static str> {
    Some(match name {
        "open" => {
            "Aquí no hay archivos. Pon los datos en el programa: un texto entre `\"\"\"`, una lista o un diccionario."
        }
        "eval" | "exec" | "compile" => {
            "Aquí un texto no se ejecuta como código. Escribe el código en el programa; para elegir qué hacer según un texto, usa un diccionario de funciones."
        }
        "bytearray" | "memoryview" => "Usa `bytes`, o una lista de enteros si ha de cambiar.",
        "complex" => "Guarda las dos partes en una tupla, o en una clase tuya.",
        _ => return None,
    })
}

/// Explains an exception; `None` where nothing better than its own words is
/// known.
pub fn explain(exception_type: &str, message: &str) -> Option<Explanation> {
    if let Some(forgotten) = forgotten_await(message) {
        return Some(forgotten);
    }
    let quoted = message.split('\'').nth(1).unwrap_or("");
    let (text, hint) = match exception_type {
        "NameError" if crate::python::builtins::module_source(quoted).is_some() => (
            format!("`{quoted}` es un módulo, y el programa no lo importa."),
            "Escribe `import` y su nombre en la primera línea.",
        ),
        "NameError" if let Some(instead) = instead_of_builtin(quoted) => (
            format!("El Python de esta página no tiene `{quoted}`."),
            instead,
        ),
        "NameError" => (
            format!("Python no conoce el nombre `{quoted}`."),
            "¿Está bien escrito, con sus mayúsculas? ¿Le das valor antes de usarlo?",
        ),
        "UnboundLocalError" => (
            format!("La función usa `{quoted}` antes de darle valor."),
            "Un nombre que recibe valor dentro de una función es local en toda ella. Si querías el de fuera, declara `global` o `nonlocal`.",
        ),
        "TypeError" => type_error(message, quoted)?,
        "ValueError" => value_error(message)?,
        "ZeroDivisionError" => (
            "El programa divide entre cero.".into(),
            "Comprueba el divisor con `if` antes de dividir.",
        ),
        "IndexError" => (
            "Esa posición no existe.".into(),
            "La primera posición es la 0 y la última es `len(...) - 1`.",
        ),
        "KeyError" => (
            format!("El diccionario no tiene la clave `{message}`."),
            "Comprueba con `in`, o usa `.get(clave)`, que devuelve `None` si no está.",
        ),
        "AttributeError" => attribute_error(message, quoted),
        "RecursionError" => (
            "Una función se llama a sí misma demasiadas veces.".into(),
            "Le falta un caso en que termine sin volver a llamarse.",
        ),
        "MemoryError" => (
            "El programa pide más memoria de la que esta página le da.".into(),
            "Prueba con números, textos o listas más pequeños.",
        ),
        "OverflowError" => (
            "El número es demasiado grande.".into(),
            "Prueba con números más pequeños.",
        ),
        "AssertionError" => (
            "Un `assert` comprobó algo que resultó falso.".into(),
            "Mira los valores que intervienen: muéstralos con `print` justo antes.",
        ),
        "RuntimeError" => return runtime_error(message),
        "StopIteration" | "StopAsyncIteration" => (
            "El iterador ya no tiene más valores.".into(),
            "Recórrelo con `for`, que sabe cuándo parar, o usa `next(iterador, None)`.",
        ),
        "ModuleNotFoundError" => (
            format!("Esta página no tiene el módulo `{quoted}`."),
            super::refusal::instead_of(quoted),
        ),
        "ImportError" => (
            format!("El módulo no tiene `{quoted}`."),
            "Revisa que esté bien escrito.",
        ),
        "TimeoutError" | "asyncio.TimeoutError" | "asyncio.exceptions.TimeoutError" => {
            return Some(Explanation {
                message: "Se acabó el plazo antes de que terminara la espera.".into(),
                hint: "Atrápalo con `except TimeoutError:`, o da más tiempo. Un plazo solo vale si el código cede el turno con `await`: a uno que bloquea no lo interrumpe.",
                misconception: Some(Misconception::TimeoutRescuesBlocked),
            });
        }
        "CancelledError" | "asyncio.CancelledError" | "asyncio.exceptions.CancelledError" => (
            "Alguien canceló esta tarea mientras esperaba.".into(),
            "Si debes cerrar algo, hazlo en `finally`. Si atrapas la cancelación, vuelve a lanzarla con `raise`.",
        ),
        "InvalidStateError"
        | "asyncio.InvalidStateError"
        | "asyncio.exceptions.InvalidStateError" => {
            return Some(Explanation {
                message: if message.contains("invalid state") {
                    "Este futuro ya tiene su resultado, y no admite otro."
                } else {
                    "La tarea aún no tiene resultado."
                }
                .into(),
                hint: "Espera a que termine con `await tarea`, o pregunta antes con `tarea.done()`.",
                misconception: Some(Misconception::TaskStartsAtOnce),
            });
        }
        "ExceptionGroup" | "BaseExceptionGroup" => {
            return Some(Explanation {
                message: "Fallaron una o varias tareas del grupo.".into(),
                hint: "`TaskGroup` cancela a las demás y reúne los fallos. Atrápalos con `except*`.",
                misconception: Some(Misconception::OneFailureStopsAll),
            });
        }
        "RuntimeWarning" if message.contains("was never awaited") => {
            return Some(Explanation {
                message: format!(
                    "Llamaste a `{quoted}`, pero nadie la esperó: su código no corrió."
                ),
                hint: "Llamar a una función `async def` solo crea la corrutina. Escribe `await` delante, o entrégala a `asyncio.create_task` o `asyncio.gather`.",
                misconception: Some(Misconception::CallingRuns),
            });
        }
        _ => return None,
    };
    Some(plain(text, hint))
}

fn plain(message: String, hint: &'static str) -> Explanation {
    Explanation {
        message,
        hint,
        misconception: None,
    }
}

/// Whatever goes wrong with a coroutine where its result was meant.
fn forgotten_await(message: &str) -> Option<Explanation> {
    let about_coroutine = ["'coroutine'", "not coroutine", "\"coroutine\""]
        .iter()
        .any(|words| message.contains(words));
    if !about_coroutine || message.contains("was never awaited") {
        return None;
    }
    Some(Explanation {
        message: "Aquí hay una corrutina donde debería estar su resultado: falta `await`.".into(),
        hint: "Llamar a una función `async def` no la ejecuta. Escribe `await` delante de la llamada.",
        misconception: Some(Misconception::CallingRuns),
    })
}

fn type_error(message: &str, quoted: &str) -> Option<(String, &'static str)> {
    let has = |words: &str| message.contains(words);
    Some(
        if has("object function can't be used") || has("object method can't be used") {
            (
                "`await` recibió la función misma, y no lo que da al llamarla.".into(),
                "Escribe los paréntesis: `await f()`.",
            )
        } else if has("can't be used in 'await' expression") {
            (
                format!(
                    "`await` no sabe esperar un valor de tipo `{}`.",
                    last_type(message)
                ),
                "Detrás de `await` va una corrutina, una tarea o un futuro; varias a la vez van en `asyncio.gather`. ¿Es `def` lo que debía ser `async def`, o `time.sleep` en vez de `asyncio.sleep`?",
            )
        } else if has("a coroutine was expected")
            || has("An asyncio.Future, a coroutine or an awaitable")
        {
            (
                "`asyncio` esperaba una corrutina, y recibió otra cosa.".into(),
                "Llama a la función con sus paréntesis: `asyncio.run(main())`, no `asyncio.run(main)`.",
            )
        } else if has("is not callable") {
            (
                format!("Un valor de tipo `{quoted}` no se puede llamar como una función."),
                "¿Sobran los paréntesis, o falta una coma u operador delante? ¿Diste a una variable el nombre de una función?",
            )
        } else if has("object is not iterable") {
            (
                format!("Un valor de tipo `{quoted}` no se puede recorrer."),
                "`for`, `*` y `gather(*...)` recorren listas, tuplas, textos y otros iterables. Para contar, usa `range(n)`.",
            )
        } else if has("requires an object with __aiter__") || has("asynchronous iterator") {
            (
                "`async for` necesita un iterador asíncrono.".into(),
                "Para una lista usa `for`, sin `async`.",
            )
        } else if has("asynchronous context manager protocol") || has("context manager protocol") {
            (
                "`with` no sabe abrir ese valor.".into(),
                "Algunos se abren con `async with` y otros con `with`: prueba el otro.",
            )
        } else if has("missing") && has("required") {
            (
                "A la llamada le faltan argumentos.".into(),
                "Compara la llamada con los parámetros de la función.",
            )
        } else if has("unexpected keyword argument")
            || has("positional argument")
            || has("takes no arguments")
        {
            (
                "La llamada tiene argumentos que la función no espera.".into(),
                "Compara la llamada con los parámetros de la función.",
            )
        } else if has("multiple values for argument") {
            (
                format!("El argumento `{quoted}` recibe dos valores."),
                "Dalo por posición o por nombre, no de las dos maneras.",
            )
        } else if has("can only concatenate str")
            || has("unsupported operand")
            || has("must be str, not")
        {
            (
                "Esa operación no mezcla valores de tipos distintos.".into(),
                "Convierte primero: `str(numero)` para unir textos, `int(texto)` o `float(texto)` para calcular.",
            )
        } else if has("not supported between instances") {
            (
                "Esos dos valores no se pueden ordenar entre sí.".into(),
                "Compara números con números y textos con textos.",
            )
        } else if has("not subscriptable") {
            (
                format!("Un valor de tipo `{quoted}` no tiene elementos entre corchetes."),
                "Los corchetes piden un elemento de una lista, una tupla, un texto o un diccionario.",
            )
        } else if has("does not support item assignment") {
            (
                format!("Un valor de tipo `{quoted}` no se puede cambiar por dentro."),
                "Haz uno nuevo, o usa una lista.",
            )
        } else if has("unhashable type") {
            (
                format!(
                    "Un valor de tipo `{quoted}` no puede ser clave de un diccionario ni elemento de un conjunto."
                ),
                "Usa una tupla en vez de una lista.",
            )
        } else if has("indices must be") {
            (
                "Un índice debe ser un número entero.".into(),
                "Usa `int(...)`, o un diccionario si quieres buscar por texto.",
            )
        } else if has("a real number is required") || has("must be real number") {
            (
                "Aquí hace falta un número.".into(),
                "Convierte el texto con `int(...)` o `float(...)`.",
            )
        } else {
            return None;
        },
    )
}

/// The type that stands last between quotes, as in `object int can't be ..`.
fn last_type(message: &str) -> &str {
    message
        .strip_prefix("object ")
        .and_then(|rest| rest.split(' ').next())
        .unwrap_or("?")
}

fn value_error(message: &str) -> Option<(String, &'static str)> {
    let has = |words: &str| message.contains(words);
    Some(
        if has("invalid literal for int()") || has("could not convert string to float") {
            (
                "Ese texto no es un número.".into(),
                "Revisa que solo lleve cifras; para decimales usa `float(...)`, con punto y no con coma.",
            )
        } else if has("to unpack") {
            (
                "No hay tantos valores como nombres a la izquierda del `=`.".into(),
                "Cuenta los nombres y los valores, o recoge el resto con `*resto`.",
            )
        } else if has("a coroutine was expected") {
            (
                "`asyncio.run` esperaba una corrutina, y recibió otra cosa.".into(),
                "Llama a la función con sus paréntesis: `asyncio.run(main())`. ¿Es `async def`?",
            )
        } else if has("is not in list") || has("not in list") || has("not in tuple") {
            (
                "Ese valor no está en la lista.".into(),
                "Comprueba antes con `in`.",
            )
        } else if has("Exceeds the limit") {
            (
                "El número tiene demasiadas cifras para escribirlo.".into(),
                "Python se detiene en 4300 cifras; prueba con un número más pequeño.",
            )
        } else if has("format") || has("Format") {
            (
                "El formato del texto no es válido.".into(),
                "Mira lo que hay detrás de los dos puntos: `{valor:.2f}` son dos decimales, `{valor:>8}` ocho de ancho.",
            )
        } else if has("sleep length must be non-negative") {
            (
                "No se puede dormir un tiempo negativo.".into(),
                "Usa cero o un número positivo.",
            )
        } else {
            return None;
        },
    )
}

fn attribute_error(message: &str, quoted: &str) -> (String, &'static str) {
    let name = message.split('\'').nth(3).unwrap_or(quoted);
    if quoted == "NoneType" {
        return (
            format!("El valor es `None`, y `None` no tiene `{name}`."),
            "¿La función de la que viene olvidó su `return`?",
        );
    }
    if message.starts_with("module") {
        return (
            format!("El módulo `{quoted}` no tiene `{name}`."),
            "Revisa que esté bien escrito; aquí solo está lo que hace falta para aprender `async` y `await`.",
        );
    }
    (
        format!("Un valor de tipo `{quoted}` no tiene `{name}`."),
        "Revisa que esté bien escrito, y que el valor sea del tipo que crees: muéstralo con `print(type(...))`.",
    )
}

fn runtime_error(message: &str) -> Option<Explanation> {
    let has = |words: &str| message.contains(words);
    Some(if has("cannot be called from a running event loop") {
        Explanation {
            message:
                "Ya hay un bucle de eventos en marcha, y `asyncio.run()` quiere arrancar otro."
                    .into(),
            hint: "Dentro de una corrutina, o en un cuaderno, escribe `await main()` en lugar de `asyncio.run(main())`.",
            misconception: Some(Misconception::RunInNotebook),
        }
    } else if has("no running event loop") || has("no current event loop") {
        Explanation {
            message: "Aún no hay ningún bucle de eventos en marcha.".into(),
            hint: "Pon esta línea dentro de una corrutina y arráncala con `asyncio.run(main())`.",
            misconception: None,
        }
    } else if has("cannot reuse already awaited coroutine") {
        Explanation {
            message: "Esta corrutina ya terminó, y una corrutina corre una sola vez.".into(),
            hint: "Llama otra vez a la función para crear una nueva, o guarda el resultado del primer `await`.",
            misconception: Some(Misconception::CallingRuns),
        }
    } else if has("Task got bad yield") || has("attached to a different loop") {
        plain(
            "La tarea espera algo que no es de este bucle de eventos.".into(),
            "Crea los objetos de `asyncio` dentro de la corrutina principal.",
        )
    } else if has("dictionary changed size during iteration") || has("Set changed size") {
        plain(
            "El programa cambia una colección mientras la recorre.".into(),
            "Recorre una copia: `for x in list(datos):`.",
        )
    } else if has("Event loop is closed") {
        plain(
            "El bucle de eventos ya se cerró.".into(),
            "Haz todo el trabajo dentro de la corrutina que das a `asyncio.run`.",
        )
    } else if has("Lock is not acquired") {
        plain(
            "El programa suelta un cerrojo que nadie tenía.".into(),
            "Usa `async with cerrojo:`, que lo toma y lo suelta.",
        )
    } else {
        return None;
    })
}
