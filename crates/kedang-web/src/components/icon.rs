//! Icons and pictures from the sprite the build makes of `web/src/icons`.

use maud::{Markup, html};

use super::chrome::Chrome;

/// Declares an enum of drawings with the file each is drawn in.
macro_rules! drawings {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $file:literal: $what:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $(#[doc = $what] $variant,)+
        }

        impl $name {
            /// Every drawing, for catalogues and tests.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// File name in `web/src/icons` without `.svg`; the symbol's id is `i-` and this.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $file,)+
                }
            }
        }
    };
}

drawings! {
    /// A line drawing on a grid of 20, 1.5 px thick.
    Icon {
        Archive = "archive": "Archive room.",
        Bell = "bell": "Notices.",
        Building = "building": "Company, department.",
        Call = "call": "Telephone.",
        Camera = "camera": "Take a photo.",
        Chart = "chart": "Figures.",
        Check = "check": "Done.",
        Clock = "clock": "Term, waiting.",
        Doc = "doc": "Document, audit trail.",
        Door = "door": "Sign out.",
        Down = "down": "Unfold, sorted downwards.",
        Eye = "eye": "Look into.",
        Filter = "filter": "Conditions.",
        Globe = "globe": "Language.",
        Info = "info": "Explanation.",
        Key = "key": "Password, token.",
        Left = "left": "Back, earlier.",
        List = "list": "List.",
        Load = "load": "Download, export.",
        Lock = "lock": "Locked.",
        Lower = "lower": "One place down.",
        Mail = "mail": "Letter.",
        Moon = "moon": "Dark colours.",
        More = "more": "More actions.",
        Out = "out": "Lend, lead outside.",
        Pen = "pen": "Change.",
        People = "people": "Customers.",
        Pin = "pin": "A place on the body.",
        Plus = "plus": "New.",
        Print = "print": "Print.",
        Raise = "raise": "One place up.",
        Right = "right": "Forward, later.",
        Search = "search": "Find.",
        Shield = "shield": "Access, security.",
        Sliders = "sliders": "Settings.",
        Star = "star": "Often looked at.",
        Sun = "sun": "Light colours.",
        Swap = "swap": "Hand over.",
        Tag = "tag": "Label.",
        Today = "today": "Duties of the day.",
        Undo = "undo": "Take back.",
        Up = "up": "Upload, import.",
        User = "user": "One person.",
        Warn = "warn": "Warning.",
        X = "x": "Close, remove.",
    }
}

drawings! {
    /// A larger line drawing (96 × 72) for a page or sheet with nothing in it.
    Pic {
        Folder = "pic-folder": "Nothing filed yet.",
        Find = "pic-find": "Nothing found.",
        Locked = "pic-locked": "Not allowed.",
        Twins = "pic-twins": "Two versions.",
        Broken = "pic-broken": "No connection, or something broke.",
    }
}

/// An icon of 18 px; decoration, so a word or an `aria-label` must stand beside it.
#[must_use]
pub fn icon(chrome: &Chrome<'_>, icon: Icon) -> Markup {
    drawn(chrome, icon.name(), "i")
}

/// An icon of 15 px, for buttons and lines of text.
#[must_use]
pub fn icon_small(chrome: &Chrome<'_>, icon: Icon) -> Markup {
    drawn(chrome, icon.name(), "i i-s")
}

/// A picture of 96 × 72 px; decoration.
#[must_use]
pub fn pic(chrome: &Chrome<'_>, pic: Pic) -> Markup {
    drawn(chrome, pic.name(), "pic")
}

fn drawn(chrome: &Chrome<'_>, name: &str, class: &str) -> Markup {
    html! {
        svg class=(class) aria-hidden="true" {
            use href={ (chrome.assets.icons) "#i-" (name) } {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::{Icon, Pic};

    #[test]
    fn each_drawing_has_its_file_and_each_file_its_drawing() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/src/icons");
        let files: BTreeSet<String> = std::fs::read_dir(folder)
            .expect("web/src/icons")
            .map(|entry| {
                entry
                    .expect("entry")
                    .file_name()
                    .into_string()
                    .expect("utf-8")
            })
            .collect();
        let icons = Icon::ALL.iter().map(|icon| icon.name());
        let pics = Pic::ALL.iter().map(|pic| pic.name());
        let drawn: BTreeSet<String> = icons
            .chain(pics)
            .map(|name| format!("{name}.svg"))
            .collect();
        assert_eq!(files, drawn);
    }
}
