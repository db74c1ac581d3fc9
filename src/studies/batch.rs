//! Many evaluations at once, in the order asked for.

use crate::system::evaluation::Evaluation;
use crate::system::evaluator::Evaluator;
use crate::system::inputs::Case;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Cases that one worker takes at least.
const LEAST: usize = 32;

/// Where and how long to work.
#[derive(Debug, Clone, Copy)]
pub struct Workers<'w> {
    /// Threads to run on.
    pub pool: &'w ThreadPool,
    /// Set from outside to stop.
    pub stop: &'w AtomicBool,
    /// Evaluations done so far, for a display.
    pub done: &'w AtomicU64,
}

/// Threads of one's own that nobody stops: `WorkerPool::new()?.workers()`.
#[derive(Debug)]
pub struct WorkerPool {
    pool: ThreadPool,
    stop: AtomicBool,
    done: AtomicU64,
}

impl WorkerPool {
    /// A thread for each processor.
    ///
    /// # Errors
    /// [`ThreadPoolBuildError`] if the system gives no threads.
    pub fn new() -> Result<Self, ThreadPoolBuildError> {
        let pool = ThreadPoolBuilder::new().build()?;
        Ok(Self { pool, stop: AtomicBool::new(false), done: AtomicU64::new(0) })
    }

    /// What studies ask for.
    pub const fn workers(&self) -> Workers<'_> {
        Workers { pool: &self.pool, stop: &self.stop, done: &self.done }
    }
}

impl Workers<'_> {
    /// Whether somebody wants it to stop.
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Counts evaluations.
    pub fn count(&self, evaluations: u64) {
        self.done.fetch_add(evaluations, Ordering::Relaxed);
    }

    /// Evaluates `n` cases; `read` takes from each what is wanted. `None` if it was stopped.
    pub fn evaluate<T: Send>(
        &self,
        base: &Case,
        n: usize,
        case: impl Fn(usize) -> Case + Sync,
        read: impl Fn(&Case, &Evaluation) -> T + Sync,
    ) -> Option<Vec<T>> {
        let first = Evaluator::new(base);
        let one = |model: &mut Evaluator, at: usize| {
            if self.is_stopped() {
                return None;
            }
            let case = case(at);
            let found = read(&case, &model.evaluate(&case));
            self.count(1);
            Some(found)
        };
        self.pool.install(|| {
            (0..n).into_par_iter().with_min_len(LEAST).map_init(|| first.clone(), one).collect()
        })
    }
}
