//! What each surface takes of a large batch: a comment, ten annotations a level, 5,000 results. Untimed; `cargo bench write_report` times.

mod support;

use std::collections::BTreeMap;

use crosscheck::render::{FORMATS, Shown, Style};
use support::batch;
use support::samples::{generated, report};

#[test]
fn every_format_keeps_within_what_its_surface_takes() {
    let report = report(&generated(&batch::articles_that_differ(1_500, 2)));
    let findings = report.findings.len();
    assert!(findings > 500, "{findings} findings are many");
    let shown = Shown { report: &report, change: None, style: Style { limit: 0, ..Style::default() } };
    let pages: BTreeMap<&str, String> = FORMATS
        .iter()
        .map(|format| {
            let mut page = Vec::new();
            format.write(shown, &mut page).unwrap_or_else(|error| panic!("{}: {error}", format.name));
            (format.name, String::from_utf8(page).unwrap_or_else(|error| panic!("{}: {error}", format.name)))
        })
        .collect();
    let page = |name: &str| pages[name].as_str();
    let lines = |name: &str| page(name).lines().count();
    assert_eq!((lines("concise"), lines("jsonl")), (findings, findings));
    assert!(lines("github") <= 30 && page("github").contains("(10 of "), "ten annotations a level");
    assert!(page("markdown").len() <= 60_000 && page("markdown").contains(" of "), "{} bytes of markdown", page("markdown").len());
    // 5,000 results of this size are 20 MB; ten are taken once packed, which makes such text a tenth as large.
    let result = page("sarif").len() / findings;
    assert!(result < 4_000, "{result} bytes a result");
    assert_eq!(page("gitlab").matches("\"check_name\"").count(), findings);
    assert_eq!(page("junit").matches("<testcase ").count(), findings + 1);
}
