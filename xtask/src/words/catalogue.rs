//! The messages of one language, with their places and variables.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement,
};
use fluent_syntax::parser;

use crate::tree::{Report, Tree, line_of};

/// One message.
pub(super) struct Text {
    /// Its key.
    pub(super) key: String,
    /// File name without ending.
    pub(super) room: String,
    /// Path of the file.
    pub(super) path: String,
    /// Line of the key.
    pub(super) line: usize,
    /// Names of its `{ $variables }`, those of messages it includes as well.
    pub(super) variables: BTreeSet<String>,
    includes: BTreeSet<String>,
}

/// All messages of a language.
#[derive(Default)]
pub(super) struct Catalogue {
    /// Names of its files, without ending.
    pub(super) rooms: BTreeSet<String>,
    /// By key.
    pub(super) messages: BTreeMap<String, Text>,
    /// Keys that other messages include: they are used, even if no code says them.
    pub(super) referred: BTreeSet<String>,
}

impl Catalogue {
    /// Reads `locales/<language>/*.ftl`. What is no Fluent, no key of ours, or a key given twice is
    /// reported and left out.
    pub(super) fn read(tree: &Tree, language: &str, report: &mut Report) -> Self {
        let folder = format!("locales/{language}");
        let mut catalogue = Self::default();
        for (path, text) in tree.under(&folder, &[".ftl"]) {
            let name = path.rsplit('/').next().unwrap_or(path);
            let room = name.trim_end_matches(".ftl").to_owned();
            let resource = match parser::parse(text) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    for error in errors {
                        let line = line_of(text, error.pos.start);
                        report.find(path, line, format!("is not Fluent here: {error}"));
                    }
                    resource
                }
            };
            for entry in &resource.body {
                if let Entry::Message(message) = entry {
                    let line = line_of(text, offset_in(text, message.id.name));
                    catalogue.add(message, &room, path, line, report);
                }
            }
            catalogue.rooms.insert(room);
        }
        catalogue.close_over_includes(report);
        catalogue
    }

    fn add(
        &mut self,
        message: &Message<&str>,
        room: &str,
        path: &str,
        line: usize,
        report: &mut Report,
    ) {
        let key = message.id.name.to_owned();
        if !is_key(&key) {
            let sentence =
                format!("{key} is no key; write noun-name in small letters, digits, _ and -");
            report.find(path, line, sentence);
        }
        if !message.attributes.is_empty() {
            let sentence =
                format!("{key} has attributes, which nothing can say; give them own keys");
            report.find(path, line, sentence);
        }
        if let Some(first) = self.messages.get(&key) {
            let sentence = format!("{key} stands in {}:{} already", first.path, first.line);
            report.find(path, line, sentence);
            return;
        }
        let mut names = Names::default();
        if let Some(pattern) = &message.value {
            names.of_pattern(pattern);
        }
        let Names {
            variables,
            includes,
        } = names;
        let (room, path) = (room.to_owned(), path.to_owned());
        self.messages.insert(
            key.clone(),
            Text {
                key,
                room,
                path,
                line,
                variables,
                includes,
            },
        );
    }

    /// Gives each message the variables of those it includes, whatever the depth.
    fn close_over_includes(&mut self, report: &mut Report) {
        for key in self.messages.keys().cloned().collect::<Vec<_>>() {
            let mut variables = BTreeSet::new();
            let mut seen = BTreeSet::new();
            let mut open = vec![key.clone()];
            while let Some(next) = open.pop() {
                let Some(message) = self.messages.get(&next) else {
                    let place = &self.messages[&key];
                    let sentence = format!("{key} includes {next}, which no room has");
                    report.find(&place.path, place.line, sentence);
                    continue;
                };
                variables.extend(message.variables.iter().cloned());
                open.extend(
                    message
                        .includes
                        .iter()
                        .filter(|key| seen.insert((*key).clone()))
                        .cloned(),
                );
            }
            self.referred.extend(seen);
            if let Some(message) = self.messages.get_mut(&key) {
                message.variables = variables;
            }
        }
    }
}

/// `noun-name`, as the uses in the code are recognised.
fn is_key(key: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let parts = key.split_once('-');
    parts.is_some_and(|(noun, name)| {
        noun.chars().all(plain) && !name.is_empty() && name.chars().all(|c| plain(c) || c == '-')
    })
}

/// Where a slice of a text begins in it.
fn offset_in(text: &str, slice: &str) -> usize {
    slice.as_ptr().addr().saturating_sub(text.as_ptr().addr())
}

/// The names a pattern refers to.
#[derive(Default)]
struct Names {
    variables: BTreeSet<String>,
    includes: BTreeSet<String>,
}

impl Names {
    fn of_pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.of_expression(expression);
            }
        }
    }

    fn of_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.of_inline(inline),
            Expression::Select { selector, variants } => {
                self.of_inline(selector);
                for variant in variants {
                    self.of_pattern(&variant.value);
                }
            }
        }
    }

    fn of_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.includes.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => self.of_arguments(arguments),
            InlineExpression::TermReference {
                arguments: Some(arguments),
                ..
            } => {
                self.of_arguments(arguments);
            }
            InlineExpression::Placeable { expression } => self.of_expression(expression),
            InlineExpression::TermReference {
                arguments: None, ..
            }
            | InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn of_arguments(&mut self, arguments: &CallArguments<&str>) {
        for value in &arguments.positional {
            self.of_inline(value);
        }
        for named in &arguments.named {
            self.of_inline(&named.value);
        }
    }
}
