//! Customers that may be the same: found when one is opened, and kept for the stewards.

use std::collections::BTreeMap;

use kedang_core::{CustomerId, Instant};

use crate::db::{Kind, Row, StoreError, Tx, Value, statements};

statements! {
    BY_NAME = "select id from customers where name_key = $1 and deleted_at is null order by id limit 50";
    // No join: PostgreSQL, planning it while there are hardly any customers, keeps walking all of them.
    BY_FORMER = "select n.customer_id from customer_names n where n.name_key = $1 and (select c.deleted_at is null from customers c where c.id = n.customer_id) order by n.customer_id limit 50";
    BY_USCC = "select id from customers where uscc = $1 and deleted_at is null order by id limit 50";
    BY_MOBILE = "select id from customers where mobile = $1 and deleted_at is null order by id limit 50";
    BY_PHONE = "select id from customers where phone = $1 and deleted_at is null order by id limit 50";
    BY_EMAIL = "select id, name_key, short_name from customers where email = $1 and deleted_at is null order by id limit 50";
    BY_BIRTH = "select id, name_key, short_name from customers where birth = $1 and deleted_at is null order by id limit 50";
    INSERT = "insert into duplicate_candidates (id, customer_id, other_id, reasons, status, found_by, created_at, updated_at, version) values ($1, $2, $3, $4, 'open', $5, $6, $6, 1) on conflict (customer_id, other_id) do nothing";
    OPEN = "select d.id, d.customer_id, d.other_id, d.reasons, d.created_at from duplicate_candidates d where d.status = 'open' and (d.created_at, d.id) > ($1, $2) order by d.created_at, d.id limit 200";
    FIND = "select d.id, d.customer_id, d.other_id, d.reasons, d.created_at from duplicate_candidates d where d.id = $1 and d.status = 'open'";
    SETTLE = "update duplicate_candidates set status = $2, settled_by = $3, updated_at = $4, version = version + 1 where id = $1 and status = 'open'";
}

/// What two customers may have in common, as stored and as in the API.
pub const REASONS: [&str; 6] = ["uscc", "phone", "name", "former_name", "email", "birth"];

/// What a customer is compared by.
#[derive(Debug)]
pub struct Marks<'a> {
    /// The name as compared.
    pub name_key: &'a str,
    /// 统一社会信用代码.
    pub uscc: Option<&'a str>,
    /// 手机 and 电话.
    pub numbers: [Option<&'a str>; 2],
    /// 电子邮箱 and the whole 出生日期: many share one, so the names must be alike as well.
    pub email: Option<&'a str>,
    /// See `email`.
    pub birth: Option<&'a str>,
    /// Whether a name, as compared, is like ours.
    pub resembles: fn(&str, &str) -> bool,
}

/// A living customer with what it has in common, keys of [`REASONS`] in that order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The customer.
    pub id: CustomerId,
    /// What is the same.
    pub reasons: Vec<&'static str>,
}

/// For each of `all` the living customers that share a mark with it, at most 50 a mark: whoever
/// may see them.
///
/// # Errors
/// When the database fails.
pub fn alike(tx: &mut Tx, all: &[Marks]) -> Result<Vec<Vec<Alike>>, StoreError> {
    let mut found: Vec<BTreeMap<String, Vec<&'static str>>> = vec![BTreeMap::new(); all.len()];
    let number = |at: usize| move |marks: &Marks| marks.numbers[at].map(str::to_owned);
    let name = |marks: &Marks| Some(marks.name_key.to_owned());
    let uscc = |marks: &Marks| marks.uscc.map(str::to_owned);
    same(tx, all, ("uscc", BY_USCC), &uscc, &mut found)?;
    for at in 0..2 {
        same(tx, all, ("phone", BY_MOBILE), &number(at), &mut found)?;
        same(tx, all, ("phone", BY_PHONE), &number(at), &mut found)?;
    }
    same(tx, all, ("name", BY_NAME), &name, &mut found)?;
    same(tx, all, ("former_name", BY_FORMER), &name, &mut found)?;
    let email = |marks: &Marks| marks.email.map(str::to_owned);
    let birth = |marks: &Marks| marks.birth.map(str::to_owned);
    together(tx, all, ("email", BY_EMAIL), &email, &mut found)?;
    together(tx, all, ("birth", BY_BIRTH), &birth, &mut found)?;
    Ok(found.into_iter().map(most_first).collect())
}

/// What was found for each, by id.
type Found = [BTreeMap<String, Vec<&'static str>>];

/// Asks for one mark of all that have it.
fn asked(
    tx: &mut Tx,
    all: &[Marks],
    sql: &'static str,
    mark: &dyn Fn(&Marks) -> Option<String>,
    mut visit: impl FnMut(usize, &Row<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let (places, rows): (Vec<usize>, Vec<[Value; 1]>) = all
        .iter()
        .enumerate()
        .filter_map(|(at, marks)| mark(marks).map(|mark| (at, [mark.into()])))
        .unzip();
    if rows.is_empty() {
        return Ok(());
    }
    tx.ask_many(sql, &[Kind::Text], &rows, |at, row| visit(places[at], row))
}

/// Those whose mark is the same.
fn same(
    tx: &mut Tx,
    all: &[Marks],
    (reason, sql): (&'static str, &'static str),
    mark: &dyn Fn(&Marks) -> Option<String>,
    found: &mut Found,
) -> Result<(), StoreError> {
    asked(tx, all, sql, mark, |at, row| {
        let reasons = found[at].entry(row.get(0)?).or_default();
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
        Ok(())
    })
}

/// Those whose mark is the same, and whose name is like it.
fn together(
    tx: &mut Tx,
    all: &[Marks],
    (reason, sql): (&'static str, &'static str),
    mark: &dyn Fn(&Marks) -> Option<String>,
    found: &mut Found,
) -> Result<(), StoreError> {
    asked(tx, all, sql, mark, |at, row| {
        let (name, short) = (row.get::<String>(1)?, row.get::<Option<String>>(2)?);
        let names = [Some(name), short];
        let like = |name: &String| (all[at].resembles)(name, all[at].name_key);
        if names.iter().flatten().any(like) {
            found[at].entry(row.get(0)?).or_default().push(reason);
        }
        Ok(())
    })
}

fn most_first(found: BTreeMap<String, Vec<&'static str>>) -> Vec<Alike> {
    let found = found.into_iter();
    let mut alike: Vec<_> = found
        .map(|(id, reasons)| Alike {
            id: CustomerId::trusted(id),
            reasons,
        })
        .collect();
    alike.sort_by_key(|one| std::cmp::Reverse(one.reasons.len()));
    alike
}

/// Two customers that may be the same, to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The id of the entry.
    pub id: String,
    /// The one that came later.
    pub customer: CustomerId,
    /// The one that was there.
    pub other: CustomerId,
    /// Keys of [`REASONS`].
    pub reasons: Vec<String>,
    /// When it was found.
    pub at: Instant,
}

/// Keeps a pair for the stewards.
///
/// # Errors
/// When the database fails.
pub fn insert(
    tx: &mut Tx,
    id: &str,
    customer: &CustomerId,
    alike: &Alike,
    staff: &str,
    at: i64,
) -> Result<(), StoreError> {
    let args: [Value; 6] = [
        id.into(),
        customer.as_str().into(),
        alike.id.as_str().into(),
        alike.reasons.join(" ").into(),
        staff.into(),
        at.into(),
    ];
    tx.execute(INSERT, &args)?;
    Ok(())
}

/// The next 200 open pairs behind `after` (µs, id), oldest first.
///
/// # Errors
/// When the database fails.
pub fn open(tx: &mut Tx, after: (i64, &str)) -> Result<Vec<Pair>, StoreError> {
    tx.query(OPEN, &[after.0.into(), after.1.into()], read)
}

/// An open pair.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, id: &str) -> Result<Option<Pair>, StoreError> {
    tx.first(FIND, &[id.into()], read)
}

/// Settles a pair as `distinct` or `merged`.
///
/// # Errors
/// When the database fails.
pub fn settle(tx: &mut Tx, id: &str, status: &str, staff: &str, at: i64) -> Result<(), StoreError> {
    tx.execute(SETTLE, &[id.into(), status.into(), staff.into(), at.into()])?;
    Ok(())
}

fn read(row: &Row) -> Result<Pair, StoreError> {
    Ok(Pair {
        id: row.get(0)?,
        customer: CustomerId::trusted(row.get(1)?),
        other: CustomerId::trusted(row.get(2)?),
        reasons: row
            .get::<String>(3)?
            .split(' ')
            .map(str::to_owned)
            .collect(),
        at: Instant(row.get(4)?),
    })
}
