//! Where Rust code names keys: every string literal, and what call it stands in.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::rust_source::{Token, after_closing, arguments, tokens};

/// Methods of `Problem` and `Entry` that take a problem code, and at which position.
const CODE_METHODS: [(&str, usize); 5] = [
    ("field", 1),
    ("note", 1),
    ("refusal", 0),
    ("refuse", 1),
    ("required", 3),
];

/// What a literal is given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Call {
    /// `say` or `with`: it must be a key.
    Say,
    /// `Problem::…` or a method that takes a problem code: it must be a key of that room.
    Problem,
    /// Anything else: it may happen to be a key.
    None,
}

/// A string literal outside tests.
#[derive(Debug)]
pub(super) struct Use {
    /// Its text.
    pub(super) literal: String,
    /// Its line.
    pub(super) line: usize,
    /// What it is given to.
    pub(super) call: Call,
    /// The names of the arguments, where the call writes them out: none for `say("key")`, `a` and
    /// `b` for `with("key", &[("a", …), ("b", …)])` and `Problem::x("code").with("a", …).with("b", …)`.
    pub(super) arguments: Option<BTreeSet<String>>,
}

/// All string literals of a file.
pub(super) fn uses(source: &str) -> Vec<Use> {
    let tokens = tokens(source);
    let mut calls = BTreeMap::new();
    for open in (1..tokens.len()).filter(|index| tokens[*index].is("(")) {
        if let Some((call, keys, given)) = keys_of_call(&tokens, open) {
            calls.extend(keys.into_iter().map(|index| (index, (call, given.clone()))));
        }
    }
    let product = tokens.iter().enumerate().filter(|(_, token)| !token.test);
    product
        .filter_map(|(index, token)| {
            let literal = token.text()?.to_owned();
            let (call, arguments) = calls.remove(&index).unwrap_or((Call::None, None));
            Some(Use {
                literal,
                line: token.line,
                call,
                arguments,
            })
        })
        .collect()
}

/// Where a call names its keys, and the names of the arguments it gives.
type Keys = (Call, Vec<usize>, Option<BTreeSet<String>>);

/// For the call whose bracket is at `open`; `None` if it takes no key.
fn keys_of_call(tokens: &[Token], open: usize) -> Option<Keys> {
    let name = tokens[open - 1].word()?;
    let list = arguments(tokens, open);
    let before = |back: usize| open.checked_sub(back).map(|index| &tokens[index]);
    let is_method = before(2).is_some_and(|token| token.is("."));
    match (name, list.as_slice()) {
        ("say", [key] | [_, key]) => {
            return Some((Call::Say, texts(tokens, key), Some(BTreeSet::new())));
        }
        ("with", [key, given]) if is_slice(tokens, given) || is_key_like(tokens, key) => {
            return Some((Call::Say, texts(tokens, key), names(tokens, given)));
        }
        ("with", [_, key, given]) => {
            return Some((Call::Say, texts(tokens, key), names(tokens, given)));
        }
        _ => {}
    }
    if before(2)?.is("::") && before(3)?.word() == Some("Problem") {
        let code = single_text(tokens, list.first()?)?;
        return Some((
            Call::Problem,
            vec![code],
            chained(tokens, after_closing(tokens, open)),
        ));
    }
    let (_, position) = CODE_METHODS
        .iter()
        .find(|(method, _)| is_method && *method == name)?;
    let code = single_text(tokens, list.get(*position)?)?;
    let given = match name {
        "field" | "refuse" | "refusal" => Some(BTreeSet::new()),
        _ => list
            .get(position + 1)
            .and_then(|given| names(tokens, given)),
    };
    tokens[code]
        .text()?
        .contains('.')
        .then(|| (Call::Problem, vec![code], given))
}

/// The string literals of an argument.
fn texts(tokens: &[Token], argument: &Range<usize>) -> Vec<usize> {
    argument
        .clone()
        .filter(|index| tokens[*index].text().is_some())
        .collect()
}

/// The position of the one literal that an argument is.
fn single_text(tokens: &[Token], argument: &Range<usize>) -> Option<usize> {
    (argument.len() == 1 && tokens[argument.start].text().is_some()).then_some(argument.start)
}

fn is_slice(tokens: &[Token], argument: &Range<usize>) -> bool {
    tokens[argument.start].is("&") && tokens.get(argument.start + 1).is_some_and(|t| t.is("["))
}

/// Tells `tongue.with("noun-name", args)` from `problem.with("max", 3)`.
fn is_key_like(tokens: &[Token], argument: &Range<usize>) -> bool {
    let texts = texts(tokens, argument);
    texts.iter().any(|index| {
        tokens[*index]
            .text()
            .is_some_and(|text| text.contains(['-', '.']))
    })
}

/// The names in `&[("name", …), …]` or `vec![…]`; `None` for arguments in any other shape.
fn names(tokens: &[Token], given: &Range<usize>) -> Option<BTreeSet<String>> {
    let first = &tokens[given.start];
    let is_vec = first.word() == Some("vec") && tokens.get(given.start + 1)?.is("!");
    if !is_vec && !is_slice(tokens, given) {
        return None;
    }
    let tuples = arguments(tokens, given.start + if is_vec { 2 } else { 1 });
    let name = |tuple: Range<usize>| {
        let is_tuple = tuple.len() > 1 && tokens[tuple.start].is("(");
        is_tuple.then(|| tokens[tuple.start + 1].text().map(str::to_owned))?
    };
    tuples.into_iter().map(name).collect()
}

/// The names in `.with("name", …).with(…)` from `index` on.
fn chained(tokens: &[Token], mut index: usize) -> Option<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    while let [dot, method, open, ..] = &tokens[index..] {
        if !dot.is(".") || !open.is("(") {
            break;
        }
        if method.word() == Some("with") {
            let name = single_text(tokens, arguments(tokens, index + 2).first()?)?;
            names.insert(tokens[name].text()?.to_owned());
        }
        index = after_closing(tokens, index + 2);
    }
    Some(names)
}
