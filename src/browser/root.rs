//! Where the page hangs.

use web_sys::Element;

/// The `id` in index.html of what holds the page; the text that was served in
/// it gives way.
const ROOT: &str = "pagina";

/// `None` where the HTML is not ours.
pub fn element() -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(ROOT)
}
