use std::rc::Rc;

use engine::trace::{Bar, Doing, Seconds};
use yew::prelude::*;

use super::density::{Density, DensityRow};
use super::part::{Part, keyed, part};
use super::scale::Scale;
use super::shown::Lane;
use super::time;
use crate::browser::field;
use crate::lesson::words;

#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    pub lanes: Rc<[Lane]>,
    /// In the place of lanes, where there would be too many.
    pub density: Option<Rc<Density>>,
    /// Program time, in seconds: open bars reach to here.
    pub now: Seconds,
    /// How far the run has come, in seconds.
    pub present: Seconds,
    pub scale: Scale,
    /// A press on the drawing goes to that moment, in seconds.
    pub go: Callback<Seconds>,
}

/// Rows of full height; where there are more, all are thin.
const MOST_ROOMY: usize = 5;

/// One row for each coroutine, to scale: what it did from when to when.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let TimelineProps {
        lanes,
        density,
        now,
        present,
        scale,
        go,
    } = props;
    let ruler = use_node_ref();
    let drag = {
        let (ruler, go, scale) = (ruler.clone(), go.clone(), *scale);
        Callback::from(move |event: PointerEvent| {
            if let Some(share) = field::share_of_width(&ruler, &event) {
                go.emit(share * scale.horizon());
            }
        })
    };
    let dense = lanes.len() > MOST_ROOMY;
    html! {
        <div
            class={classes!("timeline", dense.then_some("timeline-dense"))}
            role="img"
            aria-label={density.as_ref().map_or_else(|| describe(lanes, *now), |density| words::density(density.most()))}
            tabindex={dense.then_some("0")}
            onpointerdown={drag.clone()}
            onpointermove={drag}
        >
            { part(Grid { ruler, scale: *scale }) }
            if let Some(density) = density {
                { part(DensityRow { density: Rc::clone(density), now: *now, scale: *scale }) }
            } else if lanes.is_empty() {
                <div class="lane lane-empty" />
            }
            for (place, lane) in lanes.iter().enumerate() {
                { keyed(place, LaneRow {
                    lane: lane.clone(),
                    until: if lane.grows() { *now } else { 0.0 },
                    scale: *scale,
                }) }
            }
            <div class="lane lane-total">
                <svg class="bars" aria-hidden="true">
                    if now < present {
                        <line class="total-rest" x1={scale.place(*now)} y1="50%" x2={scale.place(*present)} y2="50%" />
                    }
                    <line class="total" x1="0" y1="50%" x2={scale.place(*now)} y2="50%" />
                    <line class="total-end" x1={scale.place(*now)} y1="0" x2={scale.place(*now)} y2="100%" />
                </svg>
            </div>
        </div>
    }
}

/// The hairlines that go through all rows.
#[derive(PartialEq)]
struct Grid {
    ruler: NodeRef,
    scale: Scale,
}

impl Part for Grid {
    fn draw(&self) -> Html {
        let scale = self.scale;
        html! {
            <svg ref={self.ruler.clone()} class="grid" aria-hidden="true">
                for (time, figure) in scale.ticks() {
                    <line key={figure} x1={scale.place(time)} y1="0" x2={scale.place(time)} y2="100%" />
                }
            </svg>
        }
    }
}

/// The figures of the common axis.
#[derive(PartialEq)]
pub struct Axis {
    /// The scrubber, where it goes along this axis.
    pub children: Html,
    /// What is to be known of the time that is shown.
    pub note: &'static str,
    pub scale: Scale,
}

impl Part for Axis {
    fn draw(&self) -> Html {
        let scale = self.scale;
        html! {
            <div class="axis">
                <p class="axis-note">{ self.note }</p>
                <svg class="bars" aria-hidden="true">
                    for (time, figure) in scale.ticks() {
                        <text key={figure.clone()} x={scale.place(time)} y="1em">{ figure }</text>
                    }
                </svg>
                { self.children.clone() }
            </div>
        }
    }
}

#[derive(PartialEq)]
struct LaneRow {
    lane: Lane,
    /// Where the open bar ends now; 0 where there is none.
    until: Seconds,
    scale: Scale,
}

impl Part for LaneRow {
    fn draw(&self) -> Html {
        let LaneRow { lane, until, scale } = self;
        // What runs lies on top: it is thin, and what matters.
        let (thin, wide): (Vec<&Bar>, Vec<&Bar>) = lane
            .bars
            .iter()
            .partition(|bar| bar.doing == Doing::Running);
        html! {
            <div class={classes!("lane", lane.who.colour)} data-quien={lane.who.mark()}>
                <span class="lane-key" aria-hidden="true">{ &*lane.who.key }</span>
                <svg class="bars" aria-hidden="true">
                    for bar in wide.into_iter().chain(thin) {
                        { stretch(bar, *until, *scale) }
                    }
                </svg>
            </div>
        }
    }
}

/// A bar: full height and solid where it runs, a pale band where it waits, a
/// dashed line where it queues, hatched where it blocks everybody.
fn stretch(bar: &Bar, until: Seconds, scale: Scale) -> Html {
    let took = bar.to.unwrap_or(until) - bar.from;
    let (x, width) = (scale.place(bar.from), scale.width(took));
    let (class, y, height) = match bar.doing {
        Doing::Running => ("bar bar-running", "2", "18"),
        Doing::Waiting => ("bar bar-waiting", "4", "14"),
        Doing::Queued => ("bar bar-queued", "9", "4"),
        Doing::Blocked => ("bar bar-blocked", "1", "20"),
    };
    let figure = (bar.doing == Doing::Waiting || bar.doing == Doing::Blocked)
        && bar.to.is_some()
        && scale.share(took) > 0.12;
    html! {
        <g key={bar.first}>
            <rect {class} x={x} {y} width={width.clone()} {height} />
            if bar.doing == Doing::Blocked {
                <rect class="bar-hatch" x={scale.place(bar.from)} {y} {width} {height} fill="url(#trama)" />
            }
            if figure {
                <text class="bar-figure" x={scale.place(bar.from + took / 2.0)} y="15">
                    { time::hundredths(took) }{ "\u{a0}" }{ words::SECONDS }
                </text>
            }
        </g>
    }
}

/// The pattern of what blocks; once on the page.
pub fn patterns() -> Html {
    html! {
        <svg class="patterns" aria-hidden="true" width="0" height="0">
            <defs>
                <pattern
                    id="trama"
                    width="6"
                    height="6"
                    patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)"
                >
                    <line class="hatch" x1="0" y1="0" x2="0" y2="6" />
                </pattern>
            </defs>
        </svg>
    }
}

/// The drawing in words, for who does not see it. While it grows only its
/// name is told, or it would change with every frame.
fn describe(lanes: &[Lane], now: Seconds) -> String {
    if lanes.iter().any(Lane::grows) || lanes.is_empty() {
        return words::TIMELINE.to_owned();
    }
    let rows = lanes.iter().filter_map(|lane| {
        let from = lane.bars.first()?.from;
        let to = lane.bars.last()?.to?;
        Some(words::lane(
            &lane.who.key,
            &time::hundredths(from),
            &time::hundredths(to),
        ))
    });
    let rows: Vec<String> = rows.collect();
    words::timeline(&rows, &time::hundredths(now))
}
