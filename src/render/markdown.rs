//! The report for a pull request: what changed first, then a table of what the articles say, the sentences folded away.
//!
//! In: a report, and where there is an older one, what changed since. Out: Markdown as code hosts show it. What never happens here:
//! markup that comes from an article; a list that is cut without its count.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::Style;
use super::change::escape;
use super::excerpt::excerpt;
use super::full::{agreements, count, reasons, told_once, words};
use super::places::Places;
use super::rows::{Row, rows};
use crate::claim;
use crate::diff::Change;
use crate::fact;
use crate::report::Report;
use crate::rules::{Finding, Severity};

/// Characters of a quoted sentence.
const QUOTE: usize = 200;
/// Most rows of a fact in one cell.
const CELL: usize = 5;

/// Writes the report; where there is an older one, what changed since comes first.
///
/// # Errors
///
/// Where `out` fails.
pub fn write(report: &Report, change: Option<&Change>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    let summary = report.summary();
    let agreements = agreements(report);
    writeln!(out, "### crosscheck: {}\n", title(report))?;
    match change {
        Some(change) => super::change::markdown(change, style, out)?,
        None => writeln!(out, "First report, nothing to compare it with.")?,
    }
    let mut articles = count(summary.articles, "article", "articles");
    if summary.archived > 0 {
        articles = format!("{articles} ({} of them archived)", summary.archived);
    }
    let stories = count(summary.stories, "story", "stories");
    let facts = count(summary.facts_shared, "fact", "facts");
    writeln!(out, "\n{articles}, {stories}, {facts} told by two or more articles.")?;
    for unread in &report.unread {
        writeln!(out, "\n⚠ Not read: {}, {}. This report is not complete.", escape(&unread.input), escape(&unread.because))?;
    }
    let mut quoted = Vec::new();
    let lines = table(report, &places, &agreements, style, &mut quoted);
    if !lines.is_empty() {
        writeln!(out, "\n| | fact | what the articles say | to do |\n|---|---|---|---|")?;
        for line in lines {
            writeln!(out, "{line}")?;
        }
    }
    sentences(report, &places, &quoted, out)?;
    not_compared(report, &places, style, out)
}

/// "no conflicts · 1 to settle · 1 figure rose".
fn title(report: &Report) -> String {
    let of = |severity: Severity| report.open().filter(|finding| finding.severity == severity).count();
    let rule = |id: &str| report.open().filter(|finding| finding.rule == id).count();
    let errors = of(Severity::Error);
    let accepted = report.findings.len() - report.open().count();
    let mut parts = vec![match (errors, accepted) {
        (0, 0) => "no conflicts".to_owned(),
        (0, _) => "no open conflicts".to_owned(),
        _ => count(errors, "conflict", "conflicts"),
    }];
    for (number, one, many) in [
        (of(Severity::Warning), "to settle", "to settle"),
        (rule("revised-figure"), "figure changed", "figures changed"),
        (rule("figure-range"), "range", "ranges"),
    ] {
        if number > 0 {
            parts.push(count(number, one, many));
        }
    }
    parts.extend((accepted > 0).then(|| format!("{accepted} accepted")));
    parts.join(" · ")
}

/// The lines of the table: findings, then agreements; `quoted` gathers the claims to quote.
fn table(report: &Report, places: &Places<'_>, agreements: &[fact::Id], style: Style, quoted: &mut Vec<claim::Id>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut shown: BTreeSet<fact::Id> = BTreeSet::new();
    let all = report.open().count();
    let grave = report.open().filter(|finding| finding.severity > Severity::Note).count();
    let most = grave + style.shown(all - grave);
    for finding in report.open().take(most) {
        let (about, say) = match finding.fact {
            Some(id) if !shown.insert(id) => continue,
            Some(id) => (escape(&report.fact(id).label), said(report, places, id, quoted)),
            None => (about_article(report, finding), marked(report, finding)),
        };
        let others = finding
            .fact
            .into_iter()
            .flat_map(|id| report.findings_on(id))
            .filter(|other| !other.suppressed && !std::ptr::eq(*other, finding));
        let also: Vec<String> = others.map(|other| format!("also `{}`", other.rule)).collect();
        let notes = finding.notes.iter().map(|note| escape(note)).chain(also).chain(finding.help.as_deref().map(escape));
        let to_do = notes.collect::<Vec<_>>().join("; ");
        lines.push(format!("| {} | **{about}**<br>`{}` | {say} | {to_do} |", sign(finding.severity), finding.rule));
    }
    if most < all {
        lines.push(format!("| | {} of {} notes | | |", most - grave, all - grave));
    }
    let shown = style.shown(agreements.len());
    for &id in &agreements[..shown] {
        lines.push(format!("| ✓ | **{}** | {} | – |", escape(&report.fact(id).label), said(report, places, id, quoted)));
    }
    if shown < agreements.len() {
        lines.push(format!("| | {shown} of {} agreements | | |", agreements.len()));
    }
    lines
}

fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "❌",
        Severity::Warning => "⚠",
        Severity::Note => "ℹ",
    }
}

/// Figures with their time, place and source, in order.
fn said(report: &Report, places: &Places<'_>, id: fact::Id, quoted: &mut Vec<claim::Id>) -> String {
    let rows = rows(report, id);
    let one = |row: &Row| {
        let who = escape(&row.told_by());
        format!(
            "{}{} ({}; {}; {who})",
            row.role,
            escape(&row.figure),
            escape(row.when.trim_end_matches('*')),
            escape(&row.places(places, 2))
        )
    };
    let shown = rows.len().min(CELL);
    quoted.extend(rows[..shown].iter().filter_map(|row| row.claims.first()));
    let cut = if shown < rows.len() { format!("<br>{shown} of {} rows", rows.len()) } else { String::new() };
    format!("{}{cut}", rows[..shown].iter().map(one).collect::<Vec<_>>().join("<br>"))
}

fn about_article(report: &Report, finding: &Finding) -> String {
    finding.article.map_or_else(String::new, |article| escape(&report.article(article).doc))
}

/// The marked words of an article with what to see there.
fn marked(report: &Report, finding: &Finding) -> String {
    let Some(article) = finding.article else { return escape(&finding.message) };
    let text = &report.case.texts[article.0 as usize];
    let one = |mark: &crate::rules::Mark| {
        let label = if mark.label.is_empty() { String::new() } else { format!(": {}", escape(&mark.label)) };
        format!("\"{}\"{label}", escape(mark.span.of(text)))
    };
    let marks: Vec<String> = finding.marks.iter().filter(|mark| !mark.label.is_empty()).map(one).collect();
    if marks.is_empty() { escape(&finding.message) } else { marks.join("; ") }
}

fn sentences(report: &Report, places: &Places<'_>, quoted: &[claim::Id], out: &mut dyn Write) -> io::Result<()> {
    if quoted.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n<details><summary>The sentences ({})</summary>\n", quoted.len())?;
    for &id in quoted {
        let claim = report.claim(id);
        let line = excerpt(report.field_of(claim), claim.sentence, claim.span, QUOTE);
        writeln!(
            out,
            "- {} \"{}**{}**{}\"",
            escape(&places.dated(id)),
            escape(&line.before),
            escape(line.marked.trim()),
            escape(&line.after)
        )?;
    }
    writeln!(out, "\n</details>")
}

fn not_compared(report: &Report, places: &Places<'_>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let reasons = reasons(report);
    let single = told_once(report);
    if reasons.is_empty() && single.is_empty() {
        return Ok(());
    }
    writeln!(out, "<details><summary>Not compared ({})</summary>\n", report.case.not_compared.len())?;
    let shown = style.shown(reasons.len());
    for reason in &reasons[..shown] {
        let first = reason.left.first().and_then(|left| left.claims.first());
        let example = first.map_or_else(String::new, |&id| format!(": {} ({})", escape(&words(report, id)), escape(&places.of(id))));
        let more = if reason.left.len() > 1 { format!(", 1 of {}", reason.left.len()) } else { String::new() };
        writeln!(out, "- {}{example}{more}", escape(reason.because))?;
    }
    if shown < reasons.len() {
        writeln!(out, "- {shown} of {} reasons", reasons.len())?;
    }
    if !single.is_empty() {
        writeln!(out, "- told by one article only: {single}")?;
    }
    writeln!(out, "\n</details>")
}
