//! Whose something is: a letter and a colour, which go together everywhere.

use std::rc::Rc;

use engine::trace::{CoroutineId, Moment, TaskId};
use yew::AttrValue;

/// Colours in `static/tokens.css`.
const COLOURS: usize = 8;

/// The class of what belongs to a thread beside the program's own.
pub const THREAD: &str = "thread-own";

/// A coroutine with a card, or a further thread, as the reader tells it apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Who {
    /// Short and unique in its run.
    pub key: Rc<str>,
    /// The class of its colour; the letter always goes with it.
    pub colour: &'static str,
}

impl Who {
    /// Who a coroutine is; `None` for one handed to `asyncio.run`.
    pub fn of(moment: &Moment, coroutine: CoroutineId) -> Option<Who> {
        let coroutine = moment.coroutine(coroutine)?;
        (!coroutine.main).then(|| Who {
            key: Rc::clone(&coroutine.info.key),
            colour: colour(coroutine.place),
        })
    }

    /// Who a task is: the coroutine that it wraps.
    pub fn of_task(moment: &Moment, task: TaskId) -> Option<Who> {
        Who::of(moment, moment.task(task)?.coroutine?)
    }

    /// `data-quien`: by it all that is somebody's is lit together.
    pub fn mark(&self) -> AttrValue {
        Rc::clone(&self.key).into()
    }
}

/// The colour class of the coroutine with that place in the order of creation.
pub fn colour(place: usize) -> &'static str {
    const CLASSES: [&str; COLOURS] = [
        "task-1", "task-2", "task-3", "task-4", "task-5", "task-6", "task-7", "task-8",
    ];
    CLASSES[place % COLOURS]
}
