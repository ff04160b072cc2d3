//! The digest: SHA-256 over every row of the listed tables, in the order of their keys.
//!
//! What is hashed: for a table the byte `T`, its name and a zero byte; for a row the byte `R`; for
//! a value its letter (`N` nothing, `I` a whole number, `F` a measure, `X` text, `B` bytes), then
//! eight bytes of the number, or eight of the length and the bytes; numbers big-endian. Both
//! engines store the same values, so equal content gives an equal digest.

use std::collections::BTreeMap;

use kedang_core::digest::{Running, hex};
use kedang_store::verify::contents;
use kedang_store::{StoreError, Tx, Value};

/// The digest, and how many rows each table has.
pub(super) fn digest(tx: &mut Tx) -> Result<(String, BTreeMap<String, u64>), StoreError> {
    let (mut hash, mut counts) = (Running::default(), BTreeMap::new());
    for (place, table) in contents::tables() {
        hash.take(b"T");
        hash.take(table.as_bytes());
        hash.take(&[0]);
        let mut rows = 0;
        contents::rows(tx, place, |row| {
            rows += 1;
            hash.take(b"R");
            row.iter().for_each(|value| take(&mut hash, value));
            Ok(())
        })?;
        counts.insert(table, rows);
    }
    Ok((hex(&hash.finish()), counts))
}

fn take(hash: &mut Running, value: &Value) {
    let mut long = |letter: &[u8], bytes: &[u8]| {
        hash.take(letter);
        hash.take(&(bytes.len() as u64).to_be_bytes());
        hash.take(bytes);
    };
    match value {
        Value::Text(text) => long(b"X", text.as_bytes()),
        Value::Blob(bytes) => long(b"B", bytes),
        Value::Null => hash.take(b"N"),
        Value::Bool(yes) => take(hash, &Value::Int((*yes).into())),
        Value::Int(number) => {
            hash.take(b"I");
            hash.take(&number.to_be_bytes());
        }
        Value::Real(number) => {
            hash.take(b"F");
            hash.take(&number.to_bits().to_be_bytes());
        }
    }
}
