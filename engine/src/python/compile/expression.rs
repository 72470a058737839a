//! What each expression becomes: instructions that leave one value.

use num_bigint::BigInt;
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::unit::Unit;
use super::{Compiled, Compiler, Refusal, has_star};
use crate::python::code::{BinaryOp, CodeKind, CompareOp, Conversion, Op, UnaryOp};
use crate::python::object::{Bytes, Tuple, Value};
use std::rc::Rc;

impl<'a> Compiler<'a> {
    /// `-> value`
    pub(super) fn expression(&mut self, expr: &'a Expr) -> Compiled<()> {
        let range = expr.range();
        match expr {
            Expr::Name(name) => self.load_name(name.id.as_str(), range),
            Expr::NumberLiteral(literal) => {
                let value = self.number(&literal.value, range)?;
                self.constant(value, range);
            }
            Expr::StringLiteral(literal) => self.str_constant(literal.value.to_str(), range),
            Expr::BytesLiteral(literal) => {
                let bytes: Vec<u8> = literal.value.bytes().collect();
                let value = Value::Bytes(Rc::new(Bytes::new(self.heap, bytes)));
                self.constant(value, range);
            }
            Expr::BooleanLiteral(literal) => self.constant(Value::Bool(literal.value), range),
            Expr::NoneLiteral(_) => self.constant(Value::None, range),
            Expr::EllipsisLiteral(_) => self.constant(Value::Ellipsis, range),
            Expr::FString(literal) => self.f_string(literal)?,
            Expr::UnaryOp(unary) => self.unary(unary)?,
            Expr::BinOp(binary) => {
                self.expression(&binary.left)?;
                self.expression(&binary.right)?;
                self.emit(Op::Binary(binary_op(binary.op)), range);
            }
            Expr::BoolOp(op) => self.bool_op(op)?,
            Expr::Compare(compare) => self.compare(compare)?,
            Expr::If(choice) => self.choice(choice)?,
            Expr::Call(call) => self.call(call)?,
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value)?;
                let name = self.private(attribute.attr.as_str());
                let name = self.name(&name);
                let at = self.attribute_range(attribute);
                self.emit(Op::LoadAttribute(name), at);
            }
            Expr::Subscript(subscript) => {
                self.suspect_subscript(subscript);
                self.expression(&subscript.value)?;
                self.expression(&subscript.slice)?;
                self.emit(Op::Subscript, range);
            }
            Expr::Slice(slice) => self.slice(slice)?,
            Expr::Tuple(tuple) if !has_star(&tuple.elts) => {
                self.expressions(&tuple.elts)?;
                self.emit(Op::BuildTuple(tuple.elts.len() as u32), range);
            }
            Expr::Tuple(tuple) => {
                self.spread_list(&tuple.elts, range)?;
                self.emit(Op::ListToTuple, range);
            }
            Expr::List(list) if !has_star(&list.elts) => {
                self.expressions(&list.elts)?;
                self.emit(Op::BuildList(list.elts.len() as u32), range);
            }
            Expr::List(list) => self.spread_list(&list.elts, range)?,
            Expr::Set(set) => {
                self.emit(Op::BuildSet, range);
                for element in &set.elts {
                    match element {
                        Expr::Starred(star) => {
                            self.expression(&star.value)?;
                            self.emit(Op::SetUpdate, star.value.range());
                        }
                        _ => {
                            self.expression(element)?;
                            self.emit(Op::SetAdd(1), range);
                        }
                    }
                }
                if set.elts.len() > 2 && set.elts.iter().all(is_constant) {
                    self.emit(Op::ConstantSet, range);
                }
            }
            Expr::Dict(dict) => self.dict(dict)?,
            Expr::Lambda(lambda) => self.lambda(lambda)?,
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                self.comprehension(expr)?;
            }
            Expr::Named(named) => {
                self.expression(&named.value)?;
                self.emit(Op::Copy(1), range);
                self.store(&named.target)?;
            }
            Expr::Await(wait) => {
                if !self.may_await() {
                    let refusal = match self.in_function() {
                        true => Refusal::AwaitOutsideAsync,
                        false => Refusal::AwaitOutsideFunction,
                    };
                    return self.refuse(refusal, range);
                }
                self.expression(&wait.value)?;
                self.emit_await(range);
            }
            Expr::Yield(value) => self.yield_(value)?,
            Expr::YieldFrom(value) => self.yield_from(value)?,
            Expr::Starred(_) => return self.refuse(Refusal::StarredNotInList, range),
            Expr::TString(_) => return self.refuse(Refusal::Unsupported("t\"\""), range),
            Expr::IpyEscapeCommand(_) => {
                return self.refuse(Refusal::Unsupported("IPython"), range);
            }
        }
        Ok(())
    }

    /// A multi-line chain of attributes counts each to its own line, as
    /// CPython does.
    fn attribute_range(&self, attribute: &ast::ExprAttribute) -> TextRange {
        let value = attribute.value.range();
        let whole = attribute.range;
        let ends = self.source.line(value.end().to_u32());
        let name = self.source.line(attribute.attr.range.start().to_u32());
        match ends == name {
            true => whole,
            false => TextRange::new(attribute.attr.range.start(), whole.end()),
        }
    }

    fn number(&self, number: &ast::Number, range: TextRange) -> Compiled<Value> {
        match number {
            ast::Number::Float(value) => Ok(Value::Float(*value)),
            ast::Number::Complex { .. } => self.refuse(Refusal::Unsupported("complex"), range),
            ast::Number::Int(int) => match int.as_i64() {
                Some(small) => Ok(Value::Int(small)),
                None => {
                    let text = int.to_string().replace('_', "");
                    let (digits, radix) = match text.get(..2) {
                        Some("0x" | "0X") => (&text[2..], 16),
                        Some("0o" | "0O") => (&text[2..], 8),
                        Some("0b" | "0B") => (&text[2..], 2),
                        _ => (text.as_str(), 10),
                    };
                    match BigInt::parse_bytes(digits.as_bytes(), radix) {
                        Some(value) => Ok(Value::int(value)),
                        None => self.refuse(Refusal::Unsupported("int"), range),
                    }
                }
            },
        }
    }

    fn unary(&mut self, unary: &'a ast::ExprUnaryOp) -> Compiled<()> {
        if let (ast::UnaryOp::USub, Expr::NumberLiteral(literal)) = (unary.op, &*unary.operand) {
            let value = match self.number(&literal.value, unary.range)? {
                Value::Int(value) => value.checked_neg().map(Value::Int),
                Value::Float(value) => Some(Value::Float(-value)),
                _ => None,
            };
            if let Some(value) = value {
                self.constant(value, unary.range);
                return Ok(());
            }
        }
        self.expression(&unary.operand)?;
        let op = match unary.op {
            ast::UnaryOp::Not => UnaryOp::Not,
            ast::UnaryOp::USub => UnaryOp::Negative,
            ast::UnaryOp::UAdd => UnaryOp::Positive,
            ast::UnaryOp::Invert => UnaryOp::Invert,
        };
        self.emit(Op::Unary(op), unary.range);
        Ok(())
    }

    fn bool_op(&mut self, op: &'a ast::ExprBoolOp) -> Compiled<()> {
        let end = self.unit().label();
        let Some((last, first)) = op.values.split_last() else {
            return Ok(());
        };
        for value in first {
            self.expression(value)?;
            let target = Unit::target(end);
            let jump = match op.op {
                ast::BoolOp::And => Op::JumpIfFalse(target),
                ast::BoolOp::Or => Op::JumpIfTrue(target),
            };
            self.emit(Op::Copy(1), op.range);
            self.emit(jump, op.range);
            self.emit(Op::Pop, op.range);
        }
        self.expression(last)?;
        self.bind_inside(end, op.range);
        Ok(())
    }

    fn compare(&mut self, compare: &'a ast::ExprCompare) -> Compiled<()> {
        let range = compare.range;
        self.suspect_compare(compare);
        self.expression(&compare.left)?;
        let Some((last, first)) = compare.ops.split_last() else {
            return Ok(());
        };
        if first.is_empty() {
            self.expression(&compare.comparators[0])?;
            self.emit(compare_op(*last), range);
            return Ok(());
        }
        let short = self.unit().label();
        let end = self.unit().label();
        for (op, right) in first.iter().zip(&compare.comparators) {
            self.expression(right)?;
            // left right -> right (left right)
            self.emit(Op::Swap(2), range);
            self.emit(Op::Copy(2), range);
            self.emit(compare_op(*op), range);
            self.emit(Op::Copy(1), range);
            self.emit(Op::JumpIfFalse(Unit::target(short)), range);
            self.emit(Op::Pop, range);
        }
        self.expression(&compare.comparators[first.len()])?;
        self.emit(compare_op(*last), range);
        self.emit(Op::Jump(Unit::target(end)), range);
        self.unit().bind_same_line(short);
        self.emit(Op::Swap(2), range);
        self.emit(Op::Pop, range);
        self.unit().bind_same_line(end);
        Ok(())
    }

    fn choice(&mut self, choice: &'a ast::ExprIf) -> Compiled<()> {
        let otherwise = self.unit().label();
        let end = self.unit().label();
        self.jump_if(&choice.test, false, otherwise, choice.range)?;
        self.expression(&choice.body)?;
        self.emit_quiet(Op::Jump(Unit::target(end)));
        self.bind_inside(otherwise, choice.range);
        self.expression(&choice.orelse)?;
        self.bind_inside(end, choice.range);
        Ok(())
    }

    fn slice(&mut self, slice: &'a ast::ExprSlice) -> Compiled<()> {
        for part in [&slice.lower, &slice.upper] {
            match part {
                Some(part) => self.expression(part)?,
                None => self.constant(Value::None, slice.range),
            }
        }
        let count = match &slice.step {
            Some(step) => {
                self.expression(step)?;
                3
            }
            None => 2,
        };
        self.emit(Op::BuildSlice(count), slice.range);
        Ok(())
    }

    /// `-> list`, with `*iterables` unpacked.
    fn spread_list(&mut self, elements: &'a [Expr], range: TextRange) -> Compiled<()> {
        self.emit(Op::BuildList(0), range);
        self.extend_list(elements, Op::GetIterStar, range)
    }

    /// `list -> list`, with the elements added.
    fn extend_list(
        &mut self,
        elements: &'a [Expr],
        get_iter: Op,
        range: TextRange,
    ) -> Compiled<()> {
        for element in elements {
            match element {
                Expr::Starred(star) => {
                    self.expression(&star.value)?;
                    let at = star.value.range();
                    self.emit(get_iter, at);
                    let next = self.unit().label();
                    let end = self.unit().label();
                    self.unit().bind_same_line(next);
                    self.emit(Op::ForIter(Unit::target(end)), at);
                    self.emit(Op::ListAppend(2), at);
                    self.emit(Op::JumpBackQuiet(Unit::target(next)), at);
                    self.unit().bind_same_line(end);
                }
                _ => {
                    self.expression(element)?;
                    self.emit(Op::ListAppend(1), range);
                }
            }
        }
        Ok(())
    }

    fn dict(&mut self, dict: &'a ast::ExprDict) -> Compiled<()> {
        if dict.items.iter().all(|item| item.key.is_some()) {
            for item in &dict.items {
                self.expressions(item.key.as_ref())?;
                self.expression(&item.value)?;
            }
            self.emit(Op::BuildMap(dict.items.len() as u32), dict.range);
            return Ok(());
        }
        self.emit(Op::BuildMap(0), dict.range);
        for item in &dict.items {
            self.expressions(item.key.as_ref())?;
            self.expression(&item.value)?;
            match &item.key {
                Some(_) => self.emit(Op::MapAdd(1), dict.range),
                None => self.emit(Op::DictUpdate, item.value.range()),
            }
        }
        Ok(())
    }

    fn f_string(&mut self, literal: &'a ast::ExprFString) -> Compiled<()> {
        let range = literal.range;
        let mut parts = 0;
        let mut text = String::new();
        for part in &literal.value {
            match part {
                ast::FStringPart::Literal(literal) => text.push_str(&literal.value),
                ast::FStringPart::FString(f_string) => {
                    parts += self.interpolated(&f_string.elements, &mut text, range)?;
                }
            }
        }
        if !text.is_empty() || parts == 0 {
            self.str_constant(&text, range);
            parts += 1;
        }
        if parts > 1 {
            self.emit(Op::BuildString(parts), range);
        }
        Ok(())
    }

    /// Emits the parts; `text` collects literal text up to the next value.
    fn interpolated(
        &mut self,
        elements: &'a ast::InterpolatedStringElements,
        text: &mut String,
        range: TextRange,
    ) -> Compiled<u32> {
        let mut parts = 0;
        for element in elements {
            let value = match element {
                ast::InterpolatedStringElement::Literal(literal) => {
                    text.push_str(&literal.value);
                    continue;
                }
                ast::InterpolatedStringElement::Interpolation(value) => value,
            };
            let mut conversion = match value.conversion {
                ast::ConversionFlag::None => Conversion::None,
                ast::ConversionFlag::Str => Conversion::Str,
                ast::ConversionFlag::Repr => Conversion::Repr,
                ast::ConversionFlag::Ascii => Conversion::Ascii,
            };
            if let Some(debug) = &value.debug_text {
                let at = value.expression.range().to_std_range();
                text.push_str(debug.leading());
                text.push_str(&self.source.text[at]);
                text.push_str(debug.trailing());
                if conversion == Conversion::None && value.format_spec.is_none() {
                    conversion = Conversion::Repr;
                }
            }
            if !text.is_empty() {
                self.str_constant(text, range);
                text.clear();
                parts += 1;
            }
            self.expression(&value.expression)?;
            if let Some(spec) = &value.format_spec {
                let mut spec_text = String::new();
                let mut spec_parts = self.interpolated(&spec.elements, &mut spec_text, range)?;
                if !spec_text.is_empty() || spec_parts == 0 {
                    self.str_constant(&spec_text, range);
                    spec_parts += 1;
                }
                if spec_parts > 1 {
                    self.emit(Op::BuildString(spec_parts), range);
                }
            }
            let spec = value.format_spec.is_some();
            self.emit(Op::Format { conversion, spec }, value.range);
            parts += 1;
        }
        Ok(parts)
    }

    /// `awaitable -> result`
    pub(super) fn emit_await(&mut self, range: TextRange) {
        self.emit(Op::GetAwaitable, range);
        self.emit_send_loop(range);
    }

    fn emit_send_loop(&mut self, range: TextRange) {
        self.constant(Value::None, range);
        let again = self.unit().label();
        let end = self.unit().label();
        self.unit().bind_same_line(again);
        self.emit(Op::Send(Unit::target(end)), range);
        self.emit(Op::Yield, range);
        self.emit(Op::Jump(Unit::target(again)), range);
        self.unit().bind_same_line(end);
    }

    fn yield_(&mut self, expr: &'a ast::ExprYield) -> Compiled<()> {
        if !self.in_function() {
            return self.refuse(Refusal::YieldOutsideFunction, expr.range);
        }
        match &expr.value {
            Some(value) => self.expression(value)?,
            None => self.constant(Value::None, expr.range),
        }
        let op = match self.unit().kind {
            CodeKind::AsyncGenerator => Op::YieldAsync,
            _ => Op::Yield,
        };
        self.emit(op, expr.range);
        Ok(())
    }

    fn yield_from(&mut self, expr: &'a ast::ExprYieldFrom) -> Compiled<()> {
        if !self.in_function() {
            return self.refuse(Refusal::YieldOutsideFunction, expr.range);
        }
        if self.unit().kind == CodeKind::AsyncGenerator {
            return self.refuse(Refusal::YieldFromInAsync, expr.range);
        }
        self.expression(&expr.value)?;
        self.emit(Op::GetYieldFrom, expr.range);
        self.emit_send_loop(expr.range);
        Ok(())
    }

    fn call(&mut self, call: &'a ast::ExprCall) -> Compiled<()> {
        let range = call.range();
        let arguments = &call.arguments;
        self.suspect_call(&call.func);
        let spread = spreads(arguments);
        if let Some(name) = repeated_keyword(&arguments.keywords) {
            return self.refuse(
                Refusal::RepeatedKeyword(name.as_str().to_owned()),
                name.range,
            );
        }
        if let (Expr::Attribute(method), false, true) =
            (&*call.func, spread, arguments.keywords.is_empty())
        {
            self.expression(&method.value)?;
            let name = self.private(method.attr.as_str());
            let name = self.name(&name);
            let at = self.attribute_range(method);
            self.emit(Op::LoadMethod(name), at);
            self.expressions(&arguments.args)?;
            let at = TextRange::new(at.start(), range.end());
            let at = if self.same_line(at, range) { range } else { at };
            self.emit(Op::CallMethod(arguments.args.len() as u32), at);
            return Ok(());
        }
        self.expression(&call.func)?;
        self.arguments(arguments, 0, spread, range)
    }

    fn same_line(&self, a: TextRange, b: TextRange) -> bool {
        self.source.line(a.start().to_u32()) == self.source.line(b.start().to_u32())
    }

    /// `callable [already] -> result`: pushes the arguments and calls.
    fn arguments(
        &mut self,
        arguments: &'a ast::Arguments,
        already: u32,
        spread: bool,
        range: TextRange,
    ) -> Compiled<()> {
        if !spread {
            self.expressions(&arguments.args)?;
            let count = already + arguments.args.len() as u32;
            if arguments.keywords.is_empty() {
                self.emit(Op::Call(count), range);
                return Ok(());
            }
            for keyword in &arguments.keywords {
                self.expression(&keyword.value)?;
            }
            let names = self.keyword_names(&arguments.keywords);
            let count = count + arguments.keywords.len() as u32;
            self.emit(
                Op::CallKeywords {
                    count: count as u16,
                    names: names as u16,
                },
                range,
            );
            return Ok(());
        }
        let get_iter = match arguments.args.as_ref() {
            [Expr::Starred(_)] => Op::GetIterCall,
            _ => Op::GetIterStar,
        };
        self.spread_arguments(arguments, get_iter, range)?;
        self.emit(Op::CallSpread(!arguments.keywords.is_empty()), range);
        Ok(())
    }

    /// `-> tuple [dict]`: arguments of which some stand in a `*` or `**`.
    pub(super) fn spread_arguments(
        &mut self,
        arguments: &'a ast::Arguments,
        get_iter: Op,
        range: TextRange,
    ) -> Compiled<()> {
        self.emit(Op::BuildList(0), range);
        self.extend_list(&arguments.args, get_iter, range)?;
        self.emit(Op::ListToTuple, range);
        if !arguments.keywords.is_empty() {
            self.emit(Op::BuildMap(0), range);
            for keyword in &arguments.keywords {
                if let Some(name) = &keyword.arg {
                    self.str_constant(name.as_str(), range);
                    self.expression(&keyword.value)?;
                    self.emit(Op::BuildMap(1), range);
                } else {
                    self.expression(&keyword.value)?;
                }
                self.emit(Op::DictMerge, range);
            }
        }
        Ok(())
    }

    /// A constant tuple of keyword names.
    pub(super) fn keyword_names(&mut self, keywords: &[ast::Keyword]) -> u32 {
        let names = keywords
            .iter()
            .filter_map(|keyword| keyword.arg.as_ref())
            .map(|name| Value::Str(self.names.intern(name.as_str())))
            .collect();
        let tuple = Value::Tuple(Rc::new(Tuple::new(self.heap, names)));
        self.unit().constant(tuple)
    }
}

/// Whether a `*` or `**` stands among the arguments.
pub(super) fn spreads(arguments: &ast::Arguments) -> bool {
    let named = |keyword: &ast::Keyword| keyword.arg.is_some();
    has_star(&arguments.args) || !arguments.keywords.iter().all(named)
}

fn repeated_keyword(keywords: &[ast::Keyword]) -> Option<&ast::Identifier> {
    let names: Vec<&ast::Identifier> = keywords
        .iter()
        .filter_map(|keyword| keyword.arg.as_ref())
        .collect();
    names
        .iter()
        .enumerate()
        .find(|(index, name)| names[..*index].iter().any(|other| other.id == name.id))
        .map(|(_, name)| *name)
}

pub(super) fn binary_op(op: ast::Operator) -> BinaryOp {
    match op {
        ast::Operator::Add => BinaryOp::Add,
        ast::Operator::Sub => BinaryOp::Subtract,
        ast::Operator::Mult => BinaryOp::Multiply,
        ast::Operator::MatMult => BinaryOp::MatrixMultiply,
        ast::Operator::Div => BinaryOp::Divide,
        ast::Operator::Mod => BinaryOp::Modulo,
        ast::Operator::Pow => BinaryOp::Power,
        ast::Operator::LShift => BinaryOp::LeftShift,
        ast::Operator::RShift => BinaryOp::RightShift,
        ast::Operator::BitOr => BinaryOp::Or,
        ast::Operator::BitXor => BinaryOp::Xor,
        ast::Operator::BitAnd => BinaryOp::And,
        ast::Operator::FloorDiv => BinaryOp::FloorDivide,
    }
}

fn compare_op(op: ast::CmpOp) -> Op {
    match op {
        ast::CmpOp::Eq => Op::Compare(CompareOp::Equal),
        ast::CmpOp::NotEq => Op::Compare(CompareOp::NotEqual),
        ast::CmpOp::Lt => Op::Compare(CompareOp::Less),
        ast::CmpOp::LtE => Op::Compare(CompareOp::LessEqual),
        ast::CmpOp::Gt => Op::Compare(CompareOp::Greater),
        ast::CmpOp::GtE => Op::Compare(CompareOp::GreaterEqual),
        ast::CmpOp::Is => Op::Is(false),
        ast::CmpOp::IsNot => Op::Is(true),
        ast::CmpOp::In => Op::Contains(false),
        ast::CmpOp::NotIn => Op::Contains(true),
    }
}

/// Whether CPython's compiler knows the value.
fn is_constant(expr: &Expr) -> bool {
    match expr {
        Expr::NumberLiteral(_)
        | Expr::StringLiteral(_)
        | Expr::BytesLiteral(_)
        | Expr::BooleanLiteral(_)
        | Expr::NoneLiteral(_)
        | Expr::EllipsisLiteral(_) => true,
        Expr::Tuple(tuple) => tuple.elts.iter().all(is_constant),
        Expr::UnaryOp(unary) => is_constant(&unary.operand),
        Expr::BinOp(binary) => is_constant(&binary.left) && is_constant(&binary.right),
        _ => false,
    }
}
