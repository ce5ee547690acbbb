//! Tables for spreadsheets and charts: a fact a row, a claim a row, or the four columns that a chart with error bars asks for.
//!
//! In: a report. Out: CSV with a head line, numbers with a point and nothing else, days as 2025-03-01. What never happens here: a cell of
//! article text that a spreadsheet takes for a formula; such a cell gets an apostrophe in front.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use super::excerpt::clean;
use super::location::Point;
use super::places::Places;
use crate::claim;
use crate::fact::{self, Counting};
use crate::report::Report;
use crate::report::json::{bound_name, field_name, kind_name, status_name, verdict_name, zone_name};
use crate::value::Decimal;

/// Writes a fact a row.
///
/// # Errors
///
/// Where `out` fails.
pub(super) fn facts(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new(out);
    table.row(&[
        "fact", "label", "verdict", "measure", "unit", "low", "best", "high", "from", "to", "articles", "origins", "claims", "findings",
    ])?;
    for id in ids(report.case.facts.len()).map(fact::Id) {
        let fact = report.fact(id);
        let judgement = report.case.judgements.get(id.0 as usize);
        let number = |of: fn(&crate::verdict::Judgement) -> Option<Decimal>| decimal(judgement.and_then(of));
        let latest = judgement.and_then(|judgement| judgement.latest);
        let mut origins: Vec<_> = report.articles_of(id).iter().map(|&article| report.origin_of(article)).collect();
        origins.sort_unstable();
        origins.dedup();
        let found: Vec<&str> = report.findings_on(id).map(|finding| finding.rule).collect();
        table.row(&[
            &fact.key,
            &cell(&fact.label),
            judgement.map_or("single", |judgement| verdict_name(judgement.verdict)),
            &cell(fact.measure.as_deref().unwrap_or_default()),
            &cell(fact.unit.as_deref().unwrap_or_default()),
            &number(|judgement| judgement.low),
            &number(|judgement| judgement.best),
            &number(|judgement| judgement.high),
            &latest.map_or_else(String::new, |days| days.start().to_string()),
            &latest.map_or_else(String::new, |days| days.end().to_string()),
            &report.articles_of(id).len().to_string(),
            &origins.len().to_string(),
            &fact.claims.len().to_string(),
            &found.join(" "),
        ])?;
    }
    table.finish()
}

/// Writes a claim a row, in the order of the articles.
///
/// # Errors
///
/// Where `out` fails.
pub(super) fn claims(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    let mut table = Table::new(out);
    table.row(&[
        "claim",
        "fact",
        "article",
        "publisher",
        "published",
        "file",
        "line",
        "in",
        "zone",
        "kind",
        "text",
        "bound",
        "low",
        "best",
        "high",
        "unit",
        "per",
        "date_from",
        "date_to",
        "counted",
        "verb",
        "status",
        "actor",
        "place",
        "as_of_from",
        "as_of_to",
        "says",
    ])?;
    for id in ids(report.case.claims.len()).map(claim::Id) {
        let claim = report.claim(id);
        let article = report.article(claim.article);
        let value = claim.value.as_ref();
        let days = claim.date.as_ref().and_then(|date| date.days);
        let Point { location, .. } = places.point(id);
        let text = |text: Option<&str>| cell(text.unwrap_or_default()).into_owned();
        table.row(&[
            &report.claim_key(id),
            report.fact_of(id).map_or("", |fact| &report.fact(fact).key),
            &cell(&article.doc),
            &text(article.publisher.as_deref()),
            &article.published.as_ref().map_or_else(String::new, |published| published.date.to_string()),
            &cell(&location.file),
            &location.line.to_string(),
            field_name(claim.field),
            zone_name(claim.zone),
            kind_name(claim.kind),
            &cell(report.case.words(claim)),
            value.map_or("", |value| bound_name(value.bound)),
            &decimal(value.and_then(|value| value.low)),
            &decimal(value.and_then(|value| value.best)),
            &decimal(value.and_then(|value| value.high)),
            &text(value.and_then(|value| value.unit.as_deref())),
            &text(value.and_then(|value| value.per.as_deref())),
            &days.map_or_else(String::new, |days| days.start().to_string()),
            &days.map_or_else(String::new, |days| days.end().to_string()),
            &text(claim.counted.as_ref().map(|counted| &*counted.head)),
            &text(claim.event.as_ref().map(|event| &*event.verb)),
            claim.event.as_ref().map_or("", |event| status_name(event.status)),
            &text(claim.actor.as_ref().map(|actor| &*actor.name)),
            &text(claim.place.as_ref().map(|place| &*place.name)),
            &claim.as_of.map_or_else(String::new, |as_of| as_of.days.start().to_string()),
            &claim.as_of.map_or_else(String::new, |as_of| as_of.days.end().to_string()),
            &text(claim.attribution.first().map(|said| &*said.source)),
        ])?;
    }
    table.finish()
}

/// Writes label, best, low and high of each figure that two or more articles tell.
///
/// # Errors
///
/// Where `out` fails.
pub(super) fn chart(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new(out);
    table.row(&["label", "best", "low", "high"])?;
    for (id, judgement) in ids(report.case.facts.len()).map(fact::Id).zip(&report.case.judgements) {
        let fact = report.fact(id);
        let figures = judgement.low.is_some() || judgement.high.is_some();
        if figures && fact.counting != Counting::Date && report.articles_of(id).len() > 1 {
            table.row(&[&cell(&fact.label), &decimal(judgement.best), &decimal(judgement.low), &decimal(judgement.high)])?;
        }
    }
    table.finish()
}

/// A table that is written row by row.
struct Table<'a>(csv::Writer<&'a mut dyn Write>);

impl<'a> Table<'a> {
    fn new(out: &'a mut dyn Write) -> Self {
        Self(WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out))
    }

    fn row(&mut self, cells: &[&str]) -> io::Result<()> {
        self.0.write_record(cells).map_err(io::Error::from)
    }

    fn finish(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

fn ids(count: usize) -> impl Iterator<Item = u32> {
    0..u32::try_from(count).unwrap_or(u32::MAX)
}

/// A number of ours: digits, which no spreadsheet takes for a formula, though one below zero begins with a sign.
fn decimal(number: Option<Decimal>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

/// Text on one line, not to be taken for a formula.
fn cell(text: &str) -> Cow<'_, str> {
    let line = clean(text);
    let line = line.trim();
    if line.starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']) {
        format!("'{line}").into()
    } else {
        line.to_owned().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::testing::{report, snapshot, text};

    #[test]
    fn facts_claims_and_a_chart() {
        let report = report();
        snapshot("render-facts.csv", &text(|out| facts(&report, out)));
        snapshot("render-claims.csv", &text(|out| claims(&report, out)));
        snapshot("render-chart.csv", &text(|out| chart(&report, out)));
    }

    #[test]
    fn no_cell_is_a_formula() {
        for (given, expected) in [
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("+1 555", "'+1 555"),
            ("-3 °C", "'-3 °C"),
            ("@SUM(A1)", "'@SUM(A1)"),
            (" \t=1+1", "'=1+1"),
            ("\u{202e}=1", "'=1"),
            ("6,000 homes", "6,000 homes"),
            ("a = b", "a = b"),
        ] {
            assert_eq!(cell(given), expected);
        }
        assert_eq!(decimal(Decimal::parse("-3.5")), "-3.5");
    }

    #[test]
    fn every_row_has_every_column() {
        let report = report();
        for write in [facts, claims, chart] {
            let page = text(|out| write(&report, out));
            let mut reader = csv::Reader::from_reader(page.as_bytes());
            let columns = reader.headers().unwrap().len();
            assert!(reader.records().all(|row| row.unwrap().len() == columns));
        }
    }
}
