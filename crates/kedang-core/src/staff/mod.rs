//! Staff as those see them who open accounts and give roles.

mod edit;
mod new;
mod record;

pub use edit::{EditMember, HeldRole, exclusion};
pub use new::{CheckedMember, NewMember, check_department_name, check_person_name};
pub use record::{Member, RoleIn};
