//! Builtins about numbers and characters: `round`, `pow`, `divmod`, `chr`,
//! `ord`, `bin`, `hex`, `oct`.

use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use super::functions::{count, own_method};
use crate::python::code::BinaryOp;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Args, Flow, Value};
use crate::python::text;
use crate::python::vm::Vm;

pub(super) fn round(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let mut args = Args {
        values: args.values.clone(),
        names: args.names.clone(),
    };
    let named = args.take("ndigits");
    if args.values.is_empty() {
        return Err(Fault::type_error(
            "round() missing required argument 'number' (pos 1)",
        ));
    }
    count(&args, "round", 1, 2)?;
    let digits = named.or_else(|| args.values.get(1).cloned());
    let value = &args.values[0];
    if let Some(method) = own_method(vm, value, "__round__") {
        return vm.call(&method, Args::new(digits.into_iter().collect()));
    }
    let digits = match &digits {
        None | Some(Value::None) => None,
        Some(digits) => Some(vm.index_of(digits)?),
    };
    Ok(match (value.native(), digits) {
        (Value::Float(number), None) => {
            Value::int(text::number::round_float_to_int(*number)?).into()
        }
        (Value::Float(number), Some(digits)) => {
            Value::Float(text::number::round_float(*number, digits)?).into()
        }
        _ => match (value.as_big_int(), digits) {
            (Some(number), Some(digits)) if digits < 0 => {
                Value::int(text::number::round_int(&number, digits)).into()
            }
            (Some(number), _) => Value::int(number).into(),
            (None, _) => {
                return Err(Fault::type_error(format_args!(
                    "type {} doesn't define __round__ method",
                    vm.type_name(value)
                )));
            }
        },
    })
}

pub(super) fn pow(vm: &mut Vm, args: &Args) -> Try<Flow> {
    for (at, name) in ["base", "exp"].iter().enumerate() {
        if args.values.len() <= at {
            return Err(Fault::type_error(format_args!(
                "pow() missing required argument '{name}' (pos {})",
                at + 1
            )));
        }
    }
    count(args, "pow", 2, 3)?;
    let (base, exponent) = (&args.values[0], &args.values[1]);
    let Some(modulus) = args.values.get(2).filter(|value| !value.is_none()) else {
        return vm.binary(BinaryOp::Power, base, exponent);
    };
    match (
        base.as_big_int(),
        exponent.as_big_int(),
        modulus.as_big_int(),
    ) {
        (Some(base), Some(exponent), Some(modulus)) => {
            if modulus.is_zero() {
                return Err(Fault::value_error("pow() 3rd argument cannot be 0"));
            }
            let square = text::number::product_work(modulus.bits(), modulus.bits());
            let work = square.saturating_mul(exponent.bits() as usize * 2);
            if work > 5_000_000 && !exponent.is_negative() {
                return Err(Fault::NeedsPython);
            }
            vm.heap.work(work);
            let result = match exponent.is_negative() {
                true => match base.modinv(&modulus) {
                    Some(inverse) => inverse.modpow(&-exponent, &modulus),
                    None => {
                        return Err(Fault::value_error(
                            "base is not invertible for the given modulus",
                        ));
                    }
                },
                false => base.modpow(&exponent, &modulus),
            };
            Ok(Value::int(result).into())
        }
        _ if args
            .values
            .iter()
            .any(|value| matches!(value, Value::Instance(_))) =>
        {
            Err(Fault::NeedsPython)
        }
        _ => Err(Fault::type_error(
            "pow() 3rd argument not allowed unless all arguments are integers",
        )),
    }
}

pub(super) fn divmod(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "divmod", 2, 2)?;
    let (a, b) = (&args.values[0], &args.values[1]);
    if matches!(a, Value::Instance(_)) || matches!(b, Value::Instance(_)) {
        return Err(Fault::NeedsPython);
    }
    let operands = (
        crate::python::vm::number_of(a),
        crate::python::vm::number_of(b),
    );
    if operands.0.is_none() || operands.1.is_none() {
        return Err(Fault::type_error(format_args!(
            "unsupported operand type(s) for divmod(): '{}' and '{}'",
            vm.type_name(a),
            vm.type_name(b)
        )));
    }
    let quotient = match vm.binary(BinaryOp::FloorDivide, a, b) {
        Err(Fault::New(Kind::ZeroDivisionError, message)) if message.starts_with("float") => {
            return Err(Fault::new(Kind::ZeroDivisionError, "float divmod()"));
        }
        quotient => quotient?,
    };
    let remainder = vm.binary(BinaryOp::Modulo, a, b)?;
    match (quotient, remainder) {
        (Flow::Value(quotient), Flow::Value(remainder)) => {
            Ok(vm.tuple(vec![quotient, remainder]).into())
        }
        _ => Err(Fault::NeedsPython),
    }
}

pub(super) fn chr(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "chr", 1, 1)?;
    let code = vm.index_of(&args.values[0])?;
    match u32::try_from(code).ok().filter(|code| *code <= 0x10_FFFF) {
        Some(code) => match char::from_u32(code) {
            Some(character) => Ok(vm.text(character.to_string()).into()),
            None => Err(Fault::new(
                Kind::NotImplementedError,
                "surrogate characters",
            )),
        },
        None => Err(Fault::value_error("chr() arg not in range(0x110000)")),
    }
}

pub(super) fn ord(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "ord", 1, 1)?;
    match args.values[0].native() {
        Value::Str(text) if text.length() == 1 => {
            let character = text.char_at(0).unwrap_or_default();
            Ok(Value::Int(i64::from(u32::from(character))).into())
        }
        Value::Str(text) => Err(Fault::type_error(format_args!(
            "ord() expected a character, but string of length {} found",
            text.length()
        ))),
        other => Err(Fault::type_error(format_args!(
            "ord() expected string of length 1, but {} found",
            vm.type_name(other)
        ))),
    }
}

pub(super) fn bin(vm: &mut Vm, args: &Args) -> Try<Flow> {
    radix(vm, args, "bin", "0b", 2)
}

pub(super) fn hex(vm: &mut Vm, args: &Args) -> Try<Flow> {
    radix(vm, args, "hex", "0x", 16)
}

pub(super) fn oct(vm: &mut Vm, args: &Args) -> Try<Flow> {
    radix(vm, args, "oct", "0o", 8)
}

fn radix(vm: &mut Vm, args: &Args, name: &str, prefix: &str, radix: u32) -> Try<Flow> {
    count(args, name, 1, 1)?;
    match args.values[0].as_big_int() {
        Some(number) => {
            let sign = if number.is_negative() { "-" } else { "" };
            let digits = BigInt::abs(&number).to_str_radix(radix);
            Ok(vm.text(format!("{sign}{prefix}{digits}")).into())
        }
        None => Err(match vm.index_of(&args.values[0]) {
            Err(fault) => fault,
            Ok(_) => Fault::NeedsPython,
        }),
    }
}
