//! Raising exceptions and finding who handles them.

use std::rc::{Rc, Weak};

use super::{Activation, Next, Vm};
use crate::python::code::Code;
use crate::python::fault::{Exception, Fault, Kind, Try};
use crate::python::object::{
    Class, Flow, Frame, Generator, GeneratorState, Instance, Layout, Orphan, Then, TraceEntry,
    Value, Wish,
};
use crate::python::source::Span;
use crate::trace::{EventKind, Stream};

/// Why a program died.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// The exception's class, as a traceback shows it.
    pub exception: String,
    /// Its message.
    pub message: String,
    /// The program's line, counted from 1, and the text that raised it.
    pub line: Option<u32>,
    pub span: Option<Span>,
    /// Names like the one that was not found.
    pub suggestion: Option<String>,
}

/// Exceptions raised while handling one another, looked through for circles.
const LONGEST_CHAIN: usize = 10_000;

/// So many exceptions hold variables of frames they left; older ones let go.
const MOST_HOLDERS: usize = 2_000;

impl Vm {
    /// Raises a fault in the current frame.
    pub(crate) fn raise(&mut self, frame: &mut Box<Frame>, fault: Fault) -> Next {
        // What the failed operation held is gone before anyone handles it.
        while let Some(coroutine) = self.heap.take_unawaited() {
            self.bury_unawaited(frame, &coroutine);
        }
        let exception = self.exception_from(fault);
        self.set_context(self.handled_around(frame), &exception);
        self.note_place(frame, &exception);
        self.reraise(frame, exception)
    }

    /// An exception thrown into a generator or coroutine from outside: its
    /// context is what that body handles, or who awaits it, and not what the
    /// thrower does.
    pub(super) fn thrown(&mut self, frame: &mut Box<Frame>, exception: Exception) -> Next {
        let mut handled = frame.handled.clone();
        let mut inner: &Frame = frame;
        for activation in self.stack.iter().rev() {
            let Activation::Frame(outer) = activation else {
                break;
            };
            if !matches!(inner.then, Then::Send(_)) {
                break;
            }
            handled = outer.handled.clone().or(handled);
            inner = outer;
        }
        self.set_context(handled, &exception);
        self.note_place(frame, &exception);
        self.reraise(frame, exception)
    }

    /// Lets an exception go on from the current frame, without noting the
    /// place again.
    pub(super) fn reraise(&mut self, frame: &mut Box<Frame>, exception: Exception) -> Next {
        if self.handle_exception(frame, &exception) {
            return Next::Continue;
        }
        self.complete(frame, Err(exception))
    }

    /// Goes to the frame's innermost handler, if it has one.
    pub(super) fn handle_exception(
        &mut self,
        frame: &mut Box<Frame>,
        exception: &Exception,
    ) -> bool {
        let Some(block) = frame.tries.pop() else {
            return false;
        };
        self.heap.bury(frame.slots.split_off(block.slots));
        frame.push(Value::Instance(exception.clone()));
        frame.pc = block.target as usize;
        true
    }

    /// Adds the current frame to the exception's traceback.
    pub(super) fn note_place(&mut self, frame: &Frame, exception: &Exception) {
        if let Some(body) = exception.exception() {
            let mut trace = body.trace.borrow_mut();
            // Endless recursion needs no endless traceback.
            if trace.len() < 3000 {
                trace.push(TraceEntry {
                    code: frame.code.clone(),
                    // Before its first instruction it stands at its `def`.
                    pc: frame.pc.checked_sub(1).unwrap_or(usize::MAX),
                });
            }
        }
    }

    /// The exception leaves the frame, whose variables stay with it.
    pub(super) fn leave_locals(&mut self, frame: &mut Frame, exception: &Exception) {
        let Some(body) = exception.exception() else {
            return;
        };
        // The prelude stands in for what is no frame in CPython.
        if Rc::ptr_eq(&frame.globals, &self.prelude) {
            return;
        }
        self.heap.bury(
            frame
                .slots
                .split_off(frame.code.locals.len().min(frame.slots.len())),
        );
        let locals = std::mem::take(&mut frame.slots);
        let cells = frame.cells.drain(..).map(Value::Cell);
        let mut kept = body.locals.borrow_mut();
        let known = !kept.is_empty();
        kept.extend(locals.into_iter().chain(cells).filter(is_shared));
        if known || kept.is_empty() {
            return;
        }
        if self.holders.len() == self.holders.capacity() {
            self.holders.retain(|holder| holder.strong_count() > 0);
            self.free_locals(MOST_HOLDERS);
        }
        self.holders.push(Rc::downgrade(exception));
    }

    /// Takes their variables from all but the `most` youngest exceptions. An
    /// exception and a variable may hold each other, and there is no collector
    /// to find out; this bounds what such circles take.
    pub(crate) fn free_locals(&mut self, most: usize) {
        let many = self.holders.len().saturating_sub(most);
        let old: Vec<_> = self.holders.drain(..many).collect();
        for holder in old.iter().filter_map(Weak::upgrade) {
            let locals = holder.exception().map(|body| body.locals.take());
            self.heap.bury(locals.unwrap_or_default());
        }
    }

    /// The exception being handled around the current frame.
    pub(crate) fn handled_around(&self, frame: &Frame) -> Option<Exception> {
        if frame.handled.is_some() {
            return frame.handled.clone();
        }
        for activation in self.stack.iter().rev() {
            match activation {
                Activation::Frame(frame) if frame.handled.is_some() => {
                    return frame.handled.clone();
                }
                Activation::Frame(_) => {}
                Activation::Loop(_) => return None,
            }
        }
        None
    }

    /// Remembers what was being handled when the exception was raised.
    fn set_context(&self, handled: Option<Exception>, exception: &Exception) {
        let Some(handled) = handled else {
            return;
        };
        let Some(body) = exception.exception() else {
            return;
        };
        if Rc::ptr_eq(&handled, exception) {
            return;
        }
        // No circles: cut the chain where it comes back to this exception.
        let mut link = handled.clone();
        // The program may have made a circle of its own: no further than that.
        for _ in 0..LONGEST_CHAIN {
            self.heap.work(64);
            let next = link
                .exception()
                .and_then(|body| body.context.borrow().clone());
            match next {
                Some(next) if Rc::ptr_eq(&next, exception) => {
                    if let Some(body) = link.exception() {
                        body.context.take();
                    }
                    break;
                }
                Some(next) => link = next,
                None => break,
            }
        }
        *body.context.borrow_mut() = Some(handled);
    }

    /// `raise`, `raise X`, `raise X from Y`.
    pub(super) fn raise_statement(
        &mut self,
        frame: &mut Box<Frame>,
        raised: Option<Value>,
        cause: Option<Value>,
    ) -> Next {
        let Some(raised) = raised else {
            return match self.handled_around(frame) {
                Some(exception) => self.reraise(frame, exception),
                None => self.raise(
                    frame,
                    Fault::new(Kind::RuntimeError, "No active exception to reraise"),
                ),
            };
        };
        match &raised {
            Value::Class(class) if class.layout == Layout::Exception => {
                match self.call(&raised, Default::default()) {
                    Ok(Flow::Value(made)) => self.raise_made(frame, made, cause),
                    // It has an `__init__` of its own: once that has run, this
                    // instruction is done again with the instance. The cause
                    // waits where it will look for it.
                    flow => {
                        frame.pc -= 1;
                        let flow = flow.map(|mut flow| {
                            if let Flow::Wish(wish) = &mut flow
                                && let Wish::Call { then, .. } = &mut **wish
                                && let (Then::Instance(instance), Some(cause)) = (&*then, cause)
                            {
                                *then = Then::InstanceUnder(instance.clone(), cause);
                            }
                            flow
                        });
                        self.follow(frame, flow, Then::Push)
                    }
                }
            }
            _ => self.raise_made(frame, raised, cause),
        }
    }

    fn raise_made(&mut self, frame: &mut Box<Frame>, made: Value, cause: Option<Value>) -> Next {
        let exception = match made {
            Value::Instance(instance) if instance.exception().is_some() => instance,
            _ => {
                return self.raise(
                    frame,
                    Fault::type_error("exceptions must derive from BaseException"),
                );
            }
        };
        if let (Some(cause), Some(body)) = (cause, exception.exception()) {
            let cause = match cause {
                Value::None => None,
                Value::Class(class) if class.layout == Layout::Exception => {
                    Some(self.exception_of(class, Vec::new()))
                }
                Value::Instance(instance) if instance.exception().is_some() => Some(instance),
                _ => {
                    return self.raise(
                        frame,
                        Fault::type_error("exception causes must derive from BaseException"),
                    );
                }
            };
            *body.cause.borrow_mut() = cause;
            body.suppress_context.set(true);
        }
        self.raise(frame, Fault::Raised(exception))
    }

    /// `except TYPE`: does the exception being handled match?
    pub(super) fn exception_matches(&self, frame: &Frame, class: &Value) -> Try<bool> {
        let handled = frame.handled.clone();
        match handled {
            Some(exception) => self.matches(&exception, class),
            None => Ok(false),
        }
    }

    /// Whether an exception is of a class, or of one in a tuple.
    pub(crate) fn matches(&self, exception: &Exception, class: &Value) -> Try<bool> {
        match class {
            Value::Class(class) if class.layout == Layout::Exception => {
                Ok(exception.class().is_subclass(class))
            }
            Value::Tuple(classes) => {
                let mut found = false;
                for class in &classes.items {
                    match class {
                        Value::Class(_) => found |= self.matches(exception, class)?,
                        // Tuples in tuples are refused, as everything else.
                        _ => return self.matches(exception, &Value::None),
                    }
                }
                Ok(found)
            }
            _ => Err(Fault::type_error(
                "catching classes that do not inherit from BaseException is not allowed",
            )),
        }
    }

    /// `except* TYPE`: the part of the group that matches, and the rest; the
    /// rest stays where it is.
    pub(super) fn group_match(&mut self, rest: &Value, class: &Value) -> Try<(Value, Value)> {
        let Value::Instance(exception) = rest else {
            return Ok((Value::None, Value::None));
        };
        let is_group = |class: &Value| {
            matches!(class, Value::Class(class)
                if class.is_exception(Kind::BaseExceptionGroup))
        };
        let asks_for_groups = match class {
            Value::Tuple(classes) => classes.items.iter().any(is_group),
            class => is_group(class),
        };
        if asks_for_groups {
            return Err(Fault::type_error(
                "catching ExceptionGroup with except* is not allowed. Use except instead.",
            ));
        }
        if !exception.class().is_exception(Kind::BaseExceptionGroup) {
            if self.matches(exception, class)? {
                let group = self.exception_group("", vec![exception.clone()]);
                // Wrapped by `except*` itself: its members are a tuple.
                if let Some(body) = group.exception() {
                    let members = self.tuple(vec![rest.clone()]);
                    let args = self.tuple(vec![self.text(""), members]);
                    drop(body.args.replace(args));
                }
                return Ok((Value::Instance(group), Value::None));
            }
            return Ok((Value::None, rest.clone()));
        }
        let (matched, rest) = self.split_group(exception, &|vm, one| vm.matches(one, class))?;
        let value = |part: Option<Exception>| part.map_or(Value::None, Value::Instance);
        Ok((value(matched), value(rest)))
    }

    /// Splits a group into what is wanted and the rest, keeping its shape, its
    /// message and its traceback.
    pub(crate) fn split_group(
        &mut self,
        group: &Exception,
        wanted: &dyn Fn(&Vm, &Exception) -> Try<bool>,
    ) -> Try<(Option<Exception>, Option<Exception>)> {
        if wanted(self, group)? {
            return Ok((Some(group.clone()), None));
        }
        let members = match group.exception() {
            Some(body) if group.class().is_exception(Kind::BaseExceptionGroup) => {
                body.members.borrow().clone()
            }
            _ => return Ok((None, Some(group.clone()))),
        };
        let (mut matched, mut rest) = (Vec::new(), Vec::new());
        for member in &members {
            let (yes, no) = self.split_group(member, wanted)?;
            matched.extend(yes);
            rest.extend(no);
        }
        let message = match group.exception_args().first() {
            Some(Value::Str(text)) => text.text().to_owned(),
            _ => String::new(),
        };
        let mut part = |members: Vec<Exception>| {
            (!members.is_empty()).then(|| {
                let part = self.exception_group(&message, members);
                if let (Some(new), Some(old)) = (part.exception(), group.exception()) {
                    *new.trace.borrow_mut() = old.trace.borrow().clone();
                    *new.cause.borrow_mut() = old.cause.borrow().clone();
                    *new.context.borrow_mut() = old.context.borrow().clone();
                    // As in CPython, where having been given a cause, or none, does so.
                    new.suppress_context.set(true);
                }
                part
            })
        };
        Ok((part(matched), part(rest)))
    }

    /// An `ExceptionGroup`, or a `BaseExceptionGroup` where a member asks for
    /// it.
    pub(crate) fn exception_group(&mut self, message: &str, members: Vec<Exception>) -> Exception {
        let plain = members
            .iter()
            .all(|member| member.class().is_exception(Kind::Exception));
        let kind = match plain {
            true => Kind::ExceptionGroup,
            false => Kind::BaseExceptionGroup,
        };
        let list = self.list(members.iter().cloned().map(Value::Instance).collect());
        let args = vec![self.text(message), list];
        let group = self.exception_of(self.types.exception(kind).clone(), args);
        if let Some(body) = group.exception() {
            *body.members.borrow_mut() = members;
        }
        group
    }

    /// An exception's `__traceback__`: the outermost place it passed through.
    pub(crate) fn traceback_object(&self, exception: &Exception) -> Value {
        let Some(body) = exception.exception() else {
            return Value::None;
        };
        let trace = body.trace.borrow();
        let Some(place) = trace.last() else {
            return Value::None;
        };
        let line = Value::Int(place.code.line(place.pc).into());
        let attributes = [
            ("tb_lineno", line),
            ("tb_next", Value::None),
            // What comes later can be taken away again.
            ("_length", Value::Int(trace.len() as i64)),
        ];
        self.object_with(&self.types.traceback, attributes)
    }

    /// What a program sees of a frame that stands on a line.
    pub(crate) fn frame_object(&self, code: &Rc<Code>, line: u32) -> Value {
        let attributes = [
            ("f_lineno", Value::Int(line.into())),
            ("f_code", Value::Code(code.clone())),
            ("f_back", Value::None),
            ("_text", self.text(code.source.line_text(line).trim())),
        ];
        self.object_with(&self.types.frame, attributes)
    }

    /// An instance of a plain class that has these attributes.
    fn object_with<const N: usize>(
        &self,
        class: &Rc<Class>,
        attributes: [(&str, Value); N],
    ) -> Value {
        let object = self.plain_instance(class);
        if let Value::Instance(object) = &object {
            for (name, value) in attributes {
                object.dict().set_name(&self.names.intern(name), value);
            }
        }
        object
    }

    /// The end of `except*`: what is still to be raised.
    pub(super) fn group_rest(&mut self, frame: &Frame, raised: &Value, rest: Value) -> Value {
        let Value::List(raised) = raised else {
            return rest;
        };
        let members: Vec<Exception> = raised
            .items()
            .iter()
            .filter_map(|value| match value {
                Value::Instance(exception) => Some(exception.clone()),
                _ => None,
            })
            .collect();
        if members.is_empty() {
            return match (rest, &frame.handled) {
                // Nobody took any part: the original itself goes on.
                (Value::Instance(rest), Some(original)) if same_leaves(&rest, original) => {
                    Value::Instance(original.clone())
                }
                (rest, _) => rest,
            };
        }
        let naked = |handled: &Exception| {
            let class = handled.class();
            !class.is_exception(Kind::BaseExceptionGroup)
        };
        if let ([only], true) = (&members[..], frame.handled.as_ref().is_some_and(naked)) {
            // One exception, no group, was taken: what it led to is no group.
            return Value::Instance(only.clone());
        }
        let Some(original) = frame.handled.clone() else {
            return Value::None;
        };
        // What was raised again as it came goes back to its place in the group.
        let (mut again, members): (Vec<_>, Vec<_>) = members
            .into_iter()
            .partition(|one| same_history(one, &original));
        if let Value::Instance(rest) = rest {
            again.push(rest);
        }
        let mut leaves = Vec::new();
        for one in &again {
            leaves_of(one, &mut leaves);
        }
        let is_again = |_: &Vm, one: &Exception| Ok(leaves.contains(&Rc::as_ptr(one)));
        let again = match self.split_group(&original, &is_again) {
            Ok((again, _)) => again,
            Err(_) => None,
        };
        match (again, members.is_empty()) {
            (Some(again), true) => Value::Instance(again),
            (again, _) => {
                let members = members.into_iter().chain(again).collect();
                Value::Instance(self.exception_group("", members))
            }
        }
    }

    /// Deals with one thing that was dropped but has a last word.
    pub(crate) fn adopt_orphan(&mut self, frame: &mut Box<Frame>) -> Option<Next> {
        while let Some(coroutine) = self.heap.take_unawaited() {
            self.bury_unawaited(frame, &coroutine);
            self.count_step();
            if self.budget == 0 {
                return None;
            }
        }
        match self.heap.take_orphan()? {
            Orphan::Generator(generator) => {
                use crate::python::code::CodeKind;
                if generator.kind == CodeKind::AsyncGenerator {
                    self.close_later(Rc::new(generator));
                    return None;
                }
                let input = Err(self.new_exception(Kind::GeneratorExit, ""));
                let generator = Rc::new(generator);
                Some(self.resume(frame, generator, input, Then::Discard))
            }
            Orphan::Future(future) => {
                let flow = self.bury_future(Rc::new(future))?;
                self.heap.hush(true);
                Some(self.follow(frame, Ok(flow), Then::LastWord))
            }
            Orphan::Instance(instance) => {
                let instance = Value::Instance(Rc::new(instance));
                let flow = self.prelude_call("last_word", vec![instance]);
                self.heap.hush(true);
                Some(self.follow(frame, flow, Then::LastWord))
            }
        }
    }

    /// A coroutine was thrown away before it began.
    fn bury_unawaited(&mut self, frame: &Frame, generator: &Generator) {
        let name = generator.qualified_name.borrow().text().to_owned();
        let mut message = format!("coroutine '{name}' was never awaited");
        if let Some(origin) = &generator.origin {
            message += "\nCoroutine created at (most recent call last)\n";
            message += origin.text().trim_end();
        }
        self.warn_at(frame, "RuntimeWarning", &message);
        if let Some(coroutine) = generator.id {
            self.log(EventKind::CoroutineNeverAwaited { coroutine });
        }
        // Its arguments are dropped like any other values.
        generator.state.set(GeneratorState::Closed);
    }

    /// A warning, shown as CPython shows it, at the program's present line:
    /// once for each line.
    fn warn_at(&mut self, frame: &Frame, class: &str, message: &str) {
        let place = std::iter::once(frame)
            .chain(
                self.stack
                    .iter()
                    .rev()
                    .filter_map(|activation| match activation {
                        Activation::Frame(frame) => Some(&**frame),
                        Activation::Loop(_) => None,
                    }),
            )
            .find(|frame| !frame.code.source.library && frame.line > 0)
            .map(|frame| (frame.code.source.clone(), frame.line));
        let line = place.as_ref().map_or(0, |(_, line)| *line);
        if !self.warned.insert((line, message.into())) {
            return;
        }
        let text = match place {
            Some((source, line)) => format!(
                "{}:{line}: {class}: {message}\n  {}\n\
                {class}: Enable tracemalloc to get the object allocation traceback\n",
                source.file_name,
                source.line_text(line).trim()
            ),
            None => format!("sys:1: {class}: {message}\n"),
        };
        let _ = self.print(Stream::Error, &text);
    }
}

/// Whether it matters how long a value is held.
fn is_shared(value: &Value) -> bool {
    !matches!(
        value,
        Value::Unbound
            | Value::None
            | Value::Bool(_)
            | Value::Int(_)
            | Value::Float(_)
            | Value::Str(_)
    )
}

/// Whether two groups hold the very same exceptions.
fn same_leaves(a: &Exception, b: &Exception) -> bool {
    let (mut of_a, mut of_b) = (Vec::new(), Vec::new());
    leaves_of(a, &mut of_a);
    leaves_of(b, &mut of_b);
    of_a == of_b
}

/// The exceptions in a group that are no groups themselves.
fn leaves_of(group: &Exception, into: &mut Vec<*const Instance>) {
    match group.exception() {
        Some(body) if !body.members.borrow().is_empty() => {
            for member in body.members.borrow().iter() {
                leaves_of(member, into);
            }
        }
        _ => into.push(Rc::as_ptr(group)),
    }
}

/// Whether a part of a group came the same way as the whole, and no further.
fn same_history(part: &Exception, whole: &Exception) -> bool {
    let (Some(part), Some(whole)) = (part.exception(), whole.exception()) else {
        return false;
    };
    let same = |a: &Option<Exception>, b: &Option<Exception>| match (a, b) {
        (Some(a), Some(b)) => Rc::ptr_eq(a, b),
        (a, b) => a.is_none() && b.is_none(),
    };
    part.trace.borrow().len() == whole.trace.borrow().len()
        && same(&part.cause.borrow(), &whole.cause.borrow())
        && same(&part.context.borrow(), &whole.context.borrow())
}
