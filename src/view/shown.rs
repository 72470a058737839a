//! What a run shows at one moment, sorted for its views: a pure function of
//! the moment, the history and the cursor.

use std::collections::HashMap;
use std::rc::Rc;

use engine::trace::{Bar, Card, CoroutineId, History, Life, Moment, Progress, Seconds, Stream};

use super::palette;

/// All that a run's views draw, but for the clock.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    pub cards: Rc<[Actor]>,
    pub lanes: Rc<[Lane]>,
    pub lines: Rc<[Printed]>,
    pub marks: Rc<[Mark]>,
    /// A wait ended late, and it was the browser that was slow.
    pub slow: bool,
}

/// A card with its colour.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    pub card: Card,
    pub colour: &'static str,
}

/// A coroutine's row of the timeline.
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

/// A line of the console.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    pub text: Rc<str>,
    /// The key and the colour of the coroutine that wrote it.
    pub author: Option<(Rc<str>, &'static str)>,
    pub error: bool,
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
        let cards: Rc<[Actor]> = moment
            .cards()
            .enumerate()
            .map(|(place, card)| Actor {
                card,
                colour: palette::colour(place),
            })
            .collect();
        let lanes = cards
            .iter()
            .map(|Actor { card, colour }| Lane {
                key: Rc::clone(&card.info.key),
                colour,
                created_at: card.created_at,
                bars: history.card_bars(card.coroutine, cursor).collect(),
            })
            .collect();
        Shown {
            lanes,
            lines: lines(&cards, history, cursor),
            marks: marks(&cards, moment),
            slow: history
                .waits(cursor)
                .iter()
                .any(|wait| wait.is_browser_slow()),
            cards,
        }
    }
}

fn lines(cards: &[Actor], history: &History, cursor: usize) -> Rc<[Printed]> {
    let authors: HashMap<CoroutineId, &Actor> = cards
        .iter()
        .map(|actor| (actor.card.coroutine, actor))
        .collect();
    let lines = history.console().lines_at(cursor).iter();
    lines
        .map(|line| Printed {
            text: line.text_at(cursor).into(),
            author: line
                .author
                .coroutine
                .and_then(|id| authors.get(&id))
                .map(|actor| (Rc::clone(&actor.card.info.key), actor.colour)),
            error: line.stream == Stream::Error,
        })
        .collect()
}

fn marks(cards: &[Actor], moment: &Moment) -> Rc<[Mark]> {
    if moment.progress() != Progress::Going {
        return Rc::default();
    }
    let running = moment.running_coroutine();
    let mut marks: Vec<Mark> = cards
        .iter()
        .filter(|actor| !actor.card.state.is_over())
        .filter_map(|Actor { card, colour }| {
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
