//! A run in Chrome's trace event format, which Perfetto opens: a track for each
//! task and each further thread, a slice for each stretch of its time.

use std::fmt::Write;

use super::quoted;
use crate::trace::{Bar, Doing, Recording, Seconds};

/// The process of all tracks, and where the tracks of threads begin.
const PROCESS: u32 = 1;
const THREADS: u32 = 1_000_000;

/// The whole trace. `word` says what a slice of such a doing is called; slices
/// that go on end at `now`, in seconds of program time.
pub fn write(recording: &Recording, now: Seconds, word: impl Fn(Doing) -> &'static str) -> String {
    let mut out = String::from("{\"traceEvents\":[");
    let mut first = true;
    let (live, history) = (recording.live(), recording.history());
    let all = recording.len();
    let mut track = |id: u32, name: &str, bars: &mut dyn Iterator<Item = Bar>| {
        if !std::mem::take(&mut first) {
            out.push(',');
        }
        let place = format!("\"pid\":{PROCESS},\"tid\":{id}");
        let _ = write!(
            out,
            "{{\"ph\":\"M\",\"name\":\"thread_name\",\"ts\":0,{place},\"args\":{{\"name\":"
        );
        quoted(name, &mut out);
        out.push_str("}}");
        for bar in bars {
            let (from, to) = (bar.from, bar.to.unwrap_or(now).max(bar.from));
            out.push_str(",{\"ph\":\"X\",\"name\":");
            quoted(word(bar.doing), &mut out);
            let _ = write!(
                out,
                ",\"cat\":\"asyncio\",\"ts\":{},\"dur\":{},{place}}}",
                micros(from),
                micros(to) - micros(from)
            );
        }
    };
    for task in live.tasks().iter() {
        let coroutine = task.coroutine.and_then(|id| live.coroutine(id));
        let name = match coroutine {
            Some(coroutine) => format!("{} {}", task.name, coroutine.info.label),
            None => task.name.to_string(),
        };
        track(task.id.0 + 1, &name, &mut history.task_bars(task.id, all));
    }
    for thread in live.threads() {
        track(
            THREADS + thread.id.0,
            &thread.name,
            &mut history.thread_bars(thread.id, all),
        );
    }
    out.push_str("],\"displayTimeUnit\":\"ms\"}");
    out
}

/// Whole microseconds, as the format counts time.
fn micros(time: Seconds) -> i64 {
    (time * 1e6).round() as i64
}
