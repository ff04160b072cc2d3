//! `kedang`: customer dossiers from the first call to the last page in the box.

mod cmd;

use std::process::ExitCode;

use clap::Parser;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let command = cmd::Kedang::parse();
    cmd::log_to_stderr(&command);
    let json = command.reports_json();
    match cmd::run(command) {
        Ok(code) => code,
        Err(error) => {
            if json {
                println!("{}", serde_json::json!({ "error": format!("{error:#}") }));
            }
            eprintln!("kedang：{error:#}");
            ExitCode::FAILURE
        }
    }
}
