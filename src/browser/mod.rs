//! The browser: the only room that names `web_sys`, `js_sys`, gloo or
//! `spawn_local`. Only `view::app`, `main`, and the views with a text field, a
//! copy button or a voice come in here.
//!
//! - [`Stage`]: makes run what the model says, and hands back
//!   [`Scenes`](crate::model::Scenes) once a frame.
//! - [`clock`]: what time it is.
//! - [`timer`]: waiting, and tasks that end when dropped.
//! - [`storage`]: remembering, where the browser allows it.
//! - [`clipboard`]: putting text on the clipboard.
//! - [`file`]: files saved and opened.
//! - [`frame`]: telling the page around us how high we are.
//! - [`location`]: the address, read and written.
//! - [`field`]: text fields and scrolling boxes.
//! - [`root`]: where the page hangs.
//! - [`notice`]: the last word when all else failed.

pub mod clipboard;
pub mod clock;
mod driver;
pub mod field;
pub mod file;
pub mod frame;
pub mod location;
pub mod notice;
pub mod root;
mod stage;
pub mod storage;
pub mod timer;

pub use stage::Stage;
