//! How a row becomes cells.

use std::fmt;
use std::sync::Arc;

use jiff::tz::TimeZone;
use kedang_core::listing::Column;
use kedang_sheet::write::{Cell, Head};

use super::fields;
use crate::customers::Listed;

/// The columns of a list, in the words of its reader.
#[derive(Clone)]
pub struct Columns {
    /// In their order.
    pub columns: Vec<Column>,
    /// Whether they are headed as 客户归类汇总表 heads them (D10-2).
    pub paper: bool,
    /// The word of a key of the catalogue.
    pub say: Arc<dyn Fn(&str) -> String + Send + Sync>,
}

impl fmt::Debug for Columns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys = self.columns.iter().map(|column| column.key());
        f.debug_list().entries(keys).finish()
    }
}

/// What of a customer goes out, and how it is said.
#[derive(Debug, Clone)]
pub enum Layout {
    /// What a list shows, for people.
    Columns(Columns),
    /// Every field of a customer by its name in the JSON interface, for programs.
    Fields,
    /// What an electronic business card holds, of the customer and its persons.
    Cards,
}

impl Layout {
    /// What stands over the columns.
    pub(super) fn heads(&self) -> Vec<Head> {
        match self {
            Self::Columns(shown) => {
                let head = |column: &Column| {
                    let text = (shown.say)(&column.word(shown.paper));
                    let width = width(*column).max(wide(&text) + 3);
                    Head { text, width }
                };
                shown.columns.iter().map(head).collect()
            }
            Self::Fields => fields::names()
                .map(|name| Head {
                    text: name.to_owned(),
                    width: 18,
                })
                .collect(),
            Self::Cards => Vec::new(),
        }
    }

    /// The cells of a row, the `number`-th.
    pub(super) fn cells(&self, row: &Listed, number: u32, zone: &TimeZone) -> Vec<Cell> {
        match self {
            Self::Columns(shown) => {
                let cell = |column: &Column| match column {
                    Column::Number => Cell::Number(number),
                    other => Cell::Text(row.shown(*other).said(&*shown.say, zone)),
                };
                shown.columns.iter().map(cell).collect()
            }
            Self::Fields => {
                let cell = |name| Cell::Text(fields::of(&row.customer, name));
                fields::names().map(cell).collect()
            }
            Self::Cards => Vec::new(),
        }
    }

    /// The names of what goes out, for the audit row.
    pub(super) fn keys(&self) -> Vec<&'static str> {
        match self {
            Self::Columns(shown) => shown.columns.iter().map(|column| column.key()).collect(),
            Self::Fields => fields::names().collect(),
            Self::Cards => CARD.to_vec(),
        }
    }
}

/// The fields of a customer that stand on its card.
const CARD: &[&str] = &[
    "name",
    "code",
    "mobile",
    "phone",
    "fax",
    "email",
    "address",
    "postcode",
    "birth",
    "employer",
    "occupation",
    "persons",
];

/// What a column needs in a spreadsheet, in digits.
fn width(column: Column) -> u16 {
    match column {
        Column::Name | Column::Detail("employer") => 34,
        Column::Place | Column::Detail("address") => 42,
        Column::Detail("business_scope" | "note") => 50,
        Column::Detail("uscc" | "email" | "industry") => 22,
        Column::Created | Column::Updated | Column::PersonPhone => 17,
        Column::Number | Column::Detail("grade" | "sex") => 7,
        _ => 14,
    }
}

/// How wide a word is, in digits: a Chinese character takes two.
fn wide(text: &str) -> u16 {
    let wide = |c: char| if c.is_ascii() { 1 } else { 2 };
    text.chars().map(wide).sum()
}
