//! The dossier is read, bound and handed over.

use std::collections::BTreeMap;

use super::{Bound, pages};
use crate::customers::Taker;
use crate::dossiers::{Gone, meant, note, read};
use crate::paper::answers::enclosed;
use crate::paper::making::{Cover, Edge, finish};
use crate::paper::pictures;
use crate::paper::print::aside;
use crate::paper::{Printed, Voice};
use crate::{App, AppError};

impl App {
    /// The dossier of the customer with this id or 客户编号 as a PDF; that it went out is noted
    /// before it is handed over.
    ///
    /// # Errors
    /// `export.not_allowed`, `export.not_this`, `customer.not_found`, `file.storage`.
    pub async fn print_dossier(
        &self,
        who: &Taker,
        whose: &str,
        voice: Voice,
    ) -> Result<Printed, AppError> {
        let whose = whose.to_owned();
        let (dossier, wanted, edge) = self
            .report_as(who, move |tx, scene| {
                let id = meant(tx, scene, &whose)?;
                let dossier = read(tx, scene, &id)?;
                let mut wanted = Vec::new();
                for one in &dossier.cards {
                    wanted.push(pictures::wanted(tx, scene, &one.view, &one.records)?);
                }
                Ok((dossier, wanted, Edge::read(tx, scene)?))
            })
            .await?;
        let gone = Gone::of(&dossier, "pdf");
        let (files, fonts) = (self.files.clone(), self.fonts.clone());
        let printed = aside(move || {
            let held = wanted.iter().map(|wanted| pictures::read(&files, wanted));
            let held: Vec<BTreeMap<_, _>> = held.collect::<Result<_, _>>()?;
            let bound = Bound {
                dossier: &dossier,
                pictures: &held,
                edge: &edge,
                voice: &voice,
            };
            let customer = &dossier.customer;
            let title = voice.speak(&edge.tag, "paper-dossier_title", &[]);
            let names = [
                format!("{title} {} {}", customer.code, customer.name),
                format!("{title}-{}", customer.code),
                format!("{}-{}-{}", customer.id, customer.version, edge.at),
            ];
            let mut cover = Cover::of(&voice, &edge, names);
            let said = voice.speak(&edge.tag, "paper-answers", &[]);
            let answers = dossier.cards.iter();
            let answers = answers.map(|one| enclosed(&one.view, &one.records, said.clone()));
            cover.enclosed.extend(answers);
            finish(&pages(&bound, &fonts), cover, &edge, &fonts)
        })
        .await?;
        self.noting_as(who, move |tx, scene| note(tx, scene, &gone))
            .await?;
        Ok(printed)
    }
}
