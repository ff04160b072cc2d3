//! Answers and trees scattered over customers, and what a plain filter makes of them.

use kedang_core::CustomerId;
use kedang_core::access::Facts;
use kedang_core::listing::{Besides, Told};
use kedang_store::{Tx, branches};

use crate::lists::Random;

const FORM: &str = "key-account";
const KINDS: &[&str] = &["stock", "limited", "joint_venture"];
const DATES: &[&str] = &[
    "1985",
    "1985-03",
    "1985-03-15",
    "2020-12-31",
    "--03-15",
    "L1985-03-15",
];

/// What lies outside a customer's own fields.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outside {
    texts: Vec<&'static str>,
    numbers: Vec<i64>,
    dates: Vec<&'static str>,
    /// Itself and everybody above.
    line: Vec<String>,
}

impl Outside {
    pub(crate) fn holds(&self, besides: &Besides) -> bool {
        let within = |n: &i64, from: &Option<i64>, to: &Option<i64>| {
            from.is_none_or(|from| *n >= from) && to.is_none_or(|to| *n <= to)
        };
        match besides {
            Besides::Under(root) => self.line.iter().any(|id| id == root.as_str()),
            Besides::Nothing => false,
            Besides::Answer { wanted, .. } => match wanted {
                Told::Text(values) => self.texts.iter().any(|t| values.iter().any(|v| v == t)),
                Told::Number { from, to } => self.numbers.iter().any(|n| within(n, from, to)),
                Told::Date { from, to } => self.dates.iter().any(|date| {
                    let year = date.starts_with(|c: char| c.is_ascii_digit());
                    let begins =
                        |to: &String| *date <= to.as_str() || date.starts_with(to.as_str());
                    year && from.as_ref().is_none_or(|from| *date >= from.as_str())
                        && to.as_ref().is_none_or(begins)
                }),
            },
        }
    }
}

/// Up to three conditions.
pub(crate) fn besides(random: &mut Random, root: &str) -> Vec<Besides> {
    let mut all = Vec::new();
    for _ in 0..random.below(4) {
        let answer = |field: &str, wanted| Besides::Answer {
            form: FORM.to_owned(),
            field: field.to_owned(),
            wanted,
        };
        let bound = |random: &mut Random| {
            (random.below(3) > 0).then(|| i64::try_from(random.below(6)).unwrap_or(0))
        };
        let day =
            |random: &mut Random| (random.below(3) > 0).then(|| DATES[random.below(4)].to_owned());
        all.push(match random.below(9) {
            0 => Besides::Under(CustomerId::trusted(root.to_owned())),
            1 | 2 => answer(
                "staff_total",
                Told::Number {
                    from: bound(random),
                    to: bound(random),
                },
            ),
            3 | 4 => answer(
                "founded_on",
                Told::Date {
                    from: day(random),
                    to: day(random),
                },
            ),
            _ => {
                let values = (0..=random.below(2)).map(|_| random.of(KINDS).to_owned());
                answer("organization", Told::Text(values.collect()))
            }
        });
    }
    all
}

/// Gives a customer random answers on a card, and most a parent among those before it.
pub(crate) fn told(
    tx: &mut Tx,
    random: &mut Random,
    id: &str,
    known: &[(String, Facts)],
) -> Result<Outside, kedang_app::AppError> {
    let mut outside = Outside {
        line: vec![id.to_owned()],
        ..Outside::default()
    };
    tx.execute(
        "insert into cards (id, customer_id, form_key, form_version, department_id, custodian_id, status, revision, answered, applicable, texts, created_by, created_at, updated_at, version) select $1, $1, $2, max(f.version), min(c.department_id), min(c.created_by), 'open', 1, 0, 0, '[]', min(c.created_by), 1, 1, 1 from forms f cross join customers c where f.key = $2 and c.id = $1",
        &[id.into(), FORM.into()],
    )?;
    for n in 0..random.below(3) {
        let (text, number, date) = (random.of(KINDS), random.below(6) as i64, random.of(DATES));
        outside.texts.push(text);
        outside.numbers.push(number);
        outside.dates.push(date);
        type Value<'a> = (&'a str, Option<&'a str>, Option<i64>, Option<&'a str>);
        let values: [Value; 3] = [
            ("organization", Some(text), None, None),
            ("staff_total", None, Some(number), None),
            ("founded_on", None, None, Some(date)),
        ];
        for (field, text, number, date) in values {
            tx.execute(
                "insert into card_values (holder_id, field, place, card_id, customer_id, form_key, text_value, number_value, date_value) values ($1, $2, $3, $1, $1, $4, $5, $6, $7)",
                &[id.into(), field.into(), (n as i64).into(), FORM.into(), text.into(), number.into(), date.into()],
            )?;
        }
    }
    let at = known.iter().position(|(one, _)| one == id).unwrap_or(0);
    if at > 0 && random.below(3) > 0 {
        let parent = CustomerId::trusted(known[random.below(at)].0.clone());
        let mine = CustomerId::trusted(id.to_owned());
        branches::put(tx, &mine, &parent, 1)?;
        let mut above = Some(parent);
        while let Some(one) = above {
            above = branches::parent(tx, &one)?;
            outside.line.push(one.to_string());
        }
    }
    Ok(outside)
}
