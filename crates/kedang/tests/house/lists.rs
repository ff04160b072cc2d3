//! Lists: what is asked is what comes, for every role and on both engines.

use kedang_core::StaffId;
use kedang_core::access::{Action, Facts, Reach, Role, may, reach};
use kedang_core::listing::{Besides, By, Condition, Field, Question, Sort, Wanted};
use kedang_store::filter::Asked;
use kedang_store::listing::{self, Listed};
use kedang_testkit::{Engine, TestApp, both_engines};

use crate::access::{NOW, Scattered, actor, scatter};
use crate::customers::opened;
use crate::lists_besides::{Outside, besides, told};

/// Values scattered over customers; the last of each list is 'not answered'.
const STAGES: &[&str] = &["proposed", "potential", "prospect", "active", "lost"];
const GRADES: &[Option<&str>] = &[Some("A"), Some("B"), Some("C"), Some("D"), None];
const PLACES: &[Option<&str>] = &[Some("杭州市"), Some("苏州市"), Some("a'b%"), None];
const CODES: &[Option<&str>] = &[Some("3411"), Some("F51"), None];
const DAY: i64 = 86_400_000_000;

/// Random numbers that are the same in every run.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % n as u64).unwrap_or(0)
    }

    pub(crate) fn of<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

/// A customer as the plain filter sees it.
#[derive(Clone)]
struct Plain {
    id: String,
    sort_key: String,
    facts: Facts,
    kind: String,
    stage: String,
    grade: Option<String>,
    province: Option<String>,
    city: Option<String>,
    industry_code: Option<String>,
    code: String,
    created_at: i64,
    updated_at: i64,
    outside: Outside,
}

impl Plain {
    fn text(&self, field: Field) -> Option<&str> {
        match field {
            Field::Kind => Some(&self.kind),
            Field::Stage => Some(&self.stage),
            Field::Grade => self.grade.as_deref(),
            Field::Owner => self.facts.owner.as_ref().map(StaffId::as_str),
            Field::Department => Some(self.facts.department.as_str()),
            Field::Province => self.province.as_deref(),
            Field::City => self.city.as_deref(),
            Field::IndustryCode => self.industry_code.as_deref(),
            Field::Created | Field::Updated => None,
        }
    }

    fn holds(&self, condition: &Condition) -> bool {
        match &condition.wanted {
            Wanted::OneOf { values, none } => match self.text(condition.field) {
                Some(text) => values.iter().any(|value| value == text),
                None => *none,
            },
            Wanted::Within { from, until } => {
                let at = match condition.field {
                    Field::Created => self.created_at,
                    _ => self.updated_at,
                };
                from.is_none_or(|from| at >= from) && until.is_none_or(|until| at < until)
            }
        }
    }
}

/// What a plain filter and a plain sort make of it.
fn plainly(
    customers: &[Plain],
    (conditions, besides): (&[Condition], &[Besides]),
    sort: Sort,
    sees: impl Fn(&Facts) -> bool,
) -> Vec<String> {
    let mut rows: Vec<_> = customers
        .iter()
        .filter(|customer| sees(&customer.facts))
        .filter(|customer| conditions.iter().all(|c| customer.holds(c)))
        .filter(|customer| besides.iter().all(|b| customer.outside.holds(b)))
        .collect();
    rows.sort_by(|a, b| {
        let by = match sort.by {
            By::Updated => a.updated_at.cmp(&b.updated_at),
            By::Created => a.created_at.cmp(&b.created_at),
            By::Code => a.code.cmp(&b.code),
            By::Name => a.sort_key.as_bytes().cmp(b.sort_key.as_bytes()),
        };
        let by = by.then_with(|| a.id.cmp(&b.id));
        if sort.down { by.reverse() } else { by }
    });
    rows.into_iter().map(|row| row.id.clone()).collect()
}

/// A question with up to four filters, put together as an address.
fn question(random: &mut Random, facts: &Scattered) -> Question {
    let mut query = String::new();
    for _ in 0..random.below(5) {
        let field = random.of(&Field::ALL);
        for _ in 0..=random.below(3) {
            let value = match field {
                Field::Kind => random.of(&["individual", "organization"]).to_owned(),
                Field::Stage => random.of(STAGES).to_owned(),
                Field::Grade => random.of(GRADES).unwrap_or("none").to_owned(),
                Field::Owner => match random.below(4) {
                    0 => "me".to_owned(),
                    1 => "none".to_owned(),
                    _ => facts.staff[random.below(3)].clone(),
                },
                Field::Department => facts.below[random.below(facts.below.len())].to_string(),
                Field::Province | Field::City => random.of(PLACES).unwrap_or("none").to_owned(),
                Field::IndustryCode => random.of(CODES).unwrap_or("none").to_owned(),
                Field::Created | Field::Updated => {
                    let day = format!("2026-11-{:02}", 16 + random.below(12));
                    let end = if random.below(2) == 0 { "from" } else { "to" };
                    query.push_str(&format!("&{}_{end}={day}", field.key()));
                    continue;
                }
            };
            let value = value.replace('%', "%25");
            query.push_str(&format!("&{}={value}", field.key()));
        }
    }
    let sort = Sort {
        by: random.of(&By::ALL),
        down: random.below(2) == 0,
    };
    let read = Question::from_query(&format!("sort={}{query}", sort.key()));
    // Days that cross are refused; then the order alone is asked.
    read.unwrap_or_else(|_| Question {
        sort,
        ..Question::default()
    })
}

/// The list in pages of `rows`, and its counts.
async fn asked(
    test: &TestApp,
    reach: Reach,
    (conditions, besides): (Vec<Condition>, Vec<Besides>),
    sort: Sort,
    rows: u32,
) -> (Vec<String>, i64, i64) {
    test.look(move |tx| {
        let asked = Asked {
            reach: &reach,
            now: NOW,
            conditions: &conditions,
            besides: &besides,
            sort,
        };
        let mut ids = Vec::new();
        let mut place = None;
        loop {
            // Few rows to a page go with few entries sorted: both ways are asked.
            let mut page = listing::list_sorting(tx, &asked, place.as_ref(), rows, rows)?;
            let more = page.len() > rows as usize;
            page.truncate(rows as usize);
            ids.extend(page.iter().map(|row| row.customer.id.to_string()));
            match page.pop() {
                Some(Listed { place: last, .. }) if more => place = Some(last),
                _ => break,
            }
        }
        let capped = listing::count(tx, &asked, Some(5))?;
        Ok((ids, capped, listing::count(tx, &asked, None)?))
    })
    .await
    .expect("asked")
}

/// 500 random questions, each for every role: the SQL says what a plain filter says, page by page.
#[both_engines]
async fn five_hundred_random_questions_equal_a_plain_filter(engine: Engine) {
    let test = TestApp::start(engine).await;
    for login in ["sales", "sales2", "gm", "steward"] {
        let caller = test.caller(login).await;
        for n in 0..15 {
            let kind = if n % 3 == 0 {
                "individual"
            } else {
                "organization"
            };
            opened(
                &caller,
                &format!("{}{login}{}", ["王", "澄岸", "A"][n % 3], n % 7),
                kind,
            )
            .await;
        }
    }
    let seed = 20_261_126_u64;
    println!("seed {seed}");
    let facts = scatter(&test, seed).await;
    let customers = spread(&test, &facts, seed).await;
    let zone = test.app.zone.clone();
    let mut random = Random(seed);
    let mut found = 0;
    for n in 0..500 {
        let question = question(&mut random, &facts);
        let conditions = question.conditions(&facts.me, &zone);
        let besides = besides(&mut random, &customers[(n * 7) % customers.len()].id);
        let rows = if n % 5 == 0 { 6 } else { 100 };
        for role in Role::ALL {
            let actor = actor(&facts, role, n % 2 > 0);
            let sees = |facts: &Facts| may(&actor, Action::Read, facts);
            let expected = plainly(&customers, (&conditions, &besides), question.sort, sees);
            let reach = reach(&actor, Action::Read);
            let said = format!("{n} {role:?} {} {besides:?}", question.to_query());
            if reach.is_nothing() {
                assert!(expected.is_empty(), "{said}");
                continue;
            }
            let asking = (conditions.clone(), besides.clone());
            let (listed, capped, exact) = asked(&test, reach, asking, question.sort, rows).await;
            assert_eq!(listed, expected, "{said}");
            assert_eq!(exact, expected.len() as i64, "{said}");
            assert_eq!(capped, exact.min(5), "{said}");
            found += expected.len();
        }
    }
    assert!(found > 5_000, "the questions find something: {found}");
}

/// Gives the scattered customers random fields, and reads them back plainly.
async fn spread(test: &TestApp, facts: &Scattered, seed: u64) -> Vec<Plain> {
    let known = facts.customers.clone();
    let spread = move |tx: &mut kedang_store::Tx| -> Result<Vec<Plain>, kedang_app::AppError> {
        let mut random = Random(seed);
        let mut customers = Vec::new();
        for (n, (id, facts)) in known.iter().enumerate() {
            let (stage, grade) = (random.of(STAGES), random.of(GRADES));
            let (province, city) = (random.of(PLACES), random.of(PLACES));
            let industry_code = random.of(CODES);
            // Some share a moment, so that the id has to decide.
            let created_at = NOW - DAY * random.below(8) as i64;
            let updated_at = NOW - DAY * random.below(8) as i64 + random.below(2) as i64;
            let code = format!("K{:03}", (n * 37) % 101);
            tx.execute(
                "update customers set stage = $2, grade = $3, province = $4, city = $5, industry_code = $6, created_at = $7, updated_at = $8, code = $9 where id = $1",
                &[
                    id.as_str().into(),
                    stage.into(),
                    grade.into(),
                    province.into(),
                    city.into(),
                    industry_code.into(),
                    created_at.into(),
                    updated_at.into(),
                    code.as_str().into(),
                ],
            )?;
            let stored = tx.first(
                "select kind, sort_key from customers where id = $1",
                &[id.as_str().into()],
                |row| Ok((row.get::<String>(0)?, row.get::<String>(1)?)),
            )?;
            let (kind, sort_key) = stored.unwrap_or_default();
            let outside = told(tx, &mut random, id, &known)?;
            customers.push(Plain {
                id: id.clone(),
                sort_key,
                facts: facts.clone(),
                kind,
                stage: stage.to_owned(),
                grade: grade.map(str::to_owned),
                province: province.map(str::to_owned),
                city: city.map(str::to_owned),
                industry_code: industry_code.map(str::to_owned),
                code,
                created_at,
                updated_at,
                outside,
            });
        }
        Ok(customers)
    };
    test.app.store.write(spread).await.expect("spread")
}
