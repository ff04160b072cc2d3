//! What leads a dossier out of the house.

use kedang_core::CustomerId;
use kedang_words::Tongue;
use maud::Markup;

use crate::components::{self, Chrome, Icon};

/// 导出: the whole dossier for people and for programs, and the business card for a telephone.
pub(crate) fn menu(chrome: &Chrome<'_>, t: Tongue<'_>, customer: &CustomerId) -> Markup {
    let (page, interface) = (
        format!("/customers/{customer}"),
        format!("/api/v1/customers/{customer}"),
    );
    let ways = [
        (format!("{page}/dossier.pdf"), t.say("customer-out_pdf")),
        (format!("{interface}/dossier"), t.say("customer-out_json")),
        (format!("{page}/contact.vcf"), t.say("customer-out_vcard")),
    ];
    let links = ways
        .each_ref()
        .map(|(href, word)| (href.as_str(), word.as_ref()));
    components::menu(chrome, Icon::Out, &t.say("customer-out"), &links)
}
