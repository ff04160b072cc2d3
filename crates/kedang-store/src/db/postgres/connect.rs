//! Connecting to PostgreSQL, always from a thread of our own.

use std::thread;
use std::time::Duration;

use postgres::{Client, Config, NoTls};

use crate::db::StoreError;
use crate::dialect::error;

/// Reads a connection string.
///
/// # Errors
/// [`StoreError::Unsupported`]; the message never repeats the string, which may hold a password.
pub(crate) fn config(url: &str) -> Result<Config, StoreError> {
    let mut config: Config = url
        .parse()
        .map_err(|error| StoreError::Unsupported(format!("connection string: {error}")))?;
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(5));
    }
    if config.get_application_name().is_none() {
        config.application_name("kedang");
    }
    Ok(config)
}

/// Connects. Must not be called on a thread of an async runtime: see [`apart`].
///
/// # Errors
/// [`StoreError::Unavailable`] if the server does not answer or refuses.
pub(crate) fn connect(config: &Config) -> Result<Client, StoreError> {
    config
        .connect(NoTls)
        .map_err(|failed| error::postgres("", &failed).error)
}

/// Refuses a server Kedang cannot rely on: older than 15 or with an encoding other than UTF8.
///
/// # Errors
/// [`StoreError::Unsupported`] with the reason.
pub(crate) fn check(client: &mut Client) -> Result<(), StoreError> {
    let row = client
        .query_one(
            "select current_setting('server_version_num')::int, current_setting('server_encoding')",
            &[],
        )
        .map_err(|failed| error::postgres("", &failed).error)?;
    let (version, encoding): (i32, String) = row
        .try_get(0)
        .and_then(|version| Ok((version, row.try_get(1)?)))
        .map_err(|failed| error::postgres("", &failed).error)?;
    if version < 150_000 {
        return Err(StoreError::Unsupported(format!(
            "PostgreSQL {} is too old, version 15 is needed",
            version / 10_000
        )));
    }
    if encoding != "UTF8" {
        return Err(StoreError::Unsupported(format!(
            "the encoding is {encoding}, not UTF8"
        )));
    }
    Ok(())
}

/// Runs blocking work with the synchronous client on a thread of its own, because that client
/// panics on a thread of an async runtime, even when it is only dropped.
///
/// # Errors
/// Those of `work`; [`StoreError::Panicked`] if it panicked.
pub(crate) fn apart<T: Send>(
    work: impl FnOnce() -> Result<T, StoreError> + Send,
) -> Result<T, StoreError> {
    thread::scope(|scope| {
        scope
            .spawn(work)
            .join()
            .unwrap_or_else(|_| Err(StoreError::Panicked("while talking to PostgreSQL".into())))
    })
}
