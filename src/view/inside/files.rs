use std::rc::Rc;

use engine::trace::export::chrome;
use engine::trace::export::json::{self, ReadError};
use engine::trace::{Doing, Limits};
use yew::prelude::*;

use crate::browser::file::{self, NoText};
use crate::browser::timer::Task;
use crate::lesson::words;
use crate::model::{Action, Opened, Scene, Target};
use crate::view::drawing;
use crate::view::scale::Scale;
use crate::view::shown::Shown;

#[derive(Properties, PartialEq)]
pub struct FilesProps {
    pub target: Target,
    /// `None` before its first line: then there is nothing to save.
    pub scene: Option<Scene>,
    /// The axis on which the run is drawn.
    pub scale: Scale,
    pub source: Rc<str>,
    pub act: Callback<Action>,
}

/// A run as a file: saved, and opened again.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let FilesProps {
        target,
        scene,
        scale,
        source,
        act,
    } = props;
    let told = use_state(|| "");
    let busy = use_mut_ref(|| None::<Task>);
    let Some(program) = target.programs().next() else {
        return html! { <div class="files" /> };
    };
    let events = scene.as_ref().map_or(0, |scene| scene.recording().len());
    let stem = program.file_name().trim_end_matches(".py");
    let save = |name: String, write: fn(&Scene, &str, &str) -> String| {
        let (scene, source, told) = (scene.clone(), Rc::clone(source), told.setter());
        Callback::from(move |_: MouseEvent| {
            let Some(scene) = &scene else { return };
            let text = write(scene, program.file_name(), &source);
            let saved = file::save(&name, "application/json", &text);
            told.set(saved.map_or(words::NOT_SAVED, |()| ""));
        })
    };
    let drawing = {
        let (scene, scale) = (scene.clone(), *scale);
        move || {
            let scene = scene.as_ref()?;
            let shown = Shown::of(scene.moment(), &scene.recording(), scene.cursor(), false);
            let title = format!("{} · {}", words::short_title(program), program.file_name());
            Some(drawing::draw(&title, &shown, scene.now(), scale))
        }
    };
    let save_drawing = {
        let (drawing, name, told) = (drawing.clone(), format!("{stem}.svg"), told.setter());
        Callback::from(move |_: MouseEvent| {
            let Some(drawing) = drawing() else { return };
            let saved = file::save(&name, "image/svg+xml", &drawing.svg);
            told.set(saved.map_or(words::NOT_SAVED, |()| ""));
        })
    };
    let save_picture = {
        let (name, told, busy) = (format!("{stem}.png"), told.setter(), Rc::clone(&busy));
        Callback::from(move |_: MouseEvent| {
            let Some(drawing) = drawing() else { return };
            let (name, told) = (name.clone(), told.clone());
            *busy.borrow_mut() = Some(Task::spawn(async move {
                let size = (drawing.width, drawing.height);
                let saved = file::save_picture(&name, &drawing.svg, size).await;
                told.set(saved.map_or(words::NOT_SAVED, |()| ""));
            }));
        })
    };
    let onchange = {
        let (act, told) = (act.clone(), told.setter());
        Callback::from(move |event: Event| {
            let (act, told) = (act.clone(), told.clone());
            *busy.borrow_mut() = Some(Task::spawn(async move {
                let text = file::chosen_text(event, json::LARGEST).await;
                let read = match text {
                    Ok(text) => json::read(&text),
                    Err(NoText::TooLarge) => Err(ReadError::TooLarge),
                    Err(NoText::Unreadable) => Err(ReadError::NotARun),
                };
                told.set(match read {
                    Ok(saved) => {
                        let opened = Opened(Rc::new(saved));
                        act.emit(Action::Open { program, opened });
                        words::OPENED
                    }
                    Err(ReadError::LaterVersion) => words::LATER_RUN,
                    Err(ReadError::TooLarge) => words::RUN_TOO_LARGE,
                    Err(_) => words::NOT_A_RUN,
                });
            }));
        })
    };
    html! {
        <div class="files">
            <p>{ words::FILES_LEAD }</p>
            <p>{ words::log_size(events, Limits::default().events) }</p>
            <div class="controls">
                <button
                    type="button"
                    class="button"
                    disabled={scene.is_none()}
                    onclick={save(format!("{stem}.json"), log)}
                >
                    { words::SAVE_LOG }
                </button>
                <button
                    type="button"
                    class="button"
                    disabled={scene.is_none()}
                    onclick={save(format!("{stem}.perfetto.json"), trace)}
                >
                    { words::SAVE_TRACE }
                </button>
                <button
                    type="button"
                    class="button"
                    disabled={scene.is_none()}
                    onclick={save_drawing}
                >
                    { words::SAVE_DRAWING }
                </button>
                <button
                    type="button"
                    class="button"
                    disabled={scene.is_none()}
                    onclick={save_picture}
                >
                    { words::SAVE_PICTURE }
                </button>
            </div>
            <label class="field">
                { words::OPEN_RUN }
                <input type="file" accept=".json,application/json" {onchange} />
            </label>
            <p role="status">{ *told }</p>
        </div>
    }
}

fn log(scene: &Scene, file_name: &str, source: &str) -> String {
    json::write(&scene.recording(), file_name, source)
}

fn trace(scene: &Scene, _: &str, _: &str) -> String {
    chrome::write(&scene.recording(), scene.present(), |doing| match doing {
        Doing::Queued => words::QUEUED,
        Doing::Running => words::RUNNING,
        Doing::Waiting => words::WAITING,
        Doing::Blocked => words::BLOCKED,
    })
}
