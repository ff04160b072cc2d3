//! `kedang serve`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use kedang::serve::{Door, listen, router_trusting, tidy};
use kedang_app::App;
use kedang_web::Trust;
use kedang_words::Words;
use serde_json::{Value, json};

use super::open::block_on;
use super::{At, Serve};

pub(super) fn serve(at: &At, ask: &Serve) -> anyhow::Result<ExitCode> {
    let door = ask.door.door(at)?;
    let out = ask.backups.clone();
    let app = at.open_keeping(out.unwrap_or_else(|| at.data.join("backups")))?;
    let json = at.json;
    run(&app, bind(ask.door.listen)?, (&door, json), |served| {
        if json {
            println!("{}", served.json());
        } else {
            println!("客档在 {} 上运行，按 Ctrl-C 停止", served.address);
        }
    })
}

/// What is served where.
pub(super) struct Served {
    /// The address to open on this machine.
    pub(super) address: String,
    trust: Option<Arc<Trust>>,
}

impl Served {
    fn new(address: SocketAddr, door: &Door) -> Self {
        Self {
            address: opened_at(door.scheme(), address),
            trust: door.trust(),
        }
    }

    /// For scripts: one line.
    pub(super) fn json(&self) -> Value {
        let mut told = json!({ "address": self.address });
        if let Some(trust) = &self.trust {
            told["addresses"] = json!(trust.addresses);
            told["fingerprint"] = json!(trust.fingerprint);
        }
        told
    }

    /// Where others come in, and how they know that it is this house.
    fn say_trust(&self) {
        let Some(trust) = &self.trust else { return };
        for address in &trust.addresses {
            println!("手机和别的电脑请打开 {address}/trust，按那一页先信任证书");
        }
        println!("证书指纹（SHA-256）：{}", trust.fingerprint);
    }
}

/// The address as a browser on this machine opens it: nobody can open `0.0.0.0`, and loopback is the
/// same place.
pub(super) fn opened_at(scheme: &str, address: SocketAddr) -> String {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    format!("{scheme}://{}", SocketAddr::new(ip, address.port()))
}

/// Takes the address.
pub(super) fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let listener = TcpListener::bind(address);
    let listener = listener.with_context(|| format!("{address} 已被占用或不能监听"))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Serves until told to stop; `greet` hears the address. With `json` nothing but JSON is printed.
pub(super) fn run(
    app: &Arc<App>,
    listener: TcpListener,
    (door, json): (&Door, bool),
    greet: impl FnOnce(&Served),
) -> anyhow::Result<ExitCode> {
    let words = Arc::new(Words::load()?);
    let router = router_trusting(app.clone(), words, door.trust())?;
    block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let served = Served::new(listener.local_addr()?, door);
        greet(&served);
        if !json {
            served.say_trust();
        }
        if let Some(token) = app.invite().await? {
            let link = format!("{}/setup/{token}", served.address);
            if json {
                println!("{}", json!({ "setup": link }));
            } else {
                println!("第一次使用，请在 24 小时内打开 {link}");
            }
        }
        tokio::spawn(tidy(app.clone()));
        listen(listener, router, door, app).await
    })?;
    Ok(ExitCode::SUCCESS)
}
