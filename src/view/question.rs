use yew::prelude::*;

use crate::lesson::{Choice, Question, words};

#[derive(Properties, PartialEq)]
pub struct QuestionProps {
    pub question: &'static Question,
}

/// A question to predict: an answer can be changed, and is answered at once.
#[component]
pub fn QuestionView(props: &QuestionProps) -> Html {
    let chosen = use_state(|| None::<usize>);
    let question = props.question;
    let choose = |place: usize| {
        let chosen = chosen.setter();
        Callback::from(move |_: MouseEvent| chosen.set(Some(place)))
    };
    html! {
        <fieldset class="question">
            <legend>
                <span class="question-title">{ words::QUESTION }</span>
                { question.ask }
            </legend>
            <div class="choices">
                for (place, choice) in question.choices.iter().enumerate() {
                    <button
                        key={place}
                        type="button"
                        class="choice"
                        aria-pressed={(*chosen == Some(place)).to_string()}
                        onclick={choose(place)}
                    >
                        { choice.text }
                    </button>
                }
            </div>
            <div role="status">
                { for chosen.and_then(|place| question.choices.get(place)).map(reply) }
            </div>
        </fieldset>
    }
}

fn reply(choice: &Choice) -> Html {
    let class = if choice.right {
        "reply-right"
    } else {
        "reply-wrong"
    };
    html! { <p class={classes!("reply", class)}>{ choice.reply }</p> }
}
