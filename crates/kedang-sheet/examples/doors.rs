//! What our readers and writers make of files and values, for programs that compare them with
//! others (`dev/readers`): a request in JSON a line, an answer in JSON a line.

use std::error::Error;
use std::fs;
use std::io::{BufRead, BufWriter, Write, stdin, stdout};
use std::path::Path;

use kedang_sheet::write::vcard::{self, Contact, Place, Tel, Version};
use kedang_sheet::write::{Cell, CsvWriter, Head, Paper, XlsxWriter};
use kedang_sheet::{Book, Reading, book, date};
use serde_json::{Value, json};

type Done = Result<Value, Box<dyn Error>>;

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lock().lines() {
        let asked: Value = serde_json::from_str(&line?)?;
        let answer = if let Some(text) = asked["date"].as_str() {
            dated(text, text_of(&asked["today"]))
        } else if let Some(path) = asked["read"].as_str() {
            read(path, &asked["headers"])?
        } else if asked["table"].is_object() {
            table(&asked)?
        } else if asked["cards"].is_array() {
            cards(&asked)?
        } else {
            return Err(format!("asked for nothing: {asked}").into());
        };
        writeln!(out, "{answer}")?;
    }
    Ok(out.flush()?)
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap_or("")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn dated(text: &str, today: &str) -> Value {
    let read = date(text, today);
    json!({ "value": read.value, "doubt": read.doubt.map(|doubt| format!("{doubt:?}")) })
}

/// A file as a book, with header rows as they are chosen.
fn read(path: &str, headers: &Value) -> Done {
    let chosen = list(headers).iter();
    let reading = Reading {
        encoding: None,
        headers: chosen
            .map(|one| (text_of(&one[0]).to_owned(), one[1].as_u64().unwrap_or(0)))
            .collect(),
    };
    Ok(match book(&fs::read(path)?, &reading) {
        Ok(book) => sheets(&book),
        Err(fault) => json!({ "fault": fault.to_string() }),
    })
}

fn sheets(book: &Book) -> Value {
    let sheets = book.sheets.iter().map(|sheet| {
        let rows = sheet.rows.iter().map(|row| json!([row.number, row.cells]));
        json!({
            "name": sheet.name,
            "header": sheet.header,
            "headers": sheet.headers,
            "rows": rows.collect::<Vec<_>>(),
        })
    });
    json!({ "kind": book.kind.key(), "sheets": sheets.collect::<Vec<_>>() })
}

/// Writes a table as XLSX and as CSV.
fn table(asked: &Value) -> Done {
    let heads: Vec<Head> = list(&asked["table"]["heads"])
        .iter()
        .map(|text| Head {
            text: text_of(text).to_owned(),
            width: 12,
        })
        .collect();
    let cell = |cell: &Value| match cell.as_u64().and_then(|n| u32::try_from(n).ok()) {
        Some(number) => Cell::Number(number),
        None => Cell::Text(text_of(cell).to_owned()),
    };
    let rows: Vec<Vec<Cell>> = list(&asked["table"]["rows"])
        .iter()
        .map(|row| list(row).iter().map(cell).collect())
        .collect();
    let path = text_of(&asked["xlsx"]);
    let beside = Path::new(path).parent().unwrap_or(Path::new("."));
    let paper = Paper {
        title: "客户一览表".to_owned(),
        author: "查核".to_owned(),
        company: "苏州澄岸".to_owned(),
        foot: "查核 & 存档".to_owned(),
        at: 1_764_000_000_000_000,
    };
    let mut xlsx = XlsxWriter::begin(fs::File::create(path)?, &heads, &paper, beside)?;
    let mut csv = CsvWriter::begin(fs::File::create(text_of(&asked["csv"]))?, &heads)?;
    for row in &rows {
        xlsx.row(row)?;
        csv.row(row)?;
    }
    xlsx.finish()?;
    csv.finish()?;
    Ok(json!({ "rows": rows.len() }))
}

/// Writes business cards.
fn cards(asked: &Value) -> Done {
    let version = match asked["version"].as_u64() {
        Some(4) => Version::V4,
        _ => Version::V3,
    };
    let mut text = String::new();
    for card in list(&asked["cards"]) {
        let field = |name: &str| text_of(&card[name]).to_owned();
        let tels = list(&card["tels"]).iter().map(|tel| {
            let kind = match text_of(&tel[0]) {
                "cell" => Tel::Cell,
                "fax" => Tel::Fax,
                _ => Tel::Work,
            };
            (kind, text_of(&tel[1]).to_owned())
        });
        let contact = Contact {
            uid: field("uid"),
            name: field("name"),
            parted: (field("surname"), field("given")),
            org: field("org"),
            title: field("title"),
            tels: tels.collect(),
            email: field("email"),
            place: Place {
                province: field("province"),
                city: field("city"),
                street: field("street"),
                postcode: field("postcode"),
            },
            birth: field("birth"),
            note: field("note"),
        };
        vcard::write(&mut text, &contact, version);
    }
    fs::write(text_of(&asked["path"]), &text)?;
    Ok(json!({ "bytes": text.len() }))
}
