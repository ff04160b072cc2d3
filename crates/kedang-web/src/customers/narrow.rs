//! The form that narrows a list: a plain GET form, empty fields count as not asked.

use kedang_core::customer::{CustomerKind, Named, Stage};
use kedang_core::listing::{Choice as Wanted, Field};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::address::at;
use super::ask::ListAsk;
use super::bar::choice;
use super::screen::Screen;
use crate::components::{
    Btn, ChipsView, Choice, Chrome, FieldView, Kind, Span, btn, btn_link, chips, field,
};
use crate::form::Refused;

/// The form, filled with what is asked now, or with what was typed if that does not hold.
pub(super) fn form(chrome: &Chrome, t: Tongue, ask: &ListAsk, screen: &Screen) -> Markup {
    let typed = match screen.refused {
        Some(_) => ask.typed.clone(),
        None => pairs(&screen.question.to_explicit_query()),
    };
    let form = Form {
        t,
        screen,
        typed,
        refused: Refused::new(screen.refused.as_ref(), t),
    };
    let (go, none) = (t.say("lists-apply"), t.say("lists-clear_all"));
    let answers = at("/customers/answers", &screen.base.query(&screen.question));
    html! {
        form method="get" action=(screen.base.path) class="fields" {
            (form.kept())
            (form.chips(Field::Stage, &Stage::ALL.map(Stage::key), Span::Full))
            (form.chips(Field::Grade, &["A", "B", "C", "D", "none"], Span::TwoThirds))
            (form.chips(Field::Kind, &CustomerKind::ALL.map(CustomerKind::key), Span::Third))
            @if !screen.choices.owners.is_empty() {
                (form.select(Field::Owner, &screen.choices.owners, &["me", "none"]))
                (form.select(Field::Department, &screen.choices.departments, &[]))
            }
            (form.line(Field::Province.key(), "ask-province", Kind::Text, Span::Third))
            (form.line(Field::City.key(), "ask-city", Kind::Text, Span::Third))
            (form.line(Field::IndustryCode.key(), "ask-industry_code", Kind::Text, Span::Third))
            (form.line("created_from", "ask-created_from", Kind::Date, Span::Quarter))
            (form.line("created_to", "ask-created_to", Kind::Date, Span::Quarter))
            (form.line("updated_from", "ask-updated_from", Kind::Date, Span::Quarter))
            (form.line("updated_to", "ask-updated_to", Kind::Date, Span::Quarter))
            div class="c12 row" {
                (btn(chrome, &Btn::new(&go).go().small()))
                @if screen.question.narrows() {
                    (btn_link(chrome, &Btn::new(&none).quiet().small(),
                        &screen.base.address(&screen.question.bare())))
                }
                a href=(answers) { (t.say("lists-answers_go")) }
            }
        }
    }
}

/// The parameters of a query.
pub(super) fn pairs(query: &str) -> Vec<(String, String)> {
    serde_urlencoded::from_str(query).unwrap_or_default()
}

/// Parameters that go along unseen.
pub(super) fn hidden<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Markup {
    html! { @for (name, value) in pairs { input type="hidden" name=(name) value=(value); } }
}

struct Form<'a> {
    t: Tongue<'a>,
    screen: &'a Screen,
    typed: Vec<(String, String)>,
    refused: Refused<'a>,
}

impl Form<'_> {
    /// View, order and columns, which this form does not change. The order is always said: a form
    /// of empty fields then still means an empty question and not that of the view.
    fn kept(&self) -> Markup {
        let sort = self.screen.question.sort.key();
        let owned = self.screen.choices.owners.is_empty();
        let kept = |key: &str| {
            key == "columns"
                || key == "under"
                || key.starts_with("answer")
                || (owned && ["owner", "department"].contains(&key))
        };
        let typed = self.typed.iter().filter(|(key, _)| kept(key));
        let view = &self.screen.base.key;
        let view = (!view.is_empty()).then_some(("view", view.as_str()));
        html! {
            (hidden([("sort", sort.as_str())]))
            (hidden(view))
            (hidden(typed.map(|(key, value)| (key.as_str(), value.as_str()))))
        }
    }

    /// What was typed into a field, several values between commas.
    fn value(&self, name: &str) -> String {
        let typed = self.typed.iter().filter(|(key, _)| key == name);
        let typed: Vec<_> = typed.map(|(_, value)| value.as_str()).collect();
        typed.join(",")
    }

    fn said(&self, field: Field, key: &str) -> String {
        let wanted = match key {
            "me" => Wanted::Me,
            "none" => Wanted::Nothing,
            other => Wanted::Value(other.to_owned()),
        };
        choice(self.t, self.screen, field, &wanted)
    }

    fn chips(&self, field: Field, keys: &[&str], span: Span) -> Markup {
        let value = self.value(field.key());
        let labels: Vec<_> = keys.iter().map(|key| self.said(field, key)).collect();
        let choices: Vec<_> = keys
            .iter()
            .zip(&labels)
            .map(|(key, label)| Choice {
                value: key,
                label,
                on: value.split(',').any(|typed| typed == *key),
            })
            .collect();
        chips(&ChipsView {
            name: field.key(),
            legend: &self.t.say(&format!("ask-{}", field.key())),
            many: true,
            choices: &choices,
            must: false,
            help: None,
            err: self.refused.of(field.key()).as_deref(),
            span,
        })
    }

    fn select(&self, field: Field, known: &[Named], more: &[&str]) -> Markup {
        let value = self.value(field.key());
        let any = self.t.say("lists-any").into_owned();
        let mut options = vec![(String::new(), any)];
        options.extend(
            more.iter()
                .map(|key| ((*key).to_owned(), self.said(field, key))),
        );
        options.extend(known.iter().map(|one| (one.id.clone(), one.name.clone())));
        if !options.iter().any(|(key, _)| *key == value) {
            // Several at once, from an address: kept as one choice.
            let said: Vec<_> = value.split(',').map(|key| self.said(field, key)).collect();
            options.push((value.clone(), said.join(&self.t.say("lists-or"))));
        }
        let choices: Vec<_> = options
            .iter()
            .map(|(key, label)| Choice {
                value: key,
                label,
                on: *key == value,
            })
            .collect();
        field_of(
            self,
            field.key(),
            &format!("ask-{}", field.key()),
            Kind::Select(&choices),
            Span::Half,
        )
    }

    fn line(&self, name: &str, key: &str, kind: Kind, span: Span) -> Markup {
        field_of(self, name, key, kind, span)
    }
}

fn field_of(form: &Form, name: &str, key: &str, kind: Kind, span: Span) -> Markup {
    let (label, err) = (form.t.say(key), form.refused.of(name));
    let day = matches!(kind, Kind::Date).then_some("2026-01-31");
    field(&FieldView {
        name,
        label: &label,
        value: &form.value(name),
        kind,
        placeholder: day,
        err: err.as_deref(),
        span,
        ..FieldView::default()
    })
}
