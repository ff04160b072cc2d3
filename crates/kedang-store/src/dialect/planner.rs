//! How each engine is kept to the index that was chosen for it.

use crate::db::{Engine, StoreError, Tx};

pub(crate) mod postgres {
    use crate::db::statements;

    statements! {
        LEARN = "analyze customers, customer_names, search_rows, duplicate_candidates";
    }
}

/// Written before a column, keeps the planner from seeking an index by it.
///
/// `SQLite` plans without statistics: of two conditions it takes any index, and then sorts what it
/// found. A unary plus hides the column from it. PostgreSQL has statistics, knows better, and has
/// no plus for texts.
pub(crate) fn aside(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "+",
        Engine::Postgres => "",
    }
}

/// Whether the engine weighs by itself what is cheaper: to seek and sort, or to walk in order.
pub(crate) fn weighs(engine: Engine) -> bool {
    engine == Engine::Postgres
}

/// Has the planner look at tables that have just grown many times over.
///
/// PostgreSQL keeps the plans of a session, and looks at a table by itself only minutes after it
/// has grown: what was planned while there were ten customers walks all hundred thousand of them
/// at every look-up. `SQLite` plans without looking.
///
/// # Errors
/// When the database fails.
pub fn learn(tx: &mut Tx) -> Result<(), StoreError> {
    if weighs(tx.engine()) {
        tx.execute(postgres::LEARN, &[])?;
    }
    Ok(())
}
