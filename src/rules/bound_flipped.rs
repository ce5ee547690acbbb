//! `bound-flipped`: one article has a figure as the least, another has it as the most. In: facts. Out: one finding a fact. What never
//! happens here: a finding on "nearly", which bounds as much as it rounds.

use super::{Case, Finding, Rule};
use crate::claim;
use crate::value::{Bound, Decimal};

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.figure_facts()
        .filter_map(|(id, _)| {
            let fact = case.fact(id);
            let (mut least, mut most): (Vec<claim::Id>, Vec<claim::Id>) = (Vec::new(), Vec::new());
            for &id in &fact.claims {
                match bound(case, id) {
                    Some(Bound::AtLeast | Bound::MoreThan) => least.push(id),
                    Some(Bound::AtMost | Bound::LessThan) => most.push(id),
                    _ => {}
                }
            }
            let flipped = |low: claim::Id, high: claim::Id| {
                figure(case, low).is_some_and(|figure_| Some(figure_) == figure(case, high))
                    && case.claim(low).article != case.claim(high).article
            };
            let (low, high) = least.iter().find_map(|&low| most.iter().find(|&&high| flipped(low, high)).map(|&high| (low, high)))?;
            Some(
                Finding::on_fact(case, rule.id, rule.severity, id, vec![vec![low], vec![high]])
                    .saying(format!("{}: {} in one article, {} in another", fact.label, case.stated(low), case.stated(high)))
                    .helping("see which way the source put it"),
            )
        })
        .collect()
}

fn bound(case: &Case, id: claim::Id) -> Option<Bound> {
    case.claim(id).value.as_ref().filter(|value| !value.approximate).map(|value| value.bound)
}

fn figure(case: &Case, id: claim::Id) -> Option<Decimal> {
    case.claim(id).compared()?.first
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Batch, day};

    fn told(one: &str, two: &str) -> Vec<String> {
        Batch::toll("toll")
            .article("a", Some(day(3, 1)), &format!("It killed [x|{one}]."))
            .article("b", Some(day(3, 1)), &format!("It killed [x|{two}]."))
            .found_by("bound-flipped")
    }

    #[test]
    fn the_least_in_one_and_the_most_in_another_is_flipped() {
        assert_eq!(told(">=50", "<=50"), ["Warning: toll: at least 50 in one article, up to 50 in another"]);
        assert!(told(">=50", "<=60").is_empty());
        assert!(told(">=50", "50").is_empty());
    }
}
