//! A tiny builder of event lists.

use std::rc::Rc;

use crate::trace::*;

/// Writes events at a time that only goes forward.
#[derive(Default)]
pub(super) struct Script {
    pub(super) at: Seconds,
    pub(super) events: Vec<Event>,
    coroutines: u32,
    tasks: u32,
    timers: u32,
}

impl Script {
    pub(super) fn tell(&mut self, kind: EventKind) {
        self.events.push(Event { at: self.at, kind });
    }

    pub(super) fn lines(&mut self, lines: &[u32]) {
        for &line in lines {
            self.tell(EventKind::Line { line });
        }
    }

    pub(super) fn print(&mut self, text: &str) {
        let text = text.into();
        let stream = Stream::Output;
        self.tell(EventKind::Printed { stream, text });
    }

    /// An `async def` is called.
    pub(super) fn call(&mut self, label: &str, key: &str) -> CoroutineId {
        let coroutine = CoroutineId(self.coroutines);
        self.coroutines += 1;
        let info = Rc::new(CoroutineInfo {
            name: label.split('(').next().unwrap_or(label).into(),
            label: label.into(),
            key: key.into(),
            line: 1,
            creator: None,
        });
        self.tell(EventKind::CoroutineCreated { coroutine, info });
        coroutine
    }

    pub(super) fn task(&mut self, coroutine: CoroutineId, main: bool) -> TaskId {
        let task = TaskId(self.tasks);
        self.tasks += 1;
        self.tell(EventKind::TaskCreated {
            task,
            name: format!("Task-{}", task.0 + 1).into(),
            coroutine: Some(coroutine),
            main,
        });
        self.ready(task, ReadyReason::Created);
        task
    }

    pub(super) fn ready(&mut self, task: TaskId, reason: ReadyReason) {
        self.tell(EventKind::TaskReady { task, reason });
    }

    pub(super) fn turn(&mut self) {
        self.tell(EventKind::Turn);
    }

    pub(super) fn resume(&mut self, task: TaskId) {
        self.tell(EventKind::TaskResumed { task });
    }

    pub(super) fn start(&mut self, coroutine: CoroutineId) {
        self.tell(EventKind::CoroutineStarted { coroutine });
    }

    pub(super) fn suspend(&mut self, task: TaskId, until: Wait) {
        self.tell(EventKind::TaskSuspended { task, until });
    }

    /// `await asyncio.sleep(delay)` up to where the thread is given back.
    pub(super) fn sleep(&mut self, task: TaskId, delay: Seconds) -> TimerId {
        let timer = TimerId(self.timers);
        self.timers += 1;
        let deadline = self.at + delay;
        self.tell(EventKind::TimerSet {
            timer,
            deadline,
            task: Some(task),
        });
        self.suspend(task, Wait::Timer { timer, deadline });
        timer
    }

    /// The timer fires, `task` is woken and gets the thread, as in CPython in
    /// three turns.
    pub(super) fn wake(&mut self, timer: TimerId, task: TaskId) {
        self.turn();
        self.tell(EventKind::TimerFired { timer });
        self.turn();
        self.ready(task, ReadyReason::Woken);
        self.turn();
        self.resume(task);
    }

    pub(super) fn end(&mut self, coroutine: CoroutineId, result: &str) {
        let outcome = Outcome::Returned(result.into());
        self.tell(EventKind::CoroutineEnded { coroutine, outcome });
    }

    pub(super) fn end_task(&mut self, task: TaskId, result: &str) {
        let outcome = Outcome::Returned(result.into());
        self.tell(EventKind::TaskEnded { task, outcome });
    }
}

/// The seed's `main_sincrono`: A and B awaited one after the other inside
/// Task-1, 2 and 3 seconds.
pub(super) fn sequential() -> Script {
    let mut script = Script::default();
    let main = script.call("main_sincrono()", "main_sincrono");
    let task = script.task(main, true);
    script.turn();
    script.resume(task);
    script.start(main);
    for (key, delay) in [("A", 2.0), ("B", 3.0)] {
        script.lines(&[14]);
        let coroutine = script.call(&format!("procesar_data(\"{key}\", {delay})"), key);
        script.start(coroutine);
        script.lines(&[5]);
        script.print(&format!("Iniciando tarea {key}\n"));
        script.lines(&[6]);
        let timer = script.sleep(task, delay);
        script.at += delay;
        script.wake(timer, task);
        script.lines(&[7]);
        script.print(&format!("--> Tarea {key} terminada.\n"));
        script.end(coroutine, &format!("'{}'", key.repeat(10)));
    }
    script.lines(&[16]);
    script.print("Tiempo total síncrono: 5.00 segundos.\n");
    script.end(main, "None");
    script.end_task(task, "None");
    script.tell(EventKind::ProgramEnded);
    script
}

/// The seed's `main_asincrono`: A and B as tasks of their own.
pub(super) fn concurrent() -> Script {
    let mut script = Script::default();
    let main = script.call("main_asincrono()", "main_asincrono");
    let stage = script.task(main, true);
    script.turn();
    script.resume(stage);
    script.start(main);
    script.lines(&[22, 23]);
    let calls = ["A", "B"].map(|key| script.call(&format!("procesar_data(\"{key}\")"), key));
    script.lines(&[26]);
    let tasks = calls.map(|coroutine| script.task(coroutine, false));
    script.suspend(stage, Wait::Tasks(tasks.into()));
    script.turn();
    let mut timers = Vec::new();
    for (index, delay) in [(0, 2.0), (1, 3.0)] {
        script.resume(tasks[index]);
        script.start(calls[index]);
        script.lines(&[5]);
        script.print("Iniciando\n");
        script.lines(&[6]);
        timers.push(script.sleep(tasks[index], delay));
    }
    for index in [0, 1] {
        script.at = [2.0, 3.0][index];
        script.wake(timers[index], tasks[index]);
        script.lines(&[7]);
        script.print("terminada\n");
        script.end(calls[index], "'AAAAAAAAAA'");
        script.end_task(tasks[index], "'AAAAAAAAAA'");
    }
    script.turn();
    script.ready(stage, ReadyReason::Woken);
    script.turn();
    script.resume(stage);
    script.lines(&[27]);
    script.end(main, "None");
    script.end_task(stage, "None");
    script.tell(EventKind::ProgramEnded);
    script
}

pub(super) fn record(events: &[Event]) -> Recording {
    let mut recording = Recording::new(Limits::default());
    for event in events {
        recording.push(event.clone());
    }
    recording
}
