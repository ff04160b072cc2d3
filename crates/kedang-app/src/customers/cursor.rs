//! The place in a list, as handed to a caller and taken back.

use std::fmt::Write as _;

use kedang_core::listing::{By, Sort};
use kedang_core::{CustomerId, Problem};
use kedang_store::filter::{Key, Place};

/// Says where a row stands: the order, its value as hex, the id.
pub(super) fn write(place: &Place, sort: Sort) -> String {
    let mut cursor = String::from(letter(sort));
    match &place.key {
        Key::Time(at) => write!(cursor, "{at:x}"),
        Key::Text(text) => text
            .bytes()
            .try_for_each(|byte| write!(cursor, "{byte:02x}")),
    }
    // Writing into a String cannot fail.
    .unwrap_or_default();
    cursor.push('.');
    cursor.push_str(&place.id);
    cursor
}

/// Reads it back.
///
/// # Errors
/// `list.cursor_wrong`, also for the place in a list of another order.
pub(super) fn read(cursor: &str, sort: Sort) -> Result<Place, Problem> {
    let wrong = || Problem::invalid("list.cursor_wrong").field("cursor", "list.cursor_wrong");
    place(cursor, sort).ok_or_else(wrong)
}

fn place(cursor: &str, sort: Sort) -> Option<Place> {
    let (hex, id) = cursor.strip_prefix(letter(sort))?.split_once('.')?;
    let key = match sort.by {
        By::Updated | By::Created => Key::Time(i64::from_str_radix(hex, 16).ok()?),
        By::Name | By::Code => Key::Text(text(hex)?),
    };
    let id = CustomerId::parse(id).ok()?.as_str().to_owned();
    Some(Place { key, id })
}

fn text(hex: &str) -> Option<String> {
    let pairs = hex.as_bytes().chunks(2);
    let byte = |pair: &[u8]| match pair {
        [_, _] => u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok(),
        _ => None,
    };
    let text = String::from_utf8(pairs.map(byte).collect::<Option<_>>()?).ok()?;
    // What no database holds is no place in it (contract d).
    (!text.contains(char::is_control)).then_some(text)
}

/// Tells the orders apart.
fn letter(sort: Sort) -> &'static str {
    match (sort.by, sort.down) {
        (By::Updated, true) => "u",
        (By::Updated, false) => "U",
        (By::Name, true) => "n",
        (By::Name, false) => "N",
        (By::Code, true) => "c",
        (By::Code, false) => "C",
        (By::Created, true) => "d",
        (By::Created, false) => "D",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

    #[test]
    fn what_is_no_cursor_of_this_order_is_refused() {
        let time = Sort::default();
        let name = Sort {
            by: By::Name,
            down: false,
        };
        for bad in [
            "",
            "x",
            "u1.",
            &format!("u.{ID}"),
            &format!("ff.{ID}"),
            "u1.' or 1=1 --",
        ] {
            assert!(read(bad, time).is_err(), "{bad}");
        }
        for bad in ["Nf", "Nff", "N6", "Nzz", "N00"] {
            assert!(read(&format!("{bad}.{ID}"), name).is_err(), "{bad}");
        }
        assert!(read(&format!("u1.{ID}"), name).is_err());
        assert!(read(&format!("N61.{ID}"), name.turned()).is_err());
    }

    #[test]
    fn a_place_comes_back_as_it_was() {
        for by in By::ALL {
            for down in [false, true] {
                let key = match by {
                    By::Updated | By::Created => Key::Time(1_795_568_400_000_000),
                    By::Name | By::Code => Key::Text("{wang2王'%".to_owned()),
                };
                let place = Place {
                    key,
                    id: ID.to_owned(),
                };
                let sort = Sort { by, down };
                assert_eq!(read(&write(&place, sort), sort), Ok(place));
            }
        }
    }
}
