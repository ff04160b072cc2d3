//! From what was read to the bytes of a PDF, on a thread that may wait.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use kedang_files::Files;
use kedang_paper::{Enclosed, Fonts, Imprint, Pages, Paper, PaperFault, lay_out, write};
use kedang_store::Tx;

use super::answers::enclosed;
use super::pictures::{self, Pictures};
use super::sheet::{Sheet, compose};
use super::{Printed, Voice, records};
use crate::cards::{self, CardView, Rows};
use crate::forms::Form;
use crate::{AppError, Scene, company};
use kedang_core::CardId;
use kedang_core::customer::Customer;

/// Who prints, when, for whom: what stands at the edge of every page.
#[derive(Debug, Clone)]
pub(super) struct Edge {
    pub(super) company: String,
    pub(super) reader: String,
    /// The language of the reader's pages.
    pub(super) tag: String,
    /// µs.
    pub(super) at: i64,
    pub(super) zone: TimeZone,
}

impl Edge {
    pub(super) fn read(tx: &mut Tx, scene: &Scene) -> Result<Self, AppError> {
        Ok(Self {
            company: company::read(tx)?.name,
            reader: scene.actor.name.clone(),
            tag: scene.look.language.clone(),
            at: scene.moment.at(),
            zone: scene.house.zone.clone(),
        })
    }
}

/// A card as its reader may see it, with all that its pages show.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) view: CardView,
    pub(super) records: BTreeMap<String, Rows>,
    pub(super) wanted: BTreeMap<String, String>,
}

impl Seen {
    /// # Errors
    /// `card.not_found`.
    pub(super) fn read(tx: &mut Tx, scene: &Scene, id: &CardId) -> Result<Self, AppError> {
        let view = cards::show(tx, scene, id)?;
        let records = records(tx, scene, &view)?;
        let wanted = pictures::wanted(tx, scene, &view, &records)?;
        Ok(Self {
            view,
            records,
            wanted,
        })
    }

    /// Its pages. Blocks.
    pub(super) fn paper(
        &self,
        files: &Files,
        edge: &Edge,
        voice: &Voice,
    ) -> Result<Paper, AppError> {
        self.part(None, files, edge, voice)
    }

    /// The pages of one part of it, or of all. Blocks.
    pub(super) fn part(
        &self,
        part: Option<&str>,
        files: &Files,
        edge: &Edge,
        voice: &Voice,
    ) -> Result<Paper, AppError> {
        let pictures = pictures::read(files, &self.wanted)?;
        let sheet = Sheet::new(&self.view.form, voice, edge, &pictures);
        Ok(compose(&sheet.filled(&self.view, &self.records).only(part)))
    }
}

impl Seen {
    /// What its pages say, as a file.
    pub(super) fn enclosed(&self, edge: &Edge, voice: &Voice) -> Enclosed {
        let said = voice.speak(&edge.tag, "paper-answers", &[]);
        enclosed(&self.view, &self.records, said)
    }
}

/// The pages of a blank form.
pub(super) fn blank(form: &Form, edge: &Edge, voice: &Voice) -> Paper {
    compose(&Sheet::new(form, voice, edge, &Pictures::new()))
}

/// The pages of a blank form with the name of a customer on it.
pub(super) fn blank_for(form: &Form, whose: &Customer, edge: &Edge, voice: &Voice) -> Paper {
    let pictures = Pictures::new();
    compose(&Sheet::new(form, voice, edge, &pictures).named(whose))
}

/// Whose PDF it is.
#[derive(Debug, Clone)]
pub(super) struct Cover {
    pub(super) title: String,
    pub(super) name: String,
    /// What tells this document from every other.
    pub(super) id: String,
    /// What is said of a picture and of a signature.
    pub(super) alts: [String; 2],
    /// What goes with the pages.
    pub(super) enclosed: Vec<Enclosed>,
}

impl Cover {
    /// Of pages with nothing enclosed.
    pub(super) fn of(voice: &Voice, edge: &Edge, [title, name, id]: [String; 3]) -> Self {
        let say = |key: &str| voice.speak(&edge.tag, key, &[]);
        Self {
            alts: [say("paper-alt_picture"), say("paper-alt_hand")],
            enclosed: Vec::new(),
            title,
            name,
            id,
        }
    }
}

/// The papers as one PDF, numbered through. Blocks.
pub(super) fn make(
    papers: &[Paper],
    cover: Cover,
    edge: &Edge,
    fonts: &Fonts,
) -> Result<Printed, AppError> {
    finish(&lay_out(papers, fonts), cover, edge, fonts)
}

/// Pages as a PDF. Blocks.
pub(super) fn finish(
    pages: &Pages,
    cover: Cover,
    edge: &Edge,
    fonts: &Fonts,
) -> Result<Printed, AppError> {
    let imprint = imprint(&cover, edge);
    let pdf = write(pages, &imprint, fonts).map_err(|fault| lost(&fault))?;
    Ok(Printed {
        name: cover.name,
        pdf: pdf.bytes,
        pages: pdf.pages,
        missing: pdf.missing.into_iter().collect(),
    })
}

fn imprint(cover: &Cover, edge: &Edge) -> Imprint {
    let at = Timestamp::from_microsecond(edge.at).unwrap_or_default();
    let at = at.to_zoned_datetime(edge.zone.clone());
    let small = |n: i8| u16::from(n.unsigned_abs());
    Imprint {
        title: cover.title.clone(),
        author: edge.company.clone(),
        language: edge.tag.clone(),
        at: [
            at.year().unsigned_abs(),
            small(at.month()),
            small(at.day()),
            small(at.hour()),
            small(at.minute()),
            small(at.second()),
        ],
        offset: at.offset().seconds() / 60,
        id: cover.id.clone(),
        alts: cover.alts.clone(),
        enclosed: cover.enclosed.clone(),
    }
}

pub(super) fn lost(fault: &PaperFault) -> AppError {
    AppError::Internal(fault.to_string())
}

/// The faces, opened when the program starts.
pub(crate) fn fonts() -> Result<Arc<Fonts>, AppError> {
    Ok(Arc::new(Fonts::open().map_err(|fault| lost(&fault))?))
}
