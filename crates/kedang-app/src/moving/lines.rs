//! A table as lines: one JSON object a row, its keys the columns. Bytes are hexadecimal text.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use kedang_core::Problem;
use kedang_core::digest::{hex, unhex};
use kedang_store::{ColumnKind, Value, moving::Table};
use serde_json::{Map, Value as Json};

use super::paths;
use crate::AppError;

/// A line is at most so long, bytes: a file without line ends must not fill the memory.
const LONGEST: u64 = 64 * 1024 * 1024;

/// The word for what a column holds.
pub(super) fn word(kind: &ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Int => "int",
        ColumnKind::Real => "real",
        ColumnKind::Blob => "bytes",
        ColumnKind::Text | ColumnKind::Other(_) => "text",
    }
}

/// Writes a row without its line end.
pub(super) fn write(line: &mut Vec<u8>, table: &Table, values: &[Value]) -> io::Result<()> {
    line.clear();
    for (n, ((column, _), value)) in table.columns.iter().zip(values).enumerate() {
        line.push(if n == 0 { b'{' } else { b',' });
        serde_json::to_writer(&mut *line, column)?;
        line.push(b':');
        match value {
            Value::Null => line.extend(b"null"),
            Value::Bool(yes) => line.push(b'0' + u8::from(*yes)),
            Value::Int(number) => serde_json::to_writer(&mut *line, number)?,
            Value::Real(number) => serde_json::to_writer(&mut *line, number)?,
            Value::Text(text) => serde_json::to_writer(&mut *line, text)?,
            Value::Blob(bytes) => serde_json::to_writer(&mut *line, &hex(bytes))?,
        }
    }
    line.push(b'}');
    Ok(())
}

/// The lines of a file, one at a time, without their ends.
pub(super) struct Lines {
    reader: BufReader<File>,
    line: Vec<u8>,
    /// How many were read.
    pub(super) read: u64,
}

/// What came of a line.
pub(super) enum Next<'l> {
    Line(&'l [u8]),
    /// The file ends within it, or it is longer than any of ours.
    Cut,
    End,
}

impl Lines {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        Ok(Self {
            reader: BufReader::with_capacity(256 * 1024, File::open(path)?),
            line: Vec::new(),
            read: 0,
        })
    }

    pub(super) fn next(&mut self) -> io::Result<Next<'_>> {
        self.line.clear();
        let mut limited = (&mut self.reader).take(LONGEST);
        if limited.read_until(b'\n', &mut self.line)? == 0 {
            return Ok(Next::End);
        }
        self.read += 1;
        Ok(match self.line.strip_suffix(b"\n") {
            Some(line) => Next::Line(line),
            None => Next::Cut,
        })
    }
}

/// The rows of a table's file, values in the order of `table`.
pub(super) struct Rows<'t> {
    lines: Lines,
    table: &'t Table,
    path: String,
}

impl<'t> Rows<'t> {
    pub(super) fn open(folder: &Path, table: &'t Table) -> Result<Self, AppError> {
        let path = paths(&table.name).0;
        let lines = Lines::open(&folder.join(&path)).map_err(|error| {
            tracing::debug!(%error, path, "import");
            Problem::not_found("move.file_missing").with("path", path.as_str())
        })?;
        Ok(Self { lines, table, path })
    }

    /// The first line of which these columns have these values, as an engine writes both.
    pub(super) fn line_of(mut self, columns: &str, values: &str) -> Option<u64> {
        let columns: Vec<&str> = columns.split(", ").collect();
        loop {
            let Ok(Next::Line(line)) = self.lines.next() else {
                return None;
            };
            let row: Map<String, Json> = serde_json::from_slice(line).ok()?;
            let shown = columns.iter().map(|column| match row.get(*column) {
                Some(Json::String(text)) => text.clone(),
                Some(other) => other.to_string(),
                None => String::new(),
            });
            if shown.collect::<Vec<_>>().join(", ") == values {
                return Some(self.lines.read);
            }
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Vec<Value>, AppError>;

    fn next(&mut self) -> Option<Self::Item> {
        let read = self.lines.next();
        let at = |code| Problem::conflict(code).with("path", self.path.as_str());
        let line = match read {
            Ok(Next::End) => return None,
            Ok(Next::Line(line)) => parse(line, self.table),
            Ok(Next::Cut) => Err(Wrong("move.line_cut", None)),
            Err(error) => {
                tracing::warn!(%error, path = self.path, "import");
                return Some(Err(at("move.file_differs").into()));
            }
        };
        Some(line.map_err(|Wrong(code, column)| {
            let line = i64::try_from(self.lines.read).unwrap_or(i64::MAX);
            let problem = at(code).with("line", line);
            match column {
                Some(column) => problem.with("column", column).into(),
                None => problem.into(),
            }
        }))
    }
}

/// What is wrong with a line, and in which column.
struct Wrong(&'static str, Option<String>);

fn parse(line: &[u8], table: &Table) -> Result<Vec<Value>, Wrong> {
    let unreadable = |_| Wrong("move.line_unreadable", None);
    let mut row: Map<String, Json> = serde_json::from_slice(line).map_err(unreadable)?;
    let mut values = Vec::with_capacity(table.columns.len());
    for (column, kind) in &table.columns {
        let in_column = |code| Wrong(code, Some(column.clone()));
        let found = row.remove(column);
        let found = found.ok_or_else(|| in_column("move.column_missing"))?;
        let value = value(found, kind).ok_or_else(|| in_column("move.value_wrong"))?;
        values.push(value);
    }
    match row.into_iter().next() {
        Some((column, _)) => Err(Wrong("move.column_unknown", Some(column))),
        None => Ok(values),
    }
}

fn value(found: Json, kind: &ColumnKind) -> Option<Value> {
    Some(match (found, kind) {
        (Json::Null, _) => Value::Null,
        (Json::Number(number), ColumnKind::Int) => Value::Int(number.as_i64()?),
        (Json::Number(number), ColumnKind::Real) => Value::Real(number.as_f64()?),
        (Json::String(text), ColumnKind::Text) if !text.contains('\0') => Value::Text(text),
        (Json::String(text), ColumnKind::Blob) => Value::Blob(unhex(&text)?),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let column = |name: &str, kind| (name.to_owned(), kind);
        Table {
            name: "t".to_owned(),
            columns: vec![
                column("id", ColumnKind::Text),
                column("at", ColumnKind::Int),
                column("size", ColumnKind::Real),
                column("hash", ColumnKind::Blob),
            ],
        }
    }

    #[test]
    fn a_row_comes_back_as_it_went() {
        let rows = [
            vec![
                "甲\n\"乙\"\u{2028}".into(),
                i64::MAX.into(),
                (-0.1).into(),
                vec![0_u8, 255].into(),
            ],
            vec![
                "".into(),
                i64::MIN.into(),
                1e300.into(),
                Vec::<u8>::new().into(),
            ],
            vec![Value::Null, Value::Null, Value::Null, Value::Null],
        ];
        let mut line = Vec::new();
        for row in rows {
            write(&mut line, &table(), &row).expect("written");
            assert!(!line.contains(&b'\n'));
            let Ok(read) = parse(&line, &table()) else {
                panic!("unreadable: {}", String::from_utf8_lossy(&line));
            };
            assert_eq!(read, row);
        }
    }

    #[test]
    fn what_is_no_row_of_the_table_is_refused_with_its_column() {
        let whole = r#"{"id":"a","at":1,"size":1.5,"hash":"00"}"#;
        assert!(parse(whole.as_bytes(), &table()).is_ok());
        for (from, to, code, column) in [
            (r#""id":"a","#, "", "move.column_missing", Some("id")),
            ("}", r#","more":1}"#, "move.column_unknown", Some("more")),
            ("\"a\"", "7", "move.value_wrong", Some("id")),
            ("\"a\"", "\"\\u0000\"", "move.value_wrong", Some("id")),
            (":1,", ":\"1\",", "move.value_wrong", Some("at")),
            (":1,", ":1.5,", "move.value_wrong", Some("at")),
            (
                ":1,",
                ":9223372036854775808,",
                "move.value_wrong",
                Some("at"),
            ),
            ("\"00\"", "\"0\"", "move.value_wrong", Some("hash")),
            ("}", "", "move.line_unreadable", None),
        ] {
            let line = whole.replace(from, to);
            let Err(Wrong(found, at)) = parse(line.as_bytes(), &table()) else {
                panic!("{line} was taken");
            };
            assert_eq!((found, at.as_deref()), (code, column), "{line}");
        }
    }
}
