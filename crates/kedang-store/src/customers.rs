//! Customers, each with the head of its one dossier.

use kedang_core::access::Reach;
use kedang_core::customer::{Customer, Named};
use kedang_core::search::Expr;
use kedang_core::{CustomerId, Instant, StaffId};

use crate::db::{Row, StoreError, Tx, statements};
use crate::dialect;
use crate::filter::{self, Place};

/// What [`read`] reads, over `c` customers, `d` dossiers, `o` the owner, `p` the department.
macro_rules! columns {
    () => {
        "c.id, c.code, c.kind, c.name, c.how_met, c.mobile, c.uscc, c.stage, d.class, o.id, o.name, p.id, p.name, c.created_at, c.updated_at, c.version"
    };
}
pub(crate) use columns;

/// The tables behind [`columns`], joined to `c`.
macro_rules! joined {
    () => {
        "join dossiers d on d.customer_id = c.id left join staff o on o.id = c.owner_id join departments p on p.id = c.department_id"
    };
}
pub(crate) use joined;

statements! {
    INSERT = "insert into customers (id, code, kind, name, name_key, sort_key, how_met, mobile, uscc, stage, owner_id, department_id, created_by, created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, 1)";
    INSERT_DOSSIER = "insert into dossiers (id, customer_id, class, created_at, updated_at, version) values ($1, $2, $3, $4, $4, 1)";
    FIND = concat!("select ", columns!(), " from customers c ", joined!(), " where c.id = $1");
    GRANTED = "select 1 from grants where staff_id = $1 and customer_id = $2 and not_before <= $3 and expires_at > $3 and revoked_at is null limit 1";
}

/// A customer to be stored, with its dossier.
#[derive(Debug)]
pub struct NewCustomer<'a> {
    /// The id.
    pub id: &'a str,
    /// 客户编号.
    pub code: &'a str,
    /// `individual` or `organization`.
    pub kind: &'a str,
    /// 客户名称.
    pub name: &'a str,
    /// The name as compared for duplicates.
    pub name_key: &'a str,
    /// The name's place in human order.
    pub sort_key: &'a str,
    /// 如何认识.
    pub how_met: &'a str,
    /// 手机.
    pub mobile: Option<&'a str>,
    /// 统一社会信用代码.
    pub uscc: Option<&'a str>,
    /// Where it stands.
    pub stage: &'a str,
    /// 负责人.
    pub owner: Option<&'a str>,
    /// 部门.
    pub department: &'a str,
    /// Who opens it.
    pub created_by: &'a str,
    /// The id of its dossier.
    pub dossier: &'a str,
    /// 密级, 0 to 3.
    pub class: i64,
    /// µs.
    pub at: i64,
}

/// Stores a customer and its dossier.
///
/// # Errors
/// A unique constraint on `customers.code`, or a failing database.
pub fn insert(tx: &mut Tx, new: &NewCustomer) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            new.id.into(),
            new.code.into(),
            new.kind.into(),
            new.name.into(),
            new.name_key.into(),
            new.sort_key.into(),
            new.how_met.into(),
            new.mobile.into(),
            new.uscc.into(),
            new.stage.into(),
            new.owner.into(),
            new.department.into(),
            new.created_by.into(),
            new.at.into(),
        ],
    )?;
    tx.execute(
        INSERT_DOSSIER,
        &[
            new.dossier.into(),
            new.id.into(),
            new.class.into(),
            new.at.into(),
        ],
    )?;
    Ok(())
}

/// The customer with this id, whoever asks: the caller decides what becomes of it.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, id: &CustomerId) -> Result<Option<Customer>, StoreError> {
    tx.first(FIND, &[id.as_str().into()], read)
}

/// Whether a grant opens the customer to `staff` at `now` (µs).
///
/// # Errors
/// When the database fails.
pub fn is_granted(
    tx: &mut Tx,
    staff: &StaffId,
    id: &CustomerId,
    now: i64,
) -> Result<bool, StoreError> {
    let args = [staff.as_str().into(), id.as_str().into(), now.into()];
    Ok(tx.first(GRANTED, &args, |row| row.get::<i64>(0))?.is_some())
}

/// One page of what `reach` covers at `now` (µs), changed last first; reads one row more than
/// `limit`, so that the caller knows whether there is a next page.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Tx,
    reach: &Reach,
    now: i64,
    after: Option<&Place>,
    limit: u32,
) -> Result<Vec<Customer>, StoreError> {
    match filter::page(reach, now, after, limit) {
        Some((sql, args)) => tx.query(&sql, &args, read),
        None => Ok(Vec::new()),
    }
}

/// How many customers `reach` covers at `now` (µs), counted up to `cap`.
///
/// # Errors
/// When the database fails.
pub fn count(tx: &mut Tx, reach: &Reach, now: i64, cap: u32) -> Result<i64, StoreError> {
    match filter::count(reach, now, cap) {
        Some((sql, args)) => Ok(tx.first(&sql, &args, |row| row.get(0))?.unwrap_or(0)),
        None => Ok(0),
    }
}

/// What `reach` covers among the candidates of a search, at most `cap`.
///
/// # Errors
/// When the database fails.
pub fn candidates(
    tx: &mut Tx,
    reach: &Reach,
    now: i64,
    question: &Expr,
    cap: u32,
) -> Result<Vec<Customer>, StoreError> {
    match dialect::search::candidates(tx.engine(), reach, now, question, cap) {
        Some((sql, args)) => {
            let mut found = Vec::new();
            tx.each(&sql, &args, |row| {
                found.push(read(row)?);
                Ok(())
            })?;
            Ok(found)
        }
        None => Ok(Vec::new()),
    }
}

/// How `SQLite` would walk a page of the list: for the test that holds lists to their index.
///
/// # Errors
/// When the database fails.
#[cfg(feature = "scratch")]
pub fn plan_of_list(tx: &mut Tx, reach: &Reach) -> Result<Vec<String>, StoreError> {
    match filter::page(reach, 0, None, 50) {
        Some((sql, args)) => tx.query(&sql.explained(), &args, |row| row.get(3)),
        None => Ok(Vec::new()),
    }
}

fn read(row: &Row) -> Result<Customer, StoreError> {
    let owner = match (
        row.get::<Option<String>>(9)?,
        row.get::<Option<String>>(10)?,
    ) {
        (Some(id), Some(name)) => Some(Named { id, name }),
        _ => None,
    };
    Ok(Customer {
        id: CustomerId::trusted(row.get(0)?),
        code: row.get(1)?,
        kind: row.get(2)?,
        name: row.get(3)?,
        how_met: row.get(4)?,
        mobile: row.get(5)?,
        uscc: row.get(6)?,
        stage: row.get(7)?,
        class: row.get(8)?,
        owner,
        department: Named {
            id: row.get(11)?,
            name: row.get(12)?,
        },
        created_at: Instant(row.get(13)?),
        updated_at: Instant(row.get(14)?),
        version: row.get(15)?,
    })
}
