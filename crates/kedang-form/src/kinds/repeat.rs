//! `repeat`: rows of fields, each row with a stable id; in an append-only one a row is signed and
//! never overwritten.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::{FieldType, Kind, Parsed, Widget};
use crate::answers::{Answer, Answers};
use crate::check::check_field;
use crate::field::Field;
use crate::finding::Finding;
use crate::input::Input;
use crate::read::read_field;
use crate::scope::Scope;
use crate::value::{Row, Value, is_row_id};
use crate::words::Lexicon;

/// Rows of fields. `[{"cells":{"brand":"…"},"id":"…"}]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Repeat {
    /// Fewest rows of a complete card.
    pub min: usize,
    /// Most rows.
    pub max: usize,
    /// Rows live apart (`card_rows`), are signed one by one and corrected by a new row (D01-13).
    pub append_only: bool,
    /// Columns in which no value comes twice (D03-4: one 一号主管).
    pub unique: Vec<String>,
    /// Column definitions as read; `fields` holds them compiled.
    #[serde(rename = "columns")]
    pub(crate) raw: Vec<Json>,
    /// The columns.
    #[serde(skip)]
    pub fields: Vec<Field>,
}

impl Default for Repeat {
    fn default() -> Self {
        let (unique, raw, fields) = (Vec::new(), Vec::new(), Vec::new());
        Self {
            min: 0,
            max: 200,
            append_only: false,
            unique,
            raw,
            fields,
        }
    }
}

/// What the pairs of a repeat say: the good cells, and what is wrong with the others.
#[derive(Default)]
pub(crate) struct ReadRows {
    pub(crate) value: Option<Value>,
    pub(crate) findings: Vec<Finding>,
}

impl Repeat {
    /// The column with this key.
    #[must_use]
    pub fn column(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.key == key)
    }

    /// Reads all rows; a bad cell does not lose the good ones. Rows without a good cell are left
    /// out.
    pub(crate) fn read_rows(&self, input: &Input<'_>) -> ReadRows {
        let mut out = ReadRows::default();
        let (mut rows, mut ids, mut fresh) = (Vec::<Row>::new(), BTreeSet::new(), 0);
        for token in input.row_tokens() {
            let row_input = input.at(&token);
            let id = match row_input.part("id") {
                Ok(Some(id)) if is_row_id(&id) => id,
                Ok(None) => {
                    fresh += 1;
                    format!("new-{fresh}")
                }
                _ => {
                    out.findings
                        .push(Finding::error("form.row_id").arg("row", &token));
                    continue;
                }
            };
            let cells = self.read_cells(&row_input, &id, &mut out.findings);
            if cells.is_empty() {
                continue;
            }
            if ids.insert(id.clone()) {
                rows.push(Row { id, cells });
            } else {
                out.findings
                    .push(Finding::error("form.row_twice").arg("row", id));
            }
        }
        out.value = (!rows.is_empty()).then_some(Value::Rows(rows));
        out
    }

    fn read_cells(&self, input: &Input<'_>, id: &str, findings: &mut Vec<Finding>) -> Answers {
        let mut cells = Answers::default();
        for column in &self.fields {
            let cell = read_field(column, &input.at(&column.key));
            let path = format!("{id}.{}", column.key);
            findings.extend(cell.findings.into_iter().map(|f| f.under(&path)));
            if let Some(answer) = cell.answer {
                cells.set(&column.key, answer);
            }
        }
        cells
    }

    /// Checks the number of rows, what must be unique, and every cell.
    pub(crate) fn check_rows(&self, key: &str, rows: &[Row], scope: &Scope<'_>) -> Vec<Finding> {
        let mut findings = Vec::new();
        if rows.len() > self.max {
            findings.push(Finding::error("form.too_many_rows").arg("max", self.max));
        }
        if rows.len() < self.min {
            let code = "form.too_few_rows";
            let finding = Finding::new(crate::finding::Severity::Incomplete, code);
            findings.push(finding.arg("min", self.min));
        }
        for column in &self.unique {
            findings.extend(twice(rows, column));
        }
        for row in rows {
            findings.extend(
                self.check_row(key, row, scope)
                    .into_iter()
                    .map(|f| f.under(&row.id)),
            );
        }
        findings
    }

    /// Checks the cells of one row; findings are named by column.
    pub(crate) fn check_row(&self, key: &str, row: &Row, scope: &Scope<'_>) -> Vec<Finding> {
        let inner = scope.in_row(key, row);
        let check = |column: &Field| {
            let found = check_field(column, row.cells.get(&column.key), &inner);
            found
                .into_iter()
                .map(|f| f.under(&column.key))
                .collect::<Vec<_>>()
        };
        let mut findings: Vec<Finding> = self.fields.iter().flat_map(check).collect();
        let unknown = row
            .cells
            .iter()
            .filter(|(key, _)| self.column(key).is_none());
        findings.extend(unknown.map(|(key, _)| Finding::error("form.field_unknown").under(key)));
        findings
    }
}

/// A finding at each row that repeats a value of the column.
fn twice(rows: &[Row], column: &str) -> Vec<Finding> {
    let mut seen: Vec<&Value> = Vec::new();
    let mut findings = Vec::new();
    for row in rows {
        let Some(value) = row.cells.value(column) else {
            continue;
        };
        if seen.iter().any(|earlier| is_same(earlier, value)) {
            let path = format!("{}.{column}", row.id);
            findings.push(Finding::error("form.value_twice").under(&path));
        }
        seen.push(value);
    }
    findings
}

/// Whether two values are one. A name is whom it is linked to; unless both are linked, who is
/// called the same is the same (D03-4: nobody holds two ranks).
fn is_same(a: &Value, b: &Value) -> bool {
    match (a.part_text("ref"), b.part_text("ref")) {
        (Some(a), Some(b)) => a == b,
        _ if a.part_text("name").is_some() => a.part_text("name") == b.part_text("name"),
        _ => a == b,
    }
}

impl FieldType for Repeat {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        let read = self.read_rows(input);
        match read.findings.into_iter().next() {
            Some(finding) => Err(finding),
            None => Ok(read.value),
        }
    }

    fn text(&self, value: &Value, words: Lexicon<'_>) -> String {
        let line = |row: &Row| {
            let cell = |column: &Field| {
                let value = row.cells.value(&column.key)?;
                Some(
                    column
                        .kind
                        .as_type()
                        .text(value, Lexicon::new(words.words(), &column.path)),
                )
            };
            self.fields
                .iter()
                .filter_map(cell)
                .collect::<Vec<_>>()
                .join(" ")
        };
        value.rows().iter().map(line).collect::<Vec<_>>().join("\n")
    }

    fn schema(&self) -> Json {
        let cells = crate::schema::object(&self.fields, None);
        json!({
            "type": "array",
            "minItems": 1,
            "maxItems": self.max,
            "items": {
                "type": "object",
                "properties": {
                    "id": {"type": "string", "pattern": "^[0-9A-Za-z-]{1,64}$"},
                    "cells": cells,
                },
                "required": ["cells", "id"],
                "additionalProperties": false,
            },
        })
    }

    fn widget(&self) -> Widget {
        Widget::Rows
    }

    fn pairs(&self, value: &Value) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for (place, row) in value.rows().iter().enumerate() {
            pairs.push((format!("{place}.id"), row.id.clone()));
            for column in &self.fields {
                let name = format!("{place}.{}", column.key);
                match row.cells.get(&column.key) {
                    Some(Answer::None) => pairs.push((format!("{name}!none"), "1".to_owned())),
                    Some(Answer::Given(value)) => {
                        let parts = column.kind.as_type().pairs(value);
                        pairs.extend(
                            parts
                                .into_iter()
                                .map(|(part, text)| (join(&name, &part), text)),
                        );
                    }
                    None => {}
                }
            }
        }
        pairs
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.raw.is_empty() || self.max == 0 || self.min > self.max {
            faults.push(format!(
                "{} columns, {} to {} rows",
                self.raw.len(),
                self.min,
                self.max
            ));
        }
        faults
    }
}

/// The name of a part: `birth` + `year` is `birth.year`; no part is the name itself.
pub(crate) fn join(name: &str, part: &str) -> String {
    if part.is_empty() {
        name.to_owned()
    } else {
        format!("{name}.{part}")
    }
}

/// Whether the kind is a repeat (there are none inside one).
pub(crate) fn is_repeat(kind: &Kind) -> bool {
    matches!(kind, Kind::Repeat(_))
}
