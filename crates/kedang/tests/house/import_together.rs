//! The rows of a chunk are looked up and stored together, and come to what they come to one by one.

use kedang_app::AppError;
use kedang_app::imports::{Duplicates, MatchBy, Mode, Wish};
use kedang_testkit::{Engine, TestApp, both_engines};

use super::import_stages::{codes, customers, undone, whole};

const HEAD: &str =
    "客户编号,客户类型,客户名称,性别,出生日期,手机,电话,电子邮箱,简称,统一社会信用代码";

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }

    /// One of a few, or nothing in one of two cases.
    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        let at = usize::try_from(self.below(2 * of.len() as u64)).unwrap_or_default();
        of.get(at).copied().unwrap_or("")
    }

    /// A row that is like others in this or that.
    fn row(&mut self) -> String {
        let names = [
            "王雪梅",
            "王雪玫",
            "李冰",
            "澄岸机械",
            "澄岸机械有限公司",
            "张三",
        ];
        let kind = ["个人", "企业"][usize::from(self.below(2) == 0)];
        let at = usize::try_from(self.below(6)).unwrap_or_default();
        [
            self.one(&["A1", "A2", "A3", "A4"]),
            kind,
            names[at],
            self.one(&["女"]),
            self.one(&["1985-03-15", "1990-07-01", "1991"]),
            self.one(&["13900004186", "13900004187", "13900004188"]),
            self.one(&["0512-66668888", "13900004186", "0512-66668889"]),
            self.one(&["a@example.com", "b@example.com"]),
            self.one(&["澄岸", "雪梅"]),
            self.one(&["91350100M000100Y43", "91331700MA0000007D"]),
        ]
        .join(",")
    }
}

/// What came of an import: every customer with what it holds, its former names, and the pairs left
/// to the stewards.
async fn stands(test: &TestApp) -> Vec<String> {
    let look = test.look(|tx| {
        let mut all = Vec::new();
        let sql = "select c.code || '|' || c.name || '|' || coalesce(c.mobile, '') || '|' || coalesce(c.phone, '') || '|' || coalesce(c.email, '') || '|' || coalesce(c.birth, '') || '|' || coalesce(c.uscc, '') || '|' || coalesce(c.short_name, '') || '|' || coalesce(c.note, ''), c.version, c.deleted_at is null from customers c order by c.code";
        tx.each(sql, &[], |row| {
            all.push(format!(
                "{} {} {}",
                row.get::<String>(0)?,
                row.get::<i64>(1)?,
                row.get::<bool>(2)?
            ));
            Ok(())
        })?;
        for sql in [
            "select c.code || ' was ' || n.name from customer_names n join customers c on c.id = n.customer_id order by c.code, n.name, n.id",
            "select a.code || ' is like ' || b.code || ': ' || d.reasons from duplicate_candidates d join customers a on a.id = d.customer_id join customers b on b.id = d.other_id order by a.code, b.code",
            "select a.action || ' ' || cast(count(*) as text) from audit a where a.object_type = 'customer' group by a.action order by a.action",
        ] {
            tx.each(sql, &[], |row| {
                all.push(row.get::<String>(0)?);
                Ok(())
            })?;
        }
        Ok::<_, AppError>(all)
    });
    look.await.expect("looked")
}

/// What is said of each row, and what stands in the end.
async fn comes_to(engine: Engine, rows: &[String], wish: &Wish, one_by_one: bool) -> Vec<String> {
    let test = TestApp::start(engine).await;
    let text = |rows: &[String]| format!("{HEAD}\n{}\n", rows.join("\n"));
    // Some lie in the bin because the import that brought them was taken back.
    let (_, gone) = whole(&test, "steward", &text(&rows[..3]), customers()).await;
    undone(&test, "steward", &gone).await.expect("undone");
    let mut said = Vec::new();
    for (at, some) in rows
        .chunks(if one_by_one { 1 } else { rows.len() })
        .enumerate()
    {
        // Ids tell which of two came first.
        test.clock.advance(1_000_000);
        let (report, _) = whole(&test, "steward", &text(some), wish.clone()).await;
        for trouble in &report.problems {
            let row = trouble.row + at as u64;
            said.push(format!(
                "{row} {} {} {:?}",
                trouble.column, trouble.code, trouble.args
            ));
        }
        if !one_by_one {
            assert_eq!(report.sum.read, rows.len() as u64);
        }
    }
    said.extend(stands(&test).await);
    said
}

async fn together_is_one_by_one(engine: Engine, seed: u64, wish: Wish) {
    let mut chance = Chance(seed);
    let rows: Vec<String> = (0..40).map(|_| chance.row()).collect();
    let together = comes_to(engine, &rows, &wish, false).await;
    let alone = comes_to(engine, &rows, &wish, true).await;
    assert_eq!(
        together,
        alone,
        "seed {seed}, {wish:?}\n{}",
        rows.join("\n")
    );
    assert!(together.len() > 12, "something came in: {together:?}");
}

#[both_engines]
async fn rows_of_a_chunk_come_to_what_they_come_to_one_by_one(engine: Engine) {
    for (seed, duplicates, mode) in [
        (0x9E37_79B9_7F4A_7C15, Duplicates::Ask, Mode::Both),
        (0xD1B5_4A32_D192_ED03, Duplicates::Merge, Mode::Both),
        (0x94D0_49BB_1331_11EB, Duplicates::Create, Mode::Both),
        (0xBF58_476D_1CE4_E5B9, Duplicates::Skip, Mode::Create),
    ] {
        let wish = Wish {
            duplicates,
            mode,
            ..customers()
        };
        together_is_one_by_one(engine, seed, wish).await;
    }
}

#[both_engines]
async fn so_do_rows_that_are_matched_by_another_key(engine: Engine) {
    for (seed, matched) in [
        (0x2545_F491_4F6C_DD1D, MatchBy::Mobile),
        (0x9FB2_1C65_1E98_DF25, MatchBy::Name),
        (0xC2B2_AE3D_27D4_EB4F, MatchBy::Uscc),
    ] {
        let wish = Wish {
            matched,
            ..customers()
        };
        together_is_one_by_one(engine, seed, wish).await;
    }
}

/// A number that came from elsewhere is not given to a second customer.
#[both_engines]
async fn codes_go_on_behind_those_that_came_in(engine: Engine) {
    let test = TestApp::start(engine).await;
    let text = "客户编号,客户名称,手机\n,甲厂,\nKH-00002,乙厂,\n,丙厂,\n";
    let (report, _) = whole(&test, "steward", text, customers()).await;
    assert_eq!((report.sum.read, report.sum.created), (3, 3));
    let sales = test.caller("sales").await;
    let body = serde_json::json!({ "name": "丁厂", "kind": "organization", "how_met": "展会" });
    let made = sales.post("/api/v1/customers", &body).await;
    assert_eq!(made.status, 201, "{}", made.text);
    assert_eq!(made.json()["code"], "KH-00005");
    let codes = test.look(|tx| {
        let sql = "select code from customers order by name";
        Ok(tx.query(sql, &[], |row| row.get::<String>(0))?)
    });
    let codes = codes.await.expect("looked");
    assert_eq!(codes, ["KH-00005", "KH-00004", "KH-00002", "KH-00003"]);
}

/// What is answered when a customer is opened is what stands.
#[both_engines]
async fn what_is_answered_of_one_that_is_opened_is_what_stands(engine: Engine) {
    let test = TestApp::start(engine).await;
    for login in ["sales", "steward"] {
        let caller = test.caller(login).await;
        let body = serde_json::json!({
            "name": format!("苏州澄岸机械（{login}）"), "kind": "organization", "how_met": "展会",
            "mobile": "138 0000 1111", "email": "a@example.com", "address": "吴中区建华路 9 号",
            "grade": "A", "note": "第一行\n第二行", "hobbies": "", "birth": "1985-03",
            "anyway": true,
        });
        let made = caller.post("/api/v1/customers", &body).await;
        assert_eq!(made.status, 201, "{}", made.text);
        let path = format!(
            "/api/v1/customers/{}",
            made.json()["id"].as_str().unwrap_or("")
        );
        assert_eq!(caller.get(&path).await.json(), made.json());
    }
}

/// A row above changed what one below would have been found by, or brought somebody back: the one
/// below is looked at anew.
#[both_engines]
async fn a_row_sees_what_the_rows_above_it_changed(engine: Engine) {
    let head = "客户编号,客户类型,客户名称,手机";
    let there = format!("{head}\nA1,企业,甲厂,13900004186\n");
    let below = format!("{head}\nA1,企业,乙厂,13900004187\nA2,企业,丙厂,13900004186\n");
    let test = TestApp::start(engine).await;
    whole(&test, "steward", &there, customers()).await;
    let (report, _) = whole(&test, "steward", &below, customers()).await;
    assert_eq!((report.sum.updated, report.sum.created), (1, 1));
    assert_eq!(codes(&report), [], "nobody has the old number any more");
    let below = format!("{head}\nA1,企业,甲厂,\nA2,企业,丙厂,13900004186\n");
    let test = TestApp::start(engine).await;
    let (_, gone) = whole(&test, "steward", &there, customers()).await;
    let taken_back = undone(&test, "steward", &gone).await;
    assert_eq!(taken_back.expect("undone").undone, 1);
    let (report, _) = whole(&test, "steward", &below, customers()).await;
    assert_eq!(codes(&report), [(3, "import.duplicate_maybe")]);
}
