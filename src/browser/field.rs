//! Text fields and scrolling boxes: what a view cannot do by attributes.

use std::ops::Range;

use wasm_bindgen::JsCast;
use web_sys::{
    Element, EventTarget, HtmlDocument, HtmlElement, HtmlInputElement, HtmlSelectElement,
};
use web_sys::{HtmlTextAreaElement, InputEvent, KeyboardEvent, PointerEvent};
use yew::{Callback, NodeRef, TargetCast};

/// The text of the field in which somebody wrote.
pub fn text(event: &InputEvent) -> String {
    let area = event.target_dyn_into::<HtmlTextAreaElement>();
    let input = event.target_dyn_into::<HtmlInputElement>();
    area.map(|area| area.value())
        .or_else(|| input.map(|input| input.value()))
        .unwrap_or_default()
}

/// The value that was chosen or committed.
pub fn chosen(event: &yew::Event) -> String {
    let select = event.target_dyn_into::<HtmlSelectElement>();
    let input = event.target_dyn_into::<HtmlInputElement>();
    select
        .map(|select| select.value())
        .or_else(|| input.map(|input| input.value()))
        .unwrap_or_default()
}

/// Gives a field a value, where it has another.
pub fn set_value(node: &NodeRef, value: &str) {
    if let Some(input) = node.cast::<HtmlInputElement>()
        && input.value() != value
    {
        input.set_value(value);
    }
}

/// Whose an element is: the nearest `data-quien` around it.
pub fn whose(target: Option<EventTarget>) -> Option<String> {
    let element = target?.dyn_into::<Element>().ok()?;
    let marked = element.closest("[data-quien]").ok().flatten()?;
    marked.get_attribute("data-quien")
}

/// Whether a key is for the element that has the focus, and not for what
/// stands around it: in a text field any, on a button those that
/// press it; and with Ctrl, Alt, Meta or Shift any.
pub fn keeps_key(event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
        return true;
    }
    let Some(element) = event.target_dyn_into::<Element>() else {
        return false;
    };
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => element.get_attribute("type").as_deref() != Some("range"),
        "BUTTON" | "SUMMARY" | "A" => matches!(event.key().as_str(), " " | "Enter"),
        _ => false,
    }
}

/// Moves the focus from the button with it to the one `lines` further in a
/// list whose items hold one each.
fn focus_further(event: &KeyboardEvent, lines: i32) {
    let button = event.target_dyn_into::<Element>();
    let button = button.filter(|button| button.tag_name() == "BUTTON");
    let item = button.and_then(|button| button.closest("li, div").ok().flatten());
    let next = item.and_then(|item| match lines {
        0.. => item.next_element_sibling(),
        _ => item.previous_element_sibling(),
    });
    let button = next.and_then(|item| item.query_selector("button").ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        // Where it cannot be focused, the focus stays.
        let _ = button.focus();
        event.prevent_default();
    }
}

/// Up and down move the focus among the buttons of a list: see
/// [`focus_further`].
pub fn move_among_buttons() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| match event.key().as_str() {
        "ArrowDown" => focus_further(&event, 1),
        "ArrowUp" => focus_further(&event, -1),
        _ => {}
    })
}

/// Which part of an element's width lies left of a pointer that is held down
/// on it, from 0 to 1. The pointer stays the element's until it is let go.
pub fn share_of_width(node: &NodeRef, event: &PointerEvent) -> Option<f64> {
    if event.buttons() & 1 == 0 {
        return None;
    }
    let frame = node.cast::<Element>()?.get_bounding_client_rect();
    let holder = event.current_target()?.dyn_into::<Element>().ok()?;
    // A pointer that is gone cannot be held: then it was a click.
    let _ = holder.set_pointer_capture(event.pointer_id());
    (frame.width() > 0.0)
        .then(|| ((f64::from(event.client_x()) - frame.left()) / frame.width()).clamp(0.0, 1.0))
}

/// Puts the caret at the beginning of a text field.
pub fn begin(node: &NodeRef) {
    if let Some(area) = node.cast::<HtmlTextAreaElement>() {
        // What is not on the page takes no caret, and need not.
        let _ = area.set_selection_range(0, 0);
        let _ = area.focus();
    }
}

/// Does at a key what `edit` says of the text and its selection (in bytes), in
/// a way that the browser's undo knows of.
pub fn replace(
    event: &KeyboardEvent,
    edit: impl FnOnce(&str, Range<usize>) -> Option<(Range<usize>, String)>,
) {
    let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() else {
        return;
    };
    let text = area.value();
    let place = |units: Option<u32>| bytes(&text, units.unwrap_or(0));
    let selection =
        place(area.selection_start().ok().flatten())..place(area.selection_end().ok().flatten());
    let Some((range, new)) = edit(&text, selection) else {
        return;
    };
    let document = area
        .owner_document()
        .and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    let (start, end) = (units(&text[..range.start]), units(&text[..range.end]));
    if let Some(document) = document
        && area.set_selection_range(start, end).is_ok()
    {
        let command = if new.is_empty() {
            "delete"
        } else {
            "insertText"
        };
        let done = document.exec_command_with_show_ui_and_value(command, false, &new);
        if done == Ok(true) {
            event.prevent_default();
        }
    }
}

/// Scrolls a listing, and nothing else, so that its lines `first` to `last`
/// (counted from 1) are in sight, or the first ones where not all fit.
pub fn keep_in_sight(listing: &NodeRef, first: u32, last: u32) {
    let Some(listing) = listing.cast::<Element>() else {
        return;
    };
    let line = |number: u32| listing.children().item(number.saturating_sub(1));
    let (Some(first), Some(last)) = (line(first), line(last)) else {
        return;
    };
    let frame = listing.get_bounding_client_rect();
    let above = first.get_bounding_client_rect().top() - frame.top();
    let below = last.get_bounding_client_rect().bottom() - frame.bottom();
    let shift = match (above < 0.0, below > 0.0) {
        (true, _) => above,
        (false, true) => below.min(above),
        (false, false) => return,
    };
    listing.set_scroll_top(listing.scroll_top() + shift as i32);
}

/// A count of UTF-16 units as a count of bytes.
fn bytes(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    let before = text.chars().take_while(|character| {
        let goes_on = left > 0;
        left = left.saturating_sub(character.len_utf16());
        goes_on
    });
    before.map(char::len_utf8).sum()
}

fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}
