//! What an engine can say of itself: `SQLite` reads its own file through, and finds rows whose
//! partner is gone. `PostgreSQL` has no such statement; it never lets a foreign key go.

use crate::db::{Engine, StoreError, Tx};

pub(crate) mod sqlite {
    use crate::db::statements;

    statements! {
        PAGES = "select integrity_check from pragma_integrity_check";
        KEYS = "select f.\"table\", f.parent, coalesce(cast(f.rowid as text), '') from pragma_foreign_key_check f limit 100";
    }
}

/// The complaints, by the problem's name and with what they are about; none on `PostgreSQL`.
pub(crate) fn complaints(tx: &mut Tx) -> Result<Vec<(&'static str, String)>, StoreError> {
    if tx.engine() == Engine::Postgres {
        return Ok(Vec::new());
    }
    let pages = tx.query(sqlite::PAGES, &[], |row| row.get::<String>(0))?;
    let pages = pages.into_iter().filter(|said| said != "ok");
    let mut all: Vec<_> = pages
        .map(|said| ("verify.database_damaged", said))
        .collect();
    let keys = tx.query(sqlite::KEYS, &[], |row| {
        Ok(format!(
            "{} {} → {}",
            row.text(0)?,
            row.text(2)?,
            row.text(1)?
        ))
    })?;
    all.extend(keys.into_iter().map(|key| ("verify.key_nowhere", key)));
    Ok(all)
}
