//! Whether a row is a customer that is there already.

use kedang_core::CustomerId;
use kedang_core::access::Action;
use kedang_store::Tx;
use kedang_store::duplicates::Alike;
use kedang_store::imports::{self, Key};
use kedang_store::recycling::{self, Fate};
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

/// What was found of a row, and every customer that was looked at for it.
#[derive(Debug)]
pub(super) struct Looked {
    pub(super) known: Known,
    pub(super) near: Vec<CustomerId>,
}

/// Looks for the customers that rows mean, none of which is in yet: by the key that was chosen, then
/// by what they have in common with those that are there.
pub(super) fn look(
    tx: &mut Tx,
    scene: &Scene,
    rows: &[&CustomerRow],
    by: MatchBy,
) -> Result<Vec<Looked>, AppError> {
    let keys: Vec<String> = rows
        .iter()
        .map(|row| match_name(&row.customer.name))
        .collect();
    let mut looked = match by {
        MatchBy::Number => by_number(tx, rows)?,
        other => {
            let codes = of_code(tx, rows)?;
            by_key(tx, scene, (rows, &keys), other, codes)?
        }
    };
    let left: Vec<usize> = (0..rows.len()).filter(|at| looked[*at].is_none()).collect();
    for (at, found) in left.iter().zip(by_likeness(tx, (rows, &keys), &left)?) {
        looked[*at] = Some(found);
    }
    Ok(looked.into_iter().flatten().collect())
}

/// What was found of each row so far.
type Half = Vec<Option<Looked>>;

/// Of a row whose code is there: the customer, and what became of it.
type Coded = Vec<Option<(CustomerId, Fate)>>;

/// The same code, or the same 统一社会信用代码 in a row without one.
fn by_number(tx: &mut Tx, rows: &[&CustomerRow]) -> Result<Half, AppError> {
    let codes = of_code(tx, rows)?;
    // A row with a number of its own is another entry of the books; only one without takes over.
    let uscc = |row: &&CustomerRow| match row.code {
        Some(_) => None,
        None => row.customer.details.uscc.clone(),
    };
    let usccs: Vec<Option<String>> = rows.iter().map(uscc).collect();
    let usccs: Vec<Option<&str>> = usccs.iter().map(Option::as_deref).collect();
    let by_uscc = imports::of_uscc(tx, &usccs)?;
    let found = codes.into_iter().zip(by_uscc).map(|(coded, by_uscc)| {
        let known = match coded {
            Some((_, Fate::Deleted)) => Some(Known::Deleted),
            // An old list would overwrite what was chosen when the two became one.
            Some((_, Fate::Merged(survivor))) => Some(Known::Surely(survivor)),
            Some((id, Fate::Lives)) => Some(Known::Same(id)),
            None => by_uscc.into_iter().next().map(Known::Same),
        };
        known.map(Looked::of)
    });
    Ok(found.collect())
}

fn of_code(tx: &mut Tx, rows: &[&CustomerRow]) -> Result<Coded, AppError> {
    let codes: Vec<Option<&str>> = rows.iter().map(|row| row.code.as_deref()).collect();
    let mut coded = Vec::with_capacity(rows.len());
    for found in imports::coded(tx, &codes)? {
        coded.push(match found.into_iter().next() {
            Some((id, false)) => {
                let fate = recycling::fate(tx, &id)?.unwrap_or(Fate::Lives);
                Some((id, fate))
            }
            found => found.map(|(id, _)| (id, Fate::Lives)),
        });
    }
    Ok(coded)
}

/// The customers of each row's key, of those that he may see: the others give no sign. Where the
/// key is nobody's, a code that is taken cannot be given to a second one.
fn by_key(
    tx: &mut Tx,
    scene: &Scene,
    (rows, names): (&[&CustomerRow], &[String]),
    by: MatchBy,
    codes: Coded,
) -> Result<Half, AppError> {
    let Some(kind) = by.asked() else {
        return Ok(codes.iter().map(|_| None).collect());
    };
    let keys: Vec<Option<[&str; 2]>> = rows
        .iter()
        .zip(names)
        .map(|(row, name)| key_of(row, name, kind))
        .collect();
    let mut half = Vec::with_capacity(rows.len());
    for (found, coded) in imports::matches(tx, kind, &keys)?.into_iter().zip(codes) {
        let mut seen = Vec::new();
        for id in &found {
            match access::customer(tx, scene, id, Action::Read) {
                Ok(found) => seen.push(found.into_inner()),
                Err(AppError::Problem(_)) => {}
                Err(other) => return Err(other),
            }
        }
        let known = match seen.len() {
            0 => coded.map(|(_, fate)| match fate {
                Fate::Deleted => Known::Deleted,
                Fate::Merged(_) | Fate::Lives => Known::Taken,
            }),
            1 => seen.pop().map(|one| Known::Same(one.id)),
            _ => {
                let codes = seen.into_iter().map(|one| one.code);
                Some(Known::Several(codes.collect()))
            }
        };
        half.push(known.map(|known| Looked { known, near: found }));
    }
    Ok(half)
}

fn key_of<'a>(row: &'a CustomerRow, name: &'a str, by: Key) -> Option<[&'a str; 2]> {
    let details = &row.customer.details;
    let one = |text: &'a Option<String>| text.as_deref().map(|text| [text, ""]);
    match by {
        Key::Uscc => one(&details.uscc),
        Key::Mobile => one(&details.mobile),
        Key::Email => one(&details.email),
        Key::Name => Some([name, ""]),
        Key::NameAndMobile => details.mobile.as_deref().map(|mobile| [name, mobile]),
    }
}

impl Looked {
    fn of(known: Known) -> Self {
        let near = match &known {
            Known::Same(id) | Known::Surely(id) => vec![id.clone()],
            _ => Vec::new(),
        };
        Self { known, near }
    }
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

/// What rows have in common with those that are there.
fn by_likeness(
    tx: &mut Tx,
    (rows, names): (&[&CustomerRow], &[String]),
    left: &[usize],
) -> Result<Vec<Looked>, AppError> {
    let customer = |at: &usize| &rows[*at].customer;
    let asked: Vec<_> = left
        .iter()
        .map(|at| (customer(at).name.as_str(), &customer(at).details))
        .collect();
    let alike = duplicates::all_alike(tx, &asked)?;
    // Only where the name is all that is the same is it asked when the others were born.
    let namesakes: Vec<Option<&str>> = left
        .iter()
        .zip(&alike)
        .map(|(at, alike)| {
            let alone = !alike.is_empty() && alike.iter().all(is_namesake);
            alone.then_some(names[*at].as_str())
        })
        .collect();
    let births = imports::births(tx, &namesakes)?;
    let looked = left.iter().zip(alike).zip(births);
    Ok(looked
        .map(|((at, alike), births)| {
            let near = alike.iter().map(|one| one.id.clone()).collect();
            let known = likeness(alike, &births, customer(at).details.birth.as_deref());
            Looked { known, near }
        })
        .collect())
}

/// What a row is, by those that it is like; `births` are those of its namesakes.
fn likeness(
    alike: Vec<Alike>,
    births: &[(CustomerId, Option<String>)],
    birth: Option<&str>,
) -> Known {
    if let Some(same) = alike.iter().find(|one| is_sure(one)) {
        return Known::Surely(same.id.clone());
    }
    let (names, more): (Vec<_>, Vec<_>) = alike.into_iter().partition(is_namesake);
    if let Some(same) = more.into_iter().next() {
        return Known::Maybe(same);
    }
    let other = births
        .iter()
        .find(|(_, other)| !are_two(other.as_deref(), birth));
    let same = names
        .into_iter()
        .find(|one| other.is_some_and(|(other, _)| *other == one.id));
    same.map_or(Known::New, Known::Maybe)
}

fn is_namesake(one: &Alike) -> bool {
    one.reasons.as_slice() == ["name"]
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
