//! The texts of one language: read, checked, and the unchanging ones resolved ahead.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::{ResolverError, errors::ReferenceKind};
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use fluent_syntax::ast::Entry;
use unic_langid::LanguageIdentifier;

use crate::{Arg, Lang, WordsError, number};

/// The texts of one language.
pub(crate) struct Texts {
    /// Messages that are the same for every reader, resolved already: Fluent takes 270 ns, a lookup
    /// 27 ns.
    plain: HashMap<String, String>,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Reads the rooms of a language out of `(language tag, room, text)`.
    pub(crate) fn read(lang: Lang, rooms: &[(&str, &str, &str)]) -> Result<Self, WordsError> {
        let code = lang.code();
        let mut texts = Self {
            plain: HashMap::new(),
            bundle: empty_bundle(lang)?,
        };
        let mut keys = Vec::new();
        for (_, room, source) in rooms.iter().filter(|(tag, ..)| *tag == code) {
            let resource = parse(code, room, source)?;
            keys.extend(message_keys(&resource));
            if let Err(errors) = texts.bundle.add_resource(resource) {
                let reason = sentence(&errors);
                return Err(WordsError::Twice {
                    code,
                    room: (*room).to_owned(),
                    reason,
                });
            }
        }
        // Only now: a message may use terms of a room read later.
        for key in keys {
            match texts.resolve(&key) {
                Ok(Some(text)) => {
                    texts.plain.insert(key, text);
                }
                Ok(None) => {}
                Err(reason) => return Err(WordsError::Message { code, key, reason }),
            }
        }
        Ok(texts)
    }

    /// Whether a message has this Fluent name. Each has a text: `read` refuses one without.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.bundle.has_message(name)
    }

    /// The text of a message that needs no arguments, `None` for one that does.
    fn resolve(&self, key: &str) -> Result<Option<String>, String> {
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value());
        let pattern = pattern.ok_or_else(|| "it has no text".to_owned())?;
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, None, &mut errors)
            .into_owned();
        let (open, broken): (Vec<_>, Vec<_>) = errors.into_iter().partition(is_open_variable);
        match (open.is_empty(), broken.is_empty()) {
            (_, false) => Err(sentence(&broken)),
            (true, true) => Ok(Some(text)),
            (false, true) => Ok(None),
        }
    }

    /// The text of a message by its Fluent name; `None` if there is no such message.
    pub(crate) fn message(&self, name: &str, args: &[(&str, Arg)]) -> Option<Cow<'_, str>> {
        if let Some(text) = self.plain.get(name) {
            return Some(Cow::Borrowed(text));
        }
        let pattern = self.bundle.get_message(name)?.value()?;
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(*name, *value);
        }
        // What can fail here is a missing argument, and it stands in the text as `{$name}`.
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&values), &mut errors);
        Some(Cow::Owned(text.into_owned()))
    }
}

fn empty_bundle(lang: Lang) -> Result<FluentBundle<FluentResource>, WordsError> {
    let code = lang.code();
    let tag: LanguageIdentifier = code.parse().map_err(|error| setup(code, &error))?;
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The invisible isolation marks would travel into copied phone numbers and search boxes.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(number::format));
    bundle
        .add_function("NUMBER", number::number)
        .map_err(|error| setup(code, &error))?;
    Ok(bundle)
}

fn setup(code: &'static str, error: &dyn fmt::Display) -> WordsError {
    WordsError::Setup {
        code,
        reason: error.to_string(),
    }
}

fn parse(code: &'static str, room: &str, source: &str) -> Result<FluentResource, WordsError> {
    FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
        let start = errors
            .first()
            .map_or(0, |error| error.pos.start.min(source.len()));
        WordsError::Syntax {
            code,
            room: room.to_owned(),
            line: source.as_bytes()[..start]
                .iter()
                .filter(|byte| **byte == b'\n')
                .count()
                + 1,
            reason: errors.first().map_or_else(String::new, ToString::to_string),
        }
    })
}

fn message_keys(resource: &FluentResource) -> Vec<String> {
    let messages = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    });
    messages.collect()
}

fn is_open_variable(error: &FluentError) -> bool {
    matches!(
        error,
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { .. }))
    )
}

fn sentence(errors: &[FluentError]) -> String {
    errors
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}
