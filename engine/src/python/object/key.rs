//! Equality and hashes of values as keys: `1`, `1.0` and `True` are one key.

use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use num_traits::{FromPrimitive, ToPrimitive};

use super::{Body, Value, hash_bytes};
use crate::python::fault::{Fault, Try};

/// Numeric hashes are taken modulo this prime (Python reference, "Hashing of
/// numeric types").
const MODULUS: u64 = (1 << 61) - 1;

/// Deeper nesting of tuples is refused, as CPython's recursion limit would.
const DEPTH: u32 = 400;

impl Value {
    /// Whether both are the same key, as far as that needs no Python code.
    pub fn same_key(&self, other: &Value) -> bool {
        self.same_key_within(other, DEPTH)
    }

    /// What nests deeper counts as different.
    fn same_key_within(&self, other: &Value, depth: u32) -> bool {
        self.is(other)
            || self.equal_atoms(other).unwrap_or(false)
            || depth > 0 && self.equal_tuples(other, depth - 1)
    }

    /// `==` of numbers and texts; `None` for everything else.
    pub fn equal_atoms(&self, other: &Value) -> Option<bool> {
        use Value::*;
        Some(match (self.native(), other.native()) {
            (Int(a), Int(b)) => a == b,
            (Str(a), Str(b)) => Rc::ptr_eq(a, b) || a.text() == b.text(),
            (Bool(a), Bool(b)) => a == b,
            (Int(a), Bool(b)) | (Bool(b), Int(a)) => *a == i64::from(*b),
            (Float(a), Float(b)) => a == b,
            (Int(a), Float(b)) | (Float(b), Int(a)) => int_equals_float(*a, *b),
            (Bool(a), Float(b)) | (Float(b), Bool(a)) => f64::from(u8::from(*a)) == *b,
            (BigInt(a), BigInt(b)) => a == b,
            (BigInt(a), Float(b)) | (Float(b), BigInt(a)) => {
                num_bigint::BigInt::from_f64(*b).is_some_and(|b64| b64 == **a) && b.fract() == 0.0
            }
            (BigInt(_), Int(_) | Bool(_)) | (Int(_) | Bool(_), BigInt(_)) => false,
            (Bytes(a), Bytes(b)) => a.bytes == b.bytes,
            (None, None) => true,
            _ => return Option::None,
        })
    }

    fn equal_tuples(&self, other: &Value, depth: u32) -> bool {
        match (self.native(), other.native()) {
            (Value::Tuple(a), Value::Tuple(b)) => {
                a.items.len() == b.items.len()
                    && a.items
                        .iter()
                        .zip(&b.items)
                        .all(|(a, b)| a.same_key_within(b, depth))
            }
            (Value::Set(a), Value::Set(b)) if a.frozen && b.frozen => {
                let (a, b) = (a.table(), b.table());
                a.len() == b.len()
                    && a.iter()
                        .all(|entry| b.holds(entry, |own| entry.key.same_key_within(own, depth)))
            }
            (Value::Range(a), Value::Range(b)) => a == b,
            (Value::BoundMethod(a), Value::BoundMethod(b)) => {
                a.object.is(&b.object) && a.function.is(&b.function)
            }
            _ => false,
        }
    }

    /// The hash of a value. Errors: `TypeError` where it has none, and
    /// [`Fault::NeedsPython`] where the program defines it.
    pub fn hash(&self) -> Try<u64> {
        self.hash_within(DEPTH)
    }

    fn hash_within(&self, depth: u32) -> Try<u64> {
        if depth == 0 {
            return Err(Fault::new(
                crate::python::fault::Kind::RecursionError,
                "maximum recursion depth exceeded while calling a Python object",
            ));
        }
        Ok(match self {
            Value::Str(text) => text.hash(),
            Value::Int(value) => hash_int(*value),
            Value::Bool(value) => u64::from(*value),
            Value::Float(value) => hash_float(*value),
            Value::BigInt(value) => hash_big(value),
            Value::None => 0xfca8_6420,
            Value::NotImplemented => 0xfca8_6421,
            Value::Ellipsis => 0xfca8_6422,
            Value::Bytes(bytes) => hash_bytes(&bytes.bytes),
            Value::Tuple(tuple) => {
                let is_plain = depth == DEPTH && tuple.items.len() <= 8;
                if !is_plain && tuple.heap().is_tired() {
                    return Err(Fault::NeedsPython);
                }
                tuple.heap().work(32);
                tuple.heap().walk(tuple.items.len())?;
                combined_hash(tuple.items.iter().map(|item| item.hash_within(depth - 1)))?
            }
            Value::Set(set) if set.frozen => {
                set.table().iter().fold(1_927_868_237, |hash, entry| {
                    hash ^ (entry.hash ^ (entry.hash << 16) ^ 89_869_747)
                        .wrapping_mul(3_644_798_167)
                })
            }
            Value::Range(range) => mix(hash_int(range.start), hash_int(range.stop)),
            Value::Instance(instance) => match &instance.body {
                Body::Native(value) => value.hash_within(depth - 1)?,
                _ => address(Rc::as_ptr(instance)),
            },
            Value::Function(value) => address(Rc::as_ptr(value)),
            Value::Native(value) => address(*value),
            Value::Class(value) => address(Rc::as_ptr(value)),
            Value::Generator(value) => address(Rc::as_ptr(value)),
            Value::Future(value) => address(Rc::as_ptr(value)),
            Value::Module(value) => address(Rc::as_ptr(value)),
            Value::Iter(value) => address(Rc::as_ptr(value)),
            Value::BoundMethod(method) => mix(
                method.object.hash_within(depth - 1)?,
                method.function.hash_within(depth - 1)?,
            ),
            Value::Descriptor(value) => address(Rc::as_ptr(value)),
            Value::Super(value) => address(Rc::as_ptr(value)),
            Value::Code(value) => address(Rc::as_ptr(value)),
            Value::Cell(value) => address(Rc::as_ptr(value)),
            Value::List(_) => return Err(unhashable("list")),
            Value::Dict(_) => return Err(unhashable("dict")),
            Value::Set(_) => return Err(unhashable("set")),
            Value::Slice(_) => return Err(unhashable("slice")),
            Value::View(_) => return Err(unhashable("dict_view")),
            Value::Unbound => 0,
        })
    }
}

fn unhashable(name: &str) -> Fault {
    Fault::type_error(format_args!("unhashable type: '{name}'"))
}

fn address<T: ?Sized>(pointer: *const T) -> u64 {
    (pointer.cast::<u8>() as usize as u64) >> 4
}

/// Whether an integer and a float are the same number, exactly.
pub fn int_equals_float(int: i64, float: f64) -> bool {
    // Every float of integer value within the range of i64 converts exactly.
    float.fract() == 0.0
        && (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&float)
        && float as i64 == int
}

#[inline]
pub(super) fn hash_int(value: i64) -> u64 {
    let hash = value.unsigned_abs() % MODULUS;
    signed(hash, value < 0)
}

fn hash_big(value: &BigInt) -> u64 {
    let hash = (value.magnitude() % MODULUS).to_u64().unwrap_or(0);
    signed(hash, value.sign() == Sign::Minus)
}

fn signed(hash: u64, negative: bool) -> u64 {
    let hash = if negative {
        (hash as i64).wrapping_neg()
    } else {
        hash as i64
    };
    (if hash == -1 { -2 } else { hash }) as u64
}

fn hash_float(value: f64) -> u64 {
    if value.is_infinite() {
        return if value > 0.0 {
            314_159
        } else {
            -314_159_i64 as u64
        };
    }
    if value.is_nan() {
        return 0;
    }
    if value.fract() == 0.0 && value.abs() < 9.0e18 {
        return hash_int(value as i64);
    }
    // value = mantissa * 2**exponent with an integer mantissa.
    let bits = value.abs().to_bits();
    let raw = (bits >> 52) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) = match raw {
        0 => (fraction, -1074),
        _ => (fraction | (1 << 52), raw - 1075),
    };
    // 2 has order 61 modulo the prime.
    let shift = exponent.rem_euclid(61) as u32;
    let hash = ((u128::from(mantissa) << shift) % u128::from(MODULUS)) as u64;
    signed(hash, value < 0.0)
}

const XX_1: u64 = 11_400_714_785_074_694_791;
const XX_2: u64 = 14_029_467_366_897_019_727;
const XX_5: u64 = 2_870_177_450_012_600_261;

/// The hash of a tuple whose items have those.
pub fn combined_hash(hashes: impl ExactSizeIterator<Item = Try<u64>>) -> Try<u64> {
    let length = hashes.len() as u64;
    let mut hash = XX_5;
    for item in hashes {
        hash = mix(hash, item?);
    }
    let hash = hash.wrapping_add(length ^ (XX_5 ^ 3_527_539));
    Ok(if hash == u64::MAX {
        1_546_275_796
    } else {
        hash
    })
}

/// A round of xxHash, as CPython's tuples use it.
fn mix(hash: u64, lane: u64) -> u64 {
    hash.wrapping_add(lane.wrapping_mul(XX_2))
        .rotate_left(31)
        .wrapping_mul(XX_1)
}
