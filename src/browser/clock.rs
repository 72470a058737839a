//! What time it is. The sums are done in [`model::Clock`](crate::model::Clock).

use engine::trace::Seconds;

/// Real time in seconds, since the page was opened; it never goes back.
pub fn real_time() -> Seconds {
    let performance = web_sys::window().and_then(|window| window.performance());
    performance.map_or(0.0, |performance| performance.now() / 1000.0)
}

/// Unix time in seconds: what `time.time()` gives when a program starts.
pub fn unix_time() -> Seconds {
    js_sys::Date::now() / 1000.0
}
