//! One instruction after another.

use std::rc::Rc;

use super::{Activation, Next, Vm};
use crate::machine::Status;
use crate::python::builtins::sets;
use crate::python::code::{BinaryOp, CodeKind, Op, Told, UnaryOp, function_parts};
use crate::python::fault::{Fault, Kind};
use crate::python::object::{Args, Flow, Frame, Function, Set, Slice, Table, Then, Value};
use crate::trace::EventKind;

impl Vm {
    /// Runs a frame and what it calls, until something other than a frame is
    /// innermost (`None`) or the machine must stop.
    pub(super) fn execute(&mut self, mut frame: Box<Frame>) -> Option<Status> {
        'instruction: loop {
            let op = (self.quick)(self, &mut frame);
            // One line may ask for much: what is left of it waits for the next
            // slice.
            if self.heap.is_tired() {
                self.budget = self.budget.saturating_sub(self.heap.steps_worked());
                if self.budget == 0 {
                    frame.pc -= 1;
                    self.stack.push(Activation::Frame(frame));
                    return Some(Status::OutOfBudget);
                }
            }
            // An instruction is over at once, or answers with what the machine does
            // next, or with something that must be followed up first.
            let next = 'next: {
                let (flow, then) = 'flow: {
                    macro_rules! go {
                        ($next:expr) => {
                            break 'next $next
                        };
                    }
                    macro_rules! follow {
                        ($flow:expr, $then:expr) => {
                            break 'flow ($flow, $then)
                        };
                    }
                    macro_rules! fail {
                        ($fault:expr) => {
                            break 'flow (Err($fault), Then::Discard)
                        };
                    }
                    macro_rules! attempt {
                        ($value:expr) => {
                            match $value {
                                Ok(value) => value,
                                Err(fault) => fail!(fault),
                            }
                        };
                    }
                    match op {
                        Op::Line(line) => {
                            // What is due happens on the line before.
                            frame.pc -= 1;
                            if let Some(next) = self.tick(&mut frame) {
                                go!(next);
                            }
                            frame.pc += 1;
                            if frame.line != line {
                                frame.line = line;
                                if frame.code.told != Told::Nothing {
                                    self.watch(&frame);
                                    self.log(EventKind::Line { line });
                                    if self.stepping || self.breakpoints.contains(&line) {
                                        go!(Next::Stop(Status::AtLine(line)));
                                    }
                                }
                            }
                        }
                        // The last four are given as what they begin with.
                        Op::Nop
                        | Op::LocalConstant { .. }
                        | Op::LocalConstantCompare { .. }
                        | Op::LocalOperand { .. }
                        | Op::ConstantOperand { .. } => {}
                        Op::Constant(index) => {
                            let value = frame.code.constants[index as usize].clone();
                            frame.push(value);
                        }
                        Op::LoadLocal(slot) => match &frame.slots[slot as usize] {
                            Value::Unbound => {
                                let fault = unbound_local(&frame, slot);
                                fail!(fault);
                            }
                            value => {
                                let value = value.clone();
                                frame.push(value);
                            }
                        },
                        Op::StoreLocal(slot) => {
                            let value = frame.pop();
                            drop(std::mem::replace(&mut frame.slots[slot as usize], value));
                        }
                        Op::DeleteLocal(slot) => {
                            let old =
                                std::mem::replace(&mut frame.slots[slot as usize], Value::Unbound);
                            if matches!(old, Value::Unbound) {
                                let fault = unbound_local(&frame, slot);
                                fail!(fault);
                            }
                        }
                        Op::LoadCell(cell) => {
                            let value = frame.cells[cell as usize].borrow().clone();
                            if matches!(value, Value::Unbound) {
                                let fault = unbound_cell(&frame, cell);
                                fail!(fault);
                            }
                            frame.push(value);
                        }
                        Op::StoreCell(cell) => {
                            let value = frame.pop();
                            drop(frame.cells[cell as usize].replace(value));
                        }
                        Op::DeleteCell(cell) => {
                            let old = frame.cells[cell as usize].replace(Value::Unbound);
                            if matches!(old, Value::Unbound) {
                                let fault = unbound_cell(&frame, cell);
                                fail!(fault);
                            }
                        }
                        Op::PushCell(cell) => {
                            let cell = frame.cells[cell as usize].clone();
                            frame.push(Value::Cell(cell));
                        }
                        Op::LoadClassCell(cell) => {
                            let name = frame.code.cells[cell as usize].clone();
                            let own = frame
                                .namespace
                                .as_ref()
                                .and_then(|namespace| namespace.get_name(&name));
                            let value =
                                own.unwrap_or_else(|| frame.cells[cell as usize].borrow().clone());
                            if matches!(value, Value::Unbound) {
                                let fault = unbound_cell(&frame, cell);
                                fail!(fault);
                            }
                            frame.push(value);
                        }
                        Op::LoadGlobal(name) => {
                            let value = attempt!(self.load_global(&frame, name));
                            frame.push(value);
                        }
                        Op::StoreGlobal(name) => {
                            let value = frame.pop();
                            self.store_global(&frame, name, value);
                        }
                        Op::DeleteGlobal(name) => {
                            let globals = frame.globals.clone();
                            attempt!(self.delete_name(&frame, &globals, name));
                        }
                        Op::LoadName(name) => {
                            let text = &frame.code.names[name as usize];
                            let own = frame
                                .namespace
                                .as_ref()
                                .and_then(|namespace| namespace.get_name(text));
                            let value = match own {
                                Some(value) => value,
                                None => attempt!(self.load_global(&frame, name)),
                            };
                            frame.push(value);
                        }
                        Op::StoreName(name) => {
                            let value = frame.pop();
                            let namespace = frame.namespace.as_ref().unwrap_or(&frame.globals);
                            namespace.set_name(&frame.code.names[name as usize], value);
                        }
                        Op::DeleteName(name) => {
                            let namespace =
                                frame.namespace.as_ref().unwrap_or(&frame.globals).clone();
                            attempt!(self.delete_name(&frame, &namespace, name));
                        }
                        Op::StoreAnnotation(name) => {
                            let value = frame.pop();
                            self.store_annotation(&frame, name, value);
                        }
                        Op::LoadAttribute(name) => {
                            let object = frame.pop();
                            let name = frame.code.names[name as usize].clone();
                            follow!(self.get_attribute(&object, &name), Then::Push);
                        }
                        Op::StoreAttribute(name) => {
                            let object = frame.pop();
                            let value = frame.pop();
                            let name = frame.code.names[name as usize].clone();
                            follow!(self.set_attribute(&object, &name, value), Then::Discard);
                        }
                        Op::DeleteAttribute(name) => {
                            let object = frame.pop();
                            let name = frame.code.names[name as usize].clone();
                            follow!(self.delete_attribute(&object, &name), Then::Discard);
                        }
                        Op::LoadMethod(name) => {
                            let object = frame.pop();
                            let name = frame.code.names[name as usize].clone();
                            match self.find_method(&object, &name) {
                                Some(function) => {
                                    frame.push(function);
                                    frame.push(object);
                                }
                                None => {
                                    frame.push(Value::Unbound);
                                    follow!(self.get_attribute(&object, &name), Then::Push);
                                }
                            }
                        }
                        Op::Subscript => {
                            let key = frame.pop();
                            let object = frame.pop();
                            follow!(self.get_item(&object, &key), Then::Push);
                        }
                        Op::StoreSubscript => {
                            let key = frame.pop();
                            let object = frame.pop();
                            let value = frame.pop();
                            follow!(self.set_item(&object, &key, value), Then::Discard);
                        }
                        Op::DeleteSubscript => {
                            let key = frame.pop();
                            let object = frame.pop();
                            follow!(self.delete_item(&object, &key), Then::Discard);
                        }
                        Op::Pop => {
                            drop(frame.pop());
                            if self.heap.has_orphans()
                                && let Some(next) = self.adopt_orphan(&mut frame)
                            {
                                go!(next);
                            }
                        }
                        Op::Copy(n) => {
                            let value = frame.peek(n as usize).clone();
                            frame.push(value);
                        }
                        Op::Swap(n) => {
                            let top = frame.slots.len() - 1;
                            frame.slots.swap(top, top + 1 - n as usize);
                        }
                        Op::Unary(UnaryOp::Not) => match truth(frame.peek(1)) {
                            Some(value) => {
                                frame.pop();
                                frame.push(Value::Bool(!value));
                            }
                            None => go!(self.ask_truth(&mut frame)),
                        },
                        Op::Unary(op) => {
                            let value = frame.pop();
                            follow!(self.unary(op, &value), Then::Push);
                        }
                        Op::Binary(BinaryOp::Add) | Op::InPlace(BinaryOp::Add)
                            if matches!(frame.peek(1), Value::Str(_))
                                && attempt!(self.append(&mut frame)) => {}
                        Op::Binary(op) => {
                            let right = frame.pop();
                            let left = frame.pop();
                            follow!(self.binary(op, &left, &right), Then::Push);
                        }
                        Op::InPlace(op) => {
                            let right = frame.pop();
                            let left = frame.pop();
                            follow!(self.in_place(op, &left, &right), Then::Push);
                        }
                        Op::Compare(op) => {
                            let right = frame.pop();
                            let left = frame.pop();
                            follow!(self.compare(op, &left, &right), Then::Push);
                        }
                        Op::Is(not) => {
                            let right = frame.pop();
                            let left = frame.pop();
                            frame.push(Value::Bool(left.is(&right) != not));
                        }
                        Op::Contains(not) => {
                            let container = frame.pop();
                            let item = frame.pop();
                            match self.contains(&container, &item) {
                                Ok(Flow::Value(Value::Bool(found))) => {
                                    frame.push(Value::Bool(found != not));
                                }
                                other => {
                                    let then = if not { Then::Not } else { Then::Found };
                                    follow!(other, then);
                                }
                            }
                        }
                        Op::Jump(target) => frame.pc = target as usize,
                        Op::JumpBack(target) => {
                            frame.pc = target as usize;
                            let next = self.tick(&mut frame);
                            // A loop of one line reaches it anew, also after a pause.
                            if matches!(next, None | Some(Next::Stop(_))) {
                                frame.line = 0;
                            }
                            if let Some(next) = next {
                                go!(next);
                            }
                        }
                        Op::JumpBackQuiet(target) => {
                            frame.pc = target as usize;
                            if let Some(next) = self.tick(&mut frame) {
                                go!(next);
                            }
                        }
                        Op::JumpIfFalse(target) => match truth(frame.peek(1)) {
                            Some(value) => {
                                frame.pop();
                                if !value {
                                    frame.pc = target as usize;
                                }
                            }
                            None => go!(self.ask_truth(&mut frame)),
                        },
                        Op::JumpIfTrue(target) => match truth(frame.peek(1)) {
                            Some(value) => {
                                frame.pop();
                                if value {
                                    frame.pc = target as usize;
                                }
                            }
                            None => go!(self.ask_truth(&mut frame)),
                        },
                        Op::JumpIfNone(target) => {
                            if frame.peek(1).is_none() {
                                frame.pc = target as usize;
                            }
                        }
                        Op::BuildTuple(n) => {
                            let items = frame.pop_many(n as usize);
                            let tuple = self.tuple(items);
                            frame.push(tuple);
                        }
                        Op::BuildList(n) => {
                            let items = frame.pop_many(n as usize);
                            let list = self.list(items);
                            frame.push(list);
                        }
                        Op::BuildSet => {
                            let set = Set::new(&self.heap, Table::for_set(), false);
                            frame.push(Value::Set(Rc::new(set)));
                        }
                        Op::ConstantSet => {
                            if let Value::Set(set) = frame.peek(1) {
                                set.change(|table| *table = sets::of_constant(table));
                            }
                        }
                        Op::BuildMap(n) => {
                            let parts = frame.pop_many(2 * n as usize);
                            follow!(self.build_map(parts), Then::Push);
                        }
                        Op::BuildSlice(n) => {
                            let step = if n == 3 { frame.pop() } else { Value::None };
                            let stop = frame.pop();
                            let start = frame.pop();
                            frame.push(Value::Slice(Rc::new(Slice { start, stop, step })));
                        }
                        Op::BuildString(n) => {
                            let parts = frame.pop_many(n as usize);
                            let text = attempt!(self.join_parts(&parts));
                            frame.push(text);
                        }
                        Op::ListAppend(n) => {
                            let value = frame.pop();
                            if let Value::List(list) = frame.peek(n as usize) {
                                list.push(value);
                            }
                            if self.heap.is_full() {
                                fail!(Fault::memory());
                            }
                        }
                        Op::SetAdd(n) => {
                            let value = frame.pop();
                            let set = frame.peek(n as usize).clone();
                            follow!(self.set_add(&set, value), Then::Discard);
                        }
                        Op::SetUpdate => {
                            let items = frame.pop();
                            let args = Args::new(vec![frame.peek(1).clone(), items]);
                            follow!(
                                self.call(&Value::Native(&sets::UPDATE), args),
                                Then::Discard
                            );
                        }
                        Op::MapAdd(n) => {
                            let value = frame.pop();
                            let key = frame.pop();
                            let dict = frame.peek(n as usize).clone();
                            follow!(self.set_item(&dict, &key, value), Then::Discard);
                        }
                        Op::ListToTuple => {
                            if let Value::List(list) = frame.pop() {
                                let tuple = self.tuple(list.items().clone());
                                frame.push(tuple);
                            }
                        }
                        Op::DictUpdate => {
                            let mapping = frame.pop();
                            let dict = frame.peek(1).clone();
                            follow!(self.dict_update(&dict, &mapping), Then::Discard);
                        }
                        Op::DictMerge => {
                            let mapping = frame.pop();
                            let dict = frame.peek(1).clone();
                            let callee = frame.peek(3).clone();
                            follow!(self.dict_merge(&callee, &dict, &mapping), Then::Discard);
                        }
                        Op::Format { conversion, spec } => {
                            let spec = spec.then(|| frame.pop());
                            let value = frame.pop();
                            follow!(self.format_value(&value, conversion, spec), Then::Push);
                        }
                        Op::GetIter => {
                            let value = frame.pop();
                            follow!(self.get_iter(&value), Then::Push);
                        }
                        Op::GetIterStar => {
                            let value = frame.pop();
                            follow!(self.get_iter_star(&value), Then::Push);
                        }
                        Op::GetIterCall => {
                            let value = frame.pop();
                            let callee = frame.peek(2).clone();
                            follow!(self.get_iter_call(&callee, &value), Then::Push);
                        }
                        Op::ForIter(end) => match frame.peek(1) {
                            Value::Iter(iter) => match iter.advance() {
                                Ok(Some(value)) => frame.push(value),
                                Ok(None) => {
                                    drop(frame.pop());
                                    frame.pc = end as usize;
                                }
                                Err(fault) => fail!(fault),
                            },
                            _ => {
                                let iterator = frame.peek(1).clone();
                                follow!(self.next_of(&iterator, Then::For(end)), Then::For(end));
                            }
                        },
                        Op::Unpack(n) => {
                            let value = frame.pop();
                            match self.unpack(&value, n as usize) {
                                Ok(items) => frame.slots.extend(items.into_iter().rev()),
                                Err(Fault::NeedsPython) => {
                                    let count = Value::Int(i64::from(n));
                                    let flow = self.prelude_call("unpack", vec![value, count]);
                                    frame.pc -= 1;
                                    follow!(flow, Then::Push);
                                }
                                Err(fault) => fail!(fault),
                            }
                        }
                        Op::UnpackStar { before, after } => {
                            let value = frame.pop();
                            match self.unpack_star(&value, before.into(), after.into()) {
                                Ok(items) => frame.slots.extend(items.into_iter().rev()),
                                Err(Fault::NeedsPython) => {
                                    let flow = self.prelude_call("new_list", vec![value]);
                                    frame.pc -= 1;
                                    follow!(flow, Then::Push);
                                }
                                Err(fault) => fail!(fault),
                            }
                        }
                        Op::Call(n) => {
                            let args = Args::new(frame.pop_many(n as usize));
                            let callee = frame.pop();
                            go!(self.call_from(&mut frame, &callee, args));
                        }
                        Op::CallKeywords { count, names } => {
                            let values = frame.pop_many(count.into());
                            let names = constant_names(&frame, names);
                            let callee = frame.pop();
                            go!(self.call_from(&mut frame, &callee, Args { values, names }));
                        }
                        Op::CallSpread(keywords) => {
                            let args = attempt!(spread_args(&mut frame, keywords));
                            let callee = frame.pop();
                            go!(self.call_from(&mut frame, &callee, args));
                        }
                        Op::CallMethod(n) => {
                            let n = n as usize;
                            if matches!(frame.peek(n + 2), Value::Unbound) {
                                let args = Args::new(frame.pop_many(n));
                                let callee = frame.pop();
                                frame.pop();
                                go!(self.call_from(&mut frame, &callee, args));
                            }
                            let args = Args::new(frame.pop_many(n + 1));
                            let callee = frame.pop();
                            go!(self.call_from(&mut frame, &callee, args));
                        }
                        Op::MakeFunction { code, parts } => {
                            let function = self.make_function(&mut frame, code, parts);
                            frame.push(function);
                        }
                        Op::BuildClass { count, names } => {
                            let values = frame.pop_many(count.into());
                            let names = match names {
                                u16::MAX => Vec::new(),
                                names => constant_names(&frame, names),
                            };
                            let name = frame.pop();
                            let body = frame.pop();
                            follow!(
                                self.build_class(&body, &name, Args { values, names }),
                                Then::Push
                            );
                        }
                        Op::BuildClassSpread(keywords) => {
                            let args = attempt!(spread_args(&mut frame, keywords));
                            let name = frame.pop();
                            let body = frame.pop();
                            follow!(self.build_class(&body, &name, args), Then::Push);
                        }
                        // What was dropped here is dealt with here.
                        Op::Return if self.heap.has_orphans() => {
                            frame.pc -= 1;
                            if let Some(next) = self.adopt_orphan(&mut frame) {
                                go!(next);
                            }
                        }
                        Op::Return => {
                            let value = frame.pop();
                            go!(self.complete(&mut frame, Ok(value)));
                        }
                        Op::GetAwaitable => {
                            let value = frame.pop();
                            follow!(self.get_awaitable(&value), Then::Push);
                        }
                        Op::GetYieldFrom => {
                            let value = frame.pop();
                            follow!(self.get_yield_from(&value), Then::Push);
                        }
                        Op::Send(end) => {
                            let value = frame.pop();
                            let iterator = frame.peek(1).clone();
                            follow!(self.send_to(&iterator, value, end), Then::Send(end));
                        }
                        Op::Yield => {
                            let value = frame.pop();
                            match self.stack.pop() {
                                Some(Activation::Frame(caller)) => {
                                    let asleep = std::mem::replace(&mut frame, caller);
                                    go!(self.yielded(&mut frame, asleep, value));
                                }
                                Some(outer) => {
                                    self.stack.push(outer);
                                    self.task_yielded(frame, value);
                                    return None;
                                }
                                // A module's body sleeps only inside an event loop.
                                None => return Some(Status::Done),
                            }
                        }
                        Op::YieldAsync => {
                            let value = frame.pop();
                            match self.stack.pop() {
                                Some(Activation::Frame(caller)) => {
                                    let asleep = std::mem::replace(&mut frame, caller);
                                    go!(self.yielded_async(&mut frame, asleep, value));
                                }
                                outer => {
                                    self.stack.extend(outer);
                                    return None;
                                }
                            }
                        }
                        Op::GetAsyncIter => {
                            let value = frame.pop();
                            follow!(self.get_async_iter(&value), Then::Push);
                        }
                        Op::GetAsyncNext => {
                            let iterator = frame.peek(1).clone();
                            follow!(self.get_async_next(&iterator), Then::Push);
                        }
                        Op::EndAsyncFor => {
                            let raised = frame.pop();
                            drop(frame.pop());
                            if let Value::Instance(exception) = raised
                                && !exception.class().is_exception(Kind::StopAsyncIteration)
                            {
                                go!(self.reraise(&mut frame, exception));
                            }
                        }
                        Op::SetupTry(target) => {
                            let slots = frame.slots.len();
                            frame
                                .tries
                                .push(crate::python::object::TryBlock { target, slots });
                        }
                        Op::SetupTryBelow(target) => {
                            let slots = frame.slots.len() - 1;
                            frame
                                .tries
                                .push(crate::python::object::TryBlock { target, slots });
                        }
                        Op::PopTry => drop(frame.tries.pop()),
                        Op::PushException => {
                            let raised = match frame.pop() {
                                Value::Instance(exception) => Some(exception),
                                _ => None,
                            };
                            let previous = std::mem::replace(&mut frame.handled, raised);
                            frame.push(previous.map_or(Value::None, Value::Instance));
                        }
                        Op::PopException => {
                            frame.handled = match frame.pop() {
                                Value::Instance(exception) => Some(exception),
                                _ => None,
                            };
                        }
                        Op::LoadException => {
                            let handled = frame.handled.clone();
                            frame.push(handled.map_or(Value::None, Value::Instance));
                        }
                        Op::ExceptionMatches => {
                            let class = frame.pop();
                            let found = attempt!(self.exception_matches(&frame, &class));
                            frame.push(Value::Bool(found));
                        }
                        Op::Reraise => {
                            if let Value::Instance(exception) = frame.pop() {
                                // Raising again stands in no line, as in CPython: the
                                // handler's is reached anew, even where it is the same.
                                frame.line = 0;
                                go!(self.reraise(&mut frame, exception));
                            }
                        }
                        Op::Raise(n) => {
                            let cause = (n > 1).then(|| frame.pop());
                            let raised = (n > 0).then(|| frame.pop());
                            go!(self.raise_statement(&mut frame, raised, cause));
                        }
                        Op::ExceptionGroupMatch => {
                            let class = frame.pop();
                            let rest = frame.pop();
                            let (matched, rest) = attempt!(self.group_match(&rest, &class));
                            frame.push(rest);
                            frame.push(matched);
                        }
                        Op::ExceptionGroupRest => {
                            let rest = frame.pop();
                            let raised = frame.pop();
                            let outcome = self.group_rest(&frame, &raised, rest);
                            frame.push(outcome);
                        }
                        Op::LoadAssertionError => {
                            let class = self.types.exception(Kind::AssertionError).clone();
                            frame.push(Value::Class(class));
                        }
                        Op::BeforeWith => {
                            let manager = frame.pop();
                            let (enter, exit) = attempt!(self.manager_methods(&manager, false));
                            frame.push(exit);
                            frame.push(enter);
                        }
                        Op::BeforeAsyncWith => {
                            let manager = frame.pop();
                            let (enter, exit) = attempt!(self.manager_methods(&manager, true));
                            frame.push(exit);
                            frame.push(enter);
                        }
                        Op::ExitWithException => {
                            let exit = frame.peek(2).clone();
                            let args = match &frame.handled {
                                Some(raised) => vec![
                                    Value::Class(raised.class()),
                                    Value::Instance(raised.clone()),
                                    self.traceback_object(raised),
                                ],
                                None => vec![Value::None, Value::None, Value::None],
                            };
                            go!(self.call_from(&mut frame, &exit, Args::new(args)));
                        }
                        Op::ImportName(name) => {
                            let name = frame.code.names[name as usize].clone();
                            follow!(self.import(&name), Then::Push);
                        }
                        Op::ImportFrom(name) => {
                            let module = frame.peek(1).clone();
                            let name = frame.code.names[name as usize].clone();
                            let value = attempt!(self.import_from(&module, &name));
                            frame.push(value);
                        }
                        Op::ImportStar => {
                            let module = frame.pop();
                            let namespace =
                                frame.namespace.as_ref().unwrap_or(&frame.globals).clone();
                            self.import_star(&module, &namespace);
                        }
                        Op::MatchSequence => {
                            let found = match frame.peek(1).native() {
                                Value::List(_) | Value::Tuple(_) | Value::Range(_) => true,
                                // The library's own, and those derived from them.
                                Value::Instance(instance) => {
                                    let name = self.names.intern("__match_sequence__");
                                    instance.class.borrow().lookup(&name).is_some()
                                }
                                _ => false,
                            };
                            frame.push(Value::Bool(found));
                        }
                        Op::MatchMapping => {
                            let found = matches!(frame.peek(1).native(), Value::Dict(_));
                            frame.push(Value::Bool(found));
                        }
                        Op::MatchKeys => {
                            let values = attempt!(self.match_keys(frame.peek(2), frame.peek(1)));
                            frame.push(values);
                        }
                        Op::MatchRest => {
                            let keys = frame.pop();
                            let subject = frame.pop();
                            let rest = attempt!(self.match_rest(&subject, &keys));
                            frame.push(rest);
                        }
                        Op::MatchClass(count) => {
                            let names = frame.pop();
                            let class = frame.pop();
                            let subject = frame.pop();
                            follow!(
                                self.match_class(&subject, &class, &names, count as usize),
                                Then::Push
                            );
                        }
                        Op::Length => {
                            let value = frame.peek(1).clone();
                            follow!(self.length(&value), Then::Push);
                        }
                    }
                    continue 'instruction;
                };
                match (flow, then) {
                    (Ok(Flow::Value(value)), Then::Push) => {
                        frame.push(value);
                        continue 'instruction;
                    }
                    (Ok(Flow::Value(_)), Then::Discard) => continue 'instruction,
                    (flow, then) => self.follow(&mut frame, flow, then),
                }
            };
            match next {
                Next::Continue => {}
                Next::Leave(status) => return status,
                Next::Stop(status) => {
                    self.stack.push(Activation::Frame(frame));
                    return Some(status);
                }
            }
        }
    }

    /// Counts a step; answers where the machine must stop or do something
    /// between two instructions.
    #[inline]
    fn tick(&mut self, frame: &mut Box<Frame>) -> Option<Next> {
        if self.budget == 0 {
            return Some(Next::Stop(Status::OutOfBudget));
        }
        self.budget = (self.budget - 1).saturating_sub(self.heap.steps_worked());
        if !self.fill_pits() {
            return Some(Next::Stop(Status::OutOfBudget));
        }
        if self.heap.is_full() {
            return Some(self.raise(frame, Fault::memory()));
        }
        if self.heap.has_orphans() {
            return self.adopt_orphan(frame);
        }
        None
    }

    fn make_function(&mut self, frame: &mut Frame, code: u16, parts: u16) -> Value {
        let cells = match parts & function_parts::CELLS {
            0 => Vec::new(),
            _ => match frame.pop() {
                Value::Tuple(cells) => cells
                    .items
                    .iter()
                    .filter_map(|cell| match cell {
                        Value::Cell(cell) => Some(cell.clone()),
                        _ => None,
                    })
                    .collect(),
                _ => Vec::new(),
            },
        };
        let code = match &frame.code.constants[usize::from(code)] {
            Value::Code(code) => code.clone(),
            _ => frame.code.clone(),
        };
        let annotations = match parts & function_parts::ANNOTATIONS {
            0 => None,
            _ => match frame.pop() {
                Value::Dict(dict) => Some(dict),
                _ => None,
            },
        };
        let keyword_defaults = match parts & function_parts::KEYWORD_DEFAULTS {
            0 => Vec::new(),
            _ => match frame.pop() {
                Value::Dict(dict) => {
                    let first = code.parameters.positional as usize;
                    code.locals[first..first + code.parameters.keyword_only as usize]
                        .iter()
                        .map(|name| dict.get_name(name).unwrap_or(Value::Unbound))
                        .collect()
                }
                _ => Vec::new(),
            },
        };
        let defaults = match parts & function_parts::DEFAULTS {
            0 => Vec::new(),
            _ => match frame.pop() {
                Value::Tuple(tuple) => tuple.items.clone(),
                _ => Vec::new(),
            },
        };
        Value::Function(Rc::new(Function {
            name: code.name.clone().into(),
            qualified_name: code.qualified_name.clone().into(),
            globals: frame.globals.clone(),
            defaults: defaults.into(),
            keyword_defaults,
            cells,
            annotations: annotations.into(),
            attributes: Default::default(),
            charge: self.heap.charge(size_of::<Function>()),
            code,
        }))
    }
}

/// Whether a value counts as true; `None` where its class must be asked.
#[inline]
pub(crate) fn truth(value: &Value) -> Option<bool> {
    Some(match value {
        Value::Bool(value) => *value,
        Value::None => false,
        Value::Int(value) => *value != 0,
        Value::Float(value) => *value != 0.0,
        Value::Str(text) => text.length() > 0,
        Value::Bytes(bytes) => !bytes.bytes.is_empty(),
        Value::List(list) => !list.is_empty(),
        Value::Tuple(tuple) => !tuple.items.is_empty(),
        Value::Dict(dict) => !dict.table().is_empty(),
        Value::Set(set) => !set.table().is_empty(),
        Value::Range(range) => range.len() > 0,
        Value::View(view) => !view.dict.table().is_empty(),
        Value::Instance(_) => return None,
        _ => true,
    })
}

fn constant_names(frame: &Frame, index: u16) -> Vec<Rc<crate::python::object::Str>> {
    match &frame.code.constants[usize::from(index)] {
        Value::Tuple(names) => names
            .items
            .iter()
            .filter_map(|name| name.as_str().cloned())
            .collect(),
        _ => Vec::new(),
    }
}

/// The arguments of `f(*args, **kwargs)`.
fn spread_args(frame: &mut Frame, keywords: bool) -> Result<Args, Fault> {
    let named = keywords.then(|| frame.pop());
    let mut args = match frame.pop() {
        Value::Tuple(tuple) => Args::new(tuple.items.clone()),
        _ => Args::default(),
    };
    if let Some(Value::Dict(named)) = named {
        for entry in named.table().iter() {
            let Value::Str(name) = &entry.key else {
                return Err(Fault::type_error("keywords must be strings"));
            };
            args.names.push(name.clone());
            args.values.push(entry.value.clone());
        }
    }
    Ok(args)
}

fn unbound_local(frame: &Frame, slot: u32) -> Fault {
    let name = frame.code.locals[slot as usize].text();
    Fault::new(
        Kind::UnboundLocalError,
        format_args!(
            "cannot access local variable '{name}' where it is not associated with a value"
        ),
    )
}

fn unbound_cell(frame: &Frame, cell: u32) -> Fault {
    let name = frame.code.cells[cell as usize].text();
    if cell < frame.code.own_cells {
        return Fault::new(
            Kind::UnboundLocalError,
            format_args!(
                "cannot access local variable '{name}' where it is not associated with a value"
            ),
        );
    }
    Fault::new(
        Kind::NameError,
        format_args!(
            "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
        ),
    )
}

/// Whether calling that code gives something that sleeps.
pub(super) fn sleeps(kind: CodeKind) -> bool {
    kind != CodeKind::Plain
}
