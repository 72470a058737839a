//! `print`, `len`, `isinstance` and their like.

use std::rc::Rc;

use num_traits::Signed;

use super::figures::{bin, chr, divmod, hex, oct, ord, pow, round};
use super::function;
use super::kinship::{isinstance, issubclass};
use crate::python::code::{BinaryOp, CompareOp};
use crate::python::fault::{Fault, Kind, Try, Wanted};
use crate::python::object::{Args, Flow, Native, Then, Value};
use crate::python::text;
use crate::python::vm::Vm;
use crate::trace::Stream;

pub(super) const BUILTINS: &[Native] = &[
    function("builtins", "print", print),
    function("builtins", "__import__", super::modules::import_package),
    function("builtins", "len", len),
    function("builtins", "repr", repr),
    function("builtins", "ascii", ascii),
    function("builtins", "format", format),
    function("builtins", "abs", abs),
    function("builtins", "min", min),
    function("builtins", "max", max),
    function("builtins", "sum", sum),
    function("builtins", "any", any),
    function("builtins", "all", all),
    function("builtins", "sorted", sorted),
    function("builtins", "iter", iter),
    function("builtins", "next", next),
    function("builtins", "isinstance", isinstance),
    function("builtins", "issubclass", issubclass),
    function("builtins", "callable", callable),
    function("builtins", "hash", hash),
    function("builtins", "id", id),
    function("builtins", "round", round),
    function("builtins", "pow", pow),
    function("builtins", "divmod", divmod),
    function("builtins", "chr", chr),
    function("builtins", "ord", ord),
    function("builtins", "bin", bin),
    function("builtins", "hex", hex),
    function("builtins", "oct", oct),
    function("builtins", "getattr", getattr),
    function("builtins", "setattr", setattr),
    function("builtins", "hasattr", hasattr),
    function("builtins", "delattr", delattr),
    function("builtins", "globals", globals),
    function("builtins", "locals", locals),
    function("builtins", "vars", vars),
    function("builtins", "input", input),
    function("builtins", "aiter", aiter),
    function("builtins", "anext", anext),
];

/// Only the library's own Python sees these.
pub(super) const HIDDEN: &[Native] = &[
    function("prelude", "native_print", native_print),
    function("prelude", "native_binary", native_binary),
    function("prelude", "native_compare", native_compare),
    function("prelude", "native_str", native_str),
    function("prelude", "native_repr", native_repr),
    function("prelude", "native_format", format),
    function("prelude", "entries_with_hash", entries_with_hash),
    function("prelude", "table_set", table_set),
    function("prelude", "table_delete", table_delete),
    function("prelude", "set_take", super::sets::set_take),
    function("prelude", "set_merge", super::sets::set_merge),
    function("prelude", "native_sort", native_sort),
    function("prelude", "tuple_hash", tuple_hash),
    function("prelude", "format_pieces", super::strings::format_pieces),
    function("prelude", "allocate", allocate),
    function("prelude", "class_namespace", class_namespace),
    function("prelude", "mangled_type_name", type_name_of),
    function("prelude", "native_is_coroutine", is_coroutine),
    function("prelude", "repr_enter", repr_enter),
    function("prelude", "repr_leave", repr_leave),
];

pub(super) fn count(args: &Args, name: &str, least: usize, most: usize) -> Try<()> {
    let given = args.positional();
    if !args.names.is_empty() {
        return Err(Fault::type_error(format_args!(
            "{name}() takes no keyword arguments"
        )));
    }
    if given >= least && given <= most {
        return Ok(());
    }
    Err(Fault::type_error(match (least, most) {
        (1, 1) => format!("{name}() takes exactly one argument ({given} given)"),
        (least, most) if least == most => {
            format!("{name} expected {least} arguments, got {given}")
        }
        (least, _) if given < least => format!(
            "{name} expected at least {least} argument{}, got {given}",
            if least == 1 { "" } else { "s" }
        ),
        (_, most) => format!(
            "{name} expected at most {most} argument{}, got {given}",
            if most == 1 { "" } else { "s" }
        ),
    }))
}

fn print(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let mut separator = " ".to_owned();
    let mut end = "\n".to_owned();
    let mut file = None;
    for (name, value) in args.names.iter().zip(&args.values[args.positional()..]) {
        match (name.text(), value) {
            ("sep", Value::None) | ("end", Value::None) | ("flush" | "file", Value::None) => {}
            ("sep", value) => separator = text_option(vm, "sep", value)?,
            ("end", value) => end = text_option(vm, "end", value)?,
            ("flush", _) => {}
            ("file", value) => file = Some(value.clone()),
            (other, _) => {
                return Err(Fault::type_error(format_args!(
                    "'{other}' is an invalid keyword argument for print()"
                )));
            }
        }
    }
    let stream = match file.or_else(|| vm.module_name("sys", "stdout")) {
        None => Stream::Output,
        // One of the console's own two, or something that has a `write`.
        Some(Value::Instance(file)) => match file.attribute(&vm.names.intern("_is_error")) {
            Some(Value::Bool(false)) => Stream::Output,
            Some(Value::Bool(true)) => Stream::Error,
            _ => return Err(Fault::NeedsPython),
        },
        Some(_) => return Err(Fault::NeedsPython),
    };
    let mut line = String::new();
    for (index, value) in args.values[..args.positional()].iter().enumerate() {
        if index > 0 {
            line.push_str(&separator);
        }
        match value {
            Value::Str(text) => line.push_str(text.text()),
            value => line.push_str(&vm.str_of(value)?),
        }
        vm.heap.reserve_text(line.len())?;
    }
    line.push_str(&end);
    vm.print(stream, &line)?;
    Ok(Value::None.into())
}

fn text_option(vm: &Vm, name: &str, value: &Value) -> Try<String> {
    match value.as_str() {
        Some(text) => Ok(text.text().to_owned()),
        None => Err(Fault::type_error(format_args!(
            "{name} must be None or a string, not {}",
            vm.type_name(value)
        ))),
    }
}

/// `native_print(line, error)`: writes a finished text.
fn native_print(vm: &mut Vm, args: &Args) -> Try<Flow> {
    if let [Value::Str(text), Value::Bool(error)] = args.values.as_slice() {
        let stream = if *error {
            Stream::Error
        } else {
            Stream::Output
        };
        let text = text.clone();
        vm.print(stream, text.text())?;
    }
    Ok(Value::None.into())
}

fn len(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "len", 1, 1)?;
    vm.length(&args.values[0])
}

fn repr(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "repr", 1, 1)?;
    vm.repr_of(&args.values[0])
}

fn ascii(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "ascii", 1, 1)?;
    let repr = vm.repr(&args.values[0])?;
    Ok(vm.text(text::repr::escape_non_ascii(&repr)).into())
}

fn format(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "format", 1, 2)?;
    let spec = match args.values.get(1) {
        None => String::new(),
        Some(Value::Str(spec)) => spec.text().to_owned(),
        Some(other) => {
            return Err(Fault::type_error(format_args!(
                "format() argument 2 must be str, not {}",
                vm.type_name(other)
            )));
        }
    };
    vm.format(&args.values[0], &spec)
}

fn native_str(vm: &mut Vm, args: &Args) -> Try<Flow> {
    vm.text_of(&args.values[0])
}

fn native_repr(vm: &mut Vm, args: &Args) -> Try<Flow> {
    vm.repr_of(&args.values[0])
}

pub(super) fn abs(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "abs", 1, 1)?;
    let value = &args.values[0];
    if let Some(method) = own_method(vm, value, "__abs__") {
        return vm.call(&method, Args::default());
    }
    Ok(match value.native() {
        Value::Float(number) => Value::Float(number.abs()).into(),
        _ => match value.as_big_int() {
            Some(number) => Value::int(number.abs()).into(),
            None => {
                return Err(Fault::type_error(format_args!(
                    "bad operand type for abs(): '{}'",
                    vm.type_name(value)
                )));
            }
        },
    })
}

/// A special method that the program's class defines.
pub(super) fn own_method(vm: &mut Vm, value: &Value, name: &str) -> Option<Value> {
    match value {
        Value::Instance(_) => vm.special_method(value, name).filter(|method| {
            !matches!(method, Value::BoundMethod(m) if matches!(m.function, Value::Native(_)))
        }),
        _ => None,
    }
}

fn min(vm: &mut Vm, args: &Args) -> Try<Flow> {
    extreme(vm, args, "min", CompareOp::Less)
}

fn max(vm: &mut Vm, args: &Args) -> Try<Flow> {
    extreme(vm, args, "max", CompareOp::Greater)
}

fn extreme(vm: &mut Vm, args: &Args, name: &str, op: CompareOp) -> Try<Flow> {
    let positional = args.positional();
    let mut default = None;
    for (keyword, value) in args.names.iter().zip(&args.values[positional..]) {
        match keyword.text() {
            "default" => default = Some(value.clone()),
            "key" if value.is_none() => {}
            "key" => return Err(Fault::NeedsPython),
            other => {
                return Err(Fault::type_error(format_args!(
                    "'{other}' is an invalid keyword argument for {name}()"
                )));
            }
        }
    }
    let items = match positional {
        0 => {
            return Err(Fault::type_error(format_args!(
                "{name} expected at least 1 argument, got 0"
            )));
        }
        1 => {
            if matches!(&args.values[0], Value::Iter(_)) {
                return Err(Fault::NeedsPython);
            }
            vm.walk(&args.values[0])?;
            vm.items_of(&args.values[0])?
        }
        _ if default.is_some() => {
            return Err(Fault::type_error(format_args!(
                "Cannot specify a default for {name}() with multiple positional arguments"
            )));
        }
        _ => args.values[..positional].to_vec(),
    };
    let mut best: Option<Value> = None;
    for item in items {
        let better = match &best {
            None => true,
            Some(best) => match vm.compare(op, &item, best)? {
                Flow::Value(Value::Bool(answer)) => answer,
                _ => return Err(Fault::NeedsPython),
            },
        };
        if better {
            best = Some(item);
        }
    }
    match best.or(default) {
        Some(value) => Ok(value.into()),
        None => Err(Fault::value_error(format_args!(
            "{name}() arg is an empty sequence"
        ))),
    }
}

fn sum(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let mut args = Args {
        values: args.values.clone(),
        names: args.names.clone(),
    };
    let start = args.take("start");
    count(&args, "sum", 1, 2)?;
    let mut total = start
        .or_else(|| args.values.get(1).cloned())
        .unwrap_or(Value::Int(0));
    if total.as_str().is_some() {
        return Err(Fault::type_error(
            "sum() can't sum strings [use ''.join(seq) instead]",
        ));
    }
    if matches!(&args.values[0], Value::Iter(_)) {
        return Err(Fault::NeedsPython);
    }
    vm.walk(&args.values[0])?;
    for item in vm.items_of(&args.values[0])? {
        total = match vm.binary(BinaryOp::Add, &total, &item)? {
            Flow::Value(value) => value,
            _ => return Err(Fault::NeedsPython),
        };
        // Lists grow longer with each; the twin begins anew, step by step.
        if vm.heap.is_tired() {
            return Err(Fault::NeedsPython);
        }
    }
    Ok(total.into())
}

fn any(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "any", 1, 1)?;
    some_truth(vm, &args.values[0], true)
}

fn all(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "all", 1, 1)?;
    some_truth(vm, &args.values[0], false)
}

fn some_truth(vm: &mut Vm, items: &Value, wanted: bool) -> Try<Flow> {
    if matches!(items, Value::Iter(_)) {
        return Err(Fault::NeedsPython);
    }
    vm.walk(items)?;
    for item in vm.items_of(items)? {
        match crate::python::vm::truth(&item) {
            Some(truth) if truth == wanted => return Ok(Value::Bool(wanted).into()),
            Some(_) => {}
            None => return Err(Fault::NeedsPython),
        }
    }
    Ok(Value::Bool(!wanted).into())
}

fn sorted(vm: &mut Vm, args: &Args) -> Try<Flow> {
    if args.positional() != 1 {
        return Err(Fault::type_error(format_args!(
            "sorted expected 1 argument, got {}",
            args.positional()
        )));
    }
    if matches!(&args.values[0], Value::Iter(_)) {
        return Err(Fault::NeedsPython);
    }
    let items = vm.items_of(&args.values[0])?;
    let list = vm.list(items);
    let mut inner = Args {
        values: args.values.clone(),
        names: args.names.clone(),
    };
    inner.values[0] = list.clone();
    super::sequences::list_sort(vm, &inner)?;
    Ok(list.into())
}

/// `native_sort(keys, reverse)`: the order of the keys as indexes.
fn native_sort(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let keys = vm.items_of(&args.values[0])?;
    let reverse = matches!(args.values.get(1), Some(Value::Bool(true)));
    let order = super::sequences::sorted_order(vm, &keys, reverse)?;
    let order = order.into_iter().map(Value::from).collect();
    Ok(vm.list(order).into())
}

fn iter(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "iter", 1, 2)?;
    if args.values.len() == 2 {
        return vm.prelude_call("iterate_until", args.values.clone());
    }
    vm.get_iter(&args.values[0])
}

fn next(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "next", 1, 2)?;
    let default = args.values.get(1).cloned();
    match (
        vm.next_of(&args.values[0], Then::Next(default.clone())),
        default,
    ) {
        (Err(Fault::Raised(exception)), Some(default))
            if exception.class().is_exception(Kind::StopIteration) =>
        {
            Ok(default.into())
        }
        (flow, default) => Ok(flow?.then(Then::Next(default))),
    }
}

fn callable(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "callable", 1, 1)?;
    let answer = match &args.values[0] {
        Value::Native(_) | Value::Function(_) | Value::BoundMethod(_) | Value::Class(_) => true,
        Value::Instance(instance) => instance.class().lookup(&vm.known.call).is_some(),
        _ => false,
    };
    Ok(Value::Bool(answer).into())
}

fn hash(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "hash", 1, 1)?;
    let value = &args.values[0];
    if let Value::Instance(instance) = value
        && let Some(method @ Value::Function(_)) = instance.class().lookup(&vm.known.hash)
    {
        let flow = vm.call(&method, Args::new(vec![value.clone()]))?;
        return Ok(flow.then(Then::Hash));
    }
    Ok(Value::Int(vm.hash(value)? as i64).into())
}

/// `tuple_hash(hashes)`: a tuple's hash from those of its items.
fn tuple_hash(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let Value::List(hashes) = &args.values[0] else {
        return Err(vm.not_iterable(&args.values[0]));
    };
    let hashes = hashes.items();
    let hashes = hashes
        .iter()
        .map(|hash| hash.as_small_int().unwrap_or_default());
    let hash = crate::python::object::combined_hash(hashes.map(|hash| Ok(hash as u64)))?;
    Ok(Value::Int(hash as i64).into())
}

fn id(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "id", 1, 1)?;
    let value = &args.values[0];
    let address = |pointer: *const u8| pointer as usize as i64;
    Ok(Value::Int(match value {
        Value::Str(p) => address(Rc::as_ptr(p).cast()),
        Value::List(p) => address(Rc::as_ptr(p).cast()),
        Value::Dict(p) => address(Rc::as_ptr(p).cast()),
        Value::Set(p) => address(Rc::as_ptr(p).cast()),
        Value::Tuple(p) => address(Rc::as_ptr(p).cast()),
        Value::Function(p) => address(Rc::as_ptr(p).cast()),
        Value::Class(p) => address(Rc::as_ptr(p).cast()),
        Value::Instance(p) => address(Rc::as_ptr(p).cast()),
        Value::Generator(p) => address(Rc::as_ptr(p).cast()),
        Value::Future(p) => address(Rc::as_ptr(p).cast()),
        Value::Module(p) => address(Rc::as_ptr(p).cast()),
        other => vm.hash(other).unwrap_or(0) as i64,
    })
    .into())
}

fn name_argument(
    vm: &Vm,
    args: &Args,
    at: usize,
    name: &str,
) -> Try<Rc<crate::python::object::Str>> {
    match args.values[at].as_str() {
        Some(text) => Ok(vm.names.intern(text.text())),
        None => Err(Fault::type_error(match name {
            "hasattr" => "hasattr(): attribute name must be string".to_owned(),
            _ => format!(
                "attribute name must be string, not '{}'",
                vm.type_name(&args.values[at])
            ),
        })),
    }
}

fn getattr(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "getattr", 2, 3)?;
    let name = name_argument(vm, args, 1, "getattr")?;
    let object = &args.values[0];
    let default = args.values.get(2).cloned();
    let flow = vm.get_attribute(object, &name);
    match (flow, default) {
        (Err(Fault::New(Kind::AttributeError, _) | Fault::NoAttribute(..)), Some(default)) => {
            Ok(default.into())
        }
        // A property, a `__getattr__` ...: only Python can tell whether it fails.
        (Ok(Flow::Wish(_)), Some(_)) => vm.prelude_call("attribute_or", args.values.clone()),
        (flow, _) => flow,
    }
}

fn setattr(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "setattr", 3, 3)?;
    let name = name_argument(vm, args, 1, "setattr")?;
    vm.set_attribute(&args.values[0], &name, args.values[2].clone())
}

fn hasattr(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "hasattr", 2, 2)?;
    let name = name_argument(vm, args, 1, "hasattr")?;
    match vm.get_attribute(&args.values[0], &name) {
        Ok(Flow::Value(_)) => Ok(Value::Bool(true).into()),
        Ok(_) => Err(Fault::NeedsPython),
        Err(Fault::New(Kind::AttributeError, _) | Fault::NoAttribute(..)) => {
            Ok(Value::Bool(false).into())
        }
        Err(fault) => Err(fault),
    }
}

fn delattr(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "delattr", 2, 2)?;
    let name = name_argument(vm, args, 1, "delattr")?;
    vm.delete_attribute(&args.values[0], &name)
}

fn globals(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "globals", 0, 0)?;
    Ok(Value::Dict(vm.globals.clone()).into())
}

fn locals(_: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "locals", 0, 0)?;
    Err(Fault::NeedsFrame(Wanted::Locals))
}

fn vars(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "vars", 0, 1)?;
    match args.values.first() {
        None => locals(vm, args),
        Some(object) => {
            let name = vm.names.intern("__dict__");
            match vm.get_attribute(object, &name) {
                Err(Fault::New(Kind::AttributeError, _) | Fault::NoAttribute(..)) => Err(
                    Fault::type_error("vars() argument must have __dict__ attribute"),
                ),
                flow => flow,
            }
        }
    }
}

fn input(_: &mut Vm, _: &Args) -> Try<Flow> {
    Err(Fault::new(
        Kind::NotImplementedError,
        "input() has no keyboard to read from on this page",
    ))
}

fn aiter(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "aiter", 1, 1)?;
    vm.get_async_iter(&args.values[0])
}

fn anext(vm: &mut Vm, args: &Args) -> Try<Flow> {
    count(args, "anext", 1, 2)?;
    match args.values.get(1) {
        Some(_) => vm.prelude_call("anext_default", args.values.clone()),
        None => vm.get_async_next(&args.values[0]),
    }
}

/// `native_binary(symbol, a, b)`: the operator of built-in operands, or the
/// error that says there is none.
fn native_binary(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let [Value::Str(symbol), left, right] = args.values.as_slice() else {
        return Ok(Value::None.into());
    };
    let (in_place, plain) = match symbol.text().strip_suffix('=') {
        Some(plain) => (true, plain),
        None => (false, symbol.text()),
    };
    use BinaryOp::*;
    let op = [
        Add,
        Subtract,
        Multiply,
        MatrixMultiply,
        Divide,
        FloorDivide,
        Modulo,
        Power,
        LeftShift,
        RightShift,
        And,
        Or,
        Xor,
    ]
    .into_iter()
    .find(|op| op.symbol() == plain)
    .unwrap_or(Add);
    Err(vm.unsupported(op, left, right, in_place))
}

/// `native_compare(symbol, a, b)`: comparing without asking any class of the
/// program's.
fn native_compare(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let [Value::Str(symbol), left, right] = args.values.as_slice() else {
        return Ok(Value::None.into());
    };
    match symbol.text() {
        "==" => Ok(Value::Bool(left.is(right)).into()),
        "!=" => Ok(Value::Bool(!left.is(right)).into()),
        symbol => Err(Fault::type_error(format_args!(
            "'{symbol}' not supported between instances of '{}' and '{}'",
            vm.type_name(left),
            vm.type_name(right)
        ))),
    }
}

/// `entries_with_hash(table, hash)`: the keys that have that hash.
fn entries_with_hash(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let [table, Value::Int(hash)] = args.values.as_slice() else {
        return Ok(Value::None.into());
    };
    let pick = |table: &crate::python::object::Table| -> Vec<(Value, Value)> {
        table
            .with_hash(*hash as u64)
            .into_iter()
            .map(|entry| (entry.key.clone(), entry.value.clone()))
            .collect()
    };
    let found = match table.native() {
        Value::Dict(dict) => pick(&dict.table()),
        Value::Set(set) => pick(&set.table()),
        _ => Vec::new(),
    };
    let pairs = found
        .into_iter()
        .map(|(key, value)| vm.tuple(vec![key, value]))
        .collect();
    Ok(vm.list(pairs).into())
}

/// `table_set(table, hash, key, value)`: `key` is new or the very key there.
fn table_set(_: &mut Vm, args: &Args) -> Try<Flow> {
    let [table, Value::Int(hash), key, value] = args.values.as_slice() else {
        return Ok(Value::None.into());
    };
    let hash = *hash as u64;
    let old = match table.native() {
        Value::Dict(dict) => dict.change(|table| table.put(hash, key.clone(), value.clone()))?,
        Value::Set(set) => set.change(|table| table.put(hash, key.clone(), Value::None))?,
        _ => None,
    };
    drop(old);
    Ok(Value::None.into())
}

/// `table_delete(table, hash, key)`: `key` is the very key there.
fn table_delete(_: &mut Vm, args: &Args) -> Try<Flow> {
    let [table, Value::Int(hash), key] = args.values.as_slice() else {
        return Ok(Value::None.into());
    };
    let hash = *hash as u64;
    let removed = match table.native() {
        Value::Dict(dict) => dict.change(|table| table.remove(hash, key)),
        Value::Set(set) => set.change(|table| table.remove(hash, key)),
        _ => None,
    };
    Ok(Value::Bool(removed.is_some()).into())
}

/// `allocate(class, native)`: an instance whose `__init__` has not run.
fn allocate(vm: &mut Vm, args: &Args) -> Try<Flow> {
    match args.values.as_slice() {
        [Value::Class(class), native] if !native.is_none() => {
            Ok(vm.wrapped(class, native.clone()).into())
        }
        [Value::Class(class), ..] => Ok(vm.plain_instance(class).into()),
        _ => Ok(Value::None.into()),
    }
}

/// `class_namespace(class)`: the real dict behind `__dict__`.
fn class_namespace(_: &mut Vm, args: &Args) -> Try<Flow> {
    match args.values.as_slice() {
        [Value::Class(class)] => Ok(Value::Dict(class.namespace.clone()).into()),
        _ => Ok(Value::None.into()),
    }
}

fn is_coroutine(_: &mut Vm, args: &Args) -> Try<Flow> {
    use crate::python::code::CodeKind;
    let found = matches!(&args.values[0], Value::Generator(g) if g.kind == CodeKind::Coroutine);
    Ok(Value::Bool(found).into())
}

fn type_name_of(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let name = vm.type_name(&args.values[0]);
    Ok(vm.text(name).into())
}

/// `repr_enter(container)`: whether its `repr` may begin; `False` where it is
/// being written already.
fn repr_enter(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let pointer = match &args.values[0] {
        Value::List(p) => Rc::as_ptr(p).cast::<()>(),
        Value::Dict(p) => Rc::as_ptr(p).cast(),
        Value::Tuple(p) => Rc::as_ptr(p).cast(),
        _ => return Ok(Value::Bool(true).into()),
    };
    if vm.repr_stack.contains(&pointer) {
        return Ok(Value::Bool(false).into());
    }
    vm.repr_stack.push(pointer);
    Ok(Value::Bool(true).into())
}

fn repr_leave(vm: &mut Vm, _: &Args) -> Try<Flow> {
    vm.repr_stack.pop();
    Ok(Value::None.into())
}
