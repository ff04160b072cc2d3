//! Tells the stories of all customers and has them lived.

use jiff::civil::Date;
use kedang_app::{App, AppError};

use crate::days::Day;
use crate::dice::Dice;
use crate::fill::{Filled, fill};
use crate::numbers::Mobiles;
use crate::story::Story;
use crate::talk::talks;
use crate::{dealers, desk, group, house, office, salon};

/// What is to be invented.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// The same seed tells the same stories.
    pub seed: u64,
    /// Customers in all; no fewer than those that always belong to it.
    pub customers: usize,
}

/// What the tellers share.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) seed: u64,
    pub(crate) today: Day,
    pub(crate) mobiles: Mobiles,
    names: std::collections::BTreeSet<String>,
}

impl World {
    /// The stream of the `n`th story of a business.
    pub(crate) fn dice(&self, business: &str, n: usize) -> Dice {
        Dice::new(self.seed, business, n)
    }

    /// The day on which a customer is opened, in the last three years: more of them lately.
    pub(crate) fn opening(&self, dice: &mut Dice) -> Day {
        let ago = dice.between(4, 1_090).min(dice.between(4, 1_500));
        self.today.plus(-ago)
    }

    /// Whether nobody is called so yet; from now on somebody is.
    pub(crate) fn is_new(&mut self, name: &str) -> bool {
        self.names.insert(name.to_owned())
    }

    /// A day between two, but never today: nobody has done what is still to come.
    pub(crate) fn between(&self, dice: &mut Dice, from: Day, to: Day) -> Day {
        let last = self.today.plus(-1);
        let (from, to) = (from.min(last), to.min(last));
        from.plus(dice.between(0, from.until(to).max(0)))
    }
}

/// The group is founded so long ago, µs: a week before its first customer.
const PAST: i64 = 1_100 * 86_400 * 1_000_000;

/// The stories up to the day before `today`, in the order in which the customers were opened.
#[must_use]
pub fn stories(plan: &Plan, today: Date) -> Vec<Story> {
    let mut world = World {
        seed: plan.seed,
        today: Day(today),
        mobiles: Mobiles::default(),
        names: std::collections::BTreeSet::new(),
    };
    let mut all = house::stories(&mut world);
    let rest = plan.customers.saturating_sub(all.len());
    let (salon, dealers, office) = (rest * 38 / 100, rest * 32 / 100, rest * 16 / 100);
    let desk = rest - salon - dealers - office;
    all.extend((0..salon).map(|n| salon::story(&mut world, n)));
    all.extend((0..dealers).map(|n| dealers::story(&mut world, n)));
    all.extend((0..office).map(|n| office::story(&mut world, n)));
    all.extend((0..desk).map(|n| desk::story(&mut world, n)));
    all.sort_by_key(|story| story.at);
    for (nth, story) in all.iter_mut().enumerate() {
        let mut dice = world.dice("talk", nth);
        let opened = Day::of(story.at);
        story.talks = talks(&mut dice, story, (opened, world.today));
    }
    all
}

/// Founds the group in an empty application and fills it; everybody gets `password`. A fixed clock
/// stands at the present before and afterwards.
///
/// # Errors
/// `setup.done` when somebody is on the staff already, and what the store reports.
pub async fn build(app: &App, plan: &Plan, password: &str) -> Result<Filled, AppError> {
    let today = app.today().parse::<Date>();
    let today = today.map_err(|e| AppError::Internal(format!("today is no date: {e}")))?;
    let hash = app.passwords.hash(password.to_owned()).await?;
    app.clock.advance(-PAST);
    let founded = app.found(group::founding(&hash)).await;
    app.clock.advance(PAST);
    founded?;
    fill(app, stories(plan, today)).await
}
