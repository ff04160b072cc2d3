//! Quick-create: a 户头 in seconds, from a name and how it was met (D02-4).

use super::CustomerKind;
use crate::entry::Entry;
use crate::identifiers::{self, UsccFault};
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
    /// 手机.
    pub mobile: String,
    /// 统一社会信用代码.
    pub uscc: String,
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
    /// 11 digits.
    pub mobile: Option<String>,
    /// 18 characters, check character verified.
    pub uscc: Option<String>,
}

impl NewCustomer {
    /// Checks every field and reports all that do not hold.
    ///
    /// # Errors
    /// `customer.invalid` with one entry per field.
    pub fn check(&self) -> Result<Checked, Problem> {
        let mut entry = Entry::new();
        let name = entry.required("name", &self.name, 120, "customer.name_missing");
        let kind = CustomerKind::from_key(self.kind.trim());
        if kind.is_none() {
            entry.refuse("kind", "customer.kind_missing");
        }
        let how_met = entry.required("how_met", &self.how_met, 200, "customer.how_met_missing");
        let mobile = self.mobile(&mut entry);
        let uscc = self.uscc(&mut entry);
        match (name, kind, how_met) {
            (Some(name), Some(kind), Some(how_met)) if entry.holds() => Ok(Checked {
                name,
                kind,
                how_met,
                mobile,
                uscc,
            }),
            _ => Err(entry.refusal("customer.invalid")),
        }
    }

    fn mobile(&self, entry: &mut Entry) -> Option<String> {
        let line = entry.line("mobile", &self.mobile, 40)?;
        let mobile = identifiers::mobile(&line);
        if mobile.is_none() {
            let digits = line.chars().filter(char::is_ascii_digit).count();
            entry.note(
                "mobile",
                "customer.mobile_wrong",
                vec![("digits", digits.into())],
            );
        }
        mobile
    }

    fn uscc(&self, entry: &mut Entry) -> Option<String> {
        let line = entry.line("uscc", &self.uscc, 40)?;
        match identifiers::uscc(&line) {
            Ok(code) => return Some(code),
            Err(UsccFault::Length(found)) => {
                entry.note(
                    "uscc",
                    "customer.uscc_length",
                    vec![("found", found.into())],
                );
            }
            Err(UsccFault::Character(c)) => {
                let c = c.to_string();
                entry.note(
                    "uscc",
                    "customer.uscc_character",
                    vec![("character", c.into())],
                );
            }
            Err(UsccFault::Check) => entry.refuse("uscc", "customer.uscc_check"),
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(name: &str, kind: &str, how_met: &str, mobile: &str, uscc: &str) -> NewCustomer {
        let own = str::to_owned;
        NewCustomer {
            name: own(name),
            kind: own(kind),
            how_met: own(how_met),
            mobile: own(mobile),
            uscc: own(uscc),
        }
    }

    #[test]
    fn each_bad_field_is_named() {
        let rows: &[(NewCustomer, &[(&str, &str)])] = &[
            (
                typed("", "", "", "", ""),
                &[
                    ("name", "customer.name_missing"),
                    ("kind", "customer.kind_missing"),
                    ("how_met", "customer.how_met_missing"),
                ],
            ),
            (
                typed("甲", "organization", "展会", "1381234567", ""),
                &[("mobile", "customer.mobile_wrong")],
            ),
            (
                typed("甲", "organization", "展会", "", "91350100M000100Y4"),
                &[("uscc", "customer.uscc_length")],
            ),
            (
                typed("甲", "organization", "展会", "", "91350100M000100Y44"),
                &[("uscc", "customer.uscc_check")],
            ),
            (
                typed("甲", "organization", "展会", "", "91350100M000100O43"),
                &[("uscc", "customer.uscc_character")],
            ),
            (
                typed("甲\u{7}", "individual", "展会", "", ""),
                &[("name", "entry.control_character")],
            ),
            (
                typed(&"名".repeat(121), "individual", "展会", "", ""),
                &[("name", "entry.too_long")],
            ),
        ];
        for (typed, expected) in rows {
            let problem = typed.check().expect_err("refused");
            let got: Vec<_> = problem
                .fields
                .iter()
                .map(|f| (f.field.as_str(), f.code))
                .collect();
            assert_eq!(&got, expected);
        }
    }

    #[test]
    fn a_name_and_how_met_are_enough() {
        let checked = typed(
            " 王雪 ",
            "individual",
            "老客户介绍",
            "+86 139 1234 5678",
            "",
        )
        .check();
        assert_eq!(
            checked.map(|c| (c.name, c.how_met, c.mobile, c.uscc)),
            Ok((
                "王雪".into(),
                "老客户介绍".into(),
                Some("13912345678".into()),
                None
            ))
        );
    }
}
