//! Persons around customers: decision-makers, family, contacts.

use std::collections::HashMap;

use kedang_core::CustomerId;
use kedang_core::person::PersonInDossier;

use crate::db::{Row, StoreError, Tx, statements};
use crate::filter;

statements! {
    INSERT = "insert into persons (id, name, sort_key, sex, title, phone, mobile, created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $8, 1)";
    UPDATE = "update persons set name = $2, sort_key = $3, sex = $4, title = $5, phone = $6, mobile = $7, updated_at = $8, version = version + 1 where id = $1";
    RELATE = "insert into relations (id, customer_id, person_id, kind, rank, kinship, created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, $7, $7, 1)";
    FIND = "select p.id, p.name, r.kind, r.rank, r.kinship, p.sex, p.title, p.phone, p.mobile from relations r join persons p on p.id = r.person_id where r.customer_id = $1 and r.person_id = $2 limit 1";
    DROP_RELATION = "delete from relations where id = $1 and version = 1 and exists (select 1 from persons p where p.id = $2 and p.version = 1) and not exists (select 1 from relations o where o.person_id = $2 and o.id <> $1)";
    DROP = "delete from persons where id = $1 and version = 1";
    LIST = "select p.id, p.name, r.kind, r.rank, r.kinship, p.sex, p.title, p.phone, p.mobile from relations r join persons p on p.id = r.person_id where r.customer_id = $1 order by r.kind, r.rank nulls last, r.created_at, r.id limit 500";
}

/// A person to be stored.
#[derive(Debug)]
pub struct NewPerson<'a> {
    /// The id.
    pub id: &'a str,
    /// 姓名.
    pub name: &'a str,
    /// The name's place in human order.
    pub sort_key: &'a str,
    /// `male` or `female`.
    pub sex: Option<&'a str>,
    /// 职务.
    pub title: Option<&'a str>,
    /// 电话.
    pub phone: Option<&'a str>,
    /// 手机.
    pub mobile: Option<&'a str>,
    /// µs.
    pub at: i64,
}

/// What a person is to a customer.
#[derive(Debug)]
pub struct NewRelation<'a> {
    /// The id.
    pub id: &'a str,
    /// The customer.
    pub customer: &'a CustomerId,
    /// The person.
    pub person: &'a str,
    /// `decision`, `family` or `contact`.
    pub kind: &'a str,
    /// 1 to 4 for decision-makers.
    pub rank: Option<i64>,
    /// What kind of relative.
    pub kinship: Option<&'a str>,
    /// µs.
    pub at: i64,
}

fn person(tx: &mut Tx, sql: &'static str, new: &NewPerson) -> Result<(), StoreError> {
    tx.execute(
        sql,
        &[
            new.id.into(),
            new.name.into(),
            new.sort_key.into(),
            new.sex.into(),
            new.title.into(),
            new.phone.into(),
            new.mobile.into(),
            new.at.into(),
        ],
    )?;
    Ok(())
}

/// Stores a person.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Tx, new: &NewPerson) -> Result<(), StoreError> {
    person(tx, INSERT, new)
}

/// Replaces what is stored of a person.
///
/// # Errors
/// When the database fails.
pub fn update(tx: &mut Tx, new: &NewPerson) -> Result<(), StoreError> {
    person(tx, UPDATE, new)
}

/// Relates a person to a customer.
///
/// # Errors
/// A unique constraint on `relations.customer_id` when the rank is taken (D03-4).
pub fn relate(tx: &mut Tx, new: &NewRelation) -> Result<(), StoreError> {
    tx.execute(
        RELATE,
        &[
            new.id.into(),
            new.customer.as_str().into(),
            new.person.into(),
            new.kind.into(),
            new.rank.into(),
            new.kinship.into(),
            new.at.into(),
        ],
    )?;
    Ok(())
}

/// The persons of a customer: decision-makers by rank first, at most 500.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, customer: &CustomerId) -> Result<Vec<PersonInDossier>, StoreError> {
    tx.query(LIST, &[customer.as_str().into()], read)
}

fn read(row: &Row) -> Result<PersonInDossier, StoreError> {
    Ok(PersonInDossier {
        id: row.get(0)?,
        name: row.get(1)?,
        relation: row.get(2)?,
        rank: row.get(3)?,
        kinship: row.get(4)?,
        sex: row.get(5)?,
        title: row.get(6)?,
        phone: row.get(7)?,
        mobile: row.get(8)?,
    })
}

/// The persons around each of several customers that has any, in their order; at most 200
/// customers.
///
/// # Errors
/// When the database fails.
pub fn around(
    tx: &mut Tx,
    customers: &[&CustomerId],
) -> Result<HashMap<String, Vec<PersonInDossier>>, StoreError> {
    let mut found: HashMap<String, Vec<PersonInDossier>> = HashMap::new();
    if customers.is_empty() {
        return Ok(found);
    }
    let (sql, args) = filter::persons_around(customers.iter().map(|id| id.as_str()));
    tx.each(&sql, &args, |row| {
        found.entry(row.get(9)?).or_default().push(read(row)?);
        Ok(())
    })?;
    Ok(found)
}

/// Somebody around a customer.
///
/// # Errors
/// When the database fails.
pub fn find(
    tx: &mut Tx,
    customer: &CustomerId,
    person: &str,
) -> Result<Option<PersonInDossier>, StoreError> {
    tx.first(FIND, &[customer.as_str().into(), person.into()], read)
}

/// Takes somebody away again whom nobody has touched or related to others since; false when
/// somebody has.
///
/// # Errors
/// A constraint when something else points at the person, or a failing database.
pub fn withdraw(tx: &mut Tx, person: &str, relation: &str) -> Result<bool, StoreError> {
    let gone = tx.execute(DROP_RELATION, &[relation.into(), person.into()])? > 0;
    Ok(gone && tx.execute(DROP, &[person.into()])? > 0)
}
