//! Migrating a PostgreSQL database. Its copy before is the administrator's (`pg_dump`).

use postgres::{Client, Transaction};

use super::ledger::{self, Applied};
use super::{Migrated, Migration};
use crate::db::StoreError;
use crate::db::postgres::connect::{apart, check, config, connect};
use crate::dialect::error;

/// The advisory lock that lets one process migrate at a time; 'kedang' in ASCII.
pub(crate) const LOCK: &str = "select pg_advisory_xact_lock(118074626961767)";

pub(super) fn migrate(url: &str, list: &[Migration], at_us: i64) -> Result<Migrated, StoreError> {
    apart(|| {
        let mut client = client(url)?;
        let mut tx = client.transaction().map_err(|failed| said("", &failed))?;
        run(&mut tx, LOCK)?;
        run(&mut tx, ledger::TABLE)?;
        let applied = had(&mut tx)?;
        let pending = ledger::pending(&applied, list)?;
        for migration in pending {
            run(&mut tx, migration.postgres)?;
            let number = i64::from(migration.number);
            tx.execute(ledger::APPLY, &[&number, &migration.name, &at_us])
                .map_err(|failed| said(ledger::APPLY, &failed))?;
        }
        tx.commit().map_err(|failed| said("", &failed))?;
        Ok(Migrated {
            from: ledger::newest(&applied),
            to: ledger::known(list),
            copy: None,
        })
    })
}

/// What the database has had.
pub(super) fn applied(url: &str) -> Result<Vec<Applied>, StoreError> {
    apart(|| {
        let mut client = client(url)?;
        let mut tx = client.transaction().map_err(|failed| said("", &failed))?;
        let there = "select to_regclass('migrations') is not null";
        let row = tx
            .query_one(there, &[])
            .map_err(|failed| said(there, &failed))?;
        if row.try_get(0).map_err(|failed| said(there, &failed))? {
            had(&mut tx)
        } else {
            Ok(Vec::new())
        }
    })
}

fn client(url: &str) -> Result<Client, StoreError> {
    let mut client = connect(&config(url)?)?;
    check(&mut client)?;
    Ok(client)
}

fn had(tx: &mut Transaction<'_>) -> Result<Vec<Applied>, StoreError> {
    let rows = tx
        .query(ledger::APPLIED, &[])
        .map_err(|failed| said(ledger::APPLIED, &failed))?;
    rows.iter()
        .map(|row| {
            let (found, name): (i64, String) = row
                .try_get(0)
                .and_then(|found| Ok((found, row.try_get(1)?)))
                .map_err(|failed| said(ledger::APPLIED, &failed))?;
            Ok((ledger::number(found)?, name))
        })
        .collect()
}

fn run(tx: &mut Transaction<'_>, sql: &str) -> Result<(), StoreError> {
    tx.batch_execute(sql).map_err(|failed| said(sql, &failed))
}

fn said(sql: &str, failed: &postgres::Error) -> StoreError {
    error::postgres(sql, failed).error
}
