//! One finding a line, for `grep` and for editors: where, severity, rule, message.
//!
//! In: a report. Out: a line for each finding that nobody accepted, gravest first. What never happens here: a line that is wrapped or cut,
//! a line that is no finding.

use std::io::{self, Write};

use super::excerpt::clean;
use super::places::Places;
use crate::report::Report;
use crate::report::json::severity_name;

/// Writes the findings.
///
/// # Errors
///
/// Where `out` fails.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    for finding in report.open() {
        let (first, _) = places.points(finding);
        let place = first.map_or_else(|| "-".to_owned(), |point| point.location.shown());
        writeln!(out, "{place}: {}[{}] {}", severity_name(finding.severity), finding.rule, clean(&finding.message))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::render::testing::{report, snapshot, text};

    #[test]
    fn a_finding_is_a_line() {
        let report = report();
        let page = text(|out| super::write(&report, out));
        assert_eq!(page.lines().count(), report.findings.len());
        snapshot("render-concise.txt", &page);
    }
}
