//! A card of the board.

use jiff::civil::Date;
use kedang_app::customers::Card;
use kedang_core::customer::Stage;
use kedang_core::listing::LastTalk;
use kedang_words::Tongue;
use maud::{Markup, html};

use super::address::at;
use super::rows;
use crate::components::{CardView, Chrome, Icon, board_card, icon_small, silence, who};

/// What every card is drawn with.
pub(super) struct Drawn<'a> {
    /// The words.
    pub(super) t: Tongue<'a>,
    chrome: Chrome<'a>,
    /// The question of the board, to come back to it.
    query: String,
    /// The company's date.
    today: Date,
}

impl<'a> Drawn<'a> {
    /// Cards of the board that asks `query`.
    pub(super) fn new(t: Tongue<'a>, chrome: Chrome<'a>, query: String, today: Date) -> Self {
        Self {
            t,
            chrome,
            query,
            today,
        }
    }

    /// One card: who it is, whose, and what was last heard.
    pub(super) fn card(&self, card: &Card) -> Markup {
        let (t, customer) = (self.t, &card.customer);
        let href = format!("/customers/{}", customer.id);
        let action = format!("{href}/stage");
        let view = CardView {
            action: &action,
            moves: card.moves,
        };
        let mark = rows::mark(&self.chrome, t, customer);
        let lead = who(&mark, &href, &customer.name, &customer.code);
        let facts = html! {
            (rows::owner(t, customer))
            span class="push" { (self.heard(card.talk.as_ref())) }
        };
        let menu = match card.moves {
            true => self.menu(card, &action),
            false => html! {},
        };
        board_card(&view, &lead, &facts, &menu)
    }

    /// How long it has been quiet: the longer, the darker.
    fn heard(&self, talk: Option<&LastTalk>) -> Markup {
        let Some(talk) = talk else {
            return html! { span class="mut t-s" { (self.t.say("board-unheard")) } };
        };
        let day = talk.happened_on.parse::<Date>().unwrap_or(self.today);
        let days = self
            .today
            .since(day)
            .map_or(0, |span| i64::from(span.get_days()));
        let way = format!("way-{}_{}", talk.channel, talk.direction);
        let way = self.t.say(&way);
        let words = [("days", days.into()), ("way", way.as_ref().into())];
        silence(level(days), &self.t.with("board-heard", &words))
    }

    /// 移到…: the other stages; the one that asks why leads to its page.
    fn menu(&self, card: &Card, action: &str) -> Markup {
        let (t, customer) = (self.t, &card.customer);
        let label = t.with("board-move", &[("name", (&customer.name).into())]);
        let others = Stage::ALL
            .into_iter()
            .filter(|stage| stage.key() != customer.stage);
        let ask =
            serde_urlencoded::to_string([("stage", Stage::Lost.key()), ("back", &self.query)]);
        html! {
            details class="menu" data-island="menu" {
                summary class="btn quiet s sq" aria-label=(label) title=(label) {
                    (icon_small(&self.chrome, Icon::Swap))
                }
                form class="menu-list" method="post" action=(action) {
                    p { (t.say("board-move_to")) }
                    input type="hidden" name="version" value=(customer.version);
                    input type="hidden" name="back" value=(self.query);
                    @for stage in others {
                        @let word = t.say(&format!("stage-{}", stage.key()));
                        @if stage == Stage::Lost {
                            a href=(at(action, ask.as_deref().unwrap_or(""))) data-stage=(stage.key()) {
                                (word) "…"
                            }
                        } @else { button name="stage" value=(stage.key()) { (word) } }
                    }
                }
            }
        }
    }
}

/// Days without a word as a step of [`silence`].
fn level(days: i64) -> u8 {
    match days {
        ..=3 => 0,
        4..=14 => 1,
        15..=30 => 2,
        31..=90 => 3,
        _ => 4,
    }
}
