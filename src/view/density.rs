//! The timeline of many coroutines: how many are doing what, over time.

use std::fmt::Write;

use engine::trace::{Doing, Levels, Recording, Seconds};
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
    /// What the first `cursor` events come to; `until` is when they end.
    pub fn of(recording: &Recording, cursor: usize, until: Seconds) -> Density {
        let history = recording.history();
        let levels_at = |time| history.levels(recording.events_until(time).min(cursor));
        Density::of_levels(levels_at, history.levels(cursor), until)
    }

    /// Of how many did what at each time until then, and how many go on.
    fn of_levels(levels_at: impl Fn(Seconds) -> Levels, go_on: Levels, until: Seconds) -> Density {
        let heights = heights(levels_at, go_on, until);
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
fn heights(levels_at: impl Fn(Seconds) -> Levels, go_on: Levels, until: Seconds) -> Heights {
    let starts = (0..COLUMNS).map(|column| until * column as f64 / COLUMNS as f64);
    let past = starts.map(|start| match until > 0.0 {
        true => levels_at(start),
        false => Levels::default(),
    });
    let stacked = |levels: Levels| {
        let mut sum = 0;
        LAYERS.map(|doing| {
            sum += levels[doing as usize] as usize;
            sum
        })
    };
    past.chain([go_on]).map(stacked).collect()
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
mod tests {
    use super::*;

    fn levels<const N: usize>(counts: [(Doing, u32); N]) -> Levels {
        let mut levels = Levels::default();
        for (doing, count) in counts {
            levels[doing as usize] = count;
        }
        levels
    }

    #[test]
    fn layers_lie_on_each_other_and_what_goes_on_is_last() {
        let levels_at = |time| match time < 1.0 {
            true => levels([(Doing::Waiting, 2)]),
            false => levels([(Doing::Waiting, 1), (Doing::Blocked, 1)]),
        };
        let heights = heights(levels_at, levels([(Doing::Waiting, 1)]), 2.0);
        assert_eq!(heights.len(), COLUMNS + 1);
        assert_eq!(heights[0], [0, 0, 0, 2]);
        assert_eq!(heights[COLUMNS / 2 - 1], [0, 0, 0, 2]);
        assert_eq!(heights[COLUMNS / 2], [1, 1, 1, 2]);
        assert_eq!(heights[COLUMNS], [0, 0, 0, 1]);
    }

    #[test]
    fn at_the_very_start_all_that_goes_on_is_the_rest() {
        let queued = levels([(Doing::Queued, 1)]);
        let density = Density::of_levels(|_| queued, queued, 0.0);
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
