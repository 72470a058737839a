//! One colour for each coroutine. Its letter always goes with it.

/// Colours in `static/tokens.css`.
const COLOURS: usize = 8;

/// The class of what belongs to a thread beside the program's own.
pub const THREAD: &str = "thread-own";

/// The colour class of the coroutine with that place in the order of creation.
pub fn colour(place: usize) -> &'static str {
    const CLASSES: [&str; COLOURS] = [
        "task-1", "task-2", "task-3", "task-4", "task-5", "task-6", "task-7", "task-8",
    ];
    CLASSES[place % COLOURS]
}
