//! What beginners believe of `asyncio`, and what is not so.

/// Misunderstandings that the lesson settles. Where a run shows several, the
/// first ones are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Misconception {
    /// Calling a coroutine function runs it.
    CallingRuns,
    /// `asyncio.run` works wherever Python does.
    RunInNotebook,
    /// `time.sleep` inside `async def` is fine.
    BlockingIsFine,
    /// What computes is quicker in an `async def`.
    AsyncIsFaster,
    /// A timeout rescues blocked code.
    TimeoutRescuesBlocked,
    /// A task that nobody keeps or awaits comes to its end.
    FireAndForget,
    /// `await` in a loop is concurrent.
    AwaitInLoop,
    /// `create_task` starts the task now.
    TaskStartsAtOnce,
    /// One failure in `gather` stops the others.
    OneFailureStopsAll,
    /// `sleep(x)` wakes exactly at x.
    SleepIsExact,
    /// Tasks run in parallel.
    TasksAreParallel,
    /// Every `await` gives way.
    EveryAwaitYields,
    /// Ten queries at once over one connection.
    OneConnectionForAll,
    /// `gather` returns results in order of completion.
    ResultsAsCompleted,
}
