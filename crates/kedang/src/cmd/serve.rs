//! `kedang serve`.

use std::net::{SocketAddr, TcpListener};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use kedang::serve::{listen, refuse_open_http, router, tidy};
use kedang_app::App;
use kedang_words::Words;

use super::open::block_on;
use super::{At, Serve};

pub(super) fn serve(at: &At, ask: &Serve) -> anyhow::Result<ExitCode> {
    refuse_open_http(ask.listen)?;
    let app = at.open()?;
    run(&app, bind(ask.listen)?, |address| {
        println!("客档在 http://{address} 上运行，按 Ctrl-C 停止");
    })
}

/// Takes the address.
pub(super) fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let listener = TcpListener::bind(address);
    let listener = listener.with_context(|| format!("{address} 已被占用或不能监听"))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Serves until told to stop; `greet` hears the address.
pub(super) fn run(
    app: &Arc<App>,
    listener: TcpListener,
    greet: impl FnOnce(SocketAddr),
) -> anyhow::Result<ExitCode> {
    let words = Arc::new(Words::load()?);
    let router = router(app.clone(), words)?;
    block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let address = listener.local_addr()?;
        greet(address);
        if let Some(token) = app.invite().await? {
            println!("第一次使用，请在 24 小时内打开 http://{address}/setup/{token}");
        }
        tokio::spawn(tidy(app.clone()));
        listen(listener, router, app).await
    })?;
    Ok(ExitCode::SUCCESS)
}
