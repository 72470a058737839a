//! The address bar, read and written.

use wasm_bindgen::JsValue;

use crate::address::Address;

/// What the page's address says.
pub fn address() -> Address {
    let location = web_sys::window().map(|window| window.location());
    let part = |read: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location
            .as_ref()
            .and_then(|location| read(location).ok())
            .unwrap_or_default()
    };
    Address::parse(
        &part(web_sys::Location::search),
        &part(web_sys::Location::hash),
    )
}

/// Puts `fragment` (without its `#`) into the address bar, adds nothing to the
/// browser's history, and gives the whole address, to be copied.
pub fn show_fragment(fragment: &str) -> Option<String> {
    let window = web_sys::window()?;
    let href = window.location().href().ok()?;
    let page = href.split('#').next().unwrap_or(&href);
    let href = format!("{page}#{fragment}");
    // A sandboxed frame may forbid it; the address can be copied all the same.
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&href));
    }
    Some(href)
}
