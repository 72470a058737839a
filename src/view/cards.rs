use std::rc::Rc;

use engine::trace::{Badge, Card, CardKind, CardState, Seconds};
use yew::prelude::*;

use super::crowd::{Crowd, CrowdView};
use super::palette::Who;
use super::part::{Part, keyed, part};
use super::shown::Actor;
use super::time;
use crate::browser::field;
use crate::lesson::words;
use crate::model::Place;

/// The coroutines of a run, in order of creation.
#[derive(PartialEq)]
pub struct Cards {
    pub cards: Rc<[Actor]>,
    /// How many there are besides, not drawn.
    pub more: usize,
    /// All of them, where they are too many for cards.
    pub crowd: Option<Crowd>,
    /// Program time, in seconds.
    pub now: Seconds,
    /// A press on a state goes to the moment at which it began.
    pub go: Callback<Place>,
}

impl Part for Cards {
    fn draw(&self) -> Html {
        // The keyboard reaches what scrolls.
        let scrolls = self.cards.len() > 2;
        html! {
            <>
            if let Some(crowd) = &self.crowd {
                { part(CrowdView { crowd: crowd.clone() }) }
            }
            <ul class="cards" aria-label={words::CARDS} tabindex={scrolls.then_some("0")} onkeydown={field::move_among_buttons()}>
                if self.cards.is_empty() {
                    <li class="cards-empty">{ words::CARDS_EMPTY }</li>
                }
                for (place, actor) in self.cards.iter().enumerate() {
                    { keyed(actor.card.coroutine.0, CardItem {
                        card: actor.card.clone(),
                        who: actor.who.clone(),
                        left: left(&actor.card, self.now),
                        since: actor.since,
                        first: place == 0,
                        go: self.go.clone(),
                    }) }
                }
                if self.more > 0 {
                    <li class="cards-empty">{ words::more_cards(self.more) }</li>
                }
            </ul>
            </>
        }
    }
}

/// One coroutine: its call, in which task it runs, and what it is doing.
#[derive(PartialEq)]
struct CardItem {
    card: Card,
    who: Who,
    /// What is left of a wait, in tenths of a second.
    left: Option<u64>,
    since: Option<usize>,
    /// Tab reaches the first one, the arrows lead on from it.
    first: bool,
    go: Callback<Place>,
}

impl Part for CardItem {
    fn draw(&self) -> Html {
        let card = &self.card;
        let state = slug(card.state.kind());
        let since = self.since.map_or(Place::Present, Place::After);
        html! {
            <li
                class={classes!("card", format!("card-{state}"), self.who.colour)}
                data-quien={self.who.mark()}
                data-tarea={self.who.mark()}
                data-estado={state}
            >
                <span class="card-key" aria-hidden="true">{ &*card.info.key }</span>
                <code class="card-call">{ &*card.info.label }</code>
                <span class="card-badge">{ badge(&card.badge) }</span>
                <span class="card-state">
                    <button
                        type="button"
                        class="card-word"
                        title={words::TO_ITS_START}
                        tabindex={if self.first { "0" } else { "-1" }}
                        disabled={self.since.is_none()}
                        onclick={self.go.reform(move |_: MouseEvent| since)}
                    >
                        { word(card.state.kind(), self.left) }
                    </button>
                    { detail(card, self.left) }
                </span>
            </li>
        }
    }
}

/// `data-estado`: what tests and embedders rely on.
pub fn slug(kind: CardKind) -> &'static str {
    match kind {
        CardKind::Created | CardKind::NeverAwaited => "creada",
        CardKind::Ready => "en-cola",
        CardKind::Running => "ejecutando",
        CardKind::Waiting => "esperando",
        CardKind::Blocked => "bloqueada",
        CardKind::Done => "terminada",
        CardKind::Failed => "fallida",
        CardKind::Cancelled => "cancelada",
    }
}

/// The word for a state, as readers see it.
pub fn word(kind: CardKind, left: Option<u64>) -> &'static str {
    match kind {
        CardKind::Created => words::CREATED,
        CardKind::NeverAwaited => words::NEVER_AWAITED,
        CardKind::Ready => words::QUEUED,
        CardKind::Running => words::RUNNING,
        CardKind::Waiting if left == Some(0) => words::OVERDUE,
        CardKind::Waiting => words::WAITING,
        CardKind::Blocked => words::BLOCKED,
        CardKind::Done => words::DONE,
        CardKind::Failed => words::FAILED,
        CardKind::Cancelled => words::CANCELLED,
    }
}

fn left(card: &Card, now: Seconds) -> Option<u64> {
    let until = match card.state {
        CardState::Blocked { until } => Some(until),
        _ => card.state.deadline(),
    };
    until.map(|until| time::tenths_left(until, now))
}

/// What goes with the word: what is left, or what came of it.
fn detail(card: &Card, left: Option<u64>) -> Html {
    let took = card
        .started_at
        .zip(card.ended_at)
        .map(|(start, end)| time::hundredths(end - start));
    match (&card.state, left) {
        (_, Some(left @ 1..)) => html! {
            <span class="card-left">{ time::tenths(left) }{ "\u{a0}" }{ words::SECONDS }</span>
        },
        (CardState::Done { result: value } | CardState::Failed { error: value }, _) => html! {
            <>
                if let Some(took) = took {
                    <span class="card-left">{ took }{ "\u{a0}" }{ words::SECONDS }</span>
                }
                <code class="card-value" title={value.to_string()}>{ "→ " }{ &**value }</code>
            </>
        },
        _ => html! {},
    }
}

fn badge(badge: &Badge) -> String {
    match badge {
        Badge::Free => String::new(),
        Badge::Task(name) => name.to_string(),
        Badge::Inside(name) => words::inside(name),
    }
}
