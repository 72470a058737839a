//! Plain calls.

use std::mem;
use std::rc::Rc;

use super::{forget_plain, let_go};
use crate::python::object::{Frame, Then, Value};
use crate::python::vm::{Activation, Vm};

/// Frames kept for the next call, and how many slots each may have.
const MOST_SPARE: usize = 64;

impl Vm {
    /// Calls the function below the top `count` values with those, where it is
    /// a plain one that takes just so many.
    #[inline(always)]
    pub(super) fn enter_quickly(&mut self, frame: &mut Box<Frame>, count: usize) -> bool {
        let slots = &mut frame.slots;
        let at = slots.len() - count;
        let Some(Value::Function(function)) = slots.get(at - 1) else {
            return false;
        };
        let code = &function.code;
        if code.simple != Some(count as u32) || self.stack.len() + 1 >= self.limits.depth {
            return false;
        }
        let mut callee = match self.spare.pop() {
            Some(mut spare) => {
                if !Rc::ptr_eq(&spare.code, code) {
                    spare.code = code.clone();
                }
                if !Rc::ptr_eq(&spare.globals, &function.globals) {
                    spare.globals = function.globals.clone();
                }
                spare
            }
            None => Frame::new(code.clone(), function.globals.clone()),
        };
        if !code.bare {
            callee.cells.extend(function.cells.iter().cloned());
        }
        let locals = code.locals.len();
        for argument in &mut slots[at..] {
            match argument {
                Value::Int(number) => callee.slots.push(Value::Int(*number)),
                other => callee.slots.push(mem::replace(other, Value::Unbound)),
            }
        }
        for _ in 0..count {
            forget_plain(slots.pop());
        }
        for _ in count..locals {
            callee.slots.push(Value::Unbound);
        }
        if let Some(Value::Function(function)) = slots.pop() {
            drop(function);
        }
        let caller = mem::replace(frame, callee);
        self.stack.push(Activation::Frame(caller));
        true
    }

    /// Gives the top value to the frame that called this one.
    #[inline(always)]
    pub(super) fn return_quickly(&mut self, frame: &mut Box<Frame>) -> bool {
        if self.heap.has_orphans() || !matches!(frame.then, Then::Push) || frame.generator.is_some()
        {
            return false;
        }
        match self.stack.pop() {
            Some(Activation::Frame(caller)) => {
                let mut done = mem::replace(frame, caller);
                if let Some(value) = done.slots.pop() {
                    frame.slots.push(value);
                }
                self.put_by(done);
                true
            }
            outer => {
                self.stack.extend(outer);
                false
            }
        }
    }

    /// Keeps a frame that is over for the next call.
    #[inline(always)]
    fn put_by(&mut self, mut frame: Box<Frame>) {
        while let Some(value) = frame.slots.pop() {
            let_go(value);
        }
        if self.spare.len() < MOST_SPARE && frame.slots.capacity() <= MOST_SPARE {
            if !frame.code.bare {
                frame.cells.clear();
                frame.tries.clear();
                frame.handled = None;
                frame.namespace = None;
            }
            frame.pc = 0;
            frame.line = 0;
            self.spare.push(frame);
        }
    }
}
