//! Somebody says what the columns of a staged file are.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kedang_app::imports::{self, Aim, AimSheet, Duplicates, MatchBy, Mode, Subject, Who};

use crate::Web;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Takes what the columns are and looks at every row again; where columns were guessed anew they
/// are shown first.
pub(crate) async fn aim(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(pairs): Posted<Vec<(String, String)>>,
) -> Result<Redirect, Refusal> {
    let ask = read(&pairs);
    let asked = id.clone();
    let guessed = web
        .app
        .write(&visit.call, move |tx, scene| {
            imports::aim(tx, scene, &asked, &ask)
        })
        .await?;
    super::deeds::look(&web, Who::Call(visit.call), id.clone());
    let there = if guessed { "" } else { "/rows" };
    Ok(Redirect::to(&format!("/imports/{id}{there}")))
}

fn read(pairs: &[(String, String)]) -> Aim {
    let mut ask = Aim::default();
    for (key, value) in pairs {
        match key.as_str() {
            "mode" => ask.mode = Mode::from_key(value).unwrap_or_default(),
            "match" => ask.matched = MatchBy::from_key(value).unwrap_or_default(),
            "duplicates" => ask.duplicates = Duplicates::from_key(value).unwrap_or_default(),
            other => sheet_of(&mut ask, other, value),
        }
    }
    ask
}

/// `s0` says what table 0 is, `s0.form` to which form its columns go, `s0.3` what its column 3 is
/// and `s0.3a` which field of the form.
fn sheet_of(ask: &mut Aim, key: &str, value: &str) {
    let Some(rest) = key.strip_prefix('s') else {
        return;
    };
    let (place, part) = rest
        .split_once('.')
        .map_or((rest, None), |(p, c)| (p, Some(c)));
    let Ok(place) = place.parse::<i64>() else {
        return;
    };
    if !ask.sheets.iter().any(|sheet| sheet.place == place) {
        ask.sheets.push(AimSheet {
            place,
            ..AimSheet::default()
        });
    }
    let found = ask.sheets.iter_mut().find(|sheet| sheet.place == place);
    let Some(sheet) = found else {
        return;
    };
    let said = (!value.is_empty()).then(|| value.to_owned());
    match part {
        None => sheet.subject = Subject::from_key(value).unwrap_or_default(),
        Some("form") => sheet.form = said,
        Some(column) => match column.strip_suffix('a') {
            Some(column) => put(&mut sheet.answers, column, said),
            None => put(&mut sheet.targets, column, said),
        },
    }
}

fn put(columns: &mut Vec<Option<String>>, column: &str, said: Option<String>) {
    // A spreadsheet has at most 16,384 columns.
    let column = column.parse().ok().filter(|column| *column < 16_384);
    let Some(column) = column else {
        return;
    };
    if columns.len() <= column {
        columns.resize(column + 1, None);
    }
    if let Some(known) = columns.get_mut(column) {
        *known = said;
    }
}
