//! A step as it was typed, and the step it is when it holds.

use kedang_core::Problem;
use kedang_core::entry::Entry;
use kedang_form::{Demand, Edit, FieldChange, NewField, PiClass, Wording};

use super::words::{hint, lines, word};

/// Characters of a unit at most.
const UNIT: usize = 12;

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Name the form.
    Title,
    /// Add a section.
    AddSection,
    /// Name a section.
    NameSection,
    /// Move a section up.
    SectionUp,
    /// Move a section down.
    SectionDown,
    /// Take an empty section away.
    RemoveSection,
    /// Add a field.
    AddField,
    /// Change a field.
    ChangeField,
    /// Name a column of a repeat.
    NameColumn,
    /// Move a field up.
    FieldUp,
    /// Move a field down.
    FieldDown,
    /// Put a field into another section.
    PlaceField,
    /// Retire a field.
    RetireField,
    /// Ask a retired field again.
    ReviveField,
}

impl Act {
    const ALL: [(&'static str, Self); 14] = [
        ("title", Self::Title),
        ("add_section", Self::AddSection),
        ("name_section", Self::NameSection),
        ("section_up", Self::SectionUp),
        ("section_down", Self::SectionDown),
        ("remove_section", Self::RemoveSection),
        ("add_field", Self::AddField),
        ("change_field", Self::ChangeField),
        ("name_column", Self::NameColumn),
        ("field_up", Self::FieldUp),
        ("field_down", Self::FieldDown),
        ("place_field", Self::PlaceField),
        ("retire_field", Self::RetireField),
        ("revive_field", Self::ReviveField),
    ];

    /// As pages and audit rows write it.
    #[must_use]
    pub fn key(self) -> &'static str {
        let found = Self::ALL.iter().find(|(_, act)| *act == self);
        found.map_or("", |(key, _)| key)
    }

    /// Reads what a page sent.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(known, _)| *known == key);
        found.map(|(_, act)| *act)
    }
}

/// An option as it was typed.
#[derive(Debug, Clone, Default)]
pub struct TypedOption {
    /// Its code.
    pub code: String,
    /// Chinese.
    pub chinese: String,
    /// English.
    pub english: String,
    /// Whether it is to go.
    pub drop: bool,
}

/// A step as it was typed; what does not belong to its act is not looked at.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// What is done, as [`Act::key`].
    pub act: String,
    /// Key of the field or section it is done to; path of a column.
    pub target: String,
    /// Key of the section a field goes to.
    pub section: String,
    /// The new label, heading or name in Chinese.
    pub label: String,
    /// The same in English.
    pub label_en: String,
    /// The hint in Chinese.
    pub help: String,
    /// The hint in English.
    pub help_en: String,
    /// `free`, `expected` or `required`.
    pub demand: String,
    /// Name of the type.
    pub kind: String,
    /// `P0`, `P1` or `P2`.
    pub pi_class: String,
    /// Unit of a number.
    pub unit: String,
    /// The word for 其它, where it is wanted.
    pub other: Option<Wording>,
    /// Columns of twelve.
    pub span: String,
    /// New options, one a line.
    pub options: String,
    /// The options that are there.
    pub kept: Vec<TypedOption>,
}

impl Typed {
    /// Checks the words; whether the step can be done is for the form to say.
    ///
    /// # Errors
    /// `form_draft.act_unknown`; `form_draft.invalid` against `label`, `help`, `options`, `unit`,
    /// `option.<code>` …: `form_draft.word_missing`, `entry.too_long`, `entry.control_character`.
    pub fn check(&self) -> Result<Edit, Problem> {
        let unknown = || Problem::invalid("form_draft.act_unknown");
        let act = Act::from_key(&self.act).ok_or_else(unknown)?;
        let (target, section) = (self.target.clone(), self.section.clone());
        let mut entry = Entry::new();
        let mut label = || word(&mut entry, "label", &self.label, &self.label_en);
        let edit = match act {
            Act::Title => Edit::Title(label()),
            Act::AddSection => Edit::AddSection(label()),
            Act::NameSection => Edit::NameSection(target, label()),
            Act::NameColumn => Edit::NameColumn(target, label()),
            Act::SectionUp => Edit::MoveSection(target, true),
            Act::SectionDown => Edit::MoveSection(target, false),
            Act::RemoveSection => Edit::RemoveSection(target),
            Act::FieldUp => Edit::MoveField(target, true),
            Act::FieldDown => Edit::MoveField(target, false),
            Act::PlaceField => Edit::PlaceField(target, section),
            Act::RetireField => Edit::RetireField(target),
            Act::ReviveField => Edit::ReviveField(target, section),
            Act::AddField => Edit::AddField(self.field(&mut entry)),
            Act::ChangeField => Edit::ChangeField(target, self.change(&mut entry)),
        };
        if entry.holds() {
            Ok(edit)
        } else {
            Err(entry.refusal("form_draft.invalid"))
        }
    }

    fn field(&self, entry: &mut Entry) -> NewField {
        NewField {
            section: self.section.clone(),
            kind: self.kind.clone(),
            label: word(entry, "label", &self.label, &self.label_en),
            help: hint(entry, &self.help, &self.help_en),
            pi_class: match self.pi_class.as_str() {
                "P1" => PiClass::P1,
                "P2" => PiClass::P2,
                _ => PiClass::P0,
            },
            demand: self.demand(),
            options: lines(entry, "options", &self.options),
            other: self.other.clone(),
            unit: entry.line("unit", &self.unit, UNIT),
        }
    }

    fn change(&self, entry: &mut Entry) -> FieldChange {
        let kept = self.kept.iter().filter(|option| !option.drop);
        let option = |option: &TypedOption| {
            let field = format!("option.{}", option.code);
            let word = word(entry, &field, &option.chinese, &option.english);
            (option.code.clone(), word)
        };
        let options = kept.map(option).collect();
        FieldChange {
            label: word(entry, "label", &self.label, &self.label_en),
            help: hint(entry, &self.help, &self.help_en),
            demand: self.demand(),
            span: self.span.trim().parse().unwrap_or_default(),
            options,
            more: lines(entry, "options", &self.options),
        }
    }

    fn demand(&self) -> Demand {
        match self.demand.as_str() {
            "required" => Demand::Required,
            "expected" => Demand::Expected,
            _ => Demand::Free,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(typed: &Typed) -> Vec<(String, &'static str)> {
        let problem = typed.check().expect_err("refused");
        let fields = problem.fields.into_iter();
        fields.map(|p| (p.field, p.code)).collect()
    }

    #[test]
    fn words_are_there_and_bounded_and_all_is_said_at_once() {
        let typed = Typed {
            act: "add_field".into(),
            label: "长".repeat(81),
            help: "a\u{7}".into(),
            unit: "一二三四五六七八九十一二三".into(),
            options: format!("安静 | Quiet\n{}", "长".repeat(81)),
            ..Typed::default()
        };
        let expected = ["label", "help", "options", "unit"];
        let found = problems(&typed);
        let fields: Vec<&str> = found.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, expected, "{found:?}");
        for act in [
            "title",
            "add_section",
            "name_section",
            "name_column",
            "add_field",
            "change_field",
        ] {
            let empty = Typed {
                act: act.into(),
                label: " ".into(),
                ..Typed::default()
            };
            assert_eq!(
                problems(&empty)[0],
                ("label".into(), "form_draft.word_missing"),
                "{act}"
            );
        }
        let nothing = Typed {
            act: "sing".into(),
            ..Typed::default()
        };
        assert_eq!(
            nothing.check().expect_err("refused").code,
            "form_draft.act_unknown"
        );
    }

    #[test]
    fn every_act_is_read_as_it_is_written_and_english_may_wait() {
        for (key, act) in Act::ALL {
            assert_eq!((act.key(), Act::from_key(key)), (key, Some(act)));
        }
        let typed = Typed {
            act: "title".into(),
            label: " 到店偏好 ".into(),
            ..Typed::default()
        };
        let word = Wording {
            chinese: "到店偏好".into(),
            english: "到店偏好".into(),
        };
        assert_eq!(typed.check(), Ok(Edit::Title(word)));
        let typed = Typed {
            act: "add_field".into(),
            label: "偏好".into(),
            options: "安静 | Quiet\n\n聊天｜Chat\n随意".into(),
            ..Typed::default()
        };
        let Ok(Edit::AddField(field)) = typed.check() else {
            panic!("a field")
        };
        let english: Vec<&str> = field.options.iter().map(|o| o.english.as_str()).collect();
        assert_eq!(english, ["Quiet", "Chat", "随意"]);
    }
}
