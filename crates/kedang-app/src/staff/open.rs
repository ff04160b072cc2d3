//! Opens a member of staff with roles in one department.

use kedang_core::access::Role;
use kedang_core::{Draw, Problem};
use kedang_store::staff::{self, NewStaff};
use kedang_store::{StoreError, Tx};
use kedang_text as text;
use serde_json::json;

use crate::AppError;
use crate::audit::{self, By, Deed};

/// Who is to be opened.
#[derive(Debug, Clone)]
pub(crate) struct OpenStaff {
    /// The name to sign in with.
    pub(crate) login: String,
    /// The person's name.
    pub(crate) name: String,
    /// Argon2id in PHC form; `None` cannot sign in with a password.
    pub(crate) password_hash: Option<String>,
    /// The department in which he works and holds his roles.
    pub(crate) department: String,
    /// The roles.
    pub(crate) roles: Vec<Role>,
    /// Language of his pages.
    pub(crate) language: String,
}

/// Stores the person and the roles; returns the id.
///
/// # Errors
/// `staff.login_taken`.
pub(crate) fn open_by(
    tx: &mut Tx,
    draw: &mut Draw,
    by: By,
    new: &OpenStaff,
) -> Result<String, AppError> {
    let id = draw.id();
    let stored = tx.attempt(|tx| {
        staff::insert(
            tx,
            &NewStaff {
                id: &id,
                login: &new.login,
                name: &new.name,
                sort_key: &text::sort_key(&new.name),
                department: &new.department,
                password_hash: new.password_hash.as_deref(),
                language: &new.language,
                at: by.at,
            },
        )
    });
    match stored {
        Err(StoreError::Constraint { table, column, .. })
            if table == "staff" && column == "login" =>
        {
            let taken = Problem::conflict("staff.login_taken").with("login", new.login.as_str());
            return Err(taken.into());
        }
        other => other?,
    }
    for role in &new.roles {
        staff::give_role(tx, &id, role.key(), &new.department, by.at)?;
    }
    let roles: Vec<&str> = new.roles.iter().map(|r| r.key()).collect();
    let payload = json!({ "after": { "login": new.login, "name": new.name, "roles": roles } });
    audit::record(
        tx,
        draw,
        by,
        &Deed {
            action: "staff.create",
            object: ("staff", &id),
            class: None,
            decision: "allowed",
            fields: &["login", "name", "roles"],
            payload: Some(payload),
        },
    )?;
    Ok(id)
}
