use std::rc::Rc;

use engine::trace::{Card, Seconds};
use yew::prelude::*;

use super::{cards, time};
use crate::browser::clock::real_time;
use crate::browser::timer::{Task, sleep};
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
    let sentence = use_paced(sentence);
    html! {
        <p class="unseen" role="status">{ &*sentence }</p>
    }
}

/// The newest sentence, but never two within a second: what comes too early
/// waits, and gives way to what is newer.
#[hook]
fn use_paced(newest: Rc<String>) -> Rc<String> {
    let told = use_state(|| Rc::clone(&newest));
    let pace = use_mut_ref(|| (f64::NEG_INFINITY, None::<Task>));
    let tell = told.setter();
    use_effect_with(newest, move |newest| {
        let newest = Rc::clone(newest);
        let wait = pace.borrow().0 + PAUSE - real_time();
        let later = Rc::clone(&pace);
        let task = Task::spawn(async move {
            if wait > 0.0 {
                sleep(wait).await;
            }
            later.borrow_mut().0 = real_time();
            tell.set(newest);
        });
        // What was still waiting is dropped, and so never told.
        pace.borrow_mut().1 = Some(task);
        move || pace.borrow_mut().1 = None
    });
    Rc::clone(&told)
}

/// Between two sentences, in seconds.
const PAUSE: Seconds = 1.0;

/// How one run stands: "Secuencial: A terminada; B esperando."
pub fn sentence(program: Program, phase: Phase, scene: &Scene) -> Option<String> {
    let now = time::hundredths(scene.now());
    match phase {
        Phase::Ready => None,
        Phase::Ended => Some(words::ended_in(program, &now)),
        Phase::Failed | Phase::Stuck | Phase::Full => Some(words::died_after(program, &now)),
        Phase::Running | Phase::Paused => {
            let moment = scene.moment();
            let all = moment.card_count();
            if all > MANY {
                let over = moment.card_kinds().filter(|kind| kind.is_over()).count();
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
    format!("{} {}", card.info.key, cards::word(card.state.kind(), None))
}
