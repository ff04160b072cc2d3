//! `kedang token`.

use std::process::ExitCode;

use serde_json::json;

use super::open::block_on;
use super::{At, Token};

pub(super) fn token(at: &At, ask: &Token) -> anyhow::Result<ExitCode> {
    let Token::Create { user, name } = ask;
    let app = at.open()?;
    let token = block_on(async { Ok(app.issue_token(user, name).await?) })?;
    if at.json {
        println!("{}", json!({ "user": user, "token": token }));
    } else {
        println!("{token}");
    }
    Ok(ExitCode::SUCCESS)
}
