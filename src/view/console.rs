use engine::trace::Seconds;
use yew::prelude::*;

use super::palette::Who;
use super::part::{Part, keyed};
use super::printout::{Printed, Printout};
use super::time;
use crate::browser::field;
use crate::lesson::words;
use crate::model::Place;

/// What the program printed, byte for byte. It does not speak by itself: one
/// sentence a second is told elsewhere.
#[derive(PartialEq)]
pub struct Console {
    pub printout: Printout,
    /// A press beside a line goes to the moment at which it was printed.
    pub go: Callback<(Place, Seconds)>,
}

impl Part for Console {
    fn draw(&self) -> Html {
        let Printout { lines, above } = &self.printout;
        html! {
            <div
                class="console"
                role="log"
                aria-live="off"
                aria-label={words::CONSOLE}
                tabindex="0"
                onkeydown={field::move_among_buttons()}
            >
                <div class="console-lines">
                    if *above > 0 {
                        <p class="console-above">{ words::lines_above(*above) }</p>
                    }
                    if lines.is_empty() {
                        <p class="console-empty">{ words::CONSOLE_EMPTY }</p>
                    }
                    for line in lines.iter() {
                        { keyed(line.number, ConsoleLine {
                            line: line.clone(),
                            newest: line.number == above + lines.len(),
                            go: self.go.clone(),
                        }) }
                    }
                </div>
            </div>
        }
    }
}

#[derive(PartialEq)]
struct ConsoleLine {
    line: Printed,
    /// Tab reaches the newest one, the arrows lead on from it.
    newest: bool,
    go: Callback<(Place, Seconds)>,
}

impl Part for ConsoleLine {
    fn draw(&self) -> Html {
        let Printed {
            number,
            text,
            author,
            error,
            cursor,
            at,
        } = &self.line;
        let place = (Place::After(*cursor), *at);
        let key = author.as_ref().map(|who| &*who.key);
        html! {
            <div
                class={classes!("console-line", author.as_ref().map(|who| who.colour), error.then_some("console-error"))}
                data-quien={author.as_ref().map(Who::mark)}
            >
                <button
                    type="button"
                    class="console-who"
                    aria-label={words::go_to(&time::hundredths(*at))}
                    title={words::go_to(&time::hundredths(*at))}
                    tabindex={if self.newest { "0" } else { "-1" }}
                    onclick={self.go.reform(move |_: MouseEvent| place)}
                >
                    { key.unwrap_or("·") }
                </button>
                <div
                    class="console-text"
                    data-linea={number.to_string()}
                    data-de={key.map(str::to_owned)}
                >
                    { &**text }
                </div>
            </div>
        }
    }
}
