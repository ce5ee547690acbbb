//! A fact: its claims, how each pair was decided, what joined them, what was kept apart from it.
//!
//! In: a fact of a report. Out: its page. What never happens here: a verdict; the row of the table that decided is looked up.

use std::io;

use super::claim::figure;
use super::page::{self, Page};
use crate::fact::Feature;
use crate::render::excerpt::{clean, columns, cut_end};
use crate::render::layout::pad;
use crate::report::json::{Claim, Closeness, Decided, Fact, feature_name, relation_name, verdict_name};
use crate::verdict::{Relation, Row, TABLE, When, Who};

pub(super) fn write(page: &mut Page<'_>, fact: &Fact) -> io::Result<()> {
    page.title(&format!("fact {}: {}", fact.id, fact.label))?;
    let measure = fact.measure.as_deref().unwrap_or("no measure");
    let unit = fact.unit.as_deref().map_or_else(|| "no unit".to_owned(), |unit| format!("unit {unit}"));
    page.field("counts", &format!("{measure}, {unit}"))?;
    page.field("verdict", &verdict(fact))?;
    if fact.low.is_some() || fact.high.is_some() {
        page.field("figures", &span(fact))?;
    }
    if let Some(order) = fact.counting.as_deref().map(order) {
        page.field("ordered by", order)?;
    }
    claims(page, fact)?;
    pairs(page, fact)?;
    joined(page, fact)?;
    apart(page, fact)
}

fn verdict(fact: &Fact) -> String {
    match (&fact.decided[..], fact.articles.len()) {
        (_, 1) => format!("{}: one article tells it", fact.verdict),
        ([], _) => format!("{}: no two of its claims could be held against each other", fact.verdict),
        ([_], _) => format!("{}: that of its one pair", fact.verdict),
        _ => format!("{}: the gravest of its {} pairs", fact.verdict, fact.decided.len()),
    }
}

fn span(fact: &Fact) -> String {
    let of = match &fact.latest {
        Some((start, end)) => format!(" of the latest time, {}", page::days(start, end)),
        None => String::new(),
    };
    let best = match (fact.best, fact.low, fact.high) {
        (Some(_), Some(low), Some(high)) if low == high => "",
        (Some(_), ..) => "; best: the one given that fits them all",
        (None, ..) => "; no best: no one figure is given that fits them all",
    };
    format!("low {}, best {}, high {}{of}{best}", page::number(fact.low), page::number(fact.best), page::number(fact.high))
}

fn order(counting: &str) -> &'static str {
    match counting {
        "toll" => "day of the report: the toll of one event, counted until it settles",
        "date" => "nothing: the date of an event does not move, unless it lies ahead",
        _ => "as of: what each figure holds for",
    }
}

/// Widest column of words in the list of claims.
const WORDS: usize = 32;
/// Letters of an id that are shown in a list: enough to ask for it.
const ID: usize = 12;

/// The claims, numbered, each with its words, its time and who says so; below them what they stand for, where, and the id.
fn claims(page: &mut Page<'_>, fact: &Fact) -> io::Result<()> {
    page.head("Claims")?;
    let own = fact.claims.iter().enumerate().map(|(index, id)| ((index + 1).to_string(), id, ""));
    let related = fact.related.iter().map(|(id, role)| {
        let role = match role.as_str() {
            "increment" => " (adds to it)",
            "beside" => " (counted beside it)",
            _ => " (a part of it)",
        };
        ("+".to_owned(), id, role)
    });
    let listed: Vec<_> = own.chain(related).filter_map(|(number, id, role)| Some((number, page.claim(id)?, role))).collect();
    let words = listed.iter().map(|(_, claim, _)| columns(&clean(&claim.text))).max().unwrap_or_default().min(WORDS);
    let times = listed.iter().map(|(_, claim, _)| columns(&page::when(claim))).max().unwrap_or_default();
    for (number, claim, role) in listed {
        let said = pad(&cut_end(&clean(&claim.text), words), words);
        let first = format!("  {number:>2}  {said}  {}  ", pad(&page::when(claim), times));
        page.line(&first, &format!("{}{role}", page::who(claim)))?;
        let id: String = claim.id.chars().take(ID).collect();
        page.line("      ", &format!("{} · {} · {id}", figure(claim), page.place(claim)))?;
    }
    Ok(())
}

/// A claim on one line, with its id.
pub(super) fn line(page: &Page<'_>, claim: &Claim) -> String {
    format!("{}; as of {}; {}; {} ({})", figure(claim), page::when(claim), page::who(claim), page.place(claim), claim.id)
}

/// The pairs, those that one row decided for the same reason together.
fn pairs(page: &mut Page<'_>, fact: &Fact) -> io::Result<()> {
    if fact.relations.is_empty() {
        return Ok(());
    }
    page.head("Pairs, and the row of the decision table that decided")?;
    let mut groups: Vec<([String; 3], Vec<String>)> = Vec::new();
    for (index, (one, other, relation)) in fact.relations.iter().enumerate() {
        let pair = format!("{}\u{2013}{}", number(fact, one), number(fact, other));
        let decided = fact.decided.get(index);
        let why = match decided {
            Some(decided) => why(relation, decided),
            None => [relation.clone(), "not known".to_owned(), "the report does not hold what decided".to_owned()],
        };
        match groups.iter_mut().find(|(other, _)| *other == why) {
            Some((_, pairs)) => pairs.push(pair),
            None => groups.push((why, vec![pair])),
        }
    }
    for ([verdict, how, row], pairs) in groups {
        page.field(&verdict, &format!("{}: {how}", pairs.join(", ")))?;
        page.field("", &row)?;
    }
    Ok(())
}

/// The place of a claim in the list above.
pub(super) fn number(fact: &Fact, id: &str) -> String {
    fact.claims.iter().position(|claim| claim == id).map_or_else(|| "a part".to_owned(), |at| (at + 1).to_string())
}

/// The verdict, how the pair relates, and the row in words.
fn why(relation: &str, decided: &Decided) -> [String; 3] {
    let time = match decided.time.as_str() {
        "same" => "one time",
        "later" => "the second later",
        "settled" => "the second later, but too late or too far for a change",
        _ => "times not known",
    };
    let row = decided.row.checked_sub(1).and_then(|at| TABLE.get(at)).map_or_else(|| "unknown row".to_owned(), conditions);
    [decided.verdict.clone(), format!("{relation}, {time}"), format!("row {}: {row}", decided.row)]
}

/// A row in words: "apart, one time, two sources named → disputed".
fn conditions(row: &Row) -> String {
    let relations: Vec<&str> = row.relation.iter().map(|&relation: &Relation| relation_name(relation)).collect();
    let mut parts = vec![if relations.is_empty() { "whatever is left".to_owned() } else { relations.join(" or ") }];
    parts.extend(row.vague.then(|| "a side vague".to_owned()));
    parts.extend(row.when.iter().map(|when| {
        match when {
            When::Same => "one time",
            When::Later => "later",
            When::Settled => "later, but too late or too far for a change",
            When::Unknown => "times not known",
        }
        .to_owned()
    }));
    parts.extend(row.who.iter().map(|who| {
        match who {
            Who::TwoNamed => "two sources named",
            Who::Else => "not two sources named",
        }
        .to_owned()
    }));
    format!("{} \u{2192} {}", parts.join(", "), verdict_name(row.verdict))
}

/// What joined each claim to one before it.
fn joined(page: &mut Page<'_>, fact: &Fact) -> io::Result<()> {
    if fact.closeness.is_empty() {
        let why = if fact.articles.len() < 2 { "kept only for facts of two or more articles" } else { "not in this report" };
        page.head("Why they stand together")?;
        return page.line("  ", &format!("Not known: closeness is {why}."));
    }
    page.head("Why they stand together: closeness to the nearest claim before, in per mille")?;
    let told = |feature: &str| fact.closeness.iter().any(|near| near.by.iter().any(|(name, _)| name == feature));
    let features: Vec<&str> = Feature::ALL.into_iter().map(feature_name).filter(|feature| told(feature)).collect();
    let right = |cell: &str, feature: &str| format!("{cell:>width$}", width = feature.len().max(5));
    let mut rows = vec![vec![String::new(), "sum".to_owned()]];
    rows[0].extend(features.iter().map(|feature| right(feature, feature)));
    let shown = page.style.shown(fact.closeness.len());
    for Closeness { claims: (one, other), sum, by } in fact.closeness.iter().take(shown) {
        let mut row = vec![format!("{} to {}", number(fact, other), number(fact, one)), format!("{sum:>4}")];
        let points = |feature: &&str| by.iter().find(|(name, _)| name == feature).map_or_else(String::new, |(_, points)| signed(*points));
        row.extend(features.iter().map(|feature| right(&points(feature), feature)));
        rows.push(row);
    }
    for row in rows {
        let widths = [8, 4].into_iter().chain(std::iter::repeat(0));
        let cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| pad(cell, width)).collect();
        let line = format!("  {}", cells.join("  "));
        writeln!(page.out, "{}", line.trim_end())?;
    }
    if shown < fact.closeness.len() {
        page.line("  ", &format!("{shown} of {} claims; --limit 0 shows all", fact.closeness.len()))?;
    }
    Ok(())
}

/// "+150".
fn signed(points: i32) -> String {
    let sign = if points < 0 { '\u{2212}' } else { '+' };
    format!("{sign}{}", points.unsigned_abs())
}

/// What was kept apart from it, and why.
fn apart(page: &mut Page<'_>, fact: &Fact) -> io::Result<()> {
    let report = page.report;
    let left: Vec<_> = report.not_compared.iter().filter(|left| left.claims.iter().any(|id| fact.claims.contains(id))).collect();
    page.head("Not compared with it")?;
    if left.is_empty() {
        return page.line("  ", "Nothing that came close was kept apart for one reason alone.");
    }
    for left in left {
        let others = || left.claims.iter().filter(|id| !fact.claims.contains(id)).filter_map(|id| page.claim(id));
        let names: Vec<String> = others().take(4).map(|claim| format!("\"{}\" ({})", clean(&claim.text), page.place(claim))).collect();
        let more = others().count().saturating_sub(names.len());
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let names = if names.is_empty() { "its claims".to_owned() } else { names.join(", ") };
        page.line("  ", &format!("{names}{more}: {}", left.because))?;
    }
    Ok(())
}
