//! Mounts the page, nothing else.

use asincronismo::{browser, view};

fn main() {
    browser::notice::show_on_panic();
    if let Some(root) = browser::root::element() {
        view::mount(root, browser::location::address());
    }
}
