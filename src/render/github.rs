//! Workflow commands that GitHub turns into annotations beside the lines of a change.
//!
//! In: a report. Out: a command a line, at most ten of each level, because more are dropped without a word; the last one says how many
//! there are. What never happens here: a command that comes from an article; a sign that means something there is escaped.

use std::io::{self, Write};

use super::excerpt::clean;
use super::location::{Location, Point};
use super::places::Places;
use crate::report::Report;
use crate::rules::{Finding, Severity};

/// Most annotations of a level that are shown for one step.
const MOST: usize = 10;
/// Most other places that an annotation names.
const OTHERS: usize = 5;

/// Writes the commands, errors first.
///
/// # Errors
///
/// Where `out` fails.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    for (severity, level, many) in
        [(Severity::Error, "error", "errors"), (Severity::Warning, "warning", "warnings"), (Severity::Note, "notice", "notes")]
    {
        let all = report.open().filter(|finding| finding.severity == severity).count();
        for (index, finding) in report.open().filter(|finding| finding.severity == severity).take(MOST).enumerate() {
            let (first, others) = places.points(finding);
            let mut lines = lines(finding, &others);
            if index + 1 == MOST && all > MOST {
                lines.push(format!("({MOST} of {all} {many} are shown here)"));
            }
            let place = first.map_or_else(String::new, |point| properties(&point.location));
            writeln!(out, "::{level} {place}title={}::{}", property(finding.rule), data(&lines.join("\n")))?;
        }
    }
    Ok(())
}

/// The message, and where the others stand.
fn lines(finding: &Finding, others: &[Point]) -> Vec<String> {
    let mut lines = vec![clean(&finding.message)];
    lines.extend(others.iter().take(OTHERS).map(|point| format!("also {}: {}", point.location.shown(), point.says)));
    if others.len() > OTHERS {
        lines.push(format!("{OTHERS} of {} other places", others.len()));
    }
    lines
}

/// `file=a.md,line=3,col=7,`
fn properties(location: &Location) -> String {
    let column = location.words.map_or_else(String::new, |words| format!("col={},", words.column));
    format!("file={},line={},{column}", property(&location.file), location.line)
}

/// A message as a command takes it.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property as a command takes it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use crate::render::testing::{report, snapshot, text};

    #[test]
    fn each_finding_stands_beside_its_line() {
        snapshot("render-github.txt", &text(|out| super::write(&report(), out)));
    }

    #[test]
    fn article_text_cannot_make_a_command() {
        assert_eq!(super::data("50% more\r\n::error::x"), "50%25 more%0D%0A::error::x");
        assert_eq!(super::property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
    }

    #[test]
    fn past_ten_the_last_one_says_how_many_there_are() {
        let mut report = report();
        let finding = report.findings[0].clone();
        report.findings = vec![finding; 12];
        let page = text(|out| super::write(&report, out));
        assert_eq!(page.lines().count(), 10);
        assert_eq!(page.matches("10 of 12 errors").count(), 1);
        assert!(page.lines().last().unwrap().contains("10 of 12 errors"), "{page}");
        report.findings.truncate(10);
        assert!(!text(|out| super::write(&report, out)).contains("are shown here"));
    }
}
