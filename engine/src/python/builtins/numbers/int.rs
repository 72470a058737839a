//! `int`.

use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use num_traits::Signed;

use super::{flag, has_method};
use crate::python::builtins::arguments::Call;
use crate::python::builtins::{function, method};
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Args, Bytes, Class, Flow, Native, Value};
use crate::python::text::{number, repr};
use crate::python::vm::Vm;

pub(crate) const METHODS: &[Native] = &[
    method("int", "as_integer_ratio", as_integer_ratio),
    method("int", "bit_count", bit_count),
    method("int", "bit_length", bit_length),
    method("int", "conjugate", conjugate),
    function("int", "from_bytes", from_bytes),
    method("int", "to_bytes", to_bytes),
];

/// `int(value, base)`
pub(crate) fn construct(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let call = Call::function("int", args);
    let [value, base] = call.named(["", "base"], 0, 2)?;
    let Some(value) = value else {
        return match base {
            None => Ok(Value::Int(0).into()),
            Some(_) => Err(Fault::type_error("int() missing string argument")),
        };
    };
    if base.is_none() && has_method(vm, value, &["__int__", "__index__", "__trunc__"]) {
        return Err(Fault::NeedsPython);
    }
    let base = match base {
        None => None,
        // Whatever is no base at all is refused where it is used.
        Some(base) => match vm.index_of(base) {
            Err(Fault::New(Kind::OverflowError, _)) => Some(u32::MAX),
            base => Some(u32::try_from(base?).unwrap_or(u32::MAX)),
        },
    };
    let made = match (value.native(), base) {
        (Value::Str(text), base) => number::parse_int(text.text(), base.unwrap_or(10))?,
        (Value::Bytes(bytes), base) => parse_bytes(&bytes.bytes, base.unwrap_or(10))?,
        (_, Some(_)) => {
            return Err(Fault::type_error(
                "int() can't convert non-string with explicit base",
            ));
        }
        (number @ (Value::Int(_) | Value::BigInt(_)), None) => return Ok(number.clone().into()),
        (Value::Bool(flag), None) => BigInt::from(u8::from(*flag)),
        (Value::Float(float), None) => number::float_to_int(*float)?,
        (other, None) => {
            return Err(Fault::type_error(format_args!(
                "int() argument must be a string, a bytes-like object or a real number, not '{}'",
                vm.type_name(other)
            )));
        }
    };
    Ok(Value::int(made).into())
}

fn parse_bytes(bytes: &[u8], base: u32) -> Try<BigInt> {
    let text = String::from_utf8_lossy(bytes);
    number::parse_int(&text, base).map_err(|error| match error.message.starts_with("invalid") {
        true => Fault::value_error(format_args!(
            "invalid literal for int() with base {base}: {}",
            repr::bytes_repr(bytes)
        )),
        false => error.into(),
    })
}

/// The number of a method's `self`, and the rest of its call.
fn receiver<'a>(vm: &Vm, name: &'static str, args: &'a Args) -> Try<(BigInt, Call<'a>)> {
    let (value, call) = Call::method("int", name, args)?;
    match value.as_big_int() {
        Some(number) => Ok((number, call)),
        None => Err(call.wrong_receiver(vm, value)),
    }
}

fn as_integer_ratio(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (number, call) = receiver(vm, "as_integer_ratio", args)?;
    call.none()?;
    Ok(vm.tuple(vec![Value::int(number), Value::Int(1)]).into())
}

fn bit_count(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (number, call) = receiver(vm, "bit_count", args)?;
    call.none()?;
    Ok(Value::Int(number.magnitude().count_ones() as i64).into())
}

fn bit_length(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (number, call) = receiver(vm, "bit_length", args)?;
    call.none()?;
    Ok(Value::Int(number.bits() as i64).into())
}

fn conjugate(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (number, call) = receiver(vm, "conjugate", args)?;
    call.none()?;
    Ok(Value::int(number).into())
}

/// Whether the most significant byte comes first.
fn big_end_first(vm: &Vm, call: &Call, order: Option<&Value>) -> Try<bool> {
    let Some(order) = order else {
        return Ok(true);
    };
    match call.text_called(vm, "argument 'byteorder'", order)?.text() {
        "big" => Ok(true),
        "little" => Ok(false),
        _ => Err(Fault::value_error(
            "byteorder must be either 'little' or 'big'",
        )),
    }
}

/// `number.to_bytes(length, byteorder, signed)`
fn to_bytes(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (number, call) = receiver(vm, "to_bytes", args)?;
    let [length, order, signed] = call.named(["length", "byteorder", "signed"], 0, 2)?;
    let length = length.map_or(Ok(1), |length| vm.index_of(length))?;
    let big = big_end_first(vm, &call, order)?;
    let signed = flag(vm, signed)?;
    let Ok(length) = usize::try_from(length) else {
        return Err(Fault::value_error("length argument must be non-negative"));
    };
    vm.heap.reserve_text(length)?;
    if number.is_negative() && !signed {
        return Err(Fault::new(
            Kind::OverflowError,
            "can't convert negative int to unsigned",
        ));
    }
    let negative = number.is_negative();
    let mut digits = match signed {
        true => number.to_signed_bytes_le(),
        false => number.to_bytes_le().1,
    };
    if digits == [0] {
        digits.clear();
    }
    if digits.len() > length {
        return Err(Fault::new(Kind::OverflowError, "int too big to convert"));
    }
    digits.resize(length, if negative { 0xff } else { 0 });
    if big {
        digits.reverse();
    }
    Ok(Value::Bytes(Rc::new(Bytes::new(&vm.heap, digits))).into())
}

/// `int.from_bytes(bytes, byteorder, signed)`
fn from_bytes(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let call = Call::of("int", "from_bytes", args);
    let [bytes, order, signed] = call.named(["bytes", "byteorder", "signed"], 1, 2)?;
    let big = big_end_first(vm, &call, order)?;
    let mut bytes = super::bytes_of(vm, bytes.unwrap_or(&Value::None))?;
    let signed = flag(vm, signed)?;
    vm.reserve_bits(bytes.len() as u64 * 8)?;
    if big {
        bytes.reverse();
    }
    let number = match signed {
        true => BigInt::from_signed_bytes_le(&bytes),
        false => BigInt::from_bytes_le(Sign::Plus, &bytes),
    };
    Ok(Value::int(number).into())
}
