//! Electronic business cards: vCard 3.0 (RFC 2426) for Chinese phones, 4.0 (RFC 6350) for whoever
//! asks for it.

/// Which vCard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Version {
    /// RFC 2426.
    #[default]
    V3,
    /// RFC 6350.
    V4,
}

/// A kind of telephone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tel {
    /// 手机.
    Cell,
    /// 电话.
    Work,
    /// 传真.
    Fax,
}

/// What stands on a card; empty texts are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// Stays the same when the card is given out again.
    pub uid: String,
    /// The whole name.
    pub name: String,
    /// Surname and given name of a person; empty for an organization.
    pub parted: (String, String),
    /// The organization.
    pub org: String,
    /// 职务.
    pub title: String,
    /// Kind and number.
    pub tels: Vec<(Tel, String)>,
    /// 电子邮箱.
    pub email: String,
    /// 省, 市, with 区县 and 地址 in one, 邮编.
    pub place: Place,
    /// `1985-03-15`, `1985-03`, `1985` or `--03-15`.
    pub birth: String,
    /// Whatever else, of several lines.
    pub note: String,
}

/// An address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// 省.
    pub province: String,
    /// 市.
    pub city: String,
    /// 区县 and street.
    pub street: String,
    /// 邮编.
    pub postcode: String,
}

/// A content line is at most so long without its end, octets.
const WIDTH: usize = 75;

/// Writes a card behind `out`.
pub fn write(out: &mut String, contact: &Contact, version: Version) {
    let mut line = |text: &str| fold(out, text);
    line("BEGIN:VCARD");
    line(match version {
        Version::V3 => "VERSION:3.0",
        Version::V4 => "VERSION:4.0",
    });
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            line(&format!("{name}:{}", escaped(value)));
        }
    };
    field("UID", &contact.uid);
    field("FN", &contact.name);
    field("ORG", &contact.org);
    field("TITLE", &contact.title);
    field("EMAIL", &contact.email);
    if version == Version::V4 {
        let person = !contact.parted.0.is_empty();
        field("KIND", if person { "individual" } else { "org" });
    }
    field("NOTE", &contact.note);
    let (surname, given) = &contact.parted;
    // 3.0 wants an N on every card, and phones show the name it holds.
    let surname = match surname.is_empty() {
        true => &contact.name,
        false => surname,
    };
    line(&format!("N:{};{};;;", escaped(surname), escaped(given)));
    for (kind, number) in &contact.tels {
        line(&format!("{}:{}", tel(*kind, version), escaped(number)));
    }
    if contact.place != Place::default() {
        let Place {
            province,
            city,
            street,
            postcode,
        } = &contact.place;
        let parts = [street, city, province, postcode].map(|part| escaped(part));
        let kind = match version {
            Version::V3 => "ADR;TYPE=WORK",
            Version::V4 => "ADR;TYPE=work",
        };
        line(&format!("{kind}:;;{};中国", parts.join(";")));
    }
    if let Some(day) = birth(&contact.birth, version) {
        line(&format!("BDAY:{day}"));
    }
    line("END:VCARD");
}

fn tel(kind: Tel, version: Version) -> &'static str {
    match (kind, version) {
        (Tel::Cell, Version::V3) => "TEL;TYPE=CELL,VOICE",
        (Tel::Work, Version::V3) => "TEL;TYPE=WORK,VOICE",
        (Tel::Fax, Version::V3) => "TEL;TYPE=WORK,FAX",
        (Tel::Cell, Version::V4) => "TEL;TYPE=cell",
        (Tel::Work, Version::V4) => "TEL;TYPE=work",
        (Tel::Fax, Version::V4) => "TEL;TYPE=\"work,fax\"",
    }
}

/// The birthday, where the version has a way to write it: 3.0 knows whole dates only; neither knows
/// the lunar calendar.
fn birth(date: &str, version: Version) -> Option<String> {
    let digits = |text: &str, len| text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = date.split('-').collect();
    match (parts.as_slice(), version) {
        ([year, month, day], _) if digits(year, 4) && digits(month, 2) && digits(day, 2) => {
            Some(match version {
                Version::V3 => date.to_owned(),
                Version::V4 => format!("{year}{month}{day}"),
            })
        }
        ([year, month], Version::V4) if digits(year, 4) && digits(month, 2) => {
            Some(date.to_owned())
        }
        ([year], Version::V4) if digits(year, 4) => Some(date.to_owned()),
        (["", "", month, day], Version::V4) if digits(month, 2) && digits(day, 2) => {
            Some(format!("--{month}{day}"))
        }
        _ => None,
    }
}

/// A text as a value: what parts values and lines is marked, other control characters are dropped.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ',' | ';' => value.extend(['\\', c]),
            '\n' => value.push_str("\\n"),
            '\t' => value.push(' '),
            c if c.is_control() => {}
            c => value.push(c),
        }
    }
    value
}

/// Writes a content line, going on in another behind a blank after 75 octets, between characters.
fn fold(out: &mut String, text: &str) {
    let mut used = 0;
    for c in text.chars() {
        if used + c.len_utf8() > WIDTH {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn card(contact: &Contact, version: Version) -> String {
        let mut out = String::new();
        write(&mut out, contact, version);
        out
    }

    fn person() -> Contact {
        Contact {
            uid: "urn:uuid:1".to_owned(),
            name: "欧阳娜娜".to_owned(),
            parted: ("欧阳".to_owned(), "娜娜".to_owned()),
            org: "苏州澄岸; 分公司".to_owned(),
            title: "采购, 主管".to_owned(),
            tels: vec![
                (Tel::Cell, "13900001111".to_owned()),
                (Tel::Work, "0512-6789".to_owned()),
                (Tel::Fax, "0512-6780".to_owned()),
            ],
            email: "a@b.cn".to_owned(),
            place: Place {
                province: "江苏省".to_owned(),
                city: "苏州市".to_owned(),
                street: "工业园区星湖街1号".to_owned(),
                postcode: "215000".to_owned(),
            },
            birth: "1985-03-15".to_owned(),
            note: "一\n二\\".to_owned(),
        }
    }

    #[test]
    fn a_card_for_phones_is_of_version_3() {
        let expected = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:urn:uuid:1\r\nFN:欧阳娜娜\r\nORG:苏州澄岸\\; 分公司\r\nTITLE:采购\\, 主管\r\nEMAIL:a@b.cn\r\nNOTE:一\\n二\\\\\r\nN:欧阳;娜娜;;;\r\nTEL;TYPE=CELL,VOICE:13900001111\r\nTEL;TYPE=WORK,VOICE:0512-6789\r\nTEL;TYPE=WORK,FAX:0512-6780\r\nADR;TYPE=WORK:;;工业园区星湖街1号;苏州市;江苏省;215000;中国\r\nBDAY:1985-03-15\r\nEND:VCARD\r\n";
        assert_eq!(card(&person(), Version::V3), expected);
    }

    #[test]
    fn version_4_says_what_it_is_and_knows_parts_of_a_date() {
        let text = card(&person(), Version::V4);
        assert!(
            text.contains("KIND:individual\r\n") && text.contains("BDAY:19850315\r\n"),
            "{text}"
        );
        for (date, three, four) in [
            ("1985", None, Some("1985")),
            ("1985-03", None, Some("1985-03")),
            ("--03-15", None, Some("--0315")),
            ("L1985-03-15", None, None),
            ("", None, None),
        ] {
            assert_eq!(birth(date, Version::V3).as_deref(), three, "{date}");
            assert_eq!(birth(date, Version::V4).as_deref(), four, "{date}");
        }
    }

    #[test]
    fn an_organization_has_its_name_where_phones_look_for_it() {
        let org = Contact {
            name: "澄岸机械".to_owned(),
            ..Contact::default()
        };
        assert!(card(&org, Version::V3).contains("FN:澄岸机械\r\nN:澄岸机械;;;;\r\n"));
        assert!(card(&org, Version::V4).contains("KIND:org\r\n"));
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_unfolded_it_is_whole(name in "\\PC{0,200}", note in "[\\PC\n\t\r]{0,300}") {
            let contact = Contact { name: name.clone(), note, ..Contact::default() };
            let text = card(&contact, Version::V3);
            prop_assert!(text.ends_with("END:VCARD\r\n"));
            for line in text.split("\r\n") {
                prop_assert!(line.len() <= WIDTH, "{line}");
                prop_assert!(!line.contains(['\r', '\n']), "{line:?}");
            }
            let whole = text.replace("\r\n ", "");
            let n = format!("N:{};;;;", escaped(&name));
            prop_assert!(whole.split("\r\n").any(|line| line == n));
            let begins = whole.split("\r\n").filter(|line| *line == "BEGIN:VCARD").count();
            prop_assert_eq!(begins, 1);
        }
    }
}
