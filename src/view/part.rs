//! Parts of the page that are drawn anew only where what they show has
//! changed, and that remember nothing themselves.
//!
//! One component draws all of them: with one for each, what Yew compiles anew
//! for every component would weigh more on the page than what they draw.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::Key;

/// What a part shows, and how.
pub trait Part: PartialEq + 'static {
    fn draw(&self) -> Html;
}

/// That part, in its place on the page.
pub fn part(part: impl Part) -> Html {
    let part: Rc<dyn AnyPart> = Rc::new(part);
    html! { <Drawn {part} /> }
}

/// One part of a list, which it may move about in.
pub fn keyed(key: impl Into<Key>, part: impl Part) -> Html {
    let part: Rc<dyn AnyPart> = Rc::new(part);
    html! { <Drawn key={key} {part} /> }
}

/// A [`Part`] of whatever type.
trait AnyPart {
    fn draw(&self) -> Html;
    fn is(&self, other: &dyn AnyPart) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<P: Part> AnyPart for P {
    fn draw(&self) -> Html {
        Part::draw(self)
    }

    fn is(&self, other: &dyn AnyPart) -> bool {
        other.as_any().downcast_ref::<P>() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[derive(Properties)]
struct DrawnProps {
    part: Rc<dyn AnyPart>,
}

impl PartialEq for DrawnProps {
    fn eq(&self, other: &Self) -> bool {
        self.part.is(&*other.part)
    }
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    props.part.draw()
}
