use std::fmt::Write;
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
    let bars: usize = lanes.iter().map(|lane| lane.bars.len()).sum();
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
                    apart: bars <= MOST_APART,
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
    /// Whether each bar is an element.
    apart: bool,
    /// Where the open bar ends now; 0 where there is none.
    until: Seconds,
    scale: Scale,
}

impl Part for LaneRow {
    fn draw(&self) -> Html {
        let LaneRow {
            lane,
            apart,
            until,
            scale,
        } = self;
        let drawing = if *apart { stretches } else { outlines };
        html! {
            <div class={classes!("lane", lane.who.colour)} data-quien={lane.who.mark()}>
                <span class="lane-key" aria-hidden="true">{ &*lane.who.key }</span>
                <svg class="bars" aria-hidden="true">
                    { drawing(&lane.bars, *until, *scale) }
                </svg>
            </div>
        }
    }
}

/// An element for each bar. What runs lies on top: it is thin, and what matters.
fn stretches(bars: &[Bar], until: Seconds, scale: Scale) -> Html {
    let (thin, wide): (Vec<&Bar>, Vec<&Bar>) =
        bars.iter().partition(|bar| bar.doing == Doing::Running);
    let bars = wide.into_iter().chain(thin);
    bars.map(|bar| stretch(bar, until, scale)).collect()
}

/// Bars of all lanes that are an element each; of more, those of a lane that do
/// the same are one outline: a browser takes long over thousands of elements.
const MOST_APART: usize = 400;

/// Where outlines are drawn: so many units wide and high.
const WIDTH: f64 = 10_000.0;
const HEIGHT: u32 = 22;

/// An outline for all that does the same; what runs lies on top.
fn outlines(bars: &[Bar], until: Seconds, scale: Scale) -> Html {
    let kinds = [
        Doing::Queued,
        Doing::Waiting,
        Doing::Blocked,
        Doing::Running,
    ];
    html! {
        <svg width="100%" height={HEIGHT.to_string()} viewBox={format!("0 0 {WIDTH} {HEIGHT}")} preserveAspectRatio="none">
            for doing in kinds {
                <path class={look(doing).0} d={outline(bars, doing, until, scale)} />
            }
            <path class="bar-hatch" fill="url(#trama)" d={outline(bars, Doing::Blocked, until, scale)} />
        </svg>
    }
}

fn outline(bars: &[Bar], doing: Doing, until: Seconds, scale: Scale) -> String {
    let (_, y, height) = look(doing);
    let mut path = String::new();
    for bar in bars.iter().filter(|bar| bar.doing == doing) {
        let place = |time| (scale.share(time) * WIDTH).round();
        let (from, to) = (place(bar.from), place(bar.to.unwrap_or(until)));
        // Never quite nothing; writing to a string cannot fail.
        let _ = write!(
            path,
            "M{from} {y}h{}v{height}H{from}z",
            (to - from).max(1.0)
        );
    }
    path
}

/// How a bar looks: its classes, and how far down it begins and how high it is.
fn look(doing: Doing) -> (&'static str, &'static str, &'static str) {
    match doing {
        Doing::Running => ("bar bar-running", "2", "18"),
        Doing::Waiting => ("bar bar-waiting", "4", "14"),
        Doing::Queued => ("bar bar-queued", "9", "4"),
        Doing::Blocked => ("bar bar-blocked", "1", "20"),
    }
}

/// A bar: full height and solid where it runs, a pale band where it waits, a
/// dashed line where it queues, hatched where it blocks everybody.
fn stretch(bar: &Bar, until: Seconds, scale: Scale) -> Html {
    let took = bar.to.unwrap_or(until) - bar.from;
    let (x, width) = (scale.place(bar.from), scale.width(took));
    let (class, y, height) = look(bar.doing);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_that_do_the_same_are_one_outline() {
        let bar = |doing, from: Seconds, to| Bar {
            doing,
            from,
            to,
            first: 0,
            last: None,
        };
        let scale = Scale::reaching(10.0);
        let part = |share: f64| share * scale.horizon();
        let bars = [
            bar(Doing::Waiting, 0.0, Some(part(0.25))),
            bar(Doing::Running, part(0.25), Some(part(0.25))),
            bar(Doing::Waiting, part(0.25), None),
        ];
        let outline = |doing| outline(&bars, doing, part(0.5), scale);
        assert_eq!(
            outline(Doing::Waiting),
            "M0 4h2500v14H0zM2500 4h2500v14H2500z"
        );
        assert_eq!(outline(Doing::Running), "M2500 2h1v18H2500z");
        assert_eq!(outline(Doing::Blocked), "");
    }
}
