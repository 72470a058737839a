//! A page in Spanish that teaches Python's `async` and `await` by running real
//! Python programs in the reader's browser.
//!
//! In reading order:
//!
//! - [`lesson`]: the prose, the programs, the questions. Pure.
//! - [`model`]: what the reader has done so far. Pure.
//! - [`address`]: what the page's address may carry. Pure.
//! - [`view`]: how it looks: small components, each a function of the above.
//! - [`browser`]: clock, timers, frames: all that is not pure.

pub mod address;
pub mod browser;
pub mod lesson;
pub mod model;
pub mod view;

/// The page as it is served, before any of it runs: its text reads without
/// JavaScript, and until the program behind it has arrived.
#[cfg(not(target_arch = "wasm32"))]
pub fn static_html() -> String {
    view::static_html()
}
