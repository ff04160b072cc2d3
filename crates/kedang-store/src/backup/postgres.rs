//! PostgreSQL table by table, in its own text form, in one transaction each way.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::{Copied, LIMIT, TABLES};
use crate::db::postgres::Link;
use crate::db::postgres::connect::{apart, config};
use crate::db::{Over, StoreError, Tx};
use crate::migrate::{MIGRATIONS, ledger, postgres::LOCK};

/// Tables of ours with their columns, both as they are written in a statement.
const COLUMNS: &str = "select cast(c.relname as text), string_agg(quote_ident(a.attname), ', ' order by a.attnum) \
     from pg_class c join pg_attribute a on a.attrelid = c.oid \
     where c.relnamespace = cast(current_schema() as regnamespace) and c.relkind = 'r' \
     and a.attnum > 0 and not a.attisdropped \
     and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e') group by c.relname order by c.relname";

/// Who refers to whom, without those that refer to themselves: a copy checks these at its end.
pub(crate) const REFERENCES: &str = "select distinct cast(c.relname as text), cast(p.relname as text) \
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid \
     where k.contype = 'f' and c.relnamespace = cast(current_schema() as regnamespace) and c.oid <> p.oid";

/// What somebody put there; what an extension brought along is nobody's data.
const THINGS: &str = "select cast(count(*) as bigint) from pg_class c \
     where c.relnamespace = cast(current_schema() as regnamespace) and c.relkind <> 'i' \
     and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')";

/// A table's name and its columns.
type Table = (String, String);

pub(super) fn take<T: Send, E: From<StoreError> + Send>(
    url: &str,
    folder: &Path,
    look: impl FnOnce(&mut Tx) -> Result<T, E> + Send,
) -> Result<(Copied, T), E> {
    let done = apart(|| {
        let mut link = Link::open(&config(url)?, LIMIT)?;
        run(&mut link, "begin isolation level repeatable read read only")?;
        let (schema, tables) = {
            let mut tx = over(&mut link);
            let newest = tx.query(ledger::APPLIED, &[], |row| row.get::<i64>(0))?;
            (
                ledger::number(newest.last().copied().unwrap_or(0))?,
                tables(&mut tx)?,
            )
        };
        fs::create_dir(folder.join(TABLES)).map_err(|error| disk(&error))?;
        let mut files = Vec::new();
        for (table, columns) in &tables {
            let sql = format!("copy {table} ({columns}) to stdout with (format text, header true)");
            let name = file(table);
            write(&mut link, &sql, &folder.join(&name))?;
            files.push(name);
        }
        let seen = look(&mut over(&mut link));
        run(&mut link, "rollback")?;
        Ok(seen.map(|seen| (Copied { schema, files }, seen)))
    });
    done?
}

/// Shows the whole database as it stands in one moment, and nothing can be written meanwhile.
pub(crate) fn looked<T: Send, E: From<StoreError> + Send>(
    url: &str,
    look: impl FnOnce(&mut Tx) -> Result<T, E> + Send,
) -> Result<T, E> {
    let done = apart(|| {
        let mut link = Link::open(&config(url)?, LIMIT)?;
        run(&mut link, "begin isolation level repeatable read read only")?;
        let seen = look(&mut over(&mut link));
        run(&mut link, "rollback")?;
        Ok(seen)
    });
    done?
}

pub(super) fn is_empty(url: &str) -> Result<bool, StoreError> {
    apart(|| {
        let mut link = Link::open(&config(url)?, LIMIT)?;
        let things = over(&mut link).first(THINGS, &[], |row| row.get::<i64>(0))?;
        Ok(things == Some(0))
    })
}

pub(super) fn put_back<T: Send, E: From<StoreError> + Send>(
    url: &str,
    (from, schema): (&Path, u32),
    at_us: i64,
    look: impl FnOnce(&mut Tx) -> Result<T, E> + Send,
) -> Result<T, E> {
    let done = apart(|| {
        let mut link = Link::open(&config(url)?, LIMIT)?;
        run(&mut link, "begin")?;
        run(&mut link, LOCK)?;
        run(&mut link, ledger::TABLE)?;
        let steps = usize::try_from(schema).unwrap_or(usize::MAX);
        let (had, rest) = MIGRATIONS.split_at(steps.min(MIGRATIONS.len()));
        for migration in had {
            run(&mut link, migration.postgres)?;
        }
        fill(&mut link, from)?;
        let mut tx = over(&mut link);
        let applied = tx.query(ledger::APPLIED, &[], |row| {
            Ok((ledger::number(row.get(0)?)?, row.get(1)?))
        })?;
        ledger::pending(&applied, MIGRATIONS)?;
        for migration in rest {
            run(&mut link, migration.postgres)?;
            let line = [
                i64::from(migration.number).into(),
                migration.name.into(),
                at_us.into(),
            ];
            over(&mut link).execute(ledger::APPLY, &line)?;
        }
        let seen = look(&mut over(&mut link));
        run(&mut link, if seen.is_ok() { "commit" } else { "rollback" })?;
        Ok(seen)
    });
    done?
}

/// Empties what the migrations wrote, and reads every table, those that are referred to first.
fn fill(link: &mut Link, from: &Path) -> Result<(), StoreError> {
    let (tables, references) = {
        let mut tx = over(link);
        let pairs = tx.query(REFERENCES, &[], |row| Ok((row.get(0)?, row.get(1)?)))?;
        (tables(&mut tx)?, pairs)
    };
    let names: Vec<&str> = tables.iter().map(|(table, _)| table.as_str()).collect();
    run(link, &format!("truncate {}", names.join(", ")))?;
    for (table, columns) in ordered(tables, |(table, _)| table, &references)? {
        let path = from.join(file(&table));
        let opened = File::open(&path).map_err(|error| disk(&error))?;
        let sql = format!("copy {table} ({columns}) from stdin with (format text, header match)");
        link.copy_in(&sql, &mut BufReader::new(opened))?;
    }
    Ok(())
}

/// The tables so that each comes after those it refers to.
pub(crate) fn ordered<T>(
    mut left: Vec<T>,
    name: impl Fn(&T) -> &String,
    references: &[(String, String)],
) -> Result<Vec<T>, StoreError> {
    let (mut done, mut order) = (BTreeSet::new(), Vec::new());
    while !left.is_empty() {
        let free = |table: &T| {
            let mut wanted = references.iter().filter(|(who, _)| who == name(table));
            wanted.all(|(_, whom)| done.contains(whom))
        };
        let (now, later): (Vec<_>, Vec<_>) = left.into_iter().partition(free);
        if now.is_empty() {
            return Err(StoreError::Unsupported(
                "tables refer to each other in a circle".into(),
            ));
        }
        done.extend(now.iter().map(|table| name(table).clone()));
        order.extend(now);
        left = later;
    }
    Ok(order)
}

fn tables(tx: &mut Tx) -> Result<Vec<Table>, StoreError> {
    tx.query(COLUMNS, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Where a table lies in a copy.
fn file(table: &str) -> String {
    format!("{TABLES}/{table}.copy")
}

fn write(link: &mut Link, sql: &str, path: &PathBuf) -> Result<(), StoreError> {
    let file = File::create_new(path).map_err(|error| disk(&error))?;
    let mut out = BufWriter::new(file);
    link.copy_out(sql, &mut out)?;
    out.flush().map_err(|error| disk(&error))?;
    out.get_ref().sync_all().map_err(|error| disk(&error))
}

fn over(link: &mut Link) -> Tx<'_> {
    Tx::new(Over::Postgres(link), Instant::now() + LIMIT)
}

fn run(link: &mut Link, sql: &str) -> Result<(), StoreError> {
    link.run(sql).map_err(|failure| failure.error)
}

fn disk(error: &std::io::Error) -> StoreError {
    if error.kind() == std::io::ErrorKind::StorageFull {
        return StoreError::Full;
    }
    StoreError::Unavailable(format!("the copy: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_comes_after_those_it_refers_to() {
        let table = |name: &str| (name.to_owned(), String::new());
        let refers = |who: &str, whom: &str| (who.to_owned(), whom.to_owned());
        let all = vec![table("audit"), table("cards"), table("staff")];
        let order = ordered(
            all.clone(),
            |(name, _)| name,
            &[refers("audit", "cards"), refers("cards", "staff")],
        );
        let names: Vec<_> = order
            .expect("an order")
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        assert_eq!(names, ["staff", "cards", "audit"]);
        let circle = [refers("audit", "cards"), refers("cards", "audit")];
        assert!(ordered(all, |(name, _)| name, &circle).is_err());
    }
}
