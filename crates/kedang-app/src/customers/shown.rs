//! What stands in a column of a list: the same on a page, on paper and in a file.

use std::borrow::Cow;

use jiff::tz::TimeZone;
use kedang_core::customer::Customer;
use kedang_core::instant::Instant;
use kedang_core::listing::Column;

use super::Listed;

/// What stands in a cell; the faces put words and hours to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown<'a> {
    /// Said as it is; empty where nothing is answered.
    Text(Cow<'a, str>),
    /// A key of the catalogue.
    Word(String),
    /// A moment.
    Time(Instant),
}

impl Shown<'_> {
    /// The cell as a text, in the words that `say` has for a key and by the hours of `zone`.
    pub fn said(&self, say: impl Fn(&str) -> String, zone: &TimeZone) -> String {
        match self {
            Self::Text(text) => text.clone().into_owned(),
            Self::Word(key) => say(key),
            Self::Time(at) => at.local(zone),
        }
    }
}

impl Listed {
    /// What stands in `column`. 序号 is not of the row but of its place, and so empty.
    #[must_use]
    pub fn shown(&self, column: Column) -> Shown<'_> {
        let (customer, person) = (&self.customer, self.person.as_ref());
        let plain = &customer.details;
        match column {
            Column::Number => text(""),
            Column::Name => text(&customer.name),
            Column::Code => text(&customer.code),
            Column::Kind => Shown::Word(format!("kind-{}", customer.kind)),
            Column::Stage => Shown::Word(format!("stage-{}", customer.stage)),
            Column::Owner => match &customer.owner {
                Some(owner) => text(&owner.name),
                None => Shown::Word("customers-nobody".to_owned()),
            },
            Column::Department => text(&customer.department.name),
            Column::HowMet => text(&customer.how_met),
            Column::Files => Shown::Text(Cow::Owned(self.files.join("\u{3001}"))),
            Column::Person => known(person.map_or(plain.contact.as_deref(), |p| Some(&p.name))),
            Column::PersonTitle => known(person.and_then(|p| p.title.as_deref())),
            Column::PersonPhone => {
                let own = person.and_then(|p| p.mobile.as_deref().or(p.phone.as_deref()));
                known(own.or(plain.mobile.as_deref()).or(plain.phone.as_deref()))
            }
            Column::Place => Shown::Text(Cow::Owned(address(customer))),
            Column::Created => Shown::Time(customer.created_at),
            Column::Updated => Shown::Time(customer.updated_at),
            Column::Detail("sex") => match &plain.sex {
                Some(sex) => Shown::Word(format!("sex-{sex}")),
                None => text(""),
            },
            Column::Detail(field) => known(plain.get(field)),
        }
    }
}

fn text(text: &str) -> Shown<'_> {
    Shown::Text(Cow::Borrowed(text))
}

fn known(known: Option<&str>) -> Shown<'_> {
    text(known.unwrap_or(""))
}

/// Province, city, district and address in one, without saying twice what the address begins with.
pub(super) fn address(customer: &Customer) -> String {
    let plain = &customer.details;
    let street = plain.address.as_deref().unwrap_or("");
    let mut place = String::new();
    for part in [&plain.province, &plain.city, &plain.district]
        .into_iter()
        .flatten()
    {
        if !street.contains(part.as_str()) && !place.ends_with(part.as_str()) {
            place.push_str(part);
        }
    }
    place.push_str(street);
    place
}
