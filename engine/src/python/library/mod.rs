//! The standard library's modules: one Python text each, compiled at the first
//! import of its module. Their frames are invisible to the program.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use super::code::Code;
use super::compile::{Mode, compile};
use super::fault::{Fault, Kind, Try};
use super::names::Names;
use super::object::Heap;
use super::source::Source;

/// What machines may share: the library's bytecode. Compiling it is most of
/// what a machine begins with; whoever runs programs again and again keeps one.
#[derive(Clone)]
pub struct Library(Rc<Compiled>);

struct Compiled {
    heap: Heap,
    names: Rc<Names>,
    /// By the module's name.
    codes: RefCell<Vec<(Box<str>, Rc<Code>)>>,
}

impl Default for Library {
    /// A library of which nothing is compiled yet.
    fn default() -> Self {
        // Its texts are ours, and so are their bounds.
        let heap = Heap::new(usize::MAX);
        Library(Rc::new(Compiled {
            names: Rc::new(Names::new(&heap)),
            heap,
            codes: RefCell::default(),
        }))
    }
}

impl fmt::Debug for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Library")
    }
}

impl Library {
    /// The names in its bytecode, on which a machine's own build.
    pub(crate) fn names(&self) -> &Rc<Names> {
        &self.0.names
    }

    /// A module's bytecode. Errors: `SystemError`, where `text` is broken.
    pub(crate) fn code(&self, name: &str, text: &str) -> Try<Rc<Code>> {
        let Compiled { heap, names, codes } = &*self.0;
        if let Some((_, code)) = codes.borrow().iter().find(|(known, _)| **known == *name) {
            return Ok(code.clone());
        }
        let broken =
            |what: String| Fault::new(Kind::SystemError, format_args!("library {name}: {what}"));
        let source = Rc::new(Source::new(&format!("<{name}>"), text, true));
        let parsed =
            ruff_python_parser::parse_module(text).map_err(|error| broken(error.to_string()))?;
        let code = compile(parsed.suite(), &source, Mode::Module, heap, names).map_err(
            |(refusal, span)| broken(format!("{refusal:?} at line {}", source.line(span.start))),
        )?;
        codes.borrow_mut().push((name.into(), code.clone()));
        Ok(code)
    }
}

macro_rules! library {
    ($($name:literal $file:literal,)*) => {
        /// The Python text of a module of the standard library.
        pub(crate) fn source(name: &str) -> Option<&'static str> {
            match name {
                $($name => Some(shipped!("python/library", $file)),)*
                _ => None,
            }
        }
    };
}

library! {
    "__future__" "__future__.py",
    "abc" "abc.py",
    "bisect" "bisect.py",
    "collections" "collections.py",
    "collections.abc" "collections.abc.py",
    "concurrent" "concurrent.py",
    "concurrent.futures" "concurrent.futures.py",
    "contextlib" "contextlib.py",
    "contextvars" "contextvars.py",
    "copy" "copy.py",
    "dataclasses" "dataclasses.py",
    "datetime" "datetime.py",
    "enum" "enum.py",
    "functools" "functools.py",
    "heapq" "heapq.py",
    "importlib" "importlib.py",
    "inspect" "inspect.py",
    "io" "io.py",
    "itertools" "itertools.py",
    "json" "json.py",
    "keyword" "keyword.py",
    "logging" "logging.py",
    "math" "math.py",
    "operator" "operator.py",
    "queue" "queue.py",
    "random" "random.py",
    "statistics" "statistics.py",
    "string" "string.py",
    "sys" "sys.py",
    "textwrap" "textwrap.py",
    "threading" "threading.py",
    "time" "time.py",
    "traceback" "traceback.py",
    "types" "types.py",
    "typing" "typing.py",
    "warnings" "warnings.py",
}
