//! Tracebacks, as CPython 3.11 prints them.

use std::collections::HashSet;
use std::rc::Rc;

use super::{Activation, Failure, Next, Vm};
use crate::python::builtins;
use crate::python::code::Op;
use crate::python::diagnostic::suggest;
use crate::python::fault::{Exception, Fault, Kind};
use crate::python::object::{Dict, Instance, Str, Then, TraceEntry, Value};
use crate::sort::sort_by_key;
use crate::trace::Stream;

/// The module `traceback` tells of so many frames, the outermost.
const MOST_FRAMES: usize = 200;

/// A traceback as it grows.
struct Writer<'a> {
    out: &'a mut String,
    /// Whether names are told that may have been meant.
    suggests: bool,
    /// The exceptions that stand there already.
    seen: HashSet<*const Instance>,
}

/// Steps that a text may take which the program is asked for in the middle of
/// something else.
const ASIDE: u64 = 10_000;

/// What stands still while the program is asked for a text.
pub(crate) struct Aside {
    stack: Vec<Activation>,
    budget: u64,
    stepping: bool,
    breakpoints: Rc<[u32]>,
    waiting: Option<super::Waiting>,
}

fn line_of(exception: &Exception, message: &str) -> String {
    let name = exception.class().shown_name();
    match message {
        "" => name,
        message => format!("{name}: {message}"),
    }
}

impl Vm {
    /// Prints the traceback of the exception that ends the program, and keeps
    /// what happened for the page.
    pub(crate) fn report_failure(&mut self, exception: &Exception) {
        let text = match exception.class().is_exception(Kind::SystemExit) {
            false => self.traceback_with(exception, true),
            true => match exception.exception_args().first() {
                None | Some(Value::None | Value::Int(_)) => String::new(),
                Some(_) => format!("{}\n", self.message_of(exception)),
            },
        };
        let _ = self.print(Stream::Error, &text);
        let place = exception.exception().and_then(|body| {
            let trace = body.trace.borrow();
            trace
                .iter()
                .find(|entry| !entry.code.source.library)
                .cloned()
        });
        self.failure = Some(Failure {
            exception: exception.class().shown_name(),
            message: self.quiet_message(exception),
            line: place.as_ref().map(|entry| entry.code.line(entry.pc)),
            span: place.and_then(|entry| entry.code.spans.get(entry.pc).copied()),
            suggestion: self.meant(exception),
        });
    }

    fn message_of(&mut self, exception: &Exception) -> String {
        let value = Value::Instance(exception.clone());
        match self.str_of(&value) {
            Err(Fault::NeedsPython) => self.ask_aside("told", value),
            text => text.ok(),
        }
        .unwrap_or_else(|| "<exception str() failed>".to_owned())
    }

    /// The text that a function of the prelude gives for a value, in the middle
    /// of something else: `None` where the program's own code in it takes too
    /// long, waits, or asks for such a text itself.
    fn ask_aside(&mut self, function: &str, value: Value) -> Option<String> {
        if self.aside.is_some() {
            return None;
        }
        let answer = self.list(Vec::new());
        let flow = self.prelude_call(function, vec![value, answer.clone()]);
        self.aside = Some(Aside {
            stack: std::mem::take(&mut self.stack),
            budget: std::mem::replace(&mut self.budget, ASIDE),
            stepping: std::mem::take(&mut self.stepping),
            breakpoints: std::mem::take(&mut self.breakpoints),
            waiting: self.waiting.take(),
        });
        let mut frame = self.idle_frame();
        if let Next::Continue = self.follow(&mut frame, flow, Then::Discard) {
            let _ = self.execute(frame);
        }
        if let Some(aside) = self.aside.take() {
            self.stack = aside.stack;
            self.budget = aside.budget.saturating_sub(ASIDE - self.budget);
            self.stepping = aside.stepping;
            self.breakpoints = aside.breakpoints;
            self.waiting = aside.waiting;
        }
        match &answer {
            Value::List(answer) => Some(answer.get(0)?.as_str()?.text().to_owned()),
            _ => None,
        }
    }

    /// The last line of a traceback: `ValueError: no`.
    pub(crate) fn exception_line(&mut self, exception: &Exception) -> String {
        let message = self.message_of(exception);
        line_of(exception, &message)
    }

    /// The same without a word from the program's own code, for the log.
    pub(crate) fn exception_label(&mut self, exception: &Exception) -> String {
        let message = self.quiet_message(exception);
        line_of(exception, &message)
    }

    fn quiet_message(&mut self, exception: &Exception) -> String {
        self.str_of(&Value::Instance(exception.clone()))
            .or_else(|_| self.exception_text(exception))
            .unwrap_or_default()
    }

    /// The name that was probably meant by one that was not found.
    fn suggestion(&self, exception: &Exception) -> Option<String> {
        let class = exception.class();
        let args = exception.exception_args();
        let message = args.first()?.as_str()?.text();
        let body = exception.exception()?;
        if class.is_exception(Kind::AttributeError) {
            let name = message.strip_suffix('\'')?.rsplit('\'').next()?;
            let names = self.attribute_names(body.lacking.borrow().as_ref()?);
            return suggest(name, names.iter().map(|name| name.text())).map(str::to_owned);
        }
        if !class.is_exception(Kind::NameError) {
            return None;
        }
        let name = message
            .strip_prefix("name '")?
            .strip_suffix("' is not defined")?;
        let trace = body.trace.borrow();
        // The nearest scope that has one like it.
        let locals = trace.first().map(|entry| entry.code.locals.clone());
        [
            locals.unwrap_or_default(),
            names(&self.globals),
            names(&self.builtins),
        ]
        .iter()
        .find_map(|scope| suggest(name, scope.iter().map(|name| name.text())))
        .map(str::to_owned)
    }

    /// The same for the reader, who is also told where CPython 3.11 keeps
    /// silent: names to import, and keyword arguments.
    fn meant(&self, exception: &Exception) -> Option<String> {
        let class = exception.class();
        let args = exception.exception_args();
        let message = args.first()?.as_str()?.text();
        if class.is_exception(Kind::ImportError) {
            let mut parts = message.strip_prefix("cannot import name '")?.split('\'');
            let (name, _, module) = (parts.next()?, parts.next()?, parts.next()?);
            let Value::Module(module) = self.modules.get(module)? else {
                return None;
            };
            return nearest(name, &names(&module.namespace));
        }
        if class.is_exception(Kind::TypeError) {
            let (function, name) = message.split_once("() got an unexpected keyword argument '")?;
            let Value::Function(function) = self.global_named(function)? else {
                return None;
            };
            let parameters = &function.code.parameters;
            let (first, all) = (parameters.positional_only, parameters.positional);
            let end = all + parameters.keyword_only;
            let able = function.code.locals.get(first as usize..end as usize)?;
            return nearest(name.strip_suffix('\'')?, able);
        }
        // Who names a module has not forgotten how it is written.
        let is_module = message
            .strip_prefix("name '")
            .and_then(|rest| rest.split('\'').next())
            .is_some_and(|name| builtins::module_source(name).is_some());
        match is_module {
            true => None,
            false => self.suggestion(exception),
        }
    }

    /// What the program's `f` is, or its `Clase.metodo`.
    fn global_named(&self, qualified: &str) -> Option<Value> {
        let mut namespace = self.globals.clone();
        let mut value = None;
        for name in qualified.split('.') {
            let found = namespace.get_name(&self.names.intern(name))?;
            if let Value::Class(class) = &found {
                namespace = class.namespace.clone();
            }
            value = Some(found);
        }
        value
    }

    /// `dir(object)`
    fn attribute_names(&self, object: &Value) -> Vec<Rc<Str>> {
        let class = match object {
            Value::Class(class) => class.clone(),
            object => self.types.of(object),
        };
        let mut dicts = vec![class.namespace.clone()];
        dicts.extend(class.ancestors.iter().map(|class| class.namespace.clone()));
        match object {
            Value::Instance(instance) => dicts.push(instance.dict().clone()),
            Value::Module(module) => dicts.push(module.namespace.clone()),
            _ => {}
        }
        let mut names: Vec<Rc<Str>> = dicts.iter().flat_map(|dict| names(dict)).collect();
        sort_by_key(&mut names, |name| name.text().to_owned());
        names.dedup_by(|one, other| one.text() == other.text());
        names
    }

    /// An exception's `__traceback__` with what the module `traceback` tells of
    /// it: file, line, function, text and all of it as shown, of each frame.
    pub(crate) fn whole_traceback(&mut self, exception: &Exception) -> Value {
        let object = self.traceback_object(exception);
        let trace = exception
            .exception()
            .map(|body| body.trace.borrow().clone());
        if let Value::Instance(traceback) = &object {
            let trace = trace.unwrap_or_default();
            let own = trace
                .iter()
                .rev()
                .filter(|entry| !entry.code.source.library)
                .take(MOST_FRAMES);
            let frames = own.map(|entry| {
                let (source, line) = (&entry.code.source, entry.code.line(entry.pc));
                let mut shown = String::new();
                write_entry(entry, line, &mut shown, "");
                self.tuple(vec![
                    self.text(&*source.file_name),
                    Value::Int(line.into()),
                    entry.code.name.clone().into(),
                    self.text(source.line_text(line).trim()),
                    self.text(shown),
                ])
            });
            let frames = self.list(frames.collect());
            let name = self.names.intern("_frames");
            traceback.dict().set_name(&name, frames);
        }
        object
    }

    /// The whole traceback, with causes and contexts before it.
    pub(crate) fn traceback(&mut self, exception: &Exception) -> String {
        self.traceback_with(exception, false)
    }

    /// As [`Vm::traceback`]; a program that dies is told what names it may
    /// have meant.
    fn traceback_with(&mut self, exception: &Exception, suggests: bool) -> String {
        let mut out = String::new();
        let mut writer = Writer {
            out: &mut out,
            suggests,
            seen: HashSet::new(),
        };
        self.write_chain(exception, &mut writer, "");
        out
    }

    /// An exception after its causes and contexts; `indent` stands before each
    /// line of a group's member. What has been written is not told again.
    fn write_chain(&mut self, exception: &Exception, writer: &mut Writer, indent: &str) {
        writer.seen.insert(Rc::as_ptr(exception));
        let mut chain = vec![(exception.clone(), "")];
        loop {
            let (last, _) = &chain[chain.len() - 1];
            let Some(body) = last.exception() else { break };
            let cause = body.cause.borrow().clone();
            let context = body.context.borrow().clone();
            let next = match (cause, context) {
                (Some(cause), _) => Some((
                    cause,
                    "\nThe above exception was the direct cause of the following exception:\n\n",
                )),
                (None, Some(context)) if !body.suppress_context.get() => Some((
                    context,
                    "\nDuring handling of the above exception, another exception occurred:\n\n",
                )),
                _ => None,
            };
            match next {
                Some((next, link))
                    if chain.len() < 100 && writer.seen.insert(Rc::as_ptr(&next)) =>
                {
                    chain.push((next, link));
                }
                _ => break,
            }
        }
        let links: Vec<&str> = chain.iter().map(|(_, link)| *link).collect();
        for (index, (exception, _)) in chain.iter().enumerate().rev() {
            self.write_one(exception, writer, indent);
            if index > 0 {
                for line in links[index].lines() {
                    writer.out.push_str(&format!("{indent}{line}\n"));
                }
            }
        }
    }

    fn write_one(&mut self, exception: &Exception, writer: &mut Writer, indent: &str) {
        let out = &mut *writer.out;
        let group = exception.class().is_exception(Kind::BaseExceptionGroup);
        let trace: Vec<TraceEntry> = match exception.exception() {
            Some(body) => body.trace.borrow().clone(),
            None => Vec::new(),
        };
        let mark = if group && indent.is_empty() {
            "  + "
        } else {
            indent
        };
        let shown: Vec<&TraceEntry> = trace
            .iter()
            .rev()
            .filter(|entry| !entry.code.source.library)
            .collect();
        let margin = if group && indent.is_empty() {
            "  | "
        } else {
            indent
        };
        if !shown.is_empty() {
            if group {
                out.push_str(&format!(
                    "{mark}Exception Group Traceback (most recent call last):\n"
                ));
            } else {
                out.push_str(&format!("{indent}Traceback (most recent call last):\n"));
            }
            write_entries(&shown, out, margin);
        }
        let mut line = self.exception_line(exception);
        if writer.suggests
            && let Some(name) = self.suggestion(exception)
        {
            line.push_str(&format!(". Did you mean: '{name}'?"));
        }
        for note in self.notes(exception) {
            line.push('\n');
            line.push_str(&note);
        }
        for part in line.split('\n') {
            out.push_str(&format!("{margin}{part}\n"));
        }
        if group {
            self.write_members(exception, writer, margin);
        }
    }

    /// What `add_note` added.
    fn notes(&mut self, exception: &Exception) -> Vec<String> {
        let name = self.names.intern("__notes__");
        match exception.attribute(&name) {
            Some(Value::List(notes)) => {
                let notes = notes.items().to_vec();
                let texts = notes.iter().map(|note| self.str_of(note));
                texts.filter_map(Result::ok).collect()
            }
            _ => Vec::new(),
        }
    }

    fn write_members(&mut self, group: &Exception, writer: &mut Writer, margin: &str) {
        let members = match group.exception() {
            Some(body) => body.members.borrow().clone(),
            None => Vec::new(),
        };
        let outer = margin.trim_end_matches("| ");
        let inner = format!("{outer}  | ");
        for (index, member) in members.iter().enumerate() {
            let corner = if index == 0 { "+-" } else { "  " };
            writer.out.push_str(&format!(
                "{outer}{corner}+---------------- {} ----------------\n",
                index + 1
            ));
            self.write_chain(member, writer, &inner);
        }
        // A group in last place has closed the frame for both.
        let closed = members
            .last()
            .is_some_and(|last| last.class().is_exception(Kind::BaseExceptionGroup));
        if !members.is_empty() && !closed {
            writer
                .out
                .push_str(&format!("{outer}  +------------------------------------\n"));
        }
    }
}

/// The one that is most like `name`; a hidden one only where that was asked for.
fn nearest(name: &str, candidates: &[Rc<Str>]) -> Option<String> {
    let texts = candidates.iter().map(|candidate| candidate.text());
    let shown = texts.filter(|text| name.starts_with('_') || !text.starts_with('_'));
    suggest(name, shown).map(str::to_owned)
}

/// A namespace's names, in their order.
fn names(dict: &Dict) -> Vec<Rc<Str>> {
    let table = dict.table();
    let keys = table.iter().filter_map(|entry| entry.key.as_str().cloned());
    keys.collect()
}

fn write_entries(entries: &[&TraceEntry], out: &mut String, margin: &str) {
    let mut repeated = 0;
    let mut last: Option<(u32, &str)> = None;
    for entry in entries {
        let line = entry.code.line(entry.pc);
        let this = (line, entry.code.name.text());
        if last == Some(this) {
            repeated += 1;
        } else {
            write_repeats(repeated, out, margin);
            repeated = 1;
            last = Some(this);
        }
        if repeated > 3 {
            continue;
        }
        write_entry(entry, line, out, margin);
    }
    write_repeats(repeated, out, margin);
}

fn write_repeats(repeated: usize, out: &mut String, margin: &str) {
    if repeated > 3 {
        let more = repeated - 3;
        out.push_str(&format!(
            "{margin}  [Previous line repeated {more} more time{}]\n",
            if more == 1 { "" } else { "s" }
        ));
    }
}

fn write_entry(entry: &TraceEntry, line: u32, out: &mut String, margin: &str) {
    let source = &entry.code.source;
    out.push_str(&format!(
        "{margin}  File \"{}\", line {line}, in {}\n",
        source.file_name,
        entry.code.name.text()
    ));
    let text = source.line_text(line);
    let stripped = text.trim();
    if stripped.is_empty() {
        return;
    }
    out.push_str(&format!("{margin}    {stripped}\n"));
    let Some(span) = entry.code.spans.get(entry.pc) else {
        return;
    };
    let line_start = source.line_start(line) as usize;
    let indent = text.len() - text.trim_start().len();
    let from = (span.start as usize).saturating_sub(line_start);
    let to = match source.line(span.end.max(span.start)) == line {
        true => span.end as usize - line_start,
        // The mark goes to the end of the first line.
        false => text.trim_end().len(),
    };
    if from >= to || to > text.len() {
        return;
    }
    let before = text[indent.min(from)..from].chars().count();
    let width = text[from..to].chars().count();
    let anchor = match source.line(span.end) == line {
        true => anchor(entry, &text[from..to]),
        false => None,
    };
    // Marks that say nothing about the whole line are left out.
    if anchor.is_none() && width >= stripped.chars().count() {
        return;
    }
    let marks = marks(anchor, width);
    out.push_str(&format!("{margin}    {}{marks}\n", " ".repeat(before)));
}

/// `^^^^`, or `~~^~~` for operators and subscripts.
fn marks(anchor: Option<(usize, usize)>, width: usize) -> String {
    match anchor {
        Some((start, end)) if end <= width => {
            let mut marks = "~".repeat(start);
            marks.push_str(&"^".repeat(end - start));
            marks.push_str(&"~".repeat(width - end));
            marks
        }
        _ => "^".repeat(width),
    }
}

/// What to point at in an operation: its operator, or its brackets.
fn anchor(entry: &TraceEntry, text: &str) -> Option<(usize, usize)> {
    match entry.code.ops.get(entry.pc)? {
        Op::Binary(op) => operator_place(text, op.symbol()),
        Op::Subscript | Op::StoreSubscript | Op::DeleteSubscript => subscript_place(text),
        _ => None,
    }
}

/// Where the operator of `left op right` stands, in characters.
fn operator_place(text: &str, symbol: &str) -> Option<(usize, usize)> {
    let parsed = ruff_python_parser::parse_expression(text).ok()?;
    let ruff_python_ast::Expr::BinOp(binary) = parsed.expr() else {
        return None;
    };
    use ruff_text_size::Ranged;
    let from = binary.left.range().end().to_usize();
    let to = binary.right.range().start().to_usize();
    let at = from + text.get(from..to)?.find(symbol)?;
    let start = text[..at].chars().count();
    Some((start, start + symbol.len()))
}

/// Where the brackets of `value[key]` stand, in characters.
fn subscript_place(text: &str) -> Option<(usize, usize)> {
    let parsed = ruff_python_parser::parse_expression(text).ok()?;
    let ruff_python_ast::Expr::Subscript(subscript) = parsed.expr() else {
        return None;
    };
    use ruff_text_size::Ranged;
    let from = subscript.value.range().end().to_usize();
    let at = from + text.get(from..)?.find('[')?;
    let start = text[..at].chars().count();
    Some((start, text.chars().count()))
}
