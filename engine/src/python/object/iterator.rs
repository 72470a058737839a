//! The engine's own iterators: none of them ever runs Python code.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::{Bytes, Charge, Dict, Generator, Heap, List, Range, Set, Str, Tuple, Value, ViewKind};
use crate::asyncio::Future;
use crate::python::fault::{Exception, Fault, Kind, Try};

pub struct Iter {
    pub kind: RefCell<IterKind>,
    /// The index of the next item.
    next: Cell<usize>,
    charge: Charge,
}

pub enum IterKind {
    /// Nothing more will come.
    Done,
    List(Rc<List>),
    ReversedList(Rc<List>),
    Tuple(Rc<Tuple>),
    Str(Rc<Str>, /** the byte of the next character */ usize),
    Bytes(Rc<Bytes>),
    Range(Range, /** its length */ usize),
    Dict(
        Rc<Dict>,
        ViewKind,
        /** length when it began */ usize,
        /** items still to come */ usize,
    ),
    ReversedDict(Rc<Dict>, ViewKind),
    Set(Rc<Set>, usize),
    /// Items that were counted out beforehand.
    Values(std::vec::IntoIter<Value>),
    Enumerate(Rc<Iter>, i64),
    Zip(Vec<Rc<Iter>>, /** strict */ bool),
    /// `await future`: the future itself once, then its result.
    Future(Rc<Future>),
    /// One step of an asynchronous generator, until it is awaited to its end.
    AsyncStep(AsyncStep),
    /// `coroutine.__await__()`: the coroutine as an iterator.
    Coroutine(Rc<Generator>),
    /// A bare `yield` to the event loop: `await asyncio.sleep(0)`.
    Turn,
}

/// What an awaited step of an asynchronous generator begins with.
pub struct AsyncStep {
    pub generator: Rc<Generator>,
    /// Taken when it begins.
    pub input: Option<Result<Value, Exception>>,
    /// `aclose()`: the end is no error.
    pub closing: bool,
}

impl From<Range> for IterKind {
    fn from(range: Range) -> Self {
        IterKind::Range(range, range.len())
    }
}

impl Iter {
    pub fn new(heap: &Heap, kind: IterKind) -> Self {
        Iter {
            kind: RefCell::new(kind),
            next: Cell::new(0),
            charge: heap.charge(size_of::<Iter>()),
        }
    }

    /// How many iterators an item comes through.
    pub fn weight(&self) -> usize {
        1 + match &*self.kind.borrow() {
            IterKind::Enumerate(inner, _) => inner.weight(),
            IterKind::Zip(inner, _) => inner.iter().map(|inner| inner.weight()).sum(),
            _ => 0,
        }
    }

    /// How many more items will come, where that is known.
    pub fn remaining(&self) -> Option<usize> {
        let done = self.next.get();
        Some(match &*self.kind.borrow() {
            IterKind::List(list) => list.len().saturating_sub(done),
            IterKind::Tuple(tuple) => tuple.items.len() - done,
            IterKind::Range(_, length) => length - done,
            IterKind::Values(values) => values.len(),
            _ => return None,
        })
    }

    /// About how many items it takes to come to the end, those of the
    /// iterators that it goes over included; 0 where that is not known.
    pub fn work_left(&self) -> usize {
        let done = self.next.get();
        match &*self.kind.borrow() {
            // Each letter becomes a text of its own.
            IterKind::Str(text, byte) => 2 * (text.text().len() - byte),
            IterKind::Bytes(bytes) => bytes.bytes.len() - done,
            IterKind::ReversedList(list) => list.len().saturating_sub(done),
            IterKind::Dict(_, _, _, left) => *left,
            IterKind::Set(_, length) => *length,
            IterKind::Enumerate(inner, _) => 2 * inner.work_left(),
            IterKind::Zip(inner, _) => {
                let shortest = inner.iter().map(|inner| inner.work_left()).min();
                (1 + inner.len()) * shortest.unwrap_or(0)
            }
            _ => self.remaining().unwrap_or(0),
        }
    }

    /// The next item of the kinds that most loops go over; `None` where
    /// [`Iter::advance`] must be asked.
    #[inline]
    pub fn quick_next(&self) -> Option<Value> {
        let at = self.next.get();
        let item = match &*self.kind.borrow() {
            IterKind::Range(range, length) if at < *length => Value::Int(range.get(at)),
            IterKind::List(list) => list.get(at)?,
            _ => return None,
        };
        self.next.set(at + 1);
        Some(item)
    }

    /// The next item, or `None` at the end.
    pub fn advance(&self) -> Try<Option<Value>> {
        let at = self.next.get();
        let item = match &mut *self.kind.borrow_mut() {
            IterKind::Done => None,
            IterKind::List(list) => list.get(at),
            IterKind::ReversedList(list) => list
                .len()
                .checked_sub(at + 1)
                .and_then(|index| list.get(index)),
            IterKind::Tuple(tuple) => tuple.items.get(at).cloned(),
            IterKind::Str(text, byte) => text.text()[*byte..].chars().next().map(|character| {
                *byte += character.len_utf8();
                Value::Str(Rc::new(Str::new(self.charge.heap(), character.to_string())))
            }),
            IterKind::Bytes(bytes) => bytes.bytes.get(at).map(|&byte| Value::Int(byte.into())),
            IterKind::Range(range, length) => (at < *length).then(|| Value::Int(range.get(at))),
            IterKind::Dict(dict, kind, length, left) => {
                let table = dict.table();
                if table.len() != *length {
                    return Err(changed("dictionary changed size"));
                }
                match table.next(at) {
                    Some(_) if *left == 0 => return Err(changed("dictionary keys changed")),
                    Some((entry, next)) => {
                        *left -= 1;
                        // Left one short: it is moved on below.
                        self.next.set(next - 1);
                        Some(self.view(*kind, entry.key.clone(), entry.value.clone()))
                    }
                    None => None,
                }
            }
            IterKind::ReversedDict(dict, kind) => {
                let table = dict.table();
                let entry = table.iter().rev().nth(at);
                entry.map(|entry| self.view(*kind, entry.key.clone(), entry.value.clone()))
            }
            IterKind::Set(set, length) => {
                let table = set.table();
                if table.len() != *length {
                    return Err(changed("Set changed size"));
                }
                match table.next(at) {
                    Some((entry, next)) => {
                        self.next.set(next - 1);
                        Some(entry.key.clone())
                    }
                    None => None,
                }
            }
            IterKind::Values(values) => values.next(),
            IterKind::Enumerate(inner, start) => match inner.advance()? {
                Some(item) => {
                    let index = Value::Int(*start + at as i64);
                    Some(self.tuple(vec![index, item]))
                }
                None => None,
            },
            IterKind::Zip(inner, strict) => self.zip(inner, *strict)?,
            IterKind::Future(_)
            | IterKind::Turn
            | IterKind::AsyncStep(_)
            | IterKind::Coroutine(_) => return Err(Fault::NeedsPython),
        };
        match item {
            Some(item) => {
                self.next.set(self.next.get() + 1);
                Ok(Some(item))
            }
            None => {
                *self.kind.borrow_mut() = IterKind::Done;
                Ok(None)
            }
        }
    }

    fn zip(&self, inner: &[Rc<Iter>], strict: bool) -> Try<Option<Value>> {
        let mut items = Vec::with_capacity(inner.len());
        for (index, iter) in inner.iter().enumerate() {
            match iter.advance()? {
                Some(item) => items.push(item),
                None if !strict => return Ok(None),
                None if index > 0 => return Err(uneven(index, "shorter")),
                None => {
                    for (index, iter) in inner.iter().enumerate().skip(1) {
                        if iter.advance()?.is_some() {
                            return Err(uneven(index, "longer"));
                        }
                    }
                    return Ok(None);
                }
            }
        }
        Ok((!items.is_empty()).then(|| self.tuple(items)))
    }

    fn tuple(&self, items: Vec<Value>) -> Value {
        Value::Tuple(Rc::new(Tuple::new(self.charge.heap(), items)))
    }

    fn view(&self, kind: ViewKind, key: Value, value: Value) -> Value {
        match kind {
            ViewKind::Keys => key,
            ViewKind::Values => value,
            ViewKind::Items => self.tuple(vec![key, value]),
        }
    }
}

fn changed(what: &str) -> Fault {
    Fault::new(Kind::RuntimeError, format_args!("{what} during iteration"))
}

fn uneven(index: usize, how: &str) -> Fault {
    let others = match index {
        1 => "argument 1".to_owned(),
        more => format!("arguments 1-{more}"),
    };
    Fault::value_error(format_args!(
        "zip() argument {} is {how} than {others}",
        index + 1
    ))
}

impl Drop for Iter {
    fn drop(&mut self) {
        let values = match std::mem::replace(&mut *self.kind.borrow_mut(), IterKind::Done) {
            IterKind::Values(values) => values.collect(),
            IterKind::List(list) | IterKind::ReversedList(list) => vec![Value::List(list)],
            IterKind::Tuple(tuple) => vec![Value::Tuple(tuple)],
            IterKind::Enumerate(inner, _) => vec![Value::Iter(inner)],
            IterKind::Zip(inner, _) => inner.into_iter().map(Value::Iter).collect(),
            _ => return,
        };
        self.charge.heap().bury(values);
    }
}
