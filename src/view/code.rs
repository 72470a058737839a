use std::rc::Rc;

use yew::prelude::*;

use super::fault::Fault;
use super::palette::Who;
use super::part::{Part, keyed};
use super::prose::inlines;
use super::shown::Mark;
use super::syntax::{self, Piece};
use crate::browser::field;
use crate::lesson::{markup, words};

#[derive(Properties, PartialEq)]
pub struct CodeProps {
    pub source: Rc<str>,
    pub marks: Rc<[Mark]>,
    pub faults: Rc<[Fault]>,
    /// Lines at which the program stops, from 1, in their order.
    pub breakpoints: Rc<[u32]>,
    /// A press on a line's number.
    pub toggle: Callback<u32>,
    /// The file's name: what the listing is called.
    pub name: &'static str,
}

/// A program to be read: its current lines in the colour of who stands there,
/// its errors under their line.
#[component]
pub fn Code(props: &CodeProps) -> Html {
    let lines = use_memo(
        (Rc::clone(&props.source), Rc::clone(&props.faults)),
        |(source, faults)| syntax::lines(source, faults),
    );
    let listing = use_node_ref();
    let marked = props.marks.iter().map(|mark| mark.line);
    let wrong = props.faults.first().map(|fault| (fault.line, fault.line));
    let stretch = wrong.or_else(|| marked.clone().min().zip(marked.clone().max()));
    use_effect_with((listing.clone(), stretch), |(listing, stretch)| {
        if let Some((first, last)) = *stretch {
            field::keep_in_sight(listing, first, last);
        }
    });
    // One of the numbers is reached with Tab, the others from it.
    let reached = marked.min().unwrap_or(1);
    html! {
        <div ref={listing} class="code" tabindex="0" role="group" aria-label={props.name} onkeydown={field::move_among_buttons()}>
            for (number, line) in (1..).zip(lines.iter()) {
                { keyed(number, CodeLine {
                    number,
                    reached: number == reached,
                    stops: props.breakpoints.binary_search(&number).is_ok(),
                    toggle: props.toggle.clone(),
                    pieces: Rc::clone(line),
                    mark: props.marks.iter().find(|mark| mark.line == number).cloned(),
                    fault: props.faults.iter().find(|fault| fault.line == number).cloned(),
                }) }
            }
        </div>
    }
}

#[derive(PartialEq)]
struct CodeLine {
    number: u32,
    /// Whether Tab reaches its number.
    reached: bool,
    /// Whether the program stops there.
    stops: bool,
    toggle: Callback<u32>,
    pieces: Rc<[Piece]>,
    mark: Option<Mark>,
    fault: Option<Fault>,
}

impl Part for CodeLine {
    fn draw(&self) -> Html {
        let CodeLine {
            number,
            reached,
            stops,
            toggle,
            pieces,
            mark,
            fault,
        } = self;
        let number = *number;
        let who = mark.iter().flat_map(|mark| &mark.who);
        let first = who.flatten().next();
        let running = mark.as_ref().is_some_and(|mark| mark.running);
        html! {
            <div class={classes!(
                "code-line",
                first.map(|who| who.colour),
                mark.is_some().then_some("code-current"),
                running.then_some("code-running"),
                fault.is_some().then_some("code-wrong"),
            )}>
                <button
                    type="button"
                    class="code-stop"
                    aria-label={words::stop_at(number)}
                    aria-pressed={stops.to_string()}
                    tabindex={if *reached { "0" } else { "-1" }}
                    onclick={toggle.reform(move |_: MouseEvent| number)}
                >
                    { number }
                </button>
                <span class="code-text">{ for pieces.iter().map(piece) }{ "\n" }</span>
                <span class="code-marks">
                    if let Some(Mark { who, more, .. }) = mark {
                        for who in who {
                            <span
                                class={classes!("code-mark", who.as_ref().map(|who| who.colour))}
                                data-quien={who.as_ref().map(Who::mark)}
                            >
                                { who.as_ref().map_or("▸", |who| &*who.key) }
                            </span>
                        }
                        if *more > 0 {
                            <span class="code-mark">{ format!("+{more}") }</span>
                        }
                    }
                </span>
                if let Some(fault) = fault {
                    <p class="code-fault">{ told(fault) }</p>
                }
            </div>
        }
    }
}

/// A coloured stretch of text.
pub fn piece(piece: &Piece) -> Html {
    let wrong = piece.wrong.then_some("code-squiggle");
    if piece.class.is_empty() && wrong.is_none() {
        return html! { { &*piece.text } };
    }
    html! { <span class={classes!(piece.class, wrong)}>{ &*piece.text }</span> }
}

/// What is wrong, and what to try: texts with code words in backticks.
pub fn told(fault: &Fault) -> Html {
    html! {
        <>
            <strong>{ words::line(fault.line) }{ ". " }</strong>
            { marked(&fault.message) }
            if let Some(hint) = &fault.hint {
                { " " }{ marked(hint) }
            }
        </>
    }
}

fn marked(text: &str) -> Html {
    inlines(&markup::inlines(text))
}
