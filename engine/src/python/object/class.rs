//! Classes.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Args, Dict, Flow, Str, Value};
use crate::python::fault::{Kind, Try};
use crate::python::vm::Vm;

/// What an instance of a class is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Attributes alone.
    Object,
    Exception,
    /// A class itself.
    Type,
    /// A native value: the text of a `str`, the items of a `list`.
    Native,
}

/// Makes an instance: the class that was called, then its arguments.
pub type Construct = fn(&mut Vm, &Rc<Class>, &Args) -> Try<Flow>;

pub struct Class {
    pub name: RefCell<Rc<Str>>,
    pub qualified_name: RefCell<Rc<Str>>,
    pub module: Rc<Str>,
    pub bases: Vec<Rc<Class>>,
    /// The method resolution order after the class itself.
    pub ancestors: Vec<Rc<Class>>,
    pub namespace: Rc<Dict>,
    pub layout: Layout,
    /// Made by the engine: cannot be changed by a program.
    pub builtin: bool,
    pub construct: Construct,
    /// Which built-in exception it is, where it is one.
    pub exception: Option<Kind>,
    /// Those derived from it, the oldest first.
    pub derived: RefCell<Vec<std::rc::Weak<Class>>>,
    /// The class of the class itself, where that is not `type`.
    pub meta: Option<Rc<Class>>,
    /// A `__getattribute__` of the program's answers for its instances.
    pub intercepts: bool,
    /// Its instances have a `__del__` of the program's.
    pub finalizes: bool,
}

impl Class {
    pub fn name(&self) -> Rc<Str> {
        self.name.borrow().clone()
    }

    /// A name in the class or the nearest ancestor that has it.
    #[inline]
    pub fn lookup(&self, name: &Rc<Str>) -> Option<Value> {
        let found = self.namespace.get_name(name);
        if found.is_some() {
            return found;
        }
        // All that `object` has begins so, and it stands behind every class.
        let special = name.text().starts_with('_');
        self.ancestors
            .iter()
            .filter(|class| special || !class.ancestors.is_empty())
            .find_map(|class| class.namespace.get_name(name))
    }

    /// As [`Class::lookup`], starting after `class` in the resolution order.
    pub fn lookup_after(&self, class: &Class, name: &Rc<Str>) -> Option<Value> {
        let rest = match std::ptr::eq(self, class) {
            true => &self.ancestors[..],
            false => {
                let at = self
                    .ancestors
                    .iter()
                    .position(|other| std::ptr::eq(&**other, class))?;
                &self.ancestors[at + 1..]
            }
        };
        rest.iter().find_map(|class| class.namespace.get_name(name))
    }

    /// Whether it is `other` or derived from it.
    pub fn is_subclass(&self, other: &Class) -> bool {
        std::ptr::eq(self, other)
            || self
                .ancestors
                .iter()
                .any(|class| std::ptr::eq(&**class, other))
    }

    /// Whether it derives from that built-in exception.
    pub fn is_exception(&self, kind: Kind) -> bool {
        self.exception == Some(kind)
            || self
                .ancestors
                .iter()
                .any(|class| class.exception == Some(kind))
    }

    /// The name as a traceback shows it: with its module, unless it is builtin
    /// or the program's own.
    pub fn shown_name(&self) -> String {
        let name = self.qualified_name.borrow();
        match self.module.text() {
            "builtins" | "__main__" => name.text().to_owned(),
            module => format!("{module}.{}", name.text()),
        }
    }

    /// The order in which bases are searched: the C3 linearisation, as in the
    /// Python reference, "Invoking descriptors" and "The standard type
    /// hierarchy". `None` where there is none.
    pub fn linearise(bases: &[Rc<Class>]) -> Option<Vec<Rc<Class>>> {
        let mut lists: Vec<Vec<Rc<Class>>> = bases
            .iter()
            .map(|base| {
                std::iter::once(base.clone())
                    .chain(base.ancestors.iter().cloned())
                    .collect()
            })
            .collect();
        lists.push(bases.to_vec());
        let mut order = Vec::new();
        loop {
            lists.retain(|list| !list.is_empty());
            if lists.is_empty() {
                return Some(order);
            }
            let head = lists.iter().map(|list| list[0].clone()).find(|head| {
                !lists
                    .iter()
                    .any(|list| list[1..].iter().any(|class| Rc::ptr_eq(class, head)))
            })?;
            for list in &mut lists {
                if Rc::ptr_eq(&list[0], &head) {
                    list.remove(0);
                }
            }
            order.push(head);
        }
    }
}
