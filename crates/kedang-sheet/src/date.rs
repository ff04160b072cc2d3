//! Dates as written: `2024-03-05`, `2024.3.5`, `2024/3/5`, `1985年3月15日`, `1985年3月`, `1985`.

/// The date in the product's form, possibly partial; `None` when it cannot be read.
#[must_use]
pub fn date(text: &str) -> Option<String> {
    let plain = text.trim().trim_end_matches(['日', '号', '月', '年']);
    let parts: Vec<&str> = plain
        .split(['-', '.', '/', '年', '月'])
        .map(str::trim)
        .collect();
    let [year, rest @ ..] = parts.as_slice() else {
        return None;
    };
    if year.len() != 4 || rest.len() > 2 {
        return None;
    }
    let mut date = (*year).to_owned();
    for part in rest {
        let number: u8 = part.parse().ok()?;
        date.push_str(&format!("-{number:02}"));
    }
    kedang_core::partial_date::holds(&date).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn every_usual_spelling() {
        for (text, expected) in [
            ("1993-06-06", Some("1993-06-06")),
            ("2024.3.5", Some("2024-03-05")),
            ("2024/3/5", Some("2024-03-05")),
            ("1985年3月15日", Some("1985-03-15")),
            ("1985年3月", Some("1985-03")),
            ("1985年", Some("1985")),
            ("1985", Some("1985")),
            ("1985-02-30", None),
            ("1985-13", None),
            ("85-1-1", None),
            ("待查", None),
            ("", None),
            ("1985-1-1-1", None),
        ] {
            assert_eq!(date(text).as_deref(), expected, "{text}");
        }
    }
}
