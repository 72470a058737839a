//! `try`, `with`, and leaving them by `return`, `break` and `continue`.
//!
//! A `finally` body is written again at each way out, as in CPython.

use ruff_python_ast::{self as ast, ExceptHandler, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::unit::{Block, Label, Unit};
use super::{Compiled, Compiler, Refusal};
use crate::python::code::Op;
use crate::python::object::Value;

impl<'a> Compiler<'a> {
    /// Undoes the blocks inside the first `depth`, from the inside. With
    /// `keep`, the value on top of the stack stays there. What follows a
    /// `finally` body or a `with`'s exit is quiet.
    pub(super) fn unwind_to(&mut self, depth: usize, keep: bool, range: TextRange) -> Compiled<()> {
        let undone = self.unit().blocks.split_off(depth);
        for (index, block) in undone.iter().enumerate().rev() {
            match block {
                Block::Loop { iterator, .. } => {
                    if *iterator {
                        self.drop_below(keep, Op::Pop, range);
                    }
                }
                Block::Try => self.emit(Op::PopTry, range),
                Block::Finally(body) => {
                    self.emit(Op::PopTry, range);
                    // The body runs as if it stood outside the `try`.
                    let inside = undone[..index].to_vec();
                    self.unit().blocks.extend(inside);
                    self.statements(body)?;
                    self.unit().blocks.truncate(depth);
                    self.unit().quiet = true;
                }
                Block::Handler => {
                    self.emit(Op::PopTry, range);
                    self.drop_below(keep, Op::PopException, range);
                }
                Block::HandlerName(name) => {
                    self.emit(Op::PopTry, range);
                    self.unbind(name, range);
                }
                Block::With {
                    asynchronous,
                    range: at,
                } => {
                    self.unit().quiet = false;
                    self.emit(Op::PopTry, *at);
                    if keep {
                        self.emit(Op::Swap(2), *at);
                    }
                    self.exit_with(*asynchronous, *at);
                    self.unit().quiet = true;
                }
            }
        }
        self.unit().blocks.extend(undone);
        Ok(())
    }

    /// Drops what stands on the stack, under the kept value if there is one.
    fn drop_below(&mut self, keep: bool, op: Op, range: TextRange) {
        if keep {
            self.emit(Op::Swap(2), range);
        }
        self.emit(op, range);
    }

    fn unbind(&mut self, name: &str, range: TextRange) {
        self.constant(Value::None, range);
        self.store_name(name, range);
        self.delete_name(name, range);
    }

    pub(super) fn try_statement(&mut self, stmt: &'a ast::StmtTry) -> Compiled<()> {
        if stmt.finalbody.is_empty() {
            return self.try_except(stmt);
        }
        let range = stmt.range;
        let failed = self.unit().label();
        let end = self.unit().label();
        self.emit(Op::SetupTry(Unit::target(failed)), self.start_of(range));
        self.unit().blocks.push(Block::Finally(&stmt.finalbody));
        match stmt.handlers.is_empty() {
            true => self.statements(&stmt.body)?,
            false => self.try_except(stmt)?,
        }
        self.unit().blocks.pop();
        self.emit_quiet(Op::PopTry);
        self.statements(&stmt.finalbody)?;
        self.emit_quiet(Op::Jump(Unit::target(end)));

        self.unit().bind(failed);
        let cleanup = self.begin_handler();
        self.statements(&stmt.finalbody)?;
        self.end_handler_again(cleanup);
        self.unit().bind(end);
        Ok(())
    }

    /// The start of a statement, so that bookkeeping is counted to its first
    /// line.
    fn start_of(&self, range: TextRange) -> TextRange {
        TextRange::empty(range.start())
    }

    /// `exception -> previous`: inside, exceptions go to the label given back.
    fn begin_handler(&mut self) -> Label {
        let cleanup = self.unit().label();
        self.emit_quiet(Op::PushException);
        self.emit_quiet(Op::SetupTry(Unit::target(cleanup)));
        self.unit().blocks.push(Block::Handler);
        cleanup
    }

    /// `previous ->`: the exception goes on, as does one raised in the handler.
    fn end_handler_again(&mut self, cleanup: Label) {
        self.unit().blocks.pop();
        self.emit_quiet(Op::PopTry);
        self.emit_quiet(Op::LoadException);
        self.unit().bind(cleanup);
        self.reraise();
    }

    /// `previous exception ->`: the exception goes on.
    fn reraise(&mut self) {
        for op in [Op::Swap(2), Op::PopException, Op::Reraise] {
            self.emit_quiet(op);
        }
    }

    /// `previous ->`: the handler has dealt with the exception.
    fn end_handler(&mut self, end: Label) {
        self.emit_quiet(Op::PopTry);
        self.emit_quiet(Op::PopException);
        self.emit_quiet(Op::Jump(Unit::target(end)));
    }

    /// The body and its `else`, and the way into the handlers. Gives back
    /// where an exception in a handler goes, and where the statement ends.
    fn guarded_body(&mut self, stmt: &'a ast::StmtTry) -> Compiled<(Label, Label)> {
        let range = stmt.range;
        let failed = self.unit().label();
        let end = self.unit().label();
        self.emit(Op::SetupTry(Unit::target(failed)), self.start_of(range));
        self.unit().blocks.push(Block::Try);
        self.statements(&stmt.body)?;
        self.unit().blocks.pop();
        self.emit_quiet(Op::PopTry);
        self.statements(&stmt.orelse)?;
        self.emit_quiet(Op::Jump(Unit::target(end)));

        self.unit().bind(failed);
        Ok((self.begin_handler(), end))
    }

    fn try_except(&mut self, stmt: &'a ast::StmtTry) -> Compiled<()> {
        if stmt.is_star {
            return self.try_except_star(stmt);
        }
        let (cleanup, end) = self.guarded_body(stmt)?;
        let last = stmt.handlers.len() - 1;
        for (index, handler) in stmt.handlers.iter().enumerate() {
            let ExceptHandler::ExceptHandler(handler) = handler;
            let next = self.unit().label();
            match &handler.type_ {
                Some(class) => {
                    self.expression(class)?;
                    self.emit(Op::ExceptionMatches, handler.range);
                    self.emit(Op::JumpIfFalse(Unit::target(next)), handler.range);
                }
                None if index < last => {
                    return self.refuse(Refusal::DefaultExceptNotLast, handler.range);
                }
                None => self.emit(Op::Nop, self.start_of(handler.range)),
            }
            self.handler_body(handler)?;
            self.end_handler(end);
            self.unit().bind(next);
        }
        self.end_handler_again(cleanup);
        self.unit().bind(end);
        Ok(())
    }

    fn handler_body(&mut self, handler: &'a ast::ExceptHandlerExceptHandler) -> Compiled<()> {
        let Some(name) = &handler.name else {
            return self.statements(&handler.body);
        };
        let at = self.start_of(handler.range);
        let cleanup = self.unit().label();
        let done = self.unit().label();
        self.emit(Op::LoadException, at);
        self.store_name(name.as_str(), at);
        self.emit(Op::SetupTry(Unit::target(cleanup)), at);
        let name = name.as_str();
        self.unit().blocks.push(Block::HandlerName(name.to_owned()));
        self.statements(&handler.body)?;
        self.unit().blocks.pop();
        self.unit().quiet = true;
        self.emit(Op::PopTry, at);
        self.unbind(name, at);
        self.emit(Op::Jump(Unit::target(done)), at);
        self.unit().bind(cleanup);
        self.unbind(name, at);
        self.emit(Op::Reraise, at);
        self.unit().quiet = false;
        self.unit().bind(done);
        Ok(())
    }

    /// Each `except*` takes its part of the exception group; what nobody took
    /// and what the handlers raised goes on.
    fn try_except_star(&mut self, stmt: &'a ast::StmtTry) -> Compiled<()> {
        let (cleanup, end) = self.guarded_body(stmt)?;
        // previous raised-list rest
        self.emit_quiet(Op::BuildList(0));
        self.emit_quiet(Op::LoadException);
        for handler in &stmt.handlers {
            let ExceptHandler::ExceptHandler(handler) = handler;
            let Some(class) = &handler.type_ else {
                return self.refuse(Refusal::Unsupported("except*:"), handler.range);
            };
            let next = self.unit().label();
            let raised = self.unit().label();
            let after = self.unit().label();
            self.expression(class)?;
            self.emit(Op::ExceptionGroupMatch, class.range());
            // previous raised-list rest match
            self.emit(Op::JumpIfNone(Unit::target(next)), class.range());
            self.emit(Op::PushException, class.range());
            self.emit(Op::SetupTry(Unit::target(raised)), class.range());
            self.unit().blocks.push(Block::Handler);
            self.handler_body(handler)?;
            self.unit().blocks.pop();
            self.end_handler(after);
            // previous raised-list rest previous-part exception
            self.unit().bind(raised);
            self.emit_quiet(Op::Swap(2));
            self.emit_quiet(Op::PopException);
            self.emit_quiet(Op::ListAppend(2));
            self.emit_quiet(Op::Jump(Unit::target(after)));
            self.unit().bind(next);
            self.emit_quiet(Op::Pop);
            self.unit().bind(after);
        }
        let again = self.unit().label();
        let quiet = self.unit().label();
        self.emit_quiet(Op::ExceptionGroupRest);
        // previous exception-or-None
        self.emit_quiet(Op::JumpIfNone(Unit::target(quiet)));
        self.emit_quiet(Op::PopTry);
        self.emit_quiet(Op::Jump(Unit::target(again)));
        self.unit().bind(quiet);
        self.emit_quiet(Op::Pop);
        self.end_handler(end);
        self.unit().blocks.pop();
        self.unit().bind(cleanup);
        self.unit().bind(again);
        self.reraise();
        self.unit().bind(end);
        Ok(())
    }

    pub(super) fn with_statement(&mut self, stmt: &'a ast::StmtWith) -> Compiled<()> {
        if stmt.is_async && !self.may_await() {
            return self.refuse(Refusal::AsyncOutsideAsync("async with"), stmt.range);
        }
        self.with_items(stmt, &stmt.items)
    }

    fn with_items(&mut self, stmt: &'a ast::StmtWith, items: &'a [ast::WithItem]) -> Compiled<()> {
        let Some((item, rest)) = items.split_first() else {
            return self.statements(&stmt.body);
        };
        let range = stmt.range;
        let asynchronous = stmt.is_async;
        let failed = self.unit().label();
        let end = self.unit().label();
        self.expression(&item.context_expr)?;
        self.emit(
            match asynchronous {
                true => Op::BeforeAsyncWith,
                false => Op::BeforeWith,
            },
            range,
        );
        self.emit(Op::Call(0), range);
        if asynchronous {
            self.emit_await(range);
        }
        // exit result: the `try` begins before the result is stored.
        match item.optional_vars.as_deref() {
            Some(target) => self.with_target(target, failed, range)?,
            None => {
                self.emit(Op::Pop, range);
                self.emit(Op::SetupTry(Unit::target(failed)), range);
            }
        }
        self.unit().blocks.push(Block::With {
            asynchronous,
            range,
        });
        self.with_items(stmt, rest)?;
        self.unit().blocks.pop();
        self.emit_quiet(Op::PopTry);
        self.unit().quiet = false;
        self.exit_with(asynchronous, range);
        self.emit(Op::Jump(Unit::target(end)), range);

        self.unit().bind(failed);
        let cleanup = self.unit().label();
        let suppressed = self.unit().label();
        self.emit(Op::PushException, range);
        self.emit(Op::SetupTry(Unit::target(cleanup)), range);
        self.emit(Op::ExitWithException, range);
        if asynchronous {
            self.emit_await(range);
        }
        self.emit(Op::JumpIfTrue(Unit::target(suppressed)), range);
        self.emit(Op::PopTry, range);
        self.emit(Op::LoadException, range);
        self.unit().bind(cleanup);
        self.reraise();
        self.unit().bind(suppressed);
        self.emit(Op::PopTry, range);
        self.emit(Op::PopException, range);
        self.emit(Op::Pop, range);
        self.unit().bind(end);
        Ok(())
    }

    /// `exit result -> exit`, with the `try` set up under the stored result.
    fn with_target(&mut self, target: &'a Expr, failed: Label, range: TextRange) -> Compiled<()> {
        self.emit(Op::SetupTryBelow(Unit::target(failed)), range);
        self.store(target)
    }

    /// `exit ->`: calls it without an exception.
    fn exit_with(&mut self, asynchronous: bool, range: TextRange) {
        for _ in 0..3 {
            self.constant(Value::None, range);
        }
        self.emit(Op::Call(3), range);
        if asynchronous {
            self.emit_await(range);
        }
        self.emit(Op::Pop, range);
    }
}
