//! Opens a blank card of a form in the dossier of a customer.

use kedang_core::access::{Action, Class, Facts, may};
use kedang_core::customer::Customer;
use kedang_core::{CardId, CustomerId, Problem};
use kedang_form::{Answers, Context, CustomerKind, Form};
use kedang_store::Tx;
use kedang_store::cards::{self, NewCard};
use serde_json::json;

use super::show;
use super::view::CardView;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene, access};

/// Opens the card in the newest version of the form. The class of the dossier rises to that of the
/// form and never falls.
///
/// # Errors
/// `customer.not_found`, `customer.edit_forbidden`, `form.not_found`; `form.other_kind` for a form
/// of individuals in the dossier of an organization, or the other way round; `form.class_beyond`
/// for a form whose class would shut the dossier to whoever opens it.
pub fn open(
    tx: &mut Tx,
    scene: &Scene,
    customer: &CustomerId,
    form: &str,
) -> Result<CardView, AppError> {
    let customer = access::customer(tx, scene, customer, Action::Edit)?.into_inner();
    let form = scene.house.forms.find(tx, form)?;
    if !fits(&form, &customer) {
        return Err(Problem::invalid("form.other_kind")
            .field("form", "form.other_kind")
            .into());
    }
    if !stays_open(scene, &form, access::facts(tx, scene, &customer)?) {
        return Err(Problem::forbidden("form.class_beyond").into());
    }
    let mut draw = scene.moment.draw();
    let id = CardId::trusted(draw.id());
    let at = scene.moment.at();
    let class = i64::from(form.meta.default_class);
    let blank = form.completeness(&Answers::default(), &Context::on(scene.today()));
    let new = NewCard {
        id: &id,
        customer: &customer.id,
        form: &form.meta.key,
        form_version: form.meta.version,
        department: scene.actor.department.as_str(),
        custodian: scene.actor.staff.as_str(),
        applicable: count(blank.applicable),
        at,
    };
    cards::insert(tx, &new)?;
    cards::class_at_least(tx, &customer.id, class)?;
    let after = json!({
        "form": form.meta.key, "version": form.meta.version, "customer": customer.id,
        "class": customer.class.max(class),
    });
    let deed = Deed {
        action: "card.open",
        object: ("card", id.as_str()),
        class: Some(customer.class.max(class)),
        decision: "allowed",
        fields: &["form"],
        payload: Some(json!({ "after": after })),
    };
    audit::record(tx, &mut draw, By::from(scene), &deed)?;
    show::again(tx, scene, &id)
}

/// Whether the form is meant for this kind of customer.
pub(super) fn fits(form: &Form, customer: &Customer) -> bool {
    match form.meta.customer_kind {
        CustomerKind::Any => true,
        CustomerKind::Individual => customer.kind == "individual",
        CustomerKind::Organization => customer.kind == "organization",
    }
}

/// Whether the actor may still edit in the dossier at the class that the form gives it (D03-1): a
/// head who opened 客户信息档案 for a salesman could not read it a moment later. Who holds it beside
/// its owner (协办) opens what the owner opens: the file of a second department (D11-3).
pub(super) fn stays_open(scene: &Scene, form: &Form, facts: Facts) -> bool {
    let class = Class::from_rank(i64::from(form.meta.default_class)).max(facts.class);
    may(&scene.actor, Action::Edit, &Facts { class, ..facts })
}

/// A count as stored.
pub(super) fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
