//! From the parser's tree to bytecode.
//!
//! - `scope`: which variable each name means;
//! - `unit`: one body's bytecode as it grows: labels, constants, lines;
//! - `suspect`: what compiles and is surely a slip;
//! - `statement`, `expression`, `function`, `pattern`, `unwind`: what each
//!   node becomes.

mod assign;
mod expression;
mod function;
mod pattern;
mod scope;
mod statement;
mod suspect;
mod try_;
mod unit;

use std::rc::Rc;

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::code::{Code, CodeKind, Op};
use super::diagnostic::Refusal;
use super::names::Names;
use super::object::Heap;
use super::source::{Source, Span};
use scope::{ScopeKind, Scopes};
use unit::Unit;

type Compiled<T> = Result<T, (Refusal, Span)>;

/// How a module is compiled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// A program in a file.
    #[default]
    Module,
    /// A notebook's cell: `await` works at its top level.
    Notebook,
}

/// Compiles a whole module. Errors: what the program may not say, and where.
pub fn compile(
    body: &[Stmt],
    source: &Rc<Source>,
    mode: Mode,
    heap: &Heap,
    names: &Names,
) -> Compiled<Rc<Code>> {
    let scopes = Scopes::of_module(body)?;
    let mut compiler = Compiler {
        scopes: &scopes,
        source,
        heap,
        names,
        units: Vec::new(),
        class: None,
        lazy_annotations: scope::lazy_annotations(body),
        mode,
    };
    let kind = match mode {
        Mode::Notebook if scopes.get(0).has_await => CodeKind::Coroutine,
        _ => CodeKind::Plain,
    };
    compiler.enter(0, "<module>", kind, 1);
    compiler.statements(body)?;
    compiler.return_none();
    compiler.leave()
}

struct Compiler<'a> {
    scopes: &'a Scopes,
    source: &'a Rc<Source>,
    heap: &'a Heap,
    names: &'a Names,
    /// The bodies being compiled, the innermost last.
    units: Vec<Unit<'a>>,
    /// The innermost class's name.
    class: Option<String>,
    lazy_annotations: bool,
    mode: Mode,
}

impl<'a> Compiler<'a> {
    fn unit(&mut self) -> &mut Unit<'a> {
        let last = self.units.len() - 1;
        &mut self.units[last]
    }

    fn scope(&self) -> &scope::Scope {
        self.scopes.get(self.units[self.units.len() - 1].scope)
    }

    fn refuse<T>(&self, refusal: Refusal, range: TextRange) -> Compiled<T> {
        Err((refusal, range.into()))
    }

    /// Begins a new body.
    fn enter(&mut self, scope: usize, name: &str, kind: CodeKind, first_line: u32) {
        let qualified = self.qualified(name);
        let scope_ref = self.scopes.get(scope);
        let mut unit = Unit::new(scope, kind, first_line);
        unit.name = self.names.intern(name);
        unit.qualified_name = self.names.intern(&qualified);
        unit.locals = scope_ref
            .locals()
            .map(|name| self.names.intern(name))
            .collect();
        unit.cells = scope_ref
            .own_cells()
            .map(|name| self.names.intern(name))
            .collect();
        unit.own_cells = unit.cells.len() as u32;
        let free = scope_ref.free_cells().map(|name| self.names.intern(name));
        unit.cells.extend(free);
        for (slot, name) in unit.locals.iter().enumerate() {
            let own = &unit.cells[..unit.own_cells as usize];
            if let Some(cell) = own.iter().position(|cell| Rc::ptr_eq(cell, name)) {
                unit.cell_parameters.push((cell as u32, slot as u32));
            }
        }
        self.units.push(unit);
    }

    /// The name with the places it stands in.
    fn qualified(&self, name: &str) -> String {
        match self.units.last() {
            Some(unit) if self.units.len() > 1 => {
                let class = self.scopes.get(unit.scope).kind == ScopeKind::Class;
                let locals = if class { "" } else { "<locals>." };
                format!("{}.{locals}{name}", unit.qualified_name.text())
            }
            _ => name.to_owned(),
        }
    }

    /// Ends the innermost body.
    fn leave(&mut self) -> Compiled<Rc<Code>> {
        let unit = match self.units.pop() {
            Some(unit) => unit,
            None => return self.refuse(Refusal::TooLarge, TextRange::default()),
        };
        unit.finish(self.source)
            .ok_or((Refusal::TooLarge, Span::default()))
    }

    /// Writes an instruction that comes from that text.
    fn emit(&mut self, op: Op, range: TextRange) {
        let span = Span::from(range);
        let line = self.source.line(span.start);
        self.unit().emit(op, span, line);
    }

    /// Binds a label within the expression at `range`: where that is all on one
    /// line, so are all ways to it.
    fn bind_inside(&mut self, label: unit::Label, range: TextRange) {
        let span = Span::from(range);
        match self.source.line(span.start) == self.source.line(span.end) {
            true => self.unit().bind_same_line(label),
            false => self.unit().bind(label),
        }
    }

    /// The `return` at the end of a body that says none.
    fn return_none(&mut self) {
        self.unit().quiet = true;
        self.constant(super::object::Value::None, TextRange::default());
        self.emit_quiet(Op::Return);
    }

    /// Writes an instruction that begins no line: bookkeeping.
    fn emit_quiet(&mut self, op: Op) {
        let unit = self.unit();
        let was = std::mem::replace(&mut unit.quiet, true);
        let span = unit.spans.last().copied().unwrap_or_default();
        unit.emit(op, span, 0);
        unit.quiet = was;
    }

    fn constant(&mut self, value: super::object::Value, range: TextRange) {
        let index = self.unit().constant(value);
        self.emit(Op::Constant(index), range);
    }

    fn str_constant(&mut self, text: &str, range: TextRange) {
        let text = self.names.intern(text);
        self.constant(super::object::Value::Str(text), range);
    }

    /// Pushes what an annotation says: its value, or its text where the
    /// program wants it so.
    fn annotation(&mut self, annotation: &'a Expr) -> Compiled<()> {
        if !self.lazy_annotations {
            return self.expression(annotation);
        }
        let range = annotation.range();
        let source = self.source.clone();
        self.str_constant(&source.text[range.to_std_range()], range);
        Ok(())
    }

    /// The index of a name in the unit's table.
    fn name(&mut self, name: &str) -> u32 {
        let name = self.names.intern(name);
        self.unit().name_index(name)
    }

    fn private(&self, name: &str) -> String {
        scope::mangle(self.class.as_deref(), name)
    }

    fn expressions(&mut self, exprs: impl IntoIterator<Item = &'a Expr>) -> Compiled<()> {
        for expr in exprs {
            self.expression(expr)?;
        }
        Ok(())
    }

    fn in_function(&self) -> bool {
        matches!(
            self.scope().kind,
            ScopeKind::Function | ScopeKind::Comprehension
        )
    }

    /// Whether `await` may stand here.
    fn may_await(&self) -> bool {
        let unit = &self.units[self.units.len() - 1];
        matches!(unit.kind, CodeKind::Coroutine | CodeKind::AsyncGenerator)
            || (self.mode == Mode::Notebook && unit.scope == 0)
    }
}

/// Whether an expression needs the loop that unpacks `*iterables`.
fn has_star(exprs: &[Expr]) -> bool {
    exprs.iter().any(ast::Expr::is_starred_expr)
}
