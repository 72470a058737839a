//! What each statement becomes.

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::unit::{Block, Unit};
use super::{Compiled, Compiler, Refusal};
use crate::python::code::{CodeKind, Op};
use crate::python::object::Value;

impl<'a> Compiler<'a> {
    pub(super) fn statements(&mut self, body: &'a [Stmt]) -> Compiled<()> {
        for stmt in body {
            self.unit().quiet = false;
            self.statement(stmt)?;
        }
        self.unit().quiet = false;
        Ok(())
    }

    fn statement(&mut self, stmt: &'a Stmt) -> Compiled<()> {
        match stmt {
            Stmt::Expr(stmt) => {
                self.expression(&stmt.value)?;
                self.emit_quiet(Op::Pop);
                Ok(())
            }
            Stmt::Assign(stmt) => self.assign(stmt),
            Stmt::AugAssign(stmt) => self.augmented_assign(stmt),
            Stmt::AnnAssign(stmt) => self.annotated_assign(stmt),
            Stmt::Return(stmt) => self.return_statement(stmt),
            Stmt::If(stmt) => self.if_statement(stmt),
            Stmt::While(stmt) => self.while_statement(stmt),
            Stmt::For(stmt) if stmt.is_async => self.async_for_statement(stmt),
            Stmt::For(stmt) => self.for_statement(stmt),
            Stmt::Break(stmt) => self.break_statement(stmt.range),
            Stmt::Continue(stmt) => self.continue_statement(stmt.range),
            Stmt::FunctionDef(def) => self.function_definition(def),
            Stmt::ClassDef(def) => self.class_definition(def),
            Stmt::Try(stmt) => self.try_statement(stmt),
            Stmt::With(stmt) => self.with_statement(stmt),
            Stmt::Raise(stmt) => self.raise_statement(stmt),
            Stmt::Assert(stmt) => self.assert_statement(stmt),
            Stmt::Delete(stmt) => stmt
                .targets
                .iter()
                .try_for_each(|target| self.delete(target)),
            Stmt::Import(stmt) => self.import(stmt),
            Stmt::ImportFrom(stmt) => self.import_from(stmt),
            Stmt::Match(stmt) => self.match_statement(stmt),
            Stmt::Pass(stmt) => {
                self.emit(Op::Nop, stmt.range);
                Ok(())
            }
            Stmt::Global(_) | Stmt::Nonlocal(_) => Ok(()),
            Stmt::TypeAlias(stmt) => self.refuse(Refusal::Unsupported("type"), stmt.range),
            Stmt::IpyEscapeCommand(stmt) => {
                self.refuse(Refusal::Unsupported("IPython"), stmt.range)
            }
        }
    }

    fn return_statement(&mut self, stmt: &'a ast::StmtReturn) -> Compiled<()> {
        if !self.in_function() {
            return self.refuse(Refusal::ReturnOutsideFunction, stmt.range);
        }
        if stmt.value.is_some() && self.unit().kind == CodeKind::AsyncGenerator {
            return self.refuse(Refusal::ReturnValueInAsyncGenerator, stmt.range);
        }
        match &stmt.value {
            Some(value) => self.expression(value)?,
            None => self.constant(Value::None, stmt.range),
        }
        self.unwind_to(0, true, stmt.range)?;
        self.emit(Op::Return, stmt.range);
        Ok(())
    }

    fn if_statement(&mut self, stmt: &'a ast::StmtIf) -> Compiled<()> {
        let end = self.unit().label();
        let mut next = self.unit().label();
        self.jump_if(&stmt.test, false, next, stmt.range)?;
        self.statements(&stmt.body)?;
        for clause in &stmt.elif_else_clauses {
            self.emit_quiet(Op::Jump(Unit::target(end)));
            self.unit().bind(next);
            next = self.unit().label();
            if let Some(test) = &clause.test {
                self.jump_if(test, false, next, clause.range)?;
            }
            self.statements(&clause.body)?;
        }
        self.unit().bind(next);
        self.unit().bind(end);
        Ok(())
    }

    fn while_statement(&mut self, stmt: &'a ast::StmtWhile) -> Compiled<()> {
        let next = self.unit().label();
        let exit = self.unit().label();
        let orelse = self.unit().label();
        self.unit().bind(next);
        self.jump_if(&stmt.test, false, orelse, stmt.range)?;
        self.loop_body(&stmt.body, exit, next, false)?;
        self.unit().bind(orelse);
        self.statements(&stmt.orelse)?;
        self.unit().bind(exit);
        Ok(())
    }

    fn for_statement(&mut self, stmt: &'a ast::StmtFor) -> Compiled<()> {
        let next = self.unit().label();
        let exit = self.unit().label();
        let orelse = self.unit().label();
        self.expression(&stmt.iter)?;
        self.emit(Op::GetIter, stmt.range);
        self.unit().bind(next);
        self.emit(Op::ForIter(Unit::target(orelse)), stmt.range);
        self.store(&stmt.target)?;
        self.loop_body(&stmt.body, exit, next, true)?;
        self.unit().bind(orelse);
        self.statements(&stmt.orelse)?;
        self.unit().bind(exit);
        Ok(())
    }

    /// A loop's body, and the jump back to `next`; `break` goes to `exit`.
    /// `iterator`: the loop keeps one on the stack.
    fn loop_body(
        &mut self,
        body: &'a [Stmt],
        exit: super::unit::Label,
        next: super::unit::Label,
        iterator: bool,
    ) -> Compiled<()> {
        self.unit().blocks.push(Block::Loop {
            exit,
            next,
            iterator,
        });
        self.statements(body)?;
        self.unit().blocks.pop();
        self.emit_quiet(Op::JumpBack(Unit::target(next)));
        Ok(())
    }

    fn async_for_statement(&mut self, stmt: &'a ast::StmtFor) -> Compiled<()> {
        if !self.may_await() {
            return self.refuse(Refusal::AsyncOutsideAsync("async for"), stmt.range);
        }
        let next = self.unit().label();
        let exit = self.unit().label();
        let over = self.unit().label();
        let range = stmt.range;
        self.expression(&stmt.iter)?;
        self.emit(Op::GetAsyncIter, range);
        self.unit().bind(next);
        self.async_next(over, range)?;
        self.store(&stmt.target)?;
        self.loop_body(&stmt.body, exit, next, true)?;
        self.unit().bind(over);
        self.emit(Op::EndAsyncFor, stmt.iter.range());
        self.statements(&stmt.orelse)?;
        self.unit().bind(exit);
        Ok(())
    }

    /// `async-iterator -> async-iterator item`; at its end an exception goes
    /// to `over`.
    pub(super) fn async_next(
        &mut self,
        over: super::unit::Label,
        range: TextRange,
    ) -> Compiled<()> {
        self.emit(Op::SetupTry(Unit::target(over)), range);
        self.emit(Op::GetAsyncNext, range);
        self.emit_await(range);
        self.emit(Op::PopTry, range);
        Ok(())
    }

    fn break_statement(&mut self, range: TextRange) -> Compiled<()> {
        let Some(depth) = self.innermost_loop() else {
            return self.refuse(Refusal::BreakOutsideLoop, range);
        };
        let Some(Block::Loop { exit, iterator, .. }) = self.unit().blocks.get(depth).cloned()
        else {
            return self.refuse(Refusal::BreakOutsideLoop, range);
        };
        self.emit(Op::Nop, range);
        self.unwind_to(depth + 1, false, range)?;
        if iterator {
            self.emit(Op::Pop, range);
        }
        self.emit(Op::Jump(Unit::target(exit)), range);
        Ok(())
    }

    fn continue_statement(&mut self, range: TextRange) -> Compiled<()> {
        let Some(depth) = self.innermost_loop() else {
            return self.refuse(Refusal::ContinueOutsideLoop, range);
        };
        let Some(Block::Loop { next, .. }) = self.unit().blocks.get(depth).cloned() else {
            return self.refuse(Refusal::ContinueOutsideLoop, range);
        };
        self.emit(Op::Nop, range);
        self.unwind_to(depth + 1, false, range)?;
        self.emit(Op::JumpBack(Unit::target(next)), range);
        Ok(())
    }

    fn innermost_loop(&mut self) -> Option<usize> {
        self.unit()
            .blocks
            .iter()
            .rposition(|block| matches!(block, Block::Loop { .. }))
    }

    fn raise_statement(&mut self, stmt: &'a ast::StmtRaise) -> Compiled<()> {
        self.expressions(stmt.exc.as_deref().into_iter().chain(stmt.cause.as_deref()))?;
        let count = u32::from(stmt.exc.is_some()) + u32::from(stmt.cause.is_some());
        self.emit(Op::Raise(count), stmt.range);
        Ok(())
    }

    fn assert_statement(&mut self, stmt: &'a ast::StmtAssert) -> Compiled<()> {
        self.suspect_assert(stmt);
        let end = self.unit().label();
        let at = self.jump_if(&stmt.test, true, end, stmt.range)?;
        self.emit(Op::LoadAssertionError, at);
        if let Some(message) = &stmt.msg {
            self.expression(message)?;
            self.emit(Op::Call(1), at);
        }
        self.emit(Op::Raise(1), at);
        self.unit().bind(end);
        Ok(())
    }

    fn import(&mut self, stmt: &'a ast::StmtImport) -> Compiled<()> {
        for alias in &stmt.names {
            let whole = alias.name.as_str();
            let top = whole.split('.').next().unwrap_or(whole);
            let name = self.name(whole);
            self.emit(Op::ImportName(name), stmt.range);
            match &alias.asname {
                Some(asname) => self.store_name(asname.as_str(), alias.range),
                None if top == whole => self.store_name(top, alias.range),
                None => {
                    self.emit(Op::Pop, alias.range);
                    let name = self.name(top);
                    self.emit(Op::ImportName(name), stmt.range);
                    self.store_name(top, alias.range);
                }
            }
        }
        Ok(())
    }

    fn import_from(&mut self, stmt: &'a ast::StmtImportFrom) -> Compiled<()> {
        let module = match &stmt.module {
            Some(module) if stmt.level == 0 => module.as_str(),
            _ => return self.refuse(Refusal::Unsupported("from ."), stmt.range),
        };
        if module == "__future__" {
            return Ok(());
        }
        let name = self.name(module);
        self.emit(Op::ImportName(name), stmt.range);
        for alias in &stmt.names {
            if alias.name.as_str() == "*" {
                if self.in_function() {
                    return self.refuse(Refusal::ImportStarInFunction, stmt.range);
                }
                self.emit(Op::ImportStar, stmt.range);
                return Ok(());
            }
            let name = self.name(alias.name.as_str());
            self.emit(Op::ImportFrom(name), stmt.range);
            self.store_name(
                alias.asname.as_ref().unwrap_or(&alias.name).as_str(),
                stmt.range,
            );
        }
        self.emit(Op::Pop, stmt.range);
        Ok(())
    }

    /// Jumps to `label` where the test comes out as `wanted`; short-circuits
    /// without making the value. As in CPython the jump counts to `at`, the
    /// whole statement, or to the last comparison before it: given back.
    pub(super) fn jump_if(
        &mut self,
        test: &'a Expr,
        wanted: bool,
        label: super::unit::Label,
        mut at: TextRange,
    ) -> Compiled<TextRange> {
        match test {
            Expr::UnaryOp(unary) if unary.op == ast::UnaryOp::Not => {
                self.jump_if(&unary.operand, !wanted, label, at)
            }
            Expr::BoolOp(op) => {
                // Where one operand decides against `wanted`, skip the rest.
                let decides = op.op == ast::BoolOp::Or;
                let skip = self.unit().label();
                let Some((last, first)) = op.values.split_last() else {
                    return Ok(at);
                };
                for value in first {
                    let to = if decides == wanted { label } else { skip };
                    at = self.jump_if(value, decides, to, at)?;
                }
                at = self.jump_if(last, wanted, label, at)?;
                self.bind_inside(skip, op.range);
                Ok(at)
            }
            _ => {
                self.expression(test)?;
                let target = Unit::target(label);
                let op = match wanted {
                    true => Op::JumpIfTrue(target),
                    false => Op::JumpIfFalse(target),
                };
                if test.is_compare_expr() {
                    at = test.range();
                }
                self.emit(op, at);
                Ok(at)
            }
        }
    }
}
