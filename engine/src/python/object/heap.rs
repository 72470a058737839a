//! What a program's values cost, and how they are thrown away.
//!
//! Values are reference counted, as CPython's are, so that a coroutine nobody
//! awaited is noticed at the moment it is dropped.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::{Entry, Generator, Instance, Value};
use super::{GeneratorState, disband};
use crate::asyncio::Future;
use crate::python::code::CodeKind;
use crate::python::fault::Fault;
use crate::python::text::strings::MAX_BYTES;

/// A shared count of bytes, with a limit.
#[derive(Clone)]
pub struct Heap(Rc<Inner>);

struct Inner {
    used: Cell<usize>,
    /// Work that natives have done since it was last looked at.
    work: Cell<u64>,
    limit: Cell<usize>,
    /// What a handler of `MemoryError` may use beyond the limit.
    slack: Cell<usize>,
    depth: Cell<u32>,
    graves: RefCell<Vec<Value>>,
    /// What large containers held, the latest last.
    pits: RefCell<Vec<Pit>>,
    orphans: RefCell<VecDeque<Orphan>>,
    /// One orphan is having its last word; others wait.
    hushed: Cell<bool>,
    /// Some orphan may have its last word now.
    orphaned: Cell<bool>,
    stage: Cell<Stage>,
}

/// What a large container held, taken out of it one by one.
type Pit = Box<dyn Iterator<Item = Value>>;

/// Where a program stands, as its heap sees it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Alive,
    /// The program is gone: nothing dropped has a last word, and what it held
    /// lies in its grave until somebody digs.
    Closing,
    /// All has been dug up.
    Closed,
}

/// Something dropped that Python still has a word to say about.
pub enum Orphan {
    /// A generator or coroutine: `close()` runs its `finally`, and a coroutine
    /// that never began earns a warning.
    Generator(Generator),
    /// A failed future whose exception nobody asked for, or a pending task.
    Future(Future),
    /// An object with a `__del__`.
    Instance(Instance),
}

/// Work that takes as long as a step of the program.
const STEP: u64 = 4096;

/// Work after which a native that can hand over does so: a few milliseconds.
const TIRED: u64 = 2_000 * STEP;

/// Items that a native looks at before it gives way: some milliseconds.
const MOST_ITEMS: usize = 200_000;

/// Bytes of the largest single thing: a million items. One native operation
/// never works on more, and so never for long.
const LARGEST: usize = 16 << 20;

/// The same for what is only filled or copied: a million and a half.
const LARGEST_PLAIN: usize = 24 << 20;

/// Longer texts are searched piece by piece, by the prelude.
const LONG_TEXT: usize = 1 << 20;

/// More values than this are not dropped at once, but bit by bit, before the
/// next step of the program.
const LARGE_GRAVE: usize = 10_000;

/// So many of them at a time.
const SPADE: usize = 1_000;

/// So many of those that lie deep: each may hold [`DROP_DEPTH`] more.
const DEEP_SPADE: usize = 200;

/// Deeper chains of containers are dropped in a loop instead of by recursion.
const DROP_DEPTH: u32 = 48;

impl Heap {
    /// A heap that holds at most `limit` bytes.
    pub fn new(limit: usize) -> Self {
        Heap(Rc::new(Inner {
            used: Cell::new(0),
            work: Cell::new(0),
            limit: Cell::new(limit),
            slack: Cell::new(0),
            depth: Cell::new(0),
            graves: RefCell::default(),
            pits: RefCell::default(),
            orphans: RefCell::default(),
            stage: Cell::new(Stage::Alive),
            orphaned: Cell::new(false),
            hushed: Cell::new(false),
        }))
    }

    /// Bytes in use, as far as they are counted.
    pub fn used(&self) -> usize {
        self.0.used.get()
    }

    /// Whether more is in use than allowed.
    #[inline]
    pub fn is_full(&self) -> bool {
        self.0.used.get() > self.allowed()
    }

    /// Bytes that may be in use.
    #[inline]
    fn allowed(&self) -> usize {
        self.0.limit.get().saturating_add(self.0.slack.get())
    }

    /// `MemoryError` is on its way: whoever handles it may use a little more,
    /// until what it lets go of is back under the limit.
    pub fn grant_slack(&self) {
        let inner = &*self.0;
        let limit = inner.limit.get();
        let share = limit / 16;
        // What grew last may have gone far beyond.
        let beyond = inner.used.get().saturating_sub(limit);
        let slack = match inner.used.get() > limit - 2 * share {
            true => (inner.slack.get().max(beyond) + share).min(limit),
            false => 0,
        };
        inner.slack.set(slack);
    }

    /// The program is over: what it leaves behind may say its last word in as
    /// much again, lest it fail of a memory that nobody can free any more.
    pub fn grant_last_words(&self) {
        let limit = &self.0.limit;
        limit.set(limit.get().saturating_mul(2));
    }

    /// Fails with `MemoryError` where `bytes` more would not fit: asked before
    /// anything large is made.
    pub fn reserve(&self, bytes: usize) -> Result<(), Fault> {
        match bytes > LARGEST {
            true => Err(Fault::memory()),
            false => self.reserve_plain(bytes),
        }
    }

    /// The same for a copy that the prelude can make bit by bit.
    ///
    /// # Errors
    /// [`Fault::NeedsPython`] where it would take too long at once.
    pub fn reserve_copy(&self, bytes: usize) -> Result<(), Fault> {
        match bytes > LARGEST {
            true => Err(Fault::NeedsPython),
            false => self.reserve_plain(bytes),
        }
    }

    /// As [`Heap::reserve`] for a text, or for bytes, where a letter takes as long as an
    /// item does elsewhere.
    pub fn reserve_text(&self, bytes: usize) -> Result<(), Fault> {
        match bytes > MAX_BYTES {
            true => Err(Fault::memory()),
            false => self.reserve_plain(bytes),
        }
    }

    /// As [`Heap::reserve`], for what is filled or copied and no more, and so
    /// quickly that it may be larger.
    pub fn reserve_plain(&self, bytes: usize) -> Result<(), Fault> {
        match bytes > LARGEST_PLAIN || self.0.used.get().saturating_add(bytes) > self.allowed() {
            true => Err(Fault::memory()),
            false => Ok(()),
        }
    }

    /// Counts work that the budget of steps does not see: a unit is about what
    /// copying a byte costs.
    pub fn work(&self, units: usize) {
        let work = &self.0.work;
        work.set(work.get().saturating_add(units as u64));
    }

    /// A step's work, after which the next step looks whether there is room.
    pub fn work_step(&self) {
        self.work(STEP as usize);
    }

    /// The work of looking at so many items.
    ///
    /// # Errors
    /// [`Fault::NeedsPython`] where that would take too long at once.
    pub fn walk(&self, items: usize) -> Result<(), Fault> {
        if items > MOST_ITEMS {
            return Err(Fault::NeedsPython);
        }
        self.work(items * 16);
        Ok(())
    }

    /// The work of looking through a text of so many bytes.
    ///
    /// # Errors
    /// As [`Heap::walk`].
    pub fn read(&self, bytes: usize) -> Result<(), Fault> {
        if bytes > LONG_TEXT {
            return Err(Fault::NeedsPython);
        }
        // A letter is looked at far more slowly than a byte is copied.
        self.work(bytes * 64);
        Ok(())
    }

    /// How many steps the natives' work since the last call was worth.
    #[inline]
    pub fn steps_worked(&self) -> u64 {
        let work = self.0.work.get();
        if work < STEP {
            return 0;
        }
        self.0.work.set(work % STEP);
        work / STEP
    }

    /// Whether so much was done since the last step that the rest had better be
    /// done by the prelude, step by step: a comparison or a hash that goes on
    /// and on.
    #[inline]
    pub fn is_tired(&self) -> bool {
        self.0.work.get() > TIRED
    }

    /// Whether there is little work to be counted and no orphan, and so no
    /// memory asked for since a step last looked whether there is room.
    #[inline(always)]
    pub fn is_calm(&self) -> bool {
        self.0.work.get() < STEP && !self.has_orphans()
    }

    /// A charge of that many bytes, given back when it is dropped.
    pub fn charge(&self, bytes: usize) -> Charge {
        self.0.used.set(self.0.used.get() + bytes);
        self.work(bytes);
        Charge {
            heap: self.clone(),
            bytes: Cell::new(bytes),
        }
    }

    /// Drops values without deep recursion.
    pub fn bury(&self, values: Vec<Value>) {
        let inner = &*self.0;
        if inner.depth.get() >= DROP_DEPTH || inner.stage.get() == Stage::Closing {
            inner.graves.borrow_mut().extend(values);
            return;
        }
        if values.len() > LARGE_GRAVE {
            return self.open_pit(values.into_iter());
        }
        self.work(values.len() * 64);
        inner.depth.set(inner.depth.get() + 1);
        drop(values);
        inner.depth.set(inner.depth.get() - 1);
        if inner.depth.get() == 0 && self.dig(DEEP_SPADE) {
            self.work(STEP as usize);
        }
    }

    /// The same for the keys and values of a table, each key before its value.
    pub fn bury_entries(&self, entries: Vec<Entry>) {
        let many = entries.len() > LARGE_GRAVE;
        let values = entries
            .into_iter()
            .flat_map(|entry| [entry.key, entry.value]);
        match many && !self.is_closing() {
            true => self.open_pit(values),
            false => self.bury(values.collect()),
        }
    }

    fn open_pit(&self, values: impl Iterator<Item = Value> + 'static) {
        // The machine looks at what was worked before it goes on.
        self.work(STEP as usize);
        self.0.pits.borrow_mut().push(Box::new(values));
    }

    /// Drops some of what large containers or deep structures held; false where
    /// nothing is left.
    pub fn fill_pits(&self) -> bool {
        if self.dig(DEEP_SPADE) {
            self.work(SPADE * STEP as usize);
            return true;
        }
        let taken = match self.0.pits.borrow_mut().last_mut() {
            None => return false,
            Some(pit) => pit.by_ref().take(SPADE).collect::<Vec<_>>(),
        };
        if taken.is_empty() {
            self.0.pits.borrow_mut().pop();
        }
        let is_light = |value: &Value| {
            matches!(
                value,
                Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::None
            )
        };
        let heavy = taken.iter().filter(|value| !is_light(value)).count();
        self.work(taken.len() * 64 + heavy * STEP as usize);
        self.bury(taken);
        true
    }

    /// Drops at most `most` of the values that lie in graves; false when there
    /// are none. Once the program is gone, what such a value holds follows it,
    /// whoever else may share it.
    pub fn dig(&self, most: usize) -> bool {
        let inner = &*self.0;
        for _ in 0..most {
            let next = inner.graves.borrow_mut().pop();
            let Some(value) = next else { return false };
            if self.is_closing() {
                let held = disband(&value);
                inner.graves.borrow_mut().extend(held);
            }
            inner.depth.set(1);
            drop(value);
            inner.depth.set(0);
        }
        true
    }

    /// Keeps something dropped for the machine to look at soon.
    pub fn orphan(&self, orphan: Orphan) {
        self.0.orphans.borrow_mut().push_back(orphan);
        self.look_for_orphans();
    }

    fn look_for_orphans(&self) {
        let inner = &*self.0;
        let waiting = !inner.orphans.borrow().is_empty();
        inner.orphaned.set(waiting && !inner.hushed.get());
    }

    /// The program is gone: what is dropped from now on has no last word, and
    /// takes its time. [`Heap::dig`] drops it.
    pub fn close(&self) {
        self.0.stage.set(Stage::Closing);
        for pit in self.0.pits.take() {
            self.0.graves.borrow_mut().extend(pit);
        }
    }

    /// Drops all that lies in graves; what is dropped later goes at once.
    pub fn clear_away(&self) {
        while self.dig(usize::MAX) {}
        self.0.stage.set(Stage::Closed);
    }

    /// Whether nobody will look at an orphan any more.
    pub fn is_closing(&self) -> bool {
        self.0.stage.get() != Stage::Alive
    }

    /// Whether an orphan may have its last word now.
    #[inline]
    pub fn has_orphans(&self) -> bool {
        self.0.orphaned.get()
    }

    /// One at a time, or they would speak in the reverse of their order.
    pub fn hush(&self, hushed: bool) {
        self.0.hushed.set(hushed);
        self.look_for_orphans();
    }

    /// The oldest orphan, if it is a coroutine that never began.
    pub fn take_unawaited(&self) -> Option<Generator> {
        self.take_generator(|generator| {
            generator.kind == CodeKind::Coroutine
                && generator.state.get() == GeneratorState::Created
        })
    }

    /// The oldest orphan, if it is an asynchronous generator.
    pub fn take_async_generator(&self) -> Option<Generator> {
        self.take_generator(|generator| generator.kind == CodeKind::AsyncGenerator)
    }

    fn take_generator(&self, is_meant: impl Fn(&Generator) -> bool) -> Option<Generator> {
        let is_meant =
            |orphan: &Orphan| matches!(orphan, Orphan::Generator(generator) if is_meant(generator));
        if !self.has_orphans() || !self.0.orphans.borrow().front().is_some_and(is_meant) {
            return None;
        }
        match self.take_orphan() {
            Some(Orphan::Generator(generator)) => Some(generator),
            _ => None,
        }
    }

    /// The oldest orphan.
    pub fn take_orphan(&self) -> Option<Orphan> {
        let orphan = self.0.orphans.borrow_mut().pop_front()?;
        self.look_for_orphans();
        Some(orphan)
    }
}

/// Bytes counted against a heap for as long as this lives.
pub struct Charge {
    heap: Heap,
    bytes: Cell<usize>,
}

impl Charge {
    pub fn heap(&self) -> &Heap {
        &self.heap
    }

    /// Makes the charge `bytes` in all.
    pub fn set(&self, bytes: usize) {
        let used = &self.heap.0.used;
        let before = self.bytes.replace(bytes);
        used.set(used.get() + bytes - before);
        self.heap.work(bytes.saturating_sub(before));
    }
}

impl Drop for Charge {
    fn drop(&mut self) {
        let inner = &*self.heap.0;
        inner.used.set(inner.used.get() - self.bytes.get());
    }
}
