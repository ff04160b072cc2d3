//! The paper follows the screen by a rule, since nobody draws it: a new field gets a row of label
//! and value at the end of its section's block, a field that goes leaves no hole.

use super::closing::close;
use crate::layout::{Block, Cell, Layout, Print};

/// Widths of a block of rows, thousandths.
const COLUMNS: [u16; 2] = [250, 750];

/// Gives a field its place on paper.
pub(super) fn put(layout: &mut Layout, section: &str, key: &str, kind: &str) {
    if kind == "repeat" {
        layout.paper.off.push(key.to_owned());
        return;
    }
    let row = row(key, kind);
    let mine = layout.section.iter().find(|s| s.key == section);
    let mine: Vec<&str> = mine.map_or(Vec::new(), |s| {
        s.fields
            .iter()
            .map(|placed| placed.field.as_str())
            .collect()
    });
    let blocks = &mut layout.paper.block;
    let Some(last) = blocks.iter().rposition(|block| prints(block, &mine)) else {
        blocks.push(Block::Heading {
            section: Some(section.to_owned()),
            label: None,
            caption: None,
        });
        blocks.push(grid(row));
        return;
    };
    if let Block::Grid { columns, rows } = &mut blocks[last]
        && is_list(columns, rows)
    {
        let at = rows
            .iter()
            .rposition(|row| row.iter().any(|cell| shows(cell, &mine)));
        rows.insert(at.map_or(rows.len(), |at| at + 1), row);
        return;
    }
    blocks.insert(last + 1, grid(row));
}

/// Takes a field off the paper.
pub(super) fn take(layout: &mut Layout, key: &str) {
    let paper = &mut layout.paper;
    let columns = format!("{key}.");
    paper
        .off
        .retain(|path| path != key && !path.starts_with(&columns));
    let blocks = std::mem::take(&mut paper.block);
    for block in blocks {
        match block {
            Block::Heading {
                label: Some(label), ..
            } if label == key => {}
            Block::Table { repeat, .. } if repeat == key => {}
            Block::Grid { columns, rows } => {
                let (columns, rows) = close(columns, rows, key);
                if !rows.is_empty() {
                    paper.block.push(Block::Grid { columns, rows });
                }
            }
            other => paper.block.push(other),
        }
    }
}

/// Whether a field stands in a row of label and value, not in the ruled grid of a document.
pub(super) fn stands_alone(layout: &Layout, key: &str) -> bool {
    layout.paper.block.iter().any(|block| match block {
        Block::Grid { columns, rows } => is_list(columns, rows) && prints(block, &[key]),
        _ => false,
    })
}

/// The row of a field.
pub(super) fn row(key: &str, kind: &str) -> Vec<Cell> {
    let cell = Cell {
        label: None,
        value: Some(key.to_owned()),
        caption: None,
        section: None,
        print: Print::Plain,
        across: 1,
        down: 1,
        height: 0,
    };
    let wide = |print, height| {
        vec![Cell {
            print,
            height,
            across: 2,
            ..cell.clone()
        }]
    };
    match kind {
        "signature" => wide(Print::Labelled, 22),
        "photo" => wide(Print::Frame, 45),
        _ => vec![
            Cell {
                label: cell.value.clone(),
                value: None,
                ..cell.clone()
            },
            cell,
        ],
    }
}

fn grid(row: Vec<Cell>) -> Block {
    Block::Grid {
        columns: COLUMNS.to_vec(),
        rows: vec![row],
    }
}

fn is_list(columns: &[u16], rows: &[Vec<Cell>]) -> bool {
    let flat = |row: &Vec<Cell>| row.iter().all(|cell| cell.down == 1);
    let named = |row: &Vec<Cell>| match row.as_slice() {
        [label, value] => label.label.is_some() && label.label == value.value,
        [one] => one.across == 2,
        _ => false,
    };
    columns.len() == 2 && rows.iter().all(|row| flat(row) && named(row))
}

fn prints(block: &Block, keys: &[&str]) -> bool {
    match block {
        Block::Grid { rows, .. } => rows.iter().flatten().any(|cell| shows(cell, keys)),
        Block::Table { repeat, .. } => keys.contains(&repeat.as_str()),
        _ => false,
    }
}

fn shows(cell: &Cell, keys: &[&str]) -> bool {
    cell.value.as_deref().is_some_and(|key| keys.contains(&key))
}
