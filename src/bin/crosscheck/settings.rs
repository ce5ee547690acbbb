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
    let (name, text) = text(&path)?;
    config::read(&name, &text).map_err(|error| Failure::new(error.to_string()))
}

/// A settings file's name for messages, and its text.
pub(crate) fn text(path: &Path) -> Result<(String, String), Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error))?;
    Ok((shown(path), text))
}

/// How a settings file was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// By `--config`.
    Flag,
    /// By `CROSSCHECK_CONFIG`.
    Environment,
    /// From the working folder upwards.
    Nearest,
}

impl Found {
    /// Its name for people.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Flag => "--config",
            Self::Environment => "CROSSCHECK_CONFIG",
            Self::Nearest => "nearest",
        }
    }
}

/// The file that the environment names.
pub(crate) fn by_environment() -> Option<PathBuf> {
    std::env::var_os("CROSSCHECK_CONFIG").filter(|path| !path.is_empty()).map(PathBuf::from)
}

/// The file that corrections go into: the one named, else the nearest, else a new one in the working folder.
pub(crate) fn file(named: Option<&Path>) -> PathBuf {
    named.map(Path::to_owned).or_else(nearest).unwrap_or_else(|| PathBuf::from(NAME))
}

/// The nearest file, from the working folder upwards.
pub(crate) fn nearest() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().map(|folder| folder.join(NAME)).find(|path| path.is_file())
}

/// The path for messages: within the working folder by its name alone.
pub(crate) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let inside = here.as_deref().and_then(|here| path.strip_prefix(here).ok());
    inside.unwrap_or(path).display().to_string()
}
