//! Looks at rows that hang on a customer: what goes onto its card, dealings, care records.

use kedang_core::CustomerId;
use kedang_store::Tx;

use super::care_row::CareRow;
use super::contact_row::ContactRow;
use super::customer_row::CustomerRow;
use super::plan::Plan;
use super::report::{ImportReport, Trouble};
use super::review::{Check, Learned};
use super::whose::{self, Whose};
use super::{answers, care, contacts};
use crate::AppError;

impl Check<'_> {
    /// What the form says to a row's answers, as they would stand on the card of `same`; true when
    /// the row cannot come in because of it.
    pub(super) fn card(
        &self,
        tx: &mut Tx,
        plan: &Plan,
        (said, same): (&CustomerRow, Option<CustomerId>),
        report: &mut ImportReport,
    ) -> Result<bool, AppError> {
        let Some((card, given)) = plan.card.as_ref().zip(said.given.as_ref()) else {
            return Ok(false);
        };
        // Of a card that he may not see there is no sign.
        let same = match same {
            Some(id) if whose::writes(tx, self.scene, &id)? => Some(id),
            _ => None,
        };
        let filled = answers::filled(tx, self.scene, card, same.as_ref(), given)?;
        let (troubles, fatal) = filled.troubles(plan, card, given, said.number);
        report.problems.extend(troubles);
        Ok(fatal)
    }

    pub(super) fn contact(
        &self,
        tx: &mut Tx,
        said: &ContactRow,
        above: &mut Learned<'_>,
        report: &mut ImportReport,
    ) -> Result<(), AppError> {
        if let Some(trouble) = self.whose(tx, &said.whose, above)? {
            report.refuse(trouble);
        }
        contacts::check(said, None, self.today, report);
        if let Some((_, name)) = &said.staff {
            let row = i64::try_from(said.number).unwrap_or(i64::MAX);
            if above.first(format!("s{name}"), row) == row {
                contacts::unknown_staff(tx, self.scene, said, report)?;
            }
        }
        Ok(())
    }

    pub(super) fn care(
        &self,
        tx: &mut Tx,
        plan: &Plan,
        said: &CareRow,
        above: &mut Learned<'_>,
        report: &mut ImportReport,
    ) -> Result<(), AppError> {
        if let Some(trouble) = self.whose(tx, &said.whose, above)? {
            report.refuse(trouble);
        }
        let Some(card) = &plan.card else {
            return Ok(());
        };
        for trouble in care::look(self.scene, plan, card, said).1 {
            report.refuse(trouble);
        }
        Ok(())
    }

    /// Why nobody is meant: neither one that is there nor one that a row above opens.
    fn whose(
        &self,
        tx: &mut Tx,
        said: &Whose,
        above: &Learned<'_>,
    ) -> Result<Option<Trouble>, AppError> {
        let trouble = match whose::find(tx, self.scene, said)? {
            Ok(_) => return Ok(None),
            Err(trouble) => trouble,
        };
        Ok(match said.above(|key| above.has(key)) {
            Some(Ok(())) => None,
            Some(Err(several)) => Some(several),
            None => Some(trouble),
        })
    }
}
