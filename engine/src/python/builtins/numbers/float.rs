//! `float`.

use std::rc::Rc;

use num_bigint::BigInt;

use super::has_method;
use crate::python::builtins::arguments::Call;
use crate::python::builtins::{function, method};
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Args, Class, Flow, Native, Value};
use crate::python::text::{number, repr};
use crate::python::vm::Vm;

pub(crate) const METHODS: &[Native] = &[
    method("float", "as_integer_ratio", as_integer_ratio),
    method("float", "conjugate", conjugate),
    function("float", "fromhex", from_hex),
    method("float", "hex", hex),
    method("float", "is_integer", is_integer),
];

/// `float(value)`
pub(crate) fn construct(vm: &mut Vm, _: &Rc<Class>, args: &Args) -> Try<Flow> {
    let values = Call::function("float", args).between(0, 1)?;
    let Some(value) = values.first() else {
        return Ok(0.0.into());
    };
    if has_method(vm, value, &["__float__", "__index__"]) {
        return Err(Fault::NeedsPython);
    }
    let made = match value.native() {
        Value::Float(float) => *float,
        Value::Int(int) => *int as f64,
        Value::Bool(flag) => f64::from(u8::from(*flag)),
        Value::BigInt(int) => number::int_to_float(int)?,
        Value::Str(text) => number::parse_float(text.text())?,
        Value::Bytes(bytes) => {
            let text = String::from_utf8_lossy(&bytes.bytes);
            number::parse_float(&text).map_err(|_| {
                Fault::value_error(format_args!(
                    "could not convert string to float: {}",
                    repr::bytes_repr(&bytes.bytes)
                ))
            })?
        }
        other => {
            return Err(Fault::type_error(format_args!(
                "float() argument must be a string or a real number, not '{}'",
                vm.type_name(other)
            )));
        }
    };
    Ok(made.into())
}

/// The number of a method's `self`, in a call that takes nothing else.
fn receiver(vm: &Vm, name: &'static str, args: &Args) -> Try<f64> {
    let (value, call) = Call::method("float", name, args)?;
    match value {
        Value::Float(float) => call.none().map(|()| *float),
        other => Err(call.wrong_receiver(vm, other)),
    }
}

fn conjugate(vm: &mut Vm, args: &Args) -> Try<Flow> {
    Ok(receiver(vm, "conjugate", args)?.into())
}

fn is_integer(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let float = receiver(vm, "is_integer", args)?;
    Ok((float.is_finite() && float.fract() == 0.0).into())
}

/// A finite float as `mantissa * 2**exponent`.
fn parts(float: f64) -> (u64, i32) {
    let bits = float.abs().to_bits();
    let fraction = bits & ((1 << 52) - 1);
    match (bits >> 52) as i32 {
        0 => (fraction, -1074),
        raised => (fraction | 1 << 52, raised - 1075),
    }
}

fn as_integer_ratio(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let float = receiver(vm, "as_integer_ratio", args)?;
    if float.is_nan() {
        return Err(Fault::value_error("cannot convert NaN to integer ratio"));
    }
    if float.is_infinite() {
        return Err(Fault::new(
            Kind::OverflowError,
            "cannot convert Infinity to integer ratio",
        ));
    }
    let (mantissa, exponent) = parts(float);
    let shared = mantissa
        .trailing_zeros()
        .min(exponent.min(0).unsigned_abs());
    let (mantissa, exponent) = match mantissa {
        0 => (0, 0),
        mantissa => (mantissa >> shared, exponent + shared as i32),
    };
    let mut above = BigInt::from(mantissa) << exponent.max(0) as u32;
    if float < 0.0 {
        above = -above;
    }
    let below = BigInt::from(1) << exponent.min(0).unsigned_abs();
    Ok(vm.tuple(vec![Value::int(above), Value::int(below)]).into())
}

/// `float.hex()`: `0x1.8000000000000p+0`
fn hex(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let float = receiver(vm, "hex", args)?;
    if !float.is_finite() {
        return Ok(vm.text(number::float_repr(float)).into());
    }
    let sign = if float.is_sign_negative() { "-" } else { "" };
    if float == 0.0 {
        return Ok(vm.text(format!("{sign}0x0.0p+0")).into());
    }
    let (mantissa, exponent) = parts(float);
    let (whole, fraction) = (mantissa >> 52, mantissa & ((1 << 52) - 1));
    let exponent = exponent + 52;
    Ok(vm
        .text(format!("{sign}0x{whole}.{fraction:013x}p{exponent:+}"))
        .into())
}

/// `float.fromhex(text)`
fn from_hex(_: &mut Vm, args: &Args) -> Try<Flow> {
    let value = Call::of("float", "fromhex", args).one()?;
    let Some(text) = value.as_str() else {
        return Err(Fault::type_error(
            "bad argument type for built-in operation",
        ));
    };
    match read_hex(text.text().trim_ascii()) {
        Some(float) if float.is_finite() => Ok(float.into()),
        Some(_) if !text.text().to_ascii_lowercase().contains("inf") => Err(Fault::new(
            Kind::OverflowError,
            "hexadecimal value too large to represent as a float",
        )),
        Some(float) => Ok(float.into()),
        None => Err(Fault::value_error(
            "invalid hexadecimal floating-point string",
        )),
    }
}

fn read_hex(text: &str) -> Option<f64> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let signed = |float: f64| Some(if negative { -float } else { float });
    let text = text.to_ascii_lowercase();
    match text.as_str() {
        "inf" | "infinity" => return signed(f64::INFINITY),
        "nan" => return signed(f64::NAN),
        _ => {}
    }
    let text = text.strip_prefix("0x").unwrap_or(&text);
    let (digits, exponent) = match text.split_once('p') {
        Some((digits, exponent)) => (digits, exponent.parse::<i64>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let digits = format!("{whole}{fraction}");
    let readable = (1..4000).contains(&digits.len()) && exponent.abs() < 100_000;
    if !readable || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let mantissa = BigInt::parse_bytes(digits.as_bytes(), 16)?;
    let exponent = exponent - 4 * fraction.len() as i64;
    let shift = BigInt::from(1) << exponent.unsigned_abs();
    let found = match exponent >= 0 {
        true => number::int_to_float(&(mantissa * shift)),
        false => number::int_true_divide(&mantissa, &shift),
    };
    signed(found.unwrap_or(f64::INFINITY))
}
