//! The tree that an organization stands in.

use kedang_core::access::{Action, reach};
use kedang_core::branch::{self, Branch};
use kedang_core::customer::Customer;
use kedang_core::listing::{Besides, By, Sort};
use kedang_core::{CustomerId, Problem};
use kedang_store::filter::Asked;
use kedang_store::{Tx, branches, listing};

use crate::{AppError, Scene, access};

/// Organizations of one tree that are shown at most.
const SHOWN: u32 = 300;

/// A tree as one reader sees it.
#[derive(Debug, Clone)]
pub struct Tree {
    /// In the order of the tree; the organization asked for is among them.
    pub items: Vec<Branch>,
    /// Whether there are more than are shown.
    pub capped: bool,
    /// Whether the reader may change under whom it stands.
    pub may_edit: bool,
}

/// The whole tree that a customer stands in, from its top; one alone is a tree too.
///
/// # Errors
/// `customer.not_found`.
pub fn tree(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<Tree, AppError> {
    let customer = access::customer(tx, scene, id, Action::Read)?.into_inner();
    let may_edit = access::may_edit(tx, scene, &customer)?;
    let root = top(tx, id)?;
    let links = branches::links(tx, &root)?;
    // Most stand alone, and nobody has to be looked for.
    let (seen, capped) = match links.is_empty() {
        true => (vec![branch(customer)], false),
        false => below(tx, scene, root)?,
    };
    Ok(Tree {
        items: branch::tree(seen, &links),
        capped,
        may_edit,
    })
}

/// What the reader sees from a root down, in human order, and whether there is more.
fn below(tx: &mut Tx, scene: &Scene, root: CustomerId) -> Result<(Vec<Branch>, bool), AppError> {
    let reach = reach(&scene.actor, Action::Read);
    let besides = [Besides::Under(root)];
    let asked = Asked {
        reach: &reach,
        now: scene.actor.now,
        conditions: &[],
        besides: &besides,
        sort: Sort {
            by: By::Name,
            down: false,
        },
    };
    let mut rows = listing::list(tx, &asked, None, SHOWN)?;
    let capped = rows.len() > SHOWN as usize;
    rows.truncate(SHOWN as usize);
    let seen = rows.into_iter().map(|row| branch(row.customer));
    Ok((seen.collect(), capped))
}

fn branch(customer: Customer) -> Branch {
    Branch {
        id: customer.id,
        code: customer.code,
        name: customer.name,
        city: customer.details.city,
        parent: None,
        depth: 0,
    }
}

/// The organization at the top, seen by the reader or not.
fn top(tx: &mut Tx, id: &CustomerId) -> Result<CustomerId, AppError> {
    Ok(line(tx, id)?.pop().unwrap_or_else(|| id.clone()))
}

/// Those above an organization, the nearest first.
///
/// # Errors
/// `branch.deep` when it has no end.
pub(crate) fn line(tx: &mut Tx, id: &CustomerId) -> Result<Vec<CustomerId>, AppError> {
    let mut line = Vec::new();
    let mut at = branches::parent(tx, id)?;
    while let Some(one) = at {
        if line.len() > branch::MOST_LEVELS {
            return Err(Problem::conflict("branch.deep").into());
        }
        at = branches::parent(tx, &one)?;
        line.push(one);
    }
    Ok(line)
}
