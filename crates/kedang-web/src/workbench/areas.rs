//! The four areas, a sheet each.

use kedang_words::Tongue;
use maud::{Markup, html};

use super::read::{Counted, Read};
use crate::Web;
use crate::components::{Bar, Btn, Chrome, Icon, Stat, Tone, bars, btn_link, sheet, stats};

/// 收集: open a file, write a contact down, what came in.
pub(super) fn collect(chrome: &Chrome<'_>, t: Tongue<'_>, found: &Read) -> Markup {
    let (new, talk) = (t.say("workbench-new"), t.say("contacts-add"));
    let body = html! {
        (counts(t, &found.collect, None))
        @if found.opens {
            div class="row" {
                (btn_link(chrome, &Btn::new(&new).go().icon(Icon::Plus), "/customers/new"))
                (btn_link(chrome, &Btn::new(&talk).icon(Icon::Call), "/contacts/new"))
            }
        }
    };
    area(t, "workbench-collect", "workbench-collect_note", &body)
}

/// 整理: what lacks something, what is due, what is double.
pub(super) fn arrange(chrome: &Chrome<'_>, t: Tongue<'_>, found: &Read) -> Markup {
    let (twins, bin) = (t.say("duplicates-title"), t.say("bin-title"));
    let forms = t.say("room-forms");
    let body = html! {
        (counts(t, &found.arrange, Some(Tone::Warn)))
        @if found.settles || found.designs {
            div class="row" {
                @if found.settles {
                    (btn_link(chrome, &Btn::new(&twins).icon(Icon::Swap), "/duplicates"))
                    (btn_link(chrome, &Btn::new(&bin).icon(Icon::Undo), "/bin"))
                }
                @if found.designs { (btn_link(chrome, &Btn::new(&forms).icon(Icon::Doc), "/forms")) }
            }
        }
    };
    area(t, "workbench-arrange", "workbench-arrange_note", &body)
}

/// 查阅: the lists, the views, what changed last.
pub(super) fn look_up(web: &Web, t: Tongue<'_>, found: &Read) -> Markup {
    let body = html! {
        ul class="ways" {
            li { a class="und" href="/customers" { (t.say("customers-title")) } }
            li { a class="und" href="/customers?view=summary" { (t.say("lists-summary")) } }
            li { a class="und" href="/customers/board" { (t.say("board-as_board")) } }
            @for view in &found.views {
                li { a class="und" href={ "/customers?view=" (view.id) } { (view.name) } }
            }
        }
        @if !found.newest.is_empty() {
            h3 class="t-s mut" { (t.say("workbench-newest")) }
            ul class="newest" {
                @for one in &found.newest {
                    li {
                        a class="und" href={ "/customers/" (one.customer.id) } { (one.customer.name) }
                        span class="mut t-s" { (one.customer.updated_at.local(&web.app.zone)) }
                    }
                }
            }
        }
    };
    area(t, "workbench-look_up", "workbench-look_up_note", &body)
}

/// 分析: how the customers stand, and the way to more figures.
pub(super) fn analyse(t: Tongue<'_>, found: &Read) -> Markup {
    let label = t.say("ask-stage");
    let figures = found.stages.iter().map(|one| one.count.unwrap_or(1_000));
    let most = figures.max().unwrap_or(0);
    let items: Vec<_> = found
        .stages
        .iter()
        .map(|one| Bar {
            label: t.say(&one.key).into_owned(),
            count: one.count.unwrap_or(1_000),
            href: Some(format!("/customers?{}", one.query)),
            more: one.count.is_none(),
            share: "",
        })
        .collect();
    let body = html! {
        (bars(&label, &items, most))
        div { a class="btn" href="/customers/analysis" { (t.say("workbench-more_figures")) } }
    };
    area(t, "workbench-analyse", "workbench-analyse_note", &body)
}

fn area(t: Tongue<'_>, title: &str, note: &str, body: &Markup) -> Markup {
    let body = html! { div class="stack" { p class="mut t-s" { (t.say(note)) } (body) } };
    sheet(&t.say(title), &html! {}, &body)
}

/// Lists worth a look as figures; `tone` where something is to be done there.
fn counts(t: Tongue<'_>, lists: &[Counted], tone: Option<Tone>) -> Markup {
    let said: Vec<_> = lists
        .iter()
        .map(|one| {
            let figure = match one.count {
                Some(count) => count.to_string(),
                None => t.say("workbench-many").into_owned(),
            };
            (figure, t.say(&one.key), format!("/customers?{}", one.query))
        })
        .collect();
    let items: Vec<_> = lists
        .iter()
        .zip(&said)
        .map(|(one, (figure, label, href))| Stat {
            figure,
            label,
            href: Some(href),
            tone: tone.filter(|_| one.count != Some(0)),
        })
        .collect();
    stats(&t.say("workbench-lists"), &items)
}
