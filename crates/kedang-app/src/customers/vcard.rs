//! A customer as an electronic business card, for a telephone's address book.

use kedang_core::customer::Customer;
use kedang_core::person::PersonInDossier;
use kedang_core::{CustomerId, Problem};
use kedang_sheet::write::vcard::{self, Contact, Place, Tel, Version};
use kedang_store::{Tx, persons};
use kedang_text::parted;
use serde_json::json;

use super::{check_taker, leaving};
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Whose card.
#[derive(Debug, Clone)]
pub struct TakeCard {
    /// The customer.
    pub customer: CustomerId,
    /// `3.0` or `4.0`; 3.0 where none is asked for, since it is what phones here read.
    pub version: Option<String>,
}

/// A card that may be handed out.
#[derive(Debug, Clone)]
pub struct TakenCard {
    /// The customer's name.
    pub name: String,
    /// The card, of an organization with one more for each of its persons.
    pub text: String,
}

/// Writes the card and notes that it went out.
///
/// # Errors
/// `export.not_allowed`, `export.not_this`, `export.vcard_wrong`, `customer.not_found`.
pub fn vcard(tx: &mut Tx, scene: &Scene, ask: &TakeCard) -> Result<TakenCard, AppError> {
    check_taker(&scene.actor)?;
    let version = version(ask.version.as_deref())?;
    let customer = leaving(tx, scene, &ask.customer)?;
    let (text, people) = written(&customer, &persons::list(tx, &customer.id)?, version);
    let deed = Deed {
        action: "customer.vcard",
        object: ("customer", customer.id.as_str()),
        class: Some(customer.class),
        decision: "allowed",
        fields: &[],
        payload: Some(json!({ "persons": people })),
    };
    audit::record(tx, &mut scene.moment.draw(), By::from(scene), &deed)?;
    Ok(TakenCard {
        name: customer.name,
        text,
    })
}

/// The card of a customer and, of an organization, those of its persons; how many these are.
pub(super) fn written(
    customer: &Customer,
    around: &[PersonInDossier],
    version: Version,
) -> (String, usize) {
    let mut text = String::new();
    vcard::write(&mut text, &contact(customer), version);
    let mut people = 0;
    if customer.kind == "organization" {
        for person in around.iter().filter(|one| one.relation != "family") {
            people += 1;
            vcard::write(&mut text, &of_person(customer, person), version);
        }
    }
    (text, people)
}

fn version(asked: Option<&str>) -> Result<Version, Problem> {
    match asked.unwrap_or("3.0") {
        "3.0" => Ok(Version::V3),
        "4.0" => Ok(Version::V4),
        _ => Err(Problem::invalid("export.vcard_wrong").field("version", "export.vcard_wrong")),
    }
}

fn contact(customer: &Customer) -> Contact {
    let plain = &customer.details;
    let own = |value: &Option<String>| value.clone().unwrap_or_default();
    let person = customer.kind == "individual";
    let (surname, given) = if person {
        parted(&customer.name)
    } else {
        ("", "")
    };
    let place = Place {
        province: own(&plain.province),
        city: own(&plain.city),
        street: own(&plain.district) + &own(&plain.address),
        postcode: own(&plain.postcode),
    };
    Contact {
        uid: format!("urn:uuid:{}", customer.id),
        name: customer.name.clone(),
        parted: (surname.to_owned(), given.to_owned()),
        org: if person {
            own(&plain.employer)
        } else {
            customer.name.clone()
        },
        title: own(&plain.occupation),
        tels: tels([
            (Tel::Cell, &plain.mobile),
            (Tel::Work, &plain.phone),
            (Tel::Fax, &plain.fax),
        ]),
        email: own(&plain.email),
        place,
        birth: own(&plain.birth),
        // What somebody wrote about the customer is for the house alone.
        note: customer.code.clone(),
    }
}

fn of_person(customer: &Customer, person: &PersonInDossier) -> Contact {
    let (surname, given) = parted(&person.name);
    Contact {
        uid: format!("urn:uuid:{}", person.id),
        name: person.name.clone(),
        parted: (surname.to_owned(), given.to_owned()),
        org: customer.name.clone(),
        title: person.title.clone().unwrap_or_default(),
        tels: tels([(Tel::Cell, &person.mobile), (Tel::Work, &person.phone)]),
        note: customer.code.clone(),
        ..Contact::default()
    }
}

fn tels<const N: usize>(all: [(Tel, &Option<String>); N]) -> Vec<(Tel, String)> {
    let given = |(kind, number): (Tel, &Option<String>)| Some((kind, number.clone()?));
    all.into_iter().filter_map(given).collect()
}
