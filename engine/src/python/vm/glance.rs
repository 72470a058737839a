//! A value in a few words, for a view of the variables.

use std::fmt::Write;

use super::Vm;
use super::call::shortened;
use crate::python::object::{Body, Value};
use crate::python::text::repr::str_repr;

/// Items of a container that are shown.
const MOST_ITEMS: usize = 8;

/// Containers inside one another that are shown.
const MOST_DEPTH: usize = 2;

/// Characters of a whole value.
const MOST_CHARACTERS: usize = 60;

impl Vm {
    /// A value in a few words. It costs no more than these, however large the
    /// value is: it is taken of every variable at every line.
    pub(super) fn glance(&mut self, value: &Value) -> String {
        let mut text = String::new();
        self.write_glance(value, MOST_DEPTH, &mut text);
        shortened(&text, MOST_CHARACTERS)
    }

    fn write_glance(&mut self, value: &Value, depth: usize, out: &mut String) {
        // Writing to a text never fails.
        let _ = match value {
            Value::Int(value) => write!(out, "{value}"),
            Value::Str(text) => out.write_str(&start_of(text.text())),
            Value::Generator(body) => {
                let kind = self.type_name(value);
                write!(out, "<{kind} {}>", body.qualified_name.borrow().text())
            }
            Value::Future(future) => {
                let kind = self.type_name(value);
                match &future.task {
                    Some(task) => write!(out, "<{kind} {}>", task.name.borrow().text()),
                    None => write!(out, "<{kind}>"),
                }
            }
            // An address tells a reader nothing, and only Python knows more.
            Value::Instance(instance) if matches!(instance.body, Body::Plain) => {
                write!(out, "<{}>", self.type_name(value))
            }
            Value::List(list) => {
                self.glance_items(["[", "]"], list.items().iter(), depth, out);
                Ok(())
            }
            Value::Tuple(tuple) => {
                let close = if tuple.items.len() == 1 { ",)" } else { ")" };
                self.glance_items(["(", close], tuple.items.iter(), depth, out);
                Ok(())
            }
            Value::Set(set) if !set.table().is_empty() => {
                let table = set.table();
                self.glance_items(["{", "}"], table.iter().map(|entry| &entry.key), depth, out);
                Ok(())
            }
            Value::Dict(dict) => {
                let table = dict.table();
                enclose(["{", "}"], table.iter(), depth, out, |entry, out| {
                    self.write_glance(&entry.key, 0, out);
                    out.push_str(": ");
                    self.write_glance(&entry.value, depth.saturating_sub(1), out);
                });
                Ok(())
            }
            _ => match self.short_repr(value) {
                text if text.contains(" object at 0x") => {
                    write!(out, "<{}>", self.type_name(value))
                }
                text => out.write_str(&text),
            },
        };
    }

    fn glance_items<'a>(
        &mut self,
        brackets: [&str; 2],
        items: impl Iterator<Item = &'a Value>,
        depth: usize,
        out: &mut String,
    ) {
        enclose(brackets, items, depth, out, |item, out| {
            self.write_glance(item, depth.saturating_sub(1), out);
        });
    }
}

/// A text as `repr` writes it, or of a long one its beginning.
fn start_of(text: &str) -> String {
    match text.char_indices().nth(MOST_CHARACTERS) {
        // Its quote at the end makes it one too long, so that it is cut off.
        Some((at, _)) => str_repr(&text[..at]),
        None => str_repr(text),
    }
}

/// Items in brackets, as many as are shown; none where they stand too deep.
fn enclose<T>(
    [open, close]: [&str; 2],
    items: impl Iterator<Item = T>,
    depth: usize,
    out: &mut String,
    mut write: impl FnMut(T, &mut String),
) {
    out.push_str(open);
    for (at, item) in items.enumerate() {
        if depth == 0 || at == MOST_ITEMS {
            out.push_str(match at {
                0 => "…",
                _ => ", …",
            });
            break;
        }
        // The rest would be cut off.
        if out.len() > MOST_CHARACTERS && out.chars().count() > MOST_CHARACTERS {
            return;
        }
        if at > 0 {
            out.push_str(", ");
        }
        write(item, out);
    }
    out.push_str(close);
}
