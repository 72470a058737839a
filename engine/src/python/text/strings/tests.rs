//! Expectations printed by CPython 3.11: an error is shown as `Type: message`.

use super::*;
use crate::python::text::{ErrorKind, MAX_WIDTH, TextError};

/// A result as the tables show it.
fn shown(result: Result<String, TextError>) -> String {
    result.unwrap_or_else(|error| match error.kind {
        ErrorKind::Limit => "MemoryError: ".into(),
        kind => format!("{kind:?}Error: {}", error.message),
    })
}

#[test]
fn slices_count_code_points() {
    let check = |text, start, stop, step, expected: &str| {
        assert_eq!(shown(slice(text, start, stop, step)), expected)
    };
    check("abcdef", None, None, None, "abcdef");
    check("abcdef", Some(1), Some(3), None, "bc");
    check("abcdef", Some(-2), None, None, "ef");
    check("abcdef", None, None, Some(-1), "fedcba");
    check("abcdef", None, Some(-1), Some(2), "ace");
    check("abcdef", Some(3), Some(0), Some(-2), "db");
    check("abcdef", Some(10), None, None, "");
    check("abcdef", Some(-10), Some(2), None, "ab");
    check("abcdef", Some(2), Some(1), None, "");
    check(
        "abcdef",
        None,
        None,
        Some(0),
        "ValueError: slice step cannot be zero",
    );
    check("abcdef", Some(-1), Some(-10), Some(-1), "fedcba");
    check("añ😀b", None, None, None, "añ😀b");
    check("añ😀b", Some(1), Some(3), None, "ñ😀");
    check("añ😀b", Some(-2), None, None, "😀b");
    check("añ😀b", None, None, Some(-1), "b😀ña");
    check("añ😀b", None, Some(-1), Some(2), "a😀");
    check("añ😀b", Some(3), Some(0), Some(-2), "bñ");
    check("añ😀b", Some(10), None, None, "");
    check("añ😀b", Some(-10), Some(2), None, "añ");
    check("añ😀b", Some(2), Some(1), None, "");
    check(
        "añ😀b",
        None,
        None,
        Some(0),
        "ValueError: slice step cannot be zero",
    );
    check("añ😀b", Some(-1), Some(-10), Some(-1), "b😀ña");
}

#[test]
fn characters_are_counted_from_both_ends() {
    let check = |text, index, expected| assert_eq!(char_at(text, index), expected);
    check("añ😀", 0, Some('a'));
    check("añ😀", 2, Some('😀'));
    check("añ😀", 3, None);
    check("añ😀", -1, Some('😀'));
    check("añ😀", -3, Some('a'));
    check("añ😀", -4, None);
    check("abc", i64::MIN, None);
    check("abc", i64::MAX, None);
}

#[test]
fn searching_counts_code_points() {
    let check = |text, needle, start, end, first, last, times, starts, ends| {
        assert_eq!(find(text, needle, start, end), first);
        assert_eq!(rfind(text, needle, start, end), last);
        assert_eq!(count(text, needle, start, end), times);
        assert_eq!(starts_with(text, needle, start, end), starts);
        assert_eq!(ends_with(text, needle, start, end), ends);
    };
    check(
        "banana",
        "an",
        None,
        None,
        Some(1),
        Some(3),
        2,
        false,
        false,
    );
    check(
        "banana",
        "an",
        Some(2),
        None,
        Some(3),
        Some(3),
        1,
        false,
        false,
    );
    check(
        "banana",
        "an",
        None,
        Some(3),
        Some(1),
        Some(1),
        1,
        false,
        true,
    );
    check("banana", "", None, None, Some(0), Some(6), 7, true, true);
    check("banana", "", Some(6), None, Some(6), Some(6), 1, true, true);
    check("banana", "", Some(7), None, None, None, 0, false, false);
    check("banana", "x", None, None, None, None, 0, false, false);
    check(
        "ñañaña",
        "ña",
        Some(1),
        None,
        Some(2),
        Some(4),
        2,
        false,
        true,
    );
    check(
        "ñañaña",
        "ña",
        Some(-4),
        Some(-1),
        Some(2),
        Some(2),
        1,
        true,
        false,
    );
    check("😀a", "a", Some(-1), None, Some(1), Some(1), 1, true, true);
    check("", "", None, None, Some(0), Some(0), 1, true, true);
    check(
        "abc",
        "abc",
        Some(0),
        Some(99),
        Some(0),
        Some(0),
        1,
        true,
        true,
    );
    check("abc", "b", Some(2), Some(1), None, None, 0, false, false);
}

#[test]
fn an_index_that_is_not_there_is_an_error() {
    let refused = "ValueError: substring not found";
    assert_eq!(
        shown(index("abc", "x", None, None).map(|at| at.to_string())),
        refused
    );
    assert_eq!(
        shown(rindex("abc", "x", None, None).map(|at| at.to_string())),
        refused
    );
    assert_eq!(rindex("abcb", "b", None, None), Ok(3));
}

#[test]
fn texts_are_split_from_both_ends() {
    let check = |text, separator, most, left: &[&str], right: &[&str]| {
        assert_eq!(split(text, separator, most).expect("a separator"), left);
        assert_eq!(rsplit(text, separator, most).expect("a separator"), right);
    };
    check("a,b,c", Some(","), -1, &["a", "b", "c"], &["a", "b", "c"]);
    check("a,b,c", Some(","), 1, &["a", "b,c"], &["a,b", "c"]);
    check("a,b,c", Some(","), 0, &["a,b,c"], &["a,b,c"]);
    check(",a,", Some(","), -1, &["", "a", ""], &["", "a", ""]);
    check("", Some(","), -1, &[""], &[""]);
    check("aXXXb", Some("XX"), -1, &["a", "Xb"], &["aX", "b"]);
    check("  a  b c ", None, -1, &["a", "b", "c"], &["a", "b", "c"]);
    check("  a  b c ", None, 1, &["a", "b c "], &["  a  b", "c"]);
    check("  a  b c ", None, 0, &["a  b c "], &["  a  b c"]);
    check("", None, -1, &[], &[]);
    check("   ", None, -1, &[], &[]);
    check(
        "a\u{2003}b\u{1c}c",
        None,
        -1,
        &["a", "b", "c"],
        &["a", "b", "c"],
    );
}

#[test]
fn an_empty_separator_is_an_error() {
    let refused = TextError::value("empty separator");
    assert_eq!(split("a", Some(""), -1), Err(refused.clone()));
    assert_eq!(rsplit("a", Some(""), -1), Err(refused.clone()));
    assert_eq!(partition("a", ""), Err(refused.clone()));
    assert_eq!(rpartition("a", ""), Err(refused));
}

#[test]
fn lines_end_in_many_ways() {
    let check = |text, plain: &[&str], kept: &[&str]| {
        assert_eq!(split_lines(text, false).unwrap(), plain);
        assert_eq!(split_lines(text, true).unwrap(), kept);
    };
    check("", &[], &[]);
    check("a", &["a"], &["a"]);
    check("a\n", &["a"], &["a\n"]);
    check("a\nb", &["a", "b"], &["a\n", "b"]);
    check("\n\n", &["", ""], &["\n", "\n"]);
    check("a\r\nb\rc", &["a", "b", "c"], &["a\r\n", "b\r", "c"]);
    check(
        "a\u{b}b\u{c}c\u{1c}d\u{85}e\u{2028}f",
        &["a", "b", "c", "d", "e", "f"],
        &["a\u{b}", "b\u{c}", "c\u{1c}", "d\u{85}", "e\u{2028}", "f"],
    );
}

#[test]
fn stripping_takes_a_set_of_characters() {
    let check = |text, chars, both, left, right| {
        assert_eq!(strip(text, chars), both);
        assert_eq!(lstrip(text, chars), left);
        assert_eq!(rstrip(text, chars), right);
    };
    check("  a b\n", None, "a b", "a b\n", "  a b");
    check("xyaxy", Some("xy"), "a", "axy", "xya");
    check("aaa", Some("a"), "", "", "");
    check("a", Some(""), "a", "a", "a");
    check("ñañ", Some("ñ"), "a", "añ", "ña");
    check(
        "\u{1f}\u{3000}a\u{a0}",
        None,
        "a",
        "a\u{a0}",
        "\u{1f}\u{3000}a",
    );
}

#[test]
fn a_partition_has_three_parts() {
    let check = |text, separator, first, last| {
        assert_eq!(partition(text, separator), Ok(first));
        assert_eq!(rpartition(text, separator), Ok(last));
    };
    check("a=b=c", "=", ["a", "=", "b=c"], ["a=b", "=", "c"]);
    check("abc", "=", ["abc", "", ""], ["", "", "abc"]);
    check("=", "=", ["", "=", ""], ["", "=", ""]);
}

#[test]
fn replacing_counts_from_the_left() {
    let check = |text, old, new, most, expected: &str| {
        assert_eq!(shown(replace(text, old, new, most)), expected)
    };
    check("aaa", "a", "bc", -1, "bcbcbc");
    check("aaa", "a", "bc", 2, "bcbca");
    check("aaa", "a", "", 1, "aa");
    check("abc", "", "-", -1, "-a-b-c-");
    check("abc", "", "-", 2, "-a-bc");
    check("", "", "x", -1, "x");
    check("ñoño", "ño", "no", -1, "nono");
    check("aaaa", "aa", "a", -1, "aa");
    check("abc", "x", "y", 0, "abc");
}

#[test]
fn padding_follows_cpython_even_where_it_is_odd() {
    let check = |text, width, centered: &str, left: &str, right: &str, zeros: &str| {
        assert_eq!(shown(center(text, width, '*')), centered);
        assert_eq!(shown(ljust(text, width, '*')), left);
        assert_eq!(shown(rjust(text, width, '*')), right);
        assert_eq!(shown(zfill(text, width)), zeros);
    };
    check("ab", 5, "**ab*", "ab***", "***ab", "000ab");
    check("abc", 6, "*abc**", "abc***", "***abc", "000abc");
    check("a", 4, "*a**", "a***", "***a", "000a");
    check("-5", 5, "**-5*", "-5***", "***-5", "-0005");
    check("+", 3, "*+*", "+**", "**+", "+00");
    check("ñ", 4, "*ñ**", "ñ***", "***ñ", "000ñ");
    check("abc", 2, "abc", "abc", "abc", "abc");
    check("abc", -7, "abc", "abc", "abc", "abc");
    check("", 3, "***", "***", "***", "000");
}

#[test]
fn tabs_reach_the_next_column() {
    let check = |text, size, expected: &str| assert_eq!(shown(expand_tabs(text, size)), expected);
    check("a\tb", 8, "a       b");
    check("a\tb", 4, "a   b");
    check("ab\tc\nd\te", 4, "ab  c\nd   e");
    check("a\tb", 0, "ab");
    check("a\tb", -1, "ab");
    check("\t", 1, " ");
    check("ñ\tb", 4, "ñ   b");
}

#[test]
fn cases_change_as_in_cpython() {
    let check = |text, upper_, lower_, title_, capitalized, swapped, folded| {
        assert_eq!(upper(text), upper_);
        assert_eq!(lower(text), lower_);
        assert_eq!(title(text), title_);
        assert_eq!(capitalize(text), capitalized);
        assert_eq!(swapcase(text), swapped);
        assert_eq!(casefold(text), folded);
    };
    check(
        "hola mundo",
        "HOLA MUNDO",
        "hola mundo",
        "Hola Mundo",
        "Hola mundo",
        "HOLA MUNDO",
        "hola mundo",
    );
    check("HOLA", "HOLA", "hola", "Hola", "Hola", "hola", "hola");
    check(
        "ñANDÚ", "ÑANDÚ", "ñandú", "Ñandú", "Ñandú", "Ñandú", "ñandú",
    );
    check(
        "they're 3rd",
        "THEY'RE 3RD",
        "they're 3rd",
        "They'Re 3Rd",
        "They're 3rd",
        "THEY'RE 3RD",
        "they're 3rd",
    );
    check(
        "straße", "STRASSE", "straße", "Straße", "Straße", "STRASSE", "strasse",
    );
    check("ǆ ﬁn", "Ǆ FIN", "ǆ ﬁn", "ǅ Fin", "ǅ ﬁn", "Ǆ FIN", "ǆ fin");
    check(
        "İstanbul",
        "İSTANBUL",
        "i\u{307}stanbul",
        "İstanbul",
        "İstanbul",
        "i\u{307}STANBUL",
        "i\u{307}stanbul",
    );
    check("", "", "", "", "", "", "");
    check("a1b2", "A1B2", "a1b2", "A1B2", "A1b2", "A1B2", "a1b2");
    check("ა", "Ა", "ა", "ა", "ა", "Ა", "ა");
}

#[test]
fn questions_about_characters() {
    type Question = fn(&str) -> bool;
    let questions: [(&str, Question); 12] = [
        ("alpha", is_alpha),
        ("alnum", is_alnum),
        ("ascii", is_ascii),
        ("decimal", is_decimal),
        ("digit", is_digit),
        ("numeric", is_numeric),
        ("space", is_space),
        ("printable", is_printable),
        ("identifier", is_identifier),
        ("upper", is_upper),
        ("lower", is_lower),
        ("title", is_title),
    ];
    let check = |text: &str, expected: &str| {
        let holding = questions.iter().filter(|(_, holds)| holds(text));
        let names: Vec<_> = holding.map(|(name, _)| *name).collect();
        assert_eq!(names.join(" "), expected, "{text:?}");
    };
    check("", "ascii printable");
    check("a", "alpha alnum ascii printable identifier lower");
    check("A", "alpha alnum ascii printable identifier upper title");
    check("1", "alnum ascii decimal digit numeric printable");
    check("²", "alnum digit numeric printable");
    check("½", "alnum numeric printable");
    check("٣", "alnum decimal digit numeric printable");
    check("Ⅷ", "alnum numeric printable identifier upper title");
    check(" ", "ascii space printable");
    check("\n", "ascii space");
    check("\u{1f}", "ascii space");
    check("_a1", "ascii printable identifier lower");
    check("1a", "alnum ascii printable lower");
    check("ñ", "alpha alnum printable identifier lower");
    check("Ñandú Veloz", "printable title");
    check("ñANDÚ", "alpha alnum printable identifier");
    check("ab c", "ascii printable lower");
    check("AB C", "ascii printable upper");
    check("Hola 2 Mundos", "ascii printable title");
    check("HolaMundo", "alpha alnum ascii printable identifier");
    check("a\n", "ascii lower");
    check("€", "printable");
    check("ǅ", "alpha alnum printable identifier title");
    check("\u{a0}", "space");
    check("é", "alpha alnum printable identifier lower");
}

#[test]
fn prefixes_and_suffixes_go_once() {
    assert_eq!(remove_prefix("aab", "a"), "ab");
    assert_eq!(remove_prefix("aab", "b"), "aab");
    assert_eq!(remove_suffix("abb", "b"), "ab");
    assert_eq!(remove_suffix("abb", ""), "abb");
}

#[test]
fn a_table_may_keep_change_and_delete() {
    let mut table = |c| {
        Ok(match c {
            'a' => Translated::Char('á'),
            'b' => Translated::Delete,
            'c' => Translated::Text("CC".into()),
            _ => Translated::Keep,
        })
    };
    assert_eq!(shown(translate("abcd", &mut table)), "áCCd");
}

#[test]
fn results_that_would_fill_the_memory_fail_at_once() {
    let many = "a".repeat(100_000);
    let wide = MAX_WIDTH as i64 + 1;
    for refused in [
        replace(&many, "a", &many, -1),
        replace(&many, "", &many, -1),
        center("a", wide, ' '),
        ljust("a", i64::MAX, ' '),
        rjust("a", wide, ' '),
        zfill("1", wide),
        expand_tabs("\t", wide),
        expand_tabs(&"\t".repeat(100_000), 1_000_000),
        translate(&many, &mut |_| Ok(Translated::Text("b".repeat(10_000)))),
    ] {
        assert_eq!(refused, Err(TextError::limit()));
    }
}
