use std::rc::Rc;

use engine::trace::Seconds;
use yew::prelude::*;

use crate::lesson::story::Story;
use crate::lesson::{markup, words};
use crate::model::{Action, Place, Scene, Target};
use crate::view::part::{Part, keyed};
use crate::view::prose::inlines;
use crate::view::time;

/// Sentences that are drawn at first; each press shows as many again.
const PAGE: usize = 40;

#[derive(Properties, PartialEq)]
pub struct StoryProps {
    pub target: Target,
    pub scene: Scene,
    pub source: Rc<str>,
    pub act: Callback<Action>,
}

/// The run as a story, up to the moment shown: a sentence for each event, the
/// newest last. Each leads to its moment.
#[component]
pub fn StoryView(props: &StoryProps) -> Html {
    let StoryProps {
        target,
        scene,
        source,
        act,
    } = props;
    let pages = use_state(|| 1);
    let first = scene.cursor().saturating_sub(*pages * PAGE);
    let sentences = use_memo((scene.version(), first, Rc::clone(source)), |_| {
        sentences(scene, source, first)
    });
    let more = {
        let pages = pages.clone();
        Callback::from(move |_: MouseEvent| pages.set(*pages * 2))
    };
    let target = *target;
    let go = act.reform(move |(place, time)| Action::Look {
        target,
        place,
        time,
    });
    html! {
        <div class="story">
            if first > 0 {
                <button type="button" class="link" onclick={more}>{ words::story_before(first) }</button>
            }
            <ol class="story-list" start={(first + 1).to_string()}>
                for sentence in sentences.iter() {
                    { keyed(sentence.number, SentenceItem { sentence: sentence.clone(), go: go.clone() }) }
                }
            </ol>
            if sentences.is_empty() {
                <p class="inside-empty">{ words::NOTHING_YET }</p>
            }
        </div>
    }
}

/// An event in words.
#[derive(Clone, PartialEq)]
struct Sentence {
    /// How many events have happened with it.
    number: usize,
    at: Seconds,
    text: Rc<str>,
}

#[derive(PartialEq)]
struct SentenceItem {
    sentence: Sentence,
    go: Callback<(Place, Seconds)>,
}

impl Part for SentenceItem {
    fn draw(&self) -> Html {
        let Sentence { number, at, text } = &self.sentence;
        let place = (Place::After(*number), *at);
        let figure = time::hundredths(*at);
        html! {
            <li>
                <button
                    type="button"
                    class="story-time"
                    aria-label={words::go_to(&figure)}
                    onclick={self.go.reform(move |_: MouseEvent| place)}
                >
                    { figure.clone() }
                </button>
                <span>{ inlines(&markup::inlines(text)) }</span>
            </li>
        }
    }
}

fn sentences(scene: &Scene, source: &str, first: usize) -> Vec<Sentence> {
    let recording = scene.recording();
    let story = Story::of(source);
    let mut moment = recording.at(first);
    let events = recording.events(first..scene.cursor());
    let told = (first + 1..).zip(events).map(|(number, event)| {
        let text = story.sentence(event, &moment).into();
        moment.apply(event);
        Sentence {
            number,
            at: event.at,
            text,
        }
    });
    told.collect()
}
