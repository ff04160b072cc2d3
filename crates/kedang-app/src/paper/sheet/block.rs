//! One block of the layout.

use kedang_core::Instant;
use kedang_paper::{Align, Block as Drawn, Grid, Inline, Row};

use super::Sheet;
use super::cell::cell;
use super::style::{BRAND, HEADING, LINE, PEN, TITLE, mm};
use super::table::table;
use crate::forms::{Block, Cell};
use crate::paper::widths;

/// Adds the block.
pub(super) fn put<'a>(sheet: &Sheet<'a>, block: &'a Block, blocks: &mut Vec<Drawn>) {
    match block {
        Block::PageBreak {} => {
            // Neither at the beginning nor twice: no empty page.
            if !matches!(blocks.last(), None | Some(Drawn::NewPage)) {
                blocks.push(Drawn::NewPage);
            }
        }
        Block::Title {} => title(sheet, blocks),
        Block::Heading {
            section,
            label,
            caption,
        } => {
            if let Some(key) = section {
                let pick = |words: &'a crate::forms::Words| words.section.get(key);
                let text = sheet.both(|words| pick(words).map(String::as_str), HEADING, true);
                heading(text, blocks);
            }
            if let Some(path) = label {
                heading(sheet.label(path, HEADING, true), blocks);
            }
            if let Some(key) = caption {
                let pick = |words: &'a crate::forms::Words| words.caption.get(key);
                let text = sheet.both(|words| pick(words).map(String::as_str), LINE, false);
                blocks.push(Drawn::Gap(mm(1.0)));
                blocks.push(Drawn::Text(text, Align::Middle));
                blocks.push(Drawn::Gap(mm(1.0)));
            }
        }
        Block::Grid { columns, rows } => blocks.push(Drawn::Grid(grid(sheet, columns, rows))),
        Block::Table {
            repeat,
            columns,
            blank_rows,
        } => table(sheet, repeat, columns, usize::from(*blank_rows), blocks),
    }
}

fn heading(text: Vec<Inline>, blocks: &mut Vec<Drawn>) {
    blocks.push(Drawn::Gap(mm(3.0)));
    blocks.push(Drawn::Heading(text));
    blocks.push(Drawn::Gap(mm(1.2)));
}

/// The brand, and beside it the house that serves under it (D01-12).
pub(super) fn brand<'a>(sheet: &Sheet<'a>, above: &'a [Block]) -> Drawn {
    let mut said = Vec::new();
    for block in above {
        if let Block::Heading {
            caption: Some(key), ..
        } = block
        {
            let pick = |words: &'a crate::forms::Words| words.caption.get(key);
            said.extend(sheet.both(|words| pick(words).map(String::as_str), BRAND, false));
        }
    }
    let house = Inline::Text(sheet.edge.company.clone(), LINE.0);
    Drawn::Brand(said, vec![house])
}

/// The name of the form, and below it whose card it is; a blank form leaves room for that.
fn title(sheet: &Sheet<'_>, blocks: &mut Vec<Drawn>) {
    blocks.push(Drawn::Heading(sheet.both(
        |words| Some(words.title.as_str()),
        TITLE,
        true,
    )));
    blocks.push(Drawn::Gap(mm(1.6)));
    let whose = sheet.whose;
    let opened = sheet
        .card
        .map(|view| Instant(view.card.created_at.0).local_date(&sheet.edge.zone));
    let written = [
        (
            "paper-customer",
            whose.map(|customer| customer.name.clone()),
        ),
        ("paper-code", whose.map(|customer| customer.code.clone())),
        ("paper-opened", opened),
    ];
    let over = written.into_iter().map(|(key, text)| {
        let mut said = vec![Inline::Text(sheet.say(key), LINE.0)];
        if let Some(tag) = sheet.twin {
            let twin = sheet.voice.speak(tag, key, &[]);
            said.push(Inline::Text(format!(" {twin}"), LINE.1));
        }
        said.push(Inline::Text(sheet.say("paper-colon"), LINE.0));
        said.push(match text {
            Some(text) => Inline::Text(text, PEN),
            None => Inline::Room {
                width: mm(26.0),
                ruled: true,
                style: LINE.0,
            },
        });
        said
    });
    blocks.push(Drawn::Spread(over.collect()));
    blocks.push(Drawn::Gap(mm(1.2)));
}

fn grid<'a>(sheet: &Sheet<'a>, columns: &[u16], rows: &'a [Vec<Cell>]) -> Grid {
    let widths = widths(columns, rows);
    let drawn = rows.iter().zip(&widths).map(|(row, widths)| {
        // Over a row of answers a label heads its column.
        let heads = row.iter().all(|cell| cell.value.is_none());
        let cells = row.iter().zip(widths);
        Row {
            cells: cells
                .map(|(one, width)| cell(sheet, one, *width, heads))
                .collect(),
            ..Row::default()
        }
    });
    Grid {
        columns: columns.iter().map(|width| f32::from(*width)).collect(),
        heads: 0,
        rows: drawn.collect(),
    }
}
