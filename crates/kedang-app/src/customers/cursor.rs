//! The place in a list, as handed to a caller and taken back.

use kedang_core::customer::Customer;
use kedang_core::{CustomerId, Problem};
use kedang_store::filter::Place;

/// Says where a row stands.
pub(super) fn write(customer: &Customer) -> String {
    format!("{:x}.{}", customer.updated_at.0, customer.id)
}

/// Reads it back.
pub(super) fn read(cursor: &str) -> Result<Place, Problem> {
    let wrong = || Problem::invalid("list.cursor_wrong").field("cursor", "list.cursor_wrong");
    let (time, id) = cursor.split_once('.').ok_or_else(wrong)?;
    let updated_at = i64::from_str_radix(time, 16).ok().ok_or_else(wrong)?;
    let id = CustomerId::parse(id).ok().ok_or_else(wrong)?;
    Ok(Place {
        updated_at,
        id: id.as_str().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_no_cursor_is_refused() {
        for bad in [
            "",
            "x",
            "1.",
            ".0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
            "1.' or 1=1 --",
        ] {
            assert!(super::read(bad).is_err(), "{bad}");
        }
        let place = super::read("ff.0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b").expect("a cursor");
        assert_eq!(place.updated_at, 255);
    }
}
