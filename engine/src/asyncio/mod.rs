//! The event loop, as CPython's `asyncio` has it: one FIFO of ready handles,
//! timers ordered by (deadline, sequence). Each turn runs the handles that
//! were ready when it began. Awaiting a coroutine does not yield to the loop,
//! awaiting a pending future does; `create_task` only queues.
//!
//! - [`Future`]: what can be awaited; a task is a future with a coroutine;
//! - `event_loop`: the ready queue, the timers;
//! - `turn`: what is ready runs;
//! - `task`: the steps of a coroutine;
//! - `methods`: what programs call; the rest is Python, in `library`.

mod debug;
mod event_loop;
mod future;
mod methods;
mod task;
mod turn;

pub use event_loop::{LoopId, Loops};
pub use future::Future;
pub(crate) use methods::{FUTURE_METHODS, NATIVES, TASK_METHODS, construct_future, construct_task};
pub use turn::LoopRun;

/// The module's Python part.
pub(crate) const SOURCE: &str = concat!(
    shipped!("asyncio/library", "base.py"),
    shipped!("asyncio/library", "tasks.py"),
    shipped!("asyncio/library", "locks.py"),
    shipped!("asyncio/library", "queues.py"),
    shipped!("asyncio/library", "threads.py"),
);
