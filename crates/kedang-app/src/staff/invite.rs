//! Links with which somebody sets his own password: nobody else ever knows it (ASVS 6.4.6).

use kedang_core::access::Chore;
use kedang_core::digest::{hex, sha256};
use kedang_core::entry::Entry;
use kedang_core::{Problem, StaffId};
use kedang_store::{members, staff};

use super::door;
use crate::audit::{self, By, Deed};
use crate::scene::Call;
use crate::{App, AppError, password};

/// A link may be used for 24 hours, µs.
const DAY: i64 = 24 * 3_600 * 1_000_000;

/// Whose link it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// The name to sign in with.
    pub login: String,
    /// The person's name.
    pub name: String,
}

impl App {
    /// A new link's token for somebody; earlier ones die. It is shown once and never stored.
    ///
    /// # Errors
    /// `staff.forbidden`, `staff.not_found`, `staff.suspended_now`.
    pub async fn link_for(&self, call: &Call, id: StaffId) -> Result<String, AppError> {
        let token = hex(&self.chance.seed()?);
        let hash = sha256(&[token.as_bytes()]);
        self.write(call, move |tx, scene| {
            door::enter(tx, scene, Chore::OpenStaff)?;
            let member = door::member(tx, scene, &id)?;
            if member.status != "active" {
                return Err(Problem::conflict("staff.suspended_now").into());
            }
            let at = scene.moment.at();
            members::put_link(tx, &hash, &id, &scene.actor.staff, (at, at + DAY))?;
            let deed = Deed {
                action: "staff.invite",
                object: ("staff", id.as_str()),
                class: None,
                decision: "allowed",
                fields: &[],
                payload: None,
            };
            Ok(audit::record(
                tx,
                &mut scene.moment.draw(),
                By::from(scene),
                &deed,
            )?)
        })
        .await?;
        Ok(token)
    }

    /// Whose the link with this token is, as long as it may be used.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn invited(&self, token: &str) -> Result<Option<Invited>, AppError> {
        let (hash, now) = (sha256(&[token.as_bytes()]), self.clock.now());
        self.store
            .read(move |tx| {
                let found = members::link(tx, &hash, now)?;
                Ok(found.map(|(_, login, name)| Invited { login, name }))
            })
            .await
    }

    /// Sets the password with a link's token; the person's sessions end.
    ///
    /// # Errors
    /// `staff.link_dead`; `staff.invalid` when the password is too short.
    pub async fn accept(&self, call: &Call, token: &str, password: &str) -> Result<(), AppError> {
        let mut entry = Entry::new();
        password::check(&mut entry, password);
        if !entry.holds() {
            return Err(entry.refusal("staff.invalid").into());
        }
        let dead = || AppError::from(Problem::not_found("staff.link_dead"));
        self.invited(token).await?.ok_or_else(dead)?;
        let hash = self.passwords.hash(password.to_owned()).await?;
        let (moment, link) = (self.moment()?, sha256(&[token.as_bytes()]));
        let call = call.clone();
        self.store
            .write(move |tx| -> Result<(), AppError> {
                let at = moment.at();
                let found = members::link(tx, &link, at)?;
                let (id, ..) = found.ok_or_else(dead)?;
                if !members::use_link(tx, &link, at)? {
                    return Err(dead());
                }
                staff::set_password(tx, &id, &hash, at)?;
                members::end_sessions(tx, &id, at)?;
                let by = By {
                    actor: id.as_str(),
                    via: call.via,
                    request_id: &call.request_id,
                    at,
                };
                let deed = Deed {
                    action: "staff.password",
                    object: ("staff", id.as_str()),
                    class: None,
                    decision: "allowed",
                    fields: &["password"],
                    payload: None,
                };
                Ok(audit::record(tx, &mut moment.draw(), by, &deed)?)
            })
            .await
    }
}
