//! The table of what the test programs cover is made from them, and is true:
//! `UPDATE=1 cargo test --test coverage` writes it anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const HEAD: &str = "# What the test programs cover

Each program's output, order, exit and exception are compared with what
CPython 3.11 does on a virtual clock (`tests/programs.rs`); where a `.trace`
stands beside it, the order of its lines too. A folder is a subject, a program
one side of it. `pending.txt` names what differs yet.

This file is written by `UPDATE=1 cargo test --test coverage`.

| subject | programs | with line order | which |
| --- | ---: | ---: | --- |
";

fn table(root: &Path) -> String {
    let mut subjects: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for folder in fs::read_dir(root)
        .expect("the programs are there")
        .flatten()
    {
        for file in fs::read_dir(folder.path()).into_iter().flatten().flatten() {
            if file.path().extension().is_some_and(|kind| kind == "py") {
                let subject = folder.file_name().to_string_lossy().into_owned();
                subjects.entry(subject).or_default().push(file.path());
            }
        }
    }
    let mut text = HEAD.to_owned();
    let (mut all, mut with_order) = (0, 0);
    for (subject, mut files) in subjects {
        files.sort();
        let traced = files
            .iter()
            .filter(|file| file.with_extension("trace").exists());
        let traced = traced.count();
        let names = files.iter().filter_map(|file| file.file_stem());
        let names: Vec<String> = names
            .map(|name| name.to_string_lossy().replace('_', " "))
            .collect();
        let count = files.len();
        let _ = writeln!(
            text,
            "| `{subject}` | {count} | {traced} | {} |",
            names.join(", ")
        );
        all += count;
        with_order += traced;
    }
    let _ = writeln!(text, "| **all** | **{all}** | **{with_order}** | |");
    text
}

#[test]
fn the_table_of_what_is_covered_is_true() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
    let file = root.join("README.md");
    let made = table(&root);
    if env::var_os("UPDATE").is_some() {
        fs::write(&file, &made).expect("it can be written");
    }
    let written = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        written == made,
        "tests/programs/README.md is out of date: UPDATE=1 cargo test --test coverage"
    );
}
