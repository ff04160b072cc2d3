//! What a printed card says, as a file in its PDF: for programs, and to be read in years.

use std::collections::BTreeMap;

use kedang_paper::Enclosed;
use serde_json::{Value, json};

use crate::cards::{CardView, RowView, Rows};

/// The answers that the pages show, as their reader may see them, by the keys of the form. What the
/// form does not print is not in it: who is handed the paper is handed no more.
pub(super) fn enclosed(
    view: &CardView,
    records: &BTreeMap<String, Rows>,
    description: String,
) -> Enclosed {
    let off = Off(&view.form.layout.paper.off);
    let mut answers = view.answers.to_json();
    off.strip(&mut answers);
    let masked = view.masked.iter().filter(|path| off.prints(path));
    let shown = records.iter().filter(|(repeat, _)| off.prints(repeat));
    let rows: BTreeMap<&str, Vec<Value>> = shown
        .map(|(repeat, rows)| {
            let items = rows.page.items.iter();
            let one = |row| off.row(repeat, row);
            (repeat.as_str(), items.map(one).collect())
        })
        .collect();
    let said = json!({
        "form": view.card.form, "form_version": view.card.form_version,
        "customer": view.customer.code, "card": view.card.id, "revision": view.card.revision,
        "answers": answers, "masked": masked.collect::<Vec<_>>(), "rows": rows,
    });
    Enclosed {
        name: format!("answers-{}.json", view.card.id),
        description,
        json: said.to_string(),
    }
}

/// Paths that the form does not print: fields, and columns of repeats.
struct Off<'a>(&'a [String]);

impl Off<'_> {
    /// Whether a path is printed; one of a row names its column behind the row's id.
    fn prints(&self, path: &str) -> bool {
        let mut parts = path.split('.');
        let field = parts.next().unwrap_or_default();
        let column = parts.next_back().map(|column| format!("{field}.{column}"));
        let is_off = |path: &str| self.0.iter().any(|off| off == path);
        !is_off(field) && !column.is_some_and(|path| is_off(&path))
    }

    fn strip(&self, answers: &mut Value) {
        let Value::Object(all) = answers else {
            return;
        };
        all.retain(|key, _| self.prints(key));
        for (repeat, value) in all.iter_mut() {
            for row in value.as_array_mut().into_iter().flatten() {
                self.cells(repeat, row);
                if let Some(cells) = row.get_mut("cells") {
                    self.cells(repeat, cells);
                }
            }
        }
    }

    fn cells(&self, repeat: &str, cells: &mut Value) {
        if let Value::Object(all) = cells {
            all.retain(|column, _| self.prints(&format!("{repeat}.{column}")));
        }
    }

    fn row(&self, repeat: &str, row: &RowView) -> Value {
        let mut cells = row.cells.to_json();
        self.cells(repeat, &mut cells);
        let masked = row.masked.iter().filter(|path| self.prints(path));
        json!({
            "id": row.head.id, "seq": row.head.seq, "corrects": row.head.corrects,
            "cells": cells, "masked": masked.collect::<Vec<_>>(),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Off;

    #[test]
    fn what_is_not_printed_is_not_enclosed() {
        let list = ["standing", "ladder.weight"].map(str::to_owned);
        let off = Off(&list);
        for (path, expected) in [
            ("name", true),
            ("standing", false),
            ("ladder", true),
            ("ladder.weight", false),
            ("ladder.0190-row.weight", false),
            ("ladder.0190-row.name", true),
        ] {
            assert_eq!(off.prints(path), expected, "{path}");
        }
        let mut answers = json!({
            "name": "甲", "standing": "领先",
            "ladder": [{ "id": "r", "weight": "90", "cells": { "weight": "90", "name": "乙" } }],
        });
        off.strip(&mut answers);
        let left = json!({ "name": "甲", "ladder": [{ "id": "r", "cells": { "name": "乙" } }] });
        assert_eq!(answers, left);
    }
}
