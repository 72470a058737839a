//! Functions of the program and of the engine, and how they are called.

use std::cell::RefCell;
use std::rc::Rc;

use super::{CellRef, Charge, Class, Dict, Generator, Heap, Str, Value};
use crate::asyncio::{Future, LoopId};
use crate::python::code::Code;
use crate::python::fault::{Exception, Try};
use crate::python::vm::{ClassPlan, Vm, Waiting};

/// A function of the program (or of the library's Python).
pub struct Function {
    pub code: Rc<Code>,
    pub globals: Rc<Dict>,
    /// For the last positional parameters.
    pub defaults: RefCell<Vec<Value>>,
    /// For keyword-only parameters; `Unbound` where there is none.
    pub keyword_defaults: Vec<Value>,
    pub cells: Vec<CellRef>,
    pub name: RefCell<Rc<Str>>,
    pub qualified_name: RefCell<Rc<Str>>,
    /// `__annotations__`, where it has some or was asked for them.
    pub annotations: RefCell<Option<Rc<Dict>>>,
    /// `__dict__`, made when first needed.
    pub attributes: super::Attributes,
    pub charge: Charge,
}

impl Drop for Function {
    fn drop(&mut self) {
        let mut values = self.defaults.take();
        values.append(&mut self.keyword_defaults);
        values.extend(self.annotations.take().map(Value::Dict));
        values.extend(self.cells.drain(..).map(Value::Cell));
        if !values.is_empty() {
            self.charge.heap().bury(values);
        }
    }
}

/// The arguments of a call: positional ones, then those with a name.
#[derive(Default)]
pub struct Args {
    pub values: Vec<Value>,
    /// Names of the last values.
    pub names: Vec<Rc<Str>>,
}

impl Args {
    pub fn new(values: Vec<Value>) -> Self {
        Args {
            values,
            names: Vec::new(),
        }
    }

    /// How many have no name.
    pub fn positional(&self) -> usize {
        self.values.len() - self.names.len()
    }

    /// Takes a named argument out.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        let at = self.names.iter().position(|other| other.text() == name)?;
        self.names.remove(at);
        Some(
            self.values
                .remove(self.values.len() - self.names.len() - 1 + at),
        )
    }
}

/// A function of the engine.
pub struct Native {
    pub name: &'static str,
    pub call: NativeFn,
    /// A method: found on an instance it takes that as its first argument.
    pub method: bool,
    /// The class or module it belongs to, for its name in messages.
    pub owner: &'static str,
}

pub type NativeFn = fn(&mut Vm, &Args) -> Try<Flow>;

/// How a call goes on.
pub enum Flow {
    /// It is over.
    Value(Value),
    /// Hold the thread for so many seconds.
    Sleep(f64),
    /// The machine must do that first. Boxed: every native answers with a
    /// [`Flow`], and next to none with a wish.
    Wish(Box<Wish>),
}

/// What only the machine can do.
pub enum Wish {
    /// Call that.
    Call {
        callee: Value,
        args: Args,
        then: Then,
    },
    /// Run a class body in that namespace.
    Body {
        function: Rc<Function>,
        namespace: Rc<Dict>,
        then: Then,
    },
    /// Run that frame.
    Enter {
        frame: Box<super::Frame>,
        then: Then,
    },
    /// Wake that generator.
    Resume {
        generator: Rc<Generator>,
        input: Result<Value, Exception>,
        then: Then,
    },
    /// Run an event loop until it is stopped.
    RunLoop(LoopId),
    /// Let other threads run until then; gives `None`.
    Wait(Waiting),
}

impl Flow {
    /// Calls `callee`, and pushes what it gives.
    pub fn call(callee: Value, args: Args) -> Flow {
        Wish::Call {
            callee,
            args,
            then: Then::Push,
        }
        .into()
    }

    /// Wakes a generator.
    pub fn resume(generator: Rc<Generator>, input: Result<Value, Exception>, then: Then) -> Flow {
        Wish::Resume {
            generator,
            input,
            then,
        }
        .into()
    }

    /// The same; what a call gives becomes that.
    #[must_use]
    pub fn then(mut self, wished: Then) -> Flow {
        if let Flow::Wish(wish) = &mut self
            && let Wish::Call { then, .. } = &mut **wish
        {
            *then = wished;
        }
        self
    }
}

impl From<Wish> for Flow {
    fn from(wish: Wish) -> Self {
        Flow::Wish(Box::new(wish))
    }
}

impl<T: Into<Value>> From<T> for Flow {
    fn from(value: T) -> Self {
        Flow::Value(value.into())
    }
}

/// What becomes of a frame's result in the one that called it.
pub enum Then {
    /// Onto its operand stack.
    Push,
    Discard,
    /// Nowhere: it was a last word, and others may speak now.
    LastWord,
    /// `__init__`: push the instance instead.
    Instance(Value),
    /// The same, with another value pushed above the instance.
    InstanceUnder(Value, Value),
    /// A truth value is asked for: it must be a bool.
    Truth,
    /// `__len__`
    Length,
    /// `__len__` asked for a truth value.
    LengthTruth,
    /// A text is asked for; the method's name, for the message.
    Text(&'static str),
    /// Push whether the result counts as true: `__contains__`.
    Found,
    /// The same, the other way round: `not in`.
    Not,
    /// `__iter__`
    Iterator,
    /// `__hash__`
    Hash,
    /// `for`: at the end jump there.
    For(u32),
    /// `await` and `yield from`: at the end jump there.
    Send(u32),
    /// `next(generator, default)`; `send`, `throw` without one.
    Next(Option<Value>),
    /// `generator.close()`.
    Close,
    /// `await` of one step of an asynchronous generator: at its end jump
    /// there.
    AsyncStep(u32),
    /// The same for `aclose()`.
    AsyncClose(u32),
    /// A class body.
    Class(Box<ClassPlan>),
    /// A step of a task.
    Task(Rc<Future>),
    /// A handle of the event loop.
    Handle,
    /// An attribute was looked for by `__getattribute__` or a property: where
    /// it is missing, `__getattr__` goes on.
    Attribute {
        object: Value,
        name: Rc<Str>,
    },
}

pub struct BoundMethod {
    pub object: Value,
    pub function: Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DescriptorKind {
    Property,
    Static,
    Class,
}

/// `property`, `staticmethod`, `classmethod`.
pub struct Descriptor {
    pub kind: DescriptorKind,
    /// The function; a property's getter.
    pub function: Value,
    pub setter: Value,
    pub deleter: Value,
}

/// `super()`.
pub struct Super {
    pub class: Rc<Class>,
    pub object: Value,
    /// The class whose order is followed.
    pub object_class: Rc<Class>,
}

pub struct Module {
    pub name: Rc<Str>,
    pub namespace: Rc<Dict>,
}

impl Module {
    pub fn new(heap: &Heap, name: Rc<Str>) -> Self {
        Module {
            name,
            namespace: Rc::new(Dict::new(heap, Default::default())),
        }
    }
}
