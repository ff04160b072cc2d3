//! Pages of ink as PDF/A-2u: searchable text, embedded subsets of the fonts, nothing that runs.

mod hand;
mod page;
mod picture;
mod watermark;

use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};

use crate::PaperFault;
use crate::fonts::Fonts;
use crate::imprint::{Imprint, Pdf};
use crate::pages::{A4, Pages};
use crate::paper::Ink;

/// Writes the pages.
///
/// # Errors
/// [`PaperFault::Picture`], [`PaperFault::NotArchival`].
pub fn write(pages: &Pages, imprint: &Imprint, fonts: &Fonts) -> Result<Pdf, PaperFault> {
    let not_archival = |why: &dyn std::fmt::Debug| PaperFault::NotArchival(format!("{why:?}"));
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_U)
        .finish()
        .map_err(|error| not_archival(&error))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        enable_tagging: false,
        ..SerializeSettings::default()
    });
    document.set_metadata(metadata(imprint));
    let mut marks = watermark::Marks::new(&pages.marks);
    for ink in &pages.pages {
        let size = PageSettings::from_wh(A4.0, A4.1)
            .ok_or_else(|| PaperFault::NotArchival("no page".to_owned()))?;
        let mut page = document.start_page_with(size);
        let mut surface = page.surface();
        page::draw(&mut surface, ink, &mut marks, fonts)?;
        surface.finish();
        page.finish();
    }
    let bytes = document.finish().map_err(|error| not_archival(&error))?;
    Ok(Pdf {
        bytes,
        pages: pages.count(),
        missing: pages.missing().clone(),
    })
}

fn metadata(imprint: &Imprint) -> Metadata {
    let [year, month, day, hour, minute, second] = imprint.at;
    let small = |n: u16| u8::try_from(n).unwrap_or(0);
    let hours = i8::try_from(imprint.offset / 60).unwrap_or(0);
    let date = DateTime::new(year)
        .month(small(month))
        .day(small(day))
        .hour(small(hour))
        .minute(small(minute))
        .second(small(second))
        .utc_offset_hour(hours)
        .utc_offset_minute(u8::try_from(imprint.offset.abs() % 60).unwrap_or(0));
    Metadata::new()
        .title(imprint.title.clone())
        .language(imprint.language.clone())
        .creator("Kedang".to_owned())
        .authors(vec![imprint.author.clone()])
        .creation_date(date)
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
