//! What is said of a run's findings, in Spanish with code words in backticks,
//! and which place of the lesson settles each misconception.

use std::rc::Rc;

use engine::advice::{Finding, Misconception};

/// A place in the lesson, to be linked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// Its anchor: `precision-llamar`.
    pub anchor: &'static str,
    pub title: &'static str,
}

/// Where the lesson settles a misconception.
pub fn pointer(misconception: Misconception) -> Pointer {
    let (anchor, title) = match misconception {
        Misconception::CallingRuns => ("precision-llamar", "Llamar no ejecuta"),
        Misconception::EveryAwaitYields => ("precision-llamar", "Un `await` no siempre cede"),
        Misconception::RunInNotebook => ("precision-cuaderno", "`asyncio.run()` en un cuaderno"),
        Misconception::BlockingIsFine => ("precision-mesero", "Si el mesero se pone a cocinar"),
        Misconception::SleepIsExact | Misconception::TimeoutRescuesBlocked => {
            ("precision-mesero", "«Le avisa» no es «lo interrumpe»")
        }
        Misconception::TasksAreParallel => ("precision-mesero", "Un solo hilo ejecuta tu código"),
        Misconception::AwaitInLoop => ("precision-seguidos", "Un `await` detrás de otro"),
        Misconception::ResultsAsCompleted => ("precision-seguidos", "El orden de los resultados"),
        Misconception::OneFailureStopsAll
        | Misconception::FireAndForget
        | Misconception::TaskStartsAtOnce => ("precision-tareas", "Qué pasa con una tarea"),
        Misconception::AsyncIsFaster => ("precision-modelo", "Rápida no es más rápida"),
        Misconception::OneConnectionForAll => {
            ("precision-conexiones", "Una conexión, una consulta por vez")
        }
    };
    Pointer { anchor, title }
}

/// What happened, and what to try.
pub fn sentence(finding: &Finding) -> String {
    match finding {
        Finding::NeverAwaited { function } => format!(
            "Llamaste a `{function}` y nadie esperó la corrutina: su código no corrió. \
             Escribe `await` delante, o entrégala a `asyncio.create_task` o `asyncio.gather`."
        ),
        Finding::Blocked { seconds } => format!(
            "`time.sleep` retuvo el hilo {seconds:.2} s: mientras tanto el bucle no atiende a nadie. \
             En una corrutina espera con `await asyncio.sleep(...)`."
        ),
        Finding::BlockedInTurn {
            function,
            tasks,
            seconds,
        } => format!(
            "`{function}` bloquea: {tasks} tareas pasaron por ella una tras otra, {seconds:.2} s en total. \
             Llámala con `await asyncio.to_thread({function}, ...)` y el bucle queda libre."
        ),
        Finding::LimitPassed { due, until } => format!(
            "El plazo de esta línea venció en {due:.2} s, pero el hilo estuvo ocupado hasta {until:.2} s. \
             Un plazo no interrumpe a quien no cede el turno."
        ),
        Finding::NotKept => {
            "Nadie guarda la tarea que crea esta línea: Python puede descartarla a medias. \
             Guárdala en una variable y espérala con `await`."
                .to_owned()
        }
        Finding::NotKeptAndCut { task } => format!(
            "Nadie guarda ni espera la tarea `{task}`: cuando terminó la corrutina principal, quedó cancelada. \
             Guárdala en una variable y espérala con `await`."
        ),
        Finding::CutShort { task } => format!(
            "La corrutina principal terminó antes que `{task}`, y `asyncio.run` la canceló. \
             Si debe acabar, espérala con `await`."
        ),
        Finding::OneAfterAnother {
            rounds,
            total,
            longest,
        } => format!(
            "Cada vuelta de este bucle espera a la anterior: {rounds} esperas, {total:.2} s en total. \
             Si no dependen unas de otras, `asyncio.gather` las junta; la más larga dura {longest:.2} s."
        ),
        Finding::NeverBegun { task } => format!(
            "La tarea `{task}` quedó cancelada antes de su primer turno: de su código no corrió nada. \
             `create_task` solo la pone en la cola."
        ),
        Finding::OthersWentOn {
            failed,
            other,
            failed_at,
            ended_at,
        } => format!(
            "`{failed}` falló en {failed_at:.2} s y `gather` no detuvo a las demás: `{other}` siguió hasta {ended_at:.2} s. \
             `asyncio.TaskGroup` sí las cancela."
        ),
        Finding::WokeLate { task, due, woke } => format!(
            "`{task}` debía despertar en {due:.2} s y despertó en {woke:.2} s: otra tarea tenía el hilo. \
             `sleep` promete esperar al menos ese tiempo, no exactamente ese tiempo."
        ),
        Finding::Computed { task, seconds } => format!(
            "`{task}` calculó durante {seconds:.2} s sin ceder el turno, y las demás tareas esperaron. \
             `asyncio` tiene un solo hilo: un cálculo largo va en otro proceso."
        ),
        Finding::NoneGaveWay { tasks } => format!(
            "Ninguna de estas {tasks} tareas cedió el turno: corrieron enteras, una tras otra. \
             `gather` solo aprovecha las esperas, y aquí no hay ninguna."
        ),
        Finding::NothingToAwait { function } => format!(
            "`{function}` no espera nada: `await {function}(...)` no cede el turno, y quien estaba en cola siguió en cola. \
             Solo cede un `await` que se suspende."
        ),
        Finding::OneAtATime { tasks, longest } => format!(
            "{tasks} tareas esperaron su turno por un mismo `Lock`, hasta {longest:.2} s: deja pasar a una cada vez. \
             Si hay varias conexiones, limita con `asyncio.Semaphore(n)`."
        ),
        Finding::ResultsInOrderOfCalls { ended, results } => format!(
            "Terminaron en este orden: {}. `gather` dio los resultados en el orden en que las pasaste: {}.",
            names(ended),
            names(results)
        ),
    }
}

fn names(keys: &[Rc<str>]) -> String {
    let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    keys.join(", ")
}
