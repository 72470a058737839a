//! What a coroutine's variables hold, told to the log line by line, so that a
//! view of the past can show them as they were.
//!
//! Told is what changed since the coroutine's line before, as a short text: no
//! value is kept, for that would keep alive what the program has dropped.

use std::collections::HashMap;
use std::rc::Rc;

use super::Vm;
use crate::python::code::Told;
use crate::python::object::{Frame, Str, Value};
use crate::trace::{Binding, CoroutineId, EventKind};

/// Variables of one frame that are looked at.
const MOST_NAMES: usize = 40;

/// What was told last of each frame's variables: `None` is the program itself.
#[derive(Default)]
pub(crate) struct Watched(HashMap<Option<CoroutineId>, Vec<Known>>);

/// A variable as it was told last.
struct Known {
    name: Rc<Str>,
    /// The name, for the log.
    shown: Rc<str>,
    /// The value itself where that is a number: most need not be written anew.
    plain: Value,
    text: Rc<str>,
}

impl Known {
    /// What the log is told: what it holds, or that it is gone.
    fn binding(&self, coroutine: Option<CoroutineId>, here: bool) -> Binding {
        Binding {
            coroutine,
            name: self.shown.clone(),
            value: here.then(|| self.text.clone()),
        }
    }
}

impl Watched {
    /// Lets go of what is known of a coroutine that is over.
    pub(crate) fn forget(&mut self, coroutine: CoroutineId) {
        self.0.remove(&Some(coroutine));
    }
}

impl Vm {
    /// Tells which variables of `frame` changed since its line before. Only
    /// coroutines and the program itself are watched, and only for as long as
    /// the log has room for it.
    pub(crate) fn watch(&mut self, frame: &Frame) {
        if frame.code.told != Told::Variables || !self.recording.watches() {
            return;
        }
        let owner = match &frame.generator {
            _ if is_program(frame) => None,
            Some(body) if body.id.is_some() => body.id,
            _ => return,
        };
        let now = match owner {
            Some(_) => locals(frame),
            None => self.own_names(),
        };
        let before = self.watched.0.remove(&owner).unwrap_or_default();
        let mut before: Vec<Option<Known>> = before.into_iter().map(Some).collect();
        let mut known = Vec::with_capacity(now.len());
        let mut changed = Vec::new();
        for (name, value) in now.into_iter().take(MOST_NAMES) {
            let same = |old: &&mut Option<Known>| {
                old.as_ref().is_some_and(|old| Rc::ptr_eq(&old.name, &name))
            };
            let old = before.iter_mut().find(same).and_then(Option::take);
            let new = self.look_at(name, value, old.as_ref());
            if old.is_none_or(|old| old.text != new.text) {
                changed.push(new.binding(owner, true));
            }
            known.push(new);
        }
        for gone in before.into_iter().flatten() {
            self.log(EventKind::Bound(Rc::new(gone.binding(owner, false))));
        }
        for binding in changed {
            self.log(EventKind::Bound(Rc::new(binding)));
        }
        self.watched.0.insert(owner, known);
    }

    /// What a variable holds now; `old` is what it held.
    fn look_at(&mut self, name: Rc<Str>, value: Value, old: Option<&Known>) -> Known {
        let plain = match value {
            Value::Int(_) | Value::Float(_) | Value::Bool(_) => value.clone(),
            _ => Value::Unbound,
        };
        let text = match old {
            Some(old) if !matches!(plain, Value::Unbound) && plain.is(&old.plain) => {
                old.text.clone()
            }
            _ => self.glance(&value).into(),
        };
        let shown = old.map_or_else(|| name.text().into(), |old| old.shown.clone());
        Known {
            name,
            shown,
            plain,
            text,
        }
    }

    /// The program's own variables: not what it defines or imports.
    fn own_names(&self) -> Vec<(Rc<Str>, Value)> {
        let globals = self.globals.table();
        let mut names = Vec::new();
        for entry in globals.iter() {
            let Value::Str(name) = &entry.key else {
                continue;
            };
            let is_definition = matches!(
                entry.value,
                Value::Function(_) | Value::Native(_) | Value::Class(_) | Value::Module(_)
            );
            if !is_definition && !name.text().starts_with("__") {
                names.push((name.clone(), entry.value.clone()));
            }
        }
        names
    }
}

/// Whether it is the program's own frame, outside of any function or class.
fn is_program(frame: &Frame) -> bool {
    frame.namespace.is_none() && frame.code.qualified_name.text() == "<module>"
}

/// The variables of a frame that hold something, also those that inner
/// functions share.
fn locals(frame: &Frame) -> Vec<(Rc<Str>, Value)> {
    let slots = frame.code.locals.iter().zip(frame.slots.iter().cloned());
    let cells = frame.code.cells.iter().zip(&frame.cells);
    let cells = cells
        .take(frame.code.own_cells as usize)
        .map(|(name, cell)| (name, cell.borrow().clone()));
    let named = |(name, value): (&Rc<Str>, Value)| match value {
        Value::Unbound => None,
        // Hidden helpers of the compiler bear no name of Python's.
        _ if name.text().starts_with(['.', '<']) => None,
        value => Some((name.clone(), value)),
    };
    slots.chain(cells).filter_map(named).collect()
}
