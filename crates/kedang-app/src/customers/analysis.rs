//! 分析: the customers of a list, counted by what they have in common (D13-2).

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kedang_core::listing::{Choice, Field, Question, Sort, day_start};
use kedang_store::filter::Asked;
use kedang_store::{Tx, tallies};

use super::choices::{Choices, choices};
use super::settled::Settled;
use crate::{AppError, Scene};

/// Values told apart in a field; the rest is one figure.
const MOST: u32 = 12;
/// Months looked back upon, this one among them.
const MONTHS: i32 = 12;
/// What customers are counted by, in the order of the page.
const FIELDS: [Field; 7] = [
    Field::Stage,
    Field::Grade,
    Field::Kind,
    Field::Owner,
    Field::Department,
    Field::Province,
    Field::IndustryCode,
];

/// The figures of a list; each is the length of the list that asks for it besides.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// How many customers there are.
    pub total: i64,
    /// By field, in the order of the page.
    pub tallies: Vec<Tally>,
    /// Opened in each of the last twelve months, the oldest first; none where the list is
    /// narrowed by that day itself.
    pub months: Vec<Month>,
}

/// The customers of a list by the values of a field.
#[derive(Debug, Clone)]
pub struct Tally {
    /// Which field.
    pub field: Field,
    /// Value and count, the commonest first.
    pub groups: Vec<(Choice, i64)>,
    /// Those of other values.
    pub rest: i64,
}

/// Customers opened in a month.
#[derive(Debug, Clone, Copy)]
pub struct Month {
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// How many.
    pub count: i64,
}

/// Counts what the reader may see and asks for. By owner and department only for those who see
/// more than their own.
///
/// # Errors
/// `list.question_wrong`.
pub fn analysis(
    tx: &mut Tx,
    scene: &Scene,
    question: &Question,
    zone: &TimeZone,
) -> Result<Analysis, AppError> {
    let settled = Settled::of(tx, scene, question, zone)?;
    let asked = settled.asked(Sort::default());
    let own = choices(tx, scene)?.is_nothing();
    let mut tallied = Vec::with_capacity(FIELDS.len());
    for field in FIELDS {
        if !(own && matches!(field, Field::Owner | Field::Department)) {
            tallied.push((field, tallies::values(tx, &asked, field, MOST)?));
        }
    }
    // Every customer has a stage, and there are fewer stages than values told apart.
    let total = tallied.first().map_or(0, |(_, stages)| sum(stages));
    let tally = |(field, found): (Field, Vec<(Option<String>, i64)>)| Tally {
        field,
        rest: total - sum(&found),
        groups: found.into_iter().map(|(v, n)| (choice(v), n)).collect(),
    };
    Ok(Analysis {
        total,
        tallies: tallied.into_iter().map(tally).collect(),
        months: match question.of(Field::Created) {
            Some(_) => Vec::new(),
            None => months(tx, scene, &asked, zone)?,
        },
    })
}

fn choice(value: Option<String>) -> Choice {
    value.map_or(Choice::Nothing, Choice::Value)
}

fn sum(groups: &[(Option<String>, i64)]) -> i64 {
    groups.iter().map(|(_, count)| count).sum()
}

impl Choices {
    /// Whether there is nothing to choose: the reader sees but his own.
    fn is_nothing(&self) -> bool {
        self.owners.is_empty() && self.departments.is_empty()
    }
}

fn months(
    tx: &mut Tx,
    scene: &Scene,
    asked: &Asked,
    zone: &TimeZone,
) -> Result<Vec<Month>, AppError> {
    let this = scene.today().first_of_month();
    let mut months = Vec::new();
    let mut bounds = Vec::new();
    for back in (0..MONTHS).rev() {
        let from = this.saturating_sub(back.months());
        let Some(begins) = day_start(from, zone) else {
            continue;
        };
        bounds.push(begins);
        months.push(Month {
            from,
            to: from.last_of_month(),
            count: 0,
        });
    }
    for (place, count) in tallies::spans(tx, asked, Field::Created, &bounds)? {
        let place = usize::try_from(place).ok();
        if let Some(month) = place.and_then(|n| months.get_mut(n)) {
            month.count = count;
        }
    }
    Ok(months)
}
