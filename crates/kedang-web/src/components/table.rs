//! Tables: the long list that becomes cards on a phone, and the small one on a sheet.

use maud::{Markup, html};

use super::chrome::Chrome;
use super::icon::{Icon, icon};

/// Where a cell stands when the row is a card of two lines on a phone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Place {
    /// The name: left, both lines; frozen on a wide screen.
    Lead,
    /// Right of the first line; one a row.
    Mark,
    /// Right of the second line; one a row.
    More,
    /// Only on a wide screen.
    #[default]
    Wide,
    /// Only on a wide screen, a number.
    Number,
}

impl Place {
    const fn class(self) -> Option<&'static str> {
        match self {
            Self::Lead => Some("lead"),
            Self::Mark => Some("mark"),
            Self::More => Some("more"),
            Self::Wide => None,
            Self::Number => Some("num"),
        }
    }
}

/// How the list is sorted by a column now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sorted {
    /// Smallest first.
    Up,
    /// Largest first.
    Down,
    /// Not by this one.
    No,
}

/// The head of a column.
#[derive(Debug, Clone, Copy, Default)]
pub struct Col<'a> {
    /// Its name.
    pub label: &'a str,
    /// Where its cells stand.
    pub place: Place,
    /// Where the list sorted by it is, and how it is sorted now.
    pub sort: Option<(&'a str, Sorted)>,
}

/// The long list: scrolls inside the page, moves under the keyboard, cards on a phone. `all` names
/// the box that ticks every row, which the script shows.
#[must_use]
pub fn list_table(
    chrome: &Chrome<'_>,
    label: &str,
    all: Option<&str>,
    cols: &[Col<'_>],
    rows: &Markup,
) -> Markup {
    html! {
        div class="grid-box" tabindex="0" role="region" aria-label=(label) {
            table class="tbl" data-island="rows" { (head(chrome, all, cols)) tbody { (rows) } }
        }
    }
}

/// A small table on a sheet; scrolls sideways by itself where it must.
#[must_use]
pub fn small_table(chrome: &Chrome<'_>, label: &str, cols: &[Col<'_>], rows: &Markup) -> Markup {
    html! {
        div class="scroll-x" tabindex="0" role="region" aria-label=(label) {
            table class="tbl s" { (head(chrome, None, cols)) tbody { (rows) } }
        }
    }
}

fn head(chrome: &Chrome<'_>, all: Option<&str>, cols: &[Col<'_>]) -> Markup {
    let all = |col: &Col<'_>| all.filter(|_| col.place == Place::Lead);
    html! { thead { tr { @for col in cols { (col_head(chrome, all(col), col)) } } } }
}

fn col_head(chrome: &Chrome<'_>, all: Option<&str>, col: &Col<'_>) -> Markup {
    let sorted = match col.sort {
        Some((_, Sorted::Up)) => Some("ascending"),
        Some((_, Sorted::Down)) => Some("descending"),
        Some((_, Sorted::No)) | None => None,
    };
    html! {
        th scope="col" class=[col.place.class()] aria-sort=[sorted] {
            @if let Some(all) = all {
                input type="checkbox" class="pick-all" data-pick-all hidden aria-label=(all);
            }
            @if let Some((href, _)) = col.sort {
                a class="sort" href=(href) {
                    (col.label)
                    @if sorted.is_some() { (icon(chrome, Icon::Down)) }
                }
            } @else { (col.label) }
        }
    }
}

/// The cell that names the row; see [`who`].
#[must_use]
pub fn lead_cell(body: &Markup) -> Markup {
    html! { th scope="row" class="lead" { (body) } }
}

/// Any other cell.
#[must_use]
pub fn cell(place: Place, body: &Markup) -> Markup {
    html! { td class=[place.class()] { (body) } }
}

/// A mark, the name that opens the row, and a small line under it.
#[must_use]
pub fn who(mark: &Markup, href: &str, name: &str, under: &str) -> Markup {
    html! {
        div class="who" {
            (mark)
            div { a href=(href) data-open { (name) } small { (under) } }
        }
    }
}
