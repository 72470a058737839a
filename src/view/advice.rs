//! What is said of a run under its console: why it failed, and what its log
//! tells of misunderstandings.

use std::rc::Rc;

use engine::advice::{Misconception, advise};
use engine::machine::Failure;
use engine::python::diagnostic::explain;
use yew::prelude::*;

use super::part::Part;
use super::prose::inlines;
use crate::lesson::advice::{self, Pointer};
use crate::lesson::{markup, words};
use crate::model::{Run, Scene};

/// A sentence or two, with code words in backticks.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The program's line, counted from 1.
    pub line: Option<u32>,
    pub text: String,
    /// The place in the lesson that says more.
    pub pointer: Option<Pointer>,
    /// What the program died of.
    pub is_failure: bool,
}

/// What is to be said of a run that is over.
pub fn of(run: &Run, scene: &Scene) -> Vec<Told> {
    let recording = scene.recording();
    let failure = scene.end();
    let (mut told, known) = failure.map_or_else(Default::default, |failure| {
        let (told, misconception) = of_failure(&failure);
        (Vec::from_iter(told), misconception)
    });
    let found = advise(run.source(), recording.events(0..recording.len()), known);
    told.extend(found.into_iter().map(|one| Told {
        line: Some(one.line),
        text: advice::sentence(&one.finding),
        pointer: Some(advice::pointer(one.finding.misconception())),
        is_failure: false,
    }));
    told
}

fn of_failure(failure: &Failure) -> (Option<Told>, Option<Misconception>) {
    if failure.exception == "SystemExit" {
        return (None, None);
    }
    let explained = explain(&failure.exception, &failure.message);
    let misconception = explained.as_ref().and_then(|one| one.misconception);
    let (message, hint) = match explained {
        Some(explained) => (explained.message, explained.hint),
        None => (
            words::uncaught(&failure.exception, &failure.message),
            words::UNCAUGHT_HINT,
        ),
    };
    let meant = failure.suggestion.as_deref().map(words::did_you_mean);
    let hint = meant.as_deref().unwrap_or(hint);
    let told = Told {
        // Its line bears a mark.
        line: None,
        text: format!("{message} {hint}"),
        pointer: misconception.map(advice::pointer),
        is_failure: true,
    };
    (Some(told), misconception)
}

/// A paragraph for each, below the console.
#[derive(PartialEq)]
pub struct AdviceList {
    pub told: Rc<Vec<Told>>,
}

impl Part for AdviceList {
    fn draw(&self) -> Html {
        html! {
            <div class="advice">
                for (place, told) in self.told.iter().enumerate() {
                    <p
                        key={place}
                        class={classes!("run-note", if told.is_failure { "run-failure" } else { "run-advice" })}
                        role="note"
                        aria-label={if told.is_failure { words::WHAT_HAPPENED } else { words::ADVICE }}
                    >
                        if let Some(line) = told.line {
                            <strong>{ words::line(line) }{ ". " }</strong>
                        }
                        { inlines(&markup::inlines(&told.text)) }
                        if let Some(Pointer { anchor, title }) = told.pointer {
                            { " " }
                            <a class="advice-link" href={format!("#{anchor}")}>
                                { inlines(&markup::inlines(title)) }
                            </a>
                        }
                    </p>
                }
            </div>
        }
    }
}
