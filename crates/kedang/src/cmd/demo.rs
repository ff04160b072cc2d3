//! `kedang demo`: the demo company in a folder of its own.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context;
use kedang_app::{App, Chance};
use kedang_core::Clock;
use kedang_core::access::Role;
use kedang_demo::{Filled, Plan};
use kedang_store::Store;
use serde_json::json;

use super::open::block_on;
use super::serve::Served;
use super::{At, Demo, init, serve};

/// Everybody's: what the demo holds is invented.
const PASSWORD: &str = "kedang-demo";
/// The same company every time.
const SEED: u64 = 20_261;
/// Marks a folder as the demo's; it stands there from the first moment on.
const MARK: &str = "kedang-demo.json";
/// The folder is somebody's, or the demo in it is not whole.
const REFUSED: u8 = 3;

pub(super) fn demo(at: &At, ask: &Demo) -> anyhow::Result<ExitCode> {
    let door = ask.door.door(at)?;
    if at.database.is_some() {
        return Ok(refuse(
            "演示公司只放在自己的文件夹里，请用 --data，不用 --database",
        ));
    }
    let there = look(&at.data)?;
    match there {
        There::Nothing | There::Demo => {}
        There::Broken => {
            let folder = at.data.display();
            return Ok(refuse(&format!(
                "{folder} 里的演示公司上次没有建完，请删除这个文件夹再来"
            )));
        }
        There::Other => {
            let folder = at.data.display();
            return Ok(refuse(&format!(
                "{folder} 不是空的，也不是演示公司；演示不动别人的数据，请用 --data 另指一个空文件夹"
            )));
        }
    }
    let listener = serve::bind(ask.door.listen)?;
    if matches!(there, There::Nothing) {
        build(at, ask.customers)?;
    }
    let json = at.json;
    serve::run(&at.open()?, listener, (&door, json), |served| {
        greet(served, json);
    })
}

fn refuse(sentence: &str) -> ExitCode {
    eprintln!("kedang：{sentence}");
    ExitCode::from(REFUSED)
}

/// What is in the folder.
enum There {
    Nothing,
    Demo,
    /// A demo that was broken off.
    Broken,
    Other,
}

fn look(folder: &Path) -> anyhow::Result<There> {
    if !folder.exists() {
        return Ok(There::Nothing);
    }
    if !folder.is_dir() {
        return Ok(There::Other);
    }
    let unread = || format!("{} 打不开", folder.display());
    let empty = folder.read_dir().with_context(unread)?.next().is_none();
    let mark = std::fs::read_to_string(folder.join(MARK));
    Ok(match (empty, mark) {
        (true, _) => There::Nothing,
        (false, Ok(mark)) if mark.contains("ready") => There::Demo,
        (false, Ok(_)) => There::Broken,
        (false, Err(_)) => There::Other,
    })
}

fn build(at: &At, customers: usize) -> anyhow::Result<()> {
    let started = Instant::now();
    eprintln!("正在建演示公司（{customers} 位客户），请稍等……");
    std::fs::create_dir_all(&at.data)?;
    mark(&at.data, "building")?;
    let filled = live(at, customers).context("演示公司没有建成")?;
    mark(&at.data, "ready")?;
    eprintln!(
        "{} 位客户、{} 张卡、{} 份材料，用了 {:.1} 秒",
        filled.customers,
        filled.cards,
        filled.files,
        started.elapsed().as_secs_f64()
    );
    Ok(())
}

/// Builds it with a clock that stands still and chance that is counted, and closes it again.
fn live(at: &At, customers: usize) -> anyhow::Result<Filled> {
    let (place, now) = (at.place(), Clock::System.now());
    kedang_store::migrate(&place, now)?;
    let store = Store::open(&place)?;
    let files = at.data.join("files");
    let app = App::new(store, &files, Clock::fixed(now), Chance::counted(SEED))?;
    let plan = Plan {
        seed: SEED,
        customers,
    };
    let filled = block_on(async { Ok(kedang_demo::build(&app, &plan, PASSWORD).await?) })?;
    app.store.close();
    Ok(filled)
}

fn mark(folder: &Path, state: &str) -> anyhow::Result<()> {
    let path: PathBuf = folder.join(MARK);
    let text = json!({ "demo": state, "seed": SEED }).to_string();
    std::fs::write(&path, text).with_context(|| format!("{} 写不进去", path.display()))
}

fn greet(served: &Served, as_json: bool) {
    let accounts = kedang_demo::accounts();
    if as_json {
        let accounts: Vec<_> = accounts
            .iter()
            .map(|(login, name, role)| json!({ "login": login, "name": name, "role": role.key() }))
            .collect();
        let mut told = served.json();
        told["password"] = json!(PASSWORD);
        told["accounts"] = json!(accounts);
        println!("{told}");
        return;
    }
    println!(
        "演示公司「{}」在 {} 上运行，按 Ctrl-C 停止",
        kedang_demo::COMPANY,
        served.address
    );
    println!("密码都是 {PASSWORD}，账号：");
    for (login, name, role) in accounts {
        println!("  {login:<10} {}　{name}", padded(role));
    }
}

/// A role's name, as wide as the longest.
fn padded(role: Role) -> String {
    let name = init::name(role);
    format!(
        "{name}{}",
        "　".repeat(5_usize.saturating_sub(name.chars().count()))
    )
}
