//! Accounts, roles and departments: who may do what, what is refused and how it is said.

use axum::body::Body;
use axum::http::Method;
use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::cards::{count, text};

const STAFF: &str = "/api/v1/staff";

async fn departments(caller: &Caller) -> Vec<Value> {
    let list = caller.get("/api/v1/departments").await.json();
    list["items"].as_array().cloned().unwrap_or_default()
}

async fn of(caller: &Caller, login: &str) -> Value {
    let list = caller.get(STAFF).await.json();
    let items = list["items"].as_array().cloned().unwrap_or_default();
    let found = items.into_iter().find(|one| one["login"] == login);
    found.unwrap_or_else(|| panic!("no {login}"))
}

async fn put(caller: &Caller, member: &Value, more: Value) -> Answer {
    let roles: Vec<_> = member["roles"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|held| json!({ "role": held["role"], "department": held["department"]["id"] }))
        .collect();
    let mut body = json!({
        "name": member["name"], "department": member["department"]["id"], "roles": roles,
        "posts": member["posts"],
    });
    for (key, value) in more.as_object().into_iter().flatten() {
        body[key] = value.clone();
    }
    let path = format!("{STAFF}/{}", text(&member["id"]));
    let version = format!("\"{}\"", member["version"]);
    let caller = caller.clone().header("if-match", &version);
    let body = Body::from(body.to_string());
    caller
        .send(Method::PUT, &path, Some("application/json"), body)
        .await
}

/// What does not hold of a new account is said field by field.
async fn refused(admin: &Caller, company: &Value) {
    for (wrong, field, sentence) in [
        (
            json!({ "login": "", "name": "李思", "department": company }),
            "login",
            "请填登录账号",
        ),
        (
            json!({ "login": "li si", "name": "李思", "department": company }),
            "login",
            "不能有空格",
        ),
        (
            json!({ "login": "li", "name": " ", "department": company }),
            "name",
            "请填姓名",
        ),
        (
            json!({ "login": "li", "name": "李思", "department": "x" }),
            "department",
            "请选一个部门",
        ),
    ] {
        let answer = admin.post(STAFF, &wrong).await;
        assert_eq!(answer.status, 422, "{wrong}");
        assert!(
            answer.detail(field).contains(sentence),
            "{wrong}: {}",
            answer.text
        );
    }
}

/// The administrator opens accounts and gives no rights; the security officer the other way round.
#[both_engines]
async fn accounts_are_opened_by_one_and_given_rights_by_another(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (admin, security) = (test.caller("admin").await, test.caller("security").await);
    let company = departments(&admin).await[0]["id"].clone();
    let body = json!({ "login": "li.si", "name": "李思", "department": company });
    for who in [
        "sales",
        "head",
        "steward",
        "archivist",
        "gm",
        "auditor",
        "security",
    ] {
        let answer = test.caller(who).await.post(STAFF, &body).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code().as_str()),
            (403, "staff.forbidden"),
            "{who}"
        );
    }
    refused(&admin, &company).await;
    let opened = admin.post(STAFF, &body).await;
    assert_eq!(opened.status, 201, "{}", opened.text);
    let opened = opened.json();
    assert_eq!(
        (&opened["roles"], &opened["has_password"]),
        (&json!([]), &json!(false))
    );
    let again = admin.post(STAFF, &body).await;
    assert_eq!(again.code(), "staff.login_taken");

    let sales = json!({ "roles": [{ "role": "sales", "department": company }] });
    let refused = put(&admin, &opened, sales.clone()).await;
    assert_eq!(
        refused.code(),
        "staff.forbidden",
        "the administrator gives no rights"
    );
    let moved = put(&security, &opened, json!({ "name": "李斯" })).await;
    assert_eq!(
        moved.code(),
        "staff.forbidden",
        "security opens and renames nothing"
    );
    let given = put(&security, &opened, sales).await;
    assert_eq!(given.status, 200, "{}", given.text);
    let late = put(&security, &opened, json!({ "roles": [] })).await;
    assert_eq!(
        (late.status.as_u16(), late.code().as_str()),
        (412, "staff.changed")
    );
    // He may open customers from now on.
    let li = test.caller("li.si").await;
    let stub = json!({ "name": "温絮宁", "kind": "individual", "how_met": "展会" });
    assert_eq!(li.post("/api/v1/customers", &stub).await.status, 201);
    let lists = ["gm", "admin", "security"];
    for who in [
        "sales",
        "head",
        "steward",
        "archivist",
        "gm",
        "auditor",
        "admin",
        "security",
    ] {
        let answer = test.caller(who).await.get(STAFF).await;
        let expected = if lists.contains(&who) { 200 } else { 403 };
        assert_eq!(answer.status, expected, "{who}");
    }
}

/// Nobody gives himself a right, no watcher watches himself, and somebody stays in charge.
#[both_engines]
async fn rights_that_exclude_each_other_are_refused(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (admin, security) = (test.caller("admin").await, test.caller("security").await);
    let company = departments(&admin).await[0]["id"].clone();
    let roles = |keys: &[&str]| {
        let one = |key: &&str| json!({ "role": key, "department": company });
        json!({ "roles": keys.iter().map(one).collect::<Vec<_>>() })
    };
    let own = put(
        &security,
        &of(&admin, "security").await,
        roles(&["security", "gm"]),
    )
    .await;
    assert_eq!(own.code(), "staff.own_roles");
    assert!(own.text.contains("要由别人来改"), "{}", own.text);
    for (login, keys, code) in [
        ("auditor", &["auditor", "admin"][..], "staff.auditor_apart"),
        ("auditor", &["auditor", "security"], "staff.auditor_apart"),
        ("admin", &["admin", "security"], "staff.admins_apart"),
        ("admin", &["sales"], "staff.last_admin"),
    ] {
        let answer = put(&security, &of(&admin, login).await, roles(keys)).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code().as_str()),
            (409, code),
            "{keys:?}"
        );
    }
    let sales = of(&admin, "sales").await;
    let odd = put(&security, &sales, roles(&["emperor"])).await;
    assert!(odd.detail("roles").contains("没有这种岗位"), "{}", odd.text);
    let post = put(&security, &sales, json!({ "posts": ["pilot"] })).await;
    assert!(
        post.detail("posts").contains("没有这种职务"),
        "{}",
        post.text
    );
    let post = put(&security, &sales, json!({ "posts": ["expert"] })).await;
    assert_eq!(post.json()["posts"], json!(["expert"]), "{}", post.text);
    assert_eq!(
        of(&admin, "admin").await["roles"].as_array().map(Vec::len),
        Some(1)
    );
}

/// Somebody sets his own password with a link that works once; suspended, he is out at once.
#[both_engines]
async fn a_link_sets_the_password_once_and_suspending_ends_all(engine: Engine) {
    let test = TestApp::start(engine).await;
    let admin = test.caller("admin").await;
    let member = of(&admin, "sales").await;
    let base = format!("/staff/{}", text(&member["id"]));
    let page = admin.submit(&format!("{base}/link"), "").await;
    assert_eq!(page.status, 200, "{}", page.text);
    let token = page
        .text
        .split("/invite/")
        .nth(1)
        .and_then(|rest| rest.get(..64));
    let invite = format!("/invite/{}", token.expect("a link"));
    let stranger = test.stranger();
    let form = stranger.get(&invite).await;
    assert!(form.text.contains("请设密码"), "{}", form.text);
    let short = stranger.submit(&invite, "password=abc").await;
    assert_eq!(short.status, 422);
    assert!(short.text.contains("密码至少 8 位"), "{}", short.text);
    let set = stranger.submit(&invite, "password=correct+horse").await;
    assert_eq!((set.status.as_u16(), set.location()), (303, "/login"));
    for answer in [
        stranger.get(&invite).await,
        stranger.submit(&invite, "password=another+horse").await,
    ] {
        assert_eq!(answer.status, 404);
        assert!(
            answer.text.contains("链接已用过或已过期"),
            "{}",
            answer.text
        );
    }
    let signed = stranger
        .submit("/login", "login=sales&password=correct+horse")
        .await;
    assert_eq!(signed.status, 303, "{}", signed.text);
    let inside = stranger.clone().with_cookie_of(&signed);
    assert_eq!(inside.get("/customers").await.status, 200);

    // A second link kills the first; one that ran out is dead.
    let first = admin.submit(&format!("{base}/link"), "").await;
    let first = first
        .text
        .split("/invite/")
        .nth(1)
        .and_then(|rest| rest.get(..64).map(str::to_owned));
    admin.submit(&format!("{base}/link"), "").await;
    let dead = stranger
        .get(&format!("/invite/{}", first.expect("a link")))
        .await;
    assert_eq!(dead.status, 404);

    let version = of(&admin, "sales").await["version"].clone();
    let form = format!("version={version}");
    let own = format!(
        "/staff/{}/suspension",
        text(&of(&admin, "admin").await["id"])
    );
    let refused = admin.submit(&own, "version=1").await;
    assert_eq!(refused.status, 409);
    assert!(
        refused.text.contains("不能停用自己的账号"),
        "{}",
        refused.text
    );
    let out = admin.submit(&format!("{base}/suspension"), &form).await;
    assert_eq!(out.status, 303, "{}", out.text);
    assert_eq!(
        inside.get("/customers").await.location(),
        "/login?next=%2Fcustomers"
    );
    let again = stranger
        .submit("/login", "login=sales&password=correct+horse")
        .await;
    assert_eq!(again.status, 422, "a suspended account stays out");
    let link = admin.submit(&format!("{base}/link"), "").await;
    assert!(link.text.contains("账号已停用"), "{}", link.text);
    let rows = "select count(*) from audit where action in ('staff.suspend', 'staff.password', 'staff.invite')";
    assert_eq!(count(&test, rows).await, 5);
}

/// As long as nobody holds the role of security, the administrator gives the roles.
#[both_engines]
async fn a_company_of_one_gives_roles_by_its_administrator(engine: Engine) {
    let test = TestApp::empty(engine).await;
    let token = test.app.invite().await.expect("read").expect("a link");
    let form = "company=芷沐养颜馆&name=祝以宁&login=zhu&password=correct+horse";
    let set_up = test
        .stranger()
        .submit(&format!("/setup/{token}"), form)
        .await;
    assert_eq!(set_up.status, 303, "{}", set_up.text);
    let zhu = test.caller("zhu").await;
    let company = departments(&zhu).await[0]["id"].clone();
    let body = json!({ "name": "美容一部", "parent": company });
    let added = zhu.post("/api/v1/departments", &body).await;
    assert_eq!(added.status, 201, "{}", added.text);
    let twice = zhu.post("/api/v1/departments", &body).await;
    assert!(
        twice.detail("name").contains("已有这个名称"),
        "{}",
        twice.text
    );
    let nowhere = json!({ "name": "二部", "parent": "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b" });
    let nowhere = zhu.post("/api/v1/departments", &nowhere).await;
    assert_eq!(nowhere.code(), "department.not_found");
    let department = added.json()["id"].clone();
    let li = json!({ "login": "li", "name": "李思", "department": department });
    let li = zhu.post(STAFF, &li).await.json();
    let security = json!({ "roles": [{ "role": "security", "department": company }] });
    assert_eq!(put(&zhu, &li, security).await.status, 200);
    // From now on somebody else gives them.
    let li = of(&zhu, "li").await;
    assert_eq!(
        put(&zhu, &li, json!({ "roles": [] })).await.code(),
        "staff.forbidden"
    );
    let page = zhu.get(&format!("/staff/{}", text(&li["id"]))).await;
    assert!(page.text.contains("安全管理员"), "{}", page.text);
}
