//! The board: lanes side by side, cards that move between them.

use maud::{Markup, html};

/// A lane as data.
#[derive(Debug, Clone, Copy)]
pub struct LaneView<'a> {
    /// What a card gets that is moved here.
    pub key: &'a str,
    /// The lane's name.
    pub name: &'a str,
    /// How many lie in it, already formatted.
    pub count: &'a str,
    /// The same as a number where it is known: the script counts on from it.
    pub exact: Option<i64>,
    /// Said while nothing lies in it.
    pub empty: &'a str,
    /// The address of the dialog that asks why, for a lane that asks.
    pub asks: Option<&'a str>,
}

/// The lanes in their own strip, which scrolls sideways by itself. `said` is where the script
/// says what did not work, `lost` what it says without an answer of the server.
#[must_use]
pub fn board(label: &str, hint: &str, lost: &str, lanes: &Markup) -> Markup {
    html! {
        div class="board-box" data-island="board" data-lost=(lost) {
            div class="board-said" role="alert" data-said {}
            p class="board-hint mut t-s" { (hint) }
            div class="board" tabindex="0" role="region" aria-label=(label) data-strip { (lanes) }
        }
    }
}

/// One lane; `cards` are its items, each from [`board_card`].
#[must_use]
pub fn lane(view: &LaneView<'_>, tone: &Markup, cards: &Markup) -> Markup {
    html! {
        section class="lane" data-lane=(view.key) data-asks=[view.asks] aria-label=(view.name) {
            header { h2 { (tone) } span class="n" data-count=[view.exact] { (view.count) } }
            ul data-cards { (cards) }
            p class="none mut t-s" { (view.empty) }
        }
    }
}

/// A customer on a card as data.
#[derive(Debug, Clone, Copy)]
pub struct CardView<'a> {
    /// Where it is moved: takes `stage`.
    pub action: &'a str,
    /// Whether it can be moved.
    pub moves: bool,
}

/// One card: `who` from [`super::who`], `facts` under it, `menu` with the ways to other lanes.
#[must_use]
pub fn board_card(view: &CardView<'_>, who: &Markup, facts: &Markup, menu: &Markup) -> Markup {
    html! {
        li class="bcard" data-card=[view.moves.then_some(view.action)] {
            (who)
            (menu)
            div class="facts" { (facts) }
        }
    }
}
