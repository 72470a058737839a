//! For each misconception the program that a learner would write, what is said
//! of it, and a program like it of which nothing is to be said.

use super::*;
use crate::machine::{Limits, Machine, Options, Status};

/// What is said of a program, on a clock that jumps from deadline to deadline;
/// `pace` is how many seconds a slice of work takes.
fn told_at(pace: Seconds, source: &str) -> Vec<(u32, Finding)> {
    let source = format!("import asyncio, time\n{source}");
    let options = Options {
        limits: Limits::default(),
        ..Options::default()
    };
    let mut machine = Machine::new(&source, options).expect("it compiles");
    let mut now = 0.0;
    loop {
        match machine.advance(now, 1000) {
            Status::IdleUntil(next) | Status::BlockedUntil(next) => now = f64::max(now, next),
            Status::OutOfBudget => now += pace,
            _ => break,
        }
    }
    let told = read(&machine).advise(&source, None).into_iter();
    told.map(|advice| (advice.line, advice.finding)).collect()
}

/// Its log, read a few events at a time.
fn read(machine: &Machine) -> Reader {
    let mut reader = Reader::default();
    let recording = machine.recording();
    for from in (0..recording.len()).step_by(7) {
        reader.read(recording.events(from..from + 7));
    }
    reader
}

fn told(source: &str) -> Vec<(u32, Finding)> {
    told_at(0.0, source)
}

/// What is said, each by its misconception and its line.
fn kinds(source: &str) -> Vec<(u32, Misconception)> {
    let told = told(source).into_iter();
    told.map(|(line, finding)| (line, finding.misconception()))
        .collect()
}

const TASK: &str = "
async def tarea(nombre, espera=1):
    await asyncio.sleep(espera)
    return nombre
";

/// A program around `body`, which begins on line 6.
fn main(body: &str) -> String {
    let body = body.replace('\n', "\n    ");
    format!("{TASK}async def main():\n    {body}\nasyncio.run(main())\n")
}

#[test]
fn a_coroutine_that_nobody_awaits_is_told() {
    let expected = Finding::NeverAwaited {
        function: "tarea".into(),
    };
    assert_eq!(told(&main("tarea('A')\nprint('fin')")), [(7, expected)]);
    assert_eq!(told(&main("await tarea('A')")), []);
    // The failure says what is wrong; the argument is only dropped.
    assert_eq!(told(&main("len(tarea('A'))")), []);
}

#[test]
fn an_await_that_cannot_give_way_is_told() {
    let program = |paso: &str| {
        format!(
            "
async def paso(nombre):
    {paso}
async def camina(nombre):
    for i in range(3):
        await paso(nombre)
    await asyncio.sleep(0)
async def main():
    await asyncio.gather(camina('A'), camina('B'))
asyncio.run(main())
"
        )
    };
    let expected = Finding::NothingToAwait {
        function: "paso".into(),
    };
    assert_eq!(told(&program("print(nombre)")), [(7, expected)]);
    assert_eq!(told(&program("await asyncio.sleep(0)")), []);
    // Nobody is kept waiting.
    let alone = "async def f():\n    pass\nasync def main():\n    await f()\nasyncio.run(main())\n";
    assert_eq!(told(alone), []);
}

#[test]
fn a_task_cancelled_before_its_first_turn_is_told() {
    let cancel = "t = asyncio.create_task(tarea('A'))\nt.cancel()\ntry:\n    await t\nexcept asyncio.CancelledError:\n    pass";
    let expected = Finding::NeverBegun { task: "A".into() };
    assert_eq!(told(&main(cancel)), [(7, expected)]);
    let later = cancel.replace("t.cancel()", "await asyncio.sleep(0)\nt.cancel()");
    assert_eq!(told(&main(&later)), []);
}

#[test]
fn awaits_in_a_loop_that_could_be_together_are_told() {
    let expected = |rounds, total, longest| Finding::OneAfterAnother {
        rounds,
        total,
        longest,
    };
    for one_by_one in [
        "for n in [1, 2, 3]:\n    print(await tarea(n, n))",
        "for n in [1, 2, 3]:\n    t = asyncio.create_task(tarea(n, n))\n    print(await t)",
        "for n in [1, 2, 3]:\n    await asyncio.wait_for(tarea(n, n), 9)",
        "[await tarea(n, n) for n in [1, 2, 3]]",
    ] {
        let told = told(&main(one_by_one));
        let [(line, finding)] = &told[..] else {
            panic!("{one_by_one}\n{told:?}");
        };
        assert_eq!(*finding, expected(3, 6.0, 3.0), "{one_by_one}");
        assert!([7, 8].contains(line), "{one_by_one}: {line}");
    }
    for fine in [
        // Together.
        "await asyncio.gather(*[tarea(n, n) for n in [1, 2, 3]])",
        // All begun before the first is awaited.
        "ts = [asyncio.create_task(tarea(n)) for n in [1, 2]]\nfor t in ts:\n    await t",
        // A round takes what the one before gave.
        "x = 1\nfor n in [1, 2, 3]:\n    x = await tarea(x)",
        // Tries.
        "for n in [1, 2, 3]:\n    if await tarea(n) == 2:\n        break",
        // A pace.
        "for n in [1, 2, 3]:\n    await asyncio.sleep(1)",
        "n = 0\nwhile n < 3:\n    n += 1\n    await tarea(n)",
        // Nothing is waited for.
        "for n in [1, 2, 3]:\n    await tarea(n, 0)",
    ] {
        assert_eq!(told(&main(fine)), [], "{fine}");
    }
    // Others go on meanwhile: each of them has its own rounds.
    let workers = format!(
        "{TASK}async def obrero(n):\n    for x in range(3):\n        await tarea(f'{{n}}{{x}}')\n\
        async def main():\n    await asyncio.gather(obrero(1), obrero(2))\nasyncio.run(main())\n"
    );
    assert_eq!(told(&workers), []);
}

#[test]
fn results_in_another_order_than_the_ends_are_told() {
    let together = "x = await asyncio.gather(tarea('A', 3), tarea('B', 1))";
    let expected = Finding::ResultsInOrderOfCalls {
        ended: vec!["B".into(), "A".into()],
        results: vec!["A".into(), "B".into()],
    };
    assert_eq!(told(&main(together)), [(7, expected)]);
    assert_eq!(told(&main(&together.replace('3', "0.5"))), []);
    // Nobody looks at the results.
    assert_eq!(told(&main(&together.replace("x = ", ""))), []);
}

#[test]
fn sleep_that_holds_the_thread_is_told() {
    let expected = Finding::Blocked { seconds: 2.0 };
    assert_eq!(told(&main("time.sleep(2)")), [(7, expected)]);
    assert_eq!(told(&main("await asyncio.to_thread(time.sleep, 2)")), []);
    // Before there is a loop.
    assert_eq!(told("time.sleep(2)\n"), []);
}

#[test]
fn who_wakes_late_because_of_another_is_told() {
    let hog = "async def pesada():\n    time.sleep(3)\n";
    let body = main("await asyncio.gather(tarea('A'), pesada())");
    let expected = Finding::WokeLate {
        task: "A".into(),
        due: 1.0,
        woke: 3.0,
    };
    let told = told(&format!("{hog}{body}"));
    assert_eq!(
        told,
        [(3, Finding::Blocked { seconds: 3.0 }), (6, expected)]
    );
}

#[test]
fn a_limit_that_nobody_could_hear_is_told() {
    let hog = "async def pesada():\n    time.sleep(1)\n";
    for limit in [
        "await asyncio.wait_for(pesada(), 0.05)",
        "try:\n    async with asyncio.timeout(0.05):\n        await pesada()\n        await asyncio.sleep(1)\nexcept TimeoutError:\n    pass",
    ] {
        let told = told(&format!("{hog}{}", main(limit)));
        let expected = Finding::LimitPassed {
            due: 0.05,
            until: 1.0,
        };
        let found = told.iter().any(|(_, finding)| *finding == expected);
        assert!(found, "{limit}\n{told:?}");
    }
    assert_eq!(told(&main("await asyncio.wait_for(tarea('A'), 2)")), []);
    let caught =
        "try:\n    await asyncio.wait_for(tarea('A'), 0.1)\nexcept TimeoutError:\n    pass";
    assert_eq!(told(&main(caught)), []);
}

#[test]
fn a_failure_that_stopped_nobody_is_told() {
    let failing = "async def falla():\n    await asyncio.sleep(1)\n    raise ValueError('no')\n";
    let caught = |call: &str| {
        let body = format!(
            "try:\n    await asyncio.gather(falla(), tarea('B', 2){call})\nexcept ValueError:\n    await asyncio.sleep(5)"
        );
        told(&format!("{failing}{}", main(&body)))
    };
    let expected = Finding::OthersWentOn {
        failed: "falla".into(),
        other: "B".into(),
        failed_at: 1.0,
        ended_at: 2.0,
    };
    assert_eq!(caught(""), [(11, expected)]);
    assert_eq!(caught(", return_exceptions=True"), []);
    let group = "try:\n    async with asyncio.TaskGroup() as g:\n        g.create_task(falla())\n        g.create_task(tarea('B', 2))\nexcept* ValueError:\n    pass";
    assert_eq!(told(&format!("{failing}{}", main(group))), []);
}

#[test]
fn a_task_that_nobody_keeps_is_told() {
    let drop = "asyncio.create_task(tarea('A'))\nawait asyncio.sleep(2)";
    assert_eq!(told(&main(drop)), [(7, Finding::NotKept)]);
    let cut = Finding::NotKeptAndCut { task: "A".into() };
    assert_eq!(told(&main(&drop.replace('2', "0.5"))), [(7, cut)]);
    let kept = format!("t = {drop}");
    assert_eq!(told(&main(&kept)), []);
    let cut = Finding::CutShort { task: "A".into() };
    assert_eq!(told(&main(&kept.replace('2', "0.5"))), [(7, cut)]);
    let group = "async with asyncio.TaskGroup() as grupo:\n    grupo.create_task(tarea('A'))";
    assert_eq!(told(&main(group)), []);
    let held = group
        .replace("grupo:", "grupo:\n    tarea.grupo = grupo")
        .replace("    grupo.create", "    tarea.grupo.create");
    assert!(held.contains("tarea.grupo.create_task"));
    assert_eq!(told(&main(&held)), []);
    // A watchman goes on until the end.
    let watch = "async def vigila():\n    while True:\n        await asyncio.sleep(1)\n";
    let body = main("v = asyncio.create_task(vigila())\nawait asyncio.sleep(2)");
    assert_eq!(told(&format!("{watch}{body}")), []);
}

#[test]
fn tasks_that_never_gave_way_are_told() {
    let program = |body: &str| {
        format!(
            "async def suma(n):\n    {body}\n    return sum(range(n))\nasync def main():\n    await asyncio.gather(suma(10), suma(20))\nasyncio.run(main())\n"
        )
    };
    let expected = Finding::NoneGaveWay { tasks: 2 };
    assert_eq!(told(&program("pass")), [(6, expected)]);
    assert_eq!(told(&program("await asyncio.sleep(0)")), []);
}

#[test]
fn computing_that_keeps_others_waiting_is_told() {
    let count = "async def cuenta():\n    n = 0\n    while n < 20000:\n        n += 1\n";
    let body = main("await asyncio.gather(cuenta(), tarea('B'))");
    let program = format!("{count}{body}");
    let told = told_at(0.05, &program);
    let Some((_, Finding::Computed { task, seconds })) = told.first() else {
        panic!("{told:?}");
    };
    assert!(&**task == "cuenta" && *seconds > 0.5, "{told:?}");
    assert_eq!(told_at(0.001, &program), []);
}

#[test]
fn a_model_that_blocks_is_not_quicker_in_a_coroutine() {
    let program = |call: &str| {
        format!(
            "def predice(x):\n    time.sleep(1)\n    return x\nasync def atiende(n):\n    return {call}\nasync def main():\n    await asyncio.gather(atiende(1), atiende(2), atiende(3))\nasyncio.run(main())\n"
        )
    };
    let expected = Finding::BlockedInTurn {
        function: "predice".into(),
        tasks: 3,
        seconds: 3.0,
    };
    assert_eq!(told(&program("predice(n)")), [(3, expected)]);
    assert_eq!(told(&program("await asyncio.to_thread(predice, n)")), []);
}

#[test]
fn one_connection_for_all_is_told() {
    let program = |guard: &str| {
        format!(
            "async def consulta(turno, n):\n    async with turno:\n        await asyncio.sleep(1)\nasync def main():\n    turno = {guard}\n    await asyncio.gather(*[consulta(turno, n) for n in range(5)])\nasyncio.run(main())\n"
        )
    };
    let expected = Finding::OneAtATime {
        tasks: 4,
        longest: 4.0,
    };
    assert_eq!(told(&program("asyncio.Lock()")), [(3, expected)]);
    assert_eq!(told(&program("asyncio.Semaphore(5)")), []);
}

#[test]
fn at_most_three_are_told_and_what_weighs_most_comes_first() {
    let all = main(
        "tarea('A')\nasyncio.create_task(tarea('B'))\nfor n in [1, 2]:\n    await tarea(n)\n    time.sleep(1)",
    );
    let expected = [
        (7, Misconception::CallingRuns),
        (11, Misconception::BlockingIsFine),
        (8, Misconception::FireAndForget),
    ];
    assert_eq!(kinds(&all), expected);
}

#[test]
fn what_its_failure_says_is_not_said_again() {
    let source = "import asyncio\nasync def f():\n    pass\nf()\n";
    let mut machine = Machine::new(source, Options::default()).expect("it compiles");
    while machine.advance(0.0, 1000) == Status::OutOfBudget {}
    let reader = read(&machine);
    assert_eq!(reader.advise(source, None).len(), 1);
    for known in [Misconception::CallingRuns, Misconception::RunInNotebook] {
        assert_eq!(reader.advise(source, Some(known)), []);
    }
}
