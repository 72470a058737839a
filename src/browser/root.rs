//! Where the page hangs, and what of it is in sight.

use web_sys::Element;

/// The `id` in index.html of what holds the page; the text that was served in
/// it gives way.
const ROOT: &str = "pagina";

/// `None` where the HTML is not ours.
pub fn element() -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(ROOT)
}

/// Scrolls the page to the run with that `data-ejecucion`.
pub fn bring_in_sight(run: &str) {
    let selector = format!("[data-ejecucion=\"{run}\"]");
    let run = element().and_then(|root| root.query_selector(&selector).ok().flatten());
    if let Some(run) = run {
        run.scroll_into_view();
    }
}
