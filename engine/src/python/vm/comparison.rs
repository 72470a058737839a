//! `==`, `<` and their like.

use std::cmp::Ordering;
use std::rc::Rc;

use super::Vm;
use super::arithmetic::number_of;
use super::operators::is_object;
use crate::python::code::CompareOp;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Flow, Table, Value, ViewKind};

/// Containers nested deeper than this are not compared.
const DEPTH: u32 = 300;

impl Vm {
    pub(crate) fn compare(&mut self, op: CompareOp, left: &Value, right: &Value) -> Try<Flow> {
        if let (Value::Int(a), Value::Int(b)) = (left, right) {
            return Ok(Value::Bool(ordered(op, a.cmp(b))).into());
        }
        if is_object(left) || is_object(right) {
            return self.compare_method(op, left, right);
        }
        match self.compare_native(op, left, right, DEPTH) {
            Ok(Some(answer)) => Ok(Value::Bool(answer).into()),
            Ok(None) => Err(self.not_ordered(op, left, right)),
            Err(Fault::NeedsPython) => {
                let args = vec![left.clone(), right.clone(), self.text(op.symbol())];
                self.prelude_call("compare_containers", args)
            }
            Err(fault) => Err(fault),
        }
    }

    pub(crate) fn numbers_both(&self, left: &Value, right: &Value) -> bool {
        number_of(left).is_some() && number_of(right).is_some()
    }

    pub(super) fn not_ordered(&self, op: CompareOp, left: &Value, right: &Value) -> Fault {
        Fault::type_error(format_args!(
            "'{}' not supported between instances of '{}' and '{}'",
            op.symbol(),
            self.type_name(left),
            self.type_name(right)
        ))
    }

    /// Asks the operands' classes: `__lt__`, and `__gt__` the other way round.
    pub(super) fn compare_method(
        &mut self,
        op: CompareOp,
        left: &Value,
        right: &Value,
    ) -> Try<Flow> {
        let left_class = self.types.of(left);
        let right_class = self.types.of(right);
        let mut methods = Vec::new();
        let derived =
            !Rc::ptr_eq(&left_class, &right_class) && right_class.is_subclass(&left_class);
        let forward = left_class.lookup(&self.names.intern(op.method()));
        let backward = right_class.lookup(&self.names.intern(op.swapped().method()));
        let mut add = |method: &Option<Value>, first: &Value, other: &Value| {
            if let Some(method @ (Value::Function(_) | Value::BoundMethod(_))) = method {
                methods.push((method.clone(), first.clone(), other.clone()));
            }
        };
        if derived {
            add(&backward, right, left);
            add(&forward, left, right);
        } else {
            add(&forward, left, right);
            add(&backward, right, left);
        }
        // `!=` is the opposite of `__eq__` where there is no `__ne__`.
        let inverted = op == CompareOp::NotEqual && methods.is_empty();
        if inverted {
            let eq = left_class.lookup(&self.known.eq);
            let other_eq = right_class.lookup(&self.known.eq);
            let mut add = |method: &Option<Value>, first: &Value, other: &Value| {
                if let Some(method @ Value::Function(_)) = method {
                    methods.push((method.clone(), first.clone(), other.clone()));
                }
            };
            add(&eq, left, right);
            add(&other_eq, right, left);
        }
        if methods.is_empty() {
            let (a, b) = (left.native(), right.native());
            return match self.compare_native(op, a, b, DEPTH) {
                // A class that has no say in this after all.
                Err(Fault::NeedsPython) if is_object(a) || is_object(b) => match op {
                    CompareOp::Equal => Ok(a.is(b).into()),
                    CompareOp::NotEqual => Ok((!a.is(b)).into()),
                    _ => Err(self.not_ordered(op, left, right)),
                },
                Err(Fault::NeedsPython) => {
                    let args = vec![a.clone(), b.clone(), self.text(op.symbol())];
                    self.prelude_call("compare_containers", args)
                }
                answer => match answer? {
                    Some(answer) => Ok(answer.into()),
                    None => Err(self.not_ordered(op, left, right)),
                },
            };
        }
        let listed = methods
            .into_iter()
            .map(|(method, first, other)| self.tuple(vec![method, first, other]))
            .collect();
        let args = vec![
            self.tuple(listed),
            left.clone(),
            right.clone(),
            self.text(op.symbol()),
            Value::Bool(inverted),
        ];
        self.prelude_call("compare", args)
    }

    /// `left == right`. Errors: [`Fault::NeedsPython`] where a class of the
    /// program's must be asked.
    pub fn equal(&mut self, left: &Value, right: &Value) -> Try<bool> {
        let answer = self.compare_native(CompareOp::Equal, left, right, DEPTH)?;
        Ok(answer.unwrap_or(false))
    }

    /// `left < right`. Errors: as [`Vm::equal`], and `TypeError`.
    pub fn less(&mut self, left: &Value, right: &Value) -> Try<bool> {
        match self.compare_native(CompareOp::Less, left, right, DEPTH)? {
            Some(answer) => Ok(answer),
            None => Err(self.not_ordered(CompareOp::Less, left, right)),
        }
    }

    /// Whether the program's classes have a say in comparing that.
    pub(super) fn compares_itself(&self, value: &Value, op: CompareOp) -> bool {
        let Value::Instance(instance) = value else {
            return false;
        };
        let class = instance.class();
        let eq = matches!(class.lookup(&self.known.eq), Some(Value::Function(_)));
        let own = self.names.intern(op.method());
        let other = self.names.intern(op.swapped().method());
        eq || matches!(class.lookup(&own), Some(Value::Function(_)))
            || matches!(class.lookup(&other), Some(Value::Function(_)))
    }

    pub(super) fn compare_native(
        &mut self,
        op: CompareOp,
        left: &Value,
        right: &Value,
        depth: u32,
    ) -> Try<Option<bool>> {
        use CompareOp::*;
        if self.compares_itself(left, op) || self.compares_itself(right, op) {
            return Err(Fault::NeedsPython);
        }
        if depth == 0 {
            return Err(Fault::new(
                Kind::RecursionError,
                "maximum recursion depth exceeded in comparison",
            ));
        }
        let (left, right) = (left.native(), right.native());
        if let (Some(a), Some(b)) = (number_of(left), number_of(right)) {
            return Ok(Some(match a.partial_cmp(&b) {
                Some(order) => ordered(op, order),
                None => op == NotEqual,
            }));
        }
        Ok(Some(match (left, right) {
            (Value::Str(a), Value::Str(b)) => match op {
                Equal => Rc::ptr_eq(a, b) || a.text() == b.text(),
                _ => ordered(op, a.text().cmp(b.text())),
            },
            (Value::Bytes(a), Value::Bytes(b)) => ordered(op, a.bytes.cmp(&b.bytes)),
            (Value::List(a), Value::List(b)) => {
                return self.compare_items(op, &a.items(), &b.items(), depth);
            }
            (Value::Tuple(a), Value::Tuple(b)) => {
                return self.compare_items(op, &a.items, &b.items, depth);
            }
            (Value::Dict(a), Value::Dict(b)) if matches!(op, Equal | NotEqual) => {
                let (a, b) = (a.table(), b.table());
                let mut same = a.len() == b.len();
                if same {
                    self.heap.walk(8 * a.len())?;
                    crate::python::builtins::sets::check_keys(self, &a)?;
                }
                for entry in a.iter() {
                    if !same {
                        break;
                    }
                    same = match b.get(entry.hash, &entry.key) {
                        Some(other) => {
                            entry.value.is(other)
                                || self.compare_native(Equal, &entry.value, other, depth - 1)?
                                    == Some(true)
                        }
                        None => false,
                    };
                }
                same == (op == Equal)
            }
            (Value::View(a), Value::View(b))
                if a.kind == ViewKind::Items && b.kind == ViewKind::Items =>
            {
                let (a, b) = (Value::Dict(a.dict.clone()), Value::Dict(b.dict.clone()));
                return self.compare_native(op, &a, &b, depth - 1);
            }
            (Value::Range(a), Value::Range(b)) if matches!(op, Equal | NotEqual) => {
                let same = a.len() == b.len()
                    && (a.len() == 0 || (a.start == b.start && (a.len() == 1 || a.step == b.step)));
                same == (op == Equal)
            }
            _ => {
                if let (Some(a), Some(b)) = (self.as_set(left)?, self.as_set(right)?) {
                    crate::python::builtins::sets::check_keys(self, &a.table)?;
                    return Ok(Some(compare_sets(op, &a.table, &b.table)));
                }
                match op {
                    Equal => left.is(right) || left.same_key(right),
                    NotEqual => !(left.is(right) || left.same_key(right)),
                    _ => return Ok(None),
                }
            }
        }))
    }

    pub(super) fn compare_items(
        &mut self,
        op: CompareOp,
        a: &[Value],
        b: &[Value],
        depth: u32,
    ) -> Try<Option<bool>> {
        use CompareOp::*;
        if a.len() != b.len() && matches!(op, Equal | NotEqual) {
            return Ok(Some(op == NotEqual));
        }
        if self.heap.is_tired() {
            return Err(Fault::NeedsPython);
        }
        self.heap.work(32);
        self.heap.walk(a.len().min(b.len()))?;
        for (x, y) in a.iter().zip(b) {
            let same = x.is(y) || self.compare_native(Equal, x, y, depth - 1)? == Some(true);
            if !same {
                return match op {
                    Equal => Ok(Some(false)),
                    NotEqual => Ok(Some(true)),
                    _ => match self.compare_native(op, x, y, depth - 1)? {
                        None => Err(self.not_ordered(op, x, y)),
                        answer => Ok(answer),
                    },
                };
            }
        }
        Ok(Some(ordered(op, a.len().cmp(&b.len()))))
    }
}

fn compare_sets(op: CompareOp, a: &Table, b: &Table) -> bool {
    let within = |a: &Table, b: &Table| {
        a.iter()
            .all(|entry| b.position(entry.hash, &entry.key).is_some())
    };
    match op {
        CompareOp::Equal => a.len() == b.len() && within(a, b),
        CompareOp::NotEqual => !(a.len() == b.len() && within(a, b)),
        CompareOp::LessEqual => within(a, b),
        CompareOp::Less => a.len() < b.len() && within(a, b),
        CompareOp::GreaterEqual => within(b, a),
        CompareOp::Greater => b.len() < a.len() && within(b, a),
    }
}

fn ordered(op: CompareOp, order: Ordering) -> bool {
    match op {
        CompareOp::Equal => order.is_eq(),
        CompareOp::NotEqual => order.is_ne(),
        CompareOp::Less => order.is_lt(),
        CompareOp::LessEqual => order.is_le(),
        CompareOp::Greater => order.is_gt(),
        CompareOp::GreaterEqual => order.is_ge(),
    }
}
