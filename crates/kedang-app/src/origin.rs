//! Which unsafe requests come from our own pages.

/// What a request says of where it comes from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin<'a> {
    /// `Authorization`: a script that sends one is no page of another site.
    pub authorization: Option<&'a str>,
    /// `Sec-Fetch-Site`.
    pub sec_fetch_site: Option<&'a str>,
    /// `Origin`.
    pub origin: Option<&'a str>,
    /// `Host`.
    pub host: Option<&'a str>,
}

impl Origin<'_> {
    /// Whether an unsafe method may go on: the browser says same-origin or typed by hand; or, from
    /// a browser too old to say so, the origin's host is this host; or it carries a bearer token,
    /// which no browser adds by itself.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        if self
            .authorization
            .is_some_and(|value| value.starts_with("Bearer "))
        {
            return true;
        }
        match (self.sec_fetch_site, self.origin, self.host) {
            (Some(site), ..) => site == "same-origin" || site == "none",
            (None, Some(origin), Some(host)) => origin
                .split_once("://")
                .is_some_and(|(_, from)| from == host),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Origin;

    fn is_ours<'a>(authorization: &'a str, site: &'a str, origin: &'a str) -> bool {
        let given = |text: &'a str| (!text.is_empty()).then_some(text);
        Origin {
            authorization: given(authorization),
            sec_fetch_site: given(site),
            origin: given(origin),
            host: Some("kedang.example:8443"),
        }
        .is_ours()
    }

    #[test]
    fn only_our_own_pages_may_change_things() {
        for (authorization, site, origin, expected) in [
            ("", "same-origin", "", true),
            ("", "none", "", true),
            ("", "same-site", "", false),
            ("", "cross-site", "https://kedang.example:8443", false),
            ("", "", "https://kedang.example:8443", true),
            ("", "", "https://kedang.example", false),
            ("", "", "null", false),
            ("", "", "", false),
            ("Bearer kd_1", "", "", true),
            ("Basic eDp5", "", "", false),
        ] {
            let got = is_ours(authorization, site, origin);
            assert_eq!(got, expected, "{authorization:?} {site:?} {origin:?}");
        }
    }
}
