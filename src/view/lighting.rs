use yew::prelude::*;

use crate::browser::field;

#[derive(Properties, PartialEq)]
pub struct LitProps {
    /// The figure's own class, by which the light stays within it.
    pub class: &'static str,
    pub onkeydown: Callback<KeyboardEvent>,
    pub children: Html,
}

/// A figure in which a task that is pointed at, or has the focus in it, is lit
/// wherever it stands. One rule of style says who: nothing is drawn anew.
#[component]
pub fn Lit(props: &LitProps) -> Html {
    let lit = use_state_eq(|| None::<String>);
    let pointer = |whose: fn(&PointerEvent) -> Option<String>| {
        let lit = lit.setter();
        Callback::from(move |event: PointerEvent| lit.set(whose(&event)))
    };
    let focus = |whose: fn(&FocusEvent) -> Option<String>| {
        let lit = lit.setter();
        Callback::from(move |event: FocusEvent| lit.set(whose(&event)))
    };
    html! {
        <div
            class={classes!("figure", props.class)}
            onkeydown={props.onkeydown.clone()}
            onpointerover={pointer(|event| field::whose(event.target()))}
            onpointerout={pointer(|event| field::whose(event.related_target()))}
            onfocusin={focus(|event| field::whose(event.target()))}
            onfocusout={focus(|event| field::whose(event.related_target()))}
        >
            { props.children.clone() }
            if let Some(who) = &*lit {
                <style>{ rule(props.class, who) }</style>
            }
        </div>
    }
}

/// The rule that lights all that is marked with that key.
fn rule(class: &str, key: &str) -> String {
    let key = quoted(key);
    format!(
        ".{class} [data-quien={key}] {{ --lit: var(--task-soft); --lit-edge: var(--task); --lit-line: 5; }}"
    )
}

/// A text as CSS quotes it. The key is the program's own text, and may be
/// anything.
fn quoted(text: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "-_ ".contains(character);
    let escaped = text.chars().map(|character| match character {
        character if plain(character) => character.to_string(),
        character => format!("\\{:x} ", u32::from(character)),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_cannot_end_its_rule() {
        assert_eq!(quoted("mesa 3"), r#""mesa 3""#);
        assert_eq!(quoted("\"]}\\"), r#""\22 \5d \7d \5c ""#);
        assert_eq!(quoted("a\n<"), r#""a\a \3c ""#);
    }
}
