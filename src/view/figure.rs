//! The figures: places in the lesson where programs run.

use std::rc::Rc;

use engine::trace::Seconds;
use yew::prelude::*;

use super::announcer::Announcer;
use super::controls::Controls;
use super::parameters;
use super::run::RunView;
use super::scale::Scale;
use super::speed::SpeedField;
use super::timeline::Axis;
use crate::lesson::{Program, words};
use crate::model::{Action, Model, Phase, Scene, Scenes, Target};

const PAIR: [Program; 2] = [Program::Sequential, Program::Concurrent];
const SINGLE: [Program; 1] = [Program::WholeFile];

#[derive(Properties, PartialEq)]
pub struct FigureProps {
    pub model: Rc<Model>,
    pub scenes: Scenes,
    pub act: Callback<Action>,
}

/// Sequential and concurrent on one axis of time.
#[component]
pub fn Comparison(props: &FigureProps) -> Html {
    let FigureProps { model, scenes, act } = props;
    let scale = scale(&PAIR, model, scenes);
    html! {
        <div class="figure figure-pair">
            <div class="figure-bar">
                <Controls
                    target={Target::Pair}
                    phase={pair_phase(PAIR.map(|program| model.run(program).phase()))}
                    can_run={model.can_run(Target::Pair)}
                    act={act.clone()}
                />
                <SpeedField speed={model.speed()} act={act.clone()} />
            </div>
            for program in PAIR {
                <RunView
                    key={words::slug(program)}
                    run={model.run(program).clone()}
                    scene={scenes.of(program).cloned()}
                    {scale}
                    act={act.clone()}
                />
            }
            <Axis {scale} />
            <Announcer model={Rc::clone(model)} scenes={scenes.clone()} programs={&PAIR[..]} />
        </div>
    }
}

/// The whole file: one run after the other, as Python runs it.
#[component]
pub fn WholeFile(props: &FigureProps) -> Html {
    let FigureProps { model, scenes, act } = props;
    let scale = scale(&SINGLE, model, scenes);
    html! {
        <div class="figure figure-single">
            <RunView
                run={model.run(Program::WholeFile).clone()}
                scene={scenes.of(Program::WholeFile).cloned()}
                {scale}
                act={act.clone()}
            />
            <Axis {scale} />
            <Announcer model={Rc::clone(model)} scenes={scenes.clone()} programs={&SINGLE[..]} />
        </div>
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
            _ => seen.max(parameters::forecast(run)),
        }
    });
    Scale::reaching(reach.fold(0.0, Seconds::max))
}

/// The latest moment that a run speaks of.
fn seen(scene: &Scene) -> Seconds {
    let timers = scene.moment().timers();
    let due = timers.last().map_or(0.0, |timer| timer.deadline);
    scene.now().max(due)
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
