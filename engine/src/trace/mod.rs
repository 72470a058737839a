//! The event log, and what is folded from it.
//!
//! The machine tells [`Event`]s to a [`Recording`]. From them, and from
//! nothing else, follow the present ([`Moment`]: cards, tasks, queues) and the
//! past ([`History`]: bars, console, finished waits). So going back in time is
//! moving a cursor, and no view needs a clock.

mod card;
mod chunks;
mod console;
mod event;
pub mod export;
mod history;
mod log;
mod moment;
mod pages;
mod recording;
mod stop;
mod task;
mod thread;
mod variables;

#[cfg(test)]
mod tests;

use card::SeenState;
pub use card::{Badge, Card, CardKind, CardState};
pub use chunks::{Chunks, Entries};
pub use console::{Author, Console, ConsoleLine};
pub use event::*;
pub use history::{Bar, Doing, FinishedWait, History, Levels, ThreadBar, ThreadUse};
pub use log::{Limits, Log};
pub use moment::{Moment, Progress, Ready, Timer};
pub use pages::Pages;
pub use recording::Recording;
pub use stop::Stop;
pub use task::{Coroutine, Life, LifeSignal, Task, TaskSignal, TaskState};
pub use thread::{Thread, ThreadState};
pub use variables::{Variable, Variables};
