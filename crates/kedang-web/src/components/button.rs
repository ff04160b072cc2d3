//! Buttons, and links that look like buttons.

use maud::{Markup, html};

use super::chrome::Chrome;
use super::icon::{Icon, icon, icon_small};

/// A button as data; made by [`Btn::new`] and refined by its methods.
#[derive(Debug, Clone, Copy)]
pub struct Btn<'a> {
    label: &'a str,
    icon: Option<Icon>,
    look: &'static str,
    small: bool,
    square: bool,
    narrow: bool,
    key: Option<&'a str>,
    sends: Option<(&'a str, &'a str)>,
    disabled: bool,
}

impl<'a> Btn<'a> {
    /// A plain button with a word on it.
    #[must_use]
    pub const fn new(label: &'a str) -> Self {
        Self {
            label,
            icon: None,
            look: "",
            small: false,
            square: false,
            narrow: false,
            key: None,
            sends: None,
            disabled: false,
        }
    }

    /// Filled: the one main action of its region.
    #[must_use]
    pub const fn go(mut self) -> Self {
        self.look = "go";
        self
    }

    /// Without border or ground.
    #[must_use]
    pub const fn quiet(mut self) -> Self {
        self.look = "quiet";
        self
    }

    /// Leads to something dangerous.
    #[must_use]
    pub const fn bad(mut self) -> Self {
        self.look = "bad";
        self
    }

    /// Does the dangerous thing; only inside its dialog.
    #[must_use]
    pub const fn danger(mut self) -> Self {
        self.look = "danger";
        self
    }

    /// Puts an icon before the word.
    #[must_use]
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// 28 px high instead of 34.
    #[must_use]
    pub const fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Shows the icon alone; the word becomes the accessible name.
    #[must_use]
    pub const fn square(mut self) -> Self {
        self.square = true;
        self
    }

    /// Shows the icon alone on a phone.
    #[must_use]
    pub const fn icon_on_phone(mut self) -> Self {
        self.narrow = true;
        self
    }

    /// Prints the shortcut in the button.
    #[must_use]
    pub const fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// Sends this name and value with the form.
    #[must_use]
    pub const fn sends(mut self, name: &'a str, value: &'a str) -> Self {
        self.sends = Some((name, value));
        self
    }

    /// Cannot be pressed; the page must say why beside it.
    #[must_use]
    pub const fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    fn class(&self) -> String {
        let mut class = String::from("btn");
        let extras = [
            self.look,
            if self.small { "s" } else { "" },
            if self.square { "sq" } else { "" },
        ];
        for extra in extras.into_iter().filter(|extra| !extra.is_empty()) {
            class.push(' ');
            class.push_str(extra);
        }
        class
    }

    fn inside(&self, chrome: &Chrome<'_>) -> Markup {
        html! {
            @if let Some(name) = self.icon {
                @if self.square && !self.small { (icon(chrome, name)) }
                @else { (icon_small(chrome, name)) }
            }
            @if self.narrow { span class="narrow-vh" { (self.label) } }
            @else if !self.square { (self.label) }
            @if let Some(key) = self.key { small { (key) } }
        }
    }

    fn name(&self) -> Option<&'a str> {
        self.square.then_some(self.label)
    }
}

/// A submit button.
#[must_use]
pub fn btn(chrome: &Chrome<'_>, view: &Btn<'_>) -> Markup {
    let (name, value) = view.sends.unzip();
    html! {
        button class=(view.class()) type="submit" name=[name] value=[value] disabled[view.disabled]
            aria-label=[view.name()] title=[view.name()] { (view.inside(chrome)) }
    }
}

/// A link drawn as a button.
#[must_use]
pub fn btn_link(chrome: &Chrome<'_>, view: &Btn<'_>, href: &str) -> Markup {
    html! {
        a class=(view.class()) href=(href) aria-label=[view.name()] title=[view.name()] {
            (view.inside(chrome))
        }
    }
}
