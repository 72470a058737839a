//! The standard library's modules: one Python text each, compiled at the first
//! import of its module. Their frames are invisible to the program.

macro_rules! library {
    ($($name:literal $file:literal,)*) => {
        /// The Python text of a module of the standard library.
        pub(crate) fn source(name: &str) -> Option<&'static str> {
            match name {
                $($name => Some(include_str!($file)),)*
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
    "contextlib" "contextlib.py",
    "contextvars" "contextvars.py",
    "copy" "copy.py",
    "dataclasses" "dataclasses.py",
    "datetime" "datetime.py",
    "enum" "enum.py",
    "functools" "functools.py",
    "heapq" "heapq.py",
    "inspect" "inspect.py",
    "io" "io.py",
    "itertools" "itertools.py",
    "json" "json.py",
    "keyword" "keyword.py",
    "logging" "logging.py",
    "math" "math.py",
    "operator" "operator.py",
    "random" "random.py",
    "statistics" "statistics.py",
    "string" "string.py",
    "sys" "sys.py",
    "textwrap" "textwrap.py",
    "time" "time.py",
    "traceback" "traceback.py",
    "types" "types.py",
    "typing" "typing.py",
    "warnings" "warnings.py",
}
