use std::rc::Rc;

use yew::prelude::*;

use super::circuit::{Chip, Circuit, Zone};
use super::thread_lane::ThreadLane;
use crate::lesson::story::Story;
use crate::lesson::{markup, words};
use crate::model::Scene;
use crate::view::palette::Who;
use crate::view::part::{Part, keyed, part};
use crate::view::prose::inlines;

#[derive(Properties, PartialEq)]
pub struct EventLoopProps {
    pub scene: Scene,
    pub source: Rc<str>,
}

/// The ready queue, who runs, the timers by deadline, who waits for what. The
/// tasks are one list, each always the same element, so that the eye can
/// follow it from place to place.
#[component]
pub fn EventLoopView(props: &EventLoopProps) -> Html {
    let EventLoopProps { scene, source } = props;
    let circuit = Circuit::of(scene.moment(), scene.now());
    let latest = use_memo((scene.version(), Rc::clone(source)), |_| {
        latest(scene, source)
    });
    html! {
        <div class="loop">
            <p class="loop-turns">{ words::turns(scene.moment().turns()) }</p>
            <p class="loop-latest">{ inlines(&markup::inlines(&latest)) }</p>
            <div class="circuit">
                for zone in Zone::ALL {
                    <p key={zone as usize} class={classes!("zone", format!("zone-{}", zone as usize))}>
                        { words::zone(zone as usize) }
                        <span class="zone-count">{ circuit.counts[zone as usize] }</span>
                    </p>
                }
                <ul class="chips">
                    for chip in circuit.chips.iter() {
                        { keyed(chip.task.0, ChipItem { chip: chip.clone() }) }
                    }
                </ul>
            </div>
            { part(ThreadLane { scene: scene.clone() }) }
        </div>
    }
}

#[derive(PartialEq)]
struct ChipItem {
    chip: Chip,
}

impl Part for ChipItem {
    fn draw(&self) -> Html {
        let Chip {
            label,
            who,
            zone,
            place,
            note,
            ..
        } = &self.chip;
        html! {
            <li class={classes!(
                "chip",
                who.as_ref().map(|who| who.colour),
                format!("chip-zone-{}", *zone as usize),
                format!("chip-place-{place}"),
            )} data-quien={who.as_ref().map(Who::mark)}>
                <span class="unseen">{ words::zone(*zone as usize) }{ ": " }</span>
                <span class="chip-label">{ label }</span>
                <span class="chip-note">{ note }</span>
            </li>
        }
    }
}

/// What happened last, in a sentence.
fn latest(scene: &Scene, source: &str) -> String {
    let Some(last) = scene.cursor().checked_sub(1) else {
        return words::NOTHING_YET.to_owned();
    };
    let recording = scene.recording();
    let event = recording.event(last);
    event.map_or(String::new(), |event| {
        Story::of(source).sentence(event, &recording.at(last))
    })
}
