//! Inside another page: telling it how high we are, so that the frame fits.
//!
//! Three forms of the same news are sent, for there is no single custom:
//! `{type: 'resize', height}`, the one of our README; H5P's resizer, which
//! answers to `{context: 'h5p', action: 'resize'}`; and LTI's, a JSON text
//! with the subject `lti.frameResize`. A height is no secret, so any page
//! around us may hear it.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver, Window};

/// Tells the page around us each new height of an element, while it is kept.
pub struct HeightTeller {
    observer: ResizeObserver,
    _tell: Closure<dyn FnMut()>,
}

impl HeightTeller {
    /// Tells the height of `element` now and at each change. `None` where no
    /// other page is around us.
    pub fn new(element: Element) -> Option<HeightTeller> {
        let parent = outer_window()?;
        let mut last = None;
        let observed = element.clone();
        let tell = Closure::<dyn FnMut()>::new(move || {
            let height = element.get_bounding_client_rect().height().ceil();
            if last.replace(height) != Some(height) {
                tell_height(&parent, height);
            }
        });
        let observer = ResizeObserver::new(tell.as_ref().unchecked_ref()).ok()?;
        observer.observe(&observed);
        Some(HeightTeller {
            observer,
            _tell: tell,
        })
    }
}

impl Drop for HeightTeller {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The window of the page around us, if there is one.
fn outer_window() -> Option<Window> {
    let window = web_sys::window()?;
    let parent = window.parent().ok().flatten()?;
    (!Object::is(&window, &parent)).then_some(parent)
}

fn tell_height(parent: &Window, height: f64) {
    let plain = object(&[("type", "resize".into()), ("height", height.into())]);
    let h5p = object(&[
        ("context", "h5p".into()),
        ("action", "resize".into()),
        ("scrollHeight", height.into()),
    ]);
    let lti = format!(r#"{{"subject":"lti.frameResize","height":{height}}}"#);
    for message in [plain.into(), h5p.into(), JsValue::from(lti)] {
        // A parent that is going away hears nothing, and need not.
        let _ = parent.post_message(&message, "*");
    }
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A fresh object takes any field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}
