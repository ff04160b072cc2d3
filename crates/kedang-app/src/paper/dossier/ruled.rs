//! Ruled tables of plain texts.

use kedang_paper::{Align, Block, Cell, Grid, Inline, Piece, Row, Style};

use crate::paper::sheet::style::{HEAD, LABEL, PEN, mm};

/// A column: its head, its share of the page in thousandths, where its texts stand.
pub(super) type Column = (String, f32, Align);

/// A table whose head comes again on each page.
pub(super) fn table(columns: &[Column], rows: Vec<Vec<Inline>>) -> Block {
    let head = columns.iter().map(|(word, _, _)| shaded(word, HEAD.0));
    let mut all = vec![Row {
        least: mm(8.0),
        struck: false,
        cells: head.collect(),
    }];
    let cell = |(text, column): (Inline, &Column)| Cell::of(vec![piece(text, column.2)]);
    all.extend(rows.into_iter().map(|texts| Row {
        least: mm(7.2),
        struck: false,
        cells: texts.into_iter().zip(columns).map(cell).collect(),
    }));
    Block::Grid(Grid {
        columns: columns.iter().map(|(_, width, _)| *width).collect(),
        heads: 1,
        rows: all,
    })
}

fn piece(text: Inline, align: Align) -> Piece {
    Piece::Text(vec![text], align)
}

/// What is written, in the pen's ink.
pub(super) fn pen(text: impl Into<String>) -> Inline {
    Inline::Text(text.into(), PEN)
}

/// Labels with their values beside them, two of each in a row; one whose value is long has the row
/// for itself.
pub(super) fn pairs(pairs: &[(String, String)]) -> Block {
    let long = |value: &str| value.chars().count() > 22;
    let (mut rows, mut row): (Vec<Row>, Vec<Cell>) = (Vec::new(), Vec::new());
    let close = |row: &mut Vec<Cell>, rows: &mut Vec<Row>| {
        if row.is_empty() {
            return;
        }
        if let (2, Some(last)) = (row.len(), row.last_mut()) {
            last.across = 3;
        }
        rows.push(line(std::mem::take(row)));
    };
    for (label, value) in pairs {
        if long(value) {
            close(&mut row, &mut rows);
        }
        row.push(shaded(label, LABEL.0));
        row.push(Cell::of(vec![piece(pen(value.clone()), Align::Left)]));
        if long(value) || row.len() == 4 {
            close(&mut row, &mut rows);
        }
    }
    close(&mut row, &mut rows);
    Block::Grid(Grid {
        columns: vec![150.0, 350.0, 150.0, 350.0],
        heads: 0,
        rows,
    })
}

fn line(cells: Vec<Cell>) -> Row {
    Row {
        least: mm(7.6),
        struck: false,
        cells,
    }
}

/// A cell that names something.
pub(super) fn shaded(word: &str, style: Style) -> Cell {
    let text = Inline::Text(word.to_owned(), style);
    Cell {
        shade: true,
        ..Cell::of(vec![piece(text, Align::Middle)])
    }
}
