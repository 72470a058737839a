//! The instructions that programs spend their time with, on the values that
//! they mostly meet. Whatever is out of the ordinary is left untouched to
//! [`Vm::execute`], which knows every case.

mod call;
mod number;
mod object;

use std::mem;
use std::rc::Rc;

use number::{compared, floats, integers};

use super::Vm;
use crate::python::code::{Op, Told, UnaryOp};
use crate::python::object::{Frame, Value};

impl Vm {
    /// Runs the current frame and the plain functions that it calls, up to an
    /// instruction that needs more; gives that, with `pc` behind it. Inlined,
    /// so that the crate `quick` compiles it for speed.
    #[inline(always)]
    pub fn quick(&mut self, frame: &mut Box<Frame>) -> Op {
        let may_stop = self.stepping || !self.breakpoints.is_empty();
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
                            put(&mut slots[slot as usize], value);
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
            // Hands on what an operator makes of two numbers. Each kind has its
            // own way: so it stays in registers until it is where it belongs.
            macro_rules! operate {
                ($op:expr, $left:expr, $right:expr, $value:ident => $then:block) => {
                    match ($left, $right) {
                        (Value::Int(left), Value::Int(right)) => {
                            if let Some(number) = integers($op, *left, *right) {
                                let $value = Value::Int(number);
                                $then
                            }
                        }
                        (left, right) => {
                            if let Some(number) = floats($op, left, right) {
                                let $value = Value::Float(number);
                                $then
                            }
                        }
                    }
                };
            }
            let op = loop {
                // Matched where it stands: each case reads what it needs of it.
                let op = &ops[pc];
                pc += 1;
                match *op {
                    Op::Line(line) => {
                        if !self.is_calm() {
                            break op;
                        }
                        if current.line != line {
                            if code.told != Told::Nothing {
                                if code.told == Told::Variables && self.recording.watches() {
                                    break op;
                                }
                                if may_stop && (self.stepping || self.breakpoints.contains(&line)) {
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
                        push_copy(slots, &code.constants[index as usize]);
                        continue;
                    }
                    Op::LoadLocal(slot) => match slots[slot as usize] {
                        Value::Unbound => {}
                        Value::Int(value) => {
                            slots.push(Value::Int(value));
                            continue;
                        }
                        ref value => {
                            let value = copied(value);
                            slots.push(value);
                            continue;
                        }
                    },
                    Op::StoreLocal(slot) => {
                        if let Some(value) = slots.pop() {
                            put(&mut slots[slot as usize], value);
                            continue;
                        }
                    }
                    Op::LoadGlobal(name) => {
                        let cache = code.caches[name as usize].get();
                        let globals = current.globals.table();
                        if cache.shape == globals.shape() {
                            let builtins = cache.builtin.then(|| self.builtins.table());
                            let names = builtins.as_ref().unwrap_or(&globals);
                            if let Some(entry) = names.at(cache.position as usize) {
                                push_copy(slots, &entry.value);
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
                        operate!(binary, left, right, value => {
                            pc += 2;
                            give!(value);
                        });
                    }
                    Op::ConstantOperand {
                        op: binary,
                        constant,
                    } => {
                        let right = &code.constants[usize::from(constant)];
                        if let Some(place) = slots.last_mut() {
                            operate!(binary, &*place, right, value => {
                                set_plain(place, value);
                                pc += 1;
                                continue;
                            });
                        }
                    }
                    Op::LocalOperand { op: binary, slot } => {
                        if let Some((place, locals)) = slots.split_last_mut() {
                            let right = &locals[usize::from(slot)];
                            operate!(binary, &*place, right, value => {
                                set_plain(place, value);
                                pc += 1;
                                continue;
                            });
                        }
                    }
                    Op::Binary(binary) | Op::InPlace(binary) => {
                        if let [.., left, right] = slots.as_slice() {
                            operate!(binary, left, right, value => {
                                forget_plain(slots.pop());
                                forget_plain(slots.pop());
                                give!(value);
                            });
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
                    Op::LoadCell(cell) => {
                        let value = copied(&current.cells[cell as usize].borrow());
                        if !matches!(value, Value::Unbound) {
                            slots.push(value);
                            continue;
                        }
                    }
                    Op::StoreCell(cell) => {
                        if let Some(value) = slots.pop() {
                            let_go(current.cells[cell as usize].replace(value));
                            continue;
                        }
                    }
                    Op::LoadAttribute(name) => {
                        if let Some(object) = slots.last_mut()
                            && let Some(value) =
                                object::attribute(object, &code.names[name as usize])
                        {
                            let_go(mem::replace(object, value));
                            continue;
                        }
                    }
                    Op::StoreAttribute(name) => {
                        if let [.., value, object] = slots.as_mut_slice()
                            && self.set_quickly(object, &code.names[name as usize], value)
                        {
                            let_go_top(slots);
                            let_go_top(slots);
                            continue;
                        }
                    }
                    Op::LoadMethod(name) => {
                        if let Some(object) = slots.last_mut()
                            && let Some(function) =
                                object::method(object, &code.names[name as usize])
                        {
                            let object = mem::replace(object, function);
                            slots.push(object);
                            continue;
                        }
                    }
                    Op::Subscript => {
                        if let [.., object, key] = slots.as_slice()
                            && let Some(value) = object::item(object, key)
                        {
                            let_go_top(slots);
                            let_go_top(slots);
                            give!(value);
                        }
                    }
                    Op::StoreSubscript => {
                        if let [.., value, object, key] = slots.as_mut_slice()
                            && object::set_item(object, key, value)
                        {
                            let_go_top(slots);
                            let_go_top(slots);
                            let_go_top(slots);
                            continue;
                        }
                    }
                    Op::Is(not) => {
                        if let [.., left, right] = slots.as_slice() {
                            let answer = left.is(right) != not;
                            let_go_top(slots);
                            let_go_top(slots);
                            slots.push(Value::Bool(answer));
                            continue;
                        }
                    }
                    Op::Unary(UnaryOp::Not) => {
                        if let Some(value) = slots.last_mut()
                            && let Some(answer) = plain_truth(value)
                        {
                            set_plain(value, Value::Bool(!answer));
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
                            false => return Op::Call(count),
                        }
                    }
                    Op::CallMethod(count) => {
                        current.pc = pc;
                        match self.enter_quickly(frame, count as usize + 1) {
                            true => continue 'frame,
                            false => return Op::CallMethod(count),
                        }
                    }
                    Op::Return => {
                        current.pc = pc;
                        match self.return_quickly(frame) {
                            true => continue 'frame,
                            false => return Op::Return,
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

/// Pushes a clone: most are written as what they are, without a detour.
#[inline(always)]
fn push_copy(slots: &mut Vec<Value>, value: &Value) {
    match value {
        Value::Int(value) => slots.push(Value::Int(*value)),
        Value::Function(function) => slots.push(Value::Function(Rc::clone(function))),
        other => slots.push(other.clone()),
    }
}

/// Puts a value in the place of another: most own nothing.
#[inline(always)]
fn put(place: &mut Value, value: Value) {
    match is_plain(place) {
        true => set_plain(place, value),
        false => drop(mem::replace(place, value)),
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

/// Takes the top value off and drops it.
#[inline(always)]
fn let_go_top(slots: &mut Vec<Value>) {
    if let Some(value) = slots.pop() {
        let_go(value);
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
