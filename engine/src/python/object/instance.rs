//! Instances of classes, exceptions among them.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use super::heap::{Charge, Heap, Orphan};
use super::{Class, Dict, Str, Table, Value};
use crate::python::code::Code;

/// An instance's own attributes, made when first needed.
pub type Attributes = OnceCell<Rc<Dict>>;

pub struct Instance {
    pub class: RefCell<Rc<Class>>,
    pub attributes: Attributes,
    pub body: Body,
    /// Its `__del__` has been called, or is about to be.
    finalized: bool,
    charge: Charge,
}

/// What an instance has besides attributes.
pub enum Body {
    Plain,
    Exception(Box<ExceptionBody>),
    /// The value of a class derived from a builtin one.
    Native(Value),
}

/// What every exception has.
pub struct ExceptionBody {
    /// A tuple.
    pub args: RefCell<Value>,
    pub cause: RefCell<Option<Rc<Instance>>>,
    pub context: RefCell<Option<Rc<Instance>>>,
    /// `raise .. from`: the context is not shown.
    pub suppress_context: Cell<bool>,
    /// Outermost call last: entries are added on the way out.
    pub trace: RefCell<Vec<TraceEntry>>,
    /// The exceptions of a group.
    pub members: RefCell<Vec<Rc<Instance>>>,
    /// The object that lacks an attribute.
    pub lacking: RefCell<Option<Value>>,
    /// The variables of the frames it left, the innermost's first: CPython's
    /// traceback holds those frames, so they live as long as it does.
    pub locals: RefCell<Vec<Value>>,
}

impl ExceptionBody {
    /// What it keeps alive besides its arguments, taken out of it.
    pub(super) fn let_go(&self) -> Vec<Value> {
        let mut values = Vec::new();
        values.extend(self.cause.take().map(Value::Instance));
        values.extend(self.context.take().map(Value::Instance));
        values.extend(self.members.take().into_iter().map(Value::Instance));
        values.extend(self.lacking.take());
        values.append(&mut self.locals.borrow_mut());
        values
    }
}

/// A place that an exception passed through.
#[derive(Clone)]
pub struct TraceEntry {
    pub code: Rc<Code>,
    /// The instruction.
    pub pc: usize,
}

/// Where something was created in debug mode: the program's frames, the
/// innermost first; never empty.
#[derive(Clone)]
pub struct Origin(pub Rc<Vec<TraceEntry>>);

impl Origin {
    /// `programa.py:5`
    pub fn place(&self) -> String {
        let TraceEntry { code, pc } = &self.0[0];
        format!("{}:{}", code.source.file_name, code.line(*pc))
    }

    /// The frames as a traceback shows them, without marks.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for TraceEntry { code, pc } in self.0.iter().rev() {
            let (source, line) = (&code.source, code.line(*pc));
            text += &format!(
                "  File \"{}\", line {line}, in {}\n    {}\n",
                source.file_name,
                code.name.text(),
                source.line_text(line).trim()
            );
        }
        text
    }
}

impl Instance {
    pub fn new(heap: &Heap, class: Rc<Class>, body: Body) -> Self {
        Instance {
            class: RefCell::new(class),
            attributes: OnceCell::new(),
            body,
            finalized: false,
            charge: heap.charge(size_of::<Instance>()),
        }
    }

    pub fn class(&self) -> Rc<Class> {
        self.class.borrow().clone()
    }

    /// The instance's `__dict__`.
    pub fn dict(&self) -> &Rc<Dict> {
        self.attributes
            .get_or_init(|| Rc::new(Dict::new(self.charge.heap(), Table::default())))
    }

    #[inline]
    pub fn attribute(&self, name: &Rc<Str>) -> Option<Value> {
        self.attributes.get()?.get_name(name)
    }

    pub fn exception(&self) -> Option<&ExceptionBody> {
        match &self.body {
            Body::Exception(body) => Some(body),
            _ => None,
        }
    }

    /// The arguments that an exception was made with.
    pub fn exception_args(&self) -> Vec<Value> {
        match self.exception().map(|body| body.args.borrow().clone()) {
            Some(Value::Tuple(args)) => args.items.clone(),
            _ => Vec::new(),
        }
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        let class = self.class.get_mut();
        if class.finalizes && !self.finalized && !self.charge.heap().is_closing() {
            let heap = self.charge.heap().clone();
            // Once more it is there, for its `__del__`.
            heap.orphan(Orphan::Instance(Instance {
                class: RefCell::new(class.clone()),
                attributes: std::mem::take(&mut self.attributes),
                body: std::mem::replace(&mut self.body, Body::Plain),
                finalized: true,
                charge: heap.charge(size_of::<Instance>()),
            }));
            return;
        }
        let mut values = Vec::new();
        match std::mem::replace(&mut self.body, Body::Plain) {
            Body::Plain => return,
            Body::Native(value) => values.push(value),
            Body::Exception(body) => {
                values.push(body.args.take());
                values.extend(body.let_go());
            }
        }
        self.charge.heap().bury(values);
    }
}
