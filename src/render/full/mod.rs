//! The report for people on a terminal: what differs first, then what agrees, then what was not compared and why.
//!
//! In: a report, where there is an older one what changed since, and a style. Out: lines no wider than the style says. What never
//! happens here: a fact of one article listed; those are counted.

mod article;
mod fact;
mod rest;

use std::collections::BTreeSet;
use std::io::{self, Write};

pub(super) use rest::{not_read, reasons, told_once, words};

use super::Style;
use super::excerpt::{clean, cut_end};
use super::layout::wrap;
use super::paint::{Ink, Paint};
use super::places::Places;
use super::rows::told;
use crate::diff::Change;
use crate::fact as facts;
use crate::report::Report;
use crate::report::json::{Summary, severity_name};
use crate::rules::{Finding, Severity};
use crate::verdict::Verdict;

/// Writes the report; where there is an older one, what changed since comes first.
///
/// # Errors
///
/// Where `out` fails.
pub fn write(report: &Report, change: Option<&Change>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let page = Page { report, style, paint: Paint { on: style.colours }, places: Places::new(report) };
    let summary = report.summary();
    let agreements = page.agreements();
    for line in wrap(&inputs(&summary), style.width, "", "") {
        writeln!(out, "{line}")?;
    }
    let verdict = counts(&summary, agreements.len());
    writeln!(out, "{}", page.paint.ink(Ink::Strong, &verdict))?;
    for unread in &report.unread {
        let words = format!("not read: `{}`, {}; this report is not complete", clean(&unread.input), clean(&unread.because));
        page.lines(out, &words, "", "  ", Some(Ink::Severity(Severity::Warning)))?;
    }
    if let Some(change) = change {
        writeln!(out)?;
        super::change::full(change, style, out)?;
    }
    page.findings(out)?;
    page.agreed(&agreements, out)?;
    rest::write(&page, &summary, out)
}

/// What every part of the page needs.
struct Page<'a> {
    report: &'a Report,
    style: Style,
    paint: Paint,
    places: Places<'a>,
}

impl Page<'_> {
    /// The findings, gravest first, those on one fact together.
    fn findings(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut shown: BTreeSet<facts::Id> = BTreeSet::new();
        let all = self.report.open().count();
        let grave = self.report.open().filter(|finding| finding.severity > Severity::Note).count();
        let most = grave + self.style.shown(all - grave);
        for finding in self.report.open().take(most) {
            match finding.fact {
                Some(id) if !shown.insert(id) => continue,
                _ => {}
            }
            writeln!(out)?;
            self.head(finding, "", out)?;
            match finding.fact {
                Some(id) => self.fact(id, finding, out)?,
                None => self.article(finding, out)?,
            }
        }
        if most < all {
            let all = all - grave;
            writeln!(out, "\n{} of {all} notes; --limit 0 shows all", most - grave)?;
        }
        Ok(())
    }

    /// `note[revised-figure] North Korean troops …`.
    fn head(&self, finding: &Finding, indent: &str, out: &mut dyn Write) -> io::Result<()> {
        let tag = format!("{indent}{}[{}]", severity_name(finding.severity), finding.rule);
        let message = self.short(finding, !indent.is_empty());
        let lines = wrap(&message, self.style.width, &format!("{tag} "), &" ".repeat(indent.len() + 3));
        for (index, line) in lines.iter().enumerate() {
            let rest = line.strip_prefix(&tag).filter(|_| index == 0);
            let Some(rest) = rest else {
                writeln!(out, "{}", self.paint.ink(Ink::Strong, line))?;
                continue;
            };
            writeln!(out, "{}{}", self.paint.ink(Ink::Severity(finding.severity), &tag), self.paint.ink(Ink::Strong, rest))?;
        }
        Ok(())
    }

    /// A finding's sentence, with the short name of the article that it is about.
    fn short(&self, finding: &Finding, also: bool) -> String {
        let message = clean(&finding.message);
        match finding.article {
            Some(id) => message.replacen(&*clean(&self.report.article(id).doc), self.places.name(id), 1),
            // What else was found on a fact need not say again what the fact is.
            None if also => told(self.report, finding),
            None => message,
        }
    }

    /// A line that begins with a sign: `   = note`.
    fn note(&self, sign: &str, note: &str, out: &mut dyn Write) -> io::Result<()> {
        let first = format!("   {sign} ");
        let rest = " ".repeat(first.chars().count());
        for (index, line) in wrap(&clean(note), self.style.width, &first, &rest).iter().enumerate() {
            let words = line.get(first.len()..).filter(|_| index == 0);
            match words {
                Some(words) => writeln!(out, "{}{words}", self.paint.ink(Ink::Frame, &first))?,
                None => writeln!(out, "{line}")?,
            }
        }
        Ok(())
    }

    /// Wrapped words, all in one ink.
    fn lines(&self, out: &mut dyn Write, words: &str, first: &str, rest: &str, ink: Option<Ink>) -> io::Result<()> {
        for line in wrap(words, self.style.width, first, rest) {
            writeln!(out, "{}", ink.map_or_else(|| line.clone(), |ink| self.paint.ink(ink, &line)))?;
        }
        Ok(())
    }

    /// The facts of two or more articles that agree, without a finding: the most told first.
    fn agreements(&self) -> Vec<facts::Id> {
        agreements(self.report)
    }

    fn agreed(&self, agreements: &[facts::Id], out: &mut dyn Write) -> io::Result<()> {
        let shown = self.style.shown(agreements.len());
        for (index, &id) in agreements.iter().take(shown).enumerate() {
            if index == 0 {
                writeln!(out)?;
            }
            self.agreement(id, out)?;
        }
        if shown < agreements.len() {
            writeln!(out, "{shown} of {} agreements; --limit 0 shows all", agreements.len())?;
        }
        Ok(())
    }

    /// A line cut to the width.
    fn cut(&self, line: &str) -> String {
        cut_end(line, self.style.width)
    }
}

/// The facts of two or more articles that agree, without a finding: the most told first.
pub(in crate::render) fn agreements(report: &Report) -> Vec<facts::Id> {
    let ids = (0..report.case.facts.len()).filter_map(|index| u32::try_from(index).ok().map(facts::Id));
    let agrees = |id: &facts::Id| {
        let verdict = report.case.judgements.get(id.0 as usize).map(|judgement| judgement.verdict);
        verdict == Some(Verdict::Agreement)
            && report.articles_of(*id).len() > 1
            && report.findings_on(*id).all(|finding| finding.suppressed)
    };
    let mut ids: Vec<facts::Id> = ids.filter(agrees).collect();
    ids.sort_by_key(|&id| (std::cmp::Reverse(report.articles_of(id).len()), report.fact(id).label.clone(), report.fact(id).key.clone()));
    ids
}

/// "6 articles (5 files), 4 stories, 9 figures, 33 dates (5 open)".
pub(super) fn inputs(summary: &Summary) -> String {
    let mut articles = count(summary.articles, "article", "articles");
    if summary.documents != summary.articles {
        articles = format!("{articles} ({})", count(summary.documents, "file", "files"));
    }
    if summary.archived > 0 {
        articles = format!("{articles}, {} of them archived", summary.archived);
    }
    let mut notes = Vec::new();
    if summary.dates_open > 0 {
        notes.push(format!("{} open", summary.dates_open));
    }
    let mut dates = count(summary.dates, "date", "dates");
    if !notes.is_empty() {
        dates = format!("{dates} ({})", notes.join(", "));
    }
    let mut parts = vec![articles, count(summary.stories, "story", "stories"), count(summary.figures, "figure", "figures"), dates];
    match summary.dated_by_story {
        0 => {}
        1 => parts.push("1 article dated only through its story".to_owned()),
        many => parts.push(format!("{many} articles dated only through their stories")),
    }
    parts.join(", ")
}

/// "No conflicts. 1 warning, 1 note, 3 agreements."
pub(in crate::render) fn counts(summary: &Summary, agreements: usize) -> String {
    let kinds = [
        (summary.errors, "conflict", "conflicts"),
        (summary.warnings, "warning", "warnings"),
        (summary.notes, "note", "notes"),
        (agreements, "agreement", "agreements"),
    ];
    let mut parts: Vec<String> =
        kinds.into_iter().filter(|(number, ..)| *number > 0).map(|(number, one, many)| count(number, one, many)).collect();
    parts.extend((summary.accepted > 0).then(|| format!("{} accepted", summary.accepted)));
    let none = match (summary.errors, summary.accepted) {
        (0, 0) => "No conflicts. ",
        (0, _) => "No open conflicts. ",
        _ => "",
    };
    match parts.is_empty() {
        true if summary.facts_shared == 0 => "No conflicts. No fact is told by two articles.".to_owned(),
        true => "No conflicts.".to_owned(),
        false => format!("{none}{}.", parts.join(", ")),
    }
}

/// A number with its noun.
pub(in crate::render) fn count(number: usize, one: &str, many: &str) -> String {
    let digits = crate::rules::wording::digits(crate::value::Decimal::from(i64::try_from(number).unwrap_or(i64::MAX)));
    format!("{digits} {}", if number == 1 { one } else { many })
}
