//! The file of a baseline: read, written, and held against the report of a run.
//!
//! In: the path that `--baseline` names. Out: the baseline; on standard error what a desk should know of it. What never happens here: a
//! file written that could not be read.

use std::io::ErrorKind;
use std::path::Path;

use crosscheck::baseline::{self, Again, Baseline, Entry, Problem, Told};
use crosscheck::calendar::NaiveDate;
use crosscheck::report::Report;

use crate::exit::Failure;
use crate::near;
use crate::output;

/// Most entries that a message names.
const NAMED: usize = 4;

/// The baseline in a file; where there is none yet, nothing is accepted.
pub(crate) fn open(path: &Path) -> Result<Baseline, Failure> {
    text(path)?.map_or_else(|| Ok(Baseline::default()), |text| baseline::read(&text).map_err(|problem| failure(path, &problem)))
}

/// The text of the file, where there is one.
pub(super) fn text(path: &Path) -> Result<Option<String>, Failure> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::file("read", path, &error)),
    }
}

/// Writes the baseline.
pub(crate) fn save(path: &Path, baseline: &Baseline) -> Result<(), Failure> {
    output::save(path, &baseline::write(baseline))
}

/// What is wrong with a line, and what to do.
pub(super) fn failure(path: &Path, problem: &Problem) -> Failure {
    let file = path.display();
    let way = if problem.unmerged { format!(": `crosscheck baseline merge --baseline {file}`") } else { String::new() };
    Failure::new(format!("{problem}{way} ({file}:{})", problem.line))
}

/// Marks what is accepted in a report, and tells what the desk should know.
pub(crate) fn apply(path: &Path, baseline: &Baseline, report: &mut Report, today: NaiveDate) {
    if baseline.is_empty() {
        let file = path.display();
        let add = format!("`crosscheck baseline add --baseline {file} …` accepts a finding");
        crate::tell(&match near::hint(path) {
            _ if path.exists() => format!("nothing is accepted in `{file}` yet; {add}"),
            Some(hint) => format!("warning: there is no baseline at `{file}`, so nothing is accepted{hint}"),
            None => format!("warning: there is no baseline at `{file}`, so nothing is accepted; {add} and writes it"),
        });
        return;
    }
    let told = baseline.apply(report, today);
    for line in lines(&told, baseline.entries().count(), report.complete()) {
        crate::tell(&line);
    }
}

/// What a desk should know, a line each.
fn lines(told: &Told<'_>, all: usize, complete: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for opened in &told.again {
        let why = match &opened.why {
            Again::NewOrigin(names) => format!("{} now reports a figure that few reported", list(names)),
            Again::NewFigure(figures) => format!("new figure {}", list(figures)),
            Again::Expired(last) => format!("accepted up to {last}"),
        };
        let (entry, fingerprint) = (opened.entry, &opened.fingerprint);
        lines.push(format!("warning: open again, {why}: {} ({fingerprint}, accepted {} by {})", opened.message, entry.date, entry.by));
    }
    let shown: Vec<&&Entry> = told.expired.iter().filter(|entry| !told.again.iter().any(|opened| opened.entry == **entry)).collect();
    named(&mut lines, "expired; `crosscheck baseline prune` drops them", &shown, all);
    if complete {
        let settled: Vec<&&Entry> = told.settled.iter().collect();
        named(&mut lines, "told again without the finding; `crosscheck baseline prune` drops them", &settled, all);
        let unseen: Vec<&&Entry> = told.unseen.iter().collect();
        named(&mut lines, "not seen in this run; not seen is not settled, so they stay", &unseen, all);
    }
    lines
}

/// "warning: 2 of 7 accepted findings: expired …", and the first of them.
fn named(lines: &mut Vec<String>, what: &str, entries: &[&&Entry], all: usize) {
    if entries.is_empty() {
        return;
    }
    lines.push(format!("warning: {} of {}: {what}", entries.len(), super::accepted_findings(all)));
    lines.extend(entries.iter().take(NAMED).map(|entry| format!("  {}  {}", entry.fingerprint, entry.message)));
    if entries.len() > NAMED {
        lines.push(format!("  {NAMED} of {}", entries.len()));
    }
}

fn list<'a>(words: impl IntoIterator<Item = &'a String>) -> String {
    words.into_iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}
