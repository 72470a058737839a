//! What is said of a run under its console: why it failed, and what its log
//! tells of misunderstandings.

use std::rc::Rc;

use engine::advice::{Misconception, Reader};
use engine::machine::Failure;
use engine::python::diagnostic::explain;
use yew::prelude::*;

use super::part::Part;
use super::prose::inlines;
use crate::browser::timer::{Breath, Task};
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

/// Events of a log that are read without a break: a few milliseconds.
const AT_ONCE: usize = 10_000;

/// What is to be said of a run that is over: why it failed, and what its log
/// tells, as soon as that has been read. It does not change with the moment
/// that is looked at.
#[hook]
pub fn use_advice(run: &Run, scene: Option<&Scene>) -> Rc<Vec<Told>> {
    let over = scene.filter(|_| run.phase().is_over());
    // Of which run, in which state.
    let subject = (run.start(), over.map(|scene| scene.version().0));
    let told = use_state(|| (subject, Rc::default()));
    let tell = told.setter();
    let reading = over.map(|scene| (Rc::clone(run.source()), scene.clone()));
    use_effect_with(subject, move |subject| {
        let subject = *subject;
        let task = reading.map(|(source, scene)| {
            Task::spawn(async move {
                let told = read(&source, &scene).await;
                tell.set((subject, Rc::new(told)));
            })
        });
        move || drop(task)
    });
    match &*told {
        (known, told) if *known == subject => Rc::clone(told),
        _ => Rc::default(),
    }
}

async fn read(source: &str, scene: &Scene) -> Vec<Told> {
    let (mut told, known) = scene
        .end()
        .as_ref()
        .map_or_else(Default::default, |failure| {
            let (told, misconception) = of_failure(failure);
            (Vec::from_iter(told), misconception)
        });
    let breath = Breath::start();
    let mut reader = Reader::default();
    let mut from = 0;
    while from < scene.recording().len() {
        reader.read(scene.recording().events(from..from + AT_ONCE));
        from += AT_ONCE;
        breath.take().await;
    }
    let found = reader.advise(source, known);
    breath.take().await;
    drop(reader);
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
