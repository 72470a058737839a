//! Names, each kept once, so that most comparisons are of addresses.

use std::cell::RefCell;
use std::rc::Rc;

use hashbrown::HashTable;

use super::object::{Heap, Str, hash_bytes};

/// The names of one machine, or those of the library that machines share.
pub struct Names {
    heap: Heap,
    /// Looked at first.
    base: Option<Rc<Names>>,
    known: RefCell<HashTable<Rc<Str>>>,
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
        let hash = hash_bytes(name.as_bytes());
        if let Some(known) = self.known(hash, name) {
            return known;
        }
        let text = Rc::new(Str::new(&self.heap, name));
        let hash_of = |known: &Rc<Str>| hash_bytes(known.text().as_bytes());
        let mut known = self.known.borrow_mut();
        known.insert_unique(hash, text.clone(), hash_of);
        text
    }

    fn known(&self, hash: u64, name: &str) -> Option<Rc<Str>> {
        let shared = self.base.as_ref().and_then(|base| base.known(hash, name));
        shared.or_else(|| {
            let known = self.known.borrow();
            known.find(hash, |known| known.text() == name).cloned()
        })
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
