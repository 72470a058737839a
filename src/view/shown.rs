//! What a run shows at one moment, sorted for its views: a pure function of
//! the moment, the history and the cursor.

use std::rc::Rc;

use engine::trace::{Bar, Card, History, Life, Moment, Progress, Seconds};

use super::crowd::Crowd;
use super::density::Density;
use super::palette;
use super::printout::Printout;
use super::thin::thinned;
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
    pub colour: &'static str,
    /// How many events had happened when it came to be as it is, where a task
    /// has had to do with it.
    pub since: Option<usize>,
}

/// A coroutine's row of the timeline, or a further thread's.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    pub key: Rc<str>,
    pub colour: &'static str,
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
    /// The key and the colour of a coroutine; `None` for the program's own
    /// place and the coroutine handed to `asyncio.run`.
    pub who: Option<(Rc<str>, &'static str)>,
    /// Whether it has the thread.
    pub running: bool,
}

impl Shown {
    /// What the first `cursor` events come to.
    pub fn of(moment: &Moment, history: &History, cursor: usize) -> Shown {
        let all = moment.coroutines().filter(|(_, coroutine)| !coroutine.main);
        let all = all.count();
        let is_crowd = all > MOST_CARDS;
        let cards: Rc<[Actor]> = moment
            .cards()
            .take(if is_crowd { CARDS_OF_A_CROWD } else { all })
            .enumerate()
            .map(|(place, card)| Actor {
                since: since(history.card_bars(card.coroutine, cursor).last()),
                card,
                colour: palette::colour(place),
            })
            .collect();
        let alone = if is_crowd { &[][..] } else { &cards };
        let threads = moment
            .threads()
            .iter()
            .take(MOST_THREADS)
            .map(|thread| Lane {
                key: words::thread_key(thread.id.0).into(),
                colour: palette::THREAD,
                created_at: thread.started_at,
                bars: thinned(history.thread_bars(thread.id, cursor), moment.at()).into(),
            });
        let lanes = alone
            .iter()
            .map(|Actor { card, colour, .. }| Lane {
                key: Rc::clone(&card.info.key),
                colour,
                created_at: card.created_at,
                bars: thinned(history.card_bars(card.coroutine, cursor), moment.at()).into(),
            })
            .chain(threads)
            .collect();
        Shown {
            lanes,
            crowd: is_crowd.then(|| Crowd::of(moment)),
            density: is_crowd.then(|| Rc::new(Density::of(moment, history, cursor))),
            more_cards: all - cards.len(),
            printout: Printout::of(&cards, history, cursor),
            marks: marks(&cards, moment),
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

fn marks(cards: &[Actor], moment: &Moment) -> Rc<[Mark]> {
    if moment.progress() != Progress::Going {
        return Rc::default();
    }
    let running = moment.running_coroutine();
    let mut marks: Vec<Mark> = cards
        .iter()
        .filter(|actor| !actor.card.state.is_over())
        .filter_map(|Actor { card, colour, .. }| {
            Some(Mark {
                line: card.line?,
                who: Some((Rc::clone(&card.info.key), *colour)),
                running: running == Some(card.coroutine),
            })
        })
        .collect();
    let mains = moment.coroutines().filter(|(_, coroutine)| coroutine.main);
    let mut alive = mains.filter(|(_, main)| matches!(main.life, Life::Started | Life::Scheduled));
    let own = match alive.next() {
        Some((id, main)) => main.line.map(|line| (line, running == Some(id))),
        None => moment.line().map(|line| (line, moment.running().is_none())),
    };
    marks.extend(own.map(|(line, running)| Mark {
        line,
        who: None,
        running,
    }));
    marks.into()
}
