use super::*;

const SEQUENTIAL: &str = r#"import asyncio
import time

async def procesar_data(id_tarea, delay):
    print(f"Iniciando tarea {id_tarea}, tardará {delay} segundos...")
    await asyncio.sleep(delay)
    return id_tarea * 10

async def main_sincrono():
    start_time = time.time()
    # Esperamos a que cada tarea termine antes de empezar la siguiente
    await procesar_data("A", 2)
    await procesar_data("B", 3)
    print(f"Tiempo total síncrono: {time.time() - start_time:.2f} segundos.")

asyncio.run(main_sincrono())
"#;

const CONCURRENT: &str = r#"import asyncio

async def procesar_data(id_tarea, delay):
    await asyncio.sleep(delay)

async def main_asincrono():
    tareas = [
        procesar_data("A", 2),
        procesar_data("B", 3)
    ]
    resultados = await asyncio.gather(*tareas)

asyncio.run(main_asincrono())
"#;

/// A program around some lines of `main`.
fn program(lines: &str) -> String {
    let head = "async def f(key, delay=1):\n    await asyncio.sleep(delay)\n\nasync def g(s):\n    pass\n\nasync def main():\n";
    let body: String = lines.lines().map(|line| format!("    {line}\n")).collect();
    format!("{head}{body}")
}

fn shown(source: &str) -> Vec<(String, f64)> {
    task_calls(source)
        .into_iter()
        .map(|call| (call.name.to_string(), call.delay))
        .collect()
}

#[test]
fn the_tasks_of_the_seeds_programs_are_found() {
    let expected = [("A".to_string(), 2.0), ("B".to_string(), 3.0)];
    assert_eq!(shown(SEQUENTIAL), expected);
    assert_eq!(shown(CONCURRENT), expected);
    let call = &task_calls(CONCURRENT)[1];
    assert_eq!(&CONCURRENT[call.span.clone()], r#"procesar_data("B", 3)"#);
    assert_eq!(&*call.numbers[0].parameter, "delay");
}

#[test]
fn a_delay_changes_and_nothing_else_does() {
    let changed = set_delay(SEQUENTIAL, 1, 4.5).expect("a second task");
    assert_eq!(changed, SEQUENTIAL.replace("\"B\", 3", "\"B\", 4.5"));
    assert_eq!(set_delay(&changed, 1, 3.0).as_deref(), Some(SEQUENTIAL));
    assert_eq!(set_delay(SEQUENTIAL, 2, 1.0), None);
}

#[test]
fn a_third_task_follows_the_second() {
    let more = set_task_count(SEQUENTIAL, 3).expect("one more");
    let (two, three) = (
        "    await procesar_data(\"B\", 3)\n",
        "    await procesar_data(\"C\", 3)\n",
    );
    assert_eq!(more, SEQUENTIAL.replace(two, &format!("{two}{three}")));
    let more = set_task_count(CONCURRENT, 3).expect("one more");
    let (two, three) = (
        "        procesar_data(\"B\", 3)",
        "        procesar_data(\"C\", 3)",
    );
    assert_eq!(more, CONCURRENT.replace(two, &format!("{two},\n{three}")));
}

/// The last lines of `main` after one more task.
#[test]
fn punctuation_indentation_and_comments_are_kept() {
    let check = |before: &str, after: &str| {
        let more = add_call(&program(before)).expect("a task");
        assert_eq!(more, program(after));
    };
    check(
        r#"t = [f("A", 1), f("B", 2)]"#,
        r#"t = [f("A", 1), f("B", 2), f("C", 2)]"#,
    );
    check(r#"t = [f("A", 1),]"#, r#"t = [f("A", 1), f("B", 1),]"#);
    check("t = (f('x1'),)", "t = (f('x1'), f('x2'),)");
    check(
        "t = [\n    f(1, 2),  # uno\n]",
        "t = [\n    f(1, 2),  # uno\n    f(2, 2),\n]",
    );
    check(
        "t = [\n    f(1, 2)  # uno\n]",
        "t = [\n    f(1, 2),  # uno\n    f(2, 2)\n]",
    );
    check(
        "t = [f(1, 2),\n     f(2, 2)]",
        "t = [f(1, 2),\n     f(2, 2),\n     f(3, 2)]",
    );
    check(
        "await asyncio.gather(f('A', 1), f('B', 2))",
        "await asyncio.gather(f('A', 1), f('B', 2), f('C', 2))",
    );
    check(
        "await f('A', delay=2)  # ya",
        "await f('A', delay=2)  # ya\nawait f('B', delay=2)",
    );
    check(
        "a = await f('A', 1)\nb = await f('B', 1)",
        "a = await f('A', 1)\nb = await f('B', 1)\nc = await f('C', 1)",
    );
    check(
        "await f('A', 1); await f('B', 1)",
        "await f('A', 1); await f('B', 1); await f('C', 1)",
    );
    check(
        "tg.create_task(f('A', 1))",
        "tg.create_task(f('A', 1))\ntg.create_task(f('B', 1))",
    );
    check(
        "t = [asyncio.create_task(f('A', 1))]",
        "t = [asyncio.create_task(f('A', 1)), asyncio.create_task(f('B', 1))]",
    );
    check("await g(2)", "await g(2)\nawait g(2)");
    check("await f('Z', 1)", "await f('Z', 1)\nawait f('Z2', 1)");
}

#[test]
fn what_is_no_task_is_left_alone() {
    for lines in [
        "await f(x, 1)",
        "await asyncio.sleep(1)",
        "t = [f(k) for k in 'AB']",
        "print(f)",
        "await f(*a)",
    ] {
        assert_eq!(shown(&program(lines)), [], "{lines}");
        assert_eq!(add_call(&program(lines)), None);
    }
    assert_eq!(shown("async def f(:"), []);
    assert_eq!(shown(&"(".repeat(9_000)), []);
    // The last of its kind, and one whose result is used.
    assert_eq!(remove_call(&program("await f('A', 1)")), None);
    assert_eq!(
        remove_call(&program(
            "a = await f('A', 1)\nb = await f('B', 1)\nprint(b)"
        )),
        None
    );
}

#[test]
fn adding_and_removing_come_back_to_the_same_bytes() {
    let bodies = [
        "await f('A', 1)",
        "await f('A', 1)  # c",
        "x = 1; await f('A', 1)",
        "a = await f('A', 1)",
        "t = [f('A', 1)]",
        "t = [f('A', 1),]",
        "t = [ f('A', 1) , ]",
        "t = {f(1, 2), f(2, 2)}",
        "t = [\n    f('A', 1),\n]",
        "t = [\n    f('A', 1)\n]",
        "t = [\n    f('A', 1)]",
        "t = [\n    f('A', 1),  # c, d\n]",
        "t = [\n    f('A', 1)  # c, d\n]",
        "t = [\n    f(\n        'A', 1),\n]",
        "await asyncio.gather(\n    f('A', 1),\n    f('B', 1),\n    return_exceptions=True,\n)",
        "async with asyncio.TaskGroup() as tg:\n    tg.create_task(f('A', 1))",
        "t = [f('A', 1), otra()]",
        "if 1: await f('A', 1)",
        "ñ = [f('ñ', 1.5)]",
    ];
    for body in bodies {
        for source in [
            program(body),
            program(body).trim_end().to_string(),
            program(body).replace('\n', "\r\n"),
        ] {
            let count = task_calls(&source).len();
            assert!(count > 0, "{source}");
            let more = set_task_count(&source, count + 3).expect("three more");
            assert_eq!(task_calls(&more).len(), count + 3, "{more}");
            assert_eq!(
                set_task_count(&more, count).as_deref(),
                Some(&*source),
                "{more}"
            );
        }
    }
    assert_eq!(set_task_count(SEQUENTIAL, MOST_TASKS + 1), None);
    assert_eq!(set_task_count(SEQUENTIAL, 0), None);
}
