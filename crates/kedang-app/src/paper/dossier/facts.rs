//! The customer itself, the persons around it, what changed.

use kedang_core::person::{PersonInDossier, weight};
use kedang_paper::{Align, Block, Inline};

use super::part::Part;
use super::ruled::{pairs, pen, table};
use super::{Bound, Chapter};
use crate::customers::answered;
use crate::paper::sheet::style::mm;

pub(super) fn chapter(bound: &Bound<'_>, part: &Part<'_>) -> Chapter {
    let title = part.say("customer-facts");
    let mut blocks = part.heading(title.clone()).to_vec();
    blocks.push(pairs(&facts(bound, part)));
    let persons = &bound.dossier.persons;
    if !persons.is_empty() {
        blocks.push(Block::Gap(mm(6.0)));
        blocks.extend(part.heading(part.say("customer-persons")));
        blocks.push(table(
            &person_columns(part),
            persons.iter().map(|one| person(part, one)).collect(),
        ));
    }
    let changes = &bound.dossier.changes;
    if !changes.is_empty() {
        blocks.push(Block::Gap(mm(6.0)));
        blocks.extend(part.heading(part.say("changes-title")));
        blocks.push(changed(bound, part));
    }
    Chapter {
        note: bound.dossier.customer.code.clone(),
        paper: part.paper(blocks),
        title,
    }
}

fn facts(bound: &Bound<'_>, part: &Part<'_>) -> Vec<(String, String)> {
    let (customer, edge) = (&bound.dossier.customer, bound.edge);
    let parties = customer.parties();
    let parties = parties
        .iter()
        .map(|one| part.say(&format!("party-{}", one.key())));
    let mut all = vec![
        (part.say("customers-name"), customer.name.clone()),
        (
            part.say("customer_new-kind"),
            part.say(&format!("kind-{}", customer.kind)),
        ),
        (
            part.say("customers-stage"),
            part.say(&format!("stage-{}", customer.stage)),
        ),
        (part.say("customers-how_met"), customer.how_met.clone()),
    ];
    let types = parties.collect::<Vec<_>>().join("\u{3001}");
    if !types.is_empty() {
        all.push((part.say("customer_edit-types"), types));
    }
    let names = bound.dossier.co_owners.iter().map(|one| one.name.as_str());
    let names = names.collect::<Vec<_>>().join("\u{3001}");
    if !names.is_empty() {
        all.push((part.say("customers-co_owners"), names));
    }
    all.extend(answered(customer).map(|(field, value)| {
        let said = match field {
            "sex" => part.say(&format!("sex-{value}")),
            _ => value.to_owned(),
        };
        (part.say(&format!("field-{field}")), said)
    }));
    all.push((
        part.say("customers-updated"),
        customer.updated_at.local(&edge.zone),
    ));
    all
}

fn person_columns(part: &Part<'_>) -> [(String, f32, Align); 5] {
    [
        ("person-relation", 270.0),
        ("person-name", 160.0),
        ("person-title", 190.0),
        ("person-phone", 190.0),
        ("person-mobile", 190.0),
    ]
    .map(|(key, width)| (part.say(key), width, Align::Left))
}

fn person(part: &Part<'_>, one: &PersonInDossier) -> Vec<Inline> {
    let own = |value: &Option<String>| pen(value.clone().unwrap_or_default());
    let relation = match (one.rank, one.kinship.as_deref()) {
        (Some(rank), _) => {
            let weight = weight(rank).unwrap_or(0).to_string();
            part.with(&format!("rank-{rank}"), &[("weight", &weight)])
        }
        (None, Some(kinship)) => kinship.to_owned(),
        (None, None) => part.say("person-contact"),
    };
    vec![
        pen(relation),
        pen(one.name.clone()),
        own(&one.title),
        own(&one.phone),
        own(&one.mobile),
    ]
}

/// 变动: since when, what, from what to what, on what proof.
fn changed(bound: &Bound<'_>, part: &Part<'_>) -> Block {
    let columns = [
        ("changes-effective_on", 130.0),
        ("changes-kind", 170.0),
        ("changes-what", 430.0),
        ("changes-proof", 270.0),
    ]
    .map(|(key, width)| (part.say(key), width, Align::Left));
    let rows = bound.dossier.changes.iter().map(|one| {
        let values = [&one.before, &one.after].map(|value| value.as_deref().unwrap_or("\u{2014}"));
        let what = match (&one.before, &one.after) {
            (None, None) => String::new(),
            _ => values.join(" \u{2192} "),
        };
        let note = one.note.as_deref().unwrap_or_default();
        let what = [what.as_str(), note]
            .into_iter()
            .filter(|text| !text.is_empty());
        vec![
            pen(one.effective_on.clone()),
            pen(part.say(&format!("change-{}", one.kind))),
            pen(what.collect::<Vec<_>>().join("\n")),
            pen(one.proof.clone()),
        ]
    });
    table(&columns, rows.collect())
}
