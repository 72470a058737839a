//! Going back is the same as not having gone on.

use super::script::{Script, concurrent, record, sequential};
use crate::trace::*;

/// A reproducible run of many tasks that nap, block and print in an order
/// drawn from `seed`.
fn many_naps(seed: u64, tasks: usize, naps: usize) -> Script {
    let mut random = seed;
    let mut draw = move |below: usize| {
        random = random
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (random >> 33) as usize % below
    };
    let mut script = Script::default();
    let calls: Vec<_> = (0..tasks)
        .map(|n| script.call("siesta()", &n.to_string()))
        .collect();
    let tasks: Vec<_> = calls.iter().map(|&call| script.task(call, false)).collect();
    script.turn();
    let mut asleep: Vec<(TimerId, TaskId)> = Vec::new();
    for (&call, &task) in calls.iter().zip(&tasks) {
        script.resume(task);
        script.start(call);
        let timer = script.sleep(task, 1.0);
        asleep.push((timer, task));
    }
    for _ in 0..naps {
        script.at += 0.1;
        let (timer, task) = asleep.swap_remove(draw(asleep.len()));
        script.wake(timer, task);
        script.lines(&[3, 4]);
        match draw(4) {
            0 => script.print("una línea\n"),
            1 => script.print("media "),
            2 => {
                let until = script.at + 0.1;
                script.tell(EventKind::Blocked { until });
                script.at = until;
                script.tell(EventKind::Unblocked);
            }
            _ => {}
        }
        let timer = script.sleep(task, 1.0);
        asleep.push((timer, task));
    }
    script
}

fn replayed(events: &[Event]) -> Moment {
    let mut moment = Moment::default();
    for event in events {
        moment.apply(event);
    }
    moment
}

#[test]
fn a_moment_by_snapshots_equals_the_replay_from_the_start() {
    for script in [sequential(), concurrent(), many_naps(7, 40, 1500)] {
        let recording = record(&script.events);
        let steps = (recording.len() / 97).max(1);
        for cursor in (0..=recording.len()).step_by(steps) {
            let expected = replayed(&script.events[..cursor]);
            assert_eq!(recording.at(cursor), expected, "after {cursor} events");
        }
        assert_eq!(recording.live(), &replayed(&script.events));
    }
}

#[test]
fn moments_can_be_asked_for_in_any_order() {
    let script = many_naps(7, 40, 1500);
    let recording = record(&script.events);
    let mut cursor = 1;
    for _ in 0..200 {
        // Near the one before or far from it, to either side.
        cursor = cursor * 7_919 % recording.len();
        for near in [cursor, cursor.saturating_sub(40), cursor + 3, cursor / 2] {
            let expected = replayed(&script.events[..near.min(recording.len())]);
            assert_eq!(recording.at(near), expected, "after {near} events");
        }
    }
}

#[test]
fn forward_and_back_again_shows_what_was_shown() {
    let script = many_naps(11, 20, 600);
    let whole = record(&script.events);
    for cursor in (0..whole.len()).step_by(211) {
        // What stood there when the run had come no further.
        let then = record(&script.events[..cursor]);
        assert_eq!(whole.at(cursor), *then.live());
        let (now, past) = (whole.history(), then.history());
        assert_eq!(now.waits(cursor), past.waits(cursor));
        assert!(now.thread(cursor).eq(past.thread(cursor)));
        for (id, _) in then.live().coroutines() {
            assert!(
                now.card_bars(id, cursor).eq(past.card_bars(id, cursor)),
                "{id:?} at {cursor}"
            );
        }
        let texts = |history: &History| {
            let lines = history.console().lines_at(cursor);
            lines
                .map(|line| line.text_at(cursor).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(texts(now), texts(past));
    }
}

#[test]
fn the_use_of_the_thread_is_the_sum_of_its_bars() {
    for script in [sequential(), concurrent(), many_naps(5, 30, 600)] {
        let recording = record(&script.events);
        let history = recording.history();
        for cursor in 0..=recording.len() {
            let now = recording.at(cursor).at();
            for time in [now, now / 2.0, now + 1.0] {
                let turns = history.thread(cursor).map(|turn| turn.bar);
                let lengths = turns.filter(|bar| bar.from <= time);
                let sum: Seconds = lengths
                    .map(|bar| bar.to.map_or(time, |to| to.min(time)) - bar.from)
                    .sum();
                let used = history.thread_use(cursor, time).taken;
                assert!((used - sum).abs() < 1e-6, "{used} {sum}");
            }
        }
    }
}

#[test]
fn levels_are_as_many_as_the_bars_that_go_on() {
    for script in [sequential(), concurrent(), many_naps(5, 30, 600)] {
        let recording = record(&script.events);
        let history = recording.history();
        for cursor in 0..=recording.len() {
            let mut expected = Levels::default();
            for (id, coroutine) in recording.at(cursor).coroutines() {
                let bar = history.card_bars(id, cursor).next_back();
                if let Some(bar) = bar.filter(|bar| bar.to.is_none() && !coroutine.main) {
                    expected[bar.doing as usize] += 1;
                }
            }
            assert_eq!(history.levels(cursor), expected, "after {cursor} events");
        }
    }
}

#[test]
fn snapshots_stand_further_apart_the_more_there_is_to_copy() {
    let small = record(&many_naps(3, 10, 3000).events);
    let large = record(&many_naps(3, 3000, 3000).events);
    assert!(large.snapshots_held() * 3 < small.snapshots_held() * 2);
    assert!(small.snapshots_held() >= small.len() / 1100);
}
