//! Operators of the built-in types; special methods of the program's classes
//! are the prelude's work.

use std::cmp::Ordering;
use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Pow, Signed, ToPrimitive, Zero};

use super::execute::truth;
use super::{Next, Vm};
use crate::python::code::{BinaryOp, CompareOp, UnaryOp};
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Args, Flow, Frame, Set, Table, Then, Value, ViewKind};
use crate::python::text::number;

/// Bits of the largest integer that a program may make: about 300,000 digits.
const INT_BITS: u64 = 1_000_000;

/// Containers nested deeper than this are not compared.
const DEPTH: u32 = 300;

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
                self.heap.reserve(items.len() * size_of::<Value>())?;
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
            (BinaryOp::Or, Value::Dict(_)) if matches!(right, Value::Dict(_)) => {
                self.dict_update(left, right)?;
                return Ok(left.clone().into());
            }
            (BinaryOp::Or | BinaryOp::And | BinaryOp::Subtract | BinaryOp::Xor, Value::Set(own))
                if !own.frozen && matches!(right.native(), Value::Set(_)) =>
            {
                let result = match self.binary_native(op, left, right) {
                    Err(Fault::NeedsPython) => {
                        let args = vec![left.clone(), right.clone(), self.text(op.symbol())];
                        return self.prelude_call("operate_in_place", args);
                    }
                    result => result?,
                };
                if let Some(Value::Set(result)) = result {
                    let table = result.table().clone();
                    let old = own.change(|own| std::mem::replace(own, table));
                    drop(old);
                    return Ok(left.clone().into());
                }
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
    fn binary_method(
        &mut self,
        op: BinaryOp,
        left: &Value,
        right: &Value,
        in_place: bool,
    ) -> Try<Flow> {
        let mut methods = Vec::new();
        let left_class = self.types.of(left);
        let right_class = self.types.of(right);
        let mut add = |class: &Rc<crate::python::object::Class>, prefix: &str, first: &Value, other: &Value| {
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
            None => Err(self.unsupported(op, left, right, in_place)),
        }
    }

    /// As [`Vm::binary_native`]; where a class of the program's must be asked,
    /// the prelude goes on.
    fn operate(&mut self, op: BinaryOp, left: &Value, right: &Value) -> Try<Option<Flow>> {
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
                return Fault::type_error(format!(
                    "can only concatenate {kind} (not \"{right_name}\") to {kind}"
                ));
            }
        }
        if op == BinaryOp::Add && matches!(left.native(), Value::Str(_)) {
            return Fault::type_error(format!(
                "can only concatenate str (not \"{right_name}\") to str"
            ));
        }
        if op == BinaryOp::Multiply {
            for (side, other) in [(left, &right_name), (right, &left_name)] {
                if matches!(
                    side.native(),
                    Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Bytes(_)
                ) {
                    return Fault::type_error(format!(
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
        Fault::type_error(format!(
            "unsupported operand type(s) for {symbol}: '{left_name}' and '{right_name}'"
        ))
    }

    /// Built-in operands; `None` where they do not go together.
    fn binary_native(&mut self, op: BinaryOp, left: &Value, right: &Value) -> Try<Option<Value>> {
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
                self.heap.reserve(a.text().len() + b.text().len())?;
                let mut sum = String::with_capacity(a.text().len() + b.text().len());
                sum.push_str(a.text());
                sum.push_str(b.text());
                Some(self.text(sum))
            }
            (Add, Value::List(a), Value::List(b)) => {
                self.heap.reserve((a.len() + b.len()) * size_of::<Value>())?;
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
                let mut table = a.table().clone();
                for entry in b.table().iter() {
                    table.insert(entry.hash, entry.key.clone(), entry.value.clone());
                }
                Some(self.dict(table))
            }
            (Or | And | Subtract | Xor, _, _) => match (self.as_set(left), self.as_set(right)) {
                (Some(a), Some(b)) => {
                    crate::python::builtins::sets::check_keys(self, &a)?;
                    crate::python::builtins::sets::check_keys(self, &b)?;
                    let table = set_operation(op, &a, &b);
                    let frozen = matches!(left, Value::Set(set) if set.frozen);
                    Some(Value::Set(Rc::new(Set::new(&self.heap, table, frozen))))
                }
                // `int | None` in an annotation.
                _ if op == Or
                    && matches!(left, Value::Class(_) | Value::None)
                    && matches!(right, Value::Class(_) | Value::None) =>
                {
                    Some(self.tuple(vec![left.clone(), right.clone()]))
                }
                _ => None,
            },
            _ => None,
        })
    }

    /// The elements of a set or of a dict's keys.
    fn as_set(&self, value: &Value) -> Option<Table> {
        match value.native() {
            Value::Set(set) => Some(set.table().clone()),
            Value::View(view) if view.kind == ViewKind::Keys => {
                Some(view.dict.table().clone())
            }
            _ => None,
        }
    }

    /// `sequence * count`
    fn repeat(&mut self, sequence: &Value, count: &Value) -> Try<Option<Value>> {
        let count = match count.native() {
            Value::Int(count) => (*count).max(0) as usize,
            Value::Bool(count) => usize::from(*count),
            Value::BigInt(big) => {
                let empty = big.is_negative();
                if matches!(sequence, Value::Str(_) | Value::List(_) | Value::Tuple(_)) {
                    if empty {
                        0
                    } else {
                        return Err(Fault::new(
                            Kind::OverflowError,
                            "cannot fit 'int' into an index-sized integer",
                        ));
                    }
                } else {
                    return Ok(None);
                }
            }
            _ => return Ok(None),
        };
        Ok(Some(match sequence {
            Value::Str(text) => {
                self.heap.reserve(text.text().len().saturating_mul(count))?;
                self.text(text.text().repeat(count))
            }
            Value::List(list) => {
                let bytes = list.len().saturating_mul(count);
                self.heap.reserve(bytes.saturating_mul(size_of::<Value>()))?;
                let items = repeated(&list.items(), count);
                self.list(items)
            }
            Value::Tuple(tuple) => {
                let bytes = tuple.items.len().saturating_mul(count);
                self.heap.reserve(bytes.saturating_mul(size_of::<Value>()))?;
                let items = repeated(&tuple.items, count);
                self.tuple(items)
            }
            Value::Bytes(bytes) => {
                self.heap.reserve(bytes.bytes.len().saturating_mul(count))?;
                let bytes = crate::python::object::Bytes::new(&self.heap, bytes.bytes.repeat(count));
                Value::Bytes(Rc::new(bytes))
            }
            _ => return Ok(None),
        }))
    }

    fn arithmetic(&mut self, op: BinaryOp, a: Number, b: Number) -> Try<Option<Value>> {
        use BinaryOp::*;
        if matches!(op, LeftShift | RightShift | And | Or | Xor) {
            return self.bitwise(op, a, b);
        }
        if matches!(op, MatrixMultiply) {
            return Ok(None);
        }
        match (&a, &b) {
            (Number::Float(_), _) | (_, Number::Float(_)) => {
                let (a, b) = (a.to_float()?, b.to_float()?);
                self.float_arithmetic(op, a, b).map(Some)
            }
            (Number::Int(a), Number::Int(b)) => self.int_arithmetic(op, *a, *b).map(Some),
            (a, b) => self.big_arithmetic(op, a.to_big(), b.to_big()).map(Some),
        }
    }

    fn int_arithmetic(&mut self, op: BinaryOp, a: i64, b: i64) -> Try<Value> {
        use BinaryOp::*;
        let small = match op {
            Add => a.checked_add(b),
            Subtract => a.checked_sub(b),
            Multiply => a.checked_mul(b),
            Divide if b != 0 && a.unsigned_abs() < 1 << 53 && b.unsigned_abs() < 1 << 53 => {
                return Ok(Value::Float(a as f64 / b as f64));
            }
            FloorDivide if b != 0 && b != -1 => Some(Integer::div_floor(&a, &b)),
            Modulo if b != 0 && b != -1 => Some(Integer::mod_floor(&a, &b)),
            Power if b >= 0 => u32::try_from(b).ok().and_then(|b| a.checked_pow(b)),
            _ => None,
        };
        match small {
            Some(value) => Ok(Value::Int(value)),
            None => self.big_arithmetic(op, a.into(), b.into()),
        }
    }

    fn big_arithmetic(&mut self, op: BinaryOp, a: BigInt, b: BigInt) -> Try<Value> {
        use BinaryOp::*;
        Ok(Value::int(match op {
            Add => a + b,
            Subtract => a - b,
            Multiply => {
                self.reserve_bits(a.bits() + b.bits())?;
                a * b
            }
            Divide => {
                if b.is_zero() {
                    return Err(zero_division("division by zero"));
                }
                return Ok(Value::Float(number::int_true_divide(&a, &b)?));
            }
            FloorDivide | Modulo => {
                if b.is_zero() {
                    return Err(zero_division(match op {
                        Modulo => "integer modulo by zero",
                        _ => "integer division or modulo by zero",
                    }));
                }
                match op {
                    FloorDivide => a.div_floor(&b),
                    _ => a.mod_floor(&b),
                }
            }
            _ => return self.big_power(&a, &b),
        }))
    }

    fn big_power(&mut self, a: &BigInt, b: &BigInt) -> Try<Value> {
        if b.is_negative() {
            let (a, b) = (number::int_to_float(a)?, number::int_to_float(b)?);
            return self.float_arithmetic(BinaryOp::Power, a, b);
        }
        if a.is_zero() || a.magnitude() == &1u8.into() {
            let odd = b.is_odd();
            return Ok(match (b.is_zero(), a.sign()) {
                (true, _) => Value::Int(1),
                (_, Sign::NoSign) => Value::Int(0),
                (_, Sign::Minus) if odd => Value::Int(-1),
                _ => Value::Int(1),
            });
        }
        let Some(exponent) = b.to_u32() else {
            return Err(Fault::memory());
        };
        self.reserve_bits(a.bits().saturating_mul(exponent.into()))?;
        Ok(Value::int(Pow::pow(a, exponent)))
    }

    /// Errors: an integer of so many bits is more than the page can carry.
    pub(crate) fn reserve_bits(&self, bits: u64) -> Try<()> {
        if bits > INT_BITS {
            return Err(Fault::memory());
        }
        self.heap.reserve((bits / 8) as usize)
    }

    fn float_arithmetic(&mut self, op: BinaryOp, a: f64, b: f64) -> Try<Value> {
        use BinaryOp::*;
        Ok(Value::Float(match op {
            Add => a + b,
            Subtract => a - b,
            Multiply => a * b,
            Divide if b == 0.0 => return Err(zero_division("float division by zero")),
            Divide => a / b,
            FloorDivide => number::float_floor_div(a, b)?,
            Modulo => number::float_mod(a, b)?,
            _ => {
                if a == 0.0 && b < 0.0 {
                    return Err(zero_division(
                        "0.0 cannot be raised to a negative power",
                    ));
                }
                if a < 0.0 && a.is_finite() && b.is_finite() && b.fract() != 0.0 {
                    return Err(Fault::new(
                        Kind::NotImplementedError,
                        "complex numbers",
                    ));
                }
                let power = a.powf(b);
                if power.is_infinite() && a.is_finite() && b.is_finite() {
                    return Err(Fault::Raised(self.os_error(
                        Kind::OverflowError,
                        34,
                        "Numerical result out of range",
                    )));
                }
                power
            }
        }))
    }

    /// An exception with a number and a text, as the C library's errors.
    fn os_error(&self, kind: Kind, number: i64, text: &str) -> crate::python::fault::Exception {
        let args = vec![Value::Int(number), self.text(text)];
        self.exception_of(self.types.exception(kind).clone(), args)
    }

    fn bitwise(&mut self, op: BinaryOp, a: Number, b: Number) -> Try<Option<Value>> {
        use BinaryOp::*;
        if matches!(a, Number::Float(_)) || matches!(b, Number::Float(_)) {
            return Ok(None);
        }
        if matches!(op, LeftShift | RightShift) {
            let shift = match b.to_big().to_i64() {
                Some(shift) if shift >= 0 => shift as u64,
                Some(_) => return Err(Fault::value_error("negative shift count")),
                None if b.to_big().is_negative() => {
                    return Err(Fault::value_error("negative shift count"));
                }
                None => u64::MAX,
            };
            let a = a.to_big();
            if op == RightShift {
                let shift = shift.min(a.bits() + 1);
                return Ok(Some(Value::int(a >> shift)));
            }
            if a.is_zero() {
                return Ok(Some(Value::Int(0)));
            }
            self.reserve_bits(a.bits().saturating_add(shift))?;
            return Ok(Some(Value::int(a << shift)));
        }
        if let (Number::Int(a), Number::Int(b)) = (&a, &b) {
            return Ok(Some(Value::Int(match op {
                And => a & b,
                Or => a | b,
                _ => a ^ b,
            })));
        }
        let (a, b) = (a.to_big(), b.to_big());
        Ok(Some(Value::int(match op {
            And => a & b,
            Or => a | b,
            _ => a ^ b,
        })))
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
                return Err(Fault::type_error(format!(
                    "bad operand type for unary {symbol}: '{}'",
                    self.type_name(value)
                )));
            }
        }))
    }

    /// Asks an instance's class whether it counts as true: puts the answer in
    /// its place on the stack and does the instruction again.
    pub(super) fn ask_truth(&mut self, frame: &mut Frame) -> Next {
        let value = frame.pop();
        frame.pc -= 1;
        let native = value.native();
        if let Some(method) = self.special_method(&value, "__bool__") {
            let flow = self.call(&method, Args::default());
            return self.follow(frame, flow, Then::Truth);
        }
        if let Some(method) = self.special_method(&value, "__len__")
            && !matches!(native, Value::Str(_) | Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::Tuple(_))
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

    fn not_ordered(&self, op: CompareOp, left: &Value, right: &Value) -> Fault {
        Fault::type_error(format!(
            "'{}' not supported between instances of '{}' and '{}'",
            op.symbol(),
            self.type_name(left),
            self.type_name(right)
        ))
    }

    /// Asks the operands' classes: `__lt__`, and `__gt__` the other way round.
    fn compare_method(&mut self, op: CompareOp, left: &Value, right: &Value) -> Try<Flow> {
        let left_class = self.types.of(left);
        let right_class = self.types.of(right);
        let mut methods = Vec::new();
        let derived = !Rc::ptr_eq(&left_class, &right_class)
            && right_class.is_subclass(&left_class);
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
    fn compares_itself(&self, value: &Value, op: CompareOp) -> bool {
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

    fn compare_native(
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
                let (a, b) = (a.items().clone(), b.items().clone());
                return self.compare_items(op, &a, &b, depth);
            }
            (Value::Tuple(a), Value::Tuple(b)) => {
                let (a, b) = (a.clone(), b.clone());
                return self.compare_items(op, &a.items, &b.items, depth);
            }
            (Value::Dict(a), Value::Dict(b)) if matches!(op, Equal | NotEqual) => {
                let (a, b) = (a.table().clone(), b.table().clone());
                let mut same = a.len() == b.len();
                if same {
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
                    && (a.len() == 0
                        || (a.start == b.start && (a.len() == 1 || a.step == b.step)));
                same == (op == Equal)
            }
            _ => {
                if let (Some(a), Some(b)) = (self.as_set(left), self.as_set(right)) {
                    crate::python::builtins::sets::check_keys(self, &a)?;
                    return Ok(Some(compare_sets(op, &a, &b)));
                }
                match op {
                    Equal => left.is(right) || left.same_key(right),
                    NotEqual => !(left.is(right) || left.same_key(right)),
                    _ => return Ok(None),
                }
            }
        }))
    }

    fn compare_items(
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
        for (x, y) in a.iter().zip(b) {
            let same =
                x.is(y) || self.compare_native(Equal, x, y, depth - 1)? == Some(true);
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

fn set_operation(op: BinaryOp, a: &Table, b: &Table) -> Table {
    let mut table = Table::default();
    let mut keep = |from: &Table, other: &Table, wanted: Option<bool>| {
        for entry in from.iter() {
            let shared = other.position(entry.hash, &entry.key).is_some();
            if wanted.is_none_or(|wanted| shared == wanted) {
                table.insert(entry.hash, entry.key.clone(), Value::None);
            }
        }
    };
    match op {
        BinaryOp::Or => {
            keep(a, b, None);
            keep(b, a, None);
        }
        BinaryOp::And => keep(a, b, Some(true)),
        BinaryOp::Subtract => keep(a, b, Some(false)),
        _ => {
            keep(a, b, Some(false));
            keep(b, a, Some(false));
        }
    }
    table
}

/// Whether special methods of the program's classes may have a say.
fn is_object(value: &Value) -> bool {
    matches!(value, Value::Instance(_))
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

fn repeated(items: &[Value], count: usize) -> Vec<Value> {
    let mut all = Vec::with_capacity(items.len() * count);
    for _ in 0..count {
        all.extend_from_slice(items);
    }
    all
}

fn zero_division(message: &str) -> Fault {
    Fault::new(Kind::ZeroDivisionError, message)
}

/// A number on its way through an operator.
#[derive(Clone)]
pub(crate) enum Number {
    Int(i64),
    Big(Rc<BigInt>),
    Float(f64),
}

/// The number that a value is.
pub(crate) fn number_of(value: &Value) -> Option<Number> {
    Some(match value {
        Value::Int(value) => Number::Int(*value),
        Value::Bool(value) => Number::Int(i64::from(*value)),
        Value::Float(value) => Number::Float(*value),
        Value::BigInt(value) => Number::Big(value.clone()),
        _ => return None,
    })
}

impl Number {
    pub(crate) fn to_float(&self) -> Try<f64> {
        match self {
            Number::Int(value) => Ok(*value as f64),
            Number::Float(value) => Ok(*value),
            Number::Big(value) => Ok(number::int_to_float(value)?),
        }
    }

    fn to_big(&self) -> BigInt {
        match self {
            Number::Int(value) => BigInt::from(*value),
            Number::Big(value) => (**value).clone(),
            Number::Float(_) => BigInt::zero(),
        }
    }

    fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        match (self, other) {
            (Number::Int(a), Number::Int(b)) => Some(a.cmp(b)),
            (Number::Float(a), Number::Float(b)) => a.partial_cmp(b),
            (Number::Float(a), b) => number::compare_int_float(&b.to_big(), *a)
                .map(Ordering::reverse),
            (a, Number::Float(b)) => number::compare_int_float(&a.to_big(), *b),
            (a, b) => Some(a.to_big().cmp(&b.to_big())),
        }
    }
}
