//! The foot of every page: which card, in which state, who printed it and when.

use maud::{Markup, html};

use super::sheet::Sheet;

/// Who prints, and when.
pub(crate) struct Foot<'a> {
    /// The reader.
    pub(crate) reader: &'a str,
    /// The minute, in the company's time.
    pub(crate) when: &'a str,
}

/// The foot. A form of which the customer gets no copy says so on every page.
pub(super) fn foot(sheet: &Sheet<'_>, foot: &Foot<'_>) -> Markup {
    let (reader, when) = (foot.reader.into(), foot.when.into());
    let by = sheet
        .t
        .with("paper-by", &[("reader", reader), ("when", when)]);
    html! {
        footer class="paper-foot" {
            span {
                (which(sheet))
                @if sheet.pen.is_some() { " · " b { (sheet.t.say("paper-filling")) } }
            }
            @if !sheet.form.meta.customer_copy { b class="inner" { (sheet.t.say("paper-inner")) } }
            span {
                @if let Some(view) = sheet.card {
                    (sheet.t.say(&format!("class-{}", view.customer.class.clamp(0, 3)))) " · "
                }
                (by)
            }
        }
    }
}

/// The card by its code, form and revision.
fn which(sheet: &Sheet<'_>) -> String {
    let meta = &sheet.form.meta;
    let (form, version) = (meta.key.as_str().into(), i64::from(meta.version).into());
    match sheet.card {
        None => sheet
            .t
            .with("paper-blank", &[("form", form), ("version", version)])
            .into_owned(),
        Some(view) => {
            let (code, revision) = ((&view.customer.code).into(), view.card.revision.into());
            let args = [
                ("code", code),
                ("form", form),
                ("version", version),
                ("revision", revision),
            ];
            sheet.t.with("paper-card", &args).into_owned()
        }
    }
}
