//! The parser's errors in Spanish: by its enums, never by its English.

use std::borrow::Cow;

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{InterpolatedStringErrorType, LexicalErrorType, ParseErrorType};

use super::{Sentences, fixed, say};

pub(super) fn sentences(error: &ParseErrorType) -> Sentences {
    fixed(match error {
        // The parser puts English sentences for a dozen rare mistakes here.
        ParseErrorType::OtherError(_) => unclear(),
        ParseErrorType::StringAnnotationError(_) => (
            "La anotación de tipo entre comillas no es una expresión de Python.",
            "Escribe el tipo sin comillas.",
        ),
        ParseErrorType::EmptySlice => (
            "Entre los corchetes falta un índice.",
            "Escribe una posición, `lista[0]`, o un tramo, `lista[1:3]`.",
        ),
        ParseErrorType::EmptyGlobalNames => {
            ("A `global` le falta un nombre.", "Escribe `global nombre`.")
        }
        ParseErrorType::EmptyNonlocalNames => (
            "A `nonlocal` le falta un nombre.",
            "Escribe `nonlocal nombre`.",
        ),
        ParseErrorType::EmptyDeleteTargets => (
            "A `del` le falta lo que debe borrar.",
            "Escribe `del nombre`.",
        ),
        ParseErrorType::EmptyImportNames => (
            "A `import` le falta un nombre.",
            "Escribe qué quieres importar: `import asyncio`.",
        ),
        ParseErrorType::EmptyTypeParams => (
            "Los corchetes de los tipos están vacíos.",
            "Quita los corchetes.",
        ),
        ParseErrorType::UnparenthesizedNamedExpression => (
            "Aquí `:=` necesita paréntesis.",
            "Escribe `(nombre := valor)`, o usa `=` en una línea aparte.",
        ),
        ParseErrorType::UnparenthesizedTupleExpression => (
            "Aquí una tupla necesita paréntesis.",
            "Pon los valores entre paréntesis: `(a, b)`.",
        ),
        ParseErrorType::UnparenthesizedGeneratorExpression => (
            "Junto a otros argumentos, el generador necesita sus propios paréntesis.",
            "Escribe `f((x for x in datos), otro)`.",
        ),
        ParseErrorType::InvalidLambdaExpressionUsage => (
            "Aquí `lambda` no puede estar sin paréntesis.",
            "Ponla entre paréntesis.",
        ),
        ParseErrorType::InvalidYieldExpressionUsage => (
            "Aquí `yield` no puede estar sin paréntesis.",
            "Escribe `(yield valor)`.",
        ),
        ParseErrorType::InvalidStarredExpressionUsage => (
            "Aquí no se puede usar `*`.",
            "El `*` reparte valores dentro de una llamada, una lista o una tupla.",
        ),
        ParseErrorType::InvalidStarPatternUsage => (
            "En un patrón, `*` solo puede estar dentro de una lista o una tupla.",
            "Escribe `[primero, *resto]`.",
        ),
        ParseErrorType::InvalidMatchPatternTarget => {
            ("`_` no guarda ningún valor.", "Usa otro nombre.")
        }
        ParseErrorType::ParamAfterVarKeywordParam => (
            "Detrás de `**` no puede haber más parámetros.",
            "Pon el parámetro con `**` el último.",
        ),
        ParseErrorType::NonDefaultParamAfterDefaultParam => (
            "Un parámetro sin valor por defecto va detrás de uno que lo tiene.",
            "Pon primero los parámetros sin valor por defecto.",
        ),
        ParseErrorType::VarParameterWithDefault => (
            "Un parámetro con `*` no puede tener valor por defecto.",
            "Quita el `=` y el valor.",
        ),
        ParseErrorType::InvalidAssignmentTarget => (
            "A la izquierda de `=` debe haber un nombre.",
            "Si querías comparar, usa `==`.",
        ),
        ParseErrorType::InvalidNamedAssignmentTarget => (
            "A la izquierda de `:=` debe haber un nombre.",
            "Si querías comparar, usa `==`.",
        ),
        ParseErrorType::InvalidAnnotatedAssignmentTarget => (
            "Delante de estos dos puntos debe haber un nombre.",
            "Si es una condición, le falta `if` o `while` delante. Una anotación de tipo se escribe `nombre: tipo = valor`.",
        ),
        ParseErrorType::InvalidAugmentedAssignmentTarget => (
            "Aquí no se puede sumar o cambiar en el sitio: a la izquierda debe haber un nombre.",
            "Guarda primero el valor en una variable.",
        ),
        ParseErrorType::InvalidDeleteTarget => (
            "Eso no se puede borrar con `del`.",
            "`del` borra nombres, o elementos como `lista[0]`.",
        ),
        ParseErrorType::PositionalAfterKeywordArgument => (
            "Un argumento sin nombre va detrás de uno con nombre.",
            "Pon primero los argumentos sin nombre: `f(1, b=2)`.",
        ),
        ParseErrorType::PositionalAfterKeywordUnpacking => (
            "Un argumento sin nombre va detrás de `**`.",
            "Pon primero los argumentos sin nombre.",
        ),
        ParseErrorType::InvalidArgumentUnpackingOrder => (
            "Un argumento con `*` va detrás de uno con `**`.",
            "Pon primero el `*`.",
        ),
        ParseErrorType::IterableUnpackingInComprehension => (
            "En una comprensión no se puede repartir con `*`.",
            "Usa otro `for`: `[x for grupo in grupos for x in grupo]`.",
        ),
        ParseErrorType::SimpleStatementsOnSameLine => (
            "Hay dos instrucciones en la misma línea, o falta algo entre estas dos palabras.",
            "¿Falta una coma, un operador o una comilla? Si son dos instrucciones, escribe cada una en su línea.",
        ),
        ParseErrorType::SimpleAndCompoundStatementOnSameLine => (
            "Esta instrucción necesita su propia línea.",
            "Pásala a la línea siguiente.",
        ),
        ParseErrorType::ExpectedKeywordParam => (
            "Detrás de `*` falta un parámetro.",
            "Escribe un nombre detrás, o quita el `*`.",
        ),
        ParseErrorType::ExpectedRealNumber => (
            "El patrón espera aquí un número real.",
            "Escribe primero la parte real.",
        ),
        ParseErrorType::ExpectedImaginaryNumber => (
            "El patrón espera aquí un número imaginario.",
            "Escribe la parte imaginaria con `j`.",
        ),
        ParseErrorType::ExpectedExpression => (
            "Aquí falta un valor.",
            "Mira lo que hay justo antes: ¿sobra un signo, o falta lo que va detrás?",
        ),
        ParseErrorType::ExpectedToken { expected, found } => {
            return expected_token(*expected, *found);
        }
        ParseErrorType::UnexpectedIndentation => (
            "Esta línea tiene más sangría que la anterior, y nada la pide.",
            "Quita los espacios del principio para que quede alineada con la línea de arriba.",
        ),
        ParseErrorType::UnexpectedTokenAfterAsync(found) => {
            return say(
                format!("Detrás de `async` no puede ir {}.", token(*found)),
                "Una corrutina se define con `async def nombre():`. También hay `async for` y `async with`; para esperar un resultado se usa `await`.",
            );
        }
        ParseErrorType::UnexpectedIpythonEscapeCommand => (
            "Las órdenes de cuaderno (`%`, `!`, `?`) no son Python.",
            "Borra esta línea.",
        ),
        ParseErrorType::UnexpectedExpressionToken => (
            "Sobra algo detrás de la expresión.",
            "Borra lo que sobra, o ponlo en otra línea.",
        ),
        ParseErrorType::FStringError(error) => return interpolated(error, "f"),
        ParseErrorType::TStringError(error) => return interpolated(error, "t"),
        ParseErrorType::Lexical(error) => return lexical(error),
    })
}

fn unclear() -> (&'static str, &'static str) {
    (
        "Python no entiende esta parte.",
        "Compárala con un ejemplo que funcione: ¿falta o sobra una palabra o un signo?",
    )
}

fn lexical(error: &LexicalErrorType) -> Sentences {
    fixed(match error {
        LexicalErrorType::StringError => ("Este texto está mal escrito.", "Revisa sus comillas."),
        LexicalErrorType::UnclosedStringError => (
            "A este texto le falta la comilla del final.",
            "Ciérralo con la misma comilla con la que empieza; \
             si lleva esa comilla dentro, usa la otra por fuera: `\"it's\"`.",
        ),
        LexicalErrorType::UnicodeError => (
            "Después de `\\` hay un código o un nombre de carácter que esta página no conoce.",
            "Escribe el carácter mismo, o su código, como en `\\u00f1`. \
             Si quieres escribir una barra, ponla dos veces: `\\\\`.",
        ),
        LexicalErrorType::MissingUnicodeLbrace => (
            "A `\\N` le falta `{`.",
            "Escribe `\\N{nombre}`, o `\\\\N` si querías una barra.",
        ),
        LexicalErrorType::MissingUnicodeRbrace => ("A `\\N{` le falta `}`.", "Cierra la llave."),
        LexicalErrorType::IndentationError => (
            "La sangría de esta línea no coincide con ninguna de las de arriba.",
            "Usa siempre cuatro espacios por nivel, sin mezclar espacios y tabuladores.",
        ),
        LexicalErrorType::UnrecognizedToken { tok } => {
            return say(
                format!("Python no conoce el carácter `{tok}`."),
                "Bórralo, o ponlo entre comillas si es parte de un texto.",
            );
        }
        LexicalErrorType::FStringError(error) => return interpolated(error, "f"),
        LexicalErrorType::TStringError(error) => return interpolated(error, "t"),
        LexicalErrorType::InvalidByteLiteral => (
            "Un texto con `b` delante solo admite caracteres ASCII.",
            "Quita la `b`, o quita acentos y símbolos.",
        ),
        LexicalErrorType::LineContinuationError => (
            "Detrás de `\\` la línea debe terminar.",
            "Borra lo que hay detrás, aunque sea un espacio.",
        ),
        LexicalErrorType::Eof => (
            "El programa termina antes de tiempo.",
            "Mira si algo quedó abierto: un paréntesis, un corchete, unas comillas.",
        ),
        // Badly written numbers: `1__0`, `0777`, `12abc`.
        LexicalErrorType::OtherError(_) => (
            "Este número está mal escrito.",
            "Un número lleva solo cifras y un punto decimal; un nombre no puede empezar por una cifra.",
        ),
    })
}

fn interpolated(error: &InterpolatedStringErrorType, prefix: &str) -> Sentences {
    let text = format!("texto con `{prefix}`");
    fixed(match error {
        InterpolatedStringErrorType::UnclosedLbrace => {
            return say(
                format!("En este {text} falta una `}}`."),
                "Cada `{` necesita su `}`; para escribir una llave, ponla dos veces: `{{`.",
            );
        }
        InterpolatedStringErrorType::InvalidConversionFlag => (
            "Detrás de `!` solo puede ir `r`, `s` o `a`.",
            "Escribe `{valor!r}`; si buscabas un formato, usa dos puntos: `{valor:.2f}`.",
        ),
        InterpolatedStringErrorType::SingleRbrace => {
            return say(
                format!("En este {text} hay una `}}` sin su `{{`."),
                "Para escribir una llave, ponla dos veces: `}}`.",
            );
        }
        InterpolatedStringErrorType::UnterminatedString => {
            return say(
                format!("A este {text} le falta la comilla del final."),
                "Ciérralo con la misma comilla con la que empieza.",
            );
        }
        InterpolatedStringErrorType::UnterminatedTripleQuotedString => {
            return say(
                format!("A este {text} le faltan las tres comillas del final."),
                "Ciérralo con las mismas tres comillas con las que empieza.",
            );
        }
        InterpolatedStringErrorType::LambdaWithoutParentheses => (
            "Entre llaves, `lambda` necesita paréntesis.",
            "Escribe `{(lambda x: x)(1)}`.",
        ),
        InterpolatedStringErrorType::ConversionFlagNotImmediatelyAfterExclamation => (
            "Entre `!` y su letra no puede haber espacios.",
            "Escribe `{valor!r}`.",
        ),
        InterpolatedStringErrorType::NewlineInFormatSpec => (
            "El formato, detrás de los dos puntos, no puede cambiar de línea.",
            "Escríbelo en una sola línea.",
        ),
    })
}

fn expected_token(expected: TokenKind, found: TokenKind) -> Sentences {
    let message = match found {
        TokenKind::Newline | TokenKind::EndOfFile => {
            format!(
                "La línea termina antes de tiempo: le falta {}.",
                token(expected)
            )
        }
        _ => format!("Aquí va {}, y hay {}.", token(expected), token(found)),
    };
    let hint = match (expected, found) {
        (TokenKind::Colon, TokenKind::Equal) => {
            "Para comparar usa `==`; un solo `=` da valor a un nombre."
        }
        (TokenKind::Colon, TokenKind::If) => "«Si no, si» se escribe `elif`, en una sola palabra.",
        (TokenKind::Colon, TokenKind::Rbrace | TokenKind::Comma) => {
            "En un diccionario cada clave lleva su valor: `{clave: valor}`."
        }
        (TokenKind::Colon, _) => {
            "Las líneas que empiezan por `if`, `for`, `while`, `def`, `class`, `try` o `with` terminan en `:`."
        }
        (TokenKind::Name, _) if found.is_keyword() => {
            "Esa palabra es de Python y no sirve de nombre: elige otro."
        }
        (TokenKind::Name, _) => {
            "Escribe un nombre: letras, cifras y `_`, sin empezar por una cifra."
        }
        (TokenKind::Comma, _) => "Separa los elementos con comas.",
        (TokenKind::In, _) => "Un bucle se escribe `for x in datos:`.",
        (TokenKind::Else, _) => "La forma completa es `a if condicion else b`.",
        (TokenKind::Lpar, _) => {
            "Los parámetros van entre paréntesis, aunque no haya ninguno: `def f():`."
        }
        (TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace, _) => {
            "¿Falta una coma entre dos elementos, o cerrar lo que está abierto?"
        }
        (TokenKind::Newline, _) => "Termina aquí la línea.",
        _ => return (message.into(), None),
    };
    (message.into(), Some(Cow::Borrowed(hint)))
}

/// A token as a reader names it.
pub(super) fn token(kind: TokenKind) -> Cow<'static, str> {
    Cow::Borrowed(match kind {
        TokenKind::Name => "un nombre",
        TokenKind::Int | TokenKind::Float | TokenKind::Complex => "un número",
        TokenKind::String
        | TokenKind::FStringStart
        | TokenKind::FStringMiddle
        | TokenKind::FStringEnd
        | TokenKind::TStringStart
        | TokenKind::TStringMiddle
        | TokenKind::TStringEnd => "un texto",
        TokenKind::Newline | TokenKind::NonLogicalNewline => "el fin de la línea",
        TokenKind::EndOfFile => "el fin del programa",
        TokenKind::Indent => "más sangría",
        TokenKind::Dedent => "menos sangría",
        TokenKind::Comment => "un comentario",
        TokenKind::Unknown => "un carácter desconocido",
        TokenKind::IpyEscapeCommand => "una orden de cuaderno",
        // Signs and keywords: shown as they are written.
        sign if sign.is_keyword() => return Cow::Owned(format!("`{}`", keyword(sign))),
        sign => return Cow::Owned(sign.to_string()),
    })
}

/// A keyword without the quotes in which the parser shows it.
fn keyword(kind: TokenKind) -> String {
    kind.to_string().trim_matches(['\'', '`']).to_string()
}
