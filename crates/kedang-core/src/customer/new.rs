//! Quick-create: a 户头 in seconds, from a name and how it was met (D02-4).

use super::{CustomerKind, Details};
use crate::entry::Entry;
use crate::problem::Problem;

/// What was typed, as it came.
#[derive(Debug, Clone, Default)]
pub struct NewCustomer {
    /// 客户名称.
    pub name: String,
    /// `individual` or `organization`.
    pub kind: String,
    /// 如何认识: the source of the contact.
    pub how_met: String,
    /// The plain fields.
    pub details: Details,
}

/// What holds of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// 1 to 120 characters, trimmed.
    pub name: String,
    /// Individual or organization.
    pub kind: CustomerKind,
    /// 1 to 200 characters.
    pub how_met: String,
    /// The plain fields, each of which holds.
    pub details: Details,
}

impl NewCustomer {
    /// Checks every field and reports all that do not hold. `today` is the company's date.
    ///
    /// # Errors
    /// `customer.invalid` with one entry per field.
    pub fn check(&self, today: &str) -> Result<Checked, Problem> {
        let mut entry = Entry::new();
        let name = entry.required("name", &self.name, 120, "customer.name_missing");
        let kind = CustomerKind::from_key(self.kind.trim());
        if kind.is_none() {
            entry.refuse("kind", "customer.kind_missing");
        }
        let how_met = entry.required("how_met", &self.how_met, 200, "customer.how_met_missing");
        let details = self.details.check(&mut entry, today);
        match (name, kind, how_met) {
            (Some(name), Some(kind), Some(how_met)) if entry.holds() => Ok(Checked {
                name,
                kind,
                how_met,
                details,
            }),
            _ => Err(entry.refusal("customer.invalid")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-25";

    fn typed(details: &[(&str, &str)]) -> NewCustomer {
        let mut new = NewCustomer {
            name: "甲".to_owned(),
            kind: "organization".to_owned(),
            how_met: "展会".to_owned(),
            ..NewCustomer::default()
        };
        for (field, value) in details {
            assert!(new.details.set(field, Some((*value).to_owned())), "{field}");
        }
        new
    }

    #[test]
    fn what_is_missing_is_named() {
        let problem = NewCustomer::default().check(TODAY).expect_err("refused");
        let got: Vec<_> = problem
            .fields
            .iter()
            .map(|f| (f.field.as_str(), f.code))
            .collect();
        let expected = [
            ("name", "customer.name_missing"),
            ("kind", "customer.kind_missing"),
            ("how_met", "customer.how_met_missing"),
        ];
        assert_eq!(got, expected);
    }

    #[test]
    fn each_bad_field_is_named() {
        for (field, value, code) in [
            ("mobile", "1381234567", "customer.mobile_wrong"),
            ("uscc", "91350100M000100Y4", "customer.uscc_length"),
            ("uscc", "91350100M000100Y44", "customer.uscc_check"),
            ("uscc", "91350100M000100O43", "customer.uscc_character"),
            ("sex", "x", "customer.sex_wrong"),
            ("grade", "E", "customer.grade_wrong"),
            ("birth", "1985-02-30", "customer.birth_wrong"),
            ("birth", "2026-11-26", "customer.birth_future"),
            ("postcode", "10000", "customer.postcode_wrong"),
            ("registered_capital", "500", "customer.capital_unit"),
            ("registered_capital", "五百万元", "customer.capital_wrong"),
            ("email", "a@b", "customer.email_wrong"),
            ("address", "甲\u{7}", "entry.control_character"),
            ("short_name", &"名".repeat(61), "entry.too_long"),
        ] {
            let problem = typed(&[(field, value)]).check(TODAY).expect_err("refused");
            let got: Vec<_> = problem
                .fields
                .iter()
                .map(|f| (f.field.as_str(), f.code))
                .collect();
            assert_eq!(got, [(field, code)], "{value}");
        }
    }

    #[test]
    fn what_holds_comes_back_in_its_plain_form() {
        let new = typed(&[
            ("mobile", "+86 139 1234 5678"),
            ("grade", "b"),
            ("postcode", "215100"),
        ]);
        let details = new.check(TODAY).expect("holds").details;
        assert_eq!(details.mobile.as_deref(), Some("13912345678"));
        assert_eq!(details.grade.as_deref(), Some("B"));
        assert_eq!(details.get("postcode"), Some("215100"));
    }
}
