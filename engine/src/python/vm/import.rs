//! Modules: some in Rust, most in Python, compiled at their first import.

use std::rc::Rc;

use super::Vm;
use crate::python::builtins;
use crate::python::fault::{Fault, Kind, Try};
use crate::python::object::{Dict, Flow, Frame, Module, Str, Then, Value, Wish};

impl Vm {
    /// `import name`
    pub(crate) fn import(&mut self, name: &Rc<Str>) -> Try<Flow> {
        if let Some(module) = self.modules.get(name.text()) {
            return Ok(module.clone().into());
        }
        let Some((module, source)) = self.begin_module(name) else {
            // A package is imported before what is in it.
            let whole = name.text();
            let package = whole.split('.').next().unwrap_or(whole);
            let message = match package != whole && builtins::module_source(package).is_some() {
                true => format!("No module named '{whole}'; '{package}' is not a package"),
                false => format!("No module named '{package}'"),
            };
            return Err(Fault::new(Kind::ModuleNotFoundError, message));
        };
        let value = Value::Module(module.clone());
        if source.is_empty() {
            return Ok(value.into());
        }
        let frame = self.library_frame(name.text(), source, module.namespace.clone())?;
        Ok(Wish::Enter {
            frame,
            then: Then::Instance(value),
        }
        .into())
    }

    /// Imports a module before the program starts, so that compiling the
    /// library is none of its time.
    pub(crate) fn preload(&mut self, name: &str) {
        let name = self.names.intern(name);
        if !self.modules.contains_key(name.text())
            && let Some((module, source)) = self.begin_module(&name)
            && !source.is_empty()
        {
            self.run_library(name.text(), source, module.namespace.clone());
        }
    }

    /// A module with what of it is in Rust, and the Python text of the rest.
    fn begin_module(&mut self, name: &Rc<Str>) -> Option<(Rc<Module>, &'static str)> {
        let source = builtins::module_source(name.text())?;
        let module = Rc::new(Module::new(&self.heap, name.clone()));
        module
            .namespace
            .set_name(&self.known.name, Value::Str(name.clone()));
        builtins::fill_module(self, name.text(), &module.namespace);
        let value = Value::Module(module.clone());
        self.join_package(name.text(), &value, &module.namespace);
        self.modules.insert(name.text().into(), value);
        Some((module, source))
    }

    /// A module is an attribute of its package, whichever came first.
    fn join_package(&self, name: &str, module: &Value, namespace: &Dict) {
        if let Some((package, last)) = name.rsplit_once('.')
            && let Some(Value::Module(package)) = self.modules.get(package)
        {
            let last = self.names.intern(last);
            package.namespace.set_name(&last, module.clone());
        }
        for (other, part) in &self.modules {
            let last = other
                .strip_prefix(name)
                .and_then(|rest| rest.strip_prefix('.'));
            if let Some(last) = last {
                namespace.set_name(&self.names.intern(last), part.clone());
            }
        }
    }

    /// A frame that runs a text of the library in a namespace.
    pub(crate) fn library_frame(
        &mut self,
        name: &str,
        text: &str,
        globals: Rc<Dict>,
    ) -> Try<Box<Frame>> {
        let code = self.library.code(name, text)?;
        Ok(Frame::new(code, globals))
    }

    /// Runs a text of the library to its end, at the machine's start.
    pub(crate) fn run_library(&mut self, name: &str, text: &str, globals: Rc<Dict>) {
        let stack = std::mem::take(&mut self.stack);
        let budget = std::mem::replace(&mut self.budget, u64::MAX);
        match self.library_frame(name, text, globals) {
            Ok(frame) => {
                let _ = self.execute(frame);
            }
            Err(fault) => {
                let exception = self.exception_from(fault);
                self.report_failure(&exception);
            }
        }
        self.stack = stack;
        self.budget = budget;
    }

    /// `from module import name`
    pub(super) fn import_from(&mut self, module: &Value, name: &Rc<Str>) -> Try<Value> {
        let Value::Module(module) = module else {
            return Ok(Value::None);
        };
        if let Some(value) = module.namespace.get_name(name) {
            return Ok(value);
        }
        let whole = format!("{}.{}", module.name.text(), name.text());
        if let Some(value) = self.modules.get(whole.as_str()) {
            return Ok(value.clone());
        }
        Err(Fault::new(
            Kind::ImportError,
            format_args!(
                "cannot import name '{}' from '{}' (unknown location)",
                name.text(),
                module.name.text()
            ),
        ))
    }

    pub(super) fn import_star(&mut self, module: &Value, namespace: &Dict) {
        let Value::Module(module) = module else {
            return;
        };
        let names: Vec<_> = module
            .namespace
            .table()
            .iter()
            .filter_map(|entry| match &entry.key {
                Value::Str(name) if !name.text().starts_with('_') => {
                    Some((name.clone(), entry.value.clone()))
                }
                _ => None,
            })
            .collect();
        for (name, value) in names {
            namespace.set_name(&name, value);
        }
    }
}
