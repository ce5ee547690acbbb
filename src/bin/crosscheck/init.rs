//! `crosscheck init`: a commented crosscheck.toml, never over one that is there.

use std::fs::OpenOptions;
use std::io::Write;

use crate::args::InitArgs;
use crate::exit::{Exit, Failure};

/// What is written.
const TEMPLATE: &str = include_str!("init.toml");

pub(crate) fn run(args: &InitArgs) -> Result<Exit, Failure> {
    let path = &args.path;
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(|error| Failure::file("write", path, &error))?;
    file.write_all(TEMPLATE.as_bytes()).map_err(|error| Failure::file("write", path, &error))?;
    crate::tell(&format!("wrote `{}`", path.display()));
    Ok(Exit::Clean)
}
