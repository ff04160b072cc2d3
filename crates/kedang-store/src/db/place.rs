//! Where the data is: a folder with a SQLite file, or a PostgreSQL database.

use std::fmt;
use std::path::PathBuf;

/// The two databases Kedang runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Engine {
    /// One file in the data folder; the default.
    Sqlite,
    /// A server, for a company that outgrew one machine. Version 15 or newer, encoding UTF8.
    Postgres,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Engine::Sqlite => "sqlite",
            Engine::Postgres => "postgres",
        })
    }
}

/// Where one company's data lives.
#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    /// A data folder; the database is the file `kedang.db` in it.
    Folder(PathBuf),
    /// A connection string, `postgres://user:password@host:port/database` or `host=… dbname=…`.
    Postgres(String),
}

impl Place {
    /// The engine that serves this place.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self {
            Place::Folder(_) => Engine::Sqlite,
            Place::Postgres(_) => Engine::Postgres,
        }
    }
}

/// Shows a folder as it is and hides a connection string, which may hold a password.
impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Folder(folder) => f.debug_tuple("Folder").field(folder).finish(),
            Place::Postgres(_) => f.write_str("Postgres(…)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_string_is_never_shown() {
        let place = Place::Postgres("postgres://kedang:hunter2@127.0.0.1/kedang".into());
        assert_eq!(format!("{place:?}"), "Postgres(…)");
        assert_eq!(place.engine().to_string(), "postgres");
    }
}
