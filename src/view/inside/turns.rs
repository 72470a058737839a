//! What lies inside a run is drawn in turns: all of it in one frame would be
//! more than a browser can do while the clock runs, or the reader drags it.

use yew::prelude::*;

use crate::browser::timer::{Task, next_frame};
use crate::model::Scene;

/// What is drawn: the event loop, the tasks, the story.
const VIEWS: usize = 3;

/// A scene for each view.
pub type Turns = [Option<Scene>; VIEWS];

/// The scene that each view shows: one view a frame catches up with `scene`.
/// Where no frames come by themselves, as they do while the run goes on, they
/// are asked for until all have.
#[hook]
pub fn use_turns(scene: Option<&Scene>, runs: bool) -> Turns {
    let kept = use_mut_ref(|| (Turns::default(), 0));
    let again = use_force_update();
    let (turns, turn) = &mut *kept.borrow_mut();
    *turn = catch_up(turns, scene, *turn);
    let behind = turns.iter().any(|shown| shown.as_ref() != scene);
    use_effect(move || {
        let task = (behind && !runs).then(|| {
            Task::spawn(async move {
                next_frame().await;
                again.force_update();
            })
        });
        move || drop(task)
    });
    turns.clone()
}

/// The first view from `turn` on that shows something else comes to show
/// `scene`; none shows another run. Gives whose turn is next.
fn catch_up(turns: &mut Turns, scene: Option<&Scene>, turn: usize) -> usize {
    for shown in &mut *turns {
        shown.take_if(|old| !scene.is_some_and(|new| new.is_of_run(old)));
    }
    let order = (turn..VIEWS).chain(0..turn);
    for place in order {
        if turns[place].as_ref() != scene {
            turns[place] = scene.cloned();
            return (place + 1) % VIEWS;
        }
    }
    // The next change begins with the first, which tells the most.
    0
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use engine::machine::{Library, Machine};

    use super::*;
    use crate::lesson::Program;
    use crate::model::{Place, Run};

    fn machine() -> Rc<RefCell<Machine>> {
        let machine = Run::of_lesson(Program::Concurrent).machine(0.0, &Library::default());
        Rc::new(RefCell::new(machine.expect("the lesson's programs run")))
    }

    #[test]
    fn one_view_a_frame_catches_up() {
        let machine = machine();
        let at = |now| Some(Scene::of(&machine, Place::Present, now));
        let mut turns = Turns::default();
        let mut turn = catch_up(&mut turns, at(1.0).as_ref(), 0);
        assert_eq!(turns, [at(1.0), None, None]);
        turn = catch_up(&mut turns, at(2.0).as_ref(), turn);
        assert_eq!(turns, [at(1.0), at(2.0), None]);
        turn = catch_up(&mut turns, at(2.0).as_ref(), turn);
        turn = catch_up(&mut turns, at(2.0).as_ref(), turn);
        assert_eq!(turns, [at(2.0), at(2.0), at(2.0)]);
        turn = catch_up(&mut turns, at(2.0).as_ref(), turn);
        assert_eq!(turn, 0);
    }

    #[test]
    fn no_view_shows_a_run_that_is_gone() {
        let (before, after) = (machine(), machine());
        let of = |machine| Some(Scene::of(machine, Place::Present, 1.0));
        let mut turns = [of(&before), of(&before), of(&before)];
        catch_up(&mut turns, of(&after).as_ref(), 0);
        assert_eq!(turns, [of(&after), None, None]);
        catch_up(&mut turns, None, 1);
        assert_eq!(turns, Turns::default());
    }
}
