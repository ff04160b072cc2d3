//! 对比: what is graded on a card, visit beside visit, with the photos of the first and the last.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::cards::{self, Followed, VisitComparison, VisitState};
use kedang_app::forms::{Course, Field, Lexicon, Mark, Trend, Value, Words};
use kedang_words::Tongue;
use maud::{Markup, html};
use serde::Deserialize;

use super::spots::spots;
use super::{desk, typed};
use crate::Web;
use crate::ask::Ask;
use crate::components::{Fit, Pic, Tone, empty, sheet_flush};
use crate::refusal::Refusal;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
pub(crate) struct ComparisonAsk {
    until: Option<i64>,
}

/// The page: a table for each graded question, the photos, the way to earlier visits.
pub(crate) async fn comparison(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Ask(ask): Ask<ComparisonAsk>,
) -> Result<Html<String>, Refusal> {
    let id = typed::card(&id)?;
    let (frame, view) = web
        .read(&visit, move |tx, scene| {
            cards::comparison(tx, scene, &id, ask.until)
        })
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let (title, card) = (
        t.say("comparison-title"),
        format!("/cards/{}", view.card.id),
    );
    let head = desk::Head {
        customer: &view.customer,
        above: Some((card.as_str(), desk::title(t, &view.form))),
        title: &title,
        count: "",
    };
    let body = html! {
        (desk::head(t, &head, &ways(t, &card, &view)))
        @if view.masked { p class="mut" { (t.say("cards-masked_note")) } }
        @if view.visits.is_empty() {
            (empty(&chrome, Pic::Folder, &t.say("comparison-none"), &html! { (t.say("comparison-none_why")) }, &html! {}))
        } @else {
            div class="stack" {
                @for followed in &view.followed {
                    (table(&web, t, &view, followed))
                    (spots(&web, t, &view, followed))
                }
                (photos(&web, t, &view))
            }
        }
    };
    Ok(frame.page_of(&web, &view.customer, (&title, Fit::Flow), &body))
}

fn ways(t: Tongue<'_>, card: &str, view: &VisitComparison) -> Markup {
    html! {
        @if let Some(seq) = view.earlier {
            a class="btn" href={ (card) "/comparison?until=" (seq) } { (t.say("comparison-earlier")) }
        }
        @if !view.newest {
            a class="btn" href={ (card) "/comparison" } { (t.say("comparison-newest")) }
        }
    }
}

/// One graded question: a line for each option, a column for each visit.
fn table(web: &Web, t: Tongue<'_>, view: &VisitComparison, followed: &Followed) -> Markup {
    let words = view.form.words_in(t.lang().code());
    let Some(field) = view.form.field(&followed.field) else {
        return html! {};
    };
    let label = words.label(&field.path);
    let line = |course: &Course| line(t, (field, words), course);
    let body = html! {
        @if followed.courses.is_empty() { p class="body mut" { (t.say("comparison-nothing")) } }
        @else {
            div class="scroll-x" tabindex="0" role="region" aria-label=(label) {
                table class="tbl s course" {
                    thead { tr {
                        th scope="col" { (label) }
                        @for visit in &view.visits { th scope="col" { (day(web, visit)) } }
                    } }
                    tbody { @for course in &followed.courses { (line(course)) } }
                }
            }
        }
    };
    sheet_flush(label, &html! {}, &body)
}

pub(super) fn day(web: &Web, visit: &VisitState) -> String {
    visit.revision.at.local_date(&web.app.zone)
}

fn line(t: Tongue<'_>, (field, words): (&Field, &Words), course: &Course) -> Markup {
    let grades = Lexicon::new(words, &field.path);
    html! {
        tr {
            th scope="row" { (field.option_word(words, &course.option)) }
            @for mark in &course.marks { td { (cell(t, grades, mark)) } }
        }
    }
}

fn cell(t: Tongue<'_>, words: Lexicon<'_>, mark: &Mark) -> Markup {
    let (degree, change) = match mark {
        Mark::Unseen => return html! { span class="mut" { (t.say("comparison-unseen")) } },
        Mark::Clear(change) => (t.say("comparison-clear"), *change),
        Mark::Ticked(tick) => match &tick.grade {
            Some(grade) => (words.grade(grade).to_owned().into(), tick.trend),
            None => (t.say("comparison-ungraded"), tick.trend),
        },
    };
    let places: Vec<&str> = match mark {
        Mark::Ticked(tick) => tick.places.iter().map(|p| words.place(p)).collect(),
        _ => Vec::new(),
    };
    let quiet = matches!(mark, Mark::Clear(_));
    html! {
        span class=[quiet.then_some("mut")] { (degree) }
        @if let Some(change) = change { " " (trend(t, change)) }
        @if !places.is_empty() { small class="where" { (places.join("、")) } }
    }
}

/// The arrow is for the eye, the word for everybody: colour alone says nothing.
fn trend(t: Tongue<'_>, trend: Trend) -> Markup {
    let (tone, sign, word) = match trend {
        Trend::New => (Tone::Warn, "+", t.say("comparison-new")),
        Trend::Worse => (Tone::Bad, "↑", t.say("comparison-worse")),
        Trend::Same => (Tone::Mute, "→", t.say("comparison-same")),
        Trend::Better => (Tone::Ok, "↓", t.say("comparison-better")),
        Trend::Gone => (Tone::Ok, "✓", t.say("comparison-gone")),
    };
    html! {
        span class="trend" data-tone=(tone.code()) { span aria-hidden="true" { (sign) " " } (word) }
    }
}

/// Before and after, where two visits have different photos in the same place of the form.
fn photos(web: &Web, t: Tongue<'_>, view: &VisitComparison) -> Markup {
    let words = view.form.words_in(t.lang().code());
    html! {
        @for field in &view.form.fields {
            @if let Some(pair) = pair(&view.visits, &field.key) {
                (sheet_flush(words.label(&field.path), &html! {}, &html! {
                    div class="body pair" {
                        @for (word, (visit, photo)) in [t.say("comparison-before"), t.say("comparison-after")].iter().zip(pair) {
                            (shot(&format!("{word} {}", taken(web, visit, photo)), photo))
                        }
                    }
                }))
            }
        }
    }
}

/// The day on which the photo was taken, else that of the visit.
fn taken(web: &Web, visit: &VisitState, photo: &Value) -> String {
    let told = photo.part_text("date").map(str::to_owned);
    told.unwrap_or_else(|| day(web, visit))
}

fn shot(name: &str, photo: &Value) -> Markup {
    figure(name, photo.part_text("ref").unwrap_or_default())
}

/// A photo as large as the place allows: skin is looked at closely.
pub(super) fn figure(name: &str, id: &str) -> Markup {
    html! {
        figure class="seen" {
            a href={ "/attachments/" (id) } {
                img src={ "/api/v1/attachments/" (id) "/display" } alt=(name) loading="lazy";
            }
            figcaption { (name) }
        }
    }
}

/// The first photo of a field among the visits and the last, if they are two.
fn pair<'a>(visits: &'a [VisitState], key: &str) -> Option<[(&'a VisitState, &'a Value); 2]> {
    let of = |visit: &'a VisitState| {
        let photo = visit.photos.iter().find(|(field, _)| field == key);
        photo.map(|(_, photo)| (visit, photo))
    };
    let first = visits.iter().find_map(of)?;
    let last = visits.iter().rev().find_map(of)?;
    (first.1.part_text("ref") != last.1.part_text("ref")).then_some([first, last])
}
