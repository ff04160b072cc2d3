//! Single rows of a repeat: how a visit is written down, sent and described without its card.

use serde_json::{Value as Json, json};

use crate::answers::Answers;
use crate::finding::Finding;
use crate::form::Form;
use crate::input::{Input, Pairs};
use crate::kinds::{Kind, Repeat};
use crate::read::read_field;
use crate::schema::object;
use crate::value::{Row, Value};

impl Form {
    /// Reads one row from pairs that are named by column (`date`, `item!none`). The caller gives
    /// the id. Findings are named `repeat.row.column`; nothing if there is no such repeat.
    #[must_use]
    pub fn read_row(&self, repeat: &str, id: &str, pairs: &Pairs) -> Option<(Row, Vec<Finding>)> {
        let (mut cells, mut findings) = (Answers::default(), Vec::new());
        for column in &self.repeat(repeat)?.fields {
            let read = read_field(column, &Input::new(pairs, &column.key));
            let path = format!("{repeat}.{id}.{}", column.key);
            findings.extend(read.findings.into_iter().map(|f| f.under(&path)));
            if let Some(answer) = read.answer {
                cells.set(&column.key, answer);
            }
        }
        Some((
            Row {
                id: id.to_owned(),
                cells,
            },
            findings,
        ))
    }

    /// Reads one row from the JSON of its cells, `{"date":"2026-11-23","amount":"29800"}`.
    #[must_use]
    pub fn accept_row(&self, repeat: &str, id: &str, cells: &str) -> Option<(Row, Vec<Finding>)> {
        self.repeat(repeat)?;
        let empty = || Row {
            id: id.to_owned(),
            cells: Answers::default(),
        };
        let Ok(cells @ Json::Object(_)) = serde_json::from_str(cells) else {
            let finding = Finding::error("form.json_shape").under(repeat);
            return Some((empty(), vec![finding]));
        };
        let draft = self.accept(&json!({repeat: [{"id": id, "cells": cells}]}).to_string());
        let row = draft
            .answers
            .value(repeat)
            .map_or(&[][..], Value::rows)
            .first()
            .cloned();
        Some((row.unwrap_or_else(empty), draft.findings))
    }

    /// The JSON Schema of the cells of one row.
    #[must_use]
    pub fn row_schema(&self, repeat: &str) -> Option<Json> {
        Some(object(&self.repeat(repeat)?.fields, Some(self.words())))
    }

    fn repeat(&self, key: &str) -> Option<&Repeat> {
        match &self.field(key)?.kind {
            Kind::Repeat(repeat) => Some(repeat),
            _ => None,
        }
    }
}
