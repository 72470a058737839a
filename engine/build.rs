//! Takes out of the library's Python what only its readers need: comments,
//! empty lines and three of four spaces. The page carries all of it.

use std::path::Path;
use std::{env, fs, io};

const FOLDERS: [&str; 3] = ["asyncio/library", "python/library", "python/prelude"];

fn main() -> io::Result<()> {
    let made = env::var("OUT_DIR").map_err(io::Error::other)?;
    for folder in FOLDERS {
        let source = Path::new("src").join(folder);
        println!("cargo::rerun-if-changed={}", source.display());
        let target = Path::new(&made).join(folder);
        fs::create_dir_all(&target)?;
        for file in fs::read_dir(source)? {
            let file = file?;
            if file.path().extension().is_some_and(|kind| kind == "py") {
                let text = fs::read_to_string(file.path())?;
                fs::write(target.join(file.file_name()), bare(&text))?;
            }
        }
    }
    Ok(())
}

/// The same program. Nowhere in the library does a line of a text begin with
/// what is taken out.
fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    for line in text.lines().map(str::trim_end) {
        let code = line.trim_start();
        if !code.is_empty() && !code.starts_with('#') {
            let depth = line.len() - code.len();
            bare.push_str(&" ".repeat(depth / 4 + depth % 4));
            bare.push_str(code);
            bare.push('\n');
        }
    }
    bare
}
