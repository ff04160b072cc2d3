//! The languages the product speaks.

/// A language with a complete set of texts under `locales/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese, the language of the documents and the default.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Every language, the default first.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The tag as written in `lang="…"` and as the folder under `locales/`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language with exactly this tag; `None` for any other, also for `zh` or `en-GB`:
    /// choosing from what a browser accepts is the web edge's business.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_names_one_language_and_back() {
        for lang in Lang::ALL {
            assert_eq!(Lang::from_code(lang.code()), Some(lang));
        }
        for other in ["", "zh", "ZH-CN", "en-GB", "de"] {
            assert_eq!(Lang::from_code(other), None, "{other}");
        }
    }
}
