use yew::prelude::*;

use crate::browser::field;
use crate::lesson::words;
use crate::model::{Action, Speed};

/// How fast program time goes by; folded into one line.
pub fn speed_field(chosen: Speed, act: &Callback<Action>) -> Html {
    let onchange = {
        let act = act.clone();
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
                        selected={speed == chosen}
                    >
                        { format!("×{}", speed.factor()) }
                    </option>
                }
            </select>
        </label>
    }
}
