//! Source to bytecode to machine; values, builtins, errors.
//!
//! A program's way: [`guard`] and the parser, [`diagnostic`] where it is
//! broken, `compile`, and `vm`, which runs the bytecode of `code` on the
//! values of `object`. [`edit`] and [`highlight`] serve the page's editor;
//! [`text`] holds the algorithms on texts and numbers.

pub(crate) mod builtins;
pub(crate) mod code;
pub(crate) mod compile;
pub mod diagnostic;
pub mod edit;
pub(crate) mod fault;
pub mod guard;
pub mod highlight;
pub(crate) mod library;
pub(crate) mod names;
pub(crate) mod object;
pub mod source;
pub mod text;
pub(crate) mod types;
pub(crate) mod vm;
