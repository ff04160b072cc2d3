//! A story in the telling: its cards and talks, each by whoever did it.

use kedang_app::cards::{self, CardView, Save, Sign, SignRow, Typed, WriteRow};
use kedang_app::contacts;
use kedang_app::{AppError, Cast, Scene, Tx};
use kedang_core::change::NewChange;
use kedang_core::{RowId, StaffId};
use serde_json::Value as Json;

use crate::dice::Dice;
use crate::fill::{Files, Opened};
use crate::pen;
use crate::story::{Card, Deed, Hand, What};
use crate::talk::Talk;

/// On what a later change of a card rests.
const PROOF: &str = "客户来函并附复印件";

/// A story in the telling.
pub(crate) struct Telling<'a> {
    /// Its place among the stories.
    pub(crate) nth: usize,
    /// The customer as it was opened.
    pub(crate) customer: &'a Opened,
    /// The files that were taken in.
    pub(crate) files: &'a Files,
}

impl Telling<'_> {
    /// A card, opened, filled in and signed as the story has it.
    pub(crate) fn card(&self, tx: &mut Tx, cast: &mut Cast, card: &Card) -> Result<(), AppError> {
        let scene = cast.scene(tx, card.by, card.at)?;
        let mut view = cards::open(tx, &scene, &self.customer.id, card.form)?;
        let mut last = None;
        for deed in &card.deeds {
            let scene = cast.scene(tx, deed.by, deed.at)?;
            match &deed.what {
                What::Save { how, answers } => {
                    view = cards::save(tx, &scene, &self.save(&scene, &view, how, answers))?;
                }
                What::Sign { field, hand } => {
                    let (signer, staff) = who(tx, cast, hand, deed.at)?;
                    let ask = Sign {
                        card: view.card.id.clone(),
                        revision: view.card.revision,
                        field: (*field).to_owned(),
                        strokes: strokes(&scene, signer.as_deref(), hand, deed),
                        signer,
                        staff,
                    };
                    view = cards::sign(tx, &scene, &ask)?;
                }
                What::File => {
                    if view.fileable {
                        let (id, revision) = (&view.card.id, view.card.revision);
                        view = cards::file(tx, &scene, id, revision)?;
                    }
                }
                What::Row {
                    repeat,
                    cells,
                    corrects,
                    signs,
                } => {
                    let ask = WriteRow {
                        card: view.card.id.clone(),
                        repeat: (*repeat).to_owned(),
                        typed: Typed::Json(self.resolved(cells)),
                        corrects: last.take().filter(|_| *corrects),
                    };
                    let row: RowId = cards::write_row(tx, &scene, &ask)?.row.head.id;
                    for (field, hand) in signs {
                        let scene = cast.scene(tx, deed.by, deed.at + 60_000_000)?;
                        let (signer, staff) = who(tx, cast, hand, deed.at)?;
                        let ask = SignRow {
                            card: view.card.id.clone(),
                            repeat: (*repeat).to_owned(),
                            row: row.clone(),
                            field: (*field).to_owned(),
                            strokes: strokes(&scene, signer.as_deref(), hand, deed),
                            signer,
                            staff,
                        };
                        cards::sign_row(tx, &scene, &ask)?;
                    }
                    last = Some(row);
                }
            }
        }
        Ok(())
    }

    /// What was said.
    pub(crate) fn talk(
        &self,
        tx: &mut Tx,
        cast: &mut Cast,
        owner: &str,
        talk: &Talk,
    ) -> Result<(), AppError> {
        let scene = cast.scene(tx, owner, talk.at)?;
        let checked = talk.contact.check(&scene.today().to_string())?;
        contacts::create(tx, &scene, &self.customer.id, &checked)?;
        Ok(())
    }

    fn save(&self, scene: &Scene, view: &CardView, how: &str, answers: &Json) -> Save {
        // A guarded answer that changes brings its event (D02-6).
        let change = (view.card.revision > 0).then(|| NewChange {
            effective_on: scene.today().to_string(),
            proof: PROOF.to_owned(),
            ..NewChange::default()
        });
        Save {
            change,
            card: view.card.id.clone(),
            version: view.card.version,
            typed: Typed::Json(self.resolved(answers)),
            how: Some(how.to_owned()),
        }
    }

    /// Answers with the files' own ids.
    fn resolved(&self, answers: &Json) -> String {
        let mut text = answers.to_string();
        let mut place = 0;
        while let Some(id) = self.files.get(&(self.nth, place)) {
            text = text.replace(&format!("\"file-{place}\""), &format!("\"{id}\""));
            place += 1;
        }
        text
    }
}

/// The name written, or the member of staff.
fn who(
    tx: &mut Tx,
    cast: &mut Cast,
    hand: &Hand,
    at: i64,
) -> Result<(Option<String>, Option<StaffId>), AppError> {
    Ok(match hand {
        Hand::Customer(name) => (Some(name.clone()), None),
        Hand::Staff(login) => (None, Some(cast.scene(tx, login, at)?.actor.staff)),
    })
}

fn strokes(
    scene: &Scene,
    signer: Option<&str>,
    hand: &Hand,
    deed: &Deed,
) -> kedang_core::card::Strokes {
    let name = match hand {
        Hand::Staff(login) => crate::group::name_of(login),
        Hand::Customer(_) => signer.unwrap_or(&scene.actor.name),
    };
    let n = usize::try_from(deed.at / 1_000_000).unwrap_or_default();
    pen::sign(&mut Dice::new(0, name, n), name)
}
