//! The last word when all else failed: a panic has ended the page's program,
//! so this names nothing of it and only shows what the HTML already holds.

use std::panic;

/// The `id` of the notice in index.html: hidden there, with its sentence and
/// its button to load the page again.
const NOTICE: &str = "averia";

/// From now on a panic shows the notice, and tells its place in the console.
pub fn show_on_panic() {
    panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        let document = web_sys::window().and_then(|window| window.document());
        let notice = document.and_then(|document| document.get_element_by_id(NOTICE));
        if let Some(notice) = notice {
            // There is nobody left to tell.
            let _ = notice.remove_attribute("hidden");
        }
    }));
}
