//! Where each problem was and what it looked like, at the first visit and at the last (D01-7).

use kedang_app::cards::{Followed, VisitComparison, VisitState};
use kedang_app::forms::{Course, Field, Lexicon, Mark, Tick, Words};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::comparison::{day, figure};
use super::map::{map, plain};
use crate::Web;
use crate::components::sheet_flush;

/// A visit with what was noted of one option then.
type Seen<'a> = (&'a VisitState, &'a Tick);

/// The sheet; nothing where neither a place nor a photo was noted.
pub(super) fn spots(
    web: &Web,
    t: Tongue<'_>,
    view: &VisitComparison,
    followed: &Followed,
) -> Markup {
    let words = view.form.words_in(t.lang().code());
    let Some(field) = view.form.field(&followed.field) else {
        return html! {};
    };
    let noted: Vec<Markup> = followed
        .courses
        .iter()
        .filter_map(|course| one(web, t, (field, words), &view.visits, course))
        .collect();
    html! {
        @if !noted.is_empty() {
            (sheet_flush(&t.say("comparison-spots"), &html! {}, &html! {
                @for one in &noted { (one) }
            }))
        }
    }
}

/// One problem: its maps, then its photos.
fn one(
    web: &Web,
    t: Tongue<'_>,
    (field, words): (&Field, &Words),
    visits: &[VisitState],
    course: &Course,
) -> Option<Markup> {
    let placed = ends(visits, course, |tick| !tick.places.is_empty());
    let shot = ends(visits, course, |tick| tick.photo.is_some());
    if placed.is_empty() && shot.is_empty() {
        return None;
    }
    let option = field.option_word(words, &course.option);
    let lexicon = Lexicon::new(words, &field.path);
    Some(html! {
        section class="body spot-course" {
            h3 { (option) }
            @if !placed.is_empty() {
                div class="pair maps" { @for (n, seen) in placed.iter().enumerate() {
                    (mapped(web, t, lexicon, (n, placed.len()), seen))
                } }
            }
            @if !shot.is_empty() {
                div class="pair" { @for (n, (visit, tick)) in shot.iter().enumerate() {
                    @let name = format!("{option} {}", when(web, t, (n, shot.len()), visit));
                    (figure(&name, tick.photo.as_deref().unwrap_or_default()))
                } }
            }
        }
    })
}

/// The map of one visit with its places in words.
fn mapped(
    web: &Web,
    t: Tongue<'_>,
    words: Lexicon<'_>,
    nth: (usize, usize),
    (visit, tick): &Seen<'_>,
) -> Markup {
    let places: Vec<&str> = tick.places.iter().map(|p| words.place(p)).collect();
    let marks = plain(tick.places.iter().map(String::as_str));
    html! {
        figure class="seen" {
            (map(t, &marks, &[], None))
            figcaption {
                (when(web, t, nth, visit)) "\u{3000}"
                @if let Some(grade) = &tick.grade { (words.grade(grade)) " · " }
                (places.join("、"))
            }
        }
    }
}

/// 前 or 后 with the day; the day alone where there is but one.
fn when(web: &Web, t: Tongue<'_>, nth: (usize, usize), visit: &VisitState) -> String {
    let day = day(web, visit);
    match nth {
        (_, 1) => day,
        (0, _) => format!("{} {day}", t.say("comparison-before")),
        _ => format!("{} {day}", t.say("comparison-after")),
    }
}

/// The first and the last visit of which `noted` holds; one, if it is the same or has the same photo.
fn ends<'a>(
    visits: &'a [VisitState],
    course: &'a Course,
    noted: impl Fn(&Tick) -> bool,
) -> Vec<Seen<'a>> {
    let all = visits.iter().zip(&course.marks);
    let seen = all.filter_map(|(visit, mark)| match mark {
        Mark::Ticked(tick) if noted(tick) => Some((visit, tick)),
        _ => None,
    });
    let seen: Vec<Seen<'a>> = seen.collect();
    match seen.as_slice() {
        [] => Vec::new(),
        [first, .., last] if first.1.photo.is_none() || first.1.photo != last.1.photo => {
            vec![*first, *last]
        }
        [.., last] => vec![*last],
    }
}
