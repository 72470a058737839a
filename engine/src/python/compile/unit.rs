//! One body's bytecode as it grows.

use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::python::code::{Code, CodeKind, Op, Parameters, Told};
use crate::python::object::{Heap, Str, Value};
use crate::python::source::{Source, Span};

/// A place that jumps may name before it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(usize);

/// What a `break`, `continue` or `return` must undo on its way out.
#[derive(Clone)]
pub(super) enum Block<'a> {
    /// A loop: where `break` and `continue` go; a `for` keeps its iterator on
    /// the stack.
    Loop {
        exit: Label,
        next: Label,
        iterator: bool,
    },
    /// A `try` with handlers.
    Try,
    /// A `try` with a `finally`, whose body is written again at each way out.
    Finally(&'a [ruff_python_ast::Stmt]),
    /// Inside a handler: the exception handled before stands on the stack.
    Handler,
    /// Inside a handler that bound a name, to be unbound.
    HandlerName(String),
    /// Inside a `with`: its exit stands on the stack.
    With {
        asynchronous: bool,
        range: ruff_text_size::TextRange,
    },
}

pub(super) struct Unit<'a> {
    pub(super) scope: usize,
    pub(super) kind: CodeKind,
    pub(super) name: Rc<Str>,
    pub(super) qualified_name: Rc<Str>,
    pub(super) parameters: Parameters,
    pub(super) locals: Vec<Rc<Str>>,
    pub(super) cells: Vec<Rc<Str>>,
    pub(super) own_cells: u32,
    pub(super) cell_parameters: Vec<(u32, u32)>,
    pub(super) doc: Option<Rc<Str>>,
    pub(super) class_body: bool,
    pub(super) blocks: Vec<Block<'a>>,
    pub(super) spans: Vec<Span>,
    first_line: u32,
    names: Vec<Rc<Str>>,
    name_index: HashMap<*const Str, u32>,
    constants: Vec<Value>,
    constant_index: HashMap<ConstantKey, u32>,
    ops: Vec<Op>,
    labels: Vec<Option<u32>>,
    /// The line of the last instruction; 0 where several ways lead here.
    line: u32,
    /// What comes next is bookkeeping: it runs as part of whatever line ran
    /// before it, and begins none.
    pub(super) quiet: bool,
}

/// Constants that may be shared.
#[derive(PartialEq, Eq, Hash)]
enum ConstantKey {
    Int(i64),
    Float(u64),
    Str(*const Str),
    Other(u8),
}

impl Unit<'_> {
    pub(super) fn new(scope: usize, kind: CodeKind, first_line: u32) -> Self {
        let nameless = Rc::new(Str::new(&Heap::new(usize::MAX), ""));
        Unit {
            scope,
            kind,
            name: nameless.clone(),
            qualified_name: nameless,
            parameters: Parameters::default(),
            locals: Vec::new(),
            cells: Vec::new(),
            own_cells: 0,
            cell_parameters: Vec::new(),
            doc: None,
            class_body: false,
            blocks: Vec::new(),
            spans: Vec::new(),
            first_line,
            names: Vec::new(),
            name_index: HashMap::new(),
            constants: Vec::new(),
            constant_index: HashMap::new(),
            ops: Vec::new(),
            labels: Vec::new(),
            line: 0,
            quiet: false,
        }
    }

    pub(super) fn emit(&mut self, op: Op, span: Span, line: u32) {
        if line != self.line && !self.quiet {
            self.line = line;
            self.ops.push(Op::Line(line));
            self.spans.push(span);
        }
        self.ops.push(op);
        self.spans.push(span);
    }

    /// As [`Unit::bind`], inside an expression: all ways here come from its
    /// line.
    pub(super) fn bind_same_line(&mut self, label: Label) {
        self.labels[label.0] = Some(self.ops.len() as u32);
    }

    /// The next instruction begins a line, even the same one.
    pub(super) fn forget_line(&mut self) {
        self.line = 0;
    }

    pub(super) fn label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() - 1)
    }

    /// The label stands here.
    pub(super) fn bind(&mut self, label: Label) {
        self.labels[label.0] = Some(self.ops.len() as u32);
        self.line = 0;
    }

    /// A jump's operand, until [`Unit::finish`] knows better.
    pub(super) fn target(label: Label) -> u32 {
        label.0 as u32
    }

    pub(super) fn constant(&mut self, value: Value) -> u32 {
        let key = match &value {
            Value::Int(value) => ConstantKey::Int(*value),
            Value::Float(value) => ConstantKey::Float(value.to_bits()),
            Value::Str(text) => ConstantKey::Str(Rc::as_ptr(text)),
            Value::None => ConstantKey::Other(0),
            Value::Bool(false) => ConstantKey::Other(1),
            Value::Bool(true) => ConstantKey::Other(2),
            Value::Ellipsis => ConstantKey::Other(3),
            _ => {
                self.constants.push(value);
                return self.constants.len() as u32 - 1;
            }
        };
        let constants = &mut self.constants;
        *self.constant_index.entry(key).or_insert_with(|| {
            constants.push(value);
            constants.len() as u32 - 1
        })
    }

    pub(super) fn name_index(&mut self, name: Rc<Str>) -> u32 {
        let names = &mut self.names;
        *self.name_index.entry(Rc::as_ptr(&name)).or_insert_with(|| {
            names.push(name);
            names.len() as u32 - 1
        })
    }

    /// The finished code; `None` where it outgrew its numbers.
    pub(super) fn finish(mut self, source: &Rc<Source>) -> Option<Rc<Code>> {
        if self.constants.len() > usize::from(u16::MAX) || self.ops.len() > 1 << 24 {
            return None;
        }
        for op in &mut self.ops {
            if let Op::Jump(target)
            | Op::JumpBack(target)
            | Op::JumpIfFalse(target)
            | Op::JumpIfTrue(target)
            | Op::JumpIfNone(target)
            | Op::ForIter(target)
            | Op::Send(target)
            | Op::SetupTry(target)
            | Op::SetupTryBelow(target)
            | Op::JumpBackQuiet(target) = op
            {
                *target = self.labels[*target as usize]?;
            }
        }
        Code::fuse(&mut self.ops);
        let plain = self.kind == CodeKind::Plain
            && self.own_cells == 0
            && self.parameters.slots() == self.parameters.positional;
        let told = match self.kind {
            _ if source.library => Told::Nothing,
            CodeKind::Coroutine | CodeKind::AsyncGenerator => Told::Variables,
            _ if self.qualified_name.text() == "<module>" => Told::Variables,
            _ => Told::Lines,
        };
        let tries = |op: &Op| matches!(op, Op::SetupTry(_) | Op::SetupTryBelow(_));
        let bare =
            plain && !self.class_body && self.cells.is_empty() && !self.ops.iter().any(tries);
        Some(Rc::new(Code {
            told,
            bare,
            simple: plain.then_some(self.parameters.positional),
            caches: self.names.iter().map(|_| Cell::default()).collect(),
            name: self.name,
            qualified_name: self.qualified_name,
            kind: self.kind,
            source: source.clone(),
            first_line: self.first_line,
            parameters: self.parameters,
            locals: self.locals,
            cells: self.cells,
            own_cells: self.own_cells,
            cell_parameters: self.cell_parameters,
            names: self.names,
            constants: self.constants,
            ops: self.ops,
            spans: self.spans,
            doc: self.doc,
        }))
    }
}
