//! Holds what cards store to what proves it: answers to commitments, commitments to hashes,
//! signatures to the commitments they cover.

use kedang_form::{Answers, Form};
use kedang_store::Tx;
use kedang_store::verify::{self as stored, CheckedRevision, CheckedRow, CheckedSignature, Place};

use super::commits::{self, Commits};
use super::{content, row_content, seal, sign};
use crate::AppError;
use crate::forms::Forms;

/// What is wrong and where.
pub(crate) type Wrong = (&'static str, Place);

/// Goes through every revision, row and signature and tells what does not hold.
///
/// # Errors
/// What the store reports.
pub(crate) fn all(tx: &mut Tx, forms: &Forms, mut tell: impl FnMut(Wrong)) -> Result<(), AppError> {
    let mut after = String::new();
    loop {
        let page = stored::revisions(tx, &after)?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.place.id);
        for one in page {
            let code = verdict(revision(tx, forms, &one), "verify.card_unreadable")?;
            code.into_iter()
                .for_each(|code| tell((code, one.place.clone())));
        }
    }
    after.clear();
    loop {
        let page = stored::rows(tx, &after)?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.place.id);
        for one in page {
            let code = verdict(row(tx, forms, &one), "verify.row_unreadable")?;
            code.into_iter()
                .for_each(|code| tell((code, one.place.clone())));
        }
    }
    after.clear();
    loop {
        let page = stored::signatures(tx, &after)?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.place.id);
        for one in page {
            let code = verdict(signature(tx, forms, &one), "verify.signature_wrong")?;
            code.into_iter()
                .for_each(|code| tell((code, one.place.clone())));
        }
    }
    Ok(())
}

/// What cannot be read is a finding; a failing database is not.
fn verdict(
    found: Result<Option<&'static str>, AppError>,
    unreadable: &'static str,
) -> Result<Option<&'static str>, AppError> {
    match found {
        Err(AppError::Store(error)) => Err(error.into()),
        Err(_) => Ok(Some(unreadable)),
        Ok(code) => Ok(code),
    }
}

fn form_of(tx: &mut Tx, forms: &Forms, place: &Place) -> Result<std::sync::Arc<Form>, AppError> {
    let (key, version) = &place.form;
    let version = u32::try_from(*version)
        .ok()
        .ok_or_else(|| AppError::Internal(format!("form {key} {version}")))?;
    forms.version(tx, key, version)
}

fn revision(
    tx: &mut Tx,
    forms: &Forms,
    one: &CheckedRevision,
) -> Result<Option<&'static str>, AppError> {
    let form = form_of(tx, forms, &one.place)?;
    let held = Commits::read(&one.commits)?;
    if held.hash(&form)[..] != one.content_hash {
        return Ok(Some("verify.card_hash"));
    }
    let broken = |e: &dyn std::fmt::Display| AppError::Internal(e.to_string());
    let plain = Answers::from_stored(&one.answers).map_err(|e| broken(&e))?;
    let sealed = seal::open(tx, &one.place.id)?;
    let answers = form
        .join_sealed(plain, &sealed.answers)
        .map_err(|e| broken(&e))?;
    let mut salts = commits::read_salts(&one.salts)?;
    salts.extend(sealed.salts);
    let now = Commits::of(&content::leaves(&form, &answers), &salts);
    Ok((now != held).then_some("verify.card_answers"))
}

fn row(tx: &mut Tx, forms: &Forms, one: &CheckedRow) -> Result<Option<&'static str>, AppError> {
    let form = form_of(tx, forms, &one.place)?;
    let held = Commits::read(&one.commits)?;
    if held.hash(&form)[..] != one.content_hash {
        return Ok(Some("verify.row_hash"));
    }
    let row = row_content::join(tx, &form, (&one.repeat, &one.place.id), &one.answers)?;
    let mut salts = commits::read_salts(&one.salts)?;
    salts.extend(seal::open(tx, &one.place.id)?.salts);
    let leaves = form.row_leaves(&one.repeat, &row).into_iter().collect();
    let now = Commits::of(&leaves, &salts);
    Ok((now != held).then_some("verify.row_answers"))
}

fn signature(
    tx: &mut Tx,
    forms: &Forms,
    one: &CheckedSignature,
) -> Result<Option<&'static str>, AppError> {
    let form = form_of(tx, forms, &one.place)?;
    let broken = |_| AppError::Internal("covers are unreadable".to_owned());
    let covers: Vec<String> = serde_json::from_str(&one.covers).map_err(broken)?;
    for commits in &one.commits {
        let Some(commits) = commits else {
            return Ok(Some("verify.signature_wrong"));
        };
        let commits = Commits::read(commits)?;
        let hash = if one.on_row {
            commits.hash(&form)
        } else {
            commits.hash_of(&form, |path| sign::is_covered(&covers, path))
        };
        if hash[..] != one.content_hash {
            return Ok(Some("verify.signature_wrong"));
        }
    }
    Ok(None)
}
