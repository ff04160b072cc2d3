//! Where a property goes: into a column that the importer knows, else into one of its own name.

use super::line::Line;

/// The columns that are known, in their order.
pub(super) const KNOWN: [&str; 17] = [
    "客户编号",
    "客户名称",
    "性别",
    "手机",
    "电话",
    "传真",
    "电子邮箱",
    "微信",
    "单位",
    "部门",
    "职务",
    "出生日期",
    "地址",
    "省",
    "市",
    "邮编",
    "备注",
];

/// What of a card goes where.
pub(super) type Cell = (String, String);

/// The cells a property fills: name of the column and text.
pub(super) fn cells(line: &Line, label: Option<&str>) -> Vec<Cell> {
    let one = |column: &str, text: String| vec![(column.to_owned(), text)];
    if line.binary() {
        let size = line.length() * 3 / 4 / 1024 + 1;
        return one(&line.name, format!("未导入（约 {size} KB）"));
    }
    match line.name.as_str() {
        // What the card is written with, and the name in parts, which stands whole in FN.
        "VERSION" | "PRODID" | "REV" | "N" | "X-ABLABEL" => Vec::new(),
        "FN" => one("客户名称", line.text()),
        "UID" => {
            let uid = line.text();
            one(if code(&uid) { "客户编号" } else { "UID" }, uid)
        }
        "TEL" => telephone(line),
        "EMAIL" => one("电子邮箱", line.text()),
        "X-WECHAT" => one("微信", line.text()),
        "TITLE" => one("职务", line.text()),
        "BDAY" => one("出生日期", birth(&line.text())),
        "NOTE" => one("备注", line.text()),
        "GENDER" | "X-GENDER" => one("性别", sex(line)),
        "ORG" => organisation(line),
        "ADR" => address(line),
        other => one(label.unwrap_or(other), line.text().replace("\\;", ";")),
    }
}

/// Whether an identifier can be one of ours: short, and no address of anything.
fn code(uid: &str) -> bool {
    let usual = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    (2..=20).contains(&uid.len())
        && uid.bytes().all(usual)
        && uid.bytes().any(|b| b.is_ascii_digit())
}

fn telephone(line: &Line) -> Vec<Cell> {
    let text = line.text();
    let number = text.strip_prefix("tel:").unwrap_or(&text).to_owned();
    let column = if line.is("FAX") {
        "传真"
    } else if line.is("CELL") || mobile(&number) {
        "手机"
    } else {
        "电话"
    };
    vec![(column.to_owned(), number)]
}

/// Whether a number is a mobile one of the mainland: eleven digits that begin with 1.
fn mobile(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let national = match digits.strip_prefix("86") {
        Some(rest) if digits.len() == 13 => rest,
        _ => &digits,
    };
    let mut first = national.bytes();
    national.len() == 11 && first.next() == Some(b'1') && matches!(first.next(), Some(b'3'..=b'9'))
}

/// `19850315` and `1985-03-15T00:00:00Z` as `1985-03-15`; others as they are.
fn birth(text: &str) -> String {
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    if day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit()) {
        return format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]);
    }
    day.to_owned()
}

fn sex(line: &Line) -> String {
    let first = line.parts().into_iter().next().unwrap_or_default();
    match first.to_ascii_uppercase().as_str() {
        "M" | "MALE" => "男".to_owned(),
        "F" | "FEMALE" => "女".to_owned(),
        _ => first,
    }
}

fn organisation(line: &Line) -> Vec<Cell> {
    let mut parts = line.parts().into_iter();
    let employer = parts.next().unwrap_or_default();
    let units: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    vec![
        ("单位".to_owned(), employer),
        ("部门".to_owned(), units.join(" ")),
    ]
}

/// Post box, extension, street, town, province, postcode, country.
fn address(line: &Line) -> Vec<Cell> {
    let parts = line.parts();
    let part = |index: usize| parts.get(index).cloned().unwrap_or_default();
    let street: Vec<_> = [2, 1, 0]
        .into_iter()
        .map(part)
        .filter(|part| !part.is_empty())
        .collect();
    let named = [
        ("地址", street.join(" ")),
        ("省", part(4)),
        ("市", part(3)),
        ("邮编", part(5)),
        ("国家", part(6)),
    ];
    let cells = named
        .into_iter()
        .map(|(column, text)| (column.to_owned(), text));
    cells.collect()
}
