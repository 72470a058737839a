//! Threads in the log: a lane each, beside the event loop that goes on.

use engine::machine::{Machine, Options, Status};
use engine::trace::{Doing, ThreadId, ThreadState};

const PROGRAM: &str = r#"import asyncio
import time

def leer(n):
    time.sleep(n)
    print("leído", n)
    return n

async def latido():
    for i in range(3):
        print("latido", i)
        await asyncio.sleep(1)

async def main():
    print(await asyncio.gather(asyncio.to_thread(leer, 2), asyncio.to_thread(leer, 1.5), latido()))

asyncio.run(main())
"#;

/// Runs a program to its end on a clock that jumps; what it waited for.
fn play(source: &str) -> (Machine, Vec<Status>) {
    let mut machine = Machine::new(source, Options::default()).expect("a program");
    let (mut now, mut waits) = (0.0, Vec::new());
    loop {
        match machine.advance(now, 10_000) {
            Status::OutOfBudget => continue,
            status => {
                waits.push(status);
                match status {
                    Status::IdleUntil(until) | Status::BlockedUntil(until) => now = until,
                    _ => return (machine, waits),
                }
            }
        }
    }
}

#[test]
fn the_loop_goes_on_while_threads_sleep() {
    let (_, waits) = play(PROGRAM);
    let expected = [1.0, 1.5, 2.0, 3.0].map(Status::IdleUntil);
    assert_eq!(waits[..4], expected);
    assert_eq!(waits[4..], [Status::Done]);
}

#[test]
fn each_thread_has_a_lane() {
    let (machine, _) = play(PROGRAM);
    let recording = machine.recording();
    let moment = recording.live();
    let names: Vec<_> = moment.threads().iter().map(|one| &*one.name).collect();
    assert_eq!(names, ["asyncio_0", "asyncio_1"]);
    assert!(
        moment
            .threads()
            .iter()
            .all(|one| matches!(one.state, ThreadState::Ended { at: 3.0 }))
    );
    let slept = |thread| {
        let bars = recording.history().thread_bars(thread, recording.len());
        bars.filter(|bar| bar.doing == Doing::Blocked && bar.to > Some(bar.from))
            .map(|bar| (bar.from, bar.to))
            .collect::<Vec<_>>()
    };
    assert_eq!(slept(ThreadId(1)), [(0.0, Some(2.0))]);
    assert_eq!(slept(ThreadId(2)), [(0.0, Some(1.5))]);
    // The program's own thread was never held by them.
    assert!(
        recording
            .history()
            .thread(recording.len())
            .all(|turn| turn.bar.doing != Doing::Blocked)
    );
}

#[test]
fn an_earlier_moment_shows_the_threads_asleep() {
    let (machine, _) = play(PROGRAM);
    let recording = machine.recording();
    let cursor = recording
        .events(0..recording.len())
        .position(|event| event.at >= 1.0)
        .expect("something after a second");
    let moment = recording.at(cursor);
    let until: Vec<_> = moment
        .threads()
        .iter()
        .map(|one| match one.state {
            ThreadState::Sleeping { until, .. } => until,
            _ => 0.0,
        })
        .collect();
    assert_eq!(until, [2.0, 1.5]);
    assert_eq!(moment.thread(), ThreadId::MAIN);
}

#[test]
fn a_line_of_the_console_knows_its_thread() {
    let (machine, _) = play(PROGRAM);
    let console = machine.recording().history().console();
    let of = |text: &str| {
        let line = console.lines().iter().find(|line| line.text() == text);
        line.expect("a line").author
    };
    assert_eq!(of("leído 1.5").thread, ThreadId(2));
    assert_eq!(of("leído 1.5").task, None);
    assert_eq!(of("latido 0").thread, ThreadId::MAIN);
    assert!(of("latido 0").task.is_some());
}

#[test]
fn the_main_thread_asleep_is_blocked_and_another_may_be_due_before() {
    let source = "import threading, time\n\
        threading.Thread(target=time.sleep, args=(1,)).start()\n\
        time.sleep(2)\n";
    let (_, waits) = play(source);
    assert_eq!(
        waits,
        [
            Status::BlockedUntil(1.0),
            Status::BlockedUntil(2.0),
            Status::Done
        ]
    );
}

#[test]
fn a_thread_that_is_done_sleeping_waits_while_the_main_one_sleeps_on() {
    let source = "import asyncio, time\n\
        async def tarea():\n    await asyncio.sleep(1)\n    time.sleep(2)\n\
        async def main():\n    await asyncio.gather(tarea(), asyncio.to_thread(time.sleep, 2))\n\
        asyncio.run(main())\n";
    let (machine, _) = play(source);
    let recording = machine.recording();
    let bars = recording
        .history()
        .thread_bars(ThreadId(1), recording.len());
    let long: Vec<_> = bars
        .filter(|bar| bar.to > Some(bar.from))
        .map(|bar| (bar.doing, bar.from, bar.to))
        .collect();
    assert_eq!(
        long,
        [
            (Doing::Blocked, 0.0, Some(2.0)),
            (Doing::Waiting, 2.0, Some(3.0))
        ]
    );
}

#[test]
fn threads_that_wait_for_each_other_are_stuck() {
    let source = "import threading\n\
        a = threading.Lock()\n\
        a.acquire()\n\
        threading.Thread(target=a.acquire).start()\n\
        a.acquire()\n";
    let (_, waits) = play(source);
    assert_eq!(waits, [Status::Stuck]);
}
