//! A place to sign, as it stands: waiting, signed, or signed and void since an edit (D01-11).

use kedang_core::card::{Signature, Strokes};
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::components::Chrome;
use crate::components::{Icon, icon_small};

/// How a place to sign stands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Seal<'a> {
    /// Nobody has signed, and this reader cannot.
    Waiting,
    /// Nobody has signed; where to do it.
    Open(&'a str),
    /// Signed, and it holds.
    Held(&'a Signature),
    /// Signed once; an edit made it void. Where to sign again, for who may.
    Void(&'a Signature, Option<&'a str>),
}

/// A place to sign as data.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SignBox<'a> {
    /// Who is to sign: 顾客签字.
    pub(crate) label: &'a str,
    /// How it stands.
    pub(crate) seal: Seal<'a>,
    /// When it was signed, in the company's time.
    pub(crate) when: &'a str,
    /// When it became void.
    pub(crate) void: &'a str,
}

/// The box: the line to write on, what stands on it, who and when below.
pub(crate) fn sign_box(chrome: &Chrome<'_>, t: Tongue<'_>, view: &SignBox<'_>) -> Markup {
    let class = match view.seal {
        Seal::Void(..) => "sign void",
        Seal::Held(_) => "sign held",
        Seal::Waiting | Seal::Open(_) => "sign",
    };
    html! {
        div class="sign-place" {
            span class="label" { (view.label) }
            div class=(class) role="group" aria-label=(view.label) { (inside(chrome, t, view)) }
        }
    }
}

fn inside(chrome: &Chrome<'_>, t: Tongue<'_>, view: &SignBox<'_>) -> Markup {
    match view.seal {
        Seal::Waiting => html! {
            span class="blank-line" { span class="mut" { (t.say("cards-sign_waiting")) } }
        },
        Seal::Open(href) => html! {
            a class="blank-line" href=(href) {
                (icon_small(chrome, Icon::Pen)) (t.say("cards-sign_here"))
            }
        },
        Seal::Held(signature) => html! {
            span class="blank-line" { (hand(&signature.strokes)) }
            span class="cap" { span { (signature.signer) } span { (view.when) " · " (digest(signature)) } }
        },
        Seal::Void(signature, again) => html! {
            span class="blank-line" { (hand(&signature.strokes)) }
            span class="cap" { span { s { (signature.signer) } } span { (view.when) } }
            span class="voided" {
                b { (t.say("cards-sign_void")) } " "
                (t.with("cards-sign_void_since", &[("when", view.void.into())]))
                @if let Some(href) = again {
                    " " a href=(href) { (t.say("cards-sign_again")) }
                }
            }
        },
    }
}

/// The first characters of what was signed, to be held against the paper.
fn digest(signature: &Signature) -> String {
    let hash = signature.content_hash.as_str();
    let tail = hash.len().saturating_sub(4);
    match (hash.get(..4), hash.get(tail..)) {
        (Some(head), Some(tail)) if hash.len() > 8 => format!("{head}…{tail}"),
        _ => hash.to_owned(),
    }
}

/// The strokes as a drawing; the pad is 1,000 by 1,000 on every screen.
pub(crate) fn hand(strokes: &Strokes) -> Markup {
    let mut path = String::new();
    for stroke in &strokes.0 {
        for (index, [x, y]) in stroke.iter().enumerate() {
            path.push(if index == 0 { 'M' } else { 'L' });
            path.push_str(&format!("{x} {y}"));
        }
        // A dot is a line of no length; a round cap makes it visible.
        if let [[x, y]] = stroke.as_slice() {
            path.push_str(&format!("L{x} {y}"));
        }
    }
    html! {
        svg class="hand" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true" {
            path d=(path) vector-effect="non-scaling-stroke" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use kedang_core::card::Strokes;

    use super::hand;

    #[test]
    fn strokes_start_anew_and_a_dot_is_drawn() {
        let drawn = hand(&Strokes(vec![vec![[1, 2], [3, 4]], vec![[5, 6]]])).into_string();
        assert!(drawn.contains(r#"d="M1 2L3 4M5 6L5 6""#), "{drawn}");
    }
}
