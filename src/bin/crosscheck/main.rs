//! The command line: arguments, files, exit code. Sees only the public API of the library.

mod archive;
mod args;
mod baseline;
mod batch;
mod check;
mod config;
mod difference;
mod exit;
mod explain;
mod extract;
mod format;
mod init;
mod input;
mod near;
mod output;
mod progress;
mod review;
mod selection;
mod settings;
mod shell;
mod snapshot;
mod today;
mod unmet;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};
use exit::{Exit, Failure};

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli.command) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            if !failure.is_quiet() {
                tell(&format!("error: {failure}"));
            }
            Exit::Untrusted.into()
        }
    }
}

fn run(command: &Command) -> Result<Exit, Failure> {
    match command {
        Command::Check(args) => check::run(args),
        Command::Extract(args) => extract::run(args),
        Command::Diff(args) => difference::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Review(args) => review::run(args),
        Command::Baseline(args) => baseline::run(args),
        Command::Init(args) => init::run(args),
        Command::Config(args) => config::run(args),
        Command::Archive(args) => archive::run(args),
        Command::Completions(args) => shell::completions(args),
        Command::Man(args) => shell::man(args),
    }
}

/// Says `message` on standard error; where that is closed, nobody listens.
fn tell(message: &str) {
    let _ = writeln!(anstream::stderr(), "{message}");
}
