use engine::trace::Stop;
use yew::prelude::*;

use super::part::Part;
use super::travel::Gesture;
use crate::browser::field;
use crate::lesson::words;
use crate::model::Action;

/// Going through a run step by step, forward and back.
#[derive(PartialEq)]
pub struct Transport {
    /// Whether anything can be gone back to.
    pub begun: bool,
    /// Whether another moment than the present is shown.
    pub past: bool,
    /// Whether a step forward leads anywhere.
    pub can_step: bool,
    pub go: Callback<Gesture>,
}

impl Part for Transport {
    fn draw(&self) -> Html {
        let Transport {
            begun,
            past,
            can_step,
            go,
        } = self;
        let press = |gesture: Gesture| go.reform(move |_: MouseEvent| gesture);
        let end = |gesture, name, figure, enabled: bool| {
            html! {
                <button
                    type="button"
                    class="button transport-end"
                    aria-label={name}
                    title={name}
                    disabled={!enabled}
                    onclick={press(gesture)}
                >
                    { figure }
                </button>
            }
        };
        html! {
            <div class="controls transport">
                { end(Gesture::Start, words::TO_START, "⇤", *begun) }
                <button type="button" class="button" disabled={!begun} onclick={press(Gesture::Back)}>
                    { words::STEP_BACK }
                </button>
                <button type="button" class="button" disabled={!can_step} onclick={press(Gesture::Forward)}>
                    { words::STEP }
                </button>
                { end(Gesture::Present, words::TO_PRESENT, "⇥", *past) }
            </div>
        }
    }
}

/// How far a step goes.
pub fn stop_field(chosen: Stop, act: &Callback<Action>) -> Html {
    let onchange = act.reform(|event: Event| {
        let slug = field::chosen(&event);
        let stop = Stop::ALL.into_iter().find(|stop| self::slug(*stop) == slug);
        Action::SetStop(stop.unwrap_or_default())
    });
    html! {
        <label class="field">
            { words::STEP_BY }
            <select {onchange}>
                for stop in Stop::ALL {
                    <option key={slug(stop)} value={slug(stop)} selected={stop == chosen}>
                        { name(stop) }
                    </option>
                }
            </select>
        </label>
    }
}

fn slug(stop: Stop) -> &'static str {
    match stop {
        Stop::Event => "evento",
        Stop::Line => "linea",
        Stop::Suspension => "suspension",
        Stop::Switch => "cambio",
    }
}

fn name(stop: Stop) -> &'static str {
    match stop {
        Stop::Event => words::STEP_BY_EVENT,
        Stop::Line => words::STEP_BY_LINE,
        Stop::Suspension => words::STEP_BY_SUSPENSION,
        Stop::Switch => words::STEP_BY_SWITCH,
    }
}
