use std::rc::Rc;

use yew::prelude::*;

use super::code::{piece, told};
use super::fault::Fault;
use super::{keys, syntax};
use crate::browser::field;
use crate::lesson::words;

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    pub source: Rc<str>,
    pub faults: Rc<[Fault]>,
    pub name: &'static str,
    /// Takes the whole new text.
    pub edit: Callback<Rc<str>>,
}

/// A text field over the same text in colours: the browser's own caret,
/// selection, undo and on-screen keyboard, and nothing to learn.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let lines = syntax::lines(&props.source, &props.faults);
    let field = use_node_ref();
    // Esc lets the next Tab leave, so that no keyboard is caught in here.
    let leaving = use_mut_ref(|| false);
    use_effect_with(field.clone(), field::begin);
    let oninput = {
        let edit = props.edit.clone();
        Callback::from(move |event: InputEvent| edit.emit(field::text(&event).into()))
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        let was_leaving = leaving.replace(key == "Escape");
        let plain = !(event.shift_key() || event.ctrl_key() || event.alt_key() || event.meta_key());
        if plain && !(was_leaving && key == "Tab") {
            field::replace(&event, |text, selection| keys::typed(&key, text, selection));
        }
    });
    html! {
        <div class="editor">
            <div class="editor-scroll">
                <div class="editor-sheet">
                    <pre class="editor-colours" aria-hidden="true">
                        for (number, line) in (1..).zip(lines.iter()) {
                            <span key={number} class={classes!(
                                "editor-line",
                                props.faults.iter().any(|fault| fault.line == number).then_some("code-wrong"),
                            )}>{ for line.iter().map(piece) }{ "\n" }</span>
                        }
                    </pre>
                    <textarea
                        ref={field}
                        class="editor-field"
                        aria-label={props.name}
                        aria-invalid={(!props.faults.is_empty()).then_some("true")}
                        spellcheck="false"
                        autocapitalize="off"
                        autocomplete="off"
                        wrap="off"
                        value={props.source.to_string()}
                        {oninput}
                        {onkeydown}
                    />
                </div>
            </div>
            <div class="editor-faults" role="status">
                for (place, fault) in props.faults.iter().enumerate() {
                    <p key={place} class="code-fault">{ told(fault) }</p>
                }
            </div>
            <p class="editor-hint">{ words::EDIT_HINT }</p>
        </div>
    }
}
