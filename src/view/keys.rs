//! What the editor does at a key beyond what a text field does: indentation.

use std::ops::Range;

const INDENT: usize = 4;

/// What a key replaces, and by what. `selection` is in bytes of `text`; `None`
/// where the key means what it means in any text field.
pub fn typed(key: &str, text: &str, selection: Range<usize>) -> Option<(Range<usize>, String)> {
    let before = &text[..selection.start];
    let line = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
    let spaces = line.len() - line.trim_start_matches(' ').len();
    match key {
        "Tab" => {
            let column = line.chars().count();
            Some((selection, " ".repeat(INDENT - column % INDENT)))
        }
        "Enter" => {
            let opens = line.trim_end().ends_with([':', '[', '(', '{']);
            let depth = spaces + if opens { INDENT } else { 0 };
            Some((selection, format!("\n{}", " ".repeat(depth))))
        }
        // Back to the stop before, where only spaces stand before the caret.
        "Backspace" if selection.is_empty() && spaces == line.len() && spaces > 1 => {
            let stop = (spaces - 1) / INDENT * INDENT;
            Some((
                selection.start - (spaces - stop)..selection.end,
                String::new(),
            ))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::typed;

    /// `|` is the caret, before and after.
    fn check(key: &str, before: &str, after: &str) {
        let caret = before.find('|').unwrap();
        let mut text = before.replace('|', "");
        let (range, new) = typed(key, &text, caret..caret).unwrap();
        let caret = range.start + new.len();
        text.replace_range(range, &new);
        text.insert(caret, '|');
        assert_eq!(text, after);
    }

    #[test]
    fn enter_keeps_the_indentation_and_deepens_it_after_a_colon() {
        check("Enter", "    a = 1|", "    a = 1\n    |");
        check("Enter", "async def f():|\n", "async def f():\n    |\n");
        check("Enter", "tareas = [|]", "tareas = [\n    |]");
    }

    #[test]
    fn tab_and_backspace_go_from_stop_to_stop() {
        check("Tab", "a\n|", "a\n    |");
        check("Tab", "  |x", "    |x");
        check("Backspace", "x\n      |y", "x\n    |y");
        check("Backspace", "    |", "|");
    }

    #[test]
    fn other_keys_mean_what_they_mean_in_any_field() {
        assert_eq!(typed("a", "", 0..0), None);
        assert_eq!(typed("Backspace", "ab", 2..2), None);
        assert_eq!(typed("Backspace", "    ", 0..4), None);
    }
}
