//! A listener that shakes hands before it hands a connection on.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::server::TlsStream;

/// A handshake takes no longer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Handshakes at once; the next callers wait in the socket's queue.
const AT_ONCE: usize = 256;
/// The first byte of every TLS connection.
const HANDSHAKE: u8 = 0x16;
/// For whoever speaks plain http to this port.
const PLAIN: &str = "这里用 https：请把地址开头的 http:// 改成 https://\nThis port speaks https: write https:// instead of http://\n";

/// The address of a caller, as it came over TLS.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub SocketAddr);

impl Connected<IncomingStream<'_, Secure>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Secure>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// Connections that have shaken hands. Handshakes run side by side, so that a caller who says
/// nothing keeps nobody waiting.
pub struct Secure {
    ready: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    address: SocketAddr,
}

impl Secure {
    /// Takes callers in until it is dropped.
    ///
    /// # Errors
    /// When the socket has no address.
    pub fn new(listener: TcpListener, config: Arc<ServerConfig>) -> std::io::Result<Self> {
        let address = listener.local_addr()?;
        let (send, ready) = mpsc::channel(AT_ONCE);
        tokio::spawn(take_in(listener, TlsAcceptor::from(config), send));
        Ok(Self { ready, address })
    }
}

impl Listener for Secure {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(next) => next,
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> std::io::Result<SocketAddr> {
        Ok(self.address)
    }
}

async fn take_in(
    listener: TcpListener,
    acceptor: TlsAcceptor,
    ready: mpsc::Sender<(TlsStream<TcpStream>, SocketAddr)>,
) {
    let room = Arc::new(Semaphore::new(AT_ONCE));
    loop {
        let Ok(place) = room.clone().acquire_owned().await else {
            return;
        };
        let come = tokio::select! {
            come = listener.accept() => come,
            () = ready.closed() => return,
        };
        let (stream, peer) = match come {
            Ok(come) => come,
            Err(error) => {
                // Out of file handles, mostly: some are given back in a moment.
                tracing::warn!(%error, "a caller could not be taken in");
                tokio::time::sleep(Duration::from_millis(200)).await;
                continue;
            }
        };
        let (acceptor, ready) = (acceptor.clone(), ready.clone());
        tokio::spawn(async move {
            let shaken = tokio::time::timeout(PATIENCE, shake(stream, acceptor)).await;
            drop(place);
            match shaken {
                Ok(Ok(Some(stream))) => {
                    // Nobody listens any more: the program ends.
                    drop(ready.send((stream, peer)).await);
                }
                Ok(Ok(None)) => {}
                Ok(Err(error)) => tracing::debug!(%error, %peer, "no handshake"),
                Err(error) => tracing::debug!(%error, %peer, "no handshake in time"),
            }
        });
    }
}

/// The connection, or nothing for who speaks plain http and has been told so.
async fn shake(
    mut stream: TcpStream,
    acceptor: TlsAcceptor,
) -> std::io::Result<Option<TlsStream<TcpStream>>> {
    stream.set_nodelay(true)?;
    let mut first = [0];
    if stream.peek(&mut first).await? == 0 {
        return Ok(None);
    }
    if first[0] == HANDSHAKE {
        return acceptor.accept(stream).await.map(Some);
    }
    let answer = format!(
        "HTTP/1.1 400 Bad Request\r\ncontent-type: text/plain; charset=utf-8\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n{PLAIN}",
        PLAIN.len()
    );
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await?;
    // What he sent is read away, or the answer would be lost with a reset.
    let mut rest = [0; 4096];
    while tokio::io::AsyncReadExt::read(&mut stream, &mut rest).await? > 0 {}
    Ok(None)
}
