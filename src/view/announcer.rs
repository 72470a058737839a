use std::rc::Rc;

use engine::trace::{Card, Seconds};
use yew::prelude::*;

use super::{cards, time};
use crate::lesson::{Program, words};
use crate::model::{Model, Phase, Scene, Scenes};

#[derive(Properties, PartialEq)]
pub struct AnnouncerProps {
    pub model: Rc<Model>,
    pub scenes: Scenes,
    pub programs: &'static [Program],
}

/// What is said aloud: at most a sentence a second while something runs, and
/// a summary when it ends.
#[component]
pub fn Announcer(props: &AnnouncerProps) -> Html {
    let AnnouncerProps {
        model,
        scenes,
        programs,
    } = props;
    let now = programs
        .iter()
        .filter_map(|&program| scenes.of(program))
        .map(Scene::now);
    let now = now.fold(0.0, Seconds::max);
    // A second of the reader's: at ten times the speed, ten of the program's.
    let second = (now / model.speed().factor()).floor() as u64;
    let phases: Vec<Phase> = programs
        .iter()
        .map(|&program| model.run(program).phase())
        .collect();
    let sentence = use_memo((second, phases), |_| {
        let parts = programs.iter().filter_map(|&program| {
            let scene = scenes.of(program)?;
            sentence(program, model.run(program).phase(), scene)
        });
        parts.collect::<Vec<String>>().join(" ")
    });
    html! {
        <p class="unseen" role="status">{ &*sentence }</p>
    }
}

/// How one run stands: "Secuencial: A terminada; B esperando."
pub fn sentence(program: Program, phase: Phase, scene: &Scene) -> Option<String> {
    let now = time::hundredths(scene.now());
    match phase {
        Phase::Ready => None,
        Phase::Ended => Some(words::ended_in(program, &now)),
        Phase::Failed | Phase::Stuck => Some(words::died_after(program, &now)),
        Phase::Running | Phase::Paused => {
            let moment = scene.moment();
            let all = moment.cards().count();
            if all > MANY {
                let over = moment.cards().filter(|card| card.state.is_over()).count();
                return Some(words::so_many_over(program, over, all));
            }
            let states: Vec<String> = moment.cards().map(|card| state(&card)).collect();
            (!states.is_empty()).then(|| words::states(program, &states))
        }
    }
}

/// From here on coroutines are counted, not named.
const MANY: usize = 5;

fn state(card: &Card) -> String {
    format!("{} {}", card.info.key, cards::word(&card.state, None))
}
