//! Every order and every single condition walks an index.

use crate::access::NOW;
use kedang_core::access::{Branch, Class, Reach, Who};
use kedang_core::listing::{By, Question};
use kedang_core::{DepartmentId, StaffId};
use kedang_store::filter::Asked;
use kedang_store::listing::{self};
use kedang_testkit::{Engine, TestApp};

/// How SQLite walks a page.
async fn plan(test: &TestApp, who: Who, query: String, further: bool) -> String {
    let question = Question::from_query(&query).expect("a question");
    let me = StaffId::trusted("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b".to_owned());
    let conditions = question.conditions(&me, &test.app.zone);
    let sort = question.sort;
    let plan = test.look(move |tx| {
        let mut reach = Reach::default();
        reach.branches.push(Branch {
            who,
            ceiling: Class::Secret,
        });
        let asked = Asked {
            reach: &reach,
            now: NOW,
            conditions: &conditions,
            sort,
        };
        let place = further.then(|| kedang_store::filter::Place {
            key: match sort.by {
                By::Updated | By::Created => kedang_store::filter::Key::Time(NOW),
                By::Name | By::Code => kedang_store::filter::Key::Text("m".to_owned()),
            },
            id: String::new(),
        });
        Ok(listing::plan_of_list(tx, &asked, place.as_ref())?)
    });
    plan.await.expect("a plan").join("\n")
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
        let who = match *whose {
            "owner" => Who::Owner(StaffId::trusted(ID.to_owned())),
            "department" => Who::Department(DepartmentId::trusted(ID.to_owned())),
            _ => Who::Anyone,
        };
        for further in [false, true] {
            let plan = plan(&test, who.clone(), (*query).to_owned(), further).await;
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
