//! TLS of the house: keys that were given, or those of a small authority of its own.

mod authority;
mod listener;
mod names;
mod pem;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::sign::{CertifiedKey, SingleCertAndKey};

pub use authority::{Authority, fingerprint};
pub use listener::{Peer, Secure};
pub use names::{Names, names};

/// Where the certificate and the key lie that were given.
#[derive(Debug, Clone)]
pub struct Given {
    /// The certificate and those between it and its authority, PEM.
    pub certificate: PathBuf,
    /// Its key, PEM.
    pub key: PathBuf,
}

impl Given {
    /// Reads both.
    ///
    /// # Errors
    /// A sentence that names the file and what is wrong with it.
    pub fn read(&self) -> anyhow::Result<Arc<ServerConfig>> {
        config(pem::read(&self.certificate, &self.key)?)
    }
}

/// The keys of the house's own authority for these names; both are made when they are missing, and
/// the certificate anew when it runs out or lacks a name.
///
/// # Errors
/// A sentence that names the folder.
pub fn own(folder: &Path, names: &Names) -> anyhow::Result<(Arc<ServerConfig>, Authority)> {
    let authority = Authority::open(folder, names)?;
    let key = authority.certify(names)?;
    Ok((config(key)?, authority))
}

/// HTTP/1.1 is all that is served; the provider is named, since nothing else chooses one.
fn config(key: CertifiedKey) -> anyhow::Result<Arc<ServerConfig>> {
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth();
    let mut config = config.with_cert_resolver(Arc::new(SingleCertAndKey::from(key)));
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}
