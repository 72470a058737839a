use std::fmt::Write;

use engine::trace::{Doing, Seconds, ThreadBar};
use yew::prelude::*;

use crate::lesson::words;
use crate::model::Scene;
use crate::view::palette::Who;
use crate::view::part::Part;

/// Turns of the thread that are drawn one by one, in their colours. Of more it
/// is drawn which part of the time was taken.
const MANY: usize = 300;

/// Stretches of time that are told apart where turns are not.
const COLUMNS: usize = 200;

/// Who had the one thread when, from the start to the moment shown: never two
/// at once.
#[derive(PartialEq)]
pub struct ThreadLane {
    pub scene: Scene,
}

impl Part for ThreadLane {
    fn draw(&self) -> Html {
        let scene = &self.scene;
        let now = scene.now();
        let history = scene.history();
        let idle = history.idle_share(scene.cursor(), now);
        let turns: Vec<ThreadBar> = history.thread(scene.cursor()).collect();
        let blocked: Seconds = turns
            .iter()
            .filter(|turn| turn.bar.doing == Doing::Blocked)
            .map(|turn| turn.bar.to.unwrap_or(now) - turn.bar.from)
            .sum();
        html! {
            <figure class="thread">
                <figcaption>
                    { words::THREAD }{ " " }<strong>{ words::idle(idle) }</strong>
                    if blocked > 0.0 {
                        { " " }{ words::blocked_for(blocked) }
                    }
                </figcaption>
                <svg class="thread-bars" aria-hidden="true">
                    <line class="thread-axis" x1="0" y1="50%" x2="100%" y2="50%" />
                    if turns.len() > MANY {
                        { shares(&turns, now) }
                    } else {
                        for turn in turns.iter() {
                            { stretch(turn, scene, now) }
                        }
                    }
                </svg>
            </figure>
        }
    }
}

fn stretch(turn: &ThreadBar, scene: &Scene, now: Seconds) -> Html {
    let bar = &turn.bar;
    let who = turn
        .task
        .and_then(|task| Who::of_task(scene.moment(), task));
    let percent = |time: Seconds| format!("{:.3}%", 100.0 * time / now.max(1e-9));
    let took = bar.to.unwrap_or(now) - bar.from;
    let (x, width) = (percent(bar.from), percent(took.max(now * 1e-5)));
    let class = match bar.doing {
        Doing::Blocked => "bar bar-blocked",
        Doing::Running | Doing::Waiting | Doing::Queued => "bar bar-running",
    };
    html! {
        <g key={bar.first} class={classes!(who.as_ref().map(|who| who.colour))} data-quien={who.as_ref().map(Who::mark)}>
            <rect {class} x={x.clone()} y="3" width={width.clone()} height="14" />
            if bar.doing == Doing::Blocked {
                <rect {x} y="3" {width} height="14" fill="url(#trama)" />
            }
        </g>
    }
}

/// How much of each column of time the thread was taken, and how much of that
/// it was held.
fn shares(turns: &[ThreadBar], now: Seconds) -> Html {
    let any = taken(turns, now, |_| true);
    let held = taken(turns, now, |doing| doing == Doing::Blocked);
    html! {
        <svg y="3" width="100%" height="14" viewBox={format!("0 0 {COLUMNS} 1")} preserveAspectRatio="none">
            <path class="thread-share" d={columns(&any)} />
            <path class="thread-held" d={columns(&held)} />
        </svg>
    }
}

/// Which part of each column is taken by such turns, from 0 to 1.
fn taken(turns: &[ThreadBar], now: Seconds, such: impl Fn(Doing) -> bool) -> Vec<f64> {
    let mut taken = vec![0.0; COLUMNS];
    let width = now.max(1e-9) / COLUMNS as f64;
    for ThreadBar { bar, .. } in turns.iter().filter(|turn| such(turn.bar.doing)) {
        let (from, to) = (bar.from / width, bar.to.unwrap_or(now) / width);
        let last = (to as usize).min(COLUMNS - 1);
        for (column, part) in (0..=last).zip(&mut taken).skip(from as usize) {
            let (start, end) = (from.max(column as f64), to.min(column as f64 + 1.0));
            *part += (end - start).max(0.0);
        }
    }
    taken
}

/// Columns of those heights, from 0 to 1, from the ground up.
fn columns(heights: &[f64]) -> String {
    let mut path = "M0 1".to_owned();
    for (column, height) in heights.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = write!(path, "V{:.3}H{}", 1.0 - height.min(1.0), column + 1);
    }
    path + "V1Z"
}

#[cfg(test)]
mod tests {
    use engine::trace::Bar;

    use super::*;

    #[test]
    fn a_column_is_as_high_as_it_was_taken() {
        let turn = |from: Seconds, to: Option<Seconds>| ThreadBar {
            task: None,
            bar: Bar {
                doing: Doing::Running,
                from,
                to,
                first: 0,
                last: None,
            },
        };
        // Columns of a second each.
        let now = COLUMNS as f64;
        let turns = [
            turn(0.0, Some(0.25)),
            turn(1.5, Some(3.0)),
            turn(199.5, None),
        ];
        let taken = taken(&turns, now, |_| true);
        assert_eq!(taken[..4], [0.25, 0.5, 1.0, 0.0]);
        assert_eq!(taken[COLUMNS - 1], 0.5);
        assert_eq!(taken.iter().sum::<f64>(), 2.25);
        assert_eq!(columns(&[0.25, 1.0]), "M0 1V0.750H1V0.000H2V1Z");
    }
}
