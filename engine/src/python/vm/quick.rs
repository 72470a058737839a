//! The instructions that programs spend their time with, on the values that
//! they mostly meet. Whatever is out of the ordinary is left untouched to
//! [`Vm::execute`], which knows every case.

use std::mem;
use std::rc::Rc;

use super::{Activation, Vm};
use crate::python::code::{BinaryOp, CompareOp, Op};
use crate::python::object::{Frame, Then, Value};

/// Frames kept for the next call, and how many slots each may have.
const MOST_SPARE: usize = 64;

impl Vm {
    /// Runs the current frame and the plain functions that it calls, up to an
    /// instruction that needs more; gives that, with `pc` behind it. Inlined,
    /// so that the crate `quick` compiles it for speed.
    #[inline(always)]
    pub fn quick(&mut self, frame: &mut Box<Frame>) -> Op {
        'frame: loop {
            let current = &mut **frame;
            let code = &*current.code;
            let ops = code.ops.as_slice();
            let slots = &mut current.slots;
            let mut pc = current.pc;
            // What an instruction gives goes on the operand stack, or at once
            // where the next one would put it.
            macro_rules! give {
                ($value:expr) => {{
                    let value = $value;
                    match ops[pc] {
                        Op::StoreLocal(slot) => {
                            let_go(mem::replace(&mut slots[slot as usize], value));
                            pc += 1;
                        }
                        Op::StoreGlobal(name) => {
                            let cache = code.caches[name as usize].get();
                            if !cache.builtin && cache.shape == current.globals.table().shape() {
                                let_go(current.globals.set_at(cache.position as usize, value));
                                pc += 1;
                            } else {
                                slots.push(value);
                            }
                        }
                        _ => slots.push(value),
                    }
                    continue;
                }};
            }
            let op = loop {
                let op = ops[pc];
                pc += 1;
                match op {
                    Op::Line(line) => {
                        if !self.is_calm() {
                            break op;
                        }
                        if current.line != line {
                            if !code.source.library {
                                if self.stepping || self.recording.watches() {
                                    break op;
                                }
                                if !self.breakpoints.is_empty() && self.breakpoints.contains(&line)
                                {
                                    break op;
                                }
                                self.recording.reach(self.now, line);
                            }
                            current.line = line;
                        }
                        self.budget -= 1;
                        continue;
                    }
                    Op::Constant(index) => {
                        slots.push(copied(&code.constants[index as usize]));
                        continue;
                    }
                    Op::LoadLocal(slot) => match &slots[slot as usize] {
                        Value::Unbound => {}
                        value => {
                            let value = copied(value);
                            slots.push(value);
                            continue;
                        }
                    },
                    Op::StoreLocal(slot) => {
                        if let Some(value) = slots.pop() {
                            let_go(mem::replace(&mut slots[slot as usize], value));
                            continue;
                        }
                    }
                    Op::LoadGlobal(name) => {
                        let cache = code.caches[name as usize].get();
                        let globals = current.globals.table();
                        if cache.shape == globals.shape() {
                            let value = match cache.builtin {
                                false => globals
                                    .at(cache.position as usize)
                                    .map(|e| copied(&e.value)),
                                true => {
                                    let builtins = self.builtins.table();
                                    builtins
                                        .at(cache.position as usize)
                                        .map(|e| copied(&e.value))
                                }
                            };
                            if let Some(value) = value {
                                slots.push(value);
                                continue;
                            }
                        }
                    }
                    Op::StoreGlobal(name) => {
                        let cache = code.caches[name as usize].get();
                        if !cache.builtin
                            && cache.shape == current.globals.table().shape()
                            && let Some(value) = slots.pop()
                        {
                            let_go(current.globals.set_at(cache.position as usize, value));
                            continue;
                        }
                    }
                    Op::LocalConstant {
                        op: binary,
                        slot,
                        constant,
                    } => {
                        let left = &slots[usize::from(slot)];
                        let right = &code.constants[usize::from(constant)];
                        if let Some(value) = numbers(binary, left, right) {
                            pc += 2;
                            give!(value);
                        }
                    }
                    Op::ConstantOperand {
                        op: binary,
                        constant,
                    } => {
                        if let Some(left) = slots.last_mut()
                            && let right = &code.constants[usize::from(constant)]
                            && let Some(value) = numbers(binary, left, right)
                        {
                            set_plain(left, value);
                            pc += 1;
                            continue;
                        }
                    }
                    Op::LocalOperand { op: binary, slot } => {
                        let right = &slots[usize::from(slot)];
                        if let Some(left) = slots.last()
                            && let Some(value) = numbers(binary, left, right)
                            && let Some(left) = slots.last_mut()
                        {
                            set_plain(left, value);
                            pc += 1;
                            continue;
                        }
                    }
                    Op::Binary(binary) | Op::InPlace(binary) => {
                        if let [.., left, right] = slots.as_mut_slice()
                            && let Some(value) = numbers(binary, left, right)
                        {
                            forget_plain(slots.pop());
                            forget_plain(slots.pop());
                            give!(value);
                        }
                    }
                    Op::LocalConstantCompare {
                        op: asked,
                        slot,
                        constant,
                    } => {
                        let left = &slots[usize::from(slot)];
                        let right = &code.constants[usize::from(constant)];
                        if let Some(answer) = compared(asked, left, right) {
                            pc += 2;
                            match ops[pc] {
                                Op::JumpIfFalse(target) => {
                                    pc = if answer { pc + 1 } else { target as usize };
                                }
                                _ => slots.push(Value::Bool(answer)),
                            }
                            continue;
                        }
                    }
                    Op::Compare(asked) => {
                        if let [.., left, right] = slots.as_mut_slice()
                            && let Some(answer) = compared(asked, left, right)
                        {
                            forget_plain(slots.pop());
                            match ops[pc] {
                                Op::JumpIfFalse(target) => {
                                    forget_plain(slots.pop());
                                    pc = if answer { pc + 1 } else { target as usize };
                                }
                                _ => {
                                    if let Some(left) = slots.last_mut() {
                                        set_plain(left, Value::Bool(answer));
                                    }
                                }
                            }
                            continue;
                        }
                    }
                    Op::Jump(target) => {
                        pc = target as usize;
                        continue;
                    }
                    Op::JumpBack(target) if self.is_calm() => {
                        self.budget -= 1;
                        current.line = 0;
                        pc = target as usize;
                        continue;
                    }
                    Op::JumpBackQuiet(target) if self.is_calm() => {
                        self.budget -= 1;
                        pc = target as usize;
                        continue;
                    }
                    Op::JumpIfFalse(target) => {
                        if let Some(answer) = slots.last().and_then(plain_truth) {
                            forget_plain(slots.pop());
                            if !answer {
                                pc = target as usize;
                            }
                            continue;
                        }
                    }
                    Op::JumpIfTrue(target) => {
                        if let Some(answer) = slots.last().and_then(plain_truth) {
                            forget_plain(slots.pop());
                            if answer {
                                pc = target as usize;
                            }
                            continue;
                        }
                    }
                    Op::ForIter(_) => {
                        if let Some(Value::Iter(iter)) = slots.last()
                            && let Some(item) = iter.quick_next()
                        {
                            give!(item);
                        }
                    }
                    Op::Pop if !self.heap.has_orphans() && slots.last().is_some_and(is_plain) => {
                        forget_plain(slots.pop());
                        continue;
                    }
                    Op::Call(count) => {
                        current.pc = pc;
                        match self.enter_quickly(frame, count as usize) {
                            true => continue 'frame,
                            false => return op,
                        }
                    }
                    Op::CallMethod(count) => {
                        current.pc = pc;
                        match self.enter_quickly(frame, count as usize + 1) {
                            true => continue 'frame,
                            false => return op,
                        }
                    }
                    Op::Return => {
                        current.pc = pc;
                        match self.return_quickly(frame) {
                            true => continue 'frame,
                            false => return op,
                        }
                    }
                    _ => {}
                }
                break op;
            };
            current.pc = pc;
            return op.first();
        }
    }

    /// Whether nothing must be done before the next step.
    #[inline(always)]
    fn is_calm(&self) -> bool {
        self.budget > 0 && self.heap.is_calm()
    }

    /// Calls the function below the top `count` values with those, where it is
    /// a plain one that takes just so many.
    #[inline(always)]
    fn enter_quickly(&mut self, frame: &mut Box<Frame>, count: usize) -> bool {
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
        if !function.cells.is_empty() {
            callee.cells.extend(function.cells.iter().cloned());
        }
        let locals = code.locals.len();
        for argument in &mut slots[at..] {
            callee.slots.push(mem::replace(argument, Value::Unbound));
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
    fn return_quickly(&mut self, frame: &mut Box<Frame>) -> bool {
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
            if !frame.cells.is_empty() {
                frame.cells.clear();
            }
            if !frame.tries.is_empty() {
                frame.tries.clear();
            }
            frame.handled = None;
            frame.namespace = None;
            frame.pc = 0;
            frame.line = 0;
            self.spare.push(frame);
        }
    }
}

/// Whether dropping that value does nothing.
#[inline(always)]
fn is_plain(value: &Value) -> bool {
    matches!(
        value,
        Value::Unbound | Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_)
    )
}

/// A clone: most values are plain ones.
#[inline(always)]
fn copied(value: &Value) -> Value {
    match value {
        Value::Int(value) => Value::Int(*value),
        Value::Float(value) => Value::Float(*value),
        Value::Function(function) => Value::Function(Rc::clone(function)),
        other => other.clone(),
    }
}

/// Drops a value: most own nothing.
#[inline(always)]
fn let_go(value: Value) {
    match is_plain(&value) {
        true => mem::forget(value),
        false => drop(value),
    }
}

/// Puts a value in the place of one that owns nothing.
#[inline(always)]
fn set_plain(place: &mut Value, value: Value) {
    mem::forget(mem::replace(place, value));
}

/// Takes leave of a value that owns nothing.
#[inline(always)]
fn forget_plain(value: Option<Value>) {
    mem::forget(value);
}

#[inline(always)]
fn plain_truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(value) => Some(*value),
        Value::Int(value) => Some(*value != 0),
        Value::None => Some(false),
        _ => None,
    }
}

/// What an operator gives for two numbers, both of which own nothing.
#[inline(always)]
fn numbers(op: BinaryOp, left: &Value, right: &Value) -> Option<Value> {
    match (op, left, right) {
        (BinaryOp::Add, Value::Int(a), Value::Int(b)) => a.checked_add(*b).map(Value::Int),
        (BinaryOp::And, Value::Int(a), Value::Int(b)) => Some(Value::Int(a & b)),
        (BinaryOp::Subtract, Value::Int(a), Value::Int(b)) => a.checked_sub(*b).map(Value::Int),
        _ => other_numbers(op, left, right),
    }
}

#[inline]
fn other_numbers(op: BinaryOp, left: &Value, right: &Value) -> Option<Value> {
    let (a, b) = match (left, right) {
        (Value::Int(a), Value::Int(b)) => return integers(op, *a, *b),
        (Value::Float(a), Value::Float(b)) => (*a, *b),
        (Value::Float(a), Value::Int(b)) => (*a, *b as f64),
        (Value::Int(a), Value::Float(b)) => (*a as f64, *b),
        _ => return None,
    };
    Some(Value::Float(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Subtract => a - b,
        BinaryOp::Multiply => a * b,
        BinaryOp::Divide if b != 0.0 => a / b,
        _ => return None,
    }))
}

#[inline]
fn integers(op: BinaryOp, a: i64, b: i64) -> Option<Value> {
    Some(Value::Int(match op {
        BinaryOp::Multiply => a.checked_mul(b)?,
        BinaryOp::FloorDivide if b > 0 => a.div_euclid(b),
        BinaryOp::Modulo if b > 0 => a.rem_euclid(b),
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::RightShift if (0..64).contains(&b) => a >> b,
        _ => return None,
    }))
}

/// What a comparison says of two numbers, both of which own nothing.
#[inline(always)]
fn compared(op: CompareOp, left: &Value, right: &Value) -> Option<bool> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Some(answer(op, a, b)),
        (Value::Float(a), Value::Float(b)) => Some(answer(op, a, b)),
        _ => None,
    }
}

#[inline(always)]
fn answer<T: PartialOrd>(op: CompareOp, a: &T, b: &T) -> bool {
    match op {
        CompareOp::Equal => a == b,
        CompareOp::NotEqual => a != b,
        CompareOp::Less => a < b,
        CompareOp::LessEqual => a <= b,
        CompareOp::Greater => a > b,
        CompareOp::GreaterEqual => a >= b,
    }
}
