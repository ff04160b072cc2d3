//! The tree that an organization stands in.

use kedang_core::access::{Action, reach};
use kedang_core::branch::{self, Branch};
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
    let root = top(tx, id)?;
    let reach = reach(&scene.actor, Action::Read);
    let besides = [Besides::Under(root.clone())];
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
    let seen = rows.into_iter().map(|row| Branch {
        id: row.customer.id,
        code: row.customer.code,
        name: row.customer.name,
        city: row.customer.details.city,
        parent: None,
        depth: 0,
    });
    let links = branches::links(tx, &root)?;
    Ok(Tree {
        items: branch::tree(seen.collect(), &links),
        capped,
        may_edit: access::may_edit(tx, scene, &customer)?,
    })
}

/// The organization at the top, seen by the reader or not.
pub(super) fn top(tx: &mut Tx, id: &CustomerId) -> Result<CustomerId, AppError> {
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
