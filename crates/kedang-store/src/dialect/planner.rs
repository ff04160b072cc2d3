//! How each engine is kept to the index that was chosen for it.

use crate::db::Engine;

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
