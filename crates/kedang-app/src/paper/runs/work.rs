//! Works through a run: a few pages at a time, noted before they are handed over.

use std::sync::Arc;

use kedang_core::Problem;
use kedang_core::customer::Customer;
use kedang_paper::{Pages, lay_out};
use kedang_store::Tx;
use serde_json::json;

use super::gather::{Gathered, Item};
use crate::audit::{self, By, Deed};
use crate::customers::{Taker, check_taker, leaving};
use crate::forms::Form;
use crate::paper::making::{Cover, Edge, Seen, blank_for, finish};
use crate::paper::print::aside;
use crate::paper::{Printed, Voice};
use crate::{App, AppError, Scene, cards};

/// Cards that are read in one transaction.
const CHUNK: usize = 10;
/// Cards that are noted in one transaction.
const NOTED: usize = 50;

/// What of a card is read before it is drawn.
enum Read {
    Card(Box<Seen>),
    Blank(Box<Customer>),
}

impl App {
    /// Prints what was gathered; `on` hears how many are through and answers whether to go on.
    ///
    /// # Errors
    /// `print_run.stopped`, `export.not_allowed`, `file.storage`.
    pub(super) async fn work_run(
        &self,
        who: &Taker,
        gathered: &Gathered,
        voice: &Voice,
        on: impl Fn(usize) -> bool,
    ) -> Result<Printed, AppError> {
        let edge = self.read_as(who, Edge::read).await?;
        let (mut pages, mut through, mut gone) = (Pages::default(), 0, Vec::new());
        let mut enclosed = Vec::new();
        for items in gathered.items.chunks(CHUNK) {
            if !on(through) {
                return Err(Problem::conflict("print_run.stopped").into());
            }
            let (read, printed) = self.read_items(who, items).await?;
            gone.extend(printed);
            enclosed.extend(read.iter().filter_map(|one| match one {
                Read::Card(seen) => Some(seen.enclosed(&edge, voice)),
                Read::Blank(_) => None,
            }));
            let parts = (self.files.clone(), self.fonts.clone());
            let (edge, voice, form) = (edge.clone(), voice.clone(), gathered.form.clone());
            pages = aside(move || {
                for one in &read {
                    let paper = match one {
                        Read::Card(seen) => seen.paper(&parts.0, &edge, &voice)?,
                        Read::Blank(whose) => blank_for(&form, whose, &edge, &voice),
                    };
                    pages.append(lay_out(&[paper], &parts.1));
                }
                Ok(pages)
            })
            .await?;
            through += items.len();
        }
        self.note_run(who, &gathered.form, gone).await?;
        let (form, fonts) = (gathered.form.clone(), self.fonts.clone());
        let voice = voice.clone();
        let printed = aside(move || {
            let title = form.words_in(&edge.tag).title.clone();
            let id = format!("{}-run-{}", form.meta.key, edge.at);
            let mut cover = Cover::of(&voice, &edge, [title.clone(), title, id]);
            cover.enclosed = enclosed;
            finish(&pages, cover, &edge, &fonts)
        })
        .await?;
        on(through);
        Ok(printed)
    }

    /// What is there still to be read of these, and which of them that is.
    async fn read_items(
        &self,
        who: &Taker,
        items: &[Item],
    ) -> Result<(Vec<Read>, Vec<Item>), AppError> {
        let items = items.to_vec();
        self.read_as(who, move |tx, scene| {
            check_taker(&scene.actor)?;
            let (mut read, mut printed) = (Vec::new(), Vec::new());
            for item in items {
                let one = match &item {
                    Item::Card(id) => Seen::read(tx, scene, id).map(|s| Read::Card(Box::new(s))),
                    Item::Blank(whose) => {
                        leaving(tx, scene, &whose.id).map(|whose| Read::Blank(Box::new(whose)))
                    }
                };
                match one {
                    Ok(one) => {
                        read.push(one);
                        printed.push(item);
                    }
                    // What was taken away meanwhile is not printed.
                    Err(AppError::Problem(_)) => {}
                    Err(other) => return Err(other),
                }
            }
            Ok((read, printed))
        })
        .await
    }

    /// An audit row for each customer.
    async fn note_run(
        &self,
        who: &Taker,
        form: &Arc<Form>,
        gone: Vec<Item>,
    ) -> Result<(), AppError> {
        for items in gone.chunks(NOTED) {
            let (items, form) = (items.to_vec(), form.clone());
            let note = move |tx: &mut Tx, scene: &Scene| note(tx, scene, &form, &items);
            self.noting_as(who, note).await?;
        }
        Ok(())
    }
}

fn note(tx: &mut Tx, scene: &Scene, form: &Form, items: &[Item]) -> Result<(), AppError> {
    check_taker(&scene.actor)?;
    let mut draw = scene.moment.draw();
    for item in items {
        match item {
            Item::Card(id) => cards::print_drawing(tx, scene, &mut draw, id)?,
            Item::Blank(whose) => {
                let whose = leaving(tx, scene, &whose.id)?;
                let deed = Deed {
                    action: "customer.blank_print",
                    object: ("customer", whose.id.as_str()),
                    class: Some(whose.class),
                    decision: "allowed",
                    fields: &[],
                    payload: Some(json!({ "form": form.meta.key, "version": form.meta.version })),
                };
                audit::record(tx, &mut draw, By::from(scene), &deed)?;
            }
        }
    }
    Ok(())
}
