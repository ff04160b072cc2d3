//! What a browser makes of a form on a page: the controls there are, and what they would send.

use std::collections::{BTreeMap, BTreeSet};

use kedang_testkit::Answer;

/// Texts by the name of their control.
pub(super) type Sent = BTreeMap<String, Vec<String>>;

/// One control as it stands in the page.
struct Control {
    tag: &'static str,
    name: String,
    value: String,
    on: bool,
    kind: String,
}

/// The controls of the card's form, those of templates left out.
fn controls(page: &Answer) -> Vec<Control> {
    let form = page.text.split_once(" id=\"card\"");
    let form = form.and_then(|(_, rest)| rest.split_once("</form>"));
    let (mut all, mut select, mut template) = (Vec::new(), String::new(), false);
    for piece in form.map_or("", |(form, _)| form).split('<') {
        let (tag, after) = piece.split_once('>').unwrap_or((piece, ""));
        let word = tag.split([' ', '/']).next().unwrap_or("");
        match word {
            "template" => template = !tag.starts_with('/'),
            "" if tag == "/template" => template = false,
            _ if template => {}
            "input" => all.push(control("input", tag, value(tag, "value"))),
            "textarea" => all.push(control("textarea", tag, plain(after.trim_start()))),
            "select" => select = value(tag, "name"),
            "option" => {
                let mut one = control("option", tag, value(tag, "value"));
                one.name.clone_from(&select);
                all.push(one);
            }
            _ => {}
        }
    }
    all.retain(|one| !one.name.is_empty() && !one.name.starts_with('!'));
    all
}

fn control(tag: &'static str, text: &str, value: String) -> Control {
    Control {
        tag,
        name: self::value(text, "name"),
        value,
        on: text.contains(" checked") || text.contains(" selected"),
        kind: self::value(text, "type"),
    }
}

fn value(tag: &str, name: &str) -> String {
    let found = tag.split_once(&format!(" {name}=\""));
    let found = found.and_then(|(_, rest)| rest.split_once('"'));
    plain(found.map_or("", |(value, _)| value))
}

fn plain(text: &str) -> String {
    let text = text.replace("&quot;", "\"").replace("&lt;", "<");
    text.replace("&gt;", ">").replace("&amp;", "&")
}

/// The names of all controls but files, which are sent by themselves.
pub(super) fn offered(page: &Answer) -> BTreeSet<String> {
    let all = controls(page).into_iter();
    all.filter(|one| one.kind != "file")
        .map(|one| one.name)
        .collect()
}

/// What the form would send now, blanks left out.
pub(super) fn sent(page: &Answer) -> Sent {
    let mut sent = Sent::new();
    for one in controls(page) {
        let goes = match (one.tag, one.kind.as_str()) {
            ("option", _) | (_, "checkbox" | "radio") => one.on,
            (_, "file") => false,
            _ => true,
        };
        if goes && !one.value.is_empty() {
            sent.entry(one.name).or_default().push(one.value);
        }
    }
    sent
}

/// What the form sends with every box ticked and one of each choice taken.
pub(super) fn ticked(page: &Answer) -> Sent {
    let mut sent = sent(page);
    for one in controls(page) {
        let state = one.name.contains('!') || one.value.is_empty();
        let texts = sent.entry(one.name.clone()).or_default();
        match (one.tag, one.kind.as_str()) {
            ("input", "checkbox") if !state && !texts.contains(&one.value) => texts.push(one.value),
            ("option", _) | ("input", "radio") if !state && texts.is_empty() => {
                texts.push(one.value);
            }
            _ => {}
        }
    }
    sent.retain(|_, texts| !texts.is_empty());
    sent
}

/// The body of a posted form.
pub(super) fn body(pairs: &Sent, page: &[(&str, &str)]) -> String {
    let own = pairs.iter();
    let own = own.flat_map(|(name, texts)| texts.iter().map(move |text| (name.as_str(), text)));
    let mut parts: Vec<String> = own
        .map(|(name, text)| format!("{}={}", safe(name), safe(text)))
        .collect();
    parts.extend(page.iter().map(|(name, text)| format!("{name}={text}")));
    parts.join("&")
}

fn safe(text: &str) -> String {
    let one = |byte: u8| match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'.' | b'-' | b'_' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(one).collect()
}
