//! The rows of a list of customers.

use kedang_app::customers::Listed;
use kedang_core::customer::Customer;
use kedang_core::listing::{By, Column, Sort};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::address::SUMMARY;
use super::ask::ListAsk;
use super::bulk_bar::BULK;
use super::screen::Screen;
use crate::Web;
use crate::components::{
    Chrome, Col, Icon, Place, Sorted, Tone, cell, grade, icon, lead_cell, list_table, peek_link,
    person, pill, pill_hollow, who,
};

/// The table of what is asked.
pub(super) fn table(
    web: &Web,
    chrome: &Chrome,
    t: Tongue,
    ask: &ListAsk,
    screen: &Screen,
) -> Markup {
    let columns = &screen.question.columns;
    let places: Vec<_> = columns
        .iter()
        .map(|column| place(*column, columns))
        .collect();
    let paper = on_paper(screen);
    let labels: Vec<_> = columns
        .iter()
        .map(|column| label(t, *column, paper))
        .collect();
    let sorts: Vec<_> = columns
        .iter()
        .map(|column| sort(*column, ask, screen))
        .collect();
    let cols: Vec<_> = labels
        .iter()
        .zip(&places)
        .zip(&sorts)
        .map(|((label, place), sort)| Col {
            label,
            place: *place,
            sort: sort.as_ref().map(|(href, sorted)| (href.as_str(), *sorted)),
        })
        .collect();
    let list = listed_at(ask, screen);
    let line = Line {
        web,
        chrome,
        t,
        list: &list,
        picks: screen.picks,
    };
    let rows = html! {
        @for (n, (row, matched)) in screen.rows.iter().enumerate() {
            tr {
                @for (column, place) in columns.iter().zip(&places) {
                    @match column {
                        Column::Name => (line.lead(&row.customer, matched.as_deref())),
                        Column::Number => (cell(*place, &html! { (ask.from as usize + n + 1) })),
                        _ => (cell(*place, &line.value(*column, row))),
                    }
                }
            }
        }
    };
    let all = t.say("bulk-pick_all");
    let all = screen.picks.then_some(all.as_ref());
    list_table(chrome, &t.say("customers-title"), all, &cols, &rows)
}

/// What a customer's page is told of the list it was opened from; a search is none.
fn listed_at(ask: &ListAsk, screen: &Screen) -> String {
    if !ask.q.is_empty() {
        return String::new();
    }
    let list = screen.question.to_explicit_query();
    let pair = serde_urlencoded::to_string([("list", &list)]).unwrap_or_default();
    format!("?{pair}")
}

/// Whether it is 客户归类汇总表 with its own columns (D10-2).
pub(super) fn on_paper(screen: &Screen) -> bool {
    screen.base.key == SUMMARY && screen.question.columns == Column::SUMMARY
}

/// The word over a column; on 客户归类汇总表 those of the paper (D10-2).
pub(super) fn label(t: Tongue, column: Column, paper: bool) -> String {
    t.say(&column.word(paper)).into_owned()
}

/// Where a column stands: on a phone a row is a card of name, mark and one more.
fn place(column: Column, shown: &[Column]) -> Place {
    let first = |of: &[Column]| of.iter().find(|one| shown.contains(one)).copied();
    let grade = Column::Detail("grade");
    if column == Column::Name {
        Place::Lead
    } else if Some(column) == first(&[Column::Stage, grade, Column::Kind]) {
        Place::Mark
    } else if Some(column) == first(&[Column::Owner, Column::Person, Column::Detail("city")]) {
        Place::More
    } else if column == Column::Number {
        Place::Number
    } else {
        Place::Wide
    }
}

/// Where the list is sorted by a column, and how it is now.
fn sort(column: Column, ask: &ListAsk, screen: &Screen) -> Option<(String, Sorted)> {
    let (by, down) = match column {
        Column::Name => (By::Name, false),
        Column::Code => (By::Code, false),
        Column::Created => (By::Created, true),
        Column::Updated => (By::Updated, true),
        _ => return None,
    };
    if !ask.q.is_empty() {
        return None;
    }
    let now = screen.question.sort;
    let (next, sorted) = match (now.by == by, now.down) {
        (true, true) => (now.turned(), Sorted::Down),
        (true, false) => (now.turned(), Sorted::Up),
        (false, _) => (Sort { by, down }, Sorted::No),
    };
    Some((screen.base.address(&screen.question.sorted(next)), sorted))
}

/// What every row is drawn with.
struct Line<'a> {
    web: &'a Web,
    chrome: &'a Chrome<'a>,
    t: Tongue<'a>,
    list: &'a str,
    picks: bool,
}

impl Line<'_> {
    fn lead(&self, customer: &Customer, matched: Option<&str>) -> Markup {
        let href = format!("/customers/{}{}", customer.id, self.list);
        let under = match matched.filter(|m| *m != customer.name && *m != customer.code) {
            Some(matched) => format!("{} · {matched}", customer.code),
            None => customer.code.clone(),
        };
        let mark = mark(self.chrome, self.t, customer);
        let label = self
            .t
            .with("peek-look", &[("name", (&customer.name).into())]);
        let glance = format!("/customers/{}/peek{}", customer.id, self.list);
        lead_cell(&html! {
            div class="lead-row" {
                @if self.picks { (self.pick(customer)) }
                (who(&mark, &href, &customer.name, &under))
                (peek_link(self.chrome, customer.id.as_str(), &glance, &label))
            }
        })
    }

    /// The box that chooses the row, as it stands now.
    fn pick(&self, customer: &Customer) -> Markup {
        let label = self
            .t
            .with("bulk-pick", &[("name", (&customer.name).into())]);
        html! {
            label class="row-pick" {
                input type="checkbox" name="pick" form=(BULK) aria-label=(label)
                    value={ (customer.id) "." (customer.version) };
            }
        }
    }

    fn value(&self, column: Column, row: &Listed) -> Markup {
        let (t, customer) = (self.t, &row.customer);
        match column {
            Column::Number | Column::Name => html! {},
            Column::Stage => stage(t, &customer.stage),
            Column::Owner => owner(t, customer),
            other => {
                let word = |key: &str| t.say(key).into_owned();
                html! { (row.shown(other).said(word, &self.web.app.zone)) }
            }
        }
    }
}

/// What stands before a customer's name: its grade, else what kind it is.
pub(super) fn mark(chrome: &Chrome, t: Tongue, customer: &Customer) -> Markup {
    match (&customer.details.grade, customer.kind.as_str()) {
        (Some(letter), _) => grade(letter, &t.say("field-grade")),
        (None, "individual") => icon(chrome, Icon::User),
        (None, _) => icon(chrome, Icon::Building),
    }
}

/// Where a customer stands, in a word.
pub(super) fn stage(t: Tongue, stage: &str) -> Markup {
    let word = t.say(&format!("stage-{stage}"));
    match stage {
        "potential" => pill(Tone::Info, &word),
        "prospect" => pill_hollow(Tone::Plum, &word),
        "active" => pill(Tone::Ok, &word),
        "lost" => pill(Tone::Bad, &word),
        _ => pill_hollow(Tone::Mute, &word),
    }
}

/// Who looks after it.
pub(super) fn owner(t: Tongue, customer: &Customer) -> Markup {
    match &customer.owner {
        Some(owner) => person(&owner.id, &owner.name),
        None => html! { (t.say("customers-nobody")) },
    }
}
