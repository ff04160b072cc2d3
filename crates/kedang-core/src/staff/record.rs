//! A member of staff as he is read: one shape for JSON and page.

use serde::Serialize;
use utoipa::ToSchema;

use crate::customer::Named;
use crate::id::StaffId;
use crate::instant::Instant;

/// A role, held in a department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RoleIn {
    /// Key of the role: `sales`, `head` …
    pub role: String,
    /// For which department and all below it.
    pub department: Named,
}

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Member {
    /// The id, a `UUIDv7`.
    #[schema(value_type = String, format = "uuid")]
    pub id: StaffId,
    /// The name to sign in with; never changed.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// Where he works.
    pub department: Named,
    /// `active`, `suspended` or `left`.
    pub status: String,
    /// Whether he can sign in with a password; else a link waits to be used.
    pub has_password: bool,
    /// What he may do.
    pub roles: Vec<RoleIn>,
    /// As what he signs.
    pub posts: Vec<String>,
    /// When the account was opened.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Instant,
    /// Counts its changes.
    pub version: i64,
}
