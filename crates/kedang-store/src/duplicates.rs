//! Customers that may be the same: found when one is opened, and kept for the stewards.

use std::collections::BTreeMap;

use kedang_core::{CustomerId, Instant};

use crate::db::{Row, StoreError, Tx, Value, statements};

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

/// The living customers that share a mark, at most 50 a mark: whoever may see them.
///
/// # Errors
/// When the database fails.
pub fn alike(tx: &mut Tx, marks: &Marks) -> Result<Vec<Alike>, StoreError> {
    let mut asked: Vec<(&'static str, &'static str, &str)> = Vec::new();
    asked.extend(marks.uscc.map(|uscc| ("uscc", BY_USCC, uscc)));
    for number in marks.numbers.iter().flatten() {
        asked.push(("phone", BY_MOBILE, number));
        asked.push(("phone", BY_PHONE, number));
    }
    asked.push(("name", BY_NAME, marks.name_key));
    asked.push(("former_name", BY_FORMER, marks.name_key));
    let mut found: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
    for (reason, sql, value) in asked {
        tx.each(sql, &[value.into()], |row| {
            let reasons = found.entry(row.get(0)?).or_default();
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
            Ok(())
        })?;
    }
    let together = [
        ("email", BY_EMAIL, marks.email),
        ("birth", BY_BIRTH, marks.birth),
    ];
    for (reason, sql, value) in together {
        let Some(value) = value else { continue };
        tx.each(sql, &[value.into()], |row| {
            let (name, short) = (row.get::<String>(1)?, row.get::<Option<String>>(2)?);
            let names = [Some(name), short];
            let like = |name: &String| (marks.resembles)(name, marks.name_key);
            if names.iter().flatten().any(like) {
                found.entry(row.get(0)?).or_default().push(reason);
            }
            Ok(())
        })?;
    }
    let mut alike: Vec<_> = found
        .into_iter()
        .map(|(id, reasons)| Alike {
            id: CustomerId::trusted(id),
            reasons,
        })
        .collect();
    alike.sort_by_key(|one| std::cmp::Reverse(one.reasons.len()));
    Ok(alike)
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
