//! The figures: places in the lesson where programs run.

use std::rc::Rc;

use engine::trace::Seconds;
use yew::prelude::*;

use super::announcer::Announcer;
use super::controls::Controls;
use super::inside::sharing::Share;
use super::keyboard;
use super::lighting::Lit;
use super::part::part;
use super::run::RunView;
use super::scale::Scale;
use super::scrubber::Scrubber;
use super::speed::speed_field;
use super::timeline::Axis;
use super::transport::stop_field;
use super::travel::{self, Gesture, View};
use crate::lesson::{Program, words};
use crate::model::{Action, Model, Phase, Scene, Scenes, Target};

const PAIR: [Program; 2] = [Program::Sequential, Program::Concurrent];
const SINGLE: [Program; 1] = [Program::WholeFile];

/// What the figures show, and what they may do.
pub struct Figure {
    pub model: Rc<Model>,
    pub scenes: Scenes,
    pub act: Callback<Action>,
    pub share: Share,
}

/// Sequential and concurrent on one axis of time.
pub fn comparison(figure: &Figure) -> Html {
    let Figure {
        model,
        scenes,
        act,
        share,
    } = figure;
    let scale = scale(&PAIR, model, scenes);
    let joined = model.is_joined();
    let phase = pair_phase(PAIR.map(|program| model.run(program).phase()));
    let can_run = model.can_run(Target::Pair);
    let onkeydown = {
        let (model, scenes) = (Rc::clone(model), scenes.clone());
        keyboard::listener(act, move |key| match key {
            " " => keyboard::play_or_pause(Target::Pair, phase, can_run),
            key => travel::both(
                PAIR.map(|program| view(program, &model, &scenes)),
                Gesture::of_key(key)?,
            ),
        })
    };
    html! {
        <Lit class="figure-pair" {onkeydown}>
            <div class="figure-bar">
                { part(Controls { target: Target::Pair, phase, can_run, act: act.clone() }) }
                { settings(model, act, join_field(joined, act)) }
            </div>
            for program in PAIR {
                <RunView
                    key={words::slug(program)}
                    run={model.run(program).clone()}
                    scene={scenes.of(program).cloned()}
                    {scale}
                    stop={model.stop()}
                    {joined}
                    act={act.clone()}
                    share={share.clone()}
                />
            }
            { part(Axis {
                children: match joined {
                    true => scrubber(&PAIR, Target::Pair, scenes, scale, act),
                    false => Html::default(),
                },
                note: note(&PAIR, model, scenes),
                scale,
            }) }
            <Announcer model={Rc::clone(model)} scenes={scenes.clone()} programs={&PAIR[..]} />
        </Lit>
    }
}

/// The whole file: one run after the other, as Python runs it.
pub fn whole_file(figure: &Figure) -> Html {
    let Figure {
        model,
        scenes,
        act,
        share,
    } = figure;
    let scale = scale(&SINGLE, model, scenes);
    let [program] = SINGLE;
    let target = Target::One(program);
    let onkeydown = {
        let (model, scenes) = (Rc::clone(model), scenes.clone());
        keyboard::listener(act, move |key| {
            let view = view(program, &model, &scenes);
            match key {
                " " => keyboard::play_or_pause(target, view.run.phase(), view.run.can_run()),
                key => travel::one(view, model.stop(), Gesture::of_key(key)?),
            }
        })
    };
    html! {
        <Lit class="figure-single" {onkeydown}>
            <RunView
                run={model.run(program).clone()}
                scene={scenes.of(program).cloned()}
                {scale}
                stop={model.stop()}
                joined={true}
                act={act.clone()}
                share={share.clone()}
            />
            { part(Axis {
                children: scrubber(&SINGLE, target, scenes, scale, act),
                note: note(&SINGLE, model, scenes),
                scale,
            }) }
            <div class="figure-bar figure-foot">
                { settings(model, act, Html::default()) }
            </div>
            <Announcer model={Rc::clone(model)} scenes={scenes.clone()} programs={&SINGLE[..]} />
        </Lit>
    }
}

/// How time goes by, and what more there is to choose.
fn settings(model: &Model, act: &Callback<Action>, more: Html) -> Html {
    html! {
        <div class="settings">
            { speed_field(model.speed(), act) }
            { stop_field(model.stop(), act) }
            { more }
        </div>
    }
}

/// Whether both runs show the same moment.
fn join_field(joined: bool, act: &Callback<Action>) -> Html {
    html! {
        <label class="field">
            <input
                type="checkbox"
                checked={joined}
                onchange={act.reform(move |_: Event| Action::Join(!joined))}
            />
            { words::JOINED }
        </label>
    }
}

fn view<'a>(program: Program, model: &'a Model, scenes: &'a Scenes) -> View<'a> {
    View {
        run: model.run(program),
        scene: scenes.of(program),
    }
}

/// The slider along the common axis.
fn scrubber(
    programs: &[Program],
    target: Target,
    scenes: &Scenes,
    scale: Scale,
    act: &Callback<Action>,
) -> Html {
    let scenes = || programs.iter().filter_map(|&program| scenes.of(program));
    let now = scenes().map(Scene::now).fold(0.0, Seconds::max);
    let present = scenes().map(Scene::present).fold(0.0, Seconds::max);
    let go = act.reform(move |time| travel::to(target, time));
    html! { <Scrubber {now} {present} {scale} {go} /> }
}

/// Which time is shown, where it is not the present that goes by.
fn note(programs: &[Program], model: &Model, scenes: &Scenes) -> &'static str {
    let phases = || programs.iter().map(|&program| model.run(program).phase());
    let scenes = || programs.iter().filter_map(|&program| scenes.of(program));
    let past = scenes().any(Scene::is_past);
    match past {
        true if phases().any(|phase| matches!(phase, Phase::Running | Phase::Paused)) => {
            words::LOOKING_BACK
        }
        true => words::LOOKING_BACK_OVER,
        false if phases().any(|phase| phase == Phase::Paused) => words::TIME_STANDS,
        false => "",
    }
}

/// One axis for several programs: it holds what has happened, what is due, and
/// what the program's own delays add up to, so that it need not change while
/// they run.
fn scale(programs: &[Program], model: &Model, scenes: &Scenes) -> Scale {
    let reach = programs.iter().map(|&program| {
        let run = model.run(program);
        let seen = scenes.of(program).map_or(0.0, seen);
        match run.phase() {
            Phase::Ended if programs.len() == 1 => seen,
            _ => seen.max(run.forecast()),
        }
    });
    Scale::reaching(reach.fold(0.0, Seconds::max))
}

/// The latest moment that a run speaks of.
fn seen(scene: &Scene) -> Seconds {
    let timers = scene.recording().live().timers();
    let due = timers.last().map_or(0.0, |timer| timer.deadline);
    scene.present().max(due)
}

/// What the buttons for both act upon: a run that goes by keeps them at
/// "Pausar", one that stands at "Seguir".
fn pair_phase(phases: [Phase; 2]) -> Phase {
    let order = [
        Phase::Running,
        Phase::Paused,
        Phase::Failed,
        Phase::Stuck,
        Phase::Full,
        Phase::Ended,
    ];
    let first = order.into_iter().find(|phase| phases.contains(phase));
    first.unwrap_or(Phase::Ready)
}
