//! Progress on a terminal, and stopping by Ctrl-C.

use super::Failure;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::io::IsTerminal;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

/// Set by Ctrl-C.
static STOP: AtomicBool = AtomicBool::new(false);
/// Whether the handler is in place.
static HANDLED: OnceLock<()> = OnceLock::new();
/// Time between two looks at the count.
const TICK: Duration = Duration::from_millis(100);
const STYLE: &str = "{bar:30} {pos}/{len} {per_sec}, {eta} left";

/// Set once Ctrl-C was pressed.
pub fn stop_flag() -> &'static AtomicBool {
    HANDLED.get_or_init(|| {
        // Without a handler Ctrl-C ends the program at once; files still appear whole or not at
        // all.
        let _ = ctrlc::set_handler(|| STOP.store(true, Ordering::Relaxed));
    });
    &STOP
}

/// Threads to work on.
///
/// # Errors
/// [`Failure::Input`] if they cannot be started.
pub fn pool(threads: Option<usize>) -> Result<ThreadPool, Failure> {
    let builder = ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0));
    builder.build().map_err(|error| Failure::Input(format!("error: no threads: {error}\n")))
}

/// Runs a long job and shows, on a terminal, how far `done` has come.
pub fn watched<T>(all: u64, done: &AtomicU64, job: impl FnOnce() -> T) -> T {
    if !std::io::stderr().is_terminal() {
        return job();
    }
    let bar = ProgressBar::with_draw_target(Some(all), ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template(STYLE) {
        bar.set_style(style);
    }
    let finished = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !finished.load(Ordering::Relaxed) {
                bar.set_position(done.load(Ordering::Relaxed));
                std::thread::sleep(TICK);
            }
        });
        let result = job();
        finished.store(true, Ordering::Relaxed);
        bar.finish_and_clear();
        result
    })
}
