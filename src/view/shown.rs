//! What a run shows at one moment, sorted for its views: a pure function of
//! the moment, the history and the cursor.

use std::rc::Rc;

use engine::trace::{Bar, Card, Life, Moment, Progress, Recording, Seconds};

use super::crowd::Crowd;
use super::density::Density;
use super::palette::{self, Who};
use super::printout::Printout;
use super::thin::{most_of, thinned};
use crate::lesson::words;

/// Coroutines that are drawn each by itself; more than that are a crowd.
pub const MOST_CARDS: usize = 60;

/// Cards beside a crowd: its first members.
pub const CARDS_OF_A_CROWD: usize = 12;

/// Threads beside the program's own that have a lane, the first ones.
const MOST_THREADS: usize = 12;

/// All that a run's views draw, but for the clock.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    pub cards: Rc<[Actor]>,
    /// How many cards there are besides.
    pub more_cards: usize,
    /// All of them, where they are a crowd.
    pub crowd: Option<Crowd>,
    pub lanes: Rc<[Lane]>,
    /// In the place of lanes, for a crowd.
    pub density: Option<Rc<Density>>,
    pub printout: Printout,
    pub marks: Rc<[Mark]>,
    /// A wait ended late, and it was the browser that was slow.
    pub slow: bool,
}

/// A card with its colour.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    pub card: Card,
    pub who: Who,
    /// How many events had happened when it came to be as it is, where a task
    /// has had to do with it.
    pub since: Option<usize>,
}

/// A coroutine's row of the timeline, or a further thread's.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    pub who: Who,
    pub created_at: Seconds,
    pub bars: Rc<[Bar]>,
}

impl Lane {
    /// Whether its last bar is still growing.
    pub fn grows(&self) -> bool {
        self.bars.last().is_some_and(|bar| bar.to.is_none())
    }
}

/// A line of the program on which somebody stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Counted from 1.
    pub line: u32,
    /// The first of those who stand there, at most [`MOST_NAMES`]; `None` for
    /// the program's own place and the coroutine handed to `asyncio.run`.
    pub who: Vec<Option<Who>>,
    /// How many more there are.
    pub more: usize,
    /// Whether one of them has the thread.
    pub running: bool,
}

/// Coroutines named beside a line; the others are counted.
const MOST_NAMES: usize = 4;

impl Shown {
    /// What the first `cursor` events come to; `runs` where more may come at any
    /// time.
    pub fn of(moment: &Moment, recording: &Recording, cursor: usize, runs: bool) -> Shown {
        let history = recording.history();
        let all = moment.card_count();
        let is_crowd = all > MOST_CARDS;
        let cards: Rc<[Actor]> = moment
            .cards()
            .take(if is_crowd { CARDS_OF_A_CROWD } else { all })
            .filter_map(|card| {
                Some(Actor {
                    since: since(history.card_bars(card.coroutine, cursor).next_back()),
                    who: Who::of(moment, card.coroutine)?,
                    card,
                })
            })
            .collect();
        let alone = if is_crowd { &[][..] } else { &cards };
        let most = most_of(alone.len() + moment.threads().len().min(MOST_THREADS));
        let threads = moment
            .threads()
            .iter()
            .take(MOST_THREADS)
            .map(|thread| Lane {
                who: Who {
                    key: words::thread_key(thread.id.0).into(),
                    colour: palette::THREAD,
                },
                created_at: thread.started_at,
                bars: thinned(history.thread_bars(thread.id, cursor), moment.at(), most).into(),
            });
        let lanes = alone
            .iter()
            .map(|Actor { card, who, .. }| Lane {
                who: who.clone(),
                created_at: card.created_at,
                bars: thinned(history.card_bars(card.coroutine, cursor), moment.at(), most).into(),
            })
            .chain(threads)
            .collect();
        Shown {
            lanes,
            crowd: is_crowd.then(|| Crowd::of(moment)),
            density: is_crowd.then(|| Rc::new(Density::of(recording, cursor, moment.at()))),
            more_cards: all - cards.len(),
            printout: Printout::of(moment, history, cursor, runs),
            marks: marks(moment),
            slow: history
                .waits(cursor)
                .iter()
                .any(|wait| wait.is_browser_slow()),
            cards,
        }
    }
}

/// Right after the event that began the last bar, or ended it.
fn since(last: Option<Bar>) -> Option<usize> {
    let bar = last?;
    Some(bar.last.unwrap_or(bar.first) + 1)
}

/// The lines on which somebody stands.
fn marks(moment: &Moment) -> Rc<[Mark]> {
    let mut marks = Vec::new();
    if moment.progress() != Progress::Going {
        return marks.into();
    }
    let running = moment.running_coroutine();
    let alive = moment.coroutines().filter(|(_, coroutine)| {
        let life = &coroutine.life;
        matches!(life, Life::Started | Life::Scheduled)
    });
    let mut main = None;
    // There may be very many: an inner loop is quicker than steps outside.
    alive.for_each(|(id, coroutine)| {
        let running = running == Some(id);
        match coroutine.line {
            line if coroutine.main => main = main.or(Some((line, running))),
            Some(line) => stand(&mut marks, line, running, || Who::of(moment, id)),
            None => {}
        }
    });
    let own = main.unwrap_or((moment.line(), moment.running().is_none()));
    if let (Some(line), running) = own {
        stand(&mut marks, line, running, || None);
    }
    marks.into()
}

/// One more stands on `line`: `who`, if there is room for a name.
fn stand(marks: &mut Vec<Mark>, line: u32, running: bool, who: impl FnOnce() -> Option<Who>) {
    let known = marks.iter().position(|mark| mark.line == line);
    let place = known.unwrap_or_else(|| {
        marks.push(Mark {
            line,
            who: Vec::new(),
            more: 0,
            running: false,
        });
        marks.len() - 1
    });
    let mark = &mut marks[place];
    mark.running |= running;
    if mark.who.len() < MOST_NAMES {
        mark.who.push(who());
    } else {
        mark.more += 1;
    }
}
