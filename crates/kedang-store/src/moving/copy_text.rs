//! Rows as `copy … from stdin (format text)` takes them, made while they are read.

use std::io::{self, Read};

use crate::db::Value;

/// A stream of rows in PostgreSQL's text form. The first failure ends it and is kept.
pub(super) struct CopyText<'r, E> {
    rows: &'r mut dyn Iterator<Item = Result<Vec<Value>, E>>,
    /// Bytes of the row under way, and how many of them were read.
    line: Vec<u8>,
    read: usize,
    pub(super) failed: Option<E>,
}

impl<'r, E> CopyText<'r, E> {
    pub(super) fn new(rows: &'r mut dyn Iterator<Item = Result<Vec<Value>, E>>) -> Self {
        Self {
            rows,
            line: Vec::new(),
            read: 0,
            failed: None,
        }
    }
}

impl<E> Read for CopyText<'_, E> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.read == self.line.len() {
            self.line.clear();
            self.read = 0;
            match self.rows.next() {
                None => return Ok(0),
                Some(Ok(values)) => write(&mut self.line, &values),
                Some(Err(error)) => {
                    self.failed = Some(error);
                    return Err(io::Error::other("the rows broke off"));
                }
            }
        }
        let rest = self.line.get(self.read..).unwrap_or_default();
        let count = rest.len().min(into.len());
        into.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        self.read += count;
        Ok(count)
    }
}

fn write(line: &mut Vec<u8>, values: &[Value]) {
    for (n, value) in values.iter().enumerate() {
        if n > 0 {
            line.push(b'\t');
        }
        match value {
            Value::Null => line.extend(b"\\N"),
            Value::Bool(yes) => line.push(if *yes { b't' } else { b'f' }),
            Value::Int(number) => line.extend(number.to_string().into_bytes()),
            Value::Real(number) => line.extend(format!("{number:?}").into_bytes()),
            Value::Text(text) => text.bytes().for_each(|byte| escape(line, byte)),
            Value::Blob(bytes) => {
                line.extend(b"\\\\x");
                line.extend(kedang_core::digest::hex(bytes).into_bytes());
            }
        }
    }
    line.push(b'\n');
}

fn escape(line: &mut Vec<u8>, byte: u8) {
    match byte {
        b'\\' => line.extend(b"\\\\"),
        b'\n' => line.extend(b"\\n"),
        b'\r' => line.extend(b"\\r"),
        b'\t' => line.extend(b"\\t"),
        other => line.push(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_one_line_whatever_stands_in_it() {
        let rows = vec![
            Ok(vec![
                "甲\t乙\n丙\\.".into(),
                Value::Null,
                7_i64.into(),
                vec![0_u8, 255].into(),
            ]),
            Ok(vec!["\\N".into()]),
            Err("broke"),
            Ok(vec!["never".into()]),
        ];
        let mut rows = rows.into_iter();
        let mut text = CopyText::new(&mut rows);
        let mut read = Vec::new();
        assert!(text.read_to_end(&mut read).is_err());
        assert_eq!(text.failed, Some("broke"));
        let expected = "甲\\t乙\\n丙\\\\.\t\\N\t7\t\\\\x00ff\n\\\\N\n";
        assert_eq!(String::from_utf8_lossy(&read), expected);
    }
}
