//! `kedang serve`.

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use kedang::serve::{listen, refuse_open_http, router, tidy};
use kedang_words::Words;
use tokio::net::TcpListener;

use super::open::block_on;
use super::{At, Serve};

pub(super) fn serve(at: &At, ask: &Serve) -> anyhow::Result<ExitCode> {
    refuse_open_http(ask.listen)?;
    let app = at.open()?;
    let words = Arc::new(Words::load()?);
    let router = router(app.clone(), words)?;
    block_on(async {
        let listener = TcpListener::bind(ask.listen)
            .await
            .with_context(|| format!("{} 已被占用或不能监听", ask.listen))?;
        let address = listener.local_addr()?;
        println!("客档在 http://{address} 上运行，按 Ctrl-C 停止");
        if let Some(token) = app.invite().await? {
            println!("第一次使用，请在 24 小时内打开 http://{address}/setup/{token}");
        }
        tokio::spawn(tidy(app.clone()));
        listen(listener, router, &app).await
    })?;
    Ok(ExitCode::SUCCESS)
}
