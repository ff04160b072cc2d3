//! Everything a company has leaves in an open form and comes in elsewhere, on either engine, or is
//! refused in words.

mod arrived;
mod command;
mod refused;
mod rows;

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};

use kedang_app::AppError;
use kedang_app::moving::{BroughtIn, Step, TakenOut, Watch, bring_in, take_out};
use kedang_core::Moment;
use kedang_testkit::{Engine, TestApp};

use crate::backup::{AT, Elsewhere, rewrite};

const BOTH: [Engine; 2] = [Engine::Sqlite, Engine::Postgres];

/// Takes everything out of a test's house into `out`.
fn taken(test: &TestApp, out: &Path) -> Result<TakenOut, AppError> {
    // A house may be taken out twice; ids are drawn from the seed.
    static SEED: AtomicU8 = AtomicU8::new(7);
    let moment = Moment::new(AT, [SEED.fetch_add(1, Ordering::Relaxed); 32]);
    let (on, stop) = (|_: Step<'_>| {}, AtomicBool::new(false));
    let watch = Watch {
        on: &on,
        stop: &stop,
    };
    take_out((test.place(), test.files()), out, &moment, &watch)
}

fn brought(there: &Elsewhere, from: &Path) -> Result<BroughtIn, AppError> {
    let (on, stop) = (|_: Step<'_>| {}, AtomicBool::new(false));
    let watch = Watch {
        on: &on,
        stop: &stop,
    };
    bring_in(from, (&there.place, &there.data), AT, &watch)
}

/// Writes a table with other lines, its sums and its manifest to match, as somebody would who edits
/// an export by hand.
fn edit(folder: &Path, table: &str, change: impl FnOnce(&str) -> String) {
    let path = format!("tables/{table}.jsonl");
    let text = fs::read_to_string(folder.join(&path)).expect("read");
    let changed = change(&text);
    assert_ne!(changed, text, "{table}: nothing was changed");
    rewrite(folder, &path, changed.as_bytes());
}
