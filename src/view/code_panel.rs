use std::rc::Rc;

use yew::prelude::*;

use super::code::Code;
use super::editor::Editor;
use super::fault::Fault;
use super::shown::Mark;
use crate::browser::field;
use crate::lesson::words;
use crate::model::{Action, Mode, Run, Target};

#[derive(Properties, PartialEq)]
pub struct CodePanelProps {
    pub run: Run,
    pub marks: Rc<[Mark]>,
    pub faults: Rc<[Fault]>,
    pub act: Callback<Action>,
}

/// A program to be read, or to be written in.
#[component]
pub fn CodePanel(props: &CodePanelProps) -> Html {
    let CodePanelProps {
        run,
        marks,
        faults,
        act,
    } = props;
    let program = run.program();
    let editing = use_state(|| false);
    // What runs is to be read: the editor closes when a run begins, and the
    // run stands still when the editor opens.
    let playing = run.is_playing();
    let open = *editing && !playing;
    let toggle = {
        let (editing, act) = (editing.setter(), act.clone());
        Callback::from(move |_: MouseEvent| {
            if playing {
                act.emit(Action::Pause(Target::One(program)));
            }
            editing.set(!open);
        })
    };
    use_effect_with((playing, editing.setter()), |(playing, editing)| {
        if *playing {
            editing.set(false);
        }
    });
    let press = |action: Action| {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.emit(action.clone()))
    };
    let edit = use_callback(act.clone(), move |source, act| {
        act.emit(Action::Edit { program, source });
    });
    html! {
        <div class="code-panel">
            <div class="code-head">
                <span class="code-file">{ program.file_name() }</span>
                { mode_field(run.mode(), &act.reform(move |mode| Action::SetMode { program, mode })) }
                <span class="code-actions">
                    if run.is_broken() {
                        <button type="button" class="link" onclick={press(Action::RestoreLastGood(program))}>
                            { words::RESTORE_GOOD }
                        </button>
                    } else if run.is_edited() {
                        <button type="button" class="link" onclick={press(Action::RestoreLesson(program))}>
                            { words::RESTORE_LESSON }
                        </button>
                    }
                    <button
                        type="button"
                        class="link"
                        aria-expanded={open.to_string()}
                        title={words::EDIT_STOPS}
                        onclick={toggle}
                    >
                        { if open { words::EDIT_DONE } else { words::EDIT } }
                    </button>
                </span>
            </div>
            if open {
                <Editor source={Rc::clone(run.source())} faults={Rc::clone(faults)} name={words::CODE} {edit} />
            } else {
                <Code
                    source={Rc::clone(run.source())}
                    marks={Rc::clone(marks)}
                    faults={Rc::clone(faults)}
                    breakpoints={Rc::clone(run.breakpoints())}
                    toggle={act.reform(move |line| Action::ToggleBreakpoint { program, line })}
                    name={words::CODE}
                />
            }
        </div>
    }
}

/// A file, or a cell of a notebook.
fn mode_field(chosen: Mode, set: &Callback<Mode>) -> Html {
    let onchange = set.reform(|event: Event| match &*field::chosen(&event) {
        words::AS_CELL => Mode::Notebook,
        _ => Mode::Module,
    });
    html! {
        <select class="code-mode" aria-label={words::RUNS_AS} title={words::RUNS_AS} {onchange}>
            for (mode, name) in [(Mode::Module, words::AS_FILE), (Mode::Notebook, words::AS_CELL)] {
                <option key={name} value={name} selected={mode == chosen}>{ name }</option>
            }
        </select>
    }
}
