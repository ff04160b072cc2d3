//! 下次可了解: what to find out next about a customer, from the background to the family (D03-10).

use std::sync::Arc;

use kedang_core::CustomerId;
use kedang_core::access::Action;
use kedang_core::card::Card;
use kedang_core::customer::Customer;
use kedang_form::{Context, Field, Form, Kind};
use kedang_store::{Tx, cards};

use super::content;
use crate::{AppError, Scene, access};

/// Cards looked into at most, opened last first.
const CARDS: usize = 8;
/// Questions of one card at most: no interrogation.
const OF_ONE: usize = 3;
/// Questions suggested at most.
const IN_ALL: usize = 6;

/// A question to which nobody knows the answer yet.
#[derive(Debug, Clone)]
pub struct Unknown {
    /// The card on which the answer is missing.
    pub card: Card,
    /// Its form, for the words.
    pub form: Arc<Form>,
    /// Key of the field.
    pub field: String,
    /// Key of its layer.
    pub layer: Option<String>,
}

/// What to find out next.
#[derive(Debug, Clone)]
pub struct ToLearn {
    /// About whom.
    pub customer: Customer,
    /// The first layer first; nothing is forced, and 无 is an answer.
    pub items: Vec<Unknown>,
}

/// The next questions, of the cards on which something is unknown. Who may not write the answers
/// down is not sent to ask.
///
/// # Errors
/// `customer.not_found`, also for what the reader may not know of.
pub fn to_learn(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<ToLearn, AppError> {
    let customer = access::customer(tx, scene, id, Action::Read)?.into_inner();
    let mut items = Vec::new();
    if access::may_edit(tx, scene, &customer)? {
        let open = |card: &Card| card.answered < card.applicable;
        let cards = cards::of_customer(tx, &customer.id)?
            .into_iter()
            .filter(open);
        for card in cards.take(CARDS) {
            items.extend(of_card(tx, scene, &card)?);
        }
    }
    let layers = order(items.iter().map(|one| one.form.as_ref()));
    let place = |one: &Unknown| {
        let layer = one.layer.as_ref();
        let place = layer.and_then(|key| layers.iter().position(|known| known == key));
        place.unwrap_or(layers.len())
    };
    items.sort_by_key(place);
    items.truncate(IN_ALL);
    Ok(ToLearn { customer, items })
}

fn of_card(tx: &mut Tx, scene: &Scene, card: &Card) -> Result<Vec<Unknown>, AppError> {
    let forms = &scene.house.forms;
    let form = forms.version(tx, &card.form, card.form_version)?;
    let answers = content::answers(tx, &form, card)?;
    let unknown = form.unknown(&answers, &Context::on(scene.today()));
    let one = |(key, layer): (String, Option<String>)| Unknown {
        card: card.clone(),
        form: form.clone(),
        field: key,
        layer,
    };
    // A photo or a paper is taken or brought, not learned in a talk.
    let told = |field: &&Field| !matches!(field.kind, Kind::Photo(_) | Kind::Attachment(_));
    let first = unknown.into_iter().filter(told).take(OF_ONE);
    let first = first.map(|field| (field.key.clone(), field.layer.clone()));
    Ok(first.map(one).collect())
}

/// The layers of several forms as one order: a layer comes before those that it precedes on any.
fn order<'a>(forms: impl Iterator<Item = &'a Form>) -> Vec<String> {
    let mut order: Vec<String> = Vec::new();
    for form in forms {
        let layers = &form.meta.layers;
        for (nth, layer) in layers.iter().enumerate().rev() {
            if order.contains(layer) {
                continue;
            }
            let next = layers.get(nth + 1);
            let next = next.and_then(|next| order.iter().position(|known| known == next));
            order.insert(next.unwrap_or(order.len()), layer.clone());
        }
    }
    order
}
