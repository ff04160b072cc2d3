//! What every page of a card has in common: its frame, its head, what must be seen first.

use kedang_app::cards::{Alert, CardView};
use kedang_app::forms::Form;
use kedang_core::card::{Card, Status};
use kedang_core::customer::Customer;
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::components::{
    Chrome, HeadView, Icon, Tab, Tone, icon, icon_small, page_head, pill, pill_hollow, seg,
};

/// How a card is looked at; what is typed on one look stands on the other.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// As a form on the screen.
    #[default]
    Screen,
    /// As its document.
    Paper,
}

impl Look {
    /// The look of a key; the screen if there is none.
    pub(super) fn of(key: Option<&str>) -> Self {
        match key {
            Some("paper") => Self::Paper,
            _ => Self::Screen,
        }
    }

    /// The key that is sent along.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Paper => "paper",
        }
    }
}

/// The id of the form on either look, for buttons that stand outside of it.
pub(super) const FORM: &str = "card";

/// Where a card is read on a look.
pub(super) fn address(card: &Card, look: Look) -> String {
    match look {
        Look::Screen => format!("/cards/{}", card.id),
        Look::Paper => format!("/cards/{}/paper", card.id),
    }
}

/// The head of a page of a card.
pub(super) struct Head<'a> {
    /// In whose dossier.
    pub(super) customer: &'a Customer,
    /// Address and title of the card, on the pages below it.
    pub(super) above: Option<(&'a str, &'a str)>,
    /// Title of the page.
    pub(super) title: &'a str,
    /// How it stands, small beside the title.
    pub(super) count: &'a str,
}

/// Crumbs, title, buttons.
pub(super) fn head(t: Tongue<'_>, view: &Head<'_>, acts: &Markup) -> Markup {
    let (customers, label) = (t.say("room-customers"), t.say("shell-crumbs"));
    let dossier = format!("/customers/{}", view.customer.id);
    let mut crumbs = vec![
        ("/customers", customers.as_ref()),
        (dossier.as_str(), view.customer.name.as_str()),
    ];
    crumbs.extend(view.above);
    let head = HeadView {
        crumbs: &crumbs,
        crumbs_label: &label,
        title: view.title,
        count: view.count,
        ..HeadView::default()
    };
    page_head(&head, acts)
}

/// The title of a form in the reader's language.
pub(super) fn title<'a>(t: Tongue<'_>, form: &'a Form) -> &'a str {
    &form.words_in(t.lang().code()).title
}

/// How far a card is, in a word.
pub(super) fn status(t: Tongue<'_>, card: &Card) -> Markup {
    if card.is_filed() {
        return pill(Tone::Ok, &t.say("filing-filed"));
    }
    let word = t.say(&format!("card_status-{}", card.status.key()));
    match card.status {
        Status::Open => pill_hollow(Tone::Mute, &word),
        Status::Unsigned => pill(Tone::Warn, &word),
        Status::Signed => pill(Tone::Ok, &word),
    }
}

/// The two ways of looking at one record, in the same place on both.
pub(super) fn looks(t: Tongue<'_>, card: &Card, paper: bool) -> Markup {
    let (screen, page) = (t.say("paper-screen"), t.say("paper-paper"));
    let here = format!("/cards/{}", card.id);
    let there = format!("{here}/paper");
    let tab = |href, label, current| Tab {
        href,
        label,
        count: None,
        current,
    };
    let tabs = [tab(&*here, &*screen, !paper), tab(&there, &page, paper)];
    seg(&t.say("paper-looks"), &tabs)
}

/// The same while it is filled in: the other look takes what is typed along and stores nothing.
/// Before it stands what Enter presses in a line of the form, which a browser takes for the first
/// button there is.
pub(super) fn turns(t: Tongue<'_>, card: &Card, look: Look) -> Markup {
    let to = format!("/cards/{}/sheet?look=", card.id);
    let ways = [(Look::Screen, "paper-screen"), (Look::Paper, "paper-paper")];
    html! {
        button class="vh" type="submit" form=(FORM) tabindex="-1" aria-hidden="true" {}
        div class="seg" role="group" aria-label=(t.say("paper-looks")) {
            @for (way, word) in ways {
                @if way == look { span aria-current="true" { (t.say(word)) } }
                @else {
                    button type="submit" form=(FORM) formnovalidate
                        formaction={ (to) (way.key()) } { (t.say(word)) }
                }
            }
        }
    }
}

/// Which state of the card: 第 5 次修订.
pub(super) fn revision(t: Tongue<'_>, card: &Card) -> String {
    if card.revision == 0 {
        return t.say("cards-blank").into_owned();
    }
    t.with("cards-revision", &[("n", card.revision.into())])
        .into_owned()
}

/// The way to the text to be read beside the card (D12-1); a steward may write the first one.
pub(super) fn reference(
    chrome: &Chrome<'_>,
    t: Tongue<'_>,
    view: &CardView,
    steward: bool,
) -> Markup {
    let to = format!("/forms/{}/reference", view.form.meta.key);
    html! {
        @if let Some(version) = view.reference {
            p { a class="btn s" href=(to) target="_blank" {
                (icon_small(chrome, Icon::Doc)) (t.say("references-open"))
                " · " (t.with("references-nth", &[("n", version.into())]))
            } }
        } @else if steward {
            p { a class="btn quiet s" href={ (to) "/edit" } {
                (icon_small(chrome, Icon::Doc)) (t.say("references-write"))
            } }
        }
    }
}

/// What must be seen wherever the customer is served (D01-9).
pub(super) fn alerts(chrome: &Chrome<'_>, t: Tongue<'_>, alerts: &[Alert]) -> Markup {
    let language = t.lang().code();
    html! {
        @for alert in alerts {
            @if let Some(field) = alert.form.field(&alert.field) {
                div class="banner alert" data-tone="bad" role="note" {
                    (icon(chrome, Icon::Warn))
                    div {
                        b { (alert.form.words_in(language).label(&field.path)) } " "
                        (alert.form.text_of(field, &alert.value, language))
                    }
                }
            }
        }
    }
}
