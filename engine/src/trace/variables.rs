//! What the variables of a frame hold at one moment.

use std::rc::Rc;

use super::Binding;

/// The variables of a coroutine, or of the program, in the order in which they
/// came to be. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Variables {
    all: Rc<Vec<Variable>>,
    /// Lines that the frame has reached.
    lines: u32,
}

/// A variable at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    pub name: Rc<str>,
    /// The value's `repr`, shortened.
    pub value: Rc<str>,
    /// How many lines its frame had reached when it changed.
    since: u32,
}

impl Variables {
    /// Each variable, and whether the line before the present one changed it.
    pub fn iter(&self) -> impl Iterator<Item = (&Variable, bool)> {
        let fresh = |variable: &Variable| variable.since + 1 >= self.lines;
        self.all
            .iter()
            .map(move |variable| (variable, fresh(variable)))
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(super) fn bind(&mut self, binding: &Binding) {
        let all = Rc::make_mut(&mut self.all);
        let place = all.iter().position(|known| known.name == binding.name);
        let fresh = binding.value.as_ref().map(|value| Variable {
            name: Rc::clone(&binding.name),
            value: Rc::clone(value),
            since: self.lines,
        });
        match (place, fresh) {
            (Some(place), Some(fresh)) => all[place] = fresh,
            (Some(place), None) => drop(all.remove(place)),
            (None, fresh) => all.extend(fresh),
        }
    }

    /// The frame has reached so many more lines.
    pub(super) fn pass_lines(&mut self, lines: u32) {
        self.lines += lines;
    }
}
