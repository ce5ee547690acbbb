//! The command line: arguments, files, exit code. Sees only the public API of the library.

mod args;
mod batch;
mod check;
mod exit;
mod extract;
mod input;
mod output;

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
        _ => Err(Failure::new("not built yet")),
    }
}

/// Says `message` on standard error; where that is closed, nobody listens.
fn tell(message: &str) {
    let _ = writeln!(anstream::stderr(), "{message}");
}
