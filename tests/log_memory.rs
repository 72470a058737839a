//! What a log takes in memory, by the bytes that are really asked for: a
//! bound on a full one, and the figures that `cargo xtask bench` prints.

use std::fmt::Write;

use engine::machine::{Machine, Options, Status};
use engine::trace::Recording;
use engine::trace::export::json;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What `Limits::default` promises of a full log with all that is folded from
/// it, in bytes.
const MOST: usize = 80 << 20;

/// Programs that tell without end, each much of another kind.
const ENDLESS: [(&str, &str); 4] = [
    (
        "ten thousand tasks that sleep",
        "import asyncio
async def tarea(n):
    while True:
        await asyncio.sleep(1 + n % 7)
async def main():
    await asyncio.gather(*[tarea(n) for n in range(10_000)])
asyncio.run(main())
",
    ),
    (
        "new tasks all the time",
        "import asyncio
async def tarea(nombre):
    await asyncio.sleep(0)
    return nombre
async def main():
    while True:
        await asyncio.gather(*[tarea('tarea %d' % n) for n in range(100)])
asyncio.run(main())
",
    ),
    (
        "two tasks and a queue",
        "import asyncio
async def produce(cola):
    n = 0
    while True:
        n += 1
        await cola.put([n] * 8)
async def consume(cola):
    while True:
        texto = str(await cola.get())
async def main():
    cola = asyncio.Queue(1)
    await asyncio.gather(produce(cola), consume(cola))
asyncio.run(main())
",
    ),
    (
        "short lines printed",
        "n = 0
while True:
    n += 1
    print('línea', n)
",
    ),
];

/// Runs a program until its log is full, on a clock that jumps; the log as a
/// file holds it.
fn file(source: &str) -> String {
    let mut machine = Machine::new(source, Options::default()).expect("a program");
    let mut now = 0.0;
    while !machine.recording().is_full() {
        match machine.advance(now, 10_000) {
            Status::IdleUntil(until) | Status::BlockedUntil(until) => now = until,
            Status::OutOfBudget => {}
            status => panic!("{status:?}"),
        }
    }
    json::write(machine.recording(), "programa.py", source)
}

/// The run of a file in memory: its log with all that is folded from it.
fn recorded(file: &str) -> Recording {
    let mut recording = Recording::default();
    for event in json::read(file).expect("it was written so").events {
        recording.push(event);
    }
    recording
}

/// One test, as others beside it would count as its own.
#[test]
fn a_full_log_takes_no_more_than_is_promised() {
    let mut told = String::new();
    let mut most = 0;
    for (what, source) in ENDLESS {
        let file = file(source);
        let before = MEMORY.current_usage();
        let recording = recorded(&file);
        let bytes = MEMORY.current_usage() - before;
        let events = recording.len();
        let each = bytes / events;
        let _ = writeln!(told, "{what}: {events} events, {each} bytes each");
        most = most.max(bytes);
    }
    println!("{told}");
    assert!(most <= MOST, "{most} bytes of {MOST}\n{told}");
}
