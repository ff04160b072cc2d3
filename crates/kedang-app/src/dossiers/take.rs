//! A dossier goes out as one record.

use super::note::{Gone, note};
use super::view::Dossier;
use super::{meant, read};
use crate::customers::{self, TakeCard, TakenCard, Taker};
use crate::{App, AppError};

impl App {
    /// The dossier of the customer with this id or 客户编号; that it went out is noted first.
    ///
    /// # Errors
    /// `export.not_allowed`, `export.not_this`, `customer.not_found`.
    pub async fn take_dossier(&self, who: &Taker, whose: &str) -> Result<Dossier, AppError> {
        let whose = whose.to_owned();
        let dossier = self
            .report_as(who, move |tx, scene| {
                let id = meant(tx, scene, &whose)?;
                read(tx, scene, &id)
            })
            .await?;
        let gone = Gone::of(&dossier, "json");
        self.noting_as(who, move |tx, scene| note(tx, scene, &gone))
            .await?;
        Ok(dossier)
    }

    /// The business card of the same customer.
    ///
    /// # Errors
    /// As [`App::take_dossier`].
    pub async fn take_card(&self, who: &Taker, whose: &str) -> Result<TakenCard, AppError> {
        let whose = whose.to_owned();
        self.noting_as(who, move |tx, scene| {
            let ask = TakeCard {
                customer: meant(tx, scene, &whose)?,
                version: None,
            };
            customers::vcard(tx, scene, &ask)
        })
        .await
    }
}
