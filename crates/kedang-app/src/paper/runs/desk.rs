//! The runs of this program, each for who began it alone.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kedang_core::{Problem, StaffId};
use tokio::sync::Semaphore;

use crate::paper::Printed;

/// What is finished is kept for an hour, µs.
const KEPT: i64 = 3_600 * 1_000_000;
/// Runs of all readers at most; the oldest goes.
const MOST: usize = 12;

/// Where runs lie.
pub(crate) struct Desk {
    runs: Mutex<BTreeMap<String, Arc<Run>>>,
    /// One at a time: the pages of one need some tens of megabytes.
    pub(super) gate: Semaphore,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            runs: Mutex::default(),
            gate: Semaphore::new(1),
        }
    }
}

/// A run under way or over.
pub(super) struct Run {
    staff: StaffId,
    /// µs.
    began: i64,
    /// What is printed.
    title: String,
    total: usize,
    without: usize,
    kept: usize,
    pub(super) through: AtomicUsize,
    pub(super) stop: AtomicBool,
    fate: Mutex<RunState>,
}

/// Where a run stands.
#[derive(Debug, Clone)]
pub enum RunState {
    /// It waits or works.
    Running,
    /// Its pages lie ready.
    Done(Arc<Printed>),
    /// Its reader stopped it.
    Stopped,
    /// It broke off; what was to be said.
    Failed(&'static str),
}

/// A run as its reader sees it.
#[derive(Debug, Clone)]
pub struct RunView {
    /// Its id.
    pub id: String,
    /// The title of the form.
    pub title: String,
    /// Cards to be printed.
    pub total: usize,
    /// Cards that are through.
    pub through: usize,
    /// Customers that have no such card.
    pub without: usize,
    /// Customers whose dossier does not leave.
    pub kept: usize,
    /// Where it stands.
    pub state: RunState,
}

impl Run {
    pub(super) fn new(staff: StaffId, began: i64, title: String, counts: [usize; 3]) -> Self {
        let [total, without, kept] = counts;
        Self {
            staff,
            began,
            title,
            total,
            without,
            kept,
            through: AtomicUsize::new(0),
            stop: AtomicBool::new(false),
            fate: Mutex::new(RunState::Running),
        }
    }

    pub(super) fn end(&self, state: RunState) {
        *open(&self.fate) = state;
    }

    fn view(&self, id: &str) -> RunView {
        RunView {
            id: id.to_owned(),
            title: self.title.clone(),
            total: self.total,
            through: self.through.load(Ordering::Relaxed),
            without: self.without,
            kept: self.kept,
            state: open(&self.fate).clone(),
        }
    }
}

impl Desk {
    /// Lays a run down; what is too old or too much goes.
    pub(super) fn lay(&self, id: String, run: Arc<Run>) {
        let mut runs = open(&self.runs);
        let now = run.began;
        runs.retain(|_, old| old.began + KEPT > now);
        while runs.len() >= MOST {
            // Ids are in the order of time.
            if let Some((_, oldest)) = runs.pop_first() {
                oldest.stop.store(true, Ordering::Relaxed);
            }
        }
        runs.insert(id, run);
    }

    /// The run, for who began it.
    ///
    /// # Errors
    /// `print_run.not_found`, also for what somebody else began, and an hour later.
    pub(super) fn find(&self, id: &str, staff: &StaffId, now: i64) -> Result<RunView, Problem> {
        Ok(self.own(id, staff, now)?.view(id))
    }

    /// Lets a run end at its next page.
    ///
    /// # Errors
    /// As [`Desk::find`].
    pub(super) fn stop(&self, id: &str, staff: &StaffId, now: i64) -> Result<(), Problem> {
        self.own(id, staff, now)?
            .stop
            .store(true, Ordering::Relaxed);
        Ok(())
    }

    fn own(&self, id: &str, staff: &StaffId, now: i64) -> Result<Arc<Run>, Problem> {
        let mut runs = open(&self.runs);
        runs.retain(|_, run| run.began + KEPT > now);
        let own = runs.get(id).filter(|run| run.staff == *staff);
        own.cloned()
            .ok_or_else(|| Problem::not_found("print_run.not_found"))
    }
}

/// A thread that panicked left whole values behind: each is written in one step.
fn open<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
