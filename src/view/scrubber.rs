use engine::trace::Seconds;
use yew::prelude::*;

use super::scale::Scale;
use super::time;
use crate::browser::field;
use crate::lesson::words;

/// Positions of the scrubber in a second.
const GRAIN: f64 = 1000.0;

#[derive(Properties, PartialEq)]
pub struct ScrubberProps {
    /// The moment shown, in seconds of program time.
    pub now: Seconds,
    /// The present: what lies behind it has not happened.
    pub present: Seconds,
    pub scale: Scale,
    pub go: Callback<Seconds>,
}

/// A slider along the axis of time: dragging it is going back and forth.
#[component]
pub fn Scrubber(props: &ScrubberProps) -> Html {
    let ScrubberProps {
        now,
        present,
        scale,
        go,
    } = props;
    let oninput = go.reform(|event: InputEvent| {
        let position: f64 = field::text(&event).parse().unwrap_or(0.0);
        position / GRAIN
    });
    // A slider that did not move keeps its own idea of where it is.
    let slider = use_node_ref();
    let position = (now * GRAIN).round().to_string();
    use_effect_with((slider.clone(), position.clone()), |(slider, position)| {
        field::set_value(slider, position);
    });
    html! {
        <input
            ref={slider}
            class="scrubber"
            type="range"
            min="0"
            max={(scale.horizon() * GRAIN).round().to_string()}
            step="1"
            value={position}
            aria-label={words::SCRUBBER}
            aria-valuetext={words::moment(&time::hundredths(*now), &time::hundredths(*present))}
            title={words::KEYS}
            {oninput}
        />
    }
}
