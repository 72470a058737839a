use yew::prelude::*;

use super::printout::{Printed, Printout};
use crate::lesson::words;

#[derive(Properties, PartialEq)]
pub struct ConsoleProps {
    pub printout: Printout,
}

/// What the program printed, byte for byte. It does not speak by itself: one
/// sentence a second is told elsewhere.
#[component]
pub fn Console(props: &ConsoleProps) -> Html {
    let Printout { lines, above } = &props.printout;
    html! {
        <div class="console" role="log" aria-live="off" aria-label={words::CONSOLE} tabindex="0">
            <div class="console-lines">
                if *above > 0 {
                    <p class="console-above">{ words::lines_above(*above) }</p>
                }
                if lines.is_empty() {
                    <p class="console-empty">{ words::CONSOLE_EMPTY }</p>
                }
                for line in lines.iter() {
                    <ConsoleLine key={line.number} line={line.clone()} />
                }
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct LineProps {
    line: Printed,
}

#[component]
fn ConsoleLine(props: &LineProps) -> Html {
    let Printed {
        number,
        text,
        author,
        error,
    } = &props.line;
    let (key, colour) = author.clone().unzip();
    html! {
        <div
            class={classes!("console-line", colour, error.then_some("console-error"))}
            data-linea={number.to_string()}
            data-de={key.map(|key| key.to_string())}
        >
            { &**text }
        </div>
    }
}
