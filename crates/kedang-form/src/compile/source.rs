//! Holds the blank paper against the document it comes from: each label and option must be there.

use std::collections::BTreeMap;

use crate::defect::{Defect, DefectCode};
use crate::field::Field;
use crate::form::Form;
use crate::kinds::Kind;
use crate::layout::{Block, Print};
use crate::words::Words;

/// The lines of `source.txt`: one label or option each, the corrected text first, the document's
/// own spelling behind it in brackets; `#` starts a remark.
pub fn source_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| match line.rsplit_once(" [") {
            Some((corrected, original)) if original.ends_with(']') => corrected.trim(),
            _ => line,
        })
}

/// Each line must stand on the blank paper at least as often as in the document: 化妆品使用不当
/// stands in six cause lists, so it must be printed six times.
pub(super) fn lint_source(form: &Form, source: &str, defects: &mut Vec<Defect>) {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let languages = if form.layout.paper.bilingual {
        usize::MAX
    } else {
        1
    };
    for (_, words) in form.words.iter().take(languages) {
        for block in &form.layout.paper.block {
            for text in printed(form, block, words) {
                *places.entry(text).or_default() += 1;
            }
        }
    }
    let mut wanted: BTreeMap<&str, usize> = BTreeMap::new();
    for line in source_lines(source) {
        *wanted.entry(line).or_default() += 1;
    }
    for (line, times) in wanted {
        let found = places.get(line).copied().unwrap_or_default();
        if found < times {
            let detail = format!("{line}: {times} in the document, {found} on the paper");
            defects.push(Defect::new(DefectCode::F119, "source", detail));
        }
    }
}

/// The texts a block prints on a blank form.
fn printed<'a>(form: &'a Form, block: &'a Block, words: &'a Words) -> Vec<&'a str> {
    let table = |table: &'a BTreeMap<String, String>, key: &Option<String>| {
        key.as_ref()
            .and_then(|key| table.get(key))
            .map(String::as_str)
    };
    let label = |key: &'a Option<String>| key.as_deref().map(|key| words.paper_label(key));
    let mut texts: Vec<&str> = Vec::new();
    match block {
        Block::PageBreak {} => {}
        Block::Title {} => texts.push(&words.title),
        Block::Heading {
            section,
            label: field,
            caption,
        } => {
            texts.extend(table(&words.section, section));
            texts.extend(table(&words.caption, caption));
            texts.extend(label(field));
        }
        Block::Grid { rows, .. } => {
            for cell in rows.iter().flatten() {
                texts.extend(table(&words.section, &cell.section));
                texts.extend(table(&words.caption, &cell.caption));
                texts.extend(label(&cell.label));
                if matches!(cell.print, Print::Labelled | Print::Frame) {
                    texts.extend(label(&cell.value));
                }
                texts.extend(cell.value.iter().flat_map(|key| options(form, key, words)));
            }
        }
        Block::Table {
            repeat, columns, ..
        } => {
            let fields = form.field(repeat).map_or(&[][..], Field::columns);
            for field in fields
                .iter()
                .filter(|f| columns.iter().any(|c| c.column == f.key))
            {
                texts.push(words.paper_label(&field.path));
                texts.extend(options(form, &field.path, words));
            }
        }
    }
    texts
}

/// The words of the boxes to tick; a photo prints none.
fn options<'a>(form: &'a Form, path: &str, words: &'a Words) -> Vec<&'a str> {
    let field = form
        .field_at(path)
        .filter(|f| !matches!(f.kind, Kind::Photo(_)));
    let table = field.and_then(|f| Some((f, words.option.get(f.option_table())?)));
    let word = |(field, table): (&Field, &'a BTreeMap<String, String>)| {
        field
            .options()
            .iter()
            .filter_map(|code| table.get(code))
            .map(String::as_str)
            .collect()
    };
    table.map(word).unwrap_or_default()
}
