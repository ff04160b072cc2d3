//! The form of a contact.

use kedang_core::CustomerId;
use kedang_core::contact::{Channel, Direction};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::typed::Typed;
use crate::components::{
    ChipsView, Choice, Chrome, FieldView, Kind, Papers, Span, chips, field, papers,
};
use crate::form::Refused;
use crate::said::{PAPER_MB, Said};

/// Scans of one contact at most, as the rule has it.
const FILES: usize = 20;

/// The fields; scans only where the dossier is known.
pub(super) fn fields(
    chrome: &Chrome<'_>,
    t: Tongue<'_>,
    typed: &Typed,
    dossier: Option<&CustomerId>,
    refused: &Refused<'_>,
) -> Markup {
    let contact = &typed.contact;
    let words = Channel::ALL.map(|channel| t.say(&format!("channel-{}", channel.key())));
    let channels: Vec<_> = Channel::ALL
        .iter()
        .zip(&words)
        .map(|(channel, label)| choice(channel.key(), label, &contact.channel))
        .collect();
    let ways = [Direction::In, Direction::Out];
    let words = ways.map(|way| t.say(&format!("direction-{}", way.key())));
    let ways: Vec<_> = ways
        .iter()
        .zip(&words)
        .map(|(way, label)| choice(way.key(), label, &contact.direction))
        .collect();
    let line = |view: FieldView<'_>, key: &str| {
        let (label, err) = (t.say(key), refused.of(view.name));
        field(&FieldView {
            label: &label,
            err: err.as_deref(),
            ..view
        })
    };
    let (what, with) = (
        t.say("contacts-summary_sample"),
        t.say("contacts-person_sample"),
    );
    html! {
        (chips(&ChipsView { name: "channel", legend: &t.say("contacts-channel"), many: false,
            choices: &channels, must: true, help: None, err: refused.of("channel").as_deref(),
            span: Span::TwoThirds }))
        (chips(&ChipsView { name: "direction", legend: &t.say("contacts-direction"), many: false,
            choices: &ways, must: false, help: Some(&t.say("contacts-direction_help")),
            err: refused.of("direction").as_deref(), span: Span::Third }))
        (line(FieldView { name: "happened_on", value: &contact.happened_on, kind: Kind::Date,
            must: true, span: Span::Third, ..FieldView::default() }, "contacts-day"))
        (line(FieldView { name: "person", value: &contact.person, max_len: Some(60),
            placeholder: Some(&with), span: Span::Third, ..FieldView::default() }, "contacts-person"))
        (line(FieldView { name: "number", value: &contact.number, max_len: Some(60),
            span: Span::Third, ..FieldView::default() }, "contacts-number"))
        (line(FieldView { name: "summary", value: &contact.summary, kind: Kind::Long,
            max_len: Some(2000), placeholder: Some(&what), ..FieldView::default() },
            "contacts-summary"))
        @if let Some(dossier) = dossier { (scans(chrome, t, typed, dossier, refused)) }
    }
}

fn choice<'a>(value: &'a str, label: &'a str, chosen: &str) -> Choice<'a> {
    Choice {
        value,
        label,
        on: value == chosen,
    }
}

fn scans(
    chrome: &Chrome<'_>,
    t: Tongue<'_>,
    typed: &Typed,
    dossier: &CustomerId,
    refused: &Refused<'_>,
) -> Markup {
    let (to, label) = (
        format!("/api/v1/customers/{dossier}/attachments"),
        t.say("contacts-scan"),
    );
    let files = typed.files.iter();
    let files: Vec<_> = files
        .map(|(id, name)| (id.as_str(), name.as_str()))
        .collect();
    let wrong = refused.of("files");
    let view = Papers {
        name: "scan",
        label: &label,
        to: &to,
        sensitive: false,
        max: FILES,
        limit: PAPER_MB,
        accept: "",
        files: &files,
        dropped: None,
        invalid: wrong.as_ref().map(|_| "true"),
        noted: None,
    };
    let said = Said::of(t, PAPER_MB);
    html! {
        fieldset class="field c12" {
            legend { (label) }
            (papers(chrome, &view, &said.words(), &html! {}))
            @if let Some(wrong) = wrong { span class="err" { (wrong) } }
        }
    }
}
