//! The machine's quick half, compiled for speed where all the rest is compiled
//! for size.
//!
//! A compiler's level of optimisation is a crate's, and this half can only be
//! written among what it works on. So it stands there, to be inlined, and is
//! compiled here.

use engine::machine::{Frame, Op, Vm};

/// Runs the plain instructions of a frame and of those that it calls: for
/// [`engine::machine::Options::quick`].
pub fn quick(vm: &mut Vm, frame: &mut Box<Frame>) -> Op {
    vm.quick(frame)
}
