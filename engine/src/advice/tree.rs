//! What of a program's text its advice needs to know: its functions, its
//! calls, and the loops around them.

use std::ops::RangeInclusive;

use ruff_python_ast::visitor::source_order::{
    SourceOrderVisitor, walk_arguments, walk_expr, walk_stmt,
};
use ruff_python_ast::{
    Comprehension, Expr, ExprContext, ExprDictComp, ExprGenerator, ExprListComp, ExprSetComp, Stmt,
};
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextRange};

use crate::python::guard;

/// Lines of the text, counted from 1.
pub(super) type Lines = RangeInclusive<u32>;

/// A program's functions and calls, in the order of its text.
#[derive(Default)]
pub(super) struct Tree {
    pub(super) functions: Vec<Function>,
    pub(super) calls: Vec<Call>,
    pub(super) loops: Vec<Loop>,
}

pub(super) struct Function {
    pub(super) name: String,
    pub(super) lines: Lines,
    pub(super) is_async: bool,
    /// Its own body has an `await`, an `async for`, an `async with` or a
    /// `yield`: somewhere it may give way.
    pub(super) gives_way: bool,
    /// It has a `while True`.
    pub(super) endless: bool,
}

pub(super) struct Call {
    /// The last name of what is called: `gather`.
    pub(super) name: String,
    /// What stands before its dot: `asyncio`; empty where that is no plain
    /// name.
    pub(super) owner: Option<String>,
    pub(super) lines: Lines,
    /// Whether something is done with its value, or with what awaiting it
    /// gives.
    pub(super) is_used: bool,
    /// Names that its arguments read.
    pub(super) reads: Vec<String>,
    pub(super) keywords: Vec<String>,
    /// The innermost `for` around it within its function: a number of
    /// [`Tree::loops`].
    pub(super) in_loop: Option<usize>,
    /// Whether it stands among the arguments of another call.
    pub(super) is_argument: bool,
}

/// A `for`, as a statement or in a comprehension.
#[derive(Default)]
pub(super) struct Loop {
    /// It may end early: its rounds are tries.
    pub(super) tries: bool,
    /// Names that its body gives values to.
    pub(super) binds: Vec<String>,
}

impl Tree {
    /// Reads a text; of one that does not parse nothing is known.
    pub(super) fn of(source: &str) -> Tree {
        if source.len() > guard::MOST_BYTES || guard::too_deep(source).is_some() {
            return Tree::default();
        }
        let Ok(parsed) = parse_module(source) else {
            return Tree::default();
        };
        let ends = source
            .bytes()
            .enumerate()
            .filter(|(_, byte)| *byte == b'\n');
        let mut reader = Reader {
            ends: ends.map(|(at, _)| at).collect(),
            tree: Tree::default(),
            functions: Vec::new(),
            loops: Vec::new(),
            reads: Vec::new(),
            unused: TextRange::default(),
            depth: 0,
        };
        reader.visit_body(&parsed.syntax().body);
        reader.tree
    }

    /// The calls of a function of that name of which a part stands on `line`.
    pub(super) fn calls_on(&self, line: u32, name: &str) -> impl Iterator<Item = &Call> {
        self.calls
            .iter()
            .filter(move |call| call.lines.contains(&line) && call.name == name)
    }

    /// The innermost function around `line`.
    pub(super) fn function_at(&self, line: u32) -> Option<&Function> {
        let mut around = self
            .functions
            .iter()
            .filter(|one| one.lines.contains(&line));
        around.next_back()
    }

    /// Whether `is` holds for all `async def` of that name; false where there
    /// is none.
    pub(super) fn all_named(&self, name: &str, is: impl Fn(&Function) -> bool) -> bool {
        let mut named = self
            .functions
            .iter()
            .filter(|one| one.is_async && one.name == name)
            .peekable();
        named.peek().is_some() && named.all(is)
    }
}

struct Reader {
    /// Where each line ends.
    ends: Vec<usize>,
    tree: Tree,
    /// The functions around, and the loops around within the innermost one.
    functions: Vec<usize>,
    loops: Vec<Option<usize>>,
    /// Names read so far.
    reads: Vec<String>,
    /// An expression whose value nobody uses.
    unused: TextRange,
    /// Calls around.
    depth: usize,
}

impl Reader {
    fn line(&self, at: usize) -> u32 {
        let line = self.ends.partition_point(|end| *end < at) + 1;
        u32::try_from(line).unwrap_or(u32::MAX)
    }

    fn lines(&self, range: TextRange) -> Lines {
        self.line(range.start().to_usize())..=self.line(range.end().to_usize())
    }

    fn function(&mut self) -> Option<&mut Function> {
        self.tree.functions.get_mut(*self.functions.last()?)
    }

    fn gives_way(&mut self) {
        if let Some(function) = self.function() {
            function.gives_way = true;
        }
    }

    /// Whatever is walked in it stands in that loop; in none that counts,
    /// where it is asynchronous or a `while`.
    fn within_loop(&mut self, counts: bool, walk: impl FnOnce(&mut Self)) {
        let number = counts.then_some(self.tree.loops.len());
        if counts {
            self.tree.loops.push(Loop::default());
        }
        self.loops.push(number);
        walk(self);
        self.loops.pop();
    }

    /// The loops around end here.
    fn tries(&mut self) {
        for number in self.loops.iter().flatten() {
            self.tree.loops[*number].tries = true;
        }
    }
}

impl<'a> SourceOrderVisitor<'a> for Reader {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(definition) => {
                self.functions.push(self.tree.functions.len());
                self.tree.functions.push(Function {
                    name: definition.name.to_string(),
                    lines: self.lines(definition.range()),
                    is_async: definition.is_async,
                    gives_way: false,
                    endless: false,
                });
                let loops = std::mem::take(&mut self.loops);
                walk_stmt(self, stmt);
                self.loops = loops;
                self.functions.pop();
            }
            Stmt::For(for_) => {
                if for_.is_async {
                    self.gives_way();
                }
                self.visit_expr(&for_.target);
                self.visit_expr(&for_.iter);
                self.within_loop(!for_.is_async, |this| this.visit_body(&for_.body));
                self.visit_body(&for_.orelse);
            }
            Stmt::While(while_) => {
                let endless = match &*while_.test {
                    Expr::BooleanLiteral(literal) => literal.value,
                    Expr::NumberLiteral(_) => true,
                    _ => false,
                };
                if let Some(function) = self.function() {
                    function.endless |= endless;
                }
                self.within_loop(false, |this| walk_stmt(this, stmt));
            }
            Stmt::With(with) => {
                if with.is_async {
                    self.gives_way();
                }
                walk_stmt(self, stmt);
            }
            Stmt::Break(_) | Stmt::Return(_) => {
                self.tries();
                walk_stmt(self, stmt);
            }
            Stmt::Expr(expression) => {
                self.unused = expression.value.range();
                walk_stmt(self, stmt);
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_comprehension(&mut self, comprehension: &'a Comprehension) {
        if comprehension.is_async {
            self.gives_way();
        }
        // What it gives values to is nobody else's.
        let loops = std::mem::take(&mut self.loops);
        self.visit_expr(&comprehension.target);
        self.loops = loops;
        self.visit_expr(&comprehension.iter);
        comprehension
            .ifs
            .iter()
            .for_each(|one| self.visit_expr(one));
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx == ExprContext::Load => {
                self.reads.push(name.id.to_string());
            }
            Expr::Name(name) => {
                for number in self.loops.iter().flatten() {
                    let binds = &mut self.tree.loops[*number].binds;
                    binds.push(name.id.to_string());
                }
            }
            Expr::Await(awaited) => {
                self.gives_way();
                if self.unused == awaited.range() {
                    self.unused = awaited.value.range();
                }
                walk_expr(self, expr);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                self.gives_way();
                walk_expr(self, expr);
            }
            Expr::ListComp(ExprListComp { generators, .. })
            | Expr::SetComp(ExprSetComp { generators, .. })
            | Expr::DictComp(ExprDictComp { generators, .. })
            | Expr::Generator(ExprGenerator { generators, .. }) => {
                let counts = generators.iter().all(|one| !one.is_async);
                self.within_loop(counts, |this| walk_expr(this, expr));
            }
            Expr::Call(call) => {
                let is_argument = self.depth > 0;
                self.visit_expr(&call.func);
                let before = self.reads.len();
                self.depth += 1;
                walk_arguments(self, &call.arguments);
                self.depth -= 1;
                let (name, owner) = match &*call.func {
                    Expr::Name(name) => (name.id.to_string(), None),
                    Expr::Attribute(attribute) => {
                        let owner = attribute.value.as_name_expr();
                        let owner = owner.map_or_else(String::new, |name| name.id.to_string());
                        (attribute.attr.to_string(), Some(owner))
                    }
                    _ => return,
                };
                let keywords = call.arguments.keywords.iter();
                let range = call.range();
                self.tree.calls.push(Call {
                    name,
                    owner,
                    lines: self.lines(range),
                    is_used: self.unused != range,
                    reads: self.reads[before..].to_vec(),
                    keywords: keywords
                        .filter_map(|keyword| keyword.arg.as_ref())
                        .map(ToString::to_string)
                        .collect(),
                    in_loop: self.loops.last().copied().flatten(),
                    is_argument,
                });
            }
            _ => walk_expr(self, expr),
        }
    }
}
