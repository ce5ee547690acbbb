//! A claim: every field with its value, or why it has none.
//!
//! In: a claim of a report. Out: its page. What never happens here: an article read again; the words behind a field are shown where the
//! report keeps them.

use std::io;

use super::page::{self, Page};
use crate::render::excerpt::{Excerpt, clean, columns, excerpt};
use crate::render::paint::Ink;
use crate::report::json::{Article, Claim, Date, Value};
use crate::rules::wording;
use crate::text::Span;

/// Where a figure held from, in words.
const BASES: &[(&str, &str)] = &[
    ("clause", "a date in its clause"),
    ("sentence", "a date in its sentence"),
    ("before", "a date in a sentence before"),
    ("event", "the day that another sentence gives its event"),
    ("story", "other articles of the story"),
    ("config", "the settings"),
];

pub(super) fn write(page: &mut Page<'_>, claim: &Claim) -> io::Result<()> {
    page.title(&format!("claim {}", claim.id))?;
    let article = page.report.articles.iter().find(|article| article.doc == claim.doc);
    let column = if claim.field == "title" { String::new() } else { format!(", column {}", claim.span.column) };
    page.field("stands in", &format!("{}{column} ({}); {}", page.place(claim), claim.zone, published(article)))?;
    writeln!(page.out)?;
    sentence(page, claim)?;
    writeln!(page.out)?;
    let mut untold = Vec::new();
    for (name, field, told) in fields(claim) {
        match (told, because(claim, field)) {
            (Some(told), _) => page.field(name, &told)?,
            (None, Some(rule)) => page.field(name, &format!("not told: {rule}"))?,
            (None, None) => untold.push(name),
        }
    }
    if !untold.is_empty() {
        page.field("not told", &untold.join(", "))?;
    }
    let fact = claim.fact.as_deref().and_then(|id| page.report.facts.iter().find(|fact| fact.id == id));
    match fact {
        Some(fact) => page.field("fact", &format!("{}, {}: {}", fact.id, fact.verdict, fact.label))?,
        None => page.field("fact", "none: it is compared with nothing")?,
    }
    for left in page.report.not_compared.iter().filter(|left| left.claims.contains(&claim.id)) {
        page.field("not compared", &left.because)?;
    }
    evidence(page, claim)
}

/// The sentence on one line, its figure underlined.
fn sentence(page: &mut Page<'_>, claim: &Claim) -> io::Result<()> {
    let words = &claim.quote.exact;
    // A sentence may hold the same words twice: what stands before tells which are meant.
    let prefix = claim.quote.prefix.as_str();
    let follows = |before: &str| prefix.ends_with(before) || before.ends_with(prefix);
    let start = |sentence: &str| sentence.match_indices(words.as_str()).map(|(at, _)| at).find(|&at| follows(&sentence[..at]));
    let whole = claim.sentence.as_deref().and_then(|sentence| Some((sentence.to_owned(), start(sentence)?)));
    let (text, start) = whole.unwrap_or_else(|| {
        // A quotation may begin with its text.
        let cut = if claim.span.start as usize > claim.quote.prefix.len() { "…" } else { "" };
        let before = format!("{cut}{}", claim.quote.prefix);
        (format!("{before}{words}{}…", claim.quote.suffix), before.len())
    });
    let (whole, marked) = (Span::new(0, text.len()), Span::new(start, start + words.len()));
    let Excerpt { before, marked, after } = excerpt(&text, whole, marked, page.style.width.saturating_sub(4));
    writeln!(page.out, "    {before}{}{after}", page.paint.ink(Ink::Figure, &marked))?;
    writeln!(page.out, "    {}{}", " ".repeat(columns(&before)), "^".repeat(columns(&marked).max(1)))
}

/// "published 5 Aug 2025 (metadata)".
fn published(article: Option<&Article>) -> String {
    match article.and_then(|article| article.published.as_ref()) {
        Some(published) => {
            let doubt = if published.doubtful { ", doubtful" } else { "" };
            format!("published {} ({}{doubt})", page::day(&published.date), published.basis)
        }
        None => "no date of publication".to_owned(),
    }
}

/// Each field: its name on the page, that in the evidence, and what it says.
fn fields(claim: &Claim) -> Vec<(&'static str, &'static str, Option<String>)> {
    let mut fields = vec![("kind", "", Some(claim.kind.clone())), ("words", "", Some(claim.text.clone()))];
    if let Some(value) = &claim.value {
        fields.push(("stated", "", Some(stated(value))));
        fields.push(("bound", "", Some(bound(value))));
        fields.push(("stands for", "", Some(page::interval(&value.interval))));
        fields.push(("unit", "unit", unit(value)));
        if let Some(value) = &claim.converted {
            fields.push(("compared as", "", Some(in_unit(value))));
        }
    }
    if claim.date.is_some() || claim.value.is_none() {
        fields.push(("date", "date", claim.date.as_ref().map(date)));
    }
    fields.push((
        "counted",
        "counted",
        claim.counted.as_ref().map(|counted| {
            let measure = counted.measure.as_ref().map_or_else(|| "no measure".to_owned(), |measure| format!("measure {measure}"));
            format!("{} (head \"{}\"), {measure}", counted.phrase, counted.head)
        }),
    ));
    fields.push(("event", "event", claim.event.as_ref().map(|event| format!("{}, {}", event.verb, event.status))));
    fields.push(("actor", "actor", claim.actor.clone()));
    fields.push(("place", "place", claim.place.clone()));
    fields.push((
        "as of",
        "as_of",
        claim.as_of.as_ref().map(|as_of| {
            let basis = BASES.iter().find(|(name, _)| *name == as_of.basis);
            let basis = basis.map_or_else(|| format!("the article's own date, {}", as_of.basis), |(_, words)| (*words).to_owned());
            format!("{}, from {basis}", page::days(&as_of.start, &as_of.end))
        }),
    ));
    let accumulation = Some(claim.accumulation.clone()).filter(|accumulation| accumulation != "unknown");
    fields.push(("accumulation", "accumulation", accumulation));
    fields.push(("scope", "scope", claim.scope.clone()));
    let said: Vec<String> = claim.attribution.iter().map(|said| format!("{} (\"{}\")", said.source, said.cue)).collect();
    fields.push(("who says so", "attribution", Some(if said.is_empty() { page::who(claim) } else { said.join(", quoted by ") })));
    fields
}

fn stated(value: &Value) -> String {
    let way = value.direction.as_deref().map_or_else(String::new, |way| format!(", going {way}"));
    format!("{}{way}", page::stated(value))
}

fn bound(value: &Value) -> String {
    let approximate = if value.approximate && value.bound != "approx" { ", approximate" } else { "" };
    format!("{}{approximate}", value.bound.replace('_', " "))
}

fn unit(value: &Value) -> Option<String> {
    let per = value.per.as_ref().map(|per| format!("per {per}"));
    let parts: Vec<String> = value.unit.iter().cloned().chain(per).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn date(date: &Date) -> String {
    let days = match (&date.start, &date.end) {
        (Some(start), Some(end)) => page::days(start, end),
        _ => "open: no day to count from".to_owned(),
    };
    let grain = date.grain.as_ref().map_or_else(String::new, |grain| format!(" ({grain})"));
    let modifier = date.modifier.as_ref().map_or_else(String::new, |modifier| format!(", {modifier}"));
    let anchor = date.anchor.as_deref().map_or_else(String::new, |anchor| format!(", counted from {}", page::day(anchor)));
    let swapped = date
        .swapped
        .as_deref()
        .map_or_else(String::new, |other| format!(", or {} if day and month are the other way round", page::day(other)));
    format!("{days}{grain}, TIMEX3 {}{modifier}{anchor}{swapped}", date.timex)
}

/// Why a field could not be told, where the report keeps it.
fn because<'a>(claim: &'a Claim, field: &str) -> Option<&'a str> {
    claim.evidence.iter().find(|from| from.field == field && from.words.is_none()).map(|from| from.rule.as_str())
}

/// The words and the rule of each field.
fn evidence(page: &mut Page<'_>, claim: &Claim) -> io::Result<()> {
    let told: Vec<_> = claim.evidence.iter().filter_map(|from| Some((from, from.words.as_ref()?))).collect();
    if claim.evidence.is_empty() {
        let more = "the words and the rule behind each field, and why one is not told: `check --format json --evidence` keeps them";
        return page.field("not known", more);
    }
    if !told.is_empty() {
        page.head("The words and the rule behind each field")?;
    }
    for (from, words) in told {
        page.field(&from.field.replace('_', " "), &format!("\"{}\": {}", clean(words), from.rule))?;
    }
    Ok(())
}

/// What a claim stands for: "41", "[9,500, 12,500) km", a day.
pub(super) fn figure(claim: &Claim) -> String {
    match (&claim.value, &claim.date) {
        (Some(value), _) => {
            let converted = claim.converted.as_ref().map_or_else(String::new, |value| format!(" = {}", in_unit(value)));
            format!("{}{converted}", in_unit(value))
        }
        (None, Some(date)) => match (&date.start, &date.end) {
            (Some(start), Some(end)) => page::days(start, end),
            _ => "open".to_owned(),
        },
        (None, None) => "no figure".to_owned(),
    }
}

/// "[9,500, 12,500) km".
fn in_unit(value: &Value) -> String {
    format!("{}{}", page::interval(&value.interval), unit(value).map_or_else(String::new, |unit| format!(" {unit}")))
}

/// "34 and about 40 homes": the words of claims, each once.
pub(super) fn figures<'a>(claims: impl Iterator<Item = &'a Claim>) -> String {
    let mut figures: Vec<String> = Vec::new();
    for figure in claims.map(|claim| clean(&claim.text)) {
        if !figures.contains(&figure) {
            figures.push(figure);
        }
    }
    wording::list(&figures)
}
