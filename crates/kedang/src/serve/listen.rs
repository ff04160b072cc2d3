//! The listening socket.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::serve::ListenerExt;
use kedang_app::App;
use tokio::net::TcpListener;

/// Refuses an address that others can reach: without TLS the session cookie is dropped there, and
/// whoever shares the wire could read along.
///
/// # Errors
/// A sentence that says which addresses are taken.
pub fn refuse_open_http(address: SocketAddr) -> anyhow::Result<()> {
    if address.ip().is_loopback() {
        return Ok(());
    }
    anyhow::bail!(
        "{address} 可以从别的电脑访问，而本版本还没有内置 TLS；\
         请监听 127.0.0.1（例如 --listen 127.0.0.1:8080）"
    )
}

/// Serves until the process is told to stop, then lets the running requests finish.
///
/// # Errors
/// When the socket fails, and when the database's writer has ended: whoever watches the process
/// starts it anew.
pub async fn listen(listener: TcpListener, router: Router, app: &App) -> anyhow::Result<()> {
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY");
        }
    });
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service).with_graceful_shutdown(told_to_stop());
    tokio::select! {
        done = served => Ok(done?),
        () = writer_gone(app) => anyhow::bail!("数据库写入线程已停止，程序退出，请查看日志后重新启动"),
    }
}

async fn writer_gone(app: &App) {
    let mut beat = tokio::time::interval(Duration::from_secs(1));
    while app.store.alive() {
        beat.tick().await;
    }
}

async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let interrupt = tokio::signal::ctrl_c();
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(error) => {
            tracing::warn!(%error, "SIGTERM cannot be caught");
            if let Err(error) = interrupt.await {
                tracing::warn!(%error, "neither can Ctrl-C");
            }
        }
    }
}
