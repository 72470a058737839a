//! Copying.

use wasm_bindgen_futures::JsFuture;

/// Puts `text` on the clipboard and tells whether the browser let us: it does
/// so only on a gesture, and in a frame only where the outer page allows it.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    // Absent where the page did not come over https; reading its absence as
    // an object would throw.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into());
    if clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        let written = window.navigator().clipboard().write_text(text);
        JsFuture::from(written).await.is_ok()
    } else {
        false
    }
}
