//! A dossier without cards, as pages.

use jiff::tz::TimeZone;
use kedang_core::contact::{Channel, Contact, Direction};
use kedang_core::customer::{Customer, Details, Named};
use kedang_core::{ContactId, CustomerId, Instant};
use kedang_paper::Fonts;

use super::{Bound, pages};
use crate::dossiers::Dossier;
use crate::paper::Voice;
use crate::paper::making::Edge;

fn named(name: &str) -> Named {
    Named {
        id: name.to_owned(),
        name: name.to_owned(),
    }
}

fn talk(n: usize) -> Contact {
    Contact {
        id: ContactId::trusted(format!("t{n}")),
        customer_id: CustomerId::trusted("c".to_owned()),
        channel: Channel::Visit,
        direction: Direction::Out,
        number: None,
        happened_on: "2026-11-24".to_owned(),
        person: None,
        summary: Some(format!("看样{n}")),
        files: Vec::new(),
        author: named("宋清扬"),
        created_at: Instant(0),
        version: 1,
    }
}

fn dossier(talks: usize) -> Dossier {
    Dossier {
        company: "恒矩集团".to_owned(),
        taken_by: "白晗".to_owned(),
        taken_at: Instant(0),
        reference_code: Some("A-2026-001".to_owned()),
        customer: Customer {
            id: CustomerId::trusted("c".to_owned()),
            code: "KH-00001".to_owned(),
            kind: "individual".to_owned(),
            name: "温絮宁".to_owned(),
            how_met: "展会".to_owned(),
            stage: "active".to_owned(),
            types: Vec::new(),
            details: Details::default(),
            class: 1,
            owner: Some(named("宋清扬")),
            department: named("销售部"),
            created_at: Instant(0),
            updated_at: Instant(0),
            version: 1,
        },
        co_owners: Vec::new(),
        persons: Vec::new(),
        stages: Vec::new(),
        changes: Vec::new(),
        cards: Vec::new(),
        contacts: (0..talks).map(talk).collect(),
        attachments: Vec::new(),
        hidden: 2,
        events: Vec::new(),
    }
}

fn text(dossier: &Dossier) -> Vec<String> {
    let edge = Edge {
        company: dossier.company.clone(),
        reader: "白晗".to_owned(),
        tag: "zh-CN".to_owned(),
        at: 0,
        zone: TimeZone::UTC,
    };
    let said = |_: &str, key: &str, args: &[(&str, &str)]| {
        let args: Vec<_> = args.iter().map(|(_, value)| *value).collect();
        [&[key], args.as_slice()].concat().join("=")
    };
    let bound = Bound {
        dossier,
        pictures: &[],
        edge: &edge,
        voice: &Voice::new(said),
    };
    pages(&bound, &Fonts::alone().unwrap()).text()
}

#[test]
fn the_cover_names_the_page_of_each_part() {
    // Three pages of talks lie between the facts and what is enclosed.
    let pages = text(&dossier(80));
    let of = |word: &str| {
        let found = pages.iter().skip(1).position(|page| page.starts_with(word));
        found.expect("its page") + 2
    };
    let cover = &pages[0];
    for part in ["customer-facts", "contacts-title", "attachments-title"] {
        let line = cover.lines().find(|line| line.contains(part));
        let line = line.unwrap_or_else(|| panic!("{part} in {cover}"));
        let page = of(part).to_string();
        assert_eq!(line.split(' ').next_back(), Some(page.as_str()), "{line}");
    }
    assert!(
        of("attachments-title") > of("contacts-title") + 1,
        "{pages:?}"
    );
    for word in ["A-2026-001", "class-1", "温絮宁", "KH-00001"] {
        assert!(cover.contains(word), "{word} in {cover}");
    }
    let last = pages.last().unwrap();
    assert!(last.contains("attachments-hidden=2"), "{last}");
    for (nth, page) in pages.iter().enumerate() {
        let number = format!("{} / {}", nth + 1, pages.len());
        assert!(
            page.contains(&number) && page.contains("paper-inner"),
            "{page}"
        );
        assert!(page.contains("白晗"), "who took it out: {page}");
    }
}

#[test]
fn what_nobody_wrote_has_no_page() {
    let nothing = Dossier {
        hidden: 0,
        ..dossier(0)
    };
    assert_eq!(text(&nothing).len(), 2, "the cover and the customer");
}
