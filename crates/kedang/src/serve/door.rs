//! By which door callers come in: plain http, http behind a proxy, or TLS.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use ipnet::IpNet;
use kedang_web::Trust;
use tokio_rustls::rustls::ServerConfig;

use super::proxy::Proxies;
use crate::tls::{Given, names, own};

/// What was asked for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Certificate and key that were given.
    pub tls: Option<Given>,
    /// The proxies behind which http is spoken.
    pub behind_proxy: Vec<IpNet>,
}

/// A door.
#[derive(Clone)]
pub enum Door {
    /// Plain http, on this machine only.
    Plain,
    /// Plain http for a proxy that speaks TLS.
    Behind(Proxies),
    /// TLS; with the house's own authority callers have to be told whom to trust.
    Tls(Arc<ServerConfig>, Option<Arc<Trust>>),
}

impl Door {
    /// The door for an address. `folder` is where the house's own keys lie or are made.
    ///
    /// Over plain http others on the wire read along, and browsers drop the cookie: it is spoken on
    /// loopback only, or to a proxy.
    ///
    /// # Errors
    /// A sentence: what excludes each other, or what is wrong with a key.
    pub fn choose(listen: SocketAddr, wanted: &Wanted, folder: &Path) -> anyhow::Result<Self> {
        match (&wanted.tls, wanted.behind_proxy.is_empty()) {
            (Some(_), false) => {
                anyhow::bail!("--tls 和 --behind-proxy 只能用一个：代理后面由代理做 TLS")
            }
            (Some(given), true) => Ok(Self::Tls(given.read()?, None)),
            (None, false) => Ok(Self::Behind(wanted.behind_proxy.clone().into())),
            (None, true) if listen.ip().is_loopback() => Ok(Self::Plain),
            (None, true) => {
                let names = names(listen);
                let (config, authority) = own(folder, &names)?;
                let reached = names.addresses.iter().filter(|ip| !ip.is_loopback());
                let address = |host: String| format!("https://{host}");
                let port = listen.port();
                let trust = Trust {
                    pem: authority.pem,
                    fingerprint: authority.fingerprint,
                    addresses: reached
                        .map(|ip| address(SocketAddr::new(*ip, port).to_string()))
                        .collect(),
                };
                Ok(Self::Tls(config, Some(Arc::new(trust))))
            }
        }
    }

    /// `http` or `https`, as a browser has to write it.
    #[must_use]
    pub fn scheme(&self) -> &'static str {
        match self {
            Self::Tls(..) => "https",
            Self::Plain | Self::Behind(_) => "http",
        }
    }

    /// Whom callers have to be told to trust.
    #[must_use]
    pub fn trust(&self) -> Option<Arc<Trust>> {
        match self {
            Self::Tls(_, trust) => trust.clone(),
            Self::Plain | Self::Behind(_) => None,
        }
    }
}
