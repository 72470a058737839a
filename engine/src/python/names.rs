//! Names, each kept once, so that most comparisons are of addresses.

use std::cell::RefCell;
use std::collections::HashSet;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use super::object::{Heap, Str};

/// The names of one machine, or those of the library that machines share.
pub struct Names {
    heap: Heap,
    /// Looked at first.
    base: Option<Rc<Names>>,
    known: RefCell<HashSet<Interned>>,
}

struct Interned(Rc<Str>);

impl PartialEq for Interned {
    fn eq(&self, other: &Self) -> bool {
        self.0.text() == other.0.text()
    }
}
impl Eq for Interned {}
impl Hash for Interned {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.text().hash(state);
    }
}
impl std::borrow::Borrow<str> for Interned {
    fn borrow(&self) -> &str {
        self.0.text()
    }
}

impl Names {
    pub fn new(heap: &Heap) -> Self {
        Names {
            heap: heap.clone(),
            base: None,
            known: RefCell::default(),
        }
    }

    /// Names that build on others.
    pub fn on(base: &Rc<Names>, heap: &Heap) -> Self {
        Names {
            base: Some(base.clone()),
            ..Names::new(heap)
        }
    }

    /// The one text that stands for that name.
    pub fn intern(&self, name: &str) -> Rc<Str> {
        if let Some(known) = self.known(name) {
            return known;
        }
        let text = Rc::new(Str::new(&self.heap, name));
        self.known.borrow_mut().insert(Interned(text.clone()));
        text
    }

    fn known(&self, name: &str) -> Option<Rc<Str>> {
        let shared = self.base.as_ref().and_then(|base| base.known(name));
        shared.or_else(|| self.known.borrow().get(name).map(|known| known.0.clone()))
    }
}

macro_rules! known {
    ($($field:ident: $name:literal),* $(,)?) => {
        /// The names that the machine itself asks for all the time.
        pub struct Known { $(pub $field: Rc<Str>),* }

        impl Known {
            pub fn new(names: &Names) -> Self {
                Known { $($field: names.intern($name)),* }
            }
        }
    };
}

known! {
    init: "__init__",
    new: "__new__",
    call: "__call__",
    next: "__next__",
    iter: "__iter__",
    getattr: "__getattr__",
    getattribute: "__getattribute__",
    setattr: "__setattr__",
    repr: "__repr__",
    str: "__str__",
    format: "__format__",
    eq: "__eq__",
    hash: "__hash__",
    get: "__get__",
    set: "__set__",
    index: "__index__",
    getitem: "__getitem__",
    name: "__name__",
}
