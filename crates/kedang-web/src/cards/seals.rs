//! How the places to sign of a card stand.

use jiff::tz::TimeZone;
use kedang_app::forms::Field;
use kedang_core::card::Signature;
use kedang_words::Tongue;
use maud::Markup;

use super::screen::{Seal, SignBox, sign_box};
use crate::components::Chrome;

/// What is needed to draw the places of one card or of one row.
pub(super) struct Seals<'a> {
    /// Icons and language.
    pub(super) chrome: Chrome<'a>,
    /// The words of the product.
    pub(super) t: Tongue<'a>,
    /// The company's time zone.
    pub(super) zone: &'a TimeZone,
    /// All signatures, oldest first.
    pub(super) signatures: &'a [Signature],
    /// Address to which the key of the field is added; `None` where nothing can be signed.
    pub(super) address: Option<String>,
}

impl Seals<'_> {
    /// The place of one signature field.
    pub(super) fn place(&self, field: &Field, label: &str) -> Markup {
        let mut given = self.signatures.iter().filter(|s| s.field == field.key);
        let last = given.next_back();
        let href = self
            .address
            .as_ref()
            .map(|to| format!("{to}/{}", field.key));
        let seal = match (last, href.as_deref()) {
            (Some(signature), again) if signature.voided_at.is_some() => {
                Seal::Void(signature, again)
            }
            (Some(signature), _) => Seal::Held(signature),
            (None, Some(href)) => Seal::Open(href),
            (None, None) => Seal::Waiting,
        };
        let when = last.map(|s| s.signed_at.local(self.zone));
        let void = last.and_then(|s| s.voided_at).map(|at| at.local(self.zone));
        let view = SignBox {
            label,
            seal,
            when: when.as_deref().unwrap_or_default(),
            void: void.as_deref().unwrap_or_default(),
        };
        sign_box(&self.chrome, self.t, &view)
    }
}
