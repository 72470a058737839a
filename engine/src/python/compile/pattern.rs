//! `match`: each pattern tests the subject and, where it fits, binds names.
//!
//! As in CPython, names are bound only when the whole pattern has matched;
//! until then their values wait on the stack.

use ruff_python_ast::{self as ast, Pattern};
use ruff_text_size::{Ranged, TextRange};

use super::unit::{Label, Unit};
use super::{Compiled, Compiler, Refusal};
use crate::python::code::{CompareOp, Op};
use crate::python::object::{Tuple, Value};
use std::rc::Rc;

/// What a pattern's failure must clean up: `fail[n]` is where to jump with `n`
/// values on the stack that are not wanted any more.
struct Context {
    fail: Vec<Label>,
    /// Names whose values wait under whatever else is on the stack.
    stores: Vec<String>,
    /// Values above the waiting ones.
    on_top: usize,
}

impl<'a> Compiler<'a> {
    pub(super) fn match_statement(&mut self, stmt: &'a ast::StmtMatch) -> Compiled<()> {
        let end = self.unit().label();
        self.expression(&stmt.subject)?;
        for case in &stmt.cases {
            let range = case.pattern.range();
            let mut context = Context {
                fail: Vec::new(),
                stores: Vec::new(),
                on_top: 0,
            };
            self.emit(Op::Copy(1), range);
            self.pattern(&case.pattern, &mut context)?;
            for name in std::mem::take(&mut context.stores) {
                self.store_name(&name, range);
            }
            if let Some(guard) = &case.guard {
                let fail = self.fail_label(&mut context, 0);
                self.jump_if(guard, false, fail, range)?;
            }
            self.emit(Op::Pop, range);
            self.statements(&case.body)?;
            self.emit_quiet(Op::Jump(Unit::target(end)));
            self.bind_failures(&mut context, range);
        }
        self.emit_quiet(Op::Pop);
        self.unit().bind(end);
        Ok(())
    }

    fn fail_label(&mut self, context: &mut Context, pops: usize) -> Label {
        while context.fail.len() <= pops {
            let label = self.unit().label();
            context.fail.push(label);
        }
        context.fail[pops]
    }

    /// Where to jump when the test on top fails (the test itself popped).
    fn failure(&mut self, context: &mut Context) -> u32 {
        let pops = context.on_top + context.stores.len();
        Unit::target(self.fail_label(context, pops))
    }

    /// Jumped to with `n` values too many: drops them one by one.
    fn bind_failures(&mut self, context: &mut Context, range: TextRange) {
        let labels = std::mem::take(&mut context.fail);
        for (pops, label) in labels.iter().enumerate().rev() {
            self.unit().bind_same_line(*label);
            if pops > 0 {
                self.emit(Op::Pop, range);
            }
        }
        self.unit().forget_line();
    }

    /// `subject ->`, with captured values left under it.
    fn pattern(&mut self, pattern: &'a Pattern, context: &mut Context) -> Compiled<()> {
        let range = pattern.range();
        match pattern {
            Pattern::MatchValue(value) => {
                self.expression(&value.value)?;
                self.emit(Op::Compare(CompareOp::Equal), range);
                let fail = self.failure(context);
                self.emit(Op::JumpIfFalse(fail), range);
            }
            Pattern::MatchSingleton(value) => {
                let constant = match value.value {
                    ast::Singleton::None => Value::None,
                    ast::Singleton::True => Value::Bool(true),
                    ast::Singleton::False => Value::Bool(false),
                };
                self.constant(constant, range);
                self.emit(Op::Is(false), range);
                let fail = self.failure(context);
                self.emit(Op::JumpIfFalse(fail), range);
            }
            Pattern::MatchAs(as_) => self.match_as(as_, context)?,
            Pattern::MatchOr(or) => self.match_or(or, context)?,
            Pattern::MatchSequence(sequence) => self.match_sequence(sequence, context)?,
            Pattern::MatchMapping(mapping) => self.match_mapping(mapping, context)?,
            Pattern::MatchClass(class) => self.match_class(class, context)?,
            Pattern::MatchStar(_) => return self.refuse(Refusal::StarredNotInList, range),
        }
        Ok(())
    }

    /// Keeps the value on top for a name: rotates it under everything else.
    fn capture(
        &mut self,
        name: Option<&str>,
        context: &mut Context,
        range: TextRange,
    ) -> Compiled<()> {
        let Some(name) = name else {
            self.emit(Op::Pop, range);
            return Ok(());
        };
        if context.stores.iter().any(|other| other == name) {
            return self.refuse(Refusal::NameBoundTwiceInPattern(name.to_owned()), range);
        }
        // The waiting values keep the order of `stores`, first on top.
        let below = context.on_top + context.stores.len();
        self.rotate_down(below, range);
        context.stores.push(name.to_owned());
        Ok(())
    }

    /// Moves the top under `n` values.
    fn rotate_down(&mut self, n: usize, range: TextRange) {
        for depth in (2..=n + 1).rev() {
            self.emit(Op::Swap(depth as u32), range);
        }
    }

    fn match_as(&mut self, as_: &'a ast::PatternMatchAs, context: &mut Context) -> Compiled<()> {
        let name = as_.name.as_ref().map(|name| name.as_str());
        if let Some(inner) = &as_.pattern {
            self.emit(Op::Copy(1), as_.range);
            context.on_top += 1;
            self.pattern(inner, context)?;
            context.on_top -= 1;
        }
        self.capture(name, context, as_.range)
    }

    fn match_or(&mut self, or: &'a ast::PatternMatchOr, context: &mut Context) -> Compiled<()> {
        let range = or.range;
        let end = self.unit().label();
        let outer = std::mem::take(&mut context.stores);
        let outer_fail = std::mem::take(&mut context.fail);
        let outer_top = std::mem::replace(&mut context.on_top, 0);
        let mut names: Option<Vec<String>> = None;
        for alternative in &or.patterns {
            context.stores.clear();
            self.emit(Op::Copy(1), alternative.range());
            self.pattern(alternative, context)?;
            let bound = std::mem::take(&mut context.stores);
            match &names {
                None => names = Some(bound),
                Some(first) => {
                    // No name stands twice in one alternative.
                    let missing = |name| !bound.contains(name);
                    if first.len() != bound.len() || first.iter().any(missing) {
                        return self.refuse(Refusal::AlternativesBindDifferently, range);
                    }
                    // Brings the values into the order of the first one's names.
                    let mut order = bound;
                    for (at, wanted) in first.iter().enumerate() {
                        if let Some(from) = order.iter().position(|name| name == wanted)
                            && from != at
                        {
                            self.exchange(at + 1, from + 1, range);
                            order.swap(at, from);
                        }
                    }
                }
            }
            self.emit(Op::Jump(Unit::target(end)), alternative.range());
            self.bind_failures(context, range);
        }
        context.stores = outer;
        context.fail = outer_fail;
        context.on_top = outer_top;
        // No alternative fits: the subject goes, then as any failure.
        self.emit(Op::Pop, range);
        let fail = self.failure(context);
        self.emit(Op::Jump(fail), range);
        self.unit().bind_same_line(end);
        // subject names.. -> names.. , and those under everything else.
        let names = names.unwrap_or_default();
        self.rotate_up(names.len() + 1, range);
        self.emit(Op::Pop, range);
        let count = names.len();
        for (index, name) in names.iter().enumerate() {
            context.on_top += count - index - 1;
            self.capture(Some(name), context, range)?;
            context.on_top -= count - index - 1;
        }
        Ok(())
    }

    /// Exchanges the values `a` and `b` places from the top (1 is the top).
    fn exchange(&mut self, a: usize, b: usize, range: TextRange) {
        match (a.min(b), a.max(b)) {
            (1, deep) => self.emit(Op::Swap(deep as u32), range),
            (a, b) => {
                self.emit(Op::Swap(a as u32), range);
                self.emit(Op::Swap(b as u32), range);
                self.emit(Op::Swap(a as u32), range);
            }
        }
    }

    /// Brings the value `n` places down to the top.
    fn rotate_up(&mut self, n: usize, range: TextRange) {
        for depth in 2..=n {
            self.emit(Op::Swap(depth as u32), range);
        }
    }

    fn match_sequence(
        &mut self,
        sequence: &'a ast::PatternMatchSequence,
        context: &mut Context,
    ) -> Compiled<()> {
        let range = sequence.range;
        let patterns = &sequence.patterns;
        let star = patterns
            .iter()
            .position(|pattern| matches!(pattern, Pattern::MatchStar(_)));
        context.on_top += 1;
        self.emit(Op::MatchSequence, range);
        let fail = self.failure(context);
        self.emit(Op::JumpIfFalse(fail), range);
        self.emit(Op::Length, range);
        let least = patterns.len() - usize::from(star.is_some());
        self.constant(Value::Int(least as i64), range);
        self.emit(
            Op::Compare(match star {
                Some(_) => CompareOp::GreaterEqual,
                None => CompareOp::Equal,
            }),
            range,
        );
        let fail = self.failure(context);
        self.emit(Op::JumpIfFalse(fail), range);
        context.on_top -= 1;
        match star {
            None => self.emit(Op::Unpack(patterns.len() as u32), range),
            Some(at) => self.emit(
                Op::UnpackStar {
                    before: at as u16,
                    after: (patterns.len() - at - 1) as u16,
                },
                range,
            ),
        }
        for (index, pattern) in patterns.iter().enumerate() {
            let rest = patterns.len() - index - 1;
            context.on_top += rest;
            match pattern {
                Pattern::MatchStar(star) => {
                    let name = star.name.as_ref().map(|name| name.as_str());
                    self.capture(name, context, star.range)?;
                }
                _ => self.pattern(pattern, context)?,
            }
            context.on_top -= rest;
        }
        Ok(())
    }

    fn match_mapping(
        &mut self,
        mapping: &'a ast::PatternMatchMapping,
        context: &mut Context,
    ) -> Compiled<()> {
        let range = mapping.range;
        context.on_top += 1;
        self.emit(Op::MatchMapping, range);
        let fail = self.failure(context);
        self.emit(Op::JumpIfFalse(fail), range);
        self.expressions(&mapping.keys)?;
        self.emit(Op::BuildTuple(mapping.keys.len() as u32), range);
        // subject keys
        context.on_top += 1;
        self.emit(Op::MatchKeys, range);
        self.fail_if_none(context, range);
        context.on_top -= 2;
        // subject keys values -> values.. [rest]
        let count = mapping.patterns.len();
        match &mapping.rest {
            Some(_) => {
                self.rotate_down(2, range);
                // values subject keys
                self.emit(Op::MatchRest, range);
                self.emit(Op::Swap(2), range);
                self.emit(Op::Unpack(count as u32), range);
                context.on_top += 1;
            }
            None => {
                self.rotate_down(2, range);
                self.emit(Op::Pop, range);
                self.emit(Op::Pop, range);
                self.emit(Op::Unpack(count as u32), range);
            }
        }
        self.match_parts(mapping.patterns.iter(), count, context)?;
        if let Some(rest) = &mapping.rest {
            context.on_top -= 1;
            self.capture(Some(rest.as_str()), context, range)?;
        }
        Ok(())
    }

    fn match_class(
        &mut self,
        class: &'a ast::PatternMatchClass,
        context: &mut Context,
    ) -> Compiled<()> {
        let range = class.range;
        let arguments = &class.arguments;
        self.expression(&class.cls)?;
        let names = arguments
            .keywords
            .iter()
            .map(|keyword| Value::Str(self.names.intern(keyword.attr.as_str())))
            .collect();
        let names = Value::Tuple(Rc::new(Tuple::new(self.heap, names)));
        self.constant(names, range);
        self.emit(Op::MatchClass(arguments.patterns.len() as u32), range);
        // values-or-None
        self.fail_if_none(context, range);
        let count = arguments.patterns.len() + arguments.keywords.len();
        self.emit(Op::Unpack(count as u32), range);
        let keywords = arguments.keywords.iter().map(|keyword| &keyword.pattern);
        self.match_parts(arguments.patterns.iter().chain(keywords), count, context)
    }

    /// `values-or-None -> values`: the pattern fails where there are none.
    fn fail_if_none(&mut self, context: &mut Context, range: TextRange) {
        let fitting = self.unit().label();
        let missing = self.unit().label();
        context.on_top += 1;
        self.emit(Op::JumpIfNone(Unit::target(missing)), range);
        self.emit(Op::Jump(Unit::target(fitting)), range);
        self.unit().bind_same_line(missing);
        let fail = self.failure(context);
        self.emit(Op::Jump(fail), range);
        self.unit().bind_same_line(fitting);
        context.on_top -= 1;
    }

    /// Matches the `count` values on the stack, the first on top.
    fn match_parts(
        &mut self,
        patterns: impl Iterator<Item = &'a ast::Pattern>,
        count: usize,
        context: &mut Context,
    ) -> Compiled<()> {
        for (index, pattern) in patterns.enumerate() {
            let rest = count - index - 1;
            context.on_top += rest;
            self.pattern(pattern, context)?;
            context.on_top -= rest;
        }
        Ok(())
    }
}
