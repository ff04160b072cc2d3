//! By which index the rows of a reach are walked, and what is looked at row by row.

use kedang_core::access::{Class, Reach, Who};
use kedang_core::listing::{By, Condition, Field, Wanted};

use super::conditions::{holds, one};
use super::reach::{Whose, from};
use super::{Asked, Sql, besides};

/// What a scan seeks in an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seek<'a> {
    /// Nothing: it walks the list's order.
    Order,
    /// What the reach asks: an owner, the grants of a reader.
    Whose,
    /// One department of the reach.
    Department(&'a str),
    /// One value of a condition; `None` is 'not answered'.
    Value(Field, Option<&'a str>),
    /// One of the conditions in other tables, by its place.
    Besides(usize),
}

/// A part of the reach with the scans that cover it without overlapping.
#[derive(Debug, Clone)]
pub(crate) struct Way<'a> {
    pub(super) whose: Whose<'a>,
    pub(super) ceiling: Class,
    pub(super) seeks: Vec<Seek<'a>>,
}

impl<'a> Way<'a> {
    /// The same by other scans.
    pub(crate) fn by(&self, seeks: Vec<Seek<'a>>) -> Self {
        Self {
            seeks,
            ..self.clone()
        }
    }

    /// Every index by which it could be sought, the one of the reach first.
    pub(crate) fn choices(&self, asked: &Asked<'a>) -> Vec<Vec<Seek<'a>>> {
        let own = match &self.whose {
            // These are few, and in no order.
            Whose::CoOwner(_) | Whose::Granted(_) => return Vec::new(),
            whose => seeks_of(whose),
        };
        let conditions = TELLING.iter().chain(&BROAD);
        let conditions = conditions.filter_map(|field| sought(asked.conditions, *field));
        let besides = (0..asked.besides.len()).map(|n| vec![Seek::Besides(n)]);
        own.into_iter().chain(conditions).chain(besides).collect()
    }

    /// The indexes outside the list by which it could be sought.
    pub(crate) fn outside(&self, asked: &Asked<'a>) -> Vec<Vec<Seek<'a>>> {
        match &self.whose {
            Whose::CoOwner(_) | Whose::Granted(_) => Vec::new(),
            _ => (0..asked.besides.len())
                .map(|n| vec![Seek::Besides(n)])
                .collect(),
        }
    }
}

/// Conditions worth an index of their own, most telling first.
const TELLING: [Field; 4] = [
    Field::Owner,
    Field::City,
    Field::IndustryCode,
    Field::Province,
];
/// Conditions that have an index and leave more.
const BROAD: [Field; 3] = [Field::Department, Field::Grade, Field::Stage];

/// Each part of the reach by the index that is its narrowest as a rule.
pub(crate) fn ways<'a>(asked: &Asked<'a>) -> Vec<Way<'a>> {
    let mut ways = parts(asked.reach);
    for way in &mut ways {
        let told = |fields: &[Field]| fields.iter().find_map(|f| sought(asked.conditions, *f));
        let seeks = match &way.whose {
            Whose::Owner(_) | Whose::CoOwner(_) | Whose::Granted(_) => None,
            Whose::Departments(_) => told(&TELLING),
            Whose::Anyone => told(&TELLING).or_else(|| told(&BROAD)),
        };
        let seeks = seeks.or_else(|| seeks_of(&way.whose));
        way.seeks = seeks.unwrap_or(vec![Seek::Order]);
    }
    ways
}

/// The reach, widest parts first, departments of one ceiling together.
fn parts(reach: &Reach) -> Vec<Way<'_>> {
    let mut ways: Vec<Way> = Vec::new();
    for branch in &reach.branches {
        let whose = match &branch.who {
            Who::Anyone => Whose::Anyone,
            Who::Owner(staff) => Whose::Owner(staff.as_str()),
            Who::CoOwner(staff) => Whose::CoOwner(staff.as_str()),
            Who::Granted(staff) => Whose::Granted(staff.as_str()),
            Who::Department(department) => {
                let department = department.as_str();
                let same = ways.iter_mut().find_map(|way| match &mut way.whose {
                    Whose::Departments(known) if way.ceiling == branch.ceiling => Some(known),
                    _ => None,
                });
                match same {
                    Some(known) => {
                        known.push(department);
                        continue;
                    }
                    None => Whose::Departments(vec![department]),
                }
            }
        };
        ways.push(Way {
            whose,
            ceiling: branch.ceiling,
            seeks: Vec::new(),
        });
    }
    ways.sort_by_key(|way| match way.whose {
        Whose::Anyone => 0,
        Whose::Departments(_) => 1,
        Whose::Owner(_) => 2,
        Whose::CoOwner(_) => 3,
        Whose::Granted(_) => 4,
    });
    ways
}

/// The index of a part of the reach; all dossiers have none.
fn seeks_of<'a>(whose: &Whose<'a>) -> Option<Vec<Seek<'a>>> {
    match whose {
        Whose::Owner(_) | Whose::CoOwner(_) | Whose::Granted(_) => Some(vec![Seek::Whose]),
        Whose::Departments(all) => Some(all.iter().map(|one| Seek::Department(one)).collect()),
        Whose::Anyone => None,
    }
}

/// One scan per value of the condition on a field.
fn sought<'a>(conditions: &'a [Condition], field: Field) -> Option<Vec<Seek<'a>>> {
    let condition = conditions.iter().find(|c| c.field == field)?;
    let Wanted::OneOf { values, none } = &condition.wanted else {
        return None;
    };
    let values = values.iter().map(|value| Some(value.as_str()));
    let values = values.chain(none.then_some(None));
    Some(values.map(|value| Seek::Value(field, value)).collect())
}

/// Every scan with its way.
pub(super) fn scans<'w, 'a>(ways: &'w [Way<'a>]) -> impl Iterator<Item = (&'w Way<'a>, Seek<'a>)> {
    ways.iter()
        .flat_map(|way| way.seeks.iter().map(move |seek| (way, *seek)))
}

/// ` from … where …` of one scan. `aside` before a column keeps an index from being sought by it.
pub(super) fn rows(sql: &mut Sql, asked: &Asked, way: &Way, seek: Seek, aside: &str) {
    from(sql, way, seek, aside, asked.now);
    for condition in asked.conditions {
        sql.push(" and ");
        match seek {
            Seek::Value(field, value) if field == condition.field => one(sql, field, value),
            _ if is_free(asked, seek, condition.field) => holds(sql, condition, ""),
            _ => holds(sql, condition, aside),
        }
    }
    for (n, condition) in asked.besides.iter().enumerate() {
        sql.push(" and ");
        // Without anything to set aside by, the engine itself decides how to go about it.
        let each = !aside.is_empty() && seek != Seek::Besides(n);
        besides::holds(sql, condition, each);
    }
}

/// Whether a time may be sought although the scan seeks something else: where its index goes on
/// with that time.
fn is_free(asked: &Asked, seek: Seek, field: Field) -> bool {
    match (asked.sort.by, field) {
        (By::Updated, Field::Updated) => true,
        (By::Created, Field::Created) => seek == Seek::Order,
        _ => false,
    }
}
