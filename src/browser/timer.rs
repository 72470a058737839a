//! Waiting, and tasks that end when dropped.

use std::future::Future;

use engine::trace::Seconds;
use futures_util::future::{AbortHandle, abortable};
use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::MessageChannel;

/// A task of the browser's. Dropping it is stopping it: what it waits for is
/// cancelled, and nothing of it runs any more.
#[derive(Debug)]
#[must_use = "a task that nobody keeps stops at once"]
pub struct Task(AbortHandle);

impl Task {
    /// Starts `future`, which runs for as long as the task is kept.
    pub fn spawn(future: impl Future<Output = ()> + 'static) -> Task {
        let (future, handle) = abortable(future);
        spawn_local(async move {
            // An error only says that it was stopped.
            let _ = future.await;
        });
        Task(handle)
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The longest delay a browser takes; a longer one would fire at once.
const LONGEST_MS: f64 = i32::MAX as f64;

/// Waits for real time to go by, or a good part of it: a delay of more than
/// 24 days ends early, so look at the clock afterwards.
pub async fn sleep(delay: Seconds) {
    // Rounded up: a timer that fires early would have to be set again.
    let delay_ms = (delay * 1000.0).ceil().clamp(0.0, LONGEST_MS);
    TimeoutFuture::new(delay_ms as u32).await;
}

/// Waits for the browser's next frame; none comes while nobody is looking.
pub async fn next_frame() {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // It fails only where there is no window to paint.
            let _ = window.request_animation_frame(&resolve);
        }
    });
    // The promise is never refused.
    let _ = JsFuture::from(promise).await;
}

/// Lets the browser paint and hear the reader between two slices of work. A
/// message comes at once; a timer would be held back for 4 ms, and a resolved
/// promise would come before any painting. Where the browser has no message
/// channels, a timer has to do.
#[derive(Debug)]
pub struct Breath(Option<MessageChannel>);

impl Breath {
    pub fn start() -> Breath {
        Breath(MessageChannel::new().ok())
    }

    /// Waits until the browser has had its turn.
    pub async fn take(&self) {
        let Some(channel) = &self.0 else {
            return sleep(0.0).await;
        };
        let promise = Promise::new(&mut |resolve, _| {
            let (hears, says) = (channel.port1(), channel.port2());
            hears.set_onmessage(Some(resolve.unchecked_ref()));
            // Nothing is sent along, so nothing can fail to be copied.
            let _ = says.post_message(&wasm_bindgen::JsValue::NULL);
        });
        let _ = JsFuture::from(promise).await;
    }
}

impl Drop for Breath {
    fn drop(&mut self) {
        if let Some(channel) = &self.0 {
            channel.port1().set_onmessage(None);
            channel.port1().close();
        }
    }
}
