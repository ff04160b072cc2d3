//! Issues a token from the command line.

use kedang_core::Problem;
use kedang_core::digest::{hex, sha256};
use kedang_store::staff;
use kedang_store::tokens::{self, NewToken};

use crate::audit::{self, By, Deed};
use crate::{App, AppError};

/// A token lives a year, µs.
const YEAR: i64 = 365 * 24 * 3_600 * 1_000_000;

impl App {
    /// A new token with the rights of whoever signs in as `login`. It is shown once: the database
    /// keeps its hash.
    ///
    /// # Errors
    /// `staff.not_found`.
    pub async fn issue_token(&self, login: &str, name: &str) -> Result<String, AppError> {
        let token = format!("kd_{}", hex(&self.chance.seed()?));
        let hash = sha256(&[token.as_bytes()]);
        let (moment, login, name) = (self.moment()?, login.to_owned(), name.to_owned());
        self.store
            .write(move |tx| -> Result<(), AppError> {
                let staff = staff::by_login(tx, &login)?
                    .ok_or_else(|| Problem::not_found("staff.not_found"))?;
                let mut draw = moment.draw();
                let id = draw.id();
                tokens::insert(
                    tx,
                    &NewToken {
                        id: &id,
                        token_hash: &hash,
                        staff: &staff,
                        name: &name,
                        at: moment.at(),
                        expires_at: moment.at() + YEAR,
                    },
                )?;
                let by = By::command("token.create", moment.at());
                let deed = Deed {
                    action: "token.create",
                    object: ("token", &id),
                    class: None,
                    decision: "allowed",
                    fields: &["staff", "name"],
                    payload: None,
                };
                Ok(audit::record(tx, &mut draw, by, &deed)?)
            })
            .await?;
        Ok(token)
    }
}
