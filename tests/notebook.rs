//! A notebook's cell: it runs inside an event loop that is there already.

use engine::machine::{Machine, Mode, Options, Status};
use engine::trace::{EventKind, Stream};

/// Runs a cell to its end on a clock that jumps: stdout, stderr, how it ended
/// and when.
fn play(source: &str) -> (String, String, Status, f64) {
    let options = Options {
        mode: Mode::Notebook,
        ..Options::default()
    };
    let mut machine = Machine::new(source, options).expect("a cell");
    let mut now = 0.0;
    let status = loop {
        match machine.advance(now, 10_000) {
            Status::OutOfBudget => {}
            Status::IdleUntil(until) | Status::BlockedUntil(until) => now = until,
            status => break status,
        }
    };
    let recording = machine.recording();
    let (mut output, mut error) = (String::new(), String::new());
    for event in recording.events(0..recording.len()) {
        if let EventKind::Printed { stream, text } = &event.kind {
            match stream {
                Stream::Output => output.push_str(text),
                Stream::Error => error.push_str(text),
            }
        }
    }
    (output, error, status, now)
}

#[test]
fn await_works_at_the_top_level() {
    let (output, error, status, now) = play(
        "import asyncio\n\
        async def f(n):\n    await asyncio.sleep(n)\n    return n\n\
        print(await f(1))\n\
        print(await asyncio.gather(f(1), f(2)))\n\
        async with asyncio.timeout(5):\n    print([await f(0) async for _ in g()] if False else 'bien')\n\
        print(type(asyncio.get_running_loop()).__name__, __name__)\n",
    );
    assert_eq!(output, "1\n[1, 2]\nbien\n_UnixSelectorEventLoop __main__\n");
    assert_eq!((error.as_str(), status, now), ("", Status::Done, 3.0));
}

#[test]
fn asyncio_run_fails_as_in_jupyter() {
    let (output, error, status, _) = play(
        "import asyncio\n\
        async def main():\n    print('nunca')\n\
        print('antes')\n\
        asyncio.run(main())\n",
    );
    assert_eq!(output, "antes\n");
    assert_eq!(status, Status::Failed);
    assert!(
        error.contains("RuntimeError: asyncio.run() cannot be called from a running event loop\n"),
        "{error}"
    );
    assert!(error.contains("line 5, in <module>"), "{error}");
    assert!(
        error.contains("RuntimeWarning: coroutine 'main' was never awaited"),
        "{error}"
    );
}

#[test]
fn a_task_left_behind_goes_on_after_the_cell() {
    let (output, error, status, now) = play(
        "import asyncio\n\
        async def tic():\n    for i in range(3):\n        print('tic', i)\n        await asyncio.sleep(1)\n\
        t = asyncio.create_task(tic())\n\
        print('fin de la celda')\n",
    );
    assert_eq!(output, "fin de la celda\ntic 0\ntic 1\ntic 2\n");
    assert_eq!((error.as_str(), status, now), ("", Status::Done, 3.0));
}

#[test]
fn names_of_a_cell_that_awaits_are_the_modules_own() {
    let (output, _, status, _) = play(
        "import asyncio\n\
        x = 1\n\
        def f():\n    return x\n\
        await asyncio.sleep(0)\n\
        x += 1\n\
        print(f(), 'x' in globals(), [x for _ in range(2)])\n",
    );
    assert_eq!(output, "2 True [2, 2]\n");
    assert_eq!(status, Status::Done);
}

#[test]
fn a_program_may_still_not_await_at_its_top_level() {
    assert!(Machine::check("await f()\n").is_err());
    assert!(Machine::check_as("await f()\n", Mode::Notebook).is_ok());
    assert!(Machine::check_as("def f():\n    await g()\n", Mode::Notebook).is_err());
}
