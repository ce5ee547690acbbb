//! The settings of a run: the file that `--config` names, else the nearest `crosscheck.toml`, in the working folder or above it.
//!
//! Only one file counts; a farther one adds nothing to it.

use std::path::{Path, PathBuf};

use crosscheck::config::{self, Settings};

use crate::exit::Failure;

const NAME: &str = "crosscheck.toml";

/// Reads the settings; those of a user without a file are the defaults.
pub(crate) fn load(named: Option<&Path>) -> Result<Settings, Failure> {
    let Some(path) = named.map(Path::to_owned).or_else(nearest) else { return Ok(Settings::default()) };
    let text = std::fs::read_to_string(&path).map_err(|error| Failure::file("read", &path, &error))?;
    config::read(&shown(&path), &text).map_err(|error| Failure::new(error.to_string()))
}

/// The nearest file, from the working folder upwards.
fn nearest() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().map(|folder| folder.join(NAME)).find(|path| path.is_file())
}

/// The path for messages: within the working folder by its name alone.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let inside = here.as_deref().and_then(|here| path.strip_prefix(here).ok());
    inside.unwrap_or(path).display().to_string()
}
