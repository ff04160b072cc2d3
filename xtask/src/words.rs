//! The texts of `locales/` and the code that says them fit each other: both languages have the same
//! messages with the same variables, every key used is there, none is there for nothing.
//!
//! A key is used by a string literal outside tests: inside `say(…)` or before the arguments of
//! `with(…)`, where it must be known; as the code of a `Problem` or of a field's problem, where it must
//! be known to `problems.ftl`; or anywhere else, if it looks like a key and is one. A literal such as
//! `"stage-{}"` stands for every key it fits, so that a key may be put together.

mod calls;
mod catalogue;
mod twins;

use std::collections::BTreeSet;

use anyhow::Result;
use regex::Regex;

use crate::tree::{Report, Tree};
use calls::{Call, Use};
use catalogue::Catalogue;

/// The language whose messages the uses are looked up in; the other is its twin.
const MAIN: &str = "zh-CN";
const OTHER: &str = "en";
/// The room of what the problem codes of core and app say.
const PROBLEMS: &str = "problems";

/// Reads all texts, compares the languages, then looks up what the code says.
pub(crate) fn check(tree: &Tree) -> Result<Report> {
    let mut report = Report::default();
    let main = Catalogue::read(tree, MAIN, &mut report);
    let other = Catalogue::read(tree, OTHER, &mut report);
    if main.rooms.is_empty() {
        report.find(
            "locales/zh-CN",
            1,
            "there is no text here; a room is a file <room>.ftl",
        );
        return Ok(report);
    }
    twins::compare(&main, &other, &mut report);

    let key_like = Regex::new(r"^[a-z0-9_]+[.-][a-z0-9_.{}-]+$")?;
    let mut used: BTreeSet<&str> = main.referred.iter().map(String::as_str).collect();
    for (path, text) in tree.production_rust() {
        for one in calls::uses(text) {
            let fitting = fitting_keys(&main, &one.literal)?;
            if let Some(sentence) = objection(&main, &one, &fitting) {
                report.find(path, one.line, sentence);
            }
            if one.call != Call::None || key_like.is_match(&one.literal) {
                used.extend(fitting);
            }
        }
    }
    for message in main
        .messages
        .values()
        .filter(|message| !used.contains(message.key.as_str()))
    {
        report.find(
            &message.path,
            message.line,
            format!(
                "{} is said nowhere; say it, or take it out of every language",
                message.key
            ),
        );
    }
    Ok(report)
}

/// The keys a literal means: itself, or all that fit its `{…}`. A dot stands for a hyphen.
fn fitting_keys<'a>(catalogue: &'a Catalogue, literal: &str) -> Result<Vec<&'a str>> {
    let key = literal.replace('.', "-");
    if !key.contains('{') {
        let known = catalogue.messages.get_key_value(&key);
        return Ok(known.map(|(key, _)| key.as_str()).into_iter().collect());
    }
    let mut pattern = String::from("^");
    for (index, part) in key.split('{').enumerate() {
        let fixed = if index == 0 {
            part
        } else {
            part.split_once('}').map_or("", |(_, rest)| rest)
        };
        pattern.push_str(if index == 0 { "" } else { "[a-z0-9_-]+" });
        pattern.push_str(&regex::escape(fixed));
    }
    let pattern = Regex::new(&format!("{pattern}$"))?;
    let keys = catalogue.messages.keys().map(String::as_str);
    // A literal that is all placeholder would excuse every key.
    Ok(keys
        .filter(|key| !literal.starts_with('{') && pattern.is_match(key))
        .collect())
}

/// What is wrong with a use, as a sentence.
fn objection(catalogue: &Catalogue, one: &Use, fitting: &[&str]) -> Option<String> {
    let literal = &one.literal;
    let is_problem = |key: &&str| catalogue.messages[*key].room == PROBLEMS;
    match one.call {
        Call::None => return None,
        Call::Problem if !fitting.iter().any(is_problem) => {
            return Some(format!(
                "problem {literal:?} has no sentence; add it to problems.ftl in every language"
            ));
        }
        Call::Say if fitting.is_empty() => {
            return Some(format!(
                "says {literal:?}, which no room has; add it to locales/ in every language"
            ));
        }
        Call::Problem | Call::Say => {}
    }
    let (given, [key]) = (one.arguments.as_ref()?, fitting) else {
        return None;
    };
    let wanted = &catalogue.messages[*key].variables;
    if given == wanted {
        return None;
    }
    let list = |names: &BTreeSet<String>| match names.len() {
        0 => "nothing".to_owned(),
        _ => names
            .iter()
            .map(|name| format!("${name}"))
            .collect::<Vec<_>>()
            .join(", "),
    };
    Some(format!(
        "{key} wants {}, the call gives {}",
        list(wanted),
        list(given)
    ))
}

#[cfg(test)]
mod tests;
