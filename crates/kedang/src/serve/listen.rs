//! The listening socket.

use std::future::{Future, IntoFuture as _};
use std::net::SocketAddr;
use std::time::Duration;

use axum::extract::{ConnectInfo, Request};
use axum::middleware::Next;
use axum::response::Response;
use axum::serve::{ListenerExt, TapIo};
use axum::{Router, middleware};
use kedang_app::App;
use tokio::net::{TcpListener, TcpStream};

use super::Door;
use super::proxy::forwarded;
use crate::tls::{Peer, Secure};

/// Serves until the process is told to stop, then lets the running requests finish.
///
/// # Errors
/// When the socket fails, and when the database's writer has ended: whoever watches the process
/// starts it anew.
pub async fn listen(
    listener: TcpListener,
    router: Router,
    door: &Door,
    app: &App,
) -> anyhow::Result<()> {
    let stop = told_to_stop();
    match door {
        Door::Tls(config, _) => {
            let router = router.layer(middleware::from_fn(over_tls));
            let service = router.into_make_service_with_connect_info::<Peer>();
            let secure = Secure::new(listener, config.clone())?;
            let served = axum::serve(secure, service).with_graceful_shutdown(stop);
            ended(served.into_future(), app).await
        }
        Door::Plain | Door::Behind(_) => {
            let router = match door {
                Door::Behind(proxies) => {
                    router.layer(middleware::from_fn_with_state(proxies.clone(), forwarded))
                }
                _ => router,
            };
            let service = router.into_make_service_with_connect_info::<SocketAddr>();
            let served = axum::serve(quick(listener), service).with_graceful_shutdown(stop);
            ended(served.into_future(), app).await
        }
    }
}

async fn ended(served: impl Future<Output = std::io::Result<()>>, app: &App) -> anyhow::Result<()> {
    tokio::select! {
        done = served => Ok(done?),
        () = writer_gone(app) => anyhow::bail!("数据库写入线程已停止，程序退出，请查看日志后重新启动"),
    }
}

/// The caller's address under the name by which the faces look for it.
async fn over_tls(mut request: Request, next: Next) -> Response {
    if let Some(ConnectInfo(Peer(address))) = request.extensions().get().copied() {
        request.extensions_mut().insert(ConnectInfo(address));
    }
    next.run(request).await
}

/// Answers go out at once.
fn quick(listener: TcpListener) -> TapIo<TcpListener, fn(&mut TcpStream)> {
    listener.tap_io(|stream: &mut TcpStream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY");
        }
    })
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
