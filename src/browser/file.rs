//! Files: handing one to the reader, and reading one that the reader gives.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};
use yew::TargetCast;

/// Has the browser save `text` as a file of that name. `None` where it cannot.
pub fn save(name: &str, kind: &str, text: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link = document.create_element("a").ok()?;
    let link = link.dyn_into::<HtmlAnchorElement>().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The download has its own hold on what it saves.
    Url::revoke_object_url(&address).ok()
}

/// The text of the file that was chosen in a field; `None` where there is none,
/// where it is larger than `most` bytes, or where it is no text.
pub async fn chosen_text(event: yew::Event, most: usize) -> Option<String> {
    let field = event.target_dyn_into::<HtmlInputElement>()?;
    let file = field.files()?.get(0)?;
    // The same file can be chosen once more.
    field.set_value("");
    if file.size() > most as f64 {
        return None;
    }
    JsFuture::from(file.text()).await.ok()?.as_string()
}
