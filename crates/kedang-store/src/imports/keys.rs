//! Which customers the rows of a chunk mean, each asked for all rows at once.

use kedang_core::CustomerId;

use crate::db::{Kind, Row, StoreError, Tx, Value, statements};

statements! {
    CODE = "select id, deleted_at is null from customers where code = $1";
    ONE_USCC = "select id from customers where uscc = $1 and deleted_at is null order by id limit 1";
    BIRTHS = "select id, birth from customers where name_key = $1 and deleted_at is null order by id limit 50";
    USCC = "select id from customers where uscc = $1 and deleted_at is null order by id limit 20";
    MOBILE = "select id from customers where mobile = $1 and deleted_at is null order by id limit 20";
    EMAIL = "select id from customers where email = $1 and deleted_at is null order by id limit 20";
    NAME = "select id from customers where name_key = $1 and deleted_at is null order by id limit 20";
    NAMED = "select id from customers where mobile = $2 and name_key = $1 and deleted_at is null order by id limit 20";
}

/// By what rows are matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// 统一社会信用代码.
    Uscc,
    /// 手机.
    Mobile,
    /// 电子邮箱.
    Email,
    /// The name as compared.
    Name,
    /// The name as compared, and 手机.
    NameAndMobile,
}

/// For each row what was found; nothing where the row does not ask.
type Answers<T> = Result<Vec<Vec<T>>, StoreError>;

/// The customer of each 客户编号, and whether it lives.
///
/// # Errors
/// When the database fails.
pub fn coded(tx: &mut Tx, codes: &[Option<&str>]) -> Answers<(CustomerId, bool)> {
    each(tx, CODE, codes, |row| Ok((id(row)?, row.get(1)?)))
}

/// The first living customer of each 统一社会信用代码.
///
/// # Errors
/// When the database fails.
pub fn of_uscc(tx: &mut Tx, usccs: &[Option<&str>]) -> Answers<CustomerId> {
    each(tx, ONE_USCC, usccs, id)
}

/// The living customers of each name as compared, with 出生日期; at most 50, by id.
///
/// # Errors
/// When the database fails.
pub fn births(tx: &mut Tx, names: &[Option<&str>]) -> Answers<(CustomerId, Option<String>)> {
    each(tx, BIRTHS, names, |row| Ok((id(row)?, row.get(1)?)))
}

/// The living customers of each key, at most 20, whoever asks: the caller decides what becomes of
/// them. A key is one text, or name and 手机.
///
/// # Errors
/// When the database fails.
pub fn matches(tx: &mut Tx, by: Key, keys: &[Option<[&str; 2]>]) -> Answers<CustomerId> {
    let sql = match by {
        Key::Uscc => USCC,
        Key::Mobile => MOBILE,
        Key::Email => EMAIL,
        Key::Name => NAME,
        Key::NameAndMobile => {
            let rows = keys.iter().map(|key| key.map(|key| key.map(Value::from)));
            return ask(tx, NAMED, &[Kind::Text; 2], rows, id);
        }
    };
    let rows = keys.iter().map(|key| key.map(|[key, _]| [key.into()]));
    ask(tx, sql, &[Kind::Text], rows, id)
}

fn id(row: &Row) -> Result<CustomerId, StoreError> {
    row.get(0).map(CustomerId::trusted)
}

fn each<T>(
    tx: &mut Tx,
    sql: &'static str,
    keys: &[Option<&str>],
    read: impl Fn(&Row) -> Result<T, StoreError>,
) -> Answers<T> {
    let rows = keys.iter().map(|key| key.map(|key| [key.into()]));
    ask(tx, sql, &[Kind::Text], rows, read)
}

fn ask<T, const N: usize>(
    tx: &mut Tx,
    sql: &'static str,
    kinds: &[Kind],
    rows: impl Iterator<Item = Option<[Value; N]>>,
    read: impl Fn(&Row) -> Result<T, StoreError>,
) -> Answers<T> {
    let (mut found, mut places, mut asked) = (Vec::new(), Vec::new(), Vec::new());
    for (place, row) in rows.enumerate() {
        found.push(Vec::new());
        if let Some(row) = row {
            places.push(place);
            asked.push(row);
        }
    }
    if asked.is_empty() {
        return Ok(found);
    }
    tx.ask_many(sql, kinds, &asked, |at, row| {
        found[places[at]].push(read(row)?);
        Ok(())
    })?;
    Ok(found)
}
