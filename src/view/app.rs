//! The page: the one view that meets the browser, and passes on what it says.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::figure::{Figure, comparison, whole_file};
use super::frame::{colophon, masthead};
use super::legend::Legend;
use super::parameters::Parameters;
use super::part::{keyed, part};
use super::prose::{Column, Prose, inlines};
use super::timeline::patterns;
use crate::address::{Address, AddressError, Shared};
use crate::browser::{Stage, frame, root};
use crate::lesson::markup::{self, Block, Scene};
use crate::lesson::{self, Section, words};
use crate::model::{Action, Model, Scenes};

impl Reducible for Model {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}

#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// What the page's address asks for.
    pub address: Address,
}

/// Everything, wired up: what the reader does goes to the model, what the
/// model says goes to the stage, what the stage shows comes back.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { address } = props;
    let model = use_reducer(|| {
        address
            .shared
            .as_ref()
            .map_or_else(|_| Model::default(), |shared| shared.open())
    });
    let scenes = use_state(Scenes::default);
    let act = {
        let dispatcher = model.dispatcher();
        use_callback((), move |action, ()| dispatcher.dispatch(action))
    };
    let stage = use_mut_ref(|| None::<Stage>);
    {
        let (act, show) = (act.clone(), scenes.setter());
        use_effect_with((*model).clone(), move |model| {
            let mut stage = stage.borrow_mut();
            let new = || {
                Stage::new(
                    move |action| act.emit(action),
                    move |scenes| show.set(scenes),
                )
            };
            stage.get_or_insert_with(new).follow(model);
        });
    }
    use_effect_with(address.embed, |embed| {
        let teller = embed.then(root::element).flatten();
        let teller = teller.and_then(frame::HeightTeller::new);
        move || drop(teller)
    });
    let shown = use_mut_ref(|| (Rc::default(), Scenes::default()));
    let share = {
        let shown: Rc<RefCell<(Rc<Model>, Scenes)>> = Rc::clone(&shown);
        use_callback((), move |(), ()| {
            let (model, scenes) = &*shown.borrow();
            Shared::of(model, scenes).encode()
        })
    };
    let sections = use_memo((), |()| lesson_sections());
    let model = Rc::new((*model).clone());
    *shown.borrow_mut() = (Rc::clone(&model), (*scenes).clone());
    let figure = |scene: Scene| {
        let figure = Figure {
            model: Rc::clone(&model),
            scenes: (*scenes).clone(),
            act: act.clone(),
            share: share.clone(),
        };
        match scene {
            Scene::Comparison => comparison(&figure),
            Scene::WholeFile => whole_file(&figure),
        }
    };
    let notice = match &address.shared {
        Err(error) => html! { <p class="notice" role="alert">{ unreadable(*error) }</p> },
        Ok(shared) if !shared.cursors.is_empty() => html! {
            <SharedSpot shared={shared.clone()} act={act.clone()} />
        },
        Ok(_) => html! {},
    };
    if address.embed {
        return html! {
            <main class="page embed">
                <h1 class="unseen">{ words::TITLE }</h1>
                <h2 class="unseen">{ words::COMPARISON }</h2>
                { patterns() }
                { notice }
                { figure(Scene::Comparison) }
            </main>
        };
    }
    html! {
        <div class="page">
            { masthead() }
            { patterns() }
            { notice }
            <main id="contenido">
                for section in sections.iter() {
                    { self::section(section, &figure, &model, &act) }
                }
            </main>
            { colophon() }
        </div>
    }
}

/// The lesson's sections; `tests/lesson.rs` proves that none fails to be read.
fn lesson_sections() -> Vec<Rc<Section>> {
    let sections = lesson::sections();
    sections.into_iter().flatten().map(Rc::new).collect()
}

/// A section is text, or text beside a figure, or text above one.
fn section(
    section: &Rc<Section>,
    figure: &dyn Fn(Scene) -> Html,
    model: &Rc<Model>,
    act: &Callback<Action>,
) -> Html {
    let scene = section.blocks.iter().find_map(|block| match block {
        Block::Scene(scene) => Some(*scene),
        _ => None,
    });
    let section = Rc::clone(section);
    let id = section.id;
    match scene {
        None => keyed(id, Prose { section }),
        Some(Scene::Comparison) => html! {
            <section key={id} {id} class="section figure-spread">
                <div class="figure-text">
                    { part(Column { section: Rc::clone(&section), notes: false }) }
                    { part(Parameters { model: Rc::clone(model), act: act.clone() }) }
                    { part(Legend) }
                    { part(Column { section, notes: true }) }
                </div>
                { figure(Scene::Comparison) }
            </section>
        },
        Some(Scene::WholeFile) => html! {
            <section key={id} {id} class="section" aria-labelledby="archivo-titulo">
                <div class="spread">
                    <div class="prose">
                        <h3 id="archivo-titulo">{ words::WHOLE_FILE }</h3>
                        <p>{ inlines(&markup::inlines(words::WHOLE_FILE_LEAD)) }</p>
                    </div>
                    { part(Column { section, notes: true }) }
                </div>
                { figure(Scene::WholeFile) }
            </section>
        },
    }
}

#[derive(Properties, PartialEq)]
struct SharedSpotProps {
    shared: Shared,
    act: Callback<Action>,
}

/// The moment that the address leads to, until the reader has gone there:
/// nothing runs unasked.
#[component]
fn SharedSpot(props: &SharedSpotProps) -> Html {
    let SharedSpotProps { shared, act } = props;
    let gone = use_state(|| false);
    if *gone {
        return html! {};
    }
    let onclick = {
        let (shared, act) = (shared.clone(), act.clone());
        Callback::from(move |_: MouseEvent| {
            shared.visits().for_each(|action| act.emit(action));
            if let Some((program, _)) = shared.cursors.first() {
                root::bring_in_sight(words::slug(*program));
            }
            gone.set(true);
        })
    };
    html! {
        <p class="notice" role="status">
            { words::SHARED_SPOT }{ " " }
            <button type="button" class="button" {onclick}>{ words::GO_TO_SPOT }</button>
        </p>
    }
}

fn unreadable(error: AddressError) -> &'static str {
    match error {
        AddressError::TooLong => words::ADDRESS_TOO_LONG,
        AddressError::LaterVersion => words::ADDRESS_LATER_VERSION,
        AddressError::Damaged => words::ADDRESS_DAMAGED,
    }
}
