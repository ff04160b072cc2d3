//! Every order and every single condition walks an index.

use crate::access::NOW;
use kedang_core::access::{Branch, Class, Reach, Who};
use kedang_core::listing::{AnswerTest, Besides, By, Question, Told};
use kedang_core::{CustomerId, DepartmentId, StaffId};
use kedang_store::filter::Asked;
use kedang_store::{listing, searching};
use kedang_testkit::{Engine, TestApp};
use serde_json::json;

use crate::cards::{blank_for, filled, text};
use crate::customers::opened;

/// How SQLite walks a page.
async fn plan(
    test: &TestApp,
    reach: Reach,
    query: String,
    further: bool,
    sorted_at_most: Option<u32>,
) -> String {
    let question = Question::from_query(&query).expect("a question");
    let me = StaffId::trusted("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b".to_owned());
    let conditions = question.conditions(&me, &test.app.zone);
    let besides = besides(&question);
    let sort = question.sort;
    let plan = test.look(move |tx| {
        let asked = Asked {
            reach: &reach,
            now: NOW,
            conditions: &conditions,
            besides: &besides,
            sort,
        };
        let place = further.then(|| kedang_store::filter::Place {
            key: match sort.by {
                By::Updated | By::Created => kedang_store::filter::Key::Time(NOW),
                By::Name | By::Code => kedang_store::filter::Key::Text("m".to_owned()),
            },
            id: String::new(),
        });
        Ok(listing::plan_of_list(
            tx,
            &asked,
            place.as_ref(),
            sorted_at_most,
        )?)
    });
    plan.await.expect("a plan").join("\n")
}

/// Answers as a text, a number and a date; the form is not looked up.
fn besides(question: &Question) -> Vec<Besides> {
    let answers = question.answers.iter().map(|filter| Besides::Answer {
        form: filter.form.clone(),
        field: filter.field.clone(),
        wanted: match &filter.test {
            AnswerTest::OneOf(values) => Told::Text(values.clone()),
            AnswerTest::Between { from, .. } if filter.field == "number" => Told::Number {
                from: from.as_ref().and_then(|n| n.parse().ok()),
                to: None,
            },
            AnswerTest::Between { from, to } => Told::Date {
                from: from.clone(),
                to: to.clone(),
            },
        },
    });
    let under = question.under.clone().map(Besides::Under);
    answers.chain(under).collect()
}

const ID: &str = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

/// Whose dossiers, what is asked, the index that is walked.
const PLANS: &[(&str, &str, &str)] = &[
    ("anyone", "", "customers_by_time"),
    ("owner", "", "customers_by_owner"),
    ("department", "", "customers_by_department"),
    (
        "owner",
        "stage=active&city=x&created_from=2026-01-01",
        "customers_by_owner",
    ),
    (
        "department",
        "stage=active&grade=A",
        "customers_by_department",
    ),
    ("department", "city=x&grade=A", "customers_by_city"),
    ("anyone", "sort=updated", "customers_by_time"),
    ("anyone", "sort=name", "customers_by_name"),
    ("anyone", "sort=-name", "customers_by_name"),
    ("anyone", "sort=created", "customers_by_created"),
    ("anyone", "sort=-code", "sqlite_autoindex_customers_2"),
    ("anyone", "kind=individual", "customers_by_time"),
    ("anyone", "stage=active", "customers_by_stage"),
    ("anyone", "grade=A", "customers_by_grade"),
    ("anyone", "grade=none", "customers_by_grade"),
    (
        "anyone",
        "owner=0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
        "customers_by_owner",
    ),
    ("anyone", "owner=none", "customers_by_owner"),
    (
        "anyone",
        "department=0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
        "customers_by_department",
    ),
    ("anyone", "province=x", "customers_by_province"),
    ("anyone", "city=x", "customers_by_city"),
    ("anyone", "industry_code=F51", "customers_by_industry"),
    ("anyone", "created_from=2026-01-01", "customers_by_time"),
    (
        "anyone",
        "updated_from=2026-01-01&updated_to=2026-02-01",
        "customers_by_time",
    ),
    (
        "anyone",
        "sort=created&created_to=2026-01-01",
        "customers_by_created",
    ),
    ("anyone", "stage=active&grade=A&city=x", "customers_by_city"),
    // Lanes of the board.
    ("owner", "stage=proposed", "customers_by_owner"),
    ("department", "stage=proposed", "customers_by_department"),
    ("anyone", "stage=lost&sort=-updated", "customers_by_stage"),
];

/// Every order and every single condition walks an index and sorts nothing, first page and later.
#[tokio::test]
async fn lists_walk_their_indexes() {
    let test = TestApp::start(Engine::Sqlite).await;
    for (whose, query, index) in PLANS {
        for further in [false, true] {
            let who = who(whose);
            let plan = plan(&test, who.clone(), (*query).to_owned(), further, None).await;
            let said = format!("{who:?} {query} further {further}\n{plan}");
            assert!(plan.contains(index), "{said}");
            assert!(!plan.contains("TEMP B-TREE"), "sorts: {said}");
            assert!(
                !plan.contains("SCAN d") && !plan.contains("AUTOMATIC"),
                "{said}"
            );
        }
    }
}

/// What lies on cards is sought where there is little of it, and looked up row by row where there
/// is much; a tree is walked by its index.
#[tokio::test]
async fn answers_and_trees_walk_their_indexes() {
    let test = TestApp::start(Engine::Sqlite).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "晋北恒远", "organization").await;
    let card = blank_for(&sales, &text(&customer["id"]), "key-account").await;
    let answers = json!({ "company_name": "晋北恒远", "contract": "signed", "staff_total": "80", "founded_on": "2010" });
    filled(&sales, &card, &answers).await;
    for (query, index) in [
        ("answer.key-account.contract=signed", "card_values_by_text"),
        ("answer_from.key-account.number=1", "card_values_by_number"),
        (
            "answer_from.key-account.founded_on=2010",
            "card_values_by_date",
        ),
        (
            &format!("under={}", text(&customer["id"])),
            "branches_by_parent",
        ),
    ] {
        for sort in ["-updated", "name"] {
            let query = format!("{query}&sort={sort}");
            let found = plan(&test, who("anyone"), query.clone(), false, None).await;
            assert!(found.contains(index), "{query}\n{found}");
            assert!(
                !found.contains("SCAN c") && !found.contains("SCAN v"),
                "{query}\n{found}"
            );
        }
    }
    for (sort, order) in [
        ("-updated", "customers_by_time"),
        ("name", "customers_by_name"),
    ] {
        for (asked, index) in [
            ("answer.key-account.contract=signed", "card_values_by_text"),
            (
                "answer_from.key-account.founded_on=2010",
                "card_values_by_customer",
            ),
        ] {
            let query = format!("{asked}&sort={sort}");
            let walked = plan(&test, who("anyone"), query.clone(), false, Some(0)).await;
            assert!(walked.contains(order), "{query}\n{walked}");
            assert!(walked.contains(index), "{query}\n{walked}");
            assert!(!walked.contains("TEMP B-TREE"), "{query}\n{walked}");
        }
    }
}

fn who(whose: &str) -> Reach {
    let who = match whose {
        "owner" => Who::Owner(StaffId::trusted(ID.to_owned())),
        "department" => Who::Department(DepartmentId::trusted(ID.to_owned())),
        _ => Who::Anyone,
    };
    let mut reach = Reach::default();
    let ceiling = Class::Secret;
    reach.branches.push(Branch { who, ceiling });
    reach
}

/// A page is found and a count is made without looking at a single customer.
#[tokio::test]
async fn pages_and_counts_read_the_index_and_nothing_else() {
    let test = TestApp::start(Engine::Sqlite).await;
    for (whose, query, index) in [
        ("owner", "", "customers_by_owner"),
        ("owner", "grade=A", "customers_by_owner"),
        (
            "department",
            "stage=active&grade=A",
            "customers_by_department",
        ),
        ("anyone", "", "customers_by_time"),
        ("anyone", "grade=A", "customers_by_grade"),
    ] {
        let question = Question::from_query(query).expect("a question");
        let me = StaffId::trusted(ID.to_owned());
        let conditions = question.conditions(&me, &test.app.zone);
        let (reach, sort) = (who(whose), question.sort);
        let found = test.look(move |tx| {
            let asked = Asked {
                reach: &reach,
                now: NOW,
                conditions: &conditions,
                besides: &[],
                sort,
            };
            let page = listing::plan_of_list(tx, &asked, None, None)?;
            Ok((
                page.join("\n"),
                listing::plan_of_count(tx, &asked)?.join("\n"),
            ))
        });
        let (page, count) = found.await.expect("plans");
        let reads = |plan: &str, index: &str| {
            let by = format!(" c USING COVERING INDEX {index}");
            assert!(plan.contains(&by), "{whose} {query}\n{plan}");
        };
        reads(&page, index);
        // Whoever counts everything may take any of them.
        reads(&count, if query.is_empty() { "" } else { index });
    }
}

/// The few hits of a search are sought by their id, however many customers the reader has.
#[tokio::test]
async fn hits_are_sought_by_their_id() {
    let test = TestApp::start(Engine::Sqlite).await;
    for whose in ["owner", "department", "anyone"] {
        let reach = who(whose);
        let plan = test.look(move |tx| {
            let id = CustomerId::trusted(ID.to_owned());
            Ok(searching::plan_of_reached(tx, &reach, NOW, &[&id])?)
        });
        let plan = plan.await.expect("a plan").join("\n");
        let by_id = "SEARCH c USING INDEX sqlite_autoindex_customers_1 (id=?)";
        assert!(plan.contains(by_id), "{whose}\n{plan}");
    }
}
