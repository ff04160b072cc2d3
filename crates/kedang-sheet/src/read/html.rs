//! Tables of a web page, which office systems hand out as `.xls`. As a spreadsheet does, all of a
//! page are read as one sheet, one below the other.

use html5gum::{HtmlString, StartTag, Token, Tokenizer};

use super::grid::{Builder, COLUMNS, Grid, ROWS, Room};
use super::merge::Merge;
use crate::{Other, SheetFault};

/// Reads all tables of a page.
pub(super) fn read(text: &str, room: &mut Room) -> Result<Grid, SheetFault> {
    let mut page = Page::new(room);
    for token in Tokenizer::new(text) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.opens(&tag)?,
            Token::EndTag(tag) => page.closes(&tag.name)?,
            Token::String(text) => page.says(&text),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.end_cell()?;
    if page.row == 0 {
        return Err(SheetFault::OtherKind {
            what: Other::Markup,
        });
    }
    Ok(page.builder.build(page.merges))
}

/// Where the reader stands.
struct Page<'a> {
    builder: Builder<'a>,
    merges: Vec<Merge>,
    /// The row, from 1; 0 before the first.
    row: u64,
    /// The next column of the row that no cell from above reaches into.
    column: usize,
    /// Columns taken by cells from above: column and the last row of each.
    above: Vec<(usize, u64)>,
    cell: Option<Cell>,
    /// Within `script` or `style`.
    silent: bool,
}

/// A cell while it is read.
struct Cell {
    text: String,
    columns: usize,
    rows: u64,
    /// The number behind what is shown, as Excel adds it.
    number: Option<String>,
}

impl<'a> Page<'a> {
    fn new(room: &'a mut Room) -> Self {
        Self {
            builder: Builder::new("", room),
            merges: Vec::new(),
            row: 0,
            column: 0,
            above: Vec::new(),
            cell: None,
            silent: false,
        }
    }

    fn opens(&mut self, tag: &StartTag<()>) -> Result<(), SheetFault> {
        match tag.name.as_slice() {
            b"script" | b"style" if !tag.self_closing => self.silent = true,
            b"table" => self.end_cell()?,
            b"tr" => {
                self.end_cell()?;
                self.row += 1;
                self.column = 0;
                let row = self.row;
                self.above.retain(|(_, last)| *last >= row);
            }
            b"td" | b"th" => {
                self.end_cell()?;
                // A row that was never opened, as browsers forgive it.
                self.row = self.row.max(1);
                self.cell = Some(Cell {
                    text: String::new(),
                    columns: span(tag, "colspan").min(COLUMNS),
                    rows: (span(tag, "rowspan") as u64).min(ROWS),
                    number: attribute(tag, "x:num").filter(|number| !number.is_empty()),
                });
            }
            b"br" | b"p" | b"div" | b"li" => self.breaks(),
            _ => {}
        }
        Ok(())
    }

    fn closes(&mut self, name: &HtmlString) -> Result<(), SheetFault> {
        match name.as_slice() {
            b"script" | b"style" => self.silent = false,
            b"td" | b"th" | b"tr" | b"table" => self.end_cell()?,
            b"p" | b"div" | b"li" => self.breaks(),
            _ => {}
        }
        Ok(())
    }

    fn breaks(&mut self) {
        if let Some(cell) = &mut self.cell {
            let length = cell.text.trim_end_matches(' ').len();
            cell.text.truncate(length);
            if !cell.text.is_empty() {
                cell.text.push('\n');
            }
        }
    }

    /// Text of a page: white space of any length is one space, but for those that do not break.
    fn says(&mut self, text: &[u8]) {
        let Some(cell) = self.cell.as_mut().filter(|_| !self.silent) else {
            return;
        };
        for c in String::from_utf8_lossy(text).chars() {
            match c {
                ' ' | '\t' | '\r' | '\n' => {
                    if !cell.text.ends_with([' ', '\n']) {
                        cell.text.push(' ');
                    }
                }
                '\u{a0}' => cell.text.push(' '),
                c => cell.text.push(c),
            }
        }
    }

    fn end_cell(&mut self) -> Result<(), SheetFault> {
        let Some(cell) = self.cell.take() else {
            return Ok(());
        };
        while self.above.iter().any(|(column, _)| *column == self.column) {
            self.column += 1;
        }
        let shown = cell.text.trim();
        let text = match cell.number {
            Some(number) if scientific(shown) => number,
            _ => shown.to_owned(),
        };
        self.builder.put(self.row, self.column, &text)?;
        let last = self.row + cell.rows - 1;
        let behind = self.column + cell.columns;
        if (cell.rows > 1 || cell.columns > 1) && behind <= COLUMNS {
            if !text.is_empty() {
                self.merges.push(Merge {
                    rows: (self.row, last),
                    columns: (self.column, behind - 1),
                });
            }
            if cell.rows > 1 && self.above.len() + cell.columns <= COLUMNS {
                self.above
                    .extend((self.column..behind).map(|column| (column, last)));
            }
        }
        self.column = behind;
        Ok(())
    }
}

/// Whether a number is shown with an exponent, which hides its digits: `1.38E+10`.
fn scientific(text: &str) -> bool {
    let exponent = text.contains("E+") || text.contains("e+");
    exponent && text.parse::<f64>().is_ok()
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let name = HtmlString(name.as_bytes().to_vec());
    let value = tag.attributes.get(&name)?;
    Some(String::from_utf8_lossy(value).into_owned())
}

fn span(tag: &StartTag<()>, name: &str) -> usize {
    let said = attribute(tag, name).and_then(|said| said.trim().parse().ok());
    said.unwrap_or(1).max(1)
}
