//! Explanations: how a sentence was read, and what a report holds of a claim, a fact or a finding.
//!
//! In: an article's claims, or a report in its JSON form. Out: lines for people. What never happens here: a second reading; what a report
//! does not hold is said to be not known. Read `page` first.

mod claim;
mod fact;
mod finding;
mod page;
mod sentence;

use std::io::{self, Write};

use super::Style;
use super::layout::wrap;
use crate::report::json::{Found, Report};
use page::Page;

pub use sentence::card;

/// Writes the page of a rule, its paragraphs no wider than the style says.
///
/// # Errors
///
/// Where `out` fails.
pub fn rule(page: &str, style: Style, out: &mut dyn Write) -> io::Result<()> {
    for line in page.lines() {
        let further = if line.starts_with("- ") { "  " } else { "" };
        for line in wrap(line, style.width, "", further) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// Writes what `report` holds of `found`.
///
/// # Errors
///
/// Where `out` fails.
pub fn found(report: &Report, found: Found<'_>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let page = &mut Page::new(report, style, out);
    match found {
        Found::Claim(claim) => claim::write(page, claim),
        Found::Fact(fact) => fact::write(page, fact),
        Found::Finding(finding) => finding::write(page, finding),
    }
}
