//! The finding codes of this crate, so that the edges can be tested to have words for each.

/// Every code a finding can carry, apart from those a form brings itself (with its own words).
pub const FINDING_CODES: &[&str] = &[
    "form.answer_not_applicable",
    "form.bank_account_character",
    "form.bank_account_check",
    "form.bank_account_length",
    "form.computed_typed",
    "form.control_character",
    "form.date_no_such_day",
    "form.date_not_whole",
    "form.date_shape",
    "form.date_short_year",
    "form.date_too_early",
    "form.date_too_late",
    "form.date_year_range",
    "form.detail_missing",
    "form.email_shape",
    "form.expected",
    "form.field_retired",
    "form.field_unknown",
    "form.file_name_missing",
    "form.grade_missing",
    "form.id_number_birth",
    "form.id_number_character",
    "form.id_number_check",
    "form.id_number_future",
    "form.id_number_length",
    "form.id_number_region",
    "form.json_shape",
    "form.link_shape",
    "form.money_currency",
    "form.money_currency_apart",
    "form.money_shape",
    "form.money_too_fine",
    "form.money_unit_missing",
    "form.name_missing",
    "form.none_and_value",
    "form.none_not_allowed",
    "form.number_shape",
    "form.number_too_fine",
    "form.number_too_large",
    "form.number_too_small",
    "form.number_unit_mistaken",
    "form.one_only",
    "form.option_unknown",
    "form.other_not_ticked",
    "form.other_text_missing",
    "form.phone_character",
    "form.phone_digits",
    "form.phone_mobile_digits",
    "form.photo_consent",
    "form.photo_not_ticked",
    "form.place_not_ticked",
    "form.postcode_digits",
    "form.required",
    "form.row_id",
    "form.row_twice",
    "form.scale_step",
    "form.signature_first",
    "form.signature_missing",
    "form.signature_wrong_post",
    "form.text_too_long",
    "form.time_shape",
    "form.too_few_rows",
    "form.too_many_files",
    "form.too_many_rows",
    "form.too_many_ticked",
    "form.unknown_typed",
    "form.url_host",
    "form.url_scheme",
    "form.uscc_character",
    "form.uscc_check",
    "form.uscc_length",
    "form.uscc_phone",
    "form.value_shape",
    "form.value_twice",
    "form.weekday_unknown",
    "form.window_end_before_start",
    "form.window_open",
];

#[cfg(test)]
mod tests {
    use super::FINDING_CODES;
    use std::collections::BTreeSet;
    use std::path::Path;

    /// Codes in the source: whole literals, and the three kinds that are put together.
    fn written(folder: &Path, codes: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                written(&path, codes);
            } else if path.file_name().is_some_and(|name| name != "codes.rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]").next().unwrap_or_default();
                let literals = code.split('"').filter(|part| part.starts_with("form."));
                let plain = |part: &&str| {
                    part[5..]
                        .bytes()
                        .all(|b| b.is_ascii_lowercase() || b == b'_')
                };
                codes.extend(literals.filter(plain).map(str::to_owned));
            }
        }
    }

    #[test]
    fn the_list_is_what_the_source_says() {
        let mut codes = BTreeSet::new();
        written(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
            &mut codes,
        );
        for kind in ["uscc", "id_number", "bank_account"] {
            for what in ["length", "character"] {
                codes.insert(format!("form.{kind}_{what}"));
            }
        }
        for whole in [
            "uscc_check",
            "id_number_check",
            "id_number_region",
            "id_number_birth",
        ] {
            codes.insert(format!("form.{whole}"));
        }
        let listed: BTreeSet<String> = FINDING_CODES.iter().map(|c| (*c).to_owned()).collect();
        assert_eq!(listed, codes);
        assert!(FINDING_CODES.is_sorted());
    }
}
