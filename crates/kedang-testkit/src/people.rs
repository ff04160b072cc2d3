//! The people of the tests: one per role, and a second sales man elsewhere.

use kedang_app::setup::{Founder, Founding, Room};
use kedang_core::access::Role;

/// Sales and head work in 销售一部, all others (sales2 too) in the company itself.
pub(crate) fn founding() -> Founding {
    let founder = |login: &str, name: &str, role: Role| Founder {
        login: login.to_owned(),
        name: name.to_owned(),
        password_hash: None,
        roles: vec![role],
        department: matches!(login, "sales" | "head").then_some(0),
        posts: Vec::new(),
        language: "zh-CN".to_owned(),
    };
    Founding {
        company: "恒矩传动销售有限公司".to_owned(),
        departments: vec![Room {
            name: "销售一部".to_owned(),
            under: None,
        }],
        founders: vec![
            founder("sales", "宋清扬", Role::Sales),
            founder("sales2", "祁小雨", Role::Sales),
            founder("head", "韩牧", Role::Head),
            founder("steward", "白晗", Role::Steward),
            founder("archivist", "邱楚楚", Role::Archivist),
            founder("gm", "冯立诚", Role::Gm),
            founder("auditor", "沈若棠", Role::Auditor),
            founder("admin", "陶远", Role::Admin),
            founder("security", "顾仲衡", Role::Security),
        ],
    }
}
