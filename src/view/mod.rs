//! How the page looks. Each [`part`] is a function of what it is given; what
//! remembers something is a component, and only [`app`] meets the browser and
//! holds what changes. A component's style
//! stands beside it in `static/`, under its name.
//!
//! From the outside in:
//!
//! - [`app`]: the page; `prose`, `question`, `frame`: the lesson as text.
//! - `figure`: places where programs run; `run`: one of them; in it `controls`,
//!   `clock`, `timeline`, `density`, `cards`, `crowd`, `code_panel` (`code`, `editor`), `console`,
//!   `advice`.
//! - `transport`, `scrubber`, `keyboard`: time in the reader's hands; [`travel`] says what
//!   their gestures come to.
//! - `inside`: the event loop, the tasks and their variables, the story.
//! - `parameters`, `speed`, `legend`: what can be changed without touching code.
//! - [`shown`], [`printout`], [`thin`], [`scale`], [`time`], [`palette`], [`fault`], [`syntax`],
//!   [`keys`]: what is to be drawn, worked out before anything is drawn.

mod advice;
mod announcer;
pub mod app;
pub mod cards;
pub mod clock;
pub mod code;
mod code_panel;
pub mod console;
pub mod controls;
mod copy;
pub mod crowd;
pub mod density;
mod drawing;
mod editor;
pub mod fault;
mod figure;
mod fold;
mod frame;
mod growth;
pub mod inside;
mod keyboard;
pub mod keys;
mod legend;
mod lighting;
pub mod palette;
mod parameters;
pub mod part;
pub mod printout;
mod prose;
mod question;
mod run;
pub mod scale;
mod scrubber;
pub mod shown;
mod speed;
pub mod syntax;
pub mod thin;
pub mod time;
pub mod timeline;
mod transport;
pub mod travel;

#[cfg(not(target_arch = "wasm32"))]
use futures_util::FutureExt;
use yew::Renderer;

use self::app::{App, AppProps};
use crate::address::Address;

/// Puts the page in the place of what `root` holds.
pub fn mount(root: web_sys::Element, address: Address) {
    Renderer::<App>::with_root_and_props(root, AppProps { address }).render();
}

/// The page drawn once, before anything has run.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn static_html() -> String {
    let address = Address::parse("", "");
    let page = yew::LocalServerRenderer::<App>::with_props(AppProps { address });
    // Nothing on the page waits for anything when it is drawn.
    page.hydratable(false)
        .render()
        .now_or_never()
        .unwrap_or_default()
}
