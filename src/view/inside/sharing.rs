use yew::prelude::*;

use crate::address::AddressError;
use crate::browser::timer::Task;
use crate::browser::{clipboard, location};
use crate::lesson::words;

/// Gives the fragment of an address that carries everything as it stands.
pub type Share = Callback<(), Result<String, AddressError>>;

#[derive(Properties, PartialEq)]
pub struct SharingProps {
    pub share: Share,
}

/// What came of copying the address.
#[derive(Clone, PartialEq)]
enum Outcome {
    Nothing,
    Copied,
    /// The browser did not let us: here it is, to be copied by hand.
    Refused(String),
    TooLong,
}

/// Puts an address that leads back to here on the clipboard, and into the
/// address bar.
#[component]
pub fn Sharing(props: &SharingProps) -> Html {
    let outcome = use_state(|| Outcome::Nothing);
    let copying = use_mut_ref(|| None::<Task>);
    let onclick = {
        let (outcome, share) = (outcome.setter(), props.share.clone());
        Callback::from(move |_: MouseEvent| {
            let fragment = share.emit(()).ok();
            let Some(address) = fragment.and_then(|it| location::show_fragment(&it)) else {
                outcome.set(Outcome::TooLong);
                return;
            };
            let outcome = outcome.clone();
            *copying.borrow_mut() = Some(Task::spawn(async move {
                let copied = clipboard::copy(&address).await;
                outcome.set(match copied {
                    true => Outcome::Copied,
                    false => Outcome::Refused(address),
                });
            }));
        })
    };
    html! {
        <div class="sharing">
            <p>{ words::SHARE_LEAD }</p>
            <button type="button" class="button" {onclick}>{ words::SHARE }</button>
            <div role="status">
                { match &*outcome {
                    Outcome::Nothing => html! {},
                    Outcome::Copied => html! { <p>{ words::LINK_COPIED }</p> },
                    Outcome::TooLong => html! { <p>{ words::SHARE_TOO_LONG }</p> },
                    Outcome::Refused(address) => html! {
                        <label class="sharing-link">
                            { words::LINK_TO_COPY }
                            <input type="text" readonly=true aria-label={words::LINK} value={address.clone()} />
                        </label>
                    },
                } }
            </div>
        </div>
    }
}
