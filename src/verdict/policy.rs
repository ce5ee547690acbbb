//! Which figure is best where the reports leave it open: a policy that the desk chooses.
//!
//! In: a judgement, the claims behind it, origins, what the desk says of its sources. Out: a best figure, where the policy supports one.
//! What never happens here: another verdict; claims that differ go on differing, however reliable one of them is held to be.

use std::collections::{BTreeMap, BTreeSet};

use super::Judgement;
use super::judge::newest;
use crate::article::{self, Article, NORMAL, Sources};
use crate::claim::Claim;
use crate::fact::{Counting, Fact};
use crate::value::{Bound, Decimal};

/// How a best figure is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Policy {
    /// Only where every report can hold with it; else there is a range.
    #[default]
    Range,
    /// Else the figure of more than half of the independent origins.
    Majority,
    /// Else the one figure of the sources that the desk holds to be the most reliable.
    Priority,
}

/// The batch as policies see it.
#[derive(Clone, Copy, Debug)]
pub struct Backing<'a> {
    /// The claims, indexed by id.
    pub claims: &'a [Claim],
    /// The articles, indexed by id.
    pub articles: &'a [Article],
    /// For each article the first of its origin.
    pub origins: &'a [article::Id],
    /// What the desk says of its sources.
    pub sources: &'a Sources,
}

impl Judgement {
    /// The judgement with the best figure of a policy, where the reports by themselves support none.
    #[must_use]
    pub fn by_policy(self, policy: Policy, fact: &Fact, backing: Backing<'_>) -> Self {
        if policy == Policy::Range || self.best.is_some() || fact.counting == Counting::Date {
            return self;
        }
        let newest: Vec<&Claim> = newest(fact, backing.claims, backing.articles, self.latest);
        let best = match policy {
            Policy::Range => None,
            Policy::Majority => majority(&newest, backing),
            Policy::Priority => priority(&newest, backing),
        };
        Self { best, best_by: best.map(|_| policy), ..self }
    }
}

/// The figure that a claim gives as a figure.
fn given(claim: &Claim) -> Option<Decimal> {
    let value = claim.compared().filter(|value| value.bound != Bound::Vague)?;
    value.best.map(Decimal::normal)
}

/// The one figure that more than half of the origins give.
fn majority(newest: &[&Claim], backing: Backing<'_>) -> Option<Decimal> {
    let origin = |claim: &Claim| backing.origins.get(claim.article.0 as usize).copied().unwrap_or(claim.article);
    let all: BTreeSet<article::Id> = newest.iter().filter(|claim| claim.value.is_some()).map(|claim| origin(claim)).collect();
    let mut giving: BTreeMap<Decimal, BTreeSet<article::Id>> = BTreeMap::new();
    for claim in newest {
        if let Some(figure) = given(claim) {
            giving.entry(figure).or_default().insert(origin(claim));
        }
    }
    let mut most = giving.into_iter().filter(|(_, origins)| origins.len() * 2 > all.len()).map(|(figure, _)| figure);
    most.next().filter(|_| most.next().is_none())
}

/// The one figure of the most reliable sources. A claim is as reliable as the source that it names, else as its publisher.
fn priority(newest: &[&Claim], backing: Backing<'_>) -> Option<Decimal> {
    let reliability = |claim: &Claim| {
        let named = claim.attribution.first().and_then(|said| backing.sources.reliability(&said.source));
        let publisher = || backing.sources.reliability(backing.articles.get(claim.article.0 as usize)?.publisher.as_deref()?);
        named.or_else(publisher).unwrap_or(NORMAL)
    };
    let valued = || newest.iter().filter(|claim| claim.value.is_some());
    let top = valued().map(|claim| reliability(claim)).max()?;
    let mut first: Vec<&Claim> = valued().copied().filter(|claim| reliability(claim) == top).collect();
    let figure = first.iter().find_map(|claim| given(claim))?;
    first.retain(|claim| claim.compared().is_some_and(|value| !value.interval.contains(figure)) || given(claim) != Some(figure));
    first.is_empty().then_some(figure)
}
