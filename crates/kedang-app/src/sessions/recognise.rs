//! From a credential to the person behind it.

use kedang_core::StaffId;
use kedang_core::access::{Actor, Post, Role};
use kedang_store::sessions::{self, Bearer};
use kedang_store::staff::Look;
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
    bearer
        .map(|bearer| Ok((dressed(tx, &bearer, now)?, bearer)))
        .transpose()
}

/// A member of staff with all his roles at `now` (µs), without a credential: for commands.
pub(crate) fn actor(
    tx: &mut Tx,
    id: &StaffId,
    now: i64,
) -> Result<Option<(Actor, Look)>, AppError> {
    let bearer = staff::bearer(tx, id, now)?;
    bearer
        .map(|bearer| Ok((dressed(tx, &bearer, now)?, bearer.look)))
        .transpose()
}

fn dressed(tx: &mut Tx, bearer: &Bearer, now: i64) -> Result<Actor, AppError> {
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
    Ok(Actor {
        staff: bearer.staff.clone(),
        login: bearer.login.clone(),
        name: bearer.name.clone(),
        department: bearer.department.clone(),
        posts,
        granted: bearer.granted,
        co_owns: bearer.co_owns,
        now,
    })
}
