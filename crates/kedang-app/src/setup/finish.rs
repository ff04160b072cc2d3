//! Uses the link: the company gets a name and its first member of staff.

use kedang_core::Problem;
use kedang_core::access::Role;
use kedang_core::digest::sha256;
use kedang_core::entry::Entry;
use kedang_store::{Tx, setup_links, staff};

use super::found::{Founder, Founding, found};
use crate::audit::By;
use crate::{App, AppError, Call, password};

/// What was typed on the set-up page.
#[derive(Debug, Clone, Default)]
pub struct SetUp {
    /// 公司名称.
    pub company: String,
    /// The person's name.
    pub name: String,
    /// The name to sign in with.
    pub login: String,
    /// Password. Never logged.
    pub password: String,
    /// Language of the pages.
    pub language: String,
}

/// The first person of a small company does all of it; with more staff the roles are spread.
const FIRST: [Role; 3] = [Role::Gm, Role::Steward, Role::Admin];

impl App {
    /// Founds the company with the link's token.
    ///
    /// # Errors
    /// `setup.link_dead` when the link was used or has run out; `setup.invalid` with the fields.
    pub async fn set_up(&self, call: &Call, token: &str, ask: SetUp) -> Result<(), AppError> {
        let (company, name, login) = check(&ask)?;
        let hash = self.passwords.hash(ask.password.clone()).await?;
        let founding = Founding {
            company,
            departments: Vec::new(),
            founders: vec![Founder {
                login,
                name,
                password_hash: Some(hash),
                roles: FIRST.to_vec(),
                department: None,
                posts: Vec::new(),
                language: ask.language,
            }],
        };
        let (moment, link) = (self.moment()?, sha256(&[token.as_bytes()]));
        let call = call.clone();
        self.store
            .write(move |tx| {
                if staff::any(tx)? || !setup_links::use_up(tx, &link, moment.at())? {
                    return Err(Problem::not_found("setup.link_dead").into());
                }
                let request_id = &call.request_id;
                let by = By {
                    actor: "setup",
                    via: call.via,
                    request_id,
                    at: moment.at(),
                };
                found(tx, &moment, by, &founding)
            })
            .await
    }

    /// Founds the company from the command line.
    ///
    /// # Errors
    /// `setup.done` when somebody is on the staff already.
    pub async fn found(&self, founding: Founding) -> Result<(), AppError> {
        let moment = self.moment()?;
        self.store
            .write(move |tx: &mut Tx| {
                if staff::any(tx)? {
                    return Err(Problem::conflict("setup.done").into());
                }
                let by = By::command("init", moment.at());
                found(tx, &moment, by, &founding)
            })
            .await
    }
}

fn check(ask: &SetUp) -> Result<(String, String, String), Problem> {
    let mut entry = Entry::new();
    let company = entry.required("company", &ask.company, 120, "setup.company_missing");
    let name = entry.required("name", &ask.name, 60, "staff.name_missing");
    let login = entry.required("login", &ask.login, 40, "staff.login_missing");
    if login
        .as_ref()
        .is_some_and(|l| l.contains(char::is_whitespace))
    {
        entry.refuse("login", "staff.login_blank");
    }
    password::check(&mut entry, &ask.password);
    match (company, name, login) {
        (Some(company), Some(name), Some(login)) if entry.holds() => Ok((company, name, login)),
        _ => Err(entry.refusal("setup.invalid")),
    }
}
