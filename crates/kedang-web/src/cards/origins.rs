//! Where answers come from, in a line each (D03-10).

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use kedang_core::card::Origin;
use kedang_words::Tongue;

/// Path → who wrote it down, when, and how it was learned.
pub(super) fn origins(t: Tongue<'_>, zone: &TimeZone, all: &[Origin]) -> BTreeMap<String, String> {
    let line = |origin: &Origin| {
        let (by, when) = (origin.by.name.as_str(), origin.at.local(zone));
        let line = match &origin.how {
            Some(how) => {
                let how = t.say(&format!("learned-{how}"));
                t.with(
                    "cards-origin_how",
                    &[
                        ("by", by.into()),
                        ("when", when.as_str().into()),
                        ("how", how.as_ref().into()),
                    ],
                )
            }
            None => t.with(
                "cards-origin_line",
                &[("by", by.into()), ("when", when.as_str().into())],
            ),
        };
        line.into_owned()
    };
    all.iter().map(|o| (o.path.clone(), line(o))).collect()
}
