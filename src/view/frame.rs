//! Head and foot of the page: what an embedded figure goes without.

use yew::prelude::*;

use crate::lesson::words;

/// The way into the lesson's parts.
pub fn masthead() -> Html {
    html! {
        <header class="masthead">
            <a class="skip" href="#contenido">{ words::SKIP }</a>
            <p>{ words::TITLE }</p>
            <nav aria-label={words::CONTENTS}>
                <ul>
                    for (id, title) in words::NAVIGATION {
                        <li key={id}><a href={format!("#{id}")}>{ title }</a></li>
                    }
                </ul>
            </nav>
        </header>
    }
}

pub fn colophon() -> Html {
    html! {
        <footer class="colophon">
            <p>{ words::COLOPHON }</p>
        </footer>
    }
}
