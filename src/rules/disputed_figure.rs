//! `disputed-figure`: different named sources give figures that are apart. In: verdicts. Out: one finding a fact, a side a figure, each
//! with who says so. What never happens here: a ranking of sources.

use super::sides::sides;
use super::wording::list;
use super::{Case, Finding, Rule};
use crate::claim;
use crate::verdict::Verdict;

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.figure_facts()
        .filter_map(|(id, judgement)| {
            let fact = case.fact(id);
            let sides = sides(case, fact, judgement, Verdict::Disputed);
            if sides.len() < 2 {
                return None;
            }
            let told: Vec<String> = sides.iter().map(|side| told(case, side)).collect();
            Some(
                Finding::on_fact(case, rule.id, rule.severity, id, sides.clone())
                    .saying(format!("{}: sources differ, {}", fact.label, list(&told)))
                    .noting(super::conflicting_figures::apart(case, &sides))
                    .helping("print both figures with their sources"),
            )
        })
        .collect()
}

/// A side's figure with who says so.
fn told(case: &Case, side: &[claim::Id]) -> String {
    let source = side.iter().find_map(|&id| case.claim(id).attribution.first());
    let figure = case.figure_of(side);
    source.map_or_else(|| figure.clone(), |said| format!("{figure} ({})", said.source))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Batch, day};

    const ID: &str = "disputed-figure";

    #[test]
    fn two_named_sources_dispute() {
        let batch = Batch::toll("people at the Marl Square march")
            .article("a", Some(day(3, 1)), "Police counted [8,000|8000|police].")
            .article("b", Some(day(3, 1)), "Organisers counted [30,000|30000|organisers].");
        assert_eq!(
            batch.found_by(ID),
            ["Warning: people at the Marl Square march: sources differ, 8,000 (police) and 30,000 (organisers)"]
        );
    }

    #[test]
    fn one_source_or_none_does_not() {
        let batch = Batch::toll("march").article("a", Some(day(3, 1)), "Police counted [8,000|8000|police].").article(
            "b",
            Some(day(3, 1)),
            "There were [30,000|30000].",
        );
        assert!(batch.found_by(ID).is_empty());
    }
}
