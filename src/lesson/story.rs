//! A run told as a story: a sentence in Spanish for each event, with code words
//! in backticks. A pure function of the event, of the moment that it meets, and
//! of the program's text.

use std::fmt::Write;

use engine::trace::{
    Binding, CoroutineId, Event, EventKind, Moment, Outcome, ReadyReason, TaskId, ThreadId, Wait,
};

/// The program that a story is about.
pub struct Story<'a> {
    lines: Vec<&'a str>,
}

/// Names that a sentence lists; the others are counted.
const MOST_NAMES: usize = 5;

impl<'a> Story<'a> {
    /// The story of a run of `source`.
    pub fn of(source: &'a str) -> Story<'a> {
        Story {
            lines: source.lines().collect(),
        }
    }

    /// What happened, and why; `before` is the moment that the event meets.
    pub fn sentence(&self, event: &Event, before: &Moment) -> String {
        match &event.kind {
            EventKind::CoroutineCreated { info, .. } => format!(
                "Se llama a {}: nace la corrutina {}. De su cuerpo aún no corre nada.",
                code(&info.label),
                code(&info.key)
            ),
            EventKind::CoroutineStarted { coroutine } => started(*coroutine, before),
            EventKind::CoroutineEnded { coroutine, outcome } => {
                ended(&coroutine_name(before, *coroutine), outcome)
            }
            EventKind::CoroutineNeverAwaited { coroutine } => format!(
                "Nadie esperó a {}: se descarta sin haber corrido. Le faltó un `await`.",
                coroutine_name(before, *coroutine)
            ),
            EventKind::TaskCreated {
                name,
                coroutine,
                main,
                ..
            } => {
                let who = coroutine.map(|id| coroutine_name(before, id));
                let who = who.unwrap_or_else(|| "una corrutina de la biblioteca".to_owned());
                match main {
                    true => format!("`asyncio.run()` envuelve {who} en la tarea {}.", code(name)),
                    false => format!("{who} queda envuelta en la tarea {}.", code(name)),
                }
            }
            EventKind::TaskRenamed { task, name } => format!(
                "La tarea {} pasa a llamarse {}.",
                task_name(before, *task),
                code(name)
            ),
            EventKind::TaskReady { task, reason } => queued(*task, *reason, before),
            EventKind::TaskResumed { task } => format!(
                "El bucle saca a {} de la cola y le da el hilo.",
                task_name(before, *task)
            ),
            EventKind::TaskSuspended { task, until } => self.suspended(*task, until, before),
            EventKind::TaskEnded { task, .. } => {
                let name = before.task(*task).map(|task| code(&task.name));
                let name = name.unwrap_or_default();
                format!("Acaba la tarea {name}. {}", whats_next(before))
            }
            EventKind::TimerSet { deadline, task, .. } => {
                let whose = match task {
                    Some(task) => format!(" de {}", task_name(before, *task)),
                    None => String::new(),
                };
                format!("El bucle anota un temporizador{whose} para el segundo {deadline:.2}.")
            }
            EventKind::TimerFired { timer } => {
                let timer = before.timer(*timer);
                let whose = timer.and_then(|timer| timer.task);
                let whose = whose.map(|task| format!(" de {}", task_name(before, task)));
                let late = timer.map_or(0.0, |timer| event.at - timer.deadline);
                let late = match late {
                    late if late >= 0.05 => format!(" con {late:.2} s de retraso"),
                    _ => String::new(),
                };
                format!("Vence el temporizador{}{late}.", whose.unwrap_or_default())
            }
            EventKind::TimerCancelled { timer } => {
                let whose = before.timer(*timer).and_then(|timer| timer.task);
                let whose = whose.map(|task| format!(" de {}", task_name(before, task)));
                format!(
                    "Se cancela el temporizador{}: ya nadie lo necesita.",
                    whose.unwrap_or_default()
                )
            }
            EventKind::Acquired { task, kind, .. } => {
                format!("{} toma el {}.", task_name(before, *task), code(kind))
            }
            EventKind::Released { resource, .. } => {
                let resource = before.resources().get(resource.0 as usize);
                let kind = resource.map_or("Lock", |resource| &resource.kind);
                format!("{} suelta el {}.", whoever(before), code(kind))
            }
            EventKind::Turn => {
                match list(before.ready().map(|ready| task_name(before, ready.task))) {
                    Some(queue) => format!(
                        "Vuelta {} del bucle: le toca a quien está en cola ({queue}).",
                        before.turns() + 1
                    ),
                    None => format!(
                        "Vuelta {} del bucle: no hay tareas en cola.",
                        before.turns() + 1
                    ),
                }
            }
            EventKind::ThreadStarted { name, .. } => format!(
                "Nace otro hilo, {}: lo que bloquee en él no detiene al bucle.",
                code(name)
            ),
            EventKind::ThreadResumed { thread } => match *thread {
                ThreadId::MAIN => "Sigue el hilo principal.".to_owned(),
                id => format!("Sigue el hilo {}.", thread_name(before, id)),
            },
            EventKind::ThreadEnded { thread } => {
                format!("Termina el hilo {}.", thread_name(before, *thread))
            }
            EventKind::Blocked { until } if before.thread() != ThreadId::MAIN => format!(
                "El hilo {} duerme hasta el segundo {until:.2}; el bucle sigue libre.",
                thread_name(before, before.thread())
            ),
            EventKind::Unblocked if before.thread() != ThreadId::MAIN => {
                format!(
                    "El hilo {} despierta.",
                    thread_name(before, before.thread())
                )
            }
            EventKind::Blocked { until } => format!(
                "{} se queda con el hilo: `time.sleep` bloquea a todos hasta el segundo {until:.2}.",
                whoever(before)
            ),
            EventKind::Unblocked => {
                format!("{} deja de bloquear el hilo.", whoever(before))
            }
            EventKind::Line { line } => {
                format!(
                    "{} llega a la línea {line}{}.",
                    whoever(before),
                    self.text(*line)
                )
            }
            EventKind::Bound(binding) => bound(binding),
            EventKind::Printed { text, .. } => match text.trim_end() {
                "" => format!("{} imprime una línea vacía.", whoever(before)),
                text => format!("{} imprime {}.", whoever(before), code(&short(text))),
            },
            EventKind::ProgramEnded => "El programa termina.".to_owned(),
            EventKind::ProgramFailed => {
                "El programa termina con una excepción que nadie atrapó.".to_owned()
            }
        }
    }

    fn suspended(&self, task: TaskId, until: &Wait, before: &Moment) -> String {
        let who = whoever(before);
        let line = before.task(task).and_then(|task| task.line);
        let place = line.map_or(String::new(), |line| format!(" en la línea {line}"));
        let text = line.map_or(String::new(), |line| self.text(line));
        format!(
            "{who} se suspende{place}{text} y espera {}. {}",
            awaited(until, before),
            whats_next(before)
        )
    }

    /// The text of a line, behind a colon.
    fn text(&self, line: u32) -> String {
        let text = self.lines.get(line as usize - 1).map(|line| line.trim());
        match text.unwrap_or_default() {
            "" => String::new(),
            text => format!(", {}", code(&short(text))),
        }
    }
}

/// What a suspended task waits for: "a que pasen 2.00 s", "a `B`".
pub fn awaited(wait: &Wait, moment: &Moment) -> String {
    match wait {
        Wait::Timer { deadline, .. } => format!("hasta el segundo {deadline:.2}"),
        Wait::Task(task) => format!("a que termine {}", task_name(moment, *task)),
        Wait::Tasks(tasks) => match list(tasks.iter().map(|task| task_name(moment, *task))) {
            Some(names) => format!("a {names}"),
            None => "a otras tareas".to_owned(),
        },
        Wait::NextTurn => "solo a la próxima vuelta".to_owned(),
        Wait::Resource { kind, held } => {
            let holders = held.map_or(&[][..], |held| moment.holders(held));
            format!("a un {}{}", code(kind), held_by(holders, moment))
        }
        Wait::Future => "a un `Future`".to_owned(),
    }
}

/// Who has what somebody waits for: ", que tiene `A`".
fn held_by(holders: &[TaskId], moment: &Moment) -> String {
    let verb = if holders.len() == 1 {
        "tiene"
    } else {
        "tienen"
    };
    let names = list(holders.iter().map(|task| task_name(moment, *task)));
    names.map_or(String::new(), |names| format!(", que {verb} {names}"))
}

/// How a task is called: by the key of its coroutine, or by its own name.
pub fn task_label(moment: &Moment, task: TaskId) -> String {
    let Some(task) = moment.task(task) else {
        return String::new();
    };
    match task.coroutine.and_then(|id| moment.coroutine(id)) {
        Some(coroutine) if coroutine.main => coroutine.info.name.to_string(),
        Some(coroutine) => coroutine.info.key.to_string(),
        None => task.name.to_string(),
    }
}

fn task_name(moment: &Moment, task: TaskId) -> String {
    code(&task_label(moment, task))
}

fn coroutine_name(moment: &Moment, coroutine: CoroutineId) -> String {
    let coroutine = moment.coroutine(coroutine);
    coroutine.map_or(String::new(), |coroutine| match coroutine.main {
        true => code(&coroutine.info.name),
        false => code(&coroutine.info.key),
    })
}

fn thread_name(moment: &Moment, thread: ThreadId) -> String {
    let threads = moment.threads().iter();
    let mut names = threads
        .filter(|known| known.id == thread)
        .map(|known| code(&known.name));
    names.next().unwrap_or_default()
}

/// Whose code runs: the innermost coroutine's of the task that has the thread.
fn whoever(moment: &Moment) -> String {
    if moment.thread() != ThreadId::MAIN {
        return format!("El hilo {}", thread_name(moment, moment.thread()));
    }
    match (moment.running_coroutine(), moment.running()) {
        (Some(coroutine), _) => coroutine_name(moment, coroutine),
        (None, Some(task)) => task_name(moment, task),
        (None, None) => "El programa".to_owned(),
    }
}

fn started(coroutine: CoroutineId, before: &Moment) -> String {
    let who = coroutine_name(before, coroutine);
    let running = before.running().and_then(|task| before.task(task));
    match running {
        Some(task) if task.coroutine == Some(coroutine) => {
            format!("{who} empieza a correr en {}.", code(&task.name))
        }
        Some(task) => format!(
            "{} espera a {who} con `await`: {who} corre dentro de la misma tarea, {}, sin pasar por \
             el bucle.",
            whoever(before),
            code(&task.name)
        ),
        None => format!("{who} empieza a correr."),
    }
}

fn ended(who: &str, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Returned(value) if &**value == "None" => format!("{who} termina."),
        Outcome::Returned(value) => format!("{who} termina y devuelve {}.", code(&short(value))),
        Outcome::Raised(error) => format!("{who} falla: {}.", code(&short(error))),
        Outcome::Cancelled => format!("{who} termina cancelada."),
    }
}

fn queued(task: TaskId, reason: ReadyReason, before: &Moment) -> String {
    let who = task_name(before, task);
    let place = match before.ready().count() {
        0 => "es la primera de la cola".to_owned(),
        ahead => format!("delante tiene {ahead}"),
    };
    match reason {
        ReadyReason::Created => format!("{who} entra en la cola: {place}."),
        ReadyReason::Yielded => format!("{who} cede el turno y vuelve a la cola: {place}."),
        ReadyReason::Woken => format!("Lo que {who} esperaba ya está. Entra en la cola: {place}."),
        ReadyReason::Cancelled => {
            format!("Piden cancelar {who}. Entra en la cola para recibir `CancelledError`.")
        }
    }
}

fn bound(binding: &Binding) -> String {
    match &binding.value {
        Some(value) => format!("{} vale {}.", code(&binding.name), code(value)),
        None => format!("{} ya no existe.", code(&binding.name)),
    }
}

/// Where the thread goes when a task gives it back.
fn whats_next(before: &Moment) -> String {
    if let Some(next) = before.ready().next() {
        return format!("El bucle pasa a {}.", task_name(before, next.task));
    }
    match before.timers().first() {
        Some(timer) => format!(
            "No hay nadie en la cola: el bucle duerme hasta el segundo {:.2}.",
            timer.deadline
        ),
        None => "No hay nadie en la cola.".to_owned(),
    }
}

/// "A, B y C"; nothing where there is nobody.
fn list(names: impl Iterator<Item = String>) -> Option<String> {
    let mut names: Vec<String> = names.collect();
    if let Some(more @ 1..) = names.len().checked_sub(MOST_NAMES) {
        names.truncate(MOST_NAMES);
        names.push(format!("{more} más"));
    }
    let last = names.pop()?;
    let mut text = names.join(", ");
    if !text.is_empty() {
        text.push_str(" y ");
    }
    // Writing to a `String` cannot fail.
    let _ = write!(text, "{last}");
    Some(text)
}

/// A text of the program's as code, whatever it holds.
fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "ˋ"))
}

/// At most so much of a text as a sentence can bear.
fn short(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use engine::machine::{Machine, Options, Status};

    use super::*;

    /// The story of a program from its start to its end, on a clock that jumps.
    fn tell(source: &str) -> Vec<String> {
        let mut machine = Machine::new(source, Options::default()).expect("it compiles");
        let mut now = 0.0;
        loop {
            match machine.advance(now, 10_000) {
                Status::IdleUntil(next) | Status::BlockedUntil(next) => now = next,
                Status::OutOfBudget => {}
                _ => break,
            }
        }
        let recording = machine.recording();
        let story = Story::of(source);
        let mut moment = Moment::default();
        let told = recording.events(0..recording.len()).map(|event| {
            let sentence = story.sentence(event, &moment);
            moment.apply(event);
            sentence
        });
        told.collect()
    }

    const TWO: &str = "import asyncio
async def tarea(nombre, espera):
    await asyncio.sleep(espera)
    return nombre * 2
async def main():
    await asyncio.gather(tarea('A', 2), tarea('B', 3))
asyncio.run(main())
";

    #[test]
    fn a_suspension_says_where_until_when_and_who_is_next() {
        let story = tell(TWO);
        let expected = [
            "`A` se suspende en la línea 3, `await asyncio.sleep(espera)` y espera hasta el segundo \
             2.00. El bucle pasa a `B`.",
            "`B` se suspende en la línea 3, `await asyncio.sleep(espera)` y espera hasta el segundo \
             3.00. No hay nadie en la cola: el bucle duerme hasta el segundo 2.00.",
            "`main` se suspende en la línea 6, `await asyncio.gather(tarea('A', 2), tarea('B', 3))` \
             y espera a `A` y `B`. El bucle pasa a `A`.",
            "`A` termina y devuelve `'AA'`.",
            "Lo que `A` esperaba ya está. Entra en la cola: es la primera de la cola.",
        ];
        for sentence in expected {
            assert!(
                story.iter().any(|told| told == sentence),
                "{sentence}\n{story:#?}"
            );
        }
    }

    const LOCKED: &str = "import asyncio
async def tarea(candado):
    async with candado:
        await asyncio.sleep(1)
async def main():
    uno, dos = asyncio.Lock(), asyncio.Semaphore(2)
    pares = [asyncio.create_task(tarea(uno), name=nombre) for nombre in 'AB']
    trio = [asyncio.create_task(tarea(dos), name=nombre) for nombre in 'XYZ']
    await asyncio.gather(*pares, *trio)
asyncio.run(main())
";

    #[test]
    fn who_waits_for_a_lock_is_told_who_has_it() {
        let story = tell(LOCKED);
        let expected = [
            "`tarea` toma el `Lock`.",
            "`tarea-2` se suspende en la línea 3, `async with candado:` y espera a un `Lock`, que \
             tiene `tarea`. El bucle pasa a `tarea-3`.",
            "`tarea-5` se suspende en la línea 3, `async with candado:` y espera a un `Semaphore`, \
             que tienen `tarea-3` y `tarea-4`. No hay nadie en la cola: el bucle duerme hasta el \
             segundo 1.00.",
            "`tarea` suelta el `Lock`.",
            "`tarea-2` toma el `Lock`.",
        ];
        let places = expected.map(|sentence| story.iter().position(|told| told == sentence));
        assert!(
            places.is_sorted() && places[0].is_some(),
            "{places:?}\n{story:#?}"
        );
    }

    #[test]
    fn a_barrier_is_no_lock_of_the_programs() {
        let story = tell(
            "import asyncio
async def main():
    barrera = asyncio.Barrier(2)
    await asyncio.gather(barrera.wait(), barrera.wait())
asyncio.run(main())
",
        );
        let told = story.join("\n");
        assert!(told.contains("espera a un `Barrier`. "), "{told}");
        assert!(!told.contains("Lock"), "{told}");
    }

    #[test]
    fn every_sentence_ends_and_its_code_is_closed() {
        for sentence in tell(TWO) {
            assert!(sentence.ends_with('.'), "{sentence}");
            assert_eq!(sentence.matches('`').count() % 2, 0, "{sentence}");
        }
    }

    #[test]
    fn lists_are_read_aloud_as_lists() {
        let names = |count: usize| list((0..count).map(|n| n.to_string()));
        assert_eq!(names(0), None);
        assert_eq!(names(1).as_deref(), Some("0"));
        assert_eq!(names(3).as_deref(), Some("0, 1 y 2"));
        assert_eq!(names(8).as_deref(), Some("0, 1, 2, 3, 4 y 3 más"));
    }

    #[test]
    fn a_backtick_of_the_programs_does_not_end_the_code() {
        let binding = Binding {
            coroutine: None,
            name: "x".into(),
            value: Some(Rc::from("'`'")),
        };
        assert_eq!(bound(&binding), "`x` vale `'ˋ'`.");
    }
}
