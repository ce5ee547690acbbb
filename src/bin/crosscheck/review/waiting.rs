//! A report that waits beside an accepted one: read, decided on item by item, written back.
//!
//! In: the path of either. Out: the accepted report with what was accepted; the one that waits without what was decided. What never
//! happens here: a file written that did not change.

use std::io::{BufRead, BufReader, ErrorKind};
use std::path::{Path, PathBuf};

use crosscheck::diff::{self, Item, Outline};
use crosscheck::report::json;

use crate::exit::Failure;
use crate::output;
use crate::snapshot::{self, Snapshot};

/// A report that waits.
pub(super) struct Waiting {
    /// The accepted report's file.
    pub(super) path: PathBuf,
    accepted: Outline,
    new: Outline,
    /// Whether the accepted report changed since it was read.
    changed: bool,
    /// What changed, with its sentences, where that was kept.
    pub(super) evidence: Option<json::Report>,
}

impl Waiting {
    /// What waits beside a report, named by itself or by the file that waits.
    pub(super) fn open(path: &Path) -> Result<Option<Self>, Failure> {
        let path = accepted(path);
        let pending = snapshot::pending(&path);
        let text = match std::fs::read_to_string(&pending) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound && path.exists() => return Ok(None),
            Err(error) => return Err(Failure::file("read", &pending, &error)),
        };
        let new = snapshot::parse(&pending, &text)?;
        let accepted = Snapshot::open(&path)?.accepted;
        let evidence = std::fs::read_to_string(snapshot::evidence(&path)).ok().and_then(|text| json::read(&text).ok());
        let waiting = Self { path, accepted, new, changed: false, evidence };
        Ok((!waiting.items().is_empty()).then_some(waiting))
    }

    /// What to decide on, the gravest first.
    pub(super) fn items(&self) -> Vec<Item> {
        diff::compare(&self.accepted, &self.new).items()
    }

    /// Takes an item into the accepted report.
    pub(super) fn accept(&mut self, item: &Item) {
        self.accepted.take(item, &self.new);
        self.changed = true;
    }

    /// Takes an item out of the report that waits.
    pub(super) fn reject(&mut self, item: &Item) {
        self.new.take(item, &self.accepted);
    }

    /// Writes both reports; where nothing waits any more, the second goes.
    pub(super) fn save(&mut self) -> Result<(), Failure> {
        if std::mem::take(&mut self.changed) {
            output::save(&self.path, &diff::write(&self.accepted))?;
        }
        if self.items().is_empty() {
            snapshot::discard(&self.path);
            return Ok(());
        }
        output::save(&snapshot::pending(&self.path), &diff::write(&self.new))
    }
}

/// The accepted report's file, named by itself or by the file that waits.
pub(super) fn accepted(path: &Path) -> PathBuf {
    let name = path.to_string_lossy();
    let stem = name.strip_suffix(".new.json").or_else(|| name.strip_suffix(".new"));
    stem.map_or_else(|| path.to_owned(), PathBuf::from)
}

/// Whether `id` begins the id of an item, or the fingerprint of one of its findings.
pub(super) fn names(item: &Item, id: &str) -> bool {
    let begins = |own: &str| own.starts_with(id) || own.split_once(':').is_some_and(|(_, hash)| hash.starts_with(id));
    !id.is_empty() && (begins(&item.id) || item.findings.iter().any(|change| begins(&change.fingerprint)))
}

/// Accepted reports under a folder beside which one waits, by path. What is hidden is left out; what git ignores is not, as what waits is
/// seldom under version control.
pub(super) fn found(folder: &Path) -> Vec<PathBuf> {
    let walk = ignore::WalkBuilder::new(folder).standard_filters(false).hidden(true).build();
    let mut found: Vec<PathBuf> = walk
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()) && entry.path().extension().is_some_and(|end| end == "new"))
        .filter(|entry| is_snapshot(entry.path()))
        .map(|entry| accepted(entry.path().strip_prefix("./").unwrap_or(entry.path())))
        .collect();
    found.sort();
    found
}

/// Whether a file begins as a snapshot does: other tools let files of such names wait too.
fn is_snapshot(path: &Path) -> bool {
    let mut line = String::new();
    let read = std::fs::File::open(path).and_then(|file| {
        let mut start = BufReader::new(std::io::Read::take(file, 64));
        start.read_line(&mut line)
    });
    read.is_ok() && line.starts_with("crosscheck snapshot ")
}
