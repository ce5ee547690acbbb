//! The end of the report: what was not compared and why, what is told by one article only, what was not read.

use std::io::{self, Write};

use super::{Page, count};
use crate::fact::NotCompared;
use crate::render::excerpt::{clean, columns, cut_end};
use crate::render::layout::{pad, wrap};
use crate::render::paint::Ink;
use crate::report::Report;
use crate::report::json::Summary;

/// Widest column of reasons.
const REASON: usize = 34;
/// Most examples of one reason.
const EXAMPLES: usize = 4;

/// Claims left apart for one reason.
pub(in crate::render) struct Reason<'a> {
    /// Why.
    pub(in crate::render) because: &'a str,
    /// What was left.
    pub(in crate::render) left: Vec<&'a NotCompared>,
}

/// What was not compared by its reasons, the commonest first.
pub(in crate::render) fn reasons(report: &Report) -> Vec<Reason<'_>> {
    let mut sorted: Vec<&NotCompared> = report.case.not_compared.iter().collect();
    sorted.sort_by(|a, b| (&a.because, &a.claims).cmp(&(&b.because, &b.claims)));
    let mut reasons: Vec<Reason<'_>> =
        sorted.chunk_by(|a, b| a.because == b.because).map(|left| Reason { because: &left[0].because, left: left.to_vec() }).collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.left.len()));
    reasons
}

pub(super) fn write(page: &Page<'_>, summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
    let reasons = reasons(page.report);
    let single = told_once(page.report);
    if !reasons.is_empty() || !single.is_empty() {
        writeln!(out, "\n{}", page.paint.ink(Ink::Strong, "not compared because"))?;
    }
    let shown = page.style.shown(reasons.len());
    let widest =
        reasons[..shown].iter().map(|reason| columns(reason.because)).chain([TOLD_ONCE.len()]).max().unwrap_or_default().min(REASON);
    for reason in &reasons[..shown] {
        line(page, reason.because, &examples(page, reason), widest, out)?;
    }
    if shown < reasons.len() {
        writeln!(out, "   {shown} of {} reasons; --limit 0 shows all", reasons.len())?;
    }
    if !single.is_empty() {
        line(page, TOLD_ONCE, &single, widest, out)?;
    }
    if !summary.not_read.is_empty() {
        for line in wrap(&not_read(summary), page.style.width, "not read: ", "   ") {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// Why facts of one article are not listed.
const TOLD_ONCE: &str = "told by one article only";

/// A reason with its examples beside it.
fn line(page: &Page<'_>, because: &str, examples: &str, widest: usize, out: &mut dyn Write) -> io::Result<()> {
    let because = clean(because);
    let first = if columns(&because) > widest {
        for line in wrap(&because, page.style.width, "   ", "   ") {
            writeln!(out, "{line}")?;
        }
        " ".repeat(widest + 5)
    } else {
        format!("   {}  ", pad(&because, widest))
    };
    for line in wrap(examples, page.style.width, &first, &" ".repeat(widest + 5)) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// "11,000 combat troops" (002:6), … (4 of 9).
fn examples(page: &Page<'_>, reason: &Reason<'_>) -> String {
    let shown = reason.left.len().min(EXAMPLES);
    let one = |left: &&NotCompared| {
        let words: Vec<String> = left.claims.iter().take(2).map(|&id| words(page.report, id)).collect();
        let places: Vec<String> = left.claims.iter().take(2).map(|&id| page.places.of(id)).collect();
        let more = left.claims.len().saturating_sub(2);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        match words.as_slice() {
            [one, other] if one == other => format!("{one} ({}{more})", places.join(", ")),
            [one, other] => format!("{one} ({}) and {other} ({}){more}", places[0], places[1]),
            _ => format!("{} ({})", words.join(", "), places.join(", ")),
        }
    };
    let examples: Vec<String> = reason.left[..shown].iter().map(one).collect();
    let cut = if shown < reason.left.len() { format!("; {shown} of {}", reason.left.len()) } else { String::new() };
    format!("{}{cut}", examples.join("; "))
}

/// A claim's words, quoted, cut.
pub(in crate::render) fn words(report: &Report, id: crate::claim::Id) -> String {
    format!("\"{}\"", cut_end(clean(report.case.words(report.claim(id))).trim(), 40))
}

/// "7 figures, 21 dates": claims of facts that one article alone states.
pub(in crate::render) fn told_once(report: &Report) -> String {
    let (mut figures, mut dates) = (0, 0);
    for (index, fact) in report.case.facts.iter().enumerate() {
        let Ok(index) = u32::try_from(index) else { continue };
        if report.articles_of(crate::fact::Id(index)).len() == 1 {
            for &id in &fact.claims {
                let claim = report.claim(id);
                figures += usize::from(claim.value.is_some());
                dates += usize::from(claim.value.is_none());
            }
        }
    }
    let parts = [(figures, "figure", "figures"), (dates, "date", "dates")];
    parts.into_iter().filter(|(number, ..)| *number > 0).map(|(number, one, many)| count(number, one, many)).collect::<Vec<_>>().join(", ")
}

/// "9 captions, 2 counters".
pub(in crate::render) fn not_read(summary: &Summary) -> String {
    let mut kinds: Vec<(&String, &usize)> = summary.not_read.iter().collect();
    kinds.sort_by_key(|(name, number)| (std::cmp::Reverse(**number), (*name).clone()));
    let one = |(name, number): &(&String, &usize)| match name.as_str() {
        "other line of the page" => count(**number, name, "other lines of the page"),
        name => count(**number, name, &format!("{name}s")),
    };
    kinds.iter().map(one).collect::<Vec<_>>().join(", ")
}
