//! Workbooks written as XML (XML Spreadsheet 2003), which older office systems hand out as `.xls`.
//!
//! Read in one pass; names are taken without their prefix, whatever it is. No entity is known but
//! those of XML itself, and a document type is refused.

use std::collections::HashMap;

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::grid::{Builder, COLUMNS, Grid, ROWS, Room};
use super::merge::Merge;
use super::number;
use crate::SheetFault;

/// What the elements of such a workbook belong to.
const NAMESPACE: &str = "urn:schemas-microsoft-com:office:spreadsheet";

/// Whether a text, up to its first element at least, begins such a workbook.
pub(super) fn known(head: &str) -> bool {
    let mut rest = head.trim_start();
    while rest.starts_with("<?") || rest.starts_with("<!") {
        let end = if rest.starts_with("<!--") { "-->" } else { ">" };
        let Some((before, behind)) = rest.split_once(end) else {
            return false;
        };
        // A document type may hold declarations, each with an end of its own.
        let inner = before.contains('[') && !before.contains(']');
        let behind = if inner {
            behind.split_once("]>").map_or("", |(_, b)| b)
        } else {
            behind
        };
        rest = behind.trim_start();
    }
    let name = rest.strip_prefix('<').unwrap_or("");
    let name = name.split([' ', '\t', '\r', '\n', '>']).next();
    let local = name.and_then(|name| name.rsplit(':').next());
    local == Some("Workbook") && rest.contains(NAMESPACE)
}

/// Reads the sheets that are shown.
pub(super) fn read(text: &str, room: &mut Room) -> Result<Vec<Grid>, SheetFault> {
    let mut book = Book {
        xml: Reader::from_str(text),
        padded: HashMap::new(),
    };
    book.xml.config_mut().expand_empty_elements = true;
    let mut grids = Vec::new();
    let mut style = String::new();
    loop {
        match book.next(damaged)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "Worksheet" => grids.extend(book.sheet(&said(&tag, "Name"), room)?),
                "Style" => style = said(&tag, "ID"),
                "NumberFormat" => book.format(&style, said(&tag, "Format")),
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "Workbook" => return Ok(grids),
            Event::Eof => return Err(damaged()),
            _ => {}
        }
    }
}

fn damaged() -> SheetFault {
    SheetFault::Damaged {
        part: String::new(),
    }
}

/// Where the reader stands.
struct Book<'t> {
    xml: Reader<&'t [u8]>,
    /// Formats of zeros alone, by their style: `000000`.
    padded: HashMap<String, String>,
}

/// A cell while it is read.
#[derive(Default)]
struct Cell {
    style: String,
    columns: usize,
    rows: u64,
    text: String,
}

impl<'t> Book<'t> {
    /// The next event; `fault` says what is damaged when there is none.
    fn next(&mut self, fault: impl FnOnce() -> SheetFault) -> Result<Event<'t>, SheetFault> {
        match self.xml.read_event() {
            Ok(Event::DocType(_)) => Err(SheetFault::Dtd {
                part: "DOCTYPE".to_owned(),
            }),
            Ok(event) => Ok(event),
            Err(_) => Err(fault()),
        }
    }

    fn format(&mut self, style: &str, format: String) {
        if number::padded(0.0, &format).is_some() {
            self.padded.insert(style.to_owned(), format);
        }
    }

    /// A sheet up to its end; `None` for one that is hidden.
    fn sheet(&mut self, name: &str, room: &mut Room) -> Result<Option<Grid>, SheetFault> {
        let mut builder = Builder::new(name, room);
        let mut merges = Vec::new();
        let (mut row, mut column) = (0u64, 0usize);
        let mut hidden = false;
        loop {
            match self.next(|| builder.damaged())? {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "Row" => {
                        row = place(&tag).unwrap_or(row + 1).min(ROWS + 1);
                        column = 0;
                    }
                    "Cell" => {
                        let at = place(&tag).and_then(|at| usize::try_from(at).ok());
                        column = at.map_or(column, |at| at.saturating_sub(1)).min(COLUMNS);
                        let cell = self.cell(&tag, &builder)?;
                        builder.put(row.max(1), column, &cell.text)?;
                        let behind = column + cell.columns;
                        let wide = cell.columns > 1 || cell.rows > 1;
                        if wide && behind <= COLUMNS && !cell.text.trim().is_empty() {
                            merges.push(Merge {
                                rows: (row.max(1), row.max(1) + cell.rows - 1),
                                columns: (column, behind - 1),
                            });
                        }
                        column = behind;
                    }
                    "Visible" => hidden = self.text("Visible", &builder)? != "SheetVisible",
                    _ => {}
                },
                Event::End(tag) if tag.local_name().as_ref() == "Worksheet" => break,
                Event::Eof => return Err(builder.damaged()),
                _ => {}
            }
        }
        let grid = builder.build(merges);
        Ok(Some(grid).filter(|_| !hidden))
    }

    /// A cell up to its end. What stands beside its data, such as a comment, is passed over.
    fn cell(&mut self, tag: &BytesStart, builder: &Builder) -> Result<Cell, SheetFault> {
        let across = number_of(tag, "MergeAcross").min(COLUMNS as u64);
        let down = number_of(tag, "MergeDown").min(ROWS);
        let mut cell = Cell {
            style: said(tag, "StyleID"),
            columns: across as usize + 1,
            rows: down + 1,
            text: String::new(),
        };
        let mut beside = 0usize;
        loop {
            match self.next(|| builder.damaged())? {
                Event::Start(tag) if tag.local_name().as_ref() == "Data" && beside == 0 => {
                    let kind = said(&tag, "Type");
                    let text = self.text("Data", builder)?;
                    cell.text = self.means(&kind, text, &cell.style);
                }
                Event::Start(_) => beside += 1,
                Event::End(tag) if tag.local_name().as_ref() == "Cell" && beside == 0 => {
                    return Ok(cell);
                }
                Event::End(_) => beside = beside.saturating_sub(1),
                Event::Eof => return Err(builder.damaged()),
                _ => {}
            }
        }
    }

    /// All text up to the end of `element`, whatever marks parts of it bold.
    fn text(&mut self, element: &str, builder: &Builder) -> Result<String, SheetFault> {
        let mut text = String::new();
        loop {
            match self.next(|| builder.damaged())? {
                Event::Text(part) => text.push_str(&part.xml10_content()),
                Event::CData(part) => text.push_str(&part.xml10_content()),
                Event::GeneralRef(reference) => {
                    text.push_str(&resolved(&reference).ok_or_else(|| builder.damaged())?);
                }
                Event::End(tag) if tag.local_name().as_ref() == element => return Ok(text),
                Event::Eof => return Err(builder.damaged()),
                _ => {}
            }
        }
    }

    /// What a value of a kind means.
    fn means(&self, kind: &str, text: String, style: &str) -> String {
        let figure = || text.trim().parse::<f64>().ok();
        match kind {
            "Number" => match (figure(), self.padded.get(style)) {
                (Some(value), Some(format)) => {
                    number::padded(value, format).unwrap_or_else(|| number::number(value))
                }
                (Some(value), None) => number::number(value),
                (None, _) => text,
            },
            "Boolean" => match text.trim() {
                "1" | "true" => number::truth(true).to_owned(),
                "0" | "false" => number::truth(false).to_owned(),
                _ => text,
            },
            // A time of day stands on the day before the first.
            "DateTime" => {
                let written = number::written(text.trim());
                match written.strip_prefix("1899-12-31 ") {
                    Some(time) => time.to_owned(),
                    None => written,
                }
            }
            _ => text,
        }
    }
}

/// An entity of XML, or a character by its number.
fn resolved(reference: &BytesRef) -> Option<String> {
    match reference.resolve_char_ref() {
        Ok(Some(c)) => Some(c.to_string()),
        Ok(None) => resolve_xml_entity(reference).map(str::to_owned),
        Err(_) => None,
    }
}

/// An attribute by its name without prefix; empty when it is not there.
fn said(tag: &BytesStart, name: &str) -> String {
    let mut attributes = tag.attributes();
    // Whether one stands twice is looked for at the square of their number.
    let found = attributes
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().as_ref() == name);
    found
        .and_then(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok())
        .map_or(String::new(), |value| value.into_owned())
}

/// `ss:Index`, from 1.
fn place(tag: &BytesStart) -> Option<u64> {
    let index = said(tag, "Index");
    index.trim().parse().ok().filter(|at| *at >= 1)
}

fn number_of(tag: &BytesStart, name: &str) -> u64 {
    said(tag, name).trim().parse().unwrap_or(0)
}
