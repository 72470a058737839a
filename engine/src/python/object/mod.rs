//! Python's values.

mod class;
mod containers;
mod disband;
mod function;
mod generator;
pub mod heap;
mod instance;
mod iterator;
mod key;
mod slots;
mod table;
mod text;

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

pub use class::{Class, Construct, Layout};
pub use containers::{Bytes, Dict, List, Range, Set, Slice, Tuple, View, ViewKind};
pub(crate) use disband::disband;
pub use function::{
    Args, BoundMethod, Descriptor, DescriptorKind, Flow, Function, Module, Native, NativeFn, Super,
    Then, Wish,
};
pub use generator::{Frame, Generator, GeneratorState, TryBlock, awaits};
pub use heap::{Charge, Heap, Orphan};
pub use instance::{Attributes, Body, ExceptionBody, Instance, Origin, TraceEntry};
pub use iterator::{AsyncStep, Iter, IterKind};
pub use key::combined_hash;
pub use table::{Entry, Table};
pub use text::{Str, hash_bytes};

use crate::asyncio::Future;

/// A variable shared between functions.
pub type CellRef = Rc<std::cell::RefCell<Value>>;

/// Any Python value. Cheap to clone.
///
/// What kind it is takes a whole word: a value that was just written is moved
/// by words, and a processor waits where it must put a word together from a
/// byte here and what stood around it. A loop takes half as long by this.
#[derive(Clone, Default)]
#[repr(u64)]
pub enum Value {
    /// No value: an unset variable. Never seen by a program.
    Unbound,
    #[default]
    None,
    NotImplemented,
    Ellipsis,
    Bool(bool),
    Int(i64),
    /// Always outside the range of `i64`.
    BigInt(Rc<BigInt>),
    Float(f64),
    Str(Rc<Str>),
    Bytes(Rc<Bytes>),
    Tuple(Rc<Tuple>),
    List(Rc<List>),
    Dict(Rc<Dict>),
    Set(Rc<Set>),
    Range(Rc<Range>),
    Slice(Rc<Slice>),
    View(Rc<View>),
    Function(Rc<Function>),
    Native(&'static Native),
    BoundMethod(Rc<BoundMethod>),
    Descriptor(Rc<Descriptor>),
    Super(Rc<Super>),
    Class(Rc<Class>),
    Instance(Rc<Instance>),
    Generator(Rc<Generator>),
    Iter(Rc<Iter>),
    Module(Rc<Module>),
    Future(Rc<Future>),
    /// A variable's cell, on its way into a function.
    Cell(CellRef),
    /// Compiled code, on its way into a function.
    Code(Rc<super::code::Code>),
}

impl Value {
    /// An integer, in the smaller form where it fits.
    pub fn int(value: BigInt) -> Value {
        match value.to_i64() {
            Some(small) => Value::Int(small),
            None => Value::BigInt(Rc::new(value)),
        }
    }

    /// `is`.
    pub fn is(&self, other: &Value) -> bool {
        use Value::*;
        match (self, other) {
            (Unbound, Unbound) | (None, None) | (NotImplemented, NotImplemented) => true,
            (Ellipsis, Ellipsis) => true,
            (Bool(a), Bool(b)) => a == b,
            (Int(a), Int(b)) => a == b,
            (Float(a), Float(b)) => a.to_bits() == b.to_bits(),
            (BigInt(a), BigInt(b)) => Rc::ptr_eq(a, b),
            (Str(a), Str(b)) => Rc::ptr_eq(a, b),
            (Bytes(a), Bytes(b)) => Rc::ptr_eq(a, b),
            (Tuple(a), Tuple(b)) => Rc::ptr_eq(a, b) || (a.items.is_empty() && b.items.is_empty()),
            (List(a), List(b)) => Rc::ptr_eq(a, b),
            (Dict(a), Dict(b)) => Rc::ptr_eq(a, b),
            (Set(a), Set(b)) => Rc::ptr_eq(a, b),
            (Range(a), Range(b)) => Rc::ptr_eq(a, b),
            (Slice(a), Slice(b)) => Rc::ptr_eq(a, b),
            (View(a), View(b)) => Rc::ptr_eq(a, b),
            (Function(a), Function(b)) => Rc::ptr_eq(a, b),
            (Native(a), Native(b)) => std::ptr::eq(*a, *b),
            (BoundMethod(a), BoundMethod(b)) => Rc::ptr_eq(a, b),
            (Descriptor(a), Descriptor(b)) => Rc::ptr_eq(a, b),
            (Super(a), Super(b)) => Rc::ptr_eq(a, b),
            (Class(a), Class(b)) => Rc::ptr_eq(a, b),
            (Instance(a), Instance(b)) => Rc::ptr_eq(a, b),
            (Generator(a), Generator(b)) => Rc::ptr_eq(a, b),
            (Iter(a), Iter(b)) => Rc::ptr_eq(a, b),
            (Module(a), Module(b)) => Rc::ptr_eq(a, b),
            (Future(a), Future(b)) => Rc::ptr_eq(a, b),
            (Cell(a), Cell(b)) => Rc::ptr_eq(a, b),
            (Code(a), Code(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }

    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// The text, where it is a `str` (or an instance of a class made from it).
    pub fn as_str(&self) -> Option<&Rc<Str>> {
        match self.native() {
            Value::Str(text) => Some(text),
            _ => None,
        }
    }

    /// The value that natives work on: a class derived from a builtin one
    /// keeps that inside its instances.
    pub fn native(&self) -> &Value {
        match self {
            Value::Instance(instance) => match &instance.body {
                Body::Native(value) => value,
                _ => self,
            },
            _ => self,
        }
    }

    /// An integer that fits, also from a bool.
    pub fn as_small_int(&self) -> Option<i64> {
        match self.native() {
            Value::Int(value) => Some(*value),
            Value::Bool(value) => Some(i64::from(*value)),
            _ => None,
        }
    }

    /// Any integer, also from a bool.
    pub fn as_big_int(&self) -> Option<BigInt> {
        match self.native() {
            Value::Int(value) => Some(BigInt::from(*value)),
            Value::Bool(value) => Some(BigInt::from(u8::from(*value))),
            Value::BigInt(value) => Some((**value).clone()),
            _ => None,
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Value::Bool(value)
    }
}
impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Value::Int(value)
    }
}
impl From<usize> for Value {
    fn from(value: usize) -> Self {
        Value::Int(value as i64)
    }
}
impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Value::Float(value)
    }
}
impl From<Rc<Str>> for Value {
    fn from(value: Rc<Str>) -> Self {
        Value::Str(value)
    }
}

const _: () = assert!(size_of::<Option<Value>>() == 16);
