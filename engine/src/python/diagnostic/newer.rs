//! Syntax of later Pythons than the 3.11 that this one follows.

use ruff_python_parser::UnsupportedSyntaxErrorKind as Kind;

use super::{Sentences, fixed};

pub(super) fn sentences(kind: Kind) -> Sentences {
    fixed(match kind {
        Kind::Pep701FString(_) => (
            "Dentro de las llaves de un texto con `f` no puede haber la misma comilla, `\\` ni comentarios.",
            "Usa por dentro la otra comilla: `f\"{d['clave']}\"`. Desde Python 3.12 ya se puede.",
        ),
        Kind::TypeParameterList => (
            "Los tipos entre corchetes detrás del nombre son de un Python posterior al 3.11.",
            "Quítalos: las anotaciones de tipo no cambian lo que hace el programa.",
        ),
        Kind::TypeAliasStatement => (
            "La instrucción `type` es de un Python posterior al 3.11.",
            "Escribe `Nombre = tipo`.",
        ),
        Kind::TypeParamDefault => (
            "Un parámetro de tipo con valor por defecto es de un Python posterior al 3.11.",
            "Quítalo: las anotaciones de tipo no cambian lo que hace el programa.",
        ),
        Kind::UnparenthesizedExceptionTypes => (
            "Varias excepciones en un `except` van entre paréntesis.",
            "Escribe `except (A, B):`.",
        ),
        Kind::UnpackingInComprehension(_) => (
            "En una comprensión no se puede repartir con `*`.",
            "Usa otro `for`: `[x for grupo in grupos for x in grupo]`.",
        ),
        Kind::TemplateStrings => (
            "Los textos con `t` delante son de Python 3.14.",
            "Usa un texto con `f`.",
        ),
        Kind::LazyImportStatement => (
            "`lazy import` es de un Python posterior al 3.11.",
            "Escribe `import`.",
        ),
        Kind::ParenthesizedKeywordArgumentName => (
            "El nombre de un argumento no lleva paréntesis.",
            "Escribe `f(a=1)`.",
        ),
        // Older than 3.11: this engine knows them, and never says so.
        Kind::Match
        | Kind::Walrus
        | Kind::ExceptStar
        | Kind::UnparenthesizedNamedExpr(_)
        | Kind::StarTuple(_)
        | Kind::RelaxedDecorator(_)
        | Kind::PositionalOnlyParameter
        | Kind::ParenthesizedContextManager
        | Kind::StarExpressionInIndex
        | Kind::StarAnnotation
        | Kind::UnparenthesizedUnpackInFor => (
            "Esta forma de escribirlo no es la de Python 3.11.",
            "Escríbelo de otra manera.",
        ),
    })
}
