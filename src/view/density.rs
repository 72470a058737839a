//! The timeline of many coroutines: how many are doing what, over time.

use std::fmt::Write;

use engine::trace::{Bar, Doing, History, Moment, Seconds};
use yew::prelude::*;

use super::part::Part;
use super::scale::Scale;
use std::rc::Rc;

/// Columns of time that are told apart.
const COLUMNS: usize = 240;
/// Height of the drawing, in its own units.
const HEIGHT: usize = 100;

/// From the ground up: what matters most lies lowest, and is seen best.
const LAYERS: [Doing; 4] = [
    Doing::Blocked,
    Doing::Running,
    Doing::Queued,
    Doing::Waiting,
];

/// Its place in [`LAYERS`].
fn layer_of(doing: Doing) -> usize {
    match doing {
        Doing::Blocked => 0,
        Doing::Running => 1,
        Doing::Queued => 2,
        Doing::Waiting => 3,
    }
}

/// How many coroutines were doing what, from 0 to the latest event.
#[derive(Clone, Debug, PartialEq)]
pub struct Density {
    until: Seconds,
    /// The most that were alive at once, in any column.
    most: usize,
    /// An area for each of [`LAYERS`], over those below it.
    areas: [String; LAYERS.len()],
    /// The same for what goes on since: one column.
    rest: [String; LAYERS.len()],
}

/// A stretch of time: outlines in `columns` by `height` units, the lowest last.
pub struct Stretch<'a> {
    pub from: Seconds,
    pub to: Seconds,
    pub columns: usize,
    pub height: usize,
    pub layers: Vec<(Doing, &'a str)>,
}

fn layers(paths: &[String]) -> Vec<(Doing, &str)> {
    let layers = LAYERS.into_iter().zip(paths.iter().map(String::as_str));
    layers.rev().collect()
}

/// By column of time, how many there are up to each layer, itself included.
type Heights = Vec<[usize; LAYERS.len()]>;

impl Density {
    /// What the first `cursor` events come to; `moment` is where they end.
    pub fn of(moment: &Moment, history: &History, cursor: usize) -> Density {
        let coroutines = moment.coroutines().filter(|(_, one)| !one.main);
        let bars = coroutines.flat_map(|(id, _)| history.card_bars(id, cursor));
        Density::of_bars(bars, moment.at())
    }

    fn of_bars(bars: impl Iterator<Item = Bar>, until: Seconds) -> Density {
        let heights = heights(bars, until);
        let most = heights.iter().map(|layers| layers[LAYERS.len() - 1]).max();
        let most = most.unwrap_or(0).max(1);
        let (past, rest) = heights.split_at(COLUMNS);
        let areas = |heights: &[[usize; LAYERS.len()]]| {
            std::array::from_fn(|layer| area(heights.iter().map(|at| at[layer]), most))
        };
        Density {
            until,
            most,
            areas: areas(past),
            rest: areas(rest),
        }
    }

    /// The most that were alive at once.
    pub fn most(&self) -> usize {
        self.most
    }

    /// What has been, and what goes on until `now`, each to be drawn from
    /// `from` to `to`.
    pub fn stretches(&self, now: Seconds) -> [Stretch<'_>; 2] {
        let until = self.until.min(now);
        let stretch = |paths, columns, from, to| Stretch {
            from,
            to,
            columns,
            height: HEIGHT,
            // The highest first: the lower ones lie over it.
            layers: layers(paths),
        };
        [
            stretch(&self.areas, COLUMNS, 0.0, until),
            stretch(&self.rest, 1, until, now),
        ]
    }
}

/// What goes on at the start of each column, and last what goes on still. A
/// bar that lies between two columns' starts is not seen.
fn heights(bars: impl Iterator<Item = Bar>, until: Seconds) -> Heights {
    let column = |time: Seconds| {
        if until > 0.0 {
            ((time / until * COLUMNS as f64).ceil() as usize).min(COLUMNS)
        } else {
            COLUMNS
        }
    };
    // What each column has more than the one before it.
    let mut changes = vec![[0_isize; LAYERS.len()]; COLUMNS + 1];
    // Bars by the hundred thousand: an inner loop is quicker than steps outside.
    bars.for_each(|bar| {
        let layer = layer_of(bar.doing);
        changes[column(bar.from)][layer] += 1;
        if let Some(to) = bar.to {
            changes[column(to)][layer] -= 1;
        }
    });
    let mut now = [0_isize; LAYERS.len()];
    let sums = changes.into_iter().map(|change| {
        let mut sum = 0;
        std::array::from_fn(|layer| {
            now[layer] += change[layer];
            sum += now[layer].unsigned_abs();
            sum
        })
    });
    sums.collect()
}

/// The outline of columns of those heights, `most` being the full height.
fn area(heights: impl Iterator<Item = usize>, most: usize) -> String {
    let mut path = format!("M0 {HEIGHT}");
    let (mut level, mut end) = (0, 0);
    for (column, height) in heights.enumerate() {
        if height != level {
            let y = HEIGHT as f64 * (1.0 - height as f64 / most as f64);
            // Writing to a string cannot fail.
            let _ = write!(path, "H{column}V{y:.1}");
            level = height;
        }
        end = column + 1;
    }
    let _ = write!(path, "H{end}V{HEIGHT}Z");
    path
}

/// The areas, to scale in time.
#[derive(PartialEq)]
pub struct DensityRow {
    pub density: Rc<Density>,
    /// Program time, in seconds: what goes on reaches to here.
    pub now: Seconds,
    pub scale: Scale,
}

impl Part for DensityRow {
    fn draw(&self) -> Html {
        let DensityRow {
            density,
            now,
            scale,
        } = self;
        html! {
            <div class="lane lane-density task-1">
                <span class="lane-key" aria-hidden="true">{ density.most }</span>
                <svg class="bars" aria-hidden="true">
                    for stretch in density.stretches(*now) {
                        { areas(&stretch, *scale) }
                    }
                </svg>
            </div>
        }
    }
}

fn areas(stretch: &Stretch, scale: Scale) -> Html {
    html! {
        <svg
            x={scale.place(stretch.from)}
            width={scale.width(stretch.to - stretch.from)}
            height="100%"
            viewBox={format!("0 0 {} {}", stretch.columns, stretch.height)}
            preserveAspectRatio="none"
        >
            for (doing, path) in stretch.layers.iter() {
                <path class={class(*doing)} d={path.to_string()} />
                if *doing == Doing::Blocked {
                    <path d={path.to_string()} fill="url(#trama)" />
                }
            }
        </svg>
    }
}

fn class(doing: Doing) -> &'static str {
    match doing {
        Doing::Blocked => "area area-blocked",
        Doing::Running => "area area-running",
        Doing::Queued => "area area-queued",
        Doing::Waiting => "area area-waiting",
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) fn bar(doing: Doing, from: Seconds, to: Option<Seconds>) -> Bar {
        Bar {
            doing,
            from,
            to,
            first: 0,
            last: None,
        }
    }

    #[test]
    fn layers_lie_on_each_other_and_an_open_bar_goes_on() {
        let bars = [
            bar(Doing::Waiting, 0.0, None),
            bar(Doing::Waiting, 0.0, Some(1.0)),
            bar(Doing::Blocked, 1.0, Some(2.0)),
        ];
        let heights = heights(bars.into_iter(), 2.0);
        assert_eq!(heights.len(), COLUMNS + 1);
        assert_eq!(heights[0], [0, 0, 0, 2]);
        assert_eq!(heights[COLUMNS / 2 - 1], [0, 0, 0, 2]);
        assert_eq!(heights[COLUMNS / 2], [1, 1, 1, 2]);
        assert_eq!(heights[COLUMNS], [0, 0, 0, 1]);
    }

    #[test]
    fn each_layer_has_its_place() {
        for (place, doing) in LAYERS.into_iter().enumerate() {
            assert_eq!(layer_of(doing), place);
        }
    }

    #[test]
    fn at_the_very_start_all_that_goes_on_is_the_rest() {
        let bars = [bar(Doing::Queued, 0.0, None)];
        let density = Density::of_bars(bars.into_iter(), 0.0);
        assert_eq!(density.most(), 1);
        assert_eq!(density.rest[2], "M0 100H0V0.0H1V100Z");
        assert_eq!(density.areas[2], "M0 100H240V100Z");
    }

    #[test]
    fn an_outline_is_as_long_as_it_has_steps() {
        let heights = [0, 2, 2, 2, 1];
        assert_eq!(area(heights.into_iter(), 2), "M0 100H1V0.0H4V50.0H5V100Z");
    }
}
