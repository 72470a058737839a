use engine::trace::{Bar, Doing, Seconds, ThreadBar};
use yew::prelude::*;

use crate::lesson::words;
use crate::model::Scene;
use crate::view::palette::Who;
use crate::view::thin::thinned;

/// Turns of the thread that are drawn one by one, in their colours.
const MANY: usize = 300;

#[derive(Properties, PartialEq)]
pub struct ThreadLaneProps {
    pub scene: Scene,
}

/// Who had the one thread when, from the start to the moment shown: never two
/// at once.
#[component]
pub fn ThreadLane(props: &ThreadLaneProps) -> Html {
    let scene = &props.scene;
    let now = scene.now();
    let history = scene.history();
    let idle = history.idle_share(scene.cursor(), now);
    let turns: Vec<ThreadBar> = history.thread(scene.cursor()).collect();
    let blocked: Seconds = turns
        .iter()
        .filter(|turn| turn.bar.doing == Doing::Blocked)
        .map(|turn| turn.bar.to.unwrap_or(now) - turn.bar.from)
        .sum();
    let bars: Vec<(Bar, Option<Who>)> = match turns.len() {
        0..=MANY => turns
            .iter()
            .map(|turn| {
                let who = turn
                    .task
                    .and_then(|task| Who::of_task(scene.moment(), task));
                (turn.bar, who)
            })
            .collect(),
        // Too many to tell their colours apart.
        _ => thinned(turns.iter().map(|turn| turn.bar), now)
            .into_iter()
            .map(|bar| (bar, None))
            .collect(),
    };
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
                for (bar, who) in bars {
                    { stretch(&bar, who.as_ref(), now) }
                }
            </svg>
        </figure>
    }
}

fn stretch(bar: &Bar, who: Option<&Who>, now: Seconds) -> Html {
    let percent = |time: Seconds| format!("{:.3}%", 100.0 * time / now.max(1e-9));
    let took = bar.to.unwrap_or(now) - bar.from;
    let (x, width) = (percent(bar.from), percent(took.max(now * 1e-5)));
    let class = match bar.doing {
        Doing::Blocked => "bar bar-blocked",
        Doing::Running | Doing::Waiting | Doing::Queued => "bar bar-running",
    };
    html! {
        <g key={bar.first} class={classes!(who.map(|who| who.colour))} data-quien={who.map(Who::mark)}>
            <rect {class} x={x.clone()} y="3" width={width.clone()} height="14" />
            if bar.doing == Doing::Blocked {
                <rect {x} y="3" {width} height="14" fill="url(#trama)" />
            }
        </g>
    }
}
