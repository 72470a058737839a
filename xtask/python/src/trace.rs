//! What `sys.settrace` with `asyncio.current_task().get_name()` would tell:
//! for each line reached, when, in which task, and which line.

use std::collections::HashMap;
use std::rc::Rc;

use engine::trace::{Event, EventKind, TaskId, ThreadId};

/// Follows a run and knows who has the thread.
#[derive(Default)]
pub(crate) struct Tracer {
    names: HashMap<TaskId, Rc<str>>,
    running: Option<TaskId>,
    /// A thread runs that is not the program's own.
    elsewhere: bool,
}

impl Tracer {
    /// `seconds task line` where the event is a line reached; the task is `-`
    /// where none runs.
    pub(crate) fn follow(&mut self, event: &Event) -> Option<String> {
        match &event.kind {
            EventKind::TaskCreated { task, name, .. } | EventKind::TaskRenamed { task, name } => {
                self.names.insert(*task, Rc::clone(name));
            }
            EventKind::TaskResumed { task } => self.running = Some(*task),
            EventKind::TaskSuspended { .. } | EventKind::TaskEnded { .. } => self.running = None,
            // Only the program's own thread is traced.
            EventKind::ThreadResumed { thread } => self.elsewhere = *thread != ThreadId::MAIN,
            EventKind::Line { .. } if self.elsewhere => {}
            EventKind::Line { line } => {
                let task = self.running.and_then(|task| self.names.get(&task));
                return Some(format!(
                    "{:.6} {} {line}",
                    event.at,
                    task.map_or("-", |name| name)
                ));
            }
            _ => {}
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use engine::trace::{Outcome, Wait};

    use super::{Event, EventKind, TaskId, Tracer};

    #[test]
    fn a_line_tells_the_task_that_has_the_thread() {
        let task = TaskId(0);
        let created = EventKind::TaskCreated {
            task,
            name: "Task-1".into(),
            coroutine: None,
            main: true,
        };
        let suspended = EventKind::TaskSuspended {
            task,
            until: Wait::NextTurn,
        };
        let ended = EventKind::TaskEnded {
            task,
            outcome: Outcome::Cancelled,
        };
        let line = |line| EventKind::Line { line };
        let story = [
            (0.0, line(1)),
            (0.0, created),
            (0.0, EventKind::TaskResumed { task }),
            (0.5, line(2)),
            (0.5, suspended),
            (0.5, line(3)),
            (2.0, EventKind::TaskResumed { task }),
            (2.0, line(4)),
            (2.0, ended),
            (2.0, line(5)),
        ];
        let mut tracer = Tracer::default();
        let told: Vec<String> = story
            .into_iter()
            .filter_map(|(at, kind)| tracer.follow(&Event { at, kind }))
            .collect();
        assert_eq!(
            told,
            [
                "0.000000 - 1",
                "0.500000 Task-1 2",
                "0.500000 - 3",
                "2.000000 Task-1 4",
                "2.000000 - 5"
            ]
        );
    }
}
