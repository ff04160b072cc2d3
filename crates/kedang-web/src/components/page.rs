//! What the shell needs to know to draw a full page.

use super::chrome::Chrome;
use super::icon::Icon;
use super::secrecy::Secrecy;

/// A page behind the sign-in.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// Files, language, theme.
    pub chrome: Chrome<'a>,
    /// Title of the window, without the product's name.
    pub title: &'a str,
    /// Name of the company under the product's name.
    pub company: &'a str,
    /// Where the mark leads.
    pub home_href: &'a str,
    /// Accessible name of the rail.
    pub nav_label: &'a str,
    /// Places of work.
    pub rooms: &'a [Room<'a>],
    /// Places at the foot of the rail: settings, staff.
    pub foot_rooms: &'a [Room<'a>],
    /// Highest class of anything on the page; without it no page can be drawn.
    pub secrecy: Secrecy,
    /// That class in a word.
    pub edge_word: &'a str,
    /// What is open and who reads it.
    pub edge_text: &'a str,
    /// Accessible name of the edge.
    pub edge_label: &'a str,
    /// The search, for readers who may see customers.
    pub find: Option<Find<'a>>,
    /// The link to a new record, where the reader may make one.
    pub new: Option<Link<'a>>,
    /// Who reads.
    pub reader: Reader<'a>,
    /// Word of the link that skips to the content.
    pub skip_label: &'a str,
    /// How the content fills the window.
    pub fit: Fit,
}

/// How the content of a page fills the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Fit {
    /// As long as it is; the window scrolls.
    #[default]
    Flow,
    /// As tall as the window; the table in it scrolls. A phone scrolls the window all the same.
    Fill,
    /// A form: on a phone its foot with the buttons takes the place of the rooms.
    Form,
}

/// A place in the rail.
#[derive(Debug, Clone, Copy)]
pub struct Room<'a> {
    /// Where it is.
    pub href: &'a str,
    /// Its drawing.
    pub icon: Icon,
    /// Its name.
    pub label: &'a str,
    /// How much waits or lies there, already formatted.
    pub count: Option<&'a str>,
    /// True for the room the page belongs to.
    pub current: bool,
}

/// A link with an icon and a word.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    /// Where it leads.
    pub href: &'a str,
    /// Its drawing.
    pub icon: Icon,
    /// Its word.
    pub label: &'a str,
}

/// The search field in the top bar and the palette it opens.
#[derive(Debug, Clone, Copy)]
pub struct Find<'a> {
    /// The list that searches with `?q=`: where the field leads without JavaScript.
    pub href: &'a str,
    /// Answers `?q=` with the palette's hits, see [`super::hit_group`].
    pub palette_url: &'a str,
    /// What may be typed.
    pub placeholder: &'a str,
    /// Accessible name of field, palette and list of hits.
    pub label: &'a str,
    /// The shortcut as printed, such as `Ctrl K`.
    pub key: &'a str,
    /// Word of the button that closes the palette.
    pub close_label: &'a str,
    /// One line on how to use the keys.
    pub hint: &'a str,
}

/// The signed-in person and the menu under their name.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// Their id; fixes the colour of the face.
    pub key: &'a str,
    /// Their name.
    pub name: &'a str,
    /// Their role or department, in the menu.
    pub role: &'a str,
    /// Accessible name of the menu.
    pub menu_label: &'a str,
    /// What the menu offers.
    pub links: &'a [Link<'a>],
    /// The way out.
    pub logout: Logout<'a>,
}

/// The form that ends the session.
#[derive(Debug, Clone, Copy)]
pub struct Logout<'a> {
    /// Where it is posted.
    pub action: &'a str,
    /// Its word.
    pub label: &'a str,
}
