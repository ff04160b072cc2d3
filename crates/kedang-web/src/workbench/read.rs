//! What the workbench needs to know, read in one transaction.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use kedang_app::customers::{self, Choices, ListCustomers, Listed};
use kedang_app::{AppError, Scene, Tx, views};
use kedang_core::access::{Action, reach};
use kedang_core::customer::Stage;
use kedang_core::form_draft::may_design;
use kedang_core::listing::{Question, View};

/// Customers changed last, as many as stand on the page.
const NEWEST: u32 = 6;

/// A list that is worth a look, and how long it is.
pub(super) struct Counted {
    /// Key of its words.
    pub(super) key: String,
    /// Its question as an address has it.
    pub(super) query: String,
    /// How many; `None` is more than 1,000.
    pub(super) count: Option<i64>,
}

/// Everything on the page.
pub(super) struct Read {
    /// What is new or bare.
    pub(super) collect: Vec<Counted>,
    /// What lacks something or is due.
    pub(super) arrange: Vec<Counted>,
    /// The views to go to.
    pub(super) views: Vec<View>,
    /// Changed last.
    pub(super) newest: Vec<Listed>,
    /// By stage.
    pub(super) stages: Vec<Counted>,
    /// Whether the reader opens customers.
    pub(super) opens: bool,
    /// Whether he settles duplicates and empties the bin.
    pub(super) settles: bool,
    /// Whether he designs forms.
    pub(super) designs: bool,
}

/// Reads it.
pub(super) fn read(tx: &mut Tx, scene: &Scene, zone: &TimeZone) -> Result<Read, AppError> {
    let today = scene.today();
    let choices = customers::choices(tx, scene)?;
    let mut counted = |asked: Vec<(String, String)>| {
        let one = |(key, query): (String, String)| {
            let question = Question::from_query(&query)?;
            let count = customers::count(tx, scene, &question, zone, false)?;
            Ok(Counted { key, query, count })
        };
        asked
            .into_iter()
            .map(one)
            .collect::<Result<Vec<_>, AppError>>()
    };
    let collect = counted(collect(today))?;
    let arrange = counted(arrange(today, &choices))?;
    let stages = counted(stages())?;
    let newest = ListCustomers {
        question: Question::default(),
        zone: zone.clone(),
        cursor: None,
        limit: NEWEST,
    };
    Ok(Read {
        collect,
        arrange,
        stages,
        views: views::list(tx, scene)?,
        newest: customers::list(tx, scene, &newest)?.items,
        opens: !reach(&scene.actor, Action::Create).is_nothing(),
        settles: !reach(&scene.actor, Action::Delete).is_nothing(),
        designs: may_design(&scene.actor),
    })
}

/// Opened this month; 户头 of which nothing is verified yet.
fn collect(today: Date) -> Vec<(String, String)> {
    let month = today.first_of_month();
    vec![
        (
            "workbench-this_month".to_owned(),
            format!("created_from={month}"),
        ),
        ("workbench-stubs".to_owned(), "stage=proposed".to_owned()),
    ]
}

/// Nobody's; not graded; plans whose day of review is past (D06-5).
fn arrange(today: Date, choices: &Choices) -> Vec<(String, String)> {
    let mut lists = vec![("workbench-ungraded".to_owned(), "grade=none".to_owned())];
    if !choices.owners.is_empty() {
        lists.insert(
            0,
            ("workbench-ownerless".to_owned(), "owner=none".to_owned()),
        );
    }
    if let Ok(yesterday) = today.yesterday() {
        let due = format!("answer_to.key-account.plan_review_on={yesterday}");
        lists.push(("workbench-plans_due".to_owned(), due));
    }
    lists
}

fn stages() -> Vec<(String, String)> {
    let one = |stage: Stage| {
        (
            format!("stage-{}", stage.key()),
            format!("stage={}", stage.key()),
        )
    };
    Stage::ALL.map(one).to_vec()
}
