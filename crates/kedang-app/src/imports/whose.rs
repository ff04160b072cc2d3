//! Whose a row is: of the customer with its code, or the one that bears its name.

use kedang_core::CustomerId;
use kedang_core::access::Action;
use kedang_store::recycling::{self, Fate};
use kedang_store::{Tx, customers};
use kedang_text::match_name;

use super::report::{ImportReport, Trouble};
use crate::{AppError, Scene, access};

/// Whose a row says that it is.
#[derive(Debug, Clone)]
pub(super) struct Whose {
    pub(super) row: u64,
    pub(super) code: Option<String>,
    pub(super) name: String,
    /// The headers of code and name.
    pub(super) columns: [String; 2],
}

/// Finds the customer in whose dossier he may write; else what is to be said, naming the cell. One
/// that is hidden is as one that is not there.
pub(super) fn find(
    tx: &mut Tx,
    scene: &Scene,
    whose: &Whose,
) -> Result<Result<CustomerId, Trouble>, AppError> {
    if let Some(code) = whose.code.as_deref() {
        let found = match living(tx, code)? {
            Some(id) if writes(tx, scene, &id)? => Some(id),
            _ => None,
        };
        return Ok(found.ok_or_else(|| whose.unknown()));
    }
    if whose.name.is_empty() {
        return Ok(Err(whose.trouble(0, "import.code_missing", Vec::new())));
    }
    let mut his = Vec::new();
    for namesake in customers::by_name_key(tx, &match_name(&whose.name))? {
        if writes(tx, scene, &namesake.id)? {
            his.push(namesake.id);
        }
    }
    Ok(match his.len() {
        0 => Err(whose.unknown()),
        1 => his.pop().ok_or_else(|| whose.unknown()),
        count => Err(whose.several(count)),
    })
}

/// [`find`], for a row that comes in: what is to be said refuses it.
pub(super) fn of_row(
    tx: &mut Tx,
    scene: &Scene,
    whose: &Whose,
    report: &mut ImportReport,
) -> Result<Option<CustomerId>, AppError> {
    Ok(match find(tx, scene, whose)? {
        Ok(customer) => Some(customer),
        Err(trouble) => {
            report.refuse(trouble);
            None
        }
    })
}

impl Whose {
    /// Whether a row above of this file opens the customer that this one is of: one of that code,
    /// or one alone of that name.
    pub(super) fn above(&self, said: impl Fn(&str) -> bool) -> Option<Result<(), Trouble>> {
        if let Some(code) = &self.code {
            return said(&format!("c{code}")).then_some(Ok(()));
        }
        let name = match_name(&self.name);
        if said(&format!("2{name}")) {
            return Some(Err(self.several(2)));
        }
        said(&format!("1{name}")).then_some(Ok(()))
    }

    fn unknown(&self) -> Trouble {
        match &self.code {
            Some(code) => {
                let args = vec![("code", code.as_str().into())];
                self.trouble(0, "import.customer_unknown", args)
            }
            None => {
                let args = vec![("name", self.name.as_str().into())];
                self.trouble(1, "import.customer_unnamed", args)
            }
        }
    }

    fn several(&self, count: usize) -> Trouble {
        let args = vec![("name", self.name.as_str().into()), ("count", count.into())];
        self.trouble(1, "import.customer_several", args)
    }

    fn trouble(
        &self,
        column: usize,
        code: &'static str,
        args: Vec<(&'static str, kedang_core::Arg)>,
    ) -> Trouble {
        Trouble {
            row: self.row,
            column: self.columns.get(column).cloned().unwrap_or_default(),
            code,
            args,
            ..Trouble::default()
        }
    }
}

/// The living customer of a code: the survivor, where two became one.
pub(super) fn living(tx: &mut Tx, code: &str) -> Result<Option<CustomerId>, AppError> {
    let Some(id) = customers::by_code(tx, code)? else {
        return Ok(None);
    };
    Ok(match recycling::fate(tx, &id)? {
        Some(Fate::Lives) => Some(id),
        Some(Fate::Merged(survivor)) => Some(survivor),
        Some(Fate::Deleted) | None => None,
    })
}

/// Whether he may write in the dossier.
pub(super) fn writes(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<bool, AppError> {
    match access::customer(tx, scene, id, Action::Edit) {
        Ok(_) => Ok(true),
        Err(AppError::Problem(_)) => Ok(false),
        Err(other) => Err(other),
    }
}
