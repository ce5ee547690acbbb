//! `stale-figure`: an outlet prints an older figure as current after it, or its origin, has given a newer one. In: revised facts. Out: one
//! finding a fact. What never happens here: a finding on a figure whose own sentence says of when it is.

use super::{Case, Finding, Rule};
use crate::calendar::NaiveDate;
use crate::claim::{self, AsOfBasis, Claim};
use crate::fact::Fact;
use crate::verdict::{Moment, Verdict};

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.figure_facts()
        .filter_map(|(id, judgement)| {
            let revisions = judgement.pairs_of(Verdict::Revision);
            if revisions.is_empty() {
                return None;
            }
            let fact = case.fact(id);
            let told = told(case, fact);
            let (newer, stale) = revisions.iter().find_map(|pair| Some((pair.second, stale(case, &told, pair.first, pair.second)?)))?;
            Some(
                Finding::on_fact(case, rule.id, rule.severity, id, vec![vec![newer], vec![stale]])
                    .saying(format!("{}: {} after {} of the same origin", fact.label, case.stated(stale), case.stated(newer)))
                    .helping("see whether the article was put together from an older report"),
            )
        })
        .collect()
}

/// A claim of a fact, and the day of its report: a fact may have many revisions, and each is held against all of its claims.
type Told<'a> = (claim::Id, &'a Claim, Option<NaiveDate>);

fn told<'a>(case: &'a Case, fact: &Fact) -> Vec<Told<'a>> {
    let told = |&id: &claim::Id| (id, case.claim(id), Moment::of(case.claim(id), case.article(case.claim(id).article)).report);
    fact.claims.iter().map(told).collect()
}

/// The first claim that prints the figure of `old` again after `new`, which comes from the same hands.
fn stale(case: &Case, told: &[Told<'_>], old: claim::Id, new: claim::Id) -> Option<claim::Id> {
    let (first, second) = (case.claim(old), case.claim(new));
    let reported = |claim: &Claim| Moment::of(claim, case.article(claim.article)).report;
    let before = reported(second).filter(|&before| reported(first).is_some_and(|day| day < before))?;
    let again = |&&(late, third, after): &&Told<'_>| {
        let says_when = || third.as_of.is_some_and(|as_of| matches!(as_of.basis, AsOfBasis::Clause | AsOfBasis::Sentence));
        let knows_newer = |(_, claim, _): &Told<'_>| claim.article == third.article && claim.states_as(second);
        late != old
            && after.is_some_and(|after| before < after)
            && !says_when()
            && third.states_as(first)
            && same_hands(case, second, third)
            && !told.iter().any(knows_newer)
    };
    told.iter().find(again).map(|(late, _, _)| *late)
}

/// Whether two claims come from one origin or one publisher.
fn same_hands(case: &Case, one: &Claim, other: &Claim) -> bool {
    let origin = |claim: &Claim| case.origins.of.get(claim.article.0 as usize).copied();
    let (one_by, other_by) = (&case.article(one.article).publisher, &case.article(other.article).publisher);
    origin(one) == origin(other) || one_by.is_some() && one_by == other_by
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Batch, day};

    fn batch(publishers: [&'static str; 3]) -> Vec<String> {
        Batch::toll("toll")
            .article("a", Some(day(3, 1)), "It killed [41|41].")
            .article("b", Some(day(3, 2)), "It killed [47|47].")
            .article("c", Some(day(3, 3)), "It killed [41|41].")
            .with(move |case| {
                for (article, publisher) in case.articles.iter_mut().zip(publishers) {
                    article.publisher = Some(publisher.into());
                }
            })
            .found_by("stale-figure")
    }

    #[test]
    fn an_outlet_that_goes_back_to_its_older_figure_is_reported() {
        assert_eq!(batch(["Post", "Post", "Post"]), ["Warning: toll: 41 after 47 of the same origin"]);
        assert!(batch(["Post", "Herald", "Courier"]).is_empty());
    }
}
