//! The report that GitLab shows beside the lines of a merge request, in its code quality form.
//!
//! In: a report. Out: one JSON array with an object for each finding that nobody accepted. What never happens here: two objects of one
//! fingerprint, of which only one would be shown.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::excerpt::clean;
use super::places::Places;
use crate::report::Report;
use crate::report::json::Each;
use crate::rules::Severity;

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

/// Writes the findings.
///
/// # Errors
///
/// Where `out` fails.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    let mut prints: BTreeMap<&str, usize> = BTreeMap::new();
    let issues = report.open().filter_map(|finding| {
        let (first, _) = places.points(finding);
        let location = first?.location;
        let count = prints.entry(&finding.fingerprint).or_default();
        *count += 1;
        let fingerprint = if *count == 1 { finding.fingerprint.clone() } else { format!("{}#{count}", finding.fingerprint) };
        Some(Issue {
            description: clean(&finding.message),
            check_name: finding.rule,
            fingerprint,
            severity: severity(finding.severity),
            location: Location { path: location.file, lines: Lines { begin: location.line } },
        })
    });
    serde_json::to_writer(&mut *out, &Each::new(issues))?;
    out.write_all(b"\n")
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}

#[cfg(test)]
mod tests {
    use crate::render::testing::{pretty, report, snapshot, text};

    #[test]
    fn a_finding_is_an_object() {
        snapshot("render-gitlab.json", &pretty(&text(|out| super::write(&report(), out))));
    }

    #[test]
    fn no_two_fingerprints_are_the_same() {
        let mut report = report();
        let first = report.findings[0].clone();
        report.findings.insert(0, first);
        let page: serde_json::Value = serde_json::from_str(&text(|out| super::write(&report, out))).unwrap();
        let mut prints: Vec<&str> = page.as_array().unwrap().iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
        assert_eq!(prints.len(), report.findings.len());
        prints.sort_unstable();
        prints.dedup();
        assert_eq!(prints.len(), report.findings.len());
    }
}
