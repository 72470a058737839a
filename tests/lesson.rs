//! The lesson says what its source says, word for word, and its programs are
//! slices of the source's program.

#![expect(clippy::unwrap_used, reason = "a test ends where what must be is not")]

use asincronismo::lesson::markup::{self, Block, Inline};
use asincronismo::lesson::{Program, Question, sections};
use asincronismo::static_html;

/// The lesson's source: its text, and its program between the two marks.
const SOURCE: &str = include_str!("lesson/texto.md");
const PROGRAM_BEGINS: &str = "In [None]:\n";
const PROGRAM_ENDS: &str = "\n## 3.";

fn source() -> (String, &'static str) {
    let (before, rest) = SOURCE.split_once(PROGRAM_BEGINS).unwrap();
    let (program, after) = rest.split_once(PROGRAM_ENDS).unwrap();
    (format!("{before}{PROGRAM_ENDS}{after}"), program)
}

/// The words of a text, one space apart.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a browser shows of HTML: no tags, no entities.
fn shown(html: &str) -> String {
    let mut text = String::new();
    for (place, piece) in html.split('<').enumerate() {
        let piece = if place == 0 {
            piece
        } else {
            piece.split_once('>').unwrap().1
        };
        // An element's end parts words, but for what stands within a line.
        let tag = html.split('<').nth(place).unwrap_or_default();
        let name = tag
            .trim_start_matches('/')
            .split([' ', '>'])
            .next()
            .unwrap_or_default();
        if !["code", "strong", "em", "span"].contains(&name) {
            text.push(' ');
        }
        text.push_str(piece);
    }
    unescaped(text)
}

/// The source's sentences without its marks: heading by heading, paragraph by
/// paragraph, full stop by full stop.
fn sentences() -> Vec<String> {
    let text = source().0;
    let lines = text.lines().map(|line| {
        let line = line.trim_start_matches(['#', ' ']);
        line.strip_prefix("* ").unwrap_or(line)
    });
    let plain = lines.map(|line| markup::plain(&markup::inlines(line.trim())));
    plain
        .flat_map(|line| line.split_inclusive(". ").map(words).collect::<Vec<_>>())
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

#[test]
fn every_sentence_of_the_source_stands_on_the_page_in_its_order() {
    let page = words(&shown(&static_html()));
    let mut at = 0;
    let sentences = sentences();
    assert!(
        sentences.len() >= 40,
        "the source has been cut: {}",
        sentences.len()
    );
    for sentence in sentences {
        match page[at..].find(&sentence) {
            Some(place) => at += place + sentence.len(),
            None => panic!("not on the page, or not in its order: {sentence:?}"),
        }
    }
}

#[test]
fn the_lessons_own_words_hold_nothing_but_the_source() {
    let mut rest = sentences().join(" ");
    for section in sections().unwrap() {
        for block in &section.blocks {
            for text in own_words(block) {
                for sentence in text.split_inclusive(". ").map(words) {
                    let place = rest.find(&sentence);
                    let place = place.unwrap_or_else(|| panic!("not the source's: {sentence:?}"));
                    rest.replace_range(..place + sentence.len(), "");
                }
            }
        }
    }
    assert_eq!(rest.trim(), "", "the source says more");
}

/// The text of a block that claims to be the source's: not its notes.
fn own_words(block: &Block) -> Vec<String> {
    let plain = |text: &Vec<Inline>| markup::plain(text);
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => vec![plain(text)],
        Block::List(items) => items.iter().flatten().map(plain).collect(),
        Block::Precision { .. } | Block::Question(_) | Block::Scene(_) => Vec::new(),
    }
}

#[test]
fn the_whole_file_is_the_sources_program_verbatim() {
    assert_eq!(
        Program::WholeFile.source().trim_end(),
        source().1.trim_end()
    );
}

#[test]
fn the_two_halves_are_slices_of_the_whole_file() {
    for program in [Program::Sequential, Program::Concurrent] {
        let mut whole = Program::WholeFile.source().lines();
        for line in program.source().lines().filter(|line| !line.is_empty()) {
            assert!(
                whole.any(|other| other == line),
                "{program:?}: not in the whole file, or not in its order: {line:?}"
            );
        }
    }
}

#[test]
fn the_program_stands_on_the_page_as_it_runs() {
    let page = static_html();
    for program in Program::ALL {
        let html = page.split("data-ejecucion=").find(|run| {
            let file = format!(">{}<", program.file_name());
            run.contains(&file)
        });
        let listing = html
            .unwrap()
            .split("role=\"group\"")
            .find(|part| part.contains("code-line"));
        let lines: Vec<String> = listing
            .unwrap()
            .split("<span class=\"code-text\">")
            .skip(1)
            .map(|line| shown_exactly(line.split("<span class=\"code-marks\">").next().unwrap()))
            .collect();
        assert_eq!(lines.concat(), program.source(), "{program:?}");
    }
}

fn shown_exactly(html: &str) -> String {
    let pieces = html.split('<').enumerate();
    unescaped(
        pieces
            .map(|(place, piece)| {
                if place == 0 {
                    piece
                } else {
                    piece.split_once('>').unwrap().1
                }
            })
            .collect(),
    )
}

fn unescaped(html: String) -> String {
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    entities
        .iter()
        .fold(html, |text, (entity, meant)| text.replace(entity, meant))
}

#[test]
fn each_question_is_asked_once_and_has_one_right_answer() {
    let sections = sections().unwrap();
    let blocks = sections.iter().flat_map(|section| &section.blocks);
    let asked: Vec<&str> = blocks
        .filter_map(|block| match block {
            Block::Question(question) => Some(question.id),
            _ => None,
        })
        .collect();
    let all: Vec<&str> = Question::ALL.iter().map(|question| question.id).collect();
    assert_eq!(asked, all);
    for question in Question::ALL {
        let right = question.choices.iter().filter(|choice| choice.right);
        assert_eq!(right.count(), 1, "{}", question.id);
    }
}

#[test]
fn markup_that_does_not_exist_is_refused_with_its_line() {
    let error = |text| markup::parse(text).unwrap_err();
    assert_eq!(error("hola\n\n::: pregunta ninguna\n:::\n").line, 3);
    assert_eq!(error("::: precision algo\nsin fin\n").line, 1);
    assert_eq!(error("::: otra cosa\n:::\n").line, 1);
}

#[test]
fn marks_within_a_line_nest_and_a_lonely_one_is_text() {
    let text = |text: &str| Inline::Text(text.into());
    assert_eq!(
        markup::inlines("**`async def` (x):** 2 * 3"),
        [
            Inline::Strong(vec![Inline::Code("async def".into()), text(" (x):")]),
            text(" 2 * 3"),
        ]
    );
    assert_eq!(
        markup::inlines("`f(*x)` y *z*"),
        [
            Inline::Code("f(*x)".into()),
            text(" y "),
            Inline::Emphasis(vec![text("z")]),
        ]
    );
}
