use yew::prelude::*;

use super::time;
use crate::lesson::words;

#[derive(Properties, PartialEq)]
pub struct ClockProps {
    /// Program time, in hundredths of a second: it is drawn when this changes.
    pub hundredths: u64,
}

/// The big figure of a run.
#[component]
pub fn Clock(props: &ClockProps) -> Html {
    let figure = time::hundredths(props.hundredths as f64 / 100.0);
    html! {
        <p class="clock">
            <span class="clock-figure">{ figure }</span>
            <span class="clock-unit">{ "\u{a0}" }{ words::SECONDS }</span>
        </p>
    }
}
