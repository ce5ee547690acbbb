//! `loose-bound`: "more than 40" where others of that day give over twice as many. In: pairs of one time. Out: one finding a fact. What
//! never happens here: a finding where the time is not known to be one.

use super::sides::across;
use super::{Case, Finding, Rule};
use crate::claim;
use crate::value::{Bound, Decimal};
use crate::verdict::{Judgement, Pair, Time, Verdict};

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.figure_facts()
        .filter_map(|(id, judgement)| {
            let looser = |pair: &Pair| {
                let one_time = pair.time == Time::Same && across(case, pair);
                [(pair.first, pair.second), (pair.second, pair.first)]
                    .into_iter()
                    .find(|&(loose, firm)| one_time && loose_to(case, loose, firm))
            };
            let (loose, firm) = judgement.pairs.iter().filter(|pair| !told(case, judgement, pair)).find_map(looser)?;
            Some(
                Finding::on_fact(case, rule.id, rule.severity, id, vec![vec![loose], vec![firm]])
                    .saying(format!(
                        "{}: {} where another article of that time has {}",
                        case.fact(id).label,
                        case.stated(loose),
                        case.stated(firm)
                    ))
                    .helping("a bound that far off reads as another figure; see what its source said"),
            )
        })
        .collect()
}

/// Whether it is told already that the two articles differ: the bound then adds nothing.
fn told(case: &Case, judgement: &Judgement, pair: &Pair) -> bool {
    let articles = |pair: &Pair| {
        let (one, other) = (case.claim(pair.first).article, case.claim(pair.second).article);
        (one.min(other), one.max(other))
    };
    judgement.pairs.iter().take_while(|other| other.verdict >= Verdict::Undated).any(|other| articles(other) == articles(pair))
}

/// Whether `firm` is over twice the bound that `loose` gives.
fn loose_to(case: &Case, loose: claim::Id, firm: claim::Id) -> bool {
    let value = |id: claim::Id| case.claim(id).compared();
    let (Some(loose), Some(firm)) = (value(loose), value(firm)) else { return false };
    let bound = loose.first.filter(|_| matches!(loose.bound, Bound::AtLeast | Bound::MoreThan));
    let low = firm.low.filter(|_| firm.bound != Bound::Vague);
    match (bound.and_then(|bound| bound.times(Decimal::from(2))), low) {
        (Some(twice), Some(low)) => low > twice,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Batch, day};

    fn told(one: &str, two: &str, later: u32) -> Vec<String> {
        Batch::toll("toll")
            .article("a", Some(day(3, 1)), &format!("It killed [x|{one}]."))
            .article("b", Some(day(3, later)), &format!("It killed [x|{two}]."))
            .found_by("loose-bound")
    }

    #[test]
    fn a_bound_far_below_the_figures_of_its_day_is_loose() {
        assert_eq!(told(">40", "97", 1), ["Warning: toll: over 40 where another article of that time has 97"]);
        assert!(told(">40", "75", 1).is_empty());
        assert!(told(">40", "97", 2).is_empty());
    }
}
