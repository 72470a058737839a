//! Why a native operation did not give a value.

use std::fmt::Display;
use std::rc::Rc;

use super::object::{Instance, Str, Value};
use super::text::{ErrorKind, TextError};

/// An exception object.
pub type Exception = Rc<Instance>;

/// The outcome of a native operation.
pub type Try<T> = Result<T, Fault>;

/// Why there is no value.
pub enum Fault {
    /// An exception that exists already.
    Raised(Exception),
    /// An exception to be made: its type and message.
    New(Kind, Box<str>),
    /// That object has no attribute of that name.
    NoAttribute(Box<(Value, Rc<Str>)>),
    /// The operation met something that only Python code can do (a `__eq__` of
    /// the program's, a generator to run). Nothing was changed: its twin in
    /// the prelude takes over.
    NeedsPython,
    /// An argument or a key must be asked by its `__index__` which integer it
    /// is. Nothing was changed: the prelude asks, and does the same again.
    NeedsIndex,
    /// Only the calling frame knows.
    NeedsFrame(Wanted),
}

/// What a native asks of the frame that called it.
#[derive(Clone, Copy)]
pub enum Wanted {
    /// `super()` without arguments.
    Super,
    /// `locals()`
    Locals,
}

impl Fault {
    pub fn new(kind: Kind, message: impl Display) -> Self {
        // Written in one place: there are hundreds of messages.
        fn written(kind: Kind, message: &dyn Display) -> Fault {
            Fault::New(kind, message.to_string().into_boxed_str())
        }
        written(kind, &message)
    }
    pub fn type_error(message: impl Display) -> Self {
        Fault::new(Kind::TypeError, message)
    }
    pub fn value_error(message: impl Display) -> Self {
        Fault::new(Kind::ValueError, message)
    }
    pub fn memory() -> Self {
        Fault::new(Kind::MemoryError, "")
    }
}

impl From<TextError> for Fault {
    fn from(error: TextError) -> Self {
        let kind = match error.kind {
            ErrorKind::Value => Kind::ValueError,
            ErrorKind::Type => Kind::TypeError,
            ErrorKind::Overflow => Kind::OverflowError,
            ErrorKind::ZeroDivision => Kind::ZeroDivisionError,
            ErrorKind::Index => Kind::IndexError,
            ErrorKind::Limit => Kind::MemoryError,
        };
        Fault::new(kind, error.message)
    }
}

macro_rules! exceptions {
    ($($name:ident: $parent:ident),* $(,)?) => {
        /// The built-in exceptions that the engine itself may raise or that a
        /// program may name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind { BaseException, $($name),* }

        impl Kind {
            /// All of them with their parents, parents first.
            pub const ALL: &[(Kind, Option<Kind>)] = &[
                (Kind::BaseException, None),
                $((Kind::$name, Some(Kind::$parent))),*
            ];

            pub fn name(self) -> &'static str {
                match self {
                    Kind::BaseException => "BaseException",
                    $(Kind::$name => stringify!($name)),*
                }
            }
        }
    };
}

exceptions! {
    BaseExceptionGroup: BaseException,
    Exception: BaseException,
    ExceptionGroup: BaseExceptionGroup,
    GeneratorExit: BaseException,
    KeyboardInterrupt: BaseException,
    SystemExit: BaseException,
    CancelledError: BaseException,
    ArithmeticError: Exception,
    FloatingPointError: ArithmeticError,
    OverflowError: ArithmeticError,
    ZeroDivisionError: ArithmeticError,
    AssertionError: Exception,
    AttributeError: Exception,
    BufferError: Exception,
    EOFError: Exception,
    ImportError: Exception,
    ModuleNotFoundError: ImportError,
    LookupError: Exception,
    IndexError: LookupError,
    KeyError: LookupError,
    MemoryError: Exception,
    NameError: Exception,
    UnboundLocalError: NameError,
    OSError: Exception,
    BlockingIOError: OSError,
    ChildProcessError: OSError,
    ConnectionError: OSError,
    BrokenPipeError: ConnectionError,
    ConnectionAbortedError: ConnectionError,
    ConnectionRefusedError: ConnectionError,
    ConnectionResetError: ConnectionError,
    FileExistsError: OSError,
    FileNotFoundError: OSError,
    InterruptedError: OSError,
    IsADirectoryError: OSError,
    NotADirectoryError: OSError,
    PermissionError: OSError,
    ProcessLookupError: OSError,
    TimeoutError: OSError,
    ReferenceError: Exception,
    RuntimeError: Exception,
    NotImplementedError: RuntimeError,
    RecursionError: RuntimeError,
    StopAsyncIteration: Exception,
    StopIteration: Exception,
    SyntaxError: Exception,
    IndentationError: SyntaxError,
    SystemError: Exception,
    TypeError: Exception,
    ValueError: Exception,
    UnicodeError: ValueError,
    UnicodeDecodeError: UnicodeError,
    UnicodeEncodeError: UnicodeError,
    Warning: Exception,
    DeprecationWarning: Warning,
    FutureWarning: Warning,
    RuntimeWarning: Warning,
    SyntaxWarning: Warning,
    UserWarning: Warning,
    InvalidStateError: Exception,
    QueueEmpty: Exception,
    QueueFull: Exception,
    BrokenBarrierError: RuntimeError,
}

impl Kind {
    /// The module that a program finds it in, where it is no builtin.
    pub fn module(self) -> Option<&'static str> {
        match self {
            Kind::CancelledError | Kind::InvalidStateError | Kind::BrokenBarrierError => {
                Some("asyncio.exceptions")
            }
            Kind::QueueEmpty | Kind::QueueFull => Some("asyncio.queues"),
            _ => None,
        }
    }
}
