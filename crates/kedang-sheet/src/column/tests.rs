use std::collections::HashSet;

use kedang_core::customer::Details;
use proptest::prelude::*;

use super::CustomerColumn::{Author, Class, Code, HowMet, Kind, Name, Opened, Owner, Plain, Stage};
use super::*;

#[test]
fn every_plain_column_is_a_field_and_every_field_has_a_column() {
    let mut seen = HashSet::new();
    for known in CUSTOMERS {
        for header in known.headers.split(' ') {
            assert!(seen.insert(header), "{header} stands twice");
            assert_eq!(normal(header), header, "in its normal form");
        }
        for column in known.columns {
            if let Plain(field) = column {
                assert!(Details::FIELDS.contains(field), "{field}");
            }
        }
    }
    for field in Details::FIELDS {
        let guess = CustomerColumn::guess(field);
        assert_eq!(guess, Some((Plain(field), Certainty::Sure)));
        let chinese = |known: &Known| {
            known.columns.first() == Some(&Plain(field))
                && known.headers.split(' ').any(|one| !one.is_ascii())
        };
        assert!(CUSTOMERS.iter().any(chinese), "{field}");
    }
}

#[test]
fn one_header_by_itself() {
    for (header, column) in [
        ("客户编号", Code),
        ("客戶編號*", Code),
        ("客户类型", Kind),
        (" 客户 姓名：", Name),
        ("公司名称", Name),
        ("手机号码（必填）", Plain("mobile")),
        ("移動電話", Plain("mobile")),
        ("Tel.", Plain("phone")),
        ("E-mail", Plain("email")),
        ("纳税人识别号", Plain("uscc")),
        ("出生年月", Plain("birth")),
        ("注册资本\n（万元）", Plain("registered_capital")),
        ("法人", Plain("legal_representative")),
        ("兴趣爱好", Plain("hobbies")),
        ("来源渠道", HowMet),
        ("status", Stage),
        ("legal_rep", Plain("legal_representative")),
        ("remark", Plain("note")),
        ("责任业务员", Owner),
        ("创建人", Author),
        ("建档日期", Opened),
        ("密级", Class),
    ] {
        let guess = CustomerColumn::guess(header);
        assert_eq!(guess, Some((column, Certainty::Sure)), "{header}");
    }
    for (header, column) in [
        ("客户等级名称", Plain("grade")),
        ("出生日期时间", Plain("birth")),
        ("客户手机号码", Plain("mobile")),
        ("经营范围简述", Plain("business_scope")),
        ("备注2", Plain("note")),
    ] {
        let guess = CustomerColumn::guess(header);
        assert_eq!(guess, Some((column, Certainty::Guessed)), "{header}");
    }
    for header in [
        "",
        "***",
        "生肖",
        "QQ",
        "身份证号",
        "成立日期",
        "员工人数",
        "付款态度",
        "开票全称",
        "账号",
        "法人电话",
        "配偶姓名",
        "客户名称拼音",
        "网址",
        "族别",
        "最佳致电时间",
        "往来类别",
        "历法",
    ] {
        assert_eq!(CustomerColumn::guess(header), None, "{header}");
    }
}

#[test]
fn headers_seen_together() {
    let all = |headers: &[&str]| -> Vec<Option<CustomerColumn>> {
        let headers: Vec<String> = headers.iter().map(|h| (*h).to_owned()).collect();
        let named = CustomerColumn::all(&headers).into_iter();
        named
            .map(|one| one.ok().map(|(column, _)| column))
            .collect()
    };
    for (headers, expected) in [
        (
            vec!["姓名", "公司名称", "手机"],
            vec![Some(Plain("contact")), Some(Name), Some(Plain("mobile"))],
        ),
        (
            vec!["公司名称", "姓名", "性别"],
            vec![Some(Plain("employer")), Some(Name), Some(Plain("sex"))],
        ),
        (
            vec!["客户名称", "姓名", "公司名称"],
            vec![Some(Name), Some(Plain("contact")), Some(Plain("employer"))],
        ),
        (
            vec!["手机1", "手机"],
            vec![Some(Plain("phone")), Some(Plain("mobile"))],
        ),
        (
            vec!["手机", "联系电话", "固定电话"],
            vec![Some(Plain("mobile")), Some(Plain("phone")), None],
        ),
        (vec!["备注2", "备注"], vec![None, Some(Plain("note"))]),
        (
            vec!["联系电话", "名称"],
            vec![Some(Plain("phone")), Some(Name)],
        ),
    ] {
        assert_eq!(all(&headers), expected, "{headers:?}");
    }
}

proptest! {
    #[test]
    fn any_headers_name_each_thing_once(headers in prop::collection::vec("[客户手机电话名称公司姓地址备注1a()（ ]{0,8}|\\PC{0,12}", 0..12)) {
        let named = CustomerColumn::all(&headers);
        prop_assert_eq!(named.len(), headers.len());
        let mut seen = HashSet::new();
        prop_assert!(named.iter().flatten().all(|(column, _)| seen.insert(*column)));
    }
}
