use yew::prelude::*;

use super::part::Part;
use crate::lesson::words;

/// How the timelines are to be read; folded away.
#[derive(PartialEq)]
pub struct Legend;

impl Part for Legend {
    fn draw(&self) -> Html {
        html! {
            <details class="legend">
                <summary>{ words::LEGEND }</summary>
                <dl class="task-1">
                    <dt><svg aria-hidden="true"><rect class="bar-running" x="22" y="1" width="3" height="20" /></svg></dt>
                    <dd>{ words::LEGEND_RUNNING }</dd>
                    <dt><svg aria-hidden="true"><rect class="bar-waiting" x="1" y="4" width="46" height="14" /></svg></dt>
                    <dd>{ words::LEGEND_WAITING }</dd>
                    <dt><svg aria-hidden="true"><rect class="bar-queued" x="1" y="9" width="46" height="4" /></svg></dt>
                    <dd>{ words::LEGEND_QUEUED }</dd>
                    <dt><svg aria-hidden="true">
                        <rect class="bar-blocked" x="1" y="1" width="46" height="20" />
                        <rect x="1" y="1" width="46" height="20" fill="url(#trama)" />
                    </svg></dt>
                    <dd>{ words::LEGEND_BLOCKED }</dd>
                </dl>
            </details>
        }
    }
}
