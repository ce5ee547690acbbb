//! The accepted report in a file, and the one that waits beside it.
//!
//! In: the file that `--snapshot` names. Out: the accepted outline; the file written on the first run, `FILE.new` where a later run
//! differs. What never happens here: an accepted report overwritten, anything written in CI beyond a first report.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crosscheck::diff::{self, Outline};

use crate::exit::Failure;
use crate::output;

/// An accepted report.
pub(crate) struct Snapshot {
    path: PathBuf,
    /// Whether the file was there.
    pub(crate) exists: bool,
    /// What it holds; nothing where it was not.
    pub(crate) accepted: Outline,
}

impl Snapshot {
    /// Reads the accepted report, where there is one.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        match std::fs::read_to_string(path) {
            Ok(text) => Ok(Self { path: path.to_owned(), exists: true, accepted: parse(path, &text)? }),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                Ok(Self { path: path.to_owned(), exists: false, accepted: Outline::default() })
            }
            Err(error) => Err(Failure::file("read", path, &error)),
        }
    }
}

/// The outline in a snapshot's text.
pub(crate) fn parse(path: &Path, text: &str) -> Result<Outline, Failure> {
    diff::read(text)
        .map_err(|problem| Failure::new(format!("{}: {problem}; is it a snapshot of `crosscheck check --snapshot`?", path.display())))
}

/// Writes the first report; of a later one that differs, `FILE.new`, unless we run in CI.
pub(crate) fn keep(snapshot: &Snapshot, report: &Outline) -> Result<(), Failure> {
    let pending = pending(&snapshot.path);
    if !snapshot.exists {
        output::save(&snapshot.path, &diff::write(report))?;
        crate::tell(&format!("first report written to `{}`", snapshot.path.display()));
    } else if *report == snapshot.accepted {
        // What waited has been overtaken.
        let _ = std::fs::remove_file(&pending);
    } else if in_ci() {
        crate::tell(&format!("the report differs from `{}`; run the same command locally to accept it", snapshot.path.display()));
    } else {
        output::save(&pending, &diff::write(report))?;
        let (new, old) = (pending.display(), snapshot.path.display());
        crate::tell(&format!("the report differs: it waits in `{new}`; `mv {new} {old}` accepts it"));
    }
    Ok(())
}

/// `FILE.new`.
fn pending(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".new");
    PathBuf::from(name)
}

/// Whether a CI system runs us: `CI` is set, and not to `false` or `0`.
fn in_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false" && value != "0")
}
