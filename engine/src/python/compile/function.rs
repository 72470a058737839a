//! Functions, lambdas, classes and comprehensions: bodies of their own.

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::expression::spreads;
use super::scope::NodeKind;
use super::unit::Unit;
use super::{Compiled, Compiler, Refusal};
use crate::python::code::{CodeKind, Op, Parameters, function_parts};
use crate::python::object::{Str, Value};
use std::rc::Rc;

impl<'a> Compiler<'a> {
    pub(super) fn function_definition(&mut self, def: &'a ast::StmtFunctionDef) -> Compiled<()> {
        let name = def.name.as_str();
        for decorator in &def.decorator_list {
            self.expression(&decorator.expression)?;
        }
        let at = TextRange::new(def.name.range.start(), def.name.range.end());
        let mut parts = self.defaults(&def.parameters, at)?;
        parts |= self.annotations(&def.parameters, def.returns.as_deref(), at)?;
        let scope = self.scopes.of_node(def.range, NodeKind::Function);
        let kind = self.kind(scope);
        let first = match def.decorator_list.first() {
            Some(decorator) => decorator.range,
            None => at,
        };
        let first_line = self.source.line(first.start().to_u32());
        self.enter(scope, name, kind, first_line);
        let outer_class = self.class.take();
        // Methods see their class's private names; nested functions too.
        self.class = outer_class.clone();
        self.unit().parameters = parameters(&def.parameters);
        let body = self.docstring(&def.body);
        self.statements(body)?;
        self.return_none();
        self.class = outer_class;
        self.make_function(parts, at)?;
        for decorator in def.decorator_list.iter().rev() {
            self.emit(Op::Call(1), decorator.expression.range());
        }
        self.store_name(name, at);
        Ok(())
    }

    fn kind(&self, scope: usize) -> CodeKind {
        let scope = self.scopes.get(scope);
        match (scope.is_async, scope.has_yield) {
            (false, false) => CodeKind::Plain,
            (false, true) => CodeKind::Generator,
            (true, false) => CodeKind::Coroutine,
            (true, true) => CodeKind::AsyncGenerator,
        }
    }

    /// Keeps the docstring and gives the rest of the body.
    fn docstring(&mut self, body: &'a [Stmt]) -> &'a [Stmt] {
        if let Some((Stmt::Expr(first), rest)) = body.split_first()
            && let Expr::StringLiteral(text) = &*first.value
        {
            let text: Rc<Str> = self.names.intern(text.value.to_str());
            self.unit().doc = Some(text);
            return rest;
        }
        body
    }

    /// Pushes default values: a tuple, then keyword-only ones.
    fn defaults(&mut self, parameters: &'a ast::Parameters, at: TextRange) -> Compiled<u16> {
        let mut parts = 0;
        let plain = parameters.posonlyargs.iter().chain(&parameters.args);
        let defaults: Vec<&Expr> = plain.filter_map(|p| p.default.as_deref()).collect();
        if !defaults.is_empty() {
            let count = defaults.len() as u32;
            self.expressions(defaults)?;
            self.emit(Op::BuildTuple(count), at);
            parts |= function_parts::DEFAULTS;
        }
        if parameters.kwonlyargs.iter().any(|p| p.default.is_some()) {
            let mut count = 0;
            for parameter in &parameters.kwonlyargs {
                if let Some(default) = &parameter.default {
                    self.str_constant(parameter.parameter.name.as_str(), at);
                    self.expression(default)?;
                    count += 1;
                }
            }
            self.emit(Op::BuildMap(count), at);
            parts |= function_parts::KEYWORD_DEFAULTS;
        }
        Ok(parts)
    }

    /// Pushes a dict of a function's annotations, where it has some.
    fn annotations(
        &mut self,
        parameters: &'a ast::Parameters,
        returns: Option<&'a Expr>,
        at: TextRange,
    ) -> Compiled<u16> {
        let found = super::scope::annotations(parameters, returns);
        if found.is_empty() {
            return Ok(0);
        }
        let count = found.len() as u32;
        for (name, annotation) in found {
            let name = self.private(name);
            self.str_constant(&name, at);
            self.annotation(annotation)?;
        }
        self.emit(Op::BuildMap(count), at);
        Ok(function_parts::ANNOTATIONS)
    }

    /// Ends the innermost body and makes a function of it:
    /// `[parts] -> function`.
    fn make_function(&mut self, mut parts: u16, at: TextRange) -> Compiled<()> {
        let code = self.leave()?;
        let free = &code.cells[code.own_cells as usize..];
        if !free.is_empty() {
            for name in free {
                let cell = self.cell(name.text());
                self.emit(Op::PushCell(cell), at);
            }
            self.emit(Op::BuildTuple(free.len() as u32), at);
            parts |= function_parts::CELLS;
        }
        let code = self.unit().constant(Value::Code(code)) as u16;
        self.emit(Op::MakeFunction { code, parts }, at);
        Ok(())
    }

    pub(super) fn lambda(&mut self, lambda: &'a ast::ExprLambda) -> Compiled<()> {
        let range = lambda.range;
        let parts = match &lambda.parameters {
            Some(parameters) => self.defaults(parameters, range)?,
            None => 0,
        };
        let scope = self.scopes.of_node(range, NodeKind::Lambda);
        let line = self.source.line(range.start().to_u32());
        self.enter(scope, "<lambda>", self.kind(scope), line);
        if let Some(named) = &lambda.parameters {
            self.unit().parameters = parameters(named);
        }
        self.expression(&lambda.body)?;
        self.emit(Op::Return, range);
        self.make_function(parts, range)
    }

    pub(super) fn class_definition(&mut self, def: &'a ast::StmtClassDef) -> Compiled<()> {
        let name = def.name.as_str();
        let at = def.name.range;
        for decorator in &def.decorator_list {
            self.expression(&decorator.expression)?;
        }
        let scope = self.scopes.of_node(def.range, NodeKind::Class);
        let line = self.source.line(at.start().to_u32());
        self.enter(scope, name, CodeKind::Plain, line);
        self.unit().class_body = true;
        if let Some(decorator) = def.decorator_list.first() {
            // As in CPython, a class's body begins with its decorators.
            self.emit(Op::Nop, decorator.expression.range());
        }
        let outer = self.class.replace(name.to_owned());
        let body = self.docstring(&def.body);
        if body.len() < def.body.len() {
            // A class's is a line that is reached: it becomes `__doc__`.
            self.emit(Op::Nop, def.body[0].range());
        }
        self.statements(body)?;
        match self.unit().own_cells {
            0 => self.return_none(),
            // The cell in which methods find their class, for `super()`.
            _ => {
                self.emit_quiet(Op::PushCell(0));
                self.emit_quiet(Op::Return);
            }
        }
        self.class = outer;
        self.make_function(0, at)?;
        self.str_constant(name, at);
        self.build_class(def.arguments.as_deref(), at)?;
        for decorator in def.decorator_list.iter().rev() {
            self.emit(Op::Call(1), decorator.expression.range());
        }
        self.store_name(name, at);
        Ok(())
    }

    /// `body-function name -> class`: pushes the bases and keywords, and builds.
    fn build_class(
        &mut self,
        arguments: Option<&'a ast::Arguments>,
        at: TextRange,
    ) -> Compiled<()> {
        let mut count = 0;
        let mut names = u16::MAX;
        if let Some(arguments) = arguments {
            if spreads(arguments) {
                self.spread_arguments(arguments, Op::GetIterStar, at)?;
                let keywords = !arguments.keywords.is_empty();
                self.emit(Op::BuildClassSpread(keywords), at);
                return Ok(());
            }
            self.expressions(&arguments.args)?;
            for keyword in &arguments.keywords {
                self.expression(&keyword.value)?;
            }
            count = arguments.len() as u16;
            if !arguments.keywords.is_empty() {
                names = self.keyword_names(&arguments.keywords) as u16;
            }
        }
        self.emit(Op::BuildClass { count, names }, at);
        Ok(())
    }

    pub(super) fn comprehension(&mut self, expr: &'a Expr) -> Compiled<()> {
        let range = expr.range();
        let (name, generators): (_, &'a [ast::Comprehension]) = match expr {
            Expr::ListComp(comp) => ("<listcomp>", &comp.generators),
            Expr::SetComp(comp) => ("<setcomp>", &comp.generators),
            Expr::DictComp(comp) => ("<dictcomp>", &comp.generators),
            Expr::Generator(comp) => ("<genexpr>", &comp.generators),
            _ => return Ok(()),
        };
        let Some(first) = generators.first() else {
            return Ok(());
        };
        let is_generator = matches!(expr, Expr::Generator(_));
        let id = self.scopes.of_node(range, NodeKind::Comprehension);
        let asynchronous = self.scopes.get(id).has_await;
        if asynchronous && !is_generator && !self.may_await() {
            return self.refuse(Refusal::AsyncOutsideAsync("comprensión asíncrona"), range);
        }
        let kind = match (is_generator, asynchronous) {
            (false, false) => CodeKind::Plain,
            (false, true) => CodeKind::Coroutine,
            (true, false) => CodeKind::Generator,
            (true, true) => CodeKind::AsyncGenerator,
        };
        let line = self.source.line(range.start().to_u32());
        self.enter(id, name, kind, line);
        self.unit().parameters.positional = 1;
        match expr {
            Expr::ListComp(_) => self.emit(Op::BuildList(0), range),
            Expr::SetComp(_) => self.emit(Op::BuildSet, range),
            Expr::DictComp(_) => self.emit(Op::BuildMap(0), range),
            _ => {}
        }
        self.comprehension_loop(expr, generators, 0)?;
        if is_generator {
            self.constant(Value::None, range);
        }
        self.emit(Op::Return, range);
        self.make_function(0, range)?;
        self.expression(&first.iter)?;
        self.emit(
            match first.is_async {
                true => Op::GetAsyncIter,
                false => Op::GetIter,
            },
            range,
        );
        self.emit(Op::Call(1), range);
        if asynchronous && !is_generator {
            self.emit_await(range);
        }
        Ok(())
    }

    fn comprehension_loop(
        &mut self,
        expr: &'a Expr,
        generators: &'a [ast::Comprehension],
        depth: usize,
    ) -> Compiled<()> {
        let Some(generator) = generators.get(depth) else {
            return self.comprehension_element(expr, generators.len() as u32);
        };
        let at = expr.range();
        let next = self.unit().label();
        let end = self.unit().label();
        if depth == 0 {
            self.emit(Op::LoadLocal(0), at);
        } else {
            self.expression(&generator.iter)?;
            self.emit(
                match generator.is_async {
                    true => Op::GetAsyncIter,
                    false => Op::GetIter,
                },
                at,
            );
        }
        self.unit().bind(next);
        match generator.is_async {
            true => self.async_next(end, at)?,
            false => self.emit(Op::ForIter(Unit::target(end)), at),
        }
        self.store(&generator.target)?;
        let skip = self.unit().label();
        for condition in &generator.ifs {
            self.jump_if(condition, false, skip, at)?;
        }
        self.comprehension_loop(expr, generators, depth + 1)?;
        self.unit().bind(skip);
        self.emit_quiet(Op::JumpBack(Unit::target(next)));
        self.unit().bind(end);
        if generator.is_async {
            self.emit(Op::EndAsyncFor, generator.iter.range());
        }
        Ok(())
    }

    /// Adds an element to the collection under the loops' iterators.
    fn comprehension_element(&mut self, expr: &'a Expr, loops: u32) -> Compiled<()> {
        match expr {
            Expr::ListComp(comp) => {
                self.expression(&comp.elt)?;
                self.emit(Op::ListAppend(loops + 1), comp.range);
            }
            Expr::SetComp(comp) => {
                self.expression(&comp.elt)?;
                self.emit(Op::SetAdd(loops + 1), comp.range);
            }
            Expr::DictComp(comp) => {
                let Some(key) = &comp.key else {
                    return self.refuse(Refusal::Unsupported("{**d for}"), comp.range);
                };
                self.expression(key)?;
                self.expression(&comp.value)?;
                self.emit(Op::MapAdd(loops + 1), comp.range);
            }
            Expr::Generator(comp) => {
                self.expression(&comp.elt)?;
                let op = match self.unit().kind {
                    CodeKind::AsyncGenerator => Op::YieldAsync,
                    _ => Op::Yield,
                };
                self.emit(op, comp.range);
                self.emit(Op::Pop, comp.range);
            }
            _ => {}
        }
        Ok(())
    }
}

fn parameters(parameters: &ast::Parameters) -> Parameters {
    let positional_only = parameters.posonlyargs.len() as u32;
    Parameters {
        positional_only,
        positional: positional_only + parameters.args.len() as u32,
        keyword_only: parameters.kwonlyargs.len() as u32,
        rest: parameters.vararg.is_some(),
        keywords: parameters.kwarg.is_some(),
    }
}
