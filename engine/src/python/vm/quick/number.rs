//! Operators and comparisons of small numbers.

use crate::python::code::{BinaryOp, CompareOp};
use crate::python::object::Value;

/// What an operator gives for two numbers, both of which own nothing.
#[inline(always)]
pub(super) fn numbers(op: BinaryOp, left: &Value, right: &Value) -> Option<Value> {
    match (op, left, right) {
        (BinaryOp::Add, Value::Int(a), Value::Int(b)) => a.checked_add(*b).map(Value::Int),
        (BinaryOp::And, Value::Int(a), Value::Int(b)) => Some(Value::Int(a & b)),
        (BinaryOp::Subtract, Value::Int(a), Value::Int(b)) => a.checked_sub(*b).map(Value::Int),
        _ => other_numbers(op, left, right),
    }
}

#[inline]
fn other_numbers(op: BinaryOp, left: &Value, right: &Value) -> Option<Value> {
    let (a, b) = match (left, right) {
        (Value::Int(a), Value::Int(b)) => return integers(op, *a, *b),
        (Value::Float(a), Value::Float(b)) => (*a, *b),
        (Value::Float(a), Value::Int(b)) => (*a, *b as f64),
        (Value::Int(a), Value::Float(b)) => (*a as f64, *b),
        _ => return None,
    };
    Some(Value::Float(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Subtract => a - b,
        BinaryOp::Multiply => a * b,
        BinaryOp::Divide if b != 0.0 => a / b,
        _ => return None,
    }))
}

#[inline]
fn integers(op: BinaryOp, a: i64, b: i64) -> Option<Value> {
    Some(Value::Int(match op {
        BinaryOp::Multiply => a.checked_mul(b)?,
        BinaryOp::FloorDivide if b > 0 => a.div_euclid(b),
        BinaryOp::Modulo if b > 0 => a.rem_euclid(b),
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::RightShift if (0..64).contains(&b) => a >> b,
        _ => return None,
    }))
}

/// What a comparison says of two numbers, both of which own nothing.
#[inline(always)]
pub(super) fn compared(op: CompareOp, left: &Value, right: &Value) -> Option<bool> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Some(answer(op, a, b)),
        (Value::Float(a), Value::Float(b)) => Some(answer(op, a, b)),
        _ => None,
    }
}

#[inline(always)]
fn answer<T: PartialOrd>(op: CompareOp, a: &T, b: &T) -> bool {
    match op {
        CompareOp::Equal => a == b,
        CompareOp::NotEqual => a != b,
        CompareOp::Less => a < b,
        CompareOp::LessEqual => a <= b,
        CompareOp::Greater => a > b,
        CompareOp::GreaterEqual => a >= b,
    }
}
