use std::rc::Rc;

use yew::prelude::*;

use super::part::Part;
use super::question::QuestionView;
use crate::lesson::markup::{Block, Inline};
use crate::lesson::{Section, words};

/// A section that is text alone: the lesson on the left, and what is noted
/// beside it in the margin, at the height of what it is about.
#[derive(PartialEq)]
pub struct Prose {
    pub section: Rc<Section>,
}

impl Part for Prose {
    fn draw(&self) -> Html {
        let Section { id, blocks } = &*self.section;
        // A note closes a spread: it stands beside the text before it.
        let spreads = blocks.split_inclusive(|block| matches!(block, Block::Precision { .. }));
        html! {
            <section id={*id} class={classes!("section", format!("section-{id}"))}>
                for (place, spread) in spreads.enumerate() {
                    <div key={place} class="spread">
                        <div class="prose">
                            { for spread.iter().filter(|block| !is_note(block)).map(block) }
                        </div>
                        { for spread.iter().filter(|block| is_note(block)).map(block) }
                    </div>
                }
            </section>
        }
    }
}

/// The same in one narrow column, beside a figure.
#[derive(PartialEq)]
pub struct Column {
    pub section: Rc<Section>,
    /// Its notes, or all but its notes.
    pub notes: bool,
}

impl Part for Column {
    fn draw(&self) -> Html {
        let blocks = self.section.blocks.iter();
        html! {
            <div class="prose">
                { for blocks.filter(|block| is_note(block) == self.notes).map(block) }
            </div>
        }
    }
}

fn is_note(block: &Block) -> bool {
    matches!(block, Block::Precision { .. })
}

fn block(block: &Block) -> Html {
    match block {
        Block::Heading { level, text } => {
            let tag = format!("h{level}");
            html! { <@{tag}>{ inlines(text) }</@> }
        }
        Block::Paragraph(text) => html! { <p>{ inlines(text) }</p> },
        Block::List(items) => html! {
            <ul>
                for item in items.iter() {
                    <li>{ for item.iter().map(|text| html! { <p>{ inlines(text) }</p> }) }</li>
                }
            </ul>
        },
        Block::Precision { id, text } => html! {
            <div id={format!("precision-{id}")} class="precision" role="note" aria-label={words::PRECISION}>
                <p class="precision-title">{ words::PRECISION }</p>
                { for text.iter().map(self::block) }
            </div>
        },
        Block::Question(question) => html! { <QuestionView question={*question} /> },
        // Drawn by the page beside the section's text.
        Block::Scene(_) => html! {},
    }
}

pub fn inlines(text: &[Inline]) -> Html {
    text.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> Html {
    match inline {
        Inline::Text(text) => html! { { text } },
        Inline::Code(text) => html! { <code>{ text }</code> },
        Inline::Strong(inside) => html! { <strong>{ inlines(inside) }</strong> },
        Inline::Emphasis(inside) => html! { <em>{ inlines(inside) }</em> },
    }
}
