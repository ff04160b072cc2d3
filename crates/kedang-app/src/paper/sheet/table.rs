//! A ruled table of a repeat: its rows, and blank ones to write on.

use kedang_paper::{Align, Block, Cell, Grid, Inline, Piece, Row, Style};

use super::Sheet;
use super::answer::{Place, value};
use super::hand::hand;
use super::style::{HEAD, LINE, mm};
use crate::forms::{Field, Kind, TableColumn, Widget};
use crate::paper::{Held, Line, MOST, lines};

/// What a row corrects.
const NOTE: Style = Style::size(7.0);

/// Adds the table, with at least `least` rows.
pub(super) fn table<'a>(
    sheet: &Sheet<'a>,
    repeat: &'a str,
    columns: &'a [TableColumn],
    least: usize,
    blocks: &mut Vec<Block>,
) {
    let Some(field) = sheet.form.field(repeat) else {
        return;
    };
    let shown: Vec<(&Field, u16)> = columns.iter().filter_map(|c| column(field, c)).collect();
    let lines = lines(sheet.card, sheet.records, field);
    let signed = shown.iter().any(|(column, _)| is_signed(column));
    let height = mm(if signed { 12.6 } else { 7.2 });
    let head = shown.iter().map(|(column, _)| {
        let label = sheet.label(&column.path, HEAD, true);
        Cell {
            shade: true,
            ..Cell::of(vec![Piece::Text(label, Align::Middle)])
        }
    });
    let mut rows = vec![Row {
        least: mm(8.0),
        struck: false,
        cells: head.collect(),
    }];
    for line in &lines.rows {
        rows.push(row(sheet, &shown, line, height));
    }
    for _ in lines.rows.len()..least {
        let blank =
            |(column, width): &(&'a Field, u16)| cell(sheet, &place(column, *width, Held::Blank));
        rows.push(Row {
            least: height,
            struck: false,
            cells: shown.iter().map(blank).collect(),
        });
    }
    blocks.push(Block::Grid(Grid {
        columns: shown.iter().map(|(_, width)| f32::from(*width)).collect(),
        heads: 1,
        rows,
    }));
    if lines.more {
        let said = sheet.with("paper-rows_cut", &[("count", &MOST.to_string())]);
        let said = vec![Inline::Text(said, LINE.0)];
        blocks.push(Block::Gap(mm(1.0)));
        blocks.push(Block::Text(said, Align::Middle));
    }
}

fn column<'a>(repeat: &'a Field, column: &TableColumn) -> Option<(&'a Field, u16)> {
    let mut all = repeat.columns().iter();
    let found = all.find(|one| one.key == column.column)?;
    Some((found, column.width))
}

fn is_signed(column: &Field) -> bool {
    column.kind.as_type().widget() == Widget::Signature
}

fn row<'a>(sheet: &Sheet<'a>, columns: &[(&'a Field, u16)], line: &Line<'a>, height: f32) -> Row {
    let cells = columns.iter().enumerate().map(|(nth, (column, width))| {
        let mut drawn = match is_signed(column) {
            true => Cell::of(hand(sheet, &column.key, line.signatures, true)),
            false => cell(sheet, &place(column, *width, line.held(column))),
        };
        if nth == 0 {
            drawn.pieces.extend(note(sheet, line));
        }
        drawn
    });
    Row {
        least: height,
        struck: line.corrected,
        cells: cells.collect(),
    }
}

/// The cell: figures stand on the right, days in the middle.
fn cell(sheet: &Sheet<'_>, place: &Place<'_>) -> Cell {
    let align = match place.field.kind {
        Kind::Money(_) | Kind::Number(_) | Kind::Computed(_) => Align::Right,
        Kind::Date(_) | Kind::Signature(_) => Align::Middle,
        _ => Align::Left,
    };
    let aligned = |piece| match piece {
        Piece::Text(text, Align::Left) => Piece::Text(text, align),
        other => other,
    };
    Cell::of(value(sheet, place).into_iter().map(aligned).collect())
}

/// What a row of a running record corrects, or that it was corrected itself (D01-13).
fn note(sheet: &Sheet<'_>, line: &Line<'_>) -> Vec<Piece> {
    let mut said = Vec::new();
    if line.corrected {
        said.push(sheet.say("cards-row_corrected"));
    }
    if let Some(n) = line.corrects {
        said.push(sheet.with("cards-row_corrects", &[("n", &n.to_string())]));
    }
    let note = |text| Piece::Text(vec![Inline::Text(text, NOTE)], Align::Middle);
    said.into_iter().map(note).collect()
}

fn place<'a>(field: &'a Field, width: u16, held: Held<'a>) -> Place<'a> {
    Place {
        field,
        held,
        width,
        tight: true,
    }
}
