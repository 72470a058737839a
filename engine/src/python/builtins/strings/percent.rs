//! `template % values`.

use num_bigint::BigInt;

use crate::python::fault::{Fault, Try};
use crate::python::object::{Flow, Str, Value};
use crate::python::text::percent::{self, Conversion, Piece, Wants};
use crate::python::text::{number, repr};
use crate::python::vm::Vm;

/// `template % values`: a tuple of values, a mapping, or one value.
///
/// # Errors
/// [`Fault::NeedsPython`] where the program's classes say how they look.
pub(crate) fn percent(vm: &mut Vm, template: &Str, values: &Value) -> Try<Value> {
    let mut source = Source::new(vm, values);
    vm.heap.work(64 * template.text().len());
    let mut out = String::new();
    for piece in percent::pieces(template.text())? {
        match piece? {
            Piece::Literal(text) => out.push_str(text),
            Piece::Conversion(conversion) => {
                let value = source.value(vm, &conversion)?;
                let conversion = source.with_stars(conversion)?;
                let value = match value {
                    Some(value) => value,
                    None => source.next()?,
                };
                out.push_str(&written(vm, &conversion, &value)?);
            }
        }
        vm.heap.reserve_text(out.len())?;
    }
    source.finish()?;
    Ok(vm.text(out))
}

/// Whether keys can be looked for in it: CPython thinks so of lists, too.
fn is_mapping(vm: &Vm, value: &Value) -> bool {
    match value {
        Value::Dict(_) | Value::List(_) | Value::Bytes(_) | Value::Range(_) => true,
        Value::Instance(instance) => instance.class().lookup(&vm.known.getitem).is_some(),
        _ => false,
    }
}

/// The values, and how many were taken.
struct Source<'a> {
    values: &'a [Value],
    taken: usize,
    mapping: Option<&'a Value>,
    /// A key was asked for: what is left over does not matter.
    keyed: bool,
}

impl<'a> Source<'a> {
    fn new(vm: &Vm, values: &'a Value) -> Self {
        let native = values.native();
        Source {
            values: match native {
                Value::Tuple(tuple) => &tuple.items,
                _ => std::slice::from_ref(values),
            },
            taken: 0,
            mapping: is_mapping(vm, native).then_some(values),
            keyed: false,
        }
    }

    fn next(&mut self) -> Try<Value> {
        let value = match self.values.get(self.taken) {
            Some(value) if !self.keyed => value.clone(),
            _ => return Err(percent::not_enough_arguments().into()),
        };
        self.taken += 1;
        Ok(value)
    }

    /// What a key stands for, where the conversion has one.
    fn value(&mut self, vm: &mut Vm, conversion: &Conversion) -> Try<Option<Value>> {
        let Some(key) = conversion.key else {
            return Ok(None);
        };
        let mapping = self.mapping.ok_or_else(percent::requires_mapping)?;
        self.keyed = true;
        let key = vm.text(key);
        match vm.get_item(mapping, &key)? {
            Flow::Value(value) => Ok(Some(value)),
            _ => Err(Fault::NeedsPython),
        }
    }

    /// Takes the values of `*` for width and precision.
    fn with_stars<'t>(&mut self, mut conversion: Conversion<'t>) -> Try<Conversion<'t>> {
        let mut star = || match self.next()?.as_small_int() {
            Some(number) => Ok(number),
            None => Err(Fault::from(percent::star_wants_int())),
        };
        if conversion.star_width {
            conversion.set_width(star()?);
        }
        if conversion.star_precision {
            conversion.set_precision(star()?);
        }
        Ok(conversion)
    }

    fn finish(&self) -> Try<()> {
        if self.taken < self.values.len() && self.mapping.is_none() {
            return Err(percent::not_all_converted().into());
        }
        Ok(())
    }
}

fn written(vm: &mut Vm, conversion: &Conversion, value: &Value) -> Try<String> {
    let text = match conversion.wants()? {
        Wants::Str => vm.str_of(value)?,
        Wants::Repr => vm.repr(value)?,
        Wants::Ascii => repr::escape_non_ascii(&vm.repr(value)?),
        Wants::Char => character(vm, conversion, value)?.to_string(),
        Wants::Number => return Ok(conversion.write_int(&cut(vm, conversion, value)?)?),
        Wants::Int => match value.as_big_int() {
            Some(number) => return Ok(conversion.write_int(&number)?),
            None => return Err(wrong_type(vm, conversion, value, "__index__")),
        },
        Wants::Float => return Ok(conversion.write_float(float(vm, conversion, value)?)?),
    };
    Ok(conversion.write_text(&text)?)
}

/// The error for a value of the wrong type, unless its class can convert it.
fn wrong_type(vm: &Vm, conversion: &Conversion, value: &Value, method: &str) -> Fault {
    if let Value::Instance(instance) = value
        && instance.class().lookup(&vm.names.intern(method)).is_some()
    {
        return Fault::NeedsPython;
    }
    conversion.wrong_type(&vm.type_name(value)).into()
}

fn character(vm: &Vm, conversion: &Conversion, value: &Value) -> Try<char> {
    if let Some(text) = value.as_str() {
        return match (text.length(), text.char_at(0)) {
            (1, Some(character)) => Ok(character),
            _ => Err(conversion.wrong_type(&vm.type_name(value)).into()),
        };
    }
    match value.as_big_int() {
        Some(number) => Ok(percent::character(&number)?),
        None => Err(wrong_type(vm, conversion, value, "__index__")),
    }
}

fn cut(vm: &Vm, conversion: &Conversion, value: &Value) -> Try<BigInt> {
    match (value.native(), value.as_big_int()) {
        (_, Some(number)) => Ok(number),
        (Value::Float(float), _) => Ok(number::float_to_int(*float)?),
        _ => Err(wrong_type(vm, conversion, value, "__int__")),
    }
}

fn float(vm: &Vm, conversion: &Conversion, value: &Value) -> Try<f64> {
    match (value.native(), value.as_big_int()) {
        (Value::Float(float), _) => Ok(*float),
        (_, Some(number)) => Ok(number::int_to_float(&number)?),
        _ => Err(wrong_type(vm, conversion, value, "__float__")),
    }
}
