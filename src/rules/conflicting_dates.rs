//! `conflicting-dates`: two articles date one event to days that can't both be. In: verdicts on dates. Out: one finding a fact; one day
//! apart is a note, for night and time zones do that. What never happens here: a choice of the day.

use super::sides::sides;
use super::wording::list;
use super::{Case, Finding, Rule, Severity};
use crate::verdict::Verdict;

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.date_facts()
        .filter_map(|(id, judgement)| {
            let mut sides = sides(case, case.fact(id), judgement, Verdict::Conflict);
            let apart_by = |one: &[crate::claim::Id], two: &[crate::claim::Id]| {
                let days = |side: &[crate::claim::Id]| case.claim(*side.first()?).date.as_ref()?.days;
                Some(days(one)?.gap(days(two)?))
            };
            sides.sort_by_key(|side| side.first().and_then(|&first| case.claim(first).date.as_ref()?.days));
            let (first, last) = (sides.first()?, sides.last()?);
            let near = apart_by(first, last) == Some(1);
            if sides.len() < 2 {
                return None;
            }
            let days: Vec<String> = sides.iter().map(|side| case.figure_of(side)).collect();
            let severity = if near { Severity::Note } else { rule.severity };
            Some(
                Finding::on_fact(case, rule.id, severity, id, sides.clone())
                    .saying(format!("{}: dated {}", case.fact(id).label, list(&days)))
                    .noting(near.then(|| "one day apart: night, or another time zone".to_owned()))
                    .helping("see which article names the day itself and which one counts back to it"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::fact::Counting;
    use crate::rules::testing::{Batch, day};

    const ID: &str = "conflicting-dates";

    fn dated(one: &str, two: &str) -> Vec<String> {
        Batch::new("the Port Alder summit", Counting::Date)
            .article("a", Some(day(3, 5)), &format!("They met on {{that day|{one}}}."))
            .article("b", Some(day(3, 5)), &format!("They met on {{that day|{two}}}."))
            .found_by(ID)
    }

    #[test]
    fn days_that_cannot_both_be_are_reported() {
        assert_eq!(dated("2025-03-04", "2025-03-01"), ["Error: the Port Alder summit: dated 1 Mar 2025 and 4 Mar 2025"]);
        assert_eq!(
            dated("2025-03-03", "2025-03-04"),
            ["Note: the Port Alder summit: dated 3 Mar 2025 and 4 Mar 2025\n= one day apart: night, or another time zone"]
        );
    }

    #[test]
    fn a_day_within_a_month_agrees() {
        assert!(dated("2025-03-04", "2025-03-01|2025-03-31").is_empty());
    }
}
