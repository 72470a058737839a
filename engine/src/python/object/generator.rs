//! Frames, and what sleeps between two of their steps.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::{CellRef, Charge, Dict, Heap, Origin, Orphan, Str, Then, Value};
use crate::asyncio::LoopId;
use crate::python::code::{Code, CodeKind};
use crate::python::fault::Exception;
use crate::trace::CoroutineId;

/// A `try` in progress.
#[derive(Clone, Copy)]
pub struct TryBlock {
    /// The handler's first instruction.
    pub target: u32,
    /// How many slots stay.
    pub slots: usize,
}

/// A call in progress.
pub struct Frame {
    pub code: Rc<Code>,
    /// The next instruction.
    pub pc: usize,
    /// Local variables, then the operand stack.
    pub slots: Vec<Value>,
    pub cells: Vec<CellRef>,
    pub globals: Rc<Dict>,
    /// A class body's own names.
    pub namespace: Option<Rc<Dict>>,
    /// Where exceptions go, the innermost `try` last.
    pub tries: Vec<TryBlock>,
    /// The exception that the innermost `except` is handling.
    pub handled: Option<Exception>,
    /// The line last reached, from 1.
    pub line: u32,
    /// What its caller does with the result.
    pub then: Then,
    /// The generator or coroutine whose body this is.
    pub generator: Option<Rc<Generator>>,
}

impl Frame {
    /// A frame at the beginning of its code.
    pub fn new(code: Rc<Code>, globals: Rc<Dict>) -> Box<Frame> {
        Box::new(Frame {
            code,
            pc: 0,
            slots: Vec::new(),
            cells: Vec::new(),
            globals,
            namespace: None,
            tries: Vec::new(),
            handled: None,
            line: 0,
            then: Then::Push,
            generator: None,
        })
    }

    #[inline]
    pub fn push(&mut self, value: Value) {
        self.slots.push(value);
    }

    /// The top of the operand stack. The compiler never takes more than it
    /// put there.
    #[inline]
    pub fn pop(&mut self) -> Value {
        self.slots.pop().unwrap_or(Value::Unbound)
    }

    /// The value `n` places from the top: 1 is the top.
    #[inline]
    pub fn peek(&self, n: usize) -> &Value {
        &self.slots[self.slots.len() - n]
    }

    /// What it holds, to be dropped.
    pub fn into_values(self) -> Vec<Value> {
        let mut values = self.slots;
        values.extend(self.cells.into_iter().map(Value::Cell));
        values.extend(self.generator.map(Value::Generator));
        values.extend(self.namespace.map(Value::Dict));
        values
    }

    /// Takes the top `n` values off, in the order they were pushed.
    pub fn pop_many(&mut self, n: usize) -> Vec<Value> {
        self.slots.split_off(self.slots.len() - n)
    }
}

/// Where a generator or coroutine stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorState {
    Created,
    Suspended,
    Running,
    Closed,
}

/// A generator, coroutine or asynchronous generator.
pub struct Generator {
    pub kind: CodeKind,
    pub code: Rc<Code>,
    pub name: RefCell<Rc<Str>>,
    pub qualified_name: RefCell<Rc<Str>>,
    pub state: Cell<GeneratorState>,
    /// Its body, while nobody runs it.
    pub frame: RefCell<Option<Box<Frame>>>,
    /// Its number in the log, where it is a coroutine of the program's.
    pub id: Option<CoroutineId>,
    /// Of an asynchronous generator: the loop that is to close it.
    pub home: Cell<Option<LoopId>>,
    /// Of a coroutine: where it was created, in debug mode.
    pub origin: Option<Origin>,
    pub charge: Charge,
}

impl Generator {
    /// Of an asynchronous generator: a step has begun and is not over.
    pub fn is_in_step(&self) -> bool {
        self.state.get() == GeneratorState::Running || self.awaited().is_some()
    }

    /// Where a suspended body waits for another: the awaited iterator.
    pub fn awaited(&self) -> Option<Value> {
        let frame = self.frame.borrow();
        let frame = frame.as_ref()?;
        awaits(frame).then(|| frame.peek(1).clone())
    }
}

/// Whether a sleeping frame stands at an `await` or `yield from`.
pub fn awaits(frame: &Frame) -> bool {
    use crate::python::code::Op;
    frame.pc >= 2
        && frame.code.ops[frame.pc - 1] == Op::Yield
        && matches!(frame.code.ops[frame.pc - 2], Op::Send(_))
}

impl Drop for Generator {
    fn drop(&mut self) {
        let Some(frame) = self.frame.take() else {
            return;
        };
        let heap = self.charge.heap().clone();
        let unawaited =
            self.kind == CodeKind::Coroutine && self.state.get() == GeneratorState::Created;
        let unfinished = self.state.get() == GeneratorState::Suspended && !frame.tries.is_empty();
        if (unawaited || unfinished) && !heap.is_closing() {
            heap.orphan(Orphan::Generator(Generator {
                kind: self.kind,
                code: self.code.clone(),
                name: RefCell::new(self.name.borrow().clone()),
                qualified_name: RefCell::new(self.qualified_name.borrow().clone()),
                state: self.state.clone(),
                frame: RefCell::new(Some(frame)),
                id: self.id,
                home: self.home.clone(),
                origin: self.origin.clone(),
                charge: heap.charge(0),
            }));
        } else {
            heap.bury(frame.into_values());
        }
    }
}

/// What a sleeping generator costs.
pub fn cost(frame: &Frame) -> usize {
    size_of::<Generator>() + size_of::<Frame>() + frame.slots.capacity() * size_of::<Value>()
}

impl Generator {
    pub fn new(
        heap: &Heap,
        kind: CodeKind,
        name: Rc<Str>,
        qualified_name: Rc<Str>,
        frame: Box<Frame>,
        id: Option<CoroutineId>,
    ) -> Self {
        Generator {
            kind,
            code: frame.code.clone(),
            name: RefCell::new(name),
            qualified_name: RefCell::new(qualified_name),
            state: Cell::new(GeneratorState::Created),
            charge: heap.charge(cost(&frame)),
            frame: RefCell::new(Some(frame)),
            id,
            home: Cell::new(None),
            origin: None,
        }
    }
}
