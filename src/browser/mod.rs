//! The browser: the only room that names `web_sys`, `js_sys`, gloo or
//! `spawn_local`. Only `view::app` and `main` come in here.
//!
//! - [`Stage`]: makes run what the model says, and hands back
//!   [`Scenes`](crate::model::Scenes) once a frame.
//! - [`clock`]: what time it is.
//! - [`timer`]: waiting, and tasks that end when dropped.
//! - [`storage`]: remembering, where the browser allows it.
//! - [`clipboard`]: copying.
//! - [`frame`]: telling the page around us how high we are.
//! - [`location`]: the address, read and written.
//! - [`notice`]: the last word when all else failed.

pub mod clipboard;
pub mod clock;
mod driver;
pub mod frame;
pub mod location;
pub mod notice;
mod stage;
pub mod storage;
pub mod timer;

pub use stage::Stage;
