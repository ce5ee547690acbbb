//! `hedge-dropped`: "at least 6,000" of a source becomes "6,000" of the same source. In: facts. Out: one finding a fact. What never
//! happens here: a finding where either article names no source.

use super::{Case, Finding, Rule};
use crate::claim::{self, Claim};
use crate::value::{Bound, Value};

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.figure_facts()
        .filter_map(|(id, _)| {
            let fact = case.fact(id);
            let hedged = |id: &&claim::Id| hedged(case.claim(**id));
            let drops = |hedge: claim::Id, plain: claim::Id| {
                let (one, other) = (case.claim(hedge), case.claim(plain));
                let keeps = |&id: &claim::Id| case.claim(id).article == other.article && hedged(&&id);
                one.article != other.article && same_source(one, other) && same_figure(one, other) && !fact.claims.iter().any(keeps)
            };
            let plain: Vec<_> = fact.claims.iter().copied().filter(|&id| exact(case.claim(id))).collect();
            let (hedge, bare) = fact
                .claims
                .iter()
                .filter(hedged)
                .find_map(|&hedge| plain.iter().find(|&&bare| drops(hedge, bare)).map(|&bare| (hedge, bare)))?;
            let source = &case.claim(bare).attribution.first()?.source;
            Some(
                Finding::on_fact(case, rule.id, rule.severity, id, vec![vec![hedge], vec![bare]])
                    .saying(format!("{}: {} of {source} in one article, {} in another", fact.label, case.stated(hedge), case.stated(bare)))
                    .helping("see what the source said; a bound left out changes what the figure claims"),
            )
        })
        .collect()
}

fn value(claim: &Claim) -> Option<&Value> {
    claim.value.as_ref().filter(|value| value.second.is_none() && value.first.is_some())
}

fn hedged(claim: &Claim) -> bool {
    value(claim).is_some_and(|value| matches!(value.bound, Bound::AtLeast | Bound::MoreThan | Bound::AtMost))
}

fn exact(claim: &Claim) -> bool {
    value(claim).is_some_and(|value| value.bound == Bound::Exact)
}

fn same_figure(one: &Claim, other: &Claim) -> bool {
    matches!((value(one), value(other)), (Some(one), Some(other)) if one.first == other.first)
}

fn same_source(one: &Claim, other: &Claim) -> bool {
    matches!((one.attribution.first(), other.attribution.first()), (Some(one), Some(other)) if one.source.eq_ignore_ascii_case(&other.source))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Batch, day};

    fn told(one: &str, two: &str) -> Vec<String> {
        Batch::toll("homes without power")
            .article("a", Some(day(3, 1)), &format!("The grid says [x|{one}]."))
            .article("b", Some(day(3, 1)), &format!("The grid says [x|{two}]."))
            .found_by("hedge-dropped")
    }

    #[test]
    fn a_bound_that_the_same_source_gave_and_another_article_left_out() {
        assert_eq!(
            told(">=6000|the grid operator", "6000|the grid operator"),
            ["Warning: homes without power: at least 6,000 of the grid operator in one article, 6,000 in another"]
        );
        assert!(told(">=6000|the grid operator", "6000|the mayor").is_empty());
        assert!(told(">=6000|the grid operator", "6000").is_empty());
        assert!(told("~6000|the grid operator", "6000|the grid operator").is_empty());
    }
}
