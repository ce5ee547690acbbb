//! `crosscheck init`: a commented crosscheck.toml, never over one that is there.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};

use crate::args::InitArgs;
use crate::exit::{Exit, Failure};

/// What is written.
const TEMPLATE: &str = include_str!("init.toml");

pub(crate) fn run(args: &InitArgs) -> Result<Exit, Failure> {
    let path = &args.path;
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::new(format!(
            "`{}` is there already and stays as it is; `crosscheck config show` prints what holds, `crosscheck init OTHER.toml` writes \
             the comments beside it",
            path.display()
        )),
        _ => Failure::file("write", path, &error),
    })?;
    file.write_all(TEMPLATE.as_bytes()).map_err(|error| Failure::file("write", path, &error))?;
    crate::tell(&format!("wrote `{}`", path.display()));
    Ok(Exit::Clean)
}
