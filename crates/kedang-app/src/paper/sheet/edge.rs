//! What stands at the edge of every page: which card, in which state, who printed it and when.

use kedang_core::Instant;
use kedang_paper::Foot;

use super::Sheet;

/// The foot. A form of which the customer gets no copy says so on every page.
pub(super) fn foot(sheet: &Sheet<'_>) -> Foot {
    let when = Instant(sheet.edge.at).local(&sheet.edge.zone);
    let by = [("reader", sheet.edge.reader.as_str()), ("when", &when)];
    let by = sheet.with("paper-by", &by);
    let right = match sheet.card {
        None => by,
        Some(view) => {
            let class = format!("class-{}", view.customer.class.clamp(0, 3));
            format!("{} · {by}", sheet.say(&class))
        }
    };
    let inner = !sheet.form.meta.customer_copy;
    Foot {
        left: which(sheet),
        framed: inner.then(|| sheet.say("paper-inner")),
        right,
    }
}

/// The card by its code, form and revision.
fn which(sheet: &Sheet<'_>) -> String {
    let meta = &sheet.form.meta;
    let form = ("form", meta.key.as_str());
    let nth = meta.version.to_string();
    let version = ("version", nth.as_str());
    match sheet.card {
        None => sheet.with("paper-blank", &[form, version]),
        Some(view) => {
            let code = ("code", view.customer.code.as_str());
            let nth = view.card.revision.to_string();
            let revision = ("revision", nth.as_str());
            sheet.with("paper-card", &[code, form, version, revision])
        }
    }
}

/// Under a card that stays in the house: who took it out and when, so that a copy names its source.
pub(super) fn watermark(sheet: &Sheet<'_>) -> Option<String> {
    let view = sheet.card?;
    let stays = !sheet.form.meta.customer_copy || view.customer.class >= 3;
    let when = Instant(sheet.edge.at).local(&sheet.edge.zone);
    stays.then(|| format!("{}  {} {when}", sheet.say("paper-inner"), sheet.edge.reader))
}
