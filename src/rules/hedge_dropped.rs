//! `hedge-dropped`: "at least 6,000" of a source becomes "6,000" of the same source. In: facts. Out: one finding a fact. What never
//! happens here: a finding where either article names no source, where "officials" may be others there, or where the source may have
//! counted on by the time of the bare figure.

use super::{Case, Finding, Rule};
use crate::claim::{self, Claim};
use crate::fact::{Counting, Fact};
use crate::lexicon::{Classes, Language};
use crate::text::hash_of;
use crate::value::{Bound, Value};
use crate::verdict::{Clock, Moment, Time, between};

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.figure_facts()
        .filter_map(|(id, _)| {
            let fact = case.fact(id);
            let hedged = |id: &&claim::Id| hedged(case.claim(**id));
            let drops = |hedge: claim::Id, plain: claim::Id| {
                let (one, other) = (case.claim(hedge), case.claim(plain));
                let keeps = |&id: &claim::Id| case.claim(id).article == other.article && hedged(&&id);
                one.article != other.article
                    && same_source(one, other)
                    && same_figure(one, other)
                    && !firmed(case, fact, one, other)
                    && !fact.claims.iter().any(keeps)
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
    claim.compared().filter(|value| value.second.is_none() && value.first.is_some())
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

/// Whether one named source stands behind both: "police" and "officials" may be others in another article.
fn same_source(one: &Claim, other: &Claim) -> bool {
    let (Some(one), Some(other)) = (one.attribution.first(), other.attribution.first()) else { return false };
    let kind = |source: &str| Language::english().words.get(hash_of(source)).is(Classes::SOURCE);
    one.source.eq_ignore_ascii_case(&other.source) && !kind(&one.source)
}

/// Whether the source may have counted on: the bare figure is of a later report, or a toll was told as "up to four" before it was counted.
fn firmed(case: &Case, fact: &Fact, hedge: &Claim, bare: &Claim) -> bool {
    let moment = |claim: &Claim| Moment::of(claim, case.article(claim.article));
    let open = || value(hedge).is_some_and(|value| value.bound == Bound::AtMost);
    matches!(fact.counting, Counting::Toll(_)) && open() || between(moment(hedge), moment(bare), Clock::Report(None)) == Time::Later
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

    #[test]
    fn police_of_two_articles_may_be_others() {
        for source in ["police", "Officials", "authorities"] {
            assert!(told(&format!(">=6|{source}"), &format!("6|{source}")).is_empty(), "{source}");
        }
        assert_eq!(told(">=6|Aster Police", "6|Aster Police").len(), 1);
    }

    #[test]
    fn a_source_that_counts_on_drops_nothing() {
        let on = |bare: u32| {
            Batch::toll("people killed")
                .article("a", Some(day(3, 2)), "The sheriff says [x|>=6|Sheriff Ann Roe].")
                .article("b", Some(day(3, bare)), "The sheriff says [x|6|Sheriff Ann Roe].")
                .found_by("hedge-dropped")
                .len()
        };
        assert_eq!([on(1), on(2), on(3)], [1, 1, 0]);
        assert!(told("<=4|Sheriff Ann Roe", "4|Sheriff Ann Roe").is_empty());
    }
}
