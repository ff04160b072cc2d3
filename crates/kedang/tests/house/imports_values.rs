//! What offices write into the cells and headers of a list of customers.

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::Value;

use super::imports::{customers, told};

/// The customers as the API tells them, by code.
async fn stored(test: &TestApp, code: &str) -> Value {
    let steward = test.caller("steward").await;
    let list = steward.get("/api/v1/customers?limit=50").await.json();
    let items = list["items"].as_array().cloned().unwrap_or_default();
    items
        .into_iter()
        .find(|c| c["code"] == code)
        .unwrap_or_default()
}

#[both_engines]
async fn t_1_what_is_lost_or_doubtful_is_told_with_its_cell(engine: Engine) {
    let test = TestApp::start(engine).await;
    let text = "客户编号,客户类型,客户名称,出生日期,手机,统一社会信用代码,客户等级\n\
        K1,个人,温絮宁,农历3月15日,1.39E+10,,五级\n\
        K2,个人,陶雨桐先生,3月15日,13900004186/13900004187,,一级\n\
        K3,企业,澄岸机械（已更名）,,0512-66668888,9135O1OOMOOO1OOY43,\n\
        K4,个人,溫絮寧,31121,,,\n\
        K5,企业,栖木空间,,,M000100Y4,\n";
    let report = customers(&test, text, "steward").await.expect("in");
    let mut told = told(&report);
    told.sort_unstable();
    let expected = [
        (2, "出生日期", "import.date_lunar"),
        (2, "客户等级", "customer.grade_wrong"),
        (2, "手机", "import.digits_lost"),
        (3, "出生日期", "import.date_without_year"),
        (3, "客户名称", "import.value_mended"),
        (3, "客户等级", "import.value_mended"),
        (3, "手机", "import.numbers_several"),
        (4, "客户名称", "import.value_mended"),
        (4, "手机", "import.numbers_several"),
        (4, "统一社会信用代码", "import.value_mended"),
        (5, "出生日期", "import.value_mended"),
        (5, "客户名称", "import.name_traditional"),
        (6, "统一社会信用代码", "customer.uscc_length"),
    ];
    let named: Vec<_> = told
        .iter()
        .filter(|(_, column, _)| !column.is_empty())
        .copied()
        .collect();
    assert_eq!(named, expected);

    let lost = stored(&test, "K1").await;
    assert_eq!(
        (&lost["birth"], &lost["mobile"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        lost["note"],
        "出生日期：农历3月15日\n手机：1.39E+10\n客户等级：五级"
    );
    let kept = stored(&test, "K2").await;
    for (field, value) in [
        ("name", "陶雨桐"),
        ("birth", "--03-15"),
        ("mobile", "13900004186"),
        ("phone", "13900004187"),
        ("grade", "A"),
        ("note", "客户名称：先生"),
    ] {
        assert_eq!(kept[field], value, "{field}");
    }
    let body = stored(&test, "K3").await;
    for (field, value) in [
        ("name", "澄岸机械"),
        ("phone", "0512-66668888"),
        ("uscc", "91350100M000100Y43"),
        ("note", "客户名称：已更名"),
    ] {
        assert_eq!(body[field], value, "{field}");
    }
    assert_eq!(stored(&test, "K4").await["birth"], "1985-03-15");
}

#[both_engines]
async fn t_1_a_lunar_birthday_comes_in_as_its_civil_day_and_is_told(engine: Engine) {
    let test = TestApp::start(engine).await;
    let text = "客户编号,客户类型,客户名称,出生日期,建档日期\n\
        K1,个人,温絮宁,1985年四月三十（农历）,农历二〇二六年五月初五\n\
        K2,个人,陶雨桐,农历1985年闰四月十五,农历2021年腊月三十\n\
        K3,个人,沈若棠,1985甲子年正月初一,\n\
        K4,个人,单雄信,农历1985年三月十五,农历2021年正月初一\n\
        K5,个人,顾清和,1930庚午年闰六月廿九,\n";
    let report = customers(&test, text, "steward").await.expect("in");
    let mut told = told(&report);
    told.sort_unstable();
    let expected = [
        (2, "出生日期", "import.date_no_lunar_day"),
        (2, "建档日期", "import.date_from_lunar"),
        (3, "出生日期", "import.date_no_leap_month"),
        (3, "建档日期", "import.date_no_lunar_day"),
        (4, "出生日期", "import.date_other_year"),
        (5, "出生日期", "import.date_from_lunar"),
        (5, "建档日期", "import.date_from_lunar"),
        (6, "出生日期", "import.date_from_lunar"),
    ];
    assert_eq!(told, expected);
    let made: Vec<_> = (report.problems.iter())
        .filter(|one| one.code == "import.date_from_lunar" && one.column == "出生日期")
        .map(|one| one.args.clone())
        .collect();
    let kept = |value: &str, kept: &str| vec![("value", value.into()), ("kept", kept.into())];
    assert_eq!(
        made,
        [
            kept("农历1985年三月十五", "1985-05-04"),
            kept("1930庚午年闰六月廿九", "1930-08-23"),
        ]
    );
    let lost = stored(&test, "K2").await;
    assert_eq!(lost["birth"], Value::Null);
    let note = "出生日期：农历1985年闰四月十五\n建档日期：农历2021年腊月三十";
    assert_eq!(lost["note"], note);
    let turned = stored(&test, "K4").await;
    assert_eq!(turned["birth"], "1985-05-04");
    assert_eq!(
        turned["created_at"], "2021-02-11T16:00:00Z",
        "midnight in China"
    );
    assert_eq!(turned["note"], Value::Null);
    assert_eq!(stored(&test, "K5").await["birth"], "1930-08-23");
}

#[both_engines]
async fn t_1_clean_cells_come_in_without_a_word(engine: Engine) {
    let test = TestApp::start(engine).await;
    let text = "客戶編號,客户类型,姓名*,性別,出生年月,手机号码（必填）,联系电话,E-mail,兴趣爱好,省份,城市,区县,通讯地址,级别,注册资本(万元),备注\n\
        K1,个人,\u{200b}温絮宁　,F,1985.3.15 00:00,+86 139-0000-4186,0512-66668888转801,无,读书/钓鱼 旅游,江苏省,苏州市,吴中区,江苏省苏州市吴中区东路1号,Ａ级,,无\n\
        K2,企业,鼎军(重庆)公司,,,,１３９００００４１８７,,,,,,,b,\"1,200.50\",\n";
    let report = customers(&test, text, "steward").await.expect("in");
    assert_eq!(told(&report), []);
    let one = stored(&test, "K1").await;
    for (field, value) in [
        ("name", "温絮宁"),
        ("sex", "female"),
        ("birth", "1985-03-15"),
        ("mobile", "13900004186"),
        ("phone", "0512-66668888转801"),
        ("hobbies", "读书、钓鱼、旅游"),
        ("address", "江苏省苏州市吴中区东路1号"),
        ("grade", "A"),
        ("note", "无"),
    ] {
        assert_eq!(one[field], value, "{field}");
    }
    assert_eq!(one["email"], Value::Null, "无 is no address");
    let two = stored(&test, "K2").await;
    for (field, value) in [
        ("name", "鼎军（重庆）公司"),
        ("mobile", "13900004187"),
        ("grade", "B"),
        ("registered_capital", "1200.5万元"),
    ] {
        assert_eq!(two[field], value, "{field}");
    }
}

#[both_engines]
async fn t_1_a_header_that_resembles_another_is_told_and_a_second_one_is_a_note(engine: Engine) {
    let test = TestApp::start(engine).await;
    let text = "编号,公司名称,姓名,手机1,手机,固定电话,客户等级名称,QQ\nK1,栖木空间,沈若棠,13900004187,13900004186,0512-66668888,A,12345\n";
    let report = customers(&test, text, "steward").await.expect("in");
    assert_eq!(
        told(&report),
        [
            (1, "手机1", "import.column_twice"),
            (1, "客户等级名称", "import.column_guessed"),
            (1, "QQ", "import.column_unknown"),
        ]
    );
    let one = stored(&test, "K1").await;
    for (field, value) in [
        ("name", "栖木空间"),
        ("contact", "沈若棠"),
        ("mobile", "13900004186"),
        ("phone", "0512-66668888"),
        ("grade", "A"),
        ("note", "手机1：13900004187\nQQ：12345"),
    ] {
        assert_eq!(one[field], value, "{field}");
    }
}

#[both_engines]
async fn d03_1_owner_author_day_and_class_come_in_as_the_books_say(engine: Engine) {
    let test = TestApp::start(engine).await;
    let text = "客户编号,客户名称,业务员,创建人,建档日期,密级\n\
        K1,澄岸机械,宋清扬,sales,2021-08-18,机密\n\
        K2,栖木空间,王经理,无名氏,2021年8月,绝密\n\
        K3,云岭茶业,王经理,,2027-01-01,公开\n";
    let report = customers(&test, text, "steward").await.expect("in");
    let mut said = told(&report);
    said.sort_unstable();
    let expected = [
        (3, "业务员", "import.owner_unknown"),
        (3, "创建人", "import.author_unknown"),
        (3, "密级", "import.class_beyond"),
        (3, "建档日期", "import.value_unread"),
        (4, "建档日期", "import.value_unread"),
    ];
    assert_eq!(said, expected, "what many rows share is told once");
    let known = stored(&test, "K1").await;
    assert_eq!(known["owner"]["name"], "宋清扬");
    assert_eq!(known["class"], 2);
    assert_eq!(
        known["created_at"], "2021-08-17T16:00:00Z",
        "midnight in China"
    );
    assert_ne!(known["updated_at"], known["created_at"]);
    assert_eq!(known["note"], Value::Null);
    let unknown = stored(&test, "K2").await;
    assert_eq!(
        (&unknown["owner"], &unknown["class"]),
        (&Value::Null, &2.into())
    );
    let note = "建档日期：2021年8月\n业务员：王经理\n创建人：无名氏\n密级：绝密";
    assert_eq!(unknown["note"], note);
    assert_eq!(stored(&test, "K3").await["class"], 0);

    let again = customers(&test, text, "steward").await.expect("again");
    assert_eq!(
        (again.sum.updated, again.sum.skipped),
        (0, 3),
        "nothing twice"
    );

    // Who brings his own gives to nobody else, and may keep it as secret as he likes.
    let text = "客户编号,客户名称,负责人,密级\nS1,甲,steward,绝密\n";
    let report = customers(&test, text, "sales").await.expect("in");
    assert_eq!(told(&report), [(2, "负责人", "import.owner_unknown")]);
    let list = test
        .caller("sales")
        .await
        .get("/api/v1/customers")
        .await
        .json();
    let own = list["items"]
        .as_array()
        .and_then(|items| items.iter().find(|c| c["code"] == "S1"));
    let own = own.cloned().unwrap_or_default();
    assert_eq!(
        (&own["class"], &own["owner"]["name"]),
        (&3.into(), &"宋清扬".into())
    );
}
