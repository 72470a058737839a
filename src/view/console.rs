use std::rc::Rc;

use yew::prelude::*;

use super::shown::Printed;
use crate::lesson::words;

#[derive(Properties, PartialEq)]
pub struct ConsoleProps {
    pub lines: Rc<[Printed]>,
}

/// What the program printed, byte for byte. It does not speak by itself: one
/// sentence a second is told elsewhere.
#[component]
pub fn Console(props: &ConsoleProps) -> Html {
    html! {
        <div class="console" role="log" aria-live="off" aria-label={words::CONSOLE} tabindex="0">
            <div class="console-lines">
                if props.lines.is_empty() {
                    <p class="console-empty">{ words::CONSOLE_EMPTY }</p>
                }
                for (place, line) in props.lines.iter().enumerate() {
                    <ConsoleLine key={place} number={place + 1} line={line.clone()} />
                }
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct LineProps {
    /// Counted from 1.
    number: usize,
    line: Printed,
}

#[component]
fn ConsoleLine(props: &LineProps) -> Html {
    let Printed {
        text,
        author,
        error,
    } = &props.line;
    let (key, colour) = author.clone().unzip();
    html! {
        <div
            class={classes!("console-line", colour, error.then_some("console-error"))}
            data-linea={props.number.to_string()}
            data-de={key.map(|key| key.to_string())}
        >
            { &**text }
        </div>
    }
}
