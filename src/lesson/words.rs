//! The words of the interface: all that the page says apart from the lesson,
//! and from what the engine says of a program's errors.

use engine::trace::{Outcome, ReadyReason};

use super::Program;

pub const TITLE: &str = "async y await en Python, viéndolos correr";
pub const SKIP: &str = "Saltar al contenido";
pub const CONTENTS: &str = "En esta página";
pub const PRECISION: &str = "Precisión";
pub const QUESTION: &str = "Antes de ejecutar";
pub const COLOPHON: &str = "Los programas de esta página son Python de verdad y corren en tu \
    navegador, con sus propios temporizadores. Nada de lo que escribes sale de tu equipo.";

pub const COMPARISON: &str = "Las dos ejecuciones, lado a lado";
pub const WHOLE_FILE: &str = "El archivo completo";
/// In the lesson's markup.
pub const WHOLE_FILE_LEAD: &str = "El programa entero, tal como está en el archivo: primero la \
    ejecución síncrona y después la asíncrona, cada una con su propio `asyncio.run()`.";

pub const RUN: &str = "Ejecutar";
pub const PAUSE: &str = "Pausar";
pub const RESUME: &str = "Seguir";
pub const RESET: &str = "Reiniciar";
pub const RUN_BOTH: &str = "Ejecutar ambas";
pub const PAUSE_BOTH: &str = "Pausar ambas";
pub const RESUME_BOTH: &str = "Seguir ambas";
pub const RESET_BOTH: &str = "Reiniciar ambas";
pub const STEP: &str = "Paso";
pub const STEP_BACK: &str = "Paso atrás";
pub const TO_START: &str = "Ir al inicio";
pub const TO_PRESENT: &str = "Ir al presente";
pub const TO_ITS_START: &str = "Ir al momento en que empezó";
pub const STEP_BY: &str = "Paso por";
pub const STEP_BY_EVENT: &str = "evento";
pub const STEP_BY_LINE: &str = "línea";
pub const STEP_BY_SUSPENSION: &str = "suspensión";
pub const STEP_BY_SWITCH: &str = "otra tarea";
pub const SCRUBBER: &str = "Momento que se muestra";
pub const JOINED: &str = "Reloj común";
pub const IN_THE_PAST: &str = "en el pasado";
pub const TIME_STANDS: &str = "En pausa no pasa el tiempo, ni el de las esperas.";
pub const LOOKING_BACK: &str = "Miras el pasado. «Seguir» continúa desde el presente.";
pub const LOOKING_BACK_OVER: &str = "Miras el pasado de una ejecución que ya acabó.";
pub const KEYS: &str =
    "Teclas: espacio ejecuta y pausa, ← y → dan un paso, Inicio y Fin van a los extremos.";
pub const SPEED: &str = "Velocidad";
pub const SECONDS: &str = "s";

pub const CODE: &str = "Programa";
pub const RUNS_AS: &str = "Se ejecuta como";
pub const AS_FILE: &str = "archivo";
pub const AS_CELL: &str = "celda de cuaderno";
pub const EDIT: &str = "Editar";
pub const EDIT_DONE: &str = "Listo";
pub const EDIT_HINT: &str = "Tab escribe espacios. Para salir con el teclado: Esc y después Tab.";
pub const EDIT_STOPS: &str = "Al cambiar el programa, su ejecución vuelve al principio.";
pub const RESTORE_GOOD: &str = "Volver al último que funcionaba";
pub const RESTORE_LESSON: &str = "Volver al de la lección";
pub const CONSOLE: &str = "Consola";
pub const COPY: &str = "Copiar";
pub const COPY_CONSOLE: &str = "Copiar la consola";
pub const COPIED: &str = "Copiado";
pub const NOT_COPIED: &str = "El navegador no dejó copiar";
pub const CONSOLE_EMPTY: &str = "Aquí aparece lo que el programa imprime.";
pub const CARDS: &str = "Corrutinas";
pub const CARDS_EMPTY: &str = "Las corrutinas aparecen cuando el programa las crea.";
pub const CROWD_COUNTS: &str = "Cuántas corrutinas hay en cada estado";
pub const TIMELINE: &str = "Línea de tiempo";

pub const PARAMETERS: &str = "Cambia las esperas";
pub const PARAMETERS_LEAD: &str = "El código de las dos ejecuciones cambia contigo.";
pub const TASKS: &str = "Número de tareas";
pub const FEWER: &str = "Una tarea menos";
pub const MORE: &str = "Una tarea más";
pub const NO_PARAMETERS: &str =
    "En este código no encuentro llamadas cuyas esperas pueda cambiar. Edítalo a mano.";

pub const LEGEND: &str = "Cómo se lee";
pub const LEGEND_RUNNING: &str = "ejecutando: tiene el hilo, casi siempre un instante";
pub const LEGEND_WAITING: &str = "esperando: dejó el hilo libre";
pub const LEGEND_QUEUED: &str = "en cola: lista, aún sin turno";
pub const LEGEND_BLOCKED: &str = "bloqueada: nadie más puede avanzar";

pub const CREATED: &str = "creada";
pub const QUEUED: &str = "en cola";
pub const RUNNING: &str = "ejecutando";
pub const WAITING: &str = "esperando";
pub const BLOCKED: &str = "bloqueada";
pub const DONE: &str = "terminada";
pub const FAILED: &str = "fallida";
pub const CANCELLED: &str = "cancelada";
pub const NEVER_AWAITED: &str = "nunca esperada";
pub const OVERDUE: &str = "lista, esperando turno";
pub const SLOW_BROWSER: &str = "El navegador frenó el reloj: una espera terminó tarde.";
pub const STUCK: &str = "El programa espera algo que ya no puede llegar. Nadie va a despertarlo.";
pub const FULL: &str = "Detuve el programa: ya hizo más de lo que esta página puede recordar. ¿Hay un \
    bucle que no termina?";

pub const EVENT_LOOP: &str = "Bucle de eventos";
pub const TASK_TREE: &str = "Variables";
pub const STORY: &str = "Relato";
pub const FILES_LEAD: &str = "El registro guarda todo lo que pasó: se abre aquí y se recorre otra \
    vez. Perfetto y otros visores de trazas abren el segundo. El dibujo es la línea de tiempo del \
    momento que se muestra.";
pub const SAVE_LOG: &str = "Guardar registro (JSON)";
pub const SAVE_TRACE: &str = "Guardar para Perfetto";
pub const SAVE_DRAWING: &str = "Guardar dibujo (SVG)";
pub const SAVE_PICTURE: &str = "Guardar dibujo (PNG)";
pub const OPEN_RUN: &str = "Abrir una ejecución";
pub const NOT_SAVED: &str = "El navegador no dejó guardar el archivo.";
pub const RUN_TOO_LARGE: &str =
    "Ese archivo es demasiado grande para esta página. Todo sigue como estaba.";
pub const NOT_A_RUN: &str =
    "Ese archivo no es el registro de una ejecución. Todo sigue como estaba.";
pub const LATER_RUN: &str =
    "Ese registro viene de una versión más nueva de esta página. Todo sigue como estaba.";
pub const OPENED: &str = "Ejecución abierta. Recórrela con el control deslizante o paso a paso.";
pub const KEEP: &str = "Guardar";
pub const SHARE: &str = "Compartir";
pub const SHARE_LEAD: &str =
    "El enlace lleva los programas, los ajustes y el momento que se muestra.";
pub const SHARE_TOO_LONG: &str = "El programa es demasiado largo para caber en un enlace.";
pub const LINK_COPIED: &str = "Enlace copiado.";
pub const LINK_TO_COPY: &str = "El navegador no dejó copiar. Este es el enlace:";
pub const LINK: &str = "Enlace";
pub const SHARED_SPOT: &str = "Este enlace guarda un momento de la ejecución.";
pub const GO_TO_SPOT: &str = "Ir a ese momento";
pub const INSIDE_EMPTY: &str = "Ejecuta el programa o da un paso para verlo por dentro.";
pub const NOTHING_YET: &str = "Todavía no ha pasado nada.";
pub const NO_TASKS: &str = "Todavía no hay tareas: el bucle no ha empezado.";
pub const PROGRAM_VARIABLES: &str = "Variables del programa";
pub const CHANGED: &str = "cambió";
pub const THREAD: &str = "Quién tuvo el hilo: nunca dos a la vez.";

/// What an open run says of itself, under its clock.
pub const PHASE_READY: &str = "lista";
pub const PHASE_RUNNING: &str = "corriendo";
pub const PHASE_PAUSED: &str = "pausada";
pub const PHASE_ENDED: &str = "terminada";
pub const PHASE_FAILED: &str = "fallida";

/// The accessible name of a run's region.
pub fn region(program: Program) -> &'static str {
    match program {
        Program::Sequential => "Ejecución secuencial",
        Program::Concurrent => "Ejecución concurrente",
        Program::WholeFile => "Ejecución del archivo completo",
    }
}

/// The heading of a run.
pub fn short_title(program: Program) -> &'static str {
    match program {
        Program::Sequential => "Secuencial",
        Program::Concurrent => "Concurrente",
        Program::WholeFile => "Archivo completo",
    }
}

/// Why a task is in the ready queue, in a word.
pub fn reason(reason: ReadyReason) -> &'static str {
    match reason {
        ReadyReason::Created => "nueva",
        ReadyReason::Yielded => "cedió",
        ReadyReason::Woken => "despertó",
        ReadyReason::Cancelled => "cancelar",
    }
}

/// How much a run has told, and how much it can tell.
pub fn log_size(events: usize, most: usize) -> String {
    let thousands = most / 1000;
    format!(
        "El registro lleva {}. Caben {thousands}\u{a0}000, que ocupan menos de 80\u{a0}MB.",
        match events {
            1 => "1 suceso".to_owned(),
            _ => format!("{events} sucesos"),
        }
    )
}

/// `data-ejecucion`.
pub fn slug(program: Program) -> &'static str {
    match program {
        Program::Sequential => "secuencial",
        Program::Concurrent => "concurrente",
        Program::WholeFile => "archivo",
    }
}

/// What stands above the console's first line where there is more.
pub fn lines_above(count: usize) -> String {
    match count {
        1 => "Arriba hay 1 línea más. «Copiar» la incluye.".to_owned(),
        _ => format!("Arriba hay {count} líneas más. «Copiar» las incluye."),
    }
}

/// The name of the grid that has a cell for each of `count` coroutines.
pub fn crowd(count: usize) -> String {
    format!("{count} corrutinas, una celda cada una, en el orden en que se crearon")
}

/// The timeline of many coroutines, of which `most` were alive at once.
pub fn density(most: usize) -> String {
    format!(
        "{TIMELINE}: cuántas corrutinas esperan, hacen cola o tienen el hilo en cada momento; como mucho {most} a la vez."
    )
}

/// What stands below the last card that is drawn.
pub fn more_cards(count: usize) -> String {
    match count {
        1 => "Y 1 corrutina más, que aquí no tiene tarjeta.".to_owned(),
        _ => format!("Y {count} corrutinas más, que aquí no tienen tarjeta."),
    }
}

/// The badge of a coroutine that another one of `task` awaits.
pub fn inside(task: &str) -> String {
    format!("dentro de {task}")
}

/// Where tasks stand in the event loop, in the order of `Zone::ALL`.
pub fn zone(index: usize) -> &'static str {
    const ZONES: [&str; 5] = [
        "En cola: listas para correr",
        "Ejecutando: tiene el hilo",
        "Esperando un temporizador",
        "Esperando a otra tarea o un aviso",
        "Terminadas",
    ];
    ZONES[index]
}

pub fn turns(count: u64) -> String {
    match count {
        1 => "El bucle ha dado 1 vuelta.".to_owned(),
        _ => format!("El bucle ha dado {count} vueltas."),
    }
}

/// For which part of the time, from 0 to 1, nobody had the thread.
pub fn idle(share: f64) -> String {
    format!(
        "El bucle estuvo libre el {:.0} % del tiempo.",
        share * 100.0
    )
}

pub fn blocked_for(seconds: f64) -> String {
    format!("Bloqueado durante {seconds:.2} s.")
}

pub fn story_before(count: usize) -> String {
    format!("Mostrar lo de antes ({count})")
}

/// The name of a button that leads to a moment.
pub fn go_to(seconds: &str) -> String {
    format!("{seconds} s: ir a este momento")
}

pub fn more_tasks(count: usize) -> String {
    match count {
        1 => "Y 1 tarea más, que aquí no se dibuja.".to_owned(),
        _ => format!("Y {count} tareas más, que aquí no se dibujan."),
    }
}

/// Between the outermost coroutines of a task and the innermost ones.
pub fn more_coroutines(count: usize) -> String {
    match count {
        1 => "… y otra corrutina entre estas …".to_owned(),
        _ => format!("… y otras {count} corrutinas entre estas …"),
    }
}

pub fn at_line(line: u32) -> String {
    format!("línea {line}")
}

pub fn waits(what: &str) -> String {
    format!("espera {what}")
}

/// How a task ended; code words in backticks.
pub fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Returned(value) => format!("terminada → `{value}`"),
        Outcome::Raised(error) => format!("fallida: `{error}`"),
        Outcome::Cancelled => CANCELLED.to_owned(),
    }
}

/// The name of a button beside a line: the program stops there.
pub fn stop_at(line: u32) -> String {
    format!("Pausar en la línea {line}")
}

/// A moment in words, for who does not see the scrubber.
pub fn moment(now: &str, present: &str) -> String {
    format!("{now} de {present} segundos")
}

pub fn line(number: u32) -> String {
    format!("Línea {number}")
}

/// The sections that the head of the page links to.
pub const NAVIGATION: [(&str, &str); 4] = [
    ("analogia", "La analogía"),
    ("sintaxis", "1. La sintaxis"),
    ("magia", "2. En acción"),
    ("aplicaciones", "3. Aplicaciones"),
];

/// "La ejecución secuencial terminó en 5.00 segundos."
pub fn ended_in(program: Program, seconds: &str) -> String {
    format!("{}: terminada en {seconds} segundos.", region(program))
}

pub fn died_after(program: Program, seconds: &str) -> String {
    format!("{}: falló a los {seconds} segundos.", region(program))
}

/// The label of a field that sets how long a task waits.
pub fn delay_of(task: &str) -> String {
    format!("Espera de {task}, en segundos")
}

/// The key of a thread beside the program's own, by its number from 1.
pub fn thread_key(number: u32) -> String {
    format!("hilo {number}")
}

/// A row of the timeline in words.
pub fn lane(key: &str, from: &str, to: &str) -> String {
    format!("{key}: de {from} a {to} segundos")
}

/// The timeline in words.
pub fn timeline(rows: &[String], end: &str) -> String {
    format!("{TIMELINE}. {}. En total, {end} segundos.", rows.join("; "))
}

/// How a run stands, in a sentence: "Secuencial: A terminada; B esperando."
pub fn states(program: Program, states: &[String]) -> String {
    format!("{}: {}.", short_title(program), states.join("; "))
}

/// The same where there are too many to name.
pub fn so_many_over(program: Program, over: usize, all: usize) -> String {
    format!("{}: {over} de {all} terminadas.", short_title(program))
}

/// Why a shared address could not be opened, and what the reader sees instead.
pub const ADDRESS_TOO_LONG: &str =
    "El enlace trae más texto del que se puede abrir. La lección está como al principio.";
pub const ADDRESS_LATER_VERSION: &str =
    "El enlace viene de una versión más nueva de esta página. La lección está como al principio.";
pub const ADDRESS_DAMAGED: &str =
    "El enlace llegó incompleto o dañado. La lección está como al principio.";

/// An exception that nothing better is known of than its own words.
pub fn uncaught(exception: &str, message: &str) -> String {
    match message {
        "" => format!("El programa terminó con `{exception}`."),
        _ => format!("El programa terminó con `{exception}: {message}`."),
    }
}

/// What to try about it.
pub const UNCAUGHT_HINT: &str =
    "Nadie la atrapó: corrige lo que la causa, o atrápala con `try` y `except`.";

/// What is told under the console.
pub const WHAT_HAPPENED: &str = "Qué pasó";
pub const ADVICE: &str = "Consejo";

pub fn did_you_mean(name: &str) -> String {
    format!("¿Quisiste decir `{name}`?")
}
