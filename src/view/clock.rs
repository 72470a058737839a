use engine::trace::Seconds;
use yew::prelude::*;

use super::time;
use crate::lesson::words;

/// The big figure of a run, at that program time.
pub fn clock(time: Seconds) -> Html {
    let figure = time::hundredths(time);
    html! {
        <p class="clock">
            <span class="clock-figure">{ figure }</span>
            <span class="clock-unit">{ "\u{a0}" }{ words::SECONDS }</span>
        </p>
    }
}
