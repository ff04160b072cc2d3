//! The views of a list as tabs.

use kedang_words::Tongue;
use maud::Markup;

use crate::components::{Tab, tabs as drawn};
use crate::customers::{SUMMARY, Screen};

/// The two built-in lists, then the saved views; a shared one of somebody else says whose it is.
pub(crate) fn tabs(t: Tongue, screen: &Screen, listed: bool) -> Markup {
    let now = listed.then_some(screen.base.key.as_str());
    let (all, summary) = (t.say("customers-title"), t.say("lists-summary"));
    let path = screen.base.path;
    let summary_href = format!("{path}?view={SUMMARY}");
    let mut items = vec![
        tab(path, &all, now == Some("")),
        tab(&summary_href, &summary, now == Some(SUMMARY)),
    ];
    let hrefs: Vec<_> = screen
        .views
        .iter()
        .map(|view| format!("{path}?view={}", view.id))
        .collect();
    for (view, href) in screen.views.iter().zip(&hrefs) {
        items.push(Tab {
            count: (view.owner.id != screen.reader).then_some(view.owner.name.as_str()),
            ..tab(href, &view.name, now == Some(view.id.as_str()))
        });
    }
    drawn(&t.say("lists-views"), &items)
}

fn tab<'a>(href: &'a str, label: &'a str, current: bool) -> Tab<'a> {
    Tab {
        href,
        label,
        count: None,
        current,
    }
}
