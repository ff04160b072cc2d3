//! From a credential to the person behind it.

use kedang_core::access::{Actor, Post, Role};
use kedang_store::sessions::{self, Bearer};
use kedang_store::{Tx, departments, staff, tokens};

use crate::{AppError, Credential};

/// Who holds the credential at `now` (µs), with all his roles.
pub(crate) fn recognise(
    tx: &mut Tx,
    credential: &Credential,
    now: i64,
) -> Result<Option<(Actor, Bearer)>, AppError> {
    let bearer = match credential {
        Credential::Session(hash) => sessions::bearer(tx, hash, now)?,
        Credential::Token(hash) => tokens::bearer(tx, hash, now)?,
    };
    let Some(bearer) = bearer else {
        return Ok(None);
    };
    let mut posts = Vec::new();
    for (key, department) in staff::roles(tx, &bearer.staff)? {
        // A role of a newer version of the program gives no right in this one.
        let Some(role) = Role::from_key(&key) else {
            continue;
        };
        let below = match role {
            Role::Head | Role::Gm => departments::below(tx, &department)?,
            _ => Vec::new(),
        };
        posts.push(Post {
            role,
            department,
            below,
        });
    }
    let actor = Actor {
        staff: bearer.staff.clone(),
        login: bearer.login.clone(),
        name: bearer.name.clone(),
        department: bearer.department.clone(),
        posts,
        granted: bearer.granted,
        now,
    };
    Ok(Some((actor, bearer)))
}
