//! Filling a PostgreSQL database, in one transaction.

use std::time::Instant;

use super::copy_text::CopyText;
use super::intake::Side;
use super::{Broken, Intake, Refused, Table, wanted};
use crate::backup::{LIMIT, REFERENCES, ordered};
use crate::db::postgres::Link;
use crate::db::postgres::connect::{apart, config};
use crate::db::{ConstraintKind, Over, StoreError, Tx, Value, kind_of};
use crate::migrate::{MIGRATIONS, Migration, ledger, postgres::LOCK};

const COLUMNS: &str = "select cast(c.relname as text), cast(a.attname as text), cast(format_type(a.atttypid, a.atttypmod) as text) \
     from pg_class c join pg_attribute a on a.attrelid = c.oid \
     where c.relnamespace = cast(current_schema() as regnamespace) and c.relkind = 'r' \
     and a.attnum > 0 and not a.attisdropped \
     and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by c.relname, a.attnum";

pub(super) fn settle<T: Send, E: From<StoreError> + Send>(
    url: &str,
    (had, at_us): (&[Migration], i64),
    fill: impl FnOnce(&mut Intake) -> Result<(), E> + Send,
    look: impl FnOnce(&mut Tx) -> Result<T, E> + Send,
) -> Result<T, E> {
    let done = apart(|| {
        let mut link = Link::open(&config(url)?, LIMIT)?;
        run(&mut link, "begin")?;
        run(&mut link, LOCK)?;
        run(&mut link, ledger::TABLE)?;
        step(&mut link, had, at_us)?;
        let tables = tables(&mut link)?;
        let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
        run(&mut link, &format!("truncate {} cascade", names.join(", ")))?;
        let side = Side::Postgres(&mut link);
        if let Err(error) = fill(&mut Intake { side, tables }) {
            run(&mut link, "rollback")?;
            return Ok(Err(error));
        }
        step(&mut link, &MIGRATIONS[had.len()..], at_us)?;
        let seen = look(&mut over(&mut link));
        run(&mut link, if seen.is_ok() { "commit" } else { "rollback" })?;
        Ok(seen)
    });
    done?
}

fn step(link: &mut Link, steps: &[Migration], at_us: i64) -> Result<(), StoreError> {
    for migration in steps {
        run(link, migration.postgres)?;
        let line = [
            i64::from(migration.number).into(),
            migration.name.into(),
            at_us.into(),
        ];
        over(link).execute(ledger::APPLY, &line)?;
    }
    Ok(())
}

/// The tables, each after those it refers to.
fn tables(link: &mut Link) -> Result<Vec<Table>, StoreError> {
    let mut tx = over(link);
    let mut columns = Vec::new();
    tx.each(COLUMNS, &[], |row| {
        columns.push((row.get(0)?, row.get(1)?, kind_of(row.text(2)?)));
        Ok(())
    })?;
    let references = tx.query(REFERENCES, &[], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let tables = wanted(columns);
    let ours = |name: &String| tables.iter().any(|table| table.name == *name);
    let references: Vec<(String, String)> = references
        .into_iter()
        .filter(|(who, whom)| ours(who) && ours(whom))
        .collect();
    ordered(tables, |table| &table.name, &references)
}

pub(super) fn take<E>(
    link: &mut Link,
    table: &Table,
    rows: &mut dyn Iterator<Item = Result<Vec<Value>, E>>,
) -> Result<u64, Broken<E>> {
    let (name, list) = (&table.name, table.list());
    let sql = format!("copy {name} ({list}) from stdin with (format text)");
    let mut text = CopyText::new(rows);
    let copied = link.copy_rows(&sql, &mut text);
    if let Some(error) = text.failed {
        return Err(Broken::Source(error));
    }
    let (error, told) = match copied {
        Ok(count) => return Ok(count),
        Err(failed) => *failed,
    };
    let mut refused = Refused {
        table: name.clone(),
        line: told.line,
        key: told.key,
        missing: None,
    };
    Err(match error {
        StoreError::Constraint {
            kind: ConstraintKind::ForeignKey,
            ..
        } => {
            refused.missing = Some(told.table.unwrap_or_default());
            Broken::Row(refused)
        }
        StoreError::Constraint { .. } | StoreError::Type(_) => Broken::Row(refused),
        other => Broken::Store(other),
    })
}

fn over(link: &mut Link) -> Tx<'_> {
    Tx::new(Over::Postgres(link), Instant::now() + LIMIT)
}

fn run(link: &mut Link, sql: &str) -> Result<(), StoreError> {
    link.run(sql).map_err(|failure| failure.error)
}
