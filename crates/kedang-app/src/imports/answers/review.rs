//! What a row answers of a form, and what the form says to it.

use std::sync::Arc;

use kedang_core::card::Status;
use kedang_core::{Arg, CardId, CustomerId};
use kedang_form::{
    Answers, Change, Context, CustomerKind, Finding, Form, Pairs, Severity, diff_answers,
};
use kedang_store::Tx;

use super::{CardPlan, Typing, told, type_in};
use crate::cards::{self, CardView};
use crate::imports::plan::Plan;
use crate::imports::report::Trouble;
use crate::{AppError, Scene};

/// What a row answers.
#[derive(Debug, Clone, Default)]
pub(in crate::imports) struct Given {
    /// As typed into the form.
    pub(in crate::imports) pairs: Pairs,
    /// The fields that are answered.
    pub(in crate::imports) fields: Vec<String>,
    /// What was taken for another thing than what was written.
    pub(in crate::imports) mended: Vec<Trouble>,
}

/// Reads the cells of a row; nothing where it answers nothing that goes to the card alone.
pub(in crate::imports) fn given(
    plan: &Plan,
    card: &CardPlan,
    (row, cells): (u64, &[String]),
    today: &str,
) -> Option<Given> {
    let mut given = Given::default();
    let (mut own, mut alone) = (false, false);
    for (index, key) in card.fields.iter().enumerate() {
        let Some(field) = key.as_deref().and_then(|key| card.field(key)) else {
            continue;
        };
        let only = plan.goes_to_card_only(index);
        own |= only;
        let header = plan.headers().get(index).map_or("", String::as_str);
        let cell = cells.get(index).map_or("", String::as_str);
        let typing = Typing {
            form: &card.form,
            field,
            header,
            cell,
            today,
        };
        let mut mended = None;
        if cell.is_empty() || !type_in(&typing, &mut given.pairs, &mut mended) {
            continue;
        }
        alone |= only;
        given.fields.push(field.key.clone());
        given.mended.extend(mended.map(|kept| Trouble {
            row,
            column: header.to_owned(),
            code: "import.value_mended",
            args: vec![("value", Arg::from(cell)), ("kept", kept.into())],
            ..Trouble::default()
        }));
    }
    let opens = if own { alone } else { !given.fields.is_empty() };
    opens.then_some(given)
}

/// Whether a form is meant for this kind of customer.
pub(in crate::imports) fn wrong(form: &Form, kind: &str) -> bool {
    match form.meta.customer_kind {
        CustomerKind::Any => false,
        CustomerKind::Individual => kind != "individual",
        CustomerKind::Organization => kind != "organization",
    }
}

/// A card as it would be filled in.
#[derive(Debug)]
pub(in crate::imports) struct Filled {
    /// The open card that is brought up to date; without one a card is opened.
    pub(in crate::imports) card: Option<Box<CardView>>,
    /// All of its answers, as typed.
    pub(in crate::imports) pairs: Pairs,
    /// What the form says to them.
    pub(in crate::imports) findings: Vec<Finding>,
    /// Whether they say another thing than what stands.
    pub(in crate::imports) changes: bool,
    pub(in crate::imports) form: Arc<Form>,
}

/// How the card of a customer would be filled in by what a row answers.
pub(in crate::imports) fn filled(
    tx: &mut Tx,
    scene: &Scene,
    plan: &CardPlan,
    customer: Option<&CustomerId>,
    given: &Given,
) -> Result<Filled, AppError> {
    let open = match customer {
        Some(customer) => open_card(tx, scene, customer, &plan.form.meta.key)?,
        None => None,
    };
    let same = |view: &CardView| {
        let known = |key: &String| view.form.field(key).is_some_and(|field| !field.retired);
        given.fields.iter().all(known)
    };
    // One of an older version that lacks a field cannot take it.
    let card = open.filter(|view| same(view));
    let form = card.as_ref().map_or(&plan.form, |view| &view.form).clone();
    let nothing = Answers::default();
    let before = card.as_ref().map_or(&nothing, |view| &view.answers);
    let mut pairs = form.pairs(before);
    for field in &given.fields {
        let below = |name: &String| {
            name.strip_prefix(field.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '!']))
        };
        pairs.retain(|name, _| !below(name));
    }
    pairs.extend(given.pairs.clone());
    let context = match &card {
        Some(view) => view.context.clone(),
        None => {
            let mut context = Context::on(scene.today());
            context.opened_on = Some(scene.today());
            context
        }
    };
    let draft = form.read(&pairs);
    let mut findings = form.review(&draft, &context);
    findings.extend(form.check_gates(before, &draft.answers, &context));
    Ok(Filled {
        changes: draft.answers != *before,
        card,
        pairs,
        findings,
        form,
    })
}

impl Filled {
    /// The answers of a row that differ from what stands on the card.
    pub(in crate::imports) fn differing(&self, given: &Given) -> Vec<Change> {
        let nothing = Answers::default();
        let before = self.card.as_ref().map_or(&nothing, |view| &view.answers);
        let after = self.form.read(&self.pairs).answers;
        let mut changes = diff_answers(&self.form, before, &after);
        changes.retain(|change| {
            let key = change.path.split('.').next().unwrap_or_default();
            given.fields.iter().any(|field| field == key)
        });
        changes
    }

    /// What is to be told of a row, and whether it cannot come in because of it: what is wrong is,
    /// what is merely doubtful only where the row says it, what is missing never.
    pub(in crate::imports) fn troubles(
        &self,
        plan: &Plan,
        card: &CardPlan,
        given: &Given,
        row: u64,
    ) -> (Vec<Trouble>, bool) {
        let (mut found, mut fatal) = (given.mended.clone(), false);
        for finding in &self.findings {
            let key = finding.field.split('.').next().unwrap_or_default();
            let said = given.fields.iter().any(|field| field == key);
            match finding.severity {
                Severity::Error => fatal = true,
                Severity::Warning if said => {}
                Severity::Warning | Severity::Incomplete => continue,
            }
            let column = card.column(key).and_then(|index| plan.headers().get(index));
            let header = column.map_or("", String::as_str);
            found.push(told(&self.form, finding, row, header));
        }
        (found, fatal)
    }
}

/// The card of a form that is still worked on: neither signed nor filed.
fn open_card(
    tx: &mut Tx,
    scene: &Scene,
    customer: &CustomerId,
    form: &str,
) -> Result<Option<Box<CardView>>, AppError> {
    let list = cards::list(tx, scene, customer)?;
    let open = list.items.iter().find(|one| {
        let card = &one.card;
        card.form == form && card.filing.is_none() && card.status != Status::Signed
    });
    match open {
        Some(one) => Ok(Some(Box::new(cards::show(tx, scene, &one.card.id)?))),
        None => Ok(None),
    }
}

/// The open card of a form to which rows are added, signed or not.
pub(in crate::imports) fn running_card(
    tx: &mut Tx,
    scene: &Scene,
    customer: &CustomerId,
    form: &str,
) -> Result<Option<CardId>, AppError> {
    let list = cards::list(tx, scene, customer)?;
    let open = list
        .items
        .iter()
        .find(|one| one.card.form == form && one.card.filing.is_none());
    Ok(open.map(|one| one.card.id.clone()))
}
