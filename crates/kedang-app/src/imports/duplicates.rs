//! Whether a row is a customer that is there already.

use kedang_core::CustomerId;
use kedang_core::access::Action;
use kedang_store::duplicates::Alike;
use kedang_store::imports::{self, Key};
use kedang_store::recycling::{self, Fate};
use kedang_store::{Tx, customers};
use kedang_text::match_name;

use super::customer_row::CustomerRow;
use super::report::Trouble;
use super::wish::MatchBy;
use crate::{AppError, Scene, access, duplicates};

/// What is known of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Known {
    /// The same code, or the same 统一社会信用代码 in a row without one: this very customer.
    Same(CustomerId),
    /// The same name, and telephone number or 统一社会信用代码: surely the same.
    Surely(CustomerId),
    /// The same name alone, or another mark and another name: somebody has to look.
    Maybe(Alike),
    /// Its key is that of several customers that he may see, whose codes these are.
    Several(Vec<String>),
    /// Its key is nobody's, and its code that of another customer.
    Taken,
    /// Its code is that of a customer in the recycle bin.
    Deleted,
    /// Nobody like it.
    New,
}

/// Looks for the customer that a row means: by the key that was chosen, then by what it has in
/// common with one that is there.
pub(super) fn known(
    tx: &mut Tx,
    scene: &Scene,
    row: &CustomerRow,
    by: MatchBy,
) -> Result<Known, AppError> {
    let found = match by {
        MatchBy::Number => by_number(tx, row)?,
        other => match by_key(tx, scene, row, other)? {
            None => not_by_number(tx, row)?,
            found => found,
        },
    };
    match found {
        Some(known) => Ok(known),
        None => by_likeness(tx, row),
    }
}

/// The same code, or the same 统一社会信用代码 in a row without one.
fn by_number(tx: &mut Tx, row: &CustomerRow) -> Result<Option<Known>, AppError> {
    if let Some((id, fate)) = of_code(tx, row)? {
        return Ok(Some(match fate {
            Fate::Deleted => Known::Deleted,
            // An old list would overwrite what was chosen when the two became one.
            Fate::Merged(survivor) => Known::Surely(survivor),
            Fate::Lives => Known::Same(id),
        }));
    }
    // A row with a number of its own is another entry of the books; only one without takes over.
    let uscc = row.customer.details.uscc.as_deref();
    let uscc = uscc.filter(|_| row.code.is_none());
    let by_uscc = uscc.map(|uscc| customers::by_uscc(tx, uscc)).transpose()?;
    Ok(by_uscc.flatten().map(Known::Same))
}

/// Another key decides; a code that is taken cannot be given to a second one.
fn not_by_number(tx: &mut Tx, row: &CustomerRow) -> Result<Option<Known>, AppError> {
    Ok(of_code(tx, row)?.map(|(_, fate)| match fate {
        Fate::Deleted => Known::Deleted,
        Fate::Merged(_) | Fate::Lives => Known::Taken,
    }))
}

fn of_code(tx: &mut Tx, row: &CustomerRow) -> Result<Option<(CustomerId, Fate)>, AppError> {
    let Some(code) = row.code.as_deref() else {
        return Ok(None);
    };
    let Some(id) = customers::by_code(tx, code)? else {
        return Ok(None);
    };
    let fate = recycling::fate(tx, &id)?.unwrap_or(Fate::Lives);
    Ok(Some((id, fate)))
}

/// The customers of the row's key, of those that he may see: the others give no sign.
fn by_key(
    tx: &mut Tx,
    scene: &Scene,
    row: &CustomerRow,
    by: MatchBy,
) -> Result<Option<Known>, AppError> {
    let details = &row.customer.details;
    let name = match_name(&row.customer.name);
    let key = match by {
        MatchBy::Number => None,
        MatchBy::Uscc => details.uscc.as_deref().map(Key::Uscc),
        MatchBy::Mobile => details.mobile.as_deref().map(Key::Mobile),
        MatchBy::Email => details.email.as_deref().map(Key::Email),
        MatchBy::Name => Some(Key::Name(&name)),
        MatchBy::NameAndMobile => {
            let mobile = details.mobile.as_deref();
            mobile.map(|mobile| Key::NameAndMobile(&name, mobile))
        }
    };
    let Some(key) = key else {
        return Ok(None);
    };
    let mut seen = Vec::new();
    for id in imports::matches(tx, key)? {
        match access::customer(tx, scene, &id, Action::Read) {
            Ok(found) => seen.push(found.into_inner()),
            Err(AppError::Problem(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(match seen.len() {
        0 => None,
        1 => seen.pop().map(|one| Known::Same(one.id)),
        _ => Some(Known::Several(
            seen.into_iter().map(|one| one.code).collect(),
        )),
    })
}

/// What is to be said of a row that cannot come in because of its key.
pub(super) fn barred(row: u64, column: &str, code: Option<&str>, known: &Known) -> Option<Trouble> {
    let trouble = |code, column: &str, args| Trouble {
        row,
        column: column.to_owned(),
        code,
        args,
        ..Trouble::default()
    };
    match known {
        Known::Several(codes) => {
            let args = vec![
                ("count", codes.len().into()),
                ("codes", codes.join("、").into()),
            ];
            Some(trouble("import.key_several", column, args))
        }
        Known::Taken => {
            let args = vec![("code", code.unwrap_or_default().into())];
            Some(trouble("import.code_taken", "", args))
        }
        _ => None,
    }
}

/// What it has in common with those that are there.
fn by_likeness(tx: &mut Tx, row: &CustomerRow) -> Result<Known, AppError> {
    let details = &row.customer.details;
    let alike = duplicates::alike(tx, &row.customer.name, details)?;
    if let Some(same) = alike.iter().find(|one| is_sure(one)) {
        return Ok(Known::Surely(same.id.clone()));
    }
    let (more, names): (Vec<_>, Vec<_>) = alike
        .into_iter()
        .partition(|one| one.reasons.as_slice() != ["name"]);
    if let Some(same) = more.into_iter().next() {
        return Ok(Known::Maybe(same));
    }
    if names.is_empty() {
        return Ok(Known::New);
    }
    let namesakes = customers::by_name_key(tx, &match_name(&row.customer.name))?;
    let other = namesakes
        .iter()
        .find(|one| !are_two(one.birth.as_deref(), details.birth.as_deref()));
    let same = names
        .into_iter()
        .find(|one| other.is_some_and(|other| other.id == one.id));
    Ok(same.map_or(Known::New, Known::Maybe))
}

/// The same name, and a number that is given once.
fn is_sure(one: &Alike) -> bool {
    let has = |reason: &str| one.reasons.contains(&reason);
    has("name") && (has("phone") || has("uscc"))
}

/// Namesakes that were born on two days.
fn are_two(one: Option<&str>, other: Option<&str>) -> bool {
    let whole = |birth: Option<&str>| birth.is_some_and(duplicates::is_whole);
    whole(one) && whole(other) && one != other
}
