use std::fmt::Write;

use engine::trace::{Doing, Seconds, ThreadBar, ThreadUse};
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
        let cursor = scene.cursor();
        let idle = history.idle_share(cursor, now);
        let turns = history.thread(cursor);
        let blocked = history.thread_use(cursor, now).held;
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
                        { shares(|time| history.thread_use(cursor, time), now) }
                    } else {
                        for turn in turns {
                            { stretch(&turn, scene, now) }
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
/// it was held, by how it was used until any time.
fn shares(used: impl Fn(Seconds) -> ThreadUse, now: Seconds) -> Html {
    let any = parts(|time| used(time).taken, now);
    let held = parts(|time| used(time).held, now);
    html! {
        <svg y="3" width="100%" height="14" viewBox={format!("0 0 {COLUMNS} 1")} preserveAspectRatio="none">
            <path class="thread-share" d={columns(&any)} />
            <path class="thread-held" d={columns(&held)} />
        </svg>
    }
}

/// Which part of each column was used, from 0 to 1, by the seconds used until
/// any time.
fn parts(used: impl Fn(Seconds) -> Seconds, now: Seconds) -> Vec<f64> {
    let width = now.max(1e-9) / COLUMNS as f64;
    let mut before = 0.0;
    let ends = (1..=COLUMNS).map(|column| used(column as f64 * width));
    ends.map(|until| (until - std::mem::replace(&mut before, until)) / width)
        .collect()
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
    use super::*;

    #[test]
    fn a_column_is_as_high_as_it_was_used() {
        // Columns of a second each, of which two were used in part.
        let used = |time: Seconds| time.min(0.25) + (time - 1.5).clamp(0.0, 1.5);
        let parts = parts(used, COLUMNS as f64);
        assert_eq!(parts[..4], [0.25, 0.5, 1.0, 0.0]);
        assert_eq!(parts.iter().sum::<f64>(), 1.75);
        assert_eq!(columns(&[0.25, 1.0]), "M0 1V0.750H1V0.000H2V1Z");
    }
}
