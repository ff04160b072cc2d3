//! `kedang user`.

use std::io::{BufRead, stdin};
use std::process::ExitCode;

use super::open::block_on;
use super::{At, User};

pub(super) fn user(at: &At, ask: &User) -> anyhow::Result<ExitCode> {
    let User::Password { user } = ask;
    let mut password = String::new();
    stdin().lock().read_line(&mut password)?;
    let app = at.open()?;
    block_on(async {
        Ok(app
            .set_password(user, password.trim_end_matches(['\r', '\n']))
            .await?)
    })?;
    println!("已为 {user} 设置密码");
    Ok(ExitCode::SUCCESS)
}
