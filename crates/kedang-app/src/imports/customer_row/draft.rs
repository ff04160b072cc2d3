//! A row as far as it has been read: each cell by itself.

use kedang_core::Arg;
use kedang_core::customer::{NewCustomer, Stage};
use kedang_core::partial_date::is_after;
use kedang_sheet::{
    CustomerColumn as Column, Doubt, Understood, capital, class, clean, date, grade, is_nothing,
    kind, list, sex, stage, unit, uscc,
};

use super::Books;
use crate::duplicates::is_whole;
use crate::imports::note;
use crate::imports::report::{ImportReport, Trouble};

/// A cell with its header.
pub(super) type Titled<'a> = (&'a str, String);

/// What is known of a row.
pub(super) struct Draft<'a> {
    pub(super) new: NewCustomer,
    pub(super) code: Option<String>,
    pub(super) stage: Option<Stage>,
    pub(super) books: Books,
    /// Cells that are understood beside others only: name, telephones, address.
    pub(super) name: Option<Titled<'a>>,
    pub(super) mobile: Option<Titled<'a>>,
    pub(super) phone: Option<Titled<'a>>,
    pub(super) address: Option<Titled<'a>>,
    row: u64,
    today: &'a str,
    report: &'a mut ImportReport,
}

impl<'a> Draft<'a> {
    pub(super) fn new(
        row: u64,
        source: &str,
        today: &'a str,
        report: &'a mut ImportReport,
    ) -> Self {
        let new = NewCustomer {
            how_met: source.to_owned(),
            ..NewCustomer::default()
        };
        Self {
            new,
            code: None,
            stage: None,
            books: Books::default(),
            name: None,
            mobile: None,
            phone: None,
            address: None,
            row,
            today,
            report,
        }
    }

    /// Takes a cell that is not empty.
    pub(super) fn take(&mut self, column: Option<Column>, header: &'a str, cell: &str) {
        let text = clean(cell);
        let understood = match column {
            None => {
                self.keep(header, cell);
                true
            }
            Some(Column::Plain("note")) => {
                let before = self.new.details.note.replace(cell.to_owned());
                for line in before.iter().flat_map(|note| note.lines()) {
                    self.keep("", line);
                }
                true
            }
            Some(Column::Code) => {
                self.code = Some(text).filter(|code| !code.is_empty());
                true
            }
            Some(Column::Name) => {
                self.name = Some((header, text));
                true
            }
            Some(_) if is_nothing(&text) => true,
            Some(Column::HowMet) => {
                self.new.how_met = one_line(&text);
                true
            }
            Some(Column::Kind) => {
                self.new.kind = kind(&text).map_or(String::new(), |kind| kind.key().to_owned());
                !self.new.kind.is_empty()
            }
            Some(Column::Stage) => {
                self.stage = stage(&text);
                self.stage.is_some()
            }
            Some(Column::Owner) => {
                self.books.owner = Some((header.to_owned(), text));
                true
            }
            Some(Column::Author) => {
                self.books.author = Some((header.to_owned(), text));
                true
            }
            Some(Column::Class) => {
                let class = class(&text);
                self.books.class = class.map(|class| (header.to_owned(), text, class));
                class.is_some()
            }
            Some(Column::Opened) => {
                let read = date(&text, self.today);
                let holds = |day: &String| is_whole(day) && !is_after(day, self.today);
                let why = read.doubt.filter(|_| read.value.is_none());
                self.books.opened = read.value.filter(holds);
                match (self.books.opened.clone(), read.doubt) {
                    (Some(day), Some(doubt)) => self.doubt(header, cell, doubt, &day),
                    (Some(_), None) => {}
                    (None, _) => self.lost(header, cell, why.unwrap_or(Doubt::Unread)),
                }
                true
            }
            Some(Column::Plain(field)) => {
                self.plain(field, header, text);
                true
            }
        };
        if !understood {
            self.lost(header, cell, Doubt::Unread);
        }
    }

    fn plain(&mut self, field: &'static str, header: &'a str, text: String) {
        match field {
            "mobile" => self.mobile = Some((header, text)),
            "phone" => self.phone = Some((header, text)),
            "address" => self.address = Some((header, text)),
            field => {
                let read = match field {
                    "sex" => sex(&text),
                    "birth" => date(&text, self.today),
                    "uscc" => uscc(&text),
                    "grade" => grade(&text),
                    "registered_capital" => capital(&text, unit(header)),
                    "hobbies" => plainly(list(&text)),
                    "business_scope" => plainly(text.clone()),
                    _ => plainly(one_line(&text)),
                };
                self.put(field, header, &text, read);
            }
        }
    }

    /// Sets a field as it was understood and tells what is doubtful.
    pub(super) fn put(
        &mut self,
        field: &'static str,
        header: &str,
        written: &str,
        read: Understood,
    ) {
        for rest in &read.rest {
            self.keep(header, rest);
        }
        let Some(value) = read.value else {
            self.lost(header, written, read.doubt.unwrap_or(Doubt::Unread));
            return;
        };
        if let Some(doubt) = read.doubt {
            self.doubt(header, written, doubt, &value);
        }
        self.new
            .details
            .set(field, Some(value).filter(|value| !value.is_empty()));
    }

    /// A cell that goes into the note because it cannot be read.
    pub(super) fn lost(&mut self, header: &str, written: &str, doubt: Doubt) {
        self.doubt(header, written, doubt, "");
        self.keep(header, written);
    }

    /// Adds a line to the note.
    pub(super) fn keep(&mut self, header: &str, text: &str) {
        note::add(&mut self.new.details.note, header, text);
    }

    /// Tells that a cell is doubtful.
    pub(super) fn doubt(&mut self, header: &str, written: &str, doubt: Doubt, kept: &str) {
        let code = match doubt {
            Doubt::Mended => "import.value_mended",
            Doubt::NoYear => "import.date_without_year",
            Doubt::Lunar => "import.date_lunar",
            Doubt::FromLunar => "import.date_from_lunar",
            Doubt::NoLunarDay => "import.date_no_lunar_day",
            Doubt::NoLeapMonth => "import.date_no_leap_month",
            Doubt::OtherYear => "import.date_other_year",
            Doubt::DigitsLost => "import.digits_lost",
            Doubt::Several => "import.numbers_several",
            Doubt::Unread => "import.value_unread",
        };
        let told = matches!(doubt, Doubt::Mended | Doubt::FromLunar);
        let kept = told.then(|| ("kept", Arg::from(kept)));
        self.tell(header, code, written, kept);
    }

    /// Tells of a cell in the words of `code`.
    pub(super) fn tell(
        &mut self,
        header: &str,
        code: &'static str,
        written: &str,
        more: Option<(&'static str, Arg)>,
    ) {
        let mut args = vec![("value", Arg::from(written))];
        args.extend(more);
        self.report.warn(Trouble {
            row: self.row,
            column: header.to_owned(),
            code,
            args,
            ..Trouble::default()
        });
    }
}

fn plainly(value: String) -> Understood {
    Understood {
        value: Some(value),
        ..Understood::default()
    }
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}
