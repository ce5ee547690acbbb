//! Test results, for build systems that show nothing else: `JUnit` XML.
//!
//! In: a report. Out: a suite for each rule that found something, a case for each finding. A rule's name never changes, while a story is
//! named by whatever article of the batch comes first: by rule, a build system can tell what failed before. Errors and warnings are
//! failures, notes pass and say their word as output, accepted findings are skipped. A first suite says what was read, so that a clean run
//! holds a case too, and an input that could not be read is an error. What never happens here: markup that comes from an article.

use std::collections::BTreeMap;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::excerpt;
use super::full::count;
use super::location::Point;
use super::places::Places;
use crate::report::Report;
use crate::report::json::severity_name;
use crate::rules::{Finding, Severity};

/// The suite of what was read.
const READ: &str = "input";

/// Text on one line, without the two characters that XML does not take and that are no control characters.
fn clean(text: &str) -> String {
    excerpt::clean(text).replace(['\u{fffe}', '\u{ffff}'], "")
}

/// How many cases of each kind a suite holds.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
}

impl Counts {
    fn of<'a>(findings: impl Iterator<Item = &'a Finding>) -> Self {
        let mut counts = Self::default();
        for finding in findings {
            counts.tests += 1;
            counts.skipped += usize::from(finding.suppressed);
            counts.failures += usize::from(fails(finding));
        }
        counts
    }

    /// `tests`, `failures` and so on.
    fn attributes(self) -> [(&'static str, String); 4] {
        [
            ("tests", self.tests.to_string()),
            ("failures", self.failures.to_string()),
            ("errors", self.errors.to_string()),
            ("skipped", self.skipped.to_string()),
        ]
    }
}

/// Whether a finding is a failure.
fn fails(finding: &Finding) -> bool {
    !finding.suppressed && finding.severity >= Severity::Warning
}

/// Writes the findings.
///
/// # Errors
///
/// Where `out` fails.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    let mut rules: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &report.findings {
        rules.entry(finding.rule).or_default().push(finding);
    }
    let read = Counts { tests: report.unread.len() + 1, errors: report.unread.len(), ..Counts::default() };
    let found = Counts::of(report.findings.iter());
    let all = Counts { tests: read.tests + found.tests, errors: read.errors, ..found };
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    element(&mut xml, "testsuites", "crosscheck", all).write_inner_content(|xml| {
        element(xml, "testsuite", READ, read).write_inner_content(|xml| inputs(xml, report))?;
        for (rule, findings) in &rules {
            element(xml, "testsuite", rule, Counts::of(findings.iter().copied()))
                .write_inner_content(|xml| findings.iter().try_for_each(|finding| case(xml, report, &places, finding)))?;
        }
        Ok(())
    })?;
    writeln!(xml.into_inner())
}

type Xml<'a> = Writer<&'a mut dyn Write>;

fn element<'a, 'b>(
    xml: &'a mut Xml<'b>,
    element: &'static str,
    name: &str,
    counts: Counts,
) -> quick_xml::writer::ElementWriter<'a, &'b mut dyn Write> {
    let written = xml.create_element(element).with_attribute(("name", name));
    counts.attributes().iter().fold(written, |written, (key, value)| written.with_attribute((*key, value.as_str())))
}

/// What was read, and what could not be.
fn inputs(xml: &mut Xml<'_>, report: &Report) -> io::Result<()> {
    let summary = report.summary();
    let read = format!("{} read", count(summary.articles, "article", "articles"));
    xml.create_element("testcase").with_attribute(("name", read.as_str())).with_attribute(("classname", READ)).write_empty()?;
    for unread in &report.unread {
        let (name, because) = (clean(&unread.input), clean(&unread.because));
        let written = xml.create_element("testcase").with_attribute(("name", name.as_str())).with_attribute(("classname", READ));
        written.write_inner_content(|xml| {
            let error = xml.create_element("error").with_attribute(("message", "not read")).with_attribute(("type", "unread"));
            error.write_text_content(BytesText::new(&because)).map(drop)
        })?;
    }
    Ok(())
}

/// A finding.
fn case(xml: &mut Xml<'_>, report: &Report, places: &Places<'_>, finding: &Finding) -> io::Result<()> {
    let (first, others) = places.points(finding);
    // What a finding is about stays the same when its figures move; the fingerprint tells two of one fact apart.
    let about = match (finding.fact, finding.article) {
        (Some(fact), _) => clean(&report.fact(fact).label),
        (None, Some(article)) => clean(&report.article(article).doc),
        (None, None) => clean(&finding.message),
    };
    let name = format!("{about} ({})", finding.fingerprint);
    let mut written = xml.create_element("testcase").with_attribute(("name", name.as_str())).with_attribute(("classname", finding.rule));
    if let Some(Point { location, .. }) = &first {
        let line = location.line.to_string();
        written = written.with_attribute(("file", clean(&location.file).as_str())).with_attribute(("line", line.as_str()));
    }
    let message = clean(&finding.message);
    let lines = lines(finding, first.iter().chain(&others));
    written.write_inner_content(|xml| {
        if fails(finding) {
            let failure = xml.create_element("failure").with_attribute(("message", message.as_str()));
            failure.with_attribute(("type", severity_name(finding.severity))).write_text_content(BytesText::new(&lines))?;
            return Ok(());
        }
        if finding.suppressed {
            xml.create_element("skipped").with_attribute(("message", "accepted")).write_empty()?;
        }
        xml.create_element("system-out").write_text_content(BytesText::new(&format!("{message}\n{lines}"))).map(drop)
    })?;
    Ok(())
}

/// Who says what and where, how the figures relate, what to do.
fn lines<'a>(finding: &Finding, points: impl Iterator<Item = &'a Point>) -> String {
    let mut lines: Vec<String> = points.map(|point| format!("{}: {}", point.location.shown(), point.says)).collect();
    lines.extend(finding.notes.iter().map(|note| format!("= {}", clean(note))));
    lines.extend(finding.help.iter().map(|help| format!("help: {}", clean(help))));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use crate::render::testing::{report, snapshot, text};
    use crate::report::Unread;

    #[test]
    fn a_rule_is_a_suite_and_a_finding_a_case() {
        let mut report = report();
        report.findings.last_mut().unwrap().suppressed = true;
        report.unread.push(Unread { input: "b<2>.txt".to_owned(), because: "permission denied".to_owned() });
        snapshot("render-junit.xml", &text(|out| super::write(&report, out)));
    }

    #[test]
    fn a_clean_run_has_a_case() {
        let page = text(|out| super::write(&crate::report::Report::default(), out));
        assert!(page.contains("<testcase name=\"0 articles read\""), "{page}");
    }
}
