//! Python programs on a machine that never reads a clock.
//!
//! - [`python`]: source to bytecode to machine; values, builtins, errors.
//! - [`asyncio`]: the event loop: ready queue, timers, tasks, futures.
//! - [`trace`]: the event log, and what is folded from it.
//! - [`advice`]: what a run says about what its author misunderstood.
//! - [`machine`]: the front door.
//! - [`sort`]: the one sort of the whole page.

/// A file of the library as `build.rs` has made it.
macro_rules! shipped {
    ($folder:literal, $file:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $folder, "/", $file))
    };
}

pub mod advice;
pub mod asyncio;
pub mod machine;
pub mod python;
pub mod sort;
pub mod trace;
