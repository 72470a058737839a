//! Numbers: integers of any size, and floats.

use std::cmp::Ordering;
use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Pow, Signed, ToPrimitive, Zero};

use super::Vm;
use crate::python::code::BinaryOp;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::Value;
use crate::python::text::number;

/// Bits of the largest integer that a program may make: about 315,000 digits.
const INT_BITS: u64 = number::MAX_BITS as u64;

/// Products of digits (of 64 bits) that one division may take: a few
/// milliseconds. The prelude divides piece by piece where it takes more.
const LONG_DIVISION: u64 = 1 << 20;

impl Vm {
    /// `sequence * count`
    pub(super) fn repeat(&mut self, sequence: &Value, count: &Value) -> Try<Option<Value>> {
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
                self.heap
                    .reserve_text(text.text().len().saturating_mul(count))?;
                self.text(text.text().repeat(count))
            }
            Value::List(list) => {
                let bytes = list.len().saturating_mul(count);
                self.heap
                    .reserve_plain(bytes.saturating_mul(size_of::<Value>()))?;
                let items = repeated(&list.items(), count);
                self.list(items)
            }
            Value::Tuple(tuple) => {
                let bytes = tuple.items.len().saturating_mul(count);
                self.heap
                    .reserve_plain(bytes.saturating_mul(size_of::<Value>()))?;
                let items = repeated(&tuple.items, count);
                self.tuple(items)
            }
            Value::Bytes(bytes) => {
                self.heap
                    .reserve_text(bytes.bytes.len().saturating_mul(count))?;
                let bytes =
                    crate::python::object::Bytes::new(&self.heap, bytes.bytes.repeat(count));
                Value::Bytes(Rc::new(bytes))
            }
            _ => return Ok(None),
        }))
    }

    pub(super) fn arithmetic(&mut self, op: BinaryOp, a: Number, b: Number) -> Try<Option<Value>> {
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

    pub(super) fn int_arithmetic(&mut self, op: BinaryOp, a: i64, b: i64) -> Try<Value> {
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

    pub(super) fn big_arithmetic(&mut self, op: BinaryOp, a: BigInt, b: BigInt) -> Try<Value> {
        use BinaryOp::*;
        let (long, short) = (a.bits().max(b.bits()), a.bits().min(b.bits()));
        self.heap.work(match op {
            Add | Subtract => long as usize / 4,
            Divide => long as usize + number::product_work(long, short),
            _ => number::product_work(long, short),
        });
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
                let steps = a.bits().saturating_sub(b.bits()) / 64 * (b.bits() / 64);
                if steps > LONG_DIVISION {
                    return Err(Fault::NeedsPython);
                }
                match op {
                    FloorDivide => a.div_floor(&b),
                    _ => a.mod_floor(&b),
                }
            }
            _ => return self.big_power(&a, &b),
        }))
    }

    pub(super) fn big_power(&mut self, a: &BigInt, b: &BigInt) -> Try<Value> {
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
        // The digits of a float are enough to tell how long it becomes.
        let digits = match a.bits() {
            0..=1000 => a.magnitude().to_f64().map_or(0.0, f64::log2),
            bits => bits as f64,
        };
        let bits = (digits * f64::from(exponent)) as u64;
        self.reserve_bits(bits)?;
        self.heap.work(number::product_work(bits, bits / 2));
        Ok(Value::int(Pow::pow(a, exponent)))
    }

    /// Errors: an integer of so many bits is more than the page can carry.
    pub(crate) fn reserve_bits(&self, bits: u64) -> Try<()> {
        if bits > INT_BITS {
            return Err(Fault::memory());
        }
        self.heap.reserve((bits / 8) as usize)
    }

    pub(super) fn float_arithmetic(&mut self, op: BinaryOp, a: f64, b: f64) -> Try<Value> {
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
                    return Err(zero_division("0.0 cannot be raised to a negative power"));
                }
                if a < 0.0 && a.is_finite() && b.is_finite() && b.fract() != 0.0 {
                    return Err(Fault::new(Kind::NotImplementedError, "complex numbers"));
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
    pub(super) fn os_error(
        &self,
        kind: Kind,
        number: i64,
        text: &str,
    ) -> crate::python::fault::Exception {
        let args = vec![Value::Int(number), self.text(text)];
        self.exception_of(self.types.exception(kind).clone(), args)
    }

    pub(super) fn bitwise(&mut self, op: BinaryOp, a: Number, b: Number) -> Try<Option<Value>> {
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

    pub(super) fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        match (self, other) {
            (Number::Int(a), Number::Int(b)) => Some(a.cmp(b)),
            (Number::Float(a), Number::Float(b)) => a.partial_cmp(b),
            (Number::Float(a), b) => {
                number::compare_int_float(&b.to_big(), *a).map(Ordering::reverse)
            }
            (a, Number::Float(b)) => number::compare_int_float(&a.to_big(), *b),
            (a, b) => Some(a.to_big().cmp(&b.to_big())),
        }
    }
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
