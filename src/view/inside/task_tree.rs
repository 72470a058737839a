use engine::trace::{CoroutineId, Moment, Task, TaskId, TaskState, Variables};
use yew::prelude::*;

use crate::lesson::{markup, story, words};
use crate::model::Scene;
use crate::view::palette::Who;
use crate::view::part::Part;
use crate::view::prose::inlines;
use engine::sort::sort_by_key;

/// Tasks that are drawn, the first ones that are not over; the others are
/// counted.
const MOST_TASKS: usize = 40;

/// Coroutines of a task that are drawn, the outermost and the innermost ones; of
/// a deeper chain those between are counted.
const OUTERMOST: usize = 4;
const INNERMOST: usize = 16;

/// Every task under the one that created it: whom it awaits, line by line, and
/// what its variables hold.
#[derive(PartialEq)]
pub struct TaskTree {
    pub scene: Scene,
}

impl Part for TaskTree {
    fn draw(&self) -> Html {
        let scene = &self.scene;
        let moment = scene.moment();
        let drawn = drawn(moment);
        let more = moment.tasks().len() - drawn.len();
        let tree = Tree {
            moment,
            drawn: &drawn,
        };
        html! {
            <div class="tree">
                if !moment.variables().is_empty() {
                    <p class="tree-program">{ words::PROGRAM_VARIABLES }</p>
                    { variables(moment.variables()) }
                }
                if drawn.is_empty() {
                    <p class="inside-empty">{ words::NO_TASKS }</p>
                } else {
                    { tree.children_of(None) }
                }
                if more > 0 {
                    <p class="inside-empty">{ words::more_tasks(more) }</p>
                }
            </div>
        }
    }
}

/// Those that are not over come before those that are; of both, the first.
fn drawn(moment: &Moment) -> Vec<TaskId> {
    let is_over = |task: &&Task| matches!(task.state, TaskState::Ended { .. });
    let going = moment.tasks().iter().filter(|task| !is_over(task));
    let over = moment.tasks().iter().filter(is_over);
    let mut drawn: Vec<TaskId> = going
        .chain(over)
        .take(MOST_TASKS)
        .map(|task| task.id)
        .collect();
    sort_by_key(&mut drawn, |&task| task);
    drawn
}

struct Tree<'a> {
    moment: &'a Moment,
    /// In order of creation.
    drawn: &'a [TaskId],
}

impl Tree<'_> {
    /// The nearest task that is drawn, from a task's creator outward.
    fn parent(&self, task: &Task) -> Option<TaskId> {
        let mut creator = task.creator;
        while let Some(id) = creator {
            if self.drawn.binary_search(&id).is_ok() {
                return Some(id);
            }
            creator = self.moment.task(id).and_then(|task| task.creator);
        }
        None
    }

    fn children_of(&self, parent: Option<TaskId>) -> Html {
        let tasks = self.drawn.iter().filter_map(|&id| self.moment.task(id));
        let children: Vec<&Task> = tasks.filter(|task| self.parent(task) == parent).collect();
        if children.is_empty() {
            return html! {};
        }
        html! {
            <ul class="tree-tasks">
                for task in children {
                    <li key={task.id.0} class={classes!(Who::of_task(self.moment, task.id).map(|who| who.colour))}>
                        { self.head(task) }
                        { self.stack(task) }
                        { self.children_of(Some(task.id)) }
                    </li>
                }
            </ul>
        }
    }

    fn head(&self, task: &Task) -> Html {
        html! {
            <p class="tree-head">
                <span class="tree-key">{ story::task_label(self.moment, task.id) }</span>
                <code>{ &*task.name }</code>
                <span class="tree-state">{ inlines(&markup::inlines(&self.state(task))) }</span>
            </p>
        }
    }

    fn state(&self, task: &Task) -> String {
        match &task.state {
            TaskState::Created => words::CREATED.to_owned(),
            TaskState::Ready { .. } => words::QUEUED.to_owned(),
            TaskState::Running { .. } if self.moment.blocked_until().is_some() => {
                words::BLOCKED.to_owned()
            }
            TaskState::Running { .. } => words::RUNNING.to_owned(),
            TaskState::Waiting { on, .. } => words::waits(&story::awaited(on, self.moment)),
            TaskState::Ended { outcome, .. } => words::outcome(outcome),
        }
    }

    /// Who awaits whom, the outermost first.
    fn stack(&self, task: &Task) -> Html {
        let mut chain: Vec<CoroutineId> = self.moment.chain(task.id).collect();
        if chain.is_empty() {
            return html! {};
        }
        chain.reverse();
        let between = chain.len().saturating_sub(OUTERMOST + INNERMOST);
        let before = if between > 0 { OUTERMOST } else { 0 };
        html! {
            <ol class="frames">
                for id in &chain[..before] {
                    { self.frame(*id) }
                }
                if between > 0 {
                    <li key="between" class="frame frames-between">{ words::more_coroutines(between) }</li>
                }
                for id in &chain[before + between..] {
                    { self.frame(*id) }
                }
            </ol>
        }
    }

    fn frame(&self, id: CoroutineId) -> Html {
        let Some(coroutine) = self.moment.coroutine(id) else {
            return html! {};
        };
        let who = Who::of(self.moment, id);
        html! {
            <li
                key={id.0}
                class={classes!("frame", who.as_ref().map(|who| who.colour))}
                data-quien={who.as_ref().map(Who::mark)}
            >
                <code>{ &*coroutine.info.label }</code>
                if let Some(line) = coroutine.line {
                    <span class="frame-line">{ words::at_line(line) }</span>
                }
                { variables(&coroutine.variables) }
            </li>
        }
    }
}

fn variables(variables: &Variables) -> Html {
    html! {
        <dl class="variables">
            for (variable, changed) in variables.iter() {
                <div key={&*variable.name} class={classes!(changed.then_some("variable-changed"))}>
                    <dt>{ &*variable.name }</dt>
                    <dd>
                        { &*variable.value }
                        if changed {
                            <span class="variable-note">{ words::CHANGED }</span>
                        }
                    </dd>
                </div>
            }
        </dl>
    }
}
