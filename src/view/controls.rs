use yew::prelude::*;

use super::part::Part;
use crate::lesson::words;
use crate::model::{Action, Phase, Target};

/// The buttons of one run, or of the two side by side: three at most.
#[derive(PartialEq)]
pub struct Controls {
    pub target: Target,
    pub phase: Phase,
    pub can_run: bool,
    pub act: Callback<Action>,
}

impl Part for Controls {
    fn draw(&self) -> Html {
        let Controls {
            target,
            phase,
            can_run,
            ..
        } = *self;
        let press = |action: fn(Target) -> Action| {
            let act = self.act.clone();
            Callback::from(move |_: MouseEvent| act.emit(action(target)))
        };
        let [run, pause, resume, reset] = match target {
            Target::One(_) => [words::RUN, words::PAUSE, words::RESUME, words::RESET],
            Target::Pair => [
                words::RUN_BOTH,
                words::PAUSE_BOTH,
                words::RESUME_BOTH,
                words::RESET_BOTH,
            ],
        };
        let pair = target == Target::Pair;
        let going = matches!(phase, Phase::Running | Phase::Paused);
        // One and the same element, so that the keyboard's focus stays on it.
        let main = match phase {
            Phase::Running => (pause, press(Action::Pause)),
            Phase::Paused => (resume, press(Action::Resume)),
            _ => (run, press(Action::Run)),
        };
        html! {
            <div class={classes!("controls", pair.then_some("controls-pair"))}>
                <button
                    type="button"
                    class="button button-main"
                    disabled={!going && !can_run}
                    onclick={main.1}
                >
                    { main.0 }
                </button>
                <button
                    type="button"
                    class="button"
                    disabled={phase == Phase::Ready}
                    onclick={press(Action::Reset)}
                >
                    { reset }
                </button>
            </div>
        }
    }
}
