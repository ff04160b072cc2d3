//! The bar over a list: search, conditions in force, more conditions, columns, saving.

use kedang_core::Problem;
use kedang_core::listing::{Choice, Field, Filter, Test};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::address::{ANALYSIS, BOARD, LIST, at};
use super::ask::ListAsk;
use super::besides;
use super::narrow;
use super::screen::Screen;
use super::shown;
use crate::components::{Btn, Chrome, FilterPill, Icon, Tab, btn, filter_pill, filters, fold, seg};
use crate::views::{self, SaveForm};

/// The bar.
pub(super) fn bar(
    chrome: &Chrome,
    t: Tongue,
    ask: &ListAsk,
    screen: &Screen,
    save: Option<&(SaveForm, Problem)>,
) -> Markup {
    let body = html! {
        (search(chrome, t, ask))
        @if ask.q.is_empty() {
            (looks(t, screen))
            (quick(t, screen))
            (fold(chrome, Icon::Filter, &t.say("lists-narrow"), screen.refused.is_some(),
                &narrow::form(chrome, t, ask, screen)))
            @for filter in &screen.question.filters { (pill(chrome, t, screen, filter)) }
            (besides::pills(chrome, t, screen))
        }
    };
    let tail = html! {
        @if ask.q.is_empty() {
            @if screen.base.path == LIST {
                (fold(chrome, Icon::Sliders, &t.say("lists-columns"), false,
                    &shown::form(chrome, t, screen)))
            }
            (views::forms(chrome, t, screen, save))
        }
    };
    filters(&body, &tail)
}

fn search(chrome: &Chrome, t: Tongue, ask: &ListAsk) -> Markup {
    let go = t.say("lists-search");
    html! {
        form method="get" action="/customers" role="search" aria-label=(t.say("shell-find_label")) {
            input class="in" type="search" name="q" value=(ask.q) maxlength="200"
                aria-label=(t.say("shell-find_label")) placeholder=(t.say("shell-find"));
            (btn(chrome, &Btn::new(&go).small()))
        }
    }
}

/// The same customers as rows, on the board or as figures.
fn looks(t: Tongue, screen: &Screen) -> Markup {
    let query = screen.base.query(&screen.question);
    let (rows, board) = (t.say("board-as_list"), t.say("board-as_board"));
    let figures = t.say("analysis-title");
    let looks = [(LIST, &rows), (BOARD, &board), (ANALYSIS, &figures)];
    let looks = looks.map(|(path, label)| (at(path, &query), label, path));
    let tabs: Vec<_> = looks
        .iter()
        .map(|(href, label, path)| Tab {
            href,
            label,
            count: None,
            current: screen.base.path == *path,
        })
        .collect();
    seg(&t.say("board-looks"), &tabs)
}

/// All, mine, nobody's: for those who see more than their own.
fn quick(t: Tongue, screen: &Screen) -> Markup {
    if screen.choices.owners.is_empty() {
        return html! {};
    }
    let now = screen.question.choices(Field::Owner);
    let rest = screen.question.without(Field::Owner);
    let kinds = [
        (None, "lists-everyone"),
        (Some(Choice::Me), "lists-me"),
        (Some(Choice::Nothing), "customers-nobody"),
    ];
    let items = kinds.map(|(choice, key)| {
        let wanted: Vec<_> = choice.into_iter().collect();
        let question = rest.with(Field::Owner, wanted.clone());
        (screen.base.address(&question), t.say(key), now == wanted)
    });
    let tabs: Vec<_> = items
        .iter()
        .map(|(href, label, current)| Tab {
            href,
            label,
            count: None,
            current: *current,
        })
        .collect();
    seg(&t.say("ask-owner"), &tabs)
}

/// A condition in force, as a sentence with a cross behind it.
fn pill(chrome: &Chrome, t: Tongue, screen: &Screen, filter: &Filter) -> Markup {
    let label = t.say(&format!("ask-{}", filter.field.key()));
    let clear = t.with("lists-clear", &[("what", label.as_ref().into())]);
    filter_pill(
        chrome,
        &FilterPill {
            label: &label,
            value: &value(t, screen, filter),
            clear_href: &screen.base.address(&screen.question.without(filter.field)),
            clear_label: &clear,
        },
    )
}

/// What a filter asks for, in words.
pub(super) fn value(t: Tongue, screen: &Screen, filter: &Filter) -> String {
    match &filter.test {
        Test::OneOf(choices) => {
            let said = choices
                .iter()
                .map(|one| choice(t, screen, filter.field, one));
            said.collect::<Vec<_>>().join(&t.say("lists-or"))
        }
        Test::Days { from, to } => {
            let day = |day: jiff::civil::Date| day.to_string();
            between(t, from.map(day).as_deref(), to.map(day).as_deref())
        }
    }
}

/// From one value to another, in words.
pub(super) fn between(t: Tongue, from: Option<&str>, to: Option<&str>) -> String {
    let said = match (from, to) {
        (Some(from), Some(to)) => t.with("lists-days", &[("from", from.into()), ("to", to.into())]),
        (Some(from), None) => t.with("lists-days_from", &[("from", from.into())]),
        (None, Some(to)) => t.with("lists-days_to", &[("to", to.into())]),
        (None, None) => return String::new(),
    };
    said.into_owned()
}

/// One value in words.
pub(super) fn choice(t: Tongue, screen: &Screen, field: Field, choice: &Choice) -> String {
    let named = |known: &[kedang_core::customer::Named], id: &str| {
        let found = known.iter().find(|one| one.id == id);
        found.map_or_else(
            || t.say("lists-somebody").into_owned(),
            |one| one.name.clone(),
        )
    };
    match (choice, field) {
        (Choice::Me, _) => t.say("lists-me").into_owned(),
        (Choice::Nothing, Field::Owner) => t.say("customers-nobody").into_owned(),
        (Choice::Nothing, _) => t.say("lists-blank").into_owned(),
        (Choice::Value(key), Field::Kind) => t.say(&format!("kind-{key}")).into_owned(),
        (Choice::Value(key), Field::Stage) => t.say(&format!("stage-{key}")).into_owned(),
        (Choice::Value(id), Field::Owner) => named(&screen.choices.owners, id),
        (Choice::Value(id), Field::Department) => named(&screen.choices.departments, id),
        (Choice::Value(text), _) => text.clone(),
    }
}
