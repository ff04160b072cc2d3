//! `kedang init`.

use std::process::ExitCode;

use kedang_app::setup::{Founder, Founding, Room};
use kedang_core::access::Role;
use serde_json::json;

use super::open::block_on;
use super::serve::opened_at;
use super::{At, Init};

pub(super) fn init(at: &At, ask: &Init) -> anyhow::Result<ExitCode> {
    let app = at.open()?;
    block_on(async {
        if ask.with_roles {
            app.found(one_per_role()).await?;
            let logins: Vec<_> = Role::ALL.iter().map(|role| role.key()).collect();
            if at.json {
                println!("{}", json!({ "accounts": logins }));
            } else {
                println!("已建立账号（没有密码）：{}", logins.join("、"));
            }
            return Ok(ExitCode::SUCCESS);
        }
        match app.invite().await? {
            Some(token) => {
                // As `serve` will speak there.
                let scheme = if ask.listen.ip().is_loopback() {
                    "http"
                } else {
                    "https"
                };
                let link = format!("{}/setup/{token}", opened_at(scheme, ask.listen));
                if at.json {
                    println!("{}", json!({ "link": link }));
                } else {
                    println!("请先运行 kedang serve，再在 24 小时内打开（只能用一次）：\n{link}");
                }
                Ok(ExitCode::SUCCESS)
            }
            None => anyhow::bail!("这里已经建过公司账，不能再次初始化"),
        }
    })
}

/// A company with one account per role. Sales and head work in a department of their own, so that
/// the scopes of the roles differ.
fn one_per_role() -> Founding {
    let founder = |role: Role| Founder {
        login: role.key().to_owned(),
        name: name(role).to_owned(),
        password_hash: None,
        roles: vec![role],
        department: matches!(role, Role::Sales | Role::Head).then_some(0),
        posts: Vec::new(),
        language: "zh-CN".to_owned(),
    };
    Founding {
        company: "本公司".to_owned(),
        departments: vec![Room {
            name: "销售部".to_owned(),
            under: None,
        }],
        founders: Role::ALL.into_iter().map(founder).collect(),
    }
}

/// What a role is called.
pub(super) fn name(role: Role) -> &'static str {
    match role {
        Role::Sales => "业务员",
        Role::Head => "部门主管",
        Role::Steward => "信息部",
        Role::Archivist => "档案员",
        Role::Gm => "总经理",
        Role::Auditor => "审计员",
        Role::Admin => "系统管理员",
        Role::Security => "安全管理员",
    }
}
