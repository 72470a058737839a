//! What the gestures of going through time come to.

use engine::trace::{Seconds, Stop};

use crate::lesson::Program;
use crate::model::{Action, Goal, Place, Run, Scene, Target};

/// A gesture of going through time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    Start,
    Back,
    Forward,
    Present,
}

impl Gesture {
    /// The gesture of a key, as the browser names it.
    pub fn of_key(key: &str) -> Option<Gesture> {
        match key {
            "ArrowLeft" => Some(Gesture::Back),
            "ArrowRight" => Some(Gesture::Forward),
            "Home" => Some(Gesture::Start),
            "End" => Some(Gesture::Present),
            _ => None,
        }
    }
}

/// What the reader sees of a run.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub run: &'a Run,
    pub scene: Option<&'a Scene>,
}

/// A gesture on one run, which goes from one `stop` to the next.
pub fn one(view: View, stop: Stop, gesture: Gesture) -> Option<Action> {
    let target = Target::One(view.run.program());
    let Some(scene) = view.scene else {
        let goal = Goal::Stop { stop, from: 0 };
        return (gesture == Gesture::Forward).then_some(Action::Step { target, goal });
    };
    let recording = scene.recording();
    let look = |events: usize| Action::Look {
        target,
        place: Place::After(events),
        time: time_of(view.scene, Place::After(events)),
    };
    let present = Action::Look {
        target,
        place: Place::Present,
        time: scene.present(),
    };
    Some(match gesture {
        Gesture::Start => look(0),
        Gesture::Present => present,
        Gesture::Back => look(recording.previous_stop(stop, scene.cursor())),
        Gesture::Forward => match recording.next_stop(stop, scene.cursor()) {
            Some(events) => look(events),
            // Back from the past first, then on.
            None if view.run.phase().is_over() || scene.now() < scene.present() => present,
            None => {
                let from = scene.cursor();
                let goal = Goal::Stop { stop, from };
                Action::Step { target, goal }
            }
        },
    })
}

/// A gesture on the two runs that show the same moment: from one instant at
/// which something happens in either to the next.
pub fn both(views: [View; 2], gesture: Gesture) -> Option<Action> {
    let target = Target::Pair;
    let scenes = || views.iter().filter_map(|view| view.scene);
    let now = scenes().map(Scene::now).fold(0.0, Seconds::max);
    let look = |place: Place, time: Seconds| Action::Look {
        target,
        place,
        time,
    };
    match gesture {
        _ if scenes().next().is_none() => {
            let goal = Goal::Time(0.0);
            (gesture == Gesture::Forward).then_some(Action::Step { target, goal })
        }
        Gesture::Start => Some(look(Place::After(0), 0.0)),
        Gesture::Present => Some(look(Place::Present, now)),
        Gesture::Back => {
            let before = scenes().filter_map(|scene| instant_before(scene, now));
            let latest = before.fold(None, |latest: Option<Seconds>, time| {
                Some(latest.map_or(time, |latest| latest.max(time)))
            });
            Some(latest.map_or(look(Place::After(0), 0.0), |time| {
                look(Place::Time(time), time)
            }))
        }
        Gesture::Forward => {
            let at_start = scenes().all(|scene| scene.cursor() == 0);
            let after = scenes().filter_map(|scene| instant_after(scene, now, at_start));
            match earliest(after) {
                Some(time) => Some(look(Place::Time(time), time)),
                None => {
                    let due = views.iter().filter(|view| !view.run.phase().is_over());
                    let due = due.filter_map(|view| view.scene.map_or(Some(now), next_deadline));
                    let time = earliest(due)?;
                    let goal = Goal::Time(time);
                    Some(Action::Step { target, goal })
                }
            }
        }
    }
}

/// The program time of a place, in seconds.
pub fn time_of(scene: Option<&Scene>, place: Place) -> Seconds {
    scene.map_or(0.0, |scene| {
        place.find(&scene.recording(), scene.present()).1
    })
}

/// The scrubber of `target` is at that program time.
pub fn to(target: Target, time: Seconds) -> Action {
    Action::Look {
        target,
        place: Place::Time(time),
        time,
    }
}

/// The scrubber's target: one program, or the two that share a moment.
pub fn target_of(program: Program, joined: bool) -> Target {
    match program {
        Program::Sequential | Program::Concurrent if joined => Target::Pair,
        _ => Target::One(program),
    }
}

fn instant_before(scene: &Scene, now: Seconds) -> Option<Seconds> {
    let recording = scene.recording();
    let earlier = recording.events_before(now);
    Some(recording.event(earlier.checked_sub(1)?)?.at)
}

fn instant_after(scene: &Scene, now: Seconds, at_start: bool) -> Option<Seconds> {
    let recording = scene.recording();
    let from = match at_start {
        true => 0,
        false => recording.events_until(now),
    };
    recording.event(from).map(|event| event.at)
}

/// When the program itself goes on: what is due at the present.
fn next_deadline(scene: &Scene) -> Option<Seconds> {
    let recording = scene.recording();
    let live = recording.live();
    let timers = live.timers();
    let due = timers.first().map(|timer| timer.deadline);
    let due = live.blocked_until().or(due);
    Some(due.unwrap_or(scene.present()).max(scene.present()))
}

fn earliest(times: impl Iterator<Item = Seconds>) -> Option<Seconds> {
    times.reduce(Seconds::min)
}
