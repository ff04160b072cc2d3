//! Choosing a language from what a browser accepts.

use crate::Lang;

impl Lang {
    /// The first language of an `Accept-Language` header that the product speaks; browsers list
    /// them in the order of preference. Chinese when there is none.
    #[must_use]
    pub fn prefer(accepted: &str) -> Self {
        accepted
            .split(',')
            .find_map(
                |tag| match tag.trim().get(..2)?.to_ascii_lowercase().as_str() {
                    "zh" => Some(Self::Zh),
                    "en" => Some(Self::En),
                    _ => None,
                },
            )
            .unwrap_or(Self::Zh)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_spoken_wins_and_chinese_is_the_default() {
        for (accepted, expected) in [
            ("", Lang::Zh),
            ("zh-CN,zh;q=0.9,en;q=0.8", Lang::Zh),
            ("en-GB,en;q=0.9", Lang::En),
            ("de-DE, EN;q=0.5, zh;q=0.1", Lang::En),
            ("客", Lang::Zh),
        ] {
            assert_eq!(Lang::prefer(accepted), expected, "{accepted}");
        }
    }
}
