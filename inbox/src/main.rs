//! The program a county runs: `tukipolku-inbox --help` tells the rest.

use clap::Parser;
use std::process::ExitCode;
use tukipolku_inbox::command::Command;

fn main() -> ExitCode {
    let command = Command::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("threads can be started");
    match runtime.block_on(command.run()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("tukipolku-inbox: {error}");
            ExitCode::FAILURE
        }
    }
}
