//! The rows of a staged file: what they say, what was found, what became of them.

use kedang_core::CustomerId;

use crate::db::{Kind, Row, StoreError, Tx, Value, statements};

macro_rules! columns {
    () => {
        "seq, place, number, cells, state, findings, known_id, decision, outcome, object_id from import_rows"
    };
}

statements! {
    INSERT = "insert into import_rows (import_id, seq, place, number, cells, state, findings) values ($1, $2, $3, $4, $5, 'new', '[]')";
    AFTER = concat!("select ", columns!(), " where import_id = $1 and seq > $2 order by seq limit $3");
    OF_STATE = concat!("select ", columns!(), " where import_id = $1 and state = $2 and seq > $3 order by seq limit $4");
    FIND = concat!("select ", columns!(), " where import_id = $1 and seq = $2");
    CELLS = "update import_rows set cells = $3 where import_id = $1 and seq = $2 and outcome is null";
    CHECKED = "update import_rows set state = $3, findings = $4, known_id = $5, decision = $6 where import_id = $1 and seq = $2 and outcome is null";
    UNCHECK = "update import_rows set state = 'new', findings = '[]', known_id = null where import_id = $1 and outcome is null and state <> 'left'";
    DONE = "update import_rows set state = $3, findings = $4, outcome = $5, object_id = $6, touched = $7, cells = case when $4 = '[]' then null else cells end where import_id = $1 and seq = $2";
    TOTALS = "select state, cast(count(*) as bigint) from import_rows where import_id = $1 group by state";
    BEFORE = "select seq, touched, place from import_rows where import_id = $1 and seq < $2 and touched is not null order by seq desc limit $3";
    TOUCHED = "update import_rows set touched = null, outcome = $3 where import_id = $1 and seq = $2";
    WITHDRAWN = "select 1 from import_rows where object_id = $1 and outcome = 'undone' limit 1";
    CLEAR = "update import_rows set cells = null, touched = null, findings = '[]' where import_id = $1 and seq > $2 and seq <= $3";
}

/// A row to be staged.
#[derive(Debug)]
pub struct NewRow {
    /// Its number in the file, over all tables, from 1.
    pub seq: i64,
    /// Its table.
    pub place: i64,
    /// As a spreadsheet counts.
    pub number: i64,
    /// JSON, a text per column.
    pub cells: String,
}

/// A row as stored.
#[derive(Debug, Clone)]
pub struct Staged {
    /// Its number in the file, over all tables.
    pub seq: i64,
    /// Its table.
    pub place: i64,
    /// As a spreadsheet counts.
    pub number: i64,
    /// JSON, a text per column; none once it is in.
    pub cells: Option<String>,
    /// `new`, `clean`, `flagged`, `doubtful`, `refused`, `left`, `in` or `out`.
    pub state: String,
    /// JSON.
    pub findings: String,
    /// Whom it seems to mean.
    pub known: Option<CustomerId>,
    /// `create`, `skip` or `merge`, as somebody decided.
    pub decision: Option<String>,
    /// `created`, `updated`, `merged`, `skipped`, `rejected`; `undone` or `kept` afterwards.
    pub outcome: Option<String>,
    /// What it made or changed.
    pub object: Option<String>,
}

/// What became of a row.
#[derive(Debug)]
pub struct Done {
    /// Its number in the file.
    pub seq: i64,
    /// `in` or `out`.
    pub state: &'static str,
    /// JSON.
    pub findings: String,
    /// `created`, `updated`, `merged`, `skipped` or `rejected`.
    pub outcome: &'static str,
    /// What it made or changed.
    pub object: Option<String>,
    /// Before and after, JSON.
    pub touched: Option<String>,
}

/// Rows by state.
pub type RowTotals = Vec<(String, i64)>;

/// Stores rows.
///
/// # Errors
/// When the database fails.
pub fn put(tx: &mut Tx, import: &str, rows: &[NewRow]) -> Result<(), StoreError> {
    let rows: Vec<[Value; 5]> = rows
        .iter()
        .map(|row| {
            [
                import.into(),
                row.seq.into(),
                row.place.into(),
                row.number.into(),
                row.cells.as_str().into(),
            ]
        })
        .collect();
    let kinds = [Kind::Text, Kind::Int, Kind::Int, Kind::Int, Kind::Text];
    tx.insert_many(INSERT, &kinds, &rows)?;
    Ok(())
}

/// The rows behind `seq`, at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn after(tx: &mut Tx, import: &str, seq: i64, limit: i64) -> Result<Vec<Staged>, StoreError> {
    tx.query(AFTER, &[import.into(), seq.into(), limit.into()], read)
}

/// The rows of a state behind `seq`, at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn of_state(
    tx: &mut Tx,
    import: &str,
    state: &str,
    seq: i64,
    limit: i64,
) -> Result<Vec<Staged>, StoreError> {
    let args = [import.into(), state.into(), seq.into(), limit.into()];
    tx.query(OF_STATE, &args, read)
}

/// One row.
///
/// # Errors
/// When the database fails.
pub fn row(tx: &mut Tx, import: &str, seq: i64) -> Result<Option<Staged>, StoreError> {
    tx.first(FIND, &[import.into(), seq.into()], read)
}

/// A row was taken back (`undone`), or what it made has changed since and stays (`kept`).
///
/// # Errors
/// When the database fails.
pub fn touched(tx: &mut Tx, import: &str, seq: i64, outcome: &str) -> Result<(), StoreError> {
    tx.execute(TOUCHED, &[import.into(), seq.into(), outcome.into()])?;
    Ok(())
}

/// A row is written anew, unless something became of it.
///
/// # Errors
/// When the database fails.
pub fn mended(tx: &mut Tx, import: &str, seq: i64, cells: &str) -> Result<(), StoreError> {
    tx.execute(CELLS, &[import.into(), seq.into(), cells.into()])?;
    Ok(())
}

/// What was found about rows, unless something became of them.
///
/// # Errors
/// When the database fails.
pub fn checked<'r>(
    tx: &mut Tx,
    import: &str,
    rows: impl Iterator<Item = &'r Staged>,
) -> Result<(), StoreError> {
    let rows: Vec<[Value; 6]> = rows
        .map(|row| {
            [
                import.into(),
                row.seq.into(),
                row.state.as_str().into(),
                row.findings.as_str().into(),
                row.known.as_ref().map(CustomerId::as_str).into(),
                row.decision.as_deref().into(),
            ]
        })
        .collect();
    let mut kinds = [Kind::Text; 6];
    kinds[1] = Kind::Int;
    tx.update_many(CHECKED, &kinds, &rows)?;
    Ok(())
}

/// Every row that is to come in has to be checked again.
///
/// # Errors
/// When the database fails.
pub fn uncheck(tx: &mut Tx, import: &str) -> Result<(), StoreError> {
    tx.execute(UNCHECK, &[import.into()])?;
    Ok(())
}

/// What became of rows.
///
/// # Errors
/// When the database fails.
pub fn done(tx: &mut Tx, import: &str, all: &[Done]) -> Result<(), StoreError> {
    let rows: Vec<[Value; 7]> = all
        .iter()
        .map(|done| {
            [
                import.into(),
                done.seq.into(),
                done.state.into(),
                done.findings.as_str().into(),
                done.outcome.into(),
                done.object.as_deref().into(),
                done.touched.as_deref().into(),
            ]
        })
        .collect();
    let mut kinds = [Kind::Text; 7];
    kinds[1] = Kind::Int;
    tx.update_many(DONE, &kinds, &rows)?;
    Ok(())
}

/// How many rows are in which state.
///
/// # Errors
/// When the database fails.
pub fn totals(tx: &mut Tx, import: &str) -> Result<RowTotals, StoreError> {
    tx.query(TOTALS, &[import.into()], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// The rows before `seq` that made or changed something, last first: number, what as JSON, and
/// table.
///
/// # Errors
/// When the database fails.
pub fn before(
    tx: &mut Tx,
    import: &str,
    seq: i64,
    limit: i64,
) -> Result<Vec<(i64, String, i64)>, StoreError> {
    let args = [import.into(), seq.into(), limit.into()];
    tx.query(BEFORE, &args, |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })
}

/// Whether a customer in the bin is one whose import was taken back.
///
/// # Errors
/// When the database fails.
pub fn withdrawn(tx: &mut Tx, customer: &CustomerId) -> Result<bool, StoreError> {
    let one = tx.first(WITHDRAWN, &[customer.as_str().into()], |row| {
        row.get::<i64>(0)
    })?;
    Ok(one.is_some())
}

/// Empties the rows behind `seq` up to `last`: nothing about them can be taken back any more.
///
/// # Errors
/// When the database fails.
pub fn clear(tx: &mut Tx, import: &str, seq: i64, last: i64) -> Result<u64, StoreError> {
    tx.execute(CLEAR, &[import.into(), seq.into(), last.into()])
}

fn read(row: &Row) -> Result<Staged, StoreError> {
    Ok(Staged {
        seq: row.get(0)?,
        place: row.get(1)?,
        number: row.get(2)?,
        cells: row.get(3)?,
        state: row.get(4)?,
        findings: row.get(5)?,
        known: row.get::<Option<String>>(6)?.map(CustomerId::trusted),
        decision: row.get(7)?,
        outcome: row.get(8)?,
        object: row.get(9)?,
    })
}
