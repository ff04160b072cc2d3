//! Fills in a card: a new revision, never an overwritten one.

use kedang_core::access::Action;
use kedang_core::card::{Card, Learned};
use kedang_core::change::NewChange;
use kedang_core::{CardId, Draw, Problem};
use kedang_form::{Answers, Draft, Finding, Form, diff_answers, has_errors};
use kedang_store::Tx;
use kedang_store::cards::{self, NewOrigin, NewRevision, Now};
use serde_json::json;

use super::commits::{self, Commits, Leaves, Salts};
use super::content::Content;
use super::door::{self, Opened};
use super::open::count;
use super::view::{CardView, Typed};
use super::{changes, content, files, guard, index, links, seal, show, standing};
use crate::audit::{self, By, Deed};
use crate::{AppError, Findings, Scene};

/// What was filled in.
#[derive(Debug, Clone)]
pub struct Save {
    /// The card.
    pub card: CardId,
    /// The version on which it was filled in.
    pub version: i64,
    /// All answers: what is not among them becomes unanswered.
    pub typed: Typed,
    /// How it was learned: a key of [`Learned`].
    pub how: Option<String>,
    /// What explains guarded answers that change.
    pub change: Option<NewChange>,
}

/// Stores the answers as the next revision. Signatures over answers that changed become void;
/// answers that say the same as before make no revision.
///
/// # Errors
/// `card.not_found`, `customer.edit_forbidden`, `card.changed` when somebody was faster,
/// `card.how_unknown`, `change.invalid`; [`AppError::Findings`] with the path of each answer that
/// does not hold, `card.change_missing` for a guarded one without an event.
pub fn save(tx: &mut Tx, scene: &Scene, ask: &Save) -> Result<CardView, AppError> {
    let Opened {
        customer,
        card,
        form,
        ..
    } = door::card(tx, scene, &ask.card, Action::Edit)?;
    if card.version != ask.version {
        return Err(Problem::stale("card.changed").into());
    }
    let how = ask.how.as_deref().map(learned).transpose()?;
    let mut draw = scene.moment.draw();
    let signatures = cards::signatures(tx, &card.id)?;
    let old = content::load(tx, &form, &card, card.revision)?;
    let before = old
        .as_ref()
        .map_or_else(Answers::default, |old| old.answers.clone());
    let draft = read(&form, &ask.typed);
    let mut answers = draft.answers.clone();
    let context = standing::context(scene, &card, &signatures);
    let mut found = form.review(&draft, &context);
    found.extend(form.check_gates(&before, &draft.answers, &context));
    let mut held = files::check(tx, &customer.id, form.files(&draft.answers))?;
    found.append(&mut held.findings);
    let linked = (&before, &mut answers);
    found.append(&mut links::settle(tx, scene, &form, linked, &customer.id)?);
    if has_errors(&found) {
        let findings = found;
        return Err(Findings::unsaved(form, findings));
    }
    answers.name_new_rows(|| draw.id());
    if before == answers {
        return show::again(tx, scene, &card.id);
    }
    let changed = diff_answers(&form, &before, &answers);
    let guarded = guard::guarded(&form, &card, &changed);
    let today = scene.today().to_string();
    let why = guard::proven(&form, &guarded, ask.change.as_ref(), &today)?;
    let new = Step {
        scene,
        card: &card,
        form: &form,
        answers: &answers,
        old: old.as_ref(),
        how,
    };
    let commits = new.store(tx, &mut draw)?;
    new.move_on(tx, &commits)?;
    index::values(tx, &form, &card, &answers)?;
    files::hold(tx, &card, card.id.as_str(), &held, scene.moment.at())?;
    crate::customers::index(tx, &customer.id)?;
    if let Some(why) = &why {
        crate::changes::keep(tx, scene, &mut draw, &customer.id, &guarded, why)?;
    }
    let fields: Vec<&str> = changed.iter().map(|c| c.path.as_str()).collect();
    let deed = Deed {
        action: "card.save",
        object: ("card", card.id.as_str()),
        class: Some(customer.class),
        decision: "allowed",
        fields: &fields,
        payload: Some(json!({
            "revision": card.revision + 1, "how": how, "changes": changes::payload(&changed),
        })),
    };
    audit::record(tx, &mut draw, By::from(scene), &deed)?;
    show::again(tx, scene, &card.id)
}

fn learned(key: &str) -> Result<&'static str, Problem> {
    let wrong = || Problem::invalid("card.invalid").field("how", "card.how_unknown");
    Learned::from_key(key).map(Learned::key).ok_or_else(wrong)
}

/// Reads what was filled in. Rows of append-only repeats have their own way in.
fn read(form: &Form, typed: &Typed) -> Draft {
    let mut draft = match typed {
        Typed::Json(text) => form.accept(text),
        Typed::Pairs(pairs) => form.read(pairs),
    };
    for field in form.fields.iter().filter(|f| f.is_append_only()) {
        if draft.answers.clear(&field.key).is_some() {
            let finding = Finding::error("card.rows_apart").under(&field.key);
            draft.findings.push(finding);
        }
    }
    draft
}

/// One step from a revision to the next.
struct Step<'a> {
    scene: &'a Scene,
    card: &'a Card,
    form: &'a Form,
    answers: &'a Answers,
    old: Option<&'a Content>,
    how: Option<&'static str>,
}

impl Step<'_> {
    /// Stores the revision, its sealed answers and who learned what.
    fn store(&self, tx: &mut Tx, draw: &mut Draw) -> Result<Commits, AppError> {
        let (form, at) = (self.form, self.scene.moment.at());
        let author = self.scene.actor.staff.as_str();
        let leaves = content::leaves(form, self.answers);
        let old = self
            .old
            .map_or_else(Leaves::new, |old| content::leaves(form, &old.answers));
        let (none, id) = (Salts::new(), draw.id());
        let held = self.old.map_or(&none, |old| &old.salts);
        let salts = commits::salts(&leaves, &old, held, draw);
        let commits = Commits::of(&leaves, &salts);
        let (plain, sealed) = form.split_sealed(self.answers);
        let new = NewRevision {
            id: &id,
            card: &self.card.id,
            seq: self.card.revision + 1,
            answers: &plain.canonical(),
            salts: &commits::write_salts(&salts, |path| !sealed.contains_key(path)),
            commits: &commits.write(),
            content_hash: &commits.hash(form),
            author,
            how: self.how,
            at,
        };
        cards::insert_revision(tx, &new)?;
        seal::put(tx, &self.card.id, &id, &sealed, &salts, at)?;
        for (path, _) in leaves
            .iter()
            .filter(|(path, text)| old.get(*path) != Some(*text))
        {
            let origin = NewOrigin {
                path,
                staff: author,
                at,
                how: self.how,
            };
            cards::put_origin(tx, &self.card.id, &origin)?;
        }
        for path in old.keys().filter(|path| !leaves.contains_key(*path)) {
            cards::remove_origin(tx, &self.card.id, path)?;
        }
        Ok(commits)
    }

    /// Makes signatures void whose answers changed, and moves the card on.
    fn move_on(&self, tx: &mut Tx, commits: &Commits) -> Result<(), AppError> {
        let (form, card, at) = (self.form, self.card, self.scene.moment.at());
        for signature in cards::signatures(tx, &card.id)? {
            let covers = |path: &str| super::sign::is_covered(&signature.covers, path);
            let now = kedang_core::digest::hex(&commits.hash_of(form, covers));
            if signature.voided_at.is_none() && now != signature.content_hash {
                cards::void(tx, &signature.id, at)?;
            }
        }
        let signatures = cards::signatures(tx, &card.id)?;
        let context = standing::context(self.scene, card, &signatures);
        let findings = standing::findings(form, self.answers, &context);
        let known = form.completeness(self.answers, &context);
        let revision = card.revision + 1;
        let now = Now {
            revision,
            status: standing::status(form, revision, &findings),
            answered: count(known.answered),
            applicable: count(known.applicable),
            texts: &index::texts(form, self.answers),
            at,
        };
        if !cards::move_on(tx, &card.id, card.version, &now)? {
            return Err(Problem::stale("card.changed").into());
        }
        Ok(())
    }
}
