//! All statements of the house, so that one test can prepare each of them on both engines.

use crate::db::{Engine, StoreError, Tx};
use crate::{
    attachments, audit, backup, branches, cards, changes, co_owners, contacts, counters, customers,
    departments, dialect, duplicates, form_drafts, forms, idempotency, imports, listing,
    login_failures, members, merges, moving, persons, posts, recycling, references, saved_views,
    sessions, settings, setup_links, staff, stages, timeline, tokens, undo, verify,
};

/// Statements that are the same text on both engines.
const BOTH: &[&[(&str, &str)]] = &[
    audit::STATEMENTS,
    backup::STATEMENTS,
    changes::STATEMENTS,
    branches::STATEMENTS,
    co_owners::STATEMENTS,
    contacts::STATEMENTS,
    counters::STATEMENTS,
    customers::STATEMENTS,
    customers::OPEN_STATEMENTS,
    departments::STATEMENTS,
    duplicates::STATEMENTS,
    form_drafts::STATEMENTS,
    forms::STATEMENTS,
    idempotency::STATEMENTS,
    imports::STATEMENTS,
    imports::texts::CARDS,
    imports::texts::KEYS,
    imports::texts::MAPPINGS,
    imports::texts::ROWS,
    imports::texts::SHEETS,
    listing::STATEMENTS,
    login_failures::STATEMENTS,
    members::STATEMENTS,
    merges::STATEMENTS,
    moving::STATEMENTS,
    persons::STATEMENTS,
    posts::STATEMENTS,
    recycling::STATEMENTS,
    references::STATEMENTS,
    saved_views::STATEMENTS,
    sessions::STATEMENTS,
    settings::STATEMENTS,
    setup_links::STATEMENTS,
    staff::STATEMENTS,
    stages::STATEMENTS,
    timeline::STATEMENTS,
    tokens::STATEMENTS,
    undo::STATEMENTS,
];

/// Prepares every statement of the house; returns how many there are.
///
/// # Errors
/// The engine's complaint, with the statement's name.
pub fn check(tx: &mut Tx) -> Result<usize, StoreError> {
    let own = match tx.engine() {
        Engine::Sqlite => [
            dialect::search::sqlite::STATEMENTS,
            dialect::integrity::sqlite::STATEMENTS,
        ]
        .concat(),
        Engine::Postgres => [
            dialect::search::postgres::STATEMENTS,
            dialect::planner::postgres::STATEMENTS,
        ]
        .concat(),
    };
    let mut count = 0;
    for (name, text) in BOTH
        .iter()
        .chain(attachments::STATEMENTS)
        .chain(cards::STATEMENTS)
        .chain(verify::STATEMENTS)
        .copied()
        .flatten()
        .chain(&own)
    {
        let text: &'static str = text;
        tx.prepare_only(text)
            .map_err(|e| StoreError::Type(format!("{name}: {e}")))?;
        count += 1;
    }
    Ok(count)
}
