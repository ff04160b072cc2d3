//! By what a row is matched with a customer that is there, and what of a row is told before it
//! comes in.

use kedang_app::imports::{self, Duplicates, ImportReport, MatchBy, Mend, Mode, RowView, Wish};
use kedang_app::{AppError, Scene, Tx};
use kedang_testkit::{Engine, TestApp, both_engines};

use super::import_stages::{brought, by, codes, customers, found, sums, undone, whole};

const THERE: &str = "客户编号,客户类型,客户名称,手机,电子邮箱,统一社会信用代码,地址\n\
    KH1,企业,澄岸机械,13800001111,a@example.com,91350100M000100Y43,苏州\n\
    KH2,个人,王雪,13800002222,b@example.com,,无锡\n\
    KH3,个人,王雨,13800002222,,,常州\n";

fn keyed(matched: MatchBy) -> Wish {
    Wish {
        matched,
        duplicates: Duplicates::Create,
        ..customers()
    }
}

/// Lets the steward do something.
pub(crate) async fn acting<T: Send + 'static>(
    test: &TestApp,
    work: impl Fn(&mut Tx, &Scene) -> Result<T, AppError> + Send + Sync + 'static,
) -> Result<T, AppError> {
    let at = test.clock.now();
    let acts = test.app.write_as("test", move |tx, cast| {
        let scene = cast.scene(tx, "steward", at)?;
        work(tx, &scene)
    });
    acts.await
}

async fn tried(test: &TestApp, text: &str, wish: Wish) -> ImportReport {
    let who = by("steward");
    let tried = test.app.try_import(&who, brought(text), wish, |_| {});
    tried.await.expect("tried")
}

/// The rows of a staged file after they were looked at.
async fn looked(test: &TestApp, text: &str, wish: Wish) -> (String, Vec<RowView>) {
    let who = by("steward");
    let staged = test.app.stage_import(&who, brought(text), wish);
    let id = staged.await.expect("staged");
    let checked = test.app.check_import(&who, &id, |_| {});
    checked.await.expect("checked");
    let asked = id.clone();
    let seen = acting(test, move |tx, scene| {
        imports::rows(tx, scene, &asked, None, 0, 100)
    });
    (id, seen.await.expect("rows"))
}

#[both_engines]
async fn w_9_a_key_of_two_customers_is_a_finding_and_no_guess(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    whole(&test, "steward", THERE, customers()).await;
    let text = "客户名称,手机,地址\n随便,13800002222,昆山\n";
    let report = tried(&test, text, keyed(MatchBy::Mobile)).await;
    assert_eq!(sums(&report), [0, 0, 0, 0, 1, 0]);
    assert_eq!(codes(&report), [(2, "import.key_several")]);
    assert_eq!(report.problems[0].column, "手机", "the cell is named");
    let (report, _) = whole(&test, "steward", text, keyed(MatchBy::Mobile)).await;
    assert_eq!(codes(&report), [(2, "import.key_several")]);
    assert_eq!(sums(&report), [0, 0, 0, 0, 1, 0]);
    for (code, address) in [("KH2", "无锡"), ("KH3", "常州")] {
        assert_eq!(found(&steward, code).await["address"], address);
    }
    // A code that is somebody else's cannot be given again.
    let text = "客户编号,客户名称,手机\nKH1,新客户,13800009999\n";
    let (report, _) = whole(&test, "steward", text, keyed(MatchBy::Mobile)).await;
    assert_eq!(codes(&report), [(2, "import.code_taken")]);
    assert_eq!(found(&steward, "KH1").await["name"], "澄岸机械");
}

#[both_engines]
async fn w_9_the_key_of_a_match_is_chosen(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    whole(&test, "steward", THERE, customers()).await;
    for (matched, text, code) in [
        (
            MatchBy::Mobile,
            "客户名称,手机,地址\n澄岸精密,138-0000-1111,一\n",
            "KH1",
        ),
        (
            MatchBy::Email,
            "客户名称,邮箱,地址\n王小雪,b@example.com,二\n",
            "KH2",
        ),
        (
            MatchBy::NameAndMobile,
            "客户名称,手机,地址\n王雨,13800002222,三\n",
            "KH3",
        ),
        (MatchBy::Name, "客户名称,地址\n王雨,四\n", "KH3"),
        (
            MatchBy::Uscc,
            "客户编号,客户名称,税号,地址\nX-9,澄岸,91350100M000100Y43,五\n",
            "KH1",
        ),
    ] {
        let before = found(&steward, code).await["address"].clone();
        let dry = tried(&test, text, keyed(matched)).await;
        let (report, id) = whole(&test, "steward", text, keyed(matched)).await;
        assert_eq!(sums(&dry)[1], 1, "{matched:?}: {:?}", codes(&dry));
        assert_eq!(sums(&report), [0, 1, 0, 0, 0, 0], "{matched:?}");
        assert_ne!(found(&steward, code).await["address"], before);
        undone(&test, "steward", &id).await.expect("undone");
        assert_eq!(found(&steward, code).await["address"], before);
    }
    // What he may not see is no match, and no sign of it.
    let text = "客户名称,手机,地址\n澄岸精密,13800001111,六\n";
    let (report, _) = whole(&test, "sales", text, keyed(MatchBy::Mobile)).await;
    assert_eq!(
        (sums(&report), codes(&report)),
        ([1, 0, 0, 0, 0, 0], vec![])
    );
    assert_eq!(found(&steward, "KH1").await["address"], "苏州");
}

#[both_engines]
async fn w_9_names_that_nobody_bears_are_told_before_anything_comes_in(engine: Engine) {
    let test = TestApp::start(engine).await;
    let text = "客户名称,业务员,创建人\n甲,王经理,宋清扬\n乙,王经理,无名氏\n丙,宋清扬,\n";
    let (_, rows) = looked(&test, text, customers()).await;
    let said: Vec<Vec<(&str, &str)>> = rows
        .iter()
        .map(|row| {
            let findings = row.findings.iter();
            findings
                .map(|f| (f.column.as_str(), f.code.as_str()))
                .collect()
        })
        .collect();
    assert_eq!(
        said,
        [
            vec![("业务员", "import.owner_unknown")],
            vec![("创建人", "import.author_unknown")],
            vec![],
        ]
    );
    assert_eq!(rows[0].state, "flagged");
}

/// Left out by the rule, by a mode, or by hand: why is told at the row and in the report.
#[both_engines]
async fn w_9_a_sure_duplicate_that_is_left_out_keeps_its_code(engine: Engine) {
    let test = TestApp::start(engine).await;
    whole(&test, "steward", THERE, customers()).await;
    let text = "客户名称,手机\n王雪,13800002222\n";
    let update = Wish {
        mode: Mode::Update,
        ..customers()
    };
    for wish in [customers(), update] {
        let (report, id) = whole(&test, "steward", text, wish).await;
        assert_eq!(sums(&report), [0, 0, 0, 1, 0, 0]);
        assert_eq!(codes(&report), [(2, "import.duplicate_of")]);
        assert_eq!(kept(&test, &id).await, ["import.duplicate_of"]);
    }
    let (id, _) = looked(&test, text, customers()).await;
    let asked = id.clone();
    let left = Mend {
        left: Some(true),
        ..Mend::default()
    };
    let mended = acting(&test, move |tx, scene| {
        imports::mend(tx, scene, "2026-11-25", &asked, 1, &left)
    });
    mended.await.expect("left out");
    let who = by("steward");
    test.app.begin_import(&who, &id).await.expect("begun");
    let worked = test.app.work_import(&who, &id, |_| {});
    assert_eq!(worked.await.expect("worked").sum.skipped, 1);
    assert_eq!(kept(&test, &id).await, ["import.duplicate_of"]);
}

/// What is told at the first row of an import.
async fn kept(test: &TestApp, id: &str) -> Vec<String> {
    let id = id.to_owned();
    let row = acting(test, move |tx, scene| imports::row(tx, scene, &id, 1));
    let findings = row.await.expect("a row").findings.into_iter();
    findings.map(|finding| finding.code).collect()
}
