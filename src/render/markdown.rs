//! The report for a pull request or a job summary: what changed first, then a table of what the articles say, the rest folded away.
//!
//! In: a report, and where there is an older one, what changed since. Out: Markdown as code hosts show it, small enough for a comment.
//! What never happens here: markup that comes from an article; a list that is cut without its count, a row that is cut in its middle.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::Style;
use super::change::{escape, markdown_within};
use super::excerpt::{clean, cut_end, excerpt};
use super::full::{agreements, count, reasons, told_once, words};
use super::places::Places;
use super::room::{Room, fitting};
use super::rows::{Row, id_of, rows, told};
use crate::claim;
use crate::diff::Change;
use crate::fact::{self, Counting};
use crate::report::Report;
use crate::rules::{Finding, Severity};

/// Bytes of the whole: a comment holds 65,536 characters, and whoever posts it may add a line.
pub const MOST: usize = 60_000;
/// Bytes of what changed, at most.
const CHANGE: usize = 16_000;
/// Bytes that the table leaves for what comes after it, its own closing lines among them.
const AFTER: usize = 12_000;
/// Bytes that the sentences leave for what was not compared.
const LAST: usize = 4_000;
/// Bytes of a line that says what is cut, and of what closes a part.
const CLOSING: usize = 200;
/// Rows that are shown at once; the others are folded away.
const OPEN: usize = 25;
/// Characters of a quoted sentence.
const QUOTE: usize = 200;
/// Most rows of a fact in one cell.
const CELL: usize = 5;
/// Characters of one piece of a cell.
const PIECE: usize = 240;

/// Writes the report; where there is an older one, what changed since comes first.
///
/// # Errors
///
/// Where `out` fails.
pub fn write(report: &Report, change: Option<&Change>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    let summary = report.summary();
    let room = &mut Room::new(out, MOST);
    room.line(&format!("### crosscheck: {}\n", title(report)))?;
    match change {
        Some(change) => markdown_within(change, style, CHANGE, room)?,
        None => room.line("First report, nothing to compare it with.")?,
    }
    let mut articles = count(summary.articles, "article", "articles");
    if summary.archived > 0 {
        articles = format!("{articles} ({} of them archived)", summary.archived);
    }
    let stories = count(summary.stories, "story", "stories");
    let facts = count(summary.facts_shared, "fact", "facts");
    room.line(&format!("\n{articles}, {stories}, {facts} told by two or more articles."))?;
    unread(report, room)?;
    let quoted = table(report, &places, style, room)?;
    if report.open().next().is_some() {
        room.line(
            "\nHow a row came about: `crosscheck explain ID --report report.json`. To accept it with a reason: `crosscheck baseline add`.",
        )?;
    }
    sentences(report, &places, &quoted, room)?;
    not_compared(report, &places, style, room)
}

/// What could not be read.
fn unread(report: &Report, room: &mut Room<'_>) -> io::Result<()> {
    let line = |unread: &crate::report::Unread| {
        format!("\n⚠ Not read: {}, {}. This report is not complete.", piece(&unread.input), piece(&unread.because))
    };
    let shown = room.lines(LAST, report.unread.iter().map(line))?;
    if shown < report.unread.len() {
        room.line(&format!("\n⚠ {shown} of {} inputs that could not be read.", report.unread.len()))?;
    }
    Ok(())
}

/// Article text as a piece of a cell.
fn piece(text: &str) -> String {
    escape(&cut_end(&clean(text), PIECE))
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

/// A row of the table, and the claims to quote for it.
struct Line {
    text: String,
    quoted: Vec<claim::Id>,
}

/// Writes the table: findings, then agreements, the first rows open, the others folded. Gives the claims to quote.
fn table(report: &Report, places: &Places<'_>, style: Style, room: &mut Room<'_>) -> io::Result<Vec<claim::Id>> {
    let mut facts: BTreeSet<fact::Id> = BTreeSet::new();
    // A fact has one row, that of its gravest finding.
    let heads: Vec<&Finding> = report.open().filter(|finding| finding.fact.is_none_or(|id| facts.insert(id))).collect();
    let grave = heads.partition_point(|finding| finding.severity > Severity::Note);
    let notes = heads.len() - grave;
    let agreements = agreements(report);
    let found = heads.iter().take(grave + style.shown(notes)).map(|finding| found(report, places, finding));
    let agreed = agreements.iter().take(style.shown(agreements.len())).map(|&id| agreed(report, places, id));
    let lines = fitting(room.beside(AFTER), found.chain(agreed), |line| line.text.len());
    let (findings, agreeing) = (lines.len().min(grave + style.shown(notes)), lines.len().saturating_sub(grave + style.shown(notes)));
    let (open, folded) = lines.split_at(lines.len().min(OPEN));
    if !open.is_empty() {
        room.line(HEAD)?;
        open.iter().try_for_each(|line| room.line(&line.text))?;
    }
    if !folded.is_empty() {
        room.line(&format!("\n<details><summary>Further rows ({})</summary>\n{HEAD}", folded.len()))?;
        folded.iter().try_for_each(|line| room.line(&line.text))?;
        room.line("\n</details>")?;
    }
    let parts = [
        (findings.min(grave), grave, "errors and warnings"),
        (findings.saturating_sub(grave), notes, "notes"),
        (agreeing, agreements.len(), "agreements"),
    ];
    let cut = parts.into_iter().filter(|(shown, all, _)| shown < all).map(|(shown, all, what)| format!("{shown} of {all} {what}"));
    let cut: Vec<String> = cut.collect();
    if !cut.is_empty() {
        room.line(&format!("\nShown: {}.", cut.join(", ")))?;
    }
    Ok(lines.into_iter().flat_map(|line| line.quoted).collect())
}

const HEAD: &str = "\n| | fact | what the articles say | to do |\n|---|---|---|---|";

/// The row of a finding.
fn found(report: &Report, places: &Places<'_>, finding: &Finding) -> Line {
    let mut quoted = Vec::new();
    let (about, say) = match finding.fact {
        Some(id) => {
            let about = format!("**{}**: {}", piece(&report.fact(id).label), piece(&told(report, finding)));
            (about, said(report, places, id, &mut quoted))
        }
        None => (format!("**{}**", about_article(report, finding)), marked(report, finding)),
    };
    let others = finding.fact.into_iter().flat_map(|id| report.findings_on(id));
    let others = others.filter(|other| !other.suppressed && !std::ptr::eq(*other, finding));
    let also: Vec<String> = others.map(|other| format!("<br>also `{}`: {}", other.rule, piece(&told(report, other)))).collect();
    let notes: Vec<String> = finding.notes.iter().map(|note| format!("<br>= {}", piece(note))).collect();
    let (also, notes) = (also.concat(), notes.concat());
    let to_do = finding.help.as_deref().map_or_else(|| "–".to_owned(), piece);
    let (sign, rule, id) = (sign(finding.severity), finding.rule, id_of(report, finding));
    Line { text: format!("| {sign} | {about}<br>`{rule}` `{id}`{also} | {say}{notes} | {to_do} |"), quoted }
}

/// The row of a fact that its articles agree on.
fn agreed(report: &Report, places: &Places<'_>, id: fact::Id) -> Line {
    let mut quoted = Vec::new();
    let said = said(report, places, id, &mut quoted);
    Line { text: format!("| ✓ | **{}** | {said} | – |", piece(&report.fact(id).label)), quoted }
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
        let when = escape(row.when.trim_end_matches('*'));
        // Of a date, the day on which it was reported must not look like another one.
        let when = if report.fact(id).counting == Counting::Date { format!("reported {when}") } else { when };
        let places = escape(&row.places(places, 2));
        format!("{}**{}** · {when} · {places} · {}", row.role, piece(&row.figure), piece(&row.told_by()))
    };
    let shown = rows.len().min(CELL);
    quoted.extend(rows[..shown].iter().filter_map(|row| row.quoted(report)));
    let cut = if shown < rows.len() { format!("<br>{shown} of {} rows", rows.len()) } else { String::new() };
    format!("{}{cut}", rows[..shown].iter().map(one).collect::<Vec<_>>().join("<br>"))
}

fn about_article(report: &Report, finding: &Finding) -> String {
    finding.article.map_or_else(String::new, |article| piece(&report.article(article).doc))
}

/// The marked words of an article with what to see there.
fn marked(report: &Report, finding: &Finding) -> String {
    let Some(article) = finding.article else { return piece(&finding.message) };
    let text = &report.case.texts[article.0 as usize];
    let one = |mark: &crate::rules::Mark| {
        let label = if mark.label.is_empty() { String::new() } else { format!(": {}", piece(&mark.label)) };
        format!("\"{}\"{label}", piece(mark.span.of(text)))
    };
    let marks: Vec<String> = finding.marks.iter().filter(|mark| !mark.label.is_empty()).map(one).collect();
    if marks.is_empty() { piece(&finding.message) } else { marks.join("; ") }
}

/// The sentences of the claims in the table.
fn sentences(report: &Report, places: &Places<'_>, quoted: &[claim::Id], room: &mut Room<'_>) -> io::Result<()> {
    if quoted.is_empty() {
        return Ok(());
    }
    room.line(&format!("\n<details><summary>The sentences ({})</summary>\n", quoted.len()))?;
    let sentence = |&id: &claim::Id| {
        let claim = report.claim(id);
        let line = excerpt(report.field_of(claim), claim.sentence, claim.span, QUOTE);
        let (before, marked, after) = (escape(&line.before), escape(line.marked.trim()), escape(&line.after));
        format!("- {} \"{before}**{marked}**{after}\"", escape(&places.with_outlet(id, usize::MAX)))
    };
    let shown = room.lines(room.beside(LAST + CLOSING), quoted.iter().map(sentence))?;
    if shown < quoted.len() {
        room.line(&format!("- {shown} of {} sentences", quoted.len()))?;
    }
    room.line("\n</details>")
}

/// What was not compared, and why.
fn not_compared(report: &Report, places: &Places<'_>, style: Style, room: &mut Room<'_>) -> io::Result<()> {
    let reasons = reasons(report);
    let single = told_once(report);
    if reasons.is_empty() && single.is_empty() {
        return Ok(());
    }
    let summary = match report.case.not_compared.len() {
        0 => "Told by one article only".to_owned(),
        left => format!("Not compared ({left})"),
    };
    room.line(&format!("<details><summary>{summary}</summary>\n"))?;
    let lines = reasons.iter().take(style.shown(reasons.len())).map(|reason| {
        let first = reason.left.first().and_then(|left| left.claims.first());
        let example = first.map_or_else(String::new, |&id| format!(": {} ({})", escape(&words(report, id)), escape(&places.of(id))));
        let more = if reason.left.len() > 1 { format!(", 1 of {}", reason.left.len()) } else { String::new() };
        format!("- {}{example}{more}", piece(reason.because))
    });
    let shown = room.lines(room.beside(3 * CLOSING), lines)?;
    if shown < reasons.len() {
        room.line(&format!("- {shown} of {} reasons", reasons.len()))?;
    }
    if !single.is_empty() {
        room.line(&if reasons.is_empty() { format!("- {single}") } else { format!("- told by one article only: {single}") })?;
    }
    room.line("\n</details>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::testing::{report, text};
    use crate::report::Unread;

    #[test]
    fn a_page_of_many_findings_is_cut_at_rows_and_says_so() {
        let mut report = report();
        let finding = report.findings.iter().find(|finding| finding.article.is_some()).unwrap().clone();
        report.findings.splice(1..1, (0..5_000).map(|_| finding.clone()));
        report.unread = (0..300).map(|number| Unread { input: format!("{number}.txt"), because: "x".repeat(300) }).collect();
        let page = text(|out| write(&report, None, Style { limit: 0, ..Style::default() }, out));
        assert!(page.len() <= MOST && page.len() > MOST / 2, "{} bytes", page.len());
        assert!(page.contains("inputs that could not be read") && page.contains("of 5003 errors and warnings, 0 of"), "{page}");
        assert_eq!(page.matches("<details>").count(), page.matches("</details>").count());
        for row in page.lines().filter(|line| line.starts_with('|')) {
            assert!(row.ends_with('|') && row.replace("\\|", "").matches('|').count() == 5, "{row}");
        }
        assert!(page.contains("<summary>The sentences"), "there is room for sentences");
    }
}
