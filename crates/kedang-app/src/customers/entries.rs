//! What of a customer can be searched, and how it is kept beside the tokens.

use kedang_core::customer::{Customer, CustomerKind, Details};
use kedang_core::person::PersonInDossier;
use kedang_text::{Entry, Field};

/// Fields and the letter by which each is kept. Letters are stored: never reuse one.
const LETTERS: &[(Field, char)] = &[
    (Field::Name, 'N'),
    (Field::FormerName, 'F'),
    (Field::ShortName, 'S'),
    (Field::Person, 'P'),
    (Field::Company, 'O'),
    (Field::Code, 'C'),
    (Field::Uscc, 'U'),
    (Field::Phone, 'T'),
    (Field::Email, 'E'),
    (Field::Handle, 'H'),
    (Field::Address, 'A'),
    (Field::Other, 'X'),
];

/// Which plain field is searched as what.
const DETAILS: &[(&str, Field)] = &[
    ("short_name", Field::ShortName),
    ("employer", Field::Company),
    ("legal_representative", Field::Person),
    ("contact", Field::Person),
    ("mobile", Field::Phone),
    ("phone", Field::Phone),
    ("fax", Field::Phone),
    ("email", Field::Email),
    ("wechat", Field::Handle),
    ("uscc", Field::Uscc),
    ("address", Field::Address),
    ("note", Field::Other),
];

/// The searchable texts of a customer, most telling first.
pub(super) fn entries<'a>(
    customer: &'a Customer,
    former: &'a [String],
    persons: &'a [PersonInDossier],
) -> Vec<Entry<'a>> {
    let person = customer.kind == CustomerKind::Individual.key();
    let mut entries = vec![
        Entry {
            field: Field::Name,
            person,
            text: &customer.name,
        },
        Entry {
            field: Field::Code,
            person: false,
            text: &customer.code,
        },
    ];
    entries.extend(former.iter().map(|name| Entry {
        field: Field::FormerName,
        person,
        text: name,
    }));
    entries.extend(details(&customer.details));
    for who in persons {
        entries.push(Entry {
            field: Field::Person,
            person: true,
            text: &who.name,
        });
        for number in [&who.phone, &who.mobile].into_iter().flatten() {
            entries.push(Entry {
                field: Field::Phone,
                person: false,
                text: number,
            });
        }
    }
    entries
}

fn details(details: &Details) -> impl Iterator<Item = Entry<'_>> {
    DETAILS.iter().filter_map(|(name, field)| {
        let person = *field == Field::Person;
        Some(Entry {
            field: *field,
            person,
            text: details.get(name)?,
        })
    })
}

/// The entries as kept in the index: a line each, `letter`, `1` for a person's name, the text.
pub(super) fn write(entries: &[Entry]) -> String {
    let mut kept = String::with_capacity(entries.len() * 24);
    for entry in entries {
        let letter = LETTERS.iter().find(|(field, _)| *field == entry.field);
        let Some((_, letter)) = letter else { continue };
        kept.push(*letter);
        kept.push(if entry.person { '1' } else { '0' });
        kept.extend(entry.text.chars().map(|c| if c == '\n' { ' ' } else { c }));
        kept.push('\n');
    }
    kept
}

/// Reads them back.
pub(super) fn read(kept: &str) -> Vec<Entry<'_>> {
    kept.lines()
        .filter_map(|line| {
            let mut chars = line.chars();
            let letter = chars.next()?;
            let person = chars.next()? == '1';
            let (field, _) = LETTERS.iter().find(|(_, known)| *known == letter)?;
            Some(Entry {
                field: *field,
                person,
                text: chars.as_str(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_back() {
        let entries = [
            Entry {
                field: Field::Name,
                person: true,
                text: "王雪",
            },
            Entry {
                field: Field::Other,
                person: false,
                text: "两行\n备注",
            },
            Entry {
                field: Field::Phone,
                person: false,
                text: "",
            },
        ];
        let kept = write(&entries);
        let back: Vec<_> = read(&kept)
            .iter()
            .map(|e| (e.field, e.person, e.text))
            .collect();
        assert_eq!(
            back,
            [
                (Field::Name, true, "王雪"),
                (Field::Other, false, "两行 备注"),
                (Field::Phone, false, "")
            ]
        );
        assert!(read("?0x\n\nN").is_empty());
    }
}
