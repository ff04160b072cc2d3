//! A card or a blank form as a PDF.

use std::sync::Arc;

use kedang_core::CardId;

use super::making::{Cover, Edge, Seen, blank, make};
use super::{Printed, Voice};
use crate::customers::Taker;
use crate::forms::Form;
use crate::{App, AppError, cards};

/// Which blank form.
#[derive(Debug, Clone)]
pub struct BlankForm {
    /// Its key; the newest version is printed.
    pub key: String,
    /// The language; the reader's when none is named. A document in two languages has both.
    pub tag: Option<String>,
}

impl App {
    /// A card as a PDF, as its document looks; what is not for this reader is not on it. Notes that
    /// it was printed before it is handed over (T-33).
    ///
    /// # Errors
    /// `card.not_found`, `file.storage`.
    pub async fn print_card(
        &self,
        who: &Taker,
        id: CardId,
        voice: Voice,
    ) -> Result<Printed, AppError> {
        let card = id.clone();
        let (seen, edge) = self
            .read_as(who, move |tx, scene| {
                let edge = Edge::read(tx, scene)?;
                Ok((Seen::read(tx, scene, &card)?, edge))
            })
            .await?;
        let (files, fonts) = (self.files.clone(), self.fonts.clone());
        let printed = aside(move || {
            let paper = seen.paper(&files, &edge, &voice)?;
            let view = &seen.view;
            let title = view.form.words_in(&edge.tag).title.clone();
            let cover = Cover {
                name: format!("{title}-{}", view.customer.code),
                id: format!("{}-{}-{}", view.card.id, view.card.revision, edge.at),
                title: format!("{title} {} {}", view.customer.code, view.customer.name),
            };
            make(&[paper], cover, &edge, &fonts)
        })
        .await?;
        self.noting_as(who, move |tx, scene| cards::print(tx, scene, &id))
            .await?;
        Ok(printed)
    }

    /// A blank form as a PDF.
    ///
    /// # Errors
    /// `form.not_found`.
    pub async fn print_form(
        &self,
        who: &Taker,
        ask: BlankForm,
        voice: Voice,
    ) -> Result<Printed, AppError> {
        let tag = ask.tag;
        let (form, edge): (Arc<Form>, Edge) = self
            .read_as(who, move |tx, scene| {
                let form = scene.house.forms.find(tx, &ask.key)?;
                Ok((form, Edge::read(tx, scene)?))
            })
            .await?;
        let edge = Edge {
            tag: tag.unwrap_or(edge.tag),
            ..edge
        };
        let fonts = self.fonts.clone();
        aside(move || {
            let meta = &form.meta;
            let title = form.words_in(&edge.tag).title.clone();
            let cover = Cover {
                id: format!("{}-{}-{}", meta.key, meta.version, edge.at),
                name: title.clone(),
                title,
            };
            make(&[blank(&form, &edge, &voice)], cover, &edge, &fonts)
        })
        .await
    }
}

/// Runs work on a thread that may wait.
pub(super) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AppError> + Send + 'static,
) -> Result<T, AppError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| AppError::Internal(format!("a printing thread was lost: {error}")))?
}
