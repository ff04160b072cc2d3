//! `kedang`: customer dossiers from the first call to the last page in the box.

mod cmd;

use std::process::ExitCode;

use clap::Parser;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let command = cmd::Kedang::parse();
    cmd::log_to_stderr(&command);
    match cmd::run(command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("kedang：{error:#}");
            ExitCode::FAILURE
        }
    }
}
