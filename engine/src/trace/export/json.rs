//! A run's log as JSON: written, and read again to the same log.
//!
//! ```text
//! {"formato": "asincronismo", "version": 2,
//!  "archivo": "programa.py", "programa": "import asyncio ...",
//!  "eventos": [[0, "line", 1], [0.5, "timer_fired", 0], ...]}
//! ```
//!
//! An event is a list: its program time in seconds, its kind, and what goes
//! with it, in the order of the fields of [`EventKind`]. Tasks, coroutines,
//! timers, threads and locks are numbers; what is not there is `null`, and a
//! time that never comes `1e999`. A reader leaves out fields of the file that it
//! does not know; a later `version` it refuses. Version 1 did not tell who holds
//! a lock.

use std::fmt::Write;
use std::rc::Rc;

use tinyjson::JsonValue as Json;

use super::check::can_follow;
use super::quoted;
use crate::trace::*;

const FORMAT: &str = "asincronismo";
const VERSION: f64 = 2.0;

/// The largest file that is read, in bytes: a full log comes to less.
pub const LARGEST: usize = 64 << 20;

/// A run read from a file.
#[derive(Clone, Debug)]
pub struct Saved {
    pub file_name: String,
    pub source: String,
    pub events: Vec<Event>,
}

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    TooLarge,
    /// It is no JSON, or not of this format.
    NotARun,
    /// Made by a later version.
    LaterVersion,
    /// The event with that index makes no sense.
    Event(usize),
}

/// Writes a run of `source`.
pub fn write(recording: &Recording, file_name: &str, source: &str) -> String {
    let mut out = format!("{{\"formato\":\"{FORMAT}\",\"version\":{VERSION},\"archivo\":");
    quoted(file_name, &mut out);
    out.push_str(",\"programa\":");
    quoted(source, &mut out);
    out.push_str(",\"eventos\":[");
    for (index, event) in recording.events(0..recording.len()).enumerate() {
        if index > 0 {
            out.push(',');
        }
        // Writing to a `String` cannot fail.
        let _ = write!(out, "\n[{},", event.at);
        Fields(&mut out).kind(&event.kind);
        out.push(']');
    }
    out.push_str("\n]}\n");
    out
}

/// Reads what [`write`] wrote.
///
/// # Errors
/// Whatever else it may be.
pub fn read(text: &str) -> Result<Saved, ReadError> {
    if text.len() > LARGEST {
        return Err(ReadError::TooLarge);
    }
    if is_too_deep(text) {
        return Err(ReadError::NotARun);
    }
    let file: Json = text.parse().map_err(|_| ReadError::NotARun)?;
    let Json::Object(file) = file else {
        return Err(ReadError::NotARun);
    };
    let text = |name: &str| match file.get(name) {
        Some(Json::String(text)) => Ok(text.clone()),
        _ => Err(ReadError::NotARun),
    };
    if text("formato")? != FORMAT {
        return Err(ReadError::NotARun);
    }
    match file.get("version") {
        Some(Json::Number(version)) if (1.0..=VERSION).contains(version) => {}
        Some(Json::Number(version)) if *version > VERSION => return Err(ReadError::LaterVersion),
        _ => return Err(ReadError::NotARun),
    }
    let Some(Json::Array(events)) = file.get("eventos") else {
        return Err(ReadError::NotARun);
    };
    // A full log still takes the end of its program.
    if events.len() > 2 * Limits::default().events {
        return Err(ReadError::TooLarge);
    }
    let mut read = Vec::with_capacity(events.len());
    let mut moment = Moment::default();
    for (index, event) in events.iter().enumerate() {
        let event = event_of(event).filter(|event| can_follow(event, &moment));
        let event = event.ok_or(ReadError::Event(index))?;
        moment.apply(&event);
        read.push(event);
    }
    Ok(Saved {
        file_name: text("archivo")?,
        source: text("programa")?,
        events: read,
    })
}

/// Whether it nests deeper than a run's file: the parser goes down by itself.
fn is_too_deep(text: &str) -> bool {
    const DEEPEST: usize = 8;
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    text.bytes().any(|byte| {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => depth += 1,
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    })
}

/// Writes the parts of an event behind its time.
struct Fields<'a>(&'a mut String);

impl Fields<'_> {
    fn kind(&mut self, kind: &EventKind) {
        use EventKind::*;
        let name = match kind {
            CoroutineCreated { .. } => "coroutine_created",
            CoroutineStarted { .. } => "coroutine_started",
            CoroutineEnded { .. } => "coroutine_ended",
            CoroutineNeverAwaited { .. } => "coroutine_never_awaited",
            TaskCreated { .. } => "task_created",
            TaskRenamed { .. } => "task_renamed",
            TaskReady { .. } => "task_ready",
            TaskResumed { .. } => "task_resumed",
            TaskSuspended { .. } => "task_suspended",
            TaskEnded { .. } => "task_ended",
            TimerSet { .. } => "timer_set",
            TimerFired { .. } => "timer_fired",
            TimerCancelled { .. } => "timer_cancelled",
            Acquired { .. } => "acquired",
            Released { .. } => "released",
            Turn => "turn",
            ThreadStarted { .. } => "thread_started",
            ThreadResumed { .. } => "thread_resumed",
            ThreadEnded { .. } => "thread_ended",
            Blocked { .. } => "blocked",
            Unblocked => "unblocked",
            Line { .. } => "line",
            Bound(_) => "bound",
            Printed { .. } => "printed",
            ProgramEnded => "program_ended",
            ProgramFailed => "program_failed",
        };
        quoted(name, self.0);
        match kind {
            CoroutineCreated { coroutine, info } => {
                self.number(coroutine.0);
                self.text(&info.name).text(&info.label).text(&info.key);
                self.number(info.line);
                self.maybe(info.creator.map(|id| id.0));
            }
            CoroutineStarted { coroutine } | CoroutineNeverAwaited { coroutine } => {
                self.number(coroutine.0);
            }
            CoroutineEnded { coroutine, outcome } => self.number(coroutine.0).outcome(outcome),
            TaskCreated {
                task,
                name,
                coroutine,
                main,
            } => {
                self.number(task.0).text(name);
                self.maybe(coroutine.map(|id| id.0));
                self.number(u32::from(*main));
            }
            TaskRenamed { task, name } => {
                self.number(task.0).text(name);
            }
            TaskReady { task, reason } => {
                self.number(task.0).text(reason_name(*reason));
            }
            TaskResumed { task } => {
                self.number(task.0);
            }
            TaskSuspended { task, until } => self.number(task.0).wait(until),
            TaskEnded { task, outcome } => self.number(task.0).outcome(outcome),
            TimerSet {
                timer,
                deadline,
                task,
            } => {
                self.number(timer.0).seconds(*deadline);
                self.maybe(task.map(|id| id.0));
            }
            TimerFired { timer } | TimerCancelled { timer } => {
                self.number(timer.0);
            }
            Acquired {
                resource,
                task,
                kind,
            } => {
                self.number(resource.0).number(task.0).text(kind);
            }
            Released { resource, task } => {
                self.number(resource.0).maybe(task.map(|id| id.0));
            }
            ThreadStarted { thread, name } => {
                self.number(thread.0).text(name);
            }
            ThreadResumed { thread } | ThreadEnded { thread } => {
                self.number(thread.0);
            }
            Blocked { until } => {
                self.seconds(*until);
            }
            Line { line } => {
                self.number(*line);
            }
            Bound(binding) => {
                self.maybe(binding.coroutine.map(|id| id.0));
                self.text(&binding.name);
                match &binding.value {
                    Some(value) => self.text(value),
                    None => self.maybe(None),
                };
            }
            Printed { stream, text } => {
                let error = matches!(stream, Stream::Error);
                self.number(u32::from(error)).text(text);
            }
            Turn | Unblocked | ProgramEnded | ProgramFailed => {}
        }
    }

    fn number(&mut self, number: u32) -> &mut Self {
        let _ = write!(self.0, ",{number}");
        self
    }

    fn seconds(&mut self, time: Seconds) -> &mut Self {
        // JSON has no word for a time that never comes; this reads as one.
        let _ = match time.is_finite() {
            true => write!(self.0, ",{time}"),
            false => write!(self.0, ",1e999"),
        };
        self
    }

    fn maybe(&mut self, number: Option<u32>) -> &mut Self {
        match number {
            Some(number) => return self.number(number),
            None => self.0.push_str(",null"),
        }
        self
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.0.push(',');
        quoted(text, self.0);
        self
    }

    fn outcome(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Returned(value) => self.text("returned").text(value),
            Outcome::Raised(error) => self.text("raised").text(error),
            Outcome::Cancelled => self.text("cancelled"),
        };
    }

    fn wait(&mut self, wait: &Wait) {
        match wait {
            Wait::Timer { timer, deadline } => {
                self.text("timer").number(timer.0).seconds(*deadline)
            }
            Wait::Task(task) => self.text("task").number(task.0),
            Wait::Tasks(tasks) => {
                self.text("tasks");
                for task in tasks.iter() {
                    self.number(task.0);
                }
                self
            }
            Wait::NextTurn => self.text("next_turn"),
            Wait::Resource { kind, held } => self
                .text("resource")
                .text(kind)
                .maybe(held.map(|held| held.0)),
            Wait::Future => self.text("future"),
        };
    }
}

fn reason_name(reason: ReadyReason) -> &'static str {
    match reason {
        ReadyReason::Created => "created",
        ReadyReason::Yielded => "yielded",
        ReadyReason::Woken => "woken",
        ReadyReason::Cancelled => "cancelled",
    }
}

/// Takes the parts of an event from the front.
struct Parts<'a>(&'a [Json]);

impl Parts<'_> {
    fn next(&mut self) -> Option<&Json> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    fn seconds(&mut self) -> Option<Seconds> {
        self.next()?.get::<f64>().copied()
    }

    fn number(&mut self) -> Option<u32> {
        let number = self.seconds()?;
        let whole = number as u32;
        (f64::from(whole) == number).then_some(whole)
    }

    fn maybe(&mut self) -> Option<Option<u32>> {
        match self.0.first()? {
            Json::Null => self.next().map(|_| None),
            _ => self.number().map(Some),
        }
    }

    fn text(&mut self) -> Option<Rc<str>> {
        self.next()?
            .get::<String>()
            .map(|text| text.as_str().into())
    }

    fn task(&mut self) -> Option<TaskId> {
        self.number().map(TaskId)
    }

    fn coroutine(&mut self) -> Option<CoroutineId> {
        self.number().map(CoroutineId)
    }

    fn outcome(&mut self) -> Option<Outcome> {
        Some(match &*self.text()? {
            "returned" => Outcome::Returned(self.text()?),
            "raised" => Outcome::Raised(self.text()?),
            "cancelled" => Outcome::Cancelled,
            _ => return None,
        })
    }

    fn wait(&mut self) -> Option<Wait> {
        Some(match &*self.text()? {
            "timer" => Wait::Timer {
                timer: TimerId(self.number()?),
                deadline: self.seconds()?,
            },
            "task" => Wait::Task(self.task()?),
            "tasks" => {
                let mut tasks = Vec::new();
                while !self.0.is_empty() {
                    tasks.push(self.task()?);
                }
                Wait::Tasks(tasks.into())
            }
            "next_turn" => Wait::NextTurn,
            "resource" => Wait::Resource {
                kind: self.text()?,
                held: match self.0 {
                    [] => None,
                    _ => self.maybe()?.map(ResourceId),
                },
            },
            "future" => Wait::Future,
            _ => return None,
        })
    }
}

fn event_of(event: &Json) -> Option<Event> {
    let mut parts = Parts(event.get::<Vec<Json>>()?);
    let at = parts.seconds()?;
    let kind = kind_of(&mut parts)?;
    parts.0.is_empty().then_some(Event { at, kind })
}

fn kind_of(parts: &mut Parts) -> Option<EventKind> {
    use EventKind::*;
    let name = parts.text()?;
    Some(match &*name {
        "coroutine_created" => CoroutineCreated {
            coroutine: parts.coroutine()?,
            info: Rc::new(CoroutineInfo {
                name: parts.text()?,
                label: parts.text()?,
                key: parts.text()?,
                line: parts.number()?,
                creator: parts.maybe()?.map(CoroutineId),
            }),
        },
        "coroutine_started" => CoroutineStarted {
            coroutine: parts.coroutine()?,
        },
        "coroutine_ended" => CoroutineEnded {
            coroutine: parts.coroutine()?,
            outcome: parts.outcome()?,
        },
        "coroutine_never_awaited" => CoroutineNeverAwaited {
            coroutine: parts.coroutine()?,
        },
        "task_created" => TaskCreated {
            task: parts.task()?,
            name: parts.text()?,
            coroutine: parts.maybe()?.map(CoroutineId),
            main: parts.number()? == 1,
        },
        "task_renamed" => TaskRenamed {
            task: parts.task()?,
            name: parts.text()?,
        },
        "task_ready" => TaskReady {
            task: parts.task()?,
            reason: match &*parts.text()? {
                "created" => ReadyReason::Created,
                "yielded" => ReadyReason::Yielded,
                "woken" => ReadyReason::Woken,
                "cancelled" => ReadyReason::Cancelled,
                _ => return None,
            },
        },
        "task_resumed" => TaskResumed {
            task: parts.task()?,
        },
        "task_suspended" => TaskSuspended {
            task: parts.task()?,
            until: parts.wait()?,
        },
        "task_ended" => TaskEnded {
            task: parts.task()?,
            outcome: parts.outcome()?,
        },
        "timer_set" => TimerSet {
            timer: TimerId(parts.number()?),
            deadline: parts.seconds()?,
            task: parts.maybe()?.map(TaskId),
        },
        "timer_fired" => TimerFired {
            timer: TimerId(parts.number()?),
        },
        "timer_cancelled" => TimerCancelled {
            timer: TimerId(parts.number()?),
        },
        "acquired" => Acquired {
            resource: ResourceId(parts.number()?),
            task: parts.task()?,
            kind: parts.text()?,
        },
        "released" => Released {
            resource: ResourceId(parts.number()?),
            task: parts.maybe()?.map(TaskId),
        },
        "turn" => Turn,
        "thread_started" => ThreadStarted {
            thread: ThreadId(parts.number()?),
            name: parts.text()?,
        },
        "thread_resumed" => ThreadResumed {
            thread: ThreadId(parts.number()?),
        },
        "thread_ended" => ThreadEnded {
            thread: ThreadId(parts.number()?),
        },
        "blocked" => Blocked {
            until: parts.seconds()?,
        },
        "unblocked" => Unblocked,
        "line" => Line {
            line: parts.number()?,
        },
        "bound" => Bound(Rc::new(Binding {
            coroutine: parts.maybe()?.map(CoroutineId),
            name: parts.text()?,
            value: match parts.0.first()? {
                Json::Null => parts.next().map(|_| None)?,
                _ => Some(parts.text()?),
            },
        })),
        "printed" => Printed {
            stream: match parts.number()? {
                0 => Stream::Output,
                _ => Stream::Error,
            },
            text: parts.text()?,
        },
        "program_ended" => ProgramEnded,
        "program_failed" => ProgramFailed,
        _ => return None,
    })
}
