//! The parts of the form in which a customer is changed.

use kedang_app::customers::Choices;
use kedang_core::customer::{Customer, Named, Party, Stage};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::edit_draft::Draft;
use crate::changes::change_part;
use crate::components::{ChipsView, Choice, FieldView, Kind, Span, chips, field, part};
use crate::form::Refused;

/// Fields with whom they concern (`i` individuals, `o` organizations) and their width.
type Row = (&'static str, &'static str, Span);

/// 企业标准档 (D02-5): what every file of a company has.
const STANDARD: &[Row] = &[
    ("uscc", "o", Span::Half),
    ("legal_representative", "o", Span::Half),
    ("registered_capital", "o", Span::Half),
    ("nature", "o", Span::Half),
    ("industry", "o", Span::TwoThirds),
    ("industry_code", "o", Span::Third),
    ("business_scope", "o", Span::Full),
];
/// A person's own.
const PERSON: &[Row] = &[
    ("sex", "i", Span::Third),
    ("birth", "i", Span::Third),
    ("occupation", "i", Span::Third),
    ("employer", "i", Span::Full),
    ("hobbies", "i", Span::Full),
];
const REACH: &[Row] = &[
    ("contact", "o", Span::Third),
    ("mobile", "io", Span::Third),
    ("phone", "io", Span::Third),
    ("fax", "o", Span::Third),
    ("email", "io", Span::Third),
    ("wechat", "io", Span::Third),
    ("province", "io", Span::Third),
    ("city", "io", Span::Third),
    ("district", "io", Span::Third),
    ("address", "io", Span::TwoThirds),
    ("postcode", "io", Span::Third),
    ("note", "io", Span::Full),
];

/// The form of one request.
struct Form<'a> {
    t: Tongue<'a>,
    customer: &'a Customer,
    draft: &'a Draft,
    refused: &'a Refused<'a>,
}

/// All parts.
pub(super) fn fields(
    t: Tongue,
    customer: &Customer,
    choices: &Choices,
    draft: &Draft,
    refused: &Refused,
) -> Markup {
    let form = Form {
        t,
        customer,
        draft,
        refused,
    };
    let own = match customer.kind.as_str() {
        "individual" => (t.say("customer_edit-person"), [PERSON, STANDARD]),
        _ => (t.say("customer_edit-standard"), [STANDARD, PERSON]),
    };
    html! {
        (part(&t.say("customer_edit-head"), &t.say("customer_edit-head_note"), &form.head()))
        (part(&own.0, "", &html! { @for rows in own.1 { (form.rows(rows)) } }))
        (part(&t.say("customer_edit-reach"), "", &form.rows(REACH)))
        (change_part(t, &draft.change, refused, &t.say("changes-part_note")))
        @if !choices.departments.is_empty() {
            (part(&t.say("customer_edit-whose"), &t.say("customer_edit-whose_note"), &form.whose(choices)))
        }
    }
}

impl Form<'_> {
    fn head(&self) -> Markup {
        let t = self.t;
        let stages: Vec<_> = Stage::ALL
            .iter()
            .map(|stage| stage.key())
            .map(|key| {
                (
                    key,
                    t.say(&format!("stage-{key}")).into_owned(),
                    key == self.draft.get("stage"),
                )
            })
            .collect();
        let chosen = |key: &str| self.draft.types.iter().any(|one| one == key);
        let types: Vec<_> = Party::ALL
            .iter()
            .map(|party| party.key())
            .map(|key| {
                (
                    key,
                    t.say(&format!("party-{key}")).into_owned(),
                    chosen(key),
                )
            })
            .collect();
        let (name, reason) = (t.say("customers-name"), t.say("customer_edit-stage_reason"));
        let how = t.say("customers-how_met");
        html! {
            (self.field("name", &FieldView { label: &name, must: true, max_len: Some(120), span: Span::TwoThirds, ..FieldView::default() }))
            (self.rows(&[("short_name", "o", Span::Third)]))
            (self.chips("types", &t.say("customer_edit-types"), true, true, &types))
            (self.chips("stage", &t.say("customers-stage"), false, true, &stages))
            (self.field("stage_reason", &FieldView { label: &reason, max_len: Some(200), span: Span::TwoThirds,
                help: Some(&t.say("customer_edit-stage_reason_help")), ..FieldView::default() }))
            (self.rows(&[("grade", "io", Span::Third)]))
            (self.field("how_met", &FieldView { label: &how, must: true, max_len: Some(200), ..FieldView::default() }))
        }
    }

    fn chips(
        &self,
        name: &str,
        legend: &str,
        many: bool,
        must: bool,
        all: &[(&str, String, bool)],
    ) -> Markup {
        let choices: Vec<_> = all
            .iter()
            .map(|(value, label, on)| Choice {
                value,
                label,
                on: *on,
            })
            .collect();
        chips(&ChipsView {
            name,
            legend,
            many,
            choices: &choices,
            must,
            help: None,
            err: self.refused.of(name).as_deref(),
            span: Span::Full,
        })
    }

    /// Plain fields: those that concern the customer, and others that are answered.
    fn rows(&self, rows: &[Row]) -> Markup {
        let kind = self.customer.kind.get(..1).unwrap_or("");
        html! {
            @for (name, whom, span) in rows {
                @if whom.contains(kind) || !self.draft.get(name).is_empty() { (self.plain(name, *span)) }
            }
        }
    }

    fn plain(&self, name: &str, span: Span) -> Markup {
        let (t, value) = (self.t, self.draft.get(name));
        let label = t.say(&format!("field-{name}"));
        let none = t.say("customer-unanswered");
        let coded: Vec<(String, String)> = match name {
            "sex" => ["male", "female"]
                .map(|k| (k.to_owned(), t.say(&format!("sex-{k}")).into_owned()))
                .into(),
            "grade" => ["A", "B", "C", "D"]
                .map(|k| (k.to_owned(), k.to_owned()))
                .into(),
            _ => Vec::new(),
        };
        let mut choices = vec![Choice {
            value: "",
            label: &none,
            on: value.is_empty(),
        }];
        choices.extend(coded.iter().map(|(value_of, label)| Choice {
            value: value_of,
            label,
            on: value_of == value,
        }));
        let kind = match name {
            "sex" | "grade" => Kind::Select(&choices),
            "note" | "business_scope" => Kind::Long,
            "mobile" | "phone" | "fax" => Kind::Tel,
            "email" => Kind::Email,
            "birth" => Kind::Date,
            _ => Kind::Text,
        };
        let help = match name {
            "registered_capital" => Some(t.say("customer_edit-capital_help")),
            "uscc" => Some(t.say("customer_new-uscc_help")),
            _ => None,
        };
        self.field(
            name,
            &FieldView {
                label: &label,
                kind,
                span,
                help: help.as_deref(),
                ..FieldView::default()
            },
        )
    }

    fn field(&self, name: &str, view: &FieldView<'_>) -> Markup {
        let err = self.refused.of(name);
        field(&FieldView {
            name,
            value: self.draft.get(name),
            err: err.as_deref(),
            ..*view
        })
    }

    /// Owner and department, for those who may give the customer away.
    fn whose(&self, choices: &Choices) -> Markup {
        let t = self.t;
        let nobody = t.say("customers-nobody");
        let holds = |id: &str| self.draft.co_owners.iter().flatten().any(|one| one == id);
        let helpers: Vec<_> = choices
            .owners
            .iter()
            .map(|one| (one.id.as_str(), one.name.clone(), holds(&one.id)))
            .collect();
        let owners = choose(
            &choices.owners,
            self.customer.owner.as_ref(),
            self.draft.get("owner"),
        );
        let mut all = vec![Choice {
            value: "",
            label: &nobody,
            on: self.draft.get("owner").is_empty(),
        }];
        all.extend(owners);
        let departments = choose(
            &choices.departments,
            Some(&self.customer.department),
            self.draft.get("department"),
        );
        html! {
            (self.field("owner", &FieldView { label: &t.say("customers-owner"), kind: Kind::Select(&all), span: Span::Half, ..FieldView::default() }))
            input type="hidden" name="co_owners" value="";
            // Those whom he cannot choose stay.
            @for id in self.draft.co_owners.iter().flatten() {
                @if !id.is_empty() && !choices.owners.iter().any(|one| one.id == *id) {
                    input type="hidden" name="co_owners" value=(id);
                }
            }
            (self.chips("co_owners", &t.say("customers-co_owners"), true, false, &helpers))
            (self.field("department", &FieldView { label: &t.say("customers-department"), kind: Kind::Select(&departments), span: Span::Half, ..FieldView::default() }))
        }
    }
}

/// Those who can be chosen, and whoever it is now although he cannot.
fn choose<'a>(all: &'a [Named], now: Option<&'a Named>, on: &str) -> Vec<Choice<'a>> {
    let now = now.filter(|now| !all.iter().any(|one| one.id == now.id));
    let one = |one: &'a Named| Choice {
        value: &one.id,
        label: &one.name,
        on: one.id == on,
    };
    now.into_iter().chain(all).map(one).collect()
}

#[cfg(test)]
mod tests {
    use kedang_core::customer::Details;

    use super::*;

    #[test]
    fn every_plain_field_can_be_edited() {
        let rows = || STANDARD.iter().chain(PERSON).chain(REACH);
        let shown = |field: &str| {
            matches!(field, "short_name" | "grade") || rows().any(|(name, ..)| *name == field)
        };
        for field in Details::FIELDS {
            assert!(shown(field), "{field}");
        }
    }
}
