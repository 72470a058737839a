//! Operators and comparisons of small numbers.

use crate::python::code::{BinaryOp, CompareOp};
use crate::python::object::Value;

/// What an operator gives for two integers; `None` where that is no small
/// integer, or not so quickly said.
#[inline(always)]
pub(super) fn integers(op: BinaryOp, a: i64, b: i64) -> Option<i64> {
    match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Subtract => a.checked_sub(b),
        BinaryOp::And => Some(a & b),
        _ => other_integers(op, a, b),
    }
}

#[inline]
fn other_integers(op: BinaryOp, a: i64, b: i64) -> Option<i64> {
    match op {
        BinaryOp::Multiply => a.checked_mul(b),
        BinaryOp::FloorDivide if b > 0 => Some(a.div_euclid(b)),
        BinaryOp::Modulo if b > 0 => Some(a.rem_euclid(b)),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        BinaryOp::RightShift if (0..64).contains(&b) => Some(a >> b),
        _ => None,
    }
}

/// The same for two numbers one of which is a float at least.
#[inline]
pub(super) fn floats(op: BinaryOp, left: &Value, right: &Value) -> Option<f64> {
    let (a, b) = match (left, right) {
        (Value::Float(a), Value::Float(b)) => (*a, *b),
        (Value::Float(a), Value::Int(b)) => (*a, *b as f64),
        (Value::Int(a), Value::Float(b)) => (*a as f64, *b),
        _ => return None,
    };
    match op {
        BinaryOp::Add => Some(a + b),
        BinaryOp::Subtract => Some(a - b),
        BinaryOp::Multiply => Some(a * b),
        BinaryOp::Divide if b != 0.0 => Some(a / b),
        _ => None,
    }
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
