//! `figure-range`: the figures of a fact overlap or lie within one another without agreeing. In: verdicts. Out: one finding a fact with
//! low, best and high. What never happens here: a midpoint.

use super::sides::sides;
use super::wording::{digits, list};
use super::{Case, Finding, Rule};
use crate::claim;
use crate::value::{Bound, Decimal};
use crate::verdict::{Judgement, Policy, Verdict};

/// Most figures that a sentence lists.
const LISTED: usize = 4;

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.figure_facts()
        .filter_map(|(id, judgement)| {
            if judgement.verdict != Verdict::Range {
                return None;
            }
            let sides = sides(case, case.fact(id), judgement, Verdict::Range);
            // "Several" beside "a number of" is no range: nobody gives a number.
            if sides.len() < 2 || sides.iter().flatten().all(|&id| is_vague(case, id)) {
                return None;
            }
            let mut figures: Vec<String> = sides.iter().map(|side| case.figure_of(side)).collect();
            let all = figures.len();
            figures.truncate(LISTED);
            let cut = if all > LISTED { format!(" ({LISTED} of {all} figures)") } else { String::new() };
            Some(
                Finding::on_fact(case, rule.id, rule.severity, id, sides)
                    .saying(format!("{}: {}{cut}", case.fact(id).label, list(&figures)))
                    .noting(Some(span(judgement))),
            )
        })
        .collect()
}

/// Whether a claim gives words and no number.
fn is_vague(case: &Case, id: claim::Id) -> bool {
    case.claim(id).value.as_ref().is_none_or(|value| value.bound == Bound::Vague)
}

/// "low 40, best 41, high –".
pub(crate) fn span(judgement: &Judgement) -> String {
    let shown = |number: Option<Decimal>| number.map_or_else(|| "–".to_owned(), digits);
    let by = match judgement.best_by {
        None | Some(Policy::Range) => "",
        Some(Policy::Majority) => " (given by most origins)",
        Some(Policy::Priority) => " (given by the sources set as the most reliable)",
    };
    format!("low {}, best {}{by}, high {}", shown(judgement.low), shown(judgement.best), shown(judgement.high))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Batch, day};

    const ID: &str = "figure-range";

    #[test]
    fn overlapping_figures_leave_a_range() {
        let batch = Batch::toll("toll").article("a", Some(day(3, 1)), "It killed [41|41].").article("b", Some(day(3, 1)), "Over [40|>40].");
        assert_eq!(batch.found_by(ID), ["Note: toll: over 40 and 41\n= low 40, best 41, high 41"]);
    }

    #[test]
    fn words_without_a_number_do_not() {
        let batch = Batch::toll("toll").article("a", Some(day(3, 1)), "Several [x|3-9].").article("b", Some(day(3, 1)), "Over [x|>1].");
        let vague = batch.with(|case| {
            for claim in &mut case.claims {
                claim.value.as_mut().unwrap().bound = crate::value::Bound::Vague;
            }
        });
        assert!(vague.found_by(ID).is_empty());
    }

    #[test]
    fn equal_figures_do_not() {
        let batch = Batch::toll("toll").article("a", Some(day(3, 1)), "It killed [41|41].").article("b", Some(day(3, 1)), "[41|41].");
        assert!(batch.found_by(ID).is_empty());
    }
}
