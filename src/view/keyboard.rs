//! What keys do in a figure: Space plays and pauses, arrows step.

use yew::prelude::*;

use crate::browser::field;
use crate::model::{Action, Phase, Target};

/// Listens to the keys that no element inside wants for itself: `react` says
/// what a key, as the browser names it, comes to.
pub fn listener(
    act: &Callback<Action>,
    react: impl Fn(&str) -> Option<Action> + 'static,
) -> Callback<KeyboardEvent> {
    let act = act.clone();
    Callback::from(move |event: KeyboardEvent| {
        if field::keeps_key(&event) {
            return;
        }
        if let Some(action) = react(&event.key()) {
            event.prevent_default();
            event.stop_propagation();
            act.emit(action);
        }
    })
}

/// What the space bar does: the same as the main button.
pub fn play_or_pause(target: Target, phase: Phase, can_run: bool) -> Option<Action> {
    match phase {
        Phase::Running => Some(Action::Pause(target)),
        Phase::Paused => Some(Action::Resume(target)),
        _ => can_run.then_some(Action::Run(target)),
    }
}
