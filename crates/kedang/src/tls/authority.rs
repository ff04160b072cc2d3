//! A small authority of the house's own, for offices without a domain: made once, trusted once on
//! each phone and PC, and its certificates renewed without asking anybody.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kedang_core::digest::sha256;
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, date_time_ymd,
};
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::sign::CertifiedKey;
use x509_parser::prelude::{FromDer, GeneralName, X509Certificate};

use super::{Names, pem};

const DAY: Duration = Duration::from_secs(86_400);
/// How long the authority holds.
const AUTHORITY: u32 = 3_650;
/// How long a certificate holds; iPhones take no more than 398 days.
const CERTIFICATE: u32 = 397;
/// A certificate is made anew when it holds for less than so many days.
const RENEWED: i64 = 30;

/// The authority with its files.
pub struct Authority {
    folder: PathBuf,
    /// Its certificate, PEM: what phones and PCs are to trust.
    pub pem: String,
    /// SHA-256 of it, in pairs of digits: what people compare.
    pub fingerprint: String,
}

impl Authority {
    /// Opens the authority of a folder, or makes it there.
    ///
    /// # Errors
    /// A sentence that names the file.
    pub fn open(folder: &Path, names: &Names) -> anyhow::Result<Self> {
        let certificate = folder.join("ca.crt");
        if !certificate.exists() {
            found(folder, &names.machine)
                .with_context(|| format!("{} 里建不了证书", folder.display()))?;
        }
        let unread = || format!("{} 读不出来", certificate.display());
        let pem = std::fs::read_to_string(&certificate).with_context(unread)?;
        let der = CertificateDer::from_pem_slice(pem.as_bytes()).with_context(unread)?;
        Ok(Self {
            folder: folder.to_owned(),
            fingerprint: fingerprint(&der),
            pem,
        })
    }

    /// A certificate for these names, and its key: the one that is there while it will do.
    ///
    /// # Errors
    /// A sentence that names the file.
    pub fn certify(&self, names: &Names) -> anyhow::Result<CertifiedKey> {
        let (certificate, key) = (
            self.folder.join("server.crt"),
            self.folder.join("server.key"),
        );
        if !will_do(&certificate, names) {
            self.issue(names, &certificate, &key)
                .with_context(|| format!("{} 里建不了证书", self.folder.display()))?;
        }
        pem::read(&certificate, &key)
    }

    fn issue(&self, names: &Names, certificate: &Path, key: &Path) -> anyhow::Result<()> {
        let own = std::fs::read_to_string(self.folder.join("ca.key"))?;
        let issuer = Issuer::from_ca_cert_pem(&self.pem, KeyPair::from_pem(&own)?)?;
        let mut params = CertificateParams::new(names.all().collect::<Vec<_>>())?;
        params
            .distinguished_name
            .push(DnType::CommonName, names.machine.as_str());
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.use_authority_key_identifier_extension = true;
        holds(&mut params, CERTIFICATE);
        let pair = KeyPair::generate()?;
        let issued = params.signed_by(&pair, &issuer)?;
        write(key, &pair.serialize_pem(), 0o600)?;
        write(certificate, &format!("{}{}", issued.pem(), self.pem), 0o644)
    }
}

/// Makes key and certificate of an authority; the key is for its owner's eyes.
fn found(folder: &Path, machine: &str) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut params = CertificateParams::default();
    params
        .distinguished_name
        .push(DnType::CommonName, format!("Kedang {machine}"));
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    holds(&mut params, AUTHORITY);
    let pair = KeyPair::generate()?;
    let made = params.self_signed(&pair)?;
    write(&folder.join("ca.key"), &pair.serialize_pem(), 0o600)?;
    write(&folder.join("ca.crt"), &made.pem(), 0o644)
}

/// From yesterday, so that a clock that is a little behind takes it too.
fn holds(params: &mut CertificateParams, days: u32) {
    let today = Timestamp::now().to_zoned_datetime(TimeZone::UTC).date();
    let month = u8::try_from(today.month()).unwrap_or(1);
    let day = u8::try_from(today.day()).unwrap_or(1);
    let today = date_time_ymd(i32::from(today.year()), month, day);
    params.not_before = today - DAY;
    params.not_after = today + DAY * days;
}

/// Whether a certificate is there, holds for a while, and has all the names.
fn will_do(file: &Path, names: &Names) -> bool {
    let Ok(text) = std::fs::read(file) else {
        return false;
    };
    let Ok(der) = CertificateDer::from_pem_slice(&text) else {
        return false;
    };
    let Ok((_, parsed)) = X509Certificate::from_der(&der) else {
        return false;
    };
    let left = parsed.validity().not_after.timestamp() - Timestamp::now().as_second();
    let Ok(Some(held)) = parsed.subject_alternative_name() else {
        return false;
    };
    let held = |name: &String| {
        held.value.general_names.iter().any(|one| match one {
            GeneralName::DNSName(known) => *known == name,
            GeneralName::IPAddress(bytes) => name.parse().is_ok_and(|ip| match ip {
                std::net::IpAddr::V4(ip) => ip.octets() == *bytes,
                std::net::IpAddr::V6(ip) => ip.octets() == *bytes,
            }),
            _ => false,
        })
    };
    left > RENEWED * 86_400 && names.all().all(|name| held(&name))
}

fn write(file: &Path, text: &str, mode: u32) -> anyhow::Result<()> {
    // A key never lies there with wider rights, not even for a moment.
    let fresh = file.with_extension("new");
    if fresh.exists() {
        std::fs::remove_file(&fresh)?;
    }
    let mut out = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(mode)
        .open(&fresh)?;
    out.write_all(text.as_bytes())?;
    out.sync_all()?;
    std::fs::rename(&fresh, file)?;
    Ok(())
}

/// SHA-256 of a certificate, as systems show it: `AB:CD:…`.
#[must_use]
pub fn fingerprint(der: &[u8]) -> String {
    let pairs: Vec<_> = sha256(&[der])
        .iter()
        .map(|byte| format!("{byte:02X}"))
        .collect();
    pairs.join(":")
}
