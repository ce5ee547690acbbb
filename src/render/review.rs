//! One item of a review: what changed, then each claim with its figure, its place on a common scale, and its sentence.
//!
//! In: an item, the part of the report that waits, how to render. Out: lines for a terminal. What never happens here: a question; asking
//! is the program's.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::Style;
use super::change;
use super::excerpt::{clean, columns, cut_end, excerpt};
use super::layout::pad;
use super::paint::{Ink, Paint};
use super::plot::{Ends, plot};
use crate::diff::Item;
use crate::report::json::{Claim, Report};
use crate::text::Span;

/// Most claims of one item.
const CLAIMS: usize = 12;
/// Columns of the scale, and most of a figure's words.
const SCALE: usize = 26;
const FIGURE: usize = 24;

/// The claims that an item is about, lowest figure first: what a person names by its number.
pub fn claims<'a>(item: &Item, evidence: &'a Report) -> Vec<&'a Claim> {
    let by: BTreeMap<&str, &Claim> = evidence.claims.iter().map(|claim| (&*claim.id, claim)).collect();
    let of_fact = evidence.facts.iter().filter(|fact| fact.id == item.id).flat_map(|fact| &fact.claims);
    let changed = |fingerprint: &str| item.findings.iter().any(|change| change.fingerprint == fingerprint);
    let of_findings = evidence.findings.iter().filter(|finding| changed(&finding.fingerprint)).flat_map(|finding| &finding.claims);
    let mut claims: Vec<&Claim> = of_fact.chain(of_findings).filter_map(|id| by.get(&**id).copied()).collect();
    let order = |claim: &&Claim| {
        let ends = Ends::of(claim);
        (ends.low.or(ends.high), ends.high, claim.doc.clone(), claim.field.clone(), claim.span.start)
    };
    claims.sort_by_cached_key(order);
    claims.dedup_by(|one, other| one.id == other.id);
    claims
}

/// Writes an item for a terminal.
///
/// # Errors
///
/// Where `out` fails.
pub fn item(item: &Item, evidence: Option<&Report>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint { on: style.colours };
    for finding in &item.findings {
        change::finding(finding, style, out)?;
    }
    if let Some(fact) = &item.fact {
        change::fact(fact, style, out)?;
    }
    let claims = evidence.map_or_else(Vec::new, |evidence| claims(item, evidence));
    let shown = &claims[..claims.len().min(CLAIMS)];
    // Outlets say more than files, and are shorter than addresses.
    let articles = evidence.into_iter().flat_map(|evidence| &evidence.articles);
    let outlets: BTreeMap<&str, &str> = articles.filter_map(|article| Some((&*article.doc, article.publisher.as_deref()?))).collect();
    let scale = plot(&shown.iter().map(|claim| Ends::of(claim)).collect::<Vec<_>>(), SCALE);
    let figure = |claim: &Claim| cut_end(&clean(&claim.text), FIGURE);
    let wide = shown.iter().map(|claim| columns(&figure(claim))).max().unwrap_or_default();
    let number = |index: usize| format!("{:>4} ", index + 1);
    for (index, claim) in shown.iter().enumerate() {
        let line = scale.as_ref().map_or_else(String::new, |lines| format!("│{}│  ", lines[index]));
        let head = format!("{}{}  {line}{}", number(index), pad(&figure(claim), wide), place(claim, &outlets));
        writeln!(out, "{}", cut_end(&head, style.width))?;
        let sentence = claim.sentence.as_deref().unwrap_or_default();
        let marked = sentence.find(&claim.text).map_or(Span::new(0, 0), |start| Span::new(start, start + claim.text.len()));
        let around = excerpt(sentence, Span::new(0, sentence.len()), marked, style.width.saturating_sub(5));
        writeln!(out, "     {}{}{}", around.before, paint.ink(Ink::Figure, &around.marked), around.after)?;
    }
    if shown.len() < claims.len() {
        writeln!(out, "     {} of {} claims", shown.len(), claims.len())?;
    }
    Ok(())
}

/// Where a claim stands, for when, and who says so.
fn place(claim: &Claim, outlets: &BTreeMap<&str, &str>) -> String {
    let name = outlets.get(&*claim.doc).copied().unwrap_or(&claim.doc);
    let at = if claim.field == "title" { format!("{name} title") } else { format!("{name}:{}", claim.span.line) };
    let when = claim.as_of.as_ref().map_or("no date", |as_of| &as_of.end);
    let who = claim.attribution.first().map_or("no one named", |said| &said.source);
    clean(&format!("{at}, {when}, {who}"))
}
