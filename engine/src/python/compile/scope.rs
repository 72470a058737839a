//! Which variable each name means: a pass over the tree before any bytecode.
//!
//! As in the Python reference, "Resolution of names": a name bound anywhere in
//! a function is local to all of it; functions see the variables of the
//! functions around them, not those of classes.

use std::collections::HashMap;

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::python::diagnostic::Refusal;
use crate::python::source::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScopeKind {
    Module,
    Function,
    Class,
    Comprehension,
}

/// Where a name's value is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Local,
    /// A cell of this scope or, where it is free, of one around it.
    Cell,
    Global,
    /// A name of a class body that is no function's variable.
    Namespace,
    /// A name of a class body that a function around it has too.
    NamespaceOrCell,
}

#[derive(Clone, Copy, Debug, Default)]
struct Uses {
    bound: bool,
    parameter: bool,
    global: bool,
    nonlocal: bool,
    /// An inner function uses it: it lives in a cell.
    captured: bool,
    /// It is the variable of a function around this one.
    free: bool,
}

#[derive(Debug)]
pub(super) struct Scope {
    pub(super) kind: ScopeKind,
    parent: Option<usize>,
    /// In order of first appearance; parameters first.
    names: Vec<(String, Uses)>,
    index: HashMap<String, usize>,
    pub(super) has_yield: bool,
    /// It holds an `await`, or an asynchronous comprehension.
    pub(super) has_await: bool,
    pub(super) is_async: bool,
}

impl Scope {
    fn new(kind: ScopeKind, parent: Option<usize>) -> Self {
        Scope {
            kind,
            parent,
            names: Vec::new(),
            index: HashMap::new(),
            has_yield: false,
            has_await: false,
            is_async: false,
        }
    }

    fn uses(&mut self, name: &str) -> &mut Uses {
        let at = match self.index.get(name) {
            Some(&at) => at,
            None => {
                self.names.push((name.to_owned(), Uses::default()));
                self.index.insert(name.to_owned(), self.names.len() - 1);
                self.names.len() - 1
            }
        };
        &mut self.names[at].1
    }

    fn get(&self, name: &str) -> Uses {
        match self.index.get(name) {
            Some(&at) => self.names[at].1,
            None => Uses::default(),
        }
    }

    fn is_function(&self) -> bool {
        matches!(self.kind, ScopeKind::Function | ScopeKind::Comprehension)
    }

    /// Where a name's value is kept.
    pub(super) fn place(&self, name: &str) -> Place {
        let uses = self.get(name);
        match self.kind {
            _ if uses.global => Place::Global,
            ScopeKind::Module => Place::Global,
            ScopeKind::Class if uses.nonlocal => Place::Cell,
            ScopeKind::Class if uses.free => Place::NamespaceOrCell,
            ScopeKind::Class => Place::Namespace,
            _ if uses.free || uses.captured => Place::Cell,
            _ if uses.bound => Place::Local,
            _ => Place::Global,
        }
    }

    /// Names of the slots: parameters and other locals.
    pub(super) fn locals(&self) -> impl Iterator<Item = &str> {
        let function = self.is_function();
        self.names
            .iter()
            .filter(move |(name, uses)| {
                function && (uses.parameter || self.place(name) == Place::Local)
            })
            .map(|(name, _)| name.as_str())
    }

    /// Names of this scope's own cells.
    pub(super) fn own_cells(&self) -> impl Iterator<Item = &str> {
        self.names
            .iter()
            .filter(|(_, uses)| uses.captured && !uses.free)
            .map(|(name, _)| name.as_str())
    }

    /// Names of the cells that come from the functions around.
    pub(super) fn free_cells(&self) -> impl Iterator<Item = &str> {
        self.names
            .iter()
            .filter(|(_, uses)| uses.free)
            .map(|(name, _)| name.as_str())
    }
}

/// What makes a scope of a node; one text range may hold several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum NodeKind {
    Function,
    Lambda,
    Class,
    Comprehension,
}

/// All scopes of a program.
#[derive(Debug)]
pub(super) struct Scopes {
    scopes: Vec<Scope>,
    of_node: HashMap<(TextRange, NodeKind), usize>,
}

impl Scopes {
    /// Errors: a `global` or `nonlocal` that cannot be.
    pub(super) fn of_module(body: &[Stmt]) -> Result<Self, (Refusal, Span)> {
        let mut builder = Builder {
            scopes: vec![Scope::new(ScopeKind::Module, None)],
            of_node: HashMap::new(),
            current: 0,
            lazy_annotations: lazy_annotations(body),
            error: None,
            class: None,
        };
        builder.visit_body(body);
        if let Some(error) = builder.error {
            return Err(error);
        }
        let mut scopes = Scopes {
            scopes: builder.scopes,
            of_node: builder.of_node,
        };
        scopes.resolve();
        Ok(scopes)
    }

    pub(super) fn get(&self, id: usize) -> &Scope {
        &self.scopes[id]
    }

    /// The scope that a node makes.
    pub(super) fn of_node(&self, range: TextRange, kind: NodeKind) -> usize {
        self.of_node.get(&(range, kind)).copied().unwrap_or(0)
    }

    fn resolve(&mut self) {
        for id in 0..self.scopes.len() {
            let names: Vec<(String, Uses)> = self.scopes[id].names.clone();
            for (name, uses) in names {
                let own = uses.bound && !uses.nonlocal && self.scopes[id].is_function();
                if own || uses.global || self.scopes[id].kind == ScopeKind::Module {
                    continue;
                }
                // A class's own binding hides nothing from the functions
                // around, but reading it may fall through to them.
                if self.scopes[id].kind == ScopeKind::Class && uses.bound && !uses.nonlocal {
                    continue;
                }
                self.capture(id, &name);
            }
        }
    }

    /// Finds the function around `id` that has the variable, and makes every
    /// scope between pass its cell on.
    fn capture(&mut self, id: usize, name: &str) {
        let mut between = vec![id];
        let mut next = self.scopes[id].parent;
        while let Some(around) = next {
            let scope = &self.scopes[around];
            let uses = scope.get(name);
            let class_cell = scope.kind == ScopeKind::Class && name == "__class__";
            if (scope.is_function() || class_cell) && uses.bound && !uses.nonlocal {
                if uses.global {
                    return;
                }
                self.scopes[around].uses(name).captured = true;
                for id in between {
                    self.scopes[id].uses(name).free = true;
                }
                return;
            }
            if scope.is_function() && uses.global {
                return;
            }
            if scope.kind != ScopeKind::Module {
                between.push(around);
            }
            next = scope.parent;
        }
    }
}

struct Builder {
    scopes: Vec<Scope>,
    of_node: HashMap<(TextRange, NodeKind), usize>,
    current: usize,
    /// Annotations are text: no name in them is looked up.
    lazy_annotations: bool,
    /// The innermost class, for its private names.
    class: Option<String>,
    error: Option<(Refusal, Span)>,
}

impl Builder {
    fn scope(&mut self) -> &mut Scope {
        &mut self.scopes[self.current]
    }

    fn bind(&mut self, name: &str) {
        self.scope().uses(name).bound = true;
    }

    /// Visits in a new scope.
    fn within(
        &mut self,
        range: TextRange,
        node: NodeKind,
        kind: ScopeKind,
        visit: impl FnOnce(&mut Self),
    ) {
        let id = self.scopes.len();
        self.scopes.push(Scope::new(kind, Some(self.current)));
        self.of_node.insert((range, node), id);
        let outer = std::mem::replace(&mut self.current, id);
        visit(self);
        self.current = outer;
    }

    fn parameters(&mut self, parameters: &ast::Parameters) {
        for name in parameter_names(parameters) {
            let twice = {
                let uses = self.scope().uses(name.as_str());
                std::mem::replace(&mut uses.parameter, true)
            };
            self.bind(name.as_str());
            if twice {
                self.refuse(
                    Refusal::DuplicateArgument(name.as_str().to_owned()),
                    name.range(),
                );
            }
        }
    }

    fn refuse(&mut self, refusal: Refusal, range: TextRange) {
        self.error.get_or_insert((refusal, range.into()));
    }

    /// What is evaluated around a function: defaults and annotations.
    fn function_surroundings(&mut self, parameters: &ast::Parameters, returns: Option<&Expr>) {
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = &parameter.default {
                self.visit_expr(default);
            }
        }
        if !self.lazy_annotations {
            for (_, annotation) in annotations(parameters, returns) {
                self.visit_expr(annotation);
            }
        }
    }

    fn comprehension(
        &mut self,
        range: TextRange,
        generators: &[ast::Comprehension],
        is_generator: bool,
        elements: &[&Expr],
    ) {
        let Some(first) = generators.first() else {
            return;
        };
        // The first iterable belongs to the scope around.
        self.visit_expr(&first.iter);
        let around = self.current;
        let mut asynchronous = false;
        self.within(
            range,
            NodeKind::Comprehension,
            ScopeKind::Comprehension,
            |this| {
                let uses = this.scope().uses(".0");
                uses.parameter = true;
                uses.bound = true;
                for (index, generator) in generators.iter().enumerate() {
                    asynchronous |= generator.is_async;
                    this.visit_expr(&generator.target);
                    if index > 0 {
                        this.visit_expr(&generator.iter);
                    }
                    for condition in &generator.ifs {
                        this.visit_expr(condition);
                    }
                }
                for element in elements {
                    this.visit_expr(element);
                }
                this.scope().has_await |= asynchronous;
                asynchronous = this.scope().has_await;
            },
        );
        if asynchronous && !is_generator {
            self.scopes[around].has_await = true;
        }
    }
}

/// A function's parameters in the order of their slots.
pub(super) fn parameter_names(parameters: &ast::Parameters) -> Vec<&ast::Identifier> {
    let plain = parameters.posonlyargs.iter().chain(&parameters.args);
    plain
        .chain(&parameters.kwonlyargs)
        .map(|parameter| &parameter.parameter.name)
        .chain(parameters.vararg.iter().map(|rest| &rest.name))
        .chain(parameters.kwarg.iter().map(|rest| &rest.name))
        .collect()
}

/// Whether the program keeps its annotations as text: `from __future__ import
/// annotations`.
pub(super) fn lazy_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|stmt| match stmt {
        Stmt::ImportFrom(import) => {
            let named = |name: &ast::Alias| name.name.as_str() == "annotations";
            import.module.as_deref() == Some("__future__") && import.names.iter().any(named)
        }
        _ => false,
    })
}

/// What a function's header says about its parameters and its result, in
/// CPython's order.
pub(super) fn annotations<'e>(
    parameters: &'e ast::Parameters,
    returns: Option<&'e Expr>,
) -> Vec<(&'e str, &'e Expr)> {
    let plain = parameters.posonlyargs.iter().chain(&parameters.args);
    plain
        .map(|parameter| &parameter.parameter)
        .chain(parameters.vararg.as_deref())
        .chain(parameters.kwonlyargs.iter().map(|p| &p.parameter))
        .chain(parameters.kwarg.as_deref())
        .filter_map(|p| Some((p.name.as_str(), p.annotation.as_deref()?)))
        .chain(returns.map(|returns| ("return", returns)))
        .collect()
}

impl<'a> Visitor<'a> for Builder {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => {
                for decorator in &def.decorator_list {
                    self.visit_expr(&decorator.expression);
                }
                self.function_surroundings(&def.parameters, def.returns.as_deref());
                self.bind(def.name.as_str());
                self.within(def.range, NodeKind::Function, ScopeKind::Function, |this| {
                    this.scope().is_async = def.is_async;
                    this.parameters(&def.parameters);
                    this.visit_body(&def.body);
                });
            }
            Stmt::ClassDef(def) => {
                for decorator in &def.decorator_list {
                    self.visit_expr(&decorator.expression);
                }
                if let Some(arguments) = &def.arguments {
                    self.visit_arguments(arguments);
                }
                self.bind(def.name.as_str());
                let outer = self.class.replace(def.name.as_str().to_owned());
                self.within(def.range, NodeKind::Class, ScopeKind::Class, |this| {
                    this.bind("__class__");
                    this.visit_body(&def.body);
                });
                self.class = outer;
            }
            Stmt::Global(global) => {
                for name in &global.names {
                    let uses = *self.scope().uses(name.as_str());
                    if uses.parameter {
                        let name_text = name.as_str().to_owned();
                        self.refuse(Refusal::ParameterAndGlobal(name_text), name.range());
                    } else if uses.bound && self.current != 0 {
                        let name_text = name.as_str().to_owned();
                        self.refuse(Refusal::UsedBeforeGlobal(name_text), name.range());
                    }
                    self.scope().uses(name.as_str()).global = true;
                    self.scopes[0].uses(name.as_str()).bound = true;
                }
            }
            Stmt::Nonlocal(nonlocal) => {
                for name in &nonlocal.names {
                    let name_text = name.as_str().to_owned();
                    let uses = *self.scope().uses(name.as_str());
                    if self.current == 0 {
                        self.refuse(Refusal::NonlocalAtModule, name.range());
                    } else if uses.parameter {
                        self.refuse(Refusal::ParameterAndNonlocal(name_text), name.range());
                    } else if uses.bound {
                        self.refuse(Refusal::UsedBeforeNonlocal(name_text), name.range());
                    } else if !self.bound_around(name.as_str()) {
                        self.refuse(Refusal::NoNonlocal(name_text), name.range());
                    }
                    let uses = self.scope().uses(name.as_str());
                    uses.nonlocal = true;
                    uses.bound = true;
                }
            }
            Stmt::Import(import) => {
                for alias in &import.names {
                    let name = match &alias.asname {
                        Some(name) => name.as_str(),
                        None => alias.name.as_str().split('.').next().unwrap_or_default(),
                    };
                    self.bind(name);
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    self.bind(alias.asname.as_ref().unwrap_or(&alias.name).as_str());
                }
            }
            Stmt::For(loop_) => {
                self.scope().has_await |= loop_.is_async;
                visitor::walk_stmt(self, stmt);
            }
            Stmt::With(with) => {
                self.scope().has_await |= with.is_async;
                visitor::walk_stmt(self, stmt);
            }
            Stmt::AnnAssign(assign) => {
                if !self.lazy_annotations && !self.scope().is_function() {
                    self.visit_expr(&assign.annotation);
                }
                self.visit_expr(&assign.target);
                if let Some(value) = &assign.value {
                    self.visit_expr(value);
                }
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => {
                let id = self.mangled(name.id.as_str());
                match name.ctx {
                    ast::ExprContext::Load => {
                        self.scope().uses(&id);
                        if id == "super" && self.scope().is_function() {
                            self.scope().uses("__class__");
                        }
                    }
                    _ => self.bind(&id),
                }
            }
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.function_surroundings(parameters, None);
                }
                self.within(
                    lambda.range,
                    NodeKind::Lambda,
                    ScopeKind::Function,
                    |this| {
                        if let Some(parameters) = &lambda.parameters {
                            this.parameters(parameters);
                        }
                        this.visit_expr(&lambda.body);
                    },
                );
            }
            Expr::ListComp(comp) => {
                self.comprehension(comp.range, &comp.generators, false, &[&comp.elt])
            }
            Expr::SetComp(comp) => {
                self.comprehension(comp.range, &comp.generators, false, &[&comp.elt])
            }
            Expr::DictComp(comp) => {
                let mut elements: Vec<&Expr> = Vec::new();
                elements.extend(comp.key.as_deref());
                elements.push(&comp.value);
                self.comprehension(comp.range, &comp.generators, false, &elements)
            }
            Expr::Generator(comp) => {
                self.comprehension(comp.range, &comp.generators, true, &[&comp.elt])
            }
            Expr::Named(named) => {
                // Binds in the function around the comprehension.
                self.visit_expr(&named.value);
                if let Expr::Name(name) = &*named.target {
                    let mut target = self.current;
                    while self.scopes[target].kind == ScopeKind::Comprehension {
                        let uses = self.scopes[target].uses(name.id.as_str());
                        uses.nonlocal = true;
                        match self.scopes[target].parent {
                            Some(parent) => target = parent,
                            None => break,
                        }
                    }
                    let to_module = target == 0 || self.scopes[target].get(name.id.as_str()).global;
                    self.scopes[target].uses(name.id.as_str()).bound = true;
                    if to_module {
                        let mut inner = self.current;
                        while inner != target {
                            let uses = self.scopes[inner].uses(name.id.as_str());
                            uses.global = true;
                            uses.nonlocal = false;
                            inner = self.scopes[inner].parent.unwrap_or(target);
                        }
                    }
                }
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                self.scope().has_yield = true;
                visitor::walk_expr(self, expr);
            }
            Expr::Await(_) => {
                self.scope().has_await = true;
                visitor::walk_expr(self, expr);
            }
            _ => visitor::walk_expr(self, expr),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ast::ExceptHandler) {
        let ast::ExceptHandler::ExceptHandler(inner) = handler;
        if let Some(name) = &inner.name {
            self.bind(name.as_str());
        }
        visitor::walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a ast::Pattern) {
        match pattern {
            ast::Pattern::MatchAs(ast::PatternMatchAs { name, .. })
            | ast::Pattern::MatchStar(ast::PatternMatchStar { name, .. }) => {
                if let Some(name) = name {
                    self.bind(name.as_str());
                }
            }
            ast::Pattern::MatchMapping(ast::PatternMatchMapping {
                rest: Some(rest), ..
            }) => self.bind(rest.as_str()),
            _ => {}
        }
        visitor::walk_pattern(self, pattern);
    }
}

impl Builder {
    /// Whether a function around the current scope binds the name.
    fn bound_around(&self, name: &str) -> bool {
        let mut next = self.scopes[self.current].parent;
        while let Some(id) = next {
            let scope = &self.scopes[id];
            if scope.is_function() && scope.get(name).bound {
                return true;
            }
            next = scope.parent;
        }
        false
    }

    fn mangled(&self, name: &str) -> String {
        mangle(self.class.as_deref(), name)
    }
}

/// A class's private name, as in the Python reference, "Private name mangling".
pub(super) fn mangle(class: Option<&str>, name: &str) -> String {
    match class {
        Some(class) if name.starts_with("__") && !name.ends_with("__") => {
            format!("_{}{name}", class.trim_start_matches('_'))
        }
        _ => name.to_owned(),
    }
}
