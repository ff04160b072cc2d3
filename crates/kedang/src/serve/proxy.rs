//! Behind a reverse proxy: who really calls.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use ipnet::IpNet;

/// The proxies that are believed.
pub(super) type Proxies = Arc<[IpNet]>;

/// Puts the caller's own address into the place of the proxy's. Whoever is no proxy is turned
/// away: without TLS nobody else is served. On this machine itself a caller may come straight, and
/// is not believed about where he comes from.
pub(super) async fn forwarded(
    State(proxies): State<Proxies>,
    mut request: Request,
    next: Next,
) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map(|peer| peer.0.ip().to_canonical());
    let known = |ip: IpAddr| proxies.iter().any(|net| net.contains(&ip));
    let caller = match peer {
        Some(proxy) if known(proxy) => caller(request.headers(), proxy, known),
        Some(straight) if straight.is_loopback() => straight,
        _ => return StatusCode::FORBIDDEN.into_response(),
    };
    let caller = ConnectInfo(SocketAddr::new(caller, 0));
    request.extensions_mut().insert(caller);
    next.run(request).await
}

/// The last address of `X-Forwarded-For` that is no proxy's: what stands before it a caller could
/// have written himself.
fn caller(headers: &HeaderMap, peer: IpAddr, known: impl Fn(IpAddr) -> bool) -> IpAddr {
    let lines = headers.get_all("x-forwarded-for").iter();
    let lines: Vec<_> = lines.filter_map(|line| line.to_str().ok()).collect();
    let hops = lines.iter().flat_map(|line| line.split(','));
    let hops: Vec<_> = hops.map(str::trim).collect();
    let mut last = peer;
    for hop in hops.into_iter().rev() {
        let Ok(ip) = hop.parse::<IpAddr>() else {
            return last;
        };
        last = ip.to_canonical();
        if !known(last) {
            return last;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use tower::ServiceExt as _;

    use super::*;

    #[test]
    fn only_what_a_proxy_wrote_is_believed() {
        let net: IpNet = "10.0.0.0/8".parse().expect("a net");
        for (lines, expected) in [
            (&[][..], "10.0.0.1"),
            (&["192.0.2.7"], "192.0.2.7"),
            (&["198.51.100.9, 192.0.2.7"], "192.0.2.7"),
            (&["192.0.2.7, 10.0.0.2"], "192.0.2.7"),
            (&["198.51.100.9", "192.0.2.7"], "192.0.2.7"),
            (&["::ffff:192.0.2.7"], "192.0.2.7"),
            (&["2001:db8::7"], "2001:db8::7"),
            (&["192.0.2.7, unknown"], "10.0.0.1"),
            (&["10.0.0.3"], "10.0.0.3"),
        ] {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append("x-forwarded-for", line.parse().expect("a header"));
            }
            let peer = IpAddr::from([10, 0, 0, 1]);
            let said = caller(&headers, peer, |ip| net.contains(&ip));
            assert_eq!(said.to_string(), expected, "{lines:?}");
        }
    }

    /// Who is believed to call, or the status of who is turned away.
    async fn seen(peer: &str, says: &str) -> String {
        let proxies: Proxies = vec!["10.0.0.0/8".parse().expect("a net")].into();
        let echo = async |ConnectInfo(caller): ConnectInfo<SocketAddr>| caller.ip().to_string();
        let router = Router::new()
            .route("/", get(echo))
            .layer(from_fn_with_state(proxies, forwarded));
        let peer = SocketAddr::new(peer.parse().expect("an address"), 4000);
        let request = Request::builder()
            .header("x-forwarded-for", says)
            .extension(ConnectInfo(peer));
        let request = request.body(Body::empty()).expect("a request");
        let answer = router.oneshot(request).await.expect("an answer");
        if !answer.status().is_success() {
            return answer.status().as_u16().to_string();
        }
        let body = to_bytes(answer.into_body(), 99).await.expect("a body");
        String::from_utf8_lossy(&body).into_owned()
    }

    #[tokio::test]
    async fn who_is_no_proxy_is_not_believed_and_from_elsewhere_turned_away() {
        for (peer, says, expected) in [
            ("10.0.0.1", "192.0.2.7", "192.0.2.7"),
            ("127.0.0.1", "192.0.2.7", "127.0.0.1"),
            ("198.51.100.9", "10.0.0.1", "403"),
            ("::ffff:10.0.0.1", "192.0.2.7", "192.0.2.7"),
        ] {
            assert_eq!(seen(peer, says).await, expected, "{peer} {says}");
        }
    }
}
