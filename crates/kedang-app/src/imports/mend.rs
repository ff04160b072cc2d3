//! Mends rows of a staged file, says what its columns are, and decides about doubtful rows.

use kedang_core::Problem;
use kedang_store::Tx;
use kedang_store::imports::{self, Import};

use super::answers::repeat_of;
use super::finding::{keep, kept};
use super::opens::opens;
use super::plan::Plan;
use super::review::{Above, Check, Learned};
use super::run::plans;
use super::stage::remember;
use super::who::find;
use super::wish::{Duplicates, MatchBy, Mode, Subject};
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// The longest cell that can be typed, characters.
const LONGEST: usize = 4_000;

/// What somebody wants of a row.
#[derive(Debug, Clone, Default)]
pub struct Mend {
    /// Cells as they are to be, by the number of their column.
    pub cells: Vec<(usize, String)>,
    /// What becomes of it as a duplicate: `create`, `skip` or `merge`; empty takes it back.
    pub decision: Option<String>,
    /// Whether it is left out; nothing leaves that as it is.
    pub left: Option<bool>,
}

/// Mends a row and checks it again.
///
/// # Errors
/// `import.not_found`, `import.row_not_found`, `import.state_wrong` once the row is in.
pub fn mend(
    tx: &mut Tx,
    scene: &Scene,
    today: &str,
    id: &str,
    seq: i64,
    ask: &Mend,
) -> Result<(), AppError> {
    let import = open(tx, scene, id)?;
    let found = imports::row(tx, id, seq)?;
    let mut row = found.ok_or_else(|| Problem::not_found("import.row_not_found"))?;
    if row.outcome.is_some() {
        return Err(Problem::conflict("import.state_wrong").into());
    }
    let mut cells: Vec<String> = row.cells.as_deref().map_or(Ok(Vec::new()), kept)?;
    let plans = plans(tx, &scene.house.forms, id)?;
    let plan = plans.iter().find(|plan| plan.place == row.place);
    let width = plan.map_or(0, |plan| plan.headers().len());
    cells.resize(width.max(cells.len()), String::new());
    for (index, text) in &ask.cells {
        if let Some(cell) = cells.get_mut(*index) {
            *cell = text.trim().chars().take(LONGEST).collect();
        }
    }
    if let Some(decision) = &ask.decision {
        let known = Duplicates::from_key(decision).filter(|one| *one != Duplicates::Ask);
        row.decision = known.map(|one| one.key().to_owned());
    }
    if let Some(left) = ask.left {
        row.state = if left { "left" } else { "new" }.to_owned();
    }
    let mended = keep(&cells)?;
    row.cells = Some(mended.clone());
    let check = Check {
        scene,
        import: &import,
        plans: &plans,
        today,
    };
    // What hangs on a customer may hang on one that this file opens.
    let known = match plan.map(Plan::subject) {
        Some(Subject::Contacts | Subject::Care) => opens(tx, id, &plans)?,
        _ => Above::new(),
    };
    let mut alone = Learned {
        known: &known,
        new: Above::new(),
    };
    let checked = check.rows(tx, &[&row], &mut alone)?;
    imports::mended(tx, id, row.seq, &mended)?;
    imports::checked(tx, id, checked.iter().map(|(row, _)| row))?;
    record(tx, scene, id, "import.mend")
}

/// What tables are and what their columns are, and what is to become of matches.
#[derive(Debug, Clone, Default)]
pub struct Aim {
    /// What rows may do.
    pub mode: Mode,
    /// What becomes of duplicates.
    pub duplicates: Duplicates,
    /// By what a row is matched.
    pub matched: MatchBy,
    /// What tables are; one that is not named stays as it is.
    pub sheets: Vec<AimSheet>,
}

/// What a table is.
#[derive(Debug, Clone, Default)]
pub struct AimSheet {
    /// Its number in the file.
    pub place: i64,
    /// What its rows are.
    pub subject: Subject,
    /// A target or nothing for each column.
    pub targets: Vec<Option<String>>,
    /// The form that its columns go to besides, or whose rows it holds.
    pub form: Option<String>,
    /// A field of the form or nothing for each column.
    pub answers: Vec<Option<String>>,
}

/// Says what the tables of a staged file are; every row has to be checked again afterwards. True
/// when columns were guessed anew, because a table is another thing or goes to another form than
/// before: somebody should look at them first.
///
/// # Errors
/// `import.not_found`, `import.state_wrong`, `form.not_found`.
pub fn aim(tx: &mut Tx, scene: &Scene, id: &str, ask: &Aim) -> Result<bool, AppError> {
    let import = open(tx, scene, id)?;
    let at = scene.moment.at();
    let wish = (ask.mode.key(), ask.duplicates.key(), ask.matched.key());
    imports::wish(tx, &import.id, wish, at)?;
    let mut guessed = false;
    for sheet in imports::sheets(tx, id)? {
        let mut plan = Plan::stored(tx, &scene.house.forms, &sheet)?;
        let asked = ask.sheets.iter().find(|asked| asked.place == plan.place);
        let Some(asked) = asked else {
            continue;
        };
        let again = aim_sheet(tx, scene, &mut plan, asked)?;
        guessed |= again;
        plan.store(|new| Ok(imports::aim(tx, id, new)?))?;
        // What was guessed is remembered once somebody has looked at it.
        if !again {
            remember(tx, scene, &plan)?;
        }
    }
    imports::uncheck(tx, id)?;
    record(tx, scene, id, "import.aim")?;
    Ok(guessed)
}

fn aim_sheet(
    tx: &mut Tx,
    scene: &Scene,
    plan: &mut Plan,
    asked: &AimSheet,
) -> Result<bool, AppError> {
    let forms = &scene.house.forms;
    let mut form = match &asked.form {
        Some(key) => Some(forms.find(tx, key)?),
        None => None,
    };
    if form.is_none() && asked.subject == Subject::Care {
        let all = forms.list(tx)?;
        form = all.into_iter().find(|form| repeat_of(form).is_some());
    }
    let other = plan.subject() != asked.subject;
    let key = form.as_ref().map(|form| form.meta.key.as_str());
    let guess = other || plan.answers().0 != key;
    let targets = if other {
        plan.guess_targets(asked.subject)
    } else {
        asked.targets.clone()
    };
    if guess {
        plan.aim(asked.subject, &targets, form.clone(), &[]);
        let answers = plan.guess_answers();
        plan.aim(asked.subject, &targets, form, &answers);
    } else {
        plan.aim(asked.subject, &targets, form, &asked.answers);
    }
    Ok(guess)
}

/// Says what becomes of every duplicate that nobody decides about by itself.
///
/// # Errors
/// `import.not_found`, `import.state_wrong` once something is in.
pub fn rule(tx: &mut Tx, scene: &Scene, id: &str, rule: Duplicates) -> Result<(), AppError> {
    let import = open(tx, scene, id)?;
    imports::rule(tx, &import.id, rule.key(), scene.moment.at())?;
    record(tx, scene, id, "import.aim")
}

/// Takes a staged file away; nothing of it is in.
///
/// # Errors
/// `import.not_found`, `import.state_wrong` once something is in.
pub fn discard(tx: &mut Tx, scene: &Scene, id: &str) -> Result<(), AppError> {
    open(tx, scene, id)?;
    imports::discard(tx, id)?;
    record(tx, scene, id, "import.discard")
}

/// Stops an import that runs: what is in stays in, the rest can go on later.
///
/// # Errors
/// `import.not_found`, `import.state_wrong`.
pub fn stop(tx: &mut Tx, scene: &Scene, id: &str) -> Result<(), AppError> {
    let import = find(tx, scene, id)?;
    let at = scene.moment.at();
    let step = imports::Step {
        from: "running",
        to: "stopped",
        report: &import.report,
        lease_until: None,
        until: import.until.map(|until| until.0),
        at,
    };
    if !imports::step(tx, id, &step)? {
        return Err(Problem::conflict("import.state_wrong").into());
    }
    record(tx, scene, id, "import.stop")
}

fn open(tx: &mut Tx, scene: &Scene, id: &str) -> Result<Import, AppError> {
    let import = find(tx, scene, id)?;
    match import.state.as_str() {
        "staged" | "staging" => Ok(import),
        _ => Err(Problem::conflict("import.state_wrong").into()),
    }
}

fn record(tx: &mut Tx, scene: &Scene, id: &str, action: &'static str) -> Result<(), AppError> {
    let deed = Deed {
        action,
        object: ("import", id),
        class: None,
        decision: "allowed",
        fields: &[],
        payload: None,
    };
    let mut draw = scene.moment.draw();
    Ok(audit::record(tx, &mut draw, By::from(scene), &deed)?)
}
