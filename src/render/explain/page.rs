//! A page of fields: names in one column, what they say in another.
//!
//! In: a report in its JSON form, words. Out: wrapped lines. What never happens here: a choice of what is shown.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::calendar::{DayInterval, NaiveDate};
use crate::render::Style;
use crate::render::excerpt::clean;
use crate::render::layout::wrap;
use crate::render::paint::{Ink, Paint};
use crate::render::rows::NO_ONE;
use crate::report::json;
use crate::rules::wording;
use crate::value::{Decimal, End, Interval};

/// Columns of a field's name.
const NAME: usize = 14;

/// Where an explanation is written.
pub(super) struct Page<'a> {
    pub(super) report: &'a json::Report,
    pub(super) style: Style,
    pub(super) paint: Paint,
    pub(super) out: &'a mut dyn Write,
    claims: BTreeMap<&'a str, &'a json::Claim>,
    names: BTreeMap<&'a str, &'a str>,
}

impl<'a> Page<'a> {
    pub(super) fn new(report: &'a json::Report, style: Style, out: &'a mut dyn Write) -> Self {
        let claims = report.claims.iter().map(|claim| (claim.id.as_str(), claim)).collect();
        Self { report, style, paint: Paint { on: style.colours }, out, claims, names: names(report) }
    }

    pub(super) fn claim(&self, id: &str) -> Option<&'a json::Claim> {
        self.claims.get(id).copied()
    }

    /// Where a claim stands: "pell:3", "pell title".
    pub(super) fn place(&self, claim: &json::Claim) -> String {
        let name = self.names.get(claim.doc.as_str()).copied().unwrap_or(&claim.doc);
        if claim.field == "title" { format!("{name} title") } else { format!("{name}:{}", claim.span.line) }
    }

    /// What the page is about.
    pub(super) fn title(&mut self, what: &str) -> io::Result<()> {
        for line in wrap(&clean(what), self.style.width, "", "  ") {
            writeln!(self.out, "{}", self.paint.ink(Ink::Strong, &line))?;
        }
        Ok(())
    }

    /// The head of a part.
    pub(super) fn head(&mut self, words: &str) -> io::Result<()> {
        writeln!(self.out)?;
        for line in wrap(words, self.style.width, "", "") {
            writeln!(self.out, "{}", self.paint.ink(Ink::Strong, &line))?;
        }
        Ok(())
    }

    /// A field and what it says.
    pub(super) fn field(&mut self, name: &str, told: &str) -> io::Result<()> {
        self.line(&format!("  {name:<NAME$}"), told)
    }

    /// Words after `first`, further lines below the words.
    pub(super) fn line(&mut self, first: &str, words: &str) -> io::Result<()> {
        let rest = " ".repeat(first.chars().count());
        for (index, line) in wrap(&clean(words), self.style.width, first, &rest).iter().enumerate() {
            match line.strip_prefix(first).filter(|_| index == 0) {
                Some(words) => writeln!(self.out, "{}{words}", self.paint.ink(Ink::Frame, first))?,
                None => writeln!(self.out, "{line}")?,
            }
        }
        Ok(())
    }
}

/// Days from their first and last: "Sep–Nov 2024".
pub(super) fn days(start: &str, end: &str) -> String {
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    let interval = day(start).zip(day(end)).and_then(|(start, end)| DayInterval::new(start, end));
    interval.map_or_else(|| format!("{start} to {end}"), wording::days)
}

/// One day in words.
pub(super) fn day(day: &str) -> String {
    days(day, day)
}

/// An interval in brackets.
pub(super) fn interval(form: &json::Interval) -> String {
    let end = |number: Option<json::Number>, open| number.map(|number| End { value: number.0, open });
    wording::interval(Interval { low: end(form.low, form.low_open), high: end(form.high, form.high_open) })
}

/// A number, or "–".
pub(super) fn number(number: Option<json::Number>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| wording::digits(number.0))
}

/// Numbers, "40 and 50".
pub(super) fn stated(value: &json::Value) -> String {
    let numbers: Vec<String> = value.stated.iter().map(|number| wording::digits(Decimal::normal(number.0))).collect();
    if numbers.is_empty() { "no digits".to_owned() } else { numbers.join(" and ") }
}

/// The file's own name for each article, where it is that of no other.
fn names(report: &json::Report) -> BTreeMap<&str, &str> {
    let mut of: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for article in &report.articles {
        let file = article.doc.rsplit('/').next().unwrap_or_default();
        let name = file.rsplit_once('.').map_or(file, |(name, _)| name);
        of.entry(name).or_default().push(&article.doc);
    }
    of.into_iter().filter_map(|(name, docs)| if let [doc] = docs[..] { Some((doc, name)) } else { None }).collect()
}

/// Who says so, nearest first.
pub(super) fn who(claim: &json::Claim) -> String {
    let sources: Vec<&str> = claim.attribution.iter().map(|said| said.source.as_str()).collect();
    if sources.is_empty() { NO_ONE.to_owned() } else { sources.join(", quoted by ") }
}

/// For when a claim holds.
pub(super) fn when(claim: &json::Claim) -> String {
    claim.as_of.as_ref().map_or_else(|| "no date".to_owned(), |as_of| days(&as_of.start, &as_of.end))
}
