//! Operators of the built-in types; special methods of the program's classes
//! are the prelude's work.

use std::rc::Rc;

use super::execute::truth;
use super::{Next, Vm};
use crate::python::builtins::sets::{self, Elements, Source};
use crate::python::code::{BinaryOp, Op, UnaryOp};
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Args, Flow, Frame, Set, Str, Table, Then, Value, ViewKind};

use super::arithmetic::number_of;

impl Vm {
    pub(crate) fn binary(&mut self, op: BinaryOp, left: &Value, right: &Value) -> Try<Flow> {
        use BinaryOp::*;
        match (op, left, right) {
            (Add, Value::Int(a), Value::Int(b)) => {
                if let Some(sum) = a.checked_add(*b) {
                    return Ok(Value::Int(sum).into());
                }
            }
            (Subtract, Value::Int(a), Value::Int(b)) => {
                if let Some(difference) = a.checked_sub(*b) {
                    return Ok(Value::Int(difference).into());
                }
            }
            (Multiply, Value::Int(a), Value::Int(b)) => {
                if let Some(product) = a.checked_mul(*b) {
                    return Ok(Value::Int(product).into());
                }
            }
            (Add, Value::Float(a), Value::Float(b)) => return Ok(Value::Float(a + b).into()),
            (Multiply, Value::Float(a), Value::Float(b)) => return Ok(Value::Float(a * b).into()),
            _ => {}
        }
        if is_object(left) || is_object(right) {
            return self.binary_method(op, left, right, false);
        }
        match self.operate(op, left, right)? {
            Some(flow) => Ok(flow),
            None => Err(self.unsupported(op, left, right, false)),
        }
    }

    /// Adds the two texts on top of the stack without copying the first, where
    /// nobody else holds that but the variable for which the sum is; tells
    /// whether it was so. Errors: no room.
    pub(super) fn append(&self, frame: &mut Frame) -> Try<bool> {
        let [.., Value::Str(left), Value::Str(right)] = frame.slots.as_slice() else {
            return Ok(false);
        };
        let (own, other) = (left.clone(), right.clone());
        let stored = is_stored_next(frame, &own);
        if Rc::strong_count(&own) != 2 + usize::from(stored) {
            return Ok(false);
        }
        self.heap
            .reserve_text(own.text().len() + other.text().len())?;
        if stored {
            forget_stored_next(frame);
        }
        drop(own);
        drop(frame.pop());
        if let Some(Value::Str(sum)) = frame.slots.last_mut()
            && let Some(sum) = Rc::get_mut(sum)
        {
            sum.append(&other);
            return Ok(true);
        }
        frame.push(Value::Str(other));
        Ok(false)
    }

    pub(crate) fn in_place(&mut self, op: BinaryOp, left: &Value, right: &Value) -> Try<Flow> {
        match (op, left) {
            (BinaryOp::Add, Value::List(list)) => {
                let items = match self.items_of(right) {
                    Ok(items) => items,
                    Err(Fault::NeedsPython) => {
                        return self.prelude_call("list_iadd", vec![left.clone(), right.clone()]);
                    }
                    Err(fault) => return Err(fault),
                };
                self.heap
                    .reserve_plain((list.len() + items.len()) * size_of::<Value>())?;
                list.change(|own| own.extend(items));
                return Ok(left.clone().into());
            }
            (BinaryOp::Multiply, Value::List(list)) => {
                if let Some(product) = self.repeat(left, right)?
                    && let Value::List(product) = product
                {
                    let items = product.items().clone();
                    let old = list.change(|own| std::mem::replace(own, items));
                    drop(old);
                    return Ok(left.clone().into());
                }
            }
            (BinaryOp::Or, Value::Dict(_)) => match right {
                Value::Dict(other) if self.may_copy(other) => {
                    self.dict_update(left, right)?;
                    return Ok(left.clone().into());
                }
                Value::Dict(_) | Value::List(_) | Value::Tuple(_) => {
                    let args = vec![left.clone(), right.clone(), self.text("|")];
                    return self.prelude_call("operate_in_place", args);
                }
                _ => {}
            },
            (
                BinaryOp::Or | BinaryOp::And | BinaryOp::Subtract | BinaryOp::Xor,
                Value::Set(own),
            ) if !own.frozen && matches!(right.native(), Value::Set(_)) => {
                let table = match self.combine_sets(op, left, right, sets::operate_in_place) {
                    Err(Fault::NeedsPython) => {
                        let args = vec![left.clone(), right.clone(), self.text(op.symbol())];
                        return self.prelude_call("operate_in_place", args);
                    }
                    table => table?,
                };
                if let Some(table) = table {
                    let old = own.change(|own| own.renew(table));
                    drop(old);
                }
                return Ok(left.clone().into());
            }
            (_, Value::Instance(_)) => return self.binary_method(op, left, right, true),
            _ => {}
        }
        if is_object(right) {
            return self.binary_method(op, left, right, true);
        }
        match self.binary(op, left, right) {
            Err(Fault::New(Kind::TypeError, message)) if message.starts_with("unsupported op") => {
                Err(self.unsupported(op, left, right, true))
            }
            other => other,
        }
    }

    /// Asks the operands' classes: `__add__`, `__radd__`.
    pub(super) fn binary_method(
        &mut self,
        op: BinaryOp,
        left: &Value,
        right: &Value,
        in_place: bool,
    ) -> Try<Flow> {
        let mut methods = Vec::new();
        let left_class = self.types.of(left);
        let right_class = self.types.of(right);
        let mut add = |class: &Rc<crate::python::object::Class>,
                       prefix: &str,
                       first: &Value,
                       other: &Value| {
            let name = self.names.intern(&format!("__{prefix}{}__", op.method()));
            if let Some(method) = class.lookup(&name) {
                methods.push((method, first.clone(), other.clone()));
            }
        };
        if in_place {
            add(&left_class, "i", left, right);
        }
        let derived = !Rc::ptr_eq(&left_class, &right_class)
            && right_class.is_subclass(&left_class)
            && !right_class.builtin;
        if derived {
            add(&right_class, "r", right, left);
        }
        add(&left_class, "", left, right);
        if !derived && !Rc::ptr_eq(&left_class, &right_class) {
            add(&right_class, "r", right, left);
        }
        if let [(method, first, other)] = &methods[..1.min(methods.len())]
            && matches!(method, Value::Function(_))
        {
            let rest = methods[1..]
                .iter()
                .map(|(method, first, other)| {
                    self.tuple(vec![method.clone(), first.clone(), other.clone()])
                })
                .collect();
            let symbol = match in_place {
                true => format!("{}=", op.symbol()),
                false => op.symbol().to_owned(),
            };
            let args = vec![
                method.clone(),
                first.clone(),
                other.clone(),
                self.tuple(rest),
                left.clone(),
                right.clone(),
                self.text(symbol),
            ];
            return self.prelude_call("binary", args);
        }
        if let Some(at) = methods
            .iter()
            .position(|(method, ..)| matches!(method, Value::Function(_)))
        {
            let (method, first, other) = methods[at].clone();
            let args = vec![
                method,
                first,
                other,
                self.tuple(Vec::new()),
                left.clone(),
                right.clone(),
                self.text(op.symbol()),
            ];
            return self.prelude_call("binary", args);
        }
        // Classes derived from built-in ones work as those do.
        match self.operate(op, left.native(), right.native())? {
            Some(flow) => Ok(flow),
            None if op == BinaryOp::Multiply
                && [left, right].iter().any(|value| {
                    matches!(self.no_index(value, String::new), Fault::NeedsIndex)
                }) =>
            {
                let args = vec![left.native().clone(), right.native().clone()];
                self.prelude_call("multiply", args)
            }
            None => Err(self.unsupported(op, left, right, in_place)),
        }
    }

    /// As [`Vm::binary_native`]; where a class of the program's must be asked,
    /// the prelude goes on.
    pub(super) fn operate(
        &mut self,
        op: BinaryOp,
        left: &Value,
        right: &Value,
    ) -> Try<Option<Flow>> {
        match self.binary_native(op, left, right) {
            Err(Fault::NeedsPython) => {
                let args = vec![left.clone(), right.clone(), self.text(op.symbol())];
                self.prelude_call("operate", args).map(Some)
            }
            value => Ok(value?.map(Flow::Value)),
        }
    }

    pub(crate) fn unsupported(
        &self,
        op: BinaryOp,
        left: &Value,
        right: &Value,
        in_place: bool,
    ) -> Fault {
        let (left_name, right_name) = (self.type_name(left), self.type_name(right));
        if op == BinaryOp::Add && !in_place {
            let sequence = match left.native() {
                Value::Str(_) => Some("str"),
                Value::List(_) => Some("list"),
                Value::Tuple(_) => Some("tuple"),
                _ => None,
            };
            if let Some(kind) = sequence {
                return Fault::type_error(format_args!(
                    "can only concatenate {kind} (not \"{right_name}\") to {kind}"
                ));
            }
        }
        if op == BinaryOp::Add && matches!(left.native(), Value::Bytes(_)) {
            return Fault::type_error(format_args!("can't concat {right_name} to bytes"));
        }
        if op == BinaryOp::Add && matches!(left.native(), Value::Str(_)) {
            return Fault::type_error(format_args!(
                "can only concatenate str (not \"{right_name}\") to str"
            ));
        }
        if op == BinaryOp::Multiply {
            for (side, other) in [(left, &right_name), (right, &left_name)] {
                if matches!(
                    side.native(),
                    Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Bytes(_)
                ) {
                    return Fault::type_error(format_args!(
                        "can't multiply sequence by non-int of type '{other}'"
                    ));
                }
            }
        }
        let mut symbol = op.symbol().to_owned();
        if in_place {
            symbol.push('=');
        } else if op == BinaryOp::Power {
            symbol.push_str(" or pow()");
        }
        Fault::type_error(format_args!(
            "unsupported operand type(s) for {symbol}: '{left_name}' and '{right_name}'"
        ))
    }

    /// Built-in operands; `None` where they do not go together.
    pub(super) fn binary_native(
        &mut self,
        op: BinaryOp,
        left: &Value,
        right: &Value,
    ) -> Try<Option<Value>> {
        use BinaryOp::*;
        if let (And | Or | Xor, Value::Bool(a), Value::Bool(b)) = (op, left, right) {
            return Ok(Some(Value::Bool(match op {
                And => a & b,
                Or => a | b,
                _ => a ^ b,
            })));
        }
        if let (Some(a), Some(b)) = (number_of(left), number_of(right)) {
            return self.arithmetic(op, a, b);
        }
        Ok(match (op, left, right) {
            (Add, Value::Str(a), Value::Str(b)) => {
                self.heap.reserve_text(a.text().len() + b.text().len())?;
                Some(Value::Str(Rc::new(Str::joined(&self.heap, a, b))))
            }
            (Add, Value::List(a), Value::List(b)) => {
                self.heap
                    .reserve((a.len() + b.len()) * size_of::<Value>())?;
                let mut items = a.items().clone();
                items.extend(b.items().iter().cloned());
                Some(self.list(items))
            }
            (Add, Value::Tuple(a), Value::Tuple(b)) => {
                self.heap
                    .reserve((a.items.len() + b.items.len()) * size_of::<Value>())?;
                let mut items = a.items.clone();
                items.extend(b.items.iter().cloned());
                Some(self.tuple(items))
            }
            (Add, Value::Bytes(a), Value::Bytes(b)) => {
                self.heap.reserve_text(a.bytes.len() + b.bytes.len())?;
                let mut bytes = a.bytes.to_vec();
                bytes.extend_from_slice(&b.bytes);
                let bytes = crate::python::object::Bytes::new(&self.heap, bytes);
                Some(Value::Bytes(Rc::new(bytes)))
            }
            (Multiply, _, _) => match self.repeat(left, right)? {
                None => self.repeat(right, left)?,
                product => product,
            },
            (Modulo, Value::Str(template), _) => {
                let template = template.clone();
                Some(crate::python::builtins::strings::percent(
                    self, &template, right,
                )?)
            }
            (Or, Value::Dict(a), Value::Dict(b)) => {
                if !(self.may_copy(a) && self.may_copy(b)) {
                    return Err(Fault::NeedsPython);
                }
                let mut table = a.table().clone();
                for entry in b.table().iter() {
                    table.insert(entry.hash, entry.key.clone(), entry.value.clone());
                }
                Some(self.dict(table))
            }
            (Or | And | Subtract | Xor, _, _) => {
                match self.combine_sets(op, left, right, sets::operate)? {
                    Some(table) => {
                        let frozen = is_frozen(left) && matches!(right, Value::Set(_));
                        Some(Value::Set(Rc::new(Set::new(&self.heap, table, frozen))))
                    }
                    // `int | None`
                    _ if op == Or
                        && [left, right]
                            .iter()
                            .any(|side| matches!(side, Value::Class(_)))
                        && [left, right]
                            .iter()
                            .all(|side| matches!(side, Value::Class(_) | Value::None)) =>
                    {
                        return Err(Fault::NeedsPython);
                    }
                    _ => None,
                }
            }
            _ => None,
        })
    }

    /// What becomes of two sets or views of a dict's keys; none where one is
    /// neither.
    ///
    /// # Errors
    /// As [`Vm::as_set`], and where an element's class says what equals it.
    fn combine_sets(
        &mut self,
        op: BinaryOp,
        left: &Value,
        right: &Value,
        operate: fn(BinaryOp, Elements, Elements) -> Table,
    ) -> Try<Option<Table>> {
        let Some(mut a) = self.as_set(left)? else {
            return Ok(None);
        };
        let mut b = match self.as_set(right)? {
            Some(b) => b,
            // A dict's keys go with anything that gives elements.
            None if a.source == Source::View => sets::elements(self, right)?,
            None => return Ok(None),
        };
        if left.is(right) && b.source == Source::Set {
            b.source = Source::Itself;
        }
        // A frozen set does not ask a view, but is asked.
        if op == BinaryOp::And && b.source == Source::View && is_frozen(left) {
            std::mem::swap(&mut a, &mut b);
            b.source = Source::Other;
        } else if op == BinaryOp::And && a.source == Source::View && is_frozen(right) {
            b.source = Source::Other;
        }
        sets::check_keys(self, &a.table)?;
        sets::check_keys(self, &b.table)?;
        Ok(Some(operate(op, a, b)))
    }

    /// The elements of a set or of a dict's keys.
    ///
    /// # Errors
    /// [`Fault::NeedsPython`] where they are too many to be worked on at once,
    /// and for a dict's items, whose pairs have still to be made.
    pub(super) fn as_set(&self, value: &Value) -> Try<Option<Elements>> {
        let (table, source) = match value.native() {
            Value::Set(set) => (set.table(), Source::Set),
            Value::View(view) if view.kind == ViewKind::Keys => (view.dict.table(), Source::View),
            Value::View(view) if view.kind == ViewKind::Items => return Err(Fault::NeedsPython),
            _ => return Ok(None),
        };
        // An element is looked for, not only looked at.
        self.heap.walk(4 * table.len())?;
        let table = table.clone();
        Ok(Some(Elements { table, source }))
    }

    pub(crate) fn unary(&mut self, op: UnaryOp, value: &Value) -> Try<Flow> {
        if let Value::Instance(_) = value {
            let name = match op {
                UnaryOp::Negative => "__neg__",
                UnaryOp::Positive => "__pos__",
                _ => "__invert__",
            };
            if let Some(method) = self.special_method(value, name) {
                return self.call(&method, Args::default());
            }
        }
        Ok(Flow::Value(match (op, value.native()) {
            (UnaryOp::Negative, Value::Float(value)) => Value::Float(-value),
            (UnaryOp::Positive, Value::Float(value)) => Value::Float(*value),
            (UnaryOp::Positive, Value::Int(_) | Value::BigInt(_)) => value.native().clone(),
            (_, Value::Int(_) | Value::Bool(_) | Value::BigInt(_)) => {
                let number = value.as_big_int().unwrap_or_default();
                Value::int(match op {
                    UnaryOp::Negative => -number,
                    UnaryOp::Positive => number,
                    _ => -number - 1,
                })
            }
            _ => {
                let symbol = match op {
                    UnaryOp::Negative => "-",
                    UnaryOp::Positive => "+",
                    _ => "~",
                };
                return Err(Fault::type_error(format_args!(
                    "bad operand type for unary {symbol}: '{}'",
                    self.type_name(value)
                )));
            }
        }))
    }

    /// Asks an instance's class whether it counts as true: puts the answer in
    /// its place on the stack and does the instruction again.
    pub(super) fn ask_truth(&mut self, frame: &mut Box<Frame>) -> Next {
        let value = frame.pop();
        frame.pc -= 1;
        let native = value.native();
        if let Some(method) = self.special_method(&value, "__bool__") {
            let flow = self.call(&method, Args::default());
            return self.follow(frame, flow, Then::Truth);
        }
        if let Some(method) = self.special_method(&value, "__len__")
            && !matches!(
                native,
                Value::Str(_) | Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::Tuple(_)
            )
        {
            let flow = self.call(&method, Args::default());
            return self.follow(frame, flow, Then::LengthTruth);
        }
        let answer = match native {
            Value::Instance(_) => true,
            native => truth(native).unwrap_or(true),
        };
        frame.push(Value::Bool(answer));
        Next::Continue
    }
}

/// Whether the next instruction stores into a variable that holds that text.
fn is_stored_next(frame: &Frame, text: &Rc<Str>) -> bool {
    let is_it = |value: &Value| matches!(value, Value::Str(held) if Rc::ptr_eq(held, text));
    match frame.code.ops.get(frame.pc) {
        Some(Op::StoreLocal(slot)) => is_it(&frame.slots[*slot as usize]),
        Some(Op::StoreGlobal(name)) => {
            let (globals, cache) = (
                frame.globals.table(),
                frame.code.caches[*name as usize].get(),
            );
            !cache.builtin
                && cache.shape == globals.shape()
                && globals
                    .at(cache.position as usize)
                    .is_some_and(|entry| is_it(&entry.value))
        }
        _ => false,
    }
}

/// Empties the variable into which the next instruction stores.
fn forget_stored_next(frame: &mut Frame) {
    match frame.code.ops.get(frame.pc) {
        Some(Op::StoreLocal(slot)) => frame.slots[*slot as usize] = Value::None,
        Some(Op::StoreGlobal(name)) => {
            let position = frame.code.caches[*name as usize].get().position;
            drop(frame.globals.set_at(position as usize, Value::None));
        }
        _ => {}
    }
}

fn is_frozen(value: &Value) -> bool {
    matches!(value, Value::Set(set) if set.frozen)
}

/// Whether special methods of the program's classes may have a say.
pub(super) fn is_object(value: &Value) -> bool {
    matches!(value, Value::Instance(_))
}
