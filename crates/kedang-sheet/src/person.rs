//! What a person is to a customer, as written: 一号主管 … 四号主管, 家庭:父亲.

use kedang_core::person::Relation;

/// A role as read, with the kind of relative as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// What the person is to the customer.
    pub relation: Relation,
    /// 父亲, 配偶 …
    pub kinship: Option<String>,
}

/// Reads a role; what is not known is a contact, so that nobody is lost. Empty is no role.
#[must_use]
pub fn role(text: &str) -> Option<Role> {
    let rank = ["一号主管", "二号主管", "三号主管", "四号主管"];
    if let Some(index) = rank.iter().position(|known| *known == text) {
        return Some(Role {
            relation: Relation::Decision(index as u8 + 1),
            kinship: None,
        });
    }
    let family = ["家庭:", "家庭："]
        .iter()
        .find_map(|mark| text.strip_prefix(mark));
    if let Some(kinship) = family {
        let kinship = Some(kinship.trim().to_owned()).filter(|k| !k.is_empty());
        return Some(Role {
            relation: Relation::Family,
            kinship,
        });
    }
    (!text.is_empty()).then(|| Role {
        relation: Relation::Contact,
        kinship: (text != "联系人").then(|| text.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_as_written() {
        let read = |text| role(text).map(|r| (r.relation, r.kinship));
        assert_eq!(read("二号主管"), Some((Relation::Decision(2), None)));
        assert_eq!(
            read("家庭:父亲"),
            Some((Relation::Family, Some("父亲".into())))
        );
        assert_eq!(read("家庭："), Some((Relation::Family, None)));
        assert_eq!(read("联系人"), Some((Relation::Contact, None)));
        assert_eq!(read("司机"), Some((Relation::Contact, Some("司机".into()))));
        assert_eq!(read(""), None);
    }
}
