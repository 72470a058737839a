//! The seed's two runs, told by hand.

use super::script::{Script, concurrent, record, sequential};
use crate::trace::*;

/// `key:state` of each card after `cursor` events.
fn cards(recording: &Recording, cursor: usize) -> String {
    let moment = recording.at(cursor);
    let cards = moment.cards().map(|card| {
        let state = match &card.state {
            CardState::Created => "created",
            CardState::Ready { .. } => "ready",
            CardState::Running { .. } => "running",
            CardState::Waiting { .. } => "waiting",
            CardState::Blocked { .. } => "blocked",
            CardState::Done { .. } => "done",
            CardState::Failed { .. } => "failed",
            CardState::Cancelled => "cancelled",
            CardState::NeverAwaited => "never awaited",
        };
        let badge = match &card.badge {
            Badge::Free => String::new(),
            Badge::Task(name) => format!(" as {name}"),
            Badge::Inside(name) => format!(" inside {name}"),
        };
        format!("{}:{state}{badge}", card.info.key)
    });
    cards.collect::<Vec<_>>().join(", ")
}

/// How the cards change along the whole run, without repetitions.
fn film(recording: &Recording) -> Vec<String> {
    let mut film: Vec<String> = (0..=recording.len())
        .map(|cursor| cards(recording, cursor))
        .collect();
    film.dedup();
    film
}

#[test]
fn one_after_the_other_inside_the_main_task() {
    let film = film(&record(&sequential().events));
    let expected = [
        "",
        // `asyncio.run` has not taken it yet.
        "main_sincrono:created",
        "",
        "A:created",
        "A:running inside Task-1",
        "A:waiting inside Task-1",
        "A:ready inside Task-1",
        "A:running inside Task-1",
        "A:done inside Task-1",
        "A:done inside Task-1, B:created",
        "A:done inside Task-1, B:running inside Task-1",
        "A:done inside Task-1, B:waiting inside Task-1",
        "A:done inside Task-1, B:ready inside Task-1",
        "A:done inside Task-1, B:running inside Task-1",
        "A:done inside Task-1, B:done inside Task-1",
    ];
    assert_eq!(film, expected);
}

#[test]
fn both_at_once_each_in_a_task_of_its_own() {
    let film = film(&record(&concurrent().events));
    let expected = [
        "",
        "main_asincrono:created",
        "",
        "A:created",
        "A:created, B:created",
        "A:created as Task-2, B:created",
        "A:ready as Task-2, B:created",
        "A:ready as Task-2, B:created as Task-3",
        "A:ready as Task-2, B:ready as Task-3",
        "A:running as Task-2, B:ready as Task-3",
        "A:waiting as Task-2, B:ready as Task-3",
        "A:waiting as Task-2, B:running as Task-3",
        "A:waiting as Task-2, B:waiting as Task-3",
        "A:ready as Task-2, B:waiting as Task-3",
        "A:running as Task-2, B:waiting as Task-3",
        "A:done as Task-2, B:waiting as Task-3",
        "A:done as Task-2, B:ready as Task-3",
        "A:done as Task-2, B:running as Task-3",
        "A:done as Task-2, B:done as Task-3",
    ];
    assert_eq!(film, expected);
}

/// `doing from-to` for each bar that has a length.
fn bars(bars: impl Iterator<Item = Bar>) -> Vec<String> {
    bars.filter(|bar| bar.to != Some(bar.from))
        .map(|bar| match bar.to {
            Some(to) => format!("{:?} {}-{to}", bar.doing, bar.from),
            None => format!("{:?} {}-", bar.doing, bar.from),
        })
        .collect()
}

#[test]
fn bars_are_clipped_to_the_coroutine_and_to_the_cursor() {
    let recording = record(&sequential().events);
    let history = recording.history();
    let end = recording.len();
    let (main, b) = (TaskId(0), CoroutineId(2));
    assert_eq!(
        bars(history.task_bars(main, end)),
        ["Waiting 0-2", "Waiting 2-5"]
    );
    assert_eq!(
        bars(history.card_bars(CoroutineId(1), end)),
        ["Waiting 0-2"]
    );
    assert_eq!(bars(history.card_bars(b, end)), ["Waiting 2-5"]);

    let starts = |event: &Event| event.kind == EventKind::CoroutineStarted { coroutine: b };
    let start = recording.events(0..end).position(starts);
    let start = start.expect("B starts");
    assert_eq!(bars(history.card_bars(b, start)), [""; 0]);
    assert_eq!(bars(history.card_bars(b, start + 1)), ["Running 2-"]);
    assert!(history.idle_share(end, 5.0) > 0.999);
}

#[test]
fn the_console_knows_who_printed() {
    let recording = record(&concurrent().events);
    let authors: Vec<_> = recording
        .history()
        .console()
        .lines()
        .iter()
        .map(|line| line.author)
        .collect();
    let author = |task, coroutine| Author {
        task: Some(TaskId(task)),
        coroutine: Some(CoroutineId(coroutine)),
        thread: ThreadId::MAIN,
    };
    assert_eq!(
        authors,
        [author(1, 1), author(2, 2), author(1, 1), author(2, 2)]
    );
}

#[test]
fn while_both_wait_the_loop_shows_its_queues() {
    let recording = record(&concurrent().events);
    let both_wait = (0..recording.len()).find(|&cursor| recording.at(cursor).timers().len() == 2);
    let moment = recording.at(both_wait.expect("both sleep") + 1);
    let deadlines: Vec<_> = moment
        .timers()
        .iter()
        .map(|timer| (timer.task, timer.deadline))
        .collect();
    assert_eq!(deadlines, [(Some(TaskId(1)), 2.0), (Some(TaskId(2)), 3.0)]);
    assert_eq!(moment.ready().count(), 0);
    assert_eq!(moment.running(), None);
    assert_eq!(
        moment.chain(TaskId(1)).collect::<Vec<_>>(),
        [CoroutineId(1)]
    );
    let lines: Vec<_> = moment.tasks().iter().map(|task| task.line).collect();
    assert_eq!(lines, [Some(26), Some(6), Some(6)]);
}

#[test]
fn a_blocked_loop_keeps_due_tasks_waiting_for_their_turn() {
    let mut script = Script::default();
    let [hog, sleeper] = ["hog", "dormilona"].map(|key| script.call(key, key));
    let tasks = [hog, sleeper].map(|coroutine| script.task(coroutine, false));
    script.resume(tasks[1]);
    script.start(sleeper);
    let timer = script.sleep(tasks[1], 1.0);
    script.resume(tasks[0]);
    script.start(hog);
    script.tell(EventKind::Blocked { until: 4.0 });
    let recording = record(&script.events);
    assert_eq!(
        cards(&recording, recording.len()),
        "hog:blocked as Task-1, dormilona:waiting as Task-2"
    );
    let sleeps = recording.live().cards().nth(1).expect("two cards").state;
    assert!(!sleeps.is_overdue(0.5));
    assert!(sleeps.is_overdue(1.0));

    // The browser calls half a second late: its fault, and told once.
    script.at = 4.5;
    script.tell(EventKind::Unblocked);
    script.end(hog, "None");
    script.end_task(tasks[0], "None");
    script.wake(timer, tasks[1]);
    let recording = record(&script.events);
    let history = recording.history();
    let waits: Vec<_> = history
        .waits(recording.len())
        .iter()
        .map(|wait| (wait.late(), wait.is_browser_slow()))
        .collect();
    assert_eq!(waits, [(0.5, true), (3.5, false)]);
    assert_eq!(
        bars(history.card_bars(hog, recording.len())),
        ["Blocked 0-4.5"]
    );
}

#[test]
fn a_late_browser_is_told_for_each_timer_of_the_same_call() {
    let mut script = Script::default();
    let calls = ["A", "B"].map(|key| script.call(key, key));
    let tasks = calls.map(|coroutine| script.task(coroutine, false));
    let timers = [0, 1].map(|index| {
        script.resume(tasks[index]);
        script.start(calls[index]);
        script.sleep(tasks[index], 1.0)
    });
    script.at = 1.5;
    for timer in timers {
        script.tell(EventKind::TimerFired { timer });
    }
    let recording = record(&script.events);
    let waits = recording.history().waits(recording.len());
    assert!(waits.iter().all(FinishedWait::is_browser_slow));
    assert_eq!(waits.len(), 2);
}
