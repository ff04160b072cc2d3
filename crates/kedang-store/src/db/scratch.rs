//! A fresh place for a test, gone afterwards.

use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::thread;

use postgres::NoTls;

use super::postgres::connect::apart;
use super::{Engine, Place, StoreError};

/// Where the test server is: the variable `dev/with-postgres` sets.
const SERVER: &str = "KEDANG_TEST_POSTGRES";

/// An empty place of one engine; its folder or database is removed when this is dropped.
pub struct Scratch {
    /// The place, not migrated.
    pub place: Place,
    /// On PostgreSQL: how to reach the server, and the database's name.
    database: Option<(postgres::Config, String)>,
}

impl Scratch {
    /// Makes a folder in the temporary directory, or a database on the test server.
    ///
    /// # Panics
    /// If that cannot be done: without `KEDANG_TEST_POSTGRES`, tests on PostgreSQL fail.
    #[must_use]
    pub fn new(engine: Engine) -> Self {
        let name = format!(
            "kd_{:016x}",
            RandomState::new().hash_one(thread::current().id())
        );
        match engine {
            Engine::Sqlite => {
                let folder = std::env::temp_dir().join(name);
                fs::create_dir(&folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
                Scratch {
                    place: Place::Folder(folder),
                    database: None,
                }
            }
            Engine::Postgres => Self::database(name),
        }
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "test support: the server is set up outside"
    )]
    fn database(name: String) -> Self {
        let url = std::env::var(SERVER).unwrap_or_else(|_unset| {
            panic!("{SERVER} is not set: run the tests through dev/with-postgres")
        });
        let server: postgres::Config = url
            .parse()
            .unwrap_or_else(|error| panic!("{SERVER}: {error}"));
        run(
            &server,
            &format!("create database {name} template template0 encoding 'UTF8'"),
        )
        .unwrap_or_else(|error| panic!("{SERVER}: {error}"));
        let (base, _) = url
            .rsplit_once('/')
            .unwrap_or_else(|| panic!("{SERVER} is no URL"));
        let place = Place::Postgres(format!("{base}/{name}"));
        Scratch {
            place,
            database: Some((server, name)),
        }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let removed = match (&self.place, &self.database) {
            (Place::Folder(folder), _) => fs::remove_dir_all(folder).map_err(|e| e.to_string()),
            (_, Some((server, name))) => run(server, &format!("drop database {name} with (force)"))
                .map_err(|e| e.to_string()),
            _ => Ok(()),
        };
        if let Err(reason) = removed {
            tracing::warn!(reason, "a scratch place was left behind");
        }
    }
}

fn run(server: &postgres::Config, sql: &str) -> Result<(), StoreError> {
    apart(|| {
        let done = server
            .connect(NoTls)
            .and_then(|mut client| client.batch_execute(sql));
        done.map_err(|error| StoreError::Other(error.into()))
    })
}
