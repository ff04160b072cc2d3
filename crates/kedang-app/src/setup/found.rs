//! Founds the company: its root department and its first people.

use kedang_core::access::Role;
use kedang_core::{Moment, StaffId};
use kedang_store::departments::{self, NewDepartment};
use kedang_store::{Tx, posts, settings};
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
    /// The departments, each after the one above it.
    pub departments: Vec<Room>,
    /// Its first people.
    pub founders: Vec<Founder>,
}

/// A department of the company.
#[derive(Debug, Clone)]
pub struct Room {
    /// Its name.
    pub name: String,
    /// The department above it, counted among [`Founding::departments`]; the root if none.
    pub under: Option<usize>,
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
    /// Works in this one of [`Founding::departments`]; in the root if none.
    pub department: Option<usize>,
    /// The capacities (职务) in which he signs.
    pub posts: Vec<String>,
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
    let mut rooms: Vec<String> = Vec::new();
    let place = |rooms: &[String], nth: Option<usize>| {
        let room = nth.and_then(|nth| rooms.get(nth));
        room.unwrap_or(&root).clone()
    };
    for room in &founding.departments {
        let id = draw.id();
        let above = place(&rooms, room.under);
        open(tx, &id, Some(&above), &room.name)?;
        rooms.push(id);
    }
    for founder in &founding.founders {
        let new = OpenStaff {
            login: founder.login.clone(),
            name: founder.name.clone(),
            password_hash: founder.password_hash.clone(),
            department: place(&rooms, founder.department),
            roles: founder.roles.clone(),
            language: founder.language.clone(),
        };
        let id = StaffId::trusted(open_by(tx, &mut draw, by, &new)?);
        for post in &founder.posts {
            posts::give(tx, &id, post, at)?;
        }
    }
    let names: Vec<&str> = founding
        .departments
        .iter()
        .map(|d| d.name.as_str())
        .collect();
    let after = json!({ "company": founding.company, "departments": names });
    let deed = Deed {
        action: "company.found",
        object: ("department", &root),
        class: None,
        decision: "allowed",
        fields: &["company", "departments"],
        payload: Some(json!({ "after": after })),
    };
    Ok(audit::record(tx, &mut draw, by, &deed)?)
}
