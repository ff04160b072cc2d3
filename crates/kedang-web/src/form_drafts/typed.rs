//! A step as a page posts it.

use kedang_app::form_drafts::{Typed, TypedOption, Wording};
use kedang_app::forms::Pairs;
use kedang_words::Lang;

use crate::Web;
use crate::cards::typed::{self, take};

/// Reads the step and the version on which it was done; what is no version is none of ours.
pub(super) fn read(web: &Web, posted: typed::Typed) -> (i64, Typed) {
    let mut pairs = typed::pairs(posted);
    let version = take(&mut pairs, "version").and_then(|text| text.parse().ok());
    // A button says act and target in one.
    let pressed = take(&mut pairs, "do").unwrap_or_default();
    let (act, target) = pressed.split_once(' ').unwrap_or((&pressed, ""));
    let mut text = |name: &str| raw(&mut pairs, name);
    let wants_other = !text("other").is_empty();
    let word = |lang| web.words.say(lang, "forms-other").into_owned();
    let other = wants_other.then(|| Wording {
        chinese: word(Lang::Zh),
        english: word(Lang::En),
    });
    let (own_act, own_target) = (text("act"), text("target"));
    let step = Typed {
        act: if act.is_empty() {
            own_act
        } else {
            act.to_owned()
        },
        target: if target.is_empty() {
            own_target
        } else {
            target.to_owned()
        },
        section: text("section"),
        label: text("label"),
        label_en: text("label_en"),
        help: text("help"),
        help_en: text("help_en"),
        demand: text("demand"),
        kind: text("kind"),
        pi_class: text("pi_class"),
        unit: text("unit"),
        span: text("span"),
        options: text("options"),
        other,
        kept: kept(&mut pairs),
    };
    (version.unwrap_or(-1), step)
}

/// The text as it was typed: control characters are for the use case to refuse.
fn raw(pairs: &mut Pairs, name: &str) -> String {
    let texts = pairs.remove(name).unwrap_or_default();
    texts.into_iter().next_back().unwrap_or_default()
}

/// The options in the order of `code`, which the page sends once an option.
fn kept(pairs: &mut Pairs) -> Vec<TypedOption> {
    let codes = pairs.remove("code").unwrap_or_default();
    let one = |code: String| TypedOption {
        chinese: raw(pairs, &format!("option.{code}")),
        english: raw(pairs, &format!("option.{code}_en")),
        drop: !raw(pairs, &format!("drop.{code}")).is_empty(),
        code,
    };
    codes.into_iter().map(one).collect()
}
