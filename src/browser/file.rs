//! Files: handing one to the reader, and reading one that the reader gives.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement};
use web_sys::{HtmlCanvasElement, HtmlImageElement, HtmlInputElement, Url};
use yew::TargetCast;

/// Has the browser save `text` as a file of that name. `None` where it cannot.
pub fn save(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    download(name, &address)?;
    // The download has its own hold on what it saves.
    Url::revoke_object_url(&address).ok()
}

/// Pixels of a picture for each of its drawing's: for screens and print.
const FINE: u32 = 2;

/// Has the browser save a drawing of that size (in its own pixels) as a PNG.
/// `None` where it cannot.
pub async fn save_picture(name: &str, svg: &str, (width, height): (u32, u32)) -> Option<()> {
    let image = HtmlImageElement::new().ok()?;
    let svg = String::from(js_sys::encode_uri_component(svg));
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{svg}"));
    JsFuture::from(image.decode()).await.ok()?;
    let canvas = element::<HtmlCanvasElement>("canvas")?;
    canvas.set_width(width * FINE);
    canvas.set_height(height * FINE);
    let pen = canvas.get_context("2d").ok()??;
    let pen = pen.dyn_into::<CanvasRenderingContext2d>().ok()?;
    let (width, height) = (f64::from(width * FINE), f64::from(height * FINE));
    pen.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
        .ok()?;
    download(name, &canvas.to_data_url().ok()?)
}

fn download(name: &str, address: &str) -> Option<()> {
    let link = element::<HtmlAnchorElement>("a")?;
    link.set_href(address);
    link.set_download(name);
    link.click();
    Some(())
}

fn element<T: JsCast>(tag: &str) -> Option<T> {
    let document = web_sys::window()?.document()?;
    document.create_element(tag).ok()?.dyn_into().ok()
}

/// Why a chosen file has no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoText {
    TooLarge,
    /// There is none, or it cannot be read.
    Unreadable,
}

/// The text of the file that was chosen in a field.
///
/// # Errors
/// Where there is none, where it is larger than `most` bytes, or cannot be
/// read.
pub async fn chosen_text(event: yew::Event, most: usize) -> Result<String, NoText> {
    let field = event.target_dyn_into::<HtmlInputElement>();
    let file = field.as_ref().and_then(|field| field.files()?.get(0));
    let (Some(field), Some(file)) = (field, file) else {
        return Err(NoText::Unreadable);
    };
    // The same file can be chosen once more.
    field.set_value("");
    if file.size() > most as f64 {
        return Err(NoText::TooLarge);
    }
    let text = JsFuture::from(file.text()).await.ok();
    text.and_then(|text| text.as_string())
        .ok_or(NoText::Unreadable)
}
