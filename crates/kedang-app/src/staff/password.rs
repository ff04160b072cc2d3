//! Sets a password from the command line.

use kedang_core::Problem;
use kedang_core::entry::Entry;
use kedang_store::staff;

use crate::audit::{self, By, Deed};
use crate::{App, AppError, password};

impl App {
    /// Sets the password of whoever signs in as `login`.
    ///
    /// # Errors
    /// `staff.not_found`, `staff.invalid` when the password is too short.
    pub async fn set_password(&self, login: &str, password: &str) -> Result<(), AppError> {
        let mut entry = Entry::new();
        password::check(&mut entry, password);
        if !entry.holds() {
            return Err(entry.refusal("staff.invalid").into());
        }
        let hash = self.passwords.hash(password.to_owned()).await?;
        let (moment, login) = (self.moment()?, login.to_owned());
        self.store
            .write(move |tx| -> Result<(), AppError> {
                let id = staff::by_login(tx, &login)?
                    .ok_or_else(|| Problem::not_found("staff.not_found"))?;
                staff::set_password(tx, &id, &hash, moment.at())?;
                let by = By::command("user.password", moment.at());
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
