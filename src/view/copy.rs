use yew::prelude::*;

use super::printout;
use crate::browser::clipboard;
use crate::browser::timer::{Task, sleep};
use crate::lesson::words;
use crate::model::Scene;

#[derive(Properties, PartialEq)]
pub struct CopyConsoleProps {
    pub scene: Option<Scene>,
}

/// How long the button says what came of it, in seconds.
const TOLD_FOR: f64 = 2.0;

/// Copies all that a program has printed, also what the console does not draw.
#[component]
pub fn CopyConsole(props: &CopyConsoleProps) -> Html {
    let label = use_state(|| words::COPY);
    let copying = use_mut_ref(|| None::<Task>);
    let onclick = {
        let (label, scene) = (label.setter(), props.scene.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(scene) = &scene else { return };
            let text = printout::whole(&scene.history(), scene.cursor());
            let label = label.clone();
            *copying.borrow_mut() = Some(Task::spawn(async move {
                let copied = clipboard::copy(&text).await;
                label.set(if copied {
                    words::COPIED
                } else {
                    words::NOT_COPIED
                });
                sleep(TOLD_FOR).await;
                label.set(words::COPY);
            }));
        })
    };
    html! {
        <button
            type="button"
            class="link"
            aria-label={words::COPY_CONSOLE}
            disabled={props.scene.is_none()}
            {onclick}
        >
            { *label }
        </button>
    }
}
