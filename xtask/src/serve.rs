//! The page on this machine: built, served, built anew when a source changes,
//! and shown anew by the browsers that have it open.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tiny_http::{Header, Request, Response, Server};

use crate::build::{Profile, build_into};
use crate::shell::{command, target_dir, timed};
use crate::watch;

const FIRST_PORT: u16 = 8080;
/// How many ports are tried where one is taken.
const TRIES: u16 = 20;
/// Where a page asks to be told of the next build.
const NEXT_BUILD: &str = "/__xtask/next-build";
/// How long such a question is left open.
const PATIENCE: Duration = Duration::from_secs(20);

/// Added to every HTML file on its way out (not to the file): asks for the
/// next build, and shows it.
const RELOADER: &str = "<script>(async () => {
  for (;;) {
    try {
      const answer = await fetch('/__xtask/next-build', { cache: 'no-store' });
      if (answer.status === 200) { location.reload(); return; }
    } catch { await new Promise((resolve) => setTimeout(resolve, 1000)); }
  }
})();</script>";

struct Options {
    port: u16,
    open: bool,
    profile: Profile,
}

/// `cargo xtask serve [--port N] [--open] [--release]`; ends when interrupted.
pub(crate) fn serve(arguments: &[String]) -> Result<()> {
    let options = read_options(arguments)?;
    let folder = target_dir().join("xtask/served");
    let before = watch::look();
    let (built, took) = timed(|| build_into(&folder, options.profile));
    built?;
    let server = listen(options.port)?;
    let address = format!("http://{}/", server.server_addr());
    let took = took.as_secs_f64();
    eprintln!("\nBuilt in {took:.1} s. The page is at {address}  (Ctrl+C ends)\n");
    if options.open {
        open(&address);
    }
    let builds = Arc::new(Builds::default());
    let watching = Arc::clone(&builds);
    let built = folder.clone();
    thread::spawn(move || rebuild_for_ever(before, &built, options.profile, &watching));
    for request in server.incoming_requests() {
        let (folder, builds) = (folder.clone(), Arc::clone(&builds));
        thread::spawn(move || {
            // A browser that went away before it had its answer is no error.
            let _ = answer(request, &folder, &builds);
        });
    }
    Ok(())
}

fn read_options(arguments: &[String]) -> Result<Options> {
    let mut options = Options {
        port: FIRST_PORT,
        open: false,
        profile: Profile::Dev,
    };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--open" => options.open = true,
            "--release" => options.profile = Profile::Release,
            "--port" => {
                let port = arguments.next().context("--port needs a number")?;
                options.port = port
                    .parse()
                    .with_context(|| format!("`{port}` is no port"))?;
            }
            other => bail!("serve knows --port N, --open and --release, not `{other}`"),
        }
    }
    Ok(options)
}

fn listen(first: u16) -> Result<Server> {
    for port in first..first.saturating_add(TRIES) {
        match Server::http(("127.0.0.1", port)) {
            Ok(server) => return Ok(server),
            Err(error) => eprintln!("Port {port} is not free ({error}): trying the next."),
        }
    }
    bail!("no port is free from {first} on: choose another with --port");
}

fn open(address: &str) {
    let opener = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    if command(opener).arg(address).spawn().is_err() {
        eprintln!("No browser could be opened: go to {address} yourself.");
    }
}

/// Counts builds, and lets others wait for the next.
#[derive(Default)]
struct Builds {
    finished: Mutex<u64>,
    news: Condvar,
}

impl Builds {
    fn announce(&self) {
        *self.finished.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.news.notify_all();
    }

    /// Waits for one more build; `false` if none came in time.
    fn wait_for_next(&self) -> bool {
        let finished = self.finished.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = *finished;
        let (finished, _) = self
            .news
            .wait_timeout_while(finished, PATIENCE, |finished| *finished == seen)
            .unwrap_or_else(PoisonError::into_inner);
        *finished != seen
    }
}

fn rebuild_for_ever(mut built: watch::Look, folder: &Path, profile: Profile, builds: &Builds) {
    loop {
        watch::wait_for_change(&built);
        built = watch::look();
        eprintln!("\nA source has changed.");
        let (result, took) = timed(|| build_into(folder, profile));
        let took = took.as_secs_f64();
        match result {
            Ok(()) => {
                builds.announce();
                eprintln!("Rebuilt in {took:.1} s: open pages show it.");
            }
            Err(error) => eprintln!("{error:#}\nThe page stays as it was, until the next change."),
        }
    }
}

fn answer(request: Request, folder: &Path, builds: &Builds) -> Result<()> {
    let path = request.url().split(['?', '#']).next().unwrap_or("/");
    if path == NEXT_BUILD {
        let status = if builds.wait_for_next() { 200 } else { 204 };
        return Ok(request.respond(Response::empty(status))?);
    }
    let Some(file) = find(folder, path) else {
        let nothing = Response::from_string("There is nothing here.").with_status_code(404);
        return Ok(request.respond(nothing)?);
    };
    let mime = mime(&file);
    let mut content = fs::read(&file)?;
    if mime.starts_with("text/html") {
        content.extend_from_slice(RELOADER.as_bytes());
    }
    let response = Response::from_data(content)
        .with_header(header("Content-Type", mime))
        .with_header(header("Cache-Control", "no-store"));
    Ok(request.respond(response)?)
}

/// The file that a path of the address stands for, if it is in the folder.
fn find(folder: &Path, path: &str) -> Option<PathBuf> {
    let mut file = folder.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part == ".." {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).unwrap_or_else(|()| unreachable!("both are plain ASCII"))
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("woff2") => "font/woff2",
        Some("py" | "txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::{find, listen, read_options};
    use crate::shell::root;

    #[test]
    fn a_taken_port_gives_way_to_the_next() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let server = listen(port).unwrap();
        let got = server.server_addr().to_ip().unwrap().port();
        assert!(got > port && got < port + super::TRIES);
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        assert!(find(root(), "/Cargo.toml").is_some());
        assert!(find(&root().join("src"), "/../Cargo.toml").is_none());
    }

    #[test]
    fn unknown_options_are_refused() {
        assert!(read_options(&["--prot".to_owned()]).is_err());
        assert!(read_options(&["--port".to_owned(), "x".to_owned()]).is_err());
    }
}
