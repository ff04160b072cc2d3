//! `kedang user`.

use std::io::{BufRead, stdin};
use std::process::ExitCode;

use serde_json::json;

use super::open::block_on;
use super::{At, User};

pub(super) fn user(at: &At, ask: &User) -> anyhow::Result<ExitCode> {
    match ask {
        User::Password { user } => password(at, user)?,
        User::Post { user, post } => {
            let app = at.open()?;
            let known = block_on(async { Ok(app.posts().await?) })?;
            if !known.contains(post) {
                anyhow::bail!("没有 {post} 这种职务，可用：{}", known.join("、"));
            }
            block_on(async { Ok(app.give_post(user, post).await?) })?;
            if at.json {
                println!("{}", json!({ "user": user, "post": post }));
            } else {
                println!("{user} 现在可以以 {post} 职务签字");
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn password(at: &At, user: &str) -> anyhow::Result<()> {
    let mut password = String::new();
    stdin().lock().read_line(&mut password)?;
    let app = at.open()?;
    block_on(async {
        Ok(app
            .set_password(user, password.trim_end_matches(['\r', '\n']))
            .await?)
    })?;
    if at.json {
        println!("{}", json!({ "user": user, "password": "set" }));
    } else {
        println!("已为 {user} 设置密码");
    }
    Ok(())
}
