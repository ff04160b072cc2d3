//! A card or a blank form as a PDF.

use std::sync::Arc;

use kedang_core::{CardId, Problem};

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

/// Which card.
#[derive(Debug, Clone)]
pub struct PrintCard {
    /// The card.
    pub card: CardId,
    /// One part of it alone: the key of the section that heads it (D06 四).
    pub part: Option<String>,
}

impl App {
    /// A card as a PDF, as its document looks; what is not for this reader is not on it. Notes that
    /// it was printed before it is handed over (T-33).
    ///
    /// # Errors
    /// `card.not_found`, `print.part_unknown`, `file.storage`.
    pub async fn print_card(
        &self,
        who: &Taker,
        ask: PrintCard,
        voice: Voice,
    ) -> Result<Printed, AppError> {
        let PrintCard { card: id, part } = ask;
        let (card, wanted) = (id.clone(), part.clone());
        let (seen, edge) = self
            .read_as(who, move |tx, scene| {
                let edge = Edge::read(tx, scene)?;
                let seen = Seen::read(tx, scene, &card)?;
                if let Some(part) = &wanted {
                    check_part(&seen.view.form, part)?;
                }
                Ok((seen, edge))
            })
            .await?;
        let (files, fonts) = (self.files.clone(), self.fonts.clone());
        let printed = aside(move || {
            let paper = seen.part(part.as_deref(), &files, &edge, &voice)?;
            let view = &seen.view;
            let title = view.form.words_in(&edge.tag).title.clone();
            let names = [
                format!("{title} {} {}", view.customer.code, view.customer.name),
                format!("{title}-{}", view.customer.code),
                format!("{}-{}-{}", view.card.id, view.card.revision, edge.at),
            ];
            let mut cover = Cover::of(&voice, &edge, names);
            // Who is handed a part is not handed the rest in it.
            if part.is_none() {
                cover.enclosed.push(seen.enclosed(&edge, &voice));
            }
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
    /// `form.not_found`, `print.language_unknown`.
    pub async fn print_form(
        &self,
        who: &Taker,
        ask: BlankForm,
        voice: Voice,
    ) -> Result<Printed, AppError> {
        let tag = ask.tag.clone();
        let (form, edge): (Arc<Form>, Edge) = self
            .read_as(who, move |tx, scene| {
                let form = scene.house.forms.find(tx, &ask.key)?;
                if let Some(tag) = &ask.tag {
                    check_language(&form, tag)?;
                }
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
            let id = format!("{}-{}-{}", meta.key, meta.version, edge.at);
            let cover = Cover::of(&voice, &edge, [title.clone(), title, id]);
            make(&[blank(&form, &edge, &voice)], cover, &edge, &fonts)
        })
        .await
    }
}

/// Refuses a part that the paper of the form does not have.
fn check_part(form: &Form, part: &str) -> Result<(), Problem> {
    let known: Vec<&str> = form.layout.paper.parts().collect();
    if known.contains(&part) {
        return Ok(());
    }
    let known = known.join("\u{3001}");
    Err(Problem::invalid("print.part_unknown")
        .with("part", part)
        .with("known", known))
}

/// Refuses a language that the form does not have: it would silently come out in another.
fn check_language(form: &Form, tag: &str) -> Result<(), Problem> {
    if form.languages().any(|known| known == tag) {
        return Ok(());
    }
    let known = form.languages().collect::<Vec<_>>().join("\u{3001}");
    Err(Problem::invalid("print.language_unknown")
        .with("lang", tag)
        .with("known", known))
}

/// Runs work on a thread that may wait.
pub(super) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AppError> + Send + 'static,
) -> Result<T, AppError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| AppError::Internal(format!("a printing thread was lost: {error}")))?
}
