//! What CPython's own `SyntaxError` would say.

use std::borrow::Cow;

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{
    InterpolatedStringErrorType, LexicalErrorType, ParseErrorType, UnsupportedSyntaxErrorKind,
};

use super::{DiagnosticKind, Refusal};

const INVALID: &str = "invalid syntax";

impl DiagnosticKind {
    pub(super) fn python_type(&self) -> &'static str {
        match self {
            DiagnosticKind::MixedIndentation => "TabError",
            DiagnosticKind::MissingBlock
            | DiagnosticKind::Parse(
                ParseErrorType::UnexpectedIndentation
                | ParseErrorType::Lexical(LexicalErrorType::IndentationError),
            ) => "IndentationError",
            _ => "SyntaxError",
        }
    }

    pub(super) fn python_message(&self) -> Cow<'static, str> {
        match self {
            DiagnosticKind::NeverClosed(open) => format!("'{open}' was never closed").into(),
            DiagnosticKind::NeverOpened(close) => format!("unmatched '{close}'").into(),
            DiagnosticKind::Mismatched { open, close } => {
                format!("closing parenthesis '{close}' does not match opening parenthesis '{open}'")
                    .into()
            }
            DiagnosticKind::MissingBlock => "expected an indented block".into(),
            DiagnosticKind::LonelyTry => "expected 'except' or 'finally' block".into(),
            DiagnosticKind::PrintStatement => {
                "Missing parentheses in call to 'print'. Did you mean print(...)?".into()
            }
            DiagnosticKind::LookAlike { found, .. } => invalid_character(*found),
            DiagnosticKind::MixedIndentation => {
                "inconsistent use of tabs and spaces in indentation".into()
            }
            DiagnosticKind::Clause(_) => INVALID.into(),
            DiagnosticKind::Parse(error) => parse(error),
            DiagnosticKind::Newer(UnsupportedSyntaxErrorKind::UnpackingInComprehension(_)) => {
                "iterable unpacking cannot be used in comprehension".into()
            }
            DiagnosticKind::Newer(UnsupportedSyntaxErrorKind::UnparenthesizedExceptionTypes) => {
                "multiple exception types must be parenthesized".into()
            }
            DiagnosticKind::Newer(_) => INVALID.into(),
            DiagnosticKind::Refused(refusal) => refusal.python_message(),
        }
    }
}

fn invalid_character(found: char) -> Cow<'static, str> {
    format!("invalid character '{found}' (U+{:04X})", found as u32).into()
}

fn parse(error: &ParseErrorType) -> Cow<'static, str> {
    match error {
        ParseErrorType::ExpectedToken { expected, .. } => match expected {
            TokenKind::Colon => "expected ':'".into(),
            TokenKind::Lpar => "expected '('".into(),
            TokenKind::Else => "expected 'else' after 'if' expression".into(),
            _ => INVALID.into(),
        },
        ParseErrorType::UnparenthesizedGeneratorExpression => {
            "Generator expression must be parenthesized".into()
        }
        ParseErrorType::InvalidStarredExpressionUsage => "can't use starred expression here".into(),
        ParseErrorType::ParamAfterVarKeywordParam => {
            "arguments cannot follow var-keyword argument".into()
        }
        ParseErrorType::NonDefaultParamAfterDefaultParam => {
            "non-default argument follows default argument".into()
        }
        ParseErrorType::VarParameterWithDefault => {
            "var-positional argument cannot have default value".into()
        }
        ParseErrorType::InvalidAssignmentTarget => {
            "cannot assign to expression here. Maybe you meant '==' instead of '='?".into()
        }
        ParseErrorType::InvalidNamedAssignmentTarget => {
            "cannot use assignment expressions with expression".into()
        }
        ParseErrorType::InvalidAnnotatedAssignmentTarget => "illegal target for annotation".into(),
        ParseErrorType::InvalidAugmentedAssignmentTarget => {
            "'expression' is an illegal expression for augmented assignment".into()
        }
        ParseErrorType::InvalidDeleteTarget => "cannot delete expression".into(),
        ParseErrorType::PositionalAfterKeywordArgument => {
            "positional argument follows keyword argument".into()
        }
        ParseErrorType::PositionalAfterKeywordUnpacking => {
            "positional argument follows keyword argument unpacking".into()
        }
        ParseErrorType::InvalidArgumentUnpackingOrder => {
            "iterable argument unpacking follows keyword argument unpacking".into()
        }
        ParseErrorType::IterableUnpackingInComprehension => {
            "iterable unpacking cannot be used in comprehension".into()
        }
        ParseErrorType::ExpectedKeywordParam => "named arguments must follow bare *".into(),
        ParseErrorType::UnexpectedIndentation => "unexpected indent".into(),
        ParseErrorType::FStringError(error) => interpolated(error),
        ParseErrorType::Lexical(error) => lexical(error),
        _ => INVALID.into(),
    }
}

fn lexical(error: &LexicalErrorType) -> Cow<'static, str> {
    match error {
        LexicalErrorType::UnclosedStringError => "unterminated string literal".into(),
        LexicalErrorType::IndentationError => {
            "unindent does not match any outer indentation level".into()
        }
        LexicalErrorType::UnrecognizedToken { tok } if !tok.is_ascii() => invalid_character(*tok),
        LexicalErrorType::FStringError(error) => interpolated(error),
        LexicalErrorType::InvalidByteLiteral => {
            "bytes can only contain ASCII literal characters".into()
        }
        LexicalErrorType::LineContinuationError => {
            "unexpected character after line continuation character".into()
        }
        LexicalErrorType::Eof => "unexpected EOF while parsing".into(),
        LexicalErrorType::OtherError(_) => "invalid decimal literal".into(),
        _ => INVALID.into(),
    }
}

fn interpolated(error: &InterpolatedStringErrorType) -> Cow<'static, str> {
    match error {
        InterpolatedStringErrorType::UnclosedLbrace => "f-string: expecting '}'",
        InterpolatedStringErrorType::InvalidConversionFlag => {
            "f-string: invalid conversion character: expected 's', 'r', or 'a'"
        }
        InterpolatedStringErrorType::SingleRbrace => "f-string: single '}' is not allowed",
        InterpolatedStringErrorType::UnterminatedString => "unterminated string literal",
        InterpolatedStringErrorType::UnterminatedTripleQuotedString => {
            "unterminated triple-quoted string literal"
        }
        InterpolatedStringErrorType::LambdaWithoutParentheses
        | InterpolatedStringErrorType::ConversionFlagNotImmediatelyAfterExclamation
        | InterpolatedStringErrorType::NewlineInFormatSpec => "f-string: invalid syntax",
    }
    .into()
}

impl Refusal {
    fn python_message(&self) -> Cow<'static, str> {
        match self {
            Refusal::AwaitOutsideFunction => "'await' outside function".into(),
            Refusal::AwaitOutsideAsync => "'await' outside async function".into(),
            Refusal::AsyncOutsideAsync(what @ ("async for" | "async with")) => {
                format!("'{what}' outside async function").into()
            }
            Refusal::AsyncOutsideAsync(_) => {
                "asynchronous comprehension outside of an asynchronous function".into()
            }
            Refusal::ReturnOutsideFunction => "'return' outside function".into(),
            Refusal::YieldOutsideFunction => "'yield' outside function".into(),
            Refusal::YieldFromInAsync => "'yield from' inside async function".into(),
            Refusal::ReturnValueInAsyncGenerator => "'return' with value in async generator".into(),
            Refusal::BreakOutsideLoop => "'break' outside loop".into(),
            Refusal::ContinueOutsideLoop => "'continue' not properly in loop".into(),
            Refusal::DuplicateArgument(name) => {
                format!("duplicate argument '{name}' in function definition").into()
            }
            Refusal::RepeatedKeyword(name) => format!("keyword argument repeated: {name}").into(),
            Refusal::ParameterAndGlobal(name) => {
                format!("name '{name}' is parameter and global").into()
            }
            Refusal::ParameterAndNonlocal(name) => {
                format!("name '{name}' is parameter and nonlocal").into()
            }
            Refusal::NonlocalAndGlobal(name) => {
                format!("name '{name}' is nonlocal and global").into()
            }
            Refusal::UsedBeforeGlobal(name) => {
                format!("name '{name}' is used prior to global declaration").into()
            }
            Refusal::UsedBeforeNonlocal(name) => {
                format!("name '{name}' is used prior to nonlocal declaration").into()
            }
            Refusal::AssignedBeforeGlobal(name) => {
                format!("name '{name}' is assigned to before global declaration").into()
            }
            Refusal::AssignedBeforeNonlocal(name) => {
                format!("name '{name}' is assigned to before nonlocal declaration").into()
            }
            Refusal::AnnotatedGlobal(name) => {
                format!("annotated name '{name}' can't be global").into()
            }
            Refusal::AnnotatedNonlocal(name) => {
                format!("annotated name '{name}' can't be nonlocal").into()
            }
            Refusal::NonlocalAtModule => "nonlocal declaration not allowed at module level".into(),
            Refusal::NoNonlocal(name) => format!("no binding for nonlocal '{name}' found").into(),
            Refusal::AssignedToDebug => "cannot assign to __debug__".into(),
            Refusal::DefaultExceptNotLast => "default 'except:' must be last".into(),
            Refusal::TwoStarredTargets => "multiple starred expressions in assignment".into(),
            Refusal::StarredNotInList => {
                "starred assignment target must be in a list or tuple".into()
            }
            Refusal::StarredAlone => "can't use starred expression here".into(),
            Refusal::ImportStarInFunction => "import * only allowed at module level".into(),
            Refusal::LateFutureImport => {
                "from __future__ imports must occur at the beginning of the file".into()
            }
            Refusal::UnknownFuture(name) => format!("future feature {name} is not defined").into(),
            Refusal::WalrusRebindsLoopVariable(name) => format!(
                "assignment expression cannot rebind comprehension iteration variable '{name}'"
            )
            .into(),
            Refusal::NameBoundTwiceInPattern(name) => {
                format!("multiple assignments to name '{name}' in pattern").into()
            }
            Refusal::AlternativesBindDifferently => {
                "alternative patterns bind different names".into()
            }
            Refusal::PatternMakesRestUnreachable => {
                "wildcard makes remaining patterns unreachable".into()
            }
            Refusal::Unsupported(what) => format!("'{what}' is not supported here").into(),
            Refusal::TooLarge | Refusal::SourceTooLong { .. } => "source code too large".into(),
            Refusal::NestedTooDeep => "too many nested parentheses".into(),
        }
    }
}
