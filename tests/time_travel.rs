//! Going through a run is one fold: forward and back again, scrubbed or lived
//! through, every view shows the same. Tried on the test programs themselves.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use asincronismo::lesson::story::Story;
use asincronismo::model::Place;
use asincronismo::view::inside::circuit::Circuit;
use asincronismo::view::shown::Shown;
use engine::machine::{Machine, Options, Status};
use engine::trace::export::json;
use engine::trace::{Moment, Recording, Stop};

/// Programs with so many events at least: there is something to go through.
const EVENTS: usize = 30;
/// What one program may tell here, so that the test stays short.
const MOST_EVENTS: usize = 3_000;
const PROGRAMS: usize = 40;

fn programs() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
    let folders = fs::read_dir(root).expect("the programs are there");
    let mut files: Vec<PathBuf> = folders
        .flatten()
        .filter_map(|folder| fs::read_dir(folder.path()).ok())
        .flat_map(|files| files.flatten().map(|file| file.path()))
        .filter(|file| file.extension().is_some_and(|kind| kind == "py"))
        .collect();
    files.sort();
    files
}

/// A program run to its end on a clock that jumps; in small slices, and
/// stopping at every line, where `stepping`.
fn run(source: &str, stepping: bool) -> Option<Machine> {
    let mut machine = Machine::new(source, Options::default()).ok()?;
    machine.set_stepping(stepping);
    let mut now = 0.0;
    for _ in 0..200_000 {
        match machine.advance(now, if stepping { 7 } else { 10_000 }) {
            Status::IdleUntil(next) | Status::BlockedUntil(next) => now = next,
            Status::OutOfBudget | Status::AtLine(_) => {}
            Status::Done | Status::Failed | Status::Stuck => break,
        }
        if machine.recording().len() > MOST_EVENTS {
            return None;
        }
    }
    Some(machine)
}

/// Some 60 programs with enough going on, spread over all there are.
fn recordings() -> Vec<(PathBuf, String, Machine)> {
    let found = programs().into_iter().filter_map(|file| {
        let source = fs::read_to_string(&file).ok()?;
        let asks = source.contains("async def");
        let machine = asks.then(|| run(&source, false)).flatten()?;
        (machine.recording().len() >= EVENTS).then_some((file, source, machine))
    });
    let found: Vec<_> = found.collect();
    let stride = (found.len() / 60).max(1);
    let chosen: Vec<_> = found.into_iter().step_by(stride).collect();
    assert!(chosen.len() >= PROGRAMS, "only {} programs", chosen.len());
    chosen
}

/// A reproducible source of numbers.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

/// All that the views draw at a moment.
fn views(recording: &Recording, cursor: usize) -> (Moment, Shown, Circuit) {
    let moment = recording.at(cursor);
    let shown = Shown::of(&moment, recording, cursor, false);
    let circuit = Circuit::of(&moment, moment.at());
    (moment, shown, circuit)
}

#[test]
fn so_many_steps_forward_and_back_again_lead_to_the_same_place() {
    let mut random = Random(4);
    for (file, _, machine) in recordings() {
        let recording = machine.recording();
        for stop in Stop::ALL {
            let forward = |from: usize| recording.next_stop(stop, from);
            let stops: Vec<usize> = std::iter::successors(Some(0), |from| forward(*from)).collect();
            let (n, k) = (random.below(stops.len()), random.below(stops.len()));
            let far = (n + k).min(stops.len() - 1);
            let back = (0..far - n).fold(stops[far], |from, _| recording.previous_stop(stop, from));
            let file = file.display();
            assert_eq!(back, stops[n], "{file}: {stop:?}, {n} and {}", far - n);
            assert_eq!(
                views(recording, back),
                views(recording, stops[n]),
                "{file}: {stop:?}"
            );
        }
    }
}

#[test]
fn what_is_scrubbed_to_is_what_was_lived_through() {
    let mut random = Random(9);
    for (file, source, machine) in recordings() {
        let whole = machine.recording();
        let cursor = random.below(whole.len());
        let mut lived = Recording::default();
        for event in whole.events(0..cursor) {
            lived.push(event.clone());
        }
        let file = file.display();
        assert_eq!(
            views(whole, cursor),
            views(&lived, lived.len()),
            "{file} at {cursor}"
        );
        // The program time of an event leads to the last one of that instant.
        let time = whole.event(cursor).map_or(0.0, |event| event.at);
        let (found, at) = Place::Time(time).find(whole, f64::INFINITY);
        assert_eq!(at, time);
        assert!(
            found > cursor && whole.event(found).is_none_or(|next| next.at > time),
            "{file}"
        );
        let story = Story::of(&source);
        let told = whole
            .event(cursor)
            .map(|event| story.sentence(event, &lived.at(cursor)));
        assert!(
            told.is_some_and(|sentence| sentence.ends_with(['.', '…'])),
            "{file}"
        );
    }
}

#[test]
fn a_program_run_line_by_line_tells_the_same_as_one_that_just_runs() {
    for (file, source, machine) in recordings() {
        let stepped = run(&source, true).expect("it ran before");
        let (one, other) = (machine.recording(), stepped.recording());
        let texts = |recording: &Recording| -> Vec<String> {
            let events = recording.events(0..recording.len());
            // Addresses of objects differ from run to run.
            events
                .map(|event| without_addresses(&format!("{event:?}")))
                .collect()
        };
        let differing =
            (texts(one).into_iter().zip(texts(other))).find(|(one, other)| one != other);
        assert_eq!(differing, None, "{}", file.display());
        assert_eq!(one.len(), other.len(), "{}", file.display());
    }
}

fn without_addresses(text: &str) -> String {
    let mut parts = text.split("0x");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + "0x" + part.trim_start_matches(|c: char| c.is_ascii_hexdigit())
    })
}

#[test]
fn a_breakpoint_stops_before_its_line_each_time() {
    let source = "for n in range(3):\n    x = n\nprint(x)\n";
    let mut machine = Machine::new(source, Options::default()).expect("it compiles");
    machine.set_breakpoints(Rc::new([2]));
    for _ in 0..3 {
        assert_eq!(machine.advance(0.0, 1_000), Status::AtLine(2));
    }
    assert_eq!(machine.advance(0.0, 1_000), Status::Done);
}

#[test]
fn a_run_saved_as_a_file_is_read_as_the_same_run() {
    for (file, source, machine) in recordings() {
        let recording = machine.recording();
        let name = file.display().to_string();
        let saved = json::read(&json::write(recording, &name, &source));
        let saved = saved.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert!(
            saved.events.iter().eq(recording.events(0..recording.len())),
            "{name}"
        );
    }
}
