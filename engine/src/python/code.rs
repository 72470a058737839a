//! Bytecode: what the compiler writes and the machine runs.

use std::cell::Cell;
use std::rc::Rc;

use super::object::{Str, Value};
use super::source::{Source, Span};

/// One instruction. Jumps name the index of an instruction; `names`,
/// `constants` and slots are indexes into the [`Code`]'s tables.
///
/// Comments show the operand stack before and after, top to the right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Op {
    // What `vm::quick` does: first and side by side, so that one table of
    // jumps finds them.
    /// A line of the program begins: here the machine may stop.
    Line(u32),
    /// `-> value`
    Constant(u32),
    LoadLocal(u32),
    StoreLocal(u32),
    LoadGlobal(u32),
    StoreGlobal(u32),
    Pop,
    Binary(BinaryOp),
    InPlace(BinaryOp),
    Compare(CompareOp),
    Jump(u32),
    /// A jump to an earlier place: the machine may stop here.
    JumpBack(u32),
    /// The same inside an expression: no line begins.
    JumpBackQuiet(u32),
    /// `value ->`
    JumpIfFalse(u32),
    JumpIfTrue(u32),
    /// `iterator -> iterator item`, or `->` and a jump at its end.
    ForIter(u32),
    /// `callable args.. -> result`
    Call(u32),
    /// `function self args.. -> result`, after [`Op::LoadMethod`].
    CallMethod(u32),
    Return,

    // What [`Code::fuse`] puts in the place of the first instruction of a row,
    // and does all of the row.
    /// [`Op::LoadLocal`], [`Op::Constant`], [`Op::Binary`]
    LocalConstant {
        op: BinaryOp,
        slot: u16,
        constant: u16,
    },
    /// [`Op::LoadLocal`], [`Op::Constant`], [`Op::Compare`]
    LocalConstantCompare {
        op: CompareOp,
        slot: u16,
        constant: u16,
    },
    /// [`Op::LoadLocal`], [`Op::Binary`]
    LocalOperand {
        op: BinaryOp,
        slot: u16,
    },
    /// [`Op::Constant`], [`Op::Binary`]
    ConstantOperand {
        op: BinaryOp,
        constant: u16,
    },

    // The others.
    Nop,
    DeleteLocal(u32),
    /// The contents of a cell: a variable shared with an inner function.
    LoadCell(u32),
    StoreCell(u32),
    DeleteCell(u32),
    /// The cell itself, for [`Op::MakeFunction`].
    PushCell(u32),
    /// In a class body: the namespace's name, else the cell.
    LoadClassCell(u32),
    DeleteGlobal(u32),
    /// In a class body: its namespace, else globals, else builtins.
    LoadName(u32),
    StoreName(u32),
    DeleteName(u32),
    /// `object -> value`
    LoadAttribute(u32),
    /// `value object ->`
    StoreAttribute(u32),
    /// `object ->`
    DeleteAttribute(u32),
    /// `object -> function self`, or `unbound value` where it is no method.
    LoadMethod(u32),
    /// `object key -> value`
    Subscript,
    /// `value object key ->`
    StoreSubscript,
    /// `object key ->`
    DeleteSubscript,
    /// Copies the value `n` places down (1 is the top).
    Copy(u32),
    /// Exchanges the top with the value `n` places down (2 is the next).
    Swap(u32),

    Unary(UnaryOp),
    /// `a b -> bool`
    Is(bool),
    /// `item container -> bool`; true inverts.
    Contains(bool),
    /// `value -> value`
    JumpIfNone(u32),

    BuildTuple(u32),
    BuildList(u32),
    BuildSet,
    /// `set -> set`, in the order that it has as a constant of CPython's.
    ConstantSet,
    /// Pairs of key and value.
    BuildMap(u32),
    /// Two or three parts.
    BuildSlice(u32),
    BuildString(u32),
    /// `.. list .. item -> .. list ..`: the list is `n` places below the item.
    ListAppend(u32),
    SetAdd(u32),
    /// `set iterable -> set`
    SetUpdate,
    /// `.. dict .. key value -> .. dict ..`
    MapAdd(u32),
    ListToTuple,
    /// `dict mapping -> dict`: for `{**mapping}`.
    DictUpdate,
    /// `callable dict mapping -> callable dict`: for `f(**mapping)`, where a
    /// key must be new.
    DictMerge,
    /// `value [spec] -> text`
    Format {
        conversion: Conversion,
        spec: bool,
    },

    GetIter,
    /// The same for `*iterable`, whose error has other words.
    GetIterStar,
    /// The same for `callee(*iterable)`: the callee is second under it.
    GetIterCall,
    /// `sequence -> last .. first`
    Unpack(u32),
    /// With a starred target after `before` others and before `after`.
    UnpackStar {
        before: u16,
        after: u16,
    },
    /// `callable args.. keyword-values.. -> result`; the names are a constant.
    CallKeywords {
        count: u16,
        names: u16,
    },
    /// `callable tuple [dict] -> result`
    CallSpread(bool),
    /// `[defaults] [keyword-defaults] [cells] -> function`; the code is a
    /// constant.
    MakeFunction {
        code: u16,
        parts: u16,
    },
    /// `body-function name bases.. -> class`: `count` includes the keywords
    /// of `names`.
    BuildClass {
        count: u16,
        names: u16,
    },
    /// `body-function name tuple [dict] -> class`
    BuildClassSpread(bool),

    /// `iterable-of-coroutine -> iterator`, for `await`.
    GetAwaitable,
    /// `iterable -> iterator`, for `yield from`.
    GetYieldFrom,
    /// `iterator value -> iterator yielded`, or `-> result` and a jump at its
    /// end.
    Send(u32),
    /// `value -> sent`: the frame goes to sleep.
    Yield,
    /// Asynchronous generators wrap what they yield, to tell it from an await.
    YieldAsync,
    GetAsyncIter,
    /// `async-iterator -> async-iterator awaitable`
    GetAsyncNext,
    /// `async-iterator exception ->` where it is `StopAsyncIteration`, else
    /// raises it again.
    EndAsyncFor,

    /// `0`: again; `1`: exception; `2`: exception and its cause.
    Raise(u32),
    /// An exception raised from here on goes to that place, with the operand
    /// stack cut to its present height.
    SetupTry(u32),
    /// The same, but cut one lower: below a value about to be stored.
    SetupTryBelow(u32),
    /// The innermost [`Op::SetupTry`] is over.
    PopTry,
    /// `exception -> previous`: a handler begins; the exception is now the one
    /// being handled.
    PushException,
    /// `previous ->`: the handler is over.
    PopException,
    /// `-> exception`: the one being handled.
    LoadException,
    /// `type -> bool`: does it match the one being handled?
    ExceptionMatches,
    /// `exception ->`: the same exception goes on its way.
    Reraise,
    /// `rest type -> rest match-or-None`, for `except*`.
    ExceptionGroupMatch,
    /// `raised-list rest -> exception-or-None`, at the end of `except*`.
    ExceptionGroupRest,
    LoadAssertionError,

    /// `manager -> exit enter`: both bound, neither called.
    BeforeWith,
    BeforeAsyncWith,
    /// `exit previous -> exit previous result`: calls the manager's exit with
    /// the exception being handled.
    ExitWithException,

    /// `-> module`
    ImportName(u32),
    /// `module -> module value`
    ImportFrom(u32),
    /// `module ->`
    ImportStar,

    /// `subject -> subject bool`
    MatchSequence,
    MatchMapping,
    /// `subject keys -> subject keys values-or-None`
    MatchKeys,
    /// `subject class names -> values-or-None`; `n` positional patterns.
    MatchClass(u32),
    /// `subject -> subject length`
    Length,
    /// `subject keys -> rest`: a dict without those keys.
    MatchRest,
    /// A name whose value is kept only for annotations.
    StoreAnnotation(u32),
}

impl Op {
    /// The first instruction of a fused row; any other is its own.
    pub fn first(self) -> Op {
        match self {
            Op::LocalConstant { slot, .. }
            | Op::LocalConstantCompare { slot, .. }
            | Op::LocalOperand { slot, .. } => Op::LoadLocal(slot.into()),
            Op::ConstantOperand { constant, .. } => Op::Constant(constant.into()),
            other => other,
        }
    }

    /// What does a row that begins with those three, or with the first two of
    /// them.
    fn fused(row: [Option<Op>; 3]) -> Option<Op> {
        Some(match row {
            [
                Some(Op::LoadLocal(slot)),
                Some(Op::Constant(constant)),
                last,
            ] => {
                let (slot, constant) = (slot.try_into().ok()?, constant.try_into().ok()?);
                match last? {
                    Op::Binary(op) | Op::InPlace(op) => Op::LocalConstant { op, slot, constant },
                    Op::Compare(op) => Op::LocalConstantCompare { op, slot, constant },
                    _ => return None,
                }
            }
            [
                Some(Op::LoadLocal(slot)),
                Some(Op::Binary(op) | Op::InPlace(op)),
                _,
            ] => {
                let slot = slot.try_into().ok()?;
                Op::LocalOperand { op, slot }
            }
            [
                Some(Op::Constant(constant)),
                Some(Op::Binary(op) | Op::InPlace(op)),
                _,
            ] => {
                let constant = constant.try_into().ok()?;
                Op::ConstantOperand { op, constant }
            }
            _ => return None,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    Not,
    Negative,
    Positive,
    Invert,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    Add,
    Subtract,
    Multiply,
    MatrixMultiply,
    Divide,
    FloorDivide,
    Modulo,
    Power,
    LeftShift,
    RightShift,
    And,
    Or,
    Xor,
}

impl BinaryOp {
    /// As the program writes it: `+`.
    pub fn symbol(self) -> &'static str {
        match self {
            BinaryOp::Add => "+",
            BinaryOp::Subtract => "-",
            BinaryOp::Multiply => "*",
            BinaryOp::MatrixMultiply => "@",
            BinaryOp::Divide => "/",
            BinaryOp::FloorDivide => "//",
            BinaryOp::Modulo => "%",
            BinaryOp::Power => "**",
            BinaryOp::LeftShift => "<<",
            BinaryOp::RightShift => ">>",
            BinaryOp::And => "&",
            BinaryOp::Or => "|",
            BinaryOp::Xor => "^",
        }
    }

    /// The middle of the special methods' names: `add` of `__radd__`.
    pub fn method(self) -> &'static str {
        match self {
            BinaryOp::Add => "add",
            BinaryOp::Subtract => "sub",
            BinaryOp::Multiply => "mul",
            BinaryOp::MatrixMultiply => "matmul",
            BinaryOp::Divide => "truediv",
            BinaryOp::FloorDivide => "floordiv",
            BinaryOp::Modulo => "mod",
            BinaryOp::Power => "pow",
            BinaryOp::LeftShift => "lshift",
            BinaryOp::RightShift => "rshift",
            BinaryOp::And => "and",
            BinaryOp::Or => "or",
            BinaryOp::Xor => "xor",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareOp {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
}

impl CompareOp {
    pub fn symbol(self) -> &'static str {
        match self {
            CompareOp::Equal => "==",
            CompareOp::NotEqual => "!=",
            CompareOp::Less => "<",
            CompareOp::LessEqual => "<=",
            CompareOp::Greater => ">",
            CompareOp::GreaterEqual => ">=",
        }
    }

    pub fn method(self) -> &'static str {
        match self {
            CompareOp::Equal => "__eq__",
            CompareOp::NotEqual => "__ne__",
            CompareOp::Less => "__lt__",
            CompareOp::LessEqual => "__le__",
            CompareOp::Greater => "__gt__",
            CompareOp::GreaterEqual => "__ge__",
        }
    }

    /// The same question asked from the other side.
    pub fn swapped(self) -> CompareOp {
        match self {
            CompareOp::Less => CompareOp::Greater,
            CompareOp::LessEqual => CompareOp::GreaterEqual,
            CompareOp::Greater => CompareOp::Less,
            CompareOp::GreaterEqual => CompareOp::LessEqual,
            same => same,
        }
    }
}

/// The parts that [`Op::MakeFunction`] finds on the stack, as bits.
pub mod function_parts {
    pub const DEFAULTS: u16 = 1;
    pub const KEYWORD_DEFAULTS: u16 = 2;
    pub const CELLS: u16 = 4;
    pub const ANNOTATIONS: u16 = 8;
}

/// What calling a function gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    /// Runs it.
    Plain,
    Generator,
    Coroutine,
    AsyncGenerator,
}

/// What the log is told of the frames of some code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Of the library's own.
    Nothing,
    /// The lines that are reached.
    Lines,
    /// Also what variables hold: those of coroutines and the program's own.
    Variables,
}

/// How a function takes its arguments. Slots come in this order: positional
/// (the first `positional_only` without a keyword), keyword-only, `*args`,
/// `**kwargs`.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    pub positional_only: u32,
    pub positional: u32,
    pub keyword_only: u32,
    pub rest: bool,
    pub keywords: bool,
}

impl Parameters {
    /// How many slots they fill.
    pub fn slots(&self) -> u32 {
        self.positional + self.keyword_only + u32::from(self.rest) + u32::from(self.keywords)
    }
}

/// Where a name was found, to be asked there first the next time.
#[derive(Clone, Copy, Debug, Default)]
pub struct GlobalCache {
    /// The shape of the globals when it was found; 0 is none.
    pub shape: u32,
    pub position: u32,
    pub builtin: bool,
}

/// A compiled body: of a module, function, class or comprehension.
pub struct Code {
    pub name: Rc<Str>,
    /// With the places it stands in: `main.<locals>.tarea`.
    pub qualified_name: Rc<Str>,
    pub kind: CodeKind,
    pub source: Rc<Source>,
    /// The line of its `def`, counted from 1.
    pub first_line: u32,
    pub parameters: Parameters,
    /// Names of the slots: parameters first.
    pub locals: Vec<Rc<Str>>,
    /// Names of the variables that inner functions share; those of this
    /// function first, then those it got from outside.
    pub cells: Vec<Rc<Str>>,
    /// How many of `cells` are this function's own.
    pub own_cells: u32,
    /// Own cells that begin as a parameter: (cell, slot).
    pub cell_parameters: Vec<(u32, u32)>,
    pub names: Vec<Rc<Str>>,
    pub constants: Vec<Value>,
    pub ops: Vec<Op>,
    /// For each instruction, the text it comes from.
    pub spans: Vec<Span>,
    pub told: Told,
    /// Whether its frames hold slots and nothing else: neither cells nor
    /// a namespace, and no `try` is ever open in them.
    pub bare: bool,
    /// How many arguments fill its frame just as they come, where it is a
    /// plain function that takes no others.
    pub simple: Option<u32>,
    /// For each name, where it was found.
    pub caches: Vec<Cell<GlobalCache>>,
    /// A function's docstring.
    pub doc: Option<Rc<Str>>,
}

impl Code {
    /// Has common rows of instructions begin with one that does them all. The
    /// others stay where they are: for jumps into the row, and for values that
    /// the one cannot work on. A jump to a return returns.
    pub fn fuse(ops: &mut [Op]) {
        for at in 0..ops.len() {
            if let Op::Jump(target) = ops[at]
                && let Some(Op::Return) = ops.get(target as usize)
            {
                ops[at] = Op::Return;
            }
            let row = [0, 1, 2].map(|after| ops.get(at + after).copied());
            if let Some(fused) = Op::fused(row) {
                ops[at] = fused;
            }
        }
    }

    /// The line, counted from 1, of the instruction at `pc`.
    pub fn line(&self, pc: usize) -> u32 {
        match self.spans.get(pc) {
            Some(span) => self.source.line(span.start),
            None => self.first_line,
        }
    }
}
