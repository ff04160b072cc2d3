//! What is to be said of a row that is to come in, and whom it seems to mean.

use std::collections::HashMap;

use kedang_core::CustomerId;
use kedang_core::access::Action;
use kedang_store::imports::{Import, Staged};
use kedang_store::{Tx, customers};
use kedang_text::match_name;

use super::books::{self, People};
use super::customer_row::CustomerRow;
use super::duplicates::{Known, Looked, barred, look};
use super::finding::{Finding, keep};
use super::how;
use super::plan::Plan;
use super::report::{ImportReport, Trouble};
use super::staged_row::{self, Said};
use super::wish::MatchBy;
use crate::{AppError, Scene, access};

/// What the rows above said of themselves: by code, by 统一社会信用代码, and by name with number.
pub(super) type Above = HashMap<String, i64>;

/// What rows above said, and what this chunk adds to it.
pub(super) struct Learned<'a> {
    pub(super) known: &'a Above,
    pub(super) new: Above,
}

impl Learned<'_> {
    /// The first row that said so; `row` if it is the first.
    pub(super) fn first(&mut self, key: String, row: i64) -> i64 {
        match self.known.get(&key) {
            Some(first) => *first,
            None => *self.new.entry(key).or_insert(row),
        }
    }

    /// Whether some row said so.
    pub(super) fn has(&self, key: &str) -> bool {
        self.known.contains_key(key) || self.new.contains_key(key)
    }
}

/// What the rows of a file have in common.
pub(super) struct Check<'a> {
    pub(super) scene: &'a Scene,
    pub(super) import: &'a Import,
    pub(super) plans: &'a [Plan],
    pub(super) today: &'a str,
}

/// A row as it reads.
struct Taken<'r> {
    row: &'r Staged,
    plan: &'r Plan,
    said: Option<Said>,
    report: ImportReport,
}

impl Check<'_> {
    /// What is to be said about each row, and whom it seems to mean.
    pub(super) fn rows(
        &self,
        tx: &mut Tx,
        rows: &[&Staged],
        above: &mut Learned<'_>,
    ) -> Result<Vec<(Staged, Vec<Trouble>)>, AppError> {
        let taken = rows.iter().map(|row| self.take(row));
        let taken: Vec<Taken> = taken.collect::<Result<_, _>>()?;
        let customers: Vec<&CustomerRow> = taken.iter().filter_map(Taken::customer).collect();
        let mut looked = look(tx, self.scene, &customers, self.matched())?.into_iter();
        let mut checked = Vec::with_capacity(rows.len());
        for taken in taken {
            let looked = taken.customer().and_then(|_| looked.next());
            checked.push(self.row(tx, taken, looked, above)?);
        }
        Ok(checked)
    }

    fn take<'r>(&'r self, row: &'r Staged) -> Result<Taken<'r>, AppError> {
        let lost = || AppError::Internal("a row of no table".to_owned());
        let plan = self.plans.iter().find(|plan| plan.place == row.place);
        let plan = plan.ok_or_else(lost)?;
        let mut report = ImportReport::default();
        let source = &self.import.file_name;
        let said = staged_row::read(plan, row, source, self.today, &mut report)?;
        Ok(Taken {
            row,
            plan,
            said,
            report,
        })
    }

    fn row(
        &self,
        tx: &mut Tx,
        taken: Taken,
        looked: Option<Looked>,
        above: &mut Learned<'_>,
    ) -> Result<(Staged, Vec<Trouble>), AppError> {
        let Taken {
            row,
            plan,
            said,
            mut report,
        } = taken;
        let mut checked = row.clone();
        checked.known = None;
        let mut refused = said.is_none() && report.sum.skipped == 0;
        let mut doubtful = false;
        match &said {
            Some(Said::Contact(said)) => self.contact(tx, said, above, &mut report)?,
            Some(Said::Care(said)) => self.care(tx, plan, said, above, &mut report)?,
            _ => {}
        }
        if let (Some(Said::Customer(said)), Some(looked)) = (&said, looked) {
            self.books(tx, said, above, &mut report)?;
            let how = how::of(self.import, row, plan.column_of(self.matched()));
            let found = looked.known;
            let bar = barred(said.number, how.column, said.code.as_deref(), &found);
            let same = match &found {
                Known::Same(id) => Some(id.clone()),
                _ => None,
            };
            refused = bar.is_some() || self.card(tx, plan, (said, same), &mut report)?;
            let alike = self.known(tx, said, found, &mut checked)?;
            let alike = alike.or_else(|| twice(said, row, how.matched, above));
            doubtful = alike.is_some();
            report.problems.extend(bar.into_iter().chain(alike));
        }
        refused |= report.sum.rejected > 0;
        let problems = report.problems.iter();
        let findings: Vec<_> = problems.map(|t| Finding::of(t, refused)).collect();
        checked.findings = keep(&findings)?;
        checked.state = match () {
            () if row.state == "left" => "left",
            () if refused => "refused",
            () if doubtful => "doubtful",
            () if findings.is_empty() => "clean",
            () => "flagged",
        }
        .to_owned();
        for trouble in &mut report.problems {
            trouble.sheet.clone_from(&plan.name);
        }
        Ok((checked, report.problems))
    }

    fn matched(&self) -> MatchBy {
        MatchBy::from_key(&self.import.matched_by).unwrap_or_default()
    }

    /// What of the books cannot be settled; of each name that nobody bears it is told at the first
    /// row that has it.
    fn books(
        &self,
        tx: &mut Tx,
        said: &CustomerRow,
        above: &mut Learned<'_>,
        report: &mut ImportReport,
    ) -> Result<(), AppError> {
        let books = &said.books;
        if books.owner.is_none() && books.author.is_none() && books.class.is_none() {
            return Ok(());
        }
        let row = i64::try_from(said.number).unwrap_or(i64::MAX);
        let mut said = said.clone();
        let books = &mut said.books;
        let mut first = |of: &str, name: &str| above.first(format!("{of}{name}"), row) == row;
        books.owner.take_if(|(_, name)| !first("o", name));
        books.author.take_if(|(_, name)| !first("a", name));
        // How secret one may be depends on whose it is: settled for each row when it comes in.
        books.class.take_if(|(_, word, _)| !first("k", word));
        if books.owner.is_none() && books.author.is_none() && books.class.is_none() {
            return Ok(());
        }
        books::settled(tx, self.scene, said, &mut People::default(), report)?;
        Ok(())
    }

    /// Whom it seems to mean among those that are there, as far as he may know.
    fn known(
        &self,
        tx: &mut Tx,
        said: &CustomerRow,
        found: Known,
        checked: &mut Staged,
    ) -> Result<Option<Trouble>, AppError> {
        let (id, code) = match found {
            Known::Same(id) => (id, None),
            Known::Surely(id) => (id, Some("import.duplicate_of")),
            Known::Maybe(same) => (same.id, Some("import.duplicate_maybe")),
            Known::Several(_) | Known::Taken | Known::Deleted | Known::New => return Ok(None),
        };
        let sees = match access::customer(tx, self.scene, &id, Action::Read) {
            Ok(_) => true,
            Err(AppError::Problem(_)) => false,
            Err(other) => return Err(other),
        };
        if !sees {
            return Ok(None);
        }
        checked.known = Some(id.clone());
        let Some(code) = code else {
            return Ok(None);
        };
        Ok(Some(self.alike(tx, said, &id, code)?))
    }

    fn alike(
        &self,
        tx: &mut Tx,
        said: &CustomerRow,
        id: &CustomerId,
        code: &'static str,
    ) -> Result<Trouble, AppError> {
        let known = customers::find(tx, id)?.map_or(String::new(), |known| known.code);
        Ok(Trouble {
            row: said.number,
            code,
            args: vec![("code", known.into())],
            ..Trouble::default()
        })
    }
}

impl Taken<'_> {
    fn customer(&self) -> Option<&CustomerRow> {
        match &self.said {
            Some(Said::Customer(row)) => Some(row),
            _ => None,
        }
    }
}

/// A row that says the same of itself as one above.
fn twice(said: &CustomerRow, row: &Staged, by: MatchBy, above: &mut Learned) -> Option<Trouble> {
    let details = &said.customer.details;
    let name = match_name(&said.customer.name);
    let number = details.mobile.as_ref().or(details.phone.as_ref());
    let keys = [
        said.code.as_ref().map(|code| format!("c{code}")),
        details.uscc.as_ref().map(|uscc| format!("u{uscc}")),
        number.map(|number| format!("n{name}\u{1f}{number}")),
        match by {
            MatchBy::Mobile => details.mobile.as_ref().map(|mobile| format!("m{mobile}")),
            MatchBy::Email => details.email.as_ref().map(|email| format!("e{email}")),
            MatchBy::Name => Some(format!("d{name}")),
            MatchBy::Number | MatchBy::Uscc | MatchBy::NameAndMobile => None,
        },
    ];
    let mut first = None;
    for key in keys.into_iter().flatten() {
        let known = above.first(key, row.number);
        if known != row.number {
            first.get_or_insert(known);
        }
    }
    // Rows that hang on a name look for it; two that bear it are not one.
    if row.state != "left" && first.is_none() && above.first(format!("1{name}"), row.seq) != row.seq
    {
        above.first(format!("2{name}"), row.seq);
    }
    first.map(|number| Trouble {
        row: said.number,
        code: "import.duplicate_row",
        args: vec![("row", number.into())],
        ..Trouble::default()
    })
}
