//! Certificate and key from two files.

use std::path::Path;

use anyhow::{Context, bail};
use tokio_rustls::rustls::Error;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::sign::CertifiedKey;
use x509_parser::prelude::{FromDer, X509Certificate};

/// Reads a chain and its key.
///
/// # Errors
/// A sentence that names the file: it cannot be read, holds nothing of the kind, has run out, or
/// the two do not belong together.
pub(super) fn read(certificate: &Path, key: &Path) -> anyhow::Result<CertifiedKey> {
    let chain = chain(certificate)?;
    let shown = key.display();
    let text = std::fs::read(key).with_context(|| format!("私钥文件 {shown} 读不出来"))?;
    let private = PrivateKeyDer::from_pem_slice(&text)
        .with_context(|| format!("{shown} 里没有 PEM 私钥（应有 BEGIN PRIVATE KEY 一行）"))?;
    match CertifiedKey::from_der(chain, private, &ring::default_provider()) {
        Ok(both) => Ok(both),
        Err(Error::InconsistentKeys(_)) => bail!(
            "私钥 {shown} 和证书 {} 不是一对，请核对两个文件",
            certificate.display()
        ),
        Err(other) => Err(other).with_context(|| format!("私钥 {shown} 用不了")),
    }
}

fn chain(file: &Path) -> anyhow::Result<Vec<CertificateDer<'static>>> {
    let shown = file.display();
    let text = std::fs::read(file).with_context(|| format!("证书文件 {shown} 读不出来"))?;
    let chain = CertificateDer::pem_slice_iter(&text).collect::<Result<Vec<_>, _>>();
    let chain = chain.with_context(|| format!("{shown} 不是完整的 PEM 证书"))?;
    let Some(first) = chain.first() else {
        bail!("{shown} 里没有 PEM 证书（应有 BEGIN CERTIFICATE 一行）");
    };
    let (_, parsed) =
        X509Certificate::from_der(first).with_context(|| format!("{shown} 里的证书读不懂"))?;
    let validity = parsed.validity();
    if !validity.is_valid() {
        bail!(
            "证书 {shown} 现在无效（有效期 {} 至 {}），请换新的证书",
            validity.not_before,
            validity.not_after
        );
    }
    Ok(chain)
}
