//! The cards of a file as the rows of a table.

use std::collections::HashMap;

use super::columns::{self, KNOWN};
use super::line::{Line, unfolded};
use crate::read::grid::{Builder, Grid, Room};
use crate::{Row, SheetFault};

/// A card has at most this many lines; one that lost its end takes no more than these.
const LINES: usize = 500;

/// Reads all cards.
pub(in crate::read) fn read(text: &str, room: &mut Room) -> Result<Grid, SheetFault> {
    let mut columns: Vec<String> = KNOWN.map(str::to_owned).to_vec();
    let mut known: HashMap<String, usize> = columns.iter().cloned().zip(0..).collect();
    let mut builder = Builder::new("", room);
    let mut number = 1;
    let mut open: Option<Vec<String>> = None;
    for line in unfolded(text) {
        let bare = line.trim();
        if bare.eq_ignore_ascii_case("BEGIN:VCARD") {
            number += 1;
            if open.replace(Vec::new()).is_some() {
                return Err(SheetFault::OpenCard { row: number - 1 });
            }
        } else if bare.eq_ignore_ascii_case("END:VCARD") {
            let lines = open.take().ok_or(SheetFault::OpenCard { row: number })?;
            for (column, text) in card(&lines) {
                let next = columns.len();
                let at = *known.entry(column).or_insert_with_key(|name| {
                    columns.push(name.clone());
                    next
                });
                builder.put(number, at, &text)?;
            }
        } else if let Some(lines) = open.as_mut().filter(|_| !bare.is_empty()) {
            if lines.len() == LINES {
                return Err(SheetFault::OpenCard { row: number });
            }
            lines.push(line);
        }
    }
    if open.is_some() {
        return Err(SheetFault::OpenCard { row: number });
    }
    Ok(headed(builder.build(Vec::new()), columns))
}

/// The cells of a card: column and text, each column once.
fn card(lines: &[String]) -> Vec<columns::Cell> {
    let lines: Vec<Line> = lines.iter().filter_map(|line| Line::of(line)).collect();
    let mut cells: Vec<columns::Cell> = Vec::new();
    for line in &lines {
        let label = label(&lines, line);
        for (column, text) in columns::cells(line, label.as_deref()) {
            add(&mut cells, column, &text);
        }
    }
    if !cells.iter().any(|(column, _)| column == "客户名称") {
        let name = lines.iter().find(|line| line.name == "N").map(name);
        add(&mut cells, "客户名称".to_owned(), &name.unwrap_or_default());
    }
    cells
}

/// Telephones of one kind share a cell, and so do notes; what else comes again gets a column of
/// its own, so that nothing is lost.
fn add(cells: &mut Vec<columns::Cell>, column: String, text: &str) {
    let text = text.trim().to_owned();
    let taken = |cells: &[columns::Cell], name: &str| cells.iter().position(|(c, _)| c == name);
    if text.is_empty() || cells.contains(&(column.clone(), text.clone())) {
        return;
    }
    let between = match column.as_str() {
        "手机" | "电话" | "传真" => "/",
        "备注" => "\n",
        _ => "",
    };
    match taken(cells, &column) {
        None => cells.push((column, text)),
        Some(at) if !between.is_empty() => {
            cells[at].1.push_str(between);
            cells[at].1.push_str(&text);
        }
        Some(_) => {
            let free = (2..).map(|count| format!("{column} {count}"));
            let mut free = free.filter(|name| taken(cells, name).is_none());
            cells.extend(free.next().map(|name| (name, text)));
        }
    }
}

/// What a telephone calls a property of no known kind: Apple and Google write it beside it.
fn label(lines: &[Line], line: &Line) -> Option<String> {
    let own = !line.group.is_empty() && line.name.starts_with("X-");
    let beside = |other: &&Line| other.name == "X-ABLABEL" && other.group == line.group;
    let label = lines.iter().filter(|_| own).find(beside)?.text();
    let label = label.trim_start_matches("_$!<").trim_end_matches(">!$_");
    Some(label.to_owned()).filter(|label| !label.is_empty())
}

/// The name of a card that only has its parts: Chinese without a space, family name first.
fn name(line: &Line) -> String {
    let parts = line.parts();
    let part = |index: usize| parts.get(index).map_or("", String::as_str);
    let (family, given) = (part(0), part(1));
    if family.is_ascii() && given.is_ascii() {
        return format!("{given} {family}").trim().to_owned();
    }
    format!("{family}{given}")
}

/// The grid with its header as row 1 and without columns that no card fills.
fn headed(mut grid: Grid, columns: Vec<String>) -> Grid {
    let mut used = vec![false; columns.len()];
    for row in &grid.rows {
        for (used, cell) in used.iter_mut().zip(&row.cells) {
            *used |= !cell.is_empty();
        }
    }
    for row in &mut grid.rows {
        let mut used = used.iter();
        row.cells.retain(|_| used.next() == Some(&true));
    }
    let heads = columns.into_iter().zip(&used).filter(|(_, used)| **used);
    let header = Row {
        number: 1,
        cells: heads.map(|(head, _)| head).collect(),
    };
    grid.rows.insert(0, header);
    grid.header = Some(1);
    grid
}
