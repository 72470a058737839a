//! Where the tasks of a text stand.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, walk_body, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprCall, Number, Stmt, UnaryOp};
use ruff_python_parser::parse_module;
use ruff_text_size::Ranged;

use super::super::guard;
use super::{NumberArgument, TaskCall};
use crate::sort::sort_by_key;

/// A task, and how it stands among its neighbours.
pub(super) struct Item {
    pub(super) call: TaskCall,
    /// The element or the statement that holds the call.
    pub(super) whole: Range<usize>,
    /// Where the neighbour before it ends.
    pub(super) previous_end: Option<usize>,
    pub(super) statement: bool,
    /// The name that the statement gives to the result.
    pub(super) target: Option<Range<usize>>,
    /// The argument that tells it from the others.
    pub(super) key: Option<Key>,
    /// The list, the call or the block in which it stands.
    pub(super) group: usize,
}

/// A key as it is written.
pub(super) struct Key {
    pub(super) span: Range<usize>,
    pub(super) text: String,
    /// A text, between quotes.
    pub(super) quoted: bool,
}

/// The tasks of a text, in its order.
pub(super) fn items(source: &str) -> Vec<Item> {
    if source.len() > guard::MOST_BYTES || guard::too_deep(source).is_some() {
        return Vec::new();
    }
    let Ok(parsed) = parse_module(source) else {
        return Vec::new();
    };
    let body = &parsed.syntax().body;
    let mut functions = Functions::default();
    walk_body(&mut functions, body);
    let mut finder = Finder {
        source,
        functions: functions.0,
        items: Vec::new(),
        groups: 0,
    };
    finder.visit_body(body);
    sort_by_key(&mut finder.items, |item| item.call.span.start);
    finder.items
}

/// An `async def` of the program.
#[derive(Default)]
struct Function {
    parameters: Vec<Rc<str>>,
    /// The parameter that it hands to `sleep`.
    sleeps: Option<Rc<str>>,
}

#[derive(Default)]
struct Functions(HashMap<String, Function>);

impl<'a> SourceOrderVisitor<'a> for Functions {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if let Stmt::FunctionDef(definition) = statement
            && definition.is_async
        {
            let parameters = definition.parameters.iter_non_variadic_params();
            let mut sleeps = Sleeps(None);
            walk_body(&mut sleeps, &definition.body);
            let function = Function {
                parameters: parameters.map(|each| each.name().as_str().into()).collect(),
                sleeps: sleeps.0,
            };
            self.0.insert(definition.name.to_string(), function);
        }
        walk_stmt(self, statement);
    }
}

/// The first name in a `sleep(name)`.
struct Sleeps(Option<Rc<str>>);

impl<'a> SourceOrderVisitor<'a> for Sleeps {
    fn visit_expr(&mut self, expression: &'a Expr) {
        if let Expr::Call(call) = expression
            && last_name(&call.func) == Some("sleep")
            && let Some(Expr::Name(name)) = call.arguments.args.first()
        {
            self.0.get_or_insert_with(|| name.id.as_str().into());
        }
        walk_expr(self, expression);
    }
}

struct Finder<'s> {
    source: &'s str,
    functions: HashMap<String, Function>,
    items: Vec<Item>,
    groups: usize,
}

impl<'a> SourceOrderVisitor<'a> for Finder<'_> {
    fn visit_body(&mut self, body: &'a [Stmt]) {
        self.groups += 1;
        let group = self.groups;
        let mut previous_end = None;
        for statement in body {
            let (value, target) = match statement {
                Stmt::Expr(statement) => (Some(&*statement.value), None),
                Stmt::Assign(statement) => match &statement.targets[..] {
                    [Expr::Name(name)] => (Some(&*statement.value), Some(range(name))),
                    _ => (None, None),
                },
                _ => (None, None),
            };
            let value = value.map(|value| match value {
                Expr::Await(awaited) => &*awaited.value,
                other => other,
            });
            if let Some((call, key)) = value.and_then(|value| self.task(value)) {
                self.items.push(Item {
                    call,
                    whole: range(statement),
                    previous_end,
                    statement: true,
                    target,
                    key,
                    group,
                });
            }
            previous_end = Some(range(statement).end);
        }
        walk_body(self, body);
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::List(list) => self.elements(&list.elts),
            Expr::Tuple(tuple) => self.elements(&tuple.elts),
            Expr::Set(set) => self.elements(&set.elts),
            Expr::Call(call) if last_name(&call.func) == Some("gather") => {
                self.elements(&call.arguments.args);
            }
            _ => {}
        }
        walk_expr(self, expression);
    }
}

impl Finder<'_> {
    fn elements(&mut self, elements: &[Expr]) {
        self.groups += 1;
        let mut previous_end = None;
        for element in elements {
            if let Some((call, key)) = self.task(element) {
                self.items.push(Item {
                    call,
                    whole: range(element),
                    previous_end,
                    statement: false,
                    target: None,
                    key,
                    group: self.groups,
                });
            }
            previous_end = Some(range(element).end);
        }
    }

    /// A call of one of the program's coroutines, perhaps in `create_task`.
    fn task(&self, expression: &Expr) -> Option<(TaskCall, Option<Key>)> {
        let Expr::Call(call) = expression else {
            return None;
        };
        if let Some("create_task" | "ensure_future") = last_name(&call.func) {
            return match &call.arguments.args[..] {
                [Expr::Call(inner)] => self.call(inner),
                _ => None,
            };
        }
        self.call(call)
    }

    fn call(&self, call: &ExprCall) -> Option<(TaskCall, Option<Key>)> {
        let Expr::Name(function_name) = &*call.func else {
            return None;
        };
        let function = self.functions.get(function_name.id.as_str())?;
        let positional = call.arguments.args.iter().zip(0..).map(|(value, place)| {
            let parameter: Option<&Rc<str>> = function.parameters.get::<usize>(place);
            (parameter.cloned().unwrap_or_default(), value)
        });
        let named = call.arguments.keywords.iter().map(|keyword| {
            let name = keyword.arg.as_ref().map(|name| name.as_str().into());
            (name.unwrap_or_default(), &keyword.value)
        });
        let arguments: Vec<(Rc<str>, &Expr)> = positional.chain(named).collect();
        if !arguments.iter().all(|(_, value)| is_literal(value)) {
            return None;
        }
        let numbers: Vec<NumberArgument> = arguments
            .iter()
            .filter_map(|(parameter, value)| {
                Some(NumberArgument {
                    span: range(*value),
                    value: number(value)?,
                    parameter: Rc::clone(parameter),
                })
            })
            .collect();
        let sleeps = |number: &NumberArgument| Some(&number.parameter) == function.sleeps.as_ref();
        let delay_argument = numbers
            .iter()
            .position(sleeps)
            .or(numbers.len().checked_sub(1));
        let delay = delay_argument.map(|at| &numbers[at]);
        let key = arguments
            .first()
            .map(|(_, value)| *value)
            .filter(|value| delay.is_none_or(|delay| delay.span != range(*value)))
            .and_then(|value| self.key(value));
        let function: Rc<str> = function_name.id.as_str().into();
        let call = TaskCall {
            span: range(call),
            name: key
                .as_ref()
                .map_or(Rc::clone(&function), |key| key.text.as_str().into()),
            function,
            delay: delay.map_or(0.0, |delay| delay.value),
            numbers,
            delay_argument,
        };
        Some((call, key))
    }

    fn key(&self, value: &Expr) -> Option<Key> {
        let quoted = match value {
            Expr::StringLiteral(_) => true,
            Expr::NumberLiteral(_) => false,
            _ => return None,
        };
        let text = match value {
            Expr::StringLiteral(literal) => literal.value.to_str().to_string(),
            other => self.source.get(range(other))?.to_string(),
        };
        Some(Key {
            span: range(value),
            text,
            quoted,
        })
    }
}

fn range(node: &(impl Ranged + ?Sized)) -> Range<usize> {
    let range = node.range();
    range.start().to_usize()..range.end().to_usize()
}

/// `sleep` of `asyncio.sleep` or of `sleep`.
fn last_name(function: &Expr) -> Option<&str> {
    match function {
        Expr::Name(name) => Some(name.id.as_str()),
        Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
        _ => None,
    }
}

fn is_literal(value: &Expr) -> bool {
    value.is_literal_expr() || number(value).is_some()
}

/// The value of a number, perhaps with a sign.
fn number(value: &Expr) -> Option<f64> {
    match value {
        Expr::NumberLiteral(literal) => match &literal.value {
            Number::Int(int) => int.as_i64().map(|int| int as f64),
            Number::Float(float) => Some(*float),
            Number::Complex { .. } => None,
        },
        Expr::UnaryOp(unary) if unary.op == UnaryOp::USub => Some(-number(&unary.operand)?),
        _ => None,
    }
}
