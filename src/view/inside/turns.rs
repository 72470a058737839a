//! What lies inside a run is drawn in turns: all of it in one frame would be
//! more than a browser can do while the clock runs.

use yew::prelude::*;

use crate::model::Scene;

/// What is drawn: the event loop, the tasks, the story.
const VIEWS: usize = 3;

/// A scene for each view.
pub type Turns = [Option<Scene>; VIEWS];

/// The scene that each view shows. While the run goes on, one view a frame
/// catches up with `scene`; all of them do when it stands.
#[hook]
pub fn use_turns(scene: Option<&Scene>, runs: bool) -> Turns {
    let kept = use_mut_ref(|| (Turns::default(), 0));
    let (turns, turn) = &mut *kept.borrow_mut();
    *turn = (*turn + 1) % VIEWS;
    catch_up(turns, scene, runs.then_some(*turn));
    turns.clone()
}

/// The view whose turn it is, or each, comes to show `scene`; none shows another
/// run.
fn catch_up(turns: &mut Turns, scene: Option<&Scene>, turn: Option<usize>) {
    for (place, shown) in turns.iter_mut().enumerate() {
        let stays = scene
            .zip(shown.as_ref())
            .is_some_and(|(new, old)| new.is_of_run(old));
        if turn.is_none_or(|turn| turn == place) {
            *shown = scene.cloned();
        } else if !stays {
            *shown = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use engine::machine::Library;

    use super::*;
    use crate::lesson::Program;
    use crate::model::{Place, Run};

    fn machine() -> Rc<RefCell<engine::machine::Machine>> {
        let machine = Run::of_lesson(Program::Concurrent).machine(0.0, &Library::default());
        Rc::new(RefCell::new(machine.expect("the lesson's programs run")))
    }

    #[test]
    fn while_it_runs_one_view_a_frame_catches_up() {
        let machine = machine();
        let at = |now| Some(Scene::of(&machine, Place::Present, now));
        let mut turns = Turns::default();
        catch_up(&mut turns, at(1.0).as_ref(), Some(1));
        assert_eq!(turns, [None, at(1.0), None]);
        catch_up(&mut turns, at(2.0).as_ref(), Some(2));
        assert_eq!(turns, [None, at(1.0), at(2.0)]);
        catch_up(&mut turns, at(3.0).as_ref(), None);
        assert_eq!(turns, [at(3.0), at(3.0), at(3.0)]);
    }

    #[test]
    fn no_view_shows_a_run_that_is_gone() {
        let (before, after) = (machine(), machine());
        let of = |machine| Some(Scene::of(machine, Place::Present, 1.0));
        let mut turns = [of(&before), of(&before), of(&before)];
        catch_up(&mut turns, of(&after).as_ref(), Some(0));
        assert_eq!(turns, [of(&after), None, None]);
        catch_up(&mut turns, None, Some(1));
        assert_eq!(turns, Turns::default());
    }
}
