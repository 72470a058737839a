//! Changes to a program's text that the page's controls make: how long a task
//! waits, and how many tasks there are. Every other byte stays as it is.
//!
//! What counts as a task is a call of one of the program's own `async def`s,
//! with literal arguments, that stands
//! - as a statement: `await f("A", 2)`, `x = await f("A", 2)`,
//!   `grupo.create_task(f("A", 2))`; or
//! - as an element of a list, a tuple or a set, or as an argument of `gather`,
//!   by itself or inside `create_task`.

mod change;
mod find;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::rc::Rc;

use change::{Splice, apply};
use find::items;

/// The most tasks that [`set_task_count`] makes.
pub const MOST_TASKS: usize = 1_000;

/// One task of a program's text.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskCall {
    /// The call, in bytes of the text.
    pub span: Range<usize>,
    /// The `async def` that it calls.
    pub function: Rc<str>,
    /// What tells it from the others: its key, or else its function.
    pub name: Rc<str>,
    /// How long it waits, in seconds: the argument that its function hands to
    /// `sleep`, or else its last number; 0 without one.
    pub delay: f64,
    /// Its numbers, in order.
    pub numbers: Vec<NumberArgument>,
    /// Which of its numbers is the delay.
    pub delay_argument: Option<usize>,
}

/// A number among a call's arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberArgument {
    /// In bytes of the text.
    pub span: Range<usize>,
    pub value: f64,
    /// The parameter that takes it.
    pub parameter: Rc<str>,
}

/// The tasks of a program, in the order of its text; none if it does not parse.
pub fn task_calls(source: &str) -> Vec<TaskCall> {
    items(source).into_iter().map(|item| item.call).collect()
}

/// The text with another number in a call.
pub fn set_number(source: &str, call: &TaskCall, argument: usize, value: f64) -> String {
    match call.numbers.get(argument) {
        Some(number) => apply(
            source,
            vec![Splice::replace(&number.span, number_text(value))],
        ),
        None => source.into(),
    }
}

/// The text with another delay (in seconds) in the task at `place`, counted
/// from 0 as [`task_calls`] does.
pub fn set_delay(source: &str, place: usize, delay: f64) -> Option<String> {
    let calls = task_calls(source);
    let call = calls.get(place)?;
    Some(set_number(source, call, call.delay_argument?, delay))
}

/// The text with so many tasks: the last one is repeated, or taken away.
/// `None` where that cannot be done without breaking the program.
pub fn set_task_count(source: &str, count: usize) -> Option<String> {
    if count > MOST_TASKS {
        return None;
    }
    let mut text = source.to_string();
    let mut now = task_calls(source).len();
    while now != count {
        text = if now < count {
            add_call(&text)?
        } else {
            remove_call(&text)?
        };
        let then = task_calls(&text).len();
        // A change that changes nothing would go on for ever.
        if then.abs_diff(count) >= now.abs_diff(count) {
            return None;
        }
        now = then;
    }
    Some(text)
}

/// The text with the last task once more, under the next key.
pub fn add_call(source: &str) -> Option<String> {
    let items = items(source);
    let last = items.last()?;
    Some(apply(source, change::repeat(source, last, &items)))
}

/// The text without its last task; `None` if it is the only one of its list,
/// its `gather` or its block, or if its result is used.
pub fn remove_call(source: &str) -> Option<String> {
    let items = items(source);
    let (last, others) = items.split_last()?;
    let mut siblings = others.iter().filter(|item| item.group == last.group);
    siblings.next()?;
    Some(apply(source, change::remove(source, last)?))
}

/// A number as a beginner would write it.
fn number_text(value: f64) -> String {
    let text = super::text::number::float_repr(value);
    text.strip_suffix(".0").unwrap_or(&text).into()
}
