//! Words for all there is, in every language, and for nothing else.

use std::collections::{BTreeMap, BTreeSet};

use super::Words;
use crate::defect::{Defect, DefectCode};
use crate::field::Field;
use crate::form::Form;
use crate::kinds::{Kind, WEEKDAYS};

/// Checks every language of a form against its fields.
pub(crate) fn lint_words(form: &Form, defects: &mut Vec<Defect>) {
    let needed = Needed::of(form);
    for (tag, words) in form.words.iter() {
        let mut lint = Lint {
            path: format!("words.{tag}"),
            defects,
        };
        if words.title.is_empty() {
            lint.report(DefectCode::F110, "title", "");
        }
        lint.table("label", &words.label, &needed.labels, DefectCode::F110);
        lint.table(
            "section",
            &words.section,
            &needed.sections,
            DefectCode::F110,
        );
        lint.table("copy", &words.copy, &needed.copies, DefectCode::F110);
        lint.table("layer", &words.layer, &needed.layers, DefectCode::F110);
        lint.table(
            "finding",
            &words.finding,
            &needed.findings,
            DefectCode::F123,
        );
        lint.tables("option", &words.option, &needed.options);
        lint.tables("grade", &words.grade, &needed.grades);
        lint.tables("place", &words.place, &needed.places);
        let captions = form.layout.paper.captions().collect();
        lint.table("caption", &words.caption, &captions, DefectCode::F110);
        let known = [
            ("help", &words.help, &needed.labels),
            ("paper", &words.paper, &needed.labels),
            ("unit", &words.unit, &needed.units),
        ];
        for (name, table, known) in known {
            let unknown = table.keys().filter(|key| !known.contains(key.as_str()));
            unknown.for_each(|key| lint.report(DefectCode::F112, name, key));
        }
    }
}

/// All that needs words.
#[derive(Default)]
struct Needed<'a> {
    labels: BTreeSet<&'a str>,
    sections: BTreeSet<&'a str>,
    copies: BTreeSet<&'a str>,
    layers: BTreeSet<&'a str>,
    units: BTreeSet<&'a str>,
    findings: BTreeSet<&'a str>,
    options: BTreeMap<&'a str, BTreeSet<&'a str>>,
    grades: BTreeMap<&'a str, BTreeSet<&'a str>>,
    places: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Needed<'a> {
    fn of(form: &'a Form) -> Self {
        let mut needed = Self::default();
        for field in &form.fields {
            needed.field(field);
            field
                .columns()
                .iter()
                .for_each(|column| needed.field(column));
        }
        needed
            .sections
            .extend(form.layout.section.iter().map(|s| s.key.as_str()));
        let copied = form.layout.section.iter().filter(|s| !s.copy.is_empty());
        needed.copies.extend(copied.map(|s| s.key.as_str()));
        needed
            .layers
            .extend(form.meta.layers.iter().map(String::as_str));
        needed
            .findings
            .extend(form.rules.iter().map(|rule| rule.code.as_str()));
        needed
    }

    fn field(&mut self, field: &'a Field) {
        self.labels.insert(&field.path);
        let codes = field.hidden_code.iter().chain(&field.missing_code);
        self.findings.extend(codes.map(String::as_str));
        match &field.kind {
            Kind::TimeWindow(_) => {
                self.options
                    .entry(field.option_table())
                    .or_default()
                    .extend(WEEKDAYS);
            }
            Kind::Number(number) => self.units.extend(number.unit.as_deref()),
            Kind::Computed(computed) => self.units.extend(computed.unit.as_deref()),
            _ => {}
        }
        if !field.options().is_empty() {
            let codes = field.options().iter().map(String::as_str);
            self.options
                .entry(field.option_table())
                .or_default()
                .extend(codes);
        }
        if let Kind::Choices(choices) = &field.kind {
            let tables = [
                (&mut self.grades, &choices.grades),
                (&mut self.places, &choices.places),
            ];
            for (needed, codes) in tables.into_iter().filter(|(_, codes)| !codes.is_empty()) {
                let codes = codes.iter().map(String::as_str);
                needed.entry(&field.path).or_default().extend(codes);
            }
        }
    }
}

struct Lint<'d> {
    path: String,
    defects: &'d mut Vec<Defect>,
}

impl Lint<'_> {
    fn report(&mut self, code: DefectCode, table: &str, key: &str) {
        self.defects
            .push(Defect::new(code, format!("{}.{table}", self.path), key));
    }

    fn table(
        &mut self,
        name: &str,
        table: &BTreeMap<String, String>,
        needed: &BTreeSet<&str>,
        missing: DefectCode,
    ) {
        let filled = |key: &str| table.get(key).is_some_and(|text| !text.trim().is_empty());
        needed
            .iter()
            .filter(|key| !filled(key))
            .for_each(|key| self.report(missing, name, key));
        let unknown = table.keys().filter(|key| !needed.contains(key.as_str()));
        unknown.for_each(|key| self.report(DefectCode::F112, name, key));
    }

    fn tables(
        &mut self,
        name: &str,
        tables: &BTreeMap<String, BTreeMap<String, String>>,
        needed: &BTreeMap<&str, BTreeSet<&str>>,
    ) {
        let empty = BTreeMap::new();
        for (key, codes) in needed {
            let table = tables.get(*key).unwrap_or(&empty);
            self.table(&format!("{name}.{key}"), table, codes, DefectCode::F111);
        }
        let unknown = tables
            .keys()
            .filter(|key| !needed.contains_key(key.as_str()));
        unknown.for_each(|key| self.report(DefectCode::F112, name, key));
    }
}

impl Words {
    /// The sentence of a finding of this form, if the form has its own.
    #[must_use]
    pub fn finding(&self, code: &str) -> Option<&str> {
        self.finding.get(code).map(String::as_str)
    }
}
