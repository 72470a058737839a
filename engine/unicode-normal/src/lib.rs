//! A stand-in for the crate of that name, which ruff's parser uses to compare
//! identifiers in NFKC. Its tables are 45 KB of the page (brotli), a seventh of
//! all; what beginners write needs one thing of them: a Latin letter followed
//! by a combining accent, as some keyboards send it, is the accented letter.
//! Identifiers in other scripts are compared as they are written.

use std::iter::Peekable;
use std::str::Chars;

/// Texts that can be brought to NFKC.
pub trait UnicodeNormalization<I: Iterator<Item = char>> {
    /// The characters with their accents composed.
    fn nfkc(self) -> Composed<I>;
}

impl<'text> UnicodeNormalization<Chars<'text>> for &'text str {
    fn nfkc(self) -> Composed<Chars<'text>> {
        Composed(self.chars().peekable())
    }
}

/// Characters with their accents composed.
#[derive(Clone, Debug)]
pub struct Composed<I: Iterator<Item = char>>(Peekable<I>);

impl<I: Iterator<Item = char>> Iterator for Composed<I> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let mut letter = self.0.next()?;
        while let Some(composed) = self.0.peek().and_then(|&mark| compose(letter, mark)) {
            letter = composed;
            self.0.next();
        }
        Some(letter)
    }
}

/// A letter and a combining mark as one letter.
fn compose(letter: char, mark: char) -> Option<char> {
    let (bare, accented) = match mark {
        '\u{300}' => ("aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
        '\u{301}' => ("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"),
        '\u{302}' => ("aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
        '\u{303}' => ("anoANO", "ãñõÃÑÕ"),
        '\u{308}' => ("aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"),
        '\u{30a}' => ("aA", "åÅ"),
        '\u{327}' => ("cC", "çÇ"),
        _ => return None,
    };
    let place = bare.chars().position(|known| known == letter)?;
    accented.chars().nth(place)
}

#[cfg(test)]
mod tests {
    use super::UnicodeNormalization;

    fn check(text: &str, expected: &str) {
        assert_eq!(text.nfkc().collect::<String>(), expected);
    }

    #[test]
    fn an_accent_joins_its_letter() {
        check("an\u{303}o_de_creacio\u{301}n", "año_de_creación");
        check("U\u{308}ber", "Über");
    }

    #[test]
    fn what_has_no_accent_stays() {
        check("tarea_1", "tarea_1");
        check("\u{301}x\u{327}", "\u{301}x\u{327}");
        check("имя", "имя");
    }
}
