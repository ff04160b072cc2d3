//! What must hold of any question about the list of customers, and questions to begin with: SQL
//! and a plain look at each customer find the same. Run here over changed seeds, and by `fuzz/`
//! under libFuzzer. On SQLite alone: both engines are held to one another elsewhere.

use std::sync::LazyLock;

use jiff::tz::TimeZone;
use kedang_core::StaffId;
use kedang_core::access::{Branch, Class, Reach, Who};
use kedang_core::customer::{CustomerKind, Details, Stage};
use kedang_core::listing::{
    AnswerFilter, AnswerTest, Besides, By, Condition, Field, Question, Told, Wanted,
};
use kedang_store::filter::Asked;
use kedang_store::{
    Engine, Scratch, Store, StoreError, Tx, customers, departments, listing, migrate, staff,
};

/// A customer as far as a list looks at it.
#[derive(Clone)]
struct Known {
    id: String,
    code: String,
    kind: &'static str,
    stage: &'static str,
    owner: Option<&'static str>,
    department: &'static str,
    opened: i64,
    changed: i64,
    details: Details,
}

const ME: &str = "01900000-0000-7000-8000-000000000001";
const OTHER: &str = "01900000-0000-7000-8000-000000000002";
const HOUSE: &str = "01900000-0000-7000-8000-000000000011";
const BRANCH: &str = "01900000-0000-7000-8000-000000000012";
/// A day, µs.
const DAY: i64 = 86_400_000_000;
/// 2026-11-01 in UTC, µs.
const FIRST: i64 = 1_793_491_200_000_000;

static SHELF: LazyLock<(Store, Vec<Known>)> = LazyLock::new(|| {
    // Not removed: the store lives as long as the process, and the folder is a temporary one.
    let scratch = std::mem::ManuallyDrop::new(Scratch::new(Engine::Sqlite));
    migrate(&scratch.place, 1).expect("migrated");
    let store = Store::open(&scratch.place).expect("opened");
    let known: Vec<Known> = (0..24).map(Known::of).collect();
    let rows = known.clone();
    let filled = store.write_blocking(move |tx| -> Result<(), StoreError> { fill(tx, &rows) });
    filled.expect("filled");
    (store, known)
});

impl Known {
    fn of(n: i64) -> Self {
        let at = |texts: &[&str]| {
            let text = texts[n as usize % texts.len()];
            Some(text.to_owned()).filter(|text| !text.is_empty())
        };
        Self {
            id: format!("01900000-0000-7000-8000-0000000001{n:02}"),
            code: format!("KH{:04}", n * 7 % 24),
            kind: CustomerKind::ALL[n as usize % 2].key(),
            stage: Stage::ALL[n as usize % 5].key(),
            owner: [Some(ME), Some(OTHER), None][n as usize % 3],
            department: [HOUSE, BRANCH][n as usize / 2 % 2],
            opened: FIRST + n % 7 * DAY - 1,
            changed: FIRST + n % 11 * DAY + 5 * DAY,
            details: Details {
                grade: at(&["A", "", "B", "C"]),
                province: at(&["江苏省", "", "a,b", "100%", "'\"\\"]),
                city: at(&["苏州市", "苏州市", ""]),
                industry_code: at(&["C34", "", "F51"]),
                ..Details::default()
            },
        }
    }

    fn text(&self, field: Field) -> Option<&str> {
        match field {
            Field::Kind => Some(self.kind),
            Field::Stage => Some(self.stage),
            Field::Grade => self.details.grade.as_deref(),
            Field::Owner => self.owner,
            Field::Department => Some(self.department),
            Field::Province => self.details.province.as_deref(),
            Field::City => self.details.city.as_deref(),
            Field::IndustryCode => self.details.industry_code.as_deref(),
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
                    Field::Created => self.opened,
                    _ => self.changed,
                };
                from.is_none_or(|from| from <= at) && until.is_none_or(|until| at < until)
            }
        }
    }

    fn place(&self, by: By) -> (i64, &str) {
        match by {
            By::Updated => (self.changed, ""),
            By::Created => (self.opened, ""),
            By::Name | By::Code => (0, &self.code),
        }
    }
}

fn fill(tx: &mut Tx, known: &[Known]) -> Result<(), StoreError> {
    for (id, name) in [(HOUSE, "总部"), (BRANCH, "分部")] {
        let parent = Some(HOUSE).filter(|house| *house != id);
        let new = departments::NewDepartment {
            id,
            parent,
            name,
            sort_key: name,
            at: 1,
        };
        departments::insert(tx, &new)?;
    }
    for (id, login) in [(ME, "me"), (OTHER, "other")] {
        let new = staff::NewStaff {
            id,
            login,
            name: login,
            sort_key: login,
            department: HOUSE,
            password_hash: None,
            language: "zh-CN",
            at: 1,
        };
        staff::insert(tx, &new)?;
    }
    for one in known {
        let new = customers::NewCustomer {
            id: &one.id,
            code: &one.code,
            kind: one.kind,
            name: customers::NameForms {
                name: &one.code,
                key: &one.code,
                sort: &one.code,
            },
            how_met: "x",
            stage: one.stage,
            owner: one.owner,
            department: one.department,
            created_by: ME,
            dossier: &one.id,
            class: 0,
            opened_at: one.opened,
            at: one.changed,
            details: &one.details,
        };
        customers::insert(tx, &[new])?;
    }
    Ok(())
}

/// Reads a text as a question, prints it, and asks it. Whether it is a question.
pub fn question(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let Ok(question) = Question::from_query(&text) else {
        return false;
    };
    let again = Question::from_query(&question.to_query()).expect("a question says itself");
    assert_eq!(again, question);
    let me = StaffId::parse(ME).expect("an id");
    let conditions = question.conditions(&me, &TimeZone::UTC);
    let besides: Vec<Besides> = (question.answers.iter().flat_map(told))
        .chain(question.under.clone().map(Besides::Under))
        .collect();
    let sort = question.sort;
    let (store, known) = &*SHELF;
    let narrow = (conditions.clone(), besides.clone());
    let found = store.read_blocking(move |tx| -> Result<_, StoreError> {
        let branch = Branch {
            who: Who::Anyone,
            ceiling: Class::ALL[3],
        };
        let reach = Reach {
            branches: vec![branch],
        };
        let asked = Asked {
            reach: &reach,
            now: FIRST,
            conditions: &narrow.0,
            besides: &narrow.1,
            sort,
        };
        let list = listing::list(tx, &asked, None, 100)?;
        let walked = listing::list_sorting(tx, &asked, None, 100, 0)?;
        let ids = |list: Vec<listing::Listed>| -> Vec<String> {
            list.into_iter()
                .map(|one| one.customer.id.as_str().to_owned())
                .collect()
        };
        Ok((ids(list), ids(walked), listing::count(tx, &asked, None)?))
    });
    let (listed, walked, counted) = found.expect("what is a question can be asked");
    assert_eq!(listed, walked, "sought and walked");
    assert_eq!(counted, listed.len() as i64);
    let mut plain: Vec<&Known> = (known.iter())
        .filter(|one| conditions.iter().all(|condition| one.holds(condition)))
        .filter(|one| {
            besides
                .iter()
                .all(|besides| matches!(besides, Besides::Under(id) if id.as_str() == one.id))
        })
        .collect();
    plain.sort_by(|a, b| (a.place(sort.by), &a.id).cmp(&(b.place(sort.by), &b.id)));
    if sort.down {
        plain.reverse();
    }
    let plain: Vec<&str> = plain.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(listed, plain);
    true
}

/// A question about an answer by each column in which it may lie.
fn told(filter: &AnswerFilter) -> Vec<Besides> {
    let wanted = match &filter.test {
        AnswerTest::OneOf(values) => vec![Told::Text(values.clone())],
        AnswerTest::Between { from, to } => {
            let number = |text: &Option<String>| text.as_ref().and_then(|text| text.parse().ok());
            vec![
                Told::Number {
                    from: number(from),
                    to: number(to),
                },
                Told::Date {
                    from: from.clone(),
                    to: to.clone(),
                },
            ]
        }
    };
    let besides = |wanted| Besides::Answer {
        form: filter.form.clone(),
        field: filter.field.clone(),
        wanted,
    };
    wanted.into_iter().map(besides).collect()
}

pub fn questions() -> Vec<Vec<u8>> {
    let under = format!("under=01900000-0000-7000-8000-000000000103&owner=me,none,{OTHER}");
    [
        "kind=individual&stage=prospect,active&grade=A,none&sort=name&columns=code,name",
        "province=%E6%B1%9F%E8%8B%8F%E7%9C%81&city=none&created_from=2026-11-02&updated_to=2026-11-09",
        "answer.company-profile.nature=private&answer_from.company-profile.founded=1990&sort=-code",
        "industry_code=C34,none&sort=created",
        &under,
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec()
}
