//! Reads the arguments of natives; where they do not fit, in CPython's words.
//!
//! CPython has four ways to declare a native's parameters, and each refuses
//! wrong arguments in its own words: [`Call::none`], [`Call::one`],
//! [`Call::between`], [`Call::parsed`] and [`Call::named`].

use std::rc::Rc;

use num_traits::Signed;

use crate::python::fault::{Fault, Try};
use crate::python::object::{Args, Str, Value};
use crate::python::vm::Vm;

/// A call of a native, its `self` set aside.
#[derive(Clone, Copy)]
pub(crate) struct Call<'a> {
    /// The class of a method; empty for a function or constructor.
    owner: &'static str,
    name: &'static str,
    positional: &'a [Value],
    named: &'a [Value],
    names: &'a [Rc<Str>],
}

impl<'a> Call<'a> {
    /// A call without a `self`: of a constructor or function.
    pub(crate) fn function(name: &'static str, args: &'a Args) -> Self {
        Call::of("", name, args)
    }

    /// A call of a class's function that takes no `self`.
    pub(crate) fn of(owner: &'static str, name: &'static str, args: &'a Args) -> Self {
        let (positional, named) = args.values.split_at(args.positional());
        Call {
            owner,
            name,
            positional,
            named,
            names: &args.names,
        }
    }

    /// A call of a method: the native value of its `self`, and the rest.
    ///
    /// # Errors
    /// `TypeError` without a `self`: `str.upper()`.
    pub(crate) fn method(
        owner: &'static str,
        name: &'static str,
        args: &'a Args,
    ) -> Try<(&'a Value, Self)> {
        let mut call = Call::of(owner, name, args);
        let Some((receiver, rest)) = call.positional.split_first() else {
            return Err(Fault::type_error(format_args!(
                "unbound method {owner}.{name}() needs an argument"
            )));
        };
        call.positional = rest;
        Ok((receiver.native(), call))
    }

    /// The error for a `self` of another class: `str.upper(1)`.
    pub(crate) fn wrong_receiver(&self, vm: &Vm, receiver: &Value) -> Fault {
        Fault::type_error(format_args!(
            "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
            self.name,
            self.owner,
            vm.type_name(receiver)
        ))
    }

    fn full_name(&self) -> String {
        match self.owner {
            "" => self.name.to_owned(),
            owner => format!("{owner}.{}", self.name),
        }
    }

    fn no_keywords(&self, name: &str) -> Try<()> {
        match self.names {
            [] => Ok(()),
            _ => Err(Fault::type_error(format_args!(
                "{name}() takes no keyword arguments"
            ))),
        }
    }

    /// Takes nothing.
    pub(crate) fn none(&self) -> Try<()> {
        let name = self.full_name();
        self.no_keywords(&name)?;
        match self.positional {
            [] => Ok(()),
            given => Err(Fault::type_error(format_args!(
                "{name}() takes no arguments ({} given)",
                given.len()
            ))),
        }
    }

    /// Takes exactly one value, without a name.
    pub(crate) fn one(&self) -> Try<&'a Value> {
        let name = self.full_name();
        self.no_keywords(&name)?;
        match self.positional {
            [value] => Ok(value),
            given => Err(Fault::type_error(format_args!(
                "{name}() takes exactly one argument ({} given)",
                given.len()
            ))),
        }
    }

    /// Takes so many values, without names.
    pub(crate) fn between(&self, least: usize, most: usize) -> Try<&'a [Value]> {
        self.no_keywords(&self.full_name())?;
        self.count(least, most)
    }

    /// As [`Call::between`], where names are another's business.
    pub(crate) fn count(&self, least: usize, most: usize) -> Try<&'a [Value]> {
        let given = self.positional.len();
        let (limit, how) = match given {
            given if given < least => (least, if least == most { "" } else { "at least " }),
            given if given > most => (most, if least == most { "" } else { "at most " }),
            _ => return Ok(self.positional),
        };
        Err(Fault::type_error(format_args!(
            "{} expected {how}{limit} argument{}, got {given}",
            self.name,
            plural(limit)
        )))
    }

    /// As [`Call::between`], in the words of CPython's oldest natives.
    pub(crate) fn parsed(&self, least: usize, most: usize) -> Try<&'a [Value]> {
        self.no_keywords(self.name)?;
        let given = self.positional.len();
        let (limit, how) = match given {
            given if given < least => (least, "at least"),
            given if given > most => (most, "at most"),
            _ => return Ok(self.positional),
        };
        Err(Fault::type_error(format_args!(
            "{}() takes {how} {limit} argument{} ({given} given)",
            self.name,
            plural(limit)
        )))
    }

    /// Any number of values, without names.
    pub(crate) fn any(&self) -> Try<&'a [Value]> {
        self.no_keywords(self.name)?;
        Ok(self.positional)
    }

    /// All values without a name, and those with one.
    pub(crate) fn all(&self) -> (&'a [Value], impl Iterator<Item = (&'a Rc<Str>, &'a Value)>) {
        (self.positional, self.names.iter().zip(self.named))
    }

    /// Takes values by place (the first `places` of them) or by name; the
    /// first `required` must be there. An empty name is a place alone.
    pub(crate) fn named<const N: usize>(
        &self,
        names: [&str; N],
        required: usize,
        places: usize,
    ) -> Try<[Option<&'a Value>; N]> {
        let (name, given) = (self.name, self.positional.len());
        let all = given + self.named.len();
        if all > N {
            let keyword = if given == 0 { "keyword " } else { "" };
            return Err(Fault::type_error(format_args!(
                "{name}() takes at most {N} {keyword}argument{} ({all} given)",
                plural(N)
            )));
        }
        if given > places {
            return Err(Fault::type_error(match places {
                0 => format!("{name}() takes no positional arguments"),
                _ => format!(
                    "{name}() takes at most {places} positional argument{} ({given} given)",
                    plural(places)
                ),
            }));
        }
        let mut found = [None; N];
        for (place, value) in found.iter_mut().zip(self.positional) {
            *place = Some(value);
        }
        let mut surprise = None;
        for (key, value) in self.names.iter().zip(self.named) {
            match names.iter().position(|name| *name == key.text()) {
                Some(at) if at < given => {
                    surprise = surprise.or(Some(format!(
                        "argument for {name}() given by name ('{}') and position ({})",
                        key.text(),
                        at + 1
                    )));
                }
                Some(at) => found[at] = Some(value),
                None => {
                    surprise = surprise.or(Some(format!(
                        "'{}' is an invalid keyword argument for {name}()",
                        key.text()
                    )));
                }
            }
        }
        if let Some(at) = found[..required].iter().position(Option::is_none) {
            return Err(Fault::type_error(format_args!(
                "{name}() missing required argument '{}' (pos {})",
                names[at],
                at + 1
            )));
        }
        match surprise {
            Some(message) => Err(Fault::type_error(message)),
            None => Ok(found),
        }
    }

    /// The text that argument number `place` must be.
    pub(crate) fn text(&self, vm: &Vm, place: usize, value: &'a Value) -> Try<&'a Str> {
        self.text_called(vm, &format!("argument {place}"), value)
    }

    /// The same, where the message calls it `argument 'encoding'`.
    pub(crate) fn text_called(&self, vm: &Vm, what: &str, value: &'a Value) -> Try<&'a Str> {
        match value.as_str() {
            Some(text) => Ok(text),
            None => Err(Fault::type_error(format_args!(
                "{}() {what} must be str, not {}",
                self.name,
                shown_type(vm, value)
            ))),
        }
    }
}

/// A value's class for a message in which `None` is called by its name.
pub(crate) fn shown_type(vm: &Vm, value: &Value) -> String {
    match value {
        Value::None => "None".to_owned(),
        other => vm.type_name(other),
    }
}

/// A bound such as those of `text.find(needle, start, end)`: `None`, or an
/// integer of which only the sign matters where it is too large.
pub(crate) fn bound(value: Option<&Value>) -> Try<Option<i64>> {
    match value.map(Value::native) {
        None | Some(Value::None) => Ok(None),
        Some(value) => match (value.as_small_int(), value) {
            (Some(at), _) => Ok(Some(at)),
            (None, Value::BigInt(large)) if large.is_negative() => Ok(Some(i64::MIN)),
            (None, Value::BigInt(_)) => Ok(Some(i64::MAX)),
            _ => Err(Fault::type_error(
                "slice indices must be integers or None or have an __index__ method",
            )),
        },
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
