//! Looks up every field and option that rules, conditions and signatures name.

use crate::condition::{Condition, Reference};
use crate::defect::{Defect, DefectCode};
use crate::expression::Expression;
use crate::field::Field;
use crate::form::Form;
use crate::kinds::Kind;

/// What can be named from one place: the columns of a row first, then the card.
struct Sight<'a> {
    form: &'a Form,
    row: &'a [Field],
}

/// Checks all references of a form.
pub(super) fn lint_rules(form: &Form, defects: &mut Vec<Defect>) {
    let card = Sight { form, row: &[] };
    for field in &form.fields {
        card.lint_field(field, defects);
        let inside = Sight {
            form,
            row: field.columns(),
        };
        field
            .columns()
            .iter()
            .for_each(|column| inside.lint_field(column, defects));
    }
    for (place, rule) in form.rules.iter().enumerate() {
        let path = format!("rules.{}.{place}", rule.code);
        let row = match rule
            .each
            .as_deref()
            .map(|key| form.field(key).map(Field::columns))
        {
            None => &[],
            Some(Some(columns)) if !columns.is_empty() => columns,
            Some(_) => {
                defects.push(Defect::new(DefectCode::F107, path, "each"));
                continue;
            }
        };
        let sight = Sight { form, row };
        if !rule.is_sound() {
            defects.push(Defect::new(DefectCode::F126, path.as_str(), ""));
        }
        sight.lint(&rule.references(), &path, defects);
        for (rows, when) in rule.inner_conditions() {
            let row = form.field(rows).map_or(&[][..], Field::columns);
            Sight { form, row }.lint(&when.references(), &path, defects);
        }
    }
    lint_circles(form, defects);
}

impl<'a> Sight<'a> {
    fn lint_field(&self, field: &Field, defects: &mut Vec<Defect>) {
        let path = |part: &str| format!("fields.{}.{part}", field.path);
        let conditions = [
            ("visible_when", &field.visible_when),
            ("required_when", &field.required_when),
        ];
        for (part, condition) in conditions {
            if let Some(condition) = condition {
                self.lint(&condition.references(), &path(part), defects);
            }
        }
        if let Some(signature) = &field.after_signing
            && !(self.row.is_empty() && self.form.can_wait(field, signature))
        {
            let path = path("after_signing");
            defects.push(Defect::new(DefectCode::F127, path, signature.as_str()));
        }
        if let Some(layer) = field
            .layer
            .as_ref()
            .filter(|l| !self.form.meta.layers.contains(l))
        {
            defects.push(Defect::new(DefectCode::F124, path("layer"), layer.as_str()));
        }
        match &field.kind {
            Kind::Date(date) => {
                for moment in date.earliest.iter().chain(&date.latest) {
                    self.lint(&moment.references(), &path("limits"), defects);
                }
            }
            Kind::Computed(computed) => {
                self.lint(&computed.from.references(), &path("from"), defects);
                if let Some((rows, when)) = inner_condition(&computed.from) {
                    let row = self.form.field(rows).map_or(&[][..], Field::columns);
                    let inside = Sight {
                        form: self.form,
                        row,
                    };
                    inside.lint(&when.references(), &path("from"), defects);
                }
            }
            Kind::Signature(signature) => {
                let here = |key: &str| match self.row {
                    [] => self.form.field(key).is_some(),
                    row => row.iter().any(|f| f.key == key),
                };
                let unknown = signature
                    .covers
                    .iter()
                    .filter(|key| *key != "*" && !here(key));
                for key in unknown {
                    defects.push(Defect::new(DefectCode::F121, path("covers"), key.as_str()));
                }
            }
            _ => {}
        }
    }

    fn lint(&self, references: &[Reference<'_>], path: &str, defects: &mut Vec<Defect>) {
        for reference in references {
            if let Some((code, detail)) = self.wrong(reference) {
                defects.push(Defect::new(code, path, detail));
            }
        }
    }

    fn wrong(&self, reference: &Reference<'_>) -> Option<(DefectCode, String)> {
        let Some(key) = reference.key() else {
            return Some((DefectCode::F109, format!("{reference:?}")));
        };
        let found = match self.find(key) {
            Ok(field) => field,
            Err(detail) => return Some((DefectCode::F107, detail)),
        };
        let unfit = || {
            Some((
                DefectCode::F109,
                format!("{key} is a {}", found.kind.name()),
            ))
        };
        match (reference, &found.kind) {
            (Reference::Field(_), _)
            | (Reference::Date(_), Kind::Date(_))
            | (Reference::Number(_), Kind::Number(_) | Kind::Money(_) | Kind::Scale(_))
            | (Reference::Rows(_), Kind::Repeat(_)) => None,
            (Reference::Ticks(_, codes), Kind::Choices(_))
            | (Reference::Options(_, codes), Kind::Choice(_)) => {
                let unknown = codes.iter().find(|code| !found.options().contains(code));
                unknown.map(|code| (DefectCode::F108, format!("{key}: {code}")))
            }
            (Reference::Option(_, code), Kind::Choice(choice)) => {
                let unknown = !choice.options.iter().any(|o| o == code);
                unknown.then(|| (DefectCode::F108, format!("{key}: {code}")))
            }
            // A plain text or number may be compared with any text.
            (Reference::Options(..), Kind::Choices(_) | Kind::Repeat(_)) => unfit(),
            (Reference::Options(..), _) => None,
            _ => unfit(),
        }
    }

    /// A column of the row or a field of the card; a name that is both is refused, because the
    /// reader of the rule cannot tell which is meant.
    fn find(&self, key: &str) -> Result<&'a Field, String> {
        let card = match key.split_once('.') {
            Some((repeat, column)) => {
                let field = self.form.field(repeat);
                field.and_then(|f| f.columns().iter().find(|c| c.key == column))
            }
            None => self.form.field(key),
        };
        let column = self.row.iter().find(|f| f.key == key);
        match (column, card) {
            (Some(_), Some(_)) => Err(format!("{key} is a column and a field of the card")),
            (Some(field), None) | (None, Some(field)) => Ok(field),
            (None, None) => Err(key.to_owned()),
        }
    }
}

/// The condition inside a count, with the repeat it runs over.
pub(crate) fn inner_condition(expression: &Expression) -> Option<(&str, &Condition)> {
    match expression {
        Expression::Count {
            rows,
            when: Some(when),
        } => Some((rows, when)),
        _ => None,
    }
}

/// A field that is shown only if itself, by some way, is answered would never be shown.
fn lint_circles(form: &Form, defects: &mut Vec<Defect>) {
    for field in &form.fields {
        let mut seen: Vec<&str> = Vec::new();
        let mut open = shown_by(field);
        while let Some(key) = open.pop() {
            if key == field.key {
                let path = format!("fields.{}.visible_when", field.path);
                defects.push(Defect::new(DefectCode::F120, path, seen.join(" ")));
                break;
            }
            if !seen.contains(&key) {
                seen.push(key);
                open.extend(form.field(key).map(shown_by).unwrap_or_default());
            }
        }
    }
}

fn shown_by(field: &Field) -> Vec<&str> {
    field
        .visible_when
        .as_ref()
        .map_or(Vec::new(), Condition::fields)
}
