//! Which customers a row means by the key that was chosen for the file.

use kedang_core::CustomerId;

use crate::db::{StoreError, Tx, statements};

statements! {
    USCC = "select id from customers where uscc = $1 and deleted_at is null order by id limit 20";
    MOBILE = "select id from customers where mobile = $1 and deleted_at is null order by id limit 20";
    EMAIL = "select id from customers where email = $1 and deleted_at is null order by id limit 20";
    NAME = "select id from customers where name_key = $1 and deleted_at is null order by id limit 20";
    NAMED = "select id from customers where mobile = $2 and name_key = $1 and deleted_at is null order by id limit 20";
}

/// What is the same.
#[derive(Debug, Clone, Copy)]
pub enum Key<'a> {
    /// 统一社会信用代码.
    Uscc(&'a str),
    /// 手机.
    Mobile(&'a str),
    /// 电子邮箱.
    Email(&'a str),
    /// The name as compared.
    Name(&'a str),
    /// The name as compared, and 手机.
    NameAndMobile(&'a str, &'a str),
}

/// The living customers of a key, at most 20, whoever asks: the caller decides what becomes of
/// them.
///
/// # Errors
/// When the database fails.
pub fn matches(tx: &mut Tx, key: Key) -> Result<Vec<CustomerId>, StoreError> {
    let (sql, args) = match key {
        Key::Uscc(uscc) => (USCC, vec![uscc.into()]),
        Key::Mobile(mobile) => (MOBILE, vec![mobile.into()]),
        Key::Email(email) => (EMAIL, vec![email.into()]),
        Key::Name(name) => (NAME, vec![name.into()]),
        Key::NameAndMobile(name, mobile) => (NAMED, vec![name.into(), mobile.into()]),
    };
    tx.query(sql, &args, |row| row.get(0).map(CustomerId::trusted))
}
