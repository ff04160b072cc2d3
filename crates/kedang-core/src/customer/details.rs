//! The plain fields of a customer: what a business card, a licence or an Excel row says of it.

use serde::Serialize;
use utoipa::ToSchema;

use super::capital::{self, CapitalFault};
use crate::entry::Entry;
use crate::identifiers::{self, UsccFault};
use crate::partial_date;

/// Declares the fields once: the struct, their names, and access by name for import and export.
macro_rules! details {
    ($($(#[$doc:meta])* $field:ident: $max:literal,)+) => {
        /// The plain fields; `None` is not answered.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
        pub struct Details {
            $($(#[$doc])* #[schema(required)] pub $field: Option<String>,)+
        }

        impl Details {
            /// The names of the fields, as in the API and in the database, in order.
            pub const FIELDS: &'static [&'static str] = &[$(stringify!($field)),+];

            /// The value of a field by its name.
            #[must_use]
            pub fn get(&self, field: &str) -> Option<&str> {
                match field {
                    $(stringify!($field) => self.$field.as_deref(),)+
                    _ => None,
                }
            }

            /// Sets a field by its name; false when there is none of that name.
            pub fn set(&mut self, field: &str, value: Option<String>) -> bool {
                match field {
                    $(stringify!($field) => self.$field = value,)+
                    _ => return false,
                }
                true
            }

            /// Reads every field as typed, with the length it may have.
            fn lines(&self, entry: &mut Entry) -> Self {
                Self {
                    $($field: self.$field.as_deref().and_then(|text| {
                        read(entry, stringify!($field), text, $max)
                    }),)+
                }
            }
        }

        /// The columns of the fields over `c`, for a select list.
        #[macro_export]
        macro_rules! detail_columns {
            () => { concat!($(", c.", stringify!($field)),+) };
        }
    };
}

details! {
    /// 手机, 11 digits.
    mobile: 40,
    /// 统一社会信用代码, 18 characters.
    uscc: 40,
    /// 简称.
    short_name: 60,
    /// 性别: `male` or `female`.
    sex: 10,
    /// 出生日期, possibly partial: `1985`, `1985-03`, `1985-03-15`.
    birth: 20,
    /// 电话.
    phone: 40,
    /// 传真.
    fax: 40,
    /// 电子邮箱.
    email: 120,
    /// 微信.
    wechat: 60,
    /// 单位, of an individual.
    employer: 120,
    /// 职业.
    occupation: 60,
    /// 爱好, several between `、`.
    hobbies: 200,
    /// 法定代表人.
    legal_representative: 60,
    /// 联系人.
    contact: 60,
    /// 企业性质.
    nature: 60,
    /// 行业代码 (GB/T 4754).
    industry_code: 10,
    /// 所属行业.
    industry: 60,
    /// 省.
    province: 30,
    /// 市.
    city: 30,
    /// 区县.
    district: 30,
    /// 地址.
    address: 200,
    /// 邮编, 6 digits.
    postcode: 10,
    /// 客户等级: A to D.
    grade: 4,
    /// 注册资本, with unit and currency: `500万元`.
    registered_capital: 40,
    /// 经营范围.
    business_scope: 2_000,
    /// 备注.
    note: 4_000,
}

impl Details {
    /// Checks what was typed. `today` (`YYYY-MM-DD`) is the company's date.
    pub fn check(&self, entry: &mut Entry, today: &str) -> Self {
        let mut held = self.lines(entry);
        held.mobile = held.mobile.and_then(|text| mobile(entry, &text));
        held.uscc = held.uscc.and_then(|text| uscc(entry, &text));
        let capital = held.registered_capital.take();
        held.registered_capital = capital.and_then(|text| registered_capital(entry, &text));
        one_of(
            entry,
            &mut held.sex,
            "sex",
            &["male", "female"],
            "customer.sex_wrong",
        );
        held.grade = held.grade.map(|grade| grade.to_ascii_uppercase());
        one_of(
            entry,
            &mut held.grade,
            "grade",
            &["A", "B", "C", "D"],
            "customer.grade_wrong",
        );
        if held
            .birth
            .as_deref()
            .is_some_and(|date| !partial_date::holds(date))
        {
            entry.refuse("birth", "customer.birth_wrong");
        } else if held
            .birth
            .as_deref()
            .is_some_and(|date| partial_date::is_after(date, today))
        {
            entry.refuse("birth", "customer.birth_future");
        }
        if held
            .postcode
            .as_deref()
            .is_some_and(|code| !is_postcode(code))
        {
            entry.refuse("postcode", "customer.postcode_wrong");
        }
        if held
            .email
            .as_deref()
            .is_some_and(|address| !is_email(address))
        {
            entry.refuse("email", "customer.email_wrong");
        }
        held
    }
}

/// Note and business scope have lines; everything else is one.
fn read(entry: &mut Entry, field: &str, text: &str, max: usize) -> Option<String> {
    match field {
        "note" | "business_scope" => entry.text(field, text, max),
        _ => entry.line(field, text, max),
    }
}

fn mobile(entry: &mut Entry, text: &str) -> Option<String> {
    let mobile = identifiers::mobile(text);
    if mobile.is_none() {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        entry.note(
            "mobile",
            "customer.mobile_wrong",
            vec![("digits", digits.into())],
        );
    }
    mobile
}

fn uscc(entry: &mut Entry, text: &str) -> Option<String> {
    match identifiers::uscc(text) {
        Ok(code) => return Some(code),
        Err(UsccFault::Length(found)) => {
            entry.note(
                "uscc",
                "customer.uscc_length",
                vec![("found", found.into())],
            );
        }
        Err(UsccFault::Character(c)) => {
            let c = c.to_string();
            entry.note(
                "uscc",
                "customer.uscc_character",
                vec![("character", c.into())],
            );
        }
        Err(UsccFault::Check) => entry.refuse("uscc", "customer.uscc_check"),
    }
    None
}

fn registered_capital(entry: &mut Entry, text: &str) -> Option<String> {
    let read = capital::registered_capital(text);
    match read {
        Err(CapitalFault::Unit) => entry.refuse("registered_capital", "customer.capital_unit"),
        Err(CapitalFault::Number) => entry.refuse("registered_capital", "customer.capital_wrong"),
        Ok(_) => {}
    }
    read.ok()
}

fn one_of(
    entry: &mut Entry,
    value: &mut Option<String>,
    field: &str,
    known: &[&str],
    code: &'static str,
) {
    if value
        .as_deref()
        .is_some_and(|value| !known.contains(&value))
    {
        entry.refuse(field, code);
        *value = None;
    }
}

fn is_postcode(text: &str) -> bool {
    text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(who, host)| {
        !who.is_empty() && host.contains('.') && !text.contains(char::is_whitespace)
    })
}
