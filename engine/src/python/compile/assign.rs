//! Binding names, attributes and items.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::expression::binary_op;
use super::scope::Place;
use super::{Compiled, Compiler, Refusal};
use crate::python::code::Op;

impl<'a> Compiler<'a> {
    pub(super) fn assign(&mut self, stmt: &'a ast::StmtAssign) -> Compiled<()> {
        self.expression(&stmt.value)?;
        let Some((last, first)) = stmt.targets.split_last() else {
            return Ok(());
        };
        for target in first {
            self.emit(Op::Copy(1), stmt.range);
            self.store(target)?;
        }
        self.store(last)
    }

    /// `value ->`
    pub(super) fn store(&mut self, target: &'a Expr) -> Compiled<()> {
        let range = target.range();
        match target {
            Expr::Name(name) => {
                self.store_name(name.id.as_str(), range);
                Ok(())
            }
            Expr::Attribute(target) => {
                self.expression(&target.value)?;
                let name = self.private(target.attr.as_str());
                let name = self.name(&name);
                self.emit(Op::StoreAttribute(name), range);
                Ok(())
            }
            Expr::Subscript(target) => {
                self.expression(&target.value)?;
                self.expression(&target.slice)?;
                self.emit(Op::StoreSubscript, range);
                Ok(())
            }
            Expr::Tuple(target) => self.unpack(&target.elts, range),
            Expr::List(target) => self.unpack(&target.elts, range),
            Expr::Starred(_) => self.refuse(Refusal::StarredNotInList, range),
            _ => self.refuse(Refusal::Unsupported("="), range),
        }
    }

    fn unpack(&mut self, targets: &'a [Expr], range: TextRange) -> Compiled<()> {
        let star = targets.iter().position(ast::Expr::is_starred_expr);
        match star {
            None => self.emit(Op::Unpack(targets.len() as u32), range),
            Some(at) => {
                if targets[at + 1..].iter().any(ast::Expr::is_starred_expr) {
                    return self.refuse(Refusal::TwoStarredTargets, range);
                }
                self.emit(
                    Op::UnpackStar {
                        before: at as u16,
                        after: (targets.len() - at - 1) as u16,
                    },
                    range,
                );
            }
        }
        for target in targets {
            match target {
                Expr::Starred(star) => self.store(&star.value)?,
                _ => self.store(target)?,
            }
        }
        Ok(())
    }

    pub(super) fn augmented_assign(&mut self, stmt: &'a ast::StmtAugAssign) -> Compiled<()> {
        let range = stmt.range;
        let op = Op::InPlace(binary_op(stmt.op));
        match &*stmt.target {
            Expr::Name(name) => {
                self.load_name(name.id.as_str(), name.range);
                self.expression(&stmt.value)?;
                self.emit(op, range);
                self.store_name(name.id.as_str(), name.range);
            }
            Expr::Attribute(target) => {
                self.expression(&target.value)?;
                let name = self.private(target.attr.as_str());
                let name = self.name(&name);
                self.emit(Op::Copy(1), target.range);
                self.emit(Op::LoadAttribute(name), target.range);
                self.expression(&stmt.value)?;
                self.emit(op, range);
                self.emit(Op::Swap(2), target.range);
                self.emit(Op::StoreAttribute(name), target.range);
            }
            Expr::Subscript(target) => {
                self.expression(&target.value)?;
                self.expression(&target.slice)?;
                self.emit(Op::Copy(2), target.range);
                self.emit(Op::Copy(2), target.range);
                self.emit(Op::Subscript, target.range);
                self.expression(&stmt.value)?;
                self.emit(op, range);
                // object key value -> value object key
                self.emit(Op::Swap(3), target.range);
                self.emit(Op::Swap(2), target.range);
                self.emit(Op::StoreSubscript, target.range);
            }
            other => return self.refuse(Refusal::Unsupported("+="), other.range()),
        }
        Ok(())
    }

    pub(super) fn annotated_assign(&mut self, stmt: &'a ast::StmtAnnAssign) -> Compiled<()> {
        if let Some(value) = &stmt.value {
            self.expression(value)?;
            self.store(&stmt.target)?;
        }
        // Those of a function's variables are for the reader alone.
        if self.in_function() {
            return Ok(());
        }
        match &*stmt.target {
            Expr::Name(name) if stmt.simple => {
                self.annotation(&stmt.annotation)?;
                let name = self.private(name.id.as_str());
                let name = self.name(&name);
                self.emit(Op::StoreAnnotation(name), stmt.range);
            }
            _ if self.lazy_annotations => {}
            _ => {
                self.expression(&stmt.annotation)?;
                self.emit(Op::Pop, stmt.range);
            }
        }
        Ok(())
    }

    pub(super) fn delete(&mut self, target: &'a Expr) -> Compiled<()> {
        let range = target.range();
        match target {
            Expr::Name(name) => self.delete_name(name.id.as_str(), range),
            Expr::Attribute(target) => {
                self.expression(&target.value)?;
                let name = self.private(target.attr.as_str());
                let name = self.name(&name);
                self.emit(Op::DeleteAttribute(name), range);
            }
            Expr::Subscript(target) => {
                self.expression(&target.value)?;
                self.expression(&target.slice)?;
                self.emit(Op::DeleteSubscript, range);
            }
            Expr::Tuple(ast::ExprTuple { elts, .. }) | Expr::List(ast::ExprList { elts, .. }) => {
                return elts.iter().try_for_each(|target| self.delete(target));
            }
            _ => return self.refuse(Refusal::Unsupported("del"), range),
        }
        Ok(())
    }

    pub(super) fn load_name(&mut self, name: &str, range: TextRange) {
        let name = self.private(name);
        let op = match self.scope().place(&name) {
            Place::Local => Op::LoadLocal(self.slot(&name)),
            Place::Cell => Op::LoadCell(self.cell(&name)),
            Place::NamespaceOrCell => Op::LoadClassCell(self.cell(&name)),
            Place::Global => Op::LoadGlobal(self.name(&name)),
            Place::Namespace => Op::LoadName(self.name(&name)),
        };
        self.emit(op, range);
    }

    pub(super) fn store_name(&mut self, name: &str, range: TextRange) {
        let name = self.private(name);
        let op = match self.scope().place(&name) {
            Place::Local => Op::StoreLocal(self.slot(&name)),
            Place::Cell => Op::StoreCell(self.cell(&name)),
            Place::Global => Op::StoreGlobal(self.name(&name)),
            Place::Namespace | Place::NamespaceOrCell => Op::StoreName(self.name(&name)),
        };
        self.emit(op, range);
    }

    pub(super) fn delete_name(&mut self, name: &str, range: TextRange) {
        let name = self.private(name);
        let op = match self.scope().place(&name) {
            Place::Local => Op::DeleteLocal(self.slot(&name)),
            Place::Cell => Op::DeleteCell(self.cell(&name)),
            Place::Global => Op::DeleteGlobal(self.name(&name)),
            Place::Namespace | Place::NamespaceOrCell => Op::DeleteName(self.name(&name)),
        };
        self.emit(op, range);
    }

    fn slot(&mut self, name: &str) -> u32 {
        position(&self.unit().locals, name)
    }

    pub(super) fn cell(&mut self, name: &str) -> u32 {
        position(&self.unit().cells, name)
    }
}

/// Where the scope pass put a name.
fn position(names: &[std::rc::Rc<crate::python::object::Str>], name: &str) -> u32 {
    names
        .iter()
        .position(|other| other.text() == name)
        .unwrap_or_default() as u32
}
