//! Counts customers, up to a cap or exactly.

use jiff::tz::TimeZone;
use kedang_core::listing::{Question, Sort};
use kedang_store::{Tx, listing};

use super::settled::Settled;
use crate::{AppError, Scene};

/// A list says 1,000+ rather than count longer.
const CAP: u32 = 1_001;

/// How many customers the reader may see and asks for; `None` when there are more than 1,000 and
/// nobody wants it `exact`.
///
/// # Errors
/// `list.question_wrong`.
pub fn count(
    tx: &mut Tx,
    scene: &Scene,
    question: &Question,
    zone: &TimeZone,
    exact: bool,
) -> Result<Option<i64>, AppError> {
    let settled = Settled::of(tx, scene, question, zone)?;
    let asked = settled.asked(Sort::default());
    let count = listing::count(tx, &asked, (!exact).then_some(CAP))?;
    Ok((exact || count < i64::from(CAP)).then_some(count))
}
