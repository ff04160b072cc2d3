//! Every field stands once on the screen and once on paper, and nothing stands there unknown.

use std::collections::BTreeMap;

use super::grid::open_row;
use super::{Block, Cell, TableColumn};
use crate::defect::{Defect, DefectCode};
use crate::field::Field;
use crate::form::Form;

/// Checks both layouts of a form.
pub(crate) fn lint_layout(form: &Form, defects: &mut Vec<Defect>) {
    lint_screen(form, defects);
    let mut printed = Places::default();
    for (place, block) in form.layout.paper.block.iter().enumerate() {
        let path = format!("layout.paper.{}", place + 1);
        lint_block(form, block, &path, &mut printed, defects);
    }
    for off in &form.layout.paper.off {
        printed.put(off);
        if form.field_at(off).is_none() {
            defects.push(Defect::new(
                DefectCode::F115,
                "layout.paper.off",
                off.as_str(),
            ));
        }
    }
    let mut wanted: Vec<&Field> = form.fields.iter().collect();
    let tables = form
        .fields
        .iter()
        .filter(|f| !f.retired && !form.layout.paper.off.contains(&f.key));
    wanted.extend(tables.flat_map(Field::columns));
    printed.compare(&wanted, "layout.paper", defects);
}

fn lint_screen(form: &Form, defects: &mut Vec<Defect>) {
    let mut placed = Places::default();
    let mut sections: Vec<&str> = Vec::new();
    for section in &form.layout.section {
        let path = format!("layout.section.{}", section.key);
        if sections.contains(&section.key.as_str()) {
            defects.push(Defect::new(
                DefectCode::F105,
                path.as_str(),
                section.key.as_str(),
            ));
        }
        sections.push(&section.key);
        for item in &section.fields {
            placed.put(&item.field);
            if form.field(&item.field).is_none() {
                defects.push(Defect::new(
                    DefectCode::F115,
                    path.as_str(),
                    item.field.as_str(),
                ));
            }
            if !(1..=12).contains(&item.span) {
                let detail = format!("{} {}", item.field, item.span);
                defects.push(Defect::new(DefectCode::F117, path.as_str(), detail));
            }
        }
        for key in section.copy.iter().flatten() {
            let here = section.fields.iter().any(|placed| placed.field == *key);
            if !here || form.field(key).is_some_and(|f| !f.columns().is_empty()) {
                let path = format!("{path}.copy");
                defects.push(Defect::new(DefectCode::F115, path, key.as_str()));
            }
        }
    }
    placed.compare(
        &form.fields.iter().collect::<Vec<_>>(),
        "layout.section",
        defects,
    );
}

/// How often each field path was placed.
#[derive(Default)]
struct Places(BTreeMap<String, usize>);

impl Places {
    fn put(&mut self, path: &str) {
        *self.0.entry(path.to_owned()).or_default() += 1;
    }

    fn compare(&self, fields: &[&Field], place: &str, defects: &mut Vec<Defect>) {
        for field in fields {
            let times = self.0.get(&field.path).copied().unwrap_or_default();
            let code = match (field.retired, times) {
                (true, 0) | (false, 1) => continue,
                (true, _) => DefectCode::F116,
                (false, 0) => DefectCode::F113,
                (false, _) => DefectCode::F114,
            };
            defects.push(Defect::new(code, place, field.path.as_str()));
        }
    }
}

fn lint_block(
    form: &Form,
    block: &Block,
    path: &str,
    printed: &mut Places,
    defects: &mut Vec<Defect>,
) {
    match block {
        Block::Title {} | Block::PageBreak {} => {}
        Block::Heading {
            section,
            label,
            caption,
        } => {
            let cell = [section, label, caption].map(|o| o.is_some());
            if cell.iter().filter(|c| **c).count() != 1 {
                defects.push(Defect::new(
                    DefectCode::F115,
                    path,
                    "heading says not one thing",
                ));
            }
            lint_named(form, section.as_deref(), label.as_deref(), path, defects);
        }
        Block::Grid { columns, rows } => {
            lint_widths(columns.iter().copied(), path, defects);
            if let Some((row, why)) = open_row(columns.len(), rows) {
                defects.push(Defect::new(
                    DefectCode::F118,
                    format!("{path}.row.{}", row + 1),
                    why,
                ));
            }
            for cell in rows.iter().flatten() {
                lint_cell(form, cell, path, printed, defects);
            }
        }
        Block::Table {
            repeat, columns, ..
        } => {
            printed.put(repeat);
            lint_widths(columns.iter().map(|c| c.width), path, defects);
            for TableColumn { column, .. } in columns {
                let column = format!("{repeat}.{column}");
                if form.field_at(&column).is_none() {
                    defects.push(Defect::new(DefectCode::F115, path, column.as_str()));
                }
                printed.put(&column);
            }
        }
    }
}

fn lint_widths(widths: impl Iterator<Item = u16>, path: &str, defects: &mut Vec<Defect>) {
    let sum: u32 = widths.map(u32::from).sum();
    if sum != 1000 {
        defects.push(Defect::new(
            DefectCode::F117,
            path,
            format!("{sum} thousandths"),
        ));
    }
}

fn lint_cell(
    form: &Form,
    cell: &Cell,
    path: &str,
    printed: &mut Places,
    defects: &mut Vec<Defect>,
) {
    let said = [&cell.label, &cell.value, &cell.caption, &cell.section].map(|o| o.is_some());
    if said.iter().filter(|s| **s).count() != 1 {
        defects.push(Defect::new(
            DefectCode::F115,
            path,
            "cell says not one thing",
        ));
    }
    if let Some(value) = &cell.value {
        printed.put(value);
        if form.field(value).is_none() {
            defects.push(Defect::new(DefectCode::F115, path, value.as_str()));
        }
    }
    let (section, label) = (cell.section.as_deref(), cell.label.as_deref());
    lint_named(form, section, label, path, defects);
}

fn lint_named(
    form: &Form,
    section: Option<&str>,
    label: Option<&str>,
    path: &str,
    defects: &mut Vec<Defect>,
) {
    let known_section = |key: &&str| form.layout.section.iter().any(|s| s.key == **key);
    let unknown = [
        section.filter(|key| !known_section(key)),
        label.filter(|key| form.field_at(key).is_none()),
    ];
    for key in unknown.into_iter().flatten() {
        defects.push(Defect::new(DefectCode::F115, path, key));
    }
}
