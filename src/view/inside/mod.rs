//! What goes on inside a run: the event loop, the tasks with their variables,
//! and the whole as a story; and what can be taken away from it. Folded away until it is asked for.

pub mod circuit;
mod event_loop;
mod files;
pub mod sharing;
mod story;
mod task_tree;
mod thread_lane;
mod turns;

use std::rc::Rc;

use yew::prelude::*;

use self::event_loop::EventLoopView;
use self::files::Files;
use self::sharing::{Share, Sharing};
use self::story::StoryView;
use self::task_tree::TaskTree;
use self::turns::Turns;
pub use self::turns::use_turns;
use super::fold::Fold;
use super::part::{Part, part};
use super::scale::Scale;
use crate::lesson::words;
use crate::model::{Action, Scene, Target};

/// Four folds under a run.
#[derive(PartialEq)]
pub struct Inside {
    pub target: Target,
    pub source: Rc<str>,
    /// `None` before its first line.
    pub scene: Option<Scene>,
    /// What the first three show of it.
    pub turns: Turns,
    pub scale: Scale,
    pub act: Callback<Action>,
    pub share: Share,
}

impl Part for Inside {
    fn draw(&self) -> Html {
        let Inside {
            target,
            source,
            scene,
            turns: [event_loop, tasks, story],
            scale,
            act,
            share,
        } = self;
        let fold = |title, body: Html| html! { <Fold {title}>{ body }</Fold> };
        let empty = || html! { <p class="inside-empty">{ words::INSIDE_EMPTY }</p> };
        let shown = |scene: &Option<Scene>, view: &dyn Fn(&Scene) -> Html| {
            scene.as_ref().map_or_else(empty, view)
        };
        html! {
            <div class="inside">
                { fold(words::EVENT_LOOP, shown(event_loop, &|scene| html! {
                    <EventLoopView scene={scene.clone()} source={Rc::clone(source)} />
                })) }
                { fold(words::TASK_TREE, shown(tasks, &|scene| part(TaskTree {
                    scene: scene.clone(),
                }))) }
                { fold(words::STORY, shown(story, &|scene| html! {
                    <StoryView
                        target={*target}
                        scene={scene.clone()}
                        source={Rc::clone(source)}
                        act={act.clone()}
                    />
                })) }
                { fold(words::KEEP, html! {
                    <div>
                        <Sharing share={share.clone()} />
                        <Files
                            target={*target}
                            scene={scene.clone()}
                            scale={*scale}
                            source={Rc::clone(source)}
                            act={act.clone()}
                        />
                    </div>
                }) }
            </div>
        }
    }
}
