//! Remembering small things between visits, where the browser allows it. The
//! page works without: a full or forbidden storage is an empty one.

use web_sys::Storage;

/// What was remembered under `key`.
pub fn recall(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Remembers `value` under `key`, or forgets about it.
pub fn remember(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // Full or forbidden: nothing depends on it.
        let _ = storage.set_item(key, value);
    }
}

/// In a sandboxed frame the mere question throws.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
