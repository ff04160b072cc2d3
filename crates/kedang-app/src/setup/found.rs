//! Founds the company: its root department and its first people.

use kedang_core::Moment;
use kedang_core::access::Role;
use kedang_store::departments::{self, NewDepartment};
use kedang_store::{Tx, settings};
use kedang_text as text;
use serde_json::json;

use crate::audit::{self, By, Deed};
use crate::staff::OpenStaff;
use crate::staff::open_by;
use crate::{AppError, company};

/// The company to be founded.
#[derive(Debug, Clone)]
pub struct Founding {
    /// Its name, also that of the root department.
    pub company: String,
    /// A department below the root for those founders who are to work there.
    pub branch: Option<String>,
    /// Its first people.
    pub founders: Vec<Founder>,
}

/// One of the first people.
#[derive(Debug, Clone)]
pub struct Founder {
    /// The name to sign in with.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// Argon2id in PHC form; `None` cannot sign in with a password.
    pub password_hash: Option<String>,
    /// The roles.
    pub roles: Vec<Role>,
    /// Works in the branch, not in the root.
    pub in_branch: bool,
    /// Language of the pages.
    pub language: String,
}

/// Stores the company's name, its departments and its people.
pub(super) fn found(
    tx: &mut Tx,
    moment: &Moment,
    by: By,
    founding: &Founding,
) -> Result<(), AppError> {
    let mut draw = moment.draw();
    let at = moment.at();
    settings::put(tx, company::NAME, &founding.company, at)?;
    let root = draw.id();
    let open = |tx: &mut Tx, id: &str, parent: Option<&str>, name: &str| {
        let sort_key = text::sort_key(name);
        departments::insert(
            tx,
            &NewDepartment {
                id,
                parent,
                name,
                sort_key: &sort_key,
                at,
            },
        )
    };
    open(tx, &root, None, &founding.company)?;
    let branch = draw.id();
    if let Some(name) = &founding.branch {
        open(tx, &branch, Some(&root), name)?;
    }
    for founder in &founding.founders {
        let home = if founder.in_branch && founding.branch.is_some() {
            &branch
        } else {
            &root
        };
        let new = OpenStaff {
            login: founder.login.clone(),
            name: founder.name.clone(),
            password_hash: founder.password_hash.clone(),
            department: home.clone(),
            roles: founder.roles.clone(),
            language: founder.language.clone(),
        };
        open_by(tx, &mut draw, by, &new)?;
    }
    let after = json!({ "company": founding.company, "branch": founding.branch });
    let deed = Deed {
        action: "company.found",
        object: ("department", &root),
        class: None,
        decision: "allowed",
        fields: &["company", "branch"],
        payload: Some(json!({ "after": after })),
    };
    Ok(audit::record(tx, &mut draw, by, &deed)?)
}
