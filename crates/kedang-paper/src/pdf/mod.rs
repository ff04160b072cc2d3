//! Pages of ink as PDF/A-3a: searchable text, embedded subsets of the fonts, nothing that runs,
//! a structure for who hears the pages, and what they say as a file for programs.

mod hand;
mod page;
mod picture;
mod structure;
mod watermark;

use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};

use self::structure::Parts;
use crate::PaperFault;
use crate::fonts::Fonts;
use crate::imprint::{Enclosed, Imprint, Pdf};
use crate::pages::{A4, Pages};
use crate::paper::Ink;

/// Writes the pages.
///
/// # Errors
/// [`PaperFault::Picture`], [`PaperFault::NotArchival`].
pub fn write(pages: &Pages, imprint: &Imprint, fonts: &Fonts) -> Result<Pdf, PaperFault> {
    let not_archival = |why: &dyn std::fmt::Debug| PaperFault::NotArchival(format!("{why:?}"));
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .finish()
        .map_err(|error| not_archival(&error))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        enable_tagging: true,
        ..SerializeSettings::default()
    });
    document.set_metadata(metadata(imprint));
    for one in &imprint.enclosed {
        enclose(&mut document, one, imprint)?;
    }
    let mut parts = Parts::new(&imprint.alts);
    let mut marks = watermark::Marks::new(&pages.marks);
    for ink in &pages.pages {
        let size = PageSettings::from_wh(A4.0, A4.1)
            .ok_or_else(|| PaperFault::NotArchival("no page".to_owned()))?;
        let mut page = document.start_page_with(size);
        let mut surface = page.surface();
        page::draw(&mut surface, ink, (&mut marks, &mut parts), fonts)?;
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(parts.tree(imprint));
    let bytes = document.finish().map_err(|error| not_archival(&error))?;
    Ok(Pdf {
        bytes,
        pages: pages.count(),
        missing: pages.missing().clone(),
    })
}

fn enclose(document: &mut Document, one: &Enclosed, imprint: &Imprint) -> Result<(), PaperFault> {
    let file = EmbeddedFile {
        path: one.name.clone(),
        mime_type: MimeType::new("application/json"),
        description: Some(one.description.clone()),
        association_kind: AssociationKind::Data,
        data: one.json.clone().into_bytes().into(),
        modification_date: Some(date(imprint)),
        compress: Some(true),
        location: None,
    };
    let twice = || PaperFault::NotArchival(format!("{} is enclosed twice", one.name));
    document.embed_file(file).ok_or_else(twice)
}

fn date(imprint: &Imprint) -> DateTime {
    let [year, month, day, hour, minute, second] = imprint.at;
    let small = |n: u16| u8::try_from(n).unwrap_or(0);
    let hours = i8::try_from(imprint.offset / 60).unwrap_or(0);
    DateTime::new(year)
        .month(small(month))
        .day(small(day))
        .hour(small(hour))
        .minute(small(minute))
        .second(small(second))
        .utc_offset_hour(hours)
        .utc_offset_minute(u8::try_from(imprint.offset.abs() % 60).unwrap_or(0))
}

fn metadata(imprint: &Imprint) -> Metadata {
    Metadata::new()
        .title(imprint.title.clone())
        .language(imprint.language.clone())
        .creator("Kedang".to_owned())
        .authors(vec![imprint.author.clone()])
        .creation_date(date(imprint))
        .document_id(imprint.id.clone())
}

/// Colour of an ink. Everything has one colour space, so that one output intent covers it.
fn colour(ink: Ink) -> krilla::color::rgb::Color {
    match ink {
        Ink::Print => krilla::color::rgb::Color::new(17, 17, 17),
        Ink::Pen => krilla::color::rgb::Color::new(22, 48, 95),
        Ink::Quiet => krilla::color::rgb::Color::new(96, 96, 96),
    }
}
