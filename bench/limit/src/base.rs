//! The limit's own file: one table, the indexes that its questions need, names by character.

use rusqlite::{Connection, Result, params};

/// What a read answers, in this order.
pub const COLUMNS: &str = "id, code, kind, name, short_name, how_met, sex, birth, mobile, phone, \
    fax, email, wechat, uscc, employer, occupation, legal_representative, contact, nature, \
    industry_code, industry, province, city, district, address, postcode, grade, note, stage, \
    created_at, updated_at, version";

const TABLE: &str = "
    create table customers (id text primary key, code text, kind text, name text, short_name text,
      how_met text, sex text, birth text, mobile text, phone text, fax text, email text,
      wechat text, uscc text, employer text, occupation text, legal_representative text,
      contact text, nature text, industry_code text, industry text, province text, city text,
      district text, address text, postcode text, grade text, note text, stage text,
      created_at integer, updated_at integer, version integer);
    create index by_time on customers (updated_at, id);
    create index by_grade on customers (grade, updated_at, id);
    create virtual table names using fts5(name, content='', detail=none);";

/// Copies the customers of `source` into `own`, which must not exist yet.
pub fn copy(source: &str, own: &str) -> Result<()> {
    let connection = Connection::open(own)?;
    connection.execute_batch("pragma journal_mode = wal")?;
    connection.execute_batch(TABLE)?;
    connection.execute("attach $1 as source", [source])?;
    let insert =
        format!("insert into customers ({COLUMNS}) select {COLUMNS} from source.customers");
    connection.execute(&insert, [])?;
    connection.execute_batch("begin")?;
    let mut rows = connection.prepare("select rowid, name from customers")?;
    let mut put = connection.prepare(PUT)?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        let name: String = row.get(1)?;
        put.execute(params![row.get::<_, i64>(0)?, characters(&name)])?;
    }
    connection.execute_batch("commit")
}

/// Stores the characters of a name.
pub const PUT: &str = "insert into names (rowid, name) values ($1, $2)";

/// The characters of a text, each a token.
pub fn characters(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() * 2);
    for character in text.chars().filter(|c| c.is_alphanumeric()) {
        spaced.push(character);
        spaced.push(' ');
    }
    spaced
}
