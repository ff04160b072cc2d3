//! Who sees what: the same answer by id, in the list, in the search and in the count.

use kedang_core::access::{
    Action, Actor, Branch, Class, Facts, Post, Reach, Role, Who, may, reach,
};
use kedang_core::listing::Sort;
use kedang_core::{CustomerId, DepartmentId, StaffId};
use kedang_store::filter::Asked;
use kedang_store::listing;
use kedang_testkit::{Engine, TestApp, both_engines};

use crate::customers::opened;

#[both_engines]
async fn t_11_each_role_sees_the_same_by_id_in_list_search_and_palette(engine: Engine) {
    let test = TestApp::start(engine).await;
    let own = opened(&test.caller("sales").await, "澄岸甲", "organization").await;
    let other = opened(&test.caller("sales2").await, "澄岸乙", "organization").await;
    let table = [
        ("sales", true, false),
        ("sales2", false, true),
        ("head", true, false),
        ("steward", true, true),
        ("archivist", true, true),
        ("gm", true, true),
        ("auditor", false, false),
        ("admin", false, false),
        ("security", false, false),
    ];
    for (login, sees_own, sees_other) in table {
        let caller = test.caller(login).await;
        for (customer, sees) in [(&own, sees_own), (&other, sees_other)] {
            let (id, name) = (&customer["id"], customer["name"].as_str().unwrap_or(""));
            let id = id.as_str().unwrap_or("");
            let shown = caller.get(&format!("/api/v1/customers/{id}")).await;
            assert_eq!(shown.status == 200, sees, "{login} by id");
            if !sees {
                assert_eq!(shown.code(), "customer.not_found", "{login}");
                let nowhere = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
                let absent = caller.get(&format!("/api/v1/customers/{nowhere}")).await;
                assert_eq!(shown.text, absent.text, "hidden and absent are one answer");
            }
            let list = caller.get("/api/v1/customers").await.text;
            assert_eq!(list.contains(id), sees, "{login} in the list");
            let found = caller.get("/api/v1/search?q=%E6%BE%84%E5%B2%B8").await.text;
            assert_eq!(found.contains(id), sees, "{login} in the search");
            let palette = caller.get("/palette?q=%E6%BE%84%E5%B2%B8").await.text;
            assert_eq!(palette.contains(id), sees, "{login} in the palette");
            let page = caller.get(&format!("/customers/{id}")).await;
            assert_eq!(page.status == 200, sees, "{login} as a page");
            assert_eq!(page.text.contains(name), sees, "{login} as a page");
        }
        let count = caller.get("/customers/count").await.text;
        let expected = i32::from(sees_own) + i32::from(sees_other);
        assert!(
            count.contains(&format!("共 {expected} 位")),
            "{login}: {count}"
        );
    }
}

#[both_engines]
async fn only_some_roles_open_customers(engine: Engine) {
    let test = TestApp::start(engine).await;
    let body =
        serde_json::json!({ "name": "甲", "kind": "individual", "how_met": "x", "anyway": true });
    for (login, may) in [
        ("sales", true),
        ("head", true),
        ("steward", true),
        ("gm", true),
        ("archivist", false),
        ("auditor", false),
        ("admin", false),
        ("security", false),
    ] {
        let caller = test.caller(login).await;
        let answer = caller.post("/api/v1/customers", &body).await;
        assert_eq!(answer.status == 201, may, "{login}: {}", answer.text);
        let form = caller.get("/customers/new").await;
        assert_eq!(form.status == 200, may, "{login}: the form");
    }
}

/// The predicate of the store and the function of core are one rule: random facts, every role.
#[both_engines]
async fn the_sql_predicate_is_the_function(engine: Engine) {
    let test = TestApp::start(engine).await;
    for login in ["sales", "sales2", "gm", "steward"] {
        for n in 0..15 {
            opened(
                &test.caller(login).await,
                &format!("{login}{n}"),
                "individual",
            )
            .await;
        }
    }
    let seed = 20_261_125_u64;
    println!("seed {seed}");
    let facts = scatter(&test, seed).await;
    for role in Role::ALL {
        for granted in [false, true] {
            let actor = actor(&facts, role, granted);
            let expected: Vec<_> = facts
                .customers
                .iter()
                .filter(|(_, facts)| may(&actor, Action::Read, facts))
                .map(|(id, _)| id.clone())
                .collect();
            let reach = reach(&actor, Action::Read);
            let (listed, counted) = asked(&test, reach, actor.now).await;
            assert_eq!(listed, expected, "{role:?} granted {granted}");
            assert_eq!(counted, expected.len() as i64, "{role:?} granted {granted}");
        }
    }
    // Single branches with each ceiling: a mistake in one must not hide behind another.
    for who in facts.ways() {
        for ceiling in Class::ALL {
            let mut reach = Reach::default();
            reach.branches.push(Branch {
                who: who.clone(),
                ceiling,
            });
            let expected = facts
                .customers
                .iter()
                .filter(|(_, f)| f.class <= ceiling && covers(&who, f))
                .count();
            let (listed, counted) = asked(&test, reach, NOW).await;
            assert_eq!(listed.len(), expected, "{who:?} {ceiling:?}");
            assert_eq!(counted, expected as i64, "{who:?} {ceiling:?}");
        }
    }
}

pub(crate) const NOW: i64 = 1_795_568_400_000_000;

/// Customers with random facts, and one to whom grants were made.
pub(crate) struct Scattered {
    pub(crate) customers: Vec<(String, Facts)>,
    pub(crate) me: StaffId,
    pub(crate) staff: Vec<String>,
    pub(crate) home: DepartmentId,
    pub(crate) below: Vec<DepartmentId>,
}

impl Scattered {
    fn ways(&self) -> Vec<Who> {
        let mut ways = vec![
            Who::Owner(self.me.clone()),
            Who::CoOwner(self.me.clone()),
            Who::Granted(self.me.clone()),
            Who::Anyone,
        ];
        ways.extend(self.below.iter().cloned().map(Who::Department));
        ways
    }
}

fn covers(who: &Who, facts: &Facts) -> bool {
    match who {
        Who::Owner(staff) => facts.owner.as_ref() == Some(staff),
        Who::Department(department) => &facts.department == department,
        Who::CoOwner(_) => facts.co_owned,
        Who::Granted(_) => facts.granted,
        Who::Anyone => true,
    }
}

pub(crate) fn actor(facts: &Scattered, role: Role, granted: bool) -> Actor {
    let below = match role {
        Role::Head => vec![facts.home.clone()],
        Role::Gm => facts.below.clone(),
        _ => Vec::new(),
    };
    let post = Post {
        role,
        department: facts.home.clone(),
        below,
    };
    Actor {
        staff: facts.me.clone(),
        login: role.key().into(),
        name: "甲".into(),
        department: facts.home.clone(),
        posts: vec![post],
        granted,
        co_owns: granted,
        now: NOW,
    }
}

async fn asked(test: &TestApp, reach: Reach, now: i64) -> (Vec<String>, i64) {
    test.look(move |tx| {
        let asked = Asked {
            reach: &reach,
            now,
            conditions: &[],
            besides: &[],
            sort: Sort::default(),
        };
        let page = listing::list(tx, &asked, None, 200)?;
        let mut ids: Vec<_> = page.iter().map(|c| c.customer.id.to_string()).collect();
        ids.sort();
        Ok((ids, listing::count(tx, &asked, Some(1_000))?))
    })
    .await
    .expect("asked")
}

/// Gives every customer a random owner, department and class, and some a grant: in force, run out,
/// not yet begun, revoked.
pub(crate) async fn scatter(test: &TestApp, seed: u64) -> Scattered {
    test.app
        .store
        .write(move |tx| -> Result<Scattered, kedang_app::AppError> {
            let mut random = seed;
            let mut pick = move |n: u64| {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                random % n
            };
            let all = |tx: &mut kedang_store::Tx, sql: &'static str| {
                tx.query(sql, &[], |row| row.get::<String>(0))
            };
            let staff = all(tx, "select id from staff order by login")?;
            let departments = all(tx, "select id from departments order by id")?;
            let ids = all(tx, "select id from customers order by id")?;
            let me = StaffId::trusted(staff[0].clone());
            let mut customers = Vec::new();
            for id in ids {
                let owner = (pick(5) > 0).then(|| staff[pick(3) as usize].clone());
                let department = departments[pick(departments.len() as u64) as usize].clone();
                let class = pick(4) as i64;
                let set = [
                    id.as_str().into(),
                    owner.clone().into(),
                    department.as_str().into(),
                ];
                tx.execute("update customers set owner_id = $2, department_id = $3 where id = $1", &set)?;
                let set = [id.as_str().into(), class.into()];
                tx.execute("update customers set class = $2 where id = $1", &set)?;
                let term = match pick(6) {
                    0 => Some((NOW, NOW + 1, None)),
                    1 => Some((NOW - 9, NOW, None)),
                    2 => Some((NOW + 1, NOW + 9, None)),
                    3 => Some((NOW - 9, NOW + 9, Some(NOW - 1))),
                    _ => None,
                };
                if let Some((from, until, revoked)) = term {
                    let grant = [
                        id.as_str().into(),
                        me.as_str().into(),
                        from.into(),
                        until.into(),
                        revoked.into(),
                    ];
                    tx.execute("insert into grants (id, staff_id, customer_id, source, purpose, not_before, expires_at, granted_by, revoked_at, created_at, updated_at, version) values ($1, $2, $1, 'manual', 'test', $3, $4, $2, $5, 1, 1, 1)", &grant)?;
                }
                let co_owned = pick(5) == 0;
                if co_owned {
                    let held = [id.as_str().into(), me.as_str().into()];
                    tx.execute("insert into co_owners (customer_id, staff_id, created_at) values ($1, $2, 1)", &held)?;
                }
                let granted = matches!(term, Some((from, until, None)) if from <= NOW && until > NOW);
                let owner = owner.map(StaffId::trusted);
                let department = DepartmentId::trusted(department);
                let class = Class::from_rank(class);
                customers.push((id, Facts { owner, department, class, granted, co_owned }));
            }
            let below = departments.into_iter().map(DepartmentId::trusted).collect::<Vec<_>>();
            Ok(Scattered { customers, me, staff, home: below[0].clone(), below })
        })
        .await
        .expect("scattered")
}

/// A grant opens one dossier by id, in the list and in the search, and ends by itself.
#[both_engines]
async fn a_grant_opens_a_dossier_until_it_runs_out(engine: Engine) {
    let test = TestApp::start(engine).await;
    let other = opened(&test.caller("sales2").await, "澄岸乙", "organization").await;
    let id = other["id"].as_str().unwrap_or("").to_owned();
    let sales = test.caller("sales").await;
    let path = format!("/api/v1/customers/{id}");
    assert_eq!(sales.get(&path).await.status, 404);
    let grant = id.clone();
    test.app
        .store
        .write(move |tx| -> Result<(), kedang_app::AppError> {
            let args = [grant.as_str().into(), NOW.into(), (NOW + 60_000_000).into()];
            tx.execute("insert into grants (id, staff_id, customer_id, source, purpose, not_before, expires_at, granted_by, created_at, updated_at, version) select $1, s.id, $1, 'manual', 'test', $2, $3, s.id, 1, 1, 1 from staff s where s.login = 'sales'", &args)?;
            Ok(())
        })
        .await
        .expect("granted");
    assert_eq!(sales.get(&path).await.status, 200);
    assert!(sales.get("/api/v1/customers").await.text.contains(&id));
    assert!(
        sales
            .get("/api/v1/search?q=%E6%BE%84%E5%B2%B8")
            .await
            .text
            .contains(&id)
    );
    test.clock.advance(60_000_000);
    assert_eq!(sales.get(&path).await.status, 404);
    assert!(!sales.get("/api/v1/customers").await.text.contains(&id));
    assert!(
        !sales
            .get("/api/v1/search?q=%E6%BE%84%E5%B2%B8")
            .await
            .text
            .contains(&id)
    );
    CustomerId::parse(&id).expect("an id");
}
