use yew::prelude::*;

use crate::browser::field;
use crate::lesson::words;
use crate::model::{Action, Speed};

#[derive(Properties, PartialEq)]
pub struct SpeedFieldProps {
    pub speed: Speed,
    pub act: Callback<Action>,
}

/// How fast program time goes by; folded into one line.
#[component]
pub fn SpeedField(props: &SpeedFieldProps) -> Html {
    let onchange = {
        let act = props.act.clone();
        Callback::from(move |event: Event| {
            let factor = field::chosen(&event).parse().ok();
            if let Some(speed) = factor.and_then(Speed::of_factor) {
                act.emit(Action::SetSpeed(speed));
            }
        })
    };
    html! {
        <label class="field">
            { words::SPEED }
            <select {onchange}>
                for speed in Speed::ALL {
                    <option
                        key={speed.factor().to_string()}
                        value={speed.factor().to_string()}
                        selected={speed == props.speed}
                    >
                        { format!("×{}", speed.factor()) }
                    </option>
                }
            </select>
        </label>
    }
}
