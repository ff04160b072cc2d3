//! The look before a customer is opened. Whoever may not know of a match gets no sign of it: the
//! same answer after the same statements; the pair waits for the stewards.

use kedang_core::access::{Action, may};
use kedang_core::customer::{Customer, Details};
use kedang_core::problem::FieldProblem;
use kedang_core::{CustomerId, Draw, Problem};
use kedang_store::duplicates::{self, Alike, Marks};
use kedang_store::{Tx, customers};
use kedang_text::{match_name, resembles};

use crate::{AppError, Scene, access};

/// Pairs kept of one customer at most: a name such as 王芳 has thousands.
const QUEUED: usize = 20;

/// The living customers that look like a new one.
pub(crate) fn alike(tx: &mut Tx, name: &str, details: &Details) -> Result<Vec<Alike>, AppError> {
    let mut alike = all_alike(tx, &[(name, details)])?;
    Ok(alike.pop().unwrap_or_default())
}

/// The same for many new ones, each by itself.
pub(crate) fn all_alike(
    tx: &mut Tx,
    all: &[(&str, &Details)],
) -> Result<Vec<Vec<Alike>>, AppError> {
    let keys: Vec<String> = all.iter().map(|(name, _)| match_name(name)).collect();
    let marks = all.iter().zip(&keys).map(|((_, details), key)| Marks {
        name_key: key,
        uscc: details.uscc.as_deref(),
        numbers: [details.mobile.as_deref(), details.phone.as_deref()],
        email: details.email.as_deref(),
        birth: details.birth.as_deref().filter(|birth| is_whole(birth)),
        resembles,
    });
    Ok(duplicates::alike(tx, &marks.collect::<Vec<_>>())?)
}

/// Whether a date has year, month and day: half the world is born in some year.
pub(crate) fn is_whole(birth: &str) -> bool {
    birth.len() == 10 && !birth.starts_with('-')
}

/// Refuses when some of them may be known to the actor, and names these.
///
/// # Errors
/// `customer.duplicates`, with `customer.duplicate_of` for each.
pub(crate) fn refuse_known(tx: &mut Tx, scene: &Scene, alike: &[Alike]) -> Result<(), AppError> {
    let mut problem = Problem::conflict("customer.duplicates");
    for one in alike {
        let Some(customer) = customers::find(tx, &one.id)? else {
            continue;
        };
        if may(
            &scene.actor,
            Action::Read,
            &access::facts(tx, scene, &customer)?,
        ) {
            problem.fields.push(told(one, &customer));
        }
    }
    match problem.fields.is_empty() {
        true => Ok(()),
        false => Err(problem.into()),
    }
}

fn told(one: &Alike, customer: &Customer) -> FieldProblem {
    let reason = one.reasons.first().copied().unwrap_or("name");
    let field = match reason {
        "uscc" => "uscc",
        "phone" => "mobile",
        "email" => "email",
        "birth" => "birth",
        _ => "name",
    };
    FieldProblem {
        field: field.to_owned(),
        code: "customer.duplicate_of",
        args: vec![
            ("id", customer.id.as_str().into()),
            ("code", customer.code.as_str().into()),
            ("name", customer.name.as_str().into()),
            ("reason", reason.into()),
        ],
    }
}

/// Leaves the pairs to the stewards.
pub(crate) fn queue(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    id: &CustomerId,
    alike: &[Alike],
) -> Result<(), AppError> {
    for one in alike.iter().take(QUEUED) {
        let pair = draw.id();
        let staff = scene.actor.staff.as_str();
        duplicates::insert(tx, &pair, id, one, staff, scene.moment.at())?;
    }
    Ok(())
}
