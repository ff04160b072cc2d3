//! One field or cell in its place on the screen: its names, its ids, what stands in it.

use kedang_app::forms::{Field, Finding, Lexicon};

use super::view::Screen;

/// A field where it is drawn.
pub(in crate::cards) struct Slot<'a> {
    /// The card it belongs to.
    pub(in crate::cards) screen: &'a Screen<'a>,
    /// What is asked.
    pub(in crate::cards) field: &'a Field,
    /// Name of the controls: `birth`, or `prefs.0.brand` for a cell.
    pub(in crate::cards) name: String,
    /// Path of its findings: `birth`, or `prefs.<row>.brand`.
    pub(in crate::cards) path: String,
}

impl<'a> Slot<'a> {
    /// A field of the card.
    pub(in crate::cards) fn of(screen: &'a Screen<'a>, field: &'a Field) -> Self {
        let (name, path) = (field.key.clone(), field.key.clone());
        Self {
            screen,
            field,
            name,
            path,
        }
    }

    /// The name of a part; no part is the field itself.
    pub(in crate::cards) fn named(&self, part: &str) -> String {
        match part {
            "" => self.name.clone(),
            part => format!("{}.{part}", self.name),
        }
    }

    /// The element id of a part.
    pub(in crate::cards) fn id(&self, part: &str) -> String {
        id(&self.named(part))
    }

    /// The first text under a part.
    pub(in crate::cards) fn one(&self, part: &str) -> &'a str {
        self.many(part).first().copied().unwrap_or_default()
    }

    /// All texts under a part.
    pub(in crate::cards) fn many(&self, part: &str) -> Vec<&'a str> {
        let texts = self.screen.pairs.get(&self.named(part));
        texts.map_or(Vec::new(), |t| t.iter().map(String::as_str).collect())
    }

    /// Whether a code is among the texts.
    pub(in crate::cards) fn has(&self, part: &str, code: &str) -> bool {
        self.many(part).contains(&code)
    }

    /// Whether 无 is stated.
    pub(in crate::cards) fn is_none(&self) -> bool {
        let texts = self.screen.pairs.get(&format!("{}!none", self.name));
        texts.is_some_and(|t| t.iter().any(|t| !t.is_empty()))
    }

    /// Whether 无 can be stated here: a required field has it in no form.
    pub(in crate::cards) fn may_be_none(&self) -> bool {
        self.field.none_allowed && !self.screen.required(self.field)
    }

    /// What there is to say about it.
    pub(in crate::cards) fn findings(&self) -> impl Iterator<Item = &'a Finding> {
        let path = self.path.clone();
        self.screen.findings.iter().filter(move |f| f.field == path)
    }

    /// The label.
    pub(in crate::cards) fn label(&self) -> &'a str {
        self.screen.label(self.field)
    }

    /// The id of the notes below the control, if there are any to point to.
    pub(in crate::cards) fn noted(&self) -> Option<String> {
        let noted = self.findings().next().is_some()
            || self.help().is_some()
            || self.screen.origins.contains_key(&self.path);
        noted.then(|| format!("{}-note", self.id("")))
    }

    /// The help under the field. In a table it stands in the head of the column.
    pub(in crate::cards) fn help(&self) -> Option<&'a str> {
        let cell = self.name.contains('.');
        let help = self.screen.words().help.get(&self.field.path);
        help.filter(|_| !cell).map(String::as_str)
    }

    /// `true` for a control whose answer is refused.
    pub(in crate::cards) fn invalid(&self) -> Option<&'static str> {
        let wrong = |f: &Finding| f.severity == kedang_app::forms::Severity::Error;
        self.findings().any(wrong).then_some("true")
    }

    /// The word for an option of the field; a code without one stands for itself.
    pub(in crate::cards) fn option<'c>(&self, code: &'c str) -> &'c str
    where
        'a: 'c,
    {
        self.field.option_word(self.screen.words(), code)
    }

    /// The word for a place on the body map.
    pub(in crate::cards) fn place(&self, code: &'a str) -> &'a str {
        Lexicon::new(self.screen.words(), &self.field.path).place(code)
    }
}

/// A name as an element id; names may hold dots, which a selector would take for classes.
pub(in crate::cards) fn id(name: &str) -> String {
    format!("f-{}", name.replace(['.', '!'], "-"))
}
