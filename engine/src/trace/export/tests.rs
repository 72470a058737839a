use tinyjson::JsonValue as Json;

use super::{chrome, json};
use crate::machine::{Machine, Options, Status};
use crate::trace::*;

const PROGRAM: &str = "import asyncio, time
async def tarea(nombre, espera):
    try:
        await asyncio.sleep(espera)
    finally:
        print(f'\"{nombre}\"\\n\\x01 ñ')
    if nombre == 'B':
        raise ValueError('no\\\\')
    del espera
    await asyncio.sleep(0)
async def main():
    cola = asyncio.Queue()
    async with asyncio.Semaphore(1):
        pass
    nadie = tarea('nadie', 1)
    del nadie
    espera = asyncio.create_task(cola.get())
    await asyncio.gather(tarea('A', 1), tarea('B', 2), asyncio.to_thread(time.sleep, 0.5),
                         return_exceptions=True)
    eterna = asyncio.create_task(asyncio.sleep(float('inf')))
    await asyncio.sleep(0)
    espera.cancel()
    eterna.cancel()
    time.sleep(0.1)
asyncio.run(main())
";

/// A run to its end, on a clock that jumps.
fn run(source: &str) -> Machine {
    let mut machine = Machine::new(source, Options::default()).expect("it compiles");
    let mut now = 0.0;
    loop {
        match machine.advance(now, 10_000) {
            Status::IdleUntil(next) | Status::BlockedUntil(next) => now = next,
            Status::OutOfBudget | Status::AtLine(_) => {}
            Status::Done | Status::Failed | Status::Stuck => return machine,
        }
    }
}

#[test]
fn a_log_that_was_written_is_read_as_the_same_log() {
    let machine = run(PROGRAM);
    let recording = machine.recording();
    let saved = json::read(&json::write(recording, "programa.py", PROGRAM)).expect("it is one");
    assert_eq!(
        (&*saved.file_name, &*saved.source),
        ("programa.py", PROGRAM)
    );
    assert!(saved.events.iter().eq(recording.events(0..recording.len())));
}

#[test]
fn whatever_else_is_refused() {
    use json::ReadError::{Event, LaterVersion, NotARun};
    let file = |version: &str, events: &str| {
        format!(
            "{{\"formato\":\"asincronismo\",\"version\":{version},\"archivo\":\"a\",\
             \"programa\":\"\",\"eventos\":[{events}],\"nuevo\":1}}"
        )
    };
    let error = |text: &str| json::read(text).map(|saved| saved.events.len());
    assert_eq!(error(""), Err(NotARun));
    assert_eq!(error("{}"), Err(NotARun));
    assert_eq!(error(&"[".repeat(1_000_000)), Err(NotARun));
    assert_eq!(error(&file("3", "")), Err(LaterVersion));
    assert_eq!(error(&file("0", "")), Err(NotARun));
    assert_eq!(error(&file("2", "[0,\"turn\"]")), Ok(1));
    // The first version did not say which lock somebody waits for.
    let waits = "[0,\"task_created\",0,\"t\",null,0],[0,\"task_ready\",0,\"created\"],\
                 [0,\"task_resumed\",0],[0,\"task_suspended\",0,\"resource\",\"Lock\"]";
    assert_eq!(error(&file("1", waits)), Ok(4));
    for wrong in [
        "0",
        "[]",
        "[0]",
        "[0,\"turn\",1]",
        "[0,\"what\"]",
        "[0,\"line\",1.5]",
        "[0,\"line\",-1]",
        "[0,\"task_created\",7,\"x\",null,0]",
        "[0,\"task_ready\",0,\"often\"]",
        "[0,\"acquired\",0,0,\"Lock\"]",
        "[0,\"released\",4000000000,null]",
    ] {
        assert_eq!(error(&file("1", wrong)), Err(Event(0)), "{wrong}");
    }
    assert_eq!(
        error(&file("1", "[1,\"turn\"],[0,\"turn\"]")),
        Err(Event(1))
    );
}

/// The folds would run for ever, or take all memory, or say what cannot be.
#[test]
fn an_event_that_cannot_follow_the_ones_before_is_refused() {
    let coroutine = "[0,\"coroutine_created\",0,\"f\",\"f()\",\"f\",1,null]";
    let task = "[0,\"task_created\",0,\"t\",null,0]";
    let ready = "[0,\"task_ready\",0,\"created\"]";
    for (before, wrong) in [
        (vec![], "[0,\"thread_resumed\",4000000000]"),
        (vec![], "[0,\"thread_started\",2,\"t\"]"),
        (vec![], "[0,\"task_resumed\",0]"),
        (vec![], "[1e999,\"turn\"]"),
        (vec![], "[-1,\"turn\"]"),
        (
            vec![coroutine, "[0,\"coroutine_started\",0]"],
            "[0,\"coroutine_started\",0]",
        ),
        (vec![task], "[0,\"task_resumed\",0]"),
        (vec![task, ready], "[0,\"task_ready\",0,\"created\"]"),
        (
            vec![task, ready, "[0,\"task_resumed\",0]"],
            "[0,\"task_suspended\",0,\"task\",9]",
        ),
    ] {
        let index = before.len();
        let events = [before, vec![wrong]].concat().join(",");
        let file = format!(
            "{{\"formato\":\"asincronismo\",\"version\":1,\"archivo\":\"a\",\
             \"programa\":\"\",\"eventos\":[{events}]}}"
        );
        let error = json::read(&file).map(|saved| saved.events.len());
        assert_eq!(error, Err(json::ReadError::Event(index)), "{events}");
    }
}

#[test]
fn a_file_cut_or_changed_anywhere_does_no_harm() {
    let machine = run(PROGRAM);
    let text = json::write(machine.recording(), "programa.py", PROGRAM);
    let mut noise = 7_u64;
    let mut draw = |below: usize| {
        noise = noise
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (noise >> 33) as usize % below
    };
    for _ in 0..1000 {
        let mut bytes = text.clone().into_bytes();
        let place = draw(bytes.len());
        match draw(8) {
            0 => bytes.truncate(place),
            1 => drop(bytes.remove(place)),
            _ => bytes[place] = b"0123456789,[]\"\\e"[draw(16)],
        }
        // Whatever comes of it, it is a value, and can be gone through.
        if let Ok(saved) = json::read(&String::from_utf8_lossy(&bytes)) {
            let mut recording = Recording::new(Limits::default());
            saved
                .events
                .into_iter()
                .for_each(|event| recording.push(event));
        }
    }
}

#[test]
fn the_trace_names_every_task_as_a_track_and_its_slices_are_sound() {
    let machine = run(PROGRAM);
    let recording = machine.recording();
    let text = chrome::write(recording, 9.0, |doing| match doing {
        Doing::Queued => "en cola",
        Doing::Running => "ejecutando",
        Doing::Waiting => "esperando",
        Doing::Blocked => "bloqueada",
    });
    let trace: Json = text.parse().expect("JSON");
    let events: &Vec<Json> = trace["traceEvents"].get().expect("a list");
    let mut tracks = Vec::new();
    for event in events {
        let number = |name: &str| *event[name].get::<f64>().expect("a number");
        let text = |name: &str| event[name].get::<String>().expect("a text").clone();
        assert!(number("ts") >= 0.0 && number("pid") == 1.0);
        match &*text("ph") {
            "M" => {
                assert_eq!(text("name"), "thread_name");
                let name = event["args"]["name"].get::<String>().expect("a name");
                tracks.push((number("tid"), name.clone()));
            }
            "X" => {
                assert!(number("dur") >= 0.0 && !text("name").is_empty());
                assert!(tracks.iter().any(|(id, _)| *id == number("tid")));
            }
            other => panic!("{other}"),
        }
    }
    let live = recording.live();
    assert_eq!(tracks.len(), live.tasks().len() + live.threads().len());
    for task in live.tasks().iter() {
        assert!(tracks.iter().any(|(_, name)| name.starts_with(&*task.name)));
    }
}
