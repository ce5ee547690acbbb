//! `reversed-range`: a range whose end lies before its start. In: claims with a range. Out: one finding a claim. What never happens here:
//! a finding on a change ("from 12 to 10"), a score or a year.

use super::{Case, Finding, Rule};
use crate::claim;
use crate::mention::Kind;
use crate::value::Bound;

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.claims
        .iter()
        .enumerate()
        .filter_map(|(index, claim)| {
            let value = claim.value.as_ref().filter(|value| value.bound == Bound::Range && value.per.is_none())?;
            let counted = matches!(claim.kind, Kind::Count | Kind::Money | Kind::Percent | Kind::Measure | Kind::Age);
            let reversed = matches!((value.first, value.second), (Some(first), Some(second)) if first > second);
            if !counted || !reversed {
                return None;
            }
            let words = case.words(claim);
            let id = claim::Id(u32::try_from(index).ok()?);
            let finding = Finding::on_article(case, rule.id, rule.severity, claim.article, vec![id], words)
                .marking(Some((claim.span, String::new())));
            Some(finding.saying(format!("\"{words}\": the range ends before it starts")).helping("see which figures were meant"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Batch, day};

    #[test]
    fn a_range_that_runs_backwards_is_reported() {
        let told = |text: &str| Batch::toll("toll").article("a", Some(day(3, 1)), text).found_by("reversed-range");
        assert_eq!(told("It killed [50 to 40 people|50-40]."), ["Warning: \"50 to 40 people\": the range ends before it starts"]);
        assert!(told("It killed [40 to 50 people|40-50].").is_empty());
        assert!(told("It killed [40 people|40].").is_empty());
    }
}
