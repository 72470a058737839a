//! The past tense: what went on from when to when. It only grows; a view of
//! an earlier moment leaves out what begins at or after its cursor.

use super::console::{Author, Console};
use super::thread::Lanes;
use super::{Chunks, CoroutineId, Event, EventKind, Moment, Seconds, TaskId, ThreadId};

/// What a task was doing during a [`Bar`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Doing {
    /// In the ready queue.
    Queued,
    /// It had the thread.
    Running,
    /// It had given the thread back.
    Waiting,
    /// It held the thread with `time.sleep`.
    Blocked,
}

/// A stretch of a task's time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    pub doing: Doing,
    pub from: Seconds,
    /// `None` while it goes on.
    pub to: Option<Seconds>,
    /// Index of the event that began it.
    pub first: usize,
    /// Index of the event that ended it.
    pub last: Option<usize>,
}

/// A stretch during which somebody had the one thread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ThreadBar {
    /// `None` for the program outside of any task.
    pub task: Option<TaskId>,
    pub bar: Bar,
}

/// How long somebody has had the one thread, in seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ThreadUse {
    pub taken: Seconds,
    /// How much of that it was held by `time.sleep`.
    pub held: Seconds,
}

impl ThreadUse {
    /// With a bar that goes on until `now` where it has no end.
    fn with(self, bar: &Bar, now: Seconds) -> ThreadUse {
        let length = bar.to.map_or(now, |to| to.min(now)) - bar.from;
        let is_held = bar.doing == Doing::Blocked;
        ThreadUse {
            taken: self.taken + length,
            held: self.held + if is_held { length } else { 0.0 },
        }
    }
}

/// A wait that came to its end: for a timer, or inside `time.sleep`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FinishedWait {
    pub task: Option<TaskId>,
    pub deadline: Seconds,
    /// When it really ended.
    pub fired_at: Seconds,
    /// How much of the lateness is the browser's doing, in seconds; the rest
    /// is the program's, which did not give the thread back in time.
    pub browser_late: Seconds,
    /// Index of the event that ended it.
    pub event: usize,
}

impl FinishedWait {
    /// From this on a lateness is told to the reader, in seconds.
    pub const WORTH_TELLING: Seconds = 0.25;

    /// How late it came in all, in seconds.
    pub fn late(&self) -> Seconds {
        self.fired_at - self.deadline
    }

    /// Whether to say that the browser slowed the clock down.
    pub fn is_browser_slow(&self) -> bool {
        self.browser_late > Self::WORTH_TELLING
    }
}

/// How many coroutines are doing what, by [`Doing`]: those handed to
/// `asyncio.run` are not counted.
pub type Levels = [u32; 4];

/// The past of a task.
#[derive(Clone, Debug, Default, PartialEq)]
struct Track {
    bars: Vec<Bar>,
    /// How many coroutines that are counted stay in it.
    crew: u32,
}

/// When a coroutine belonged to which task.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Stay {
    task: Option<TaskId>,
    /// Since when, and by which event.
    from: Option<(Seconds, usize)>,
    to: Option<(Seconds, usize)>,
    /// Whether [`Levels`] count it.
    is_counted: bool,
}

impl Stay {
    /// The events that began it and ended it; none where there are none.
    fn events(&self) -> (usize, usize) {
        let since = self.from.map_or(usize::MAX, |(_, event)| event);
        (since, self.to.map_or(usize::MAX, |(_, event)| event))
    }
}

impl Track {
    /// What it is doing.
    fn doing(&self) -> Option<Doing> {
        let open = self.bars.last().filter(|bar| bar.last.is_none());
        open.map(|bar| bar.doing)
    }
}

/// What went on from when to when, of a whole run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    console: Console,
    /// By task, in order of creation.
    tracks: Chunks<Track>,
    /// By coroutine, in order of creation.
    stays: Chunks<Stay>,
    thread: Chunks<ThreadBar>,
    /// By bar of the thread, how it had been used before.
    used: Chunks<ThreadUse>,
    /// How many coroutines did what after the event of that index.
    levels: Chunks<(u32, Levels)>,
    /// Those that came late.
    waits: Vec<FinishedWait>,
    /// The latest moment of which it is known that a task had the thread.
    busy_until: Seconds,
    lanes: Lanes,
}

impl History {
    pub fn console(&self) -> &Console {
        &self.console
    }

    /// What a task did within the first `cursor` events.
    pub fn task_bars(&self, task: TaskId, cursor: usize) -> impl Iterator<Item = Bar> {
        let bars = self.track(task);
        let shown = bars.partition_point(|bar| bar.first < cursor);
        bars[..shown].iter().map(move |bar| bar.seen_from(cursor))
    }

    fn track(&self, task: TaskId) -> &[Bar] {
        let track = self.tracks.get(task.0 as usize);
        track.map_or(&[], |track| &track.bars)
    }

    /// What the task of a coroutine did, while it was the coroutine's, within
    /// the first `cursor` events.
    pub fn card_bars(
        &self,
        coroutine: CoroutineId,
        cursor: usize,
    ) -> impl DoubleEndedIterator<Item = Bar> {
        let stay = self.stays.get(coroutine.0 as usize).copied();
        let stay = stay.unwrap_or_default();
        let bars = self.track(stay.task.unwrap_or(TaskId(u32::MAX)));
        // A task may have many bars, and each of its coroutines few of them.
        let (since, until) = stay.events();
        let from = bars.partition_point(|bar| bar.last.is_some_and(|last| last <= since));
        let end = bars.partition_point(|bar| bar.first < until.min(cursor));
        let bars = bars.get(from..end).unwrap_or_default();
        bars.iter().filter_map(move |bar| {
            let bar = bar.within(&stay)?;
            (bar.first < cursor).then(|| bar.seen_from(cursor))
        })
    }

    /// How many coroutines were doing what after the first `cursor` events: as
    /// many as [`History::card_bars`] has bars that go on.
    pub fn levels(&self, cursor: usize) -> Levels {
        let before = self
            .levels
            .partition_point(|(event, _)| (*event as usize) < cursor);
        let last = before.checked_sub(1).map(|place| self.levels[place].1);
        last.unwrap_or_default()
    }

    fn latest_levels(&self) -> Levels {
        self.levels
            .last()
            .map_or_else(Levels::default, |last| last.1)
    }

    /// Who had the thread within the first `cursor` events: the CPU's lane.
    pub fn thread(&self, cursor: usize) -> impl ExactSizeIterator<Item = ThreadBar> {
        let shown = self.thread.partition_point(|turn| turn.bar.first < cursor);
        self.thread.range(0..shown).map(move |turn| ThreadBar {
            task: turn.task,
            bar: turn.bar.seen_from(cursor),
        })
    }

    /// What a thread beside the program's own did within the first `cursor`
    /// events: its lane.
    pub fn thread_bars(&self, thread: ThreadId, cursor: usize) -> impl Iterator<Item = Bar> {
        let bars = self.lanes.of(thread);
        let shown = bars.partition_point(|bar| bar.first < cursor);
        bars[..shown].iter().map(move |bar| bar.seen_from(cursor))
    }

    /// How the thread was used from the start to `time`, as far as the first
    /// `cursor` events tell.
    pub fn thread_use(&self, cursor: usize, time: Seconds) -> ThreadUse {
        let is_before = |turn: &ThreadBar| turn.bar.first < cursor && turn.bar.from <= time;
        let Some(last) = self.thread.partition_point(is_before).checked_sub(1) else {
            return ThreadUse::default();
        };
        self.used[last].with(&self.thread[last].bar.seen_from(cursor), time)
    }

    /// For which part of the time until `now` nobody had the thread: 0 to 1.
    pub fn idle_share(&self, cursor: usize, now: Seconds) -> f64 {
        if now <= 0.0 {
            return 0.0;
        }
        (1.0 - self.thread_use(cursor, now).taken / now).clamp(0.0, 1.0)
    }

    /// The waits that ended late enough to be told within the first `cursor`
    /// events.
    pub fn waits(&self, cursor: usize) -> &[FinishedWait] {
        let shown = self.waits.partition_point(|wait| wait.event < cursor);
        &self.waits[..shown]
    }

    /// Goes on by the event that stands at `index` of the log; `before` is the
    /// moment that it meets.
    pub(super) fn apply(&mut self, index: usize, event: &Event, before: &Moment) {
        let at = event.at;
        if before.running().is_some() {
            self.busy_until = at;
        }
        let is_main = before.thread() == ThreadId::MAIN;
        self.lanes.apply(index, event, before.thread());
        match &event.kind {
            EventKind::CoroutineCreated { .. } => self.stays.push(Stay::default()),
            EventKind::CoroutineStarted { coroutine } => {
                self.move_in(*coroutine, before.running(), true, (at, index));
            }
            EventKind::CoroutineEnded { coroutine, .. } => self.move_out(*coroutine, (at, index)),
            EventKind::TaskCreated {
                task,
                coroutine,
                main,
                ..
            } => {
                self.tracks.push(Track::default());
                if let Some(coroutine) = coroutine {
                    self.move_in(*coroutine, Some(*task), !*main, (at, index));
                }
            }
            EventKind::TaskReady { task, .. } => {
                self.turn_to(*task, Some(Doing::Queued), at, index);
            }
            EventKind::TaskResumed { task } => {
                self.turn_to(*task, Some(Doing::Running), at, index);
                self.hand_thread(Some((Some(*task), Doing::Running)), at, index);
            }
            EventKind::TaskSuspended { task, .. } => {
                self.turn_to(*task, Some(Doing::Waiting), at, index);
                self.hand_thread(None, at, index);
            }
            EventKind::TaskEnded { task, .. } => {
                self.turn_to(*task, None, at, index);
                if before.running() == Some(*task) {
                    self.hand_thread(None, at, index);
                }
            }
            EventKind::TimerFired { timer } => {
                if let Some(timer) = before.timer(*timer) {
                    self.note_late(FinishedWait {
                        task: timer.task,
                        deadline: timer.deadline,
                        fired_at: at,
                        browser_late: (at - timer.deadline.max(self.busy_until)).max(0.0),
                        event: index,
                    });
                }
            }
            EventKind::Blocked { .. } if is_main => {
                self.do_on_thread(before.running(), Doing::Blocked, at, index);
            }
            EventKind::Unblocked if is_main => {
                if let Some(until) = before.blocked_until() {
                    self.note_late(FinishedWait {
                        task: before.running(),
                        deadline: until,
                        fired_at: at,
                        browser_late: at - until,
                        event: index,
                    });
                }
                self.do_on_thread(before.running(), Doing::Running, at, index);
                if before.running().is_none() {
                    self.hand_thread(None, at, index);
                }
            }
            EventKind::Printed { stream, text } => {
                let author = Author {
                    task: before.running(),
                    coroutine: before.running_coroutine(),
                    thread: before.thread(),
                };
                self.console.print(*stream, text, author, index, at);
            }
            EventKind::ProgramEnded | EventKind::ProgramFailed => {
                for track in self.tracks.iter_mut() {
                    close(track.bars.last_mut(), at, index);
                }
                self.note_levels(Levels::default(), index);
                self.hand_thread(None, at, index);
            }
            EventKind::CoroutineNeverAwaited { .. }
            | EventKind::TaskRenamed { .. }
            | EventKind::Blocked { .. }
            | EventKind::Unblocked
            | EventKind::ThreadStarted { .. }
            | EventKind::ThreadResumed { .. }
            | EventKind::ThreadEnded { .. }
            | EventKind::TimerSet { .. }
            | EventKind::TimerCancelled { .. }
            | EventKind::Acquired { .. }
            | EventKind::Released { .. }
            | EventKind::Turn
            | EventKind::Line { .. }
            | EventKind::Bound(_) => {}
        }
    }

    /// Lets go of the last tasks' bars, about `most` of them; false when there
    /// are none.
    pub(super) fn forget(&mut self, most: usize) -> bool {
        self.tracks.forget(most)
    }

    fn note_late(&mut self, wait: FinishedWait) {
        if wait.late() > FinishedWait::WORTH_TELLING {
            self.waits.push(wait);
        }
    }

    fn move_in(
        &mut self,
        coroutine: CoroutineId,
        task: Option<TaskId>,
        is_counted: bool,
        from: (Seconds, usize),
    ) {
        let Some(stay) = self.stays.get_mut(coroutine.0 as usize) else {
            return;
        };
        if stay.from.is_some() {
            return;
        }
        (stay.task, stay.from, stay.is_counted) = (task, Some(from), is_counted);
        if let Some(task) = task.filter(|_| is_counted) {
            self.change_crew(task, true, from.1);
        }
    }

    fn move_out(&mut self, coroutine: CoroutineId, to: (Seconds, usize)) {
        let Some(stay) = self.stays.get_mut(coroutine.0 as usize) else {
            return;
        };
        let was_in = stay.from.is_some() && stay.to.is_none() && stay.is_counted;
        stay.to = Some(to);
        if let Some(task) = stay.task.filter(|_| was_in) {
            self.change_crew(task, false, to.1);
        }
    }

    /// One coroutine more stays in a task, or one less.
    fn change_crew(&mut self, task: TaskId, enters: bool, index: usize) {
        let Some(track) = self.tracks.get_mut(task.0 as usize) else {
            return;
        };
        let change = |count: u32| match enters {
            true => count + 1,
            false => count.saturating_sub(1),
        };
        track.crew = change(track.crew);
        if let Some(doing) = track.doing() {
            let mut levels = self.latest_levels();
            levels[doing as usize] = change(levels[doing as usize]);
            self.note_levels(levels, index);
        }
    }

    fn note_levels(&mut self, levels: Levels, index: usize) {
        match self.levels.last_mut() {
            Some((event, last)) if *event as usize == index => *last = levels,
            _ => self.levels.push((index as u32, levels)),
        }
    }

    /// Ends a task's bar and begins the next.
    fn turn_to(&mut self, task: TaskId, doing: Option<Doing>, at: Seconds, index: usize) {
        let Some(track) = self.tracks.get_mut(task.0 as usize) else {
            return;
        };
        let (crew, before) = (track.crew, track.doing());
        close(track.bars.last_mut(), at, index);
        track
            .bars
            .extend(doing.map(|doing| Bar::begin(doing, at, index)));
        if crew == 0 || before == doing {
            return;
        }
        let mut levels = self.latest_levels();
        if let Some(before) = before {
            levels[before as usize] = levels[before as usize].saturating_sub(crew);
        }
        if let Some(doing) = doing {
            levels[doing as usize] += crew;
        }
        self.note_levels(levels, index);
    }

    /// Ends the thread's bar and begins the next.
    fn hand_thread(&mut self, to: Option<(Option<TaskId>, Doing)>, at: Seconds, index: usize) {
        close(self.thread.last_mut().map(|turn| &mut turn.bar), at, index);
        if let Some((task, doing)) = to {
            self.used.push(self.thread_use(usize::MAX, at));
            let bar = Bar::begin(doing, at, index);
            self.thread.push(ThreadBar { task, bar });
        }
    }

    fn do_on_thread(&mut self, task: Option<TaskId>, doing: Doing, at: Seconds, index: usize) {
        if let Some(task) = task {
            self.turn_to(task, Some(doing), at, index);
        }
        self.hand_thread(Some((task, doing)), at, index);
    }
}

pub(super) fn close(bar: Option<&mut Bar>, at: Seconds, index: usize) {
    if let Some(bar) = bar
        && bar.last.is_none()
    {
        bar.to = Some(at);
        bar.last = Some(index);
    }
}

impl Bar {
    pub(super) fn begin(doing: Doing, from: Seconds, first: usize) -> Bar {
        Bar {
            doing,
            from,
            to: None,
            first,
            last: None,
        }
    }

    /// The same bar while only the first `cursor` events have happened.
    fn seen_from(self, cursor: usize) -> Bar {
        match self.last {
            Some(last) if last >= cursor => Bar {
                to: None,
                last: None,
                ..self
            },
            _ => self,
        }
    }

    /// The part of the bar that falls into a coroutine's stay in the task.
    fn within(self, stay: &Stay) -> Option<Bar> {
        let (since, first) = stay.from?;
        let mut bar = self;
        if bar.last.is_some_and(|last| last <= first) {
            return None;
        }
        if bar.first < first {
            (bar.from, bar.first) = (since, first);
        }
        if let Some((until, last)) = stay.to {
            if bar.first >= last {
                return None;
            }
            if bar.last.is_none_or(|end| end > last) {
                (bar.to, bar.last) = (Some(until), Some(last));
            }
        }
        Some(bar)
    }
}
