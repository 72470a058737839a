//! Notices that a source has changed, by looking at the clocks of the files:
//! they are few, and looking needs no library and works on every disk.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use crate::shell::root;

/// What the page is made of.
const SOURCES: [&str; 6] = [
    "Cargo.toml",
    "Cargo.lock",
    "index.html",
    "static",
    "src",
    "engine",
];

/// How often the files are looked at.
const PERIOD: Duration = Duration::from_millis(300);

/// A look at all sources: how many files, and when the last one was written.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Look {
    files: usize,
    newest: SystemTime,
}

/// Looks at the sources now.
pub(crate) fn look() -> Look {
    let mut look = Look {
        files: 0,
        newest: SystemTime::UNIX_EPOCH,
    };
    for source in SOURCES {
        visit(&root().join(source), &mut look);
    }
    look
}

/// Returns when the sources no longer look as they did, and have kept still
/// for one period: an editor may write several files at once.
pub(crate) fn wait_for_change(since: &Look) {
    let mut before = since.clone();
    loop {
        sleep(PERIOD);
        let now = look();
        if now == before && now != *since {
            return;
        }
        before = now;
    }
}

fn visit(path: &Path, look: &mut Look) {
    if let Ok(entries) = fs::read_dir(path) {
        for entry in entries.flatten() {
            visit(&entry.path(), look);
        }
    } else if let Ok(modified) = fs::metadata(path).and_then(|data| data.modified()) {
        look.files += 1;
        look.newest = look.newest.max(modified);
    }
}
