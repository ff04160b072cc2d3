//! Values as Chinese offices write them, as the product keeps them.

use kedang_core::customer::{CustomerKind, Stage};

/// 男, 女.
#[must_use]
pub fn sex(text: &str) -> Option<&'static str> {
    match text {
        "男" | "男性" | "先生" | "M" | "male" => Some("male"),
        "女" | "女性" | "女士" | "小姐" | "F" | "female" => Some("female"),
        _ => None,
    }
}

/// 个人, 企业.
#[must_use]
pub fn kind(text: &str) -> Option<CustomerKind> {
    match text {
        "个人" | "个人客户" | "individual" => Some(CustomerKind::Individual),
        "企业" | "单位" | "公司" | "企业客户" | "organization" => {
            Some(CustomerKind::Organization)
        }
        _ => None,
    }
}

/// 老客户, 准客户, 潜在客户, 流失客户.
#[must_use]
pub fn stage(text: &str) -> Option<Stage> {
    match text {
        "户头" => Some(Stage::Proposed),
        "潜在客户" | "潜在" => Some(Stage::Potential),
        "准客户" | "未合作" => Some(Stage::Prospect),
        "老客户" | "合作中" => Some(Stage::Active),
        "流失客户" | "流失" => Some(Stage::Lost),
        key => Stage::from_key(key),
    }
}
