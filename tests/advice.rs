//! What the page says about runs: in Spanish, with a place in the lesson that
//! settles it, and nothing where nothing is wrong.

use std::fs;
use std::path::{Path, PathBuf};

use asincronismo::lesson::advice::{self, Pointer};
use asincronismo::lesson::{self, Block, Program};
use engine::advice::{Advice, Misconception, Reader};
use engine::machine::{Machine, Options, Status};

/// What is said of a program, on a clock that jumps.
fn told(source: &str) -> Vec<Advice> {
    let Ok(mut machine) = Machine::new(source, Options::default()) else {
        return Vec::new();
    };
    let mut now = 0.0;
    for _ in 0..1000 {
        match machine.advance(now, 100_000) {
            Status::IdleUntil(next) | Status::BlockedUntil(next) => now = next,
            Status::OutOfBudget => {}
            _ => break,
        }
    }
    let recording = machine.recording();
    let mut reader = Reader::default();
    reader.read(recording.events(0..recording.len()));
    reader.advise(source, None)
}

/// The `.py` files of a folder and what is below it.
fn programs(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        // What tries to break limits takes long, and says nothing here.
        if path.is_dir() && !path.ends_with("limits") {
            found.extend(programs(&path));
        } else if path.extension().is_some_and(|kind| kind == "py") {
            found.push(path);
        }
    }
    found
}

#[test]
fn the_lessons_own_programs_need_no_advice() {
    for program in Program::ALL {
        assert_eq!(told(program.source()), [], "{program:?}");
    }
}

#[test]
fn programs_without_asyncio_are_left_alone_and_the_others_get_sentences() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
    let mut advised = 0;
    for path in programs(&root) {
        let source = fs::read_to_string(&path).expect("a program");
        let told = told(&source);
        let name = path.display();
        assert!(told.len() <= 3, "{name}: {told:?}");
        assert!(told.is_empty() || source.contains("asyncio"), "{name}");
        for Advice { line, finding } in &told {
            assert!((1..=source.lines().count()).contains(&(*line as usize)));
            let sentence = advice::sentence(finding);
            assert!(sentence.ends_with('.'), "{name}: {sentence}");
            assert_eq!(sentence.matches('`').count() % 2, 0, "{name}: {sentence}");
        }
        advised += usize::from(!told.is_empty());
    }
    assert!(advised > 20, "{advised} programs");
}

#[test]
fn every_misconception_has_its_place_in_the_lesson() {
    use Misconception::*;
    let sections = lesson::sections().expect("it reads");
    let notes: Vec<String> = sections
        .iter()
        .flat_map(|section| &section.blocks)
        .filter_map(|block| match block {
            Block::Precision { id, .. } => Some(format!("precision-{id}")),
            _ => None,
        })
        .collect();
    for misconception in [
        CallingRuns,
        RunInNotebook,
        BlockingIsFine,
        AsyncIsFaster,
        TimeoutRescuesBlocked,
        FireAndForget,
        AwaitInLoop,
        TaskStartsAtOnce,
        OneFailureStopsAll,
        SleepIsExact,
        TasksAreParallel,
        EveryAwaitYields,
        OneConnectionForAll,
        ResultsAsCompleted,
    ] {
        let Pointer { anchor, title } = advice::pointer(misconception);
        assert!(notes.iter().any(|note| note == anchor), "{anchor}");
        assert!(!title.is_empty());
    }
}
