//! A program's text as coloured pieces, line by line.

use std::ops::Range;
use std::rc::Rc;

use engine::python::highlight::{self, TokenClass};

use super::fault::Fault;
use engine::sort::sort_by_key;

/// A stretch of one line that looks the same from end to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: Rc<str>,
    pub class: &'static str,
    /// It is where an error stands.
    pub wrong: bool,
}

/// The lines of `source`, each in its pieces. Joined they are the text.
pub fn lines(source: &str, faults: &[Fault]) -> Vec<Rc<[Piece]>> {
    let tokens: Vec<(Range<usize>, &'static str)> = highlight::highlight(source)
        .into_iter()
        .map(|(range, class)| (range, class_name(class)))
        .collect();
    let mut start = 0;
    let lines = source.trim_end_matches('\n').split('\n').map(|line| {
        let range = start..start + line.len();
        start = range.end + 1;
        pieces(source, range, &tokens, faults)
    });
    lines.collect()
}

fn pieces(
    source: &str,
    line: Range<usize>,
    tokens: &[(Range<usize>, &'static str)],
    faults: &[Fault],
) -> Rc<[Piece]> {
    // Every place at which the look may change.
    let mut cuts = vec![line.start, line.end];
    let spans = tokens
        .iter()
        .map(|(span, _)| span)
        .chain(faults.iter().map(|fault| &fault.span));
    for span in spans.filter(|span| span.start < line.end && span.end > line.start) {
        cuts.extend(
            [span.start, span.end]
                .iter()
                .filter(|cut| line.contains(cut)),
        );
    }
    sort_by_key(&mut cuts, |&cut| cut);
    cuts.dedup();
    let stretches = cuts.windows(2).map(|cut| cut[0]..cut[1]);
    stretches
        .filter(|stretch| !stretch.is_empty())
        .map(|stretch| {
            let holds =
                |span: &Range<usize>| span.start <= stretch.start && stretch.end <= span.end;
            Piece {
                class: tokens
                    .iter()
                    .find(|(span, _)| holds(span))
                    .map_or("", |(_, class)| class),
                wrong: faults.iter().any(|fault| holds(&fault.span)),
                text: source[stretch].into(),
            }
        })
        .collect()
}

fn class_name(class: TokenClass) -> &'static str {
    match class {
        TokenClass::Keyword => "code-keyword",
        TokenClass::Async => "code-async",
        TokenClass::String => "code-string",
        TokenClass::Number => "code-number",
        TokenClass::Comment => "code-comment",
        TokenClass::Function | TokenClass::Decorator => "code-name",
        // A page of many colours says nothing.
        TokenClass::Builtin | TokenClass::Operator => "",
    }
}
