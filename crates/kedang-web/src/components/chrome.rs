//! What every page is drawn with: built files, language, theme and row height.

/// URLs of the built front-end files, read once from `web/dist/manifest.json`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assets {
    /// The stylesheet, such as `/assets/app.VKPTTS5S.css`.
    pub css: String,
    /// The script, an ES module.
    pub js: String,
    /// The icon sprite; symbol ids are `i-<name>`.
    pub icons: String,
    /// The mark shown in the browser's tab.
    pub mark: String,
}

/// Colours the reader chose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the operating system says.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// The value of `data-theme`, also the code under which the choice is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The value of the `color-scheme` meta element, which paints the page before the CSS is in.
    pub(super) const fn schemes(self) -> &'static str {
        match self {
            Self::Auto => "light dark",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Row height the reader chose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Density {
    /// Rows of 44 px, two lines in the first cell.
    #[default]
    Comfortable,
    /// Rows of 34 px, one line.
    Compact,
}

impl Density {
    /// The value of `data-density`, also the code under which the choice is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Comfortable => "comfortable",
            Self::Compact => "compact",
        }
    }
}

/// The frame of a page, the same for all pages of one reader.
#[derive(Debug, Clone, Copy)]
pub struct Chrome<'a> {
    /// Built files.
    pub assets: &'a Assets,
    /// BCP 47 code for `lang`, such as `zh-CN`.
    pub lang_code: &'a str,
    /// Colours.
    pub theme: Theme,
    /// Row height.
    pub density: Density,
    /// Name of the product, in the window title and beside the seal.
    pub product: &'a str,
    /// The two characters cut into the seal, in every language.
    pub seal: &'a str,
}
