//! What is surely a slip, though it compiles: CPython's `SyntaxWarning`s.

use ruff_python_ast::{self as ast, CmpOp, Expr, Number};
use ruff_text_size::{Ranged, TextRange};

use super::Compiler;

impl Compiler<'_> {
    fn warn(&self, range: TextRange, message: String) {
        if !self.source.library {
            let line = self.source.line(range.start().to_u32());
            self.source.warn(line, message);
        }
    }

    /// `x is 5`
    pub(super) fn suspect_compare(&self, compare: &ast::ExprCompare) {
        let mut left = is_literal(&compare.left);
        for (op, right) in compare.ops.iter().zip(&compare.comparators) {
            let right = is_literal(right);
            let (shown, meant) = match op {
                CmpOp::Is => ("is", "=="),
                CmpOp::IsNot => ("is not", "!="),
                _ => ("", ""),
            };
            if !shown.is_empty() && (left || right) {
                let message = format!("\"{shown}\" with a literal. Did you mean \"{meant}\"?");
                return self.warn(compare.range, message);
            }
            left = right;
        }
    }

    /// `assert (x, "message")`
    pub(super) fn suspect_assert(&self, stmt: &ast::StmtAssert) {
        if stmt
            .test
            .as_tuple_expr()
            .is_some_and(|tuple| !tuple.is_empty())
        {
            let message = "assertion is always true, perhaps remove parentheses?";
            self.warn(stmt.range, message.to_owned());
        }
    }

    /// `(1, 2)(3, 4)`
    pub(super) fn suspect_call(&self, called: &Expr) {
        if let Some(kind) = kind_of(called) {
            self.missed_comma(called.range(), format!("'{kind}' object is not callable"));
        }
    }

    /// `[1, 2]["a"]`, `5[0]`
    pub(super) fn suspect_subscript(&self, subscript: &ast::ExprSubscript) {
        let Some(kind) = kind_of(&subscript.value) else {
            return;
        };
        let message = match (kind, kind_of(&subscript.slice)) {
            ("dict", _) => return,
            ("str" | "bytes" | "tuple" | "list", None | Some("int" | "bool")) => return,
            ("str" | "bytes" | "tuple" | "list", Some(index)) => {
                format!("{kind} indices must be integers or slices, not {index}")
            }
            _ => format!("'{kind}' object is not subscriptable"),
        };
        self.missed_comma(subscript.range, message);
    }

    fn missed_comma(&self, range: TextRange, message: String) {
        self.warn(range, message + "; perhaps you missed a comma?");
    }
}

/// A number or text, of which there may be two that are equal.
fn is_literal(expr: &Expr) -> bool {
    match expr {
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_) => true,
        Expr::UnaryOp(unary) => unary.operand.is_number_literal_expr(),
        Expr::Tuple(tuple) => tuple.iter().all(is_literal),
        _ => false,
    }
}

/// The class of what a display or a literal makes.
fn kind_of(expr: &Expr) -> Option<&'static str> {
    Some(match expr {
        Expr::StringLiteral(_) | Expr::FString(_) => "str",
        Expr::BytesLiteral(_) => "bytes",
        Expr::NumberLiteral(number) => match number.value {
            Number::Int(_) => "int",
            Number::Float(_) => "float",
            Number::Complex { .. } => "complex",
        },
        Expr::BooleanLiteral(_) => "bool",
        Expr::NoneLiteral(_) => "NoneType",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::Tuple(_) => "tuple",
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Generator(_) => "generator",
        _ => return None,
    })
}
