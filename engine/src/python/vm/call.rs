//! Calling things, and handing a native's wishes to the machine.

use std::rc::Rc;

use super::execute::sleeps;
use super::{Activation, Next, Vm, Waiting};
use crate::machine::Status;
use crate::python::builtins;
use crate::python::code::CodeKind;
use crate::python::fault::{Exception, Fault, Kind, Try, Wanted};
use crate::python::object::{
    Args, DescriptorKind, Flow, Frame, Function, Generator, GeneratorState, Native, Str, Table,
    Then, Value, Wish,
};
use crate::trace::EventKind;

impl Vm {
    /// Calls a value: a native answers at once, a function gives a
    /// [`Wish::Call`] for [`Vm::follow`] to enter.
    pub fn call(&mut self, callee: &Value, args: Args) -> Try<Flow> {
        let mut args = args;
        let mut callee = callee.clone();
        // What is called may say by an object what calling it means.
        for _ in 0..self.limits.depth {
            callee = match &callee {
                Value::Native(native) => return self.call_native(native, args),
                Value::Function(_) => return Ok(Flow::call(callee, args)),
                Value::Class(class) => return self.call_class(class, args),
                Value::BoundMethod(method) => {
                    args.values.insert(0, method.object.clone());
                    method.function.clone()
                }
                Value::Descriptor(descriptor) if descriptor.kind == DescriptorKind::Static => {
                    descriptor.function.clone()
                }
                Value::Instance(instance) => match instance.class().lookup(&self.known.call) {
                    Some(method) => {
                        args.values.insert(0, callee.clone());
                        method
                    }
                    None => return Err(self.not_callable(&callee)),
                },
                _ => return Err(self.not_callable(&callee)),
            };
        }
        Err(Fault::new(
            Kind::RecursionError,
            "maximum recursion depth exceeded while calling a Python object",
        ))
    }

    fn not_callable(&self, value: &Value) -> Fault {
        Fault::type_error(format_args!(
            "'{}' object is not callable",
            self.type_name(value)
        ))
    }

    fn call_native(&mut self, native: &'static Native, args: Args) -> Try<Flow> {
        // Counted before, for what fails may have taken as long.
        match args.values.first() {
            Some(Value::Str(text)) => self.heap.work(4 * text.text().len()),
            Some(Value::Bytes(bytes)) => self.heap.work(4 * bytes.bytes.len()),
            _ => {}
        }
        match (native.call)(self, &args) {
            Err(Fault::NeedsIndex) => self.call_with_indexes(Value::Native(native), args),
            Err(Fault::NeedsPython) => {
                let twin = match native.method {
                    true => format!("{}_{}", native.owner, native.name),
                    false => native.name.to_owned(),
                };
                let name = self.names.intern(&twin);
                match self.prelude.get_name(&name) {
                    Some(callee) => Ok(Flow::call(callee, args)),
                    None => Err(Fault::new(
                        Kind::NotImplementedError,
                        format_args!("{twin} with this kind of value"),
                    )),
                }
            }
            other => other,
        }
    }

    /// Calls that again with the integers that its arguments stand for.
    pub(super) fn call_with_indexes(&self, callee: Value, mut args: Args) -> Try<Flow> {
        args.values.insert(0, callee);
        self.prelude_call_with("with_indexes", args)
    }

    /// Does what a native asked for; `then` says what becomes of a plain
    /// value, and of a call's where the native left that open.
    pub(crate) fn follow(&mut self, frame: &mut Box<Frame>, flow: Try<Flow>, then: Then) -> Next {
        let mut flow = flow;
        let mut then = then;
        loop {
            match flow {
                Ok(Flow::Value(value)) => return self.deliver_or_raise(frame, then, Ok(value)),
                Err(Fault::Raised(exception)) => {
                    return self.deliver_or_raise(frame, then, Err(exception));
                }
                Err(Fault::NeedsFrame(Wanted::Super)) => flow = self.super_of(frame),
                Err(Fault::NeedsFrame(Wanted::Locals)) => flow = Ok(self.locals_of(frame).into()),
                Err(fault) => {
                    let exception = self.exception_from(fault);
                    return self.deliver_or_raise(frame, then, Err(exception));
                }
                Ok(Flow::Sleep(seconds)) => {
                    let next = self.deliver_or_raise(frame, then, Ok(Value::None));
                    let until = self.now + seconds;
                    self.log(EventKind::Blocked { until });
                    self.wait(Waiting::sleep(until));
                    return match next {
                        Next::Continue => Next::Stop(Status::BlockedUntil(until)),
                        other => other,
                    };
                }
                Ok(Flow::Wish(wish)) => match *wish {
                    Wish::Call {
                        callee,
                        args,
                        then: wished,
                    } => {
                        if !matches!(wished, Then::Push) {
                            then = wished;
                        }
                        if let Value::Function(function) = &callee {
                            return self.run_function(frame, function, args, then);
                        }
                        flow = self.call(&callee, args);
                    }
                    Wish::Resume {
                        generator,
                        input,
                        then: wished,
                    } => {
                        if !matches!(wished, Then::Push) {
                            then = wished;
                        }
                        return self.resume(frame, generator, input, then);
                    }
                    Wish::Body {
                        function,
                        namespace,
                        then,
                    } => {
                        let body = self.class_frame(&function, namespace);
                        return self.push_frame(frame, body, then);
                    }
                    Wish::Enter { frame: body, then } => {
                        return self.push_frame(frame, body, then);
                    }
                    Wish::Wait(waiting) => {
                        let next = self.deliver_or_raise(frame, then, Ok(Value::None));
                        self.wait(waiting);
                        return match next {
                            Next::Continue => Next::Stop(Status::OutOfBudget),
                            other => other,
                        };
                    }
                    Wish::RunLoop(id) => match self.begin_loop(id) {
                        Err(fault) => flow = Err(fault),
                        Ok(run) => {
                            let frame = std::mem::replace(frame, self.idle_frame());
                            self.stack.push(Activation::Frame(frame));
                            self.stack.push(Activation::Loop(run));
                            return Next::Leave(None);
                        }
                    },
                },
            }
        }
    }

    /// Calls what an instruction calls; what it gives goes onto its stack.
    pub(super) fn call_from(&mut self, frame: &mut Box<Frame>, callee: &Value, args: Args) -> Next {
        if let Value::Function(function) = callee {
            return self.run_function(frame, function, args, Then::Push);
        }
        match self.call(callee, args) {
            Ok(Flow::Value(value)) => {
                frame.push(value);
                Next::Continue
            }
            other => self.follow(frame, other, Then::Push),
        }
    }

    fn run_function(
        &mut self,
        frame: &mut Box<Frame>,
        function: &Rc<Function>,
        args: Args,
        then: Then,
    ) -> Next {
        let result = match self.enter(frame, function, args) {
            Ok(Entered::Frame(callee)) => return self.push_frame(frame, callee, then),
            Ok(Entered::Value(value)) => Ok(value),
            Err(fault) => Err(self.exception_from(fault)),
        };
        self.deliver_or_raise(frame, then, result)
    }

    /// Makes `callee` the current frame, above the one that was.
    fn push_frame(&mut self, frame: &mut Box<Frame>, mut callee: Box<Frame>, then: Then) -> Next {
        callee.then = then;
        let caller = std::mem::replace(frame, callee);
        self.stack.push(Activation::Frame(caller));
        Next::Continue
    }

    /// `super()` in a method: its class is in the cell `__class__`, its object
    /// the first parameter.
    fn super_of(&mut self, frame: &Frame) -> Try<Flow> {
        let code = &frame.code;
        let cell = code
            .cells
            .iter()
            .position(|name| name.text() == "__class__")
            .map(|at| frame.cells[at].borrow().clone());
        let own = code.cell_parameters.iter().find(|(_, slot)| *slot == 0);
        let object = match own {
            Some((cell, _)) => Some(frame.cells[*cell as usize].borrow().clone()),
            None => frame.slots.first().cloned(),
        };
        match (cell, object) {
            (Some(Value::Class(class)), Some(object)) if !matches!(object, Value::Unbound) => {
                builtins::classes::new_super(self, class, object)
            }
            (None, Some(_)) if code.parameters.positional > 0 => Err(Fault::new(
                Kind::RuntimeError,
                "super(): __class__ cell not found",
            )),
            _ => Err(Fault::new(Kind::RuntimeError, "super(): no arguments")),
        }
    }

    /// `locals()`: a function's variables as they are now.
    fn locals_of(&self, frame: &Frame) -> Value {
        if let Some(namespace) = &frame.namespace {
            return Value::Dict(namespace.clone());
        }
        let code = &frame.code;
        if code.locals.is_empty() && code.cells.is_empty() {
            return Value::Dict(frame.globals.clone());
        }
        let mut table = Table::default();
        let mut set = |name: &Rc<Str>, value: Value| {
            if !matches!(value, Value::Unbound) && name.text() != "__class__" {
                table.set_name(name, value);
            }
        };
        for (name, slot) in code.locals.iter().zip(&frame.slots) {
            let cell = code.cells.iter().position(|cell| Rc::ptr_eq(cell, name));
            match cell {
                Some(at) => set(name, frame.cells[at].borrow().clone()),
                None => set(name, slot.clone()),
            }
        }
        for (name, cell) in code.cells.iter().zip(&frame.cells) {
            set(name, cell.borrow().clone());
        }
        self.dict(table)
    }

    /// A frame that stands for nothing, where one must be left behind.
    pub(crate) fn idle_frame(&self) -> Box<Frame> {
        let mut frame = Frame::new(self.types.idle_code.clone(), self.builtins.clone());
        frame.then = Then::Discard;
        frame
    }

    /// Whether the current frame, which stands on the stack, may call none.
    fn is_too_deep(&self) -> bool {
        self.stack.len() + 1 >= self.limits.depth
    }

    /// A new call of a function: a frame to run, or the generator or coroutine
    /// that the call gives.
    pub(crate) fn enter(
        &mut self,
        frame: &Frame,
        function: &Rc<Function>,
        args: Args,
    ) -> Try<Entered> {
        if self.is_too_deep() {
            return Err(Fault::new(
                Kind::RecursionError,
                "maximum recursion depth exceeded",
            ));
        }
        let code = &function.code;
        let announced = (code.kind == CodeKind::Coroutine && !code.source.library)
            .then(|| self.announce_label(function, &args));
        let mut slots = self.bind(function, args)?;
        let mut cells = Vec::with_capacity(code.cells.len());
        for _ in 0..code.own_cells {
            cells.push(Rc::new(std::cell::RefCell::new(Value::Unbound)));
        }
        for &(cell, slot) in &code.cell_parameters {
            let value = std::mem::replace(&mut slots[slot as usize], Value::Unbound);
            cells[cell as usize].replace(value);
        }
        cells.extend(function.cells.iter().cloned());
        slots.resize(code.locals.len(), Value::Unbound);
        let caller = frame;
        let mut frame = Frame::new(code.clone(), function.globals.clone());
        frame.slots = slots;
        frame.cells = cells;
        if !sleeps(code.kind) {
            return Ok(Entered::Frame(frame));
        }
        let id = match announced {
            Some(label) => self.announce_coroutine(caller, function, label),
            None => None,
        };
        let mut generator = Generator::new(
            &self.heap,
            code.kind,
            function.name.borrow().clone(),
            function.qualified_name.borrow().clone(),
            frame,
            id,
        );
        if code.kind == CodeKind::Coroutine
            && let Some(home) = self.running_loop
        {
            generator.origin = self.origin_for(home, Some(caller));
        }
        Ok(Entered::Value(Value::Generator(Rc::new(generator))))
    }

    /// The slots of a call, filled from its arguments. Errors: as CPython's
    /// `TypeError`s.
    fn bind(&self, function: &Function, args: Args) -> Try<Vec<Value>> {
        let code = &function.code;
        let parameters = &code.parameters;
        let positional = parameters.positional as usize;
        let simple = args.names.is_empty()
            && args.values.len() == positional
            && parameters.keyword_only == 0
            && !parameters.rest
            && !parameters.keywords;
        if simple {
            let mut slots = args.values;
            slots.reserve(code.locals.len() + 8 - slots.len().min(code.locals.len()));
            return Ok(slots);
        }
        let total = parameters.slots() as usize;
        let mut slots = Vec::with_capacity(code.locals.len() + 8);
        let given = args.positional();
        let Args { mut values, names } = args;
        let named = values.split_off(given);
        let mut values = values.into_iter();
        slots.extend(values.by_ref().take(positional));
        slots.resize(total, Value::Unbound);
        let rest: Vec<Value> = values.collect();
        let rest_count = rest.len();
        let rest_slot = positional + parameters.keyword_only as usize;
        if parameters.rest {
            slots[rest_slot] = self.tuple(rest);
        }
        let mut extra = Table::default();
        let first_named = parameters.positional_only as usize;
        for (name, value) in names.iter().zip(named) {
            let places = &code.locals[first_named..rest_slot];
            let place = places
                .iter()
                .position(|place| Rc::ptr_eq(place, name) || place.text() == name.text())
                .map(|at| at + first_named);
            match place {
                Some(at) if matches!(slots[at], Value::Unbound) => slots[at] = value,
                Some(_) => {
                    return Err(Fault::type_error(format_args!(
                        "{}() got multiple values for argument '{}'",
                        function.qualified_name.borrow().text(),
                        name.text()
                    )));
                }
                None if parameters.keywords => {
                    extra.set_name(name, value);
                }
                None => return Err(unexpected_keyword(function, name, first_named)),
            }
        }
        if parameters.keywords {
            slots[total - 1] = self.dict(extra);
        }
        if rest_count > 0 && !parameters.rest {
            return Err(too_many(function, given, &slots));
        }
        let defaults = function.defaults.borrow();
        let first_default = positional - defaults.len().min(positional);
        for (at, slot) in slots
            .iter_mut()
            .enumerate()
            .take(positional)
            .skip(first_default)
        {
            if matches!(slot, Value::Unbound) {
                *slot = defaults[at - first_default].clone();
            }
        }
        for (default, slot) in function
            .keyword_defaults
            .iter()
            .zip(&mut slots[positional..rest_slot])
        {
            if matches!(slot, Value::Unbound) {
                *slot = default.clone();
            }
        }
        missing(function, &slots, 0..positional, "positional")?;
        missing(function, &slots, positional..rest_slot, "keyword-only")?;
        Ok(slots)
    }

    /// Wakes a generator under the current frame.
    pub(crate) fn resume(
        &mut self,
        frame: &mut Box<Frame>,
        generator: Rc<Generator>,
        input: Result<Value, Exception>,
        then: Then,
    ) -> Next {
        match self.wake(&generator, &input) {
            Ok(Some(mut body)) => {
                if self.is_too_deep() {
                    *generator.frame.borrow_mut() = Some(body);
                    generator.state.set(GeneratorState::Suspended);
                    let fault =
                        Fault::new(Kind::RecursionError, "maximum recursion depth exceeded");
                    return self.raise(frame, fault);
                }
                body.then = then;
                body.generator = Some(generator);
                let caller = std::mem::replace(frame, body);
                self.stack.push(Activation::Frame(caller));
                self.feed(frame, input)
            }
            // A closed generator is at its end at once.
            Ok(None) => match input {
                Ok(_) => self.deliver_end(frame, then, Ok(Value::None)),
                Err(exception) => self.deliver_end(frame, then, Err(exception)),
            },
            Err(fault) => {
                let exception = self.exception_from(fault);
                self.deliver_or_raise(frame, then, Err(exception))
            }
        }
    }

    /// The label of a call: `procesar_data("A", 2)`, and its short key.
    fn announce_label(&mut self, function: &Function, args: &Args) -> (String, Option<String>) {
        let mut label = String::from(function.name.borrow().text());
        label.push('(');
        let unnamed = args.positional();
        // A method's `self` tells learners nothing.
        let skip = usize::from(
            function
                .code
                .locals
                .first()
                .is_some_and(|name| name.text() == "self")
                && unnamed > 0,
        );
        for (index, value) in args.values.iter().enumerate().skip(skip) {
            if index > skip {
                label.push_str(", ");
            }
            if index >= unnamed {
                label.push_str(args.names[index - unnamed].text());
                label.push('=');
            }
            label.push_str(&self.label_of(value));
        }
        label.push(')');
        let key = args.values.get(skip).and_then(|value| match value {
            Value::Str(text) if !text.text().is_empty() => Some(shortened(text.text(), 24)),
            Value::Int(_) | Value::Float(_) => Some(self.label_of(value)),
            _ => None,
        });
        (label, key)
    }

    fn announce_coroutine(
        &mut self,
        caller: &Frame,
        function: &Function,
        (label, key): (String, Option<String>),
    ) -> Option<crate::trace::CoroutineId> {
        let id = crate::trace::CoroutineId(self.counters.coroutines);
        self.counters.coroutines += 1;
        let key = key.unwrap_or_else(|| function.name.borrow().text().to_owned());
        let hash = crate::python::object::hash_bytes(key.as_bytes());
        let count = self.counters.keys.entry(hash).or_insert(0);
        *count += 1;
        let key = match *count {
            1 => key,
            n => format!("{key}-{n}"),
        };
        let info = crate::trace::CoroutineInfo {
            name: function.name.borrow().text().into(),
            label: shortened(&label, 80).as_str().into(),
            key: key.as_str().into(),
            line: self
                .current_line(caller)
                .unwrap_or(function.code.first_line),
            creator: self.current_coroutine(caller),
        };
        self.log(EventKind::CoroutineCreated {
            coroutine: id,
            info: Rc::new(info),
        });
        Some(id)
    }

    /// A value as a label shows it: texts in double quotes, everything short.
    fn label_of(&mut self, value: &Value) -> String {
        let text = match value {
            Value::Str(text) => format!("\"{}\"", text.text().escape_debug()),
            _ => self.short_repr(value),
        };
        shortened(&text, 32)
    }
}

/// What calling a function gave.
pub(crate) enum Entered {
    Frame(Box<Frame>),
    Value(Value),
}

/// The text, cut to that many characters with an ellipsis.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some(_) => {
            let cut = text.char_indices().nth(most - 1).map_or(0, |(at, _)| at);
            format!("{}…", &text[..cut])
        }
    }
}

fn unexpected_keyword(function: &Function, name: &Rc<Str>, first_named: usize) -> Fault {
    let shown = function.qualified_name.borrow().clone();
    let code = &function.code;
    if code.locals[..first_named]
        .iter()
        .any(|place| place.text() == name.text())
    {
        return Fault::type_error(format_args!(
            "{}() got some positional-only arguments passed as keyword arguments: '{}'",
            shown.text(),
            name.text()
        ));
    }
    Fault::type_error(format_args!(
        "{}() got an unexpected keyword argument '{}'",
        shown.text(),
        name.text()
    ))
}

fn too_many(function: &Function, given: usize, slots: &[Value]) -> Fault {
    let parameters = &function.code.parameters;
    let positional = parameters.positional as usize;
    let defaults = function.defaults.borrow().len();
    let takes = match defaults {
        0 => positional.to_string(),
        _ => format!("from {} to {positional}", positional - defaults),
    };
    let plural = if positional == 1 && defaults == 0 {
        ""
    } else {
        "s"
    };
    let named = slots[positional..positional + parameters.keyword_only as usize]
        .iter()
        .filter(|slot| !matches!(slot, Value::Unbound))
        .count();
    let were = if given == 1 && named == 0 {
        "was"
    } else {
        "were"
    };
    let extra = match named {
        0 => String::new(),
        _ => format!(
            " positional argument{} (and {named} keyword-only argument{})",
            if given == 1 { "" } else { "s" },
            if named == 1 { "" } else { "s" }
        ),
    };
    Fault::type_error(format_args!(
        "{}() takes {takes} positional argument{plural} but {given}{extra} {were} given",
        function.qualified_name.borrow().text()
    ))
}

fn missing(
    function: &Function,
    slots: &[Value],
    range: std::ops::Range<usize>,
    kind: &str,
) -> Try<()> {
    let names: Vec<String> = range
        .filter(|&at| matches!(slots[at], Value::Unbound))
        .map(|at| format!("'{}'", function.code.locals[at].text()))
        .collect();
    let listed = match names.as_slice() {
        [] => return Ok(()),
        [one] => one.clone(),
        [a, b] => format!("{a} and {b}"),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
    };
    Err(Fault::type_error(format_args!(
        "{}() missing {} required {kind} argument{}: {listed}",
        function.qualified_name.borrow().text(),
        names.len(),
        if names.len() == 1 { "" } else { "s" }
    )))
}
