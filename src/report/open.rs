//! What could not be compared because the words themselves leave it open: dates with no day to count from, words without a number.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim;
use crate::fact::{Counting, Fact, NotCompared};
use crate::mention::Kind;
use crate::rules::Case;
use crate::value::Bound;
use crate::verdict::{Judgement, Relation};

/// The claims that a case does not list as not compared, and that nothing could be compared with.
pub(super) fn open(case: &Case) -> Vec<NotCompared> {
    let listed: BTreeSet<claim::Id> = case.not_compared.iter().flat_map(|left| left.claims.iter().copied()).collect();
    let mut dates: BTreeMap<String, Vec<claim::Id>> = BTreeMap::new();
    for (index, claim) in case.claims.iter().enumerate() {
        let id = claim::Id(u32::try_from(index).unwrap_or(u32::MAX));
        let open = claim.kind == Kind::Date && claim.date.as_ref().is_some_and(|date| date.days.is_none());
        if open && !listed.contains(&id) {
            dates.entry(case.words(claim).to_lowercase()).or_default().push(id);
        }
    }
    let left = |claims, because: &str| NotCompared { claims, because: because.to_owned() };
    let vague = |id: &claim::Id| case.claim(*id).value.as_ref().is_some_and(|value| value.bound == Bound::Vague);
    let facts = case.facts.iter().filter(|fact| fact.claims.len() > 1 && fact.claims.iter().all(vague));
    let words = facts.map(|fact| left(fact.claims.clone(), "words without a number"));
    let turned = case.facts.iter().zip(&case.judgements).filter_map(|(fact, judgement)| turned(case, fact, judgement));
    let turned = turned.map(|claims| left(claims, TURNED));
    dates.into_values().map(|claims| left(claims, "no date to count from")).chain(words).chain(turned).collect()
}

const TURNED: &str = "day and month could be the other way round";

/// The dates of one event that only the order of day and month tells apart.
fn turned(case: &Case, fact: &Fact, judgement: &Judgement) -> Option<Vec<claim::Id>> {
    if fact.counting != Counting::Date {
        return None;
    }
    let open = |id: claim::Id| case.claim(id).date.as_ref().is_some_and(|date| date.swapped.is_some());
    let pairs = judgement.pairs.iter().filter(|pair| pair.relation == Relation::Overlap && (open(pair.first) || open(pair.second)));
    let mut claims: Vec<claim::Id> = pairs.flat_map(|pair| [pair.first, pair.second]).collect();
    claims.sort_unstable();
    claims.dedup();
    (!claims.is_empty()).then_some(claims)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{Batch, day};

    #[test]
    fn open_dates_are_listed_by_their_words() {
        let case = Batch::toll("toll")
            .article("a", None, "On {Wednesday|2025-03-05} and on {wednesday|2025-03-05} and {5 March|2025-03-05}.")
            .article("b", Some(day(3, 5)), "It killed [41|41].")
            .with(|case| {
                for claim in &mut case.claims[..2] {
                    claim.date.as_mut().unwrap().days = None;
                }
            })
            .judged();
        let open = open(&case);
        assert_eq!(open.len(), 1);
        assert_eq!((&*open[0].because, open[0].claims.len()), ("no date to count from", 2));
    }
}
