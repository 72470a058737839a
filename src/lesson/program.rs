/// A program of the lesson. The text shown is the text that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Program {
    /// The seed's program, its sequential half.
    Sequential,
    /// The seed's program, its concurrent half.
    Concurrent,
    /// The seed's program as a whole, verbatim.
    WholeFile,
}

impl Program {
    pub const ALL: [Program; 3] = [Self::Sequential, Self::Concurrent, Self::WholeFile];

    /// The Python source as the lesson gives it, before the reader's edits.
    pub fn source(self) -> &'static str {
        match self {
            Self::Sequential => include_str!("programs/secuencial.py"),
            Self::Concurrent => include_str!("programs/concurrente.py"),
            Self::WholeFile => include_str!("programs/archivo_completo.py"),
        }
    }

    /// The file's name, as tracebacks show it.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Sequential => "secuencial.py",
            Self::Concurrent => "concurrente.py",
            Self::WholeFile => "archivo_completo.py",
        }
    }
}
