//! Python programs on a machine that never reads a clock.
//!
//! - [`python`]: source to bytecode to machine; values, builtins, errors.
//! - [`asyncio`]: the event loop: ready queue, timers, tasks, futures.
//! - [`trace`]: the event log, and what is folded from it.
//! - [`advice`]: what a run says about what its author misunderstood.
//! - [`machine`]: the front door.

pub mod advice;
pub mod asyncio;
pub mod machine;
pub mod python;
pub mod trace;
