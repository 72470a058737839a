//! What `math` cannot say in Python: functions of real numbers, and of large
//! integers.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{FromPrimitive, Signed, ToPrimitive, Zero};

use super::super::arguments::Call;
use super::super::function;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Args, Flow, Native, Value};
use crate::python::vm::{Vm, number_of};

/// One function of one real number: `math.sqrt`.
macro_rules! reals {
    ($($name:ident $compute:expr;)*) => {
        $(fn $name(vm: &mut Vm, args: &Args) -> Try<Flow> {
            let number = real(vm, Call::of("math", stringify!($name), args).one()?)?;
            let compute: fn(f64) -> f64 = $compute;
            checked(compute(number), number.is_nan(), number.is_infinite())
        })*

        pub(super) const NATIVES: &[Native] = &[
            $(function("math", stringify!($name), $name),)*
            function("math", "atan2", atan2),
            function("math", "pow", pow),
            function("math", "fmod", fmod),
            function("math", "copysign", copysign),
            function("math", "native_log", log),
            function("math", "isnan", isnan),
            function("math", "isinf", isinf),
            function("math", "isfinite", isfinite),
            function("math", "floor", floor),
            function("math", "ceil", ceil),
            function("math", "trunc", trunc),
            function("math", "factorial", factorial),
            function("math", "gcd", gcd),
            function("math", "isqrt", isqrt),
        ];
    };
}

reals! {
    sqrt f64::sqrt;
    cbrt f64::cbrt;
    exp f64::exp;
    exp2 f64::exp2;
    expm1 f64::exp_m1;
    log1p |x| if x <= -1.0 { f64::NAN } else { x.ln_1p() };
    sin f64::sin;
    cos f64::cos;
    tan f64::tan;
    asin f64::asin;
    acos f64::acos;
    atan f64::atan;
    sinh f64::sinh;
    cosh f64::cosh;
    tanh f64::tanh;
    asinh f64::asinh;
    acosh f64::acosh;
    atanh |x| if x.abs() >= 1.0 { f64::NAN } else { x.atanh() };
    fabs f64::abs;
    degrees |x| x * (180.0 / std::f64::consts::PI);
    radians |x| x * (std::f64::consts::PI / 180.0);
}

/// A result that came from finite numbers must be one.
fn checked(result: f64, nan: bool, infinite: bool) -> Try<Flow> {
    if result.is_nan() && !nan {
        return Err(domain());
    }
    if result.is_infinite() && !infinite && !nan {
        return Err(Fault::new(Kind::OverflowError, "math range error"));
    }
    Ok(Value::Float(result).into())
}

fn domain() -> Fault {
    Fault::value_error("math domain error")
}

fn real(vm: &Vm, value: &Value) -> Try<f64> {
    match number_of(value.native()) {
        Some(number) => number.to_float(),
        None => Err(Fault::type_error(format_args!(
            "must be real number, not {}",
            vm.type_name(value)
        ))),
    }
}

fn integer(vm: &Vm, value: &Value) -> Try<BigInt> {
    value.as_big_int().ok_or_else(|| {
        Fault::type_error(format_args!(
            "'{}' object cannot be interpreted as an integer",
            vm.type_name(value)
        ))
    })
}

fn two(vm: &Vm, name: &'static str, args: &Args) -> Try<(f64, f64)> {
    let values = Call::of("math", name, args).between(2, 2)?;
    Ok((real(vm, &values[0])?, real(vm, &values[1])?))
}

fn atan2(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (y, x) = two(vm, "atan2", args)?;
    Ok(Value::Float(y.atan2(x)).into())
}

fn pow(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (base, exponent) = two(vm, "pow", args)?;
    if base == 0.0 && exponent < 0.0 {
        return Err(domain());
    }
    checked(
        base.powf(exponent),
        base.is_nan() || exponent.is_nan(),
        base.is_infinite() || exponent.is_infinite(),
    )
}

fn fmod(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (a, b) = two(vm, "fmod", args)?;
    checked(a % b, a.is_nan() || b.is_nan(), false)
}

fn copysign(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let (a, b) = two(vm, "copysign", args)?;
    Ok(Value::Float(a.copysign(b)).into())
}

/// `native_log(x, base)`: the natural logarithm, or to the base 2 or 10.
fn log(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let values = Call::of("math", "log", args).between(1, 2)?;
    let base = values.get(1).and_then(Value::as_small_int);
    let of = |number: f64| match base {
        Some(2) => number.log2(),
        Some(_) => number.log10(),
        None => number.ln(),
    };
    let logarithm = match values[0].native() {
        // Too large for a float: its upper bits, and what was cut off.
        Value::BigInt(number) if number.is_positive() => {
            let cut = number.bits().saturating_sub(60);
            let upper = (&**number >> cut).to_f64().unwrap_or(f64::NAN);
            of(upper) + cut as f64 * of(2.0)
        }
        other => {
            let number = real(vm, other)?;
            if number <= 0.0 {
                return Err(domain());
            }
            of(number)
        }
    };
    Ok(Value::Float(logarithm).into())
}

fn isnan(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let number = real(vm, Call::of("math", "isnan", args).one()?)?;
    Ok(Value::Bool(number.is_nan()).into())
}

fn isinf(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let number = real(vm, Call::of("math", "isinf", args).one()?)?;
    Ok(Value::Bool(number.is_infinite()).into())
}

fn isfinite(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let number = real(vm, Call::of("math", "isfinite", args).one()?)?;
    Ok(Value::Bool(number.is_finite()).into())
}

fn floor(vm: &mut Vm, args: &Args) -> Try<Flow> {
    rounded(vm, "floor", args, f64::floor)
}

fn ceil(vm: &mut Vm, args: &Args) -> Try<Flow> {
    rounded(vm, "ceil", args, f64::ceil)
}

fn trunc(vm: &mut Vm, args: &Args) -> Try<Flow> {
    rounded(vm, "trunc", args, f64::trunc)
}

fn rounded(vm: &mut Vm, name: &'static str, args: &Args, round: fn(f64) -> f64) -> Try<Flow> {
    let value = Call::of("math", name, args).one()?;
    if let Some(method) = super::super::functions::own_method(vm, value, &format!("__{name}__")) {
        return vm.call(&method, Args::default());
    }
    if let Some(number) = value.as_big_int() {
        return Ok(Value::int(number).into());
    }
    let number = match (name, value.native()) {
        (_, Value::Float(number)) => *number,
        ("trunc", _) => {
            return Err(Fault::type_error(format_args!(
                "type {} doesn't define __trunc__ method",
                vm.type_name(value)
            )));
        }
        _ => real(vm, value)?,
    };
    if number.is_nan() {
        return Err(Fault::value_error("cannot convert float NaN to integer"));
    }
    match BigInt::from_f64(round(number)) {
        Some(number) => Ok(Value::int(number).into()),
        None => Err(Fault::new(
            Kind::OverflowError,
            "cannot convert float infinity to integer",
        )),
    }
}

fn factorial(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let number = integer(vm, Call::of("math", "factorial", args).one()?)?;
    if number.is_negative() {
        return Err(Fault::value_error(
            "factorial() not defined for negative values",
        ));
    }
    // 70,000! fills the largest integer that a program may make.
    let Some(number) = number.to_u64().filter(|number| *number < 70_000) else {
        return Err(Fault::memory());
    };
    // All at once it takes too long: the prelude goes factor by factor.
    if number > 1_000 {
        return Err(Fault::NeedsPython);
    }
    let product: BigInt = (1..=number).map(BigInt::from).product();
    Ok(Value::int(product).into())
}

fn gcd(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let mut result = BigInt::zero();
    for value in Call::of("math", "gcd", args).any()? {
        let value = integer(vm, value)?;
        // By halves it takes too long: the prelude divides.
        if result.bits().min(value.bits()) > 20_000 {
            return Err(Fault::NeedsPython);
        }
        result = result.gcd(&value);
    }
    Ok(Value::int(result).into())
}

fn isqrt(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let number = integer(vm, Call::of("math", "isqrt", args).one()?)?;
    if number.is_negative() {
        return Err(Fault::value_error("isqrt() argument must be nonnegative"));
    }
    Ok(Value::int(number.sqrt()).into())
}
