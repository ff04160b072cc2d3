//! By which door callers come in: TLS, and what is refused.

use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use kedang::serve::{Door, Wanted, listen, router_trusting};
use kedang::tls::{Authority, Given, names};
use kedang_testkit::{Engine, TestApp};
use kedang_words::Words;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

const LOOPBACK: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 0);
const EVERYWHERE: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::UNSPECIFIED), 0);

fn said(result: anyhow::Result<Door>) -> String {
    match result {
        Ok(_) => "taken".to_owned(),
        Err(error) => format!("{error:#}"),
    }
}

#[test]
fn beyond_this_machine_tls_is_spoken_or_a_proxy_stands_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let choose = |listen, wanted: &Wanted| Door::choose(listen, wanted, folder.path());
    let nothing = Wanted::default();
    assert!(matches!(choose(LOOPBACK, &nothing), Ok(Door::Plain)));
    assert!(
        !folder.path().join("ca.key").exists(),
        "no keys without need"
    );
    let door = choose(EVERYWHERE, &nothing).expect("a door");
    assert_eq!(door.scheme(), "https");
    let trust = door.trust().expect("an authority of its own");
    assert!(
        trust
            .addresses
            .iter()
            .all(|one| one.starts_with("https://"))
    );
    let proxied = Wanted {
        behind_proxy: vec!["10.0.0.0/8".parse().expect("a net")],
        ..Wanted::default()
    };
    assert!(matches!(choose(EVERYWHERE, &proxied), Ok(Door::Behind(_))));
    let both = Wanted {
        tls: Some(Given {
            certificate: "a".into(),
            key: "b".into(),
        }),
        ..proxied
    };
    assert!(said(choose(EVERYWHERE, &both)).contains("只能用一个"));
}

/// The link of `init` is the one that `serve` answers at.
#[test]
fn the_set_up_link_speaks_as_the_address_will() {
    for (listen, begins) in [
        ("127.0.0.1:8080", "http://127.0.0.1:8080/setup/"),
        ("192.0.2.7:8443", "https://192.0.2.7:8443/setup/"),
        ("0.0.0.0:8443", "https://127.0.0.1:8443/setup/"),
        ("[::]:8443", "https://[::1]:8443/setup/"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let made = Command::new(env!("CARGO_BIN_EXE_kedang"))
            .args(["--json", "--data"])
            .arg(folder.path().join("data"))
            .args(["init", "--listen", listen])
            .output()
            .expect("it runs");
        let said: serde_json::Value = serde_json::from_slice(&made.stdout).expect("JSON");
        let link = said["link"].as_str().unwrap_or_default();
        assert!(link.starts_with(begins), "{listen}: {link}");
    }
}

#[test]
fn a_key_that_will_not_do_is_refused_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let write = |name: &str, text: &str| std::fs::write(at(name), text).expect("written");
    let own = Authority::open(&at("one"), &names(LOOPBACK)).expect("an authority");
    own.certify(&names(LOOPBACK)).expect("a certificate");
    let other = Authority::open(&at("two"), &names(LOOPBACK)).expect("an authority");
    other.certify(&names(LOOPBACK)).expect("a certificate");
    write("empty.crt", "");
    write("text.key", "hello");
    let old = rcgen_old();
    write("old.crt", &old.0);
    write("old.key", &old.1);
    for (certificate, key, sentence) in [
        ("none.crt", "one/server.key", "none.crt 读不出来"),
        ("empty.crt", "one/server.key", "empty.crt 里没有 PEM 证书"),
        ("one/server.crt", "none.key", "none.key 读不出来"),
        ("one/server.crt", "text.key", "text.key 里没有 PEM 私钥"),
        ("one/server.crt", "two/server.key", "不是一对"),
        ("old.crt", "old.key", "现在无效"),
        ("one/server.crt", "one/server.key", "taken"),
    ] {
        let wanted = Wanted {
            tls: Some(Given {
                certificate: at(certificate),
                key: at(key),
            }),
            ..Wanted::default()
        };
        let said = said(Door::choose(EVERYWHERE, &wanted, folder.path()));
        assert!(said.contains(sentence), "{certificate} {key}: {said}");
    }
}

/// A certificate of the last century, and its key.
fn rcgen_old() -> (String, String) {
    let mut params = rcgen::CertificateParams::new(["localhost".to_owned()]).expect("a name");
    params.not_before = rcgen::date_time_ymd(1998, 1, 1);
    params.not_after = rcgen::date_time_ymd(1999, 1, 1);
    let key = rcgen::KeyPair::generate().expect("a key");
    (
        params.self_signed(&key).expect("signed").pem(),
        key.serialize_pem(),
    )
}

#[test]
fn the_authority_stays_and_its_certificate_follows_the_names() {
    let folder = tempfile::tempdir().expect("a folder");
    let read = |name: &str| std::fs::read(folder.path().join(name)).expect("read");
    let mut known = names(LOOPBACK);
    let first = Authority::open(folder.path(), &known).expect("an authority");
    first.certify(&known).expect("a certificate");
    let (authority, certificate) = (read("ca.crt"), read("server.crt"));
    for key in ["ca.key", "server.key"] {
        let mode = std::fs::metadata(folder.path().join(key))
            .expect("there")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{key}");
    }
    let again = Authority::open(folder.path(), &known).expect("an authority");
    again.certify(&known).expect("a certificate");
    assert_eq!(
        read("server.crt"),
        certificate,
        "it is kept while it will do"
    );
    assert_eq!(again.fingerprint, first.fingerprint);
    known.hosts.insert("kedang.example".to_owned());
    again.certify(&known).expect("a certificate");
    assert_ne!(
        read("server.crt"),
        certificate,
        "a new name needs a new one"
    );
    assert_eq!(read("ca.crt"), authority);
}

/// A served house with an authority of its own.
struct House {
    address: SocketAddr,
    authority: String,
    fingerprint: String,
    _folder: tempfile::TempDir,
    test: Arc<TestApp>,
}

async fn house() -> House {
    let test = Arc::new(TestApp::start(Engine::Sqlite).await);
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::choose(EVERYWHERE, &Wanted::default(), folder.path()).expect("a door");
    let trust = door.trust().expect("an authority");
    let words = Arc::new(Words::load().expect("words"));
    let router = router_trusting(test.app.clone(), words, Some(trust.clone())).expect("a router");
    let listener = TcpListener::bind(LOOPBACK).await.expect("a socket");
    let address = listener.local_addr().expect("an address");
    let served = test.clone();
    tokio::spawn(async move { listen(listener, router, &door, &served.app).await });
    House {
        address,
        authority: trust.pem.clone(),
        fingerprint: trust.fingerprint.clone(),
        _folder: folder,
        test,
    }
}

/// What comes back over TLS, with these authorities trusted and this name expected.
async fn ask(house: &House, trusted: &[&str], name: &str, path: &str) -> std::io::Result<String> {
    let line = format!("GET {path} HTTP/1.1\r\n");
    send(house, trusted, name, &line, "").await
}

/// The same with a request line, further headers with it, and a body.
async fn send(
    house: &House,
    trusted: &[&str],
    name: &str,
    line: &str,
    body: &str,
) -> std::io::Result<String> {
    let mut roots = RootCertStore::empty();
    for pem in trusted {
        let der = CertificateDer::from_pem_slice(pem.as_bytes()).expect("a certificate");
        roots.add(der).expect("added");
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = TcpStream::connect(house.address).await?;
    let name = ServerName::try_from(name.to_owned()).expect("a name");
    let mut stream = TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await?;
    let request = format!(
        "{line}host: {}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        house.address,
        body.len()
    );
    stream.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    Ok(answer)
}

#[tokio::test]
async fn who_trusts_the_house_gets_in_and_who_does_not_is_warned() {
    let house = house().await;
    let own = [house.authority.as_str()];
    // Somebody who says nothing keeps nobody waiting.
    let silent = TcpStream::connect(house.address).await.expect("connected");
    let page = ask(&house, &own, "127.0.0.1", "/trust")
        .await
        .expect("a page");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains(&house.fingerprint));
    assert!(page.contains("证书信任设置") && page.contains("class=\"qr\""));
    let file = ask(&house, &own, "localhost", "/trust/kedang-ca.crt")
        .await
        .expect("a file");
    assert!(file.contains("application/x-x509-ca-cert") && file.contains(house.authority.trim()));
    let login = ask(&house, &own, "127.0.0.1", "/login")
        .await
        .expect("a page");
    assert!(login.contains("href=\"/trust\""));
    let refused = ask(&house, &[], "127.0.0.1", "/login").await;
    assert!(refused.is_err(), "an unknown authority");
    let wrong = ask(&house, &own, "kedang.example", "/login").await;
    assert!(wrong.is_err(), "a name that is not the house's");
    drop(silent);
}

/// What failed sign-ins are counted by reaches the use cases over TLS too.
#[tokio::test]
async fn a_failed_sign_in_over_tls_is_counted_by_the_address_of_its_caller() {
    let house = house().await;
    let line = "POST /login HTTP/1.1\r\nsec-fetch-site: same-origin\r\n\
                content-type: application/x-www-form-urlencoded\r\n";
    let own = [house.authority.as_str()];
    let body = "login=sales&password=wrong-wrong";
    let answer = send(&house, &own, "127.0.0.1", line, body).await;
    assert!(answer.expect("an answer").starts_with("HTTP/1.1 422"));
    let counted = house.test.look(|tx| {
        let sql = "select subject from login_failures order by subject";
        Ok(tx.query(sql, &[], |row| row.get::<String>(0))?)
    });
    let counted = counted.await.expect("read");
    assert!(
        counted.iter().any(|subject| subject.contains("127.0.0.1")),
        "{counted:?}"
    );
}

#[tokio::test]
async fn plain_http_at_the_door_of_tls_is_told_where_to_go() {
    let house = house().await;
    let mut stream = TcpStream::connect(house.address).await.expect("connected");
    stream
        .write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n")
        .await
        .expect("sent");
    let mut answer = String::new();
    stream.shutdown().await.expect("done");
    stream.read_to_string(&mut answer).await.expect("an answer");
    assert!(
        answer.starts_with("HTTP/1.1 400") && answer.contains("https://"),
        "{answer}"
    );
}

#[tokio::test]
async fn without_an_authority_of_its_own_there_is_nothing_to_trust() {
    let test = TestApp::start(Engine::Sqlite).await;
    for path in ["/trust", "/trust/kedang-ca.crt"] {
        assert_eq!(test.stranger().get(path).await.status, 404, "{path}");
    }
    assert!(
        !test
            .stranger()
            .get("/login")
            .await
            .text
            .contains("href=\"/trust\"")
    );
    assert!(!Path::new("kedang-ca.crt").exists());
}
