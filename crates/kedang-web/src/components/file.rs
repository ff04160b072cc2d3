//! A file of a dossier as a tile: its picture, or a sheet of paper, with its name below.

use maud::{Markup, html};

use super::chrome::Chrome;
use super::icon::{Icon, icon};

/// One file.
#[derive(Debug, Clone, Copy)]
pub struct Tile<'a> {
    /// Where it leads; `None` for the blank one a script fills in.
    pub href: Option<&'a str>,
    /// The address of its small picture, if it has one.
    pub picture: Option<&'a str>,
    /// Its name, or what is on it.
    pub name: &'a str,
}

/// The tile as a link.
#[must_use]
pub fn tile(chrome: &Chrome<'_>, tile: &Tile<'_>) -> Markup {
    html! {
        a class="tile" href=[tile.href] {
            span class="shot" {
                @if let Some(src) = tile.picture { img src=(src) alt="" loading="lazy"; }
                @else { (icon(chrome, Icon::Doc)) }
            }
            span class="name" { (tile.name) }
        }
    }
}

/// Whether a file of this name is shown by a picture; names have the ending of their kind.
#[must_use]
pub fn is_picture(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let known = ["jpg", "jpeg", "png", "webp", "gif", "bmp"];
    known.iter().any(|one| one.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::is_picture;

    #[test]
    fn a_name_tells_whether_there_is_a_picture() {
        for (name, picture) in [
            ("a.JPG", true),
            ("a.pdf", false),
            ("jpg", false),
            ("a.pdf.png", true),
        ] {
            assert_eq!(is_picture(name), picture, "{name}");
        }
    }
}
