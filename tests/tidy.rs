//! The invariants of ARCHITECTURE.md that a compiler does not see. Each
//! failure says which file breaks which rule.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Crates that only mean something in a browser.
const BROWSER_CRATES: [&str; 6] = [
    "gloo",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "web_sys",
    "yew",
];

/// Rooms that know neither a browser nor a way to draw.
const PURE_ROOMS: [&str; 5] = [
    "engine/src",
    "engine/quick/src",
    "src/address",
    "src/lesson",
    "src/model",
];

/// A file longer than this holds two ideas. Most take a third of it; only
/// tables (of builtins, of instructions) need so many.
const LONGEST_FILE: usize = 1000;

#[test]
fn pure_rooms_name_no_browser_crate() {
    check(&PURE_ROOMS, "names a browser crate", |line| {
        BROWSER_CRATES.iter().any(|&name| names(line, name))
    });
}

#[test]
fn pure_rooms_read_no_clock_and_start_no_thread() {
    check(&PURE_ROOMS, "reads a clock or starts a thread", |line| {
        ["Instant::now", "SystemTime::now", "thread::spawn"]
            .iter()
            .any(|forbidden| line.contains(forbidden))
    });
}

#[test]
fn only_the_browser_room_sets_timers_and_starts_tasks() {
    check(&["src/view"], "does what src/browser is for", |line| {
        ["gloo_timers", "js_sys", "wasm_bindgen_futures"]
            .iter()
            .any(|&name| names(line, name))
            || line.contains("spawn_local")
    });
}

#[test]
fn the_lesson_and_the_model_do_not_know_who_draws_them() {
    check(&["src/lesson"], "looks up an arrow", |line| {
        ["crate::model", "crate::browser", "crate::view"]
            .iter()
            .any(|room| line.contains(room))
    });
    check(&["src/model", "src/address"], "looks up an arrow", |line| {
        ["crate::browser", "crate::view"]
            .iter()
            .any(|room| line.contains(room))
    });
}

#[test]
fn every_timer_has_an_owner() {
    check(&["src", "engine/src"], "lets go of a timer", |line| {
        line.contains("Timeout::forget") || line.contains("Interval::forget")
    });
}

#[test]
fn the_words_that_readers_see_stand_in_the_lesson() {
    check(&["src/model", "src/view"], "speaks Spanish", |line| {
        line.contains(['á', 'é', 'í', 'ó', 'ú', 'ñ', '¿', '¡'])
    });
}

#[test]
fn files_are_short() {
    let long: Vec<String> = rust_files(&["src", "engine/src", "xtask", "tests"])
        .into_iter()
        .filter_map(|path| {
            let lines = read(&path).lines().count();
            (lines > LONGEST_FILE).then(|| format!("{} has {lines} lines", path.display()))
        })
        .collect();
    assert!(
        long.is_empty(),
        "longer than {LONGEST_FILE} lines: find the second idea and give it a file\n{}",
        long.join("\n")
    );
}

#[test]
fn the_engine_depends_on_no_browser() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["tree", "--package", "engine", "--edges", "normal,build"])
        .args(["--target", "all", "--prefix", "none", "--locked"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let tree = String::from_utf8(output.stdout).unwrap().replace('-', "_");
    assert!(tree.starts_with("engine "), "no tree: {tree}");
    for line in tree.lines() {
        let name = line.split(' ').next().unwrap_or_default();
        assert!(
            !BROWSER_CRATES.contains(&name) && !name.starts_with("gloo_"),
            "the engine has come to depend on {name}: `cargo tree -p engine -i {name}` shows why"
        );
    }
}

/// Fails for each line of code (neither comments nor tests count) in `rooms`
/// that is `wrong`, naming its place.
fn check(rooms: &[&str], complaint: &str, wrong: impl Fn(&str) -> bool) {
    let files = rust_files(rooms);
    assert!(!files.is_empty(), "no file in {rooms:?}: has a room moved?");
    let mut found = Vec::new();
    for path in files {
        let text = read(&path);
        // The tests at a file's end may say what they like.
        let code = text.lines().take_while(|line| *line != "#[cfg(test)]");
        for (index, line) in code.enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if wrong(code) {
                let place = path.strip_prefix(root()).unwrap_or(&path).display();
                found.push(format!(
                    "{place}:{}: {complaint}: {}",
                    index + 1,
                    line.trim()
                ));
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// Whether the code names that crate, as a word of its own (`gloo` stands for
/// its family).
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let before = code[..at].chars().next_back();
        let after = &code[at + name.len()..];
        let family = name == "gloo" && after.starts_with('_');
        !before.is_some_and(is_word) && (family || !after.starts_with(is_word))
    })
}

#[test]
fn a_crate_is_recognised_as_a_word_of_its_own() {
    assert!(names("use web_sys::Window;", "web_sys"));
    assert!(names("gloo_timers::future::sleep(x)", "gloo"));
    assert!(!names("let my_web_sys = 1;", "web_sys"));
    assert!(!names("igloo()", "gloo"));
}

fn rust_files(rooms: &[&str]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for room in rooms {
        let single = root().join(room).with_extension("rs");
        if single.is_file() {
            files.push(single);
        }
        collect(&root().join(room), &mut files);
    }
    files
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            if !path.ends_with("node_modules") {
                collect(&path, files);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
