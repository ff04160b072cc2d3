//! A place that takes papers in: the island `upload` sends each as soon as it is chosen and fills
//! in the template; without script the form around it brings the file.

use maud::{Markup, html};

use super::chrome::Chrome;
use super::file::{Tile, is_picture, tile};
use super::icon::{Icon, icon_small};

/// What such a place says.
#[derive(Debug, Clone, Copy)]
pub struct UploadWords<'a> {
    /// On the button that chooses.
    pub pick: &'a str,
    /// On the button that takes a file off.
    pub drop: &'a str,
    /// While it sends.
    pub sending: &'a str,
    /// When it could not send.
    pub failed: &'a str,
    /// When the file is too large.
    pub large: &'a str,
}

/// The place as data.
#[derive(Debug, Clone, Copy)]
pub struct Papers<'a> {
    /// Its controls are `name.ref`, `name.name` and `name!file`.
    pub name: &'a str,
    /// What is asked, for those who do not see it above.
    pub label: &'a str,
    /// The interface that takes the files.
    pub to: &'a str,
    /// Only for who may edit.
    pub sensitive: bool,
    /// Files at most.
    pub max: usize,
    /// The largest file, MB.
    pub limit: i64,
    /// Kinds the browser offers; empty for any.
    pub accept: &'a str,
    /// Id and name of the files that are there.
    pub files: &'a [(&'a str, &'a str)],
    /// Where the form is drawn again without its files, for browsers without script.
    pub dropped: Option<&'a str>,
    /// `true` if what is there is refused.
    pub invalid: Option<&'a str>,
    /// Id of the notes below.
    pub noted: Option<&'a str>,
}

/// The files, and a way to add more; `plainly` is what sends them where no script does.
#[must_use]
pub fn papers(
    chrome: &Chrome<'_>,
    view: &Papers<'_>,
    words: &UploadWords<'_>,
    plainly: &Markup,
) -> Markup {
    html! {
        div class="upload" data-island="upload" data-to=(view.to) data-purpose="document"
            data-sensitive=(view.sensitive) data-max=(view.max) data-limit=(view.limit) {
            ul class="tiles" data-files {
                @for (id, name) in view.files { (one(chrome, view, words, Some(id), name)) }
            }
            template { (one(chrome, view, words, None, "")) }
            div class="ways" {
                label class="btn s" {
                    (icon_small(chrome, Icon::Up)) (words.pick)
                    span class="vh" { (view.label) }
                    input type="file" class="pick" name={ (view.name) "!file" }
                        accept=[(!view.accept.is_empty()).then_some(view.accept)]
                        multiple[view.max > 1] aria-invalid=[view.invalid]
                        aria-describedby=[view.noted];
                }
                (plainly)
            }
            (state(words, None))
        }
    }
}

fn one(
    chrome: &Chrome<'_>,
    view: &Papers<'_>,
    words: &UploadWords<'_>,
    id: Option<&str>,
    name: &str,
) -> Markup {
    let href = id.map(|id| format!("/attachments/{id}"));
    let picture = id.filter(|_| is_picture(name));
    let picture = picture.map(|id| format!("/api/v1/attachments/{id}/thumbnail"));
    let shown = Tile {
        href: href.as_deref(),
        picture: picture.as_deref(),
        name,
    };
    html! {
        li {
            (tile(chrome, &shown))
            input type="hidden" name={ (view.name) ".ref" } value=[id] data-ref;
            input type="hidden" name={ (view.name) ".name" } value=(name) data-name;
            button class="btn quiet sq s" type="submit" formaction=[view.dropped] formnovalidate
                data-act="drop" aria-label=(words.drop) title=(words.drop) {
                (icon_small(chrome, Icon::X))
            }
        }
    }
}

/// What the island says while it sends, and why not.
#[must_use]
pub fn state(words: &UploadWords<'_>, consent_first: Option<&str>) -> Markup {
    html! {
        p class="t-s mut" data-busy role="status" hidden { (words.sending) }
        p class="err" data-wrong role="alert" hidden data-failed=(words.failed)
            data-large=(words.large) data-consent-first=[consent_first] {}
    }
}
