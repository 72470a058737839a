use std::rc::Rc;

use engine::python::edit;
use engine::trace::Seconds;
use yew::prelude::*;

use super::palette;
use super::part::Part;
use crate::browser::field;
use crate::lesson::{Program, words};
use crate::model::{Action, Model, Target};

/// The most tasks and the longest wait that the fields offer; whoever wants
/// more writes it into the code.
const MOST_TASKS: usize = 20;
const LONGEST: Seconds = 60.0;

/// The same change made to a text; `None` where it has no such place.
type Change = Rc<dyn Fn(&str) -> Option<String>>;

/// The delays and the number of tasks of the two runs side by side, changed in
/// the text of their programs.
#[derive(PartialEq)]
pub struct Parameters {
    pub model: Rc<Model>,
    pub act: Callback<Action>,
}

impl Part for Parameters {
    fn draw(&self) -> Html {
        let Parameters { model, act } = self;
        let calls = model.run(Program::Sequential).calls();
        let change = {
            let (model, act) = (Rc::clone(model), act.clone());
            Callback::from(move |how: Change| {
                for program in Target::Pair.programs() {
                    if let Some(source) = how(model.run(program).source()) {
                        act.emit(Action::Edit {
                            program,
                            source: source.into(),
                        });
                    }
                }
            })
        };
        let count = calls.len();
        let resize = |count: usize| {
            change.reform(move |_: MouseEvent| -> Change {
                Rc::new(move |source| edit::set_task_count(source, count))
            })
        };
        html! {
            <fieldset class="parameters">
                <legend>{ words::PARAMETERS }</legend>
                if count == 0 {
                    <p>{ words::NO_PARAMETERS }</p>
                } else {
                    <p>{ words::PARAMETERS_LEAD }</p>
                }
                <ul class="delays">
                    for (place, call) in calls.iter().enumerate().filter(|(_, call)| call.delay_argument.is_some()) {
                        <DelayField
                            key={place}
                            {place}
                            name={Rc::clone(&call.name)}
                            delay={call.delay}
                            set={change.reform(move |delay| -> Change {
                                Rc::new(move |source| edit::set_delay(source, place, delay))
                            })}
                        />
                    }
                </ul>
                if count > 0 {
                    <div class="field count" role="group" aria-label={words::TASKS}>
                        <span>{ words::TASKS }</span>
                        <button
                            type="button"
                            class="button"
                            aria-label={words::FEWER}
                            disabled={count <= 1}
                            onclick={resize(count - 1)}
                        >
                            { "−" }
                        </button>
                        <output>{ count }</output>
                        <button
                            type="button"
                            class="button"
                            aria-label={words::MORE}
                            disabled={count >= MOST_TASKS}
                            onclick={resize(count + 1)}
                        >
                            { "+" }
                        </button>
                    </div>
                }
            </fieldset>
        }
    }
}

#[derive(Properties, PartialEq)]
struct DelayFieldProps {
    place: usize,
    name: Rc<str>,
    /// In seconds.
    delay: Seconds,
    set: Callback<Seconds>,
}

/// How long one task waits. It takes effect when the field is left, or at
/// Enter: a half-written number is no wait.
#[component]
fn DelayField(props: &DelayFieldProps) -> Html {
    let DelayFieldProps {
        place,
        name,
        delay,
        set,
    } = props;
    let onchange = {
        let set = set.clone();
        Callback::from(move |event: Event| {
            let delay = field::chosen(&event).parse::<Seconds>().ok();
            if let Some(delay) = delay.filter(|delay| (0.0..=LONGEST).contains(delay)) {
                set.emit(delay);
            }
        })
    };
    html! {
        <li class={classes!("field", palette::colour(*place))}>
            <label for={format!("espera-{place}")} class="card-key" aria-label={words::delay_of(name)}>
                { &**name }
            </label>
            <input
                id={format!("espera-{place}")}
                type="number"
                inputmode="decimal"
                min="0"
                max={LONGEST.to_string()}
                step="0.5"
                value={delay.to_string()}
                {onchange}
            />
            <span>{ words::SECONDS }</span>
        </li>
    }
}
