//! The page's views, drawn natively from hand-written events: no clock, no
//! browser.

#![expect(clippy::unwrap_used, reason = "a test ends where what must be is not")]

use std::rc::Rc;

use asincronismo::static_html;
use asincronismo::view::cards::Cards;
use asincronismo::view::code::{Code, CodeProps};
use asincronismo::view::console::Console;
use asincronismo::view::fault::Fault;
use asincronismo::view::part::{Part, part};
use asincronismo::view::printout::{self, READ};
use asincronismo::view::scale::Scale;
use asincronismo::view::shown::{CARDS_OF_A_CROWD, MOST_CARDS, Shown};
use asincronismo::view::timeline::{Timeline, TimelineProps};
use engine::trace::{
    CoroutineId, CoroutineInfo, Event, EventKind, Limits, Outcome, ReadyReason, Recording, Seconds,
    Stream, TaskId, TimerId, Wait,
};
use futures_util::FutureExt;
use yew::{BaseComponent, Html, LocalServerRenderer, Properties, component};

fn draw<C: BaseComponent>(props: C::Properties) -> String {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    renderer.render().now_or_never().unwrap()
}

#[derive(Properties, PartialEq)]
struct FrameProps {
    picture: Html,
}

#[component]
fn Frame(props: &FrameProps) -> Html {
    props.picture.clone()
}

fn draw_part(shown: impl Part) -> String {
    let picture = part(shown);
    draw::<Frame>(FrameProps { picture })
}

/// Two coroutines in tasks of their own: A waits for 1 s, B for 2 s.
fn recording() -> Recording {
    let mut recording = Recording::new(Limits::default());
    for (at, kind) in events() {
        recording.push(Event { at, kind });
    }
    recording
}

fn events() -> Vec<(Seconds, EventKind)> {
    use EventKind::*;
    let [main, a, b] = [0, 1, 2].map(CoroutineId);
    let [main_task, a_task, b_task] = [0, 1, 2].map(TaskId);
    let [a_timer, b_timer] = [0, 1].map(TimerId);
    let created = |coroutine, label: &str, key: &str| CoroutineCreated {
        coroutine,
        info: Rc::new(CoroutineInfo {
            name: "f".into(),
            label: label.into(),
            key: key.into(),
            line: 7,
            creator: None,
        }),
    };
    let task = |task, name: &str, coroutine| TaskCreated {
        task,
        name: name.into(),
        coroutine: Some(coroutine),
        main: coroutine == main,
    };
    let ready = |task, reason| TaskReady { task, reason };
    let sleeps = |task, timer, deadline| TaskSuspended {
        task,
        until: Wait::Timer { timer, deadline },
    };
    let set = |timer, deadline, task| TimerSet {
        timer,
        deadline,
        task: Some(task),
    };
    let print = |text: &str| Printed {
        stream: Stream::Output,
        text: text.into(),
    };
    let returned = |value: &str| Outcome::Returned(value.into());
    vec![
        (0.0, created(main, "main()", "main")),
        (0.0, task(main_task, "Task-1", main)),
        (0.0, ready(main_task, ReadyReason::Created)),
        (0.0, Turn),
        (0.0, TaskResumed { task: main_task }),
        (0.0, CoroutineStarted { coroutine: main }),
        (0.0, Line { line: 7 }),
        (0.0, created(a, "f(\"A\", 1)", "A")),
        (0.0, created(b, "f(\"B\", 2)", "B")),
        (0.0, task(a_task, "Task-2", a)),
        (0.0, ready(a_task, ReadyReason::Created)),
        (0.0, task(b_task, "Task-3", b)),
        (0.0, ready(b_task, ReadyReason::Created)),
        (
            0.0,
            TaskSuspended {
                task: main_task,
                until: Wait::Tasks(Rc::new([a_task, b_task])),
            },
        ),
        (0.0, Turn),
        (0.0, TaskResumed { task: a_task }),
        (0.0, CoroutineStarted { coroutine: a }),
        (0.0, Line { line: 2 }),
        (0.0, print("<A> & 'a'\n")),
        (0.0, Line { line: 3 }),
        (0.0, set(a_timer, 1.0, a_task)),
        (0.0, sleeps(a_task, a_timer, 1.0)),
        (0.0, TaskResumed { task: b_task }),
        (0.0, CoroutineStarted { coroutine: b }),
        (0.0, Line { line: 3 }),
        (0.0, set(b_timer, 2.0, b_task)),
        (0.0, sleeps(b_task, b_timer, 2.0)),
        (1.0, TimerFired { timer: a_timer }),
        (1.0, ready(a_task, ReadyReason::Woken)),
        (1.0, Turn),
        (1.0, TaskResumed { task: a_task }),
        (1.0, Line { line: 4 }),
        (1.0, print("\n")),
        (
            1.0,
            CoroutineEnded {
                coroutine: a,
                outcome: returned("'AA'"),
            },
        ),
        (
            1.0,
            TaskEnded {
                task: a_task,
                outcome: returned("'AA'"),
            },
        ),
        (2.0, TimerFired { timer: b_timer }),
        (2.0, ready(b_task, ReadyReason::Woken)),
        (2.0, Turn),
        (2.0, TaskResumed { task: b_task }),
        (2.0, Blocked { until: 2.5 }),
        (2.5, Unblocked),
        (
            2.5,
            CoroutineEnded {
                coroutine: b,
                outcome: Outcome::Raised("ValueError: no".into()),
            },
        ),
        (
            2.5,
            TaskEnded {
                task: b_task,
                outcome: Outcome::Raised("ValueError: no".into()),
            },
        ),
    ]
}

fn shown(recording: &Recording, cursor: usize) -> Shown {
    Shown::of(&recording.at(cursor), recording, cursor, true)
}

/// The cursor just behind the first event of which `is` holds.
fn after(recording: &Recording, is: impl Fn(&EventKind) -> bool) -> usize {
    let place = (0..recording.len()).find(|&index| is(&recording.event(index).unwrap().kind));
    place.unwrap() + 1
}

/// `data-tarea`, `data-estado`, the word and what is left, card by card.
fn check_cards(
    recording: &Recording,
    cursor: usize,
    now: Seconds,
    expected: &[(&str, &str, &str)],
) {
    let html = draw_part(Cards {
        crowd: None,
        cards: shown(recording, cursor).cards,
        more: 0,
        now,
        go: yew::Callback::noop(),
    });
    let found: Vec<(String, String, String)> = html
        .split("<li")
        .skip(1)
        .filter(|card| card.contains("data-tarea"))
        .map(|card| {
            let attribute = |name: &str| between(card, &format!("{name}=\""), "\"");
            (
                attribute("data-tarea"),
                attribute("data-estado"),
                text(after_mark(card, "card-state")),
            )
        })
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(key, state, text)| (key.to_string(), state.to_string(), text.to_string()))
        .collect();
    assert_eq!(found, expected, "{html}");
}

fn between(html: &str, start: &str, end: &str) -> String {
    after_mark(html, start)
        .split(end)
        .next()
        .unwrap()
        .to_owned()
}

fn after_mark<'a>(html: &'a str, mark: &str) -> &'a str {
    html.split_once(mark)
        .unwrap_or_else(|| panic!("no {mark} in {html}"))
        .1
}

/// What a browser shows of HTML that begins inside a tag.
fn text(html: &str) -> String {
    let pieces = html
        .split('<')
        .map(|piece| piece.split_once('>').map_or("", |(_, text)| text));
    let pieces: Vec<&str> = pieces.filter(|piece| !piece.trim().is_empty()).collect();
    let text = pieces.join("|").replace('\u{a0}', " ");
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    entities
        .iter()
        .fold(text, |text, (entity, meant)| text.replace(entity, meant))
}

#[test]
fn a_card_goes_through_its_states() {
    let recording = recording();
    let is_task = |task: u32| move |kind: &EventKind| matches!(kind, EventKind::TaskResumed { task: found } if found.0 == task);

    let created = after(
        &recording,
        |kind| matches!(kind, EventKind::CoroutineCreated { coroutine, .. } if coroutine.0 == 2),
    );
    check_cards(
        &recording,
        created,
        0.0,
        &[("A", "creada", "creada"), ("B", "creada", "creada")],
    );

    let running = after(&recording, is_task(1));
    check_cards(
        &recording,
        running,
        0.0,
        &[
            ("A", "ejecutando", "ejecutando"),
            ("B", "en-cola", "en cola"),
        ],
    );

    let waiting = after(
        &recording,
        |kind| matches!(kind, EventKind::TaskSuspended { task, .. } if task.0 == 2),
    );
    check_cards(
        &recording,
        waiting,
        0.25,
        &[
            ("A", "esperando", "esperando|0.8 s"),
            ("B", "esperando", "esperando|1.8 s"),
        ],
    );
}

#[test]
fn what_is_due_and_has_no_turn_says_so() {
    let recording = recording();
    let waiting = after(
        &recording,
        |kind| matches!(kind, EventKind::TaskSuspended { task, .. } if task.0 == 2),
    );
    check_cards(
        &recording,
        waiting,
        1.4,
        &[
            ("A", "esperando", "lista, esperando turno"),
            ("B", "esperando", "esperando|0.6 s"),
        ],
    );
}

#[test]
fn a_card_ends_with_its_result_or_its_error() {
    let recording = recording();
    let blocked = after(&recording, |kind| matches!(kind, EventKind::Blocked { .. }));
    check_cards(
        &recording,
        blocked,
        2.2,
        &[
            ("A", "terminada", "terminada|1.00 s|→ 'AA'"),
            ("B", "bloqueada", "bloqueada|0.3 s"),
        ],
    );
    check_cards(
        &recording,
        recording.len(),
        2.5,
        &[
            ("A", "terminada", "terminada|1.00 s|→ 'AA'"),
            ("B", "fallida", "fallida|2.50 s|→ ValueError: no"),
        ],
    );
}

#[test]
fn the_console_shows_what_was_printed_byte_for_byte_and_by_whom() {
    let recording = recording();
    let html = draw_part(Console {
        printout: shown(&recording, recording.len()).printout,
        go: yew::Callback::noop(),
    });
    // What stands beside a line, to go to its moment, is none of its text.
    let rows = html.split("data-linea=").skip(1);
    let lines: Vec<&str> = rows.filter_map(|row| row.split("<button").next()).collect();
    assert_eq!(lines.len(), 2, "{html}");
    assert!(lines[0].starts_with("\"1\""));
    assert_eq!(text(lines[0]), "<A> & 'a'");
    assert!(lines[0].contains("data-de=\"A\""));
    assert_eq!(text(lines[1]), "");
}

#[test]
fn of_many_lines_the_newest_are_drawn_and_the_others_counted() {
    let mut recording = Recording::new(Limits::default());
    let drawn = |recording: &Recording| {
        draw_part(Console {
            printout: shown(recording, recording.len()).printout,
            go: yew::Callback::noop(),
        })
    };
    for line in 1..=READ.lines + 7 {
        recording.push(Event {
            at: 0.0,
            kind: EventKind::Printed {
                stream: Stream::Output,
                text: format!("{line}\n").into(),
            },
        });
    }
    // Nobody could read all that while more is coming.
    assert!(drawn(&recording).contains("Arriba hay 191 líneas más"));
    recording.push(Event {
        at: 0.0,
        kind: EventKind::Blocked { until: 1.0 },
    });
    let html = drawn(&recording);
    let lines: Vec<&str> = html.split("data-linea=").skip(1).collect();
    assert_eq!(lines.len(), READ.lines);
    assert!(lines[0].starts_with("\"8\""));
    assert!(html.contains("Arriba hay 7 líneas más"));
    let all = printout::whole(recording.history(), recording.len());
    assert!(all.starts_with("1\n2\n") && all.ends_with("206\n207\n"));
}

#[test]
fn many_coroutines_are_a_grid_with_counts_and_a_density() {
    let mut recording = Recording::new(Limits::default());
    let many = u32::try_from(MOST_CARDS + 3).unwrap();
    for coroutine in 0..many {
        recording.push(Event {
            at: 0.0,
            kind: EventKind::CoroutineCreated {
                coroutine: CoroutineId(coroutine),
                info: Rc::new(CoroutineInfo {
                    name: "f".into(),
                    label: "f()".into(),
                    key: format!("f-{coroutine}").into(),
                    line: 1,
                    creator: None,
                }),
            },
        });
    }
    let shown = shown(&recording, recording.len());
    assert_eq!(
        (shown.cards.len(), shown.lanes.len()),
        (CARDS_OF_A_CROWD, 0)
    );
    let html = draw_part(Cards {
        cards: shown.cards,
        more: shown.more_cards,
        crowd: shown.crowd,
        now: 0.0,
        go: yew::Callback::noop(),
    });
    let others = format!("Y {} corrutinas más", MOST_CARDS + 3 - CARDS_OF_A_CROWD);
    assert!(html.contains(&others), "{html}");
    assert!(html.contains(&format!("creada {many}")), "{html}");
    assert!(
        html.contains("d=\"M1 5h504\" class=\"cell-creada\""),
        "{html}"
    );
    assert!(shown.density.is_some());
}

#[test]
fn the_timeline_is_to_scale() {
    let recording = recording();
    let html = draw::<Timeline>(TimelineProps {
        lanes: shown(&recording, recording.len()).lanes,
        density: None,
        now: 2.5,
        present: 2.5,
        scale: Scale::reaching(2.5),
        go: yew::Callback::noop(),
    });
    let widths: Vec<f64> = html
        .split("class=\"bar bar-waiting\"")
        .collect::<Vec<_>>()
        .windows(2)
        .map(|parts| {
            let rect = parts[0].rsplit("<rect").next().unwrap().to_owned()
                + parts[1].split('>').next().unwrap();
            between(&rect, " width=\"", "%").parse().unwrap()
        })
        .collect();
    assert_eq!(widths.len(), 2, "{html}");
    assert!((widths[1] / widths[0] - 2.0).abs() < 1e-3, "{widths:?}");
    assert!(html.contains("bar-hatch"), "{html}");
    assert!(html.contains("A: de 0.00 a 1.00 segundos"), "{html}");
}

#[test]
fn an_open_bar_reaches_to_the_present() {
    let recording = recording();
    let cursor = after(
        &recording,
        |kind| matches!(kind, EventKind::TaskSuspended { task, .. } if task.0 == 2),
    );
    let width_at = |now| {
        let html = draw::<Timeline>(TimelineProps {
            density: None,
            lanes: shown(&recording, cursor).lanes,
            now,
            present: now,
            scale: Scale::reaching(2.0),
            go: yew::Callback::noop(),
        });
        let rects: Vec<&str> = html
            .split("<rect")
            .filter(|rect| rect.contains("bar-waiting"))
            .collect();
        between(rects[0], "width=\"", "%").parse::<f64>().unwrap()
    };
    assert!((width_at(1.0) / width_at(0.5) - 2.0).abs() < 1e-3);
}

const SOURCE: &str =
    "async def f(x, y):\n    print(x)\n    await sleep(y)\n    print()\n\n\nawait g()\n";

#[test]
fn the_code_marks_where_each_coroutine_stands() {
    let recording = recording();
    let cursor = after(
        &recording,
        |kind| matches!(kind, EventKind::TaskSuspended { task, .. } if task.0 == 2),
    );
    let html = draw::<Code>(CodeProps {
        source: SOURCE.into(),
        marks: shown(&recording, cursor).marks,
        faults: Rc::default(),
        breakpoints: Rc::new([2]),
        toggle: yew::Callback::noop(),
        name: "programa",
    });
    let lines: Vec<&str> = html.split("<div class=\"code-line").skip(1).collect();
    assert_eq!(lines.len(), 7);
    let marks = |line: usize| text(after_mark(lines[line - 1], "code-marks"));
    assert_eq!(marks(3), "A|B");
    assert!(lines[2].contains("task-1") && lines[2].contains("task-2"));
    assert_eq!(marks(7), "▸");
    let stops = |line: usize| lines[line - 1].contains("aria-pressed=\"true\"");
    assert!(stops(2) && !stops(3));
    assert_eq!(marks(2), "");
}

#[test]
fn nobody_stands_anywhere_when_the_program_is_over() {
    let mut recording = recording();
    recording.push(Event {
        at: 2.5,
        kind: EventKind::ProgramEnded,
    });
    assert!(shown(&recording, recording.len()).marks.is_empty());
}

#[test]
fn an_error_stands_under_its_line() {
    let fault = Fault::at(
        SOURCE,
        23..28,
        "No conozco `print`.",
        Some("Prueba otra cosa.".into()),
    );
    let html = draw::<Code>(CodeProps {
        source: SOURCE.into(),
        marks: Rc::default(),
        faults: Rc::new([fault]),
        breakpoints: Rc::new([2]),
        toggle: yew::Callback::noop(),
        name: "programa",
    });
    let lines: Vec<&str> = html.split("<div class=\"code-line").skip(1).collect();
    assert!(lines[1].contains("<code>print</code>"), "{}", lines[1]);
    assert!(lines[1].contains("Línea 2") && lines[1].contains("Prueba otra cosa."));
    assert!(lines[1].contains("code-squiggle"));
    assert!(!lines[0].contains("code-fault") && !lines[2].contains("code-fault"));
}

#[test]
fn the_served_page_has_its_landmarks_and_no_inline_style() {
    let page = static_html();
    for region in [
        "Ejecución secuencial",
        "Ejecución concurrente",
        "Ejecución del archivo completo",
    ] {
        assert!(
            page.contains(&format!("aria-label=\"{region}\"")),
            "{region}"
        );
    }
    for button in ["Ejecutar ambas", "Ejecutar", "Reiniciar"] {
        assert!(page.contains(&format!(">{button}</button>")), "{button}");
    }
    for landmark in ["<header", "<main", "<nav", "<footer"] {
        assert_eq!(page.matches(landmark).count(), 1, "{landmark}");
    }
    assert_eq!(page.matches("<h1").count(), 1);
    assert!(!page.contains(" style="), "a strict CSP refuses it");
    let ids: Vec<&str> = page
        .split(" id=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "{ids:?}");
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    let page = static_html();
    let levels: Vec<u32> = page
        .match_indices("<h")
        .filter_map(|(place, _)| page[place + 2..].chars().next()?.to_digit(10))
        .collect();
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "{levels:?}");
    }
}
