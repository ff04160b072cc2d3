//! Which fields and sections stand elsewhere on the screen.

use crate::form::Form;
use crate::layout::Section;

/// Something that stands elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moved {
    /// A field went to another section.
    Field {
        /// Its key.
        key: String,
        /// Key of the section it stood in.
        from: String,
        /// Key of the section it stands in.
        to: String,
    },
    /// Fields of a section that stayed changed their order; its key.
    Order(String),
    /// A section is new; its key.
    NewSection(String),
    /// A section is gone; its key.
    GoneSection(String),
    /// Sections changed their order.
    Sections,
}

/// What stands elsewhere on the screen of the new version.
#[must_use]
pub fn diff_places(old: &Form, new: &Form) -> Vec<Moved> {
    let (then, now) = (&old.layout.section, &new.layout.section);
    let mut moves = Vec::new();
    for section in now {
        let Some(held) = then.iter().find(|s| s.key == section.key) else {
            moves.push(Moved::NewSection(section.key.clone()));
            continue;
        };
        if common(held, section) != common(section, held) {
            moves.push(Moved::Order(section.key.clone()));
        }
    }
    let gone = then.iter().filter(|s| !now.iter().any(|n| n.key == s.key));
    moves.extend(gone.map(|s| Moved::GoneSection(s.key.clone())));
    let order = |all: &[Section], others: &[Section]| {
        let kept = all.iter().filter(|s| others.iter().any(|o| o.key == s.key));
        kept.map(|s| s.key.clone()).collect::<Vec<_>>()
    };
    if order(then, now) != order(now, then) {
        moves.push(Moved::Sections);
    }
    for section in now {
        for placed in &section.fields {
            let from = then.iter().find(|s| holds(s, &placed.field));
            if let Some(from) = from.filter(|from| from.key != section.key) {
                moves.push(Moved::Field {
                    key: placed.field.clone(),
                    from: from.key.clone(),
                    to: section.key.clone(),
                });
            }
        }
    }
    moves
}

fn holds(section: &Section, key: &str) -> bool {
    section.fields.iter().any(|placed| placed.field == key)
}

/// The fields of a section that another one has too, in order.
fn common<'a>(section: &'a Section, other: &Section) -> Vec<&'a str> {
    let keys = section.fields.iter().map(|placed| placed.field.as_str());
    keys.filter(|key| holds(other, key)).collect()
}
