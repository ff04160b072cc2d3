//! 开票资料 (D03-3): what an invoice to a customer needs, put together from its cards and its own
//! fields.

use kedang_core::CustomerId;
use kedang_core::access::Action;
use kedang_core::customer::Customer;
use kedang_store::Tx;
use serde_json::json;

use super::shown::address;
use crate::audit::{self, By, Deed};
use crate::cards::{self, CardView};
use crate::{AppError, Scene, access};

/// A line of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Nobody has answered it.
    Unknown,
    /// It is answered, and not for this reader.
    Masked,
    /// The answer.
    Text(String),
}

/// What goes on an invoice.
#[derive(Debug, Clone)]
pub struct Invoice {
    /// The customer.
    pub customer: Customer,
    /// 名称, 税号, 地址、电话, 开户行及账号, in the order in which tax offices ask for them: the key of
    /// the label, and what is said.
    pub lines: Vec<(&'static str, Given)>,
    /// Whether some of it comes from a card of which the customer gets no copy.
    pub inner: bool,
}

/// 开票资料 of a customer. Where no card of 客户信息档案 answers, the customer's own fields do.
///
/// # Errors
/// `customer.not_found`.
pub fn invoice(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<Invoice, AppError> {
    let customer = access::customer(tx, scene, id, Action::Read)?.into_inner();
    let card = card(tx, scene, id)?;
    let of = |key: &str| {
        card.as_ref()
            .map_or(Given::Unknown, |view| answer(view, key))
    };
    let own = |field: &str| match customer.details.get(field) {
        Some(value) => Given::Text(value.to_owned()),
        None => Given::Unknown,
    };
    let name = Given::Text(customer.name.clone());
    let place = both(
        of("invoice_address").or(written(address(&customer))),
        of("invoice_phone").or(own("phone")),
    );
    let lines = vec![
        ("invoice-name", of("invoice_title").or(name)),
        ("invoice-tax_no", of("tax_no").or(own("uscc"))),
        ("invoice-place", place),
        ("invoice-account", both(of("bank"), of("account"))),
    ];
    Ok(Invoice {
        inner: card.is_some_and(|view| !view.form.meta.customer_copy),
        customer,
        lines,
    })
}

/// Notes that it was taken out on paper. Who may read it may print it.
pub(crate) fn note_invoice(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<(), AppError> {
    let invoice = invoice(tx, scene, id)?;
    let shown = invoice.lines.iter().filter(|(_, given)| given.is_text());
    let shown: Vec<&str> = shown.map(|(key, _)| *key).collect();
    let deed = Deed {
        action: "customer.invoice",
        object: ("customer", invoice.customer.id.as_str()),
        class: Some(invoice.customer.class),
        decision: "allowed",
        fields: &[],
        payload: Some(json!({ "lines": shown })),
    };
    Ok(audit::record(
        tx,
        &mut scene.moment.draw(),
        By::from(scene),
        &deed,
    )?)
}

impl Given {
    fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }

    /// Another answer where nobody gave this one.
    fn or(self, other: Self) -> Self {
        match self {
            Self::Unknown => other,
            known => known,
        }
    }
}

fn written(text: String) -> Given {
    match text.is_empty() {
        true => Given::Unknown,
        false => Given::Text(text),
    }
}

/// Two answers on one line.
fn both(first: Given, second: Given) -> Given {
    match (first, second) {
        (Given::Text(first), Given::Text(second)) => Given::Text(format!("{first} {second}")),
        // Half an account would be copied for a whole one.
        (Given::Masked, _) | (_, Given::Masked) => Given::Masked,
        (Given::Unknown, known) | (known, Given::Unknown) => known,
    }
}

/// The newest card whose form asks for what an invoice needs.
fn card(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<Option<CardView>, AppError> {
    let asks = |listed: &&cards::Listed| {
        let has = |key: &str| listed.form.field(key).is_some();
        has("invoice_title") && has("tax_no")
    };
    let list = cards::list(tx, scene, id)?;
    match list.items.iter().find(asks) {
        Some(listed) => Ok(Some(cards::show(tx, scene, &listed.card.id)?)),
        None => Ok(None),
    }
}

fn answer(view: &CardView, key: &str) -> Given {
    if view.masked.iter().any(|path| path == key) {
        return Given::Masked;
    }
    let form = &view.form;
    match (form.field(key), view.answers.value(key)) {
        (Some(field), Some(value)) => Given::Text(form.text_of(field, value, "zh-CN")),
        _ => Given::Unknown,
    }
}
