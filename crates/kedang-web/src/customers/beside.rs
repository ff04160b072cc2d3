//! The way from a customer to its neighbours in the list it was opened from (T-44).

use jiff::tz::TimeZone;
use kedang_app::customers::{self, Neighbours};
use kedang_app::{AppError, Scene, Tx};
use kedang_core::CustomerId;
use kedang_core::customer::Customer;
use kedang_core::listing::Question;
use kedang_words::Tongue;
use maud::{Markup, html};
use serde::Deserialize;

use super::address::at;
use crate::components::{Btn, Chrome, Icon, btn_link};

/// From which list a customer is opened.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct BesideAsk {
    /// Its question, a query.
    list: Option<String>,
}

/// A list and who stands beside the customer in it.
pub(super) struct Beside {
    list: String,
    neighbours: Neighbours,
}

impl Beside {
    /// Reads the neighbours; `None` without a list, or with one that cannot be read.
    pub(super) fn read(
        tx: &mut Tx,
        scene: &Scene,
        ask: &BesideAsk,
        zone: &TimeZone,
        customer: &Customer,
    ) -> Result<Option<Self>, AppError> {
        let question = ask.list.as_deref().map(Question::from_query);
        let Some(Ok(question)) = question else {
            return Ok(None);
        };
        let neighbours = customers::neighbours(tx, scene, &question, zone, customer)?;
        Ok(Some(Self {
            list: question.to_explicit_query(),
            neighbours,
        }))
    }

    /// Who stands beside the customer.
    pub(super) fn neighbours(&self) -> &Neighbours {
        &self.neighbours
    }

    /// Where a customer's glance is as a row of the list.
    pub(super) fn peek(&self, id: &CustomerId) -> String {
        self.href(id).replacen('?', "/peek?", 1)
    }

    /// Where a customer is as a row of the list.
    pub(super) fn href(&self, id: &CustomerId) -> String {
        let list = serde_urlencoded::to_string([("list", &self.list)]).unwrap_or_default();
        format!("/customers/{id}?{list}")
    }
}

/// Back to the list, and to the customers before and after; the island gives them K and J.
pub(super) fn beside(chrome: &Chrome, t: Tongue, beside: &Beside) -> Markup {
    let (back, earlier) = (t.say("neighbours-list"), t.say("neighbours-earlier"));
    let later = t.say("neighbours-later");
    let (before, after) = (&beside.neighbours.earlier, &beside.neighbours.later);
    html! {
        nav class="row" aria-label=(t.say("neighbours-nav")) data-island="beside" {
            (btn_link(chrome, &Btn::new(&back).quiet().icon(Icon::List).icon_on_phone(), &at("/customers", &beside.list)))
            @if let Some(id) = before {
                span data-key="k" {
                    (btn_link(chrome, &Btn::new(&earlier).icon(Icon::Left).square(), &beside.href(id)))
                }
            }
            @if let Some(id) = after {
                span data-key="j" {
                    (btn_link(chrome, &Btn::new(&later).icon(Icon::Right).square(), &beside.href(id)))
                }
            }
        }
    }
}
