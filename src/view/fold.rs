use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FoldProps {
    pub title: &'static str,
    pub children: Html,
}

/// Something that is rarely needed, under its title. What is folded away is
/// not drawn, and so costs nothing.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let open = use_state(|| false);
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <div class="fold">
            <button type="button" class="fold-title" aria-expanded={open.to_string()} {onclick}>
                { props.title }
            </button>
            if *open {
                <div class="fold-body">{ props.children.clone() }</div>
            }
        </div>
    }
}
