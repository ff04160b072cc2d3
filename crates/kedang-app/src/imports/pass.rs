//! In which order the rows of a file are gone through: customers first, whatever hangs on them
//! afterwards.

use super::plan::Plan;
use super::wish::Subject;

/// One way through the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pass {
    All,
    Customers,
    Others,
}

impl Pass {
    /// Whether it takes the rows of a table.
    pub(super) fn takes(self, plans: &[Plan], place: i64) -> bool {
        let plan = plans.iter().find(|plan| plan.place == place);
        let customers = plan.is_some_and(|plan| plan.subject() == Subject::Customers);
        match self {
            Self::All => true,
            Self::Customers => customers,
            Self::Others => !customers,
        }
    }
}

/// The ways through a file that comes in; one where its tables stand in order already.
pub(super) fn passes(plans: &[Plan]) -> Vec<Pass> {
    let customers = plans
        .iter()
        .map(|plan| plan.subject() == Subject::Customers);
    if customers.is_sorted_by_key(|customers| !customers) {
        vec![Pass::All]
    } else {
        vec![Pass::Customers, Pass::Others]
    }
}
