//! A long command tells how far it is on standard error, and Ctrl-C breaks it off cleanly.

use std::io::IsTerminal;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kedang_app::moving::{Step, Watch};

/// The exit code of a command that was killed by Ctrl-C.
const KILLED: i32 = 130;

/// Runs `work` with somebody watching. The first Ctrl-C lets it tidy up, the second does not.
pub(super) fn watched<T>(work: impl FnOnce(&Watch) -> T) -> anyhow::Result<T> {
    let stop = Arc::new(AtomicBool::new(false));
    let seen = stop.clone();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    runtime.spawn(async move {
        while tokio::signal::ctrl_c().await.is_ok() {
            if seen.swap(true, Ordering::Relaxed) {
                process::exit(KILLED);
            }
            eprintln!("正在中断，写了一半的会删掉（再按一次 Ctrl-C 立即结束）");
        }
    });
    let shown = std::io::stderr().is_terminal();
    let watch = Watch {
        on: &|step| say(step, shown),
        stop: &stop,
    };
    let done = work(&watch);
    runtime.shutdown_background();
    Ok(done)
}

/// Counts are for somebody who looks on; a log has the beginning of each table.
fn say(step: Step<'_>, shown: bool) {
    match step {
        Step::Checking => eprintln!("正在核对全部内容……"),
        Step::Table(name, 0) => eprintln!("表 {name}"),
        Step::Table(name, rows) if shown => eprintln!("表 {name}：{rows} 行"),
        Step::Files(0) => eprintln!("材料文件"),
        Step::Files(files) if shown => eprintln!("材料文件：{files} 个"),
        Step::Search(0) => eprintln!("重建搜索"),
        Step::Search(customers) if shown => eprintln!("重建搜索：{customers} 位客户"),
        Step::Table(..) | Step::Files(_) | Step::Search(_) => {}
    }
}
