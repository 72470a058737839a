use std::rc::Rc;

use engine::trace::{Seconds, Stop};
use yew::prelude::*;

use super::advice::{self, AdviceList};
use super::cards::Cards;
use super::clock::clock;
use super::code_panel::CodePanel;
use super::console::Console;
use super::controls::Controls;
use super::copy::CopyConsole;
use super::fault::Fault;
use super::growth::{first, use_growth};
use super::inside::sharing::Share;
use super::inside::{Inside, use_turns};
use super::keyboard;
use super::part::part;
use super::scale::Scale;
use super::scrubber::Scrubber;
use super::shown::Shown;
use super::time;
use super::timeline::Timeline;
use super::transport::Transport;
use super::travel::{self, Gesture, View};
use crate::lesson::words;
use crate::model::{Action, Phase, Run, Scene, Target};

#[derive(Properties, PartialEq)]
pub struct RunViewProps {
    pub run: Run,
    /// `None` before its first line.
    pub scene: Option<Scene>,
    pub scale: Scale,
    /// What a step goes to.
    pub stop: Stop,
    /// Whether it shows the same moment as the run beside it.
    pub joined: bool,
    pub act: Callback<Action>,
    pub share: Share,
}

/// One program running: its clock, timeline, cards, code and console.
#[component]
pub fn RunView(props: &RunViewProps) -> Html {
    let RunViewProps {
        run,
        scene,
        scale,
        stop,
        joined,
        act,
        share,
    } = props;
    let program = run.program();
    // Until the stage has cleared away what was, it is not shown any more.
    let scene = scene.as_ref().filter(|_| run.phase() != Phase::Ready);
    let now = scene.map_or(0.0, Scene::now);
    let version = scene.map_or((0, 0), Scene::version);
    // What happened changes far less often than the clock.
    let runs = run.phase() == Phase::Running;
    let shown = use_memo((run.start(), version, runs), |_| {
        scene.map_or_else(Shown::default, |scene| {
            Shown::of(scene.moment(), &scene.recording(), scene.cursor(), runs)
        })
    });
    // What a program died of is shown where that has happened.
    let seen = run.phase().is_over().then_some(version);
    let faults = use_memo((run.start(), seen, Rc::clone(run.source())), |_| {
        faults(run, scene)
    });
    let told = advice::use_advice(run, scene);
    let turns = use_turns(scene, runs);
    let drawn = use_growth(shown.cards.len().max(shown.lanes.len()), runs);
    let target = Target::One(program);
    let gesture = {
        let (run, scene, stop) = (run.clone(), scene.cloned(), *stop);
        Rc::new(move |gesture: Gesture| {
            let view = View {
                run: &run,
                scene: scene.as_ref(),
            };
            travel::one(view, stop, gesture)
        })
    };
    let go = {
        let (act, gesture) = (act.clone(), Rc::clone(&gesture));
        Callback::from(move |what: Gesture| {
            if let Some(action) = gesture(what) {
                act.emit(action);
            }
        })
    };
    let onkeydown = {
        let (phase, can_run) = (run.phase(), run.can_run());
        keyboard::listener(act, move |key| match key {
            " " => keyboard::play_or_pause(target, phase, can_run),
            key => gesture(Gesture::of_key(key)?),
        })
    };
    let all = travel::target_of(program, *joined);
    let scrub = act.reform(move |time: Seconds| travel::to(all, time));
    let look = act.reform(move |(place, time)| Action::Look {
        target,
        place,
        time,
    });
    let jump = {
        let scene = scene.cloned();
        look.reform(move |place| (place, travel::time_of(scene.as_ref(), place)))
    };
    let present = scene.map_or(0.0, Scene::present);
    let past = scene.is_some_and(Scene::is_past);
    html! {
        <section
            class="run"
            {onkeydown}
            aria-label={words::region(program)}
            data-ejecucion={words::slug(program)}
            data-reloj={time::hundredths(now)}
            data-estado={phase_word(run.phase())}
        >
            <div class="run-strip">
                <div class="run-head">
                    <h3 class="run-title">{ words::short_title(program) }</h3>
                    <p class="run-phase">{ if past { words::IN_THE_PAST } else { phase_word(run.phase()) } }</p>
                    { clock(now) }
                    { part(Controls {
                        target,
                        phase: run.phase(),
                        can_run: run.can_run(),
                        act: act.clone(),
                    }) }
                    { part(Transport {
                        begun: scene.is_some(),
                        past,
                        can_step: run.can_run() && (past || !run.phase().is_over()),
                        go,
                    }) }
                </div>
                <div class="run-time">
                    <Timeline lanes={first(&shown.lanes, drawn)} density={shown.density.clone()} {now} {present} scale={*scale} go={scrub.clone()} />
                    if !joined {
                        <Scrubber {now} {present} scale={*scale} go={scrub} />
                    }
                </div>
            </div>
            <div class="run-body">
                <p class="run-name" aria-hidden="true">{ words::short_title(program) }</p>
                { part(Cards {
                    cards: first(&shown.cards, drawn),
                    more: shown.more_cards,
                    crowd: shown.crowd.clone(),
                    now,
                    go: jump,
                }) }
                <CodePanel
                    run={run.clone()}
                    marks={Rc::clone(&shown.marks)}
                    faults={Rc::clone(&*faults)}
                    act={act.clone()}
                />
                <div class="console-panel">
                    <div class="code-head">
                        <span class="code-file">{ words::CONSOLE }</span>
                        <CopyConsole scene={scene.cloned()} />
                    </div>
                    { part(Console { printout: shown.printout.clone(), go: look }) }
                </div>
                if !told.is_empty() {
                    { part(AdviceList { told: Rc::clone(&told) }) }
                }
                { part(Inside {
                    target,
                    source: Rc::clone(run.source()),
                    scene: scene.cloned(),
                    turns,
                    scale: *scale,
                    act: act.clone(),
                    share: share.clone(),
                }) }
                if let Some(why) = stopped_because(run.phase()) {
                    <p class="run-note run-failure">{ why }</p>
                }
                if shown.slow {
                    <p class="run-note">{ words::SLOW_BROWSER }</p>
                }
            </div>
        </section>
    }
}

/// `data-estado` of a run, which is also what readers see.
pub fn phase_word(phase: Phase) -> &'static str {
    match phase {
        Phase::Ready => words::PHASE_READY,
        Phase::Running => words::PHASE_RUNNING,
        Phase::Paused => words::PHASE_PAUSED,
        Phase::Ended => words::PHASE_ENDED,
        Phase::Failed | Phase::Stuck | Phase::Full => words::PHASE_FAILED,
    }
}

/// Why a program that did not fail by itself does not go on.
fn stopped_because(phase: Phase) -> Option<&'static str> {
    match phase {
        Phase::Stuck => Some(words::STUCK),
        Phase::Full => Some(words::FULL),
        Phase::Ready | Phase::Running | Phase::Paused | Phase::Ended | Phase::Failed => None,
    }
}

/// What keeps the program from running, or what it died of.
fn faults(run: &Run, scene: Option<&Scene>) -> Rc<[Fault]> {
    let source = run.source();
    let failure = scene.and_then(Scene::failure);
    let died = failure.and_then(|failure| Fault::of_failure(source, &failure));
    let broken = run.diagnostics().iter().map(|diagnostic| {
        let span = diagnostic.span.start as usize..diagnostic.span.end as usize;
        Fault::at(source, span, diagnostic.message_es(), diagnostic.hint_es())
    });
    broken.chain(died).collect()
}
