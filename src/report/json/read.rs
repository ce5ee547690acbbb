//! Reading a report back, and finding in it what somebody names.
//!
//! In: the text of a file, an id or the beginning of one. Out: a report; a claim, a fact or a finding of it, or what comes near. What never
//! happens here: a guess between two that fit.

use serde::Deserialize;

use super::{Claim, Fact, Finding, Report, SCHEMA};

/// What of a report somebody names.
#[derive(Clone, Copy, Debug)]
pub enum Found<'a> {
    /// A claim, by its id.
    Claim(&'a Claim),
    /// A fact, by its id.
    Fact(&'a Fact),
    /// A finding, by its fingerprint, or by its rule and fact.
    Finding(&'a Finding),
}

/// Why nothing was found.
#[derive(Clone, Debug)]
pub enum Unfound<'a> {
    /// Several fit.
    Many(Vec<Found<'a>>),
    /// None does; those whose ids begin most alike.
    None(Vec<Found<'a>>),
}

/// Letters that the beginning of an id must share to come near.
const ALIKE: usize = 4;

/// Reads a report of this version.
///
/// # Errors
///
/// What was expected, and what was found.
pub fn read(text: &str) -> Result<Report, String> {
    #[derive(Deserialize)]
    struct Head {
        schema: Option<String>,
    }
    let odd = |error: serde_json::Error| {
        format!("expected a report of `crosscheck check --format json`, found no JSON of that kind at line {}", error.line())
    };
    let head: Head = serde_json::from_str(text).map_err(odd)?;
    match head.schema.as_deref() {
        Some(SCHEMA) => serde_json::from_str(text).map_err(odd),
        Some(other) => Err(format!("expected a report of version `{SCHEMA}`, found `{other}`; run `crosscheck check --format json` again")),
        None => Err("expected a report of `crosscheck check --format json`, found JSON without `schema`".to_owned()),
    }
}

/// What `what` names: the id of a claim or fact, a fingerprint, a rule, or an unambiguous beginning; `on` is the beginning of the fact
/// whose findings alone count.
///
/// # Errors
///
/// What fits where it is not one thing alone, or what comes near.
pub fn find<'a>(report: &'a Report, what: &str, on: Option<&str>) -> Result<Found<'a>, Unfound<'a>> {
    let mut all = findings(report, on);
    if on.is_none() {
        all.extend(report.claims.iter().map(Found::Claim));
        all.extend(report.facts.iter().map(Found::Fact));
    }
    let exact = all.iter().find(|found| found.id() == what);
    if let Some(found) = exact {
        return Ok(*found);
    }
    let mut fits: Vec<Found<'a>> = all.iter().copied().filter(|found| !what.is_empty() && found.begins(what)).collect();
    fits.sort_by_key(Found::id);
    fits.dedup_by_key(|found| found.id());
    match fits[..] {
        [one] => return Ok(one),
        [] => {}
        _ => return Err(Unfound::Many(fits)),
    }
    let shared = |found: &Found<'_>| found.id().bytes().zip(what.bytes()).take_while(|(a, b)| a == b).count();
    let most = all.iter().map(shared).max().unwrap_or_default();
    let near = |found: &Found<'_>| most >= ALIKE && shared(found) == most;
    Err(Unfound::None(all.into_iter().filter(near).collect()))
}

fn findings<'a>(report: &'a Report, on: Option<&str>) -> Vec<Found<'a>> {
    let about = |finding: &&Finding| on.is_none_or(|on| finding.fact.as_ref().is_some_and(|fact| fact.starts_with(on)));
    report.findings.iter().filter(about).map(Found::Finding).collect()
}

impl<'a> Found<'a> {
    /// The id by which it is found again.
    pub fn id(&self) -> &'a str {
        match self {
            Self::Claim(claim) => &claim.id,
            Self::Fact(fact) => &fact.id,
            Self::Finding(finding) => &finding.fingerprint,
        }
    }

    /// The words that tell a person what it is.
    pub fn words(&self) -> &'a str {
        match self {
            Self::Claim(claim) => &claim.text,
            Self::Fact(fact) => &fact.label,
            Self::Finding(finding) => &finding.message,
        }
    }

    /// Whether `what` is the beginning of its id; of a fingerprint with or without the version; or its rule.
    fn begins(&self, what: &str) -> bool {
        let without_version = self.id().split_once(':').is_some_and(|(_, hash)| hash.starts_with(what));
        let rule = matches!(self, Self::Finding(finding) if finding.rule == what);
        self.id().starts_with(what) || without_version || rule
    }
}
