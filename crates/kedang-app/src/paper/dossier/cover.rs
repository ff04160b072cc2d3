//! The cover: whose dossier it is, under which number and class, and what is in it.

use kedang_paper::{Align, Block, Cell, Grid, Inline, Paper, Piece, Row, Style};

use super::Bound;
use super::part::Part;
use super::ruled::{pen, shaded, table};
use crate::paper::sheet::style::{LABEL, PEN, mm};

const HOUSE: Style = Style::size(13.0).tracked(0.1);
const NAME: Style = Style::size(30.0).bold().tracked(0.35);
const WHOSE: Style = Style::size(13.0).bold().ink(PEN.ink);

/// What the cover says of a part.
pub(super) struct Entry<'a> {
    pub(super) title: &'a str,
    pub(super) note: &'a str,
    /// The page on which it begins, counted from 1.
    pub(super) page: Option<usize>,
}

pub(super) fn cover(bound: &Bound<'_>, part: &Part<'_>, entries: &[Entry<'_>]) -> Paper {
    let middle = |text: String, style| Block::Text(vec![Inline::Text(text, style)], Align::Middle);
    let mut blocks = vec![
        Block::Gap(mm(24.0)),
        middle(bound.dossier.company.clone(), HOUSE),
        Block::Gap(mm(7.0)),
        middle(part.say("paper-dossier_title"), NAME),
        Block::Gap(mm(14.0)),
        head(bound, part),
        Block::Gap(mm(12.0)),
    ];
    blocks.extend(part.heading(part.say("paper-dossier_contents")));
    blocks.push(contents(part, entries));
    part.paper(blocks)
}

/// 客户, 档号, 密级 and who answers for them.
fn head(bound: &Bound<'_>, part: &Part<'_>) -> Block {
    let (dossier, edge) = (bound.dossier, bound.edge);
    let customer = &dossier.customer;
    let class = part.say(&format!("class-{}", customer.class.clamp(0, 3)));
    let owner = match &customer.owner {
        Some(owner) => owner.name.clone(),
        None => part.say("customers-nobody"),
    };
    let opened = customer.created_at.local_date(&edge.zone);
    let taken = [("reader", edge.reader.as_str())];
    let by = part.with("paper-dossier_taken", &taken);
    let taken = format!("{} {by}", dossier.taken_at.local(&edge.zone));
    let code = dossier.reference_code.clone().unwrap_or_default();
    let rows = [
        [
            ("customers-code", customer.code.clone()),
            ("paper-reference", code),
        ],
        [("customers-class", class), ("paper-opened", opened)],
        [
            ("customers-owner", owner),
            ("customers-department", customer.department.name.clone()),
        ],
    ];
    let value = |text: String, style| {
        Cell::of(vec![Piece::Text(
            vec![Inline::Text(text, style)],
            Align::Left,
        )])
    };
    let wide = |key: &str, text: String, style| {
        let held = Cell {
            across: 3,
            ..value(text, style)
        };
        row(vec![shaded(&part.say(key), LABEL.0), held])
    };
    let pair = |pairs: [(&str, String); 2]| {
        let cells = pairs
            .into_iter()
            .flat_map(|(key, text)| [shaded(&part.say(key), LABEL.0), value(text, PEN)]);
        row(cells.collect())
    };
    let mut all = vec![wide("customers-name", customer.name.clone(), WHOSE)];
    all.extend(rows.map(pair));
    all.push(wide("paper-dossier_printed", taken, PEN));
    Block::Grid(Grid {
        columns: vec![160.0, 340.0, 160.0, 340.0],
        heads: 0,
        rows: all,
    })
}

fn row(cells: Vec<Cell>) -> Row {
    Row {
        least: mm(9.4),
        struck: false,
        cells,
    }
}

fn contents(part: &Part<'_>, entries: &[Entry<'_>]) -> Block {
    let column = |key: &str, width, align| (part.say(key), width, align);
    let columns = [
        column("paper-dossier_number", 90.0, Align::Middle),
        column("paper-dossier_what", 560.0, Align::Left),
        column("paper-dossier_note", 230.0, Align::Left),
        column("paper-dossier_page", 120.0, Align::Right),
    ];
    let rows = entries.iter().enumerate().map(|(nth, entry)| {
        let page = entry.page.map(|page| page.to_string());
        vec![
            pen((nth + 1).to_string()),
            pen(entry.title),
            pen(entry.note),
            pen(page.unwrap_or_default()),
        ]
    });
    table(&columns, rows.collect())
}
