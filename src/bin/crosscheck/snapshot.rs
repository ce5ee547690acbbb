//! The accepted report in a file, and the one that waits beside it.
//!
//! In: the file that `--snapshot` names. Out: the accepted outline; the file written on the first run. Where a later run differs, its
//! report waits in `FILE.new`, and what changed, with the sentences to decide by, in `FILE.new.json`: the snapshot itself stays free of
//! lines that move when an article is edited. What never happens here: an accepted report overwritten, anything written in CI beyond a first report.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crosscheck::diff::{self, Change, Outline};
use crosscheck::report::{Report, json};

use crate::exit::Failure;
use crate::near;
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
            // A build that compares with nothing would be green for a name that was mistyped.
            Err(error) if error.kind() == ErrorKind::NotFound && in_ci() => Err(Failure::new(format!(
                "there is no accepted report at `{}`{}",
                path.display(),
                near::hint(path).unwrap_or_else(|| {
                    ": run the same command outside CI, look at what it prints, and commit the file that it writes".to_owned()
                })
            ))),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                Ok(Self { path: path.to_owned(), exists: false, accepted: Outline::default() })
            }
            Err(error) => Err(Failure::file("read", path, &error)),
        }
    }
}

/// The outline in a snapshot's text.
pub(crate) fn parse(path: &Path, text: &str) -> Result<Outline, Failure> {
    let file = path.display();
    diff::read(text).map_err(|problem| {
        if problem.unmerged() {
            let line = problem.line;
            return Failure::new(format!(
                "two branches changed `{file}` and their merge is open (line {line}): take one side whole, as in \
                 `git checkout --theirs {file}`, then run `crosscheck check --snapshot {file}` again and review what differs"
            ));
        }
        Failure::new(format!("{file}: {problem}; is it a snapshot of `crosscheck check --snapshot`?"))
    })
}

/// Writes the first report; of a later one that differs, what waits, unless we run in CI.
pub(crate) fn keep(snapshot: &Snapshot, change: &Change, outline: &Outline, report: &Report) -> Result<(), Failure> {
    let path = &snapshot.path;
    if !snapshot.exists {
        output::save(path, &diff::write(outline))?;
        crate::tell(&format!("first report written to `{}`", path.display()));
    } else if change.is_empty() {
        // What waited has been overtaken.
        discard(path);
    } else if in_ci() {
        crate::tell(&format!("the report differs from `{}`; run the same command locally, then `crosscheck review`", path.display()));
    } else {
        output::save(&pending(path), &diff::write(outline))?;
        let facts = change.facts.iter().map(|fact| &*fact.id).collect();
        let findings = change.findings.iter().map(|finding| &*finding.fingerprint).collect();
        let part = serde_json::to_string(&json::part(report, &facts, &findings)).map_err(std::io::Error::from)?;
        output::save(&evidence(path), &(part + "\n"))?;
        let count = change.clone().items().len();
        let waits = if count == 1 { "one change waits".to_owned() } else { format!("{count} changes wait") };
        crate::tell(&format!("the report differs: {waits} in `{}`; `crosscheck review` shows and accepts them", pending(path).display()));
    }
    Ok(())
}

/// `FILE.new`: the report that waits, as text.
pub(crate) fn pending(path: &Path) -> PathBuf {
    beside(path, ".new")
}

/// `FILE.new.json`: of the report that waits, what changed, with its sentences.
pub(crate) fn evidence(path: &Path) -> PathBuf {
    beside(path, ".new.json")
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    PathBuf::from(name)
}

/// Drops what waits.
pub(crate) fn discard(path: &Path) {
    for file in [pending(path), evidence(path)] {
        let _ = std::fs::remove_file(file);
    }
}

/// Whether a CI system runs us: `CI` is set, and not to `false` or `0`.
pub(crate) fn in_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false" && value != "0")
}
