//! Many coroutines at once: a cell for each, formed by what it is doing, and
//! beside it how many do what.

use std::fmt::Write;
use std::rc::Rc;

use engine::trace::{CardKind, Moment};
use yew::prelude::*;

use super::cards;
use super::part::{Part, keyed};
use crate::lesson::words;
use engine::sort::sort_by_key;

/// Cells in a row of the grid.
const COLUMNS: usize = 64;
/// Rows in a block, which is drawn anew when one of its cells changes.
const ROWS: usize = 4;
/// Cells that are drawn, the first ones; all are counted.
const MOST_CELLS: usize = 40 * COLUMNS * ROWS;
/// A cell's room, in units of the drawing.
const WIDTH: usize = 8;
const HEIGHT: usize = 10;

/// What many coroutines are doing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Crowd {
    /// In order of creation, so many at a time as a block of the grid holds.
    blocks: Rc<[Block]>,
    counts: Rc<[(CardKind, usize)]>,
}

type Block = Rc<[CardKind]>;

impl Crowd {
    /// Every coroutine but those handed to `asyncio.run`.
    pub fn of(moment: &Moment) -> Crowd {
        let mut cells = Vec::with_capacity(moment.card_count().min(MOST_CELLS));
        let mut counts: Vec<(CardKind, usize)> = Vec::new();
        moment.card_kinds().for_each(|kind| {
            match counts.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, count)) => *count += 1,
                None => counts.push((kind, 1)),
            }
            if cells.len() < MOST_CELLS {
                cells.push(kind);
            }
        });
        sort_by_key(&mut counts, |(kind, _)| cards::word(*kind, None));
        Crowd {
            blocks: cells.chunks(COLUMNS * ROWS).map(Rc::from).collect(),
            counts: counts.into(),
        }
    }

    /// How many coroutines do what, by the state's word.
    pub fn counts(&self) -> impl Iterator<Item = (&'static str, usize)> {
        let counts = self.counts.iter();
        counts.map(|(kind, count)| (cards::word(*kind, None), *count))
    }
}

/// A line for each state in a block: neighbours of one look are one stroke, which
/// its dashes cut into cells.
fn strokes(block: &[CardKind]) -> Vec<(&'static str, String)> {
    let mut strokes: Vec<(&'static str, String)> = Vec::new();
    for (row, cells) in block.chunks(COLUMNS).enumerate() {
        let y = row * HEIGHT + HEIGHT / 2;
        let mut column = 0;
        for run in cells.chunk_by(|one, other| one == other) {
            let slug = cards::slug(run[0]);
            let place = strokes.iter().position(|(known, _)| *known == slug);
            let place = place.unwrap_or_else(|| {
                strokes.push((slug, String::new()));
                strokes.len() - 1
            });
            let (x, length) = (column * WIDTH + 1, run.len() * WIDTH);
            // Writing to a string cannot fail.
            let _ = write!(strokes[place].1, "M{x} {y}h{length}");
            column += run.len();
        }
    }
    strokes
}

/// The grid, and in words what it shows.
#[derive(PartialEq)]
pub struct CrowdView {
    pub crowd: Crowd,
}

impl Part for CrowdView {
    fn draw(&self) -> Html {
        let Crowd { blocks, counts } = &self.crowd;
        let all = counts.iter().map(|(_, count)| count).sum();
        html! {
            <div class="crowd">
                <ul class="crowd-counts" aria-label={words::CROWD_COUNTS}>
                    for (kind, count) in counts.iter() {
                        <li key={cards::word(*kind, None)} data-estado={cards::slug(*kind)} data-cuantas={count.to_string()}>
                            <svg class="crowd-sample task-1" viewBox="0 0 8 10" aria-hidden="true">
                                <path class={format!("cell-{}", cards::slug(*kind))} d="M1 5h8" />
                            </svg>
                            { format!("{} {count}", cards::word(*kind, None)) }
                        </li>
                    }
                </ul>
                <div class="crowd-grid task-1" role="img" aria-label={words::crowd(all)} title={words::crowd(all)} tabindex="0">
                    for (place, cells) in blocks.iter().enumerate() {
                        { keyed(place, BlockView { cells: Rc::clone(cells) }) }
                    }
                </div>
            </div>
        }
    }
}

#[derive(PartialEq)]
struct BlockView {
    cells: Block,
}

impl Part for BlockView {
    fn draw(&self) -> Html {
        let rows = self.cells.len().div_ceil(COLUMNS);
        html! {
            <svg
                class="crowd-block"
                viewBox={format!("0 0 {} {}", COLUMNS * WIDTH, rows * HEIGHT)}
                // Its room is known also while it is out of sight and not drawn.
                style={format!("aspect-ratio: {} / {}", COLUMNS * WIDTH, rows * HEIGHT)}
                aria-hidden="true"
            >
                for (slug, path) in strokes(&self.cells) {
                    <path key={slug} class={format!("cell-{slug}")} d={path} />
                }
            </svg>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_of_one_state_are_one_stroke_and_rows_do_not_run_on() {
        let mut cells = vec![CardKind::Waiting; COLUMNS + 2];
        cells[3] = CardKind::Done;
        let expected = [
            ("esperando", "M1 5h24M33 5h480M1 15h16".to_owned()),
            ("terminada", "M25 5h8".to_owned()),
        ];
        assert_eq!(strokes(&cells), expected);
    }

    #[test]
    fn nobody_is_no_stroke() {
        assert!(strokes(&[]).is_empty());
    }
}
